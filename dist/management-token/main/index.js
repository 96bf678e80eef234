require('../../index.js').runManagementMain();
