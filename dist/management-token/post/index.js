require('../../index.js').runManagementPost();
