/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 5568:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** systemClock is the machine's own. */
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
/**
 * TITLES are the titles of all errors, warnings, and notices, by their codes. docs/troubleshooting.md has a section for each. In
 * place of `…` stands a detail, such as the name of an input.
 */
const TITLES = {
    input: 'Input …',
    'unknown-input': 'Unknown input',
    more: 'More',
    'influxctl-profile': 'influxctl profile',
    'state-not-saved': 'State not saved',
    'the-runners-files-cannot-be-written': "The runner's files cannot be written",
    'no-file-written': 'No file written',
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
/** titleOf is what an annotation has as its title. */
function titleOf(code, detail = '') {
    return TITLES[code].replace('…', detail);
}
/** anchorOf is the anchor of the section in docs/troubleshooting.md, as GitHub makes it of the heading. */
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
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   eQ: () => (/* binding */ withContext),
/* harmony export */   oo: () => (/* binding */ Failures),
/* harmony export */   tf: () => (/* binding */ failureOnly)
/* harmony export */ });
/* harmony import */ var _error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8455);

/**
 * Failure is an error that a person can act on. Its message says what happened, what is true on the server now, and what to
 * do. Its code says what it is about. Whatever else is thrown is a defect of the action.
 */
class Failure extends Error {
    code;
    detail;
    constructor(code, message, { detail = '', ...options } = {}) {
        super(message, options);
        this.name = 'Failure';
        this.code = code;
        this.detail = detail;
    }
    /** The title of its annotation. */
    get title() {
        return (0,_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(this.code, this.detail);
    }
}
/** withContext adds to an error what is true now because of it, and keeps its code. Defects stay defects. */
function withContext(error, consequence) {
    if (!(error instanceof Failure))
        return error;
    const { code, detail } = error;
    return new Failure(code, `${asSentence(error)} ${consequence}`, { cause: error, detail });
}
/** failureOnly returns an error that a person can act on, and throws any other: a defect is never an outcome. */
function failureOnly(error) {
    if (error instanceof Failure)
        return error;
    throw error;
}
/** asSentence is an error's message with a full stop at its end, to stand inside a longer text. */
function asSentence(error) {
    const text = (error instanceof Error ? error.message : String(error)).trim();
    return /[.!?]\)?$/.test(text) ? text : `${text}.`;
}
/** Failures is thrown when several things failed that have nothing to do with each other. */
class Failures extends Error {
    failures;
    constructor(failures) {
        super(failures.map(({ message }) => message).join('\n'));
        this.name = 'Failures';
        this.failures = failures;
    }
}


/***/ }),

/***/ 5028:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ InputErrors),
/* harmony export */   h: () => (/* binding */ InvalidInputs)
/* harmony export */ });
/** InvalidInputs is thrown when a request cannot be made of the inputs: all that is wrong with them, at once. */
class InvalidInputs extends Error {
    errors;
    constructor(errors) {
        super(errors.map((error) => `${error.input}: ${error.message}`).join('\n'));
        this.name = 'InvalidInputs';
        this.errors = errors;
    }
}
/** InputErrors collects input errors while inputs are read, so that none hides the next. */
class InputErrors {
    #errors = [];
    /** add records one input error. */
    add(input, message) {
        this.#errors.push({ input, message });
    }
    /** none tells whether all inputs read so far are sound. */
    get none() {
        return this.#errors.length === 0;
    }
    /** describe puts all input errors into one text. */
    describe() {
        return this.#errors.map(({ input, message }) => `\`${input}\` ${message}`).join(' ');
    }
    /** throwIfAny ends the reading of inputs. Throws InvalidInputs when there are any. */
    throwIfAny() {
        if (!this.none)
            this.throwAll();
    }
    /** throwAll gives up. Throws InvalidInputs. */
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
/**
 * Secret holds a credential so that it cannot be printed by accident: in a template or in JSON it reads `***`, and an
 * inspected object does not show it. Only reveal() gives it away, and the few callers of reveal() are easy to find.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** reveal returns the credential itself: for what is sent, masked or put into the output `token`, never for a text. */
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

/***/ 8267:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ markServerText),
/* harmony export */   m: () => (/* binding */ replaceServerTexts)
/* harmony export */ });
/** "Start of text" and "end of text": control characters, which no text keeps on its way into the log. */
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKS = /[\u0002\u0003]/g;
/**
 * markServerText marks a text of a server inside a message of ours. Which credentials are known is decided only when a
 * message is printed, so the place that prints it checks every marked text, and no place that builds a message has to.
 */
function markServerText(text) {
    return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}
/** replaceServerTexts replaces each marked text in a message, marks included. */
function replaceServerTexts(message, replace) {
    return message.replaceAll(MARKED, (_, serverText) => replace(serverText));
}


/***/ }),

/***/ 3127:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ contentLines),
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/**
 * What a reader cannot see, or takes for a space or a hyphen: these characters are mostly what is wrong with a value that
 * looks right.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212]|(?! )\p{Zs}/gu;
/** quote shows a typed value inside a message: in double quotes, with invisible characters as escapes, cut when long. */
function quote(text) {
    return `"${shorten(text, 80).replaceAll(INVISIBLE, escapeCharacter)}"`;
}
/** contentLines splits an input into its trimmed lines, without blank lines and comments. */
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
/**
 * shorten cuts a text to about so many characters, at white space alone: a credential has none, so that no part of one
 * is left which the masks, made for the whole, would not cover.
 */
function shorten(text, maxLength) {
    if (text.length <= maxLength)
        return text;
    const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
    return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}
/** formatCount writes a whole number for people: `1,200`. By hand, since what Node has for it takes 10 ms to load. */
function formatCount(count) {
    return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

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

/***/ 6766:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain),
/* harmony export */   x: () => (/* binding */ reportFailure)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5955);
/* harmony import */ var _base_input_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5028);


/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MAX_ANNOTATED = 9;
/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
function reportFailure(error, runner) {
    if (error instanceof _base_input_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInputs */ .h) {
        const explanations = error.errors.map(({ input, message }) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `\`${input}\`: ${message}`, { detail: input }));
        annotate(explanations, 'of the inputs are wrong', runner);
        runner.summary({
            title: 'InfluxDB token: nothing was done, the inputs need mending',
            items: error.errors.map(({ input, message }) => `${input}: ${message}`),
        });
        return;
    }
    const explanations = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo ? error.failures : [explain(error, runner)];
    annotate(explanations, 'have failed', runner);
    runner.summary({
        title: 'InfluxDB token: the step failed',
        items: explanations.map(({ title, message }) => `${title}: ${message}`),
    });
}
/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
function explain(error, runner) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const text = error instanceof Error ? error.message : String(error);
    runner.debug(error instanceof Error ? (error.stack ?? text) : text);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unexpected-error', `This is a defect of the action, please report it: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(text)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`);
}
function annotate(explanations, what, runner) {
    for (const { code, message, detail } of explanations.slice(0, MAX_ANNOTATED)) {
        runner.error(code, message, detail);
    }
    const rest = explanations.slice(MAX_ANNOTATED);
    if (rest.length === 0)
        return;
    runner.error('more', `${rest.length} more ${what}: the log shows them below.`);
    for (const { title, message } of rest)
        runner.info(`${title}: ${message}`);
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
/** How PEM begins when it is encoded as base64 once more. */
const BEGIN_IN_BASE64 = 'LS0tLS1CRUdJTi';
const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/** readCertificates reads certificates from the text of a PEM file or from its path. */
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
/** PEM needs its line breaks: `>` in YAML turns them into spaces, and some secret stores remove them. */
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
/** What reads certificates is loaded only where there is one. */
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




/** readCredentials reads the management token and whom to trust. Collects every input error. */
function readCredentials(sources, errors) {
    const token = (0,setting/* settingOf */.y7)(sources, 'management-token', 'mgmt_token');
    return {
        credential: { secret: readManagementToken(token, errors), source: (0,setting/* nameOf */.Vb)(token) },
        trusted: readTrusted((0,setting/* settingOf */.y7)(sources, 'ca-certificate', 'tls.ca'), sources.readFile, errors),
    };
}
/** credentialsIn are all credentials given, sound or not and used or not: what is to be masked. */
function credentialsIn({ inputs, profile }) {
    const profiled = typeof profile === 'object' ? profile.values.mgmt_token?.trim() : undefined;
    return [...(0,request_inputs/* secretInputs */._y)(inputs), ...(profiled ? [profiled] : [])];
}
function readManagementToken(token, errors) {
    // Inputs are trimmed already, a profile's token is not.
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
/** readGithubToken reads a token of GitHub's, which an empty input leaves empty. Collects every input error. */
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
/**
 * credentialProblem says what is wrong with a trimmed credential, and what to set instead; undefined when nothing is. It never
 * quotes the credential. Nothing is assumed about how a token looks, except that a header can carry it and that it is not one
 * of the things that people paste in place of a token.
 */
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
    // Base64 ends in `=`, so a name needs something else behind it.
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


/**
 * readSources reads the profile, if there is one. What that takes is loaded only then: most steps have none. Collects every
 * input error.
 */
async function readSources(inputs, readFile, errors) {
    const configuration = inputs['influxctl-config'];
    const name = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .givenOrDefault */ .m0)(inputs, 'influxctl-profile');
    if (configuration !== '') {
        const { readProfile } = await Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(877)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7877));
        return { inputs, readFile, profile: readProfile(configuration, name, readFile, errors) ?? 'unreadable' };
    }
    if (name === 'default')
        return { inputs, readFile, profile: undefined };
    errors.add('influxctl-profile', 'names a profile, but `influxctl-config` is empty: give it the text or the path of a config.toml.');
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
        return { text: '', input, profileUnreadable: true };
    const text = profile.values[key];
    return text === undefined
        ? { text: '', input, missingHint: ` The profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(profile.name)} has no \`${key}\` either.` }
        : { text, input, from: { profile: profile.name, key } };
}
/** shown quotes a value that was typed. One from a profile may be a credential in the wrong place, so it is not shown. */
function shown({ text, from }) {
    return from ? 'its value' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text);
}
/** refuse adds an input error about a value. One from a profile is corrected in the configuration, not in the input that it stands for. */
function refuse({ input, from }, message, errors) {
    if (from)
        errors.add('influxctl-config', `\`${from.key}\` of profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(from.profile)}: ${message}`);
    else
        errors.add(input, message);
}
/** missing notes that a required value is not there. */
function missing({ input, missingHint = '', profileUnreadable }, message, errors) {
    if (!profileUnreadable)
        errors.add(input, `${message}${missingHint}`);
}
/** nameOf says where a value comes from, for people. */
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


/** A configuration or a bundle of certificates is far smaller; a device or a disk image is not read. */
const MAX_BYTES = 1024 * 1024;
/** readTextFile reads a file of the runner. Relative paths begin where the step runs: in the workspace. */
const readTextFile = (path) => {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    if (!found.isFile())
        throw new Error('The path is not a file');
    if (found.size > MAX_BYTES)
        throw new Error('The file is larger than 1 MiB');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
};
/** whyUnreadable says why a file could not be read, without repeating its path, which may be anything. */
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

/***/ 4930:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ isOwnerName),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName),
/* harmony export */   yc: () => (/* binding */ SECRET_NAME_RULE)
/* harmony export */ });
/** SECRET_NAME_RULE ends every message about a name that no secret can have. */
const SECRET_NAME_RULE = 'Use letters, digits, and `_`, without a leading digit or `GITHUB_`';
/** isSecretName tells whether GitHub lets a secret have a name. */
function isSecretName(text) {
    return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}
/** isOwnerName tells whether a text has the syntax of an account's or an organization's name. */
function isOwnerName(text) {
    return /^(?!\.{1,2}$)[\w.-]+$/.test(text);
}
/** parseRepository reads OWNER/REPO; undefined for anything else. */
function parseRepository(text) {
    const [owner, repo, ...more] = text.split('/');
    if (owner === undefined || repo === undefined || more.length > 0)
        return undefined;
    // What GitHub allows in the name of an owner it allows in that of a repository, too.
    return isOwnerName(owner) && isOwnerName(repo) ? { owner, repo } : undefined;
}
/**
 * isEnvironmentName tells whether an environment can be reached under a name. Nearly any text is one; but a URL would
 * take `..` for a way up, however it is encoded.
 */
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

/**
 * INPUTS declares every input, its default and who reads it; action.yml says the same, which a test compares.
 * Defaults that depend on other inputs (product, URLs, expiry, description) are applied where these are read.
 */
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
    'token-id': { usedBy: ['get', 'update', 'revoke', 'rotate'] },
    'skip-token-revoke': { default: 'false', usedBy: ['create'] },
    'fail-on-revoke-error': { default: 'false', usedBy: ['create'] },
    'activation-timeout': { default: '5m', usedBy: ['create', 'rotate'] },
    'store-in': { usedBy: ['rotate'] },
    'store-token': { usedBy: ['rotate'], secret: true },
    'renew-before': { usedBy: ['rotate'] },
    'grace-period': { default: '24h', usedBy: ['rotate'] },
    'github-token': { runnerExpression: 'github.token', usedBy: ['rotate', 'cleanup'], secret: true },
    status: { default: 'active', usedBy: ['list'] },
    kinds: { usedBy: ['list'] },
    'expires-within': { usedBy: ['list'] },
    'fail-on-match': { default: 'false', usedBy: ['list'] },
    scope: { implicitDefault: 'repository', usedBy: ['list', 'cleanup'] },
    'max-age': { usedBy: ['cleanup'] },
    'max-revocations': { default: '100', usedBy: ['cleanup'] },
    'dry-run': { default: 'false', usedBy: ['create', 'update', 'revoke', 'rotate', 'cleanup'] },
    'job-status': { runnerExpression: 'job.status', usedBy: ['rotate'] },
};
const NAMES = Object.keys(INPUTS);
/** readInputs reads every declared input with `read`, which gives trimmed texts. */
function readInputs(read) {
    return Object.fromEntries(NAMES.map((name) => [name, read(name)]));
}
/**
 * secretInputs are all credentials given, sound or not and read or not: what is to be masked. One that the runner gives to
 * every operation counts only where it is read.
 */
function secretInputs(inputs) {
    return NAMES.flatMap((name) => {
        const { secret, runnerExpression } = INPUTS[name];
        const isGiven = runnerExpression === undefined || isUsedBy(name, inputs.operation);
        return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
    });
}
/** givenOrDefault is an input's text, or its declared default where it is empty. */
function givenOrDefault(inputs, name) {
    return inputs[name] === '' ? defaultOf(name) : inputs[name];
}
/**
 * inapplicableInputs finds inputs that were given to an operation which does not read them. Silence would be dangerous:
 * somebody who writes `dry-run: true` beside `operation: create` does not expect a token.
 */
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
/** `False` is YAML's false as much as `false` is, and `1d` is `24h`. */
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

/***/ 5609:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   UV: () => (/* binding */ appendToSummary),
/* harmony export */   gw: () => (/* binding */ summaryWritten),
/* harmony export */   jj: () => (/* binding */ writeTemporaryFile),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2488);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5955);




/** writeOutput sets an output, whole or not at all. Throws a Failure, which never shows the value. */
function writeOutput(name, value) {
    write('GITHUB_OUTPUT', () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH)(name, value));
}
/** writeState replaces what the post step reads under a name, in the same way. Throws a Failure. */
function writeState(name, value) {
    write('GITHUB_STATE', () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ)(name, value));
}
/** readState is what main has saved under a name, in the post step; empty when it saved nothing. */
function readState(name) {
    return (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getState */ .Gu)(name);
}
let writing = Promise.resolve();
/**
 * appendToSummary adds Markdown to the job summary, after everything that was added before. `failed` gets the error when it
 * cannot be written.
 */
function appendToSummary(markdown, failed) {
    writing = writing
        .then(async () => {
        fileIn('GITHUB_STEP_SUMMARY');
        const { writeSummary } = await __nccwpck_require__.e(/* import() */ 374).then(__nccwpck_require__.bind(__nccwpck_require__, 3374));
        await writeSummary(markdown);
    })
        .catch(failed);
}
/** summaryWritten resolves when everything that was added to the job summary is in its file. */
async function summaryWritten() {
    await writing;
}
class NotSet extends Error {
}
class NoFile extends Error {
}
/** pathIn is the path in a variable of the runner. Throws when the variable is not set, which writeHint explains. */
function pathIn(variable) {
    const path = process.env[variable] ?? '';
    if (path === '')
        throw new NotSet(`the variable \`${variable}\` is not set`);
    return path;
}
/** writeHint says what to do about an error of a write, in sentences. */
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
    if (code === 'EEXIST')
        return 'A file of this name exists already. Run the job again.';
    return 'Check the disk of the runner.';
}
/** The toolkit prints the value when the variable is not set, so that is refused first. */
function write(variable, toolkit) {
    try {
        appendWhole(fileIn(variable), toolkit);
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('the-runners-files-cannot-be-written', `The file in \`${variable}\` cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(error)} If the step has created a token and not ` +
            `delivered it, the post step revokes it. ${writeHint(error)}`, { cause: error });
    }
}
/** A pipe would make the step wait for a reader. */
function fileIn(variable) {
    const path = pathIn(variable);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile())
        throw new NoFile(`there is no file at ${path}`);
    return path;
}
/** A full disk can leave part of an entry, which would become part of the next one. A kill cannot: there is one write. */
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
/** Its contents are for the steps of this job alone. */
const OWNER_ONLY = 0o600;
/**
 * writeTemporaryFile writes a file that only its owner can read into the runner's folder for temporary files, and returns its
 * path. An existing file or link of that name stays as it is. Throws a Failure, and leaves no part of the file.
 */
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
  Uo: () => (/* binding */ fitsIntoOutput),
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
// EXTERNAL MODULE: ./build/src/base/server-text.js
var server_text = __nccwpck_require__(8267);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(2986);
;// CONCATENATED MODULE: ./build/src/runner/summary.js



/** GitHub takes 1 MiB of a step's summary and shows nothing of a longer one; what comes after a table needs room too. */
const MAX_TABLE_BYTES = 900_000;
/** A list may come after a table. */
const MAX_LIST_BYTES = 100_000;
const MAX_CELL_LENGTH = 300;
/** A fact stands alone in its row: what is granted on a hundred databases is to be seen. */
const MAX_FACT_LENGTH = 10_000;
/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
function renderSection(section, safe) {
    const heading = [`### ${section.title}`, ''];
    if ('items' in section)
        return lines(heading, list(section.items, safe));
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
function list(items, safe) {
    const { written, left } = fitting(items, (item) => `- ${(0,sanitize/* escapeMarkdown */.F)((0,base_text/* shorten */.ml)(safe(item), MAX_FACT_LENGTH))}`, MAX_LIST_BYTES);
    return left === 0 ? written : [...written, '', `${tooMany(left)} The log holds all.`];
}
function table({ head, rows, more = '' }, safe) {
    // Most texts of a long table stand in many of its rows.
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
    // Cells contain data, mostly a server's.
    return (0,sanitize/* escapeMarkdown */.F)((0,base_text/* shorten */.ml)(safe((0,server_text/* markServerText */.k)(text)), longest));
}
/** As many of the first lines as fit into so many bytes, and how many are left. */
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
/** All but letters, digits and a few signs that mean nothing to Mermaid. */
const NOT_PLAIN = /[^\p{L}\p{N}._/-]+/gu;
const MAX_LABEL_LENGTH = 40;
/**
 * renderTimeline writes a chart that GitHub draws: https://mermaid.js.org/syntax/gantt.html. Labels go through `safe`; each
 * gets a number, because a line that begins with one of Mermaid's own words would be taken for it.
 */
function renderTimeline(bars, safe) {
    const tasks = bars.map(({ label, from, to }, index) => {
        const shown = (0,base_text/* shorten */.ml)(safe((0,server_text/* markServerText */.k)(label)), MAX_LABEL_LENGTH)
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
/** Without a zone, so that both ends are in the same one. */
function chartTime(instant) {
    return new Date(instant).toISOString().slice(0, 19);
}

;// CONCATENATED MODULE: ./build/src/runner/runner.js





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
const MAX_OUTPUT_BYTES = 1_000_000;
/** fitsIntoOutput tells whether GitHub takes a text as an output. */
function fitsIntoOutput(text) {
    return Buffer.byteLength(text) <= MAX_OUTPUT_BYTES;
}
/** STATE is the name of the one piece of state. */
const STATE = 'ledger';
/**
 * actionsRunner is the real runner. The toolkit writes its commands and files; every text is redacted first, and cannot be
 * taken for a command.
 */
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
            // Redacted first and escaped then: an escape inside of a secret would hide it from every mask.
            (0,runner_files/* appendToSummary */.UV)(`${renderSection(section, safe)}\n`, (error) => {
                // A summary is for show: it must not decide what becomes of a token.
                (0,core/* debug */.Yz)(safe(`The summary could not be written: ${(0,errors/* asSentence */.KG)(error)}`));
            });
        },
    };
}
/** readInput is the trimmed text of an input; empty when it is not set. */
function readInput(name) {
    return (0,core/* getInput */.V4)(name);
}
/** The section of docs/troubleshooting.md about a code, in the version of the action that runs. An action in a folder has none. */
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
/** What is left of C0 and C1, and DEL. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
/** .NET compares texts as people read them: a zero-width space between the colons of `::` would hide them from us alone. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LEADING_COMMAND = /^(\s*):(?=:)/;
/** What most texts are made of, and nothing above is in it. */
const PRINTABLE_ASCII = /^[ -~]*$/;
/**
 * plainText makes one line of a text that no workflow command can hide in. GitHub's runner looks for `::` at the
 * beginning of a line, after any white space, and for `##[` anywhere in it.
 */
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
/** HTML and the beginnings of links become entities, since a backslash does not stop them; the rest gets a backslash. */
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;
/** A bullet or a number begins a list, even inside the item of another list. */
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;
/**
 * escapeMarkdown makes a summary show a text from outside as it is, in one line: no Markdown, HTML, or formula in it has
 * any effect, and no address becomes a link.
 */
function escapeMarkdown(text) {
    return plainText(text)
        .replaceAll(SPECIAL, (special) => /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`)
        .replace(LIST_MARKER, (_, blank, bullet = '', number = '') => bullet === '' ? `${blank}${number}\\.` : `${blank}\\${bullet}`);
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
// EXTERNAL MODULE: ./build/src/base/server-text.js
var server_text = __nccwpck_require__(8267);
;// CONCATENATED MODULE: ./build/src/runner/credential-overlap.js
/** So many characters in a row are no coincidence. */
const FRAGMENT_LENGTH = 10;
/** No honest server escapes a text more often. */
const MAX_DECODINGS = 8;
/** How a credential of a known kind begins. The first part of a JWT names only its algorithm. */
const PUBLIC_BEGINNING = /^(?:github_pat_|gh[a-z]_(?:\d+_)?|apiv\d+_|M\.V1\.)?(?:eyJ[\w-]+\.(?=[\w-]+\.[\w-]))?/;
/** White space and invisible characters could separate the characters of a credential. */
const SEPARATORS = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;
/** credentialFragments lists every 10 characters in a row of a credential, its public beginning aside. */
function credentialFragments(credential) {
    return fragmentsOf(withoutSeparators(credential).replace(PUBLIC_BEGINNING, ''));
}
/**
 * repeatsCredential tells whether a text contains one of the fragments, as it is or after its escapes are decoded, up
 * to 8 times. A text with still more layers counts as repeating one, because nobody can tell. Takes time linear in the
 * text, whatever the number of fragments.
 */
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
/** HTML's names of the printable ASCII characters, in lower case. */
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
/** Browsers take entities without a semicolon, too. */
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
/** decodeEscapes decodes HTML entities, percent escapes, and JSON and JavaScript escapes once, in one pass. */
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
/** What is no character stays as it is. */
function character(code, written) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

;// CONCATENATED MODULE: ./build/src/runner/masking.js
/** Shorter texts occur in any log by chance: to mask them would hide the log and protect nothing. */
const MIN_FORM_LENGTH = 4;
/**
 * `base64` and `openssl base64` break lines after 76 and 64 characters, so a line can begin at any group of four.
 * A line is hidden in whole blocks: of what begins or ends a line, fewer than 16 characters are left to be seen.
 */
const BLOCK_LENGTH = 16;
/**
 * maskingForms lists the texts that hide a secret in a log, each once: its lines (a program prints line by line), their
 * URL-encoded forms, and their base64. GitHub's runner masks base64 only of a secret that stands alone and is not
 * wrapped, in the standard alphabet. Nothing shorter than 4 characters is listed, so a secret that short has no forms.
 */
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
/** Encoders differ in what they keep: Python's `quote` keeps `/`, others keep `=`. Hex digits are of either case. */
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
/** In both alphabets, as one piece and in blocks. */
function base64Forms(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    return [0, 1, 2]
        .flatMap((alignment) => {
        const { core, firstGroup } = base64Core(bytes, alignment);
        return [core, ...blocksOf(core.slice(firstGroup))];
    })
        .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
/**
 * base64Core encodes bytes behind `alignment` unknown ones, and keeps only the characters that these bytes alone
 * decide: no padding, nothing shared with a neighbor. `firstGroup` is where the first whole group of four begins.
 */
function base64Core(bytes, alignment) {
    const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
    const start = Math.ceil((alignment * 8) / 6);
    const end = Math.floor(((alignment + bytes.length) * 8) / 6);
    return { core: encoded.slice(start, end), firstGroup: (4 - start) % 4 };
}
/**
 * Blocks follow one another without overlap: four times as many would cost the runner four times as much, to hide one
 * more block for each line break.
 */
function blocksOf(groups) {
    const count = Math.floor(groups.length / BLOCK_LENGTH);
    return Array.from({ length: count }, (_, block) => groups.slice(block * BLOCK_LENGTH, (block + 1) * BLOCK_LENGTH));
}

// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(2986);
// EXTERNAL MODULE: ./build/src/runner/stdout.js
var stdout = __nccwpck_require__(7266);
;// CONCATENATED MODULE: ./build/src/runner/secrets.js






/** As many characters as the shortest form of a credential has. */
const START_LENGTH = 4;
const WITHHELD = "[the server's text is withheld: it repeats part of a credential]";
/**
 * Secrets masks credentials: for the runner, which then hides them in everything that it shows, and for our own texts,
 * because an error of the API can repeat what it was sent.
 */
class Secrets {
    /** What is masked, by its first characters. */
    #forms = new Map();
    /** Finds where a form could begin, faster than a look at each place. Undefined while nothing is masked. */
    #starts;
    #fragments = new Set();
    /**
     * mask is called with a credential as soon as it is received, before anything else is printed. Throws when standard output
     * is closed.
     */
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
    /**
     * safeText is a text as it can be printed: in one line, without workflow commands and without credentials. A server's
     * text in it that repeats part of a credential is withheld entirely.
     */
    safeText(text) {
        const checked = (0,server_text/* replaceServerTexts */.m)(text, (serverText) => repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText);
        // Redacted twice: characters that plainText removes could have kept the pieces of a credential apart.
        return this.redact((0,sanitize/* plainText */.w)(this.redact(checked)));
    }
    /**
     * redact replaces every known form of every credential by `***`, and forms that touch or overlap by one. Takes time
     * linear in the text, whatever the number of credentials.
     */
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
/** A regular expression for a text as it is. */
function escaped(text) {
    return text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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


/***/ }),

/***/ 7266:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TV: () => (/* binding */ stdoutWritten),
/* harmony export */   WI: () => (/* binding */ blockOnStdout),
/* harmony export */   z_: () => (/* binding */ requireStdout)
/* harmony export */ });
/**
 * blockOnStdout makes every write to a pipe wait until its reader has room. Call it before anything is printed. Node would
 * otherwise keep what does not fit, and a kill, or what is written to a file next, would overtake a mask.
 */
function blockOnStdout() {
    process.stdout._handle?.setBlocking?.(true);
    // Whoever prints next looks at `errored`: without a listener, Node would print a stack trace first.
    process.stdout.on('error', () => { });
}
/** requireStdout throws the error of a standard output that was closed: nothing is masked then. */
function requireStdout() {
    if (process.stdout.errored)
        throw process.stdout.errored;
}
/** stdoutWritten resolves when everything that was printed has left the process. Rejects when standard output is closed. */
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
/* harmony export */   lH: () => (/* binding */ isDatabaseName),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8673);


/** The vendor's grammar of a database's name: 1 to 64 characters, case-sensitive, no leading underscore. */
const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
/** DATABASE_NAME_RULE ends every message about a name that no database can have. */
const DATABASE_NAME_RULE = 'Use 1 to 64 of `A-Z a-z 0-9 _ - /`, without a leading `_`; `*` means all databases';
/** isDatabaseName tells whether a grant can name it: a database's name, or `*`. */
function isDatabaseName(text) {
    return text === _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_DATABASE */ .fY || NAME.test(text);
}
/** unknownDatabases lists the granted names that a cluster does not have, in the order granted. `*` is always known. */
function unknownDatabases(permissions, existing) {
    const known = new Set([...existing, _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .ANY_DATABASE */ .fY]);
    return [...new Set(permissions.map((permission) => permission.resource))].filter((name) => !known.has(name));
}
/**
 * nearestName finds what was probably meant: the closest name within a third of its length, if there is one. A name
 * that has nothing in common with what was typed is no suggestion.
 */
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
    const text = new Date(instant).toISOString();
    return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
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
/** wholeSeconds takes the milliseconds off an instant. */
function wholeSeconds(instant) {
    return Math.floor(instant / 1000) * 1000;
}
/** formatServerDate writes a date of the API; undefined where it is not set. One that cannot be read says so. */
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
/** DURATION_EXAMPLES ends every message about a duration that cannot be read. */
const DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h`, or `0`';
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
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;
const MONTH_S = 30 * DAY_S;
const YEAR_S = 365 * DAY_S;
/** What people write for a unit, in lower case. */
const SPELLED_UNITS = {
    ...spellings(1, 's', 'sec', 'secs', 'second', 'seconds'),
    ...spellings(MINUTE_S, 'm', 'min', 'mins', 'minute', 'minutes'),
    ...spellings(HOUR_S, 'h', 'hr', 'hrs', 'hour', 'hours'),
    ...spellings(DAY_S, 'd', 'day', 'days'),
    ...spellings(WEEK_S, 'w', 'wk', 'wks', 'week', 'weeks'),
    ...spellings(MONTH_S, 'mo', 'mon', 'mth', 'month', 'months'),
    ...spellings(YEAR_S, 'y', 'yr', 'yrs', 'year', 'years'),
};
/** `P30D`, `PT12H`: the letter M means months before the T and minutes after it. */
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [YEAR_S, MONTH_S, WEEK_S, DAY_S, HOUR_S, MINUTE_S, 1];
/** A number and its unit. */
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;
/** Longer texts are not durations. */
const MAX_TYPED_LENGTH = 60;
/**
 * suggestDurations finds what was probably meant by a text that parseDuration does not read, such as `30 days`, `1y`, `1.5h`, or
 * `P30D`, and writes it as parseDuration reads it. A number without a unit gets one suggestion for each unit. Pure.
 */
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




/** LISTED_KINDS are the kinds of tags, and what has no tag. */
const LISTED_KINDS = ['job', 'kept', 'pending', 'current', 'untagged'];
/** listTokens picks tokens and sorts them: newest first, then by id. `now` is in milliseconds since 1970. Pure. */
function listTokens(tokens, filter, now) {
    return tokens
        .map((token) => examine(token, now))
        .filter((token) => selects(filter, token, now))
        .sort(newestFirst);
}
/** unreadableExpiries are those that a filter leaves out only because nobody can tell when they expire. Pure. */
function unreadableExpiries(tokens, { expiresWithinMs, ...others }, now) {
    if (expiresWithinMs === undefined)
        return [];
    return listTokens(tokens, others, now).filter(({ expiresAt }) => expiresAt === 'unreadable');
}
/** isWithin tells whether a tag is one of a scope. What has no tag is only in the cluster's. */
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
/** newestFirst orders tokens by creation, the newest first, and those without a readable date last; ties by id. */
function newestFirst(one, other) {
    return sortable(other.createdAt, 0) - sortable(one.createdAt, 0) || compareTexts(one.id, other.id);
}
/** nextToExpireFirst orders tokens by expiry, those that never expire or cannot be read last; ties by id. */
function nextToExpireFirst(one, other) {
    const never = Number.MAX_SAFE_INTEGER;
    return sortable(one.expiresAt, never) - sortable(other.expiresAt, never) || compareTexts(one.id, other.id);
}
/**
 * formatTokens writes the JSON of the output `tokens`: the API's names of fields, what the tag tells, and what `more` adds.
 */
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
/* harmony export */   V_: () => (/* binding */ grantsAnyDatabase),
/* harmony export */   fY: () => (/* binding */ ANY_DATABASE),
/* harmony export */   gH: () => (/* binding */ describePermissions),
/* harmony export */   gu: () => (/* binding */ grants),
/* harmony export */   hq: () => (/* binding */ samePermissions),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   pM: () => (/* binding */ mergePermissions)
/* harmony export */ });
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
/** permissionChange compares as sets: neither order nor repetition is a difference. */
function permissionChange(from, to) {
    return { added: missingIn(from, to), removed: missingIn(to, from) };
}
/** samePermissions tells whether two sets of permissions are the same. */
function samePermissions(one, other) {
    const { added, removed } = permissionChange(one, other);
    return added.length === 0 && removed.length === 0;
}
function missingIn(some, others) {
    const known = new Set(some.map(key));
    return mergePermissions(others).filter((permission) => !known.has(key(permission)));
}
/** formatPermissions writes the JSON of the output `permissions`, which the input of that name reads. */
function formatPermissions(permissions) {
    return JSON.stringify(permissions.map(({ action, resource }) => ({ action, resource })));
}
/** describePermissions writes grants for people: `metrics: read, write; logs: read`. */
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


/***/ }),

/***/ 16:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ recordIn),
/* harmony export */   w: () => (/* binding */ unfinishedRecordIn)
/* harmony export */ });
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);

/** What a suspension writes after a tag: state, date, and grants. No part contains a bracket. */
const RECORD = /^ \[gha-(?:suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;
const RECORD_START = ' [gha-';
/** A record that the server cut off: everything that a record can contain, without the bracket at its end. */
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;
/** recordIn returns the record at the end of a description, empty if there is none. Takes time linear in the text. */
function recordIn(description) {
    const candidate = lastCandidate(description);
    const [, since = '', grants = ''] = RECORD.exec(candidate) ?? [];
    return (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(since) !== undefined && isDecodable(grants) ? candidate : '';
}
/** unfinishedRecordIn returns the beginning of a record that was cut off, empty if there is none. */
function unfinishedRecordIn(description) {
    const candidate = lastCandidate(description);
    return UNFINISHED.test(candidate) ? candidate : '';
}
/** Only the last one can be at the end, because a record contains no bracket but its own. */
function lastCandidate(description) {
    const start = description.lastIndexOf(RECORD_START);
    return start < 0 ? '' : description.slice(start);
}
function isDecodable(grants) {
    try {
        decodeURIComponent(grants);
        return true;
    }
    catch {
        return false;
    }
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
/* harmony export */   ve: () => (/* binding */ isSameRepository),
/* harmony export */   z1: () => (/* binding */ TAG_GRAMMAR)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);

/** TAG_GRAMMAR is what each part of a tag that comes from the runner must be, as the source of a regular expression. */
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
/** formatTagged appends a tag to a plain description. */
function formatTagged(plain, tag) {
    const { server, repository, repositoryId, runId, runAttempt, kind, nonce } = tag;
    return `${plain}${TAG_START}${server}/${repository}#${repositoryId} ${runId}.${runAttempt} ${kind} ${nonce}]`;
}
/**
 * parseTagged splits a description into plain text, tag, and what follows the tag; undefined when it has no tag. Takes
 * time linear in the text.
 */
function parseTagged(description) {
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .R)(description);
    const unfinished = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .unfinishedRecordIn */ .w)(withoutEnd(description, record));
    const text = withoutEnd(description, unfinished + record);
    // A tag contains no bracket but its own, so only the last one can be the tag.
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
/** plainDescription is what people typed: the description without tag and record. */
function plainDescription(description) {
    return parseTagged(description)?.plain ?? withoutEnd(description, (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .R)(description));
}
/** withPlainDescription replaces what people typed, and keeps tag and record verbatim. */
function withPlainDescription(description, plain) {
    return plain + description.slice(plainDescription(description).length);
}
/** withTag replaces the tag of a description, or gives it one, and keeps the plain description and the record verbatim. */
function withTag(description, tag) {
    const record = parseTagged(description)?.record ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordIn */ .R)(description);
    return formatTagged(plainDescription(description), tag) + record;
}
/** isSameRepository compares by server and ID, because IDs are unique only within one server. */
function isSameRepository(one, other) {
    return one.server === other.server && one.repositoryId === other.repositoryId;
}
/** findByNonce picks the tokens whose tag has one of the nonces: more than one may, if a gateway repeated a POST. */
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
/** tokenStatus tells what a token is worth at a time (milliseconds since 1970). Revoked outranks expired. */
function tokenStatus(token, now) {
    if (token.revokedAt !== 'unset')
        return 'revoked';
    if (typeof token.expiresAt === 'number' && token.expiresAt <= now)
        return 'expired';
    return 'active';
}
/**
 * isConfirmedRevoked tells whether there is nothing left to revoke. A date that cannot be read proves nothing: to revoke a
 * token twice does no harm, to leave one alive does.
 */
function isConfirmedRevoked({ revokedAt }) {
    return typeof revokedAt === 'number';
}
/** indexById makes a list searchable by id, whose hex digits may be of either case; of one listed twice the last counts. */
function indexById(tokens) {
    const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
    return (id) => byId.get(id.toLowerCase());
}
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
  "118": "badrap-valita.js",
  "177": "proxy.js",
  "235": "noble-ciphers-and-noble-hashes.js",
  "374": "write-summary.js",
  "413": "packages-of-actions-github.js",
  "454": "github-api.js",
  "533": "shared-by-rotate-and-run-operation.js",
  "556": "run-operation.js",
  "653": "rotate.js",
  "779": "actions-http-client.js",
  "877": "influxctl-profile.js",
  "883": "post-step.js",
  "922": "sealed-box.js",
  "996": "shared-by-post-step-and-run-operation.js"
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
var errors = __nccwpck_require__(5955);
// EXTERNAL MODULE: ./build/src/base/input-errors.js
var input_errors = __nccwpck_require__(5028);
// EXTERNAL MODULE: ./build/src/report/errors.js
var report_errors = __nccwpck_require__(6766);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __nccwpck_require__(7833);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var connection_setting = __nccwpck_require__(9881);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __nccwpck_require__(6845);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./build/src/request/misspelled.js


const PREFIX = 'INPUT_';
/** From so many letters on, a typed name can be two letters off: short names would match by chance. */
const LONG_NAME = 9;
const DECLARED = Object.keys(request_inputs/* INPUTS */.mc).map((name) => ({ name, key: normalized(name) }));
/**
 * undeclaredInputs finds the inputs that GitHub only warns about: a `dry_run: true` that is ignored would revoke tokens.
 * `env` is the environment of the step. Pure.
 */
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
/** meantBy lists the declared inputs that an undeclared name probably stands for, the most likely ones only. Pure. */
function meantBy(name) {
    const typed = normalized(name);
    // A token in place of its ID would be shown.
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
/** `fail` and `failon` of `fail-on-match`. */
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
/**
 * parseGlob reads a pattern; each text is one. Not by a library, since all of them make a regular expression: these try
 * every way of sharing a text out among the stars, and whoever may describe a token could keep a step busy for hours.
 */
function parseGlob(pattern) {
    const pieces = [...pattern.matchAll(/\\(.)|(\*+)|(\?)|(.)/gsu)].map(([, escaped, stars, mark, plain = '']) => escaped ?? (stars !== undefined ? ANY_TEXT : mark !== undefined ? ANY_CHARACTER : plain));
    return {
        matches: (text) => matches(pieces, [...text]),
        literals: pieces.filter((piece) => typeof piece === 'string').length,
    };
}
/** Where a text does not fit, only the last star need give way: what is before it fits as early as it can. */
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

/**
 * readList reads an input that is a list: one item per line, or separated by commas, or a JSON array of strings. Comments and
 * blank lines are skipped, duplicates merged. A list that cannot be read as one is a single input error, and `undefined`.
 */
function readList(inputs, name, errors) {
    const list = parseList(inputs[name]);
    if ('items' in list)
        return list.items;
    errors.add(name, list.problem);
    return undefined;
}
/** readLines reads the same forms, but a comma belongs to its line: for inputs whose lines contain lists themselves. */
function readLines(inputs, name, errors) {
    const list = parseLines(inputs[name]);
    if ('items' in list)
        return list.items;
    errors.add(name, list.problem);
    return undefined;
}
/** parseList parses a list that commas or line breaks separate. Pure. */
function parseList(text) {
    return parse(text, (line) => line.split(',').map((item) => item.trim()));
}
/** parseLines parses a list that only line breaks separate. Pure. */
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
/** isEncodedTwice recognizes a JSON string that contains JSON, as `toJSON()` makes of an output that is JSON already. */
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
/** joinedByFolding tells whether an item is several valid ones in a row, which is what `>` makes of lines. */
function joinedByFolding(item, isValid) {
    const parts = item.split(/\s+/);
    return parts.length > 1 && parts.every(isValid);
}
/** FOLDING_HINT ends the message about an item for which joinedByFolding holds. */
const FOLDING_HINT = 'Write one item per line or separate them by commas (`>` joins lines; use `|`).';
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Blank lines and commas without an item do not count. An empty string in JSON was written by a program: it stays, and is an error. */
function unique(items) {
    return [...new Set(items)].filter((item) => item !== '');
}

// EXTERNAL MODULE: ./build/src/tokens/databases.js
var databases = __nccwpck_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var permissions = __nccwpck_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var tokens_duration = __nccwpck_require__(5301);
;// CONCATENATED MODULE: ./build/src/request/fields/scalars.js




/** readBoolean reads a switch. Adds an input error and returns false for anything else. */
function readBoolean(inputs, name, errors) {
    return parseBoolean((0,request_inputs/* givenOrDefault */.m0)(inputs, name), name, errors);
}
/** parseBoolean reads `true` or `false` in any case. Anything else is an input error, and false. */
function parseBoolean(text, name, errors) {
    const typed = text.toLowerCase();
    if (typed === 'true')
        return true;
    if (typed !== 'false')
        errors.add(name, notABoolean(text));
    return false;
}
/** The words that YAML 1.1, shells, and people have for the two. */
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
    const meant = Object.hasOwn(SWITCHES, typed) ? SWITCHES[typed] : (0,databases/* nearestName */.qb)(text, ['true', 'false']);
    return `${(0,base_text/* quote */.hD)(text)} is not \`true\` or \`false\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
}
/** readCount reads a whole number from 0 to `max`. Adds an input error and returns 0 otherwise. */
function readCount(inputs, name, max, errors) {
    const text = (0,request_inputs/* givenOrDefault */.m0)(inputs, name);
    const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (count <= max)
        return count;
    errors.add(name, `${(0,base_text/* quote */.hD)(text)} is not a whole number from 0 to ${max}.`);
    return 0;
}
/** UP_TO_TEN_YEARS is any duration that somebody can mean. */
const UP_TO_TEN_YEARS = {
    min: 0,
    max: 10 * 365 * 24 * 3600,
    rule: 'at most ten years',
};
/** readDuration reads a duration of at least and at most so many seconds. Returns milliseconds; 0 with an input error. */
function readDuration(inputs, name, limits, errors) {
    const text = (0,request_inputs/* givenOrDefault */.m0)(inputs, name);
    const seconds = (0,tokens_duration/* parseDuration */.E9)(text);
    if (seconds === undefined) {
        errors.add(name, `${(0,base_text/* quote */.hD)(text)} is not a duration. ${durationHint(text)}`);
        return 0;
    }
    if (seconds < limits.min || seconds > limits.max) {
        errors.add(name, `${(0,base_text/* quote */.hD)(text)} is out of range: ${limits.rule}.`);
        return 0;
    }
    return seconds * 1000;
}
/** durationHint is what to write instead of a text that is not a duration: a sentence. */
function durationHint(text) {
    const meant = (0,tokens_duration/* suggestDurations */.OX)(text).map((suggestion) => `\`${suggestion}\``);
    return meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `${tokens_duration/* DURATION_EXAMPLES */.rJ}.`;
}
/** readChoice reads one of a few values. Anything else is an input error that suggests the nearest one. */
function readChoice(text, choice, errors) {
    const value = choice.values.find((one) => one === text);
    if (value === undefined)
        errors.add(choice.input, wrongChoice(text, choice));
    return value;
}
/** wrongChoice says what is wrong with a value, and which one was probably meant. Pure. */
function wrongChoice(text, { values, synonyms }) {
    const typed = text.toLowerCase();
    const isSynonym = synonyms !== undefined && Object.hasOwn(synonyms, typed);
    const meant = isSynonym ? synonyms[typed] : (0,databases/* nearestName */.qb)(typed, values);
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    return `${(0,base_text/* quote */.hD)(text)} is not valid.${hint} Use ${values.map((one) => `\`${one}\``).join(', ')}.`;
}
/** readActivationTimeout reads how long to wait for a token to be accepted, in milliseconds; 0: do not probe. */
function readActivationTimeout(inputs, errors) {
    const limits = { min: 0, max: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' };
    return readDuration(inputs, 'activation-timeout', limits, errors);
}

;// CONCATENATED MODULE: ./build/src/request/fields/permissions.js





const FORMS = 'Write `read`, `write`, or both for every name in `databases`; or one line `NAME: read, write` per database; or `none`';
/** requestsPermissions tells whether somebody has typed any, or databases for them. */
function requestsPermissions(inputs) {
    return inputs.permissions !== '' || inputs.databases !== '';
}
/** readRequestedPermissions reads `databases`, `permissions` and `check-databases`. Collects every input error. */
function readRequestedPermissions(inputs, errors) {
    return {
        permissions: readPermissions(inputs, errors),
        checkDatabases: readBoolean(inputs, 'check-databases', errors),
        databasesInput: inputs.databases === '' ? 'permissions' : 'databases',
    };
}
/**
 * readPermissions reads `databases` and `permissions` together, in any of their forms: actions for every database, a line per
 * database, `none`, and the JSON of the output `permissions`. Collects every input error; the result is incomplete then.
 */
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
/** readDatabases reads the names in `databases`. Collects every input error. */
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
/** `metrics=read` is how other tools write a line. */
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
/** What people and other products write for an action, in lower case and with letters only. */
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
/** meantActions are the actions that a text probably stands for; none where nobody can tell. */
function meantActions(text) {
    const typed = text.toLowerCase().replaceAll(/[^a-z]/g, '');
    if (isAction(typed))
        return [typed];
    return Object.hasOwn(SYNONYMS, typed) ? (SYNONYMS[typed] ?? []) : [];
}
/** What commas separate in a line that is known to be sound as a line. */
function itemsOf(line) {
    const list = parseList(line);
    return 'items' in list ? list.items : [line];
}
/** parseObjects reads the JSON form; undefined where the text is not JSON with objects. */
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
/** Other keys are ignored: `influxctl token list` prints an `id` for each permission. */
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






const STATUSES = ['active', 'expired', 'revoked', 'all'];
/** readFilter reads which tokens to list. The run is read only for a scope that is compared with it. Collects every input error. */
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
    return readChoice((0,request_inputs/* givenOrDefault */.m0)(inputs, 'status'), choice, errors) ?? 'all';
}
function readKinds(inputs, errors) {
    const choice = { input: 'kinds', values: listing/* LISTED_KINDS */.Cw, synonyms: { none: 'untagged' } };
    const kinds = readList(inputs, 'kinds', errors) ?? [];
    if (inputs.kinds !== '' && kinds.length === 0)
        errors.add('kinds', 'contains only comments.');
    return kinds.flatMap((kind) => readChoice(kind, choice, errors) ?? []);
}
function readExpiresWithin(inputs, errors) {
    if (inputs['expires-within'] === '')
        return undefined;
    const rule = 'at least 1s, since what expires within nothing has expired';
    return readDuration(inputs, 'expires-within', { min: 1, max: Number.POSITIVE_INFINITY, rule }, errors);
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
/** readScope reads whose tokens are meant. Adds an input error, and returns the cluster then. */
function readScope(text, readRun, errors) {
    if (text === 'repository') {
        const { server, repositoryId } = readRun();
        return { kind: 'repository', server, repositoryId };
    }
    if (text === 'organization') {
        const { server, repository } = readRun();
        return { kind: 'organization', server, owner: repository.split('/')[0] ?? '' };
    }
    readChoice(text, SCOPE, errors);
    return { kind: 'cluster' };
}

;// CONCATENATED MODULE: ./build/src/request/cleanup.js




/** A pattern with less is no pattern but everything. */
const MIN_LITERALS = 3;
/** readCleanupRequest reads what `cleanup` needs. Collects every input error. */
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
        },
        maxRevocations: readCount(inputs, 'max-revocations', 1_000_000, errors),
        githubToken: (0,credentials/* readGithubToken */.lF)(inputs, 'github-token', errors),
        dryRun: readBoolean(inputs, 'dry-run', errors),
    };
}
/** Whoever cleans up everybody's tokens must say which. */
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
    return readDuration(inputs, 'max-age', UP_TO_TEN_YEARS, errors);
}

// EXTERNAL MODULE: ./build/src/base/url.js
var base_url = __nccwpck_require__(3175);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var token = __nccwpck_require__(9616);
;// CONCATENATED MODULE: ./build/src/request/connection/connection.js






const DEDICATED_API = 'https://console.influxdata.com';
/** readConnection reads where to send requests and with which management token. Collects every input error. */
function readConnection(sources, errors) {
    const product = readProduct((0,connection_setting/* settingOf */.y7)(sources, 'product', 'product'), errors);
    const needsIds = product === 'dedicated';
    const accountId = readId((0,connection_setting/* settingOf */.y7)(sources, 'account-id', 'account_id'), needsIds, errors);
    const clusterId = readId((0,connection_setting/* settingOf */.y7)(sources, 'cluster-id', 'cluster_id'), needsIds, errors);
    const urls = product === 'clustered'
        ? readClusteredUrls(sources, errors)
        : readDedicatedUrls(sources, clusterId, errors);
    const { inputs } = sources;
    return {
        product: product ?? 'dedicated',
        ...urls,
        ...(accountId === undefined ? {} : { accountId }),
        ...(clusterId === undefined ? {} : { clusterId }),
        ...(0,credentials/* readCredentials */.L1)(sources, errors),
        retryPolicy: {
            timeoutMs: readDuration(inputs, 'request-timeout', { min: 1, max: 3600, rule: 'one try of one request takes from 1s to 1h' }, errors),
            retries: readCount(inputs, 'retries', 99, errors),
        },
    };
}
/** Undefined with an input error, after which nobody can say what else is needed. */
function readProduct(product, errors) {
    const { text } = product;
    if (product.profileUnreadable)
        return undefined;
    if (text === '' || text === 'dedicated')
        return 'dedicated';
    if (text === 'clustered')
        return 'clustered';
    const meant = product.from ? undefined : (0,databases/* nearestName */.qb)(text, ['dedicated', 'clustered']);
    (0,connection_setting/* refuse */.TR)(product, `${(0,connection_setting/* shown */.SP)(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`, errors);
    return undefined;
}
/** The Management API is the vendor's. A profile's host is that of the cluster. */
function readDedicatedUrls(sources, clusterId, errors) {
    return {
        apiUrl: readBaseUrl((0,connection_setting/* settingOf */.y7)(sources, 'api-url'), errors) ?? DEDICATED_API,
        clusterUrl: readClusterUrl((0,connection_setting/* settingOf */.y7)(sources, 'cluster-url', 'host'), errors) ??
            `https://${clusterId}.a.influxdb.io`,
    };
}
/** Both are on one host, which is a profile's: each follows from the other. */
function readClusteredUrls(sources, errors) {
    const api = (0,connection_setting/* settingOf */.y7)(sources, 'api-url', 'host');
    const cluster = (0,connection_setting/* settingOf */.y7)(sources, 'cluster-url', 'host');
    if (api.text === '' && cluster.text === '') {
        (0,connection_setting/* missing */.LO)(api, 'is required with `product: clustered` (or `cluster-url`): the URL of your cluster.', errors);
    }
    const clusterUrl = readClusterUrl(cluster, errors);
    // Where both are the profile's host, what is wrong with it is told once.
    const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, errors);
    // Both are empty only where an input error says why.
    return { apiUrl: apiUrl ?? clusterUrl ?? '', clusterUrl: clusterUrl ?? apiUrl ?? '' };
}
function readId(id, required, errors) {
    const { text } = id;
    if (text === '') {
        if (required) {
            (0,connection_setting/* missing */.LO)(id, 'is required for Cloud Dedicated: the UUID that `influxctl` and the console show.', errors);
        }
        return undefined;
    }
    if (!(0,token/* isUuid */.O1)(text)) {
        (0,connection_setting/* refuse */.TR)(id, `${(0,connection_setting/* shown */.SP)(id)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`, errors);
    }
    return text;
}
function readBaseUrl(setting, errors) {
    const { text } = setting;
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // What stands before an @ may be a password, even where the URL's grammar takes it for something else.
    const value = text.includes('@') ? 'this' : (0,connection_setting/* shown */.SP)(setting);
    if (!url || !/^https?:$/.test(url.protocol)) {
        (0,connection_setting/* refuse */.TR)(setting, `${value} is not a URL like https://cluster.example.com.`, errors);
        return undefined;
    }
    if (url.username !== '' || url.password !== '') {
        (0,connection_setting/* refuse */.TR)(setting, 'holds a user name or password: give the address alone.', errors);
    }
    else if (!(0,base_url/* isTrustworthy */.G)(url)) {
        (0,connection_setting/* refuse */.TR)(setting, `${value} would send credentials in the clear: use https: (http: only for a loopback host).`, errors);
    }
    else if (url.search !== '' || url.hash !== '') {
        (0,connection_setting/* refuse */.TR)(setting, `${value} has a query or fragment: give the base URL alone.`, errors);
    }
    return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, '').replace(/\/+$/, '');
}
/** Paths of the data plane's API, which a URL from a client's configuration often ends in. */
const DATA_PLANE_PATH = /\/(?:api\/v2(?:\/.*)?|query|write)$/;
function readClusterUrl(setting, errors) {
    const base = readBaseUrl(setting, errors);
    if (base === undefined)
        return undefined;
    const { origin, pathname } = new URL(base);
    const path = pathname.replace(DATA_PLANE_PATH, '');
    if (path !== pathname) {
        const value = setting.text.includes('@') ? 'this' : (0,connection_setting/* shown */.SP)(setting);
        (0,connection_setting/* refuse */.TR)(setting, `${value} ends in a path of the API, and the action adds that itself. Set it to \`${origin}${path}\`.`, errors);
    }
    return base;
}

// EXTERNAL MODULE: ./build/src/tokens/record.js
var record = __nccwpck_require__(16);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __nccwpck_require__(6089);
;// CONCATENATED MODULE: ./build/src/request/fields/description.js


/** Without the tag, which the action appends. */
const MAX_LENGTH = 200;
/** C0, DEL, C1 and the line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** readDescription reads what the token is for, without a tag; undefined when it is not given. Collects every input error. */
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
    else if ((0,record/* recordIn */.R)(text) !== '') {
        errors.add('description', 'ends in a record like [gha-suspended:…]. Only the action writes those: remove it.');
    }
    return text;
}
/**
 * defaultDescription names workflow and job. Names of workflows are free text: what a description may not hold is left
 * out, not refused.
 */
function defaultDescription({ workflow, job }) {
    const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
    return [...text].slice(0, MAX_LENGTH).join('').trim();
}

// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __nccwpck_require__(5336);
;// CONCATENATED MODULE: ./build/src/request/fields/expiry.js



/** What a token gets that dies with its job: the server's own end, should every other fail. */
const BACKSTOP_SECONDS = 24 * 3600;
/** A token that outlives its job and less than this is a typing error: `6m` is not six months. */
const MIN_LASTING_SECONDS = 3600;
const expiry_FORMS = `${tokens_duration/* DURATION_EXAMPLES */.rJ}; a date such as \`2027-01-31T00:00:00Z\` (RFC 3339, any offset); or \`never\``;
/**
 * readExpiry reads `expires-at`: RFC 3339, a duration from now, or `never`. Sub-seconds are cut, as the API wants it.
 * A token that dies with its job gets 24 hours when nothing is given; one that `outlives` it must say, and at least an
 * hour. `now` is in milliseconds since 1970. Collects every input error; what it returns then means nothing.
 */
function readExpiry(inputs, outlives, now, errors) {
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
/** Why a text is not an expiry, and what to write instead: the rest of a sentence, and one more. */
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

;// CONCATENATED MODULE: ./build/src/request/create.js




/** readCreateRequest reads what `create` needs. Collects every input error. */
function readCreateRequest({ inputs, common, readRun, now, errors }) {
    const run = readRun();
    const keep = readBoolean(inputs, 'skip-token-revoke', errors);
    return {
        operation: 'create',
        ...common,
        run,
        description: readDescription(inputs, errors) ?? defaultDescription(run),
        grants: readRequestedPermissions(inputs, errors),
        expiresAt: readExpiry(inputs, keep, now, errors),
        activationTimeoutMs: readActivationTimeout(inputs, errors),
        keep,
        failOnRevokeError: readBoolean(inputs, 'fail-on-revoke-error', errors),
        dryRun: readBoolean(inputs, 'dry-run', errors),
    };
}

;// CONCATENATED MODULE: ./build/src/request/fields/token-ids.js



const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** A database token, a management token, a JWT, or any other long text without a separator. */
const LIKE_A_TOKEN = /apiv\d|^m\.v\d|^eyj|[\w+/=.-]{40,}/i;
/** readTokenId reads the one ID in `token-id`. Anything else is an input error. */
function readTokenId(inputs, errors) {
    const ids = readIds(inputs, errors);
    // An ID that is not valid is an input error already.
    if (ids !== undefined && ids.length !== 1 && ids.every(token/* isUuid */.O1)) {
        errors.add('token-id', `contains ${ids.length} IDs. This operation needs exactly one.`);
    }
    return ids?.[0] ?? '';
}
/**
 * readTokenIds reads the IDs in `token-id`: any list, also the JSON array that the outputs with IDs contain. `[]` means that
 * there is nothing to do. An ID typed twice counts once.
 */
function readTokenIds(inputs, errors) {
    const ids = readIds(inputs, errors);
    if (ids?.length === 0 && !isJsonArray(inputs['token-id'])) {
        errors.add('token-id', 'contains no ID. Write `[]` if there is nothing to do.');
    }
    return ids ?? [];
}
/** Undefined after an input error about the list as a whole. */
function readIds(inputs, errors) {
    if (inputs['token-id'] === '') {
        errors.add('token-id', 'is required: the ID of the token, a UUID.');
        return undefined;
    }
    // A text that looks like a token is never quoted, so it is judged before the list is.
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
/** Another output wrote it, so that an empty one is no mistake. */
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

;// CONCATENATED MODULE: ./build/src/request/get.js

/** readGetRequest reads what `get` needs. Collects every input error. */
function readGetRequest({ inputs, common, errors }) {
    return { operation: 'get', ...common, tokenId: readTokenId(inputs, errors) };
}

;// CONCATENATED MODULE: ./build/src/request/list.js


/** readListRequest reads what `list` needs. Collects every input error. */
function readListRequest({ inputs, common, readRun, errors }) {
    return {
        operation: 'list',
        ...common,
        filter: readFilter(inputs, readRun, errors),
        failOnMatch: readBoolean(inputs, 'fail-on-match', errors),
    };
}

;// CONCATENATED MODULE: ./build/src/request/revoke.js


/** readRevokeRequest reads what `revoke` needs. Collects every input error. */
function readRevokeRequest({ inputs, common, errors }) {
    return {
        operation: 'revoke',
        ...common,
        tokenIds: readTokenIds(inputs, errors),
        dryRun: readBoolean(inputs, 'dry-run', errors),
    };
}

// EXTERNAL MODULE: ./build/src/request/fields/secret-target.js
var secret_target = __nccwpck_require__(4930);
;// CONCATENATED MODULE: ./build/src/request/fields/secret-location.js


const KINDS = ['repo', 'env', 'dependabot', 'org'];
/**
 * parseHolder reads what stands before the `=` of a line of `store-in`. Returns what is wrong with it, as the rest of a
 * sentence, where it names no holder of secrets.
 */
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
            return location !== undefined && (0,secret_target/* isOwnerName */.BZ)(location)
                ? { kind: 'organization', owner: location }
                : `does not name an organization. Write \`org:${own.owner} = NAME\`.`;
        default:
            return unknownKind(typed.trim(), location);
    }
}
function inRepository(kind, location, own) {
    const repository = location === undefined ? own : (0,secret_target/* parseRepository */.SU)(location);
    return repository && { kind, ...repository };
}
/** With two slashes or more an environment of another repository is meant: its own name may hold them as well. */
function inEnvironment(location, own) {
    const [owner, repo, ...rest] = location.split('/');
    const elsewhere = rest.length > 0;
    const repository = elsewhere ? (0,secret_target/* parseRepository */.SU)(`${owner}/${repo}`) : own;
    const environment = elsewhere ? rest.join('/') : location;
    return repository && (0,secret_target/* isEnvironmentName */.tq)(environment)
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
    // Such as `environment:production` or `Repo`.
    const meant = KINDS.find((kind) => typed.toLowerCase().startsWith(kind)) ?? (0,databases/* nearestName */.qb)(typed, KINDS);
    const hint = meant && ` Did you mean \`${meant}${location === undefined ? '' : `:${location}`} = NAME\`?`;
    return `does not say where the secret is.${hint ?? ''} Use \`repo\`, \`env:ENVIRONMENT\`, \`dependabot\`, or \`org:OWNER\`.`;
}

;// CONCATENATED MODULE: ./build/src/request/fields/store-in.js




const LATER_STEPS = 'later-steps';
const store_in_FORMS = '`repo = NAME`, `env:ENVIRONMENT = NAME`, `dependabot = NAME`, `repo:OWNER/REPO = NAME`, ' +
    '`env:OWNER/REPO/ENVIRONMENT = NAME`, `dependabot:OWNER/REPO = NAME`, `org:OWNER = NAME` or `later-steps`';
/** readStoreIn reads who receives the token. `repository` is this run's OWNER/REPO. Collects every input error. */
function readStoreIn(inputs, repository, errors) {
    const [owner = '', repo = ''] = repository.split('/');
    const items = readList(inputs, 'store-in', errors);
    if (items === undefined)
        return { targets: [], laterSteps: false };
    if (items.length === 0) {
        errors.add('store-in', `is required: where to store the token, one target per line. Use ${store_in_FORMS}.`);
    }
    const targets = new Map();
    for (const item of items.filter((one) => one !== LATER_STEPS)) {
        const target = parseTarget(item, { owner, repo });
        if (typeof target === 'string')
            errors.add('store-in', `${(0,base_text/* quote */.hD)(item)} ${target}`);
        else if (!targets.has(keyOf(target)))
            targets.set(keyOf(target), target);
    }
    return { targets: [...targets.values()], laterSteps: items.includes(LATER_STEPS) };
}
/** Returns what is wrong with an item, as the rest of a sentence, where it names no secret. */
function parseTarget(item, own) {
    const at = item.lastIndexOf('=');
    if (at < 0)
        return lackingName(item, own);
    const [location, name] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
    if (looksLikeLaterSteps(location))
        return `has a secret name, but \`${LATER_STEPS}\` writes no secret. Write \`${LATER_STEPS}\` on a line of its own.`;
    const holder = parseHolder(location, own);
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
    return typeof parseHolder(text, own) === 'object';
}
function looksLikeLaterSteps(text) {
    return /^later[\s_-]*steps?$/i.test(text);
}
/** The same for all spellings of a secret: no name of GitHub's depends on case. */
function keyOf({ holder, name }) {
    const { kind, owner } = holder;
    const repo = holder.kind === 'organization' ? '' : holder.repo;
    const environment = holder.kind === 'environment' ? holder.environment : '';
    return JSON.stringify([kind, owner, repo, environment, name]).toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/request/rotate.js








/** readRotateRequest reads what `rotate` needs. Collects every input error. */
function readRotateRequest({ inputs, common, readRun, now, errors }) {
    const run = readRun();
    const description = readDescription(inputs, errors);
    const tokenId = inputs['token-id'] === '' ? undefined : readTokenId(inputs, errors);
    if (description === undefined && tokenId === undefined) {
        errors.add('description', 'this or `token-id` is required: it names the series of tokens that replace one another.');
    }
    const grants = requestsPermissions(inputs) ? readRequestedPermissions(inputs, errors) : undefined;
    const expiresAt = inputs['expires-at'] === '' ? undefined : readExpiry(inputs, true, now, errors);
    const renewBeforeMs = readRenewBefore(inputs, expiresAt, now, errors);
    const activationTimeoutMs = readActivationTimeout(inputs, errors);
    const notProbed = activationTimeoutMs === 0 || inputs.permissions === 'none';
    const storeIn = readStoreIn(inputs, run.repository, errors);
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
        activationTimeoutMs,
        dryRun: readBoolean(inputs, 'dry-run', errors),
    };
}
function readRenewBefore(inputs, expiresAt, now, errors) {
    if (inputs['renew-before'] === '')
        return undefined;
    const renewBeforeMs = readDuration(inputs, 'renew-before', UP_TO_TEN_YEARS, errors);
    const lifetimeMs = typeof expiresAt === 'number' ? expiresAt - now : Number.POSITIVE_INFINITY;
    // A lifetime that is wrong by itself is told already.
    if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) {
        errors.add('renew-before', `is ${(0,tokens_duration/* formatDuration */.a3)(renewBeforeMs / 1000)}, and a token lives for ${(0,tokens_duration/* formatDuration */.a3)(Math.ceil(lifetimeMs / 1000))} ` +
            '(`expires-at`): make it shorter, or every run would rotate.');
    }
    return renewBeforeMs;
}
/** Whoever retires a token at once must know that the next one works. */
function readGrace(inputs, notProbed, errors) {
    const graceMs = readDuration(inputs, 'grace-period', UP_TO_TEN_YEARS, errors);
    if (notProbed && (0,tokens_duration/* parseDuration */.E9)(inputs['grace-period']) === 0) {
        errors.add('grace-period', '`0` ends the old token at once, so the new one must be probed first: it needs an `activation-timeout` and grants.');
    }
    return graceMs;
}

;// CONCATENATED MODULE: ./build/src/request/update.js




/** readUpdateRequest reads what `update` needs. Collects every input error. */
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
        dryRun: readBoolean(inputs, 'dry-run', errors),
    };
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
};
/**
 * parseRequest makes one request of the inputs. `readRun` reads the run, and notes errors in `errors`; it is called only for
 * operations that write a tag or compare tags. `now` is in milliseconds since 1970. Throws InvalidInputs with everything
 * that is wrong, those noted before included, and before anything was sent.
 */
function parseRequest(sources, readRun, now, errors) {
    const { inputs } = sources;
    const operation = (0,request_inputs/* givenOrDefault */.m0)(inputs, 'operation');
    if (!isReadable(operation)) {
        readChoice(operation, OPERATION, errors);
        // What every operation needs can be judged all the same.
        readConnection(sources, errors);
        return errors.throwAll();
    }
    const common = { connection: readConnection(sources, errors) };
    for (const { input, message } of (0,request_inputs/* inapplicableInputs */.oI)(inputs, operation)) {
        errors.add(input, message);
    }
    const request = READERS[operation]({ inputs, common, readRun, now, errors });
    errors.throwIfAny();
    return request;
}
/** What people call an operation, in lower case. */
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
    },
};
function isReadable(operation) {
    return Object.hasOwn(READERS, operation);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/src/request/run-context.js



/**
 * readRunContext reads the run from the runner's variables, for operations that write a tag or compare tags. A value that
 * does not fit into a tag is an input error, because a token whose tag cannot be parsed would belong to nobody. Notes every
 * error; what it returns then is not usable.
 */
function readRunContext(env, errors) {
    return {
        server: readServer(env, errors),
        repository: readPart(env, 'GITHUB_REPOSITORY', 'repository', errors),
        repositoryId: readRepositoryId(env, errors),
        runId: readPart(env, 'GITHUB_RUN_ID', 'runId', errors),
        // Some runners do not set it.
        runAttempt: env['GITHUB_RUN_ATTEMPT'] ? readPart(env, 'GITHUB_RUN_ATTEMPT', 'runAttempt', errors) : '1',
        workflow: env['GITHUB_WORKFLOW'] ?? 'workflow',
        job: env['GITHUB_JOB'] ?? 'job',
        githubApiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
    };
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
/** GitHub sets the variable. Gitea, Forgejo, and act do not, but their event file has the ID. */
function readRepositoryId(env, errors) {
    if (env['GITHUB_REPOSITORY_ID'])
        return readPart(env, 'GITHUB_REPOSITORY_ID', 'repositoryId', errors);
    const event = readEventRepositoryId(env['GITHUB_EVENT_PATH']);
    if (event.kind === 'found')
        return event.id;
    errors.add('GITHUB_REPOSITORY_ID', `is not set, and the event file does not replace it: ${event.why}. Set the variable to a number that no other repository ` +
        'of this server has, in the workflow: `env: GITHUB_REPOSITORY_ID: "4711"`. Nothing was sent.');
    return '';
}
function readPart(env, name, part, errors) {
    const value = env[name] ?? '';
    if (!fits(part, value))
        noteWrong(name, value, errors);
    return value;
}
function fits(part, value) {
    return new RegExp(`^${tag/* TAG_GRAMMAR */.z1[part]}$`).test(value);
}
function noteWrong(name, value, errors) {
    const what = value === '' ? 'is not set' : `is ${(0,base_text/* quote */.hD)(value)}, which does not fit into a tag`;
    errors.add(name, `${what}. The runner sets this variable, for example to \`${EXAMPLES[name]}\`. In a container or a script of your own, ` +
        'pass it on unchanged: the action marks each token with the run that created it. Nothing was sent.');
}
/** GitHub's largest event payload is 25 MB. */
const MAX_BYTES = 32 * 1024 * 1024;
/** readEventRepositoryId reads `repository.id` of the event file. Whatever the file contains, it does not throw. */
function readEventRepositoryId(path) {
    if (!path)
        return missing('`GITHUB_EVENT_PATH` is not set');
    let event;
    try {
        const file = (0,external_node_fs_.statSync)(path);
        if (!file.isFile())
            return missing('`GITHUB_EVENT_PATH` is not a file');
        if (file.size > MAX_BYTES)
            return missing('it is larger than 32 MiB');
        event = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return missing('it cannot be read as JSON');
    }
    const id = asDigits(property(property(event, 'repository'), 'id'));
    return id === undefined ? missing('it has no `repository.id`') : { kind: 'found', id };
}
/** A number beyond 2^53 has lost digits, so it could be another repository's. */
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

// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner_runner = __nccwpck_require__(7222);
// EXTERNAL MODULE: ./build/src/runner/secrets.js + 2 modules
var runner_secrets = __nccwpck_require__(827);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
// EXTERNAL MODULE: ./build/src/base/error-codes.js
var error_codes = __nccwpck_require__(8455);
// EXTERNAL MODULE: ./build/src/runner/runner-files.js
var runner_files = __nccwpck_require__(5609);
// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(2986);
// EXTERNAL MODULE: ./build/src/runner/stdout.js
var stdout = __nccwpck_require__(7266);
;// CONCATENATED MODULE: ./build/src/runner/step.js






/**
 * runStep runs a step to its end and then ends the process, which does not wait for connections that are still open. `step`
 * returns whether it succeeded, and reports its own errors.
 */
async function runStep(step) {
    (0,stdout/* blockOnStdout */.WI)();
    let succeeded = await step().catch(reportDefect);
    await (0,runner_files/* summaryWritten */.gw)();
    await (0,stdout/* stdoutWritten */.TV)().catch(() => {
        // The runner is gone, so nobody can read about it.
        succeeded = false;
    });
    process.exit(succeeded ? 0 : 1);
}
function reportDefect(error) {
    const message = `This is a defect of the action, please report it: ${(0,errors/* asSentence */.KG)(error)}`;
    (0,core/* error */.z3)((0,sanitize/* plainText */.w)(message), { title: (0,error_codes/* titleOf */.Gg)('unexpected-error') });
    return false;
}

;// CONCATENATED MODULE: ./build/src/main.js














/** runMain is the main step. It ends the process. */
function runMain() {
    return runStep(main);
}
async function main() {
    const secrets = new runner_secrets/* Secrets */.S();
    const runner = (0,runner_runner/* actionsRunner */.Aq)(secrets);
    try {
        claimState(runner);
        const inputs = (0,request_inputs/* readInputs */.Ko)(runner_runner/* readInput */.R5);
        const errors = new input_errors/* InputErrors */.G();
        const sources = await (0,connection_setting/* readSources */.tW)(inputs, text_file/* readTextFile */.G, errors);
        (0,runner_secrets/* maskCredentials */.B)(secrets, (0,credentials/* credentialsIn */.Wr)(sources), process.env);
        const { misspelled, unknown } = undeclaredInputs(process.env);
        for (const { input, message } of misspelled)
            errors.add(input, message);
        for (const name of unknown)
            runner.warning('unknown-input', unknownInput(name));
        const readRun = () => readRunContext(process.env, errors);
        const request = parseRequest(sources, readRun, clock/* systemClock */.m.now(), errors);
        for (const sentence of (0,connection_setting/* ignoredSettings */.u_)(sources))
            runner.warning('influxctl-profile', sentence);
        // What speaks to servers is loaded once there is something to say.
        const { runOperation } = await Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(996), __nccwpck_require__.e(533), __nccwpck_require__.e(556)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2556));
        await runOperation(request, runner, secrets);
        return true;
    }
    catch (error) {
        (0,report_errors/* reportFailure */.x)(error, runner);
        return false;
    }
}
function unknownInput(name) {
    return (`\`${name}\` is not an input of this action, and was ignored. Remove it. If the step does not set it, look for ` +
        `\`INPUT_${name.toUpperCase()}\` under \`env:\` of the job or workflow.`);
}
/**
 * Comes first of all: the runner puts saved state over the environment, so that nothing a step has set there passes for a
 * ledger of this one. Throws a Failure.
 */
function claimState(runner) {
    try {
        runner.saveState('');
    }
    catch (error) {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        throw new errors/* Failure */.HR('state-not-saved', `The state of this step cannot be saved: ${(0,errors/* asSentence */.KG)(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
            'user of this step can write. In a container that runs as another user, set `options: --user root`.');
    }
}

;// CONCATENATED MODULE: ./build/src/post.js






/** All post steps of a job together have less than five minutes; ours takes at most one, its own start included. */
const TIME_FOR_EVERYTHING_MS = 58_000;
/** runPost is the post step. It ends the process. */
function runPost() {
    return runStep(post);
}
/** Does what main has left for the end of the job, and returns whether the step succeeded. */
async function post() {
    const deadline = clock/* systemClock */.m.elapsed() + TIME_FOR_EVERYTHING_MS;
    // Who cancels a job wants its tokens gone: go on until it is done, or until the runner kills, which is ten seconds later.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => { });
    const state = (0,runner_files/* readState */.un)(runner_runner/* STATE */.c4);
    if (state === '')
        return true;
    const secrets = new runner_secrets/* Secrets */.S();
    const runner = (0,runner_runner/* actionsRunner */.Aq)(secrets);
    try {
        const { runPostStep } = await Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(996), __nccwpck_require__.e(883)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9883));
        return await runPostStep(state, { runner, secrets, deadline });
    }
    catch (error) {
        runner.error('unexpected-error', `This is a defect of the action, please report it: ${(0,errors/* asSentence */.KG)(error)} The post step revoked nothing, so tokens of this ` +
            'step might stay active until they expire.');
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/index.js
/** The bundle: dist/main/index.js and dist/post/index.js are one line each, which calls one of these. */



module.exports = __webpack_exports__;
/******/ })()
;