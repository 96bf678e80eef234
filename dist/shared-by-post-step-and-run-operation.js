"use strict";
exports.id = 77;
exports.ids = [77];
exports.modules = {

 7697:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ah: () => ( unlessCanceled),
   HN: () => ( inParallel),
   QH: () => ( aborted),
   WH: () => ( DEFAULT_CONCURRENCY),
   pf: () => ( JobCanceled),
   uK: () => ( MAX_IN_FLIGHT),
   zg: () => ( cancellationOf)
 });
 var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);

const MAX_IN_FLIGHT = 8;
const DEFAULT_CONCURRENCY = {
  maxInFlight: () => MAX_IN_FLIGHT,
  shouldContinue: () => true,
};
async function inParallel(items, task, { maxInFlight, shouldContinue } = DEFAULT_CONCURRENCY) {
  const inFlight = new Set();
  let ended = 0;
  for (const item of items) {
    while (inFlight.size >= maxInFlight(ended)) await Promise.race(inFlight);
    if (!shouldContinue()) break;
    const begun = task(item).then(() => {
      ended++;
      inFlight.delete(begun);
    });
    inFlight.add(begun);
  }
  await Promise.all(inFlight);
}
function cancellationOf(process) {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());
  return controller.signal;
}
class JobCanceled extends _errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  constructor() {
    super('canceled', 'The job was canceled.');
    this.name = 'JobCanceled';
  }
}
async function unlessCanceled(work, canceled) {
  return await Promise.race([
    work,
    aborted(canceled).then(() => {
      throw new JobCanceled();
    }),
  ]);
}
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}


 }),

 2353:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   h: () => ( clockWarning)
 });
 var _report_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1566);
 var _runner_publish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5326);


function clockWarning(runner) {
  let hasWarned = false;
  return (clocks) => {
    if (hasWarned) return;
    const lines = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_0__ .zI)(clocks);
    hasWarned = lines.length > 0;
    (0,_runner_publish_js__WEBPACK_IMPORTED_MODULE_1__ .v)(lines, runner);
  };
}


 }),

 9563:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ey: () => ( parseShortBody),
   Kb: () => ( excerpt),
   MN: () => ( parseShortJson),
   MP: () => ( describeBody),
   OG: () => ( parseBody),
   _6: () => ( isHtml),
   tJ: () => ( parseExactBody)
 });
 var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1862);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3127);


const MAX_EXCERPT_LENGTH = 300;
const MAX_READ_LENGTH = 4096;
function excerpt(response) {
  if (response.status < 300) return describeBody(response);
  const own = messageIn(parseShortJson(response.body));
  if (own !== undefined) return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .k3)(cut(own));
  return isHtml(response) ? describeBody(response) : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .k3)(cut(response.body));
}
function describeBody(response) {
  if (beginning(response.body).text === '') return 'an empty body';
  if (!isHtml(response)) {
    return parseShortJson(response.body) === undefined ? 'text that is not JSON' : 'unexpected JSON';
  }
  const heading = /<title[^>]*>([^<]{1,200})/i.exec(beginning(response.body).text)?.[1]?.trim();
  return heading ? `an HTML page titled ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .k3)(`"${cut(heading)}"`)}` : 'an HTML page';
}
function messageIn(json, depth = 1) {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return undefined;
  for (const key of ['message', 'error', 'detail', 'error_description']) {
    const value = json[key];
    if (typeof value === 'string' && value !== '') return value;
    if (key === 'error' && depth > 0 && typeof value === 'object' && value) {
      return messageIn(value, depth - 1);
    }
  }
  return undefined;
}
function isHtml({ headers, body }) {
  const start = beginning(body).text;
  return /^<(?:!doctype|!--|html|head|body|\?xml)/i.test(start) || (start !== '' && isHtmlType(headers));
}
function isHtmlType(headers) {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(String(headers['content-type'] ?? ''));
}
function cut(body) {
  const { text, isWhole } = beginning(body);
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (isWhole) return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__ .ml)(line, MAX_EXCERPT_LENGTH);
  const words = line.slice(0, MAX_EXCERPT_LENGTH + 1).replace(/(?:^|\s)\S*$/, '');
  return words === '' ? `… (${body.length} characters)` : `${words} …`;
}
function beginning(body) {
  const text = body.trimStart();
  return { text: text.slice(0, MAX_READ_LENGTH), isWhole: text.length <= MAX_READ_LENGTH };
}
const MAX_SHORT_LENGTH = 1024 * 1024;
function parseShortJson(body) {
  return body.length <= MAX_SHORT_LENGTH ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__ .q)(body) : undefined;
}
function parseBody(schema, body) {
  return readAs(schema, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__ .q)(body));
}
function parseExactBody(schema, body) {
  return readAs(schema, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__ .l)(body));
}
function parseShortBody(schema, body) {
  return readAs(schema, parseShortJson(body));
}
function readAs(schema, json) {
  const parsed = schema.try(json, { mode: 'strip' });
  return parsed.ok ? parsed.value : undefined;
}


 }),

 1389:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   z: () => ( dial)
 });
 var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(610);
 var node_dns__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_dns__WEBPACK_IMPORTED_MODULE_0__);
 var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
 var node_net__WEBPACK_IMPORTED_MODULE_1___default = __webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);


const NEXT_ADDRESS_AFTER_MS = 250;
async function dial({ host, port }, abandoned, network = SYSTEM) {
  const addresses = alternateFamilies(await network.lookup(host));
  abandoned.throwIfAborted();
  return race(
    addresses.map(
      ({ address }) =>
        () =>
          network.connect({ host: address, port }),
    ),
    abandoned,
  );
}
function race(attempts, abandoned) {
  return new Promise((resolve, reject) => {
    const waiting = [...attempts];
    const connecting = new Set();
    const errors = [];
    let timer;
    const finish = () => {
      clearTimeout(timer);
      abandoned.removeEventListener('abort', abandon);
      for (const socket of connecting) socket.destroy();
    };
    const abandon = () => {
      finish();
      reject(abandoned.reason);
    };
    const next = () => {
      clearTimeout(timer);
      const socket = waiting.shift()?.();
      if (socket) watch(socket);
      else if (connecting.size === 0) fail();
      if (waiting.length > 0) timer = setTimeout(next, NEXT_ADDRESS_AFTER_MS);
    };
    const watch = (socket) => {
      connecting.add(socket);
      socket.once('connect', () => {
        connecting.delete(socket);
        finish();
        resolve(socket);
      });
      socket.on('error', (error) => {
        if (!connecting.delete(socket)) return;
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
  lookup: (host) =>
    new Promise((resolve, reject) => {
      node_dns__WEBPACK_IMPORTED_MODULE_0___default().lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
    }),
  connect: (address) => node_net__WEBPACK_IMPORTED_MODULE_1___default().connect({ ...address, noDelay: true, keepAlive: true }),
};


 }),

 5494:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Dr: () => ( NetworkError),
   FV: () => ( proxyError),
   av: () => ( unusableProxy),
   gN: () => ( handshakeError),
   x6: () => ( networkError)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);

const NEVER_SENT = [
  'connect-timeout',
  'handshake',
  'dns',
  'refused',
  'certificate',
  'proxy',
  'proxy-setting',
  'no-time',
];
const NOT_RETRYABLE = ['certificate', 'too-large', 'coding', 'proxy-setting', 'no-time'];
const WITHOUT_HINT = ['timeout', 'connect-timeout', 'tls', 'broken'];
const REMEDY =
  'Run the job again later. If the error persists, check the proxies and firewalls between this runner and the server.';
class NetworkError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  kind;
  limitMs;
  constructor(kind, message, options) {
    super(codeOf(kind), message, { ...options, remedy: WITHOUT_HINT.includes(kind) ? REMEDY : '' });
    this.name = 'NetworkError';
    this.kind = kind;
    this.limitMs = options?.limitMs;
  }
  get retryable() {
    return !NOT_RETRYABLE.includes(this.kind);
  }
  get mightHaveReachedServer() {
    return !NEVER_SENT.includes(this.kind);
  }
}
function codeOf(kind) {
  if (kind === 'timeout' || kind === 'connect-timeout' || kind === 'no-time') return 'no-response-in-time';
  if (kind === 'coding') return 'unreadable-response';
  return kind === 'too-large' ? 'response-too-large' : 'no-connection';
}
function networkError(cause, host) {
  if (cause instanceof NetworkError) return cause;
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  const [kind, message] = explain(code, syscallOf(cause), host);
  return new NetworkError(kind, message, { cause });
}
function handshakeError(cause, host) {
  const error = networkError(cause, host);
  if (error === undefined || !error.mightHaveReachedServer) return error;
  const code = networkCode(cause) ?? '';
  const message =
    kindOf(code) === 'tls' || code === 'EPROTO'
      ? `The TLS handshake with ${host} failed (${code}). Check that this port serves HTTPS.`
      : `The connection to ${host} was lost during the TLS handshake (${code}). Check the proxies and firewalls of this runner.`;
  return new NetworkError('handshake', message, { cause });
}
function proxyError(cause, host) {
  if (cause instanceof NetworkError) return cause;
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  if (kindOf(code) === 'certificate') {
    const message = `The TLS connection to the proxy for ${host} is not trusted (${code}). ${proxyCertificateHint(code)}`;
    return new NetworkError('certificate', message, { cause });
  }
  const message = `The proxy for ${host} cannot be reached (${code}). Check HTTPS_PROXY.`;
  return new NetworkError('proxy', message, { cause });
}
function unusableProxy(scheme, host) {
  if (scheme === undefined) {
    const message = `The proxy setting for ${host} is not a URL. Set HTTPS_PROXY to http://HOST:PORT. Percent-encode special characters in a password.`;
    return new NetworkError('proxy-setting', message);
  }
  const what = scheme.startsWith('socks') ? `a SOCKS proxy (${scheme}://)` : `a URL with ${scheme}://`;
  const message = `HTTPS_PROXY is ${what}, which is not supported. Set HTTPS_PROXY to an HTTP proxy (http://HOST:PORT), or add ${host} to NO_PROXY.`;
  return new NetworkError('proxy-setting', message);
}
const CODES = {
  system: /^(?:E[A-Z0-9]+|EAI_[A-Z]+)$/,
  tls: /^(?:ERR_SSL_\w+|ERR_TLS_(?:HANDSHAKE_TIMEOUT|DH_PARAM_SIZE))$/,
  certificate:
    /^(?:(?:CERT|CRL|UNABLE_TO|ERROR_IN|SELF_SIGNED|DEPTH_ZERO|PATH_LENGTH|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)(?:_[A-Z_]+)?|UNSPECIFIED|ERR_TLS_CERT_ALTNAME_\w+)$/,
  http: /^HPE_\w+$/,
};
function kindOf(code) {
  return Object.keys(CODES).find((kind) => CODES[kind].test(code));
}
function networkCode(cause) {
  const error = mostSpecific(cause);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return kindOf(error.code) === undefined ? undefined : error.code;
}
function syscallOf(cause) {
  const error = mostSpecific(cause);
  return error instanceof Error && 'syscall' in error ? error.syscall : undefined;
}
const LEAST_SPECIFIC = ['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'ETIMEDOUT'];
function mostSpecific(cause) {
  if (!(cause instanceof AggregateError)) return cause;
  const rank = (error) => {
    const code = networkCode(error);
    if (code === undefined) return LEAST_SPECIFIC.length + 1;
    const index = LEAST_SPECIFIC.indexOf(code);
    return index < 0 ? LEAST_SPECIFIC.length : index;
  };
  const errors = cause.errors;
  return errors.reduce((best, error) => (rank(error) > rank(best) ? error : best), errors[0]);
}
function explain(code, syscall, host) {
  if (syscall === 'getaddrinfo' || code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return [
      'dns',
      `The host name ${host} could not be resolved (${code}). Check the URL, or use a runner that can resolve the name.`,
    ];
  }
  const kind = kindOf(code);
  if (kind === 'certificate') {
    return ['certificate', `The TLS connection to ${host} is not trusted (${code}). ${certificateHint(code)}`];
  }
  if (syscall === 'connect') {
    const what = code === 'ECONNREFUSED' ? 'refused the connection' : 'cannot be reached';
    return [
      'refused',
      `${host} ${what} (${code}). Check the host and the port, or use a runner that has access to the host.`,
    ];
  }
  if (kind === 'tls' || code === 'EPROTO') {
    return ['tls', `The TLS connection to ${host} failed (${code}).`];
  }
  if (code === 'ETIMEDOUT') return ['timeout', `${host} did not respond in time (${code}).`];
  return ['broken', `The connection to ${host} was lost (${code}).`];
}
function certificateHint(code) {
  if (code === 'CERT_HAS_EXPIRED') return 'The certificate of the server has expired. Renew it.';
  if (code === 'CERT_NOT_YET_VALID') {
    return 'The certificate of the server is not valid yet. Check the clocks of the runner and the server.';
  }
  if (isForAnotherName(code)) {
    return 'The certificate of the server is for another name. Use a host name that the certificate contains.';
  }
  return 'This runner does not trust the certificate of the server. Set `ca-certificate` to the certificate of its CA.';
}
function proxyCertificateHint(code) {
  return isForAnotherName(code)
    ? 'The certificate of the proxy is for another name. Set HTTPS_PROXY to a name that the certificate contains.'
    : 'Check the certificate of the proxy, or set `ca-certificate` to the certificate of its CA.';
}
function isForAnotherName(code) {
  return code.startsWith('ERR_TLS_CERT_ALTNAME_') || code === 'HOSTNAME_MISMATCH';
}


 }),

 441:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   l: () => ( Requests)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3175);
 var _network_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5494);
 var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5589);




class Requests {
  gate;
  #options;
  constructor(options) {
    const { clock, random, policy } = options;
    this.#options = options;
    this.gate = new _retry_js__WEBPACK_IMPORTED_MODULE_2__ .AO({ clock, random, retries: policy.retries, deadline: policy.deadline });
  }
  async send(request, timeoutMs = Number.POSITIVE_INFINITY) {
    const { transport, policy } = this.#options;
    const { url } = request;
    if (!(0,_base_url_js__WEBPACK_IMPORTED_MODULE_3__ .G)(url)) {
      throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
        'not-safe-to-send',
        `${url.origin} does not use \`https:\`, so the request was not sent. Use an \`https:\` URL.`,
      );
    }
    await this.gate.waitWhileHeld();
    const response = await transport.send(request, Math.min(timeoutMs, policy.timeoutMs, this.gate.timeLeftMs));
    const waitMs = this.#adviceIn(response)?.waitMs;
    if (waitMs !== undefined && waitMs > _retry_js__WEBPACK_IMPORTED_MODULE_2__ .yL) {
      throw new _retry_js__WEBPACK_IMPORTED_MODULE_2__ .Zt(response.status, url.host, waitMs);
    }
    if (waitMs !== undefined) this.gate.hold(waitMs);
    return response;
  }
  async sendWithRetry(request) {
    const attempts = this.gate.start();
    for (;;) {
      const outcome = await this.send(request).catch(networkErrorOnly);
      const isNetworkError = outcome instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_1__ .Dr;
      const retryable = isNetworkError ? outcome.retryable : this.#adviceIn(outcome) !== undefined;
      if (!(await attempts.again(retryable))) {
        if (isNetworkError) throw outcome;
        return outcome;
      }
      const why = isNetworkError ? outcome.message : `${request.url.host} responded with ${outcome.status}.`;
      this.#options.note(`${why} Retrying ${request.method} ${request.url.pathname}.`);
    }
  }
  #adviceIn(response) {
    const { policy, clock } = this.#options;
    return (policy.retryRule ?? _retry_js__WEBPACK_IMPORTED_MODULE_2__ .BJ)(response, clock.now());
  }
}
function networkErrorOnly(error) {
  if (error instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_1__ .Dr) return error;
  throw error;
}


 }),

 5589:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   AO: () => ( RetryGate),
   BJ: () => ( httpRetryRule),
   Zt: () => ( RetryAfterTooLong),
   m6: () => ( parseHttpDate),
   mu: () => ( parseRetryAfter),
   r3: () => ( isRetryable),
   yL: () => ( MAX_RETRY_AFTER_MS)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _network_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5494);


const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10_000;
class RetryGate {
  #options;
  #heldUntil = 0;
  constructor(options) {
    this.#options = options;
  }
  get heldForMs() {
    return Math.max(0, this.#heldUntil - this.#options.clock.elapsed());
  }
  get timeLeftMs() {
    const { deadline = Number.POSITIVE_INFINITY, clock } = this.#options;
    return deadline - clock.elapsed();
  }
  hold(ms) {
    this.#heldUntil = Math.max(this.#heldUntil, this.#options.clock.elapsed() + ms);
  }
  async waitWhileHeld() {
    for (;;) {
      const held = this.heldForMs;
      if (this.timeLeftMs <= held) throw new _network_error_js__WEBPACK_IMPORTED_MODULE_1__ .Dr('no-time', 'No time was left to send the request.');
      if (held === 0) return;
      await this.#options.clock.sleep(held);
    }
  }
  start() {
    const { retries } = this.#options;
    let failed = 0;
    const pause = async () => {
      const isAllowed = failed < retries;
      return (await this.#backOff(failed++)) && isAllowed;
    };
    return { pause, again: async (retryable) => retryable && failed < retries && (await pause()) };
  }
  async #backOff(failedBefore) {
    const { clock, random } = this.#options;
    const ms = random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failedBefore);
    if (this.timeLeftMs <= Math.max(ms, this.heldForMs)) return false;
    await clock.sleep(ms);
    return true;
  }
}
const MAX_RETRY_AFTER_MS = 60_000;
function httpRetryRule({ status, headers }, now) {
  if (!isRetryable(status)) return undefined;
  const serverNow = parseHttpDate(headers.date ?? '') ?? now;
  return { waitMs: parseRetryAfter(headers['retry-after'], serverNow) };
}
const PERMANENT = [501, 505];
function isRetryable(status) {
  return status === 408 || status === 429 || (status >= 500 && status <= 599 && !PERMANENT.includes(status));
}
class RetryAfterTooLong extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  constructor(status, host, waitMs) {
    super(
      'server-asks-for-a-pause',
      `${host} responded with ${status} and asked for a pause of ${Math.ceil(waitMs / 1000)} s (Retry-After). The action waits ` +
        `at most ${MAX_RETRY_AFTER_MS / 1000} s.`,
      { remedy: 'Run the job again later.' },
    );
    this.name = 'RetryAfterTooLong';
  }
}
const MAX_SECONDS = 1e12;
function parseRetryAfter(value, now) {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_SECONDS) * 1000;
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const TIME = '\\d{2}:\\d{2}:\\d{2}';
const HTTP_DATE = new RegExp(
  `^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})[ -]\\d{2,4} ${TIME} GMT|(?:${MONTHS}) [ \\d]\\d ${TIME} \\d{4})$`,
);
function parseHttpDate(text) {
  if (!HTTP_DATE.test(text)) return undefined;
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}


 }),

 3475:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  G: () => ( HttpTransport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_default = __webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_default = __webpack_require__.n(external_node_https_);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js
var lib = __webpack_require__(2779);
// EXTERNAL MODULE: ./build/src/base/url.js
var base_url = __webpack_require__(3175);
// EXTERNAL MODULE: ./build/src/http/dial.js
var dial = __webpack_require__(1389);
// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
;// CONCATENATED MODULE: ./build/src/http/agents.js






class Agents {
  #agents = new Map();
  #closing = new Set();
  #anchors;
  #verification;
  constructor(anchors) {
    this.#anchors = anchors;
  }
  agentFor(url, use) {
    const kept = use === 'reused' && !this.#closing.has(url.origin);
    const key = `${kept} ${url.origin}`;
    const known = this.#agents.get(key);
    if (known) return known;
    const agent = url.protocol === 'https:' ? this.#secureAgent(url, kept) : plainAgent(url, kept);
    this.#agents.set(key, agent);
    return agent;
  }
  stopReusing({ origin }) {
    this.#closing.add(origin);
  }
  async #secureAgent(url, keepAlive) {
    this.#verification ??= verification(this.#anchors);
    const options = await this.#verification;
    const reach = await reachTo(url, options);
    const agent = new (external_node_https_default()).Agent({ keepAlive, ...options });
    const addTls = agent.createConnection.bind(agent);
    return connectingBy(agent, async (attempt) => {
      const { abandoned } = attempt;
      const options = { ...attempt, socket: await reach(abandoned) };
      return await secured(addTls(options), url, abandoned);
    });
  }
}
async function secured(socket, { host }, abandoned) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const abandon = () => socket.destroy(abandoned.reason);
  abandoned.addEventListener('abort', abandon);
  socket.once('secureConnect', () => resolve(socket));
  socket.on('error', reject);
  try {
    return await promise;
  } catch (error) {
    throw (0,network_error.gN)(error, host) ?? error;
  } finally {
    abandoned.removeEventListener('abort', abandon);
  }
}
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
  if (!setting || (0,base_url.U)(url)) return reachDirectly(url);
  const { reachThroughProxy } = await __webpack_require__.e( 662).then(__webpack_require__.bind(__webpack_require__, 7662));
  return reachThroughProxy(url, setting, verification) ?? reachDirectly(url);
}
function reachDirectly({ hostname, port, protocol }) {
  const destination = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  };
  return (abandoned) => (0,dial.z)(destination, abandoned);
}
async function verification(anchors) {
  const secureContext = (0,trust.AS)(anchors);
  return { rejectUnauthorized: true, ...(secureContext ? { secureContext } : {}) };
}

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
;// CONCATENATED MODULE: ./build/src/http/read-response.js


const MAX_BODY_BYTES = 64 * 1024 * 1024;
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
function readBody(message, maxBytes) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    message.on('data', (chunk) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) message.destroy(tooLarge(maxBytes));
    });
    message.on('end', () => resolve(Buffer.concat(chunks)));
    message.on('error', reject);
  });
}
function switchedProtocols() {
  return new network_error.Dr(
    'broken',
    'The server switched to another protocol (status 101), which the action did not request.',
  );
}
async function decodeBody(body, header, limits) {
  const codings = header
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  let decoded = body;
  for (const coding of codings.reverse()) if (decoded.length > 0) decoded = await undo(coding, decoded, limits);
  return decoded;
}
function tooLarge(maxBytes) {
  return new network_error.Dr('too-large', `The response is larger than ${maxBytes / 1024 / 1024} MiB.`);
}
function undo(coding, body, { maxBytes, abandoned }) {
  abandoned.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers();
  decoderFor(coding, body)(body, { maxOutputLength: maxBytes }, (error, decoded) => {
    if (error) reject(decodingError(error, coding, maxBytes));
    else resolve(decoded);
  });
  return promise;
}
function decoderFor(coding, body) {
  const { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } = process.getBuiltinModule('node:zlib');
  if (coding === 'gzip' || coding === 'x-gzip') return gunzip;
  if (coding === 'br') return brotliDecompress;
  if (coding === 'zstd') return zstdDecompress;
  if (coding === 'deflate') return ((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw;
  throw new network_error.Dr(
    'coding',
    `The response is compressed with ${(0,base_text.k3)(`"${coding.slice(0, 40)}"`)}, which the action cannot decode. Check the ` +
      'proxies and gateways between this runner and the server.',
  );
}
function decodingError(error, coding, maxBytes) {
  const { code } = error;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBytes);
  if (
    typeof code !== 'string' ||
    !/^(?:Z_(?:DATA|BUF)_ERROR|Z_NEED_DICT|ERR_+ERROR_FORMAT_\w+|ZSTD_error_\w+)$/.test(code)
  ) {
    return error;
  }
  return new network_error.Dr('broken', `The response is damaged: it cannot be decoded as ${coding} (${code}).`, {
    cause: error,
  });
}

;// CONCATENATED MODULE: ./build/src/http/transport.js







const MAX_SOCKET_TIMEOUT_MS = 2 ** 31 - 1;
class HttpTransport {
  #agents;
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
    } catch (error) {
      throw (0,network_error.x6)(error, url.host) ?? error;
    }
  }
  #clientFor({ origin }) {
    const known = this.#clients.get(origin);
    if (known) return known;
    const client = new lib.Qq(undefined, [], {
      allowRedirects: false,
      allowRetries: false,
      socketTimeout: MAX_SOCKET_TIMEOUT_MS,
    });
    this.#clients.set(origin, client);
    return client;
  }
}
function connectionFor({ method, headers }) {
  return method === 'POST' || headers['Connection'] === 'close' ? 'fresh' : 'reused';
}
const USER_AGENT = 'influxdb-token-action';
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
      if (sent.reusedSocket && !responding && !abandoned.aborted) closed();
      reject(error);
    });
    sent.on('upgrade', respond);
    timer = setTimeout(() => {
      reject(sent.socket ? timedOut(url, timeoutMs) : notConnected(url, timeoutMs));
      abandonment.abort();
      sent.destroy();
    }, timeoutMs);
  };
  try {
    client.requestRawWithCallback(
      {
        parsedUrl: url,
        options: optionsOf(request, attempt, abandoned),
        httpModule: watchedModule(url, watch),
      },
      body ?? null,
      (error, response) => {
        if (response) respond(response.message);
        else reject(error);
      },
    );
    return await promise;
  } finally {
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
function watchedModule({ protocol }, watch) {
  const { request } = protocol === 'https:' ? (external_node_https_default()) : (external_node_http_default());
  const watched = (options, onResponse) => {
    const sent = request(options, onResponse);
    watch(sent);
    return sent;
  };
  return { request: watched };
}
function timedOut({ host }, limitMs) {
  const message = `${host} did not respond within ${describeLimit(limitMs)}.`;
  return new network_error.Dr('timeout', message, { limitMs });
}
function notConnected({ host }, limitMs) {
  const message = `The connection to ${host} was not established within ${describeLimit(limitMs)}.`;
  return new network_error.Dr('connect-timeout', message, { limitMs });
}
function describeLimit(ms) {
  return ms < 1000 ? `${Math.floor(ms)} ms` : `${Math.floor(ms / 100) / 10} s`;
}


 }),

 6325:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   AS: () => ( secureContextOf),
   DF: () => ( nodeTrust),
   MS: () => ( describeIgnored),
   Rj: () => ( fingerprint),
   d6: () => ( trustOfMain),
   h6: () => ( describeAdditions),
   im: () => ( anchorsOfPostStep)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
 var node_fs__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
 var node_path__WEBPACK_IMPORTED_MODULE_1___default = __webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
 var _base_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7820);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3127);




const MAX_FINGERPRINTS = 600;
const VARIABLES = ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'NODE_OPTIONS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const OPENSSL_FILES = [
  '/etc/ssl/cert.pem',
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/cert.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
];
const OPENSSL_DIRECTORIES = ['/etc/ssl/certs', '/etc/pki/tls/certs'];
const HASHED_NAME = /^[0-9a-f]{8}\.\d+$/;
function nodeTrust({ env, execArgv }) {
  if (execArgv.length === 0 && VARIABLES.every((name) => !env[name])) return undefined;
  const { getCACertificates } = process.getBuiltinModule('node:tls');
  const bundled = getCACertificates('bundled');
  const trusted = getCACertificates('default');
  const extra = getCACertificates('extra');
  const known = new Set(trusted);
  const usesOpenssl = bundled.some((certificate) => !known.has(certificate));
  const others = usesOpenssl ? opensslCertificates(env) : without(trusted, [...bundled, ...extra]);
  const additions = [
    { source: 'NODE_EXTRA_CA_CERTS', certificates: extra },
    { source: usesOpenssl ? opensslSource(env) : systemSource(env), certificates: others },
  ];
  return { bundled, trustsBundled: !usesOpenssl, additions };
}
function trustOfMain(given, node) {
  const added = [...given, ...addedBy(node)];
  if (added.length === 0) return { anchors: { kind: 'default' }, fingerprints: [] };
  const bundled = node?.bundled ?? bundledCertificates();
  const known = new Set(bundled.map(fingerprint));
  const fingerprints = [...new Set(added.map(fingerprint))].filter((one) => !known.has(one));
  return {
    anchors:
      given.length === 0
        ? { kind: 'environment' }
        : listed(node?.trustsBundled === false ? added : [...bundled, ...added]),
    fingerprints: fingerprints.slice(0, MAX_FINGERPRINTS),
  };
}
function anchorsOfPostStep(given, node, recorded) {
  if (node === undefined && recorded.length === 0) return { kind: 'default' };
  const trusted = new Set(recorded);
  const present = [...given, ...addedBy(node)].filter((certificate) => trusted.has(fingerprint(certificate)));
  return listed([...(node?.bundled ?? bundledCertificates()), ...present]);
}
function describeIgnored(given, node, recorded) {
  const present = [...given, ...addedBy(node)];
  if (present.length === 0) return undefined;
  const trusted = new Set([...recorded, ...(node?.bundled ?? bundledCertificates()).map(fingerprint)]);
  const ignored = new Set(present.map(fingerprint).filter((one) => !trusted.has(one)));
  if (ignored.size === 0) return undefined;
  return `The post step ignores ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(ignored.size, 'certificate')} that the main step did not trust.`;
}
function describeAdditions(node) {
  const parts = (node?.additions ?? [])
    .map(({ source, certificates }) => ({ source, count: without(certificates, node?.bundled ?? []).length }))
    .filter(({ count }) => count > 0)
    .map(({ source, count }) => `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(count, 'certificate')} from ${source}`);
  if (parts.length === 0) return undefined;
  return `This step trusts ${parts.join(' and ')}, in addition to the certificates of Node.js.`;
}
function secureContextOf(anchors) {
  if (anchors.kind === 'default') return undefined;
  const { createSecureContext } = process.getBuiltinModule('node:tls');
  const options = { allowPartialTrustChain: true };
  return createSecureContext(anchors.kind === 'listed' ? { ...options, ca: [...anchors.certificates] } : options);
}
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
function listed(certificates) {
  return { kind: 'listed', certificates: [...new Set(certificates)] };
}
function without(certificates, excluded) {
  const known = new Set(excluded);
  return [...new Set(certificates)].filter((certificate) => !known.has(certificate));
}
function systemSource(env) {
  return `the system store (${env['NODE_USE_SYSTEM_CA'] === '1' ? 'NODE_USE_SYSTEM_CA' : '--use-system-ca'})`;
}
function opensslSource(env) {
  const variables = ['SSL_CERT_FILE', 'SSL_CERT_DIR'].filter((name) => env[name] !== undefined);
  return `the OpenSSL files (${['--use-openssl-ca', ...variables].join(', ')})`;
}
function opensslCertificates(env) {
  const file = env['SSL_CERT_FILE'];
  const directories = env['SSL_CERT_DIR']?.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter) ?? OPENSSL_DIRECTORIES;
  const files = [
    ...(file === undefined ? OPENSSL_FILES : [file]),
    ...directories.flatMap((directory) =>
      (orNothing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory)) ?? [])
        .filter((name) => HASHED_NAME.test(name))
        .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)),
    ),
  ];
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  return files
    .flatMap((path) => (0,_base_pem_js__WEBPACK_IMPORTED_MODULE_3__ .Y)(orNothing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'latin1')) ?? ''))
    .flatMap((pem) => orNothing(() => new X509Certificate(pem).toString().trimEnd()) ?? []);
}
function orNothing(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}


 }),

 3284:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   D: () => ( failedWithoutResponse),
   R: () => ( failedByStatus)
 });
 var _network_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5494);
 var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5589);


function failedByStatus(status, error) {
  const retryable = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__ .r3)(status);
  const isDefinite = status >= 400 && status < 500 && !retryable;
  return isDefinite ? { kind: 'rejected', error, retryable: false } : { kind: 'unknown', error, retryable };
}
function failedWithoutResponse(error) {
  if (error instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_0__ .Dr) {
    return {
      kind: error.mightHaveReachedServer ? 'unknown' : 'not-sent',
      error,
      retryable: error.retryable,
    };
  }
  if (error instanceof _retry_js__WEBPACK_IMPORTED_MODULE_1__ .Zt) return { kind: 'unknown', error, retryable: false };
  throw error;
}


 }),

 1204:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  h: () => ( ManagementApiClient)
});

// EXTERNAL MODULE: ./build/src/http/retry.js
var retry = __webpack_require__(5589);
// EXTERNAL MODULE: ./build/src/http/write-result.js
var write_result = __webpack_require__(3284);
// EXTERNAL MODULE: ./build/src/tokens/clocks.js
var tokens_clocks = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var management_api_endpoint = __webpack_require__(7716);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var errors = __webpack_require__(1926);
// EXTERNAL MODULE: ./build/src/base/secret.js
var secret = __webpack_require__(9652);
// EXTERNAL MODULE: ./build/src/base/uuid.js
var uuid = __webpack_require__(7483);
// EXTERNAL MODULE: ./build/src/management-api/schemas.js
var schemas = __webpack_require__(517);
;// CONCATENATED MODULE: ./build/src/management-api/outcomes.js






const ACCESS_TOKEN = /apiv\d{1,9}_[\w+/=-]{20,1025}/g;
const MAX_TOKENS = 20;
const MAX_TOKEN_LENGTH = 1024;
const MAX_CREATION_LENGTH = 1024 * 1024;
function accessTokensIn({ body }) {
  const own = (0,schemas.PO)(body);
  const others = new Set();
  for (const [token] of body.matchAll(ACCESS_TOKEN)) {
    if (token === own || others.has(token)) continue;
    if (others.size === MAX_TOKENS || token.length > MAX_TOKEN_LENGTH) {
      return { tokens: withOwn(own, others), complete: false };
    }
    others.add(token);
  }
  return { tokens: withOwn(own, others), complete: body.length <= MAX_CREATION_LENGTH };
}
function withOwn(own, others) {
  return new Set([...(own === undefined ? [] : [own]), ...others]);
}
function classifyCreateResponse(response, tokenSource) {
  if (isSuccess(response)) {
    const accessToken = (0,schemas.PO)(response.body);
    const token = accessToken === undefined ? undefined : (0,schemas.pI)(response.body);
    if (token && (0,uuid.O1)(token.id) && accessToken !== undefined) {
      return { kind: 'done', token, secret: new secret.z(accessToken) };
    }
    const error = new errors.Vk('create the token', showable(response));
    return { kind: 'unknown', error, retryable: false };
  }
  const error = new errors.hD('create the token', showable(response), tokenSource);
  const refusesField = response.status === 400 && /expiration_?type/i.test(response.body);
  if (refusesField) return { kind: 'expiration-type-refused', error };
  return (0,errors.Bi)(response) ? { kind: 'blocked', error } : (0,write_result.R)(response.status, error);
}
function showable(response) {
  return accessTokensIn(response).complete
    ? response
    : {
        ...response,
        body: 'the text is hidden, because too many parts of it look like a token',
      };
}
function classifyDeleteResponse(id, response, tokenSource) {
  const { status } = response;
  if (status === 204) return { kind: 'done' };
  if (status >= 200 && status < 300) {
    return { kind: 'unknown', error: new errors.Hk(id, response), retryable: false };
  }
  if ((0,errors.LN)(response)) return { kind: 'unknown-token' };
  return (0,write_result.R)(status, new errors.hD(`revoke token ${id}`, response, tokenSource));
}
function classifyPatchResponse(id, response, tokenSource) {
  const action = `update token ${id}`;
  if (isSuccess(response)) {
    const token = (0,schemas.pI)(response.body);
    if (token && (0,tokens_token.s)(token.id, id)) return { kind: 'done', token };
    return { kind: 'unknown', error: new errors.Vk(action, response), retryable: false };
  }
  if ((0,errors.LN)(response)) return { kind: 'unknown-token' };
  return (0,write_result.R)(response.status, new errors.hD(action, response, tokenSource));
}
function isSuccess({ status }) {
  return status === 200 || status === 201;
}

;// CONCATENATED MODULE: ./build/src/management-api/client.js









class ManagementApiClient {
  #requests;
  #clock;
  #credential;
  #observer;
  #candidates;
  constructor(requests, clock, { credential, candidates, observer }) {
    this.#requests = requests;
    this.#clock = clock;
    this.#credential = credential;
    this.#candidates = candidates;
    this.#observer = observer;
  }
  async endpoint() {
    if (this.#candidates.length > 1) await this.databases();
    return this.#candidates[0];
  }
  async databases() {
    const action = 'list the databases';
    const response = await this.#read('databases');
    this.#clocksOf(response);
    if (response.status !== 200) throw this.#refusal(action, response);
    return (0,schemas.ri)(response.body) ?? unreadable(action, response);
  }
  async tokens() {
    const action = 'list the tokens';
    const response = await this.#read('tokens');
    if (response.status !== 200) throw this.#refusal(action, response);
    return {
      tokens: (0,schemas.oY)(response.body) ?? unreadable(action, response),
      clocks: this.#clocksOf(response),
    };
  }
  async findToken(id) {
    const action = `show token ${id}`;
    const response = await this.#read('tokens', id);
    const clocks = this.#clocksOf(response);
    if ((0,errors.LN)(response)) return { token: undefined, clocks };
    if (response.status !== 200) throw this.#refusal(action, response);
    const token = (0,schemas.pI)(response.body);
    return { token: token && (0,tokens_token.s)(token.id, id) ? token : unreadable(action, response), clocks };
  }
  async createToken(spec, sendExpirationType) {
    const request = this.#request('POST', (0,management_api_endpoint.Pb)(await this.endpoint(), 'tokens'), {
      description: spec.description,
      permissions: spec.permissions,
      ...(spec.expiresAt === 'never' ? {} : { expiresAt: (0,dates.r4)(spec.expiresAt) }),
      ...(sendExpirationType ? { expirationType: 'datetime' } : {}),
    });
    const response = await this.#sendOnce(request);
    if ('kind' in response) return response;
    for (const secret of accessTokensIn(response).tokens) this.#observer.secret(secret);
    const clocks = this.#clocksOf(response);
    const creation = classifyCreateResponse(response, this.#credential.source);
    return creation.kind === 'done' ? { ...creation, clocks } : creation;
  }
  async updateToken(id, change) {
    const url = (0,management_api_endpoint.Pb)(await this.endpoint(), 'tokens', id);
    const response = await this.#sendWithRetry('PATCH', url, change);
    const patching = classifyPatchResponse(id, response, this.#credential.source);
    if (patching.kind === 'unknown-token') return undefined;
    if (patching.kind !== 'done') throw patching.error;
    return patching.token;
  }
  async patchToken(id, change) {
    const request = this.#request('PATCH', (0,management_api_endpoint.Pb)(await this.endpoint(), 'tokens', id), change);
    const response = await this.#sendOnce(request);
    if ('kind' in response) return response;
    return classifyPatchResponse(id, response, this.#credential.source);
  }
  async deleteToken(id) {
    const request = this.#request('DELETE', (0,management_api_endpoint.Pb)(await this.endpoint(), 'tokens', id));
    const response = await this.#sendOnce(request);
    if ('kind' in response) return response;
    return classifyDeleteResponse(id, response, this.#credential.source);
  }
  async #read(collection, id) {
    const [first, ...others] = this.#candidates;
    let response = await this.#readAt(first, collection, id);
    for (const other of others) {
      if (response.status !== 404 || (0,errors.Ii)(response)) break;
      const next = await this.#readAt(other, collection, id);
      if ((0,errors.Ii)(next) || !(0,errors.LN)(response)) response = next;
    }
    return response;
  }
  async #readAt(endpoint, collection, id) {
    const response = await this.#sendWithRetry('GET', (0,management_api_endpoint.Pb)(endpoint, collection, id));
    if ((0,errors.Ii)(response)) this.#candidates = [endpoint];
    return response;
  }
  #clocksOf(response) {
    const clocks = (0,tokens_clocks.SD)((0,retry.m6)(response.headers.date ?? ''), this.#clock.now());
    this.#observer.clocks(clocks);
    return clocks;
  }
  #refusal(action, response) {
    return new errors.hD(action, response, this.#credential.source);
  }
  async #sendOnce(request) {
    try {
      return await this.#requests.send(request);
    } catch (error) {
      return (0,write_result.D)(error);
    }
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
  throw new errors.Vk(action, response);
}


 }),

 1926:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Bi: () => ( isFromGateway),
   HY: () => ( isAuthError),
   Hk: () => ( UnconfirmedRevocation),
   Ii: () => ( showsRoute),
   Ix: () => ( ContradictoryResponses),
   LN: () => ( isOwn404),
   Vk: () => ( UnreadableResponse),
   hD: () => ( ApiError)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _http_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9563);
 var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5589);
 var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(517);




class ApiError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  status;
  serverMessage;
  constructor(action, response, tokenSource) {
    const serverMessage = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .Kb)(response);
    const said = serverMessage === '' ? '' : `: ${serverMessage}`;
    super(
      codeOf(response),
      `The Management API request to ${action} failed (${response.status}${said}). ${hint(response, tokenSource)}`.trimEnd(),
      {
        detail: String(response.status),
        remedy: (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_1__ .r3)(response.status) ? 'Run the job again later.' : '',
      },
    );
    this.name = 'ApiError';
    this.status = response.status;
    this.serverMessage = serverMessage;
  }
}
class UnreadableResponse extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  constructor(action, response) {
    super(
      'unreadable-response',
      `The Management API request to ${action} returned ${response.status} with ${(0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .MP)(response)}. ` +
        'Check `api-url`, and check whether a proxy responds in place of the API.',
    );
    this.name = 'UnreadableResponse';
  }
}
class UnconfirmedRevocation extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  constructor(id, response) {
    super(
      'token-not-revoked',
      `The Management API request to revoke token ${id} returned ${response.status} instead of 204, with ` +
        `${(0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .MP)(response)}. The API does not show the token as revoked. Check \`api-url\`, and check whether a proxy ` +
        'responds in place of the API.',
    );
    this.name = 'UnconfirmedRevocation';
  }
}
class ContradictoryResponses extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR {
  constructor(id) {
    super(
      'token-not-revoked',
      `The Management API lists token ${id} as valid, but responded with 404 to a request for the token. Run the job again later. If the ` +
        'error persists, use `influxctl`.',
    );
    this.name = 'ContradictoryResponses';
  }
}
function isAuthError(error) {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}
function isOwn404(response) {
  return response.status === 404 && (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__ ._R)(response.body) !== undefined;
}
function showsRoute(response) {
  if (response.status === 200) return true;
  return response.status === 404 && typeof (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__ ._R)(response.body)?.code === 'number';
}
const MAX_READ_LENGTH = 4096;
const GATEWAY_NAMES =
  /\b(?:nginx|openresty|cloudflare|cloudfront|akamai|envoy|istio|haproxy|traefik|kong|squid|varnish|apache|zscaler|fortinet|fortigate|forcepoint|gateway|proxy|firewall|load balancer)\b/i;
function refuserOf(response) {
  if ((0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ ._6)(response) || GATEWAY_NAMES.test(response.body.slice(0, MAX_READ_LENGTH))) return 'gateway';
  return (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__ ._R)(response.body) || (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__ .Ko)(response.body) ? 'api' : 'unknown';
}
function isFromGateway(response) {
  return (response.status === 401 || response.status === 403) && refuserOf(response) === 'gateway';
}
function codeOf(response) {
  const { status } = response;
  if (status === 401 || status === 403) {
    const refuser = refuserOf(response);
    if (refuser === 'gateway') return 'blocked-by-a-gateway';
    if (refuser === 'unknown') return 'request-refused';
  }
  if (status === 401) return 'management-token-refused';
  if (status === 403) return 'management-token-not-allowed';
  if (status === 404) return 'not-found';
  return 'management-api-responded-with';
}
function hint(response, tokenSource) {
  const { status } = response;
  if (status === 401 || status === 403) {
    const refuser = refuserOf(response);
    if (refuser === 'gateway') {
      return (
        'A gateway or proxy between this runner and the Management API blocked the request, so the response says nothing about ' +
        'the management token. Check `api-url`, and check the proxies and firewalls of this runner.'
      );
    }
    if (refuser === 'unknown') {
      return (
        'The response does not show whether the Management API or a gateway refused the request. Check the management token ' +
        `(from ${tokenSource}), \`account-id\`, and \`cluster-id\`. Also check \`api-url\`, and the proxies and firewalls of ` +
        'this runner.'
      );
    }
  }
  if (status === 401) {
    return (
      `The management token (from ${tokenSource}) is wrong, expired, or revoked. Check the secret that contains it, or create ` +
      'another token with `influxctl management create`. Runs from forks and Dependabot do not get the secrets of the ' +
      'repository.'
    );
  }
  if (status === 403) {
    return 'The management token is valid, but not for this account or cluster. Check `account-id` and `cluster-id`.';
  }
  if (status === 404) {
    return isOwn404(response)
      ? 'The Management API does not know this account, cluster, or token. Check `account-id` and `cluster-id`.'
      : 'There is no Management API at this URL. Check `api-url` and `product`.';
  }
  if (status >= 300 && status <= 399) {
    return 'The action does not follow redirects, because they could send credentials to another server. Set `api-url` to the final URL.';
  }
  return '';
}


 }),

 517:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ko: () => ( parseRefusal),
   PO: () => ( parseAccessToken),
   _R: () => ( parseApiError),
   oY: () => ( parseTokens),
   pI: () => ( parseToken),
   ri: () => ( parseDatabaseNames)
 });
 var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9118);
 var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1862);
 var _http_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9563);
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);




const date = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .L5().map(_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .T_);
const dates = { createdAt: date.optional(), expiresAt: date.optional(), revokedAt: date.optional() };
const permission = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ action: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj(), resource: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj() });
const token = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj(),
    description: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj().nullable().optional(),
    permissions: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .YO(permission).nullable().optional(),
    ...dates,
  })
  .map(tokenFrom);
const databases = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ name: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj() }));
const accessToken = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj().assert((text) => /^[\x21-\x7e]{64,8192}$/.test(text), 'not an access token');
const withSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ accessToken });
const apiError = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ code: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .ai(), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj()), message: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj() });
const refusal = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .KC(apiError, _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ error: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj(), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .g1()) }));
function parseTokens(body) {
  const listed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__ .q)(body);
  if (!Array.isArray(listed)) return undefined;
  const tokens = new Map();
  for (const entry of listed) {
    const token = listedToken(entry);
    if (token === undefined) return undefined;
    tokens.set(token.id.toLowerCase(), token);
  }
  return [...tokens.values()];
}
function parseToken(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .OG)(token, body);
}
function parseAccessToken(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .Ey)(withSecret, body)?.accessToken;
}
function parseDatabaseNames(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .OG)(databases, body)?.map((database) => database.name);
}
function parseApiError(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .Ey)(apiError, body);
}
function parseRefusal(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_3__ .Ey)(refusal, body);
}
function listedToken(entry) {
  if (!isObject(entry) || typeof entry['id'] !== 'string') return undefined;
  const { id, description, permissions, createdAt, expiresAt, revokedAt } = entry;
  return {
    id,
    description: typeof description === 'string' ? description : '',
    permissions: Array.isArray(permissions) ? permissions.flatMap(readablePermission) : [],
    createdAt: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .T_)(createdAt),
    expiresAt: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .T_)(expiresAt),
    revokedAt: (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .T_)(revokedAt),
  };
}
function readablePermission(entry) {
  if (!isObject(entry)) return [];
  const { action, resource } = entry;
  return typeof action === 'string' && typeof resource === 'string' ? [{ action, resource }] : [];
}
function isObject(json) {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
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


 }),

 7605:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ic: () => ( abortsBatch),
   Q6: () => ( failureIn),
   a7: () => ( runBatch),
   yz: () => ( timeToFinish)
 });
 var _base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7697);
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5955);
 var _http_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5589);
 var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1926);
 var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9930);





const TIME_TO_FINISH_MS = 3_000;
async function runBatch({ work, items, begin }, deps) {
  const results = new Map();
  const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__ .j)(work, items.length, deps);
  const begun = new Set();
  let stopped = false;
  const shouldContinue = () => !stopped && !deps.canceled?.aborted;
  const beginOne = async (item) => {
    begun.add(item);
    const result = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .Bg)(begin(item, shouldContinue));
    results.set(item, result);
    stopped ||= abortsBatch(result);
    progress(results.size);
  };
  await Promise.race([
    (0,_base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ .HN)(items, beginOne, { maxInFlight: maxInFlightAfter, shouldContinue }),
    timeToFinish(deps),
  ]);
  const withoutResponse = [...begun].filter((item) => !results.has(item));
  return new Map([...results, ...withoutResponse.map((item) => [item, new _base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ .pf()])]);
}
function abortsBatch(result) {
  const error = failureIn(result);
  return (0,_management_api_errors_js__WEBPACK_IMPORTED_MODULE_3__ .HY)(error) || error instanceof _http_retry_js__WEBPACK_IMPORTED_MODULE_2__ .Zt;
}
function failureIn(result) {
  if (result instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .HR) return result;
  const hasError = typeof result === 'object' && result !== null && 'error' in result;
  return hasError && result.error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .HR ? result.error : undefined;
}
async function timeToFinish({ canceled, clock }) {
  await (canceled ? (0,_base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ .QH)(canceled) : new Promise(() => {}));
  await clock.sleep(TIME_TO_FINISH_MS);
}
function maxInFlightAfter(responses) {
  return Math.min(_base_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ .uK, 1 + responses);
}


 }),

 7204:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Oc: () => ( Ledger),
   SC: () => ( readLedger),
   Ss: () => ( hasLeftover),
   ZS: () => ( attemptSchema),
   n_: () => ( LATEST_EFFECT_MS)
 });
 var _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9118);

const attemptSchema = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({
  nonce: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(),
  at: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .ai(),
  endedAt: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .ai().optional(),
  id: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj().optional(),
  fate: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('open'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('resolved'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('kept')),
});
const delivery = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({
  phase: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('delivering'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('delivered'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('done')),
  tokenId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(),
  promotedDescription: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(),
  permissions: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({ action: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(), resource: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj() })),
  series: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({ server: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(), repositoryId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(), plainDescription: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj() }),
  gracePeriodMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .ai(),
  quarantineMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .ai(),
  accepted: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .zM(),
});
const entries = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({
  endpoint: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({
    apiUrl: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(),
    form: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('bare'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .eu('prefixed')),
    accountId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(),
    clusterId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj(),
  }),
  retryPolicy: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Ik({ timeoutMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .ai(), retries: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .ai() }),
  fingerprints: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .Yj()),
  failOnRevokeError: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .zM(),
  attempts: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ .YO(attemptSchema),
  delivery: delivery.optional(),
});
const LATEST_EFFECT_MS = 5_000;
class Ledger {
  #save;
  #header;
  #records = { attempts: [] };
  constructor(save, header) {
    this.#save = save;
    this.#header = header;
  }
  get openNonces() {
    return new Set(this.#records.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
  }
  get hasBegunDelivery() {
    return this.#records.delivery !== undefined;
  }
  begin(nonce, at) {
    this.#write({ attempts: [...this.#records.attempts, { nonce, at, fate: 'open' }] });
  }
  created(nonce, id) {
    this.#change(nonce, { id });
  }
  ended(nonce, endedAt) {
    this.#change(nonce, { endedAt });
  }
  resolve(nonce) {
    this.#change(nonce, { fate: 'resolved' });
  }
  keep(nonce) {
    this.#change(nonce, { fate: 'kept' });
  }
  beginDelivery(nonce, delivery) {
    const attempts = this.#changed(nonce, { fate: 'kept' });
    this.#write({ attempts, delivery: { ...delivery, phase: 'delivering' } });
  }
  cancelDelivery(nonce) {
    const { attempts } = this.#records;
    this.#records = { attempts };
    this.#change(nonce, { fate: 'open' });
  }
  setPhase(phase) {
    const { delivery } = this.#records;
    if (!delivery) throw new Error('delivery has not begun');
    this.#write({ delivery: { ...delivery, phase } });
  }
  #change(nonce, change) {
    this.#write({ attempts: this.#changed(nonce, change) });
  }
  #changed(nonce, change) {
    return this.#records.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry));
  }
  #write(change) {
    this.#records = { ...this.#records, ...change };
    this.#save(isDone(this.#records) ? '' : JSON.stringify({ ...this.#header, ...this.#records }));
  }
}
function hasLeftover({ fate }) {
  return fate === 'open';
}
function isDone({ attempts, delivery }) {
  return !attempts.some(hasLeftover) && (delivery === undefined || delivery.phase === 'done');
}
function readLedger(text) {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}


 }),

 9930:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   j: () => ( progressOf)
 });
const INTERVAL_MS = 5_000;
function progressOf(work, total, { progress, clock }) {
  let reportedAt = clock.elapsed();
  return (done) => {
    if (clock.elapsed() - reportedAt < INTERVAL_MS) return;
    reportedAt = clock.elapsed();
    progress({ kind: 'advanced', work, done, total });
  };
}


 }),

 3180:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Fv: () => ( judgeNotFound),
   ni: () => ( deleteToken),
   w$: () => ( revokeToken)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5589);
 var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1926);
 var _tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9616);
 var _tokens_token_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5432);





async function revokeToken(id, deps) {
  const result = await deleteToken(id, deps);
  if (result.kind !== 'not-found') return;
  const { tokens } = await deps.api.tokens();
  const judged = judgeNotFound({ id, listed: tokens.find((token) => (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .s)(token.id, id)), known: true });
  if (judged instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR) throw judged;
}
async function deleteToken(id, { api, retryControl }, { shouldContinue = () => true, decidedOn } = {}) {
  const attempts = retryControl.start();
  let wasShown = false;
  let mightBeRevoked = false;
  const revokedAsShown = () => ({ kind: mightBeRevoked ? 'revoked' : 'already-revoked' });
  for (;;) {
    if (decidedOn) {
      const { token } = await api.findToken(id);
      if (!token) return { kind: 'not-found', wasShown };
      if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .KU)(token)) return revokedAsShown();
      if (!(0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_4__ .Cm)(token, decidedOn)) return { kind: 'changed' };
      wasShown = true;
    }
    const deletion = await api.deleteToken(id);
    if (deletion.kind === 'done') return { kind: 'revoked' };
    if (deletion.kind === 'unknown-token') return { kind: 'not-found', wasShown };
    if (deletion.kind === 'rejected') {
      if (await isRefusedAsRevoked(id, deletion.error, api)) return revokedAsShown();
      throw deletion.error;
    }
    mightBeRevoked ||= deletion.kind === 'unknown';
    const isToBeRead = deletion.kind === 'unknown' && !isErrorResponse(deletion.error);
    if (isToBeRead) {
      const { token } = await api.findToken(id);
      if (!token) return { kind: 'not-found', wasShown };
      if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .KU)(token)) return { kind: 'revoked' };
      wasShown = true;
    }
    if (!(await attempts.again(isToBeRead || deletion.retryable)) || !shouldContinue()) throw deletion.error;
  }
}
async function isRefusedAsRevoked(id, error, api) {
  if ([401, 403, 404].includes(error.status)) return false;
  const found = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .Bg)(api.findToken(id));
  return !(found instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR) && found.token !== undefined && (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .KU)(found.token);
}
function isErrorResponse(error) {
  return error instanceof _management_api_errors_js__WEBPACK_IMPORTED_MODULE_2__ .hD || error instanceof _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ .Zt;
}
function judgeNotFound({ id, listed, known }) {
  if (!listed) return known ? 'already-revoked' : 'not-found';
  if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .KU)(listed)) return 'already-revoked';
  return new _management_api_errors_js__WEBPACK_IMPORTED_MODULE_2__ .Ix(id);
}


 }),

 6047:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  _: () => ( endTokens),
  x: () => ( revokeTokens)
});

// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/operations/batch.js
var batch = __webpack_require__(7605);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/record.js
var tokens_record = __webpack_require__(16);
// EXTERNAL MODULE: ./build/src/tokens/token-content.js
var token_content = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build/src/tokens/suspension.js



function suspensionStep({ token, isRecorded }, since) {
  const hasPermissions = token.permissions.length > 0;
  const state = hasPermissions && !isRecorded ? 'suspending' : 'suspended';
  const description = (0,token_content._J)(token, { state, since, grants: (0,token_content.Ee)(token) });
  if (description === undefined) throw new Error('the permissions of the token cannot be recorded');
  return {
    ...(0,token_content.gn)(token, hasPermissions && isRecorded ? { description, permissions: [] } : { description }),
    completes: state === 'suspended',
  };
}
function judgeSuspension({ wanted, completes }, before, shown) {
  if ((0,token_content.Cm)(shown, wanted)) return 'as-wanted';
  if (!isOnlyRecorded(shown, (0,token_content.Ee)(before))) return 'to-undo';
  return completes && (0,token_content.vj)(shown) ? 'incomplete' : 'overtaken';
}
function isOnlyRecorded({ description, permissions }, grants) {
  const record = (0,tokens_record.Hh)(description);
  return permissions.length === 0 && record !== undefined && (0,tokens_permissions.hq)(record.grants, grants);
}
function undoingPatch(original, shown) {
  const { description } = original;
  if (shown.permissions.length > 0) {
    return (0,token_content.gn)(shown, { description, permissions: shown.permissions });
  }
  const permissions = (0,token_content.Ee)(original);
  const isKnown = permissions.length === 0 || isOnlyRecorded(shown, permissions);
  if (!isKnown) return (0,token_content.gn)(shown, { description, permissions });
  return original.permissions.length > 0 ? undefined : (0,token_content.gn)(shown, { description });
}

// EXTERNAL MODULE: ./build/src/operations/suspending/patch-after-reading.js
var patch_after_reading = __webpack_require__(6370);
;// CONCATENATED MODULE: ./build/src/operations/suspending/suspend-token.js



async function suspendToken(listed, deps) {
  const { id } = listed;
  const attempts = deps.retryControl.start();
  let token = listed;
  let isRecorded = false;
  for (;;) {
    const expected = token;
    const plan = (read, since) =>
      (0,token_content.Cm)(read, expected) ? suspensionStep({ token: read, isRecorded }, since) : undefined;
    const patched = await (0,patch_after_reading.H)(id, plan, deps);
    if (patched.kind === 'failed') {
      return { kind: patched.mightBePatched ? 'not-confirmed' : 'not-suspended', error: patched.error };
    }
    if (patched.kind === 'revoked') return { kind: patched.token ? 'already-revoked' : 'missing' };
    if (patched.kind === 'stopped') return { kind: 'kept', why: 'changed-meanwhile' };
    const { token: shown, patch: step } = patched;
    switch (judgeSuspension(step, expected, shown)) {
      case 'to-undo': {
        const why = step.completes && shown.permissions.length > 0 ? 'permissions-remain' : 'record-not-shown';
        return await undo({ original: listed, shown, step, why }, deps);
      }
      case 'overtaken':
        return step.completes ? { kind: 'not-completed' } : { kind: 'kept', why: 'changed-meanwhile' };
      case 'incomplete':
        if (!(await attempts.again(true))) return { kind: 'not-completed' };
        break;
      case 'as-wanted':
        if (step.completes) return { kind: 'suspended', token: shown };
        isRecorded = true;
    }
    token = shown;
  }
}
async function undo({ original, step, shown, why }, deps) {
  const attempts = deps.retryControl.start();
  let last = shown;
  const own = new Set([original.description, step.wanted.description, shown.description]);
  const plan = (read) =>
    own.has(read.description) && !(0,token_content.L)(last, read) ? undoingPatch(original, read) : undefined;
  for (;;) {
    const patched = await (0,patch_after_reading.H)(original.id, plan, deps);
    if (patched.kind === 'failed') return { kind: 'not-undone', original, error: patched.error };
    if (patched.kind === 'revoked') return { kind: patched.token ? 'already-revoked' : 'missing' };
    if (patched.kind === 'stopped') return { kind: 'kept', why: 'changed-meanwhile' };
    if ((0,token_content.Cm)(patched.token, patched.patch.wanted)) return { kind: 'kept', why };
    if (!(await attempts.again(true))) return { kind: 'not-undone', original, error: undefined };
    last = patched.token;
    own.add(last.description);
  }
}

// EXTERNAL MODULE: ./build/src/operations/revoking/delete-token.js
var delete_token = __webpack_require__(3180);
;// CONCATENATED MODULE: ./build/src/operations/revoking/revoke-tokens.js






function revokeTokens({ ids, known }, deps) {
  return endTokens(
    ids.map((id) => ({ kind: 'revoke', id, known })),
    deps,
  );
}
async function endTokens(endings, deps) {
  const work = endings.some(({ kind }) => kind === 'suspend') ? 'suspending-and-revoking' : 'revoking';
  const begin = (ending, shouldContinue) => endOne(ending, { ...deps, shouldContinue });
  const results = await (0,batch.a7)({ work, items: endings, begin }, deps);
  const isMissing = [...results.values()].some((result) => 'wasKnown' in result);
  const end = deps.canceled?.aborted ? new concurrency.pf() : (0,batch.Q6)([...results.values()].find(batch.Ic));
  const list =
    end ??
    (isMissing ? await Promise.race([listAfter(deps), (0,batch.yz)(deps).then(() => new concurrency.pf())]) : NO_LIST);
  return endings.map((ending) => {
    const { id } = ending;
    const result = results.get(ending);
    if (result === undefined) return { id, kind: 'skipped' };
    if (result instanceof errors.HR) return failed(ending, result);
    if (!('wasKnown' in result)) return result;
    if (list instanceof errors.HR) return failed(ending, list);
    const judged = (0,delete_token.Fv)({ id, listed: list(id), known: result.wasKnown });
    return judged instanceof errors.HR ? failed(ending, judged) : { id, kind: judged };
  });
}
async function endOne(ending, { shouldContinue, ...deps }) {
  const { id } = ending;
  if (ending.kind === 'suspend') {
    const result = await suspendToken(ending.token, { ...deps, shouldContinue });
    if (result.kind === 'missing') return { wasKnown: true };
    return result.kind === 'already-revoked' ? { id, kind: 'already-revoked' } : { id, ...result };
  }
  const { known, decidedOn } = ending;
  const result = await (0,delete_token.ni)(id, deps, { shouldContinue, decidedOn });
  switch (result.kind) {
    case 'revoked':
    case 'already-revoked':
      return { id, kind: result.kind };
    case 'changed':
      return { id, kind: 'kept', why: 'changed-meanwhile' };
    case 'not-found':
      return { wasKnown: known || result.wasShown };
  }
}
function failed({ id, kind }, error) {
  return { id, kind: kind === 'suspend' ? 'not-confirmed' : 'failed', error };
}
const NO_LIST = () => undefined;
async function listAfter({ api }) {
  const list = await (0,errors.Bg)(api.tokens());
  return list instanceof errors.HR ? list : (0,token.RX)(list.tokens);
}


 }),

 19:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   OR: () => ( unsealLedger),
   RB: () => ( claimedTokenIds),
   po: () => ( sealLedger)
 });
 var _base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7483);
 var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7204);


const CONTEXT = 'influxdb-token-action: seal of the ledger, version 1';
const KEY_BYTES = 32;
const SEALED = /^([0-9a-f]{64}) (.*)$/s;
const MAX_CLAIMED_IDS = 5;
function sealLedger(text, managementToken) {
  return `${seal(text, managementToken).toString('hex')} ${text}`;
}
function unsealLedger(sealed, managementToken) {
  const [, found, text] = SEALED.exec(sealed) ?? [];
  if (found === undefined || text === undefined || !text.isWellFormed()) return undefined;
  if (managementToken.reveal() === '') return undefined;
  const { timingSafeEqual } = process.getBuiltinModule('node:crypto');
  return timingSafeEqual(Buffer.from(found, 'hex'), seal(text, managementToken)) ? text : undefined;
}
function claimedTokenIds(unverified) {
  const text = SEALED.exec(unverified)?.[2] ?? unverified;
  try {
    const { attempts, delivery } = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__ .SC)(text);
    const ids = [
      ...attempts.filter(_ledger_js__WEBPACK_IMPORTED_MODULE_0__ .Ss).flatMap(({ id }) => id ?? []),
      ...(delivery === undefined || delivery.phase === 'done' ? [] : [delivery.tokenId]),
    ];
    return [...new Set(ids.filter(_base_uuid_js__WEBPACK_IMPORTED_MODULE_1__ .O1))].slice(0, MAX_CLAIMED_IDS);
  } catch {
    return [];
  }
}
function seal(text, managementToken) {
  const { createHmac, hkdfSync } = process.getBuiltinModule('node:crypto');
  const key = hkdfSync('sha256', managementToken.reveal(), '', CONTEXT, KEY_BYTES);
  return createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest();
}


 }),

 6370:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   H: () => ( patchAfterReading)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5589);
 var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1926);
 var _tokens_token_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5432);




async function patchAfterReading(id, plan, { api, retryControl, shouldContinue = () => true, firstRead }) {
  const attempts = retryControl.start();
  const sent = [];
  let lastError;
  let read;
  let mightBePatched = false;
  const failed = (error) => ({ kind: 'failed', error, read, mightBePatched });
  for (;;) {
    const found = read === undefined && firstRead ? firstRead : await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .Bg)(api.findToken(id));
    if (found instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR) return failed(found);
    const { token, clocks } = found;
    if (token?.revokedAt !== 'unset') {
      return { kind: 'revoked', token, read: read?.token, clocks };
    }
    read = { token, clocks };
    const done = sent.find(({ wanted }) => (0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_3__ .Cm)(wanted, token));
    if (done) return { kind: 'shown', token, patch: done, clocks };
    if (lastError) return failed(lastError);
    const patch = plan(token, clocks.forReplacing);
    if (!patch) return { kind: 'stopped', token, clocks };
    if ((0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_3__ .Cm)(patch.wanted, token)) return { kind: 'shown', token, patch, clocks };
    sent.push(patch);
    const result = await api.patchToken(id, patch.change);
    if (result.kind === 'unknown-token') {
      return { kind: 'revoked', token: undefined, read: token, clocks };
    }
    if (result.kind === 'done') {
      const isRevoked = result.token.revokedAt !== 'unset';
      return isRevoked
        ? { kind: 'revoked', token: result.token, read: token, clocks }
        : { kind: 'shown', token: result.token, patch, clocks };
    }
    mightBePatched ||= result.kind === 'unknown';
    if (result.kind === 'rejected' && result.error.status !== 409) return failed(result.error);
    const isSilent =
      result.kind === 'unknown' && !(result.error instanceof _management_api_errors_js__WEBPACK_IMPORTED_MODULE_2__ .hD || result.error instanceof _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ .Zt);
    const again = await attempts.again(result.retryable || isSilent);
    if (again && shouldContinue()) continue;
    if (again || result.kind === 'not-sent' || result.error instanceof _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ .Zt) {
      return failed(result.error);
    }
    lastError = result.error;
  }
}


 }),

 8644:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   u: () => ( readReportContext)
 });
 var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5568);
 var _management_api_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7716);
 var _request_run_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6547);



function readReportContext(endpoint) {
  return {
    cluster: (0,_management_api_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ .SL)(endpoint),
    endpoint,
    action: (0,_request_run_context_js__WEBPACK_IMPORTED_MODULE_2__ .sl)(process.env),
    githubServer: (0,_request_run_context_js__WEBPACK_IMPORTED_MODULE_2__ .Dl)(process.env),
    now: _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ .m.now(),
  };
}


 }),

 2301:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   LA: () => ( notAccepted),
   MP: () => ( reportDeviating),
   Ng: () => ( describeWait),
   Xu: () => ( reportUnreachable),
   aN: () => ( describeUnreachable),
   em: () => ( describeUnclear),
   rW: () => ( NO_PROBE),
   wh: () => ( ACCEPTED),
   wx: () => ( reportIssueFailure),
   yQ: () => ( ACTIVATION_FACT)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3127);
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5336);
 var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5301);
 var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6391);





function reportIssueFailure(failure) {
  switch (failure.kind) {
    case 'not-created':
      return { failure: notCreated(failure) };
    case 'lost':
      return { failure: lost(failure) };
    case 'deviates':
      return reportDeviating(failure, `The server did not create token ${failure.token.id} as requested.`);
  }
}
function reportDeviating(deviating, what) {
  return {
    outputs: (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__ .Q5)(deviating.token, deviating.status),
    failure: deviates(deviating, what),
  };
}
function notCreated({ error, lostResponses, openNonces }) {
  if (lostResponses === 0) return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .eQ)(error, 'No token was created.');
  const requests = lostResponses === 1 ? 'one request' : `${lostResponses} requests`;
  const lost = `It was not known whether ${requests} to create a token had succeeded.`;
  const left =
    openNonces.length === 0
      ? 'The step listed the tokens, and there is no leftover token.'
      : `The step listed the tokens and found no leftover token. If a token appears later, the post step finds it by its tag (${openNonces.join(' or ')}) and ` +
        'revokes it.';
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('no-token-created', `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(error)} ${lost} ${left}`, {
    cause: error,
    remedy: error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR ? error.remedy : '',
  });
}
function lost({ error, openNonces }) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'a-token-might-exist',
    `A new token might exist whose value is lost. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(error)} ` +
      'The post step looks for the token and revokes it. If the post step also fails, revoke the token whose description ' +
      `contains ${openNonces.join(' or ')}. No consumer uses it.`,
    { cause: error },
  );
}
function deviates({ deviations, notRevoked }, happened) {
  const what = `${happened} The token ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .k3)(deviations.join('. The token '))}.`;
  if (!notRevoked) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-as-requested', `${what} The step revoked the token.`);
  }
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'token-not-as-requested',
    `${what} The step could not revoke the token. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(notRevoked)} The post step tries again.`,
    { cause: notRevoked },
  );
}
const NO_PROBE = 'The step did not probe the token, because the token grants no access to an existing database.';
const ACCEPTED = 'The cluster accepts the token.';
const ACTIVATION_FACT = {
  accepted: 'accepted by the cluster',
  unreachable: 'not known, because the runner could not reach the cluster',
  'not-probed': 'not probed',
};
function describeWait({ action, database }, timeoutMs) {
  const limit = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_2__ .a3)(timeoutMs / 1000);
  return `Waiting up to ${limit} for the cluster to accept the token (${action} on ${database}).`;
}
function notAccepted(refused, consequence = '') {
  const sentences = [
    describeRefusal(refused),
    consequence,
    'Check that `cluster-url` is the URL of the data plane of this cluster. To wait longer, set a longer `activation-timeout`. To skip the probe, ' +
      'set `activation-timeout: 0`.',
  ];
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-accepted', sentences.filter((sentence) => sentence !== '').join(' '));
}
function reportUnreachable(status) {
  if (status.kind !== 'unreachable') return {};
  return { lines: [{ kind: 'warning', code: 'token-not-probed', text: describeUnreachable(status) }] };
}
function describeUnreachable({ why }) {
  return (
    `It is not known whether the cluster accepts the token: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(why)} Check that \`cluster-url\` is the URL of the data plane of ` +
    'this cluster. If this runner cannot reach the data plane, set `activation-timeout: 0` to skip the probe.'
  );
}
function describeRefusal({ why, timeoutMs, expiresAt, serverTime, runnerTime }) {
  const limit = (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_2__ .a3)(timeoutMs / 1000);
  const refused = `The cluster did not accept the token within ${limit} (${why}).`;
  if (serverTime === undefined || typeof expiresAt !== 'number' || serverTime < expiresAt) return refused;
  const expired = `The token expired at ${(0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_1__ .sK)(expiresAt)}. The server's clock shows ${(0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_1__ .sK)(serverTime)}.`;
  const hint =
    runnerTime < expiresAt
      ? `The clocks differ: this runner's clock shows ${(0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_1__ .sK)(runnerTime)}. Correct the runner's clock, or use a later \`expires-at\`.`
      : 'Use a later `expires-at`.';
  return `${refused} ${expired} ${hint}`;
}
function describeUnclear({ error }) {
  return error ? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(error) : 'The server shows a different description.';
}


 }),

 6391:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   HV: () => ( revocationOutputs),
   Q5: () => ( tokenOutputs),
   QS: () => ( recordOutputs),
   TY: () => ( listingOutputs),
   fl: () => ( ACTIVE_OUTPUT),
   u8: () => ( endingOutputs)
 });
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
 var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8673);
 var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);



const MAX_OUTPUT_BYTES = 1_000_000;
function tokenOutputs(token, status) {
  const permissions = (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ .A6)(token.permissions);
  return { ...nameOutputs(token), permissions, ...dateOutputs(token), status };
}
function recordOutputs(token) {
  return { ...nameOutputs(token), ...dateOutputs(token) };
}
function nameOutputs({ id, description }) {
  return { 'token-id': id, description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ .$Y)(description) };
}
function dateOutputs({ createdAt, expiresAt }) {
  return {
    ...(createdAt === 'unset' ? {} : { 'created-at': (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .tu)(createdAt) ?? '' }),
    'expires-at': (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .tu)(expiresAt) ?? '',
  };
}
function listingOutputs(json, count) {
  return { count: String(count), ...(Buffer.byteLength(json) <= MAX_OUTPUT_BYTES ? { tokens: json } : {}) };
}
function endingOutputs({ suspended = [], ...others } = {}) {
  return { ...revocationOutputs(others), 'suspended-token-ids': JSON.stringify(suspended) };
}
function revocationOutputs({ revoked = [], failed = [] } = {}) {
  return { 'revoked-token-ids': JSON.stringify(revoked), 'failed-token-ids': JSON.stringify(failed) };
}
const ACTIVE_OUTPUT = { accepted: 'true', unreachable: 'false', 'not-probed': '' };


 }),

 1566:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   vk: () => ( describeProgress),
   yE: () => ( DRY_RUN),
   zI: () => ( describeClocks)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3127);
 var _tokens_clocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6298);
 var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5301);
 var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8673);
 var _issuing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2301);






const DRY_RUN = { kind: 'info', text: 'This was a dry run: nothing was changed.' };
const LONG_WORK = {
  revoking: 'Revoking',
  'suspending-and-revoking': 'Suspending and revoking',
  restoring: 'Restoring',
  'asking-about-runs': 'Asking GitHub about runs',
};
function describeProgress(progress) {
  switch (progress.kind) {
    case 'response-lost': {
      const text = `It is not known whether a token was created. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(progress.error)}`;
      return [{ kind: 'warning', code: 'response-lost', text }];
    }
    case 'lost-token-revoked':
      return [info(`Revoked token ${progress.id}, because its value was lost.`)];
    case 'no-lost-token':
      return [info('The list of tokens does not contain a token from the request whose outcome was not known.')];
    case 'created': {
      const { id, permissions } = progress.token;
      return [info(`Created token ${id} (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .k3)((0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__ .gH)(permissions))}).`)];
    }
    case 'nothing-to-probe':
      return [info(_issuing_js__WEBPACK_IMPORTED_MODULE_3__ .rW)];
    case 'probing':
      return [info((0,_issuing_js__WEBPACK_IMPORTED_MODULE_3__ .Ng)(progress.target, progress.timeoutMs))];
    case 'not-accepted-yet': {
      const { waitedMs, why } = progress;
      const reason = why === undefined ? '' : `: ${why}`;
      return [info(`The cluster has not accepted the token after ${(0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_2__ .a3)(waitedMs / 1000)}${reason}.`)];
    }
    case 'accepted':
      return [info(_issuing_js__WEBPACK_IMPORTED_MODULE_3__ .wh)];
    case 'cleanup-planned':
      return cleanupPlanned(progress.plan, progress.unresolved);
    case 'advanced': {
      const { work, done, total } = progress;
      return [info(`${LONG_WORK[work]}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(done)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(total)}.`)];
    }
    case 'listing-only-in-file':
      return [
        info(
          'The output `tokens` is not set, because GitHub limits outputs to 1 MB. The file in `tokens-file` contains all tokens.',
        ),
      ];
  }
}
function describeClocks(clocks) {
  const difference = (0,_tokens_clocks_js__WEBPACK_IMPORTED_MODULE_1__ .hF)(clocks);
  if (difference === undefined) return [];
  const text = `${difference}. The action revokes or suspends a token only if both clocks show that it is due. Correct the wrong clock.`;
  return [{ kind: 'warning', code: 'clocks-differ', text }];
}
function cleanupPlanned({ decided, toEnd }, unresolved) {
  const suspended = toEnd.filter(({ decision }) => decision === 'suspend').length;
  const planned = info(
    `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(toEnd.length - suspended)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(decided.length, 'token')} in scope will be revoked` +
      `${suspended > 0 ? `, and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(suspended)} will be suspended` : ''}.`,
  );
  if (!unresolved) return [planned];
  const { count, asked, why } = unresolved;
  const text = `The status of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(count)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(asked, 'run')} is not known, so the step keeps the tokens of ${count === 1 ? 'this run' : 'these runs'}. ${why}`;
  return [{ kind: 'warning', code: 'run-status-unknown', text }, planned];
}
function info(text) {
  return { kind: 'info', text };
}


 }),

 6298:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   SD: () => ( twoClocks),
   Vn: () => ( MAX_SHIFT_MS),
   eN: () => ( clockDifference),
   hF: () => ( describeDifference),
   m6: () => ( isStoredSince)
 });
 var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
 var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5301);


const MAX_DIFFERENCE_MS = 5 * 60_000;
const DATE_PRECISION_MS = 999;
function twoClocks(server, runner) {
  return {
    forEnding: Math.min(server ?? runner, runner),
    forReplacing: Math.max(server ?? runner, runner),
    forRenewing: server ?? runner,
    server,
    runner,
  };
}
function describeDifference({ server, runner }) {
  if (server === undefined) return undefined;
  const isAhead = server - runner > MAX_DIFFERENCE_MS;
  const isBehind = runner - (server + DATE_PRECISION_MS) > MAX_DIFFERENCE_MS;
  if (!isAhead && !isBehind) return undefined;
  return (
    `The server's clock (${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(server)}) and this runner's clock (${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(runner)}) differ by ` +
    `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(Math.abs(server - runner) / 1000)}`
  );
}
const MAX_SHIFT_MS = 300_000;
const MIN_DIFFERENCE_MS = 1000;
function clockDifference(first, second) {
  if (first.date === undefined || second.date === undefined) return undefined;
  const difference = first.date - second.date + (second.elapsed - first.elapsed);
  if (Math.abs(difference) < MIN_DIFFERENCE_MS) return 0;
  return Math.ceil(difference / 1000) * 1000;
}
function isStoredSince(storedAt, createdAt, aheadMs) {
  const ahead = aheadMs ?? 0;
  const shifted = storedAt + Math.max(-MAX_SHIFT_MS, Math.min(MAX_SHIFT_MS, ahead));
  const comparable = Math.abs(ahead) > MAX_SHIFT_MS ? Math.min(storedAt, shifted) : shifted;
  return (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .$P)(comparable) >= (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .$P)(createdAt);
}


 }),

 8477:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   I: () => ( mightBeAlive),
   M: () => ( wasRevoked)
 });
function wasRevoked({ kind }) {
  return kind === 'revoked' || kind === 'already-revoked';
}
const FAILURES = ['failed', 'skipped', 'not-suspended', 'not-confirmed', 'not-completed', 'not-undone'];
function mightBeAlive({ kind }) {
  return FAILURES.includes(kind);
}


 }),

 5432:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Cm: () => ( sameContent),
   Ee: () => ( recordedGrants),
   L: () => ( hasLostPermissions),
   Rx: () => ( describingPatch),
   _J: () => ( withGrantsRecorded),
   gn: () => ( patchOf),
   m1: () => ( mustGiveBack),
   vj: () => ( isWithoutAccess)
 });
 var _permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8673);
 var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16);
 var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);



function sameContent(one, other) {
  return one.description === other.description && (0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__ .hq)(one.permissions, other.permissions);
}
function recordedGrants({ description, permissions }) {
  if (permissions.length > 0) return permissions;
  return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Hh)(description)?.grants ?? [];
}
function isWithoutAccess({ description, permissions }) {
  const state = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .Hh)(description)?.state;
  return permissions.length === 0 && (state === 'suspending' || state === 'suspended');
}
function hasLostPermissions(read, shown) {
  return read.permissions.length > 0 && shown.permissions.length === 0;
}
function mustGiveBack(read, shown) {
  return read.permissions.length > 0 && !(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__ .hq)(read.permissions, shown.permissions);
}
function describingPatch(token, description) {
  const { permissions } = token;
  const isKnown = ({ action }) => _permissions_js__WEBPACK_IMPORTED_MODULE_2__ .kl.includes(action);
  const areSent = permissions.length > 0 && permissions.every(isKnown);
  return patchOf(token, areSent ? { description, permissions } : { description });
}
function patchOf({ description, permissions }, change) {
  return { change, wanted: { description, permissions, ...change } };
}
function withGrantsRecorded({ description }, record) {
  const written = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__ .bM)(record);
  return written && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .q8)(description, written);
}


 }),

 4004:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   I9: () => ( neverUsed),
   aQ: () => ( neverUsed),
   vX: () => ( neverUsed),
   xj: () => ( neverUsed)
 });
function neverUsed() {
  throw new Error('tunnel is not part of this action.');
}




 }),

 3250:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   h: () => ( fetch),
   k: () => ( ProxyAgent)
 });
class ProxyAgent {}

function fetch() {
  throw new Error('undici is not part of this action.');
}


 })

};
;