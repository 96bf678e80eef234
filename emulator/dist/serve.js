require('./index.js').runServer();
