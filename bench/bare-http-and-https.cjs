// The same for a script that must be ready for both kinds of URLs, as the action is.
require('node:https');
require('./bare-http.cjs');
