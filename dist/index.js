 (() => { 
 	"use strict";
 	var __webpack_modules__ = ({

 5568:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   m: () => ( systemClock)
 });
const systemClock = {
  now: Date.now,
  elapsed: () => Number(process.hrtime.bigint() / 1000000n),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};


 }),

 2410:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Y: () => ( editDistance)
 });
function editDistance(one, other) {
  let beforePrevious = [];
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const current = [line];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[line - 1] === other[column - 1];
      const isSwapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return at(previous, other.length);
}
function at(distances, index) {
  return distances[index] ?? Number.POSITIVE_INFINITY;
}


 }),

 8455:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Gg: () => ( titleOf),
   dI: () => ( anchorOf)
 });
const TITLES = {
  input: 'Input …',
  'unknown-input': 'Unknown input',
  'more-errors': 'More errors',
  'influxctl-profile': 'influxctl profile',
  'state-not-saved': 'State not saved',
  'the-runners-files-cannot-be-written': "The runner's files cannot be written",
  'no-file-written': 'No file written',
  'folder-not-removed': 'Folder not removed',
  'unsupported-nodejs': 'Unsupported Node.js',
  'unexpected-error': 'Unexpected error',
  'no-connection': 'No connection',
  'no-response-in-time': 'No response in time',
  'response-too-large': 'Response too large',
  'server-asks-for-a-pause': 'Server asks for a pause',
  'not-safe-to-send': 'Not safe to send',
  'management-token-refused': 'Management token refused',
  'management-token-not-allowed': 'Management token not allowed',
  'blocked-by-a-gateway': 'Blocked by a gateway',
  'request-refused': 'Request refused',
  'not-found': 'Not found',
  'management-api-responded-with': 'Management API responded with …',
  'unreadable-response': 'Unreadable response',
  'invalid-id': 'Invalid ID',
  'all-databases': 'All databases',
  'no-expiry': 'No expiry',
  'unknown-databases': 'Unknown databases',
  'response-lost': 'Response lost',
  'no-token-created': 'No token created',
  'a-token-might-exist': 'A token might exist',
  'token-not-as-requested': 'Token not as requested',
  'token-not-accepted': 'Token not accepted',
  'token-not-probed': 'Token not probed',
  'token-not-kept': 'Token not kept',
  'tokens-found': 'Tokens found',
  'token-not-found': 'Token not found',
  'expiry-not-readable': 'Expiry not readable',
  'token-not-updated': 'Token not updated',
  'not-updated-as-requested': 'Not updated as requested',
  'token-revoked': 'Token revoked',
  'token-not-revoked': 'Token not revoked',
  'management-token-missing': 'Management token missing',
  'ledger-not-valid': 'Ledger not valid',
  'tokens-skipped': 'Tokens skipped',
  'too-many-tokens': 'Too many tokens',
  'token-not-suspended': 'Token not suspended',
  'token-was-changed': 'Token was changed',
  'token-not-restored': 'Token not restored',
  'permissions-restored': 'Permissions restored',
  canceled: 'Canceled',
  rotation: 'Rotation',
  'several-tokens-to-choose-from': 'Several tokens to choose from',
  'two-names-for-one-series': 'Two names for one series',
  'token-cannot-be-rotated': 'Token cannot be rotated',
  'a-series-with-this-name-exists': 'A series with this name exists',
  'a-rotation-is-in-progress': 'A rotation is in progress',
  'already-rotated-in-this-run': 'Already rotated in this run',
  'too-many-pending-tokens': 'Too many pending tokens',
  'nothing-to-inherit': 'Nothing to inherit',
  'lifetime-too-short': 'Lifetime too short',
  'always-due': 'Always due',
  'new-token-cannot-be-probed': 'New token cannot be probed',
  'token-not-adopted': 'Token not adopted',
  'concurrent-rotation': 'Concurrent rotation',
  'token-not-listed': 'Token not listed',
  'not-the-newest-token': 'Not the newest token',
  'token-not-stored': 'Token not stored',
  'not-stored-everywhere': 'Not stored everywhere',
  'new-token-revoked': 'New token revoked',
  'new-token-suspended': 'New token suspended',
  'token-not-promoted': 'Token not promoted',
  'nothing-retired': 'Nothing retired',
  'replaced-token-not-revoked': 'Replaced token not revoked',
  'clocks-differ': 'Clocks differ',
  'run-status-unknown': 'Run status unknown',
  'github-token-refused': 'GitHub token refused',
  'github-token-not-allowed': 'GitHub token not allowed',
  'refused-by-github': 'Refused by GitHub',
  'response-not-from-github': 'Response not from GitHub',
  'not-found-on-github': 'Not found on GitHub',
  'github-rate-limit-exceeded': 'GitHub rate limit exceeded',
  'github-responded-with': 'GitHub responded with …',
  'no-github-token': 'No GitHub token',
  'no-such-secret': 'No such secret',
  'incomplete-list': 'Incomplete list',
  'invalid-public-key': 'Invalid public key',
  'invalid-name': 'Invalid name',
  'influxctl-not-found': 'influxctl not found',
  'influxctl-failed': 'influxctl failed',
  'management-token-in-use': 'Management token in use',
  'emulator-not-started': 'Emulator not started',
  'emulator-not-responding': 'Emulator not responding',
  'tokens-still-valid': 'Tokens still valid',
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


 }),

 5955:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Bg: () => ( resultOf),
   G: () => ( InputErrors),
   HR: () => ( Failure),
   KG: () => ( asSentence),
   Zm: () => ( describeDefect),
   cY: () => ( describeInputError),
   eQ: () => ( withContext),
   hS: () => ( InvalidInputs),
   oo: () => ( Failures),
   tf: () => ( failureOnly)
 });
 var _error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8455);

class Failure extends Error {
  code;
  detail;
  remedy;
  constructor(code, message, { detail = '', remedy = '', ...options } = {}) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
    this.remedy = remedy;
  }
  get title() {
    return (0,_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ .Gg)(this.code, this.detail);
  }
}
function withContext(error, consequence, remedy) {
  if (!(error instanceof Failure)) return error;
  const { code, detail } = error;
  const options = { cause: error, detail, remedy: remedy ?? error.remedy };
  return new Failure(code, `${asSentence(error)} ${consequence}`, options);
}
function failureOnly(error) {
  if (error instanceof Failure) return error;
  throw error;
}
async function resultOf(work) {
  try {
    return await work;
  } catch (error) {
    return failureOnly(error);
  }
}
function describeDefect(error) {
  return `This is a bug in the action. Please report it: ${asSentence(error)}`;
}
function asSentence(error) {
  const text = (error instanceof Error ? error.message : String(error)).trim();
  return /[.!?]\)?\u0003?$/.test(text) ? text : `${text}.`;
}
class Failures extends Error {
  failures;
  constructor(failures) {
    super(failures.map(({ message }) => message).join('\n'));
    this.name = 'Failures';
    this.failures = failures;
  }
}
function describeInputError({ input, message }) {
  return `\`${input}\`${/^[a-z]/.test(message) ? '' : ':'} ${message}`;
}
class InvalidInputs extends Error {
  errors;
  constructor(errors) {
    super(errors.map(describeInputError).join('\n'));
    this.name = 'InvalidInputs';
    this.errors = errors;
  }
}
class InputErrors {
  #errors = [];
  #explained = new Set();
  add(input, message) {
    if (!this.#explained.has(input)) this.#errors.push({ input, message });
  }
  explain(input) {
    this.#explained.add(input);
  }
  isExplained(input) {
    return this.#explained.has(input);
  }
  of(input) {
    return this.#errors.filter((error) => error.input === input);
  }
  get none() {
    return this.#errors.length === 0;
  }
  describe() {
    return this.#errors.map(describeInputError).join(' ');
  }
  throwIfAny() {
    if (!this.none) this.throwAll();
  }
  throwAll() {
    throw new InvalidInputs(this.#errors);
  }
}


 }),

 1862:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   l: () => ( parseExactJson),
   q: () => ( parseJson)
 });
function parseJson(text) {
  return parse(text, undefined);
}
function parseExactJson(text) {
  return parse(text, exactId);
}
const LARGE_ID = /^\d{16,20}$/;
function exactId(_key, value, context) {
  const digits = typeof value === 'number' && !Number.isSafeInteger(value) ? context?.source : undefined;
  return digits !== undefined && LARGE_ID.test(digits) ? BigInt(digits) : value;
}
function parse(text, reviver) {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text, reviver);
  } catch {
    return undefined;
  }
}


 }),

 7820:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Y: () => ( certificatesIn)
 });
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
function certificatesIn(pem) {
  return pem.match(CERTIFICATE) ?? [];
}


 }),

 9652:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   z: () => ( Secret)
 });
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


 }),

 3127:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $X: () => ( contentLines),
   B4: () => ( formatCount),
   RK: () => ( visible),
   Vg: () => ( escapeCharacter),
   Zd: () => ( plainCharacters),
   cb: () => ( listBackticks),
   hD: () => ( quote),
   hg: () => ( containsCredential),
   k3: () => ( markServerText),
   ml: () => ( shorten),
   mm: () => ( replaceServerTexts),
   pq: () => ( countOf),
   qM: () => ( asCode)
 });
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212\u2800\ufffc]|(?! )\p{Zs}/gu;
function quote(text) {
  return `"${visible(shorten(text, 80))}"`;
}
function asCode(line) {
  return `\`${visible(line)}\``;
}
function visible(text) {
  return text.replaceAll(CREDENTIAL, '…').replaceAll(INVISIBLE, escapeCharacter);
}
const CREDENTIAL =
  /\bM\.V\d+\.[\w.~+/=-]{3,}|\bapiv\d+[_.][\w.~+/=-]{8,}|\b(?:gh[a-z]|github_pat)_\w{20,}|\beyJ[\w-]{8,}\.[\w.-]+/g;
function containsCredential(text) {
  return text.search(CREDENTIAL) >= 0;
}
function plainCharacters(text) {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2018-\u201f\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/(?![\t\r\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
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
  if (text.length <= maxLength) return text;
  const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
  return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}
function formatCount(count) {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
function countOf(count, noun) {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKED_OR_BACKTICK = /\u0002([^\u0003]*)\u0003|`/g;
const MARKS = /[\u0002\u0003]/g;
function markServerText(text) {
  return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}
function replaceServerTexts(message, replace) {
  return message.replaceAll(MARKED, (_, serverText) => replace(serverText));
}
function listBackticks(message) {
  return [...message.matchAll(MARKED_OR_BACKTICK)].flatMap(([, serverText]) =>
    serverText === undefined ? ['ours'] : [...serverText.matchAll(/`/g)].map(() => 'server'),
  );
}


 }),

 3175:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   G: () => ( isTrustworthy),
   U: () => ( isLoopback)
 });
function isLoopback(url) {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}
function isTrustworthy(url) {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}


 }),

 7483:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Ng: () => ( withoutUuids),
   O1: () => ( isUuid),
   _Q: () => ( uuidsIn)
 });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
function isUuid(text) {
  return UUID.test(text);
}
const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
function uuidsIn(text) {
  return text.match(ANY_UUID) ?? [];
}
function withoutUuids(text) {
  return text.replaceAll(ANY_UUID, ' ');
}


 }),

 7716:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   I3: () => ( candidateEndpoints),
   Pb: () => ( endpointUrl),
   SL: () => ( clusterName)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5955);
 var _base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7483);


const DUMMY_ID = '11111111-1111-1111-1111-111111111111';
function candidateEndpoints({ product, apiUrl, accountId = DUMMY_ID, clusterId = DUMMY_ID }) {
  const prefixed = { apiUrl, form: 'prefixed', accountId, clusterId };
  return product === 'dedicated' ? [prefixed] : [{ ...prefixed, form: 'bare' }, prefixed];
}
function clusterName({ apiUrl, form, clusterId }) {
  return form === 'bare' || clusterId === DUMMY_ID ? new URL(apiUrl).host : clusterId;
}
function endpointUrl(endpoint, collection, id) {
  const ids = endpoint.form === 'bare' ? [] : [endpoint.accountId, endpoint.clusterId];
  for (const part of id === undefined ? ids : [...ids, id]) {
    if (!(0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ .O1)(part)) {
      throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
        'invalid-id',
        `"${part}" is not a UUID, so the action did not use it in the path of a request. Nothing was sent.`,
      );
    }
  }
  const prefix = endpoint.form === 'bare' ? '' : `/accounts/${endpoint.accountId}/clusters/${endpoint.clusterId}`;
  return new URL(`${endpoint.apiUrl}/api/v0${prefix}/${collection}${id === undefined ? '' : `/${id}`}`);
}


 }),

 7862:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Q5: () => ( describeWhen),
   Xs: () => ( clusterLine),
   aC: () => ( describeCreator),
   lA: () => ( describeEnd)
 });
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);

function clusterLine({ account, cluster }) {
  return account === undefined ? `Cluster: ${cluster}` : `Account: ${account}, cluster: ${cluster}`;
}
function describeWhen(date, { now }) {
  if (typeof date === 'number') return (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .oL)(date, now);
  return date === 'unset' ? 'not known' : 'unreadable';
}
function describeEnd(expiry, context) {
  return expiry === 'never' || expiry === 'unset' ? 'never' : describeWhen(expiry, context);
}
function describeCreator({ tag }, context) {
  return tag ? linkToRun(tag, context) : 'not known';
}
function linkToRun({ server, repository, runId }, { githubServer }) {
  const run = runId === '0' ? '' : `, run ${runId}`;
  if (server !== githubServer) return `${server}/${repository}${run}`;
  const page = runId === '0' ? '' : `/actions/runs/${runId}`;
  return { text: `${repository}${run}`, url: `https://${server}/${repository}${page}` };
}


 }),

 6766:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   N7: () => ( reportError),
   US: () => ( stackOf),
   WE: () => ( explain),
   Zw: () => ( problemOf)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
 var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7862);



const MAX_ANNOTATED = 9;
function reportError(error, where) {
  const text = where === undefined ? [] : [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(where)];
  if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .hS) {
    const failures = inputFailures(error);
    const count = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(failures.length, 'input error');
    return {
      lines: annotate(failures, 'input error'),
      sections: [
        {
          title: `InfluxDB step failed: ${count} (nothing was changed)`,
          text,
          problems: failures.map(problemOf),
        },
      ],
    };
  }
  const failures = (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .oo ? error.failures : [error]).map(explain);
  return {
    lines: [...stackOf(error), ...annotate(failures, 'error')],
    sections: [
      {
        title: `InfluxDB step failed: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(failures.length, 'error')}`,
        text,
        problems: failures.map(problemOf),
      },
    ],
  };
}
function inputFailures({ errors }) {
  return errors.map((error) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('input', (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .cY)(error), { detail: error.input }));
}
function explain(error) {
  if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR) {
    const { code, message, detail, remedy } = error;
    return remedy === '' ? error : new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(code, `${message} ${remedy}`, { cause: error, detail });
  }
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'unexpected-error',
    `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .Zm)(error)} If the step created a token for this job, the post step revokes the token or reports that it could not.`,
  );
}
function problemOf({ code, detail, message }) {
  return { code, detail, message };
}
function stackOf(error) {
  if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .oo) return [];
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [{ kind: 'debug', text: stack }];
}
function annotate(failures, noun) {
  const annotated = failures
    .slice(0, MAX_ANNOTATED)
    .map(({ code, message, detail }) => ({ kind: 'error', code, text: message, detail }));
  const rest = failures.slice(MAX_ANNOTATED);
  if (rest.length === 0) return annotated;
  return [
    ...annotated,
    {
      kind: 'error',
      code: 'more-errors',
      text: `The log shows ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(rest.length, `more ${noun}`)}.`,
    },
    ...rest.map(({ title, message, code }) => ({ kind: 'info', text: `${title}: ${message}`, seeAlso: code })),
  ];
}


 }),

 1160:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   z: () => ( addCertainErrors)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5955);
 var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9783);


function addCertainErrors(inputs, { operations, read, declarations }, errors) {
  const found = new Map();
  for (const operation of operations) {
    const ofOperation = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .G();
    read(operation, ofOperation);
    found.set(operation, ofOperation);
  }
  for (const name of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__ .PC)(inputs)) {
    const usedBy = declarations[name]?.usedBy ?? [];
    if (usedBy === 'all') continue;
    const [first = [], ...others] = usedBy.map((operation) => found.get(operation)?.of(name) ?? []);
    if (others.some((other) => other.length === 0)) continue;
    for (const { message } of first) errors.add(name, message);
  }
}


 }),

 6133:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  B: () => ( DEDICATED_API),
  d: () => ( readConnection)
});

// EXTERNAL MODULE: ./build/src/base/uuid.js
var uuid = __nccwpck_require__(7483);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var endpoint = __nccwpck_require__(7716);
// EXTERNAL MODULE: ./build/src/request/fields/nearest.js
var nearest = __nccwpck_require__(6438);
// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __nccwpck_require__(5265);
// EXTERNAL MODULE: ./build/src/request/fields/uuid.js
var fields_uuid = __nccwpck_require__(6377);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/base/url.js
var base_url = __nccwpck_require__(3175);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var connection_setting = __nccwpck_require__(9881);
;// CONCATENATED MODULE: ./build/src/request/connection/base-url.js



const API_PATHS = {
  management: /\/api\/v\d+(?:\/.*)?$/i,
  data: /\/(?:api\/v\d+(?:\/.*)?|query|write)$/i,
};
function readBaseUrl(setting, plane, errors) {
  if (setting.text === '') return undefined;
  if (setting.problem !== undefined) {
    (0,connection_setting.ss)(setting, setting.problem, errors);
    return undefined;
  }
  const text = setting.text.replace(/\/api\/v0\/*$/, '');
  const url = parseUrl(text);
  const problem = url === undefined ? NOT_A_URL : problemOf(url, { text, plane });
  if (problem !== undefined) {
    const isSecret = text.includes('@') || (0,base_text.hg)(text);
    const meant = isSecret ? undefined : meantUrl(text, plane);
    const hint = meant === undefined ? '' : ` Use ${(0,base_text.qM)(meant)}.`;
    if (isSecret) (0,connection_setting.TR)(setting, `${problem}.`, errors);
    else (0,connection_setting.ss)(setting, `${problem}.${hint}`, errors);
  }
  return url && baseOf(url);
}
const NOT_A_URL = 'is not a URL like https://cluster.example.com';
function problemOf(url, { text, plane }) {
  if (url.username !== '' || url.password !== '') return 'contains a user name or password. Set only the base URL';
  if (!(0,base_url.G)(url))
    return 'would make the action send credentials unencrypted. Use `https:`. Plain `http:` is only for a loopback host';
  if (cleaned(text) !== text || /[,;]/.test(url.host)) return 'contains more than a URL';
  if (url.search !== '' || url.hash !== '') return 'has a query or fragment';
  if (API_PATHS[plane].test(pathOf(url))) return 'ends in a path of the API, which the action adds itself';
  return undefined;
}
function meantUrl(typed, plane) {
  const [text = ''] = cleaned(typed).split(/[,;\s]/);
  const url = parseUrl(`https://${text.replace(/^[a-z][a-z0-9+.-]*:\/\/|^(?:https?:?)?\/+/i, '')}`);
  if (!url || !(parseUrl(text) || /[.:]|^localhost$/.test(url.host))) return undefined;
  const origin = (0,base_url.U)(url) && !/^https:/i.test(text) ? url.origin.replace('https:', 'http:') : url.origin;
  return origin + pathOf(url).replace(API_PATHS[plane], '');
}
function cleaned(text) {
  return (0,base_text.Zd)(text).replaceAll(/^[\s"'`<]+|[\s"'`>,;.]+$/g, '');
}
function parseUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
function pathOf(url) {
  return url.pathname.replace(/\/+$/, '');
}
function baseOf(url) {
  return url.origin + pathOf(url);
}

// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __nccwpck_require__(7833);
;// CONCATENATED MODULE: ./build/src/request/connection/connection.js








const DEDICATED_API = 'https://console.influxdata.com';
const REQUEST_TIMEOUT = {
  input: 'request-timeout',
  min: 1,
  max: 3600,
  rule: 'Use `1s` to `1h`',
};
function readConnection(sources, errors) {
  const product = readProduct((0,connection_setting.y7)(sources, 'product', 'product'), errors);
  const ids = readIds(sources, product === 'dedicated', errors);
  const { inputs } = sources;
  return {
    ...(product === 'clustered' ? readClustered(sources, ids, errors) : readDedicated(sources, ids, errors)),
    ...(0,credentials.L1)(sources, errors),
    retryPolicy: {
      timeoutMs: (0,scalars.$7)(inputs, REQUEST_TIMEOUT, errors),
      retries: (0,scalars._0)(inputs, { input: 'retries', max: 99 }, errors),
    },
  };
}
function readProduct(product, errors) {
  const { text } = product;
  if (product.profileUnreadable) return undefined;
  if (text === '' || text === 'dedicated') return 'dedicated';
  if (text === 'clustered') return 'clustered';
  (0,connection_setting.ss)(
    product,
    `is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${(0,nearest.h)((0,nearest.O3)(text, PRODUCT))}`,
    errors,
  );
  return undefined;
}
const PRODUCT = { values: ['dedicated', 'clustered'], synonyms: { cloud: 'dedicated' } };
function readIds(sources, required, errors) {
  return {
    accountId: readId((0,connection_setting.y7)(sources, 'account-id', 'account_id'), { required, folder: 'accounts' }, errors),
    clusterId: readId((0,connection_setting.y7)(sources, 'cluster-id', 'cluster_id'), { required, folder: 'clusters' }, errors),
  };
}
function readDedicated(sources, { accountId = '', clusterId = '' }, errors) {
  const apiUrl = readBaseUrl((0,connection_setting.y7)(sources, 'api-url'), 'management', errors) ?? DEDICATED_API;
  return {
    endpoints: (0,endpoint.I3)({ product: 'dedicated', apiUrl, accountId, clusterId }),
    clusterUrl:
      readBaseUrl((0,connection_setting.y7)(sources, 'cluster-url', 'host'), 'data', errors) ?? `https://${clusterId}.a.influxdb.io`,
  };
}
function readClustered(sources, ids, errors) {
  const api = (0,connection_setting.y7)(sources, 'api-url', 'host');
  const cluster = (0,connection_setting.y7)(sources, 'cluster-url', 'host');
  if (api.text === '' && cluster.text === '') {
    (0,connection_setting.LO)(api, 'is required with `product: clustered`. Set the URL of your cluster.', errors);
  }
  const clusterUrl = readBaseUrl(cluster, 'data', errors);
  const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, 'management', errors);
  return {
    endpoints: (0,endpoint.I3)({ product: 'clustered', apiUrl: apiUrl ?? clusterUrl ?? '', ...ids }),
    clusterUrl: clusterUrl ?? apiUrl ?? '',
  };
}
function readId(id, { required, folder }, errors) {
  const { text } = id;
  if (text === '') {
    if (required) {
      (0,connection_setting.LO)(id, 'is required for Cloud Dedicated. Set the UUID that `influxctl` and the Admin UI show.', errors);
    }
    return undefined;
  }
  if (!(0,uuid.O1)(text)) (0,connection_setting.ss)(id, (0,fields_uuid.o)(text, folder), errors);
  return text;
}


 }),

 7833:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  Wr: () => ( credentialsIn),
  L1: () => ( readCredentials),
  lF: () => ( readGithubToken)
});

// EXTERNAL MODULE: ./build/src/base/secret.js
var secret = __nccwpck_require__(9652);
// EXTERNAL MODULE: ./build/src/request/fields/pasted-text.js
var pasted_text = __nccwpck_require__(583);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./build/src/base/pem.js
var base_pem = __nccwpck_require__(7820);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __nccwpck_require__(6845);
;// CONCATENATED MODULE: ./build/src/request/connection/certificates.js



const BEGIN = '-----BEGIN';
const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
function readCertificates(given, readFile) {
  if (given.includes(BEGIN)) return parseCertificates(given);
  const problem = problemOfEncoding(given);
  if (problem !== undefined) return { ok: false, message: problem };
  try {
    return parseCertificates(readFile(given));
  } catch (error) {
    return {
      ok: false,
      message: `is not PEM text, so it was read as a path. ${(0,text_file._p)(error, given)}`,
    };
  }
}
function problemOfEncoding(given) {
  if ((0,text_file.h4)(given, /-----BEGIN /)) {
    return 'is PEM text encoded as base64. Decode it, and set the PEM text itself.';
  }
  if (/^\s*MI[\w+/=\s-]{100,}$/.test(given) || /BEGIN CERTIFICATE/i.test(given)) {
    return 'does not contain the first line of a certificate: `-----BEGIN CERTIFICATE-----`, with five hyphens on both sides.';
  }
  return /^https?:\/\//i.test(given) ? 'is a URL. Set the PEM text itself, or the path of a file.' : undefined;
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
    const [, other] = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem) ?? [];
    const found = other === undefined ? '' : `, only a block of the type ${(0,base_text.hD)(other)}`;
    return refuse(`does not contain a certificate${found}. A certificate starts with \`-----BEGIN CERTIFICATE-----\`.`);
  }
  const certificates = (0,base_pem.Y)(pem);
  if (certificates.length < begun.length) {
    return refuse('contains a certificate whose last line is missing. Copy the whole text.');
  }
  const unreadable = certificates.find((certificate) => !isReadable(certificate));
  if (unreadable !== undefined) return refuse(unreadableBecause(unreadable, certificates.indexOf(unreadable) + 1));
  return { ok: true, certificates };
}
function unreadableBecause(certificate, number) {
  const inner = certificate.replaceAll(/-----[^-]+-----/g, '');
  if (!/[\r\n]/.test(certificate.trim())) {
    return /\s/.test(inner.trim())
      ? 'has spaces instead of line breaks. In YAML, `>` joins lines. Use `|` instead.'
      : 'has lost its line breaks. Store the text of the file with its line breaks.';
  }
  if (/^[ \t]+\S/m.test(inner)) return 'has indented lines. Remove the spaces at the start of each line.';
  if (/\r(?!\n)|\n\s*\n/.test(inner.trim())) return 'has blank lines or unusual line breaks. Copy the file unchanged.';
  if (/[^\x20-\x7e\r\n]/.test(inner))
    return 'contains an invisible or non-ASCII character. Copy the text of the file again.';
  return `contains a certificate that cannot be read (number ${number}). Copy the whole text.`;
}
function isReadable(certificate) {
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  try {
    new X509Certificate(certificate);
    return true;
  } catch {
    return false;
  }
}

// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __nccwpck_require__(9881);
;// CONCATENATED MODULE: ./build/src/request/connection/credentials.js





function readCredentials(sources, errors) {
  const token = (0,setting.y7)(sources, 'management-token', 'mgmt_token');
  return {
    credential: { secret: readManagementToken(token, errors), source: (0,setting.Vb)(token) },
    trusted: readTrusted((0,setting.y7)(sources, 'ca-certificate', 'tls.ca'), sources.readFile, errors),
  };
}
function credentialsIn({ inputs, profile }) {
  const profiled = typeof profile === 'object' ? profile.values.mgmt_token?.trim() : undefined;
  return [...(0,request_inputs._y)(inputs), ...(profiled ? [profiled] : [])];
}
function readManagementToken(token, errors) {
  const text = token.text.trim();
  if (text === '') {
    (0,setting.LO)(
      token,
      'is required. Set it from a secret. If the step already does so, check that the secret exists. Runs from forks and ' +
        'Dependabot do not get secrets.',
      errors,
    );
  }
  const problem = (0,pasted_text.FL)(text);
  if (problem !== undefined) (0,setting.TR)(token, problem, errors);
  return new secret.z(text);
}
function readGithubToken(inputs, name, errors) {
  const problem = (0,pasted_text.FL)(inputs[name]);
  if (problem !== undefined) errors.add(name, problem);
  return new secret.z(inputs[name]);
}
function readTrusted(given, readFile, errors) {
  if (given.text === '') return [];
  const reading = readCertificates(given.text, readFile);
  if (reading.ok) return reading.certificates;
  (0,setting.TR)(given, reading.message, errors);
  return [];
}


 }),

 9881:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   LO: () => ( missing),
   TR: () => ( refuse),
   Vb: () => ( nameOf),
   ss: () => ( refuseValue),
   tW: () => ( readSources),
   u_: () => ( ignoredSettings),
   y7: () => ( settingOf)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3127);
 var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9783);


async function readSources(inputs, readFile, errors) {
  const configuration = inputs['influxctl-config'];
  if (errors.isExplained('influxctl-config')) return { inputs, readFile, profile: 'unreadable' };
  const name = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__ .m0)(inputs, 'influxctl-profile');
  if (configuration !== '') {
    const { readProfile } = await Promise.all([__nccwpck_require__.e(118), __nccwpck_require__.e(915)]).then(__nccwpck_require__.bind(__nccwpck_require__, 915));
    const profile = readProfile({ given: configuration, name }, readFile, errors);
    return { inputs, readFile, profile: profile ?? 'unreadable' };
  }
  if (name === 'default') return { inputs, readFile, profile: undefined };
  errors.add(
    'influxctl-profile',
    `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(name)} is the name of a profile, but \`influxctl-config\` is empty. Set \`influxctl-config\` to the text or the path ` +
      'of a `config.toml`.',
  );
  return { inputs, readFile, profile: 'unreadable' };
}
function ignoredSettings({ profile }) {
  return typeof profile === 'object' ? profile.ignored : [];
}
function settingOf({ inputs, profile }, input, key) {
  if (inputs[input] !== '' || key === undefined || profile === undefined) return { text: inputs[input], input };
  if (profile === 'unreadable') return { text: '', input, profileUnreadable: true };
  const { name, values, wrongPort, misspelled } = profile;
  if (key === 'host' && wrongPort !== undefined) return { input, ...wrongPort, from: { profile: name, key: 'port' } };
  const text = values[key];
  if (text !== undefined) return { text, input, from: { profile: name, key } };
  const misspelledKey = misspelled[key];
  return {
    text: '',
    input,
    missingHint: ` \`${key}\` is not set in profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(name)}.`,
    ...(misspelledKey === undefined ? {} : { misspelledKey }),
  };
}
function refuse({ input, from }, message, errors) {
  if (from) errors.add('influxctl-config', `\`${from.key}\` of profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(from.profile)} ${message}`);
  else errors.add(input, message);
}
function refuseValue(setting, problem, errors) {
  const { from, text } = setting;
  if (from?.key === 'port') refuse(setting, `has the value ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(text)}, which ${problem}`, errors);
  else refuse(setting, from ? problem : `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(text)} ${problem}`, errors);
}
function missing({ input, missingHint = '', misspelledKey, profileUnreadable }, message, errors) {
  if (profileUnreadable) return;
  if (misspelledKey === undefined) errors.add(input, `${message}${missingHint}`);
  else errors.add('influxctl-config', misspelledKey);
}
function nameOf({ input, from }) {
  return from
    ? `\`${from.key}\` of the profile ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(from.profile)} in \`influxctl-config\``
    : `the input \`${input}\``;
}


 }),

 6845:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Gu: () => ( readTextFile),
   _p: () => ( whyUnreadable),
   h4: () => ( decodesTo)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
 var node_fs__WEBPACK_IMPORTED_MODULE_0___default = __nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5955);


const MAX_BYTES = 1024 * 1024;
const readTextFile = (path) => {
  const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
  if (!found.isFile()) throw new Error('The path is not a file');
  if (found.size > MAX_BYTES) throw new Error('The file is larger than 1 MiB');
  return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
};
function whyUnreadable(error, path) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return path.startsWith('~')
      ? 'There is no such file. (Inputs do not expand `~`. Write the whole path.)'
      : 'There is no such file. (If an earlier step creates the file, keep the file until the job ends.)';
  }
  if (code === 'EACCES' || code === 'EPERM') return 'The user of this step cannot read the file.';
  if (code !== undefined) return `The file cannot be read (${String(code)}).`;
  return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .KG)(error);
}
function decodesTo(text, pattern) {
  const compact = text.replaceAll(/[\s"']/g, '');
  if (!/^[\w+/-]{16,}=*$/.test(compact)) return false;
  const decoded = Buffer.from(compact, 'base64').toString();
  return pattern.test(decoded) || decodesTo(decoded, pattern);
}


 }),

 5078:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   G: () => ( defaultDescription),
   X: () => ( readDescription)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
 var _tokens_record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);
 var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6089);



const MAX_LENGTH = 200;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
function readDescription(inputs, errors) {
  const text = inputs.description;
  if (text === '') return undefined;
  const length = [...text].length;
  if (length > MAX_LENGTH)
    errors.add('description', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} has ${length} characters. At most ${MAX_LENGTH} are allowed.`);
  if (CONTROL.test(text))
    errors.add('description', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} contains a line break or control character. Use one line of plain text.`);
  if ((0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ .UB)(text)) {
    errors.add(
      'description',
      `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} ends in a tag like [gha:…]. Remove the tag, because the action appends one itself.`,
    );
  } else if ((0,_tokens_record_js__WEBPACK_IMPORTED_MODULE_0__ .Rn)(text) !== '') {
    errors.add(
      'description',
      `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} ends in a record like [gha-suspended:…]. Remove the record, because only the action writes records.`,
    );
  }
  return text;
}
function defaultDescription({ workflow, job }) {
  const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
  return [...text].slice(0, MAX_LENGTH).join('').trim();
}


 }),

 589:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   A: () => ( readExpiry)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);
 var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5301);
 var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6438);




const BACKSTOP_SECONDS = 24 * 3600;
const MIN_LASTING_SECONDS = 3600;
const FORMS = `${_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ .rJ}; a date such as \`2027-01-31T00:00:00Z\` (RFC 3339, any offset); or \`never\``;
function readExpiry(inputs, { outlives, now }, errors) {
  const text = inputs['expires-at'];
  const seconds = Math.floor(now / 1000);
  if (text === '') {
    if (outlives) {
      errors.add(
        'expires-at',
        `is required with \`skip-token-revoke: true\`, because the token outlives its job. ${FORMS}.`,
      );
    }
    return (seconds + BACKSTOP_SECONDS) * 1000;
  }
  if (text === 'never') return 'never';
  const expiresAt = parseExpiry(text, now);
  const earliest = outlives ? (seconds + MIN_LASTING_SECONDS) * 1000 : now + 1;
  if (expiresAt === undefined) {
    const isAccepted = (meant) => meant === 'never' || (parseExpiry(meant, now) ?? 0) >= earliest;
    errors.add('expires-at', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} ${notAnExpiry(text, isAccepted)}`);
    return 'never';
  }
  if (expiresAt <= now) {
    errors.add(
      'expires-at',
      `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is not in the future. The runner's clock shows ${(0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(seconds * 1000)}.`,
    );
  } else if (outlives && expiresAt / 1000 - seconds < MIN_LASTING_SECONDS) {
    errors.add(
      'expires-at',
      `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is ${(0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(expiresAt / 1000 - seconds)} from now. A token that outlives its job needs at least 1h.${minutesHint(text)}`,
    );
  }
  return expiresAt;
}
function parseExpiry(text, now) {
  const duration = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ .E9)(text);
  const instant =
    duration === undefined ? (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .nV)(text) : (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .OI)((Math.floor(now / 1000) + duration) * 1000);
  return instant === undefined ? undefined : Math.floor(instant / 1000) * 1000;
}
const NEVER = {
  values: ['never'],
  synonyms: {
    none: 'never',
    no: 'never',
    infinite: 'never',
    infinity: 'never',
    forever: 'never',
    unlimited: 'never',
  },
};
function notAnExpiry(text, isAccepted) {
  const typed = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .DE)(text);
  const date = looseDate(typed);
  const candidates = date ? [date.meant] : [(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .O3)(text, NEVER), ...(0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ .OX)(typed)];
  const meant = candidates.filter((one) => one !== undefined && isAccepted(one));
  if (meant.length > 0) return `${date?.problem ?? 'is not a valid expiry'}.${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .h)(...meant)}`;
  if (AMBIGUOUS_DATE.test(typed)) return `is not a date in RFC 3339. ${FORMS}.`;
  if (date === undefined) return `is neither a duration nor a valid date. ${FORMS}.`;
  const isPast = (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .nV)(date.meant) !== undefined;
  return `${isPast ? 'is not in the future' : 'is a date or time that does not exist'}. ${FORMS}.`;
}
const LOOSE_DATE =
  /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b|^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})\b/;
const MONTH_FIRST = /^(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](\d{4})\b/;
const AMBIGUOUS_DATE = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}\b/;
const COMPACT_DATE = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
function looseDate(typed) {
  if (/^\d{10}$|^\d{13}$/.test(typed)) {
    const instant = Number(typed.padEnd(13, '0'));
    return { problem: 'is a Unix time', meant: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(Math.floor(instant / 1000) * 1000) };
  }
  const yearFirst = typed.replace(DAY_FIRST, '$3$6-$2$5-$1$4').replace(MONTH_FIRST, '$3-$1-$2');
  const parts = LOOSE_DATE.exec(yearFirst);
  if (parts === null || (/^\d{1,8}$/.test(typed) && !COMPACT_DATE.test(typed))) return namedDate(typed);
  const [, year, month = '', day = '', hour, minute = '00', second = '00', offset] = parts;
  const time = `${(hour ?? '0').padStart(2, '0')}:${minute}:${second}`;
  const zone = /^[+-]/.test(offset ?? '') ? offset?.replace(/(\d{2}):?(\d{2})$/, '$1:$2') : 'Z';
  return {
    problem: dateProblem(hour, offset),
    meant: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}${zone}`,
  };
}
function dateProblem(hour, offset) {
  if (hour === undefined) return 'is a day without a time';
  if (offset === undefined) return 'is a date without an offset, such as `Z` for UTC';
  return /^[+-]\d{4}$/.test(offset) ? 'has an offset without a colon' : 'is not a date in RFC 3339';
}
const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
function namedDate(typed) {
  if (!MONTH.test(typed) || !/\b\d{4}\b/.test(typed)) return undefined;
  const hasZone = /(?:GMT|UTC|Z|[+-]\d{4})$|(?:GMT|UTC|[+-]\d{4})\b/.test(typed);
  const instant = Date.parse(hasZone ? typed : `${typed} UTC`);
  return Number.isNaN(instant) ? undefined : { problem: 'is not a date in RFC 3339', meant: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(instant) };
}
function minutesHint(text) {
  return /^\d+m$/.test(text)
    ? ` The unit \`m\` means minutes. Write months as days, such as \`${30 * Number.parseInt(text, 10)}d\`.`
    : '';
}


 }),

 3864:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   h9: () => ( readFilter),
   hx: () => ( readScope),
   pR: () => ( readDateFilter)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3127);
 var _tokens_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2363);
 var _tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3521);
 var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9783);
 var _list_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5454);
 var _permissions_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3680);
 var _scalars_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5265);







const STATUS = {
  input: 'status',
  synonyms: { any: 'all', live: 'active', alive: 'active', valid: 'active', deleted: 'revoked' },
};
const STATUSES = ['active', 'suspended', 'expired', 'revoked', 'all'];
const KIND = {
  input: 'kinds',
  values: _tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ .Cw,
  synonyms: { none: 'untagged', keep: 'kept', manual: 'untagged' },
};
function readFilter(inputs, context, errors) {
  const pattern = inputs['description-pattern'];
  return {
    ...readDateFilter(inputs, STATUSES, errors),
    scope: readScope(inputs.scope || 'cluster', context, errors),
    databases: (0,_permissions_js__WEBPACK_IMPORTED_MODULE_4__ .Tj)(inputs, errors),
    ...(inputs.kinds === '' ? {} : { kinds: readKinds(inputs, errors) }),
    ...(pattern === '' ? {} : { pattern: (0,_tokens_glob_js__WEBPACK_IMPORTED_MODULE_0__ .q)(pattern) }),
  };
}
function readDateFilter(inputs, values, errors) {
  const status = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_5__ .Kf)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__ .m0)(inputs, 'status'), { ...STATUS, values }, errors) ?? 'all';
  const expiresWithinMs = readExpiresWithin(inputs, status, errors);
  return { status, ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }) };
}
function readKinds(inputs, errors) {
  const rule = { ...KIND, separator: 'comma', isValid: isKind };
  const kinds = (0,_list_js__WEBPACK_IMPORTED_MODULE_3__ .LD)(inputs, rule, errors);
  if (kinds?.length === 0) {
    errors.add('kinds', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__ .hD)(inputs.kinds)} does not contain a kind. ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_5__ .yL)(_tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ .Cw)}`);
  }
  return (kinds ?? []).flatMap((kind) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_5__ .Kf)(kind, KIND, errors) ?? []);
}
function isKind(text) {
  return _tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ .Cw.some((kind) => kind === text);
}
function readExpiresWithin(inputs, status, errors) {
  const text = inputs['expires-within'];
  if (text === '') return undefined;
  const limits = { min: 1, max: Number.POSITIVE_INFINITY, rule: 'Use at least `1s`' };
  const expiresWithinMs = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_5__ .$7)(inputs, { input: 'expires-within', ...limits }, errors);
  if (status === 'expired') {
    errors.add(
      'expires-within',
      `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__ .hD)(text)} excludes expired tokens, and \`status: expired\` excludes all others. Remove one of the two inputs.`,
    );
  }
  return expiresWithinMs;
}
const SCOPE = {
  input: 'scope',
  values: ['repository', 'organization', 'cluster'],
  synonyms: {
    repo: 'repository',
    org: 'organization',
    orgs: 'organization',
    owner: 'organization',
    repositories: 'repository',
    account: 'cluster',
    all: 'cluster',
    global: 'cluster',
    everything: 'cluster',
  },
};
function readScope(text, context, errors) {
  if (text === 'repository') {
    const { server, repositoryId } = context;
    return { kind: 'repository', server, repositoryId };
  }
  if (text === 'organization') {
    const { server, repository } = context;
    return { kind: 'organization', server, owner: repository.split('/')[0] ?? '' };
  }
  (0,_scalars_js__WEBPACK_IMPORTED_MODULE_5__ .Kf)(text, SCOPE, errors);
  return { kind: 'cluster' };
}


 }),

 5454:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   LD: () => ( readList),
   PY: () => ( encodedTwice),
   S3: () => ( itemsOf),
   Uv: () => ( isUnserialized),
   eC: () => ( UNSERIALIZED)
 });
 var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1862);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3127);
 var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6438);



function readList(inputs, rule, errors) {
  const list = parseList(inputs[rule.input], rule);
  if ('items' in list) return list.items;
  const { problem, others = [], invalid = [] } = list;
  for (const message of [problem, ...others]) errors.add(rule.input, message);
  return invalid.length > 0 ? [...invalid] : undefined;
}
function parseList(text, form) {
  const whole = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .$X)(text).join('\n');
  const problem = problemOfWhole(whole);
  if (problem !== undefined) return { problem: `${problem}${whole.includes(',') ? correctionHint(whole, form) : ''}` };
  if (whole.startsWith('[')) return parseArray(whole, form);
  const items = itemsOf(whole, form);
  const hint = correctionHint(whole, form);
  const flaws = flawsOf(items, form);
  const [first, ...others] = flaws.values();
  if (first !== undefined && hint !== '') return { problem: `${first}${hint}` };
  if (first !== undefined) {
    return { problem: first, others, invalid: items.filter((item) => isInvalid(item, form)) };
  }
  const joined = items.find((item) => !form.isValid(item) && isJoined(item, form));
  if (joined === undefined) return { items };
  return { problem: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(joined)} contains several items. ${ONE_PER_LINE[form.separator]}${hint}` };
}
function flawsOf(items, form) {
  const sentences = new Map();
  for (const item of items) {
    const flaw = flawOf(item, form);
    if (flaw !== undefined && !sentences.has(flaw)) sentences.set(flaw, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(item)} ${flaw}`);
  }
  return sentences;
}
function isInvalid(item, form) {
  return !form.isValid(item) && flawOf(item, form) === undefined;
}
function itemsOf(text, { separator }) {
  const items = separator === 'comma' ? text.split(/[,\n]/) : text.split('\n');
  return [...new Set(items.map((item) => item.trim()))].filter((item) => item !== '');
}
function parseArray(whole, form) {
  const array = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__ .q)(whole);
  if (Array.isArray(array) && array.every((item) => typeof item === 'string')) {
    return { items: [...new Set(array.map((item) => item.trim()))] };
  }
  const hint = correctionHint(whole, form) || ' Write `["a", "b"]`, or one item per line.';
  if (array === undefined) {
    return { problem: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(whole)} starts like a JSON array but is not valid JSON.${hint}` };
  }
  const objects = Array.isArray(array) && array.some(isObject);
  return {
    problem: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(whole)} is a JSON array, but not an array of strings.${objects ? PROPERTY_HINT : hint}`,
  };
}
const PROPERTY_HINT = ` To pass one property of each object, such as \`id\`, use \`\${{ toJSON(fromJSON(…).*.id) }}\`.`;
function isObject(item) {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
function isUnserialized(text) {
  return text === 'Array' || text === 'Object' || text === '[object Object]';
}
const UNSERIALIZED = `is the text that an expression produces for a list. Use \`\${{ toJSON(…) }}\`.`;
function problemOfWhole(whole) {
  if (isUnserialized(whole)) return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(whole)} ${UNSERIALIZED}`;
  if (whole.includes(',') && /^(["'`])[^"'`]*\1$/.test(whole)) {
    return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(whole)} is in quotes. Remove the quotes.`;
  }
  return encodedTwice(whole);
}
function encodedTwice(text) {
  const inner = text.startsWith('"') ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__ .q)(text) : undefined;
  const isJson = typeof inner === 'string' && /^\s*[[{]/.test(inner);
  return isJson ? `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(text)} is JSON that was encoded twice. Remove one \`toJSON(…)\`.` : undefined;
}
const NEXT_TARGET = /^[A-Za-z_]\w*\s+(?:env|repo|dependabot|org|later)\b/;
function hasSeveralEntries(item, separator) {
  const between = (mark, pattern) =>
    item
      .split(mark)
      .slice(1, -1)
      .some((part) => pattern.test(part.trim()));
  if (between('=', separator === 'line' ? /\s/ : NEXT_TARGET) || (item.match(/\s=\s/g) ?? []).length > 1) return true;
  return (item.match(/:\s/g) ?? []).length > 1 || (separator === 'line' && between(':', /[\s,;]/));
}
function flawOf(item, { isValid, separator }) {
  if (isUnserialized(item)) return UNSERIALIZED;
  if (/^[-*•]\s/.test(item) && !isValid(item)) {
    return `starts with "${item[0]} ", as in a YAML or Markdown list. Inputs are plain text.`;
  }
  if (/^(["'`]).*\1$/.test(item) && item.length > 1) return 'is in quotes. Remove the quotes.';
  if (hasSeveralEntries(item, separator)) {
    return 'contains more than one item, or one separator too many. In YAML, `>` joins lines. Use `|` instead, with one item per line.';
  }
  if (/\s#\s/.test(item)) {
    return 'contains a comment. Put comments on their own lines, starting with `#`.';
  }
  return undefined;
}
const ONE_PER_LINE = {
  comma: 'Separate the items with commas, or write one item per line (in YAML, use `|` and not `>`).',
  line: 'Write one item per line (in YAML, use `|` and not `>`).',
};
const OTHER_SEPARATORS = /\\n|[\s;|&]+(?:and\s+)?/;
const MAX_TYPED_LENGTH = 2000;
function isJoined(item, { isValid }) {
  if (item.length > MAX_TYPED_LENGTH) return false;
  const parts = item
    .split(OTHER_SEPARATORS)
    .map(_nearest_js__WEBPACK_IMPORTED_MODULE_2__ .DE)
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every(isValid);
}
const MAX_CORRECTED = 4;
function correctionHint(whole, form) {
  const { separator, isValid, corrected: meant = () => [] } = form;
  const isClear = (item) => isValid(item) && flawOf(item, form) === undefined;
  const candidates = correctionsOf(whole);
  const allMeant = (items) => {
    const lists = items.map(meant);
    return lists.every((list) => list.length > 0) ? lists.flat() : [];
  };
  const interpreted = [candidates.at(-1) ?? [], candidates.at(0) ?? []].map(allMeant);
  const corrected = [...candidates, ...interpreted].find((items) => items.length > 0 && items.every(isClear));
  if (corrected === undefined || corrected.length > MAX_CORRECTED) return '';
  if (separator === 'comma') return ` Write ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .qM)(corrected.join(', '))}.`;
  if (corrected.length === 1) return ` Write ${corrected.map(_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .qM).join('')}.`;
  return ` Write these lines: ${corrected.map(_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .qM).join(', ')}.`;
}
function correctionsOf(whole) {
  if (whole.length > MAX_TYPED_LENGTH) return [];
  const lines = whole.split(/\n|\\n/);
  const pieces = [
    lines,
    lines.map((line) => line.replaceAll(/["'`[\]{}]/g, '')),
    lines.flatMap((line) => line.split(',')),
    lines.flatMap((line) => line.split(/[,;|]|\sand\s/)),
    lines.flatMap((line) => line.replaceAll(/\s#.*$/g, '').split(/[\s,;|&]+(?:and\s+)?/)),
    lines.flatMap((line) => line.split(/[\s;]+(?=[^\s=]+(?:\s*=|:\s))/)),
    lines.flatMap((line) => line.split(/[\s;,]+(?=[^\s:=,;]+\s*[:=])/)),
  ];
  return pieces.map((items) => [...new Set(items.map(_nearest_js__WEBPACK_IMPORTED_MODULE_2__ .DE))].filter((item) => item !== ''));
}


 }),

 6438:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   A3: () => ( orList),
   DE: () => ( unwrapped),
   O3: () => ( nearestValue),
   bi: () => ( lettersOf),
   h: () => ( suggestion),
   kC: () => ( isMisspelling)
 });
 var _base_edit_distance_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2410);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3127);


const LONG_WORD = 9;
function isMisspelling(word, other) {
  return (0,_base_edit_distance_js__WEBPACK_IMPORTED_MODULE_0__ .Y)(word, other) <= (Math.max(word.length, other.length) >= LONG_WORD ? 2 : 1);
}
const MAX_WRAPPED_LENGTH = 300;
function unwrapped(text) {
  if (text.length > MAX_WRAPPED_LENGTH) return text;
  return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .Zd)(text)
    .replace(/\s#.*$/s, '')
    .replace(/^\s*[-*•]\s/, '')
    .replaceAll(/^[\s"'`<([{]+|[\s"'`>)\]},;.]+$/g, '');
}
function nearestValue(text, { values, synonyms = {} }) {
  const plain = unwrapped(text).toLowerCase();
  const typed = lettersOf(plain);
  if (typed === '' || typed.length > MAX_WRAPPED_LENGTH) return undefined;
  if (/^(?:!|(?:not?|non)[\s-])/.test(plain)) return undefined;
  const spelled = values.find((value) => lettersOf(value) === typed);
  if (spelled !== undefined) return spelled;
  if (Object.hasOwn(synonyms, typed)) return synonyms[typed];
  const words = plain.split(/[^a-z0-9]+/);
  const named = values.filter((value) => words.includes(lettersOf(value)));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return (
    onlyOne(values, (value) => typed.length > 1 && lettersOf(value).startsWith(typed)) ??
    onlyOne(values, (value) => typed.startsWith(lettersOf(value))) ??
    values
      .filter((value) => isMisspelling(typed, lettersOf(value)))
      .sort((one, other) => (0,_base_edit_distance_js__WEBPACK_IMPORTED_MODULE_0__ .Y)(typed, lettersOf(one)) - (0,_base_edit_distance_js__WEBPACK_IMPORTED_MODULE_0__ .Y)(typed, lettersOf(other)))[0]
  );
}
function suggestion(...meant) {
  const lines = meant.filter((one) => one !== undefined).map(_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .qM);
  return lines.length === 0 ? '' : ` Did you mean ${orList(lines)}?`;
}
function orList(items) {
  if (items.length < 3) return items.join(' or ');
  return `${items.slice(0, -1).join(', ')}, or ${items.at(-1)}`;
}
function onlyOne(values, fits) {
  const [found, ...more] = values.filter(fits);
  return more.length === 0 ? found : undefined;
}
function lettersOf(text) {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}


 }),

 583:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   FL: () => ( credentialProblem),
   TZ: () => ( VARIABLE),
   gU: () => ( IS_MASK),
   v5: () => ( MASK),
   wu: () => ( IS_VARIABLE)
 });
 var _connection_text_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6845);

const VARIABLE = /^\$[A-Z_][A-Z0-9_]*$|^\$\{\w+\}$|^\$env:\w+$/;
const IS_VARIABLE =
  'is the name of a variable, and only a shell replaces it with the value. Write an expression such as';
const MASK = /^\*{3,}$/;
const IS_MASK = 'is what a log shows instead of a secret. Copy the value from its source.';
const ALONE = 'Set only the token.';
function credentialProblem(text) {
  if (/\$\{\{|^\{\{/.test(text)) {
    return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
  }
  if (VARIABLE.test(text)) return `${IS_VARIABLE} \`\${{ secrets.NAME }}\`.`;
  if (MASK.test(text)) return IS_MASK;
  if (/^(["'`\u2018-\u201f]).*["'`\u2018-\u201f]$/s.test(text) && text.length > 1) {
    return `is in quotes, which are not part of a token. ${ALONE}`;
  }
  if (/^[{[]/.test(text)) return `begins with \`${text[0]}\`, so it looks like JSON. ${ALONE}`;
  if (text.startsWith('-----BEGIN') || (0,_connection_text_file_js__WEBPACK_IMPORTED_MODULE_0__ .h4)(text, /^-----BEGIN/)) {
    return 'is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.';
  }
  const scheme = /^(?:authorization:\s*)?(Bearer|Token)\s/i.exec(text)?.[1];
  if (scheme !== undefined) return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
  if (/^(?:export\s+)?[A-Z_][A-Z0-9_]*=+[^=]|^(?:export\s+)?\w+\s*[:=]\s+\S/.test(text)) {
    return `begins with \`NAME=\` or similar text. ${ALONE}`;
  }
  if (/\s/.test(text)) {
    return 'contains white space or a line break. Copy the token again, as one line.';
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    return 'contains a control character or a non-ASCII character, which a token cannot contain. Copy the token again.';
  }
  return undefined;
}


 }),

 3680:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  Tj: () => ( readDatabases),
  nl: () => ( readRequestedPermissions),
  JI: () => ( requestsPermissions)
});


// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/databases.js
var tokens_databases = __nccwpck_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var permissions = __nccwpck_require__(8673);
// EXTERNAL MODULE: ./build/src/request/fields/nearest.js
var nearest = __nccwpck_require__(6438);
;// CONCATENATED MODULE: ./build/src/request/fields/actions.js


function isAction(value) {
  return permissions.kl.includes(value);
}
const BOTH = 'read, write';
const VOCABULARY = {
  values: ['read', 'write', BOTH, 'none'],
  synonyms: {
    r: 'read',
    ro: 'read',
    readonly: 'read',
    query: 'read',
    select: 'read',
    w: 'write',
    wo: 'write',
    writeonly: 'write',
    insert: 'write',
    rw: BOTH,
    wr: BOTH,
    writeread: BOTH,
    readandwrite: BOTH,
    both: BOTH,
    all: BOTH,
    any: BOTH,
    admin: BOTH,
    owner: BOTH,
    full: BOTH,
    no: 'none',
    null: 'none',
    nothing: 'none',
  },
};
function nearestActions(text) {
  return text === '*' ? BOTH : (0,nearest.O3)(text, VOCABULARY);
}
function meantActions(text) {
  const nearest = nearestActions(text);
  return nearest === BOTH ? permissions.kl : permissions.kl.filter((action) => action === nearest);
}
function isActionPhrase(text) {
  const typed = (0,nearest.bi)(text);
  return (
    VOCABULARY.values.some((value) => (0,nearest.bi)(value) === typed) || Object.hasOwn(VOCABULARY.synonyms ?? {}, typed)
  );
}

// EXTERNAL MODULE: ./build/src/request/fields/list.js
var list = __nccwpck_require__(5454);
// EXTERNAL MODULE: ./build/src/base/json.js
var base_json = __nccwpck_require__(1862);
;// CONCATENATED MODULE: ./build/src/request/fields/permission-lines.js






const NONE_WITH_OTHERS = '"none" must be the only item. Remove `none`, or remove the other items.';
function parseLine(line) {
  const separator = /[:=]/.exec(line);
  const name = line.slice(0, separator?.index ?? line.length).trim();
  const actions = separator === null ? [] : actionsIn(line.slice(separator.index + 1));
  if ((0,list.Uv)(name)) return { problem: `${(0,base_text.hD)(name)} ${list.eC}` };
  if (separator?.[0] === ':' && (0,tokens_databases.lH)(name) && actions.length > 0 && actions.every(isAction)) {
    return { permissions: (0,permissions.gu)(actions, [name]) };
  }
  return { problem: problemOf(line, { separator: separator?.[0], name, actions }) };
}
function isLine(text) {
  return 'permissions' in parseLine(text);
}
function problemOf(line, { separator, name, actions }) {
  if (line === 'none') return NONE_WITH_OTHERS;
  const hint = linesHint(meantLines(line));
  if (separator === undefined) return withoutSeparator(line, hint);
  if (isAction(name) && actions.length > 0 && actions.every(isName)) {
    return `${(0,base_text.hD)(line)} has the action before the database.${hint}`;
  }
  if (!(0,tokens_databases.lH)(name)) {
    return `${(0,base_text.hD)(name)} in ${(0,base_text.hD)(line)} is not a valid database name.${hint || ` ${tokens_databases.Pj}.`}`;
  }
  if (actions.length === 0) return `${(0,base_text.hD)(line)} does not contain an action.${(0,nearest.h)(`${name}: read`)}`;
  if (separator === '=') return `${(0,base_text.hD)(line)} has "=" instead of a colon.${hint}`;
  const wrong = actions.filter((action) => !isAction(action));
  const unserialized = wrong.find(list.Uv);
  if (unserialized !== undefined) return `${(0,base_text.hD)(unserialized)} in ${(0,base_text.hD)(line)} ${list.eC}`;
  const verb = wrong.length === 1 ? 'is' : 'are';
  return `${wrong.map(base_text.hD).join(', ')} in ${(0,base_text.hD)(line)} ${verb} not \`read\` or \`write\`.${hint || ` ${LINE_FORM}`}`;
}
const LINE_FORM = 'Write one line `NAME: read, write` per database.';
function withoutSeparator(line, hint) {
  if (hint !== '' && !isActionPhrase(line)) {
    return `${(0,base_text.hD)(line)} has no colon between the database and its actions.${hint}`;
  }
  const actions = nearestActions(line);
  if (actions !== undefined)
    return `${(0,base_text.hD)(line)} does not contain a database. Did you mean ${(0,base_text.qM)(`NAME: ${actions}`)}?`;
  return `${(0,base_text.hD)(line)} does not contain an action.${(0,tokens_databases.lH)(line) ? (0,nearest.h)(`${line}: read`) : ` ${LINE_FORM}`}`;
}
function linesHint(lines) {
  return lines.length === 0 ? '' : ` Did you mean ${lines.map(base_text.qM).join(' and ')}?`;
}
const SEPARATOR = /\s*(?:[-=]>|:=|[:=|])\s*/;
const MAX_LINE_LENGTH = 300;
function meantLines(text) {
  if (text.length > MAX_LINE_LENGTH) return [];
  const plain = (0,nearest.DE)(text);
  const found = SEPARATOR.exec(plain) ?? /\s+/.exec(plain);
  if (found === null) return [];
  const left = wordsIn(plain.slice(0, found.index));
  const right = wordsIn(plain.slice(found.index + found[0].length));
  if (left.length === 0 || right.length === 0) return [];
  return left.every(isAction) && right.every(isName) ? linesFor(right, left) : linesFor(left, right);
}
function isName(word) {
  return word === permissions.fY || meantActions(word).length === 0;
}
function linesFor(names, words) {
  const meant = words.map(meantActions);
  const areNames = names.every((name) => (0,tokens_databases.lH)(name) && !(0,list.Uv)(name));
  const isClear = areNames && meant.every((actions) => actions.length > 0);
  return isClear ? names.map((name) => formatLine(name, meant.flat())) : [];
}
function formatLine(name, actions) {
  return `${name}: ${permissions.kl.filter((action) => actions.includes(action)).join(', ')}`;
}
function nestedLines(lines) {
  const nested = [];
  for (const line of lines) {
    const last = nested.at(-1);
    if (/:$/.test(line) && (0,tokens_databases.lH)(line.slice(0, -1).trim())) {
      nested.push({ name: line.slice(0, -1).trim(), actions: [] });
    } else if (last !== undefined && isAction((0,nearest.DE)(line))) {
      last.actions.push(...meantActions(line));
    } else {
      return [];
    }
  }
  return nested.every(({ actions }) => actions.length > 0)
    ? nested.map(({ name, actions }) => formatLine(name, actions))
    : [];
}
function wordsIn(text) {
  const words = (0,base_text.Zd)(text)
    .split(/[\s,;&]+|\band\b/)
    .map(nearest.DE)
    .filter((word) => word !== '');
  const meaningful = words.filter((word) => !/^(?:to|on|for|from|in|access)$/.test(word));
  return meaningful.length === 0 ? words : meaningful;
}
function actionsIn(text) {
  return (0,list.S3)(text, { separator: 'comma' });
}

;// CONCATENATED MODULE: ./build/src/request/fields/permission-json.js







const EXAMPLE = '`[{"action":"read","resource":"metrics"}]`';
function parsePermissionsJson(text) {
  const json = (0,base_text.$X)(text).join('\n');
  if (!/^\[\s*(?:\{|\]|$)/.test(json) && !json.startsWith('{')) {
    const problem = (0,list.PY)(json);
    return problem === undefined ? undefined : { problem };
  }
  const value = (0,base_json.q)(json);
  if (value === undefined) {
    const hint = linesHint(meantLines(json)) || ` Write JSON such as ${EXAMPLE}, or lines such as \`metrics: read\`.`;
    return { problem: `${(0,base_text.hD)(json)} starts like JSON but is not valid JSON.${hint}` };
  }
  if (!Array.isArray(value)) return { problem: notAList(json, value) };
  const wrong = value.filter((entry) => !isPermission(entry)).map((entry) => (0,base_text.hD)(JSON.stringify(entry)));
  if (wrong.length > 0) {
    const are = wrong.length === 1 ? 'is not a permission' : 'are not permissions';
    return {
      problem: `${wrong.join(', ')} ${are} such as \`{"action":"read","resource":"metrics"}\`.${correctedHint(value)}`,
    };
  }
  return { permissions: (0,permissions.pM)(value.map(({ action, resource }) => ({ action, resource }))) };
}
function notAList(json, value) {
  const mapped = Object.entries(value ?? {}).flatMap(([name, actions]) => meantLines(`${name}: ${actions}`));
  const hint = correctedHint([value]) || linesHint(mapped);
  return `${(0,base_text.hD)(json)} is JSON, but not a list such as ${EXAMPLE}.${hint}`;
}
function isPermission(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { action, resource } = { action: undefined, resource: undefined, ...value };
  return isAction(action) && typeof resource === 'string';
}
const MAX_CORRECTED = 4;
function correctedHint(entries) {
  if (entries.length > MAX_CORRECTED) return '';
  const corrected = entries.map(correct);
  if (corrected.some((permissions) => permissions.length === 0)) return '';
  return ` Did you mean ${(0,base_text.qM)(JSON.stringify(corrected.flat()))}?`;
}
function correct(entry) {
  if (typeof entry !== 'object' || entry === null) return [];
  const { action, actions, permission, resource, database, name } = {
    ...entry,
  };
  const named = [resource, database, name].find((one) => typeof one === 'string') ?? '';
  const typed = [action, actions, permission].find((one) => one !== undefined);
  const meant = (Array.isArray(typed) ? typed : [typed]).flatMap((one) =>
    typeof one === 'string' ? meantActions(one) : [],
  );
  return (0,tokens_databases.lH)(String(named)) ? meant.map((one) => ({ action: one, resource: String(named) })) : [];
}

// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __nccwpck_require__(5265);
;// CONCATENATED MODULE: ./build/src/request/fields/permissions.js









const FORMS =
  'With `databases`, write `read`, `write`, or `read, write`. Without `databases`, write one line `NAME: read, write` per database. `none` grants no permission';
function requestsPermissions(inputs) {
  return inputs.permissions !== '' || inputs.databases !== '';
}
function readRequestedPermissions(inputs, errors) {
  return {
    permissions: readPermissions(inputs, errors),
    checkDatabases: (0,scalars.Vf)(inputs, 'check-databases', errors),
    databasesInput: inputs.databases === '' ? 'permissions' : 'databases',
  };
}
function readPermissions(inputs, errors) {
  const databases = readDatabases(inputs, errors);
  const text = inputs.permissions;
  if (errors.isExplained('permissions')) return [];
  if (text === '') {
    errors.add('permissions', `is required. ${FORMS}.`);
    return [];
  }
  const json = parsePermissionsJson(text);
  if (json !== undefined) {
    if ('problem' in json) {
      errors.add('permissions', json.problem);
      return [];
    }
    for (const { resource } of json.permissions) {
      if (!(0,tokens_databases.lH)(resource)) errors.add('permissions', notAName(resource));
    }
    refuseDatabases(inputs, 'the JSON in `permissions` names the databases', errors);
    return json.permissions;
  }
  const lines = (0,base_text.$X)(text);
  if (lines.length === 1 && lines[0] === 'none') {
    refuseDatabases(inputs, '`permissions: none` grants no access', errors);
    return [];
  }
  if (lines.length > 0 && lines.every((line) => SWITCH.test(line))) {
    const meant = lines.filter((line) => /true$/i.test(line)).map((line) => line.replace(/\s*:.*$/, ''));
    errors.add('permissions', `${(0,base_text.hD)(text)} has the actions as keys.${(0,nearest.h)(meant.join(', ') || 'none')}`);
    return [];
  }
  if (lines.some((line) => meansLine(line, inputs))) {
    refuseDatabases(inputs, '`permissions` names the databases', errors);
    return readMapping(inputs, errors);
  }
  return (0,permissions.gu)(readActions(inputs, errors), databases);
}
function readDatabases(inputs, errors) {
  const names = (0,list.LD)(inputs, { input: 'databases', separator: 'comma', isValid: tokens_databases.lH }, errors);
  if (names === undefined) return [];
  if (inputs.databases !== '' && names.length === 0)
    errors.add('databases', `${(0,base_text.hD)(inputs.databases)} does not contain a name.`);
  for (const name of names) if (!(0,tokens_databases.lH)(name)) errors.add('databases', notAName(name));
  return names;
}
function notAName(name) {
  const problem = `${(0,base_text.hD)(name)} is not a valid database name.`;
  if (isLine(name)) return `${problem} Actions belong in \`permissions\`.`;
  const meant = (0,nearest.DE)(name);
  return (0,tokens_databases.lH)(meant) ? `${problem}${(0,nearest.h)(meant)}` : `${problem} ${tokens_databases.Pj}.`;
}
const SWITCH = /^(?:read|write)\s*:\s*(?:true|false)$/i;
function refuseDatabases({ databases }, why, errors) {
  if (databases === '' || errors.of('databases').length > 0) return;
  errors.add('databases', `${(0,base_text.hD)(databases)} has no effect, because ${why}. Remove \`databases\`.`);
}
function meansLine(text, { databases }) {
  if (text.includes(':')) return true;
  if (text.split(',').every(isActionPhrase)) return false;
  if (databases === '' && text.includes('=')) return true;
  const isMeant = meantLines(text).length > 0 && !isActionPhrase(text);
  return isMeant && (databases === '' || text.includes('='));
}
function readMapping(inputs, errors) {
  const nested = nestedLines((0,base_text.$X)(inputs.permissions));
  if (nested.length > 0) {
    errors.add(
      'permissions',
      `${(0,base_text.hD)(inputs.permissions)} has the actions on separate lines, as in YAML.${linesHint(nested)}`,
    );
    return [];
  }
  const lines =
    (0,list.LD)(inputs, { input: 'permissions', separator: 'line', isValid: isLine, corrected: meantLines }, errors) ?? [];
  const parsed = lines.map(parseLine);
  for (const line of parsed) if ('problem' in line) errors.add('permissions', line.problem);
  return (0,permissions.pM)(parsed.flatMap((line) => ('permissions' in line ? line.permissions : [])));
}
function readActions(inputs, errors) {
  const items = (0,list.LD)(inputs, { input: 'permissions', separator: 'comma', isValid: isAction }, errors);
  if (items === undefined) return [];
  const wrong = items.filter((item) => !isAction(item));
  const together = items.length > 1 && wrong.length > 1 ? correctedItems(items, inputs) : '';
  if (together !== '') {
    errors.add('permissions', `${(0,base_text.hD)(inputs.permissions)} is not \`read\` or \`write\`.${together}`);
    return [];
  }
  for (const item of wrong) errors.add('permissions', notAnAction(item, inputs));
  if (items.length === 0)
    errors.add('permissions', `${(0,base_text.hD)(inputs.permissions)} does not contain an action. ${FORMS}.`);
  else if (inputs.databases === '' && wrong.every((item) => item !== permissions.fY && meantActions(item).length > 0)) {
    errors.add(
      'databases',
      'is required with this form of `permissions`. Set the databases that the actions apply to.',
    );
  }
  return items.filter(isAction);
}
function correctedItems(items, { databases }) {
  const actions = items.map(meantActions);
  if (actions.every((one) => one.length > 0)) return (0,nearest.h)([...new Set(actions.flat())].join(', '));
  const areNames =
    databases === '' && items.every((item, index) => actions[index]?.length === 0 && (0,tokens_databases.lH)(item));
  return areNames ? linesHint(items.map((item) => `${item}: read`)) : '';
}
function notAnAction(item, { databases }) {
  if (item === 'none') return NONE_WITH_OTHERS;
  const line = databases === '' && (0,tokens_databases.lH)(item) ? `${item}: read` : undefined;
  const hint = (0,nearest.h)(item === permissions.fY ? (line ?? nearestActions(item)) : (nearestActions(item) ?? line));
  return `${(0,base_text.hD)(item)} is not \`read\` or \`write\`.${hint || ` ${FORMS}.`}`;
}


 }),

 5265:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $7: () => ( readDuration),
   HP: () => ( UP_TO_TEN_YEARS),
   Kf: () => ( readChoice),
   Vf: () => ( readBoolean),
   _0: () => ( readCount),
   eI: () => ( readActivationTimeout),
   yL: () => ( oneOf)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
 var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5301);
 var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9783);
 var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6438);




function readBoolean(inputs, name, errors) {
  return parseBoolean((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__ .m0)(inputs, name), name, errors);
}
function parseBoolean(text, name, errors) {
  const typed = text.toLowerCase();
  if (typed === 'true') return true;
  if (typed !== 'false') errors.add(name, notABoolean(text));
  return false;
}
const SWITCHES = {
  values: ['true', 'false'],
  synonyms: {
    yes: 'true',
    y: 'true',
    on: 'true',
    t: 'true',
    1: 'true',
    enabled: 'true',
    always: 'true',
    no: 'false',
    n: 'false',
    off: 'false',
    f: 'false',
    0: 'false',
    disabled: 'false',
    never: 'false',
  },
};
function notABoolean(text) {
  return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is not \`true\` or \`false\`.${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .h)((0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .O3)(text, SWITCHES))}`;
}
function readCount(inputs, { input, max }, errors) {
  const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__ .m0)(inputs, input);
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= max) return count;
  const meant = meantCount(text);
  const hint = meant !== undefined && meant <= max ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .h)(String(meant)) : '';
  errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is not a whole number from 0 to ${max}.${hint}`);
  return 0;
}
function meantCount(text) {
  const typed = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .DE)(text).toLowerCase();
  if (/^(?:none|no|never|false)$/.test(typed)) return 0;
  const [, digits] = /^\+?(\d{1,3}(?:[,._' ]\d{3})+|\d{1,9})(?:\.0+)?(?:\s*[a-z]+)?$/.exec(typed) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(/\D/g, ''));
}
const UP_TO_TEN_YEARS = {
  min: 0,
  max: 10 * 365 * 24 * 3600,
  rule: 'Use at most `3650d` (ten years)',
};
function readDuration(inputs, { input, min, max, rule, zeroIsOff }, errors) {
  const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__ .m0)(inputs, input);
  const seconds = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ .E9)(text);
  const isAllowed = (one) => one >= min && one <= max;
  if (seconds !== undefined && isAllowed(seconds)) return seconds * 1000;
  const isOff = zeroIsOff === true && OFF.includes((0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .bi)((0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .DE)(text)));
  const suggested = isOff ? ['0'] : (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ .OX)((0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .DE)(text));
  const meant = seconds === undefined ? suggested : [text];
  const allowed = meant.filter((one) => isAllowed((0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ .E9)(one) ?? Number.NaN));
  if (allowed.length > 0) errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is not a duration.${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .h)(...allowed)}`);
  else if (meant.length > 0) errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is out of range. ${rule}.`);
  else errors.add(input, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is not a duration. ${_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ .rJ}.`);
  return 0;
}
const OFF = [
  ...['0days', '0hours', '0minutes', '0seconds', 'zero', 'none', 'no', 'off', 'false', 'disabled'],
  ...['immediate', 'immediately', 'now'],
];
function readChoice(text, choice, errors) {
  const value = choice.values.find((one) => one === text);
  if (value === undefined) errors.add(choice.input, wrongChoice(text, choice));
  return value;
}
function wrongChoice(text, choice) {
  const hint = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .h)((0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .O3)(text, choice));
  return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)} is not valid.${hint} ${oneOf(choice.values)}`;
}
function oneOf(values) {
  return `Use ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .A3)(values.map((value) => `\`${value}\``))}.`;
}
function readActivationTimeout(inputs, errors) {
  const limits = { min: 0, max: 24 * 3600, rule: 'Use at most `24h`, or `0` for no probe' };
  return readDuration(inputs, { input: 'activation-timeout', ...limits, zeroIsOff: true }, errors);
}


 }),

 4930:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   OX: () => ( SECRET_PERMISSIONS),
   SU: () => ( parseRepository),
   eh: () => ( isSecretName),
   yc: () => ( SECRET_NAME_RULE),
   zS: () => ( parseLocation)
 });
const SECRET_PERMISSIONS = {
  repository: 'Secrets: write',
  environment: 'Environments: write',
  dependabot: 'Dependabot secrets: write',
  organization: 'Organization secrets: write',
};
function parseLocation(text, own) {
  const [typed = '', ...rest] = text.split(':');
  const path = rest.length > 0 ? rest.join(':').trim() : undefined;
  switch (typed.trim()) {
    case 'repo':
      return inRepository('repository', path, own) ?? wrongRepository('repo', own);
    case 'dependabot':
      return inRepository('dependabot', path, own) ?? wrongRepository('dependabot', own);
    case 'env':
      return inEnvironment(path ?? '', own) ?? wrongEnvironment(own);
    case 'org':
      return path !== undefined && isOwnerName(path)
        ? { kind: 'organization', owner: path }
        : { problem: 'does not name an organization', rule: `Write \`org:${own.owner} = NAME\`.` };
    default:
      return {
        problem: 'does not say where the secret is',
        rule: 'Use `repo`, `env:ENVIRONMENT`, `dependabot`, or `org:OWNER`.',
      };
  }
}
function inRepository(kind, path, own) {
  const repository = path === undefined ? own : parseRepository(path);
  return repository && { kind, ...repository };
}
function inEnvironment(path, own) {
  const [owner, repo, ...rest] = path.split('/');
  const elsewhere = rest.length > 0;
  const repository = elsewhere ? parseRepository(`${owner}/${repo}`) : own;
  const environment = elsewhere ? rest.join('/') : path;
  return repository && isEnvironmentName(environment) ? { kind: 'environment', ...repository, environment } : undefined;
}
function wrongRepository(kind, { owner, repo }) {
  return {
    problem: 'does not name a repository',
    rule: `Write \`${kind} = NAME\` for this repository (${owner}/${repo}), or \`${kind}:OWNER/REPO = NAME\`.`,
  };
}
function wrongEnvironment({ owner, repo }) {
  return {
    problem: 'does not name an environment',
    rule:
      `Write \`env:ENVIRONMENT = NAME\` for an environment of this repository (${owner}/${repo}), or ` +
      '`env:OWNER/REPO/ENVIRONMENT = NAME`. An `env:` with two or more slashes is always read as OWNER/REPO/ENVIRONMENT.',
  };
}
const SECRET_NAME_RULE = 'Use only letters, digits, and `_`. The name must not start with a digit or `GITHUB_`';
function isSecretName(text) {
  return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}
function isOwnerName(text) {
  return /^(?!\.{1,2}$)[\w.-]+$/.test(text);
}
function parseRepository(text) {
  const [owner, repo, ...more] = text.split('/');
  if (owner === undefined || repo === undefined || more.length > 0) return undefined;
  return isOwnerName(owner) && isOwnerName(repo) ? { owner, repo } : undefined;
}
function isEnvironmentName(text) {
  return !/^\.{0,2}$|[\p{Cc}\p{Cs}]|(?!\u200d)\p{Cf}|^(["'`]).*\1$/u.test(text);
}


 }),

 8190:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Z: () => ( readTokenId),
   q: () => ( readTokenIds)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
 var _base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7483);
 var _list_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5454);
 var _uuid_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6377);




function readTokenId(inputs, errors) {
  const several = new Set((0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ ._Q)(inputs['token-id']).map((id) => id.toLowerCase())).size;
  if (several > 1 && !/[a-z0-9]/i.test((0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ .Ng)(inputs['token-id']).replaceAll(/\band\b/g, ''))) {
    errors.add('token-id', notOne(inputs, several));
    return '';
  }
  const ids = readIds(inputs, errors);
  if (ids !== undefined && ids.length !== 1 && ids.every(_base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ .O1)) {
    errors.add('token-id', notOne(inputs, ids.length));
  }
  return ids?.[0] ?? '';
}
function notOne(inputs, count) {
  const found = count === 0 ? 'does not contain an ID' : `contains ${count} IDs`;
  return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(inputs['token-id'])} ${found}. This operation needs exactly one ID.`;
}
function readTokenIds(inputs, errors) {
  const ids = readIds(inputs, errors);
  if (ids?.length === 0 && !isJsonArray(inputs['token-id'])) {
    errors.add(
      'token-id',
      `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(inputs['token-id'])} does not contain an ID. If there is nothing to do, write \`[]\`.`,
    );
  }
  return ids ?? [];
}
function readIds(inputs, errors) {
  if (inputs['token-id'] === '') {
    errors.add('token-id', 'is required. Set the ID of the token, which is a UUID.');
    return undefined;
  }
  if ((0,_uuid_js__WEBPACK_IMPORTED_MODULE_3__ .N)(inputs['token-id'])) {
    errors.add(
      'token-id',
      'looks like a token, not like the ID of a token, so its value is not shown. The ID is the UUID in the output ' +
        '`token-id` or from `operation: list`. If the token is visible in your workflow file, revoke it.',
    );
    return undefined;
  }
  const ids = (0,_list_js__WEBPACK_IMPORTED_MODULE_0__ .LD)(inputs, { input: 'token-id', separator: 'comma', isValid: _base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ .O1 }, errors);
  for (const id of ids ?? []) if (!(0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ .O1)(id)) errors.add('token-id', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(id)} ${(0,_uuid_js__WEBPACK_IMPORTED_MODULE_3__ .o)(id, 'tokens')}`);
  return ids && withoutRepetitions(ids);
}
function isJsonArray(text) {
  return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .$X)(text)[0]?.startsWith('[') ?? false;
}
function withoutRepetitions(ids) {
  const first = new Map();
  for (const id of ids) {
    const key = id.toLowerCase();
    if (!first.has(key)) first.set(key, id);
  }
  return [...first.values()];
}


 }),

 6377:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   N: () => ( looksLikeToken),
   o: () => ( notAUuid)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3127);
 var _base_uuid_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7483);
 var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6438);



function notAUuid(text, folder) {
  const hint = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__ .h)(meantUuid(text, folder));
  return `is not a UUID.${hint || ' A UUID looks like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.'}`;
}
const MAX_TYPED_LENGTH = 500;
function meantUuid(text, folder) {
  if (text.length > MAX_TYPED_LENGTH) return undefined;
  const plain = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .Zd)(text);
  const [found, ...more] = (0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_2__ ._Q)(plain);
  if (found !== undefined && more.length === 0) return found;
  const inPath = (0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_2__ ._Q)(plain.split(new RegExp(`\\b${folder}/`)).at(-1) ?? '')[0];
  if (found !== undefined) return plain.includes(`${folder}/`) ? inPath : undefined;
  const digits = plain.replaceAll(/[-_\s]|^\W+|\W+$/g, '');
  const hyphenated = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return (0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_2__ .O1)(hyphenated) ? hyphenated : undefined;
}
const LIKE_A_TOKEN = /apiv\d|^m\.v\d|^eyj|[\w+/=.-]{40,}/i;
function looksLikeToken(text) {
  return LIKE_A_TOKEN.test((0,_base_uuid_js__WEBPACK_IMPORTED_MODULE_2__ .Ng)(text));
}


 }),

 9783:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Ko: () => ( readInputs),
   PC: () => ( givenInputs),
   _y: () => ( secretInputs),
   m0: () => ( givenOrDefault),
   mc: () => ( INPUTS),
   oI: () => ( inapplicableInputs),
   pX: () => ( isSecretInput)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3127);
 var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5301);
 var _fields_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6438);
 var _fields_uuid_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6377);




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
    const isGiven = runnerExpression === undefined || isUsedBy(INPUTS[name], inputs.operation);
    return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
  });
}
function givenOrDefault(inputs, name) {
  return inputs[name] === '' ? defaultOf(name) : inputs[name];
}
function inapplicableInputs(inputs, operation, declarations = INPUTS) {
  return givenInputs(inputs).flatMap((name) => {
    const declaration = declarations[name];
    if (declaration?.runnerExpression !== undefined) return [];
    if (!declaration || isUsedBy(declaration, operation) || isDefault(declaration, inputs[name])) return [];
    return [{ input: name, message: describeInapplicable(name, { inputs, operation, declaration }) }];
  });
}
function describeInapplicable(name, { inputs, operation, declaration: { usedBy } }) {
  const value = describeValue(name, inputs[name]);
  const users = [usedBy].flat().map((one) => `\`${one}\``);
  return operation === 'update' && name === 'expires-at'
    ? `${value}has no effect, because the API cannot change when a token expires. Remove the input. To extend the lifetime, ` +
        'replace the token with `operation: rotate`.'
    : `${value}has no effect with \`operation: ${operation}\`. The input is only for ${(0,_fields_nearest_js__WEBPACK_IMPORTED_MODULE_1__ .A3)(users)}. Remove the input.`;
}
function describeValue(name, value) {
  if (isSecretInput(name)) return '';
  return name === 'token-id' && (0,_fields_uuid_js__WEBPACK_IMPORTED_MODULE_2__ .N)(value)
    ? 'looks like a token, so its value is not shown. The input '
    : `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__ .hD)(value)} `;
}
function givenInputs(inputs) {
  return NAMES.filter((name) => inputs[name] !== '');
}
function isSecretInput(name) {
  const declaration = INPUTS[name];
  return declaration?.secret ?? false;
}
function isUsedBy({ usedBy }, operation) {
  return usedBy === 'all' || usedBy.includes(operation);
}
function defaultOf(name) {
  const declaration = INPUTS[name];
  return declaration.default ?? '';
}
function isDefault({ default: declared, implicitDefault }, given) {
  if (given === declared || given === implicitDefault) return true;
  if (declared === undefined) return false;
  if (declared === 'true' || declared === 'false') return given.toLowerCase() === declared;
  const duration = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ .E9)(given);
  return duration !== undefined && duration === (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ .E9)(declared);
}


 }),

 8397:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  H: () => ( readRotateRequest),
  b: () => ( readSeriesRequest)
});

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __nccwpck_require__(5301);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __nccwpck_require__(7833);
// EXTERNAL MODULE: ./build/src/request/fields/description.js
var fields_description = __nccwpck_require__(5078);
// EXTERNAL MODULE: ./build/src/request/fields/expiry.js
var expiry = __nccwpck_require__(589);
// EXTERNAL MODULE: ./build/src/request/fields/permissions.js + 3 modules
var permissions = __nccwpck_require__(3680);
// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __nccwpck_require__(5265);
// EXTERNAL MODULE: ./build/src/request/fields/secret-target.js
var secret_target = __nccwpck_require__(4930);
// EXTERNAL MODULE: ./build/src/request/fields/list.js
var list = __nccwpck_require__(5454);
// EXTERNAL MODULE: ./build/src/request/fields/nearest.js
var nearest = __nccwpck_require__(6438);
;// CONCATENATED MODULE: ./build/src/request/fields/meant-target.js

const MAX_LENGTH = 300;
const KIND = {
  values: ['repo', 'env', 'dependabot', 'org'],
  synonyms: {
    repository: 'repo',
    actions: 'repo',
    secret: 'repo',
    secrets: 'repo',
    environment: 'env',
    organization: 'org',
    organisation: 'org',
    owner: 'org',
  },
};
const LATER_STEPS = {
  values: ['later-steps'],
  synonyms: {
    output: 'later-steps',
    outputs: 'later-steps',
    steps: 'later-steps',
    nextstep: 'later-steps',
    nextsteps: 'later-steps',
  },
};
const SEPARATOR = /\s*(?:[-=]>|:=|=+|\s)\s*(?=[^\s=>]*$)/;
function meantTargets(item, own) {
  if (item.length > MAX_LENGTH) return [];
  const laterSteps = (0,nearest.O3)(item, LATER_STEPS);
  if (laterSteps !== undefined) return [laterSteps];
  const plain = (0,nearest.DE)(item).replace(/(?:\$\{\{\s*)?\bsecrets\.(\w+).*$/, '$1');
  const separator = SEPARATOR.exec(plain);
  if (separator === null) return withoutSeparator(plain);
  const name = (0,nearest.DE)(plain.slice(separator.index + separator[0].length));
  const location = plain.slice(0, separator.index);
  const meant = meantLocation(location, own);
  return [`${meant} = ${name}`, `${meant} = ${name.replaceAll(/[-.\s]+/g, '_')}`, `${name} = ${location}`];
}
function withoutSeparator(plain) {
  const [, repository, secret] = /^repo:([^/:\s]+\/[^/:\s]+)[/:](\w+)$/.exec(plain) ?? [];
  if (repository !== undefined) return [`repo:${repository} = ${secret}`];
  const [, typed, name] = /^(\w+)\s*:\s*(\w+)$/.exec(plain) ?? [];
  const kind = (0,nearest.O3)(typed ?? plain, KIND);
  if (name !== undefined) return kind === 'repo' || kind === 'dependabot' ? [`${kind} = ${name}`] : [];
  return kind === undefined ? [`repo = ${plain}`] : [];
}
function meantLocation(location, own) {
  const [, typed = '', given = ''] = /^([^:\s]*)(?:\s*[:\s]\s*(.*))?$/.exec(location) ?? [];
  const place = (0,nearest.DE)(given.replace(/^https?:\/\/[^/]*\//, '').replace(/\.git$/, ''));
  const kind = (0,nearest.O3)(typed, KIND);
  if (kind === undefined) return /^[^/]+\/[^/]+$/.test(location) ? `repo:${location}` : location;
  if (kind === 'org') return `org:${place.split('/')[0] || own.owner}`;
  if (place === '') return kind;
  if (kind !== 'env' && place === own.owner) return `${kind}:${own.owner}/${own.repo}`;
  return kind === 'env' || place.includes('/') ? `${kind}:${place}` : `${kind}:${own.owner}/${place}`;
}

;// CONCATENATED MODULE: ./build/src/request/fields/store-in.js





const store_in_LATER_STEPS = 'later-steps';
const FORMS =
  '`repo = NAME`, `env:ENVIRONMENT = NAME`, `dependabot = NAME`, `repo:OWNER/REPO = NAME`, ' +
  '`env:OWNER/REPO/ENVIRONMENT = NAME`, `dependabot:OWNER/REPO = NAME`, or `org:OWNER = NAME`';
function readStoreIn(inputs, { repository, otherRunner, allowsLaterSteps }, errors) {
  const [owner = '', repo = ''] = repository.split('/');
  const own = { owner, repo };
  const isValid = (item) => item === store_in_LATER_STEPS || 'location' in parseTarget(item, own);
  const items = (0,list.LD)(inputs, { input: 'store-in', separator: 'comma', isValid }, errors);
  if (items === undefined) return { targets: [], laterSteps: false };
  if (items.length === 0) {
    const problem =
      inputs['store-in'] === '' ? 'is required' : `${(0,base_text.hD)(inputs['store-in'])} does not contain a target`;
    const also = allowsLaterSteps ? ' Or write `later-steps`.' : '';
    errors.add('store-in', `${problem}. Write one target per line: ${FORMS}.${also}`);
  }
  const secrets = items.filter((one) => one !== store_in_LATER_STEPS);
  const laterSteps = secrets.length < items.length;
  if (otherRunner !== undefined && secrets.length > 0) {
    errors.add('store-in', notOnGithub(secrets, otherRunner, allowsLaterSteps));
    return { targets: [], laterSteps };
  }
  const targets = new Map();
  for (const item of secrets) {
    const target = parseTarget(item, own);
    if ('location' in target) {
      if (!targets.has(keyOf(target))) targets.set(keyOf(target), target);
    } else {
      const hint = (0,nearest.h)(meantTargets(item, own).find(isValid)) || ` ${target.rule}`;
      errors.add('store-in', `${(0,base_text.hD)(item)} ${target.problem}.${hint}`);
    }
  }
  return { targets: [...targets.values()], laterSteps };
}
function notOnGithub(secrets, otherRunner, allowsLaterSteps) {
  const why =
    otherRunner === 'act'
      ? 'the action cannot write secrets when act runs the job'
      : `${otherRunner} does not have GitHub's API for secrets`;
  const instead = allowsLaterSteps
    ? `Use \`${store_in_LATER_STEPS}\`, and store the token in a later step of this job.`
    : 'Run the operation on GitHub.';
  return `${secrets.map(base_text.hD).join(', ')} cannot be used here, because ${why}. ${instead}`;
}
function parseTarget(item, own) {
  const at = item.lastIndexOf('=');
  if (at < 0) return withoutName(item, own);
  const [text, name] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
  const location = (0,secret_target.zS)(text, own);
  if ('problem' in location) {
    if (/^later[\s_-]*steps?$/i.test(text)) {
      return {
        problem: `contains a secret name, but \`${store_in_LATER_STEPS}\` does not write secrets`,
        rule: `Write \`${store_in_LATER_STEPS}\`.`,
      };
    }
    const isTurned = (0,secret_target.eh)(text) && !('problem' in (0,secret_target.zS)(name, own));
    return isTurned ? { ...location, problem: 'has the secret name before the location' } : location;
  }
  if (!(0,secret_target.eh)(name)) return { problem: 'does not end in a valid secret name', rule: `${secret_target.yc}.` };
  return { location, name, label: item };
}
function withoutName(item, own) {
  if (!('problem' in (0,secret_target.zS)(item, own))) {
    return { problem: 'does not contain a secret name', rule: `Write ${(0,base_text.qM)(`${item} = NAME`)}.` };
  }
  const problem = (0,secret_target.eh)(item) ? 'does not say where the secret is' : 'is not a target';
  return { problem, rule: `Use ${FORMS}.` };
}
function keyOf({ location, name }) {
  const { kind, owner } = location;
  const repo = location.kind === 'organization' ? '' : location.repo;
  const environment = location.kind === 'environment' ? location.environment : '';
  return JSON.stringify([kind, owner, repo, environment, name]).toLowerCase();
}

// EXTERNAL MODULE: ./build/src/request/fields/token-ids.js
var token_ids = __nccwpck_require__(8190);
;// CONCATENATED MODULE: ./build/src/request/rotate.js










function readRotateRequest({ inputs, common, variables, now, errors }) {
  const run = variables.run(errors);
  const grants = (0,permissions.JI)(inputs) ? (0,permissions.nl)(inputs, errors) : undefined;
  const activationTimeoutMs = (0,scalars.eI)(inputs, errors);
  const obstacles = [
    ...((0,duration.E9)(inputs['activation-timeout']) === 0 ? ['`activation-timeout: 0`'] : []),
    ...(grants?.permissions.length === 0 && isWithoutErrors(errors) ? ['`permissions: none`'] : []),
  ];
  return {
    operation: 'rotate',
    ...common,
    run,
    ...readSeriesRequest(inputs, { run, now, allowsLaterSteps: true }, errors),
    ...(grants ? { grants } : {}),
    gracePeriodMs: readGracePeriod(inputs, obstacles, errors),
    quarantineMs: (0,scalars.$7)(inputs, { input: 'quarantine', ...scalars.HP, zeroIsOff: true }, errors),
    activationTimeoutMs,
  };
}
function isWithoutErrors(errors) {
  return errors.of('permissions').length === 0 && errors.of('databases').length === 0;
}
function permissionsFor({ targets }) {
  return [...new Set(targets.map(({ location }) => secret_target.OX[location.kind]))].join(', ');
}
function readSeriesRequest(inputs, { run, now, allowsLaterSteps }, errors) {
  const description = (0,fields_description.X)(inputs, errors);
  const tokenId = inputs['token-id'] === '' ? undefined : (0,token_ids.Z)(inputs, errors);
  if (description === undefined && tokenId === undefined) {
    errors.add(
      'description',
      'is required, unless you set `token-id`. The description names the series of tokens that replace one another.',
    );
  }
  const expiresAt = inputs['expires-at'] === '' ? undefined : (0,expiry.A)(inputs, { outlives: true, now }, errors);
  const renewBeforeMs = readRenewBefore(inputs, { expiresAt, now }, errors);
  const storeIn = readStoreIn(inputs, { ...run, allowsLaterSteps }, errors);
  if (storeIn.targets.length > 0 && inputs['store-token'] === '') {
    errors.add(
      'store-token',
      'is required for the secrets in `store-in`. Set a GitHub App token or a fine-grained PAT that can write these ' +
        `secrets (${permissionsFor(storeIn)}). The job's own token cannot write secrets.`,
    );
  }
  return {
    ...(description === undefined ? {} : { description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    storeIn,
    storeToken: (0,credentials.lF)(inputs, 'store-token', errors),
    githubToken: (0,credentials.lF)(inputs, 'github-token', errors),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readRenewBefore(inputs, { expiresAt, now }, errors) {
  if (inputs['renew-before'] === '') return undefined;
  const renewBeforeMs = (0,scalars.$7)(inputs, { input: 'renew-before', ...scalars.HP }, errors);
  const lifetimeMs = typeof expiresAt === 'number' ? expiresAt - now : Number.POSITIVE_INFINITY;
  if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) {
    errors.add(
      'renew-before',
      `${(0,base_text.hD)(inputs['renew-before'])} is not shorter than the lifetime set by \`expires-at\` ` +
        `(${(0,duration.a3)(Math.ceil(lifetimeMs / 1000))}), so every run would rotate. Write a shorter duration.`,
    );
  }
  return renewBeforeMs;
}
function readGracePeriod(inputs, obstacles, errors) {
  const gracePeriodMs = (0,scalars.$7)(inputs, { input: 'grace-period', ...scalars.HP, zeroIsOff: true }, errors);
  if (obstacles.length > 0 && (0,duration.E9)(inputs['grace-period']) === 0) {
    errors.add(
      'grace-period',
      `${(0,base_text.hD)(inputs['grace-period'])} retires the old token at once, so the new token must be probed first. Use a value ` +
        `such as \`24h\`, or remove ${obstacles.join(' and ')}.`,
    );
  }
  return gracePeriodMs;
}


 }),

 6547:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Dl: () => ( githubServer),
   RV: () => ( runVariables),
   sl: () => ( readActionName)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
 var node_fs__WEBPACK_IMPORTED_MODULE_0___default = __nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3127);
 var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6089);



function runVariables(env) {
  return {
    run: (errors) => readRunContext(env, errors),
    repository: (errors) => ({
      get server() {
        return readServer(env, errors);
      },
      get repository() {
        return readPart(env, 'GITHUB_REPOSITORY', errors);
      },
      get repositoryId() {
        return readRepositoryId(env, errors);
      },
    }),
  };
}
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
  };
}
function readActionName(env) {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
  return repository && ref ? `${repository}@${ref}` : 'OWNER/influxdb-token-action@v1';
}
function otherRunnerIn(env) {
  if (env['FORGEJO_ACTIONS'] === 'true') return 'Forgejo';
  if (env['GITEA_ACTIONS'] === 'true') return 'Gitea';
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
  const server = githubServer(env);
  if (!fits('server', server)) noteWrong('GITHUB_SERVER_URL', env['GITHUB_SERVER_URL'] ?? '', errors);
  return server;
}
function githubServer(env) {
  const url = env['GITHUB_SERVER_URL'] ?? '';
  return URL.canParse(url) ? new URL(url).host.toLowerCase() : '';
}
function readRepositoryId(env, errors) {
  if (env['GITHUB_REPOSITORY_ID']) return readPart(env, 'GITHUB_REPOSITORY_ID', errors);
  const event = readEventRepositoryId(env['GITHUB_EVENT_PATH']);
  if (event.kind === 'found') return event.id;
  errors.add(
    'GITHUB_REPOSITORY_ID',
    `is not set, and the action cannot read the ID from the event file, because ${event.why}. Set the variable under \`env:\` in the workflow, ` +
      'such as `GITHUB_REPOSITORY_ID: "4711"`. Use a number that no other repository of this server has. Nothing was sent.',
  );
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
  if (!fits(PARTS[name], value)) noteWrong(name, value, errors);
  return value;
}
function fits(part, value) {
  return new RegExp(`^${_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ .z1[part]}$`).test(value);
}
function noteWrong(name, value, errors) {
  const what = value === '' ? 'is not set' : `is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(value)}, which the tag of a token cannot contain`;
  errors.add(
    name,
    `${what}. The action needs this variable for the tag of each token. The runner usually sets it, for example to ` +
      `\`${EXAMPLES[name]}\`. If the step runs in a container or a script, pass the variable on unchanged. Nothing was sent.`,
  );
}
const MAX_BYTES = 32 * 1024 * 1024;
function readEventRepositoryId(path) {
  if (!path) return missing('`GITHUB_EVENT_PATH` is not set');
  let event;
  try {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    if (!file.isFile()) return missing('`GITHUB_EVENT_PATH` does not name a file');
    if (file.size > MAX_BYTES) return missing('the file is larger than 32 MiB');
    event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
  } catch {
    return missing('the file cannot be read as JSON');
  }
  const id = asDigits(property(property(event, 'repository'), 'id'));
  return id === undefined ? missing('the file does not contain `repository.id`') : { kind: 'found', id };
}
function asDigits(value) {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined;
}
function property(value, name) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? value[name] : undefined;
}
function missing(why) {
  return { kind: 'missing', why };
}


 }),

 5326:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   m: () => ( publish),
   v: () => ( publishLines)
 });
function publish({ outputs, lines = [], sections = [], failure }, runner) {
  try {
    if (outputs) runner.outputs(outputs);
  } finally {
    publishLines(lines, runner);
    const [headline, ...parts] = sections;
    if (headline) runner.summary(headline, ...parts);
  }
  if (failure) throw failure;
}
function publishLines(lines, runner) {
  for (const line of lines) {
    if ('code' in line) runner[line.kind](line.code, line.text, line.detail);
    else if (line.kind === 'info') runner.info(line.text, line.seeAlso);
    else runner.debug(line.text);
  }
}


 }),

 5609:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Jq: () => ( writeState),
   UV: () => ( appendToSummary),
   gw: () => ( summaryWritten),
   jj: () => ( writeTemporaryFile),
   l5: () => ( temporaryPath),
   lz: () => ( noFileWritten),
   qV: () => ( requireOutputs),
   un: () => ( readState),
   wO: () => ( summaryProblem),
   zh: () => ( writeOutput)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
 var node_fs__WEBPACK_IMPORTED_MODULE_0___default = __nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
 var node_path__WEBPACK_IMPORTED_MODULE_1___default = __nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
 var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2488);
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5955);




function writeOutput(name, value) {
  write('GITHUB_OUTPUT', () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .uH)(name, value));
}
function requireOutputs() {
  try {
    openToAppend('GITHUB_OUTPUT');
  } catch (error) {
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ .HR('the-runners-files-cannot-be-written', notWritable('GITHUB_OUTPUT', error, 'Nothing was sent.'), {
      cause: error,
    });
  }
}
function summaryProblem() {
  if (!process.env['GITHUB_STEP_SUMMARY']) return undefined;
  try {
    openToAppend('GITHUB_STEP_SUMMARY');
    return undefined;
  } catch (error) {
    return notWritable('GITHUB_STEP_SUMMARY', error, 'The step continues without a job summary.');
  }
}
function openToAppend(variable) {
  (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(fileIn(variable), 'a'));
}
function notWritable(variable, error, now) {
  return `The file in \`${variable}\` cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ .KG)(error)} ${now} ${writeHint(error)}`;
}
function writeState(name, value) {
  write('GITHUB_STATE', () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .LZ)(name, value));
}
function readState(name) {
  return (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .Gu)(name);
}
let writing = Promise.resolve();
function appendToSummary(write, failed) {
  writing = writing
    .then(async () => {
      fileIn('GITHUB_STEP_SUMMARY');
      await write();
    })
    .catch(failed);
}
async function summaryWritten() {
  await writing;
}
class NotSet extends Error {}
class NoFile extends Error {}
function pathIn(variable) {
  const path = process.env[variable] ?? '';
  if (path === '') throw new NotSet(`the variable \`${variable}\` is not set`);
  return path;
}
function writeHint(error) {
  if (error instanceof NotSet) {
    return "GitHub's runner sets this variable for each step. Run the action as a step of a job, and do not change the variable.";
  }
  if (error instanceof NoFile) {
    return "The runner creates this file for each step. In a container, mount the folder of the runner's files at the same path.";
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') {
    const user = process.getuid === undefined ? '' : ` (ID ${process.getuid()})`;
    return (
      `The user of this step${user} cannot write this file. In a job container, use the user that owns the ` +
      "runner's files: `container: options: --user root`."
    );
  }
  if (code === 'EROFS') {
    return "The file system is read-only. Mount the folder of the runner's files so that this step can write there.";
  }
  if (code === 'EEXIST') return 'A file with this name already exists. Run the job again.';
  return "Check the runner's disk.";
}
function write(variable, toolkit) {
  try {
    appendWhole(fileIn(variable), toolkit);
  } catch (error) {
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ .HR(
      'the-runners-files-cannot-be-written',
      notWritable(
        variable,
        error,
        'If the step created a token but did not deliver it, the post step revokes the token.',
      ),
      { cause: error },
    );
  }
}
function fileIn(variable) {
  const path = pathIn(variable);
  if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile()) throw new NoFile(`there is no file at ${path}`);
  return path;
}
function appendWhole(path, append) {
  const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
  try {
    append();
  } catch (error) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, size);
    throw error;
  }
}
const OWNER_ONLY = 0o600;
function writeTemporaryFile(name, text) {
  try {
    const path = temporaryPath(name);
    writeNewFile(path, text);
    return path;
  } catch (error) {
    throw noFileWritten(error);
  }
}
function temporaryPath(name) {
  return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(pathIn('RUNNER_TEMP'), name);
}
function noFileWritten(error) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ .HR(
    'no-file-written',
    `A file in \`RUNNER_TEMP\` cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ .KG)(error)} ${writeHint(error)}`,
    { cause: error },
  );
}
function writeNewFile(path, text) {
  const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', OWNER_ONLY);
  try {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text);
  } catch (error) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    throw error;
  } finally {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
  }
}


 }),

 4047:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Aq: () => ( actionsRunner),
   R5: () => ( readInput),
   c4: () => ( STATE)
 });
 var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2488);
 var _base_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8455);
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5955);
 var _runner_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5609);




const OUTPUTS = ( null);
const STATE = 'ledger';
function actionsRunner(secrets) {
  const safe = (text) => secrets.safeText(text);
  const safeServerText = (text) => secrets.safeServerText(text);
  let used = 0;
  let hasSummary = false;
  const annotateBy = (annotate) => (code, message, detail) =>
    annotate(safe(withLink(message, code)), {
      title: safe((0,_base_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ .Gg)(code, detail)),
    });
  return {
    info: (line, seeAlso) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .pq)(safe(seeAlso ? withLink(line, seeAlso) : line)),
    debug: (line) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .Yz)(safe(line)),
    notice: annotateBy(_actions_core__WEBPACK_IMPORTED_MODULE_3__ .lm),
    warning: annotateBy(_actions_core__WEBPACK_IMPORTED_MODULE_3__ .$e),
    error: annotateBy(_actions_core__WEBPACK_IMPORTED_MODULE_3__ .z3),
    outputs: (outputs) => {
      for (const [name, value] of Object.entries(outputs)) (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__ .zh)(name, value);
    },
    token: (secret) => (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__ .zh)('token', secret.reveal()),
    writeFile: _runner_files_js__WEBPACK_IMPORTED_MODULE_2__ .jj,
    saveState: (state) => (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__ .Jq)(STATE, state),
    summary: (headline, ...parts) => {
      hasSummary = true;
      const write = async () => {
        const { writeSections } = await __nccwpck_require__.e( 371).then(__nccwpck_require__.bind(__nccwpck_require__, 4371));
        const rendering = { safe, safeServerText, docsUrl: sectionUrl, used };
        used += await writeSections([headline, ...parts], rendering);
      };
      (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_2__ .UV)(write, (error) => {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .Yz)(safe(`The job summary could not be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .KG)(error)}`));
      });
    },
    hasSummary: () => hasSummary,
  };
}
function readInput(name) {
  return (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__ .V4)(name);
}
function withLink(message, code) {
  return `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .KG)(message)} See ${sectionUrl(code)}`;
}
function sectionUrl(code) {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const server = process.env['GITHUB_SERVER_URL'] || 'https://github.com';
  const root = repository && ref ? `${server}/${repository}/blob/${ref}/` : '';
  return `${root}docs/troubleshooting.md#${(0,_base_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ .dI)(code)}`;
}


 }),

 2986:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   F: () => ( escapeMarkdown),
   w: () => ( plainText)
 });
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LEADING_COMMAND = /^(\s*):(?=:)/;
const PRINTABLE_ASCII = /^[ -~]*$/;
function plainText(text) {
  return oneLine(text).replaceAll('##[', '# #[').replace(LEADING_COMMAND, '$1: ');
}
function oneLine(text) {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.toWellFormed().replaceAll(LINE_BREAKS_AND_TABS, ' ').replaceAll(CONTROL, '').replaceAll(INVISIBLE, '');
}
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;
const ORDINARY = /^[a-z\d][a-z\d ,:;=-]*$/i;
function escapeMarkdown(text) {
  if (ORDINARY.test(text)) return text;
  return plainText(text)
    .replaceAll(SPECIAL, (special) => (/^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`))
    .replace(LIST_MARKER, (...[, blank, bullet, number]) =>
      bullet === undefined ? `${blank}${number}\\.` : `${blank}\\${bullet}`,
    );
}


 }),

 827:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  S: () => ( Secrets),
  B: () => ( maskCredentials)
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
  if (fragments.size === 0) return false;
  let layer = withoutSeparators(text);
  for (let decodings = 0; decodings <= MAX_DECODINGS; decodings++) {
    if (fragmentsOf(layer).some((fragment) => fragments.has(fragment))) return true;
    const decoded = withoutSeparators(decodeEscapes(layer));
    if (decoded === layer) return false;
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
const ESCAPE = new RegExp(
  [
    '&#x0*(?<hex>[\\da-f]{1,6});?',
    '&#0*(?<decimal>\\d{1,7});?',
    `&(?<entity>${Object.keys(ENTITIES).join('|')});?`,
    '(?<percent>(?:%[\\da-f]{2})+)',
    '\\\\u\\{0*(?<braced>[\\da-f]{1,6})\\}',
    '\\\\u(?<unit>[\\da-f]{4})',
    '\\\\x(?<byte>[\\da-f]{2})',
    '\\\\(?<control>[bfnrtv0])',
    '\\\\(?<char>[^a-z\\d])',
  ].join('|'),
  'gi',
);
function decodeEscapes(text) {
  return text.replaceAll(ESCAPE, (written, ...rest) => {
    const { hex, decimal, entity, percent, braced, unit, byte, control, char } = rest.at(-1);
    if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? written;
    if (percent !== undefined) return Buffer.from(percent.replaceAll('%', ''), 'hex').toString('utf8');
    if (control !== undefined) return ' ';
    if (char !== undefined) return char;
    if (decimal !== undefined) return character(Number(decimal), written);
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
      return [core, ...endsOf(core), ...blocksOf(core.slice(firstGroup))];
    })
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function base64Core(bytes, alignment) {
  const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
  const start = Math.ceil((alignment * 8) / 6);
  const end = Math.floor(((alignment + bytes.length) * 8) / 6);
  return { core: encoded.slice(start, end), firstGroup: (4 - start) % 4 };
}
function endsOf(core) {
  return core.length < BLOCK_LENGTH ? [] : [core.slice(0, BLOCK_LENGTH), core.slice(-BLOCK_LENGTH)];
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
const PIECE_LENGTH = 4;
const MIN_FORM_WITH_PIECES = 2 * PIECE_LENGTH - 1;
const WITHOUT_ESCAPES = /^[ -$'-[\]-~]*$/;
const WITHHELD = '[the text from the server is hidden, because it repeats part of a credential]';
class Secrets {
  #forms = new Map();
  #starts;
  #fragments = new Set();
  #pieces = new Set();
  #hasFormWithoutPieces = false;
  mask(secret) {
    const forms = maskingForms(secret).filter((form) => !this.#formsLike(form, 0).has(form));
    if (forms.length === 0) return;
    for (const form of forms) {
      this.#forms.set(form.slice(0, START_LENGTH), this.#formsLike(form, 0).add(form));
    }
    this.#starts = new RegExp(`(?=${[...this.#forms.keys()].map(escaped).join('|')})`, 'g');
    const fragments = credentialFragments(secret);
    for (const fragment of fragments) this.#fragments.add(fragment);
    for (const text of [...forms, ...fragments]) this.#addPieces(text);
    for (const form of forms) (0,core.Pq)(form);
    (0,stdout.z_)();
  }
  safeText(text) {
    const checked = (0,base_text.mm)(text, (serverText) =>
      repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText,
    );
    return this.redact((0,sanitize.w)(this.redact(checked)));
  }
  safeServerText(text) {
    return this.#isSafe(text) ? text : this.safeText((0,base_text.k3)(text));
  }
  redact(text) {
    if (this.#starts === undefined) return text;
    let redacted = '';
    let hiddenUpTo = -1;
    for (const { index: at } of text.matchAll(this.#starts)) {
      const length = this.#longestFormAt(text, at);
      if (length === 0) continue;
      if (at > hiddenUpTo) redacted += `${text.slice(Math.max(hiddenUpTo, 0), at)}***`;
      hiddenUpTo = Math.max(hiddenUpTo, at + length);
    }
    return redacted + text.slice(Math.max(hiddenUpTo, 0));
  }
  #isSafe(text) {
    return (
      !this.#hasFormWithoutPieces &&
      WITHOUT_ESCAPES.test(text) &&
      (0,sanitize.w)(text) === text &&
      !this.#containsPiece(text) &&
      !this.#containsPiece(text.replaceAll(' ', ''))
    );
  }
  #containsPiece(text) {
    for (let at = 0; at + PIECE_LENGTH <= text.length; at += PIECE_LENGTH) {
      if (this.#pieces.has(text.slice(at, at + PIECE_LENGTH))) return true;
    }
    return false;
  }
  #addPieces(text) {
    this.#hasFormWithoutPieces ||= text.length < MIN_FORM_WITH_PIECES;
    for (let at = 0; at + PIECE_LENGTH <= text.length; at++) this.#pieces.add(text.slice(at, at + PIECE_LENGTH));
  }
  #longestFormAt(text, at) {
    let longest = 0;
    for (const form of this.#formsLike(text, at)) {
      if (form.length > longest && text.startsWith(form, at)) longest = form.length;
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
  for (const credential of [...given, ...proxyPasswords(env)]) secrets.mask(credential);
}
function proxyPasswords(env) {
  const settings = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].map((name) => env[name] ?? '');
  return settings.flatMap((setting) => {
    const url = [setting, `http://${setting}`].find((text) => URL.canParse(text) && new URL(text).password !== '');
    if (url === undefined) return [];
    const { password } = new URL(url);
    return [password, decoded(password)];
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}


 }),

 7266:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   TV: () => ( stdoutWritten),
   WI: () => ( blockOnStdout),
   z_: () => ( requireStdout)
 });
function blockOnStdout() {
  process.stdout._handle?.setBlocking?.(true);
  process.stdout.on('error', () => {});
}
function requireStdout() {
  if (process.stdout.errored) throw process.stdout.errored;
}
function stdoutWritten() {
  return new Promise((resolve, reject) => {
    process.stdout.write('', (error) => (error ? reject(error) : resolve()));
  });
}


 }),

 3527:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  n: () => ( prepareInputs)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var base_errors = __nccwpck_require__(5955);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __nccwpck_require__(7833);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __nccwpck_require__(9881);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __nccwpck_require__(6845);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/request/fields/pasted-text.js
var pasted_text = __nccwpck_require__(583);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __nccwpck_require__(9783);
;// CONCATENATED MODULE: ./build/src/request/misplaced.js



const FILES = ['ca-certificate', 'influxctl-config'];
const FREE_TEXTS = ['description', 'description-pattern'];
function isShownInput(name) {
  return !(0,request_inputs.pX)(name) && !FILES.some((one) => one === name);
}
function noteMisplacedTexts(inputs, errors) {
  for (const name of (0,request_inputs.PC)(inputs).filter((one) => !(0,request_inputs.pX)(one))) {
    const message = problemOf(name, inputs[name]);
    if (message === undefined) continue;
    errors.add(name, message);
    errors.explain(name);
  }
}
function problemOf(name, text) {
  const isFile = FILES.includes(name);
  if (/\$\{\{/.test(text)) {
    return (
      `${isFile ? '' : `${(0,base_text.hD)(text)} `}contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the ` +
      'expression in the workflow. GitHub does not evaluate expressions in secrets, variables, and outputs.'
    );
  }
  if (!isFile && !FREE_TEXTS.includes(name)) {
    if (pasted_text.TZ.test(text)) return `${(0,base_text.hD)(text)} ${pasted_text.wu} \`\${{ vars.NAME }}\`.`;
    if (pasted_text.v5.test(text) && name !== 'databases') return `${(0,base_text.hD)(text)} ${pasted_text.gU}`;
  }
  if (isFile || name === 'token-id' || !(0,base_text.hg)(text)) return undefined;
  return (
    'looks like a token or contains one, so its value is not shown. Set tokens only in `management-token`, `store-token`, and ' +
    '`github-token`. If the token is visible in your workflow file, revoke it.'
  );
}

// EXTERNAL MODULE: ./build/src/base/edit-distance.js
var edit_distance = __nccwpck_require__(2410);
// EXTERNAL MODULE: ./build/src/request/fields/nearest.js
var fields_nearest = __nccwpck_require__(6438);
// EXTERNAL MODULE: ./build/src/request/fields/uuid.js
var uuid = __nccwpck_require__(6377);
;// CONCATENATED MODULE: ./build/src/request/misspelled.js






const PREFIX = 'INPUT_';
const DECLARED = Object.keys(request_inputs.mc);
function undeclaredInputs(env, declared = DECLARED) {
  const undeclared = Object.keys(env)
    .filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? '').trim() !== '')
    .filter((variable) => !isRead(variable, declared, env))
    .map((variable) => ({ name: nameOf(variable), value: env[variable]?.trim() ?? '' }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const judged = undeclared.map((one) => ({ ...one, error: errorAbout(one, declared) }));
  return {
    misspelled: judged.flatMap(({ error }) => error ?? []),
    unknown: judged.filter(({ error }) => error === undefined).map(({ name }) => name),
  };
}
function isRead(variable, declared, env) {
  return declared.includes(nameOf(variable)) && env[variable.toUpperCase()] === env[variable];
}
function nameOf(variable) {
  return variable.slice(PREFIX.length).toLowerCase();
}
function errorAbout({ name, value }, declared) {
  if (DECLARED.includes(name) && !declared.includes(name)) {
    return { input: name, message: 'is an input of the main action only. Remove the input.', meant: [] };
  }
  const meant = meantBy(name, declared);
  return meant.length > 0 ? misspelling({ name, value }, meant) : undefined;
}
function noteMisspelled(misspelled, inputs, errors) {
  for (const { input, message, meant } of misspelled) {
    errors.add(input, message);
    for (const name of meant) if ((inputs[name] ?? '') === '') errors.explain(name);
  }
}
function meantBy(name, names = DECLARED) {
  const typed = normalized(name);
  const declared = names.map((one) => ({ name: one, key: normalized(one) }));
  if (typed === 'token') return ['management-token'];
  const equal = declared.filter(({ key }) => key === typed);
  if (equal.length > 0) return equal.map((one) => one.name);
  const near = declared
    .filter(({ key }) => (0,fields_nearest.kC)(typed, key))
    .map((one) => ({ ...one, away: (0,edit_distance.Y)(typed, one.key) }))
    .sort((one, other) => one.away - other.away);
  const nearest = near.filter(({ away }) => away === near[0]?.away).map((one) => one.name);
  const begun = declared.filter((one) => firstWords(one.name).includes(typed));
  return [...new Set([...nearest, ...begun.map((one) => one.name)])];
}
function firstWords(name) {
  const words = name.split('-');
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join(''));
}
function normalized(name) {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}
function misspelling({ name, value }, meant) {
  const suggestion = (0,fields_nearest.A3)(meant.map((one) => `\`${one}\``));
  const isShown = meant.every(isShownInput) && !(0,uuid.N)(value);
  return {
    input: (0,base_text.RK)(name),
    meant,
    message:
      `is not an input of this action${isShown ? ` (value: ${(0,base_text.hD)(value)})` : ''}. Did you mean ${suggestion}? ` +
      originOf(name),
  };
}
function describeUnknown(name) {
  return `\`${(0,base_text.RK)(name)}\` is not an input of this action, so it was ignored. Remove the input. ${originOf(name)}`;
}
function originOf(name) {
  const shown = (0,base_text.RK)(name);
  return `If the step does not set \`${shown}\`, look for \`${PREFIX}${(0,base_text.RK)(name.toUpperCase())}\` under \`env:\` of the job or workflow.`;
}

// EXTERNAL MODULE: ./build/src/runner/secrets.js + 2 modules
var runner_secrets = __nccwpck_require__(827);
;// CONCATENATED MODULE: ./build/src/step-inputs.js







async function prepareInputs(inputs, declared, { runner, secrets }) {
  const errors = new base_errors.G();
  const { misspelled, unknown } = undeclaredInputs(process.env, declared);
  noteMisspelled(misspelled, inputs, errors);
  noteMisplacedTexts(inputs, errors);
  const sources = await (0,setting.tW)(inputs, text_file.Gu, errors);
  (0,runner_secrets.B)(secrets, (0,credentials.Wr)(sources), process.env);
  for (const name of unknown) runner.warning('unknown-input', describeUnknown(name));
  return { sources, errors };
}


 }),

 3959:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   H1: () => ( unknownDatabases),
   Pj: () => ( DATABASE_NAME_RULE),
   ZZ: () => ( mustKnowDatabases),
   lH: () => ( isDatabaseName),
   tF: () => ( refusedDatabases)
 });
 var _base_edit_distance_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2410);
 var _permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8673);


const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
const DATABASE_NAME_RULE =
  'Use 1 to 64 of the characters `A-Z a-z 0-9 _ - /`, without a leading `_`. `*` means all databases';
function isDatabaseName(text) {
  return text === _permissions_js__WEBPACK_IMPORTED_MODULE_0__ .fY || NAME.test(text);
}
function unknownDatabases(permissions, existing) {
  const known = new Set([...existing, _permissions_js__WEBPACK_IMPORTED_MODULE_0__ .fY]);
  return [...new Set(permissions.map((permission) => permission.resource))].filter((name) => !known.has(name));
}
function mustKnowDatabases({ permissions, checkDatabases }) {
  return checkDatabases && unknownDatabases(permissions, []).length > 0;
}
function refusedDatabases({ permissions, checkDatabases }, existing) {
  if (!checkDatabases) return [];
  return unknownDatabases(permissions, existing).map((name) => ({
    name,
    nearest: nearestName(name, existing),
  }));
}
function nearestName(typed, existing) {
  const measured = existing
    .map((name) => ({ name, away: (0,_base_edit_distance_js__WEBPACK_IMPORTED_MODULE_1__ .Y)(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  const nearest = measured[0];
  const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
  return nearest && nearest.away <= tolerated ? nearest.name : undefined;
}


 }),

 5336:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $P: () => ( wholeSeconds),
   OI: () => ( withinCalendar),
   T_: () => ( parseServerDate),
   Yi: () => ( formatMinute),
   g$: () => ( followingMinute),
   nV: () => ( parseInstant),
   oL: () => ( describeMoment),
   r4: () => ( formatInstant),
   sK: () => ( formatSecond),
   tu: () => ( formatServerDate)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3127);

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * 86_400_000;
function parseInstant(text) {
  if (!RFC3339.test(text)) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = text.length - (/[Zz]$/.test(text) ? 1 : OFFSET_LENGTH);
  const offset = offsetMinutes(text, zone);
  if (offset === undefined) return undefined;
  const microseconds = Number(text.slice(FRACTION, Math.min(FRACTION + 6, zone)).padEnd(6, '0'));
  const local = Date.UTC(year + CYCLE_YEARS, month - 1, day, hour, minute - offset, second);
  return withinCalendar(local - CYCLE_MS + microseconds / 1000);
}
const FRACTION = 20;
const OFFSET_LENGTH = 6;
function twoDigits(text, at) {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}
const ZERO = 0x30;
function daysIn(year, month) {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}
function offsetMinutes(text, at) {
  if (text.length - at < OFFSET_LENGTH) return 0;
  const [hours, minutes] = [twoDigits(text, at + 1), twoDigits(text, at + 4)];
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (text[at] === '-' ? -1 : 1);
}
function withinCalendar(instant) {
  return Math.floor(instant) <= END_OF_CALENDAR ? instant : undefined;
}
function formatInstant(instant) {
  const text = new Date(instant).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}
function formatSecond(instant) {
  return formatInstant(Math.ceil(instant / 1000) * 1000);
}
function parseServerDate(value) {
  if (value === undefined || value === null || value === '') return 'unset';
  if (typeof value !== 'string') return 'unreadable';
  const instant = parseInstant(value);
  if (instant === undefined) return 'unreadable';
  return instant <= 0 ? 'unset' : instant;
}
function wholeSeconds(instant) {
  return Math.floor(instant / 1000) * 1000;
}
function formatServerDate(date) {
  if (typeof date === 'number') return formatInstant(date);
  return date === 'unset' ? undefined : date;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function formatMinute(instant) {
  const date = new Date(instant);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${date.toISOString().slice(-13, -8)} UTC`;
}
const UNITS = [
  { noun: 'second', ms: 1000, below: 90 },
  { noun: 'minute', ms: 60_000, below: 90 },
  { noun: 'hour', ms: 3_600_000, below: 48 },
  { noun: 'day', ms: 86_400_000, below: 1000 },
];
const YEAR = { noun: 'year', ms: 365 * 86_400_000 };
function describeMoment(instant, now) {
  return `${formatMinute(instant)}, ${describeDistance(instant - now)}`;
}
function describeDistance(ms) {
  const { noun, ms: unit } = UNITS.find((one) => Math.abs(ms) < one.below * one.ms) ?? YEAR;
  const count = Math.round(Math.abs(ms) / unit);
  if (count === 0) return 'now';
  const amount = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .pq)(count, noun);
  return ms > 0 ? `in ${amount}` : `${amount} ago`;
}
function followingMinute(instant) {
  return Math.ceil(instant / 60_000) * 60_000;
}


 }),

 5301:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   E9: () => ( parseDuration),
   OX: () => ( suggestDurations),
   a3: () => ( formatDuration),
   rJ: () => ( DURATION_EXAMPLES)
 });
const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, or `1d12h`';
function parseDuration(text) {
  if (/^0+$/.test(text)) return 0;
  const match = GRAMMAR.exec(text);
  if (!match || text === '') return undefined;
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
    if (count > 0) text += `${count}${unit}`;
  }
  return text === '' ? '0' : text;
}
const MONTH_S = 30 * UNITS.d;
const YEAR_S = 365 * UNITS.d;
const SPELLED_UNITS = {
  ...spellings(0.001, 'ms', 'millis', 'millisecond', 'milliseconds'),
  ...spellings(UNITS.s, 's', 'sec', 'secs', 'second', 'seconds'),
  ...spellings(UNITS.m, 'm', 'min', 'mins', 'minute', 'minutes'),
  ...spellings(UNITS.h, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...spellings(UNITS.d, 'd', 'day', 'days'),
  ...spellings(UNITS.w, 'w', 'wk', 'wks', 'week', 'weeks'),
  ...spellings(MONTH_S, 'mo', 'mon', 'mth', 'month', 'months'),
  ...spellings(YEAR_S, 'y', 'yr', 'yrs', 'year', 'years'),
};
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [YEAR_S, MONTH_S, UNITS.w, UNITS.d, UNITS.h, UNITS.m, UNITS.s];
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;
const MAX_TYPED_LENGTH = 60;
const NEXT_UNIT = { w: 'd', d: 'h', h: 'm', m: 's' };
function suggestDurations(text) {
  if (text.length > MAX_TYPED_LENGTH) return [];
  return candidates(text.trim()).filter((candidate) => (parseDuration(candidate) ?? 0) > 0);
}
function candidates(text) {
  const [, months] = /^(\d+)\s*M$/.exec(text) ?? [];
  if (months !== undefined) return [`${months}m`, formatDuration(Number(months) * MONTH_S)];
  const typed = text
    .toLowerCase()
    .replaceAll(NUMBER_WORD, (word) => String(NUMBER_WORDS.indexOf(word)))
    .replace(/^(?:in|after|for|every|[<>+]=?)\s*(?=[\da])/, '')
    .replace(/\s*(?:from now|old|ago)$/, '')
    .replaceAll(/\ban?\s/g, '1 ')
    .replace(/([wdhm])\s*(\d+)$/, (_, unit, count) => `${unit}${count}${NEXT_UNIT[unit]}`);
  if (/^\d+$/.test(typed)) return ['s', 'm', 'h', 'd'].map((unit) => `${Number(typed)}${unit}`);
  const [, count, word = ''] = /^(\d+)\s*([a-z]+)$/.exec(typed) ?? [];
  const unit = Object.entries(UNITS).find(([, seconds]) => seconds === SPELLED_UNITS[word])?.[0];
  if (count !== undefined && unit !== undefined) return [`${count}${unit}`];
  const seconds = secondsIn(typed);
  return seconds === undefined ? [] : [formatDuration(seconds)];
}
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})(?=[\\s-])`, 'g');
function secondsIn(typed) {
  const iso = ISO_8601.exec(typed);
  if (iso) return ISO_UNITS_S.reduce((sum, unit, index) => sum + Number(iso[index + 1] ?? 0) * unit, 0);
  const parts = [...typed.matchAll(PART)];
  const isWhole = parts.length > 0 && /^(?:[\s,]|and)*$/.test(typed.replaceAll(PART, ''));
  if (!isWhole || parts.some(([, , unit = '']) => !Object.hasOwn(SPELLED_UNITS, unit))) return undefined;
  return parts.reduce(
    (sum, [, count = '', unit = '']) => sum + Math.round(Number(count.replace(',', '.')) * (SPELLED_UNITS[unit] ?? 0)),
    0,
  );
}
function spellings(seconds, ...words) {
  return Object.fromEntries(words.map((word) => [word, seconds]));
}


 }),

 2363:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   q: () => ( parseGlob)
 });
const ANY_TEXT = Symbol('*');
const ANY_CHARACTER = Symbol('?');
function parseGlob(pattern) {
  const pieces = [...pattern.matchAll(/\\(.)|(\*+)|(\?)|(.)/gsu)].map(
    ([, escaped, stars, mark, plain = '']) =>
      escaped ?? (stars !== undefined ? ANY_TEXT : mark !== undefined ? ANY_CHARACTER : plain),
  );
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
    } else if (wanted === ANY_CHARACTER || wanted === text[at]) {
      piece++;
      at++;
    } else if (star) {
      star.at++;
      piece = star.piece + 1;
      at = star.at;
    } else {
      return false;
    }
  }
  return pieces.slice(piece).every((rest) => rest === ANY_TEXT);
}


 }),

 3521:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Cw: () => ( LISTED_KINDS),
   Xt: () => ( unreadableExpiries),
   _y: () => ( formatTokens),
   a0: () => ( expiresWithin),
   dh: () => ( listTokens),
   iI: () => ( nextToExpireFirst),
   ll: () => ( newestFirst)
 });
 var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);
 var _permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8673);
 var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6089);
 var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9616);




const LISTED_KINDS = ['job', 'kept', 'pending', 'current', 'untagged'];
function listTokens(tokens, filter, now) {
  return tokens
    .map((token) => examine(token, now))
    .filter((token) => selects(filter, token, now))
    .sort(newestFirst);
}
function unreadableExpiries(tokens, { expiresWithinMs, ...others }, now) {
  if (expiresWithinMs === undefined) return [];
  return listTokens(tokens, others, now).filter(({ expiresAt }) => expiresAt === 'unreadable');
}
function isWithin(scope, tag) {
  switch (scope.kind) {
    case 'cluster':
      return true;
    case 'repository':
      return tag !== undefined && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .ve)(tag, scope);
    case 'organization':
      return tag?.server === scope.server && tag.repository.split('/')[0]?.toLowerCase() === scope.owner.toLowerCase();
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
  return JSON.stringify(
    tokens.map((token) => ({
      id: token.id,
      description: token.description,
      permissions: token.permissions,
      createdAt: (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .tu)(token.createdAt) ?? null,
      expiresAt: (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .tu)(token.expiresAt) ?? null,
      revokedAt: (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .tu)(token.revokedAt) ?? null,
      plainDescription: token.plainDescription,
      kind: token.tag?.kind ?? null,
      server: token.tag?.server ?? null,
      repository: token.tag?.repository ?? null,
      runId: token.tag?.runId ?? null,
      status: token.status,
      ...more(token),
    })),
  );
}
function examine(token, now) {
  const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .UB)(token.description);
  return {
    ...token,
    plainDescription: tagged?.plain ?? (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .$Y)(token.description),
    tag: tagged?.tag,
    status: (0,_token_js__WEBPACK_IMPORTED_MODULE_2__ .oH)(token, now),
  };
}
function selects(filter, token, now) {
  return (
    (filter.status === 'all' || token.status === filter.status) &&
    isWithin(filter.scope, token.tag) &&
    grantsOneOf(filter.databases, token) &&
    (filter.kinds?.includes(token.tag?.kind ?? 'untagged') ?? true) &&
    (filter.pattern?.matches(token.plainDescription) ?? true) &&
    (filter.expiresWithinMs === undefined || expiresWithin(filter.expiresWithinMs, token, now))
  );
}
function grantsOneOf(databases, { permissions }) {
  return (
    databases.length === 0 ||
    permissions.some(({ resource }) => resource === _permissions_js__WEBPACK_IMPORTED_MODULE_3__ .fY || databases.includes(resource))
  );
}
function expiresWithin(limitMs, { expiresAt }, now) {
  return typeof expiresAt === 'number' && expiresAt > now && expiresAt <= now + limitMs;
}
function sortable(date, otherwise) {
  return typeof date === 'number' ? date : otherwise;
}
function compareTexts(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}


 }),

 8673:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   A6: () => ( formatPermissions),
   GB: () => ( permissionChange),
   Uv: () => ( probeTarget),
   V_: () => ( grantsAnyDatabase),
   fY: () => ( ANY_DATABASE),
   gH: () => ( describePermissions),
   gu: () => ( grants),
   hq: () => ( samePermissions),
   kl: () => ( ACTIONS),
   pM: () => ( mergePermissions),
   qE: () => ( needsDatabaseToProbe)
 });
const ACTIONS = ['read', 'write'];
const ANY_DATABASE = '*';
function grants(actions, databases) {
  return databases.flatMap((resource) =>
    ACTIONS.filter((action) => actions.includes(action)).map((action) => ({ action, resource })),
  );
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
  if (permissions.length === 0) return 'none';
  const byDatabase = new Map();
  for (const { action, resource } of permissions) {
    const earlier = byDatabase.get(resource);
    byDatabase.set(resource, earlier === undefined ? `${resource}: ${action}` : `${earlier}, ${action}`);
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
    if (database !== undefined) return { action, database };
  }
  return undefined;
}
function needsDatabaseToProbe(permissions) {
  return permissions.length > 0 && probeTarget(permissions, []) === undefined;
}


 }),

 16:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Hh: () => ( parseRecord),
   Rn: () => ( recordIn),
   bM: () => ( formatRecord),
   wu: () => ( unfinishedRecordIn)
 });
 var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5336);
 var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8673);


const RECORD =
  /^ \[gha-(suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;
const RECORD_START = ' [gha-';
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;
const ALSO_ENCODED = /[.!~'()]/g;
function parseRecord(description) {
  const candidate = lastCandidate(description);
  if (candidate === '') return undefined;
  const [, state, date = '', listed = ''] = RECORD.exec(candidate) ?? [];
  const since = (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .nV)(date);
  if (since === undefined || (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(since) !== date) return undefined;
  const grants = parseGrants(listed);
  return grants && { state: state, since, grants };
}
function formatRecord({ state, since, grants }) {
  const listed = formatGrants(grants);
  return listed && `${RECORD_START}${state}:${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .sK)(since)} ${listed}]`;
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
  if (listed === '-') return [];
  try {
    return (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__ .pM)(listed.split(' ').flatMap(parseGrant));
  } catch {
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
    if ((action !== 'read' && action !== 'write') || resource === '' || !resource.isWellFormed()) return undefined;
    const letters = lettersOf.get(resource) ?? new Set();
    lettersOf.set(resource, letters.add(action === 'read' ? 'r' : 'w'));
  }
  if (lettersOf.size === 0) return '-';
  return [...lettersOf]
    .map(([resource, letters]) => `${letters.size === 2 ? 'rw' : [...letters].join('')}:${encodeName(resource)}`)
    .join(' ');
}
function encodeName(resource) {
  return encodeURIComponent(resource)
    .replaceAll('%2F', '/')
    .replaceAll(ALSO_ENCODED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}


 }),

 6089:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $Y: () => ( plainDescription),
   Kd: () => ( findByNonce),
   Rd: () => ( withTag),
   UB: () => ( parseTagged),
   V9: () => ( tagOfRun),
   cy: () => ( formatTagged),
   pj: () => ( withPlainDescription),
   q8: () => ( withRecord),
   ve: () => ( isSameRepository),
   z1: () => ( TAG_GRAMMAR)
 });
 var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);

const TAG_GRAMMAR = {
  server: String.raw`[a-z0-9._-]{1,253}(?::\d{1,5})?`,
  repository: String.raw`[\w.-]+\/[\w.-]+`,
  repositoryId: String.raw`\d{1,20}`,
  runId: String.raw`\d{1,20}`,
  runAttempt: String.raw`\d{1,9}`,
};
function tagOfRun({ server, repository, repositoryId, runId, runAttempt }, kind, nonce) {
  return { server, repository, repositoryId, runId, runAttempt, kind, nonce };
}
const TAG_START = ' [gha:';
const { server, repository, repositoryId, runId, runAttempt } = TAG_GRAMMAR;
const TAG = new RegExp(
  String.raw`^ \[gha:(${server})\/(${repository})#(${repositoryId}) (${runId})\.(${runAttempt}) (job|kept|pending|current) ([0-9a-f]{16})\]$`,
);
function formatTagged(plain, tag) {
  const { server, repository, repositoryId, runId, runAttempt, kind, nonce } = tag;
  return `${plain}${TAG_START}${server}/${repository}#${repositoryId} ${runId}.${runAttempt} ${kind} ${nonce}]`;
}
function parseTagged(description) {
  const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Rn)(description);
  const unfinished = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .wu)(withoutEnd(description, record));
  const text = withoutEnd(description, unfinished + record);
  const start = text.lastIndexOf(TAG_START);
  if (start < 1) return undefined;
  const match = TAG.exec(text.slice(start));
  if (!match) return undefined;
  const [, server = '', repository = '', repositoryId = '', runId = '', runAttempt = '', kind, nonce = ''] = match;
  const tag = { server, repository, repositoryId, runId, runAttempt, kind: kind, nonce };
  return { plain: text.slice(0, start), tag, record: unfinished + record };
}
function plainDescription(description) {
  return parseTagged(description)?.plain ?? withoutEnd(description, (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Rn)(description));
}
function withPlainDescription(description, plain) {
  return plain + description.slice(plainDescription(description).length);
}
function withTag(description, tag) {
  const record = parseTagged(description)?.record ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Rn)(description);
  return formatTagged(plainDescription(description), tag) + record;
}
function withRecord(description, record) {
  const replaced = parseTagged(description)?.record ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Rn)(description);
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


 }),

 9616:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   KU: () => ( isConfirmedRevoked),
   RX: () => ( indexById),
   oH: () => ( tokenStatus),
   s: () => ( sameId),
   tn: () => ( dateStatus)
 });
 var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);

function tokenStatus(token, now) {
  const status = dateStatus(token, now);
  if (status !== 'active') return status;
  const state = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Hh)(token.description)?.state;
  return state === 'suspending' || state === 'suspended' ? 'suspended' : 'active';
}
function dateStatus({ expiresAt, revokedAt }, now) {
  if (revokedAt !== 'unset') return 'revoked';
  return typeof expiresAt === 'number' && expiresAt <= now ? 'expired' : 'active';
}
function isConfirmedRevoked({ revokedAt }) {
  return typeof revokedAt === 'number';
}
function indexById(tokens) {
  const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
  return (id) => byId.get(id.toLowerCase());
}
function sameId(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}


 }),

 9896:
 ((module) => {

module.exports = require("fs");

 }),

 8611:
 ((module) => {

module.exports = require("http");

 }),

 5692:
 ((module) => {

module.exports = require("https");

 }),

 7598:
 ((module) => {

module.exports = require("node:crypto");

 }),

 610:
 ((module) => {

module.exports = require("node:dns");

 }),

 3024:
 ((module) => {

module.exports = require("node:fs");

 }),

 7067:
 ((module) => {

module.exports = require("node:http");

 }),

 4708:
 ((module) => {

module.exports = require("node:https");

 }),

 7030:
 ((module) => {

module.exports = require("node:net");

 }),

 6760:
 ((module) => {

module.exports = require("node:path");

 }),

 1692:
 ((module) => {

module.exports = require("node:tls");

 }),

 3136:
 ((module) => {

module.exports = require("node:url");

 }),

 857:
 ((module) => {

module.exports = require("os");

 }),

 2488:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => ( debug),
  z3: () => ( error),
  V4: () => ( getInput),
  Gu: () => ( getState),
  pq: () => ( info),
  lm: () => ( notice),
  LZ: () => ( saveState),
  uH: () => ( setOutput),
  Pq: () => ( setSecret),
  $e: () => ( warning)
});


// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
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
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


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
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js




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
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
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






var ExitCode;
(function (ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
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
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
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
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
function debug(message) {
    command_issueCommand('debug', {}, message);
}
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
    issue('group', name);
}
function endGroup() {
    issue('endgroup');
}
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
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}





 })

 	});
 	var __webpack_module_cache__ = {};
 	function __nccwpck_require__(moduleId) {
 		var cachedModule = __webpack_module_cache__[moduleId];
 		if (cachedModule !== undefined) {
 			return cachedModule.exports;
 		}
 		var module = __webpack_module_cache__[moduleId] = {
 			exports: {}
 		};
 		var threw = true;
 		try {
 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
 			threw = false;
 		} finally {
 			if(threw) delete __webpack_module_cache__[moduleId];
 		}
 		return module.exports;
 	}
 	__nccwpck_require__.m = __webpack_modules__;
 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
 	(() => {
 		__nccwpck_require__.n = (module) => {
 			var getter = module && module.__esModule ?
 				() => (module['default']) :
 				() => (module);
 			__nccwpck_require__.d(getter, { a: getter });
 			return getter;
 		};
 	})();
 	(() => {
 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
 		var leafPrototypes;
 		__nccwpck_require__.t = function(value, mode) {
 			if(mode & 1) value = this(value);
 			if(mode & 8) return value;
 			if(typeof value === 'object' && value) {
 				if((mode & 4) && value.__esModule) return value;
 				if((mode & 16) && typeof value.then === 'function') return value;
 			}
 			var ns = Object.create(null);
 			__nccwpck_require__.r(ns);
 			var def = {};
 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
 			}
 			def['default'] = () => (value);
 			__nccwpck_require__.d(ns, def);
 			return ns;
 		};
 	})();
 	(() => {
 		__nccwpck_require__.d = (exports, definition) => {
 			for(var key in definition) {
 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
 				}
 			}
 		};
 	})();
 	(() => {
 		__nccwpck_require__.f = {};
 		__nccwpck_require__.e = (chunkId) => {
 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
 				__nccwpck_require__.f[key](chunkId, promises);
 				return promises;
 			}, []));
 		};
 	})();
 	(() => {
 		__nccwpck_require__.u = (chunkId) => {
 			return ({
  "15": "management-steps.js",
  "77": "shared-by-post-step-and-run-operation.js",
  "118": "badrap-valita.js",
  "225": "run-operation.js",
  "235": "noble-ciphers-and-noble-hashes.js",
  "343": "post-step.js",
  "371": "write-summary.js",
  "413": "packages-of-actions-github.js",
  "454": "github-api.js",
  "662": "proxy.js",
  "663": "shared-by-run-operation-and-run-rotation.js",
  "699": "run-rotation.js",
  "779": "actions-http-client.js",
  "793": "shared-by-management-steps-and-run-rotation.js",
  "915": "influxctl-profile.js",
  "922": "sealed-box.js"
})[chunkId];
 		};
 	})();
 	(() => {
 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
 	})();
 	(() => {
 		__nccwpck_require__.r = (exports) => {
 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
 			}
 			Object.defineProperty(exports, '__esModule', { value: true });
 		};
 	})();
 	(() => {
 		var installedChunks = {
 			792: 1
 		};
 		var installChunk = (chunk) => {
 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
 			for(var moduleId in moreModules) {
 				if(__nccwpck_require__.o(moreModules, moduleId)) {
 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
 				}
 			}
 			if(runtime) runtime(__nccwpck_require__);
 			for(var i = 0; i < chunkIds.length; i++)
 				installedChunks[chunkIds[i]] = 1;
 		};
 		__nccwpck_require__.f.require = (chunkId, promises) => {
 			if(!installedChunks[chunkId]) {
 				if(true) { 
 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
 				} else installedChunks[chunkId] = 1;
 			}
 		};
 	})();
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);

__nccwpck_require__.d(__webpack_exports__, {
  runMain: () => ( runMain),
  runManagementMain: () => ( runManagementMain),
  runManagementPost: () => ( runManagementPost),
  runPost: () => ( runPost)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __nccwpck_require__(5568);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var endpoint = __nccwpck_require__(7716);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __nccwpck_require__(5955);
// EXTERNAL MODULE: ./build/src/runner/runner-files.js
var runner_files = __nccwpck_require__(5609);
;// CONCATENATED MODULE: ./build/src/prepare-step.js


function prepareStep(runner) {
  claimState(runner);
  requireNode(process.versions.node);
  (0,runner_files.qV)();
  const problem = (0,runner_files.wO)();
  if (problem !== undefined) runner.warning('the-runners-files-cannot-be-written', problem);
}
const MIN_NODE = 24;
function requireNode(version) {
  if (Number.parseInt(version, 10) >= MIN_NODE) return;
  throw new errors.HR(
    'unsupported-nodejs',
    `The action needs Node.js ${MIN_NODE} or later, but this runner uses ${version}. Nothing was sent. Gitea, ` +
      `Forgejo, and act use the Node.js in the image of the job. Use an image that contains Node.js ${MIN_NODE}.`,
  );
}
function claimState(runner) {
  try {
    runner.saveState('');
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new errors.HR(
      'state-not-saved',
      `The state of this step cannot be saved: ${(0,errors.KG)(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
        'user of this step can write to. In a container that runs as another user, set `options: --user root`.',
    );
  }
}

// EXTERNAL MODULE: ./build/src/report/errors.js
var report_errors = __nccwpck_require__(6766);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __nccwpck_require__(9881);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./build/src/request/certain-errors.js
var certain_errors = __nccwpck_require__(1160);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/glob.js
var glob = __nccwpck_require__(2363);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __nccwpck_require__(7833);
// EXTERNAL MODULE: ./build/src/request/fields/filter.js
var filter = __nccwpck_require__(3864);
// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __nccwpck_require__(5265);
;// CONCATENATED MODULE: ./build/src/request/cleanup.js





const MIN_LITERALS = 3;
function readCleanupRequest({ inputs, common, variables, errors }) {
  const run = variables.run(errors);
  const scope = (0,filter.hx)(inputs.scope || 'repository', run, errors);
  const pattern = readPattern(inputs, inputs.scope === 'cluster', errors);
  const maxAgeMs = readMaxAge(inputs, errors);
  return {
    operation: 'cleanup',
    ...common,
    run,
    spec: {
      scope,
      ...(pattern ? { pattern } : {}),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
      quarantineMs: (0,scalars.$7)(inputs, { input: 'quarantine', ...scalars.HP, zeroIsOff: true }, errors),
    },
    maxRevocations: (0,scalars._0)(inputs, { input: 'max-revocations', max: 1_000_000 }, errors),
    githubToken: (0,credentials.lF)(inputs, 'github-token', errors),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readPattern(inputs, required, errors) {
  const text = inputs['description-pattern'];
  if (text === '') {
    if (required) {
      errors.add(
        'description-pattern',
        'is required with `scope: cluster`, because a cleanup without a pattern would revoke tokens of other people. Write a ' +
          'pattern such as `load test*`.',
      );
    }
    return undefined;
  }
  const pattern = (0,glob.q)(text);
  if (required && pattern.literals < MIN_LITERALS) {
    errors.add(
      'description-pattern',
      `${(0,base_text.hD)(text)} is too short for \`scope: cluster\`, because it would match tokens of other people. Write at least ` +
        `${MIN_LITERALS} characters in addition to \`*\` and \`?\`, such as \`load test*\`.`,
    );
  }
  return pattern;
}
function readMaxAge(inputs, errors) {
  if (inputs['max-age'] === '') return undefined;
  return (0,scalars.$7)(inputs, { input: 'max-age', ...scalars.HP }, errors);
}

// EXTERNAL MODULE: ./build/src/request/connection/connection.js + 1 modules
var connection = __nccwpck_require__(6133);
// EXTERNAL MODULE: ./build/src/request/fields/description.js
var fields_description = __nccwpck_require__(5078);
// EXTERNAL MODULE: ./build/src/request/fields/expiry.js
var expiry = __nccwpck_require__(589);
// EXTERNAL MODULE: ./build/src/request/fields/permissions.js + 3 modules
var permissions = __nccwpck_require__(3680);
// EXTERNAL MODULE: ./build/src/request/fields/token-ids.js
var token_ids = __nccwpck_require__(8190);
;// CONCATENATED MODULE: ./build/src/request/request.js






function readCreateRequest({ inputs, common, variables, now, errors }) {
  const run = variables.run(errors);
  const keep = (0,scalars.Vf)(inputs, 'skip-token-revoke', errors);
  return {
    operation: 'create',
    ...common,
    run,
    description: (0,fields_description.X)(inputs, errors) ?? (0,fields_description.G)(run),
    grants: (0,permissions.nl)(inputs, errors),
    expiresAt: (0,expiry.A)(inputs, { outlives: keep, now }, errors),
    activationTimeoutMs: (0,scalars.eI)(inputs, errors),
    keep,
    failOnRevokeError: (0,scalars.Vf)(inputs, 'fail-on-revoke-error', errors),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readGetRequest({ inputs, common, errors }) {
  return { operation: 'get', ...common, tokenId: (0,token_ids.Z)(inputs, errors) };
}
function readListRequest({ inputs, common, variables, errors }) {
  return {
    operation: 'list',
    ...common,
    filter: (0,filter.h9)(inputs, variables.repository(errors), errors),
    failOnMatch: (0,scalars.Vf)(inputs, 'fail-on-match', errors),
  };
}
function readUpdateRequest({ inputs, common, errors }) {
  const regrants = (0,permissions.JI)(inputs);
  const description = (0,fields_description.X)(inputs, errors);
  if (!regrants && description === undefined) {
    errors.add('permissions', 'is required, unless you set `description`. An update changes at least one of them.');
  }
  return {
    operation: 'update',
    ...common,
    tokenId: (0,token_ids.Z)(inputs, errors),
    ...(description === undefined ? {} : { description }),
    ...(regrants ? { grants: (0,permissions.nl)(inputs, errors) } : {}),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readRevokeRequest({ inputs, common, errors }) {
  return {
    operation: 'revoke',
    ...common,
    tokenIds: (0,token_ids.q)(inputs, errors),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readRestoreRequest({ inputs, common, errors }) {
  return {
    operation: 'restore',
    ...common,
    tokenIds: (0,token_ids.q)(inputs, errors),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}

// EXTERNAL MODULE: ./build/src/request/rotate.js + 2 modules
var rotate = __nccwpck_require__(8397);
;// CONCATENATED MODULE: ./build/src/request/parse-request.js







const READERS = {
  create: readCreateRequest,
  get: readGetRequest,
  list: readListRequest,
  update: readUpdateRequest,
  revoke: readRevokeRequest,
  rotate: rotate.H,
  cleanup: readCleanupRequest,
  restore: readRestoreRequest,
};
function parseRequest(sources, { variables, now }, errors) {
  const { inputs } = sources;
  const operation = (0,request_inputs.m0)(inputs, 'operation');
  const known = isReadable(operation);
  if (!known) (0,scalars.Kf)(operation, OPERATION, errors);
  const common = { connection: (0,connection.d)(sources, errors) };
  const request = { inputs, common, now, variables };
  if (!known || errors.isExplained('operation')) {
    const read = (one, found) => READERS[one]({ ...request, errors: found });
    (0,certain_errors.z)(inputs, { operations: OPERATION.values, read, declarations: request_inputs.mc }, errors);
    return errors.throwAll();
  }
  for (const { input, message } of (0,request_inputs.oI)(inputs, operation)) {
    errors.add(input, message);
  }
  const parsed = READERS[operation]({ ...request, errors });
  errors.throwIfAny();
  return parsed;
}
const OPERATION = {
  input: 'operation',
  values: Object.keys(READERS),
  synonyms: {
    add: 'create',
    generate: 'create',
    issue: 'create',
    make: 'create',
    mint: 'create',
    new: 'create',
    describe: 'get',
    info: 'get',
    inspect: 'get',
    read: 'get',
    show: 'get',
    view: 'get',
    ls: 'list',
    change: 'update',
    edit: 'update',
    modify: 'update',
    patch: 'update',
    delete: 'revoke',
    destroy: 'revoke',
    remove: 'revoke',
    rm: 'revoke',
    renew: 'rotate',
    replace: 'rotate',
    rotation: 'rotate',
    gc: 'cleanup',
    prune: 'cleanup',
    purge: 'cleanup',
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
// EXTERNAL MODULE: ./build/src/runner/runner.js
var runner_runner = __nccwpck_require__(4047);
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
  (0,stdout.WI)();
  let succeeded = await step().catch(reportDefect);
  await (0,runner_files.gw)();
  await (0,stdout.TV)().catch(() => {
    succeeded = false;
  });
  process.exit(succeeded ? 0 : 1);
}
function reportDefect(error) {
  (0,core.z3)((0,sanitize.w)((0,errors.Zm)(error)), { title: (0,error_codes.Gg)('unexpected-error') });
  return false;
}

// EXTERNAL MODULE: ./build/src/step-inputs.js + 2 modules
var step_inputs = __nccwpck_require__(3527);
;// CONCATENATED MODULE: ./build/src/main.js













function runMain() {
  return runStep(main);
}
async function main() {
  const secrets = new runner_secrets.S();
  const runner = (0,runner_runner.Aq)(secrets);
  const step = { runner, secrets };
  let where;
  try {
    prepareStep(runner);
    const { sources, errors } = await (0,step_inputs.n)((0,request_inputs.Ko)(runner_runner.R5), Object.keys(request_inputs.mc), step);
    const request = parseRequest(sources, { variables: (0,run_context.RV)(process.env), now: clock.m.now() }, errors);
    for (const sentence of (0,setting.u_)(sources)) runner.warning('influxctl-profile', sentence);
    where = { cluster: (0,endpoint.SL)(request.connection.endpoints[0]) };
    const { runOperation } = await Promise.all([__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(77), __nccwpck_require__.e(663), __nccwpck_require__.e(225)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9225));
    (0,publish.m)(await runOperation(request, runner, secrets), runner);
    return true;
  } catch (error) {
    (0,publish.m)((0,report_errors.N7)(error, runner.hasSummary() ? undefined : where), runner);
    return false;
  }
}

;// CONCATENATED MODULE: ./build/src/post.js






const TIME_FOR_EVERYTHING_MS = 58_000;
function runPost() {
  return runStep(() =>
    post(async (state, step) => {
      const { runPostStep } = await Promise.all([__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(77), __nccwpck_require__.e(343)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3343));
      return await runPostStep(state, step);
    }, 'The post step did not revoke any token, so tokens of this step might stay valid until they expire.'),
  );
}
async function post(work, consequence) {
  const deadline = clock.m.elapsed() + TIME_FOR_EVERYTHING_MS;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const state = (0,runner_files.un)(runner_runner.c4);
  if (state === '') return true;
  const secrets = new runner_secrets.S();
  const runner = (0,runner_runner.Aq)(secrets);
  try {
    return await work(state, { runner, secrets, deadline });
  } catch (error) {
    runner.error('unexpected-error', `${(0,errors.Zm)(error)} ${consequence}`);
    return false;
  }
}

;// CONCATENATED MODULE: ./build/src/management-token.js







function runManagementMain() {
  return runStep(async () => {
    const secrets = new runner_secrets.S();
    const runner = (0,runner_runner.Aq)(secrets);
    let where;
    try {
      prepareStep(runner);
      const { readManagementRequest, runManagementStep } = await load();
      const request = await readManagementRequest({ runner, secrets });
      where = request.where;
      await runManagementStep(request, { runner, secrets });
      return true;
    } catch (error) {
      (0,publish.m)((0,report_errors.N7)(error, runner.hasSummary() ? undefined : where), runner);
      return false;
    }
  });
}
function runManagementPost() {
  return runStep(() =>
    post(async (state, step) => {
      const { runManagementPostStep } = await load();
      await runManagementPostStep(state, step);
      return true;
    }, 'A management token of this step might remain.'),
  );
}
async function load() {
  const { loadManagementSteps } = await Promise.all([__nccwpck_require__.e(118), __nccwpck_require__.e(779), __nccwpck_require__.e(77), __nccwpck_require__.e(663), __nccwpck_require__.e(225)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9225));
  return await loadManagementSteps();
}

;// CONCATENATED MODULE: ./build/src/index.js




module.exports = __webpack_exports__;
 })()
;