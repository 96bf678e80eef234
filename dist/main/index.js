"use strict";
/** Stands for a built-in module of Node and loads it when something of it is first used: see scripts/quick-start.ts. */
const __on_first_use = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });
/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 916:
/***/ ((__unused_webpack_module, exports) => {

"use strict";
var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
var __webpack_unused_export__;


var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 613:
/***/ ((module) => {

"use strict";
module.exports = __on_first_use("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

"use strict";
module.exports = require("events");

/***/ }),

/***/ 611:
/***/ ((module) => {

"use strict";
module.exports = require("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

"use strict";
module.exports = __on_first_use("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

"use strict";
module.exports = __on_first_use("net");

/***/ }),

/***/ 756:
/***/ ((module) => {

"use strict";
module.exports = __on_first_use("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

"use strict";
module.exports = require("util");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

;// CONCATENATED MODULE: ./build/clock.js
/** systemClock is the machine's own. */
const systemClock = {
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

;// CONCATENATED MODULE: ./build/failure.js
/**
 * Failure is an error that a person can act on. Its message says what happened, what is now true on the server and
 * what to do; its title is what the annotation is headed with. Whatever else is thrown is a defect of the action.
 */
class Failure extends Error {
    title;
    constructor(title, message, options) {
        super(message, options);
        this.name = 'Failure';
        this.title = title;
    }
}
/** withConsequence adds to an error what is true now because of it. Defects stay defects. */
function withConsequence(error, consequence) {
    if (!(error instanceof Failure))
        return error;
    return new Failure(error.title, `${asSentence(error)} ${consequence}`, { cause: error });
}
/** asSentence is an error's message with a full stop at its end, to stand inside a longer text. */
function asSentence(error) {
    const text = (error instanceof Error ? error.message : String(error)).trim();
    return /[.!?]$/.test(text) ? text : `${text}.`;
}

;// CONCATENATED MODULE: ./build/http/network-error.js

/** There was no connection yet on which a request could have left. */
const NEVER_SENT = ['dns', 'refused', 'certificate', 'proxy'];
/** The next try would end the same. */
const LASTING = ['certificate', 'too-large'];
/** NetworkError says that a request got no usable answer. If it may have left, the server may have carried it out. */
class NetworkError extends Failure {
    fault;
    constructor(fault, message, options) {
        super(fault === 'timeout' ? 'No answer in time' : 'No connection', message, options);
        this.name = 'NetworkError';
        this.fault = fault;
    }
    /** passing tells whether another try may help. */
    get passing() {
        return !LASTING.includes(this.fault);
    }
    /** mayHaveLeft tells whether the server may have received the request. */
    get mayHaveLeft() {
        return !NEVER_SENT.includes(this.fault);
    }
}
/** networkError turns what Node throws into a sentence with a cure. `host` is who was asked. */
function networkError(cause, host) {
    if (cause instanceof NetworkError)
        return cause;
    const code = codeOf(cause);
    const text = cause instanceof Error ? cause.message : String(cause);
    const [fault, message] = explain(code, text, host, syscallOf(cause) === 'connect');
    return new NetworkError(fault, message, { cause });
}
function explain(code, text, host, connecting) {
    if (text.startsWith('tunneling socket')) {
        return [
            'proxy',
            `the proxy would not connect to ${host} (${text}): check HTTPS_PROXY and what it allows`,
        ];
    }
    if (code === 'ERR_INVALID_URL') {
        return ['proxy', `the proxy for ${host} is not a URL: check HTTPS_PROXY (http://HOST:PORT)`];
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return [
            'dns',
            `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`,
        ];
    }
    if (connecting && /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(code)) {
        return [
            'refused',
            `${host} refused the connection (${code}): check host and port, or use a runner that may reach it`,
        ];
    }
    // Node checks the certificate before it lets any byte of the request out.
    if (/^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH)/.test(code)) {
        return [
            'certificate',
            `no trusted TLS connection to ${host} (${code}): its certificate is not one that this runner trusts`,
        ];
    }
    if (code === 'ETIMEDOUT')
        return ['timeout', `${host} did not answer in time (${code})`];
    return ['broken', `the connection to ${host} broke off (${code || text || 'no reason given'})`];
}
/** Connecting to several addresses fails with one AggregateError that holds a cause for each. */
function firstOf(cause) {
    return cause instanceof AggregateError ? cause.errors[0] : cause;
}
function codeOf(cause) {
    const first = firstOf(cause);
    return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : '';
}
function syscallOf(cause) {
    const first = firstOf(cause);
    return first instanceof Error && 'syscall' in first ? first.syscall : undefined;
}

;// CONCATENATED MODULE: ./build/tokens/permissions.js
const ACTIONS = ['read', 'write'];
/** ANY_DATABASE as a permission's database means all that there are and all that will be. */
const ANY_DATABASE = '*';
/** grants lists every action for every database: what the bare form of `permissions` means. */
function grants(actions, databases) {
    return databases.flatMap((resource) => ACTIONS.filter((action) => actions.includes(action)).map((action) => ({ action, resource })));
}
/** mergePermissions drops what stands twice and keeps the order. */
function mergePermissions(permissions) {
    return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}
/** grantsAnyDatabase tells whether all databases are included, those to come as well. */
function grantsAnyDatabase(permissions) {
    return permissions.some((permission) => permission.resource === ANY_DATABASE);
}
/** samePermissions compares as sets: neither order nor repetition is a difference. */
function samePermissions(one, other) {
    const ones = new Set(one.map(key));
    const others = new Set(other.map(key));
    return ones.size === others.size && [...ones].every((permission) => others.has(permission));
}
/** formatPermissions writes the JSON of the output `permissions`, which the input of that name reads. */
function formatPermissions(permissions) {
    return JSON.stringify(permissions.map(({ action, resource }) => ({ action, resource })));
}
/** describePermissions writes grants for people: `metrics: read, write; logs: read`. */
function describePermissions(permissions) {
    if (permissions.length === 0)
        return 'none';
    const byDatabase = Map.groupBy(permissions, (permission) => permission.resource);
    return [...byDatabase]
        .map(([database, held]) => `${database}: ${held.map((permission) => permission.action).join(', ')}`)
        .join('; ');
}
function key({ action, resource }) {
    return JSON.stringify([action, resource]);
}

;// CONCATENATED MODULE: ./build/data-plane/probe.js



/** Must not be changed: anything malformed is answered 200 before the token is looked at. Cheap on any database. */
const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';
/** DataPlane tries tokens out on a cluster. It never writes a point. */
class DataPlane {
    #requests;
    #clusterUrl;
    /** `clusterUrl` has no slash at its end. */
    constructor(requests, clusterUrl) {
        this.#requests = requests;
        this.#clusterUrl = clusterUrl;
    }
    /** probe asks once, for at most so many milliseconds, whether the cluster accepts a token. Never throws for an answer. */
    async probe(target, token, timeoutMs) {
        try {
            const { status } = await this.#requests.once(this.#request(target, token), timeoutMs);
            return reading(target.action, status, this.#requests.heldForMs);
        }
        catch (error) {
            if (error instanceof NetworkError)
                return { kind: 'unreachable', why: error.message };
            if (error instanceof Failure)
                return { kind: 'turned-away', why: error.message };
            throw error;
        }
    }
    #request({ action, database }, token) {
        // A connection of its own for each probe: behind a balancer, one that is kept open leads to the same replica.
        const headers = {
            Accept: 'application/json',
            Authorization: `Bearer ${token.reveal()}`,
            Connection: 'close',
        };
        const name = encodeURIComponent(database);
        if (action === 'read') {
            const url = new URL(`${this.#clusterUrl}/query?db=${name}&q=${encodeURIComponent(CHEAP_QUERY)}`);
            return { method: 'GET', url, headers };
        }
        const url = new URL(`${this.#clusterUrl}/api/v2/write?org=x&bucket=${name}&precision=s`);
        return {
            method: 'POST',
            url,
            headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
            body: '',
        };
    }
}
/**
 * probeTarget picks the grant to try: a read before a write, a named database before `*`. For `*` any database of the
 * cluster will do. Undefined when there is nothing to probe: no grant, or `*` on a cluster without databases.
 */
function probeTarget(permissions, existing) {
    for (const action of ['read', 'write']) {
        const granted = permissions.filter((permission) => permission.action === action);
        const named = granted.find((permission) => permission.resource !== ANY_DATABASE)?.resource;
        const database = named ?? (granted.length > 0 ? existing[0] : undefined);
        if (database !== undefined)
            return { action, database };
    }
    return undefined;
}
/** Not yet active is 401 or 403, depending on version and proxy. A 400 to a write came after authorization. */
function reading(action, status, holdMs) {
    const why = `the cluster answered ${status}`;
    if (status === 401 || status === 403)
        return { kind: 'refused', why };
    const accepted = action === 'read' ? status === 200 : status === 204 || status === 400;
    return accepted ? { kind: 'accepted' } : { kind: 'unclear', why, holdMs };
}

;// CONCATENATED MODULE: ./build/http/retry-after.js
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const HTTP_DATE = new RegExp(`^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})|(?:${MONTHS}) [ \\d]\\d)`);
/** Longer than anybody waits, and still a number that can be shown. */
const LONGEST_S = 1e12;
/**
 * parseRetryAfter reads the header in both of its forms, seconds and date. Returns milliseconds from `now` (in
 * milliseconds since 1970), or undefined when the header is absent or senseless.
 */
function parseRetryAfter(value, now) {
    const text = value?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Math.min(Number(text), LONGEST_S) * 1000;
    if (!HTTP_DATE.test(text))
        return undefined;
    // The oldest of the three forms of a date names no zone: it is in GMT like the others.
    const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./build/http/requests.js



/** How long a server may ask us to wait. More is no pause but a refusal, and fails at once. */
const LONGEST_RETRY_AFTER_MS = 60_000;
const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 10_000;
/** Requests is the one place that sends requests: it says how often, how long, and when to hold back. */
class Requests {
    policy;
    #transport;
    #clock;
    #random;
    #note;
    /** No request leaves before this time: a `Retry-After` holds back all of them, not just the one it answered. */
    #heldUntil = 0;
    /** `random` gives numbers from 0 to 1; `note` gets a line for each try that has to be repeated. */
    constructor(transport, clock, random, note, policy) {
        this.#transport = transport;
        this.#clock = clock;
        this.#random = random;
        this.#note = note;
        this.policy = policy;
    }
    /** heldForMs is how long a server's `Retry-After` still keeps any request from leaving. */
    get heldForMs() {
        return Math.max(0, this.#heldUntil - this.#clock.now());
    }
    /**
     * once sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
     * when there is no answer, and a Failure when the server asks to wait longer than is sensible.
     */
    async once(request, timeoutMs = this.policy.timeoutMs) {
        await this.#waitWhileHeld();
        const answer = await this.#transport.send(request, Math.min(timeoutMs, this.policy.timeoutMs, this.#timeLeft()));
        if (isPassing(answer.status))
            this.#holdBack(answer, request.url);
        return answer;
    }
    /**
     * repeatedly sends a request that may safely arrive twice, until it is answered by something else than a passing
     * error, or the retries are used up: then the last answer counts. Throws like once.
     */
    async repeatedly(request) {
        for (let attempt = 0;; attempt++) {
            const outcome = await this.once(request).catch(networkErrorOnly);
            const unanswered = outcome instanceof NetworkError;
            const passing = unanswered ? outcome.passing : isPassing(outcome.status);
            if (!passing || attempt >= this.policy.retries || !(await this.backOff(attempt))) {
                if (unanswered)
                    throw outcome;
                return outcome;
            }
            const why = unanswered ? outcome.message : `it was answered ${outcome.status}`;
            this.#note(`Trying ${request.method} ${request.url.pathname} again, since ${why}.`);
        }
    }
    /**
     * backOff waits before the next try: a random time below a bound that doubles ("full jitter"). Returns false, at once,
     * when there is no time left for that.
     */
    async backOff(attempt) {
        const pause = this.#random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
        if (this.#timeLeft() <= Math.max(pause, this.heldForMs))
            return false;
        await this.#clock.sleep(pause);
        return true;
    }
    /** Another answer may prolong the hold while this request waits for its end. */
    async #waitWhileHeld() {
        for (;;) {
            const held = this.heldForMs;
            if (this.#timeLeft() <= held)
                throw new NetworkError('timeout', 'no time was left to send a request');
            if (held === 0)
                return;
            await this.#clock.sleep(held);
        }
    }
    #holdBack(answer, url) {
        const wait = parseRetryAfter(answer.headers['retry-after'], this.#clock.now());
        if (wait === undefined)
            return;
        if (wait > LONGEST_RETRY_AFTER_MS) {
            throw new RetryAfterTooLong(answer.status, url.host, wait);
        }
        this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + wait);
    }
    /** Until everything must be over, in milliseconds; endless without a deadline. */
    #timeLeft() {
        return (this.policy.deadline ?? Number.POSITIVE_INFINITY) - this.#clock.now();
    }
}
/** RetryAfterTooLong is thrown when a server names a pause that no job should sit through. */
class RetryAfterTooLong extends Failure {
    constructor(status, host, waitMs) {
        super('The server asks to wait', `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1000)} s (Retry-After); at most ` +
            `${LONGEST_RETRY_AFTER_MS / 1000} s are waited for. Run the job again later.`);
        this.name = 'RetryAfterTooLong';
    }
}
/** isPassing tells whether a status says "not now": the same request may succeed later. */
function isPassing(status) {
    return status === 408 || status === 429 || (status >= 500 && status <= 599);
}
function networkErrorOnly(error) {
    if (error instanceof NetworkError)
        return error;
    throw error;
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __on_first_use("node:https");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = require("node:url");
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = external_http_;
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
var external_https_namespaceObject = external_https_;
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./stand-ins/undici/index.js
/**
 * ProxyAgent stands in for undici's. @actions/http-client imports undici at its top for one method alone,
 * getAgentDispatcher, which this action never calls (its proxy support for node:http goes through the package
 * `tunnel`). The real one would add 937 kB to dist and a third to every start.
 */
class ProxyAgent {
  constructor() {
    throw new Error('undici is not part of this bundle: use getAgent, not getAgentDispatcher');
  }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./build/http/transport.js





const USER_AGENT = 'influxdb-token-action';
/** Longer than any time-out of ours: without it http-client gives up after three silent minutes. */
const LONGEST_SILENCE_MS = 2 * 3600 * 1000;
/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/**
 * HttpTransport sends through @actions/http-client for the sake of its proxy support, and by its `requestRaw`, which
 * leaves out what this product must decide itself: retries, redirects, and what a 404 means. Its own time-out only
 * notices a silent socket; here a signal ends the whole exchange, a dripping body included.
 */
class HttpTransport {
    /** One for each origin: a client keeps connections open, and knows only one agent. */
    #clients = new Map();
    async send(request, timeoutMs) {
        const { url, method, headers, body } = request;
        const timeout = new AbortController();
        const timer = setTimeout(() => timeout.abort(), timeoutMs);
        try {
            const client = this.#client(url);
            const answer = await client.requestRaw({
                parsedUrl: url,
                httpModule: url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject,
                options: {
                    ...(0,external_node_url_namespaceObject.urlToHttpOptions)(url),
                    method,
                    headers: { ...headers, 'User-Agent': USER_AGENT },
                    agent: client.getAgent(url.href),
                    signal: timeout.signal,
                },
            }, body ?? null);
            const { statusCode = 0, headers: answered } = answer.message;
            return { status: statusCode, headers: answered, body: await readBody(answer.message) };
        }
        catch (error) {
            if (timeout.signal.aborted) {
                throw new NetworkError('timeout', `${url.host} did not answer within ${Math.ceil(timeoutMs / 1000)} s`, {
                    cause: error,
                });
            }
            throw networkError(error, url.host);
        }
        finally {
            clearTimeout(timer);
        }
    }
    #client(url) {
        const known = this.#clients.get(url.origin);
        if (known)
            return known;
        const client = new HttpClient(USER_AGENT, [], { keepAlive: true, socketTimeout: LONGEST_SILENCE_MS });
        verifyCertificates(client.getAgent(url.href));
        this.#clients.set(url.origin, client);
        return client;
    }
}
/**
 * verifyCertificates sets explicitly what is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
 * An agent behind a proxy keeps the options of its connection to the proxy apart.
 */
function verifyCertificates(agent) {
    const { options: direct, proxyOptions: proxy } = agent;
    for (const options of [direct, proxy]) {
        if (options)
            Object.assign(options, { rejectUnauthorized: true });
    }
}
/** Listens instead of iterating, which costs a millisecond of a start. A message that ends early is an error. */
function readBody(message) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        message.on('data', (chunk) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size > LARGEST_ANSWER)
                message.destroy(tooLarge());
        });
        message.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        message.on('error', reject);
    });
}
function tooLarge() {
    return new NetworkError('too-large', `the answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MiB`);
}

;// CONCATENATED MODULE: ./build/inputs/declared.js
/**
 * INPUTS declares every input, its default and who reads it; action.yml says the same, which a test compares.
 * Defaults that depend on other inputs (product, URLs, expiry, description) are applied where these are read.
 */
const INPUTS = {
    operation: { default: 'create', readBy: 'all' },
    'management-token': { readBy: 'all' },
    'account-id': { readBy: 'all' },
    'cluster-id': { readBy: 'all' },
    product: { readBy: 'all' },
    'api-url': { readBy: 'all' },
    'cluster-url': { readBy: ['create', 'rotate'] },
    'request-timeout': { default: '30s', readBy: 'all' },
    retries: { default: '4', readBy: 'all' },
    databases: { readBy: ['create', 'update', 'rotate', 'list'] },
    permissions: { readBy: ['create', 'update', 'rotate'] },
    'check-databases': { default: 'true', readBy: ['create', 'update', 'rotate'] },
    'expires-at': { readBy: ['create', 'rotate'] },
    description: { readBy: ['create', 'update', 'rotate'] },
    'description-pattern': { readBy: ['list', 'cleanup'] },
    'token-id': { readBy: ['get', 'update', 'revoke', 'rotate'] },
    'skip-token-revoke': { default: 'false', readBy: ['create'] },
    'fail-on-revoke-error': { default: 'false', readBy: ['create'] },
    'activation-timeout': { default: '5m', readBy: ['create', 'rotate'] },
    'store-in': { readBy: ['rotate'] },
    'store-token': { readBy: ['rotate'] },
    'renew-before': { readBy: ['rotate'] },
    'grace-period': { default: '24h', readBy: ['rotate'] },
    status: { default: 'active', readBy: ['list'] },
    'expires-within': { readBy: ['list'] },
    scope: { applied: 'repository', readBy: ['list', 'cleanup'] },
    'max-age': { readBy: ['cleanup'] },
    'max-revocations': { default: '100', readBy: ['cleanup'] },
    'dry-run': { default: 'false', readBy: ['update', 'revoke', 'rotate', 'cleanup'] },
};
/** readInputs reads every declared input with `read`, which gives trimmed texts. */
function readInputs(read) {
    const names = Object.keys(INPUTS);
    return Object.fromEntries(names.map((name) => [name, read(name)]));
}
/** givenOrDefault is an input's text, or its declared default where it is empty. */
function givenOrDefault(inputs, name) {
    return inputs[name] === '' ? defaultOf(name) : inputs[name];
}
/**
 * foreignInputs finds inputs that were given to an operation which does not read them. Silence would be dangerous:
 * somebody who writes `dry-run: true` beside `operation: create` does not expect a token.
 */
function foreignInputs(inputs, operation) {
    return Object.keys(INPUTS)
        .filter((name) => inputs[name] !== '' && !isDefault(name, inputs[name]))
        .filter((name) => !isReadBy(name, operation))
        .map((name) => ({
        input: name,
        message: `\`operation: ${operation}\` does not read it, it belongs to ${listOperations(name)}. Remove it.`,
    }));
}
function isReadBy(name, operation) {
    const { readBy } = INPUTS[name];
    return readBy === 'all' || readBy.includes(operation);
}
function defaultOf(name) {
    const declaration = INPUTS[name];
    return declaration.default ?? '';
}
/** `False` is YAML's false as much as `false` is. */
function isDefault(name, given) {
    const { default: declared, applied } = INPUTS[name];
    return (given === declared || given === applied || (declared === 'false' && given.toLowerCase() === declared));
}
function listOperations(name) {
    const { readBy } = INPUTS[name];
    return readBy === 'all' ? 'all operations' : readBy.map((operation) => `\`${operation}\``).join(', ');
}

;// CONCATENATED MODULE: ./build/secret.js
/**
 * Secret holds a credential so that it cannot be printed by accident: in a template, in JSON or in an inspected
 * object it reads `***`. Only reveal() gives it away, and the few callers of reveal() are easy to find.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** reveal returns the credential itself: for a request header, a mask or the output `token`, never for a text. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
}

;// CONCATENATED MODULE: ./build/tokens/instant.js
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/;
/** The last instant that RFC 3339 can write. */
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/**
 * parseInstant reads an RFC 3339 date with any offset. Returns milliseconds since 1970, or undefined for anything
 * else: a date without an offset, a day that no calendar has. Sub-seconds beyond the millisecond are cut.
 */
function parseInstant(text) {
    const match = RFC3339.exec(text);
    if (!match)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    const [offsetHours, offsetMinutes] = [Number(match[10] ?? 0), Number(match[11] ?? 0)];
    // A leap second is legal and counts as the first second of the next minute.
    if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59)
        return undefined;
    const midnight = new Date(0);
    midnight.setUTCFullYear(year, month - 1, day);
    if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day)
        return undefined;
    const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
    const local = midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
    const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[9] === '-' ? -1 : 1);
    return withinCalendar(local - offset);
}
/** withinCalendar is undefined for an instant after the year 9999, which RFC 3339 cannot write. */
function withinCalendar(instant) {
    return instant <= END_OF_CALENDAR ? instant : undefined;
}
/** formatInstant writes milliseconds since 1970 as RFC 3339 in UTC, without a fraction where there is none. */
function formatInstant(instant) {
    return new Date(instant).toISOString().replace('.000Z', 'Z');
}
/** parseServerDate reads a date of the API: absent, null, empty and zero dates are "unset". */
function parseServerDate(value) {
    if (value === undefined || value === null || value === '')
        return 'unset';
    if (typeof value !== 'string')
        return 'unreadable';
    const instant = parseInstant(value);
    if (instant === undefined)
        return 'unreadable';
    // Zero dates: Go's (year 1) and Unix's.
    return instant <= 0 ? 'unset' : instant;
}

;// CONCATENATED MODULE: ./build/tokens/uuid.js
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
 * isUuid checks for UUID syntax and never for a version: Clustered's dummy id is of none. Every id that goes into a
 * path must pass: `../databases/prod` for a token's id would delete a database.
 */
function isUuid(text) {
    return UUID.test(text);
}

;// CONCATENATED MODULE: ./build/shorten.js
/**
 * shorten cuts a text to about so many characters, at white space alone: a credential has none, so that no part of one
 * is left which the masks, made for the whole, would not cover.
 */
function shorten(text, longest) {
    if (text.length <= longest)
        return text;
    const space = text.slice(0, longest + 1).search(/\s\S*$/);
    return space > 0 ? `${text.slice(0, space)} \u2026` : `\u2026 (${text.length} characters)`;
}

;// CONCATENATED MODULE: ./node_modules/@badrap/valita/dist/index.js
/**
 * @module
 * A typesafe validation & parsing library for TypeScript.
 *
 * @example
 * ```ts
 * import * as v from "@badrap/valita";
 *
 * const vehicle = v.union(
 *   v.object({ type: v.literal("plane"), airline: v.string() }),
 *   v.object({ type: v.literal("train") }),
 *   v.object({ type: v.literal("automobile"), make: v.string() })
 * );
 * vehicle.parse({ type: "bike" });
 * // ValitaError: invalid_literal at .type (expected "plane", "train" or "automobile")
 * ```
 */
function expectedType(expected) {
    return {
        ok: false,
        code: "invalid_type",
        expected,
    };
}
const ISSUE_EXPECTED_NOTHING = expectedType([]);
const ISSUE_EXPECTED_STRING = expectedType(["string"]);
const ISSUE_EXPECTED_NUMBER = expectedType(["number"]);
const ISSUE_EXPECTED_BIGINT = expectedType(["bigint"]);
const ISSUE_EXPECTED_BOOLEAN = expectedType(["boolean"]);
const ISSUE_EXPECTED_UNDEFINED = expectedType(["undefined"]);
const ISSUE_EXPECTED_NULL = expectedType(["null"]);
const ISSUE_EXPECTED_OBJECT = expectedType(["object"]);
const ISSUE_EXPECTED_ARRAY = expectedType(["array"]);
const ISSUE_MISSING_VALUE = {
    ok: false,
    code: "missing_value",
};
function joinIssues(left, right) {
    return left ? { ok: false, code: "join", left, right } : right;
}
function prependPath(key, tree) {
    return { ok: false, code: "prepend", key, tree };
}
function cloneIssueWithPath(tree, path) {
    const code = tree.code;
    switch (code) {
        case "invalid_type":
            return { code, path, expected: tree.expected };
        case "invalid_literal":
            return { code, path, expected: tree.expected };
        case "missing_value":
            return { code, path };
        case "invalid_length":
            return {
                code,
                path,
                minLength: tree.minLength,
                maxLength: tree.maxLength,
            };
        case "unrecognized_keys":
            return { code, path, keys: tree.keys };
        case "invalid_union":
            return { code, path, issues: collectIssues(tree.tree) };
        case "custom_error":
            if (typeof tree.error === "object" && tree.error.path !== undefined) {
                path.push(...tree.error.path);
            }
            return {
                code,
                path,
                message: typeof tree.error === "string" ? tree.error : tree.error?.message,
            };
    }
}
function collectIssues(tree, path = [], issues = []) {
    for (;;) {
        if (tree.code === "join") {
            collectIssues(tree.left, path.slice(), issues);
            tree = tree.right;
        }
        else if (tree.code === "prepend") {
            path.push(tree.key);
            tree = tree.tree;
        }
        else {
            issues.push(cloneIssueWithPath(tree, path));
            return issues;
        }
    }
}
function separatedList(list, sep) {
    if (list.length === 0) {
        return "nothing";
    }
    else if (list.length === 1) {
        return list[0];
    }
    else {
        return `${list.slice(0, -1).join(", ")} ${sep} ${list[list.length - 1]}`;
    }
}
function formatLiteral(value) {
    return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}
function countIssues(tree) {
    let count = 0;
    for (;;) {
        if (tree.code === "join") {
            count += countIssues(tree.left);
            tree = tree.right;
        }
        else if (tree.code === "prepend") {
            tree = tree.tree;
        }
        else {
            return count + 1;
        }
    }
}
function formatIssueTree(tree) {
    let path = "";
    let count = 0;
    for (;;) {
        if (tree.code === "join") {
            count += countIssues(tree.right);
            tree = tree.left;
        }
        else if (tree.code === "prepend") {
            path += `.${tree.key}`;
            tree = tree.tree;
        }
        else {
            break;
        }
    }
    let message = "validation failed";
    if (tree.code === "invalid_type") {
        message = `expected ${separatedList(tree.expected, "or")}`;
    }
    else if (tree.code === "invalid_literal") {
        message = `expected ${separatedList(tree.expected.map(formatLiteral), "or")}`;
    }
    else if (tree.code === "missing_value") {
        message = `missing value`;
    }
    else if (tree.code === "unrecognized_keys") {
        const keys = tree.keys;
        message = `unrecognized ${keys.length === 1 ? "key" : "keys"} ${separatedList(keys.map(formatLiteral), "and")}`;
    }
    else if (tree.code === "invalid_length") {
        const min = tree.minLength;
        const max = tree.maxLength;
        message = `expected an array with `;
        if (min > 0) {
            if (max === min) {
                message += `${min}`;
            }
            else if (max !== undefined) {
                message += `between ${min} and ${max}`;
            }
            else {
                message += `at least ${min}`;
            }
        }
        else {
            message += `at most ${max ?? "\u221e"}`;
        }
        message += ` item(s)`;
    }
    else if (tree.code === "custom_error") {
        const error = tree.error;
        if (typeof error === "string") {
            message = error;
        }
        else if (error !== undefined) {
            if (error.message !== undefined) {
                message = error.message;
            }
            if (error.path !== undefined) {
                path += "." + error.path.join(".");
            }
        }
    }
    let msg = `${tree.code} at .${path.slice(1)} (${message})`;
    if (count === 1) {
        msg += ` (+ 1 other issue)`;
    }
    else if (count > 1) {
        msg += ` (+ ${count} other issues)`;
    }
    return msg;
}
function lazyProperty(obj, prop, value, enumerable) {
    Object.defineProperty(obj, prop, {
        value,
        enumerable,
        writable: false,
    });
    return value;
}
/**
 * An error type representing one or more validation/parsing errors.
 *
 * The `.message` property gives a short overview of the encountered issues,
 * while the `.issue` property can be used to get a more detailed list.
 *
 * @example
 * ```ts
 * const t = v.object({ a: v.null(), b: v.null() });
 *
 * try {
 *   t.parse({ a: 1 });
 * } catch (err) {
 *   err.message;
 *   // "invalid_type at .a (expected null) (+ 1 other issue)"
 *
 *   err.issues;
 *   // [
 *   //   { code: 'invalid_type', path: [ 'a' ], expected: [ 'null' ] },
 *   //   { code: 'missing_value', path: [ 'b' ] }
 *   // ]
 * }
 * ```
 */
class ValitaError extends Error {
    #issueTree;
    constructor(issueTree) {
        super();
        this.#issueTree = issueTree;
    }
    get message() {
        return lazyProperty(this, "message", formatIssueTree(this.#issueTree), true);
    }
    get issues() {
        return lazyProperty(this, "issues", collectIssues(this.#issueTree), true);
    }
}
ValitaError.prototype.name = "ValitaError";
class ErrImpl {
    ok = false;
    /** @internal */
    _issueTree;
    constructor(issueTree) {
        this._issueTree = issueTree;
    }
    get issues() {
        return lazyProperty(this, "issues", collectIssues(this._issueTree), true);
    }
    get message() {
        return lazyProperty(this, "message", formatIssueTree(this._issueTree), true);
    }
    throw() {
        throw new ValitaError(this._issueTree);
    }
}
function ok(value) {
    return { ok: true, value };
}
/**
 * Create a value for returning a parsing error from chain().
 *
 * An optional error message can be provided.
 *
 * @example
 * ```ts
 * const t = v.string().chain(() => v.err("bad value"));
 *
 * t.parse("hello");
 * // ValitaError: custom_error at . (bad value)
 * ```
 */
function err(error) {
    return new ErrImpl({ ok: false, code: "custom_error", error });
}
function isObject(v) {
    return typeof v === "object" && v !== null && !Array.isArray(v);
}
const FLAG_FORBID_EXTRA_KEYS = 1 << 0;
const FLAG_STRIP_EXTRA_KEYS = 1 << 1;
const FLAG_MISSING_VALUE = 1 << 2;
const TAG_UNKNOWN = 0;
const TAG_NEVER = 1;
const TAG_STRING = 2;
const TAG_NUMBER = 3;
const TAG_BIGINT = 4;
const TAG_BOOLEAN = 5;
const TAG_NULL = 6;
const TAG_UNDEFINED = 7;
const TAG_LITERAL = 8;
const TAG_OPTIONAL = 9;
const TAG_OBJECT = 10;
const TAG_ARRAY = 11;
const TAG_UNION = 12;
const TAG_SIMPLE_UNION = 13;
const TAG_TRANSFORM = 14;
const TAG_OTHER = 15;
const taggedMatcher = (tag, match) => {
    return { tag, match };
};
function callMatcher(matcher, value, flags) {
    switch (matcher.tag) {
        case TAG_UNKNOWN:
            return undefined;
        case TAG_NEVER:
            return ISSUE_EXPECTED_NOTHING;
        case TAG_STRING:
            return typeof value === "string" ? undefined : ISSUE_EXPECTED_STRING;
        case TAG_NUMBER:
            return typeof value === "number" ? undefined : ISSUE_EXPECTED_NUMBER;
        case TAG_BIGINT:
            return typeof value === "bigint" ? undefined : ISSUE_EXPECTED_BIGINT;
        case TAG_BOOLEAN:
            return typeof value === "boolean" ? undefined : ISSUE_EXPECTED_BOOLEAN;
        case TAG_NULL:
            return value === null ? undefined : ISSUE_EXPECTED_NULL;
        case TAG_UNDEFINED:
            return value === undefined ? undefined : ISSUE_EXPECTED_UNDEFINED;
        case TAG_LITERAL:
            return matcher.match(value, flags);
        case TAG_OPTIONAL:
            return matcher.match(value, flags);
        case TAG_OBJECT:
            return matcher.match(value, flags);
        case TAG_ARRAY:
            return matcher.match(value, flags);
        case TAG_UNION:
            return matcher.match(value, flags);
        case TAG_SIMPLE_UNION:
            return matcher.match(value, flags);
        case TAG_TRANSFORM:
            return matcher.match(value, flags);
        default:
            return matcher.match(value, flags);
    }
}
const MATCHER_SYMBOL = Symbol.for("@valita/internal");
class AbstractType {
    /**
     * Derive a new validator that uses the provided predicate function to
     * perform custom validation for the source validator's output values.
     *
     * The predicate function should return `true` when the source
     * type's output value is valid, `false` otherwise. The checked value
     * itself won't get modified or replaced, and is returned as-is on
     * validation success.
     *
     * @example A validator that accepts only numeric strings.
     * ```ts
     * const numericString = v.string().assert((s) => /^\d+$/.test(s))
     * numericString.parse("1");
     * // "1"
     * numericString.parse("foo");
     * // ValitaError: custom_error at . (validation failed)
     * ```
     *
     * You can also _refine_ the output type by passing in a
     * [type predicate](https://www.typescriptlang.org/docs/handbook/2/narrowing.html#using-type-predicates).
     * Note that the type predicate must have a compatible input type.
     *
     * @example A validator with its output type refined to `Date`.
     * ```ts
     * const dateType = v.unknown().assert((v): v is Date => v instanceof Date);
     * ```
     *
     * You can also pass in a custom failure messages.
     *
     * @example A validator that rejects non-integers with a custom error.
     * ```ts
     * const integer = v.number().assert((n) => Number.isInteger(n), "not an integer");
     * integer.parse(1);
     * // 1
     * integer.parse(1.5);
     * // ValitaError: custom_error at . (not an integer)
     * ```
     *
     * @param func - The assertion predicate function.
     * @param [error] - A custom error for situations when the assertion
     *                  predicate returns `false`.
     */
    assert(func, error) {
        const err = { ok: false, code: "custom_error", error };
        return new TransformType(this, (v, flags) => func(v, flagsToOptions(flags)) ? undefined : err);
    }
    map(func) {
        return new TransformType(this, (v, flags) => ({
            ok: true,
            value: func(v, flagsToOptions(flags)),
        }));
    }
    chain(input) {
        if (typeof input === "function") {
            return new TransformType(this, (v, flags) => {
                const r = input(v, flagsToOptions(flags));
                return r.ok
                    ? r
                    : r._issueTree;
            });
        }
        return new TransformType(this, (v, flags) => callMatcher(input[MATCHER_SYMBOL], v, flags));
    }
}
/**
 * A base class for all concrete validators/parsers.
 */
class Type extends AbstractType {
    optional(defaultFn) {
        // If this type is already Optional there's no need to wrap it inside
        // a new Optional instance.
        const optional = new Optional(this);
        if (!defaultFn) {
            return optional;
        }
        return new TransformType(optional, (v) => {
            return v === undefined ? { ok: true, value: defaultFn() } : undefined;
        });
    }
    nullable(defaultFn) {
        const nullable = new SimpleUnion([null_(), this]);
        if (!defaultFn) {
            return nullable;
        }
        return new TransformType(nullable, (v) => {
            return v === null ? { ok: true, value: defaultFn() } : undefined;
        });
    }
    _toTerminals(func) {
        func(this);
    }
    /**
     * Parse a value without throwing.
     */
    try(v, options) {
        const r = callMatcher(this[MATCHER_SYMBOL], v, options === undefined
            ? FLAG_FORBID_EXTRA_KEYS
            : options.mode === "strip"
                ? FLAG_STRIP_EXTRA_KEYS
                : options.mode === "passthrough"
                    ? 0
                    : FLAG_FORBID_EXTRA_KEYS);
        return r === undefined || r.ok
            ? { ok: true, value: (r === undefined ? v : r.value) }
            : new ErrImpl(r);
    }
    /**
     * Parse a value. Throw a ValitaError on failure.
     */
    parse(v, options) {
        const r = callMatcher(this[MATCHER_SYMBOL], v, options === undefined
            ? FLAG_FORBID_EXTRA_KEYS
            : options.mode === "strip"
                ? FLAG_STRIP_EXTRA_KEYS
                : options.mode === "passthrough"
                    ? 0
                    : FLAG_FORBID_EXTRA_KEYS);
        if (r === undefined || r.ok) {
            return (r === undefined ? v : r.value);
        }
        throw new ValitaError(r);
    }
}
class SimpleUnion extends Type {
    name = "union";
    options;
    constructor(options) {
        super();
        this.options = options;
    }
    get [MATCHER_SYMBOL]() {
        const options = this.options.map((o) => o[MATCHER_SYMBOL]);
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_SIMPLE_UNION, (v, flags) => {
            let issue = ISSUE_EXPECTED_NOTHING;
            for (const option of options) {
                const result = callMatcher(option, v, flags);
                if (result === undefined || result.ok) {
                    return result;
                }
                issue = result;
            }
            return issue;
        }), false);
    }
    _toTerminals(func) {
        for (const option of this.options) {
            option._toTerminals(func);
        }
    }
}
/**
 * A validator/parser marked as "optional", signifying that their value can
 * be missing from the parsed object.
 *
 * As such optionals can only be used as property validators within
 * object validators.
 */
class Optional extends AbstractType {
    name = "optional";
    type;
    constructor(type) {
        super();
        this.type = type;
    }
    optional(defaultFn) {
        if (!defaultFn) {
            return this;
        }
        return new TransformType(this, (v) => {
            return v === undefined ? { ok: true, value: defaultFn() } : undefined;
        });
    }
    get [MATCHER_SYMBOL]() {
        const matcher = this.type[MATCHER_SYMBOL];
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_OPTIONAL, (v, flags) => v === undefined || flags & FLAG_MISSING_VALUE
            ? undefined
            : callMatcher(matcher, v, flags)), false);
    }
    _toTerminals(func) {
        func(this);
        func(undefined_());
        this.type._toTerminals(func);
    }
}
// Set a bit in position `index` to one and return the updated bitset.
// This function may or may not mutate `bits` in-place.
function setBit(bits, index) {
    if (typeof bits !== "number") {
        const idx = index >> 5;
        for (let i = bits.length; i <= idx; i++) {
            bits.push(0);
        }
        bits[idx] |= 1 << (index % 32);
        return bits;
    }
    else if (index < 32) {
        return bits | (1 << index);
    }
    else {
        return setBit([bits, 0], index);
    }
}
// Get the bit at position `index`.
function getBit(bits, index) {
    if (typeof bits === "number") {
        return index < 32 ? (bits >>> index) & 1 : 0;
    }
    else {
        return (bits[index >> 5] >>> (index % 32)) & 1;
    }
}
class ObjectType extends Type {
    name = "object";
    shape;
    restType;
    constructor(shape, restType) {
        super();
        this.shape = shape;
        this.restType = restType;
    }
    get [MATCHER_SYMBOL]() {
        const func = createObjectMatcher(this.shape, this.restType);
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_OBJECT, (v, flags) => isObject(v) ? func(v, flags) : ISSUE_EXPECTED_OBJECT), false);
    }
    rest(restType) {
        return new ObjectType(this.shape, restType);
    }
    extend(shape) {
        return new ObjectType({ ...this.shape, ...shape }, this.restType);
    }
    pick(...keys) {
        const shape = {};
        for (const key of keys) {
            set(shape, key, this.shape[key]);
        }
        return new ObjectType(shape, undefined);
    }
    omit(...keys) {
        const shape = { ...this.shape };
        for (const key of keys) {
            delete shape[key];
        }
        return new ObjectType(shape, this.restType);
    }
    partial() {
        const shape = {};
        for (const key of Object.keys(this.shape)) {
            set(shape, key, this.shape[key].optional());
        }
        const rest = this.restType?.optional();
        return new ObjectType(shape, rest);
    }
}
function set(obj, key, value) {
    if (key === "__proto__") {
        Object.defineProperty(obj, key, {
            value,
            writable: true,
            enumerable: true,
            configurable: true,
        });
    }
    else {
        obj[key] = value;
    }
}
function createObjectMatcher(shape, rest) {
    const indexedEntries = Object.keys(shape).map((key, index) => {
        const type = shape[key];
        let optional = false;
        type._toTerminals((t) => {
            optional ||= t.name === "optional";
        });
        return {
            key,
            index,
            matcher: type[MATCHER_SYMBOL],
            optional,
            missing: prependPath(key, ISSUE_MISSING_VALUE),
        };
    });
    const keyedEntries = Object.create(null);
    for (const entry of indexedEntries) {
        keyedEntries[entry.key] = entry;
    }
    const restMatcher = rest?.[MATCHER_SYMBOL];
    // A fast path for record(unknown())
    const fastPath = indexedEntries.length === 0 && rest?.name === "unknown";
    return (obj, flags) => {
        if (fastPath) {
            return undefined;
        }
        let output = undefined;
        let issues = undefined;
        let unrecognized = undefined;
        let seenBits = 0;
        let seenCount = 0;
        if (flags & (FLAG_FORBID_EXTRA_KEYS | FLAG_STRIP_EXTRA_KEYS) ||
            restMatcher !== undefined) {
            for (const key in obj) {
                const value = obj[key];
                const entry = keyedEntries[key];
                if (entry === undefined && restMatcher === undefined) {
                    if (flags & FLAG_FORBID_EXTRA_KEYS) {
                        if (unrecognized === undefined) {
                            unrecognized = [key];
                            issues = joinIssues(issues, {
                                ok: false,
                                code: "unrecognized_keys",
                                keys: unrecognized,
                            });
                        }
                        else {
                            unrecognized.push(key);
                        }
                    }
                    else if (flags & FLAG_STRIP_EXTRA_KEYS &&
                        issues === undefined &&
                        output === undefined) {
                        output = {};
                        for (let m = 0; m < indexedEntries.length; m++) {
                            if (getBit(seenBits, m)) {
                                const k = indexedEntries[m].key;
                                set(output, k, obj[k]);
                            }
                        }
                    }
                    continue;
                }
                const r = entry === undefined
                    ? callMatcher(restMatcher, value, flags)
                    : callMatcher(entry.matcher, value, flags);
                if (r === undefined) {
                    if (output !== undefined && issues === undefined) {
                        set(output, key, value);
                    }
                }
                else if (!r.ok) {
                    issues = joinIssues(issues, prependPath(key, r));
                }
                else if (issues === undefined) {
                    if (output === undefined) {
                        output = {};
                        if (restMatcher === undefined) {
                            for (let m = 0; m < indexedEntries.length; m++) {
                                if (getBit(seenBits, m)) {
                                    const k = indexedEntries[m].key;
                                    set(output, k, obj[k]);
                                }
                            }
                        }
                        else {
                            for (const k in obj) {
                                set(output, k, obj[k]);
                            }
                        }
                    }
                    set(output, key, r.value);
                }
                if (entry !== undefined) {
                    seenCount++;
                    seenBits = setBit(seenBits, entry.index);
                }
            }
        }
        if (seenCount < indexedEntries.length) {
            for (let i = 0; i < indexedEntries.length; i++) {
                if (getBit(seenBits, i)) {
                    continue;
                }
                const entry = indexedEntries[i];
                const value = obj[entry.key];
                let extraFlags = 0;
                if (value === undefined && !(entry.key in obj)) {
                    if (!entry.optional) {
                        issues = joinIssues(issues, entry.missing);
                        continue;
                    }
                    extraFlags = FLAG_MISSING_VALUE;
                }
                const r = callMatcher(entry.matcher, value, flags | extraFlags);
                if (r === undefined) {
                    if (output !== undefined && issues === undefined && !extraFlags) {
                        set(output, entry.key, value);
                    }
                }
                else if (!r.ok) {
                    issues = joinIssues(issues, prependPath(entry.key, r));
                }
                else if (issues === undefined) {
                    if (output === undefined) {
                        output = {};
                        if (restMatcher === undefined) {
                            for (let m = 0; m < indexedEntries.length; m++) {
                                if (m < i || getBit(seenBits, m)) {
                                    const k = indexedEntries[m].key;
                                    set(output, k, obj[k]);
                                }
                            }
                        }
                        else {
                            for (const k in obj) {
                                set(output, k, obj[k]);
                            }
                            for (let m = 0; m < i; m++) {
                                if (!getBit(seenBits, m)) {
                                    const k = indexedEntries[m].key;
                                    set(output, k, obj[k]);
                                }
                            }
                        }
                    }
                    set(output, entry.key, r.value);
                }
            }
        }
        if (issues !== undefined) {
            return issues;
        }
        return output && { ok: true, value: output };
    };
}
class ArrayOrTupleType extends Type {
    name = "array";
    prefix;
    restType;
    suffix;
    constructor(prefix, rest, suffix) {
        super();
        this.prefix = prefix;
        this.restType = rest;
        this.suffix = suffix;
    }
    get [MATCHER_SYMBOL]() {
        const prefix = this.prefix.map((t) => t[MATCHER_SYMBOL]);
        const suffix = this.suffix.map((t) => t[MATCHER_SYMBOL]);
        const rest = this.restType?.[MATCHER_SYMBOL] ??
            taggedMatcher(1, () => ISSUE_MISSING_VALUE);
        const minLength = prefix.length + suffix.length;
        const maxLength = this.restType ? Infinity : minLength;
        const invalidLength = {
            ok: false,
            code: "invalid_length",
            minLength,
            maxLength: maxLength === Infinity ? undefined : maxLength,
        };
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_ARRAY, (arr, flags) => {
            if (!Array.isArray(arr)) {
                return ISSUE_EXPECTED_ARRAY;
            }
            const length = arr.length;
            if (length < minLength || length > maxLength) {
                return invalidLength;
            }
            const headEnd = prefix.length;
            const tailStart = arr.length - suffix.length;
            let issueTree = undefined;
            let output = arr;
            for (let i = 0; i < arr.length; i++) {
                const entry = i < headEnd
                    ? prefix[i]
                    : i >= tailStart
                        ? suffix[i - tailStart]
                        : rest;
                const r = callMatcher(entry, arr[i], flags);
                if (r !== undefined) {
                    if (r.ok) {
                        if (output === arr) {
                            output = arr.slice();
                        }
                        output[i] = r.value;
                    }
                    else {
                        issueTree = joinIssues(issueTree, prependPath(i, r));
                    }
                }
            }
            if (issueTree) {
                return issueTree;
            }
            else if (arr === output) {
                return undefined;
            }
            else {
                return { ok: true, value: output };
            }
        }), false);
    }
    concat(type) {
        if (this.restType) {
            if (type.restType) {
                throw new TypeError("can not concatenate two variadic types");
            }
            return new ArrayOrTupleType(this.prefix, this.restType, [
                ...this.suffix,
                ...type.prefix,
                ...type.suffix,
            ]);
        }
        else if (type.restType) {
            return new ArrayOrTupleType([...this.prefix, ...this.suffix, ...type.prefix], type.restType, type.suffix);
        }
        else {
            return new ArrayOrTupleType([...this.prefix, ...this.suffix, ...type.prefix, ...type.suffix], type.restType, type.suffix);
        }
    }
}
function toInputType(v) {
    const type = typeof v;
    if (type !== "object") {
        return type;
    }
    else if (v === null) {
        return "null";
    }
    else if (Array.isArray(v)) {
        return "array";
    }
    else {
        return type;
    }
}
function dedup(arr) {
    return [...new Set(arr)];
}
function groupTerminals(terminals) {
    const order = new Map();
    const literals = new Map();
    const types = new Map();
    const unknowns = [];
    const optionals = [];
    const expectedTypes = [];
    for (const { root, terminal } of terminals) {
        order.set(root, order.get(root) ?? order.size);
        if (terminal.name === "never") {
            // skip
        }
        else if (terminal.name === "optional") {
            optionals.push(root);
        }
        else if (terminal.name === "unknown") {
            unknowns.push(root);
        }
        else if (terminal.name === "literal") {
            const roots = literals.get(terminal.value) ?? [];
            roots.push(root);
            literals.set(terminal.value, roots);
            expectedTypes.push(toInputType(terminal.value));
        }
        else {
            const roots = types.get(terminal.name) ?? [];
            roots.push(root);
            types.set(terminal.name, roots);
            expectedTypes.push(terminal.name);
        }
    }
    const byOrder = (a, b) => {
        return (order.get(a) ?? 0) - (order.get(b) ?? 0);
    };
    for (const [value, roots] of literals) {
        const options = types.get(toInputType(value));
        if (options) {
            options.push(...roots);
            literals.delete(value);
        }
        else {
            literals.set(value, dedup(roots.concat(unknowns)).sort(byOrder));
        }
    }
    for (const [type, roots] of types) {
        types.set(type, dedup(roots.concat(unknowns)).sort(byOrder));
    }
    return {
        types,
        literals,
        unknowns: dedup(unknowns).sort(byOrder),
        optionals: dedup(optionals).sort(byOrder),
        expectedTypes: dedup(expectedTypes),
    };
}
function createObjectKeyMatcher(objects, key) {
    const list = [];
    for (const { root, terminal } of objects) {
        terminal.shape[key]._toTerminals((t) => {
            list.push({ root, terminal: t });
        });
    }
    const { types, literals, optionals, unknowns, expectedTypes } = groupTerminals(list);
    if (unknowns.length > 0 || optionals.length > 1) {
        return undefined;
    }
    for (const roots of literals.values()) {
        if (roots.length > 1) {
            return undefined;
        }
    }
    for (const roots of types.values()) {
        if (roots.length > 1) {
            return undefined;
        }
    }
    const missingValue = prependPath(key, ISSUE_MISSING_VALUE);
    const issue = prependPath(key, types.size === 0
        ? {
            ok: false,
            code: "invalid_literal",
            expected: [...literals.keys()],
        }
        : {
            ok: false,
            code: "invalid_type",
            expected: expectedTypes,
        });
    const byLiteral = literals.size > 0 ? new Map() : undefined;
    if (byLiteral) {
        for (const [literal, options] of literals) {
            byLiteral.set(literal, options[0][MATCHER_SYMBOL]);
        }
    }
    const byType = types.size > 0 ? {} : undefined;
    if (byType) {
        for (const [type, options] of types) {
            byType[type] = options[0][MATCHER_SYMBOL];
        }
    }
    const optional = optionals[0]?.[MATCHER_SYMBOL];
    return (obj, flags) => {
        const value = obj[key];
        if (value === undefined && !(key in obj)) {
            return optional === undefined
                ? missingValue
                : callMatcher(optional, obj, flags);
        }
        const option = byType?.[toInputType(value)] ?? byLiteral?.get(value);
        return option ? callMatcher(option, obj, flags) : issue;
    };
}
function createUnionObjectMatcher(terminals) {
    const objects = [];
    const keyCounts = new Map();
    for (const { root, terminal } of terminals) {
        if (terminal.name === "unknown") {
            return undefined;
        }
        if (terminal.name === "object") {
            for (const key in terminal.shape) {
                keyCounts.set(key, (keyCounts.get(key) ?? 0) + 1);
            }
            objects.push({ root, terminal });
        }
    }
    if (objects.length < 2) {
        return undefined;
    }
    for (const [key, count] of keyCounts) {
        if (count === objects.length) {
            const matcher = createObjectKeyMatcher(objects, key);
            if (matcher) {
                return matcher;
            }
        }
    }
    return undefined;
}
function createUnionBaseMatcher(terminals) {
    const { expectedTypes, literals, types, unknowns, optionals } = groupTerminals(terminals);
    const issue = types.size === 0 && unknowns.length === 0
        ? {
            ok: false,
            code: "invalid_literal",
            expected: [...literals.keys()],
        }
        : {
            ok: false,
            code: "invalid_type",
            expected: expectedTypes,
        };
    const byLiteral = literals.size > 0 ? new Map() : undefined;
    if (byLiteral) {
        for (const [literal, options] of literals) {
            byLiteral.set(literal, options.map((t) => t[MATCHER_SYMBOL]));
        }
    }
    const byType = types.size > 0 ? {} : undefined;
    if (byType) {
        for (const [type, options] of types) {
            byType[type] = options.map((t) => t[MATCHER_SYMBOL]);
        }
    }
    const optionalMatchers = optionals.map((t) => t[MATCHER_SYMBOL]);
    const unknownMatchers = unknowns.map((t) => t[MATCHER_SYMBOL]);
    return (value, flags) => {
        const options = flags & FLAG_MISSING_VALUE
            ? optionalMatchers
            : (byType?.[toInputType(value)] ??
                byLiteral?.get(value) ??
                unknownMatchers);
        let count = 0;
        let issueTree = issue;
        for (let i = 0; i < options.length; i++) {
            const r = callMatcher(options[i], value, flags);
            if (r === undefined || r.ok) {
                return r;
            }
            issueTree = count > 0 ? joinIssues(issueTree, r) : r;
            count++;
        }
        if (count > 1) {
            return { ok: false, code: "invalid_union", tree: issueTree };
        }
        return issueTree;
    };
}
class UnionType extends Type {
    name = "union";
    options;
    constructor(options) {
        super();
        this.options = options;
    }
    _toTerminals(func) {
        for (const option of this.options) {
            option._toTerminals(func);
        }
    }
    get [MATCHER_SYMBOL]() {
        const flattened = [];
        for (const option of this.options) {
            option._toTerminals((terminal) => {
                flattened.push({ root: option, terminal });
            });
        }
        const base = createUnionBaseMatcher(flattened);
        const object = createUnionObjectMatcher(flattened);
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_UNION, (v, f) => object !== undefined && isObject(v) ? object(v, f) : base(v, f)), false);
    }
}
const STRICT = Object.freeze({ mode: "strict" });
const STRIP = Object.freeze({ mode: "strip" });
const PASSTHROUGH = Object.freeze({ mode: "passthrough" });
function flagsToOptions(flags) {
    return flags & FLAG_FORBID_EXTRA_KEYS
        ? STRICT
        : flags & FLAG_STRIP_EXTRA_KEYS
            ? STRIP
            : PASSTHROUGH;
}
class TransformType extends Type {
    name = "transform";
    #transformed;
    #transform;
    constructor(transformed, transform) {
        super();
        this.#transformed = transformed;
        this.#transform = transform;
    }
    get [MATCHER_SYMBOL]() {
        const chain = [];
        // oxlint-disable-next-line @typescript-eslint/no-this-alias
        let next = this;
        while (next instanceof TransformType) {
            chain.push(next.#transform);
            next = next.#transformed;
        }
        chain.reverse();
        const matcher = next[MATCHER_SYMBOL];
        const undef = ok(undefined);
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_TRANSFORM, (v, flags) => {
            let result = callMatcher(matcher, v, flags);
            if (result !== undefined && !result.ok) {
                return result;
            }
            let current;
            if (result !== undefined) {
                current = result.value;
            }
            else if (flags & FLAG_MISSING_VALUE) {
                current = undefined;
                result = undef;
            }
            else {
                current = v;
            }
            for (let i = 0; i < chain.length; i++) {
                const r = chain[i](current, flags);
                if (r !== undefined) {
                    if (!r.ok) {
                        return r;
                    }
                    current = r.value;
                    result = r;
                }
            }
            return result;
        }), false);
    }
    _toTerminals(func) {
        this.#transformed._toTerminals(func);
    }
}
class LazyType extends Type {
    name = "lazy";
    #definer;
    #recursing = false;
    constructor(definer) {
        super();
        this.#definer = definer;
    }
    get type() {
        return lazyProperty(this, "type", this.#definer(), true);
    }
    get [MATCHER_SYMBOL]() {
        const matcher = taggedMatcher(TAG_OTHER, (value, flags) => {
            const typeMatcher = this.type[MATCHER_SYMBOL];
            matcher.tag = typeMatcher.tag;
            matcher.match = typeMatcher.match;
            lazyProperty(this, MATCHER_SYMBOL, typeMatcher, false);
            return callMatcher(typeMatcher, value, flags);
        });
        return matcher;
    }
    _toTerminals(func) {
        if (!this.#recursing) {
            this.#recursing = true;
            try {
                this.type._toTerminals(func);
            }
            finally {
                this.#recursing = false;
            }
        }
    }
}
function singleton(name, tag, match) {
    const value = taggedMatcher(tag, match);
    class SimpleType extends Type {
        name;
        [MATCHER_SYMBOL];
        constructor() {
            super();
            this.name = name;
            this[MATCHER_SYMBOL] = value;
        }
    }
    const instance = new SimpleType();
    return /*#__NO_SIDE_EFFECTS__*/ () => instance;
}
/**
 * Create a validator that matches any value,
 * analogous to the TypeScript type `unknown`.
 */
const unknown = /*#__PURE__*/ singleton("unknown", TAG_UNKNOWN, () => undefined);
/**
 * Create a validator that never matches any value,
 * analogous to the TypeScript type `never`.
 */
const never = /*#__PURE__*/ (/* unused pure expression or super */ null && (singleton("never", TAG_NEVER, () => ISSUE_EXPECTED_NOTHING)));
/**
 * Create a validator that matches any string value.
 */
const string = /*#__PURE__*/ singleton("string", TAG_STRING, (v) => (typeof v === "string" ? undefined : ISSUE_EXPECTED_STRING));
/**
 * Create a validator that matches any number value.
 */
const number = /*#__PURE__*/ singleton("number", TAG_NUMBER, (v) => (typeof v === "number" ? undefined : ISSUE_EXPECTED_NUMBER));
/**
 * Create a validator that matches any bigint value.
 */
const bigint = /*#__PURE__*/ (/* unused pure expression or super */ null && (singleton("bigint", TAG_BIGINT, (v) => (typeof v === "bigint" ? undefined : ISSUE_EXPECTED_BIGINT))));
/**
 * Create a validator that matches any boolean value.
 */
const dist_boolean = /*#__PURE__*/ singleton("boolean", TAG_BOOLEAN, (v) => (typeof v === "boolean" ? undefined : ISSUE_EXPECTED_BOOLEAN));
/**
 * Create a validator that matches `null`.
 */
const null_ = /*#__PURE__*/ singleton("null", TAG_NULL, (v) => (v === null ? undefined : ISSUE_EXPECTED_NULL));

/**
 * Create a validator that matches `undefined`.
 */
const undefined_ = /*#__PURE__*/ singleton("undefined", TAG_UNDEFINED, (v) => (v === undefined ? undefined : ISSUE_EXPECTED_UNDEFINED));

class LiteralType extends Type {
    name = "literal";
    [MATCHER_SYMBOL];
    value;
    constructor(value) {
        super();
        const issue = {
            ok: false,
            code: "invalid_literal",
            expected: [value],
        };
        this[MATCHER_SYMBOL] = taggedMatcher(TAG_LITERAL, (v) => v === value ? undefined : issue);
        this.value = value;
    }
}
/**
 * Create a validator for a specific string, number, bigint or boolean value.
 */
const literal = (value) => {
    return /*#__PURE__*/ new LiteralType(value);
};
/**
 * Create a validator for an object type.
 */
const object = (obj) => {
    return /*#__PURE__*/ new ObjectType(obj, undefined);
};
/**
 * Create a validator for a record type `Record<string, T>`,
 * where `T` is the output type of the given subvalidator.
 */
const record = (valueType) => {
    return /*#__PURE__*/ new ObjectType({}, valueType ?? unknown());
};
/**
 * Create a validator for an array type `T[]`,
 * where `T` is the output type of the given subvalidator.
 */
const array = (item) => {
    return /*#__PURE__*/ new ArrayOrTupleType([], item ?? unknown(), []);
};
/**
 * Create a validator for an array type `[T1, T2, ..., Tn]`,
 * where `T1`, `T2`, ..., `Tn` are the output types of the given subvalidators.
 */
const tuple = (items) => {
    return /*#__PURE__*/ new ArrayOrTupleType(items, undefined, []);
};
/**
 * Create a validator that matches any type `T1 | T2 | ... | Tn`,
 * where `T1`, `T2`, ..., `Tn` are the output types of the given subvalidators.
 *
 * This is analogous to how TypeScript's union types are constructed.
 */
const union = (...options) => {
    return /*#__PURE__*/ new UnionType(options);
};
/**
 * Create a validator that can reference itself, directly or indirectly.
 *
 * In most cases an explicit type annotation is also needed, as TypeScript
 * cannot infer return types of recursive functions.
 *
 * @example
 * ```ts
 * import * as v from "@badrap/valita";
 *
 * type T = string | T[];
 * const type: v.Type<T> = v.lazy(() => v.union(v.string(), v.array(type)));
 * ```
 */
const lazy = (definer) => {
    return new LazyType(definer);
};
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./build/management-api/schemas.js


const date = unknown().map(parseServerDate);
const dates = { createdAt: date.optional(), expiresAt: date.optional(), revokedAt: date.optional() };
const permissions = array(object({ action: string(), resource: string() }));
/** A token as the answer to a request for this one: what it holds is relied upon. */
const token = object({
    id: string(),
    description: string().nullable().optional(),
    permissions: permissions.nullable().optional(),
    ...dates,
})
    .map(tokenFrom);
/**
 * A token in a list. One odd entry among thousands, say one that somebody else made without a description, must not
 * keep us from finding and revoking our own: what cannot be read of it is taken for absent. Only its id must be there.
 */
const listedToken = object({
    id: string(),
    description: unknown()
        .map((description) => (typeof description === 'string' ? description : undefined))
        .optional(),
    permissions: unknown()
        .map((held) => {
        const parsed = permissions.try(held, { mode: 'strip' });
        return parsed.ok ? parsed.value : undefined;
    })
        .optional(),
    ...dates,
})
    .map(tokenFrom);
const tokens = array(listedToken);
const databases = array(object({ name: string() }));
/** At least 64 characters [OpenAPI], and nothing in it that a header or a line could not hold. */
const accessToken = string().assert((text) => /^[\x21-\x7e]{64,}$/.test(text), 'not an access token');
const withSecret = object({ accessToken });
const apiError = object({ code: union(number(), string()), message: string() });
/** parseTokens reads the answer to a list; undefined when it is anything but an array of tokens. */
function parseTokens(body) {
    return parse(tokens, body);
}
/** parseToken reads one token; undefined when the answer is none. */
function parseToken(body) {
    return parse(token, body);
}
/** parseAccessToken reads the secret from the answer to a POST; undefined when there is none. */
function parseAccessToken(body) {
    return parse(withSecret, body)?.accessToken;
}
/** parseDatabaseNames reads the names from the answer to a list of databases; undefined when it is none. */
function parseDatabaseNames(body) {
    return parse(databases, body)?.map((database) => database.name);
}
/** parseApiError reads the API's own kind of error, which no proxy sends: `{code, message}`. */
function parseApiError(body) {
    return parse(apiError, body);
}
/** parseJson reads JSON; undefined when the text is none (which `undefined` in JSON cannot be). */
function parseJson(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function parse(schema, body) {
    const parsed = schema.try(parseJson(body), { mode: 'strip' });
    return parsed.ok ? parsed.value : undefined;
}
function tokenFrom(answer) {
    return {
        id: answer.id,
        description: answer.description ?? '',
        permissions: answer.permissions ?? [],
        createdAt: answer.createdAt ?? 'unset',
        expiresAt: answer.expiresAt ?? 'unset',
        revokedAt: answer.revokedAt ?? 'unset',
    };
}

;// CONCATENATED MODULE: ./build/management-api/errors.js



const LONGEST_EXCERPT = 300;
/** As far as a page is searched for its title. */
const HEAD_OF_PAGE = 4096;
/** ApiError is an answer that says no. */
class ApiError extends Failure {
    status;
    /** What the server said, cut to an excerpt; empty when it said nothing. */
    serverMessage;
    constructor(action, answer) {
        const serverMessage = excerpt(answer);
        const said = serverMessage === '' ? '' : `: ${serverMessage}`;
        super(title(answer.status), `The Management API would not ${action} (${answer.status}${said}). ${cure(answer)}`.trimEnd());
        this.name = 'ApiError';
        this.status = answer.status;
        this.serverMessage = serverMessage;
    }
}
/** UnreadableAnswer is a success whose body is not what the API sends: mostly a proxy's or a login page. */
class UnreadableAnswer extends Failure {
    constructor(action, answer) {
        super('Unreadable answer', `The Management API was to ${action} and answered ${answer.status}, but with ${describeBody(answer)}. ` +
            'Check `api-url`, and whether a proxy stands in between.');
        this.name = 'UnreadableAnswer';
    }
}
/**
 * isOwn404 tells the API's own "no such thing" from a 404 for a route that does not exist, which a server or proxy in
 * front of the API sends without the API's `{code, message}`.
 */
function isOwn404(answer) {
    return answer.status === 404 && parseApiError(answer.body) !== undefined;
}
function title(status) {
    if (status === 401)
        return 'Management token refused';
    if (status === 403)
        return 'Management token not allowed';
    if (status === 404)
        return 'Not found';
    return `Management API answered ${status}`;
}
function cure(answer) {
    const { status } = answer;
    if (status === 401) {
        return 'The management token is wrong, expired or revoked: check the secret behind `management-token`.';
    }
    if (status === 403) {
        return 'The management token is valid, but not for this account or cluster: check `account-id` and `cluster-id`.';
    }
    if (status === 404) {
        return isOwn404(answer)
            ? 'This account, cluster or token is not known there: check `account-id` and `cluster-id`.'
            : 'There is no Management API at this address: check `api-url` and `product`.';
    }
    if (status >= 300 && status <= 399) {
        return 'Redirects are not followed, since they could lead credentials astray: give the final address as `api-url`.';
    }
    if (status === 408 || status === 429 || status >= 500)
        return 'This should pass: run the job again later.';
    return '';
}
/** Every kind of error body seen: the API's own, `{"error": \u2026}`, plain text, a proxy's HTML, or nothing. */
function excerpt(answer) {
    // A success that is refused here, say an unexpected 202, may hold a token.
    if (answer.status < 300)
        return describeBody(answer);
    const own = messageIn(parseJson(answer.body));
    if (own !== undefined)
        return cut(own);
    if (answer.body.trim() === '')
        return '';
    if (looksLikeHtml(answer))
        return describeBody(answer);
    return cut(answer.body);
}
/** Some servers put an object with the message into `error`; deeper than that nobody nests. */
function messageIn(json, depth = 1) {
    if (typeof json === 'string')
        return json;
    if (typeof json !== 'object' || json === null)
        return undefined;
    for (const key of ['message', 'error', 'detail', 'error_description']) {
        const value = json[key];
        if (typeof value === 'string' && value !== '')
            return value;
        if (key === 'error' && depth > 0 && typeof value === 'object' && value) {
            return messageIn(value, depth - 1);
        }
    }
    return undefined;
}
/** Never shows a body that was expected to hold a token. */
function describeBody(answer) {
    if (answer.body.trim() === '')
        return 'an empty body';
    if (!looksLikeHtml(answer))
        return 'something else than the expected JSON';
    const heading = /<title[^>]*>([^<]{1,200})/i.exec(answer.body.slice(0, HEAD_OF_PAGE))?.[1]?.trim();
    return heading ? `an HTML page titled "${cut(heading)}"` : 'an HTML page';
}
function looksLikeHtml(answer) {
    return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(answer.body);
}
function cut(text) {
    return shorten(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_EXCERPT);
}

;// CONCATENATED MODULE: ./build/management-api/place.js


/** What the vendor's own clients put into the prefixed form on Clustered, where there are no ids. */
const DUMMY_ID = '11111111-1111-1111-1111-111111111111';
/**
 * possiblePlaces lists where the API may be, most likely first: Dedicated has one form; Clustered documents the bare
 * one, while some releases serve the other.
 */
function possiblePlaces({ product, apiUrl, accountId, clusterId, }) {
    const ids = { accountId: accountId ?? DUMMY_ID, clusterId: clusterId ?? DUMMY_ID };
    const prefixed = { apiUrl, form: 'prefixed', ...ids };
    return product === 'dedicated' ? [prefixed] : [{ ...prefixed, form: 'bare' }, prefixed];
}
/** placeUrl is the URL of a collection of the API, or of one token in it. Throws a Failure for an id that is no UUID. */
function placeUrl(place, collection, id) {
    const ids = place.form === 'bare' ? [] : [place.accountId, place.clusterId];
    for (const part of id === undefined ? ids : [...ids, id]) {
        if (!isUuid(part)) {
            throw new Failure('Not an id', `"${part}" is not a UUID, so no request was sent with it in its path.`);
        }
    }
    const prefix = place.form === 'bare' ? '' : `/accounts/${place.accountId}/clusters/${place.clusterId}`;
    return new URL(`${place.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}

;// CONCATENATED MODULE: ./build/management-api/client.js









/** ManagementApi speaks to the Management API of one cluster: it knows paths, bodies and answers, and decides nothing. */
class ManagementApi {
    #requests;
    #managementToken;
    #onSecret;
    /** More than one until a read has told which form the server serves. */
    #places;
    /** `onSecret` is called with each new token's secret before anything else is done with the answer. */
    constructor(requests, managementToken, places, onSecret) {
        this.#requests = requests;
        this.#managementToken = managementToken;
        this.#places = places;
        this.#onSecret = onSecret;
    }
    /** located tells whether the path form is known, so that a write may be sent. */
    get located() {
        return this.#places.length === 1;
    }
    /** place is where the API is. Throws when it was not found out by a read yet. */
    get place() {
        const [place, ...others] = this.#places;
        if (!place || others.length > 0)
            throw new Error('the path form is decided by a read, before any write');
        return place;
    }
    /** databases lists the names of all databases. Throws ApiError, UnreadableAnswer or NetworkError. */
    async databases() {
        const answer = await this.#read('databases', 'list the databases');
        return parseDatabaseNames(answer.body) ?? unreadable('list the databases', answer);
    }
    /** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableAnswer or NetworkError. */
    async tokens() {
        const answer = await this.#read('tokens', 'list the tokens');
        return parseTokens(answer.body) ?? unreadable('list the tokens', answer);
    }
    /** findToken reads one token; undefined for the API's own 404. Throws ApiError, UnreadableAnswer or NetworkError. */
    async findToken(id) {
        const answer = await this.#repeatedly('GET', placeUrl(this.place, 'tokens', id));
        if (isOwn404(answer))
            return undefined;
        if (answer.status !== 200)
            throw new ApiError(`show token ${id}`, answer);
        return parseToken(answer.body) ?? unreadable(`show token ${id}`, answer);
    }
    /**
     * createToken sends one POST, once. `namesType`, only with an expiry, adds `expirationType`, which is documented in
     * prose alone. Throws only what happens before anything was sent.
     */
    async createToken(order, namesType) {
        const request = this.#request('POST', placeUrl(this.place, 'tokens'), {
            description: order.description,
            permissions: order.permissions,
            ...(order.expiresAt === 'never' ? {} : { expiresAt: formatInstant(order.expiresAt) }),
            ...(namesType ? { expirationType: 'datetime' } : {}),
        });
        let answer;
        try {
            answer = await this.#requests.once(request);
        }
        catch (error) {
            if (error instanceof NetworkError && !error.mayHaveLeft)
                return { kind: 'unsent', error };
            if (error instanceof NetworkError || error instanceof RetryAfterTooLong)
                return { kind: 'lost', error };
            throw error;
        }
        const accessToken = parseAccessToken(answer.body);
        if (accessToken !== undefined)
            this.#onSecret(accessToken);
        if (isSuccess(answer)) {
            const token = parseToken(answer.body);
            return token && isUuid(token.id) && accessToken !== undefined
                ? { kind: 'created', token, secret: new Secret(accessToken) }
                : { kind: 'lost', error: new UnreadableAnswer('create the token', answer) };
        }
        const error = new ApiError('create the token', answer);
        // Only a plain 4xx is sure to have created nothing: a 303, say, may follow what was done.
        const refused = answer.status >= 400 && answer.status < 500 && !isPassing(answer.status);
        return { kind: refused ? 'refused' : 'lost', error };
    }
    /** updateToken replaces what is given and returns the token as it is then. Throws like findToken. */
    async updateToken(id, change) {
        const answer = await this.#repeatedly('PATCH', placeUrl(this.place, 'tokens', id), change);
        if (!isSuccess(answer))
            throw new ApiError(`update token ${id}`, answer);
        return parseToken(answer.body) ?? unreadable(`update token ${id}`, answer);
    }
    /** deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. */
    async deleteToken(id) {
        let answer;
        try {
            answer = await this.#requests.once(this.#request('DELETE', placeUrl(this.place, 'tokens', id)));
        }
        catch (error) {
            if (error instanceof NetworkError)
                return { kind: 'lost', error };
            throw error;
        }
        if (answer.status === 200 || answer.status === 204)
            return { kind: 'revoked' };
        if (isOwn404(answer))
            return { kind: 'unknown-token' };
        const error = new ApiError(`revoke token ${id}`, answer);
        return { kind: isPassing(answer.status) ? 'passing' : 'refused', error };
    }
    /** A read goes to each possible place in turn until one has the route; that one it is from then on. */
    async #read(collection, action) {
        for (const [index, place] of this.#places.entries()) {
            const answer = await this.#repeatedly('GET', placeUrl(place, collection));
            const routeMissing = answer.status === 404 && !isOwn404(answer);
            if (routeMissing && index < this.#places.length - 1)
                continue;
            if (answer.status !== 200)
                throw new ApiError(action, answer);
            this.#places = [place];
            return answer;
        }
        throw new Failure('Not found', 'There is no place to look for the Management API.');
    }
    #repeatedly(method, url, body) {
        return this.#requests.repeatedly(this.#request(method, url, body));
    }
    #request(method, url, body) {
        return {
            method,
            url,
            headers: {
                Accept: 'application/json',
                Authorization: `Bearer ${this.#managementToken.reveal()}`,
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        };
    }
}
function isSuccess(answer) {
    return answer.status === 200 || answer.status === 201;
}
function unreadable(action, answer) {
    throw new UnreadableAnswer(action, answer);
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __on_first_use("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./build/nonce.js


const DEVICE = '/dev/urandom';
const BYTES = 8;
/**
 * randomNonce is 16 random hex digits: unique, but no secret. Read from the system's own device where there is one,
 * because loading node:crypto takes longer than the rest of the start (`npm run bench`).
 */
function randomNonce() {
    return ((0,external_node_fs_namespaceObject.existsSync)(DEVICE) ? readDevice() : external_node_crypto_namespaceObject.randomBytes(BYTES)).toString('hex');
}
function readDevice() {
    const device = (0,external_node_fs_namespaceObject.openSync)(DEVICE, 'r');
    try {
        const bytes = Buffer.alloc(BYTES);
        if ((0,external_node_fs_namespaceObject.readSync)(device, bytes) !== BYTES)
            throw new Error(`${DEVICE} gave too few bytes`);
        return bytes;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(device);
    }
}

;// CONCATENATED MODULE: ./build/tokens/duration.js
const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
/** DURATION_EXAMPLES ends every message about a duration that cannot be read. */
const DURATION_EXAMPLES = 'a duration is written like 45s, 90m, 12h, 30d, 2w or 1d12h (w, d, h, m, s; largest unit first), and 0 is none';
/**
 * parseDuration reads `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h` or `0`. Returns seconds, or undefined when the text
 * is not a duration or is too long for the calendar.
 */
function parseDuration(text) {
    if (/^0+$/.test(text))
        return 0;
    const match = GRAMMAR.exec(text);
    if (!match || text === '')
        return undefined;
    const seconds = Object.values(UNITS).reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
    return seconds <= MAX_SECONDS ? seconds : undefined;
}
/** The span of a four-digit year: whatever is longer cannot be added to a date that RFC 3339 can write. */
const MAX_SECONDS = 10_000 * 366 * UNITS.d;
/** formatDuration writes seconds in the grammar that parseDuration reads, largest unit first, without weeks. */
function formatDuration(seconds) {
    let rest = Math.max(0, Math.floor(seconds));
    let text = '';
    for (const unit of ['d', 'h', 'm', 's']) {
        const count = Math.floor(rest / UNITS[unit]);
        rest -= count * UNITS[unit];
        if (count > 0)
            text += `${count}${unit}`;
    }
    return text === '' ? '0' : text;
}

;// CONCATENATED MODULE: ./build/data-plane/activation.js

/** Tokens spread to several replicas: fewer in a row may all have come from one. */
const SUCCESSES_NEEDED = 3;
/** This long without any clear answer, nothing but network errors: the cluster cannot be reached from here. */
const PATIENCE_WITH_NETWORK_MS = 20_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const PROGRESS_EVERY_MS = 15_000;
/** NOTHING_HEARD is the state before the first probe. */
const NOTHING_HEARD = {
    successesInARow: 0,
    why: 'it was not asked',
    pauseMs: FIRST_PAUSE_MS,
    holdMs: 0,
};
/** afterProbe adds one result to what is known. `startedAt` is when its probe began. Pure. */
function afterProbe(state, result, startedAt) {
    const { silentSince, ...heard } = { ...state, successesInARow: 0, holdMs: 0 };
    switch (result.kind) {
        case 'accepted':
            return { ...heard, successesInARow: state.successesInARow + 1, lastClear: 'accepted' };
        case 'refused':
            return { ...heard, lastClear: 'refused', why: result.why };
        case 'unreachable':
            return { ...heard, silentSince: silentSince ?? startedAt, why: result.why };
        case 'unclear':
            return { ...heard, holdMs: result.holdMs, why: result.why };
        case 'turned-away':
            return { ...heard, holdMs: Number.POSITIVE_INFINITY, why: result.why };
    }
}
/**
 * nextStep decides after each probe: an end, or how many milliseconds to wait before the next. Pure. While successes
 * follow each other there is no pause and no deadline: the third is one answer away.
 */
function nextStep(state, now, deadline) {
    if (state.successesInARow >= SUCCESSES_NEEDED)
        return { kind: 'accepted' };
    if (state.successesInARow > 0)
        return { waitMs: 0 };
    if (now + state.holdMs >= deadline) {
        return { kind: state.lastClear === 'refused' ? 'refused' : 'unreachable', why: state.why };
    }
    const silentFor = state.silentSince === undefined ? 0 : now - state.silentSince;
    if (state.lastClear === undefined && silentFor >= PATIENCE_WITH_NETWORK_MS) {
        return { kind: 'unreachable', why: state.why };
    }
    return { waitMs: Math.min(Math.max(state.pauseMs, state.holdMs), deadline - now) };
}
/**
 * waitForActivation probes at once and then with growing pauses, until the cluster has accepted the token several
 * times in a row or `timeoutMs` have passed. `progress` gets a line now and then.
 */
async function waitForActivation(probe, timeoutMs, clock, progress) {
    const began = clock.now();
    const deadline = began + timeoutMs;
    let saidAt = began;
    for (let state = NOTHING_HEARD;;) {
        const startedAt = clock.now();
        state = afterProbe(state, await probe(probeTimeout(state, startedAt, deadline)), startedAt);
        const now = clock.now();
        const next = nextStep(state, now, deadline);
        if ('kind' in next)
            return next;
        if (next.waitMs === 0)
            continue;
        if (now - saidAt >= PROGRESS_EVERY_MS) {
            saidAt = now;
            progress(`Not accepted yet after ${formatDuration((now - began) / 1000)}: ${state.why}.`);
        }
        await clock.sleep(next.waitMs);
        state = { ...state, pauseMs: Math.min(LONGEST_PAUSE_MS, state.pauseMs * 2) };
    }
}
/** A probe that hangs must not outlast what it is for: the deadline, or the patience with a silent network. */
function probeTimeout(state, now, deadline) {
    const patience = state.lastClear === undefined
        ? (state.silentSince ?? now) + PATIENCE_WITH_NETWORK_MS - now
        : Number.POSITIVE_INFINITY;
    return Math.max(1000, Math.min(deadline - now, patience));
}

;// CONCATENATED MODULE: ./build/faults.js
/** Faults is thrown when a request cannot be made of the inputs: all that is wrong with them, at once. */
class Faults extends Error {
    faults;
    constructor(faults) {
        super(faults.map((fault) => `${fault.input}: ${fault.message}`).join('\n'));
        this.name = 'Faults';
        this.faults = faults;
    }
}
/** FaultList collects faults while inputs are read, so that none hides the next. */
class FaultList {
    #faults = [];
    /** add notes one fault. */
    add(input, message) {
        this.#faults.push({ input, message });
    }
    /** none tells whether all inputs read so far are sound. */
    get none() {
        return this.#faults.length === 0;
    }
    /** throwIfAny ends the reading of inputs. Throws Faults when there are any. */
    throwIfAny() {
        if (!this.none)
            throw new Faults(this.#faults);
    }
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(916);
;// CONCATENATED MODULE: ./build/tokens/databases.js


/** The vendor's grammar of a database's name: 1 to 64 characters, case-sensitive, no leading underscore. */
const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
/** DATABASE_NAME_RULE ends every message about a name that no database can have. */
const DATABASE_NAME_RULE = "a database's name has 1 to 64 of A-Z a-z 0-9 _ - / and does not begin with _ (and * means all databases)";
/** isDatabaseName tells whether a grant can name it: a database's name, or `*`. */
function isDatabaseName(text) {
    return text === ANY_DATABASE || NAME.test(text);
}
/** unknownDatabases lists the granted names that a cluster does not have, in the order granted. `*` is always known. */
function unknownDatabases(permissions, existing) {
    const known = new Set([...existing, ANY_DATABASE]);
    return [...new Set(permissions.map((permission) => permission.resource))].filter((name) => !known.has(name));
}
/**
 * nearestName finds what was probably meant: the closest name within a third of its length, if there is one. A name
 * that has nothing in common with what was typed is no suggestion.
 */
function nearestName(typed, existing) {
    const measured = existing
        .map((name) => ({ name, away: (0,mod/* distance */.Io)(typed.toLowerCase(), name.toLowerCase()) }))
        .sort((one, other) => one.away - other.away);
    const nearest = measured[0];
    const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
    return nearest && nearest.away <= tolerated ? nearest.name : undefined;
}

;// CONCATENATED MODULE: ./build/tokens/order.js


/**
 * deviations compares a token with its order and says, one sentence each, what is not as asked. The answer counts and
 * not the request: a server may drop an expiry or trim a description, and then the token is not the one wanted.
 */
function deviations(order, token) {
    const found = [];
    if (!sameExpiry(order.expiresAt, token.expiresAt)) {
        found.push(`expires ${describeExpiry(token.expiresAt)} instead of ${describeExpiry(order.expiresAt)}`);
    }
    if (!samePermissions(order.permissions, token.permissions)) {
        found.push(`grants "${describePermissions(token.permissions)}" instead of "${describePermissions(order.permissions)}"`);
    }
    if (token.description !== order.description) {
        found.push(`is described as "${token.description}" instead of "${order.description}"`);
    }
    if (token.revokedAt !== 'unset')
        found.push('is already revoked');
    return found;
}
/** describeExpiry writes an expiry for people: a date, `never`, or that it cannot be read. */
function describeExpiry(expiry) {
    if (typeof expiry === 'number')
        return formatInstant(expiry);
    return expiry === 'unreadable' ? 'at a date that cannot be read' : 'never';
}
function sameExpiry(asked, given) {
    return asked === 'never' ? given === 'unset' : given === asked;
}

;// CONCATENATED MODULE: ./build/tokens/tag.js
const TAG = /^ \[gha:([\w.-]+\/[\w.-]+)#(\d{1,20}) (\d{1,20})\.(\d{1,9}) (job|kept|handed|current) ([0-9a-f]{16})\]$/;
/** formatTagged appends a tag to a plain description. */
function formatTagged(plain, tag) {
    return `${plain} [gha:${tag.repository}#${tag.repositoryId} ${tag.runId}.${tag.runAttempt} ${tag.kind} ${tag.nonce}]`;
}
/** parseTagged splits a description into plain text and tag; undefined when it does not end in exactly a tag. */
function parseTagged(description) {
    // A tag holds no bracket but its own, so only the last one can begin it: reading stays linear in any text.
    const start = description.lastIndexOf(' [gha:');
    if (start < 1)
        return undefined;
    const match = TAG.exec(description.slice(start));
    if (!match)
        return undefined;
    const [, repository = '', repositoryId = '', runId = '', runAttempt = '', kind, nonce = ''] = match;
    return {
        plain: description.slice(0, start),
        tag: { repository, repositoryId, runId, runAttempt, kind: kind, nonce },
    };
}
/** plainDescription is what people typed: the description without its tag, if it has one. */
function plainDescription(description) {
    return parseTagged(description)?.plain ?? description;
}
/** carrying picks the tokens whose tag has one of the nonces: more than one may, if a gateway repeated a POST. */
function carrying(nonces, tokens) {
    return tokens.flatMap((token) => {
        const nonce = parseTagged(token.description)?.tag.nonce;
        return nonce !== undefined && nonces.has(nonce) ? [{ token, nonce }] : [];
    });
}

;// CONCATENATED MODULE: ./build/tokens/token.js
/** tokenStatus tells what a token is worth at a time (milliseconds since 1970). Revoked outranks expired. */
function tokenStatus(token, now) {
    if (token.revokedAt !== 'unset')
        return 'revoked';
    if (typeof token.expiresAt === 'number' && token.expiresAt <= now)
        return 'expired';
    return 'active';
}
/**
 * isSeenRevoked tells whether there is nothing left to revoke. A date that cannot be read proves nothing: to revoke a
 * token twice does no harm, to leave one alive does.
 */
function isSeenRevoked({ revokedAt }) {
    return typeof revokedAt === 'number';
}

;// CONCATENATED MODULE: ./build/operations/ledger.js

const attempt = object({
    /** Carried by the tag of the token that one POST may have created. */
    nonce: string(),
    /** When the POST was about to be sent, in milliseconds since 1970. */
    at: number(),
    /** The token, once an answer named it. */
    id: string().optional(),
    /**
     * open: may be alive, and is nobody's after this job. settled: never came to be, or was seen to be revoked.
     * kept: was handed to somebody for good.
     */
    fate: union(literal('open'), literal('settled'), literal('kept')),
});
const entries = object({
    place: object({
        apiUrl: string(),
        form: union(literal('bare'), literal('prefixed')),
        accountId: string(),
        clusterId: string(),
    }),
    tries: object({ timeoutMs: number(), retries: number() }),
    failOnRevokeError: dist_boolean(),
    attempts: array(attempt),
});
/**
 * Ledger records each attempt to create a token in the step's state before the POST is sent. What it has written
 * survives a kill, so that the post step finds tokens even if their answers never arrived. Every write holds all
 * earlier attempts too.
 */
class Ledger {
    #save;
    #entries;
    /** `save` puts a text into the step's state, replacing what was there. */
    constructor(save, header) {
        this.#save = save;
        this.#entries = { ...header, place: { ...header.place }, tries: { ...header.tries }, attempts: [] };
    }
    /** openNonces are those whose token may be alive without being anybody's. */
    get openNonces() {
        return new Set(this.#entries.attempts.filter(({ fate }) => fate === 'open').map(({ nonce }) => nonce));
    }
    /** begin is called before each POST, with the time in milliseconds since 1970. */
    begin(nonce, at) {
        this.#write([...this.#entries.attempts, { nonce, at, fate: 'open' }]);
    }
    /** made is called as soon as an answer has named the token. */
    made(nonce, id) {
        this.#change(nonce, { id });
    }
    /** settle is called when there is nothing left to revoke. */
    settle(nonce) {
        this.#change(nonce, { fate: 'settled' });
    }
    /** keep is called last of all: from now on the post step leaves the token alone. */
    keep(nonce) {
        this.#change(nonce, { fate: 'kept' });
    }
    #change(nonce, change) {
        this.#write(this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry)));
    }
    #write(attempts) {
        this.#entries = { ...this.#entries, attempts };
        this.#save(JSON.stringify(this.#entries));
    }
}
/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
function readLedger(text) {
    return entries.parse(JSON.parse(text), { mode: 'strip' });
}

;// CONCATENATED MODULE: ./build/operations/revoke-token.js


/**
 * revokeToken revokes one token and returns only what it is sure of. Throws a Failure, ApiError or NetworkError when the
 * token may be alive.
 */
async function revokeToken(id, { api, pacing }) {
    for (let attempt = 0;; attempt++) {
        const deletion = await api.deleteToken(id);
        if (deletion.kind === 'revoked')
            return 'revoked';
        if (deletion.kind === 'refused')
            throw deletion.error;
        if (deletion.kind === 'unknown-token')
            return await confirmGone(id, api);
        if (deletion.kind === 'lost') {
            // A DELETE that hung up may have revoked the token all the same: look before saying or doing anything.
            const token = await api.findToken(id);
            if (!token)
                return await confirmGone(id, api);
            if (isSeenRevoked(token))
                return 'revoked';
        }
        if (attempt >= pacing.policy.retries || !(await pacing.backOff(attempt)))
            throw deletion.error;
    }
}
/**
 * A 404 may also mean that we ask in the wrong place: a list through the same prefix must agree. It is read only now,
 * since one from before the DELETE cannot show its effect.
 */
async function confirmGone(id, api) {
    const listed = (await api.tokens()).find((token) => token.id.toLowerCase() === id.toLowerCase());
    if (!listed || isSeenRevoked(listed))
        return 'gone';
    throw new Failure('Token not revoked', `The Management API lists token ${id} as alive but answers 404 when it is to be revoked.`);
}

;// CONCATENATED MODULE: ./build/operations/token-outputs.js



/** tokenOutputs is what every operation on a single token sets about it. */
function tokenOutputs(token, status) {
    return {
        'token-id': token.id,
        description: plainDescription(token.description),
        permissions: formatPermissions(token.permissions),
        'created-at': dateOutput(token.createdAt),
        'expires-at': dateOutput(token.expiresAt),
        status,
    };
}
function dateOutput(date) {
    return typeof date === 'number' ? formatInstant(date) : '';
}

;// CONCATENATED MODULE: ./build/operations/mint.js







/**
 * mint creates one token, such that at every instant whatever may have come to be can be found and revoked: the nonce
 * is in the ledger before the POST, and after a lost answer nothing is tried again until the list was read and shows
 * none of our tokens alive. Throws a Failure that says what may be left.
 */
async function mint(order, run, ledger, deps) {
    let namesType = order.expiresAt !== 'never';
    let lostAnswers = 0;
    for (let failures = 0;;) {
        const tag = { ...tagOf(run), kind: order.kind, nonce: deps.nonce() };
        const tagged = { ...order, description: formatTagged(order.plainDescription, tag) };
        ledger.begin(tag.nonce, deps.clock.now());
        const creation = await deps.api.createToken(tagged, namesType);
        if (creation.kind === 'created') {
            ledger.made(tag.nonce, creation.token.id);
            await refuseDeviations(tagged, creation.token, tag, ledger, deps);
            return { token: creation.token, secret: creation.secret, tag };
        }
        if (creation.kind === 'refused') {
            ledger.settle(tag.nonce);
            if (!namesType || !refusesExpirationType(creation.error))
                throw withoutToken(creation.error, lostAnswers, ledger);
            namesType = false;
            continue;
        }
        if (creation.kind === 'unsent') {
            ledger.settle(tag.nonce);
            if (!creation.error.passing || failures >= deps.pacing.policy.retries) {
                throw withoutToken(creation.error, lostAnswers, ledger);
            }
            await deps.pacing.backOff(failures++);
            continue;
        }
        lostAnswers++;
        deps.runner.warning('Answer lost', `Whether a token was created is not known: ${asSentence(creation.error)}`);
        if (creation.error instanceof RetryAfterTooLong)
            throw unfinished(ledger, creation.error);
        await deps.pacing.backOff(failures);
        await revokeLost(ledger, deps);
        if (failures++ >= deps.pacing.policy.retries)
            throw withoutToken(creation.error, lostAnswers, ledger);
    }
}
/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger, { api, pacing, runner }) {
    try {
        const found = carrying(ledger.openNonces, await api.tokens());
        for (const { token } of found) {
            if (isSeenRevoked(token))
                continue;
            await revokeToken(token.id, { api, pacing });
            runner.info(`Revoked token ${token.id}, whose answer was lost.`);
        }
        // Only now: a gateway that repeats a POST makes two tokens of one nonce.
        for (const { nonce } of found)
            ledger.settle(nonce);
    }
    catch (error) {
        throw unfinished(ledger, error);
    }
}
async function refuseDeviations(order, token, tag, ledger, { api, pacing, runner, clock }) {
    const found = deviations(order, token);
    if (found.length === 0)
        return;
    const what = `The server created token ${token.id} otherwise than asked: it ${found.join('; it ')}.`;
    try {
        await revokeToken(token.id, { api, pacing });
    }
    catch (error) {
        runner.outputs(tokenOutputs(token, tokenStatus(token, clock.now())));
        throw new Failure('Not the token asked for', `${what} It could not be revoked: ${asSentence(error)} The post step tries again.`, { cause: error });
    }
    ledger.settle(tag.nonce);
    runner.outputs(tokenOutputs(token, 'revoked'));
    throw new Failure('Not the token asked for', `${what} It was revoked; no token is left.`);
}
function tagOf({ repository, repositoryId, runId, runAttempt }) {
    return { repository, repositoryId, runId, runAttempt };
}
function refusesExpirationType(error) {
    return error.status === 400 && /expiration_?type/i.test(error.serverMessage);
}
/** The list showed none of ours alive; but a POST may arrive late, so the ledger keeps those that were never seen. */
function withoutToken(error, lostAnswers, ledger) {
    if (lostAnswers === 0)
        return withConsequence(error, 'No token was created.');
    const unseen = [...ledger.openNonces];
    const left = unseen.length === 0
        ? 'What was created is revoked; no token is left.'
        : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
            `description: ${unseen.join(' or ')}.`;
    return new Failure('No token created', `${asSentence(error)} ${lostAnswers === 1 ? 'One answer' : `${lostAnswers} answers`} to creating a token had been lost. ${left}`, { cause: error });
}
function unfinished(ledger, cause) {
    return new Failure('A token may be left', `The answer to creating a token was lost, and what became of it is not known: ${asSentence(cause)} The post step ` +
        'looks for it and revokes it. If that fails too, find the token whose description contains ' +
        `${[...ledger.openNonces].join(' or ')} and revoke it: nobody holds it.`, { cause });
}

;// CONCATENATED MODULE: ./build/operations/create.js













/**
 * create mints a token, proves that the cluster accepts it, and hands it to the later steps of the job. Until the very
 * last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
 */
async function create(request, deps) {
    const { api, runner } = deps;
    warnOfRisks(request, deps);
    const databases = await existingDatabases(request, deps);
    refuseUnknownDatabases(request, databases);
    const ledger = new Ledger((state) => runner.saveState(state), {
        place: api.place,
        tries: request.connection.tries,
        failOnRevokeError: request.failOnRevokeError,
    });
    const minted = await mint({
        plainDescription: request.description,
        permissions: request.permissions,
        expiresAt: request.expiresAt,
        kind: 'job',
    }, request.run, ledger, deps);
    runner.outputs(tokenOutputs(minted.token, tokenStatus(minted.token, deps.clock.now())));
    runner.info(`Created token ${minted.token.id} (${describePermissions(minted.token.permissions)}).`);
    const active = await provenActive(request, minted.secret, databases, deps);
    runner.outputs({ active });
    if (request.keep)
        await tagAsKept(request, minted, deps);
    runner.summary(summary(request, minted, active));
    runner.token(minted.secret);
    if (request.keep)
        ledger.keep(minted.tag.nonce);
}
function warnOfRisks(request, { runner }) {
    const { permissions, expiresAt } = request;
    if (grantsAnyDatabase(permissions)) {
        runner.warning('All databases', 'The token is for `*`: all databases of the cluster, those to come included.');
    }
    if (expiresAt === 'never') {
        runner.warning('No expiry', request.keep
            ? 'The token never expires: only a person can end it.'
            : 'The token never expires: should the post step not revoke it, only a person can end it.');
    }
}
/** Asks only where the answer is needed: to check names, to find one to probe `*` with, or to learn the path form. */
async function existingDatabases(request, { api }) {
    const named = request.permissions.some((permission) => permission.resource !== ANY_DATABASE);
    const probesAny = request.activationTimeoutMs > 0 &&
        request.permissions.length > 0 &&
        !probeTarget(request.permissions, []);
    const needed = (request.checkDatabases && named) || probesAny || !api.located;
    if (!needed)
        return [];
    try {
        return await api.databases();
    }
    catch (error) {
        throw withConsequence(error, 'No token was created.');
    }
}
function refuseUnknownDatabases(request, existing) {
    if (!request.checkDatabases)
        return;
    const faults = unknownDatabases(request.permissions, existing).map((name) => {
        const nearest = nearestName(name, existing);
        const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
        return {
            input: request.databasesTypedIn,
            message: `The cluster has no database "${name}".${hint} To grant it before it exists: \`check-databases: false\`.`,
        };
    });
    if (faults.length > 0)
        throw new Faults(faults);
}
/** Returns the output `active`. Throws a Failure when the cluster did not accept the token in time. */
async function provenActive(request, secret, databases, { dataPlane, runner, clock }) {
    const timeoutMs = request.activationTimeoutMs;
    if (timeoutMs === 0)
        return '';
    const target = probeTarget(request.permissions, databases);
    if (!target) {
        runner.info('There is nothing to probe the token with, so it was not.');
        return '';
    }
    const limit = formatDuration(timeoutMs / 1000);
    runner.info(`Waiting for the cluster to accept the token (${describeTarget(target)}, at most ${limit}).`);
    const activation = await waitForActivation((tryMs) => dataPlane.probe(target, secret, tryMs), timeoutMs, clock, (line) => runner.info(line));
    if (activation.kind === 'accepted') {
        runner.info('The cluster accepts the token.');
        return 'true';
    }
    if (activation.kind === 'refused')
        throw notAccepted(activation, limit);
    runner.warning('Token not probed', `Whether the cluster accepts the token is not known: ${asSentence(activation.why)} If it cannot be reached from this ` +
        'runner, check `cluster-url`, or skip the probe with `activation-timeout: 0`.');
    return 'false';
}
function notAccepted({ why }, limit) {
    return new Failure('Token not accepted', `The cluster has not accepted the token (${why}; waited for at most ${limit}). The post step revokes it. Check that \`cluster-url\` ` +
        'is the data plane of this very cluster; give it more time with `activation-timeout`, or skip the probe with ' +
        '`activation-timeout: 0`.');
}
/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request, { token, tag }, { api }) {
    const description = formatTagged(request.description, { ...tag, kind: 'kept' });
    const updated = await api.updateToken(token.id, { description }).catch((error) => {
        throw withConsequence(error, `Token ${token.id} is not kept: the post step revokes it.`);
    });
    if (updated.description !== description || updated.revokedAt !== 'unset') {
        throw new Failure('Token not kept', `Token ${token.id} could not be marked as kept: the server shows it ` +
            `${updated.revokedAt === 'unset' ? 'with another description' : 'as revoked'}. The post step revokes it.`);
    }
}
function describeTarget({ action, database }) {
    return `${action} on ${database}`;
}
function summary(request, { token }, active) {
    const facts = [
        ['Token', token.id],
        ['For', request.description],
        ['Grants', describePermissions(token.permissions)],
        ['Expires', describeExpiry(token.expiresAt)],
        ['Accepted by the cluster', { true: 'yes', false: 'not known', '': 'not probed' }[active] ?? active],
        ['Revoked', request.keep ? 'by a person' : 'when this job ends'],
    ];
    return { title: 'InfluxDB token created', facts };
}

;// CONCATENATED MODULE: ./build/report.js


/** GitHub shows ten annotations of each kind for a step: nine faults, and one that counts the rest. */
const MOST_ANNOTATED_FAULTS = 9;
/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
function reportFailure(error, runner) {
    if (error instanceof Faults) {
        reportFaults(error, runner);
        return;
    }
    const { title, message } = report_explain(error, runner);
    runner.error(title, message);
    runner.summary({ title: 'InfluxDB token: the step failed', items: [`${title}: ${message}`] });
}
/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
function report_explain(error, runner) {
    if (error instanceof Failure)
        return { title: error.title, message: error.message };
    const text = error instanceof Error ? error.message : String(error);
    runner.debug(error instanceof Error ? (error.stack ?? text) : text);
    return {
        title: 'Unexpected error',
        message: `This is a defect of the action, please report it: ${asSentence(text)} Whatever token was created is revoked by the post step.`,
    };
}
function reportFaults({ faults }, runner) {
    for (const { input, message } of faults.slice(0, MOST_ANNOTATED_FAULTS)) {
        runner.error(`Input ${input}`, `\`${input}\`: ${message}`);
    }
    const rest = faults.slice(MOST_ANNOTATED_FAULTS);
    if (rest.length > 0) {
        runner.error('More inputs', `${rest.length} more of the inputs are wrong: the log shows them below.`);
        for (const { input, message } of rest)
            runner.info(`${input}: ${message}`);
    }
    runner.summary({
        title: 'InfluxDB token: nothing was done, the inputs need mending',
        items: faults.map(({ input, message }) => `${input}: ${message}`),
    });
}

;// CONCATENATED MODULE: ./build/http/url.js
/** isLoopback tells whether a URL leads to this machine: there plain `http:` is allowed and no proxy is used. */
function isLoopback(url) {
    // The URL parser has already turned 127.1 and 0x7f.0.0.1 into dotted decimals and shortened IPv6.
    return (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname));
}
/** isTrustworthy tells whether credentials may be sent to a URL: `https:`, or a loopback host. */
function isTrustworthy(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

;// CONCATENATED MODULE: ./build/inputs/text.js

/** quote shows what somebody typed inside a message: in double quotes, cut where it gets long. */
function quote(text) {
    return `"${shorten(text, 80)}"`;
}
/** contentLines splits an input into its trimmed lines, without blank ones and comments. */
function contentLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** parseList reads a list: one item a line or separated by commas, comments and blanks skipped, duplicates merged. */
function parseList(text) {
    const items = contentLines(text).flatMap((line) => line.split(',').map((item) => item.trim()));
    return [...new Set(items.filter((item) => item !== ''))];
}

;// CONCATENATED MODULE: ./build/inputs/scalars.js



/** readBoolean reads a switch as YAML's core schema writes it. Notes a fault and returns false otherwise. */
function readBoolean(inputs, name, faults) {
    const text = givenOrDefault(inputs, name);
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (!/^(?:false|False|FALSE)$/.test(text))
        faults.add(name, `${quote(text)} is neither true nor false.`);
    return false;
}
/** readCount reads a whole number from 0 to `most`. Notes a fault and returns 0 otherwise. */
function readCount(inputs, name, most, faults) {
    const text = givenOrDefault(inputs, name);
    const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (count <= most)
        return count;
    faults.add(name, `${quote(text)} is not a whole number from 0 to ${most}.`);
    return 0;
}
/** readDuration reads a duration of at least and at most so many seconds. Returns milliseconds; 0 with a fault. */
function readDuration(inputs, name, limits, faults) {
    const text = givenOrDefault(inputs, name);
    const seconds = parseDuration(text);
    if (seconds === undefined) {
        faults.add(name, `${quote(text)} is not a duration: ${DURATION_EXAMPLES}.`);
        return 0;
    }
    if (seconds < limits.least || seconds > limits.most) {
        faults.add(name, `${quote(text)} is out of range: ${limits.rule}.`);
        return 0;
    }
    return seconds * 1000;
}

;// CONCATENATED MODULE: ./build/inputs/connection.js





const DEDICATED_API = 'https://console.influxdata.com';
/** readConnection reads where to send requests and with which management token. Notes every fault. */
function readConnection(inputs, faults) {
    const product = readProduct(inputs, faults);
    const accountId = readId(inputs, 'account-id', product, faults);
    const clusterId = readId(inputs, 'cluster-id', product, faults);
    const apiUrl = readBaseUrl(inputs, 'api-url', faults);
    const clusterUrl = readBaseUrl(inputs, 'cluster-url', faults);
    if (product === 'clustered' && inputs['api-url'] === '' && inputs['cluster-url'] === '') {
        faults.add('api-url', 'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.');
    }
    const dedicated = product === 'dedicated';
    return {
        product,
        apiUrl: apiUrl ?? (dedicated ? DEDICATED_API : originOf(clusterUrl)),
        clusterUrl: clusterUrl ?? (dedicated ? `https://${clusterId}.a.influxdb.io` : originOf(apiUrl)),
        ...(accountId === undefined ? {} : { accountId }),
        ...(clusterId === undefined ? {} : { clusterId }),
        managementToken: readManagementToken(inputs['management-token'], faults),
        tries: {
            timeoutMs: readDuration(inputs, 'request-timeout', { least: 1, most: 3600, rule: 'one try of one request takes from 1s to 1h' }, faults),
            retries: readCount(inputs, 'retries', 99, faults),
        },
    };
}
/**
 * readManagementToken reads the credential. Nothing is said of its shape (it may be `M.V1.\u2026`, a JWT or something
 * else) except that a header can carry it; and no message ever shows it.
 */
function readManagementToken(text, faults) {
    if (text === '') {
        faults.add('management-token', 'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
            'the run was started from a fork or by Dependabot, which get no secrets.');
    }
    else if (/^Bearer\s/i.test(text)) {
        faults.add('management-token', 'begins with "Bearer": give the token alone, the action adds the rest.');
    }
    else if (!/^[\x21-\x7e]+$/.test(text)) {
        faults.add('management-token', 'holds white space or characters that no token has: was it pasted whole, once?');
    }
    return new Secret(text);
}
function readProduct(inputs, faults) {
    const text = inputs.product;
    if (text !== '' && text !== 'dedicated' && text !== 'clustered') {
        faults.add('product', `${quote(text)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.`);
    }
    return text === 'clustered' ? 'clustered' : 'dedicated';
}
function readId(inputs, name, product, faults) {
    const text = inputs[name];
    if (text === '') {
        if (product === 'dedicated') {
            faults.add(name, 'is required for Cloud Dedicated: the UUID that `influxctl` and the console show.');
        }
        return undefined;
    }
    if (!isUuid(text)) {
        faults.add(name, `${quote(text)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`);
    }
    return text;
}
function readBaseUrl(inputs, name, faults) {
    const text = inputs[name];
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // What stands before an @ may be a password, even where the URL's grammar takes it for something else.
    const shown = text.includes('@') ? 'this' : quote(text);
    if (!url || !/^https?:$/.test(url.protocol)) {
        faults.add(name, `${shown} is not a URL like https://cluster.example.com.`);
        return undefined;
    }
    if (url.username !== '' || url.password !== '') {
        faults.add(name, 'holds a user name or password: give the address alone.');
    }
    else if (!isTrustworthy(url)) {
        faults.add(name, `${shown} would send credentials in the clear: use https: (http: only for a loopback host).`);
    }
    else if (url.search !== '' || url.hash !== '') {
        faults.add(name, `${shown} has a query or fragment: give the base URL alone.`);
    }
    return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}
/** Both planes of a Clustered cluster are on one host. Undefined only where a fault says why. */
function originOf(url) {
    return url === undefined ? '' : new URL(url).origin;
}

;// CONCATENATED MODULE: ./build/inputs/description.js

/** Without the tag, which the action appends. */
const LONGEST = 200;
/** C0, DEL, C1 and the line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/**
 * readDescription reads what the token is for, without a tag; by default the names of workflow and job. Notes every
 * fault.
 */
function readDescription(inputs, context, faults) {
    const text = inputs.description;
    if (text === '')
        return defaultDescription(context);
    const length = [...text].length;
    if (length > LONGEST)
        faults.add('description', `has ${length} characters, ${LONGEST} are allowed.`);
    if (CONTROL.test(text))
        faults.add('description', 'holds a line break or control character: use one plain line.');
    if (parseTagged(text)) {
        faults.add('description', 'ends in a tag like [gha:\u2026]: the action appends its own, so leave it out.');
    }
    return text;
}
/** Names of workflows are free text: what a description may not hold is left out, not refused. */
function defaultDescription({ workflow, job }) {
    const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
    return [...text].slice(0, LONGEST).join('').trim();
}

;// CONCATENATED MODULE: ./build/inputs/expiry.js



/** What a token gets that dies with its job: the server's own end, should every other fail. */
const BACKSTOP_SECONDS = 24 * 3600;
/** A token that outlives its job and less than this is a typing error: `6m` is not six months. */
const SHORTEST_LASTING_SECONDS = 3600;
const FORMS = `Give a date like 2027-01-31T00:00:00Z (RFC 3339, any offset), a duration from now, or \`never\`; ${DURATION_EXAMPLES}`;
/**
 * readExpiry reads `expires-at`: RFC 3339, a duration from now, or `never`. Sub-seconds are cut, as the API wants it.
 * A token that dies with its job gets 24 hours when nothing is given; one that `outlives` it must say, and at least an
 * hour. `now` is in milliseconds since 1970. Notes every fault; what it returns then means nothing.
 */
function readExpiry(inputs, outlives, now, faults) {
    const text = inputs['expires-at'];
    const seconds = Math.floor(now / 1000);
    if (text === '') {
        if (outlives) {
            faults.add('expires-at', `is required with \`skip-token-revoke: true\`: nothing else ends this token. ${FORMS}.`);
        }
        return (seconds + BACKSTOP_SECONDS) * 1000;
    }
    if (text === 'never')
        return 'never';
    const duration = parseDuration(text);
    const instant = duration === undefined ? parseInstant(text) : withinCalendar((seconds + duration) * 1000);
    if (instant === undefined) {
        faults.add('expires-at', `${quote(text)} ${whyUnreadable(text)}. ${FORMS}.`);
        return 'never';
    }
    const expiresAt = Math.floor(instant / 1000);
    if (expiresAt * 1000 <= now) {
        faults.add('expires-at', `${quote(text)} is not in the future: it is ${formatInstant(seconds * 1000)} now.`);
    }
    else if (outlives && expiresAt - seconds < SHORTEST_LASTING_SECONDS) {
        faults.add('expires-at', `${quote(text)} is ${formatDuration(expiresAt - seconds)} from now, too short for a token that outlives its job (at least 1h).${minutesHint(text)}`);
    }
    return expiresAt * 1000;
}
function whyUnreadable(text) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
        return `is a day without a time and an offset (${text}T00:00:00Z)`;
    if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) {
        return 'is a date without an offset (append Z for UTC, or +02:00)';
    }
    const offset = /[+-]\d{4}$/.exec(text)?.[0];
    if (offset && text.includes(':')) {
        return `has an offset without a colon (${offset.slice(0, 3)}:${offset.slice(3)})`;
    }
    if (/^\d{9,}$/.test(text))
        return 'is a bare number';
    return 'is neither a date nor a duration, or lies after the year 9999';
}
function minutesHint(text) {
    return /^\d+m$/.test(text)
        ? ` The unit m is minutes; for months count days, like ${30 * Number.parseInt(text, 10)}d.`
        : '';
}

;// CONCATENATED MODULE: ./build/inputs/permissions.js




const permissions_FORMS = 'Give `read`, `write` or both for every name in `databases`; or one line `NAME: read, write` for each database; or `none`';
const permissionsJson = array(object({ action: union(...ACTIONS.map((action) => literal(action))), resource: string() }));
/**
 * readPermissions reads `databases` and `permissions` together, in any of the forms: the bare one, the mapping,
 * `none`, and the JSON that the output `permissions` prints. Notes every fault; what it returns then is incomplete.
 */
function readPermissions(inputs, faults) {
    const databases = readDatabases(inputs, faults);
    const text = inputs.permissions;
    if (text === '') {
        faults.add('permissions', `is required. ${permissions_FORMS}.`);
        return [];
    }
    const lines = [...new Set(contentLines(text))];
    if (lines[0]?.startsWith('[')) {
        refuseDatabases(databases, 'the JSON in `permissions` names them itself', faults);
        return permissions_parseJson(contentLines(text).join('\n'), faults);
    }
    if (lines.length === 1 && lines[0] === 'none') {
        refuseDatabases(databases, '`permissions: none` grants nothing on any', faults);
        return [];
    }
    if (lines.some((line) => line.includes(':'))) {
        refuseDatabases(databases, '`permissions` names them itself', faults);
        return mergePermissions(lines.flatMap((line) => parseMappingLine(line, faults)));
    }
    if (lines.length === 0) {
        faults.add('permissions', `holds nothing but comments. ${permissions_FORMS}.`);
        return [];
    }
    if (inputs.databases === '') {
        faults.add('databases', 'is required with this form of `permissions`: which databases are they for?');
    }
    const actions = parseActions(parseList(text), faults, (item) => bareFormHint(item));
    return grants(actions, databases);
}
function readDatabases(inputs, faults) {
    const names = parseList(inputs.databases);
    if (inputs.databases !== '' && names.length === 0)
        faults.add('databases', 'holds nothing but comments.');
    for (const name of names) {
        if (!isDatabaseName(name))
            faults.add('databases', `${quote(name)} is not a valid name: ${DATABASE_NAME_RULE}.`);
    }
    return names;
}
function refuseDatabases(databases, why, faults) {
    if (databases.length > 0)
        faults.add('databases', `must be empty: ${why}.`);
}
function parseMappingLine(line, faults) {
    const colon = line.indexOf(':');
    if (line === 'none') {
        faults.add('permissions', '`none` stands alone: remove it, or the other lines.');
        return [];
    }
    if (colon < 0) {
        faults.add('permissions', `${quote(line)} names no database. Write \`NAME: ${line}\` like the other lines.`);
        return [];
    }
    const name = line.slice(0, colon).trim();
    const items = parseList(line.slice(colon + 1));
    if (isAction(name) && items.length > 0 && !items.some(isAction)) {
        const meant = items.filter(isDatabaseName).map((item) => `\`${item}: ${name}\``);
        faults.add('permissions', `${quote(line)} is the wrong way round${meant.length > 0 ? `: did you mean ${meant.join(' and ')}?` : '.'}`);
        return [];
    }
    if (!isDatabaseName(name)) {
        faults.add('permissions', `${quote(name)} in ${quote(line)} is not a valid name: ${DATABASE_NAME_RULE}.`);
    }
    if (items.length === 0) {
        faults.add('permissions', `${quote(line)} says no action. Write \`${name}: read\`, or leave the line out.`);
    }
    return grants(parseActions(items, faults, () => `in ${quote(line)}: one line a database, \`NAME: read, write\``), [name]);
}
function parseActions(items, faults, hint) {
    for (const item of items) {
        if (!isAction(item))
            faults.add('permissions', `${quote(item)} is neither read nor write (${hint(item)}).`);
    }
    return items.filter(isAction);
}
function bareFormHint(item) {
    if (isAction(item.toLowerCase()))
        return `did you mean \`${item.toLowerCase()}\`?`;
    return item === 'none' ? '`none` stands alone' : permissions_FORMS;
}
function permissions_parseJson(text, faults) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        faults.add('permissions', `${quote(text)} begins like JSON but is none. ${permissions_FORMS}.`);
        return [];
    }
    const parsed = permissionsJson.try(value, { mode: 'strict' });
    if (!parsed.ok) {
        faults.add('permissions', `the JSON is not a list like [{"action":"read","resource":"metrics"}] (${parsed.message}).`);
        return [];
    }
    for (const { resource } of parsed.value) {
        if (!isDatabaseName(resource)) {
            faults.add('permissions', `${quote(resource)} is not a valid name: ${DATABASE_NAME_RULE}.`);
        }
    }
    return mergePermissions(parsed.value);
}
function isAction(text) {
    return ACTIONS.includes(text);
}

;// CONCATENATED MODULE: ./build/request.js








/**
 * parseRequest makes one request of the inputs. `now` is in milliseconds since 1970. Throws Faults with everything
 * that is wrong, before anything was sent.
 */
function parseRequest(inputs, run, now) {
    const faults = new FaultList();
    const operation = givenOrDefault(inputs, 'operation');
    if (operation !== 'create') {
        faults.add('operation', `${quote(operation)} is not one that this version has. Choose: create.`);
        // What every operation needs can be judged all the same.
        readConnection(inputs, faults);
        faults.throwIfAny();
    }
    for (const { input, message } of foreignInputs(inputs, 'create'))
        faults.add(input, message);
    const keep = readBoolean(inputs, 'skip-token-revoke', faults);
    const request = {
        operation: 'create',
        connection: readConnection(inputs, faults),
        run,
        description: readDescription(inputs, run, faults),
        permissions: readPermissions(inputs, faults),
        checkDatabases: readBoolean(inputs, 'check-databases', faults),
        databasesTypedIn: inputs.databases === '' ? 'permissions' : 'databases',
        expiresAt: readExpiry(inputs, keep, now, faults),
        activationTimeoutMs: readDuration(inputs, 'activation-timeout', { least: 0, most: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' }, faults),
        keep,
        failOnRevokeError: readBoolean(inputs, 'fail-on-revoke-error', faults),
    };
    faults.throwIfAny();
    return request;
}

;// CONCATENATED MODULE: ./build/runner/context.js

/** What a tag can hold: a token whose tag does not parse would be nobody's. */
const SHAPES = {
    GITHUB_REPOSITORY: /^[\w.-]+\/[\w.-]+$/,
    GITHUB_REPOSITORY_ID: /^\d{1,20}$/,
    GITHUB_RUN_ID: /^\d{1,20}$/,
    GITHUB_RUN_ATTEMPT: /^\d{1,9}$/,
};
/** readRunContext reads the runner's variables. Throws a Failure where they cannot be: outside of GitHub Actions. */
function readRunContext(env) {
    const wrong = Object.entries(SHAPES).filter(([name, shape]) => !shape.test(env[name] ?? ''));
    if (wrong.length > 0) {
        throw new Failure('Not a run of GitHub Actions', `${wrong.map(([name]) => name).join(', ')} is missing or not as GitHub sets it. The action marks each token with ` +
            'the run that made it, so that it can be found and revoked. Nothing was sent.');
    }
    return {
        repository: env['GITHUB_REPOSITORY'] ?? '',
        repositoryId: env['GITHUB_REPOSITORY_ID'] ?? '',
        runId: env['GITHUB_RUN_ID'] ?? '',
        runAttempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? 'workflow',
        job: env['GITHUB_JOB'] ?? 'job',
    };
}

;// CONCATENATED MODULE: ./build/runner/plain-text.js
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** What is left of C0 and C1, and DEL. */
const plain_text_CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
/** .NET compares texts as people read them: a zero-width space between the colons of `::` would hide them from us alone. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LEADING_COMMAND = /^(\s*):(?=:)/;
/**
 * plainText makes one line of a text that no workflow command can hide in. GitHub's runner looks for `::` at the
 * beginning of a line, after any white space, and for `##[` anywhere in it.
 */
function plainText(text) {
    return text
        .toWellFormed()
        .replaceAll(LINE_BREAKS_AND_TABS, ' ')
        .replaceAll(plain_text_CONTROL, '')
        .replaceAll(INVISIBLE, '')
        .replaceAll('##[', '# #[')
        .replace(LEADING_COMMAND, '$1: ');
}

;// CONCATENATED MODULE: ./build/runner/markdown.js

/** HTML and the beginnings of links become entities, since a backslash does not stop them; the rest gets a backslash. */
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!]/gi;
/**
 * escapeMarkdown makes a text from outside stand in a summary as it is, in one line: neither Markdown nor HTML, and no
 * address in it becomes a link.
 */
function escapeMarkdown(text) {
    return plainText(text).replaceAll(SPECIAL, (special) => /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`);
}
/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
function renderSection(section, safe) {
    return 'facts' in section
        ? factTable(section.title, section.facts.map(([name, value]) => [name, safe(value)]))
        : bulletList(section.title, section.items.map(safe));
}
/** factTable is a table of names and values. Values are escaped, names are ours. */
function factTable(title, facts) {
    const rows = facts.map(([name, value]) => `| ${name} | ${escapeMarkdown(value)} |`);
    return [`### ${title}`, '', '| | |', '|---|---|', ...rows, ''].join('\n');
}
/** bulletList is a heading with one escaped item a line. */
function bulletList(title, items) {
    return [`### ${title}`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`), ''].join('\n');
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: ./build/runner/workflow-command.js



/**
 * The few commands of GitHub's runner that this action gives, written here and not taken from @actions/core: that would
 * be a third of the bundle, and loads node:crypto for random delimiters and node:fs/promises at its top, which together
 * take longer than everything else before the first request (`npm run bench`).
 * Formats: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
const STDOUT = 1;
/** formatCommand is one line that the runner carries out and does not show as it is. */
function formatCommand(name, message, title = '') {
    const properties = title === '' ? '' : ` title=${escapeProperty(title)}`;
    return `::${name}${properties}::${escapeData(message)}`;
}
/** formatFileCommand is an entry for the files of state and outputs, in the form for values of any content. */
function formatFileCommand(name, value) {
    let delimiter = 'ghadelimiter_end';
    while (value.includes(delimiter))
        delimiter += '_';
    return `${name}<<${delimiter}${external_node_os_namespaceObject.EOL}${value}${external_node_os_namespaceObject.EOL}${delimiter}${external_node_os_namespaceObject.EOL}`;
}
/**
 * printLines writes lines to stdout, and returns when they have left the process: a mask must not be overtaken by
 * whatever comes next, not even by a kill. (process.stdout does not promise that everywhere, and takes a millisecond to
 * set up.)
 */
function printLines(lines) {
    let rest = Buffer.from(lines.map((line) => line + external_node_os_namespaceObject.EOL).join(''));
    while (rest.length > 0)
        rest = rest.subarray(writeSome(rest));
}
/** A pipe that is full says EAGAIN when somebody has made it non-blocking. */
function writeSome(bytes) {
    try {
        return (0,external_node_fs_namespaceObject.writeSync)(STDOUT, bytes);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') {
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
            return 0;
        }
        throw error;
    }
}
/**
 * appendToFile adds to one of the runner's files, in one write, so that a kill cannot leave half an entry. `file` is the
 * path that the runner gave. Throws a Failure.
 */
function appendToFile(file, text) {
    try {
        (0,external_node_fs_namespaceObject.appendFileSync)(file ?? '', text);
    }
    catch (error) {
        throw new Failure("The runner's files cannot be written", `A file that the runner gave for state, outputs or summary cannot be written: ${asSentence(error)} Whatever ` +
            'token was created is revoked by the post step. Check the disk of the runner.', { cause: error });
    }
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/runner/runner.js




/** OUTPUTS declares every output that may be set; action.yml says the same, which a test compares. */
const OUTPUTS = (/* unused pure expression or super */ null && ([
    'token',
    'token-id',
    'description',
    'permissions',
    'created-at',
    'expires-at',
    'status',
    'active',
]));
/** Name of the one piece of state. */
const STATE = 'ledger';
/** actionsRunner is the real runner: workflow commands on stdout, and the files that the environment names. */
function actionsRunner(secrets, env) {
    // Redacted twice: characters that plainText removes could have kept the pieces of a secret apart.
    const safe = (text) => secrets.redact(plainText(secrets.redact(text)));
    const annotate = (name) => (title, message) => printLines([formatCommand(name, safe(message), safe(title))]);
    return {
        info: (line) => printLines([safe(line)]),
        debug: (line) => printLines([formatCommand('debug', safe(line))]),
        warning: annotate('warning'),
        error: annotate('error'),
        outputs: (outputs) => {
            const entries = Object.entries(outputs).map(([name, value]) => formatFileCommand(name, value));
            appendToFile(env['GITHUB_OUTPUT'], entries.join(''));
        },
        token: (secret) => appendToFile(env['GITHUB_OUTPUT'], formatFileCommand('token', secret.reveal())),
        saveState: (state) => appendToFile(env['GITHUB_STATE'], formatFileCommand(STATE, state)),
        summary: (section) => {
            try {
                // Redacted first and escaped then: an escape inside of a secret would hide it from every mask.
                appendToFile(env['GITHUB_STEP_SUMMARY'], `${renderSection(section, safe)}\n`);
            }
            catch (error) {
                // A summary is for show: it must not decide what becomes of a token.
                printLines([formatCommand('debug', safe(`The summary could not be written: ${asSentence(error)}`))]);
            }
        },
    };
}
/** readInput is the trimmed text of an input; empty when it was not given. */
function readInput(env, name) {
    return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}
/** readState is what main has saved, in the post step; empty when it saved nothing. */
function readState(env) {
    return env[`STATE_${STATE}`] ?? '';
}

;// CONCATENATED MODULE: ./build/tokens/masking.js
/** Shorter pieces turn up in ordinary text by chance: to mask them would hide the log and protect nothing. */
const SHORTEST_FORM = 8;
/**
 * maskingForms lists the forms in which a secret commonly turns up in a log: itself, URL-encoded, and the part of its
 * base64 that does not depend on what stands before and after it, at each of the three alignments, in both alphabets.
 * GitHub's runner masks base64 of the secret alone; it misses a secret inside a longer text at two of the three
 * alignments, and base64url altogether.
 */
function maskingForms(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    const cores = [0, 1, 2].map((alignment) => base64Core(bytes, alignment));
    const derived = [encodeURIComponent(secret.toWellFormed()), ...cores, ...cores.map(urlSafe)];
    return [...new Set([secret, ...derived.filter((form) => form.length >= SHORTEST_FORM)])];
}
/** base64Core encodes bytes behind so many unknown ones and keeps only the characters that these bytes alone decide. */
function base64Core(bytes, alignment) {
    const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
    const firstOwn = Math.ceil((alignment * 8) / 6);
    const lastOwn = Math.floor(((alignment + bytes.length) * 8) / 6);
    return encoded.slice(firstOwn, lastOwn);
}
function urlSafe(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_');
}

;// CONCATENATED MODULE: ./build/runner/secrets.js


/**
 * Secrets masks credentials: for the runner, which then hides them in everything that it shows, and for our own texts,
 * because an error of the API may repeat what it was sent.
 */
class Secrets {
    #known = new Set();
    /** mask is called with a credential as soon as it is received, before anything else is printed. */
    mask(secret) {
        if (secret === '')
            return;
        const forms = maskingForms(secret);
        printLines(forms.map((form) => formatCommand('add-mask', form)));
        for (const form of forms)
            this.#known.add(form);
    }
    /** redact replaces every known form of every credential by `***`, longer ones first: one may be part of another. */
    redact(text) {
        const longestFirst = [...this.#known].sort((one, other) => other.length - one.length);
        return longestFirst.reduce((redacted, form) => redacted.replaceAll(form, '***'), text);
    }
}
/** maskCredentials masks what a step is given: the management token, and the password of a proxy. */
function maskCredentials(secrets, managementToken, env) {
    secrets.mask(managementToken);
    for (const password of proxyPasswords(env))
        secrets.mask(password);
}
/**
 * proxyPasswords finds the passwords in the proxy settings of an environment, as written and decoded. What cannot be
 * read as a URL holds no password that anything could use.
 */
function proxyPasswords(env) {
    const settings = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].map((name) => env[name] ?? '');
    return settings.flatMap((setting) => {
        const url = [setting, `http://${setting}`].find((text) => URL.canParse(text) && new URL(text).password !== '');
        if (url === undefined)
            return [];
        const { password } = new URL(url);
        return [password, decoded(password)];
    });
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/main.js














main().then((succeeded) => process.exit(succeeded ? 0 : 1));
/** All that is printed and written by then has left the process, so that nothing left open needs to be waited for. */
async function main() {
    const secrets = new Secrets();
    const runner = actionsRunner(secrets, process.env);
    try {
        const inputs = readInputs((name) => readInput(process.env, name));
        maskCredentials(secrets, inputs['management-token'], process.env);
        const request = parseRequest(inputs, readRunContext(process.env), systemClock.now());
        const { managementToken, clusterUrl, tries, ...address } = request.connection;
        const transport = new HttpTransport();
        // One for each plane: what one server's Retry-After holds back is not the other's business.
        const management = new Requests(transport, systemClock, Math.random, runner.info, tries);
        const data = new Requests(transport, systemClock, Math.random, runner.info, tries);
        await create(request, {
            api: new ManagementApi(management, managementToken, possiblePlaces(address), (secret) => secrets.mask(secret)),
            dataPlane: new DataPlane(data, clusterUrl),
            pacing: management,
            runner,
            clock: systemClock,
            nonce: randomNonce,
        });
        return true;
    }
    catch (error) {
        reportFailure(error, runner);
        return false;
    }
}

})();

module.exports = __webpack_exports__;
/******/ })()
;