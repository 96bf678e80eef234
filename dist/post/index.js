require('../index.js').runPost();
