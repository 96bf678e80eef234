"use strict";
/** Stands for a built-in module of Node and loads it when something of it is first used: see scripts/quick-start.ts. */
const __on_first_use = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });
/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 961:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   KG: () => (/* binding */ asSentence)
/* harmony export */ });
/* unused harmony export withConsequence */
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
    return /[.!?]\)?$/.test(text) ? text : `${text}.`;
}


/***/ }),

/***/ 174:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatCount)
/* harmony export */ });
/** formatCount writes a whole number for people: `1,200`. */
function formatCount(count) {
    return count.toLocaleString('en-US');
}


/***/ }),

/***/ 703:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 36:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 45:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   OT: () => (/* binding */ unreadableProxy),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(961);

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

/***/ 136:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lv: () => (/* binding */ Requests),
  Zt: () => (/* binding */ RetryAfterTooLong),
  WG: () => (/* binding */ isPassing)
});

// EXTERNAL MODULE: ./build/failure.js
var failure = __nccwpck_require__(961);
// EXTERNAL MODULE: ./build/http/network-error.js
var network_error = __nccwpck_require__(45);
// EXTERNAL MODULE: ./build/http/http-date.js
var http_date = __nccwpck_require__(703);
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
var url = __nccwpck_require__(685);
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

/***/ 685:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isTrustworthy),
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** isLoopback tells whether a URL leads to this machine: there plain `http:` is allowed and no proxy is used. */
function isLoopback(url) {
    // The URL parser has already turned 127.1 and 0x7f.0.0.1 into dotted decimals and shortened IPv6.
    return (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname));
}
/** isTrustworthy tells whether credentials may be sent to a URL: `https:`, or a loopback host. */
function isTrustworthy(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}


/***/ }),

/***/ 565:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readTextFile),
/* harmony export */   _: () => (/* binding */ whyUnreadable)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(961);


/** A configuration or a bundle of certificates is far smaller; a device or a disk image is not read. */
const LARGEST_BYTES = 1024 * 1024;
/** readTextFile reads a file of the runner. Relative paths begin where the step runs: in the workspace. */
const readTextFile = (path) => {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    if (!found.isFile())
        throw new Error('it is not a file');
    if (found.size > LARGEST_BYTES)
        throw new Error('it is larger than 1 MiB');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
};
/** whyUnreadable says why a file could not be read, without repeating its path, which may be anything. */
function whyUnreadable(error, path) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return path.startsWith('~')
            ? 'there is no such file. (In inputs, ~ does not stand for the home directory: give the whole path.)'
            : 'there is no such file. (Is it made by an earlier step, and not removed before the job ends?)';
    }
    if (code === 'EACCES' || code === 'EPERM')
        return 'the file may not be read.';
    if (code !== undefined)
        return `the file cannot be read (${String(code)}).`;
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asSentence */ .KG)(error);
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* unused harmony exports contentLines, parseList */
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(478);

/** quote shows what somebody typed inside a message: in double quotes, cut where it gets long. */
function quote(text) {
    return `"${(0,_shorten_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .m)(text, 80)}"`;
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


/***/ }),

/***/ 10:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  hD: () => (/* binding */ ApiError),
  ym: () => (/* binding */ UnreadableAnswer),
  LN: () => (/* binding */ isOwn404),
  n7: () => (/* binding */ isTurnedAway)
});

// EXTERNAL MODULE: ./build/failure.js
var failure = __nccwpck_require__(961);
// EXTERNAL MODULE: ./build/shorten.js
var shorten = __nccwpck_require__(478);
// EXTERNAL MODULE: ./build/http/json.js
var json = __nccwpck_require__(36);
;// CONCATENATED MODULE: ./build/http/excerpt.js


const LONGEST_EXCERPT = 300;
/** As far as a page is searched for its title. */
const HEAD_OF_PAGE = 4096;
/**
 * excerpt is what a server says in an answer, cut to what a message may hold; empty when it says nothing. Every kind of
 * error body seen: an API's own, `{"error": \u2026}`, plain text, a proxy's HTML.
 */
function excerpt(answer) {
    // A success that is refused here, say an unexpected 202, may hold a token.
    if (answer.status < 300)
        return describeBody(answer);
    const own = messageIn((0,json/* parseJson */.q)(answer.body));
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
    return (0,shorten/* shorten */.m)(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_EXCERPT);
}

// EXTERNAL MODULE: ./build/management-api/schemas.js
var schemas = __nccwpck_require__(554);
;// CONCATENATED MODULE: ./build/management-api/errors.js



/** ApiError is an answer that says no. */
class ApiError extends failure/* Failure */.HR {
    status;
    /** What the server said, cut to an excerpt; empty when it said nothing. */
    serverMessage;
    /** `tokenSource` is where the management token comes from, for people. */
    constructor(action, answer, tokenSource) {
        const serverMessage = excerpt(answer);
        const said = serverMessage === '' ? '' : `: ${serverMessage}`;
        super(title(answer.status), `The Management API would not ${action} (${answer.status}${said}). ${cure(answer, tokenSource)}`.trimEnd());
        this.name = 'ApiError';
        this.status = answer.status;
        this.serverMessage = serverMessage;
    }
}
/** UnreadableAnswer is a success whose body is not what the API sends: mostly a proxy's or a login page. */
class UnreadableAnswer extends failure/* Failure */.HR {
    constructor(action, answer) {
        super('Unreadable answer', `The Management API was to ${action} and answered ${answer.status}, but with ${describeBody(answer)}. ` +
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
    return answer.status === 404 && (0,schemas/* parseApiError */._R)(answer.body) !== undefined;
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

/***/ 554:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ parseAccessToken),
/* harmony export */   _R: () => (/* binding */ parseApiError),
/* harmony export */   oY: () => (/* binding */ parseTokens),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   ri: () => (/* binding */ parseDatabaseNames)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(737);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(36);
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(871);



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


/***/ }),

/***/ 710:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ tryToRevoke),
/* harmony export */   h9: () => (/* binding */ aliveAfterAll),
/* harmony export */   w$: () => (/* binding */ revokeToken)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(961);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31);
/* harmony import */ var _tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(559);



/**
 * revokeToken revokes one token and returns only what it is sure of. Throws a Failure, ApiError or NetworkError when the
 * token may be alive.
 */
async function revokeToken(id, deps) {
    if ((await tryToRevoke(id, deps)) === 'revoked')
        return 'revoked';
    const { tokens } = await deps.api.tokens();
    const contradiction = aliveAfterAll(tokens.find((token) => (0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__/* .sameId */ .s)(token.id, id)));
    if (contradiction)
        throw contradiction;
    return 'gone';
}
/**
 * tryToRevoke sends a DELETE until its outcome is known. `not-found`: the API knows no such token; because that may also
 * mean that we ask in the wrong place, a list through the same prefix must agree. It must be read afterwards, since one
 * from before the DELETE cannot show its effect. Before each repetition `goesOn` may end it. Throws like revokeToken.
 */
async function tryToRevoke(id, { api, pacing }, goesOn = () => true) {
    for (let attempt = 0;; attempt++) {
        const deletion = await api.deleteToken(id);
        if (deletion.kind === 'revoked')
            return 'revoked';
        if (deletion.kind === 'refused')
            throw deletion.error;
        if (deletion.kind === 'unsent' && !deletion.error.passing)
            throw deletion.error;
        if (deletion.kind === 'unknown-token')
            return 'not-found';
        if (deletion.kind === 'lost') {
            // A DELETE that hung up may have revoked the token all the same: look before saying or doing anything.
            const { token } = await api.findToken(id);
            if (!token)
                return 'not-found';
            if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeenRevoked */ .m)(token))
                return 'revoked';
        }
        if (attempt >= pacing.policy.retries || !(await pacing.backOff(attempt)) || !goesOn()) {
            throw deletion.error;
        }
    }
}
/** aliveAfterAll is the failure of a token that was not found, if the list shows it as alive. */
function aliveAfterAll(listed) {
    if (!listed || (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeenRevoked */ .m)(listed))
        return undefined;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Token not revoked', `The Management API lists token ${listed.id} as alive but answers 404 when it is to be revoked.`);
}


/***/ }),

/***/ 478:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
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


/***/ }),

/***/ 871:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ parseServerDate),
/* harmony export */   r4: () => (/* binding */ formatInstant),
/* harmony export */   sK: () => (/* binding */ formatSecond)
/* harmony export */ });
/* unused harmony exports parseInstant, withinCalendar */
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
/** formatSecond writes an instant without a fraction: the first whole second that is not before it. */
function formatSecond(instant) {
    return formatInstant(Math.ceil(instant / 1000) * 1000);
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


/***/ }),

/***/ 322:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ carrying),
/* harmony export */   UB: () => (/* binding */ parseTagged)
/* harmony export */ });
/* unused harmony exports formatTagged, plainDescription */
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


/***/ }),

/***/ 31:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ isSeenRevoked),
/* harmony export */   o: () => (/* binding */ tokenStatus)
/* harmony export */ });
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


/***/ }),

/***/ 559:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isUuid),
/* harmony export */   s: () => (/* binding */ sameId)
/* harmony export */ });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
 * isUuid checks for UUID syntax and never for a version: Clustered's dummy id is of none. Every id that goes into a
 * path must pass: `../databases/prod` for a token's id would delete a database.
 */
function isUuid(text) {
    return UUID.test(text);
}
/** sameId compares ids, whose hex digits may be of either case. */
function sameId(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


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

/***/ 24:
/***/ ((module) => {

"use strict";
module.exports = require("node:fs");

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

/***/ }),

/***/ 737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   YO: () => (/* binding */ array),
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports ValitaError, ok, err, never, bigint, null, undefined, record, tuple, lazy */
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
const boolean = /*#__PURE__*/ singleton("boolean", TAG_BOOLEAN, (v) => (typeof v === "boolean" ? undefined : ISSUE_EXPECTED_BOOLEAN));
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
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
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
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
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
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
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
    elapsed: () => Number(process.hrtime.bigint() / 1000000n),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

// EXTERNAL MODULE: ./build/failure.js
var failure = __nccwpck_require__(961);
;// CONCATENATED MODULE: ./build/faults.js
/** Faults is thrown when a request cannot be made of the inputs: all that is wrong with them, at once. */
class faults_Faults extends Error {
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
    /** describe puts all faults into one text. */
    describe() {
        return this.#faults.map(({ input, message }) => `\`${input}\` ${message}`).join(' ');
    }
    /** throwIfAny ends the reading of inputs. Throws Faults when there are any. */
    throwIfAny() {
        if (!this.none)
            this.throwAll();
    }
    /** throwAll gives up. Throws Faults. */
    throwAll() {
        throw new faults_Faults(this.#faults);
    }
}

// EXTERNAL MODULE: ./build/http/requests.js + 1 modules
var http_requests = __nccwpck_require__(136);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __on_first_use("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __on_first_use("node:tls");
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
 * ProxyAgent stands in for undici's. @actions/http-client imports undici at its top for getAgentDispatcher alone, which
 * nothing here calls but @actions/github while it loads, for a default of Octokit's that src/github/octokit.ts replaces:
 * all requests go through node:http, and their proxy support through the package `tunnel`. So one may be made, and is
 * never used. The real undici would add 937 kB to dist and a third to every start.
 */
class ProxyAgent {}

/** fetch stands in for undici's, which is that default: that it was not replaced would be a defect. */
function fetch() {
  throw new Error('undici is not part of this bundle: requests go through src/http/requests.ts');
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
// EXTERNAL MODULE: ./build/http/network-error.js
var network_error = __nccwpck_require__(45);
;// CONCATENATED MODULE: ./build/http/transport.js







const USER_AGENT = 'influxdb-token-action';
/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/**
 * HttpTransport sends through the agents of @actions/http-client, for the sake of its proxy support, and leaves out what
 * else it does, since this product must decide itself on retries, redirects, and what a 404 means.
 */
class HttpTransport {
    /** One for each origin: whether one goes through a proxy depends on the host. Connections are kept open. */
    #agents = new Map();
    #verification;
    /** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
    constructor(trusted) {
        this.#verification = {
            // Set explicitly although it is the default, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
            rejectUnauthorized: true,
            ...(trusted.length === 0
                ? {}
                : {
                    secureContext: external_node_tls_namespaceObject.createSecureContext({ ca: [...external_node_tls_namespaceObject.getCACertificates('default'), ...trusted] }),
                }),
        };
    }
    async send(request, timeoutMs) {
        try {
            return await exchange(request, this.#agent(request.url), timeoutMs);
        }
        catch (error) {
            throw (0,network_error/* networkError */.x6)(error, request.url.host);
        }
    }
    #agent(url) {
        const known = this.#agents.get(url.origin);
        if (known)
            return known;
        if (ignoresProxy(url))
            throw (0,network_error/* unreadableProxy */.OT)(url.host);
        const agent = new HttpClient(USER_AGENT, [], { keepAlive: true }).getAgent(url.href);
        this.#verifyCertificates(agent);
        // The package behind proxies calls what Node wants gone, and Node would say so in the log of everybody behind one.
        if ('proxyOptions' in agent)
            process.noDeprecation = true;
        this.#agents.set(url.origin, agent);
        return agent;
    }
    /** An agent behind a proxy keeps the options of its connection to the proxy apart. */
    #verifyCertificates(agent) {
        const { options: direct, proxyOptions: proxy } = agent;
        for (const options of [direct, proxy]) {
            if (options)
                Object.assign(options, this.#verification);
        }
    }
}
/**
 * Ends in time whatever happens, a body that drips in included. By a timer and not by a signal, since Node keeps something
 * of each request with a signal in memory until the next full collection.
 */
async function exchange({ url, method, headers, body }, agent, timeoutMs) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const { request } = url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject;
    const options = {
        ...(0,external_node_url_namespaceObject.urlToHttpOptions)(url),
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
/** Without a word http-client goes without a proxy whose setting it cannot read, such as proxy.example.com:3128. */
function ignoresProxy(url) {
    const setting = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
    if (url.protocol !== 'https:' || !setting || checkBypass(url))
        return false;
    const proxy = getProxyUrl(url);
    // A password that holds a # or ? unencoded ends the address early, and its rest would be asked for as a host.
    return !proxy?.hostname || proxy.hash !== '' || proxy.search !== '';
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

;// CONCATENATED MODULE: ./build/secret.js
/**
 * Secret holds a credential so that it cannot be printed by accident: in a template or in JSON it reads `***`, and an
 * inspected object does not show it. Only reveal() gives it away, and the few callers of reveal() are easy to find.
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __on_first_use("node:crypto");
// EXTERNAL MODULE: ./build/inputs/text-file.js
var text_file = __nccwpck_require__(565);
;// CONCATENATED MODULE: ./build/inputs/certificates.js


const BEGIN = '-----BEGIN';
const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/** readCertificates reads certificates from the text of a PEM file or from its path. */
function readCertificates(given, readFile) {
    if (given.includes(BEGIN))
        return parseCertificates(given);
    try {
        return parseCertificates(readFile(given));
    }
    catch (error) {
        return {
            ok: false,
            message: `was taken for the path of a PEM file, and ${(0,text_file/* whyUnreadable */._)(error, given)}`,
        };
    }
}
function parseCertificates(pem) {
    const refuse = (message) => ({ ok: false, message });
    if (pem.includes('PRIVATE KEY-----')) {
        return refuse('holds a private key: give certificates alone, and consider the key as known to others.');
    }
    if (pem.includes('-----\\n')) {
        return refuse('has \\n in place of line breaks: give the text as it stands in the file.');
    }
    const begun = pem.match(FIRST_LINE) ?? [];
    if (begun.length === 0) {
        return refuse('holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----.');
    }
    const certificates = pem.match(CERTIFICATE) ?? [];
    if (certificates.length < begun.length) {
        return refuse('holds a certificate that is cut off: was it copied whole?');
    }
    const unreadable = certificates.findIndex((certificate) => !isReadable(certificate));
    if (unreadable >= 0) {
        return refuse(`holds a certificate that cannot be read (number ${unreadable + 1}): was it copied whole?`);
    }
    return { ok: true, certificates };
}
function isReadable(certificate) {
    try {
        new external_node_crypto_namespaceObject.X509Certificate(certificate);
        return true;
    }
    catch {
        return false;
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
function duration_parseDuration(text) {
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

;// CONCATENATED MODULE: ./build/inputs/declared.js

/**
 * INPUTS declares every input, its default and who reads it; action.yml says the same, which a test compares.
 * Defaults that depend on other inputs (product, URLs, expiry, description) are applied where these are read.
 */
const INPUTS = {
    operation: { default: 'create', readBy: 'all' },
    'management-token': { readBy: 'all', secret: true },
    'account-id': { readBy: 'all' },
    'cluster-id': { readBy: 'all' },
    product: { readBy: 'all' },
    'api-url': { readBy: 'all' },
    'cluster-url': { readBy: ['create', 'rotate'] },
    'ca-certificate': { readBy: 'all' },
    'influxctl-config': { readBy: 'all' },
    'influxctl-profile': { default: 'default', readBy: 'all' },
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
    'store-token': { readBy: ['rotate'], secret: true },
    'renew-before': { readBy: ['rotate'] },
    'grace-period': { default: '24h', readBy: ['rotate'] },
    'github-token': { evaluated: 'github.token', readBy: ['rotate', 'cleanup'], secret: true },
    status: { default: 'active', readBy: ['list'] },
    'expires-within': { readBy: ['list'] },
    scope: { applied: 'repository', readBy: ['list', 'cleanup'] },
    'max-age': { readBy: ['cleanup'] },
    'max-revocations': { default: '100', readBy: ['cleanup'] },
    'dry-run': { default: 'false', readBy: ['update', 'revoke', 'rotate', 'cleanup'] },
    'job-status': { evaluated: 'job.status', readBy: ['rotate'] },
};
/** readInputs reads every declared input with `read`, which gives trimmed texts. */
function readInputs(read) {
    const names = Object.keys(INPUTS);
    return Object.fromEntries(names.map((name) => [name, read(name)]));
}
/**
 * secretInputs are all credentials given, sound or not and read or not: what is to be masked. One that the runner gives to
 * every operation counts only where it is read.
 */
function secretInputs(inputs) {
    return Object.keys(INPUTS).flatMap((name) => {
        const { secret, evaluated, readBy } = INPUTS[name];
        const isGiven = evaluated === undefined || readBy.includes(inputs.operation);
        return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
    });
}
/** givenOrDefault is an input's text, or its declared default where it is empty. */
function givenOrDefault(inputs, name) {
    return inputs[name] === '' ? defaultOf(name) : inputs[name];
}
/**
 * foreignInputs finds inputs that were given to an operation which does not read them. Silence would be dangerous:
 * somebody who writes `dry-run: true` beside `operation: create` does not expect a token.
 */
function foreignInputs(inputs, operation, { apiUrlFollows }) {
    return Object.keys(INPUTS)
        .filter((name) => INPUTS[name].evaluated === undefined)
        .filter((name) => inputs[name] !== '' && !isDefault(name, inputs[name]))
        .filter((name) => !isReadBy(name, operation) && !(apiUrlFollows && name === 'cluster-url'))
        .map((name) => ({
        input: name,
        message: operation === 'update' && name === 'expires-at'
            ? 'the API cannot change when a token expires: to extend it, replace it by a new one (`operation: rotate`). Remove it.'
            : `\`operation: ${operation}\` does not read it, it belongs to ${listOperations(name)}. Remove it.`,
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
/** `False` is YAML's false as much as `false` is, and `1d` is `24h`. */
function isDefault(name, given) {
    const { default: declared, applied } = INPUTS[name];
    if (given === declared || given === applied)
        return true;
    if (declared === undefined)
        return false;
    if (declared === 'true' || declared === 'false')
        return given.toLowerCase() === declared;
    const duration = parseDuration(given);
    return duration !== undefined && duration === parseDuration(declared);
}
function listOperations(name) {
    const { readBy } = INPUTS[name];
    return readBy === 'all' ? 'all operations' : readBy.map((operation) => `\`${operation}\``).join(', ');
}

// EXTERNAL MODULE: ./build/inputs/text.js
var inputs_text = __nccwpck_require__(706);
;// CONCATENATED MODULE: ./build/inputs/setting.js


/**
 * readSources reads the profile, if there is one. What that takes is loaded only then: most steps have none. Notes every
 * fault.
 */
async function readSources(inputs, readFile, faults) {
    const configuration = inputs['influxctl-config'];
    const name = givenOrDefault(inputs, 'influxctl-profile');
    if (configuration !== '') {
        const { readProfile } = await Promise.all(/* import() */[__nccwpck_require__.e(292), __nccwpck_require__.e(748)]).then(__nccwpck_require__.bind(__nccwpck_require__, 748));
        return { inputs, readFile, profile: readProfile(configuration, name, readFile, faults) ?? 'unreadable' };
    }
    if (name === 'default')
        return { inputs, readFile, profile: undefined };
    faults.add('influxctl-profile', 'names a profile, but `influxctl-config` is empty: give it the text or the path of a config.toml.');
    return { inputs, readFile, profile: 'unreadable' };
}
/** ignoredSettings is a sentence on each setting of the profile that cannot be honoured. */
function ignoredSettings({ profile }) {
    return typeof profile === 'object' ? profile.ignored : [];
}
/** settingOf finds a value: in its input, or under `key` in the profile. */
function settingOf({ inputs, profile }, input, key) {
    if (inputs[input] !== '' || key === undefined || profile === undefined)
        return { text: inputs[input], input };
    if (profile === 'unreadable')
        return { text: '', input, unknowable: true };
    const text = profile.values[key];
    return text === undefined
        ? { text: '', input, lacking: ` The profile ${(0,inputs_text/* quote */.hD)(profile.name)} has no \`${key}\` either.` }
        : { text, input, from: { profile: profile.name, key } };
}
/** shown quotes a value that was typed. One from a profile may be a credential in the wrong place, so it is not shown. */
function shown({ text, from }) {
    return from ? 'its value' : quote(text);
}
/** refuse notes a fault of a value. One from a profile is mended in the configuration, not in the input that it stands for. */
function refuse({ input, from }, message, faults) {
    if (from)
        faults.add('influxctl-config', `\`${from.key}\` of profile ${(0,inputs_text/* quote */.hD)(from.profile)}: ${message}`);
    else
        faults.add(input, message);
}
/** missing notes that a required value is not there. */
function missing({ input, lacking = '', unknowable }, message, faults) {
    if (!unknowable)
        faults.add(input, `${message}${lacking}`);
}
/** nameOf says where a value comes from, for people. */
function nameOf({ input, from }) {
    return from
        ? `\`${from.key}\` of the profile ${(0,inputs_text/* quote */.hD)(from.profile)} in \`influxctl-config\``
        : `the input \`${input}\``;
}

;// CONCATENATED MODULE: ./build/inputs/access.js




/** readAccess reads the management token and whom to trust. Notes every fault. */
function readAccess(sources, faults) {
    const token = settingOf(sources, 'management-token', 'mgmt_token');
    return {
        credential: { secret: readManagementToken(token, faults), source: nameOf(token) },
        trusted: readTrusted(settingOf(sources, 'ca-certificate', 'tls.ca'), sources.readFile, faults),
    };
}
/** credentialsIn are all credentials given, sound or not and used or not: what is to be masked. */
function credentialsIn({ inputs, profile }) {
    const profiled = typeof profile === 'object' ? profile.values.mgmt_token : undefined;
    return [...secretInputs(inputs), ...(profiled === undefined ? [] : [profiled])];
}
/**
 * Nothing is said of a management token's shape (it may be `M.V1.\u2026`, a JWT or something else) except that a header can
 * carry it; and no message ever shows it.
 */
function readManagementToken(token, faults) {
    const { text } = token;
    if (text === '') {
        missing(token, 'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
            'the run was started from a fork or by Dependabot, which get no secrets.', faults);
    }
    else if (/^Bearer\s/i.test(text)) {
        refuse(token, 'begins with "Bearer": give the token alone, the action adds the rest.', faults);
    }
    else if (!/^[\x21-\x7e]+$/.test(text)) {
        refuse(token, 'holds white space or characters that no token has: was it pasted whole, once?', faults);
    }
    return new Secret(text);
}
function readTrusted(given, readFile, faults) {
    if (given.text === '')
        return [];
    const reading = readCertificates(given.text, readFile);
    if (reading.ok)
        return reading.certificates;
    refuse(given, reading.message, faults);
    return [];
}

// EXTERNAL MODULE: ./build/http/http-date.js
var http_date = __nccwpck_require__(703);
// EXTERNAL MODULE: ./build/http/json.js
var json = __nccwpck_require__(36);
// EXTERNAL MODULE: ./build/tokens/instant.js
var instant = __nccwpck_require__(871);
// EXTERNAL MODULE: ./build/tokens/uuid.js
var uuid = __nccwpck_require__(559);
// EXTERNAL MODULE: ./build/management-api/errors.js + 1 modules
var errors = __nccwpck_require__(10);
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
        if (!(0,uuid/* isUuid */.O)(part)) {
            throw new failure/* Failure */.HR('Not an id', `"${part}" is not a UUID, so no request was sent with it in its path.`);
        }
    }
    const prefix = place.form === 'bare' ? '' : `/accounts/${place.accountId}/clusters/${place.clusterId}`;
    return new URL(`${place.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}

// EXTERNAL MODULE: ./build/management-api/schemas.js
var schemas = __nccwpck_require__(554);
;// CONCATENATED MODULE: ./build/management-api/client.js











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
        return (0,schemas/* parseDatabaseNames */.ri)(answer.body) ?? unreadable(action, answer);
    }
    /** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableAnswer or NetworkError. */
    async tokens() {
        const action = 'list the tokens';
        const answer = await this.#read('tokens');
        if (answer.status !== 200)
            throw this.#refusal(action, answer);
        return { tokens: (0,schemas/* parseTokens */.oY)(answer.body) ?? unreadable(action, answer), now: this.#timeOf(answer) };
    }
    /**
     * findToken reads one token, together with the time of the answer; no token for the API's own 404. Throws ApiError,
     * UnreadableAnswer or NetworkError.
     */
    async findToken(id) {
        const action = `show token ${id}`;
        const answer = await this.#read('tokens', id);
        const now = this.#timeOf(answer);
        if ((0,errors/* isOwn404 */.LN)(answer))
            return { token: undefined, now };
        if (answer.status !== 200)
            throw this.#refusal(action, answer);
        const token = (0,schemas/* parseToken */.pI)(answer.body);
        return { token: token && (0,uuid/* sameId */.s)(token.id, id) ? token : unreadable(action, answer), now };
    }
    /**
     * createToken sends one POST, once. `namesType`, only with an expiry, adds `expirationType`, which is documented in
     * prose alone. Throws only what happens before anything was sent.
     */
    async createToken(order, namesType) {
        const request = this.#request('POST', placeUrl(this.place, 'tokens'), {
            description: order.description,
            permissions: order.permissions,
            ...(order.expiresAt === 'never' ? {} : { expiresAt: (0,instant/* formatInstant */.r4)(order.expiresAt) }),
            ...(namesType ? { expirationType: 'datetime' } : {}),
        });
        let answer;
        try {
            answer = await this.#requests.once(request);
        }
        catch (error) {
            if (error instanceof network_error/* NetworkError */.Dr && !error.mayHaveLeft)
                return { kind: 'unsent', error };
            if (error instanceof network_error/* NetworkError */.Dr || error instanceof http_requests/* RetryAfterTooLong */.Zt)
                return { kind: 'lost', error };
            throw error;
        }
        const accessToken = (0,schemas/* parseAccessToken */.PO)(answer.body);
        if (accessToken !== undefined)
            this.#onSecret(accessToken);
        // A gateway may quote the answer that it got inside of its own, which is shown.
        for (const [quoted] of answer.body.matchAll(ACCESS_TOKEN))
            this.#onSecret(quoted);
        if (isSuccess(answer)) {
            const token = (0,schemas/* parseToken */.pI)(answer.body);
            return token && (0,uuid/* isUuid */.O)(token.id) && accessToken !== undefined
                ? { kind: 'created', token, secret: new Secret(accessToken) }
                : { kind: 'lost', error: new errors/* UnreadableAnswer */.ym('create the token', answer) };
        }
        const error = this.#refusal('create the token', answer);
        // Only a plain 4xx is sure to have created nothing: a 303, say, may follow what was done.
        const refused = answer.status >= 400 && answer.status < 500 && !(0,http_requests/* isPassing */.WG)(answer.status);
        return { kind: refused ? 'refused' : 'lost', error };
    }
    /**
     * updateToken replaces what is given and returns the token as it is then; undefined for the API's own 404. Throws like
     * findToken.
     */
    async updateToken(id, change) {
        const answer = await this.#repeatedly('PATCH', placeUrl(this.place, 'tokens', id), change);
        if ((0,errors/* isOwn404 */.LN)(answer))
            return undefined;
        if (!isSuccess(answer))
            throw this.#refusal(`update token ${id}`, answer);
        const token = (0,schemas/* parseToken */.pI)(answer.body);
        return token && (0,uuid/* sameId */.s)(token.id, id) ? token : unreadable(`update token ${id}`, answer);
    }
    /** deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. */
    async deleteToken(id) {
        let answer;
        try {
            answer = await this.#requests.once(this.#request('DELETE', placeUrl(this.place, 'tokens', id)));
        }
        catch (error) {
            if (error instanceof network_error/* NetworkError */.Dr)
                return { kind: error.mayHaveLeft ? 'lost' : 'unsent', error };
            throw error;
        }
        if (answer.status === 204 || (answer.status === 200 && !isForeign(answer)))
            return { kind: 'revoked' };
        if (answer.status === 200) {
            return { kind: 'lost', error: new errors/* UnreadableAnswer */.ym(`revoke token ${id}`, answer) };
        }
        if ((0,errors/* isOwn404 */.LN)(answer))
            return { kind: 'unknown-token' };
        const error = this.#refusal(`revoke token ${id}`, answer);
        return { kind: (0,http_requests/* isPassing */.WG)(answer.status) ? 'passing' : 'refused', error };
    }
    /** A read goes to each possible place in turn until one has the route; that one it is from then on. */
    async #read(collection, id) {
        for (const [index, place] of this.#places.entries()) {
            const answer = await this.#repeatedly('GET', placeUrl(place, collection, id));
            const routeMissing = answer.status === 404 && !(0,errors/* isOwn404 */.LN)(answer);
            if (routeMissing && index < this.#places.length - 1)
                continue;
            if (answer.status === 200 || (0,errors/* isOwn404 */.LN)(answer))
                this.#places = [place];
            return answer;
        }
        throw new failure/* Failure */.HR('Not found', 'There is no place to look for the Management API.');
    }
    /** The server's time counts, since the server decides what has expired; without it the runner's. */
    #timeOf(answer) {
        return (0,http_date/* parseHttpDate */.m)(answer.headers.date ?? '') ?? this.#clock.now();
    }
    #refusal(action, answer) {
        return new errors/* ApiError */.hD(action, answer, this.#credential.source);
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
    return body.trim() !== '' && (0,json/* parseJson */.q)(body) === undefined;
}
function isSuccess(answer) {
    return answer.status === 200 || answer.status === 201;
}
function unreadable(action, answer) {
    throw new errors/* UnreadableAnswer */.ym(action, answer);
}

// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/index.js
var dist = __nccwpck_require__(737);
;// CONCATENATED MODULE: ./build/operations/ledger.js

const attempt = dist/* object */.Ik({
    /** Carried by the tag of the token that one POST may have created. */
    nonce: dist/* string */.Yj(),
    /** When the POST was about to be sent, in milliseconds since 1970. */
    at: dist/* number */.ai(),
    /** The token, once an answer named it. */
    id: dist/* string */.Yj().optional(),
    /**
     * open: may be alive, and is nobody's after this job. settled: never came to be, or was seen to be revoked.
     * kept: was handed to somebody for good.
     */
    fate: dist/* union */.KC(dist/* literal */.eu('open'), dist/* literal */.eu('settled'), dist/* literal */.eu('kept')),
});
const handOver = dist/* object */.Ik({
    /**
     * handing: somebody may hold the token from now on, so this run never revokes it again. handed-over: later steps have it,
     * and the post step commits it. over: the step itself has seen to the rest.
     */
    phase: dist/* union */.KC(dist/* literal */.eu('handing'), dist/* literal */.eu('handed-over'), dist/* literal */.eu('over')),
    tokenId: dist/* string */.Yj(),
    /** What its description becomes when it is committed. */
    committed: dist/* string */.Yj(),
    line: dist/* object */.Ik({ repositoryId: dist/* string */.Yj(), plainDescription: dist/* string */.Yj() }),
    graceMs: dist/* number */.ai(),
    /** Whether the cluster was seen to accept it: what was not proven ends no other. */
    proven: dist/* boolean */.zM(),
});
const entries = dist/* object */.Ik({
    place: dist/* object */.Ik({
        apiUrl: dist/* string */.Yj(),
        form: dist/* union */.KC(dist/* literal */.eu('bare'), dist/* literal */.eu('prefixed')),
        accountId: dist/* string */.Yj(),
        clusterId: dist/* string */.Yj(),
    }),
    tries: dist/* object */.Ik({ timeoutMs: dist/* number */.ai(), retries: dist/* number */.ai() }),
    failOnRevokeError: dist/* boolean */.zM(),
    attempts: dist/* array */.YO(attempt),
    handOver: handOver.optional(),
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
    /** isHandedOver tells whether somebody may hold a rotated token, so that it must not be revoked any more. */
    get isHandedOver() {
        return this.#entries.handOver !== undefined;
    }
    /** begin is called before each POST, with the time as `Clock.elapsed` measures it. */
    begin(nonce, at) {
        this.#write({ attempts: [...this.#entries.attempts, { nonce, at, fate: 'open' }] });
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
    /** hand is called before anybody can get hold of a rotated token: from now on nobody but a later rotation revokes it. */
    hand(nonce, handOver) {
        const attempts = this.#changed(nonce, { fate: 'kept' });
        this.#write({ attempts, handOver: { ...handOver, phase: 'handing' } });
    }
    /** takeBack is called when it is sure that nobody got hold of it. */
    takeBack(nonce) {
        const { handOver: _, ...others } = this.#entries;
        this.#entries = others;
        this.#change(nonce, { fate: 'open' });
    }
    /** handed is called when later steps have the token, or when the step has done all that there is to do. */
    handed(phase) {
        const { handOver } = this.#entries;
        if (!handOver)
            throw new Error('nothing was handed over yet');
        this.#write({ handOver: { ...handOver, phase } });
    }
    #change(nonce, change) {
        this.#write({ attempts: this.#changed(nonce, change) });
    }
    #changed(nonce, change) {
        return this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry));
    }
    #write(change) {
        this.#entries = { ...this.#entries, ...change };
        this.#save(JSON.stringify(this.#entries));
    }
}
/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
function readLedger(text) {
    return entries.parse(JSON.parse(text), { mode: 'strip' });
}

// EXTERNAL MODULE: ./build/tokens/tag.js
var tag = __nccwpck_require__(322);
// EXTERNAL MODULE: ./build/tokens/token.js
var tokens_token = __nccwpck_require__(31);
// EXTERNAL MODULE: ./build/operations/revoke-token.js
var revoke_token = __nccwpck_require__(710);
;// CONCATENATED MODULE: ./build/operations/settle.js





/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5_000;
/** openEnds picks the attempts that were neither settled nor kept. */
function openEnds(attempts) {
    const open = attempts.filter(({ fate }) => fate === 'open');
    const unknown = open.filter(({ id }) => id === undefined);
    return {
        ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
        nonces: unknown.map(({ nonce }) => nonce),
        lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
    };
}
/** isSettled tells whether there is nothing to do. */
function isSettled({ ids, nonces }) {
    return ids.length === 0 && nonces.length === 0;
}
/**
 * settle revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
 * where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
 * Failure that names what may be alive.
 */
async function settle(open, deps) {
    const { runner } = deps;
    const report = new SettlementReport();
    const found = open.nonces.length === 0 ? [] : await findLost(open, deps, report);
    for (const id of new Set([...open.ids, ...found])) {
        if (report.turnedAway) {
            report.failed(id, `Token ${id} was not tried.`);
            continue;
        }
        try {
            const revocation = await (0,revoke_token/* revokeToken */.w$)(id, deps);
            report.done.push(revocation === 'revoked' ? `Revoked token ${id}.` : `Token ${id} was already revoked.`);
        }
        catch (error) {
            report.failed(id, `Token ${id} could not be revoked: ${(0,failure/* asSentence */.KG)(error)}`, error);
        }
    }
    for (const line of report.done)
        runner.info(line);
    const lines = [...report.done, ...report.failures];
    if (lines.length > 0)
        runner.summary({ title: 'InfluxDB token at the end of the job', items: lines });
    if (report.failures.length > 0) {
        throw new failure/* Failure */.HR('Token not revoked', `${report.failures.join(' ')} ${remedy(report)}`);
    }
}
/** remedy says what a person can do about tokens that may be alive. */
function remedy({ ids, nonces }) {
    const byId = ids.length > 0
        ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(' ')}\`.`]
        : [];
    const byMark = nonces.length > 0
        ? [`If there is a token whose description contains ${nonces.join(' or ')}, revoke it: nobody holds it.`]
        : [];
    return [...byId, ...byMark].join(' ');
}
/** What was achieved and what was not, for people. */
class SettlementReport {
    done = [];
    failures = [];
    ids = [];
    nonces = [];
    /** The management token was refused: whatever comes next would be too. */
    turnedAway = false;
    failed(id, line, error) {
        this.ids.push(id);
        this.#note(line, error);
    }
    notFound(nonces, error) {
        this.nonces = nonces;
        this.#note(`Whether a token of a lost answer is alive is not known: ${(0,failure/* asSentence */.KG)(error)}`, error);
    }
    #note(line, error) {
        this.failures.push(line);
        this.turnedAway ||= (0,errors/* isTurnedAway */.n7)(error);
    }
}
/** Finds the tokens whose answers were lost, not before they had time to come to be. */
async function findLost({ nonces, lastPostAt }, { api, clock, runner }, report) {
    try {
        const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
        if (wait > 0)
            await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
        const { tokens } = await api.tokens();
        const lost = (0,tag/* carrying */.MR)(new Set(nonces), tokens);
        if (lost.length === 0)
            runner.info('The answer to creating a token was lost; there is no such token.');
        return lost.filter(({ token }) => !(0,tokens_token/* isSeenRevoked */.m)(token)).map(({ token }) => token.id);
    }
    catch (error) {
        report.notFound(nonces, error);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/failures.js
/** Failures is thrown when several things failed that have nothing to do with each other. */
class failures_Failures extends Error {
    failures;
    constructor(failures) {
        super(failures.map(({ message }) => message).join('\n'));
        this.name = 'Failures';
        this.failures = failures;
    }
}

;// CONCATENATED MODULE: ./build/report.js



/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MOST_ANNOTATED = 9;
/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
function reportFailure(error, runner) {
    if (error instanceof Faults) {
        const told = error.faults.map(({ input, message }) => ({
            title: `Input ${input}`,
            message: `\`${input}\`: ${message}`,
        }));
        annotate(told, 'of the inputs are wrong', runner);
        runner.summary({
            title: 'InfluxDB token: nothing was done, the inputs need mending',
            items: error.faults.map(({ input, message }) => `${input}: ${message}`),
        });
        return;
    }
    const told = error instanceof Failures ? error.failures : [explain(error, runner)];
    annotate(told, 'have failed', runner);
    runner.summary({
        title: 'InfluxDB token: the step failed',
        items: told.map(({ title, message }) => `${title}: ${message}`),
    });
}
/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
function explain(error, runner) {
    if (error instanceof failure/* Failure */.HR)
        return { title: error.title, message: error.message };
    const text = error instanceof Error ? error.message : String(error);
    runner.debug(error instanceof Error ? (error.stack ?? text) : text);
    return {
        title: 'Unexpected error',
        message: `This is a defect of the action, please report it: ${(0,failure/* asSentence */.KG)(text)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`,
    };
}
function annotate(told, what, runner) {
    for (const { title, message } of told.slice(0, MOST_ANNOTATED))
        runner.error(title, message);
    const rest = told.slice(MOST_ANNOTATED);
    if (rest.length === 0)
        return;
    runner.error('More', `${rest.length} more ${what}: the log shows them below.`);
    for (const { title, message } of rest)
        runner.info(`${title}: ${message}`);
}

;// CONCATENATED MODULE: ./build/runner/plain-text.js
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** What is left of C0 and C1, and DEL. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
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
        .replaceAll(CONTROL, '')
        .replaceAll(INVISIBLE, '')
        .replaceAll('##[', '# #[')
        .replace(LEADING_COMMAND, '$1: ');
}

// EXTERNAL MODULE: ./build/format-count.js
var format_count = __nccwpck_require__(174);
// EXTERNAL MODULE: ./build/shorten.js
var shorten = __nccwpck_require__(478);
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

;// CONCATENATED MODULE: ./build/runner/timeline.js

/** All but letters, digits and a few signs that mean nothing to Mermaid. */
const NOT_PLAIN = /[^\p{L}\p{N}._/-]+/gu;
const LONGEST_LABEL = 40;
/**
 * renderTimeline writes a chart that GitHub draws: https://mermaid.js.org/syntax/gantt.html. Labels go through `safe`; each
 * gets a number, because a line that begins with one of Mermaid's own words would be taken for it.
 */
function renderTimeline(bars, safe) {
    const tasks = bars.map(({ label, from, to }, index) => {
        const shown = (0,shorten/* shorten */.m)(safe(label), LONGEST_LABEL).replaceAll(NOT_PLAIN, ' ').trim();
        return `  ${index + 1} ${shown} :${chartTime(from)}, ${chartTime(to)}`;
    });
    return [
        '```mermaid',
        'gantt',
        '  dateFormat YYYY-MM-DDTHH:mm:ss',
        '  axisFormat %Y-%m-%d',
        ...tasks,
        '```',
    ];
}
/** Without a zone, so that both ends are in the same one. */
function chartTime(instant) {
    return new Date(instant).toISOString().slice(0, 19);
}

;// CONCATENATED MODULE: ./build/runner/summary.js




/** GitHub takes 1 MiB of a step's summary and shows nothing of a longer one; what comes after a table needs room too. */
const LARGEST_TABLE_BYTES = 900_000;
/** A list may come after a table. */
const LARGEST_LIST_BYTES = 100_000;
const LONGEST_CELL = 300;
/** A fact stands alone in its row: what is granted on a hundred databases is to be seen. */
const LONGEST_FACT = 10_000;
/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
function renderSection(section, safe) {
    const heading = [`### ${section.title}`, ''];
    if ('items' in section)
        return lines(heading, list(section.items, safe));
    if ('bars' in section)
        return lines(heading, renderTimeline(section.bars, safe));
    if ('facts' in section) {
        const rows = section.facts.map(([name, value]) => `| ${name} | ${cell(value, LONGEST_FACT, safe)} |`);
        return lines(heading, ['| | |', '|---|---|', ...rows]);
    }
    return lines(heading, table(section, safe));
}
function lines(...parts) {
    return [...parts.flat(), ''].join('\n');
}
function list(items, safe) {
    const { written, left } = fitting(items, (item) => `- ${cell(item, LONGEST_FACT, safe)}`, LARGEST_LIST_BYTES);
    return left === 0 ? written : [...written, '', `${tooMany(left)} The log holds all.`];
}
function table({ head, rows, more = '' }, safe) {
    const { written, left } = fitting(rows, (row) => `| ${row.map((text) => cell(text, LONGEST_CELL, safe)).join(' | ')} |`, LARGEST_TABLE_BYTES);
    return [
        `| ${head.join(' | ')} |`,
        `|${'---|'.repeat(head.length)}`,
        ...written,
        ...(left === 0 ? [] : ['', `${tooMany(left)} ${more}`.trim()]),
    ];
}
function cell(text, longest, safe) {
    return escapeMarkdown((0,shorten/* shorten */.m)(safe(text), longest));
}
/** As many of the first lines as fit into so many bytes, and how many are left. */
function fitting(items, write, most) {
    const written = [];
    let bytes = 0;
    for (const item of items) {
        const line = write(item);
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > most)
            break;
        written.push(line);
    }
    return { written, left: items.length - written.length };
}
function tooMany(left) {
    return `And ${(0,format_count/* formatCount */.B)(left)} more, too many for a summary.`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
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
        return (0,external_node_fs_.writeSync)(STDOUT, bytes);
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
        (0,external_node_fs_.appendFileSync)(file ?? '', text);
    }
    catch (error) {
        throw new failure/* Failure */.HR("The runner's files cannot be written", `A file that the runner gave for state, outputs or summary cannot be written: ${(0,failure/* asSentence */.KG)(error)} If ` +
            'the step has created a token, the post step revokes it. Check the disk of the runner.', { cause: error });
    }
}
/** writeTemporaryFile writes a file into the folder that the runner gave, and returns its path. Throws a Failure. */
function writeTemporaryFile(folder, name, text) {
    const path = (0,external_node_path_namespaceObject.join)(folder ?? '', name);
    try {
        if (folder === undefined)
            throw new Error('RUNNER_TEMP is not set');
        (0,external_node_fs_.writeFileSync)(path, text);
        return path;
    }
    catch (error) {
        throw new failure/* Failure */.HR('No file written', `A file in the runner's folder for temporary files cannot be written: ${(0,failure/* asSentence */.KG)(error)} Check the disk of the runner.`, { cause: error });
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
    'rotated',
    'previous-token-ids',
    'changed',
    'tokens',
    'count',
    'tokens-file',
    'revoked-token-ids',
    'failed-token-ids',
]));
/** GitHub takes outputs of up to 1 MB each. */
const LARGEST_OUTPUT_BYTES = 1_000_000;
/** fitsIntoOutput tells whether GitHub takes a text as an output. */
function fitsIntoOutput(text) {
    return Buffer.byteLength(text) <= LARGEST_OUTPUT_BYTES;
}
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
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        outputs: (outputs) => {
            const entries = Object.entries(outputs).map(([name, value]) => formatFileCommand(name, value));
            appendToFile(env['GITHUB_OUTPUT'], entries.join(''));
        },
        token: (secret) => appendToFile(env['GITHUB_OUTPUT'], formatFileCommand('token', secret.reveal())),
        writeFile: (name, text) => writeTemporaryFile(env['RUNNER_TEMP'], name, text),
        saveState: (state) => appendToFile(env['GITHUB_STATE'], formatFileCommand(STATE, state)),
        summary: (section) => {
            try {
                // Redacted first and escaped then: an escape inside of a secret would hide it from every mask.
                appendToFile(env['GITHUB_STEP_SUMMARY'], `${renderSection(section, safe)}\n`);
            }
            catch (error) {
                // A summary is for show: it must not decide what becomes of a token.
                printLines([formatCommand('debug', safe(`The summary could not be written: ${(0,failure/* asSentence */.KG)(error)}`))]);
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
    /** Longer ones first: one may be part of another. */
    #known = [];
    /** mask is called with a credential as soon as it is received, before anything else is printed. */
    mask(secret) {
        if (secret === '')
            return;
        const forms = maskingForms(secret);
        printLines(forms.map((form) => formatCommand('add-mask', form)));
        this.#known = [...new Set([...this.#known, ...forms])].sort((one, other) => other.length - one.length);
    }
    /** redact replaces every known form of every credential by `***`. */
    redact(text) {
        return this.#known.reduce((redacted, form) => redacted.replaceAll(form, '***'), text);
    }
}
/** maskCredentials masks what a step is given: the credentials among its inputs, and the password of a proxy. */
function maskCredentials(secrets, given, env) {
    for (const credential of [...given, ...proxyPasswords(env)])
        secrets.mask(credential);
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

;// CONCATENATED MODULE: ./build/post.js















/** All post steps of a job together have less than five minutes; ours takes at most one, its own start included. */
const TIME_FOR_EVERYTHING_MS = 58_000;
const LONGEST_TRY_MS = 15_000;
// Who cancels a job wants its tokens gone: go on until it is done, or until the runner kills, which is ten seconds later.
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => { });
const secrets = new Secrets();
const runner = actionsRunner(secrets, process.env);
const deadline = systemClock.elapsed() + TIME_FOR_EVERYTHING_MS;
post().then((succeeded) => process.exit(succeeded ? 0 : 1));
async function post() {
    const state = readState(process.env);
    if (state === '')
        return true;
    try {
        const ledger = readLedger(state);
        const ended = ledger.handOver === undefined || (await endHandOver(ledger.handOver, ledger));
        return (await settleLedger(ledger)) && ended;
    }
    catch (error) {
        return told(error, 'warning');
    }
}
/** Commits what a rotation has handed over. Fails the job only where its consumers are locked out. */
async function endHandOver(handOver, ledger) {
    const { endRotation, isToBeCommitted, openHandOver } = await __nccwpck_require__.e(/* import() */ 83).then(__nccwpck_require__.bind(__nccwpck_require__, 83));
    const open = openHandOver(handOver);
    if (open === undefined)
        return true;
    if (!isToBeCommitted(handOver, readInput(process.env, 'job-status'))) {
        runner.warning('Rotation not committed', open);
        return true;
    }
    let deps;
    try {
        deps = await connect(ledger, 'Rotation not committed', open);
    }
    catch (error) {
        return told(error, 'warning');
    }
    try {
        await endRotation(handOver, deps);
        return true;
    }
    catch (error) {
        return told(error, 'error');
    }
}
/**
 * Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
 * token's last hours.
 */
async function settleLedger(ledger) {
    const open = openEnds(ledger.attempts);
    if (isSettled(open))
        return true;
    try {
        await settle(open, await connect(ledger, 'Token not revoked', remedy(open)));
        return true;
    }
    catch (error) {
        return told(error, ledger.failOnRevokeError ? 'error' : 'warning');
    }
}
/** The ledger says where the cluster is. `title` and `otherwise` say what is true when nobody can be asked. */
async function connect({ place, tries }, title, otherwise) {
    const { credential, trusted } = await readAccessAgain(title, otherwise);
    const requests = new http_requests/* Requests */.lv(new HttpTransport(trusted), systemClock, Math.random, runner.info, {
        timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
        retries: tries.retries,
        deadline,
    });
    const onSecret = (secret) => secrets.mask(secret);
    const api = new ManagementApi(requests, systemClock, credential, [place], onSecret);
    return { api, pacing: requests, runner, clock: systemClock };
}
/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(title, otherwise) {
    const lost = new FaultList();
    const faults = new FaultList();
    const inputs = readInputs((name) => readInput(process.env, name));
    const sources = await readSources(inputs, text_file/* readTextFile */.G, lost);
    maskCredentials(secrets, credentialsIn(sources), process.env);
    const access = readAccess(sources, faults);
    // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
    if (faults.none && access.credential.secret.reveal() !== '')
        return access;
    const gone = [lost, faults].map((list) => list.describe()).filter((text) => text !== '');
    throw new failure/* Failure */.HR(title, `What was used to create the token is not there any more by the end of the job: ${gone.join(' ')} Was it changed or ` +
        `removed by a step in between? ${otherwise}`);
}
/** Returns whether the post step may count as a success all the same. */
function told(error, level) {
    const { title, message } = explain(error, runner);
    runner[level](title, message);
    return level === 'warning';
}

})();

module.exports = __webpack_exports__;
/******/ })()
;