require('../index.js').runMain();
