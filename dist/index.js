/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 5568:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: Date.now,
    elapsed: () => Number(process.hrtime.bigint() / 1000000n),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   dI: () => (/* binding */ anchorOf)
/* harmony export */ });
/* unused harmony export TITLES */
const TITLES = {
    input: 'Input …',
    'unknown-input': 'Unknown input',
    more: 'More',
    'influxctl-profile': 'influxctl profile',
    'state-not-saved': 'State not saved',
    'the-runners-files-cannot-be-written': "The runner's files cannot be written",
    'no-file-written': 'No file written',
    'unsupported-nodejs': 'Unsupported Node.js',
    'unexpected-error': 'Unexpected error',
    'no-connection': 'No connection',
    'no-answer-in-time': 'No answer in time',
    'answer-too-large': 'Answer too large',
    'the-server-asks-to-wait': 'The server asks to wait',
    'not-safe-to-send': 'Not safe to send',
    'management-token-refused': 'Management token refused',
    'management-token-not-allowed': 'Management token not allowed',
    'blocked-by-a-gateway': 'Blocked by a gateway',
    'request-refused': 'Request refused',
    'not-found': 'Not found',
    'management-api-answered': 'Management API answered …',
    'unreadable-answer': 'Unreadable answer',
    'not-an-id': 'Not an id',
    'all-databases': 'All databases',
    'no-expiry': 'No expiry',
    'unknown-databases': 'Unknown databases',
    'answer-lost': 'Answer lost',
    'no-token-created': 'No token created',
    'a-token-may-be-left': 'A token may be left',
    'not-the-token-asked-for': 'Not the token asked for',
    'token-not-accepted': 'Token not accepted',
    'token-not-probed': 'Token not probed',
    'token-not-kept': 'Token not kept',
    'tokens-found': 'Tokens found',
    'token-not-found': 'Token not found',
    'expiry-not-readable': 'Expiry not readable',
    'token-not-updated': 'Token not updated',
    'not-updated-as-asked': 'Not updated as asked',
    'token-revoked': 'Token revoked',
    'token-not-revoked': 'Token not revoked',
    'management-token-missing-at-the-end': 'Management token missing at the end',
    'ledger-not-valid': 'Ledger not valid',
    'tokens-not-tried': 'Tokens not tried',
    'too-many-tokens': 'Too many tokens',
    'token-not-suspended': 'Token not suspended',
    'token-changed-meanwhile': 'Token changed meanwhile',
    'token-not-restored': 'Token not restored',
    'permissions-given-back': 'Permissions given back',
    cancelled: 'Cancelled',
    rotation: 'Rotation',
    'several-tokens-to-choose-from': 'Several tokens to choose from',
    'two-names-for-one-series': 'Two names for one series',
    'not-a-token-to-rotate': 'Not a token to rotate',
    'a-series-of-this-name-exists': 'A series of this name exists',
    'a-rotation-is-in-progress': 'A rotation is in progress',
    'rotated-already-in-this-run': 'Rotated already in this run',
    'too-many-pending-tokens': 'Too many pending tokens',
    'something-is-missing': 'Something is missing',
    'too-short-a-life': 'Too short a life',
    'due-from-its-first-second': 'Due from its first second',
    'new-token-cannot-be-proven': 'New token cannot be proven',
    'token-not-adopted': 'Token not adopted',
    'another-rotation-has-begun': 'Another rotation has begun',
    'token-not-listed': 'Token not listed',
    'not-the-newest-token': 'Not the newest token',
    'token-not-stored': 'Token not stored',
    'not-stored-everywhere': 'Not stored everywhere',
    'new-token-revoked': 'New token revoked',
    'new-token-suspended': 'New token suspended',
    'rotation-not-committed': 'Rotation not committed',
    'nothing-retired': 'Nothing retired',
    'replaced-token-not-revoked': 'Replaced token not revoked',
    'clocks-differ': 'Clocks differ',
    'github-did-not-tell': 'GitHub did not tell',
    'github-token-refused': 'GitHub token refused',
    'github-token-not-allowed': 'GitHub token not allowed',
    'refused-by-github': 'Refused by GitHub',
    'response-not-from-github': 'Response not from GitHub',
    'not-found-on-github': 'Not found on GitHub',
    'githubs-rate-limit-is-used-up': "GitHub's rate limit is used up",
    'github-answered': 'GitHub answered …',
    'no-github-token': 'No GitHub token',
    'no-such-secret': 'No such secret',
    'incomplete-list': 'Incomplete list',
    'not-a-public-key': 'Not a public key',
    'not-a-name': 'Not a name',
    'emulator-not-started': 'Emulator not started',
    'emulator-gone': 'Emulator gone',
    'tokens-left-alive': 'Tokens left alive',
};
function titleOf(code, detail = '') {
    return TITLES[code].replace('…', detail);
}
function anchorOf(code) {
    return TITLES[code]
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
}


/***/ }),

/***/ 5955:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   G: () => (/* binding */ InputErrors),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   Zm: () => (/* binding */ describeDefect),
/* harmony export */   eQ: () => (/* binding */ withContext),
/* harmony export */   hS: () => (/* binding */ InvalidInputs),
/* harmony export */   oo: () => (/* binding */ Failures),
/* harmony export */   tf: () => (/* binding */ failureOnly)
/* harmony export */ });
/* harmony import */ var _error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8455);

class Failure extends Error {
    code;
    detail;
    constructor(code, message, { detail = '', ...options } = {}) {
        super(message, options);
        this.name = 'Failure';
        this.code = code;
        this.detail = detail;
    }
    get title() {
        return (0,_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(this.code, this.detail);
    }
}
function withContext(error, consequence) {
    if (!(error instanceof Failure))
        return error;
    const { code, detail } = error;
    return new Failure(code, `${asSentence(error)} ${consequence}`, { cause: error, detail });
}
function failureOnly(error) {
    if (error instanceof Failure)
        return error;
    throw error;
}
async function resultOf(work) {
    try {
        return await work;
    }
    catch (error) {
        return failureOnly(error);
    }
}
function describeDefect(error) {
    return `This is a defect of the action, please report it: ${asSentence(error)}`;
}
function asSentence(error) {
    const text = (error instanceof Error ? error.message : String(error)).trim();
    return /[.!?]\)?$/.test(text) ? text : `${text}.`;
}
class Failures extends Error {
    failures;
    constructor(failures) {
        super(failures.map(({ message }) => message).join('\n'));
        this.name = 'Failures';
        this.failures = failures;
    }
}
class InvalidInputs extends Error {
    errors;
    constructor(errors) {
        super(errors.map((error) => `${error.input}: ${error.message}`).join('\n'));
        this.name = 'InvalidInputs';
        this.errors = errors;
    }
}
class InputErrors {
    #errors = [];
    add(input, message) {
        this.#errors.push({ input, message });
    }
    get none() {
        return this.#errors.length === 0;
    }
    describe() {
        return this.#errors.map(({ input, message }) => `\`${input}\` ${message}`).join(' ');
    }
    throwIfAny() {
        if (!this.none)
            this.throwAll();
    }
    throwAll() {
        throw new InvalidInputs(this.#errors);
    }
}


/***/ }),

/***/ 9652:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
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


/***/ }),

/***/ 3127:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ contentLines),
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   k3: () => (/* binding */ markServerText),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   mm: () => (/* binding */ replaceServerTexts)
/* harmony export */ });
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212]|(?! )\p{Zs}/gu;
function quote(text) {
    return `"${shorten(text, 80).replaceAll(INVISIBLE, escapeCharacter)}"`;
}
function contentLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
function escapeCharacter(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
function shorten(text, maxLength) {
    if (text.length <= maxLength)
        return text;
    const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
    return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}
function formatCount(count) {
    return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKS = /[\u0002\u0003]/g;
function markServerText(text) {
    return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}
function replaceServerTexts(message, replace) {
    return message.replaceAll(MARKED, (_, serverText) => replace(serverText));
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isTrustworthy),
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
function isLoopback(url) {
    return (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname));
}
function isTrustworthy(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}


/***/ }),

/***/ 7716:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ candidateEndpoints),
/* harmony export */   P: () => (/* binding */ endpointUrl)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5955);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9616);


const DUMMY_ID = '11111111-1111-1111-1111-111111111111';
function candidateEndpoints({ product, apiUrl, accountId = DUMMY_ID, clusterId = DUMMY_ID, }) {
    const prefixed = { apiUrl, form: 'prefixed', accountId, clusterId };
    return product === 'dedicated' ? [prefixed] : [{ ...prefixed, form: 'bare' }, prefixed];
}
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

/***/ 6766:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ reportError),
/* harmony export */   US: () => (/* binding */ stackOf),
/* harmony export */   WE: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5955);

const MAX_ANNOTATED = 9;
function reportError(error) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInputs */ .hS)
        return reportInputErrors(error);
    const failures = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo ? error.failures : [explain(error)];
    return {
        lines: [...stackOf(error), ...annotations(failures, 'have failed')],
        sections: [
            {
                title: 'InfluxDB token: the step failed',
                items: failures.map(({ title, message }) => `${title}: ${message}`),
            },
        ],
    };
}
function reportInputErrors({ errors }) {
    const failures = errors.map(({ input, message }) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `\`${input}\`: ${message}`, { detail: input }));
    return {
        lines: annotations(failures, 'of the inputs are wrong'),
        sections: [
            {
                title: 'InfluxDB token: nothing was done, the inputs need mending',
                items: errors.map(({ input, message }) => `${input}: ${message}`),
            },
        ],
    };
}
function explain(error) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unexpected-error', `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeDefect */ .Zm)(error)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`);
}
function stackOf(error) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo)
        return [];
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ kind: 'debug', text: stack }];
}
function annotations(failures, what) {
    const annotated = failures
        .slice(0, MAX_ANNOTATED)
        .map(({ code, message, detail }) => ({ kind: 'error', code, text: message, detail }));
    const rest = failures.slice(MAX_ANNOTATED);
    if (rest.length === 0)
        return annotated;
    return [
        ...annotated,
        { kind: 'error', code: 'more', text: `${rest.length} more ${what}: the log shows them below.` },
        ...rest.map(({ title, message }) => ({ kind: 'info', text: `${title}: ${message}` })),
    ];
}


/***/ }),

/***/ 6489:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DEDICATED_API),
/* harmony export */   d: () => (/* binding */ readConnection)
/* harmony export */ });
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3175);
/* harmony import */ var _management_api_endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7716);
/* harmony import */ var _tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3959);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9616);
/* harmony import */ var _fields_scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5265);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7833);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9881);







const DEDICATED_API = 'https://console.influxdata.com';
const REQUEST_TIMEOUT = {
    input: 'request-timeout',
    min: 1,
    max: 3600,
    rule: 'one try of one request takes from 1s to 1h',
};
function readConnection(sources, errors) {
    const product = readProduct((0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'product', 'product'), errors);
    const ids = readIds(sources, product === 'dedicated', errors);
    const { inputs } = sources;
    return {
        ...(product === 'clustered' ? readClustered(sources, ids, errors) : readDedicated(sources, ids, errors)),
        ...(0,_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .readCredentials */ .L1)(sources, errors),
        retryPolicy: {
            timeoutMs: (0,_fields_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .readDuration */ .$7)(inputs, REQUEST_TIMEOUT, errors),
            retries: (0,_fields_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .readCount */ ._0)(inputs, { input: 'retries', max: 99 }, errors),
        },
    };
}
function readProduct(product, errors) {
    const { text } = product;
    if (product.profileUnreadable)
        return undefined;
    if (text === '' || text === 'dedicated')
        return 'dedicated';
    if (text === 'clustered')
        return 'clustered';
    const meant = product.from ? undefined : (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .qb)(text, ['dedicated', 'clustered']);
    (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(product, `${(0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`, errors);
    return undefined;
}
function readIds(sources, required, errors) {
    return {
        accountId: readId((0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'account-id', 'account_id'), required, errors),
        clusterId: readId((0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'cluster-id', 'cluster_id'), required, errors),
    };
}
function readDedicated(sources, { accountId = '', clusterId = '' }, errors) {
    const apiUrl = readBaseUrl((0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'api-url'), errors) ?? DEDICATED_API;
    return {
        endpoints: (0,_management_api_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateEndpoints */ .I)({ product: 'dedicated', apiUrl, accountId, clusterId }),
        clusterUrl: readClusterUrl((0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'cluster-url', 'host'), errors) ??
            `https://${clusterId}.a.influxdb.io`,
    };
}
function readClustered(sources, ids, errors) {
    const api = (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'api-url', 'host');
    const cluster = (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .settingOf */ .y7)(sources, 'cluster-url', 'host');
    if (api.text === '' && cluster.text === '') {
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(api, 'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.', errors);
    }
    const clusterUrl = readClusterUrl(cluster, errors);
    const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, errors);
    return {
        endpoints: (0,_management_api_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateEndpoints */ .I)({ product: 'clustered', apiUrl: apiUrl ?? clusterUrl ?? '', ...ids }),
        clusterUrl: clusterUrl ?? apiUrl ?? '',
    };
}
function readId(id, required, errors) {
    const { text } = id;
    if (text === '') {
        if (required) {
            (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(id, 'is required for Cloud Dedicated: the UUID that `influxctl` and the console show.', errors);
        }
        return undefined;
    }
    if (!(0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isUuid */ .O1)(text)) {
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(id, `${(0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(id)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`, errors);
    }
    return text;
}
function readBaseUrl(setting, errors) {
    const { text } = setting;
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const value = text.includes('@') ? 'this' : (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(setting);
    if (!url || !/^https?:$/.test(url.protocol)) {
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(setting, `${value} is not a URL like https://cluster.example.com.`, errors);
        return undefined;
    }
    if (url.username !== '' || url.password !== '') {
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(setting, 'holds a user name or password: give the address alone.', errors);
    }
    else if (!(0,_base_url_js__WEBPACK_IMPORTED_MODULE_6__/* .isTrustworthy */ .G)(url)) {
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(setting, `${value} would send credentials in the clear: use https: (http: only for a loopback host).`, errors);
    }
    else if (url.search !== '' || url.hash !== '') {
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(setting, `${value} has a query or fragment: give the base URL alone.`, errors);
    }
    return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}
const DATA_PLANE_PATH = /\/(?:api\/v2(?:\/.*)?|query|write)$/;
function readClusterUrl(setting, errors) {
    const base = readBaseUrl(setting, errors);
    if (base === undefined)
        return undefined;
    const { origin, pathname } = new URL(base);
    const path = pathname.replace(DATA_PLANE_PATH, '');
    if (path !== pathname) {
        const value = setting.text.includes('@') ? 'this' : (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(setting);
        (0,_setting_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(setting, `${value} ends in a path of the API, and the action adds that itself. Set it to \`${origin}${path}\`.`, errors);
    }
    return base;
}


/***/ }),

/***/ 7833:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Wr: () => (/* binding */ credentialsIn),
  L1: () => (/* binding */ readCredentials),
  lF: () => (/* binding */ readGithubToken)
});

// UNUSED EXPORTS: credentialProblem

// EXTERNAL MODULE: ./build/src/base/secret.js
var secret = __nccwpck_require__(9652);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __nccwpck_require__(6845);
;// CONCATENATED MODULE: ./build/src/request/connection/certificates.js

const BEGIN = '-----BEGIN';
const BEGIN_IN_BASE64 = 'LS0tLS1CRUdJTi';
const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
function readCertificates(given, readFile) {
    if (given.includes(BEGIN))
        return parseCertificates(given);
    if (given.startsWith(BEGIN_IN_BASE64)) {
        return { ok: false, message: 'is PEM text encoded as base64. Decode it, and set the PEM text itself.' };
    }
    try {
        return parseCertificates(readFile(given));
    }
    catch (error) {
        return {
            ok: false,
            message: `is not PEM text, so it was read as a path. ${(0,text_file/* whyUnreadable */._)(error, given)}`,
        };
    }
}
function parseCertificates(pem) {
    const refuse = (message) => ({ ok: false, message });
    if (pem.includes('PRIVATE KEY-----')) {
        return refuse('contains a private key. Set only certificates, and treat the key as leaked.');
    }
    if (pem.includes('-----\\n')) {
        return refuse('contains `\\n` instead of line breaks. Copy the text of the file with its line breaks.');
    }
    const begun = pem.match(FIRST_LINE) ?? [];
    if (begun.length === 0) {
        return refuse('contains no certificate. PEM text starts with `-----BEGIN CERTIFICATE-----`.');
    }
    const certificates = pem.match(CERTIFICATE) ?? [];
    if (certificates.length < begun.length) {
        return refuse('contains a certificate without its end. Copy the whole text.');
    }
    const unreadable = certificates.find((certificate) => !isReadable(certificate));
    if (unreadable !== undefined)
        return refuse(unreadableBecause(unreadable, certificates.indexOf(unreadable) + 1));
    return { ok: true, certificates };
}
function unreadableBecause(certificate, number) {
    const inner = certificate.replaceAll(/-----[^-]+-----/g, '');
    if (!/[\r\n]/.test(certificate.trim())) {
        return /\s/.test(inner.trim())
            ? 'has spaces instead of line breaks, because `>` joins lines. Use `|` instead.'
            : 'has lost its line breaks. Store the text of the file with its line breaks.';
    }
    if (/^[ \t]+\S/m.test(inner))
        return 'has indented lines. Remove the spaces at the start of each line.';
    return `contains a certificate that cannot be read (number ${number}). Copy the whole text.`;
}
function isReadable(certificate) {
    const { X509Certificate } = process.getBuiltinModule('node:crypto');
    try {
        new X509Certificate(certificate);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __nccwpck_require__(9881);
;// CONCATENATED MODULE: ./build/src/request/connection/credentials.js




function readCredentials(sources, errors) {
    const token = (0,setting/* settingOf */.y7)(sources, 'management-token', 'mgmt_token');
    return {
        credential: { secret: readManagementToken(token, errors), source: (0,setting/* nameOf */.Vb)(token) },
        trusted: readTrusted((0,setting/* settingOf */.y7)(sources, 'ca-certificate', 'tls.ca'), sources.readFile, errors),
    };
}
function credentialsIn({ inputs, profile }) {
    const profiled = typeof profile === 'object' ? profile.values.mgmt_token?.trim() : undefined;
    return [...(0,request_inputs/* secretInputs */._y)(inputs), ...(profiled ? [profiled] : [])];
}
function readManagementToken(token, errors) {
    const text = token.text.trim();
    if (text === '') {
        (0,setting/* missing */.LO)(token, 'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
            'the run was started from a fork or by Dependabot, which get no secrets.', errors);
    }
    const problem = credentialProblem(text);
    if (problem !== undefined)
        (0,setting/* refuse */.TR)(token, problem, errors);
    return new secret/* Secret */.z(text);
}
function readGithubToken(inputs, name, errors) {
    const problem = credentialProblem(inputs[name]);
    if (problem !== undefined)
        errors.add(name, problem);
    return new secret/* Secret */.z(inputs[name]);
}
function readTrusted(given, readFile, errors) {
    if (given.text === '')
        return [];
    const reading = readCertificates(given.text, readFile);
    if (reading.ok)
        return reading.certificates;
    (0,setting/* refuse */.TR)(given, reading.message, errors);
    return [];
}
const ALONE = 'Set it to the token alone.';
function credentialProblem(text) {
    if (/\$\{\{/.test(text)) {
        return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
    }
    if (/^(["'`]).*\1$/s.test(text))
        return `is in quotes, which are not part of a token. ${ALONE}`;
    if (text.startsWith('{'))
        return `begins with \`{\`, so it looks like JSON. ${ALONE}`;
    if (text.startsWith('-----BEGIN')) {
        return 'is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.';
    }
    const scheme = /^(Bearer|Token)\s/i.exec(text)?.[1];
    if (scheme !== undefined)
        return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
    if (/^[A-Z_][A-Z0-9_]*=+[^=]/.test(text))
        return `begins with \`NAME=\`. ${ALONE}`;
    if (/\s/.test(text)) {
        return 'contains white space or a line break. Copy the token again, as one line, and store it once.';
    }
    if (!/^[\x21-\x7e]*$/.test(text)) {
        return 'contains a control character or a character outside ASCII, which no token has. Copy the token again.';
    }
    return undefined;
}


/***/ }),

/***/ 9881:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   tW: () => (/* binding */ readSources),
/* harmony export */   u_: () => (/* binding */ ignoredSettings),
/* harmony export */   y7: () => (/* binding */ settingOf)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3127);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9783);


async function readSources(inputs, readFile, errors) {
    const configuration = inputs['influxctl-config'];
    const name = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .givenOrDefault */ .m0)(inputs, 'influxctl-profile');
    if (configuration !== '') {
        const { readProfile } = await Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(877)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7877));
        const profile = readProfile({ given: configuration, name }, readFile, errors);
        return { inputs, readFile, profile: profile ?? 'unreadable' };
    }
    if (name === 'default')
        return { inputs, readFile, profile: undefined };
    errors.add('influxctl-profile', 'names a profile, but `influxctl-config` is empty: give it the text or the path of a config.toml.');
    return { inputs, readFile, profile: 'unreadable' };
}
function ignoredSettings({ profile }) {
    return typeof profile === 'object' ? profile.ignored : [];
}
function settingOf({ inputs, profile }, input, key) {
    if (inputs[input] !== '' || key === undefined || profile === undefined)
        return { text: inputs[input], input };
    if (profile === 'unreadable')
        return { text: '', input, profileUnreadable: true };
    const text = profile.values[key];
    return text === undefined
        ? { text: '', input, missingHint: ` The profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(profile.name)} has no \`${key}\` either.` }
        : { text, input, from: { profile: profile.name, key } };
}
function shown({ text, from }) {
    return from ? 'its value' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text);
}
function refuse({ input, from }, message, errors) {
    if (from)
        errors.add('influxctl-config', `\`${from.key}\` of profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(from.profile)}: ${message}`);
    else
        errors.add(input, message);
}
function missing({ input, missingHint = '', profileUnreadable }, message, errors) {
    if (!profileUnreadable)
        errors.add(input, `${message}${missingHint}`);
}
function nameOf({ input, from }) {
    return from
        ? `\`${from.key}\` of the profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(from.profile)} in \`influxctl-config\``
        : `the input \`${input}\``;
}


/***/ }),

/***/ 6845:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readTextFile),
/* harmony export */   _: () => (/* binding */ whyUnreadable)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5955);


const MAX_BYTES = 1024 * 1024;
const readTextFile = (path) => {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    if (!found.isFile())
        throw new Error('The path is not a file');
    if (found.size > MAX_BYTES)
        throw new Error('The file is larger than 1 MiB');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
};
function whyUnreadable(error, path) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return path.startsWith('~')
            ? 'There is no such file. (Inputs do not expand `~`. Write the whole path.)'
            : 'There is no such file. (If an earlier step creates it, it must exist until the job ends.)';
    }
    if (code === 'EACCES' || code === 'EPERM')
        return 'This user cannot read the file.';
    if (code !== undefined)
        return `The file cannot be read (${String(code)}).`;
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asSentence */ .KG)(error);
}


/***/ }),

/***/ 5265:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   HP: () => (/* binding */ UP_TO_TEN_YEARS),
/* harmony export */   Kf: () => (/* binding */ readChoice),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   _0: () => (/* binding */ readCount),
/* harmony export */   eI: () => (/* binding */ readActivationTimeout)
/* harmony export */ });
/* unused harmony export parseBoolean */
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3127);
/* harmony import */ var _tokens_databases_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3959);
/* harmony import */ var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5301);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9783);




function readBoolean(inputs, name, errors) {
    return parseBoolean((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .givenOrDefault */ .m0)(inputs, name), name, errors);
}
function parseBoolean(text, name, errors) {
    const typed = text.toLowerCase();
    if (typed === 'true')
        return true;
    if (typed !== 'false')
        errors.add(name, notABoolean(text));
    return false;
}
const SWITCHES = {
    yes: 'true',
    y: 'true',
    on: 'true',
    t: 'true',
    '1': 'true',
    enabled: 'true',
    no: 'false',
    n: 'false',
    off: 'false',
    f: 'false',
    '0': 'false',
    disabled: 'false',
};
function notABoolean(text) {
    const typed = text.toLowerCase();
    const meant = Object.hasOwn(SWITCHES, typed) ? SWITCHES[typed] : (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(text, ['true', 'false']);
    return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)} is not \`true\` or \`false\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
}
function readCount(inputs, { input, max }, errors) {
    const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .givenOrDefault */ .m0)(inputs, input);
    const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (count <= max)
        return count;
    errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)} is not a whole number from 0 to ${max}.`);
    return 0;
}
const UP_TO_TEN_YEARS = {
    min: 0,
    max: 10 * 365 * 24 * 3600,
    rule: 'at most ten years',
};
function readDuration(inputs, { input, min, max, rule }, errors) {
    const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .givenOrDefault */ .m0)(inputs, input);
    const seconds = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (seconds === undefined) {
        errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)} is not a duration. ${durationHint(text)}`);
        return 0;
    }
    if (seconds < min || seconds > max) {
        errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)} is out of range: ${rule}.`);
        return 0;
    }
    return seconds * 1000;
}
function durationHint(text) {
    const meant = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestDurations */ .OX)(text).map((suggestion) => `\`${suggestion}\``);
    return meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `${_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DURATION_EXAMPLES */ .rJ}.`;
}
function readChoice(text, choice, errors) {
    const value = choice.values.find((one) => one === text);
    if (value === undefined)
        errors.add(choice.input, wrongChoice(text, choice));
    return value;
}
function wrongChoice(text, { values, synonyms }) {
    const typed = text.toLowerCase();
    const isSynonym = synonyms !== undefined && Object.hasOwn(synonyms, typed);
    const meant = isSynonym ? synonyms[typed] : (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(typed, values);
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)} is not valid.${hint} Use ${values.map((one) => `\`${one}\``).join(', ')}.`;
}
function readActivationTimeout(inputs, errors) {
    const limits = { min: 0, max: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' };
    return readDuration(inputs, { input: 'activation-timeout', ...limits }, errors);
}


/***/ }),

/***/ 4930:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   iz: () => (/* binding */ parseHolder),
/* harmony export */   yc: () => (/* binding */ SECRET_NAME_RULE)
/* harmony export */ });
/* harmony import */ var _tokens_databases_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3959);

const KINDS = ['repo', 'env', 'dependabot', 'org'];
function parseHolder(text, own) {
    const [typed = '', ...rest] = text.split(':');
    const location = rest.length > 0 ? rest.join(':').trim() : undefined;
    switch (typed.trim()) {
        case 'repo':
            return inRepository('repository', location, own) ?? wrongRepository('repo', own);
        case 'dependabot':
            return inRepository('dependabot', location, own) ?? wrongRepository('dependabot', own);
        case 'env':
            return inEnvironment(location ?? '', own) ?? wrongEnvironment(own);
        case 'org':
            return location !== undefined && isOwnerName(location)
                ? { kind: 'organization', owner: location }
                : `does not name an organization. Write \`org:${own.owner} = NAME\`.`;
        default:
            return unknownKind(typed.trim(), location);
    }
}
function inRepository(kind, location, own) {
    const repository = location === undefined ? own : parseRepository(location);
    return repository && { kind, ...repository };
}
function inEnvironment(location, own) {
    const [owner, repo, ...rest] = location.split('/');
    const elsewhere = rest.length > 0;
    const repository = elsewhere ? parseRepository(`${owner}/${repo}`) : own;
    const environment = elsewhere ? rest.join('/') : location;
    return repository && isEnvironmentName(environment)
        ? { kind: 'environment', ...repository, environment }
        : undefined;
}
function wrongRepository(kind, { owner, repo }) {
    return (`does not name a repository. Write \`${kind} = NAME\` for this repository (${owner}/${repo}), or ` +
        `\`${kind}:OWNER/REPO = NAME\`.`);
}
function wrongEnvironment({ owner, repo }) {
    return (`does not name an environment. Write \`env:ENVIRONMENT = NAME\` for an environment of this repository ` +
        `(${owner}/${repo}), or \`env:OWNER/REPO/ENVIRONMENT = NAME\`. An \`env:\` with two or more slashes is always read as OWNER/REPO/ENVIRONMENT.`);
}
function unknownKind(typed, location) {
    const meant = KINDS.find((kind) => typed.toLowerCase().startsWith(kind)) ?? (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(typed, KINDS);
    const hint = meant && ` Did you mean \`${meant}${location === undefined ? '' : `:${location}`} = NAME\`?`;
    return `does not say where the secret is.${hint ?? ''} Use \`repo\`, \`env:ENVIRONMENT\`, \`dependabot\`, or \`org:OWNER\`.`;
}
const SECRET_NAME_RULE = 'Use letters, digits, and `_`, without a leading digit or `GITHUB_`';
function isSecretName(text) {
    return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}
function isOwnerName(text) {
    return /^(?!\.{1,2}$)[\w.-]+$/.test(text);
}
function parseRepository(text) {
    const [owner, repo, ...more] = text.split('/');
    if (owner === undefined || repo === undefined || more.length > 0)
        return undefined;
    return isOwnerName(owner) && isOwnerName(repo) ? { owner, repo } : undefined;
}
function isEnvironmentName(text) {
    return !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(text);
}


/***/ }),

/***/ 9783:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   _y: () => (/* binding */ secretInputs),
/* harmony export */   m0: () => (/* binding */ givenOrDefault),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   oI: () => (/* binding */ inapplicableInputs)
/* harmony export */ });
/* harmony import */ var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5301);

const INPUTS = {
    operation: { default: 'create', usedBy: 'all' },
    'management-token': { usedBy: 'all', secret: true },
    'account-id': { usedBy: 'all' },
    'cluster-id': { usedBy: 'all' },
    product: { usedBy: 'all' },
    'api-url': { usedBy: 'all' },
    'cluster-url': { usedBy: 'all' },
    'ca-certificate': { usedBy: 'all' },
    'influxctl-config': { usedBy: 'all' },
    'influxctl-profile': { default: 'default', usedBy: 'all' },
    'request-timeout': { default: '30s', usedBy: 'all' },
    retries: { default: '4', usedBy: 'all' },
    databases: { usedBy: ['create', 'update', 'rotate', 'list'] },
    permissions: { usedBy: ['create', 'update', 'rotate'] },
    'check-databases': { default: 'true', usedBy: ['create', 'update', 'rotate'] },
    'expires-at': { usedBy: ['create', 'rotate'] },
    description: { usedBy: ['create', 'update', 'rotate'] },
    'description-pattern': { usedBy: ['list', 'cleanup'] },
    'token-id': { usedBy: ['get', 'update', 'revoke', 'rotate', 'restore'] },
    'skip-token-revoke': { default: 'false', usedBy: ['create'] },
    'fail-on-revoke-error': { default: 'false', usedBy: ['create'] },
    'activation-timeout': { default: '5m', usedBy: ['create', 'rotate'] },
    'store-in': { usedBy: ['rotate'] },
    'store-token': { usedBy: ['rotate'], secret: true },
    'renew-before': { usedBy: ['rotate'] },
    'grace-period': { default: '24h', usedBy: ['rotate'] },
    quarantine: { default: '0', usedBy: ['rotate', 'cleanup'] },
    'github-token': { runnerExpression: 'github.token', usedBy: ['rotate', 'cleanup'], secret: true },
    status: { default: 'active', usedBy: ['list'] },
    kinds: { usedBy: ['list'] },
    'expires-within': { usedBy: ['list'] },
    'fail-on-match': { default: 'false', usedBy: ['list'] },
    scope: { implicitDefault: 'repository', usedBy: ['list', 'cleanup'] },
    'max-age': { usedBy: ['cleanup'] },
    'max-revocations': { default: '100', usedBy: ['cleanup'] },
    'dry-run': { default: 'false', usedBy: ['create', 'update', 'revoke', 'rotate', 'cleanup', 'restore'] },
    'job-status': { runnerExpression: 'job.status', usedBy: ['rotate'] },
};
const NAMES = Object.keys(INPUTS);
function readInputs(read) {
    return Object.fromEntries(NAMES.map((name) => [name, read(name)]));
}
function secretInputs(inputs) {
    return NAMES.flatMap((name) => {
        const { secret, runnerExpression } = INPUTS[name];
        const isGiven = runnerExpression === undefined || isUsedBy(name, inputs.operation);
        return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
    });
}
function givenOrDefault(inputs, name) {
    return inputs[name] === '' ? defaultOf(name) : inputs[name];
}
function inapplicableInputs(inputs, operation) {
    return NAMES.filter((name) => INPUTS[name].runnerExpression === undefined)
        .filter((name) => inputs[name] !== '' && !isDefault(name, inputs[name]))
        .filter((name) => !isUsedBy(name, operation))
        .map((name) => ({
        input: name,
        message: operation === 'update' && name === 'expires-at'
            ? 'the API cannot change when a token expires: to extend it, replace it by a new one (`operation: rotate`). Remove it.'
            : `\`operation: ${operation}\` does not read it, it belongs to ${listOperations(name)}. Remove it.`,
    }));
}
function isUsedBy(name, operation) {
    const { usedBy } = INPUTS[name];
    return usedBy === 'all' || usedBy.some((one) => one === operation);
}
function defaultOf(name) {
    const declaration = INPUTS[name];
    return declaration.default ?? '';
}
function isDefault(name, given) {
    const { default: declared, implicitDefault } = INPUTS[name];
    if (given === declared || given === implicitDefault)
        return true;
    if (declared === undefined)
        return false;
    if (declared === 'true' || declared === 'false')
        return given.toLowerCase() === declared;
    const duration = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(given);
    return duration !== undefined && duration === (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(declared);
}
function listOperations(name) {
    const { usedBy } = INPUTS[name];
    return usedBy === 'all' ? 'all operations' : usedBy.map((operation) => `\`${operation}\``).join(', ');
}


/***/ }),

/***/ 6547:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readRunContext),
/* harmony export */   s: () => (/* binding */ readActionName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6089);



function readRunContext(env, errors) {
    return {
        server: readServer(env, errors),
        repository: readPart(env, 'GITHUB_REPOSITORY', errors),
        repositoryId: readRepositoryId(env, errors),
        runId: readPart(env, 'GITHUB_RUN_ID', errors),
        runAttempt: env['GITHUB_RUN_ATTEMPT'] ? readPart(env, 'GITHUB_RUN_ATTEMPT', errors) : '1',
        workflow: env['GITHUB_WORKFLOW'] ?? 'workflow',
        job: env['GITHUB_JOB'] ?? 'job',
        otherRunner: otherRunnerIn(env),
        githubApiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
        action: readActionName(env),
    };
}
function readActionName(env) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
    return repository && ref ? `${repository}@${ref}` : 'OWNER/influxdb-token-action@v1';
}
function otherRunnerIn(env) {
    if (env['FORGEJO_ACTIONS'] === 'true')
        return 'Forgejo';
    if (env['GITEA_ACTIONS'] === 'true')
        return 'Gitea';
    return env['ACT'] === 'true' ? 'act' : undefined;
}
const EXAMPLES = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/web',
    GITHUB_REPOSITORY_ID: '4711',
    GITHUB_RUN_ID: '8812345678',
    GITHUB_RUN_ATTEMPT: '1',
};
function readServer(env, errors) {
    const url = env['GITHUB_SERVER_URL'] ?? '';
    const server = URL.canParse(url) ? new URL(url).host.toLowerCase() : '';
    if (!fits('server', server))
        noteWrong('GITHUB_SERVER_URL', url, errors);
    return server;
}
function readRepositoryId(env, errors) {
    if (env['GITHUB_REPOSITORY_ID'])
        return readPart(env, 'GITHUB_REPOSITORY_ID', errors);
    const event = readEventRepositoryId(env['GITHUB_EVENT_PATH']);
    if (event.kind === 'found')
        return event.id;
    errors.add('GITHUB_REPOSITORY_ID', `is not set, and the event file does not replace it: ${event.why}. Set the variable to a number that no other repository ` +
        'of this server has, in the workflow: `env: GITHUB_REPOSITORY_ID: "4711"`. Nothing was sent.');
    return '';
}
const PARTS = {
    GITHUB_REPOSITORY: 'repository',
    GITHUB_REPOSITORY_ID: 'repositoryId',
    GITHUB_RUN_ID: 'runId',
    GITHUB_RUN_ATTEMPT: 'runAttempt',
};
function readPart(env, name, errors) {
    const value = env[name] ?? '';
    if (!fits(PARTS[name], value))
        noteWrong(name, value, errors);
    return value;
}
function fits(part, value) {
    return new RegExp(`^${_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_GRAMMAR */ .z1[part]}$`).test(value);
}
function noteWrong(name, value, errors) {
    const what = value === '' ? 'is not set' : `is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}, which does not fit into a tag`;
    errors.add(name, `${what}. The runner sets this variable, for example to \`${EXAMPLES[name]}\`. In a container or a script of your own, ` +
        'pass it on unchanged: the action marks each token with the run that created it. Nothing was sent.');
}
const MAX_BYTES = 32 * 1024 * 1024;
function readEventRepositoryId(path) {
    if (!path)
        return missing('`GITHUB_EVENT_PATH` is not set');
    let event;
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        if (!file.isFile())
            return missing('`GITHUB_EVENT_PATH` is not a file');
        if (file.size > MAX_BYTES)
            return missing('it is larger than 32 MiB');
        event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch {
        return missing('it cannot be read as JSON');
    }
    const id = asDigits(property(property(event, 'repository'), 'id'));
    return id === undefined ? missing('it has no `repository.id`') : { kind: 'found', id };
}
function asDigits(value) {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return String(value);
    return typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined;
}
function property(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
function missing(why) {
    return { kind: 'missing', why };
}


/***/ }),

/***/ 5326:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ publish),
/* harmony export */   v: () => (/* binding */ publishLines)
/* harmony export */ });
function publish({ outputs, lines = [], sections = [], failure }, runner) {
    try {
        if (outputs)
            runner.outputs(outputs);
    }
    finally {
        publishLines(lines, runner);
        for (const section of sections)
            runner.summary(section);
    }
    if (failure)
        throw failure;
}
function publishLines(lines, runner) {
    for (const line of lines) {
        if ('code' in line)
            runner[line.kind](line.code, line.text, line.detail);
        else
            runner[line.kind](line.text);
    }
}


/***/ }),

/***/ 5609:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   UV: () => (/* binding */ appendToSummary),
/* harmony export */   gw: () => (/* binding */ summaryWritten),
/* harmony export */   jj: () => (/* binding */ writeTemporaryFile),
/* harmony export */   qV: () => (/* binding */ requireOutputs),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   wO: () => (/* binding */ summaryProblem),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2488);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5955);




function writeOutput(name, value) {
    write('GITHUB_OUTPUT', () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH)(name, value));
}
function requireOutputs() {
    try {
        openToAppend('GITHUB_OUTPUT');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('the-runners-files-cannot-be-written', notWritable('GITHUB_OUTPUT', error, 'Nothing was sent.'), {
            cause: error,
        });
    }
}
function summaryProblem() {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return undefined;
    try {
        openToAppend('GITHUB_STEP_SUMMARY');
        return undefined;
    }
    catch (error) {
        return notWritable('GITHUB_STEP_SUMMARY', error, 'The step goes on without a job summary.');
    }
}
function openToAppend(variable) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(fileIn(variable), 'a'));
}
function notWritable(variable, error, now) {
    return `The file in \`${variable}\` cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(error)} ${now} ${writeHint(error)}`;
}
function writeState(name, value) {
    write('GITHUB_STATE', () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ)(name, value));
}
function readState(name) {
    return (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getState */ .Gu)(name);
}
let writing = Promise.resolve();
function appendToSummary(markdown, failed) {
    writing = writing
        .then(async () => {
        fileIn('GITHUB_STEP_SUMMARY');
        const { writeSummary } = await __nccwpck_require__.e(/* import() */ 374).then(__nccwpck_require__.bind(__nccwpck_require__, 3374));
        await writeSummary(markdown);
    })
        .catch(failed);
}
async function summaryWritten() {
    await writing;
}
class NotSet extends Error {
}
class NoFile extends Error {
}
function pathIn(variable) {
    const path = process.env[variable] ?? '';
    if (path === '')
        throw new NotSet(`the variable \`${variable}\` is not set`);
    return path;
}
function writeHint(error) {
    if (error instanceof NotSet) {
        return "GitHub's runner sets it for each step. Run the action as a step of a job, and do not change the variable.";
    }
    if (error instanceof NoFile) {
        return 'The runner creates it for each step. In a container, mount the folder of its files at the same path.';
    }
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EPERM') {
        const user = process.getuid === undefined ? '' : ` (ID ${process.getuid()})`;
        return (`The user of this step${user} is not allowed to write there. In a job container, use the user that owns the ` +
            "runner's files: `container: options: --user root`.");
    }
    if (code === 'EROFS') {
        return "The file system is read-only. Mount the folder of the runner's files so that this step can write there.";
    }
    if (code === 'EEXIST')
        return 'A file of this name exists already. Run the job again.';
    return 'Check the disk of the runner.';
}
function write(variable, toolkit) {
    try {
        appendWhole(fileIn(variable), toolkit);
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('the-runners-files-cannot-be-written', notWritable(variable, error, 'If the step has created a token and not delivered it, the post step revokes it.'), { cause: error });
    }
}
function fileIn(variable) {
    const path = pathIn(variable);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile())
        throw new NoFile(`there is no file at ${path}`);
    return path;
}
function appendWhole(path, append) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    try {
        append();
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, size);
        throw error;
    }
}
const OWNER_ONLY = 0o600;
function writeTemporaryFile(name, text) {
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(pathIn('RUNNER_TEMP'), name);
        writeNewFile(path, text);
        return path;
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('no-file-written', `A file in \`RUNNER_TEMP\` cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(error)} ${writeHint(error)}`, { cause: error });
    }
}
function writeNewFile(path, text) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', OWNER_ONLY);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
        throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 7222:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c4: () => (/* binding */ STATE),
  Aq: () => (/* binding */ actionsRunner),
  R5: () => (/* binding */ readInput)
});

// UNUSED EXPORTS: OUTPUTS

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
// EXTERNAL MODULE: ./build/src/base/error-codes.js
var error_codes = __nccwpck_require__(8455);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __nccwpck_require__(5955);
// EXTERNAL MODULE: ./build/src/runner/runner-files.js
var runner_files = __nccwpck_require__(5609);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(2986);
;// CONCATENATED MODULE: ./build/src/runner/summary.js


const MAX_TABLE_BYTES = 900_000;
const MAX_LIST_BYTES = 100_000;
const MAX_CELL_LENGTH = 300;
const MAX_FACT_LENGTH = 10_000;
function renderSection(section, safe) {
    const heading = [`### ${section.title}`, ''];
    if ('items' in section)
        return lines(heading, list(section.items, safe));
    if ('code' in section)
        return lines(heading, codeBlock(section.code.map(safe)));
    if ('bars' in section)
        return lines(heading, renderTimeline(section.bars, safe));
    if ('facts' in section) {
        const rows = section.facts.map(([name, value]) => `| ${name} | ${cell(value, MAX_FACT_LENGTH, safe)} |`);
        return lines(heading, ['| | |', '|---|---|', ...rows]);
    }
    return lines(heading, table(section, safe));
}
function lines(...parts) {
    return [...parts.flat(), ''].join('\n');
}
function codeBlock(code) {
    const fences = [...code.join('\n').matchAll(/`{3,}/g)].map(([{ length }]) => length);
    const fence = '`'.repeat(1 + Math.max(2, ...fences));
    return [`${fence}yaml`, ...code, fence];
}
function list(items, safe) {
    const { written, left } = fitting(items, (item) => `- ${(0,sanitize/* escapeMarkdown */.F)((0,base_text/* shorten */.ml)(safe(item), MAX_FACT_LENGTH))}`, MAX_LIST_BYTES);
    return left === 0 ? written : [...written, '', `${tooMany(left)} The log holds all.`];
}
function table({ head, rows, more = '' }, safe) {
    const cells = new Map();
    const cellOf = (text) => {
        const written = cells.get(text) ?? cell(text, MAX_CELL_LENGTH, safe);
        cells.set(text, written);
        return written;
    };
    const { written, left } = fitting(rows, (row) => `| ${row.map(cellOf).join(' | ')} |`, MAX_TABLE_BYTES);
    return [
        `| ${head.join(' | ')} |`,
        `|${'---|'.repeat(head.length)}`,
        ...written,
        ...(left === 0 ? [] : ['', `${tooMany(left)} ${more}`.trim()]),
    ];
}
function cell(text, longest, safe) {
    return (0,sanitize/* escapeMarkdown */.F)((0,base_text/* shorten */.ml)(safe((0,base_text/* markServerText */.k3)(text)), longest));
}
function fitting(items, write, max) {
    const written = [];
    let bytes = 0;
    for (const item of items) {
        const line = write(item);
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > max)
            break;
        written.push(line);
    }
    return { written, left: items.length - written.length };
}
function tooMany(left) {
    return `And ${(0,base_text/* formatCount */.B4)(left)} more, too many for a summary.`;
}
const NOT_PLAIN = /[^\p{L}\p{N}._/-]+/gu;
const MAX_LABEL_LENGTH = 40;
function renderTimeline(bars, safe) {
    const tasks = bars.map(({ label, from, to }, index) => {
        const shown = (0,base_text/* shorten */.ml)(safe((0,base_text/* markServerText */.k3)(label)), MAX_LABEL_LENGTH)
            .replaceAll(NOT_PLAIN, ' ')
            .trim();
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
function chartTime(instant) {
    return new Date(instant).toISOString().slice(0, 19);
}

;// CONCATENATED MODULE: ./build/src/runner/runner.js





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
    'suspended-token-ids',
    'failed-token-ids',
    'restored-token-ids',
]));
const STATE = 'ledger';
function actionsRunner(secrets) {
    const safe = (text) => secrets.safeText(text);
    const annotateBy = (annotate) => (code, message, detail) => annotate(safe(`${(0,errors/* asSentence */.KG)(message)} See ${sectionUrl(code)}`), {
        title: safe((0,error_codes/* titleOf */.Gg)(code, detail)),
    });
    return {
        info: (line) => (0,core/* info */.pq)(safe(line)),
        debug: (line) => (0,core/* debug */.Yz)(safe(line)),
        notice: annotateBy(core/* notice */.lm),
        warning: annotateBy(core/* warning */.$e),
        error: annotateBy(core/* error */.z3),
        outputs: (outputs) => {
            for (const [name, value] of Object.entries(outputs))
                (0,runner_files/* writeOutput */.zh)(name, value);
        },
        token: (secret) => (0,runner_files/* writeOutput */.zh)('token', secret.reveal()),
        writeFile: runner_files/* writeTemporaryFile */.jj,
        saveState: (state) => (0,runner_files/* writeState */.Jq)(STATE, state),
        summary: (section) => {
            (0,runner_files/* appendToSummary */.UV)(`${renderSection(section, safe)}\n`, (error) => {
                (0,core/* debug */.Yz)(safe(`The summary could not be written: ${(0,errors/* asSentence */.KG)(error)}`));
            });
        },
    };
}
function readInput(name) {
    return (0,core/* getInput */.V4)(name);
}
function sectionUrl(code) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    const server = process.env['GITHUB_SERVER_URL'] || 'https://github.com';
    const root = repository && ref ? `${server}/${repository}/blob/${ref}/` : '';
    return `${root}docs/troubleshooting.md#${(0,error_codes/* anchorOf */.dI)(code)}`;
}


/***/ }),

/***/ 2986:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeMarkdown),
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LEADING_COMMAND = /^(\s*):(?=:)/;
const PRINTABLE_ASCII = /^[ -~]*$/;
function plainText(text) {
    return oneLine(text).replaceAll('##[', '# #[').replace(LEADING_COMMAND, '$1: ');
}
function oneLine(text) {
    if (PRINTABLE_ASCII.test(text))
        return text;
    return text
        .toWellFormed()
        .replaceAll(LINE_BREAKS_AND_TABS, ' ')
        .replaceAll(CONTROL, '')
        .replaceAll(INVISIBLE, '');
}
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;
function escapeMarkdown(text) {
    return plainText(text)
        .replaceAll(SPECIAL, (special) => /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`)
        .replace(LIST_MARKER, (...[, blank, bullet, number]) => bullet === undefined ? `${blank}${number}\\.` : `${blank}\\${bullet}`);
}


/***/ }),

/***/ 827:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ Secrets),
  B: () => (/* binding */ maskCredentials)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
;// CONCATENATED MODULE: ./build/src/runner/credential-overlap.js
const FRAGMENT_LENGTH = 10;
const MAX_DECODINGS = 8;
const PUBLIC_BEGINNING = /^(?:github_pat_|gh[a-z]_(?:\d+_)?|apiv\d+_|M\.V1\.)?(?:eyJ[\w-]+\.(?=[\w-]+\.[\w-]))?/;
const SEPARATORS = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;
function credentialFragments(credential) {
    return fragmentsOf(withoutSeparators(credential).replace(PUBLIC_BEGINNING, ''));
}
function repeatsCredential(text, fragments) {
    if (fragments.size === 0)
        return false;
    let layer = withoutSeparators(text);
    for (let decodings = 0; decodings <= MAX_DECODINGS; decodings++) {
        if (fragmentsOf(layer).some((fragment) => fragments.has(fragment)))
            return true;
        const decoded = withoutSeparators(decodeEscapes(layer));
        if (decoded === layer)
            return false;
        layer = decoded;
    }
    return true;
}
function fragmentsOf(text) {
    const count = Math.max(0, text.length - FRAGMENT_LENGTH + 1);
    return Array.from({ length: count }, (_, start) => text.slice(start, start + FRAGMENT_LENGTH));
}
function withoutSeparators(text) {
    return text.replaceAll(SEPARATORS, '');
}
const ENTITIES = {
    excl: '!',
    quot: '"',
    num: '#',
    dollar: '$',
    percnt: '%',
    amp: '&',
    apos: "'",
    lpar: '(',
    rpar: ')',
    ast: '*',
    midast: '*',
    plus: '+',
    comma: ',',
    period: '.',
    sol: '/',
    colon: ':',
    semi: ';',
    lt: '<',
    equals: '=',
    gt: '>',
    quest: '?',
    commat: '@',
    lsqb: '[',
    lbrack: '[',
    bsol: '\\',
    rsqb: ']',
    rbrack: ']',
    hat: '^',
    lowbar: '_',
    underbar: '_',
    grave: '`',
    diacriticalgrave: '`',
    lcub: '{',
    lbrace: '{',
    verbar: '|',
    vert: '|',
    verticalline: '|',
    rcub: '}',
    rbrace: '}',
};
const ESCAPE = new RegExp([
    '&#x0*(?<hex>[\\da-f]{1,6});?',
    '&#0*(?<decimal>\\d{1,7});?',
    `&(?<entity>${Object.keys(ENTITIES).join('|')});?`,
    '(?<percent>(?:%[\\da-f]{2})+)',
    '\\\\u\\{0*(?<braced>[\\da-f]{1,6})\\}',
    '\\\\u(?<unit>[\\da-f]{4})',
    '\\\\x(?<byte>[\\da-f]{2})',
    '\\\\(?<control>[bfnrtv0])',
    '\\\\(?<char>[^a-z\\d])',
].join('|'), 'gi');
function decodeEscapes(text) {
    return text.replaceAll(ESCAPE, (written, ...rest) => {
        const { hex, decimal, entity, percent, braced, unit, byte, control, char } = rest.at(-1);
        if (entity !== undefined)
            return ENTITIES[entity.toLowerCase()] ?? written;
        if (percent !== undefined)
            return Buffer.from(percent.replaceAll('%', ''), 'hex').toString('utf8');
        if (control !== undefined)
            return ' ';
        if (char !== undefined)
            return char;
        if (decimal !== undefined)
            return character(Number(decimal), written);
        return character(Number.parseInt(hex ?? braced ?? unit ?? byte ?? '', 16), written);
    });
}
function character(code, written) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

;// CONCATENATED MODULE: ./build/src/runner/masking.js
const MIN_FORM_LENGTH = 4;
const BLOCK_LENGTH = 16;
function maskingForms(secret) {
    const lines = secret
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter(isMaskable);
    const forms = lines.flatMap((line) => [line, ...urlEncodedForms(line), ...base64Forms(line)]);
    return [...new Set(forms)].filter(isMaskable);
}
function isMaskable(form) {
    return form.length >= MIN_FORM_LENGTH;
}
function urlEncodedForms(secret) {
    const component = encodeURIComponent(secret.toWellFormed());
    const unreservedOnly = component.replaceAll(/[!'()*]/g, percentEncoded);
    const query = component.replaceAll(/[!'()~]/g, percentEncoded).replaceAll('%20', '+');
    return [component, unreservedOnly, query]
        .flatMap((form) => [form, form.replaceAll('%2F', '/')])
        .flatMap((form) => [form, form.replaceAll('%3D', '=')])
        .flatMap((form) => [form, form.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase())]);
}
function percentEncoded(char) {
    return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
function base64Forms(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    return [0, 1, 2]
        .flatMap((alignment) => {
        const { core, firstGroup } = base64Core(bytes, alignment);
        return [core, ...blocksOf(core.slice(firstGroup))];
    })
        .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function base64Core(bytes, alignment) {
    const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
    const start = Math.ceil((alignment * 8) / 6);
    const end = Math.floor(((alignment + bytes.length) * 8) / 6);
    return { core: encoded.slice(start, end), firstGroup: (4 - start) % 4 };
}
function blocksOf(groups) {
    const count = Math.floor(groups.length / BLOCK_LENGTH);
    return Array.from({ length: count }, (_, block) => groups.slice(block * BLOCK_LENGTH, (block + 1) * BLOCK_LENGTH));
}

// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(2986);
// EXTERNAL MODULE: ./build/src/runner/stdout.js
var stdout = __nccwpck_require__(7266);
;// CONCATENATED MODULE: ./build/src/runner/secrets.js






const START_LENGTH = 4;
const WITHHELD = "[the server's text is withheld: it repeats part of a credential]";
class Secrets {
    #forms = new Map();
    #starts;
    #fragments = new Set();
    mask(secret) {
        const forms = maskingForms(secret).filter((form) => !this.#formsLike(form, 0).has(form));
        if (forms.length === 0)
            return;
        for (const form of forms) {
            this.#forms.set(form.slice(0, START_LENGTH), this.#formsLike(form, 0).add(form));
        }
        this.#starts = new RegExp(`(?=${[...this.#forms.keys()].map(escaped).join('|')})`, 'g');
        for (const fragment of credentialFragments(secret))
            this.#fragments.add(fragment);
        for (const form of forms)
            (0,core/* setSecret */.Pq)(form);
        (0,stdout/* requireStdout */.z_)();
    }
    safeText(text) {
        const checked = (0,base_text/* replaceServerTexts */.mm)(text, (serverText) => repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText);
        return this.redact((0,sanitize/* plainText */.w)(this.redact(checked)));
    }
    redact(text) {
        if (this.#starts === undefined)
            return text;
        let redacted = '';
        let hiddenUpTo = -1;
        for (const { index: at } of text.matchAll(this.#starts)) {
            const length = this.#longestFormAt(text, at);
            if (length === 0)
                continue;
            if (at > hiddenUpTo)
                redacted += `${text.slice(Math.max(hiddenUpTo, 0), at)}***`;
            hiddenUpTo = Math.max(hiddenUpTo, at + length);
        }
        return redacted + text.slice(Math.max(hiddenUpTo, 0));
    }
    #longestFormAt(text, at) {
        let longest = 0;
        for (const form of this.#formsLike(text, at)) {
            if (form.length > longest && text.startsWith(form, at))
                longest = form.length;
        }
        return longest;
    }
    #formsLike(text, at) {
        return this.#forms.get(text.slice(at, at + START_LENGTH)) ?? new Set();
    }
}
function escaped(text) {
    return text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function maskCredentials(secrets, given, env) {
    for (const credential of [...given, ...proxyPasswords(env)])
        secrets.mask(credential);
}
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


/***/ }),

/***/ 7266:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TV: () => (/* binding */ stdoutWritten),
/* harmony export */   WI: () => (/* binding */ blockOnStdout),
/* harmony export */   z_: () => (/* binding */ requireStdout)
/* harmony export */ });
function blockOnStdout() {
    process.stdout._handle?.setBlocking?.(true);
    process.stdout.on('error', () => { });
}
function requireStdout() {
    if (process.stdout.errored)
        throw process.stdout.errored;
}
function stdoutWritten() {
    return new Promise((resolve, reject) => {
        process.stdout.write('', (error) => (error ? reject(error) : resolve()));
    });
}


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ unknownDatabases),
/* harmony export */   Pj: () => (/* binding */ DATABASE_NAME_RULE),
/* harmony export */   ZZ: () => (/* binding */ mustKnowDatabases),
/* harmony export */   lH: () => (/* binding */ isDatabaseName),
/* harmony export */   qb: () => (/* binding */ nearestName),
/* harmony export */   tF: () => (/* binding */ refusedDatabases)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8673);


const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
const DATABASE_NAME_RULE = 'Use 1 to 64 of `A-Z a-z 0-9 _ - /`, without a leading `_`; `*` means all databases';
function isDatabaseName(text) {
    return text === _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_DATABASE */ .fY || NAME.test(text);
}
function unknownDatabases(permissions, existing) {
    const known = new Set([...existing, _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_DATABASE */ .fY]);
    return [...new Set(permissions.map((permission) => permission.resource))].filter((name) => !known.has(name));
}
function mustKnowDatabases({ permissions, checkDatabases }) {
    return checkDatabases && unknownDatabases(permissions, []).length > 0;
}
function refusedDatabases({ permissions, checkDatabases }, existing) {
    if (!checkDatabases)
        return [];
    return unknownDatabases(permissions, existing).map((name) => ({
        name,
        nearest: nearestName(name, existing),
    }));
}
function nearestName(typed, existing) {
    const measured = existing
        .map((name) => ({ name, away: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(typed.toLowerCase(), name.toLowerCase()) }))
        .sort((one, other) => one.away - other.away);
    const nearest = measured[0];
    const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
    return nearest && nearest.away <= tolerated ? nearest.name : undefined;
}


/***/ }),

/***/ 5336:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ wholeSeconds),
/* harmony export */   OI: () => (/* binding */ withinCalendar),
/* harmony export */   T_: () => (/* binding */ parseServerDate),
/* harmony export */   nV: () => (/* binding */ parseInstant),
/* harmony export */   r4: () => (/* binding */ formatInstant),
/* harmony export */   sK: () => (/* binding */ formatSecond),
/* harmony export */   tu: () => (/* binding */ formatServerDate)
/* harmony export */ });
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/;
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
function parseInstant(text) {
    const match = RFC3339.exec(text);
    if (!match)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    const [offsetHours, offsetMinutes] = [Number(match[10] ?? 0), Number(match[11] ?? 0)];
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
function withinCalendar(instant) {
    return instant <= END_OF_CALENDAR ? instant : undefined;
}
function formatInstant(instant) {
    const text = new Date(instant).toISOString();
    return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}
function formatSecond(instant) {
    return formatInstant(Math.ceil(instant / 1000) * 1000);
}
function parseServerDate(value) {
    if (value === undefined || value === null || value === '')
        return 'unset';
    if (typeof value !== 'string')
        return 'unreadable';
    const instant = parseInstant(value);
    if (instant === undefined)
        return 'unreadable';
    return instant <= 0 ? 'unset' : instant;
}
function wholeSeconds(instant) {
    return Math.floor(instant / 1000) * 1000;
}
function formatServerDate(date) {
    if (typeof date === 'number')
        return formatInstant(date);
    return date === 'unset' ? undefined : date;
}


/***/ }),

/***/ 5301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   OX: () => (/* binding */ suggestDurations),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   rJ: () => (/* binding */ DURATION_EXAMPLES)
/* harmony export */ });
const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h`, or `0`';
function parseDuration(text) {
    if (/^0+$/.test(text))
        return 0;
    const match = GRAMMAR.exec(text);
    if (!match || text === '')
        return undefined;
    const seconds = Object.values(UNITS).reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
    return seconds <= MAX_SECONDS ? seconds : undefined;
}
const MAX_SECONDS = 10_000 * 366 * UNITS.d;
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
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;
const MONTH_S = 30 * DAY_S;
const YEAR_S = 365 * DAY_S;
const SPELLED_UNITS = {
    ...spellings(1, 's', 'sec', 'secs', 'second', 'seconds'),
    ...spellings(MINUTE_S, 'm', 'min', 'mins', 'minute', 'minutes'),
    ...spellings(HOUR_S, 'h', 'hr', 'hrs', 'hour', 'hours'),
    ...spellings(DAY_S, 'd', 'day', 'days'),
    ...spellings(WEEK_S, 'w', 'wk', 'wks', 'week', 'weeks'),
    ...spellings(MONTH_S, 'mo', 'mon', 'mth', 'month', 'months'),
    ...spellings(YEAR_S, 'y', 'yr', 'yrs', 'year', 'years'),
};
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [YEAR_S, MONTH_S, WEEK_S, DAY_S, HOUR_S, MINUTE_S, 1];
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;
const MAX_TYPED_LENGTH = 60;
function suggestDurations(text) {
    const typed = text.trim().toLowerCase();
    if (typed.length > MAX_TYPED_LENGTH)
        return [];
    const seconds = secondsIn(typed);
    const candidates = /^\d+$/.test(typed)
        ? ['s', 'm', 'h', 'd'].map((unit) => `${Number(typed)}${unit}`)
        : seconds === undefined
            ? []
            : [formatDuration(seconds)];
    return candidates.filter((candidate) => (parseDuration(candidate) ?? 0) > 0);
}
function secondsIn(typed) {
    const iso = ISO_8601.exec(typed);
    if (iso)
        return ISO_UNITS_S.reduce((sum, unit, index) => sum + Number(iso[index + 1] ?? 0) * unit, 0);
    const parts = [...typed.matchAll(PART)];
    const isWhole = parts.length > 0 && /^(?:[\s,]|and)*$/.test(typed.replaceAll(PART, ''));
    if (!isWhole || parts.some(([, , unit = '']) => !Object.hasOwn(SPELLED_UNITS, unit)))
        return undefined;
    return parts.reduce((sum, [, count = '', unit = '']) => sum + Math.round(Number(count.replace(',', '.')) * (SPELLED_UNITS[unit] ?? 0)), 0);
}
function spellings(seconds, ...words) {
    return Object.fromEntries(words.map((word) => [word, seconds]));
}


/***/ }),

/***/ 3521:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ LISTED_KINDS),
/* harmony export */   Xt: () => (/* binding */ unreadableExpiries),
/* harmony export */   _y: () => (/* binding */ formatTokens),
/* harmony export */   dh: () => (/* binding */ listTokens),
/* harmony export */   iI: () => (/* binding */ nextToExpireFirst),
/* harmony export */   ll: () => (/* binding */ newestFirst)
/* harmony export */ });
/* unused harmony export isWithin */
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8673);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6089);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9616);




const LISTED_KINDS = ['job', 'kept', 'pending', 'current', 'untagged'];
function listTokens(tokens, filter, now) {
    return tokens
        .map((token) => examine(token, now))
        .filter((token) => selects(filter, token, now))
        .sort(newestFirst);
}
function unreadableExpiries(tokens, { expiresWithinMs, ...others }, now) {
    if (expiresWithinMs === undefined)
        return [];
    return listTokens(tokens, others, now).filter(({ expiresAt }) => expiresAt === 'unreadable');
}
function isWithin(scope, tag) {
    switch (scope.kind) {
        case 'cluster':
            return true;
        case 'repository':
            return tag !== undefined && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(tag, scope);
        case 'organization':
            return (tag?.server === scope.server &&
                tag.repository.split('/')[0]?.toLowerCase() === scope.owner.toLowerCase());
    }
}
function newestFirst(one, other) {
    return sortable(other.createdAt, 0) - sortable(one.createdAt, 0) || compareTexts(one.id, other.id);
}
function nextToExpireFirst(one, other) {
    const never = Number.MAX_SAFE_INTEGER;
    return sortable(one.expiresAt, never) - sortable(other.expiresAt, never) || compareTexts(one.id, other.id);
}
function formatTokens(tokens, more = () => ({})) {
    return JSON.stringify(tokens.map((token) => ({
        id: token.id,
        description: token.description,
        permissions: token.permissions,
        createdAt: (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.createdAt) ?? null,
        expiresAt: (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.expiresAt) ?? null,
        revokedAt: (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.revokedAt) ?? null,
        plainDescription: token.plainDescription,
        kind: token.tag?.kind ?? null,
        server: token.tag?.server ?? null,
        repository: token.tag?.repository ?? null,
        runId: token.tag?.runId ?? null,
        status: token.status,
        ...more(token),
    })));
}
function examine(token, now) {
    return {
        ...token,
        plainDescription: (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDescription */ .$Y)(token.description),
        tag: (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagged */ .UB)(token.description)?.tag,
        status: (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenStatus */ .oH)(token, now),
    };
}
function selects(filter, token, now) {
    return ((filter.status === 'all' || token.status === filter.status) &&
        isWithin(filter.scope, token.tag) &&
        grantsOneOf(filter.databases, token) &&
        (filter.kinds?.includes(token.tag?.kind ?? 'untagged') ?? true) &&
        (filter.pattern?.matches(token.plainDescription) ?? true) &&
        (filter.expiresWithinMs === undefined || expiresWithin(filter.expiresWithinMs, token, now)));
}
function grantsOneOf(databases, { permissions }) {
    return (databases.length === 0 ||
        permissions.some(({ resource }) => resource === _permissions_js__WEBPACK_IMPORTED_MODULE_3__/* .ANY_DATABASE */ .fY || databases.includes(resource)));
}
function expiresWithin(limitMs, { expiresAt }, now) {
    return typeof expiresAt === 'number' && expiresAt > now && expiresAt <= now + limitMs;
}
function sortable(date, otherwise) {
    return typeof date === 'number' ? date : otherwise;
}
function compareTexts(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}


/***/ }),

/***/ 8673:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ formatPermissions),
/* harmony export */   GB: () => (/* binding */ permissionChange),
/* harmony export */   Uv: () => (/* binding */ probeTarget),
/* harmony export */   V_: () => (/* binding */ grantsAnyDatabase),
/* harmony export */   fY: () => (/* binding */ ANY_DATABASE),
/* harmony export */   gH: () => (/* binding */ describePermissions),
/* harmony export */   gu: () => (/* binding */ grants),
/* harmony export */   hq: () => (/* binding */ samePermissions),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   pM: () => (/* binding */ mergePermissions),
/* harmony export */   qE: () => (/* binding */ needsDatabaseToProbe)
/* harmony export */ });
const ACTIONS = ['read', 'write'];
const ANY_DATABASE = '*';
function grants(actions, databases) {
    return databases.flatMap((resource) => ACTIONS.filter((action) => actions.includes(action)).map((action) => ({ action, resource })));
}
function mergePermissions(permissions) {
    return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}
function grantsAnyDatabase(permissions) {
    return permissions.some((permission) => permission.resource === ANY_DATABASE);
}
function permissionChange(from, to) {
    return { added: missingIn(from, to), removed: missingIn(to, from) };
}
function samePermissions(one, other) {
    const { added, removed } = permissionChange(one, other);
    return added.length === 0 && removed.length === 0;
}
function missingIn(some, others) {
    const known = new Set(some.map(key));
    return mergePermissions(others).filter((permission) => !known.has(key(permission)));
}
function formatPermissions(permissions) {
    return JSON.stringify(permissions.map(({ action, resource }) => ({ action, resource })));
}
function describePermissions(permissions) {
    if (permissions.length === 0)
        return 'none';
    const byDatabase = new Map();
    for (const { action, resource } of permissions) {
        const held = byDatabase.get(resource);
        byDatabase.set(resource, held === undefined ? `${resource}: ${action}` : `${held}, ${action}`);
    }
    return [...byDatabase.values()].join('; ');
}
function key({ action, resource }) {
    return JSON.stringify([action, resource]);
}
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
function needsDatabaseToProbe(permissions) {
    return permissions.length > 0 && probeTarget(permissions, []) === undefined;
}


/***/ }),

/***/ 16:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Rn: () => (/* binding */ recordIn),
/* harmony export */   bM: () => (/* binding */ formatRecord),
/* harmony export */   wu: () => (/* binding */ unfinishedRecordIn)
/* harmony export */ });
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8673);


const RECORD = /^ \[gha-(suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;
const RECORD_START = ' [gha-';
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;
const ALSO_ENCODED = /[.!~'()]/g;
function parseRecord(description) {
    const [, state, date = '', listed = ''] = RECORD.exec(lastCandidate(description)) ?? [];
    const since = (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(date);
    if (since === undefined || (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(since) !== date)
        return undefined;
    const grants = parseGrants(listed);
    return grants && { state: state, since, grants };
}
function formatRecord({ state, since, grants }) {
    const listed = formatGrants(grants);
    return listed && `${RECORD_START}${state}:${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSecond */ .sK)(since)} ${listed}]`;
}
function recordIn(description) {
    return parseRecord(description) ? lastCandidate(description) : '';
}
function unfinishedRecordIn(description) {
    const candidate = lastCandidate(description);
    return UNFINISHED.test(candidate) ? candidate : '';
}
function lastCandidate(description) {
    const start = description.lastIndexOf(RECORD_START);
    return start < 0 ? '' : description.slice(start);
}
function parseGrants(listed) {
    if (listed === '-')
        return [];
    try {
        return (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .mergePermissions */ .pM)(listed.split(' ').flatMap(parseGrant));
    }
    catch {
        return undefined;
    }
}
function parseGrant(grant) {
    const [letters = '', name = ''] = grant.split(':');
    const resource = decodeURIComponent(name);
    return [...letters].map((letter) => ({ action: letter === 'r' ? 'read' : 'write', resource }));
}
function formatGrants(grants) {
    const lettersOf = new Map();
    for (const { action, resource } of grants) {
        if ((action !== 'read' && action !== 'write') || resource === '' || !resource.isWellFormed())
            return undefined;
        const letters = lettersOf.get(resource) ?? new Set();
        lettersOf.set(resource, letters.add(action === 'read' ? 'r' : 'w'));
    }
    if (lettersOf.size === 0)
        return '-';
    return [...lettersOf]
        .map(([resource, letters]) => `${letters.size === 2 ? 'rw' : [...letters].join('')}:${encodeName(resource)}`)
        .join(' ');
}
function encodeName(resource) {
    return encodeURIComponent(resource)
        .replaceAll('%2F', '/')
        .replaceAll(ALSO_ENCODED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}


/***/ }),

/***/ 6089:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ plainDescription),
/* harmony export */   Kd: () => (/* binding */ findByNonce),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   UB: () => (/* binding */ parseTagged),
/* harmony export */   cy: () => (/* binding */ formatTagged),
/* harmony export */   pj: () => (/* binding */ withPlainDescription),
/* harmony export */   q8: () => (/* binding */ withRecord),
/* harmony export */   ve: () => (/* binding */ isSameRepository),
/* harmony export */   z1: () => (/* binding */ TAG_GRAMMAR)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);

const TAG_GRAMMAR = {
    server: String.raw `[a-z0-9._-]{1,253}(?::\d{1,5})?`,
    repository: String.raw `[\w.-]+\/[\w.-]+`,
    repositoryId: String.raw `\d{1,20}`,
    runId: String.raw `\d{1,20}`,
    runAttempt: String.raw `\d{1,9}`,
};
const TAG_START = ' [gha:';
const { server, repository, repositoryId, runId, runAttempt } = TAG_GRAMMAR;
const TAG = new RegExp(String.raw `^ \[gha:(${server})\/(${repository})#(${repositoryId}) (${runId})\.(${runAttempt}) (job|kept|pending|current) ([0-9a-f]{16})\]$`);
function formatTagged(plain, tag) {
    const { server, repository, repositoryId, runId, runAttempt, kind, nonce } = tag;
    return `${plain}${TAG_START}${server}/${repository}#${repositoryId} ${runId}.${runAttempt} ${kind} ${nonce}]`;
}
function parseTagged(description) {
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)(description);
    const unfinished = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .unfinishedRecordIn */ .wu)(withoutEnd(description, record));
    const text = withoutEnd(description, unfinished + record);
    const start = text.lastIndexOf(TAG_START);
    if (start < 1)
        return undefined;
    const match = TAG.exec(text.slice(start));
    if (!match)
        return undefined;
    const [, server = '', repository = '', repositoryId = '', runId = '', runAttempt = '', kind, nonce = ''] = match;
    const tag = { server, repository, repositoryId, runId, runAttempt, kind: kind, nonce };
    return { plain: text.slice(0, start), tag, record: unfinished + record };
}
function plainDescription(description) {
    return parseTagged(description)?.plain ?? withoutEnd(description, (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)(description));
}
function withPlainDescription(description, plain) {
    return plain + description.slice(plainDescription(description).length);
}
function withTag(description, tag) {
    const record = parseTagged(description)?.record ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)(description);
    return formatTagged(plainDescription(description), tag) + record;
}
function withRecord(description, record) {
    const replaced = parseTagged(description)?.record ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .Rn)(description);
    return withoutEnd(description, replaced) + record;
}
function isSameRepository(one, other) {
    return one.server === other.server && one.repositoryId === other.repositoryId;
}
function findByNonce(nonces, tokens) {
    return tokens.flatMap((token) => {
        const nonce = parseTagged(token.description)?.tag.nonce;
        return nonce !== undefined && nonces.has(nonce) ? [{ token, nonce }] : [];
    });
}
function withoutEnd(text, end) {
    return text.slice(0, text.length - end.length);
}


/***/ }),

/***/ 9616:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ isConfirmedRevoked),
/* harmony export */   O1: () => (/* binding */ isUuid),
/* harmony export */   RX: () => (/* binding */ indexById),
/* harmony export */   oH: () => (/* binding */ tokenStatus),
/* harmony export */   s: () => (/* binding */ sameId)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);

function tokenStatus(token, now) {
    if (token.revokedAt !== 'unset')
        return 'revoked';
    if (typeof token.expiresAt === 'number' && token.expiresAt <= now)
        return 'expired';
    const state = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRecord */ .Hh)(token.description)?.state;
    return state === 'suspending' || state === 'suspended' ? 'suspended' : 'active';
}
function isConfirmedRevoked({ revokedAt }) {
    return typeof revokedAt === 'number';
}
function indexById(tokens) {
    const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
    return (id) => byId.get(id.toLowerCase());
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
function isUuid(text) {
    return UUID.test(text);
}
function sameId(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


/***/ }),

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

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

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 2488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, endGroup, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, isDebug, markdownSummary, platform, setCommandEcho, setFailed, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

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
/******/ 			return ({
  "24": "run-operation.js",
  "116": "post-step.js",
  "118": "badrap-valita.js",
  "235": "noble-ciphers-and-noble-hashes.js",
  "374": "write-summary.js",
  "413": "packages-of-actions-github.js",
  "454": "github-api.js",
  "501": "run-rotation.js",
  "565": "shared-by-run-operation-and-run-rotation.js",
  "662": "proxy.js",
  "779": "actions-http-client.js",
  "877": "influxctl-profile.js",
  "922": "sealed-box.js",
  "988": "shared-by-post-step-and-run-operation.js"
})[chunkId];
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
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  runMain: () => (/* reexport */ runMain),
  runPost: () => (/* reexport */ runPost)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __nccwpck_require__(5568);
// EXTERNAL MODULE: ./build/src/base/errors.js
var base_errors = __nccwpck_require__(5955);
// EXTERNAL MODULE: ./build/src/report/errors.js
var errors = __nccwpck_require__(6766);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __nccwpck_require__(7833);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __nccwpck_require__(9881);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __nccwpck_require__(6845);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./build/src/request/misspelled.js


const PREFIX = 'INPUT_';
const LONG_NAME = 9;
const DECLARED = Object.keys(request_inputs/* INPUTS */.mc).map((name) => ({ name, key: normalized(name) }));
function undeclaredInputs(env) {
    const names = Object.keys(env)
        .filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? '').trim() !== '')
        .map((variable) => variable.slice(PREFIX.length).toLowerCase())
        .filter((name) => !Object.hasOwn(request_inputs/* INPUTS */.mc, name))
        .sort();
    const judged = names.map((name) => ({ name, meant: meantBy(name) }));
    return {
        misspelled: judged.flatMap(({ name, meant }) => (meant.length > 0 ? [misspelling(name, meant)] : [])),
        unknown: judged.filter(({ meant }) => meant.length === 0).map(({ name }) => name),
    };
}
function meantBy(name) {
    const typed = normalized(name);
    if (typed === 'token')
        return ['management-token'];
    const equal = DECLARED.filter(({ key }) => key === typed);
    if (equal.length > 0)
        return equal.map((declared) => declared.name);
    const near = DECLARED.map((declared) => ({ ...declared, away: (0,mod/* distance */.Io)(typed, declared.key) }))
        .filter(({ key, away }) => away <= (Math.max(key.length, typed.length) >= LONG_NAME ? 2 : 1))
        .sort((one, other) => one.away - other.away);
    const nearest = near.filter(({ away }) => away === near[0]?.away).map((declared) => declared.name);
    const begun = DECLARED.filter((declared) => firstWords(declared.name).includes(typed));
    return [...new Set([...nearest, ...begun.map((declared) => declared.name)])];
}
function firstWords(name) {
    const words = name.split('-');
    return words.slice(1).map((_, index) => words.slice(0, index + 1).join(''));
}
function normalized(name) {
    return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}
function misspelling(name, meant) {
    const suggestion = meant.map((one) => `\`${one}\``).join(' or ');
    return {
        input: name,
        message: `is not an input of this action. Did you mean ${suggestion}? ` +
            `(If the step does not set it, look for \`${PREFIX}${name.toUpperCase()}\` under \`env:\` of the job or workflow.)`,
    };
}

;// CONCATENATED MODULE: ./build/src/tokens/glob.js
const ANY_TEXT = Symbol('*');
const ANY_CHARACTER = Symbol('?');
function parseGlob(pattern) {
    const pieces = [...pattern.matchAll(/\\(.)|(\*+)|(\?)|(.)/gsu)].map(([, escaped, stars, mark, plain = '']) => escaped ?? (stars !== undefined ? ANY_TEXT : mark !== undefined ? ANY_CHARACTER : plain));
    return {
        matches: (text) => matches(pieces, [...text]),
        literals: pieces.filter((piece) => typeof piece === 'string').length,
    };
}
function matches(pieces, text) {
    let [piece, at] = [0, 0];
    let star;
    while (at < text.length) {
        const wanted = pieces[piece];
        if (wanted === ANY_TEXT) {
            star = { piece, at };
            piece++;
        }
        else if (wanted === ANY_CHARACTER || wanted === text[at]) {
            piece++;
            at++;
        }
        else if (star) {
            star.at++;
            piece = star.piece + 1;
            at = star.at;
        }
        else {
            return false;
        }
    }
    return pieces.slice(piece).every((rest) => rest === ANY_TEXT);
}

// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __nccwpck_require__(3521);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
;// CONCATENATED MODULE: ./build/src/request/fields/list.js

function readList(inputs, name, errors) {
    const list = parseList(inputs[name]);
    if ('items' in list)
        return list.items;
    errors.add(name, list.problem);
    return undefined;
}
function readLines(inputs, name, errors) {
    const list = parseLines(inputs[name]);
    if ('items' in list)
        return list.items;
    errors.add(name, list.problem);
    return undefined;
}
function parseList(text) {
    return parse(text, (line) => line.split(',').map((item) => item.trim()));
}
function parseLines(text) {
    return parse(text, (line) => [line]);
}
function parse(text, itemsOf) {
    const lines = (0,base_text/* contentLines */.$X)(text);
    const whole = lines.join('\n');
    if (whole.startsWith('['))
        return parseArray(whole);
    const items = unique(lines.flatMap(itemsOf));
    const problem = problemOfWhole(whole) ?? items.map(problemOfItem).find((found) => found !== undefined);
    return problem === undefined ? { items } : { problem };
}
function parseArray(whole) {
    const array = parseJson(whole);
    if (Array.isArray(array) && array.every((item) => typeof item === 'string')) {
        return { items: [...new Set(array.map((item) => item.trim()))] };
    }
    return {
        problem: array === undefined
            ? `${(0,base_text/* quote */.hD)(whole)} starts like a JSON array but is not valid JSON. Write \`["a", "b"]\`, or one item per line.`
            : `${(0,base_text/* quote */.hD)(whole)} is a JSON array, but not of strings. Write \`["a", "b"]\`, or one item per line.`,
    };
}
function problemOfWhole(whole) {
    if (whole === 'Array' || whole === 'Object') {
        return `is "${whole}", which is what an expression makes of a list. Use \`\${{ toJSON(…) }}\`.`;
    }
    if (isEncodedTwice(whole))
        return 'is JSON that was encoded twice. Remove one `toJSON(…)`.';
    return undefined;
}
function isEncodedTwice(text) {
    const inner = text.startsWith('"') ? parseJson(text) : undefined;
    return typeof inner === 'string' && /^\s*[[{]/.test(inner);
}
function problemOfItem(item) {
    if (/^-\s/.test(item)) {
        return `${(0,base_text/* quote */.hD)(item)} starts with "- ", as in a YAML list. Inputs are plain text: write ${(0,base_text/* quote */.hD)(item.slice(1).trim())}.`;
    }
    if (/^(["'`]).*\1$/.test(item) && item.length > 1) {
        return `${(0,base_text/* quote */.hD)(item)} is in quotes. Remove them: write ${(0,base_text/* quote */.hD)(item.slice(1, -1))}.`;
    }
    if ((item.match(/\s=\s/g) ?? []).length > 1 || (item.match(/:\s/g) ?? []).length > 1) {
        return `${(0,base_text/* quote */.hD)(item)} contains more than one entry, because \`>\` joins lines. Use \`|\` instead, with one entry per line.`;
    }
    if (/\s#\s/.test(item)) {
        return `${(0,base_text/* quote */.hD)(item)} contains a comment. Put comments on their own lines, starting with \`#\`.`;
    }
    return undefined;
}
function joinedByFolding(item, isValid) {
    const parts = item.split(/\s+/);
    return parts.length > 1 && parts.every(isValid);
}
const FOLDING_HINT = 'Write one item per line or separate them by commas (`>` joins lines; use `|`).';
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function unique(items) {
    return [...new Set(items)].filter((item) => item !== '');
}

// EXTERNAL MODULE: ./build/src/tokens/databases.js
var databases = __nccwpck_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var permissions = __nccwpck_require__(8673);
// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __nccwpck_require__(5265);
;// CONCATENATED MODULE: ./build/src/request/fields/permissions.js





const FORMS = 'Write `read`, `write`, or both for every name in `databases`; or one line `NAME: read, write` per database; or `none`';
function requestsPermissions(inputs) {
    return inputs.permissions !== '' || inputs.databases !== '';
}
function readRequestedPermissions(inputs, errors) {
    return {
        permissions: readPermissions(inputs, errors),
        checkDatabases: (0,scalars/* readBoolean */.Vf)(inputs, 'check-databases', errors),
        databasesInput: inputs.databases === '' ? 'permissions' : 'databases',
    };
}
function readPermissions(inputs, errors) {
    const databases = readDatabases(inputs, errors);
    const text = inputs.permissions;
    if (text === '') {
        errors.add('permissions', `is required. ${FORMS}.`);
        return [];
    }
    const json = parseObjects(text, errors);
    if (json !== undefined) {
        refuseDatabases(databases, 'the JSON in `permissions` names them itself', errors);
        return json;
    }
    const lines = readLines(inputs, 'permissions', errors);
    if (lines === undefined)
        return [];
    if (lines.length === 1 && lines[0] === 'none') {
        refuseDatabases(databases, '`permissions: none` grants nothing', errors);
        return [];
    }
    if (lines.some((line) => line.includes(':') || isAssignment(line))) {
        refuseDatabases(databases, '`permissions` names them itself', errors);
        return (0,permissions/* mergePermissions */.pM)(lines.flatMap((line) => parseMappingLine(line, errors)));
    }
    if (lines.length === 0) {
        errors.add('permissions', `contains only comments. ${FORMS}.`);
        return [];
    }
    if (inputs.databases === '') {
        errors.add('databases', 'is required with this form of `permissions`: the databases that it applies to.');
    }
    return (0,permissions/* grants */.gu)(parseActions(lines.flatMap(itemsOf), errors, shortFormHint), databases);
}
function readDatabases(inputs, errors) {
    const names = readList(inputs, 'databases', errors);
    if (names === undefined)
        return [];
    if (inputs.databases !== '' && names.length === 0)
        errors.add('databases', 'contains only comments.');
    for (const name of names)
        if (!(0,databases/* isDatabaseName */.lH)(name))
            errors.add('databases', notAName(name));
    return names;
}
function notAName(name) {
    const rule = joinedByFolding(name, databases/* isDatabaseName */.lH) ? FOLDING_HINT : `${databases/* DATABASE_NAME_RULE */.Pj}.`;
    return `${(0,base_text/* quote */.hD)(name)} is not a valid database name. ${rule}`;
}
function refuseDatabases(databases, why, errors) {
    if (databases.length > 0)
        errors.add('databases', `must be empty, because ${why}.`);
}
function isAssignment(line) {
    const [, actions] = line.split('=');
    return actions !== undefined && itemsOf(actions).some((item) => meantActions(item).length > 0);
}
function parseMappingLine(line, errors) {
    const refuse = (message) => {
        errors.add('permissions', message);
        return [];
    };
    if (line === 'none')
        return refuse('`none` must be the only line. Remove it, or the other lines.');
    const separator = /[:=]/.exec(line);
    if (separator === null)
        return refuse(`${(0,base_text/* quote */.hD)(line)} names no database. Did you mean \`NAME: ${line}\`?`);
    const name = line.slice(0, separator.index).trim();
    const items = itemsOf(line.slice(separator.index + 1));
    const meant = items.flatMap(meantActions);
    if (isAction(name) && items.length > 0 && meant.length === 0) {
        const turned = items.filter(databases/* isDatabaseName */.lH).map((item) => `\`${item}: ${name}\``);
        const hint = turned.length > 0 ? ` Did you mean ${turned.join(' and ')}?` : '';
        return refuse(`${(0,base_text/* quote */.hD)(line)} is the wrong way around.${hint}`);
    }
    if (!(0,databases/* isDatabaseName */.lH)(name)) {
        return refuse(`${(0,base_text/* quote */.hD)(name)} in ${(0,base_text/* quote */.hD)(line)} is not a valid database name. ${databases/* DATABASE_NAME_RULE */.Pj}.`);
    }
    if (items.length === 0)
        return refuse(`${(0,base_text/* quote */.hD)(line)} has no action. Did you mean \`${name}: read\`?`);
    if (separator[0] === '=') {
        return refuse(`${(0,base_text/* quote */.hD)(line)} has a "=" instead of a colon. Did you mean \`${mappingLine(name, meant)}\`?`);
    }
    const wrong = items.filter((item) => !isAction(item));
    if (wrong.length === 0)
        return (0,permissions/* grants */.gu)(items.filter(isAction), [name]);
    const hint = meant.length > 0 && wrong.every((item) => meantActions(item).length > 0)
        ? `Did you mean \`${mappingLine(name, meant)}\`?`
        : 'Write one line `NAME: read, write` per database.';
    return refuse(`${wrong.map(base_text/* quote */.hD).join(', ')} in ${(0,base_text/* quote */.hD)(line)} is not \`read\` or \`write\`. ${hint}`);
}
function mappingLine(name, actions) {
    return `${name}: ${permissions/* ACTIONS */.kl.filter((action) => actions.includes(action)).join(', ')}`;
}
function parseActions(items, errors, hint) {
    for (const item of items) {
        if (!isAction(item))
            errors.add('permissions', `${(0,base_text/* quote */.hD)(item)} is not \`read\` or \`write\`. ${hint(item)}`);
    }
    return items.filter(isAction);
}
function shortFormHint(item) {
    if (item === 'none')
        return '`none` must be the only line.';
    const meant = meantActions(item);
    return meant.length > 0 ? `Did you mean \`${meant.join(', ')}\`?` : `${FORMS}.`;
}
const SYNONYMS = {
    r: ['read'],
    ro: ['read'],
    reads: ['read'],
    reader: ['read'],
    readonly: ['read'],
    w: ['write'],
    wo: ['write'],
    writes: ['write'],
    writer: ['write'],
    writeonly: ['write'],
    rw: ['read', 'write'],
    wr: ['read', 'write'],
    readwrite: ['read', 'write'],
    writeread: ['read', 'write'],
    readandwrite: ['read', 'write'],
    both: ['read', 'write'],
    all: ['read', 'write'],
    admin: ['read', 'write'],
};
function meantActions(text) {
    const typed = text.toLowerCase().replaceAll(/[^a-z]/g, '');
    if (isAction(typed))
        return [typed];
    return Object.hasOwn(SYNONYMS, typed) ? (SYNONYMS[typed] ?? []) : [];
}
function itemsOf(line) {
    const list = parseList(line);
    return 'items' in list ? list.items : [line];
}
function parseObjects(text, errors) {
    const json = (0,base_text/* contentLines */.$X)(text).join('\n');
    if (!/^\[\s*(?:\{|\]|$)/.test(json) && !json.startsWith('{')) {
        if (!isEncodedTwice(json))
            return undefined;
        errors.add('permissions', 'is JSON that was encoded twice. Remove one `toJSON(…)`.');
        return [];
    }
    let value;
    try {
        value = JSON.parse(json);
    }
    catch {
        errors.add('permissions', `${(0,base_text/* quote */.hD)(json)} starts like JSON but is not valid JSON. ${FORMS}.`);
        return [];
    }
    if (!Array.isArray(value) || !value.every(isPermission)) {
        errors.add('permissions', 'is JSON, but not a list such as `[{"action":"read","resource":"metrics"}]` with the actions `read` and `write`.');
        return [];
    }
    for (const { resource } of value) {
        if (!(0,databases/* isDatabaseName */.lH)(resource))
            errors.add('permissions', notAName(resource));
    }
    return (0,permissions/* mergePermissions */.pM)(value.map(({ action, resource }) => ({ action, resource })));
}
function isPermission(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { action, resource } = { action: undefined, resource: undefined, ...value };
    return isAction(action) && typeof resource === 'string';
}
function isAction(value) {
    return permissions/* ACTIONS */.kl.includes(value);
}

;// CONCATENATED MODULE: ./build/src/request/fields/filter.js






const STATUSES = ['active', 'suspended', 'expired', 'revoked', 'all'];
function readFilter(inputs, readRun, errors) {
    const status = readStatus(inputs, errors);
    const pattern = inputs['description-pattern'];
    const expiresWithinMs = readExpiresWithin(inputs, errors);
    if (status === 'expired' && expiresWithinMs !== undefined) {
        errors.add('expires-within', 'looks ahead, and `status: expired` back: no token is both. Leave one of them out.');
    }
    return {
        status,
        scope: readScope(inputs.scope || 'cluster', readRun, errors),
        databases: readDatabases(inputs, errors),
        ...(inputs.kinds === '' ? {} : { kinds: readKinds(inputs, errors) }),
        ...(pattern === '' ? {} : { pattern: parseGlob(pattern) }),
        ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }),
    };
}
function readStatus(inputs, errors) {
    const choice = { input: 'status', values: STATUSES, synonyms: { any: 'all', live: 'active' } };
    return (0,scalars/* readChoice */.Kf)((0,request_inputs/* givenOrDefault */.m0)(inputs, 'status'), choice, errors) ?? 'all';
}
function readKinds(inputs, errors) {
    const choice = { input: 'kinds', values: listing/* LISTED_KINDS */.Cw, synonyms: { none: 'untagged' } };
    const kinds = readList(inputs, 'kinds', errors) ?? [];
    if (inputs.kinds !== '' && kinds.length === 0)
        errors.add('kinds', 'contains only comments.');
    return kinds.flatMap((kind) => (0,scalars/* readChoice */.Kf)(kind, choice, errors) ?? []);
}
function readExpiresWithin(inputs, errors) {
    if (inputs['expires-within'] === '')
        return undefined;
    const rule = 'at least 1s, since what expires within nothing has expired';
    const limits = { min: 1, max: Number.POSITIVE_INFINITY, rule };
    return (0,scalars/* readDuration */.$7)(inputs, { input: 'expires-within', ...limits }, errors);
}
const SCOPE = {
    input: 'scope',
    values: ['repository', 'organization', 'cluster'],
    synonyms: {
        repo: 'repository',
        org: 'organization',
        owner: 'organization',
        account: 'cluster',
        all: 'cluster',
    },
};
function readScope(text, readRun, errors) {
    if (text === 'repository') {
        const { server, repositoryId } = readRun();
        return { kind: 'repository', server, repositoryId };
    }
    if (text === 'organization') {
        const { server, repository } = readRun();
        return { kind: 'organization', server, owner: repository.split('/')[0] ?? '' };
    }
    (0,scalars/* readChoice */.Kf)(text, SCOPE, errors);
    return { kind: 'cluster' };
}

;// CONCATENATED MODULE: ./build/src/request/cleanup.js




const MIN_LITERALS = 3;
function readCleanupRequest({ inputs, common, readRun, errors }) {
    const run = readRun();
    const scope = readScope(inputs.scope || 'repository', () => run, errors);
    const pattern = readPattern(inputs, inputs.scope === 'cluster', errors);
    const maxAgeMs = readMaxAge(inputs, errors);
    return {
        operation: 'cleanup',
        ...common,
        run,
        order: {
            scope,
            ...(pattern ? { pattern } : {}),
            ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
            quarantineMs: (0,scalars/* readDuration */.$7)(inputs, { input: 'quarantine', ...scalars/* UP_TO_TEN_YEARS */.HP }, errors),
        },
        maxRevocations: (0,scalars/* readCount */._0)(inputs, { input: 'max-revocations', max: 1_000_000 }, errors),
        githubToken: (0,credentials/* readGithubToken */.lF)(inputs, 'github-token', errors),
        dryRun: (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', errors),
    };
}
function readPattern(inputs, required, errors) {
    const text = inputs['description-pattern'];
    const pattern = text === '' ? undefined : parseGlob(text);
    if (required && (pattern?.literals ?? 0) < MIN_LITERALS) {
        errors.add('description-pattern', `with \`scope: cluster\` this needs at least ${MIN_LITERALS} characters that stand for themselves, such as ` +
            '`load test*`: it would revoke tokens of everybody.');
    }
    return pattern;
}
function readMaxAge(inputs, errors) {
    if (inputs['max-age'] === '')
        return undefined;
    return (0,scalars/* readDuration */.$7)(inputs, { input: 'max-age', ...scalars/* UP_TO_TEN_YEARS */.HP }, errors);
}

// EXTERNAL MODULE: ./build/src/request/connection/connection.js
var connection = __nccwpck_require__(6489);
// EXTERNAL MODULE: ./build/src/tokens/record.js
var record = __nccwpck_require__(16);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __nccwpck_require__(6089);
;// CONCATENATED MODULE: ./build/src/request/fields/description.js


const MAX_LENGTH = 200;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
function readDescription(inputs, errors) {
    const text = inputs.description;
    if (text === '')
        return undefined;
    const length = [...text].length;
    if (length > MAX_LENGTH)
        errors.add('description', `has ${length} characters, ${MAX_LENGTH} are allowed.`);
    if (CONTROL.test(text))
        errors.add('description', 'holds a line break or control character: use one plain line.');
    if ((0,tag/* parseTagged */.UB)(text)) {
        errors.add('description', 'ends in a tag like [gha:…]. The action appends its own: remove this one.');
    }
    else if ((0,record/* recordIn */.Rn)(text) !== '') {
        errors.add('description', 'ends in a record like [gha-suspended:…]. Only the action writes those: remove it.');
    }
    return text;
}
function defaultDescription({ workflow, job }) {
    const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
    return [...text].slice(0, MAX_LENGTH).join('').trim();
}

// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __nccwpck_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var tokens_duration = __nccwpck_require__(5301);
;// CONCATENATED MODULE: ./build/src/request/fields/expiry.js



const BACKSTOP_SECONDS = 24 * 3600;
const MIN_LASTING_SECONDS = 3600;
const expiry_FORMS = `${tokens_duration/* DURATION_EXAMPLES */.rJ}; a date such as \`2027-01-31T00:00:00Z\` (RFC 3339, any offset); or \`never\``;
function readExpiry(inputs, { outlives, now }, errors) {
    const text = inputs['expires-at'];
    const seconds = Math.floor(now / 1000);
    if (text === '') {
        if (outlives) {
            errors.add('expires-at', `is required with \`skip-token-revoke: true\`, because nothing else ends this token. ${expiry_FORMS}.`);
        }
        return (seconds + BACKSTOP_SECONDS) * 1000;
    }
    if (text === 'never')
        return 'never';
    const duration = (0,tokens_duration/* parseDuration */.E9)(text);
    const instant = duration === undefined ? (0,dates/* parseInstant */.nV)(text) : (0,dates/* withinCalendar */.OI)((seconds + duration) * 1000);
    if (instant === undefined) {
        errors.add('expires-at', `${(0,base_text/* quote */.hD)(text)} ${notAnExpiry(text)}`);
        return 'never';
    }
    const expiresAt = Math.floor(instant / 1000);
    if (expiresAt * 1000 <= now) {
        errors.add('expires-at', `${(0,base_text/* quote */.hD)(text)} is not in the future. The runner's clock says ${(0,dates/* formatInstant */.r4)(seconds * 1000)}.`);
    }
    else if (outlives && expiresAt - seconds < MIN_LASTING_SECONDS) {
        errors.add('expires-at', `${(0,base_text/* quote */.hD)(text)} is ${(0,tokens_duration/* formatDuration */.a3)(expiresAt - seconds)} from now. A token that outlives its job needs at least 1h.${minutesHint(text)}`);
    }
    return expiresAt * 1000;
}
function notAnExpiry(text) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
        return `is a day without a time. Did you mean \`${text}T00:00:00Z\`?`;
    if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) {
        const time = /:\d{2}:/.test(text) ? text : `${text}:00`;
        return `is a date without an offset. Did you mean \`${time.replace(' ', 'T')}Z\` (UTC)?`;
    }
    const offset = /[+-]\d{4}$/.exec(text)?.[0];
    if (offset && text.includes(':')) {
        const corrected = `${text.slice(0, -4)}${offset.slice(1, 3)}:${offset.slice(3)}`;
        return `has an offset without a colon. Did you mean \`${corrected}\`?`;
    }
    if (/^(?:never|none|no|infinite|infinity|forever|unlimited)$/i.test(text)) {
        return 'is not an expiry. Did you mean `never`?';
    }
    if (/^\d{9,}$/.test(text))
        return `is a number without a unit. ${expiry_FORMS}.`;
    const durations = (0,tokens_duration/* suggestDurations */.OX)(text).map((suggestion) => `\`${suggestion}\``);
    return durations.length > 0
        ? `is not an expiry. Did you mean ${durations.join(' or ')}?`
        : `is neither a duration nor a date before the year 10000. ${expiry_FORMS}.`;
}
function minutesHint(text) {
    return /^\d+m$/.test(text)
        ? ` The unit \`m\` is minutes. Write months as days, such as \`${30 * Number.parseInt(text, 10)}d\`.`
        : '';
}

// EXTERNAL MODULE: ./build/src/tokens/token.js
var token = __nccwpck_require__(9616);
;// CONCATENATED MODULE: ./build/src/request/fields/token-ids.js



const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const LIKE_A_TOKEN = /apiv\d|^m\.v\d|^eyj|[\w+/=.-]{40,}/i;
function readTokenId(inputs, errors) {
    const ids = readIds(inputs, errors);
    if (ids !== undefined && ids.length !== 1 && ids.every(token/* isUuid */.O1)) {
        errors.add('token-id', `contains ${ids.length} IDs. This operation needs exactly one.`);
    }
    return ids?.[0] ?? '';
}
function readTokenIds(inputs, errors) {
    const ids = readIds(inputs, errors);
    if (ids?.length === 0 && !isJsonArray(inputs['token-id'])) {
        errors.add('token-id', 'contains no ID. Write `[]` if there is nothing to do.');
    }
    return ids ?? [];
}
function readIds(inputs, errors) {
    if (inputs['token-id'] === '') {
        errors.add('token-id', 'is required: the ID of the token, a UUID.');
        return undefined;
    }
    if (LIKE_A_TOKEN.test(inputs['token-id'].replaceAll(ANY_UUID, ' '))) {
        errors.add('token-id', 'looks like a token, not like the ID of one. The ID is the UUID in the output `token-id` or from `operation: list`. ' +
            'If the token is visible in your workflow file, revoke it.');
        return undefined;
    }
    const ids = readList(inputs, 'token-id', errors);
    for (const id of ids ?? [])
        if (!(0,token/* isUuid */.O1)(id))
            errors.add('token-id', notAnId(id));
    return ids && withoutRepetitions(ids);
}
function isJsonArray(text) {
    return (0,base_text/* contentLines */.$X)(text)[0]?.startsWith('[') ?? false;
}
function withoutRepetitions(ids) {
    return [...new Map(ids.toReversed().map((id) => [id.toLowerCase(), id])).values()].reverse();
}
function notAnId(text) {
    if (joinedByFolding(text, token/* isUuid */.O1))
        return `${(0,base_text/* quote */.hD)(text)} is several IDs. ${FOLDING_HINT}`;
    const found = text.match(ANY_UUID) ?? [];
    const hint = found.length === 1
        ? `Did you mean \`${found[0]}\`?`
        : 'The ID of a token looks like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.';
    return `${(0,base_text/* quote */.hD)(text)} is not a UUID. ${hint}`;
}

;// CONCATENATED MODULE: ./build/src/request/request.js






function readCreateRequest({ inputs, common, readRun, now, errors }) {
    const run = readRun();
    const keep = (0,scalars/* readBoolean */.Vf)(inputs, 'skip-token-revoke', errors);
    return {
        operation: 'create',
        ...common,
        run,
        description: readDescription(inputs, errors) ?? defaultDescription(run),
        grants: readRequestedPermissions(inputs, errors),
        expiresAt: readExpiry(inputs, { outlives: keep, now }, errors),
        activationTimeoutMs: (0,scalars/* readActivationTimeout */.eI)(inputs, errors),
        keep,
        failOnRevokeError: (0,scalars/* readBoolean */.Vf)(inputs, 'fail-on-revoke-error', errors),
        dryRun: (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', errors),
    };
}
function readGetRequest({ inputs, common, errors }) {
    return { operation: 'get', ...common, tokenId: readTokenId(inputs, errors) };
}
function readListRequest({ inputs, common, readRun, errors }) {
    return {
        operation: 'list',
        ...common,
        filter: readFilter(inputs, readRun, errors),
        failOnMatch: (0,scalars/* readBoolean */.Vf)(inputs, 'fail-on-match', errors),
    };
}
function readUpdateRequest({ inputs, common, errors }) {
    const regrants = requestsPermissions(inputs);
    const description = readDescription(inputs, errors);
    if (!regrants && description === undefined) {
        errors.add('permissions', 'this or `description` is required: say what shall change.');
    }
    return {
        operation: 'update',
        ...common,
        tokenId: readTokenId(inputs, errors),
        ...(description === undefined ? {} : { description }),
        ...(regrants ? { grants: readRequestedPermissions(inputs, errors) } : {}),
        dryRun: (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', errors),
    };
}
function readRevokeRequest({ inputs, common, errors }) {
    return {
        operation: 'revoke',
        ...common,
        tokenIds: readTokenIds(inputs, errors),
        dryRun: (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', errors),
    };
}
function readRestoreRequest({ inputs, common, errors }) {
    return {
        operation: 'restore',
        ...common,
        tokenIds: readTokenIds(inputs, errors),
        dryRun: (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', errors),
    };
}

// EXTERNAL MODULE: ./build/src/request/fields/secret-target.js
var secret_target = __nccwpck_require__(4930);
;// CONCATENATED MODULE: ./build/src/request/fields/store-in.js



const LATER_STEPS = 'later-steps';
const store_in_FORMS = '`repo = NAME`, `env:ENVIRONMENT = NAME`, `dependabot = NAME`, `repo:OWNER/REPO = NAME`, ' +
    '`env:OWNER/REPO/ENVIRONMENT = NAME`, `dependabot:OWNER/REPO = NAME`, `org:OWNER = NAME` or `later-steps`';
function readStoreIn(inputs, { repository, otherRunner }, errors) {
    const [owner = '', repo = ''] = repository.split('/');
    const items = readList(inputs, 'store-in', errors);
    if (items === undefined)
        return { targets: [], laterSteps: false };
    if (items.length === 0) {
        errors.add('store-in', `is required: where to store the token, one target per line. Use ${store_in_FORMS}.`);
    }
    const secrets = items.filter((one) => one !== LATER_STEPS);
    const laterSteps = secrets.length < items.length;
    if (otherRunner !== undefined && secrets.length > 0) {
        errors.add('store-in', notOnGithub(secrets, otherRunner));
        return { targets: [], laterSteps };
    }
    const targets = new Map();
    for (const item of secrets) {
        const target = parseTarget(item, { owner, repo });
        if (typeof target === 'string')
            errors.add('store-in', `${(0,base_text/* quote */.hD)(item)} ${target}`);
        else if (!targets.has(keyOf(target)))
            targets.set(keyOf(target), target);
    }
    return { targets: [...targets.values()], laterSteps };
}
function notOnGithub(secrets, otherRunner) {
    const why = otherRunner === 'act'
        ? 'act runs this job outside GitHub, and the action replaces secrets only from runs on GitHub'
        : `${otherRunner} does not have GitHub's API for secrets`;
    return (`${secrets.map(base_text/* quote */.hD).join(', ')} cannot be stored: ${why}. Use \`${LATER_STEPS}\`, and store the token in a later ` +
        'step of this job.');
}
function parseTarget(item, own) {
    const at = item.lastIndexOf('=');
    if (at < 0)
        return lackingName(item, own);
    const [location, name] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
    if (looksLikeLaterSteps(location))
        return `has a secret name, but \`${LATER_STEPS}\` writes no secret. Write \`${LATER_STEPS}\` on a line of its own.`;
    const holder = (0,secret_target/* parseHolder */.iz)(location, own);
    if (typeof holder === 'string') {
        return isLocation(name, own) && (0,secret_target/* isSecretName */.eh)(location)
            ? `is the wrong way around. Did you mean \`${name} = ${location}\`?`
            : holder;
    }
    if (!(0,secret_target/* isSecretName */.eh)(name))
        return `does not end in a valid secret name. ${secret_target/* SECRET_NAME_RULE */.yc}.`;
    return { holder, name, label: item };
}
function lackingName(item, own) {
    if (looksLikeLaterSteps(item))
        return `is not a target. Did you mean \`${LATER_STEPS}\`?`;
    if (isLocation(item, own))
        return `has no secret name. Write \`${item} = NAME\`.`;
    if ((0,secret_target/* isSecretName */.eh)(item))
        return `does not say where the secret is. Did you mean \`repo = ${item}\`?`;
    return `is not a target. Use ${store_in_FORMS}.`;
}
function isLocation(text, own) {
    return typeof (0,secret_target/* parseHolder */.iz)(text, own) === 'object';
}
function looksLikeLaterSteps(text) {
    return /^later[\s_-]*steps?$/i.test(text);
}
function keyOf({ holder, name }) {
    const { kind, owner } = holder;
    const repo = holder.kind === 'organization' ? '' : holder.repo;
    const environment = holder.kind === 'environment' ? holder.environment : '';
    return JSON.stringify([kind, owner, repo, environment, name]).toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/request/rotate.js








function readRotateRequest({ inputs, common, readRun, now, errors }) {
    const run = readRun();
    const description = readDescription(inputs, errors);
    const tokenId = inputs['token-id'] === '' ? undefined : readTokenId(inputs, errors);
    if (description === undefined && tokenId === undefined) {
        errors.add('description', 'this or `token-id` is required: it names the series of tokens that replace one another.');
    }
    const grants = requestsPermissions(inputs) ? readRequestedPermissions(inputs, errors) : undefined;
    const expiresAt = inputs['expires-at'] === '' ? undefined : readExpiry(inputs, { outlives: true, now }, errors);
    const renewBeforeMs = readRenewBefore(inputs, { expiresAt, now }, errors);
    const activationTimeoutMs = (0,scalars/* readActivationTimeout */.eI)(inputs, errors);
    const notProbed = activationTimeoutMs === 0 || inputs.permissions === 'none';
    const storeIn = readStoreIn(inputs, run, errors);
    if (storeIn.targets.length > 0 && inputs['store-token'] === '') {
        errors.add('store-token', 'is required for the secrets in `store-in`: a token of a GitHub App, or a fine-grained PAT, that may write them. ' +
            "The job's own token never may.");
    }
    return {
        operation: 'rotate',
        ...common,
        run,
        ...(description === undefined ? {} : { description }),
        ...(tokenId === undefined ? {} : { tokenId }),
        ...(grants ? { grants } : {}),
        ...(expiresAt === undefined ? {} : { expiresAt }),
        storeIn,
        storeToken: (0,credentials/* readGithubToken */.lF)(inputs, 'store-token', errors),
        githubToken: (0,credentials/* readGithubToken */.lF)(inputs, 'github-token', errors),
        ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
        graceMs: readGrace(inputs, notProbed, errors),
        quarantineMs: (0,scalars/* readDuration */.$7)(inputs, { input: 'quarantine', ...scalars/* UP_TO_TEN_YEARS */.HP }, errors),
        activationTimeoutMs,
        dryRun: (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', errors),
    };
}
function readRenewBefore(inputs, { expiresAt, now }, errors) {
    if (inputs['renew-before'] === '')
        return undefined;
    const renewBeforeMs = (0,scalars/* readDuration */.$7)(inputs, { input: 'renew-before', ...scalars/* UP_TO_TEN_YEARS */.HP }, errors);
    const lifetimeMs = typeof expiresAt === 'number' ? expiresAt - now : Number.POSITIVE_INFINITY;
    if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) {
        errors.add('renew-before', `is ${(0,tokens_duration/* formatDuration */.a3)(renewBeforeMs / 1000)}, and a token lives for ${(0,tokens_duration/* formatDuration */.a3)(Math.ceil(lifetimeMs / 1000))} ` +
            '(`expires-at`): make it shorter, or every run would rotate.');
    }
    return renewBeforeMs;
}
function readGrace(inputs, notProbed, errors) {
    const graceMs = (0,scalars/* readDuration */.$7)(inputs, { input: 'grace-period', ...scalars/* UP_TO_TEN_YEARS */.HP }, errors);
    if (notProbed && (0,tokens_duration/* parseDuration */.E9)(inputs['grace-period']) === 0) {
        errors.add('grace-period', '`0` ends the old token at once, so the new one must be probed first: it needs an `activation-timeout` and grants.');
    }
    return graceMs;
}

;// CONCATENATED MODULE: ./build/src/request/parse-request.js






const READERS = {
    create: readCreateRequest,
    get: readGetRequest,
    list: readListRequest,
    update: readUpdateRequest,
    revoke: readRevokeRequest,
    rotate: readRotateRequest,
    cleanup: readCleanupRequest,
    restore: readRestoreRequest,
};
function parseRequest(sources, { readRun, now }, errors) {
    const { inputs } = sources;
    const operation = (0,request_inputs/* givenOrDefault */.m0)(inputs, 'operation');
    if (!isReadable(operation)) {
        (0,scalars/* readChoice */.Kf)(operation, OPERATION, errors);
        (0,connection/* readConnection */.d)(sources, errors);
        return errors.throwAll();
    }
    const common = { connection: (0,connection/* readConnection */.d)(sources, errors) };
    for (const { input, message } of (0,request_inputs/* inapplicableInputs */.oI)(inputs, operation)) {
        errors.add(input, message);
    }
    const request = READERS[operation]({ inputs, common, readRun, now, errors });
    errors.throwIfAny();
    return request;
}
const OPERATION = {
    input: 'operation',
    values: Object.keys(READERS),
    synonyms: {
        add: 'create',
        new: 'create',
        show: 'get',
        read: 'get',
        ls: 'list',
        change: 'update',
        edit: 'update',
        delete: 'revoke',
        remove: 'revoke',
        renew: 'rotate',
        replace: 'rotate',
        rotation: 'rotate',
        clean: 'cleanup',
        prune: 'cleanup',
        unsuspend: 'restore',
        undo: 'restore',
        reactivate: 'restore',
    },
};
function isReadable(operation) {
    return Object.hasOwn(READERS, operation);
}

// EXTERNAL MODULE: ./build/src/request/run-context.js
var run_context = __nccwpck_require__(6547);
// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __nccwpck_require__(5326);
// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner_runner = __nccwpck_require__(7222);
// EXTERNAL MODULE: ./build/src/runner/runner-files.js
var runner_files = __nccwpck_require__(5609);
// EXTERNAL MODULE: ./build/src/runner/secrets.js + 2 modules
var runner_secrets = __nccwpck_require__(827);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
// EXTERNAL MODULE: ./build/src/base/error-codes.js
var error_codes = __nccwpck_require__(8455);
// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(2986);
// EXTERNAL MODULE: ./build/src/runner/stdout.js
var stdout = __nccwpck_require__(7266);
;// CONCATENATED MODULE: ./build/src/runner/step.js






async function runStep(step) {
    (0,stdout/* blockOnStdout */.WI)();
    let succeeded = await step().catch(reportDefect);
    await (0,runner_files/* summaryWritten */.gw)();
    await (0,stdout/* stdoutWritten */.TV)().catch(() => {
        succeeded = false;
    });
    process.exit(succeeded ? 0 : 1);
}
function reportDefect(error) {
    (0,core/* error */.z3)((0,sanitize/* plainText */.w)((0,base_errors/* describeDefect */.Zm)(error)), { title: (0,error_codes/* titleOf */.Gg)('unexpected-error') });
    return false;
}

;// CONCATENATED MODULE: ./build/src/main.js















function runMain() {
    return runStep(main);
}
async function main() {
    const secrets = new runner_secrets/* Secrets */.S();
    const runner = (0,runner_runner/* actionsRunner */.Aq)(secrets);
    try {
        claimState(runner);
        requireNode(process.versions.node);
        (0,runner_files/* requireOutputs */.qV)();
        const problem = (0,runner_files/* summaryProblem */.wO)();
        if (problem !== undefined)
            runner.warning('the-runners-files-cannot-be-written', problem);
        const inputs = (0,request_inputs/* readInputs */.Ko)(runner_runner/* readInput */.R5);
        const errors = new base_errors/* InputErrors */.G();
        const sources = await (0,setting/* readSources */.tW)(inputs, text_file/* readTextFile */.G, errors);
        (0,runner_secrets/* maskCredentials */.B)(secrets, (0,credentials/* credentialsIn */.Wr)(sources), process.env);
        const { misspelled, unknown } = undeclaredInputs(process.env);
        for (const { input, message } of misspelled)
            errors.add(input, message);
        for (const name of unknown)
            runner.warning('unknown-input', unknownInput(name));
        const readRun = () => (0,run_context/* readRunContext */.$)(process.env, errors);
        const request = parseRequest(sources, { readRun, now: clock/* systemClock */.m.now() }, errors);
        for (const sentence of (0,setting/* ignoredSettings */.u_)(sources))
            runner.warning('influxctl-profile', sentence);
        const { runOperation } = await Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(988), __nccwpck_require__.e(565), __nccwpck_require__.e(24)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2024));
        await runOperation(request, runner, secrets);
        return true;
    }
    catch (error) {
        (0,publish/* publish */.m)((0,errors/* reportError */.N7)(error), runner);
        return false;
    }
}
const MIN_NODE = 24;
function requireNode(version) {
    if (Number.parseInt(version, 10) >= MIN_NODE)
        return;
    throw new base_errors/* Failure */.HR('unsupported-nodejs', `The action needs Node.js ${MIN_NODE} or newer, and this runner has started it with ${version}. Nothing was sent. act, ` +
        `Gitea, and Forgejo use the Node.js of the job's image: use an image that contains Node.js ${MIN_NODE}.`);
}
function unknownInput(name) {
    return (`\`${name}\` is not an input of this action, and was ignored. Remove it. If the step does not set it, look for ` +
        `\`INPUT_${name.toUpperCase()}\` under \`env:\` of the job or workflow.`);
}
function claimState(runner) {
    try {
        runner.saveState('');
    }
    catch (error) {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        throw new base_errors/* Failure */.HR('state-not-saved', `The state of this step cannot be saved: ${(0,base_errors/* asSentence */.KG)(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
            'user of this step can write. In a container that runs as another user, set `options: --user root`.');
    }
}

;// CONCATENATED MODULE: ./build/src/post.js






const TIME_FOR_EVERYTHING_MS = 58_000;
function runPost() {
    return runStep(post);
}
async function post() {
    const deadline = clock/* systemClock */.m.elapsed() + TIME_FOR_EVERYTHING_MS;
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => { });
    const state = (0,runner_files/* readState */.un)(runner_runner/* STATE */.c4);
    if (state === '')
        return true;
    const secrets = new runner_secrets/* Secrets */.S();
    const runner = (0,runner_runner/* actionsRunner */.Aq)(secrets);
    try {
        const { runPostStep } = await Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(988), __nccwpck_require__.e(116)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6116));
        return await runPostStep(state, { runner, secrets, deadline });
    }
    catch (error) {
        runner.error('unexpected-error', `${(0,base_errors/* describeDefect */.Zm)(error)} The post step revoked nothing, so tokens of this ` +
            'step might stay active until they expire.');
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/index.js



module.exports = __webpack_exports__;
/******/ })()
;