"use strict";
exports.id = 996;
exports.ids = [996];
exports.modules = {

/***/ 7697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   WH: () => (/* binding */ DEFAULT_CONCURRENCY),
/* harmony export */   uK: () => (/* binding */ MAX_IN_FLIGHT),
/* harmony export */   zg: () => (/* binding */ cancellationOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);

/** How many requests may be in flight at once. */
const MAX_IN_FLIGHT = 8;
/** DEFAULT_CONCURRENCY goes on to the end, as fast as is polite. */
const DEFAULT_CONCURRENCY = {
    maxInFlight: () => MAX_IN_FLIGHT,
    shouldContinue: () => true,
};
/** inParallel carries out a task for each item, in their order, some at once. Tasks must not throw. */
async function inParallel(items, task, { maxInFlight, shouldContinue } = DEFAULT_CONCURRENCY) {
    const inFlight = new Set();
    let ended = 0;
    for (const item of items) {
        while (inFlight.size >= maxInFlight(ended))
            await Promise.race(inFlight);
        if (!shouldContinue())
            break;
        const begun = task(item).then(() => {
            ended++;
            inFlight.delete(begun);
        });
        inFlight.add(begun);
    }
    await Promise.all(inFlight);
}
/**
 * cancellationOf is aborted when the job is cancelled: GitHub's runner sends SIGINT, and 7.5 s later SIGTERM. Whoever asks for
 * it has to come to an end by itself; without it a signal ends the process at once.
 */
function cancellationOf(process) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    return controller.signal;
}
/** unlessCancelled gives up waiting when the job is cancelled. Throws a Failure then, with what is true now. */
async function unlessCancelled(work, cancelled, consequence) {
    return await Promise.race([
        work,
        aborted(cancelled).then(() => {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('cancelled', `The job was cancelled. ${consequence}`);
        }),
    ]);
}
/** aborted resolves when a signal is aborted, and never without. */
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ }),

/***/ 9563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ parseShortBody),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   MN: () => (/* binding */ parseShortJson),
/* harmony export */   MP: () => (/* binding */ describeBody),
/* harmony export */   OG: () => (/* binding */ parseBody),
/* harmony export */   _6: () => (/* binding */ isHtml)
/* harmony export */ });
/* unused harmony export parseJson */
/* harmony import */ var _base_server_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8267);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3127);


const MAX_EXCERPT_LENGTH = 300;
/** How much of a text is read: bodies can have 64 MiB, and an excerpt needs only their beginning. */
const MAX_READ_LENGTH = 4096;
/**
 * excerpt is what a server says in a response, cut to what a message can contain, and marked as a server's text; empty
 * when it says nothing. It knows every kind of error body seen: an API's own, `{"error": …}`, plain text, a proxy's HTML.
 */
function excerpt(response) {
    // A success that is refused here, say an unexpected 202, might contain a token.
    if (response.status < 300)
        return describeBody(response);
    const own = messageIn(parseShortJson(response.body));
    if (own !== undefined)
        return (0,_base_server_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markServerText */ .k)(cut(own));
    return isHtml(response) ? describeBody(response) : (0,_base_server_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markServerText */ .k)(cut(response.body));
}
/** describeBody says what kind of body a response has. It never shows a body that was expected to contain a token. */
function describeBody(response) {
    if (beginning(response.body).text === '')
        return 'an empty body';
    if (!isHtml(response)) {
        return parseShortJson(response.body) === undefined ? 'text that is not JSON' : 'other JSON than expected';
    }
    const heading = /<title[^>]*>([^<]{1,200})/i.exec(beginning(response.body).text)?.[1]?.trim();
    return heading ? `an HTML page titled ${(0,_base_server_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markServerText */ .k)(`"${cut(heading)}"`)}` : 'an HTML page';
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
/** isHtml recognizes a page of a proxy, console, or login service by how its body begins. */
function isHtml(response) {
    return /^<(?:!doctype|html|head|body|\?xml)/i.test(beginning(response.body).text);
}
/** Cut first and normalized then: a regular expression over a whole body takes too long, or too much memory. */
function cut(body) {
    const { text, isWhole } = beginning(body);
    const line = text.replaceAll(/\s+/g, ' ').trim();
    if (isWhole)
        return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(line, MAX_EXCERPT_LENGTH);
    // The cut can be in the middle of a word, and a part of a credential is in no mask.
    const words = line.slice(0, MAX_EXCERPT_LENGTH + 1).replace(/(?:^|\s)\S*$/, '');
    return words === '' ? `… (${body.length} characters)` : `${words} …`;
}
function beginning(body) {
    const text = body.trimStart();
    return { text: text.slice(0, MAX_READ_LENGTH), isWhole: text.length <= MAX_READ_LENGTH };
}
/**
 * parseJson reads JSON; undefined when the text is none (which `undefined` in JSON cannot be). Some gateways put a byte order
 * mark in front, which JSON forbids to write and allows to ignore.
 */
function parseJson(body) {
    try {
        return JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
    }
    catch {
        return undefined;
    }
}
/** Only lists are longer. Deeply nested JSON of 60 MB takes 20 seconds to parse. */
const MAX_SHORT_LENGTH = 1024 * 1024;
/** parseShortJson reads JSON of up to 1 MiB; undefined for a longer text. */
function parseShortJson(body) {
    return body.length <= MAX_SHORT_LENGTH ? parseJson(body) : undefined;
}
/** parseBody reads JSON as a schema has it, without what the schema does not name; undefined when it is anything else. */
function parseBody(schema, body) {
    return readAs(schema, parseJson(body));
}
/** parseShortBody does the same for JSON of up to 1 MiB. */
function parseShortBody(schema, body) {
    return readAs(schema, parseShortJson(body));
}
function readAs(schema, json) {
    const parsed = schema.try(json, { mode: 'strip' });
    return parsed.ok ? parsed.value : undefined;
}


/***/ }),

/***/ 1389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ dial)
/* harmony export */ });
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(610);
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_dns__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);


/** What RFC 8305 recommends, and what Node waits. */
const NEXT_ADDRESS_AFTER_MS = 250;
/**
 * dial opens a TCP connection. It tries a further address every 250 ms, and an earlier attempt goes on meanwhile: no address
 * has a time limit of its own, so a slow network is not cut off, and an address without a route delays nothing. Everything
 * is closed when `abandoned` fires. Throws an AggregateError with the error of each address when all of them fail.
 */
async function dial({ host, port }, abandoned, network = SYSTEM) {
    const addresses = alternateFamilies(await network.lookup(host));
    abandoned.throwIfAborted();
    return race(addresses.map(({ address }) => () => network.connect({ host: address, port })), abandoned);
}
/** Returns the first socket that connects, and destroys the others. */
function race(attempts, abandoned) {
    return new Promise((resolve, reject) => {
        const waiting = [...attempts];
        const connecting = new Set();
        const errors = [];
        let timer;
        const finish = () => {
            clearTimeout(timer);
            abandoned.removeEventListener('abort', abandon);
            for (const socket of connecting)
                socket.destroy();
        };
        const abandon = () => {
            finish();
            reject(abandoned.reason);
        };
        const next = () => {
            clearTimeout(timer);
            const socket = waiting.shift()?.();
            if (socket)
                watch(socket);
            else if (connecting.size === 0)
                fail();
            if (waiting.length > 0)
                timer = setTimeout(next, NEXT_ADDRESS_AFTER_MS);
        };
        const watch = (socket) => {
            connecting.add(socket);
            socket.once('connect', () => {
                connecting.delete(socket);
                finish();
                resolve(socket);
            });
            // Stays on the socket: until its user listens, an error must not end the process.
            socket.on('error', (error) => {
                if (!connecting.delete(socket))
                    return;
                errors.push(error);
                next();
            });
        };
        const fail = () => {
            finish();
            reject(new AggregateError(errors));
        };
        abandoned.addEventListener('abort', abandon);
        next();
    });
}
/** The system often lists all addresses of one family first, and usually a whole family is unreachable. */
function alternateFamilies(addresses) {
    const preferred = addresses.filter(({ family }) => family === addresses[0]?.family);
    const others = addresses.filter(({ family }) => family !== addresses[0]?.family);
    const longest = Math.max(preferred.length, others.length);
    return Array.from({ length: longest }, (_, index) => index).flatMap((index) => [
        ...preferred.slice(index, index + 1),
        ...others.slice(index, index + 1),
    ]);
}
const SYSTEM = {
    lookup: (host) => new Promise((resolve, reject) => {
        node_dns__WEBPACK_IMPORTED_MODULE_0___default().lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
    }),
    connect: (address) => node_net__WEBPACK_IMPORTED_MODULE_1___default().connect({ ...address, noDelay: true, keepAlive: true }),
};


/***/ }),

/***/ 5494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   FV: () => (/* binding */ proxyError),
/* harmony export */   av: () => (/* binding */ unusableProxy),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);

/** There was no connection yet on which a request could have left. */
const NEVER_SENT = [
    'connect-timeout',
    'dns',
    'refused',
    'certificate',
    'proxy',
    'proxy-setting',
    'no-time',
];
/** The next try would end the same. */
const NOT_RETRYABLE = [
    'certificate',
    'too-large',
    'coding',
    'proxy-setting',
    'no-time',
];
/** NetworkError says that a request got no usable response. If it may have left, the server may have carried it out. */
class NetworkError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    kind;
    constructor(kind, message, options) {
        super(codeOf(kind), message, options);
        this.name = 'NetworkError';
        this.kind = kind;
    }
    /** retryable tells whether another try may help. */
    get retryable() {
        return !NOT_RETRYABLE.includes(this.kind);
    }
    /** mayHaveReachedServer tells whether the server may have received the request. */
    get mayHaveReachedServer() {
        return !NEVER_SENT.includes(this.kind);
    }
}
function codeOf(kind) {
    if (kind === 'timeout' || kind === 'connect-timeout' || kind === 'no-time')
        return 'no-answer-in-time';
    if (kind === 'coding')
        return 'unreadable-answer';
    return kind === 'too-large' ? 'answer-too-large' : 'no-connection';
}
/**
 * networkError turns an error of the system, of TLS, or of the HTTP parser into a sentence with a hint; `host` is the server.
 * Undefined for any other error: that is a defect of the program, never to be retried or taken for a lost response.
 */
function networkError(cause, host) {
    if (cause instanceof NetworkError)
        return cause;
    const code = networkCode(cause);
    if (code === undefined)
        return undefined;
    const [kind, message] = explain(code, syscallOf(cause), host);
    return new NetworkError(kind, message, { cause });
}
/** proxyError is networkError for what goes wrong with the proxy to a host, before the host itself is involved. */
function proxyError(cause, host) {
    if (cause instanceof NetworkError)
        return cause;
    const code = networkCode(cause);
    if (code === undefined)
        return undefined;
    if (kindOf(code) === 'certificate') {
        const message = `no trusted TLS connection to the proxy for ${host} (${code}): ${proxyCertificateHint(code)}`;
        return new NetworkError('certificate', message, { cause });
    }
    const message = `the proxy for ${host} cannot be reached (${code}). Check HTTPS_PROXY`;
    return new NetworkError('proxy', message, { cause });
}
/** unusableProxy is the error for a proxy setting that leads nowhere. `scheme`: the setting has one that is not supported. */
function unusableProxy(scheme, host) {
    if (scheme === undefined) {
        const message = `the proxy for ${host} is not a URL. Set HTTPS_PROXY to http://HOST:PORT, with special characters of a password percent-encoded`;
        return new NetworkError('proxy-setting', message);
    }
    const what = scheme.startsWith('socks') ? `a SOCKS proxy (${scheme}://)` : `a URL with ${scheme}://`;
    const message = `HTTPS_PROXY is ${what}, which is not supported. Set HTTPS_PROXY to an HTTP proxy (http://HOST:PORT), or add ${host} to NO_PROXY`;
    return new NetworkError('proxy-setting', message);
}
/** Everything that can go wrong on a network has one of these codes. What has none of them is no network error. */
const CODES = {
    /** System errors, and those of getaddrinfo. Codes of Node's own begin with ERR and an underscore. */
    system: /^(?:E[A-Z0-9]+|EAI_[A-Z]+)$/,
    /** Errors of a handshake. Other codes that begin with ERR_TLS_ are for wrong arguments. */
    tls: /^(?:ERR_SSL_\w+|ERR_TLS_(?:HANDSHAKE_TIMEOUT|DH_PARAM_SIZE))$/,
    /** OpenSSL's reasons to reject a certificate, and a name that the certificate is not for. */
    certificate: /^(?:(?:CERT|CRL|UNABLE_TO|ERROR_IN|SELF_SIGNED|DEPTH_ZERO|PATH_LENGTH|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)(?:_[A-Z_]+)?|UNSPECIFIED|ERR_TLS_CERT_ALTNAME_\w+)$/,
    http: /^HPE_\w+$/,
};
function kindOf(code) {
    return Object.keys(CODES).find((kind) => CODES[kind].test(code));
}
/** The code of a network error; undefined for anything else. */
function networkCode(cause) {
    const error = mostUseful(cause);
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
        return undefined;
    return kindOf(error.code) === undefined ? undefined : error.code;
}
function syscallOf(cause) {
    const error = mostUseful(cause);
    return error instanceof Error && 'syscall' in error ? error.syscall : undefined;
}
/** Codes that say little about the server, the least telling first: an IPv6 address often has no route from here. */
const LEAST_TELLING = [
    'EAFNOSUPPORT',
    'EADDRNOTAVAIL',
    'ENETUNREACH',
    'ENETDOWN',
    'EHOSTUNREACH',
    'ETIMEDOUT',
];
/**
 * Connecting to several addresses fails with one AggregateError that contains an error for each: the one that tells most
 * about the server counts. One that is no network error wins over all, since it is a defect.
 */
function mostUseful(cause) {
    if (!(cause instanceof AggregateError))
        return cause;
    const rank = (error) => {
        const code = networkCode(error);
        if (code === undefined)
            return LEAST_TELLING.length + 1;
        const index = LEAST_TELLING.indexOf(code);
        return index < 0 ? LEAST_TELLING.length : index;
    };
    const errors = cause.errors;
    return errors.reduce((best, error) => (rank(error) > rank(best) ? error : best), errors[0]);
}
function explain(code, syscall, host) {
    if (syscall === 'getaddrinfo' || code === 'ENOTFOUND' || code.startsWith('EAI_')) {
        return [
            'dns',
            `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`,
        ];
    }
    const kind = kindOf(code);
    // Node checks the certificate before it lets any byte of the request out.
    if (kind === 'certificate') {
        return ['certificate', `no trusted TLS connection to ${host} (${code}): ${certificateHint(code)}`];
    }
    if (syscall === 'connect') {
        const what = code === 'ECONNREFUSED' ? 'refused the connection' : 'cannot be reached';
        return ['refused', `${host} ${what} (${code}). Check host and port, or use a runner with access to it`];
    }
    // The other side, or something in between, does not speak TLS.
    if (kind === 'tls' || code === 'EPROTO') {
        return ['tls', `${host} did not agree on TLS (${code}): check the port, and that it serves https`];
    }
    if (code === 'ETIMEDOUT')
        return ['timeout', `${host} did not answer in time (${code})`];
    return ['broken', `the connection to ${host} broke off (${code})`];
}
function certificateHint(code) {
    if (code === 'CERT_HAS_EXPIRED')
        return 'its certificate has expired and must be renewed there';
    if (code === 'CERT_NOT_YET_VALID')
        return 'its certificate is not valid yet: check the clocks';
    if (isForAnotherName(code)) {
        return 'its certificate is for another name: use the name that stands in it';
    }
    return 'its certificate is not one that this runner trusts: give the certificate of its authority in `ca-certificate`';
}
function proxyCertificateHint(code) {
    return isForAnotherName(code)
        ? 'its certificate is for another name. Set HTTPS_PROXY to a name that the certificate contains'
        : 'check its certificate, or set `ca-certificate` to the certificate of its authority';
}
function isForAnotherName(code) {
    return code.startsWith('ERR_TLS_CERT_ALTNAME_') || code === 'HOSTNAME_MISMATCH';
}


/***/ }),

/***/ 441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ httpRetryRule),
/* harmony export */   Zt: () => (/* binding */ RetryAfterTooLong),
/* harmony export */   lv: () => (/* binding */ Requests),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   yL: () => (/* binding */ MAX_RETRY_AFTER_MS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3175);
/* harmony import */ var _network_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5494);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6282);




/** How long a server may ask us to wait. More is no pause but a refusal, and fails at once. */
const MAX_RETRY_AFTER_MS = 60_000;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10_000;
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
     * send sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
     * when there is no response, and a Failure when the server asks to wait longer than is sensible.
     */
    async send(request, timeoutMs = this.policy.timeoutMs) {
        if (!(0,_base_url_js__WEBPACK_IMPORTED_MODULE_3__/* .isTrustworthy */ .G)(request.url)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('not-safe-to-send', `Nothing is sent to ${request.url.origin}, since it is not https:.`);
        }
        await this.#waitWhileHeld();
        const response = await this.#transport.send(request, Math.min(timeoutMs, this.policy.timeoutMs, this.#timeLeft()));
        const advice = this.#adviceIn(response);
        if (advice?.waitMs !== undefined)
            this.#holdBack(response.status, request.url, advice.waitMs);
        return response;
    }
    /**
     * sendWithRetry sends a request that may safely arrive twice, until the response is not a retryable
     * error, or the retries are used up: then the last response counts. Throws like send.
     */
    async sendWithRetry(request) {
        for (let attempt = 0;; attempt++) {
            const outcome = await this.send(request).catch(networkErrorOnly);
            const isNetworkError = outcome instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr;
            const retryable = isNetworkError ? outcome.retryable : this.#adviceIn(outcome) !== undefined;
            if (!retryable || attempt >= this.policy.retries || !(await this.backOff(attempt))) {
                if (isNetworkError)
                    throw outcome;
                return outcome;
            }
            const why = isNetworkError ? outcome.message : `it was answered ${outcome.status}`;
            this.#note(`Trying ${request.method} ${request.url.pathname} again, since ${why}.`);
        }
    }
    /**
     * backOff waits before the next try: a random time below a bound that doubles ("full jitter"). Returns false, at once,
     * when there is no time left for that.
     */
    async backOff(attempt) {
        const pause = this.#random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
        if (this.#timeLeft() <= Math.max(pause, this.heldForMs))
            return false;
        await this.#clock.sleep(pause);
        return true;
    }
    /** Another response may prolong the hold while this request waits for its end. */
    async #waitWhileHeld() {
        for (;;) {
            const held = this.heldForMs;
            if (this.#timeLeft() <= held)
                throw new _network_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr('no-time', 'no time was left to send a request');
            if (held === 0)
                return;
            await this.#clock.sleep(held);
        }
    }
    #adviceIn(response) {
        return (this.policy.retryRule ?? httpRetryRule)(response, this.#clock.now());
    }
    #holdBack(status, url, waitMs) {
        if (waitMs > MAX_RETRY_AFTER_MS)
            throw new RetryAfterTooLong(status, url.host, waitMs);
        this.#heldUntil = Math.max(this.#heldUntil, this.#clock.elapsed() + waitMs);
    }
    /** Until everything must be over, in milliseconds; endless without a deadline. */
    #timeLeft() {
        return (this.policy.deadline ?? Number.POSITIVE_INFINITY) - this.#clock.elapsed();
    }
}
/** RetryAfterTooLong is thrown when a server names a pause that no job should sit through. */
class RetryAfterTooLong extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor(status, host, waitMs) {
        super('the-server-asks-to-wait', `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1000)} s (Retry-After); at most ` +
            `${MAX_RETRY_AFTER_MS / 1000} s are waited for. Run the job again later.`);
        this.name = 'RetryAfterTooLong';
    }
}
/** isRetryable tells whether a status says "not now": the same request may succeed later. */
function isRetryable(status) {
    return status === 408 || status === 429 || (status >= 500 && status <= 599);
}
/** httpRetryRule is what HTTP itself says: the status is retryable, and `Retry-After` says when. */
function httpRetryRule({ status, headers }, now) {
    if (!isRetryable(status))
        return undefined;
    // A date is the server's, so its own clock says how far away it is.
    const serverNow = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .parseHttpDate */ .m)(headers.date ?? '') ?? now;
    return { waitMs: (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRetryAfter */ .V)(headers['retry-after'], serverNow) };
}
function networkErrorOnly(error) {
    if (error instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
        return error;
    throw error;
}


/***/ }),

/***/ 6282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseRetryAfter),
/* harmony export */   m: () => (/* binding */ parseHttpDate)
/* harmony export */ });
/** Longer than anybody waits, and still a number that can be shown. */
const MAX_SECONDS = 1e12;
/**
 * parseRetryAfter reads the header in both of its forms, seconds and date. Returns milliseconds from `now` (in
 * milliseconds since 1970), or undefined when the header is absent or senseless.
 */
function parseRetryAfter(value, now) {
    const text = value?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Math.min(Number(text), MAX_SECONDS) * 1000;
    const date = parseHttpDate(text);
    return date === undefined ? undefined : Math.max(0, date - now);
}
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

/***/ 2373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ HttpTransport)
});

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js
var lib = __webpack_require__(2779);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_default = /*#__PURE__*/__webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_default = /*#__PURE__*/__webpack_require__.n(external_node_https_);
// EXTERNAL MODULE: ./build/src/base/url.js
var base_url = __webpack_require__(3175);
// EXTERNAL MODULE: ./build/src/http/dial.js
var dial = __webpack_require__(1389);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
;// CONCATENATED MODULE: ./build/src/http/agents.js





/**
 * Agents makes the connections: it decides whether they go through a proxy, whose certificates are trusted, and which are
 * kept open for later requests.
 */
class Agents {
    /** One for each origin and use: a proxy can be for some hosts only. */
    #agents = new Map();
    /** Origins whose server closed a connection that was kept open, just when it was used again. */
    #closing = new Set();
    #anchors;
    #verification;
    constructor(anchors) {
        this.#anchors = anchors;
    }
    /**
     * agentFor returns the agent for a request to a URL; send the request with AttemptOptions. Throws NetworkError when a
     * proxy is set that cannot be used.
     */
    agentFor(url, use) {
        const kept = use === 'reused' && !this.#closing.has(url.origin);
        const key = `${kept} ${url.origin}`;
        const known = this.#agents.get(key);
        if (known)
            return known;
        const agent = url.protocol === 'https:' ? this.#secureAgent(url, kept) : plainAgent(url, kept);
        this.#agents.set(key, agent);
        return agent;
    }
    /**
     * stopReusing gives each later request to this origin a connection of its own. A server that closes connections after
     * each response would otherwise lose every request that closely follows another.
     */
    stopReusing({ origin }) {
        this.#closing.add(origin);
    }
    async #secureAgent(url, keepAlive) {
        this.#verification ??= verification(this.#anchors);
        const options = await this.#verification;
        const reach = await reachTo(url, options);
        const agent = new (external_node_https_default()).Agent({ keepAlive, ...options });
        // Node's own adds TLS, and resumes TLS sessions.
        const addTls = agent.createConnection.bind(agent);
        return connectingBy(agent, async (attempt) => {
            const options = { ...attempt, socket: await reach(attempt.abandoned) };
            return addTls(options);
        });
    }
}
/** Only for a loopback host, to which no proxy leads: see isTrustworthy. */
async function plainAgent(url, keepAlive) {
    const reach = reachDirectly(url);
    return connectingBy(new (external_node_http_default()).Agent({ keepAlive }), ({ abandoned }) => reach(abandoned));
}
function connectingBy(agent, connect) {
    agent.createConnection = (options, callback) => {
        const done = callback;
        connect(options).then((socket) => done(null, socket), done);
        return undefined;
    };
    return agent;
}
async function reachTo(url, verification) {
    const setting = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
    if (!setting || (0,base_url/* isLoopback */.U)(url))
        return reachDirectly(url);
    const { reachThroughProxy } = await __webpack_require__.e(/* import() */ 177).then(__webpack_require__.bind(__webpack_require__, 5177));
    return reachThroughProxy(url, setting, verification) ?? reachDirectly(url);
}
function reachDirectly({ hostname, port, protocol }) {
    const destination = {
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port) || (protocol === 'https:' ? 443 : 80),
    };
    return (abandoned) => (0,dial/* dial */.z)(destination, abandoned);
}
async function verification(anchors) {
    const secureContext = (0,trust/* secureContextOf */.AS)(anchors);
    // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
    return { rejectUnauthorized: true, ...(secureContext ? { secureContext } : {}) };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
// EXTERNAL MODULE: ./build/src/base/server-text.js
var server_text = __webpack_require__(8267);
;// CONCATENATED MODULE: ./build/src/http/read-response.js


/** A list of 100,000 tokens is well below. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/**
 * readResponse reads a response to its end and decodes the body. `abandoned` fires when no caller waits for the
 * response. Throws NetworkError for a body that is too large or cannot be decoded, and for a switch to another protocol.
 */
async function readResponse(message, abandoned) {
    const { statusCode: status = 0, headers } = message;
    if (status === 101) {
        message.destroy();
        throw switchedProtocols();
    }
    const limits = { maxBytes: MAX_BODY_BYTES, abandoned };
    const body = await readBody(message, limits.maxBytes);
    const coding = headers['content-encoding'];
    const decoded = coding === undefined ? body : await decodeBody(body, coding, limits);
    return { status, headers, body: decoded.toString('utf8') };
}
/**
 * The client's own `readBody` never settles when a body is cut off, and does not limit its size. Listeners load a millisecond
 * faster than an async iterator.
 */
function readBody(message, maxBytes) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        message.on('data', (chunk) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size > maxBytes)
                message.destroy(tooLarge(maxBytes));
        });
        message.on('end', () => resolve(Buffer.concat(chunks)));
        message.on('error', reject);
    });
}
/** What became of the request is not known: no HTTP response follows. */
function switchedProtocols() {
    return new network_error/* NetworkError */.Dr('broken', 'the connection was switched to another protocol (status 101), which the action did not ask for. Check the proxies and ' +
        'gateways between this runner and the server');
}
/**
 * decodeBody undoes the codings that a Content-Encoding header names. Requests ask for none, but some gateways compress all
 * the same. Throws NetworkError for an unknown coding, for a body that is not coded as the header says, and beyond a limit.
 */
async function decodeBody(body, header, limits) {
    const codings = header
        .split(',')
        .map((coding) => coding.trim().toLowerCase())
        .filter((coding) => coding !== '' && coding !== 'identity');
    // The last one was applied last. A response without a body, such as a 204, can name a coding, too.
    let decoded = body;
    for (const coding of codings.reverse())
        if (decoded.length > 0)
            decoded = await undo(coding, decoded, limits);
    return decoded;
}
/** tooLarge is the error for a body above so many bytes. */
function tooLarge(maxBytes) {
    return new network_error/* NetworkError */.Dr('too-large', `the answer is larger than ${maxBytes / 1024 / 1024} MiB`);
}
function undo(coding, body, { maxBytes, abandoned }) {
    abandoned.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    decoderFor(coding, body)(body, { maxOutputLength: maxBytes }, (error, decoded) => {
        if (error)
            reject(decodingError(error, coding, maxBytes));
        else
            resolve(decoded);
    });
    return promise;
}
/** What decodes is loaded only when a response needs it. */
function decoderFor(coding, body) {
    const { brotliDecompress, gunzip, inflate, inflateRaw } = process.getBuiltinModule('node:zlib');
    if (coding === 'gzip' || coding === 'x-gzip')
        return gunzip;
    if (coding === 'br')
        return brotliDecompress;
    // The header of zlib, which some servers leave out, names the method in these bits: 8.
    if (coding === 'deflate')
        return ((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw;
    throw new network_error/* NetworkError */.Dr('coding', `the response is compressed with ${(0,server_text/* markServerText */.k)(`"${coding.slice(0, 40)}"`)}, which the action cannot decode. Check the ` +
        'proxies and gateways between this runner and the server');
}
/** Only what the data causes is a network error. */
function decodingError(error, coding, maxBytes) {
    const { code } = error;
    if (code === 'ERR_BUFFER_TOO_LARGE')
        return tooLarge(maxBytes);
    // Node puts this in front of the names that Brotli gives to broken data, such as _ERROR_FORMAT_PADDING_1.
    if (typeof code !== 'string' ||
        !/^(?:Z_(?:DATA|BUF)_ERROR|Z_NEED_DICT|ERR_+ERROR_FORMAT_\w+)$/.test(code)) {
        return error;
    }
    return new network_error/* NetworkError */.Dr('broken', `the response is damaged: it cannot be decoded as ${coding} (${code})`, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/src/http/exchange.js





const USER_AGENT = 'influxdb-token-action';
/**
 * exchange sends a request once and reads the response. It ends in time whatever happens, even if a body drips in.
 *
 * The client's raw method takes all options as they are. The other methods choose an agent by the proxy variables and add
 * the runner's orchestration ID to the User-Agent.
 */
async function exchange(request, attempt) {
    const { url, body } = request;
    const { client, timeoutMs, closed } = attempt;
    const { promise, resolve, reject } = Promise.withResolvers();
    const abandonment = new AbortController();
    const { signal: abandoned } = abandonment;
    let timer;
    let responding = false;
    const respond = (message) => {
        responding = true;
        readResponse(message, abandoned).then(resolve, reject);
    };
    const watch = (sent) => {
        sent.on('error', (error) => {
            if (sent.reusedSocket && !responding && !abandoned.aborted)
                closed();
            // The client reports no error after a response has begun.
            reject(error);
        });
        // Without a listener, Node closes the connection and reports nothing.
        sent.on('upgrade', respond);
        // A timer, because Node keeps memory for each request with a signal until the next full collection.
        timer = setTimeout(() => {
            // Not left to the request to report: it does only once it has a socket, which a silent proxy never gives it.
            reject(sent.socket ? timedOut(url, timeoutMs) : notConnected(url, timeoutMs));
            abandonment.abort();
            sent.destroy();
        }, timeoutMs);
    };
    try {
        client.requestRawWithCallback({
            parsedUrl: url,
            options: optionsOf(request, attempt, abandoned),
            httpModule: watchedModule(url, watch),
        }, body ?? null, (error, response) => {
            if (response)
                respond(response.message);
            else
                reject(error);
        });
        return await promise;
    }
    finally {
        clearTimeout(timer);
    }
}
function optionsOf({ url, method, headers }, { agent }, abandoned) {
    return {
        ...(0,external_node_url_.urlToHttpOptions)(url),
        method,
        headers: { 'Accept-Encoding': 'identity', ...headers, 'User-Agent': USER_AGENT },
        agent,
        abandoned,
    };
}
/** The client keeps a request to itself, but the caller chooses the module that makes it. */
function watchedModule({ protocol }, watch) {
    const { request } = protocol === 'https:' ? (external_node_https_default()) : (external_node_http_default());
    const watched = (options, onResponse) => {
        const sent = request(options, onResponse);
        watch(sent);
        return sent;
    };
    return { request: watched };
}
function timedOut({ host }, timeoutMs) {
    return new network_error/* NetworkError */.Dr('timeout', `${host} did not answer within ${Math.ceil(timeoutMs / 1000)} s`);
}
function notConnected({ host }, timeoutMs) {
    const message = `no connection to ${host} was established within ${Math.ceil(timeoutMs / 1000)} s`;
    return new network_error/* NetworkError */.Dr('connect-timeout', message);
}

;// CONCATENATED MODULE: ./build/src/http/transport.js




/**
 * By default, the client gives up after 3 minutes of silence. An attempt can take longer, so this is the longest time that a
 * timer of Node can measure.
 */
const MAX_SOCKET_TIMEOUT_MS = 2 ** 31 - 1;
/**
 * HttpTransport sends through the toolkit's client. Its raw method neither retries nor follows redirects, and the options say
 * the same: see Requests.
 */
class HttpTransport {
    #agents;
    /** One for each origin. */
    #clients = new Map();
    constructor(anchors) {
        this.#agents = new Agents(anchors);
    }
    async send(request, timeoutMs) {
        const { url } = request;
        const client = this.#clientFor(url);
        const agent = await this.#agents.agentFor(url, connectionFor(request));
        const closed = () => this.#agents.stopReusing(url);
        try {
            return await exchange(request, { client, agent, timeoutMs, closed });
        }
        catch (error) {
            throw (0,network_error/* networkError */.x6)(error, url.host) ?? error;
        }
    }
    #clientFor({ origin }) {
        const known = this.#clients.get(origin);
        if (known)
            return known;
        const client = new lib/* HttpClient */.Qq(undefined, [], {
            allowRedirects: false,
            allowRetries: false,
            socketTimeout: MAX_SOCKET_TIMEOUT_MS,
        });
        this.#clients.set(origin, client);
        return client;
    }
}
/**
 * A server can close an idle connection at any time, and a request that is just being sent is lost then. Whether a lost POST
 * was carried out cannot be seen, so a POST never takes that risk.
 */
function connectionFor({ method, headers }) {
    return method === 'POST' || headers['Connection'] === 'close' ? 'fresh' : 'reused';
}


/***/ }),

/***/ 6325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ secureContextOf),
/* harmony export */   DF: () => (/* binding */ nodeTrust),
/* harmony export */   MS: () => (/* binding */ describeIgnored),
/* harmony export */   d6: () => (/* binding */ trustOfMain),
/* harmony export */   h6: () => (/* binding */ describeAdditions),
/* harmony export */   im: () => (/* binding */ anchorsOfPostStep)
/* harmony export */ });
/* unused harmony export fingerprint */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3127);



/** The ledger travels in an environment variable, which has at most 32,767 characters on Windows. */
const MAX_FINGERPRINTS = 600;
/** Variables that can change what Node trusts. The last two do so with OpenSSL's own store only. */
const VARIABLES = [
    'NODE_EXTRA_CA_CERTS',
    'NODE_USE_SYSTEM_CA',
    'NODE_OPTIONS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
/** Where OpenSSL looks, by the build and the distribution, unless SSL_CERT_FILE or SSL_CERT_DIR says otherwise. */
const OPENSSL_FILES = [
    '/etc/ssl/cert.pem',
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/cert.pem',
    '/etc/pki/tls/certs/ca-bundle.crt',
];
const OPENSSL_DIRECTORIES = ['/etc/ssl/certs', '/etc/pki/tls/certs'];
/** OpenSSL reads a directory by the hash of the name that it looks for. */
const HASHED_NAME = /^[0-9a-f]{8}\.\d+$/;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/**
 * nodeTrust reads what this process trusts without any input. Undefined where nothing can have changed that, so that most
 * steps neither load TLS early nor list certificates.
 */
function nodeTrust({ env, execArgv, }) {
    if (execArgv.length === 0 && VARIABLES.every((name) => !env[name]))
        return undefined;
    const { getCACertificates } = process.getBuiltinModule('node:tls');
    const bundled = getCACertificates('bundled');
    const trusted = getCACertificates('default');
    const extra = getCACertificates('extra');
    const known = new Set(trusted);
    // With --use-openssl-ca, which cannot be combined with the system's store, Node does not list what it trusts.
    const usesOpenssl = bundled.some((certificate) => !known.has(certificate));
    const others = usesOpenssl ? opensslCertificates(env) : without(trusted, [...bundled, ...extra]);
    const additions = [
        { source: 'NODE_EXTRA_CA_CERTS', certificates: extra },
        { source: usesOpenssl ? opensslSource(env) : systemSource(env), certificates: others },
    ];
    return { bundled, trustsBundled: !usesOpenssl, additions };
}
/** trustOfMain is everything that is trusted without inputs, and `given` in addition, in PEM: each is an anchor. */
function trustOfMain(given, node) {
    const added = [...given, ...addedBy(node)];
    if (added.length === 0)
        return { anchors: { kind: 'default' }, fingerprints: [] };
    const bundled = node?.bundled ?? bundledCertificates();
    const known = new Set(bundled.map(fingerprint));
    const fingerprints = [...new Set(added.map(fingerprint))].filter((one) => !known.has(one));
    return {
        anchors: given.length === 0
            ? { kind: 'environment' }
            : listed(node?.trustsBundled === false ? added : [...bundled, ...added]),
        fingerprints: fingerprints.slice(0, MAX_FINGERPRINTS),
    };
}
/**
 * anchorsOfPostStep are the bundled certificates and those of `given` and of the environment that main trusted too, by the
 * fingerprints that it has recorded. Nothing that was added since counts.
 */
function anchorsOfPostStep(given, node, recorded) {
    if (node === undefined && recorded.length === 0)
        return { kind: 'default' };
    const trusted = new Set(recorded);
    const present = [...given, ...addedBy(node)].filter((certificate) => trusted.has(fingerprint(certificate)));
    return listed([...(node?.bundled ?? bundledCertificates()), ...present]);
}
/** describeIgnored counts for people what is there in the post step and was not trusted by main; undefined without such. */
function describeIgnored(given, node, recorded) {
    const present = [...given, ...addedBy(node)];
    if (present.length === 0)
        return undefined;
    const trusted = new Set([...recorded, ...(node?.bundled ?? bundledCertificates()).map(fingerprint)]);
    const ignored = new Set(present.map(fingerprint).filter((one) => !trusted.has(one)));
    if (ignored.size === 0)
        return undefined;
    return `The post step does not trust certificates that main did not trust: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(ignored.size)}.`;
}
/** describeAdditions names for people what the environment adds; undefined where that is nothing. */
function describeAdditions(node) {
    const parts = (node?.additions ?? [])
        .map(({ source, certificates }) => ({ source, count: without(certificates, node?.bundled ?? []).length }))
        .filter(({ count }) => count > 0)
        .map(({ source, count }) => `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(count)} from ${source}`);
    if (parts.length === 0)
        return undefined;
    return `Certificates that are trusted in addition to those of Node.js: ${parts.join(', ')}.`;
}
/** secureContextOf is what a connection is verified by; undefined: by Node's own defaults. */
function secureContextOf(anchors) {
    if (anchors.kind === 'default')
        return undefined;
    const { createSecureContext } = process.getBuiltinModule('node:tls');
    // What a person says to trust is an anchor, even if it is not a root.
    const options = { allowPartialTrustChain: true };
    return createSecureContext(anchors.kind === 'listed' ? { ...options, ca: [...anchors.certificates] } : options);
}
/** fingerprint is the SHA-256 of a certificate in PEM, in base64url. */
function fingerprint(certificate) {
    const encoded = certificate.replaceAll(/-----[^-]+-----/g, '');
    return process
        .getBuiltinModule('node:crypto')
        .createHash('sha256')
        .update(Buffer.from(encoded, 'base64'))
        .digest('base64url');
}
function bundledCertificates() {
    return process.getBuiltinModule('node:tls').getCACertificates('bundled');
}
function addedBy(node) {
    return (node?.additions ?? []).flatMap(({ certificates }) => certificates);
}
/** Each certificate once: a system's store lists many of them several times. */
function listed(certificates) {
    return { kind: 'listed', certificates: [...new Set(certificates)] };
}
function without(certificates, excluded) {
    const known = new Set(excluded);
    return [...new Set(certificates)].filter((certificate) => !known.has(certificate));
}
function systemSource(env) {
    return `the store of the system (${env['NODE_USE_SYSTEM_CA'] === '1' ? 'NODE_USE_SYSTEM_CA' : '--use-system-ca'})`;
}
function opensslSource(env) {
    const variables = ['SSL_CERT_FILE', 'SSL_CERT_DIR'].filter((name) => env[name] !== undefined);
    return `the files of OpenSSL (${['--use-openssl-ca', ...variables].join(', ')})`;
}
/** What OpenSSL would find, in the form in which Node lists certificates. A file that it cannot read, it skips. */
function opensslCertificates(env) {
    const file = env['SSL_CERT_FILE'];
    const directories = env['SSL_CERT_DIR']?.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter) ?? OPENSSL_DIRECTORIES;
    const files = [
        ...(file === undefined ? OPENSSL_FILES : [file]),
        ...directories.flatMap((directory) => (orNothing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory)) ?? [])
            .filter((name) => HASHED_NAME.test(name))
            .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name))),
    ];
    const { X509Certificate } = process.getBuiltinModule('node:crypto');
    return files
        .flatMap((path) => orNothing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'latin1'))?.match(CERTIFICATE) ?? [])
        .flatMap((pem) => orNothing(() => new X509Certificate(pem).toString().trimEnd()) ?? []);
}
function orNothing(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ ManagementApi)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/http/retry-after.js
var retry_after = __webpack_require__(6282);
// EXTERNAL MODULE: ./build/src/tokens/clocks.js
var tokens_clocks = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var management_api_endpoint = __webpack_require__(7716);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var management_api_errors = __webpack_require__(1926);
// EXTERNAL MODULE: ./build/src/base/secret.js
var secret = __webpack_require__(9652);
// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
// EXTERNAL MODULE: ./build/src/http/requests.js
var requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/management-api/schemas.js
var schemas = __webpack_require__(517);
;// CONCATENATED MODULE: ./build/src/management-api/outcomes.js






/** What a token looks like, wherever it is: `apiv<N>_` and base64 of either alphabet. One character more than is masked. */
const ACCESS_TOKEN = /apiv\d{1,9}_[\w+/=-]{20,1025}/g;
/** Each mask costs the runner. No honest response to a POST contains more tokens or longer ones, or is longer itself. */
const MAX_TOKENS = 20;
const MAX_TOKEN_LENGTH = 1024;
const MAX_CREATION_LENGTH = 1024 * 1024;
/**
 * accessTokensIn finds the secret that a response is about, and up to 20 others that look like one: what is to be masked
 * before anything else. Takes time linear in the response.
 */
function accessTokensIn({ body }) {
    const own = (0,schemas/* parseAccessToken */.PO)(body);
    const others = new Set();
    for (const [token] of body.matchAll(ACCESS_TOKEN)) {
        if (token === own || others.has(token))
            continue;
        if (others.size === MAX_TOKENS || token.length > MAX_TOKEN_LENGTH) {
            return { tokens: withOwn(own, others), complete: false };
        }
        others.add(token);
    }
    // The secret in a longer response is not read, so it can be of a shape that is not found here.
    return { tokens: withOwn(own, others), complete: body.length <= MAX_CREATION_LENGTH };
}
function withOwn(own, others) {
    return new Set([...(own === undefined ? [] : [own]), ...others]);
}
/** classifyCreateResponse reads the response to a POST. `tokenSource` is where the management token comes from, for people. */
function classifyCreateResponse(response, tokenSource) {
    if (isSuccess(response)) {
        const accessToken = (0,schemas/* parseAccessToken */.PO)(response.body);
        const token = accessToken === undefined ? undefined : (0,schemas/* parseToken */.pI)(response.body);
        return token && (0,tokens_token/* isUuid */.O1)(token.id) && accessToken !== undefined
            ? { kind: 'created', token, secret: new secret/* Secret */.z(accessToken) }
            : { kind: 'lost', error: new management_api_errors/* UnreadableResponse */.Vk('create the token', showable(response)) };
    }
    const error = new management_api_errors/* ApiError */.hD('create the token', showable(response), tokenSource);
    // Only a plain 4xx is sure to have created nothing: a 303, say, may follow what was done.
    const refused = response.status >= 400 && response.status < 500 && !(0,requests/* isRetryable */.r3)(response.status);
    return { kind: refused ? 'refused' : 'lost', error };
}
/** Masks hide the tokens of a response only where there is one for each of them. */
function showable(response) {
    return accessTokensIn(response).complete
        ? response
        : { ...response, body: 'a text that is not shown, because it contains too much that looks like a token' };
}
/** classifyCreateError is what became of a POST that had no response. Throws what happens before anything was sent. */
function classifyCreateError(error) {
    if (error instanceof network_error/* NetworkError */.Dr && !error.mayHaveReachedServer)
        return { kind: 'not-sent', error };
    if (error instanceof network_error/* NetworkError */.Dr || error instanceof requests/* RetryAfterTooLong */.Zt)
        return { kind: 'lost', error };
    throw error;
}
/** classifyDeleteResponse classifies the response to a DELETE. Only 204 proves a revocation: a login page also responds with 200. */
function classifyDeleteResponse(id, response, tokenSource) {
    if (response.status === 204)
        return { kind: 'revoked' };
    if (response.status >= 200 && response.status < 300) {
        return { kind: 'lost', error: new management_api_errors/* UnconfirmedRevocation */.Hk(id, response) };
    }
    if ((0,management_api_errors/* isOwn404 */.LN)(response))
        return { kind: 'unknown-token' };
    const error = new management_api_errors/* ApiError */.hD(`revoke token ${id}`, response, tokenSource);
    return { kind: (0,requests/* isRetryable */.r3)(response.status) ? 'retryable' : 'refused', error };
}
/** classifyDeleteError is what became of a DELETE that had no response. Throws whatever is no matter of the network. */
function classifyDeleteError(error) {
    if (error instanceof network_error/* NetworkError */.Dr)
        return { kind: error.mayHaveReachedServer ? 'lost' : 'not-sent', error };
    throw error;
}
/** isSuccess tells whether something was done as asked, as far as the status says. */
function isSuccess({ status }) {
    return status === 200 || status === 201;
}

;// CONCATENATED MODULE: ./build/src/management-api/client.js









/** ManagementApi speaks to the Management API of one cluster: it knows paths, bodies and responses, and decides nothing. */
class ManagementApi {
    #requests;
    #clock;
    #credential;
    #observer;
    /** More than one until a read has told which form the server serves. */
    #candidates;
    constructor(requests, clock, { credential, candidates, observer }) {
        this.#requests = requests;
        this.#clock = clock;
        this.#credential = credential;
        this.#candidates = candidates;
        this.#observer = observer;
    }
    /** located tells whether the path form is known, so that a write may be sent. */
    get located() {
        return this.#candidates.length === 1;
    }
    /** locate finds out by a read which path form the server has, if that is not known yet. Throws like databases. */
    async locate() {
        if (!this.located)
            await this.databases();
    }
    /** endpoint is where the API is. Throws when it was not found out by a read yet. */
    get endpoint() {
        const [endpoint, ...others] = this.#candidates;
        if (!endpoint || others.length > 0)
            throw new Error('the path form is decided by a read, before any write');
        return endpoint;
    }
    /** databases lists the names of all databases. Throws ApiError, UnreadableResponse or NetworkError. */
    async databases() {
        const action = 'list the databases';
        const response = await this.#read('databases');
        this.#clocksOf(response);
        if (response.status !== 200)
            throw this.#refusal(action, response);
        return (0,schemas/* parseDatabaseNames */.ri)(response.body) ?? unreadable(action, response);
    }
    /** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableResponse or NetworkError. */
    async tokens() {
        const action = 'list the tokens';
        const response = await this.#read('tokens');
        if (response.status !== 200)
            throw this.#refusal(action, response);
        return {
            tokens: (0,schemas/* parseTokens */.oY)(response.body) ?? unreadable(action, response),
            clocks: this.#clocksOf(response),
        };
    }
    /** findToken reads one token. Throws ApiError, UnreadableResponse or NetworkError. */
    async findToken(id) {
        const action = `show token ${id}`;
        const response = await this.#read('tokens', id);
        const clocks = this.#clocksOf(response);
        if ((0,management_api_errors/* isOwn404 */.LN)(response))
            return { token: undefined, clocks };
        if (response.status !== 200)
            throw this.#refusal(action, response);
        const token = (0,schemas/* parseToken */.pI)(response.body);
        return { token: token && (0,tokens_token/* sameId */.s)(token.id, id) ? token : unreadable(action, response), clocks };
    }
    /**
     * createToken sends one POST, once. `sendExpirationType`, only with an expiry, adds `expirationType`, which is documented in
     * prose alone. Throws only what happens before anything was sent.
     */
    async createToken(spec, sendExpirationType) {
        const request = this.#request('POST', (0,management_api_endpoint/* endpointUrl */.P)(this.endpoint, 'tokens'), {
            description: spec.description,
            permissions: spec.permissions,
            ...(spec.expiresAt === 'never' ? {} : { expiresAt: (0,dates/* formatInstant */.r4)(spec.expiresAt) }),
            ...(sendExpirationType ? { expirationType: 'datetime' } : {}),
        });
        let response;
        try {
            response = await this.#requests.send(request);
        }
        catch (error) {
            return classifyCreateError(error);
        }
        // A gateway may quote the response that it got inside of its own, which is shown.
        for (const secret of accessTokensIn(response).tokens)
            this.#observer.secret(secret);
        this.#clocksOf(response);
        return classifyCreateResponse(response, this.#credential.source);
    }
    /**
     * updateToken replaces what is given and returns the token as it is then; undefined for the API's own 404. Throws like
     * findToken.
     */
    async updateToken(id, change) {
        const response = await this.#sendWithRetry('PATCH', (0,management_api_endpoint/* endpointUrl */.P)(this.endpoint, 'tokens', id), change);
        if ((0,management_api_errors/* isOwn404 */.LN)(response))
            return undefined;
        if (!isSuccess(response))
            throw this.#refusal(`update token ${id}`, response);
        const token = (0,schemas/* parseToken */.pI)(response.body);
        return token && (0,tokens_token/* sameId */.s)(token.id, id) ? token : unreadable(`update token ${id}`, response);
    }
    /** deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. */
    async deleteToken(id) {
        let response;
        try {
            response = await this.#requests.send(this.#request('DELETE', (0,management_api_endpoint/* endpointUrl */.P)(this.endpoint, 'tokens', id)));
        }
        catch (error) {
            return classifyDeleteError(error);
        }
        return classifyDeleteResponse(id, response, this.#credential.source);
    }
    /** A read goes to each possible place in turn until one has the route; that one it is from then on. */
    async #read(collection, id) {
        for (const [index, endpoint] of this.#candidates.entries()) {
            const response = await this.#sendWithRetry('GET', (0,management_api_endpoint/* endpointUrl */.P)(endpoint, collection, id));
            const routeMissing = response.status === 404 && !(0,management_api_errors/* isOwn404 */.LN)(response);
            if (routeMissing && index < this.#candidates.length - 1)
                continue;
            if (response.status === 200 || (0,management_api_errors/* isOwn404 */.LN)(response))
                this.#candidates = [endpoint];
            return response;
        }
        throw new errors/* Failure */.HR('not-found', 'There is no place to look for the Management API.');
    }
    #clocksOf(response) {
        const clocks = (0,tokens_clocks/* twoClocks */.SD)((0,retry_after/* parseHttpDate */.m)(response.headers.date ?? ''), this.#clock.now());
        this.#observer.clocks(clocks);
        return clocks;
    }
    #refusal(action, response) {
        return new management_api_errors/* ApiError */.hD(action, response, this.#credential.source);
    }
    #sendWithRetry(method, url, body) {
        return this.#requests.sendWithRetry(this.#request(method, url, body));
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
function unreadable(action, response) {
    throw new management_api_errors/* UnreadableResponse */.Vk(action, response);
}


/***/ }),

/***/ 7716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ candidateEndpoints),
/* harmony export */   P: () => (/* binding */ endpointUrl)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9616);


/** What the vendor's own clients put into the prefixed form on Clustered, where there are no ids. */
const DUMMY_ID = '11111111-1111-1111-1111-111111111111';
/**
 * candidateEndpoints lists where the API may be, most likely first: Dedicated has one form; Clustered documents the bare
 * one, while some releases serve the other.
 */
function candidateEndpoints({ product, apiUrl, accountId, clusterId, }) {
    const ids = { accountId: accountId ?? DUMMY_ID, clusterId: clusterId ?? DUMMY_ID };
    const prefixed = { apiUrl, form: 'prefixed', ...ids };
    return product === 'dedicated' ? [prefixed] : [{ ...prefixed, form: 'bare' }, prefixed];
}
/** endpointUrl is the URL of a collection of the API, or of one token in it. Throws a Failure for an id that is no UUID. */
function endpointUrl(endpoint, collection, id) {
    const ids = endpoint.form === 'bare' ? [] : [endpoint.accountId, endpoint.clusterId];
    for (const part of id === undefined ? ids : [...ids, id]) {
        if (!(0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isUuid */ .O1)(part)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('not-an-id', `"${part}" is not a UUID, so no request was sent with it in its path.`);
        }
    }
    const prefix = endpoint.form === 'bare' ? '' : `/accounts/${endpoint.accountId}/clusters/${endpoint.clusterId}`;
    return new URL(`${endpoint.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}


/***/ }),

/***/ 1926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ isAuthError),
/* harmony export */   Hk: () => (/* binding */ UnconfirmedRevocation),
/* harmony export */   LN: () => (/* binding */ isOwn404),
/* harmony export */   Vk: () => (/* binding */ UnreadableResponse),
/* harmony export */   hD: () => (/* binding */ ApiError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9563);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(517);



/** ApiError is a response that says no. */
class ApiError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    status;
    /** What the server said, cut to an excerpt; empty when it said nothing. */
    serverMessage;
    /** `tokenSource` is where the management token comes from, for people. */
    constructor(action, response, tokenSource) {
        const serverMessage = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .Kb)(response);
        const said = serverMessage === '' ? '' : `: ${serverMessage}`;
        super(codeOf(response), `The Management API would not ${action} (${response.status}${said}). ${hint(response, tokenSource)}`.trimEnd(), { detail: String(response.status) });
        this.name = 'ApiError';
        this.status = response.status;
        this.serverMessage = serverMessage;
    }
}
/** UnreadableResponse is a success whose body is not what the API sends: mostly a proxy's or a login page. */
class UnreadableResponse extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor(action, response) {
        super('unreadable-answer', `The Management API was to ${action} and answered ${response.status}, but with ${(0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBody */ .MP)(response)}. ` +
            'Check `api-url`, and whether a proxy stands in between.');
        this.name = 'UnreadableResponse';
    }
}
/** UnconfirmedRevocation is a 2xx other than 204 to a DELETE, after which the token is still not shown as revoked. */
class UnconfirmedRevocation extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor(id, response) {
        super('token-not-revoked', `The Management API responded ${response.status} with ${(0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBody */ .MP)(response)} to the revocation of token ${id}, instead ` +
            'of 204, and does not show the token as revoked. Check `api-url`, and whether a proxy responds in place of the API.');
        this.name = 'UnconfirmedRevocation';
    }
}
/** isAuthError tells whether the management token was refused: whatever else is asked with it would be too. */
function isAuthError(error) {
    return error instanceof ApiError && (error.status === 401 || error.status === 403);
}
/**
 * isOwn404 tells the API's own "no such thing" from a 404 for a route that does not exist, which a server or proxy in
 * front of the API sends without the API's `{code, message}`.
 */
function isOwn404(response) {
    return response.status === 404 && (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .parseApiError */ ._R)(response.body) !== undefined;
}
/** A gateway names itself at the beginning. */
const MAX_READ_LENGTH = 4096;
const GATEWAY_NAMES = /\b(?:nginx|openresty|cloudflare|cloudfront|akamai|envoy|istio|haproxy|traefik|kong|squid|varnish|apache|zscaler|fortinet|fortigate|forcepoint|gateway|proxy|firewall|load balancer)\b/i;
function refuserOf(response) {
    if ((0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .parseApiError */ ._R)(response.body))
        return 'api';
    if ((0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response) || GATEWAY_NAMES.test(response.body.slice(0, MAX_READ_LENGTH)))
        return 'gateway';
    return (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRefusal */ .Ko)(response.body) ? 'api' : 'unknown';
}
function codeOf(response) {
    const { status } = response;
    if (status === 401 || status === 403) {
        const refuser = refuserOf(response);
        if (refuser === 'gateway')
            return 'blocked-by-a-gateway';
        if (refuser === 'unknown')
            return 'request-refused';
    }
    if (status === 401)
        return 'management-token-refused';
    if (status === 403)
        return 'management-token-not-allowed';
    if (status === 404)
        return 'not-found';
    return 'management-api-answered';
}
function hint(response, tokenSource) {
    const { status } = response;
    if (status === 401 || status === 403) {
        const refuser = refuserOf(response);
        if (refuser === 'gateway') {
            return ('This response is not from the Management API: a gateway or proxy between this runner and the API blocked the ' +
                'request. It shows nothing about the management token. Check `api-url`, and the proxies and firewalls of this runner.');
        }
        if (refuser === 'unknown') {
            return ('Nothing in the response shows whether the Management API or a gateway in between refused the request. Check the ' +
                `management token (it comes from ${tokenSource}), \`account-id\`, and \`cluster-id\`. Also check \`api-url\`, and the ` +
                'proxies and firewalls of this runner.');
        }
    }
    if (status === 401) {
        return (`The management token is wrong, expired or revoked. It comes from ${tokenSource}: check the secret behind it, or ` +
            'create a new token with `influxctl management create`. (Runs from forks and of Dependabot do not get the secrets of ' +
            'the repository.)');
    }
    if (status === 403) {
        return 'The management token is valid, but not for this account or cluster: check `account-id` and `cluster-id`.';
    }
    if (status === 404) {
        return isOwn404(response)
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

/***/ 517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ parseRefusal),
/* harmony export */   PO: () => (/* binding */ parseAccessToken),
/* harmony export */   _R: () => (/* binding */ parseApiError),
/* harmony export */   oY: () => (/* binding */ parseTokens),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   ri: () => (/* binding */ parseDatabaseNames)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9118);
/* harmony import */ var _http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9563);
/* harmony import */ var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);



const date = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().map(_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseServerDate */ .T_);
const dates = { createdAt: date.optional(), expiresAt: date.optional(), revokedAt: date.optional() };
const permission = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ action: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(), resource: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() });
/** A token as the response to a request for this one: what it holds is relied upon. */
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
    description: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().optional(),
    permissions: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().optional(),
    createdAt: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().optional(),
    expiresAt: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().optional(),
    revokedAt: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5().optional(),
})
    .map(({ id, description, permissions, createdAt, expiresAt, revokedAt }) => ({
    id,
    description: typeof description === 'string' ? description : '',
    permissions: Array.isArray(permissions) ? permissions.flatMap(readablePermission) : [],
    createdAt: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseServerDate */ .T_)(createdAt),
    expiresAt: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseServerDate */ .T_)(expiresAt),
    revokedAt: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseServerDate */ .T_)(revokedAt),
}));
const tokens = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(listedToken);
const databases = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ name: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() }));
/** At least 64 characters [OpenAPI], and nothing that does not fit into a header or a line. */
const accessToken = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj().assert((text) => /^[\x21-\x7e]{64,8192}$/.test(text), 'not an access token');
const withSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ accessToken });
const apiError = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ code: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai(), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj()), message: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() });
const refusal = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(apiError, _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ error: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1()) }));
/** parseTokens reads the response to a list; undefined when it is anything but an array of tokens. */
function parseTokens(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(tokens, body);
}
/** parseToken reads one token; undefined when the response is none. */
function parseToken(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(token, body);
}
/** parseAccessToken reads the secret from the response to a POST; undefined when there is none. */
function parseAccessToken(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShortBody */ .Ey)(withSecret, body)?.accessToken;
}
/** parseDatabaseNames reads the names from the response to a list of databases; undefined when it is none. */
function parseDatabaseNames(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(databases, body)?.map((database) => database.name);
}
/** parseApiError reads the API's own kind of error, which no proxy sends: `{code, message}`. */
function parseApiError(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShortBody */ .Ey)(apiError, body);
}
/** parseRefusal reads an error body that the API is known to send with a 401 or 403: `{code, message}` or `{error}`. */
function parseRefusal(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShortBody */ .Ey)(refusal, body);
}
function readablePermission(held) {
    const parsed = permission.try(held, { mode: 'strip' });
    return parsed.ok ? [parsed.value] : [];
}
function tokenFrom(response) {
    return {
        id: response.id,
        description: response.description ?? '',
        permissions: response.permissions ?? [],
        createdAt: response.createdAt ?? 'unset',
        expiresAt: response.expiresAt ?? 'unset',
        revokedAt: response.revokedAt ?? 'unset',
    };
}


/***/ }),

/***/ 3026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ clockWarning)
/* harmony export */ });
/* harmony import */ var _tokens_clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6298);

/** clockWarning returns what warns of clocks that differ, once per step: they differ in every response. */
function clockWarning(runner) {
    let hasWarned = false;
    return (clocks) => {
        const difference = (0,_tokens_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .describeDifference */ .hF)(clocks);
        if (hasWarned || difference === undefined)
            return;
        hasWarned = true;
        runner.warning('clocks-differ', `${difference}. Tokens are ended only when both clocks say that it is time. Correct the clock that is wrong.`);
    };
}


/***/ }),

/***/ 7204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ Ledger),
/* harmony export */   SC: () => (/* binding */ readLedger),
/* harmony export */   Ss: () => (/* binding */ hasLeftover)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9118);

const attempt = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
    /** Carried by the tag of the token that one POST may have created. */
    nonce: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    /** When the POST was about to be sent, as `Clock.elapsed` measures. */
    at: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai(),
    /** The token, once a response named it. */
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj().optional(),
    /**
     * open: may be alive, and is nobody's after this job. resolved: never came to be, or was seen to be revoked.
     * kept: was handed to somebody for good.
     */
    fate: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('open'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('resolved'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('kept')),
});
const delivery = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
    /**
     * delivering: somebody may hold the token from now on, so this run never revokes it again. delivered: later steps have it,
     * and the post step promotes it. done: the step itself has seen to the rest.
     */
    phase: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('delivering'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('delivered'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('done')),
    tokenId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    /** What its description becomes when it is promoted. */
    promotedDescription: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    series: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({ server: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(), repositoryId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(), plainDescription: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj() }),
    graceMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai(),
    /** Whether the cluster was seen to accept it: what was not accepted ends no other. */
    accepted: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM(),
});
const entries = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
    endpoint: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
        apiUrl: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
        form: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('bare'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('prefixed')),
        accountId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
        clusterId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    }),
    retryPolicy: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({ timeoutMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai(), retries: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai() }),
    /** Of the certificates that main trusted beyond Node's bundled ones: the post step trusts no others. */
    fingerprints: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj()),
    failOnRevokeError: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM(),
    attempts: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO(attempt),
    delivery: delivery.optional(),
});
/**
 * Ledger records each attempt to create a token in the step's state before the POST is sent. What it has written
 * survives a kill, so that the post step finds tokens even if their responses never arrived. Every write holds all
 * earlier attempts too.
 */
class Ledger {
    #save;
    #entries;
    /** `save` puts a text into the step's state, replacing what was there. It is empty when nothing is left to do. */
    constructor(save, header) {
        this.#save = save;
        this.#entries = {
            ...header,
            endpoint: { ...header.endpoint },
            retryPolicy: { ...header.retryPolicy },
            fingerprints: [...header.fingerprints],
            attempts: [],
        };
    }
    /** openNonces are those whose token may be alive without being anybody's. */
    get openNonces() {
        return new Set(this.#entries.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
    }
    /** hasBegunDelivery tells whether somebody may hold a rotated token, so that it must not be revoked any more. */
    get hasBegunDelivery() {
        return this.#entries.delivery !== undefined;
    }
    /** begin is called before each POST, with the time as `Clock.elapsed` measures it. */
    begin(nonce, at) {
        this.#write({ attempts: [...this.#entries.attempts, { nonce, at, fate: 'open' }] });
    }
    /** made is called as soon as a response has named the token. */
    made(nonce, id) {
        this.#change(nonce, { id });
    }
    /** resolve is called when there is nothing left to revoke. */
    resolve(nonce) {
        this.#change(nonce, { fate: 'resolved' });
    }
    /** keep is called last of all: from now on the post step leaves the token alone. */
    keep(nonce) {
        this.#change(nonce, { fate: 'kept' });
    }
    /** beginDelivery is called before anybody can get hold of a rotated token: from now on nobody but a later rotation revokes it. */
    beginDelivery(nonce, delivery) {
        const attempts = this.#changed(nonce, { fate: 'kept' });
        this.#write({ attempts, delivery: { ...delivery, phase: 'delivering' } });
    }
    /** cancelDelivery is called when it is sure that nobody got hold of it. */
    cancelDelivery(nonce) {
        const { delivery: _, ...others } = this.#entries;
        this.#entries = others;
        this.#change(nonce, { fate: 'open' });
    }
    /** setPhase is called when later steps have the token, or when the step has done all that there is to do. */
    setPhase(phase) {
        const { delivery } = this.#entries;
        if (!delivery)
            throw new Error('nothing was handed over yet');
        this.#write({ delivery: { ...delivery, phase } });
    }
    #change(nonce, change) {
        this.#write({ attempts: this.#changed(nonce, change) });
    }
    #changed(nonce, change) {
        return this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry));
    }
    #write(change) {
        this.#entries = { ...this.#entries, ...change };
        this.#save(isDone(this.#entries) ? '' : JSON.stringify(this.#entries));
    }
}
/** hasLeftover tells whether an attempt can have left a token that the post step must revoke. */
function hasLeftover({ fate }) {
    return fate === 'open';
}
function isDone({ attempts, delivery }) {
    return !attempts.some(hasLeftover) && (delivery === undefined || delivery.phase === 'done');
}
/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
function readLedger(text) {
    return entries.parse(JSON.parse(text), { mode: 'strip' });
}


/***/ }),

/***/ 9930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ progressOf)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3127);

const EVERY_MS = 5_000;
/**
 * progressOf tells how far a long work is by a line every few seconds, not one for each step: "Revoking: 1,200 of 5,000."
 * What it returns is called after each step with the number of steps done.
 */
function progressOf(work, total, { runner, clock }) {
    let saidAt = clock.elapsed();
    return (done) => {
        if (clock.elapsed() - saidAt < EVERY_MS)
            return;
        saidAt = clock.elapsed();
        runner.info(`${work}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(done)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(total)}.`);
    };
}


/***/ }),

/***/ 1209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ judgeNotFound),
/* harmony export */   ni: () => (/* binding */ deleteToken),
/* harmony export */   w$: () => (/* binding */ revokeToken)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9616);


/**
 * revokeToken revokes one token that an earlier response of this step has shown. Throws a Failure, ApiError, or
 * NetworkError when the token might be alive.
 */
async function revokeToken(id, deps) {
    const result = await deleteToken(id, deps);
    if (result.kind === 'revoked')
        return;
    const { tokens } = await deps.api.tokens();
    const judged = judgeNotFound({ id, listed: tokens.find((token) => (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_1__/* .sameId */ .s)(token.id, id)), known: true });
    if (judged instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        throw judged;
}
/**
 * deleteToken sends DELETE until its outcome is known. Before each repetition `shouldContinue` can stop it. Throws like
 * revokeToken.
 */
async function deleteToken(id, { api, retryControl }, shouldContinue = () => true) {
    let wasShown = false;
    for (let attempt = 0;; attempt++) {
        const deletion = await api.deleteToken(id);
        if (deletion.kind === 'revoked')
            return { kind: 'revoked' };
        if (deletion.kind === 'refused')
            throw deletion.error;
        if (deletion.kind === 'not-sent' && !deletion.error.retryable)
            throw deletion.error;
        if (deletion.kind === 'unknown-token')
            return { kind: 'not-found', wasShown };
        if (deletion.kind === 'lost') {
            // The DELETE might have revoked the token all the same, so read the token before anything else.
            const { token } = await api.findToken(id);
            if (!token)
                return { kind: 'not-found', wasShown };
            if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isConfirmedRevoked */ .KU)(token))
                return { kind: 'revoked' };
            wasShown = true;
        }
        if (attempt >= retryControl.policy.retries ||
            !(await retryControl.backOff(attempt)) ||
            !shouldContinue()) {
            throw deletion.error;
        }
    }
}
/**
 * judgeNotFound decides what the API's own 404 to a DELETE means. `listed` is the token in a list that was read later
 * through the same path prefix. `known`: the token existed at this address, so that its absence proves its end. A token
 * that is neither listed nor known might be alive at another address. A Failure: the list shows the token alive. Pure.
 */
function judgeNotFound({ id, listed, known, }) {
    if (!listed)
        return known ? 'already-revoked' : 'not-found';
    if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isConfirmedRevoked */ .KU)(listed))
        return 'already-revoked';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('token-not-revoked', `The Management API lists token ${id} as alive but responds 404 to its revocation.`);
}


/***/ }),

/***/ 3756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I_: () => (/* binding */ mightBeAlive),
/* harmony export */   ML: () => (/* binding */ wasRevoked),
/* harmony export */   xU: () => (/* binding */ revokeTokens)
/* harmony export */ });
/* harmony import */ var _base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7697);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5955);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(441);
/* harmony import */ var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1926);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9616);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9930);
/* harmony import */ var _revoke_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1209);







/** wasRevoked tells whether the token is revoked now, whoever revoked it. */
function wasRevoked({ kind }) {
    return kind === 'revoked' || kind === 'already-revoked';
}
/** mightBeAlive tells whether revoking the token failed. A token that is not found is neither revoked nor a failure. */
function mightBeAlive({ kind }) {
    return kind === 'failed' || kind === 'skipped';
}
/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3_000;
const CANCELLED = new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('cancelled', 'The job was cancelled before the server had answered.');
/**
 * revokeTokens revokes many tokens. One failure does not stop the others, except a 401, a 403, or a `Retry-After` that is
 * too long. The outcomes are in the order of the IDs. Never throws for what happens to a token.
 */
async function revokeTokens({ ids, known }, deps) {
    const deleted = await deleteAll(ids, deps);
    const missing = [...deleted.values()].flatMap((result) => result.kind === 'not-found' ? [{ id: result.id, known: known || result.wasShown }] : []);
    const end = deps.cancelled?.aborted ? CANCELLED : [...deleted.values()].find(abortsBatch)?.error;
    const unseen = (error) => missing.map(({ id }) => failed(id, error));
    // After that nothing more is asked: what was not found may be alive.
    const looked = end === undefined
        ? await Promise.race([lookFor(missing, deps), timeToFinish(deps).then(() => unseen(CANCELLED))])
        : unseen(end);
    const judged = new Map(looked.map((outcome) => [outcome.id, outcome]));
    return ids.map((id) => {
        const result = deleted.get(id);
        return judged.get(id) ?? (result && result.kind !== 'not-found' ? result : { id, kind: 'skipped' });
    });
}
/**
 * The first request goes alone, and with each response one more may be under way: a management token that is refused is
 * noticed by the first.
 */
async function deleteAll(ids, deps) {
    const outcomes = new Map();
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .progressOf */ .j)('Revoking', ids.length, deps);
    const asked = new Set();
    let stopped = false;
    const shouldContinue = () => !stopped && !deps.cancelled?.aborted;
    const begin = async (id) => {
        asked.add(id);
        const outcome = await deleteOne(id, deps, shouldContinue);
        outcomes.set(id, outcome);
        stopped ||= abortsBatch(outcome);
        progress(outcomes.size);
    };
    await Promise.race([
        (0,_base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(ids, begin, { maxInFlight: maxInFlightAfter, shouldContinue }),
        timeToFinish(deps),
    ]);
    const withoutResponse = [...asked].filter((id) => !outcomes.has(id));
    return new Map([...outcomes, ...withoutResponse.map((id) => [id, failed(id, CANCELLED)])]);
}
/** Never resolves as long as the job is not cancelled. */
async function timeToFinish({ cancelled, clock }) {
    await (cancelled ? (0,_base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .aborted */ .QH)(cancelled) : new Promise(() => { }));
    await clock.sleep(TIME_TO_FINISH_MS);
}
function maxInFlightAfter(responses) {
    return Math.min(_base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_IN_FLIGHT */ .uK, 1 + responses);
}
async function deleteOne(id, deps, shouldContinue) {
    try {
        return { id, ...(await (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_4__/* .deleteToken */ .ni)(id, deps, shouldContinue)) };
    }
    catch (error) {
        return failed(id, (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOnly */ .tf)(error));
    }
}
function failed(id, error) {
    return { id, kind: 'failed', error };
}
function abortsBatch(outcome) {
    return (outcome.kind === 'failed' && ((0,_management_api_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isAuthError */ .HY)(outcome.error) || outcome.error instanceof _http_requests_js__WEBPACK_IMPORTED_MODULE_2__/* .RetryAfterTooLong */ .Zt));
}
/** Reads the list once for all tokens that were not found, and after the last DELETE, since it must show their effect. */
async function lookFor(missing, { api }) {
    if (missing.length === 0)
        return [];
    try {
        const { tokens } = await api.tokens();
        const tokenById = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_6__/* .indexById */ .RX)(tokens);
        return missing.map(({ id, known }) => {
            const judged = (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeNotFound */ .Fv)({ id, listed: tokenById(id), known });
            return judged instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR ? failed(id, judged) : { id, kind: judged };
        });
    }
    catch (error) {
        const failure = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOnly */ .tf)(error);
        return missing.map(({ id }) => failed(id, failure));
    }
}


/***/ }),

/***/ 19:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OR: () => (/* binding */ unsealLedger),
/* harmony export */   RB: () => (/* binding */ claimedTokenIds),
/* harmony export */   po: () => (/* binding */ sealLedger)
/* harmony export */ });
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9616);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7204);


/** Binds the derived key to this one use of the management token. */
const CONTEXT = 'influxdb-token-action: seal of the ledger, version 1';
const KEY_BYTES = 32;
/** The seal in hex digits, a space, and the text that it covers. */
const SEALED = /^([0-9a-f]{64}) (.*)$/s;
/** More would be no hint but a page. */
const MAX_CLAIMED_IDS = 5;
/** sealLedger puts a seal before the text of a ledger, such that only who knows the management token can make another. */
function sealLedger(text, managementToken) {
    return `${seal(text, managementToken).toString('hex')} ${text}`;
}
/**
 * unsealLedger returns the text that was sealed with this management token; undefined for everything else, and always
 * without a management token: anybody can seal with none.
 */
function unsealLedger(sealed, managementToken) {
    const [, found, text] = SEALED.exec(sealed) ?? [];
    // The seal covers UTF-8, where every lone surrogate is the same.
    if (found === undefined || text === undefined || !text.isWellFormed())
        return undefined;
    if (managementToken.reveal() === '')
        return undefined;
    const { timingSafeEqual } = process.getBuiltinModule('node:crypto');
    return timingSafeEqual(Buffer.from(found, 'hex'), seal(text, managementToken)) ? text : undefined;
}
/**
 * claimedTokenIds are the IDs of tokens that a ledger without a valid seal says to be left: a hint for a person, never a
 * reason to do anything. Anybody can have written them, so there is nothing else of it that can be shown.
 */
function claimedTokenIds(unverified) {
    const text = SEALED.exec(unverified)?.[2] ?? unverified;
    try {
        const { attempts, delivery } = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .readLedger */ .SC)(text);
        const ids = [
            ...attempts.filter(_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .hasLeftover */ .Ss).flatMap(({ id }) => id ?? []),
            ...(delivery === undefined || delivery.phase === 'done' ? [] : [delivery.tokenId]),
        ];
        return [...new Set(ids.filter(_tokens_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isUuid */ .O1))].slice(0, MAX_CLAIMED_IDS);
    }
    catch {
        return [];
    }
}
function seal(text, managementToken) {
    const { createHmac, hkdfSync } = process.getBuiltinModule('node:crypto');
    const key = hkdfSync('sha256', managementToken.reveal(), '', CONTEXT, KEY_BYTES);
    return createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest();
}


/***/ }),

/***/ 6298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SD: () => (/* binding */ twoClocks),
/* harmony export */   Vn: () => (/* binding */ MAX_SHIFT_MS),
/* harmony export */   eN: () => (/* binding */ clockDifference),
/* harmony export */   hF: () => (/* binding */ describeDifference),
/* harmony export */   m6: () => (/* binding */ isStoredSince)
/* harmony export */ });
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5301);


/** Clocks that differ by more are worth a warning. */
const MAX_DIFFERENCE_MS = 5 * 60_000;
/** A Date header has whole seconds, so the server's time is up to a second later. */
const DATE_PRECISION_MS = 1000;
/** twoClocks reads both clocks at the arrival of a response. `server` is its Date, undefined where it has none. */
function twoClocks(server, runner) {
    return {
        forEnding: Math.min(server ?? runner, runner),
        forReplacing: Math.max(server ?? runner, runner),
        forRenewing: server ?? runner,
        server,
        runner,
    };
}
/** describeDifference says by how much clocks differ, if that is more than five minutes. Pure. */
function describeDifference({ server, runner }) {
    if (server === undefined || Math.abs(server - runner) <= MAX_DIFFERENCE_MS + DATE_PRECISION_MS) {
        return undefined;
    }
    return (`The server's clock says ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(server)} and this runner's clock says ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(runner)}: they differ by ` +
        `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(Math.abs(server - runner) / 1000)}`);
}
/** A date is shifted by no more: one wrong header must not make an old secret look new. */
const MAX_SHIFT_MS = 300_000;
/** Headers of whole seconds cannot tell such clocks apart. */
const MIN_DIFFERENCE_MS = 1000;
/**
 * clockDifference is how far the first clock is ahead of the second, in milliseconds: whole seconds, rounded up. The time
 * between the two readings is not part of it. Zero for clocks that cannot be told apart; undefined where a date is missing.
 */
function clockDifference(first, second) {
    if (first.date === undefined || second.date === undefined)
        return undefined;
    const difference = first.date - second.date + (second.elapsed - first.elapsed);
    if (Math.abs(difference) < MIN_DIFFERENCE_MS)
        return 0;
    return Math.ceil(difference / 1000) * 1000;
}
/**
 * isStoredSince tells whether a secret was stored when a token was created or later, each by the clock of its own server.
 * `aheadMs` is how far the token's clock is ahead of the secret's. Compares whole seconds; equal is not before. Pure.
 */
function isStoredSince(storedAt, createdAt, aheadMs) {
    const ahead = aheadMs ?? 0;
    const shifted = storedAt + Math.max(-MAX_SHIFT_MS, Math.min(MAX_SHIFT_MS, ahead));
    // Beyond the bound no clock is to be trusted: the less favorable date counts.
    const comparable = Math.abs(ahead) > MAX_SHIFT_MS ? Math.min(storedAt, shifted) : shifted;
    return (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$P)(comparable) >= (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$P)(createdAt);
}


/***/ }),

/***/ 4004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ neverUsed),
/* harmony export */   aQ: () => (/* binding */ neverUsed),
/* harmony export */   vX: () => (/* binding */ neverUsed),
/* harmony export */   xj: () => (/* binding */ neverUsed)
/* harmony export */ });
/**
 * Stands in for tunnel. @actions/http-client imports it at its top for connections through a proxy, but the action gives each
 * request an agent with a tunnel of its own (src/http/tunnel.ts). The real package would load node:assert at each start.
 */
function neverUsed() {
  throw new Error('tunnel is not part of this action.');
}




/***/ }),

/***/ 3250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/**
 * Stands in for undici. @actions/http-client imports ProxyAgent at its top for one method that this action never calls, and
 * @actions/github constructs one at import behind a proxy. The real package would add 717 kB and 45 ms to each start.
 */
class ProxyAgent {}

/** @actions/github passes requests to its own fetch only where it is given none. */
function fetch() {
  throw new Error('undici is not part of this action.');
}


/***/ })

};
;