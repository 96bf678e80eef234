require('./index.js').runMain();
