"use strict";
exports.id = 439;
exports.ids = [439];
exports.modules = {

/***/ 5157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ excerpt),
/* harmony export */   M: () => (/* binding */ describeBody)
/* harmony export */ });
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4478);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8036);


const LONGEST_EXCERPT = 300;
/** As far as a page is searched for its title. */
const HEAD_OF_PAGE = 4096;
/**
 * excerpt is what a server says in an answer, cut to what a message may hold; empty when it says nothing. Every kind of
 * error body seen: an API's own, `{"error": …}`, plain text, a proxy's HTML.
 */
function excerpt(answer) {
    // A success that is refused here, say an unexpected 202, may hold a token.
    if (answer.status < 300)
        return describeBody(answer);
    const own = messageIn((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(answer.body));
    if (own !== undefined)
        return cut(own);
    if (answer.body.trim() === '')
        return '';
    if (looksLikeHtml(answer))
        return describeBody(answer);
    return cut(answer.body);
}
/** describeBody says what kind of body an answer has. Never shows one, since it was perhaps expected to hold a token. */
function describeBody(answer) {
    if (answer.body.trim() === '')
        return 'an empty body';
    if (!looksLikeHtml(answer))
        return 'something else than the expected JSON';
    const heading = /<title[^>]*>([^<]{1,200})/i.exec(answer.body.slice(0, HEAD_OF_PAGE))?.[1]?.trim();
    return heading ? `an HTML page titled "${cut(heading)}"` : 'an HTML page';
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
function looksLikeHtml(answer) {
    return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(answer.body);
}
function cut(text) {
    return (0,_shorten_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .m)(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_EXCERPT);
}


/***/ }),

/***/ 2703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseHttpDate)
/* harmony export */ });
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const TIME = '\\d{2}:\\d{2}:\\d{2}';
/** The whole of it, since Date.parse makes a date of less: `Sun, 06 Nov` would be in 2001. */
const HTTP_DATE = new RegExp(`^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})[ -]\\d{2,4} ${TIME} GMT|(?:${MONTHS}) [ \\d]\\d ${TIME} \\d{4})$`);
/** parseHttpDate reads the date of a header. Returns milliseconds since 1970, or undefined for anything else. */
function parseHttpDate(text) {
    if (!HTTP_DATE.test(text))
        return undefined;
    // The oldest of the three forms of a date names no zone: it is in GMT like the others.
    const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(date) ? undefined : date;
}


/***/ }),

/***/ 8036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parseBody),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/** parseJson reads JSON; undefined when the text is none (which `undefined` in JSON cannot be). */
function parseJson(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
/** parseBody reads JSON as a schema has it, without what the schema does not name; undefined when it is anything else. */
function parseBody(schema, body) {
    const parsed = schema.try(parseJson(body), { mode: 'strip' });
    return parsed.ok ? parsed.value : undefined;
}


/***/ }),

/***/ 5045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   OT: () => (/* binding */ unreadableProxy),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);

/** There was no connection yet on which a request could have left. */
const NEVER_SENT = ['dns', 'refused', 'certificate', 'proxy'];
/** The next try would end the same. */
const LASTING = ['certificate', 'too-large'];
/** NetworkError says that a request got no usable answer. If it may have left, the server may have carried it out. */
class NetworkError extends _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    fault;
    constructor(fault, message, options) {
        super(titleOf(fault), message, options);
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
function titleOf(fault) {
    if (fault === 'timeout')
        return 'No answer in time';
    return fault === 'too-large' ? 'Answer too large' : 'No connection';
}
/** networkError turns what Node throws into a sentence with a cure. `host` is who was asked. */
function networkError(cause, host) {
    if (cause instanceof NetworkError)
        return cause;
    const code = codeOf(cause);
    const text = cause instanceof Error ? cause.message : String(cause);
    if (code === 'ERR_INVALID_URL')
        return unreadableProxy(host, { cause });
    const [fault, message] = explain(code, text, host, syscallOf(cause) === 'connect');
    return new NetworkError(fault, message, { cause });
}
/** unreadableProxy says that a proxy is set, but not so that anybody could find it. */
function unreadableProxy(host, options) {
    const message = `the proxy for ${host} is not a URL: check HTTPS_PROXY (http://HOST:PORT)`;
    return new NetworkError('proxy', message, options);
}
function explain(code, text, host, connecting) {
    if (text.startsWith('tunneling socket')) {
        // Of what went wrong with a proxy only the text is left. Behind the semicolon Node recommends options of its own.
        const untrusted = /cause=([^;]*certificate[^;]*)/i.exec(text)?.[1];
        if (untrusted !== undefined) {
            return [
                'certificate',
                `no trusted TLS connection to the proxy for ${host} (${untrusted}): check its certificate, or give that of its ` +
                    'authority in `ca-certificate`',
            ];
        }
        const cure = text.endsWith('=407')
            ? 'it asks for a user and a password, which HTTPS_PROXY can hold (http://USER:PASSWORD@HOST:PORT)'
            : 'check HTTPS_PROXY and what it allows';
        return ['proxy', `the proxy would not connect to ${host} (${text}): ${cure}`];
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
        return ['certificate', `no trusted TLS connection to ${host} (${code}): ${certificateCure(code)}`];
    }
    // The other side, or something in between, does not speak TLS.
    if (/^(?:EPROTO|ERR_SSL_)/.test(code)) {
        return ['tls', `${host} did not agree on TLS (${code}): check the port, and that it serves https`];
    }
    if (code === 'ETIMEDOUT')
        return ['timeout', `${host} did not answer in time (${code})`];
    return ['broken', `the connection to ${host} broke off (${code || text || 'no reason given'})`];
}
function certificateCure(code) {
    if (code === 'CERT_HAS_EXPIRED')
        return 'its certificate has expired and must be renewed there';
    if (code === 'CERT_NOT_YET_VALID')
        return 'its certificate is not valid yet: check the clocks';
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
        return 'its certificate is for another name: use the name that stands in it';
    }
    return 'its certificate is not one that this runner trusts: give the certificate of its authority in `ca-certificate`';
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


/***/ }),

/***/ 3136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lv: () => (/* binding */ Requests),
  Zt: () => (/* binding */ RetryAfterTooLong),
  WG: () => (/* binding */ isPassing)
});

// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(5961);
// EXTERNAL MODULE: ./build/http/network-error.js
var network_error = __webpack_require__(5045);
// EXTERNAL MODULE: ./build/http/http-date.js
var http_date = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/http/retry-after.js

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
    const date = (0,http_date/* parseHttpDate */.m)(text);
    return date === undefined ? undefined : Math.max(0, date - now);
}

// EXTERNAL MODULE: ./build/http/url.js
var url = __webpack_require__(9685);
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
    /** No request leaves before this much has elapsed: a `Retry-After` holds back all of them, not just the one it answered. */
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
        return Math.max(0, this.#heldUntil - this.#clock.elapsed());
    }
    /**
     * once sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
     * when there is no answer, and a Failure when the server asks to wait longer than is sensible.
     */
    async once(request, timeoutMs = this.policy.timeoutMs) {
        if (!(0,url/* isTrustworthy */.G)(request.url)) {
            throw new failure/* Failure */.HR('Not safe to send', `Nothing is sent to ${request.url.origin}, since it is not https:.`);
        }
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
            const unanswered = outcome instanceof network_error/* NetworkError */.Dr;
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
                throw new network_error/* NetworkError */.Dr('timeout', 'no time was left to send a request');
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
        this.#heldUntil = Math.max(this.#heldUntil, this.#clock.elapsed() + wait);
    }
    /** Until everything must be over, in milliseconds; endless without a deadline. */
    #timeLeft() {
        return (this.policy.deadline ?? Number.POSITIVE_INFINITY) - this.#clock.elapsed();
    }
}
/** RetryAfterTooLong is thrown when a server names a pause that no job should sit through. */
class RetryAfterTooLong extends failure/* Failure */.HR {
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
    if (error instanceof network_error/* NetworkError */.Dr)
        return error;
    throw error;
}


/***/ }),

/***/ 1481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ HttpTransport)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(755);
;// CONCATENATED MODULE: ./build/http/agents.js
/**
 * Agents makes the connections: it says whether they go through a proxy, and whose certificates are trusted. What a
 * connection takes is loaded with the first that takes it.
 */
class Agents {
    /** One for each origin, since a proxy may be for some hosts only. Connections are kept open. */
    #agents = new Map();
    #trusted;
    #verification;
    /** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
    constructor(trusted) {
        this.#trusted = trusted;
    }
    /** agentFor is what a request to a URL is sent with. Throws NetworkError when a proxy is set that cannot be used. */
    agentFor(url) {
        const known = this.#agents.get(url.origin);
        if (known)
            return known;
        const agent = url.protocol === 'https:' ? this.#secureAgent(url) : plainAgent();
        this.#agents.set(url.origin, agent);
        return agent;
    }
    async #secureAgent(url) {
        this.#verification ??= verification(this.#trusted);
        const options = await this.#verification;
        const proxy = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        if (proxy) {
            const { agentThroughProxy } = await __webpack_require__.e(/* import() */ 38).then(__webpack_require__.bind(__webpack_require__, 7038));
            const agent = agentThroughProxy(url, options);
            if (agent)
                return agent;
        }
        const https = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23));
        return new https.Agent({ keepAlive: true, ...options });
    }
}
/** Only for a loopback host, to which no proxy leads: see isTrustworthy. */
async function plainAgent() {
    const http = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23));
    return new http.Agent({ keepAlive: true });
}
async function verification(trusted) {
    // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
    if (trusted.length === 0)
        return { rejectUnauthorized: true };
    const { createSecureContext, getCACertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
    const ca = [...getCACertificates('default'), ...trusted];
    return { rejectUnauthorized: true, secureContext: createSecureContext({ ca }) };
}

// EXTERNAL MODULE: ./build/http/network-error.js
var network_error = __webpack_require__(5045);
;// CONCATENATED MODULE: ./build/http/transport.js



const USER_AGENT = 'influxdb-token-action';
/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/** HttpTransport sends through Node's own client. */
class HttpTransport {
    #agents;
    /** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
    constructor(trusted) {
        this.#agents = new Agents(trusted);
    }
    async send(request, timeoutMs) {
        try {
            return await exchange(request, await this.#agents.agentFor(request.url), timeoutMs);
        }
        catch (error) {
            throw (0,network_error/* networkError */.x6)(error, request.url.host);
        }
    }
}
/**
 * Ends in time whatever happens, a body that drips in included. By a timer and not by a signal, since Node keeps something
 * of each request with a signal in memory until the next full collection.
 */
async function exchange({ url, method, headers, body }, agent, timeoutMs) {
    const { promise, resolve, reject } = Promise.withResolvers();
    // TLS takes longer to load than all the rest.
    const { request } = url.protocol === 'https:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23));
    const options = {
        ...(0,external_node_url_.urlToHttpOptions)(url),
        method,
        headers: { ...headers, 'User-Agent': USER_AGENT },
        agent,
    };
    const sent = request(options, (message) => {
        const { statusCode: status = 0, headers: answered } = message;
        readBody(message).then((text) => resolve({ status, headers: answered, body: text }), reject);
    });
    sent.on('error', reject);
    const timer = setTimeout(() => {
        // Not left to the request to tell: it does only once it has a socket, which a silent proxy never gives it.
        reject(timedOut(url, timeoutMs));
        sent.destroy();
    }, timeoutMs);
    sent.end(body);
    try {
        return await promise;
    }
    finally {
        clearTimeout(timer);
    }
}
function timedOut({ host }, timeoutMs) {
    return new network_error/* NetworkError */.Dr('timeout', `${host} did not answer within ${Math.ceil(timeoutMs / 1000)} s`);
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
    return new network_error/* NetworkError */.Dr('too-large', `the answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MiB`);
}


/***/ }),

/***/ 3751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ ManagementApi)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _http_http_date_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2703);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8036);
/* harmony import */ var _http_network_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5045);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3136);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1623);
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2871);
/* harmony import */ var _tokens_uuid_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7559);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5267);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3609);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1554);











/** What a token looks like wherever it stands: `apiv<N>_` and base64 of either alphabet. */
const ACCESS_TOKEN = /apiv\d+_[\w+/=-]{20,}/g;
/** ManagementApi speaks to the Management API of one cluster: it knows paths, bodies and answers, and decides nothing. */
class ManagementApi {
    #requests;
    #clock;
    #credential;
    #onSecret;
    /** More than one until a read has told which form the server serves. */
    #places;
    /** `onSecret` is called with each new token's secret before anything else is done with the answer. */
    constructor(requests, clock, credential, places, onSecret) {
        this.#requests = requests;
        this.#clock = clock;
        this.#credential = credential;
        this.#places = places;
        this.#onSecret = onSecret;
    }
    /** located tells whether the path form is known, so that a write may be sent. */
    get located() {
        return this.#places.length === 1;
    }
    /** locate finds out by a read which path form the server has, if that is not known yet. Throws like databases. */
    async locate() {
        if (!this.located)
            await this.databases();
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
        const action = 'list the databases';
        const answer = await this.#read('databases');
        if (answer.status !== 200)
            throw this.#refusal(action, answer);
        return (0,_schemas_js__WEBPACK_IMPORTED_MODULE_7__/* .parseDatabaseNames */ .ri)(answer.body) ?? unreadable(action, answer);
    }
    /** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableAnswer or NetworkError. */
    async tokens() {
        const action = 'list the tokens';
        const answer = await this.#read('tokens');
        if (answer.status !== 200)
            throw this.#refusal(action, answer);
        return { tokens: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTokens */ .oY)(answer.body) ?? unreadable(action, answer), now: this.#timeOf(answer) };
    }
    /**
     * findToken reads one token, together with the time of the answer; no token for the API's own 404. Throws ApiError,
     * UnreadableAnswer or NetworkError.
     */
    async findToken(id) {
        const action = `show token ${id}`;
        const answer = await this.#read('tokens', id);
        const now = this.#timeOf(answer);
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn404 */ .LN)(answer))
            return { token: undefined, now };
        if (answer.status !== 200)
            throw this.#refusal(action, answer);
        const token = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_7__/* .parseToken */ .pI)(answer.body);
        return { token: token && (0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_8__/* .sameId */ .s)(token.id, id) ? token : unreadable(action, answer), now };
    }
    /**
     * createToken sends one POST, once. `namesType`, only with an expiry, adds `expirationType`, which is documented in
     * prose alone. Throws only what happens before anything was sent.
     */
    async createToken(order, namesType) {
        const request = this.#request('POST', (0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .placeUrl */ .P)(this.place, 'tokens'), {
            description: order.description,
            permissions: order.permissions,
            ...(order.expiresAt === 'never' ? {} : { expiresAt: (0,_tokens_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(order.expiresAt) }),
            ...(namesType ? { expirationType: 'datetime' } : {}),
        });
        let answer;
        try {
            answer = await this.#requests.once(request);
        }
        catch (error) {
            if (error instanceof _http_network_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NetworkError */ .Dr && !error.mayHaveLeft)
                return { kind: 'unsent', error };
            if (error instanceof _http_network_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NetworkError */ .Dr || error instanceof _http_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .RetryAfterTooLong */ .Zt)
                return { kind: 'lost', error };
            throw error;
        }
        const accessToken = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_7__/* .parseAccessToken */ .PO)(answer.body);
        if (accessToken !== undefined)
            this.#onSecret(accessToken);
        // A gateway may quote the answer that it got inside of its own, which is shown.
        for (const [quoted] of answer.body.matchAll(ACCESS_TOKEN))
            this.#onSecret(quoted);
        if (isSuccess(answer)) {
            const token = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_7__/* .parseToken */ .pI)(answer.body);
            return token && (0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_8__/* .isUuid */ .O)(token.id) && accessToken !== undefined
                ? { kind: 'created', token, secret: new _secret_js__WEBPACK_IMPORTED_MODULE_9__/* .Secret */ .z(accessToken) }
                : { kind: 'lost', error: new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableAnswer */ .ym('create the token', answer) };
        }
        const error = this.#refusal('create the token', answer);
        // Only a plain 4xx is sure to have created nothing: a 303, say, may follow what was done.
        const refused = answer.status >= 400 && answer.status < 500 && !(0,_http_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .isPassing */ .WG)(answer.status);
        return { kind: refused ? 'refused' : 'lost', error };
    }
    /**
     * updateToken replaces what is given and returns the token as it is then; undefined for the API's own 404. Throws like
     * findToken.
     */
    async updateToken(id, change) {
        const answer = await this.#repeatedly('PATCH', (0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .placeUrl */ .P)(this.place, 'tokens', id), change);
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn404 */ .LN)(answer))
            return undefined;
        if (!isSuccess(answer))
            throw this.#refusal(`update token ${id}`, answer);
        const token = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_7__/* .parseToken */ .pI)(answer.body);
        return token && (0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_8__/* .sameId */ .s)(token.id, id) ? token : unreadable(`update token ${id}`, answer);
    }
    /** deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. */
    async deleteToken(id) {
        let answer;
        try {
            answer = await this.#requests.once(this.#request('DELETE', (0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .placeUrl */ .P)(this.place, 'tokens', id)));
        }
        catch (error) {
            if (error instanceof _http_network_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NetworkError */ .Dr)
                return { kind: error.mayHaveLeft ? 'lost' : 'unsent', error };
            throw error;
        }
        if (answer.status === 204 || (answer.status === 200 && !isForeign(answer)))
            return { kind: 'revoked' };
        if (answer.status === 200) {
            return { kind: 'lost', error: new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableAnswer */ .ym(`revoke token ${id}`, answer) };
        }
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn404 */ .LN)(answer))
            return { kind: 'unknown-token' };
        const error = this.#refusal(`revoke token ${id}`, answer);
        return { kind: (0,_http_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .isPassing */ .WG)(answer.status) ? 'passing' : 'refused', error };
    }
    /** A read goes to each possible place in turn until one has the route; that one it is from then on. */
    async #read(collection, id) {
        for (const [index, place] of this.#places.entries()) {
            const answer = await this.#repeatedly('GET', (0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .placeUrl */ .P)(place, collection, id));
            const routeMissing = answer.status === 404 && !(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn404 */ .LN)(answer);
            if (routeMissing && index < this.#places.length - 1)
                continue;
            if (answer.status === 200 || (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn404 */ .LN)(answer))
                this.#places = [place];
            return answer;
        }
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Not found', 'There is no place to look for the Management API.');
    }
    /** The server's time counts, since the server decides what has expired; without it the runner's. */
    #timeOf(answer) {
        return (0,_http_http_date_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHttpDate */ .m)(answer.headers.date ?? '') ?? this.#clock.now();
    }
    #refusal(action, answer) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ApiError */ .hD(action, answer, this.#credential.source);
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
                Authorization: `Bearer ${this.#credential.secret.reveal()}`,
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        };
    }
}
/** A 200 with text that is no JSON comes from a proxy or a login page, and tells nothing about the API. */
function isForeign({ body }) {
    return body.trim() !== '' && (0,_http_json_js__WEBPACK_IMPORTED_MODULE_10__/* .parseJson */ .q)(body) === undefined;
}
function isSuccess(answer) {
    return answer.status === 200 || answer.status === 201;
}
function unreadable(action, answer) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableAnswer */ .ym(action, answer);
}


/***/ }),

/***/ 5267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ isOwn404),
/* harmony export */   hD: () => (/* binding */ ApiError),
/* harmony export */   n7: () => (/* binding */ isTurnedAway),
/* harmony export */   ym: () => (/* binding */ UnreadableAnswer)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _http_excerpt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5157);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1554);



/** ApiError is an answer that says no. */
class ApiError extends _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    status;
    /** What the server said, cut to an excerpt; empty when it said nothing. */
    serverMessage;
    /** `tokenSource` is where the management token comes from, for people. */
    constructor(action, answer, tokenSource) {
        const serverMessage = (0,_http_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(answer);
        const said = serverMessage === '' ? '' : `: ${serverMessage}`;
        super(title(answer.status), `The Management API would not ${action} (${answer.status}${said}). ${cure(answer, tokenSource)}`.trimEnd());
        this.name = 'ApiError';
        this.status = answer.status;
        this.serverMessage = serverMessage;
    }
}
/** UnreadableAnswer is a success whose body is not what the API sends: mostly a proxy's or a login page. */
class UnreadableAnswer extends _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor(action, answer) {
        super('Unreadable answer', `The Management API was to ${action} and answered ${answer.status}, but with ${(0,_http_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBody */ .M)(answer)}. ` +
            'Check `api-url`, and whether a proxy stands in between.');
        this.name = 'UnreadableAnswer';
    }
}
/** isTurnedAway tells whether the management token was refused: whatever else is asked with it would be too. */
function isTurnedAway(error) {
    return error instanceof ApiError && (error.status === 401 || error.status === 403);
}
/**
 * isOwn404 tells the API's own "no such thing" from a 404 for a route that does not exist, which a server or proxy in
 * front of the API sends without the API's `{code, message}`.
 */
function isOwn404(answer) {
    return answer.status === 404 && (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .parseApiError */ ._R)(answer.body) !== undefined;
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
function cure(answer, tokenSource) {
    const { status } = answer;
    if (status === 401) {
        return (`The management token is wrong, expired or revoked. It comes from ${tokenSource}: check the secret behind it, or ` +
            'create a new token with `influxctl management create`. (Runs from forks and of Dependabot do not get the secrets of ' +
            'the repository.)');
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


/***/ }),

/***/ 3609:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ placeUrl),
/* harmony export */   W: () => (/* binding */ possiblePlaces)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7559);


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
        if (!(0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__/* .isUuid */ .O)(part)) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Not an id', `"${part}" is not a UUID, so no request was sent with it in its path.`);
        }
    }
    const prefix = place.form === 'bare' ? '' : `/accounts/${place.accountId}/clusters/${place.clusterId}`;
    return new URL(`${place.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}


/***/ }),

/***/ 1554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ parseAccessToken),
/* harmony export */   _R: () => (/* binding */ parseApiError),
/* harmony export */   oY: () => (/* binding */ parseTokens),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   ri: () => (/* binding */ parseDatabaseNames)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9118);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8036);
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2871);



const date = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().map(_tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseServerDate */ .T_);
const dates = { createdAt: date.optional(), expiresAt: date.optional(), revokedAt: date.optional() };
const permission = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ action: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(), resource: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() });
/** A token as the answer to a request for this one: what it holds is relied upon. */
const token = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(),
    description: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj().nullable().optional(),
    permissions: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(permission).nullable().optional(),
    ...dates,
})
    .map(tokenFrom);
/**
 * A token in a list. One odd entry among thousands, say one that somebody else made without a description, must not
 * keep us from finding and revoking our own: what cannot be read of it is taken for absent. Only its id must be there.
 */
const listedToken = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(),
    description: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5()
        .map((description) => (typeof description === 'string' ? description : undefined))
        .optional(),
    permissions: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5()
        .map((held) => (Array.isArray(held) ? held.flatMap(readablePermission) : undefined))
        .optional(),
    ...dates,
})
    .map(tokenFrom);
const tokens = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(listedToken);
const databases = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ name: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() }));
/** At least 64 characters [OpenAPI], and nothing in it that a header or a line could not hold. */
const accessToken = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj().assert((text) => /^[\x21-\x7e]{64,}$/.test(text), 'not an access token');
const withSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ accessToken });
const apiError = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ code: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai(), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj()), message: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() });
/** parseTokens reads the answer to a list; undefined when it is anything but an array of tokens. */
function parseTokens(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .O)(tokens, body);
}
/** parseToken reads one token; undefined when the answer is none. */
function parseToken(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .O)(token, body);
}
/** parseAccessToken reads the secret from the answer to a POST; undefined when there is none. */
function parseAccessToken(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .O)(withSecret, body)?.accessToken;
}
/** parseDatabaseNames reads the names from the answer to a list of databases; undefined when it is none. */
function parseDatabaseNames(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .O)(databases, body)?.map((database) => database.name);
}
/** parseApiError reads the API's own kind of error, which no proxy sends: `{code, message}`. */
function parseApiError(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .O)(apiError, body);
}
function readablePermission(held) {
    const parsed = permission.try(held, { mode: 'strip' });
    return parsed.ok ? [parsed.value] : [];
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


/***/ })

};
;