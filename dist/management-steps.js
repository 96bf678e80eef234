"use strict";
exports.id = 15;
exports.ids = [15];
exports.modules = {

 4236:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   N: () => ( annotatePostError)
 });
 var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6766);
 var _report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9722);
 var _runner_publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5326);



function annotatePostError(error, { failsJob, where }, runner) {
  (0,_runner_publish_js__WEBPACK_IMPORTED_MODULE_2__ .v)((0,_report_errors_js__WEBPACK_IMPORTED_MODULE_0__ .US)(error), runner);
  const explanation = (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_0__ .WE)(error);
  const { code, detail, message } = explanation;
  if (failsJob) runner.error(code, message, detail);
  else runner.warning(code, message, detail);
  runner.summary((0,_report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ .Ij)(explanation, { failsJob, where: runner.hasSummary() ? undefined : where }));
}


 }),

 9015:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  readManagementRequest: () => ( readManagementRequest),
  runManagementPostStep: () => ( runManagementPostStep),
  runManagementStep: () => ( runManagementStep)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/base/nonce.js
var nonce = __webpack_require__(3393);
// EXTERNAL MODULE: ./build/src/clock-warning.js
var clock_warning = __webpack_require__(2353);
// EXTERNAL MODULE: ./build/src/github/rate-limit.js
var rate_limit = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/http/requests.js
var requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 2 modules
var http_transport = __webpack_require__(3475);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(6391);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
;// CONCATENATED MODULE: ./build/src/management-token/revoke-tokens.js



async function revokeTokens(ids, influxctl) {
  if (ids.length === 0) return [];
  const revocation = await (0,errors.Bg)(influxctl.revoke(ids));
  const error = revocation instanceof errors.HR ? revocation : undefined;
  const listed = await (0,errors.Bg)(influxctl.list());
  return ids.map((id) => {
    if (listed instanceof errors.HR) return { id, kind: 'failed', error: error ?? listed, isListed: false };
    const token = listed.find((one) => (0,tokens_token.s)(one.id, id));
    const isRevoked = token === undefined ? error === undefined : (0,tokens_token.KU)(token);
    return isRevoked ? { id, kind: 'revoked' } : { id, kind: 'failed', error: error ?? stillAlive(id), isListed: true };
  });
}
function stillAlive(id) {
  return new errors.HR(
    'token-not-revoked',
    `\`influxctl management revoke\` reported success, but the list shows that management token ${id} is not revoked.`,
  );
}
async function revokeOne(id, influxctl) {
  const [outcome] = await revokeTokens([id], influxctl);
  return outcome?.kind === 'failed' ? outcome.error : undefined;
}
function unrevokedWith(nonces, tokens) {
  return (0,tokens_tag.Kd)(nonces, tokens).filter(({ token }) => !(0,tokens_token.KU)(token));
}
async function revokeLeftovers(nonces, influxctl) {
  const listed = await (0,errors.Bg)(influxctl.list());
  if (listed instanceof errors.HR) return { outcomes: [], searchError: listed };
  const ids = unrevokedWith(nonces, listed).map(({ token }) => token.id);
  return { outcomes: await revokeTokens(ids, influxctl), searchError: undefined };
}

// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/index.js
var dist = __webpack_require__(9118);
// EXTERNAL MODULE: ./build/src/base/json.js
var base_json = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
;// CONCATENATED MODULE: ./build/src/management-token/token.js






const timestamp = dist.Ik({
  seconds: dist.KC(dist.ai(), dist.Yj()).optional(),
  nanos: dist.ai().optional(),
});
const date = dist.L5().map(parseTimestamp);
const token_text = dist.L5().map((value) => (typeof value === 'string' ? value : ''));
const listed = dist.Ik({
  id: dist.Yj().assert((id) => id !== ''),
  description: token_text.optional(),
  token_prefix: token_text.optional(),
  account_id: token_text.optional(),
  created_by: token_text.optional(),
  created_at: date.optional(),
  expires_at: date.optional(),
  revoked_at: date.optional(),
});
function parseManagementTokens(json) {
  const result = dist.YO(listed).try((0,base_json.q)(json), { mode: 'strip' });
  if (!result.ok) return undefined;
  return result.value.map((token) => ({
    id: token.id,
    description: token.description ?? '',
    prefix: token.token_prefix ?? '',
    accountId: token.account_id ?? '',
    createdBy: token.created_by ?? '',
    createdAt: token.created_at ?? 'unset',
    expiresAt: token.expires_at ?? 'unset',
    revokedAt: token.revoked_at ?? 'unset',
  }));
}
function parseTimestamp(value) {
  if (value === undefined || value === null || typeof value === 'string') return (0,dates.T_)(value);
  const parsed = timestamp.try(value, { mode: 'strip' });
  if (!parsed.ok) return 'unreadable';
  const { seconds = 0, nanos = 0 } = parsed.value;
  const instant = Number(seconds) * 1000 + Math.floor(nanos / 1_000_000);
  if ((0,dates.OI)(instant) === undefined) return 'unreadable';
  return instant <= 0 ? 'unset' : instant;
}
function beginsWith(secret, { prefix }) {
  const text = secret.reveal();
  return prefix !== '' && text.startsWith(prefix) && text.length > prefix.length;
}
function selectTokens(tokens, { status, expiresWithinMs }, { now, credential }) {
  return tokens
    .map((token) => ({ ...token, status: (0,tokens_token.tn)(token, now), inUse: beginsWith(credential, token) }))
    .filter((token) => status === 'all' || token.status === status)
    .filter((token) => expiresWithinMs === undefined || (0,listing.a0)(expiresWithinMs, token, now))
    .sort(listing.ll);
}
function mightBe(secret, token) {
  return token.prefix === '' || beginsWith(secret, token);
}
function formatManagementTokens(tokens) {
  return JSON.stringify(
    tokens.map((token) => {
      const tag = (0,tokens_tag.UB)(token.description)?.tag;
      return {
        id: token.id,
        accountId: token.accountId,
        tokenPrefix: token.prefix,
        description: token.description,
        createdBy: token.createdBy,
        createdAt: (0,dates.tu)(token.createdAt) ?? null,
        expiresAt: (0,dates.tu)(token.expiresAt) ?? null,
        revokedAt: (0,dates.tu)(token.revokedAt) ?? null,
        plainDescription: (0,tokens_tag.$Y)(token.description),
        kind: tag?.kind ?? null,
        server: tag?.server ?? null,
        repository: tag?.repository ?? null,
        runId: tag?.runId ?? null,
        status: token.status,
        inUse: token.inUse,
      };
    }),
  );
}

;// CONCATENATED MODULE: ./build/src/management-token/issue.js







const MAX_ATTEMPTS = 2;
const PAUSE_MS = 1_000;
async function issueToken({ plainDescription, expiresAt, run }, deps) {
  const { influxctl, ledger, clock, progress } = deps;
  const notCreated = (error) => ({
    kind: 'not-created',
    error,
    openNonces: [...ledger.openNonces],
  });
  for (let attempt = 1; ; attempt++) {
    const tag = (0,tokens_tag.V9)(run, 'pending', deps.nonce());
    const { nonce } = tag;
    ledger.begin(nonce, clock.elapsed());
    const created = await influxctl.create({ description: (0,tokens_tag.cy)(plainDescription, tag), expiresAt });
    ledger.ended(nonce, clock.elapsed());
    if (created.kind === 'not-started') {
      ledger.resolve(nonce);
      return notCreated(created.error);
    }
    if (created.kind === 'unknown') progress({ kind: 'outcome-unknown', error: created.error });
    if (created.kind !== 'printed') await clock.sleep(PAUSE_MS);
    const listed = await (0,errors.Bg)(influxctl.list());
    if (listed instanceof errors.HR) {
      return { kind: 'lost', error: listed, openNonces: [...ledger.openNonces] };
    }
    if (created.kind === 'printed') {
      const judged = judge({ listed, nonce, expiresAt, candidates: created.candidates });
      if ('secret' in judged) {
        const earlier = new Set([...ledger.openNonces].filter((open) => open !== nonce));
        const late = unrevokedWith(earlier, listed).map(({ token }) => token);
        await revokeLost(earlier, listed, deps);
        return { kind: 'issued', ...judged, nonce, listed: listed.filter((token) => !late.includes(token)) };
      }
      const notRevoked = await revokeLost(ledger.openNonces, listed, deps);
      return { kind: 'deviates', nonce, ...judged, notRevoked };
    }
    const notRevoked = await revokeLost(ledger.openNonces, listed, deps);
    if (notRevoked) return { kind: 'lost', error: notRevoked, openNonces: [...ledger.openNonces] };
    if (attempt === MAX_ATTEMPTS) return notCreated(created.error);
  }
}
function judge({ listed, nonce, expiresAt, candidates }) {
  const found = unrevokedWith(new Set([nonce]), listed).map(({ token }) => token);
  const [token] = found;
  if (!token || found.length > 1) {
    return {
      deviations: [
        found.length === 0
          ? `the list shows no valid token whose description contains ${nonce}`
          : `the list shows ${found.length} valid tokens whose description contains ${nonce}, instead of exactly one`,
      ],
      suspects: found.length > 0 ? [] : suspectsAmong(listed, candidates),
    };
  }
  const secret = candidates.find((candidate) => beginsWith(candidate, token));
  const deviations = [
    ...(secret ? [] : ['the token that influxctl printed does not begin with the prefix that the list shows']),
    ...(sameExpiry(expiresAt, token)
      ? []
      : [`it has the expiry "${(0,token_spec.Ts)(token.expiresAt)}" instead of "${(0,token_spec.Ts)(expiresAt)}"`]),
  ];
  return secret && deviations.length === 0 ? { token, secret } : { deviations, suspects: [] };
}
function suspectsAmong(listed, candidates) {
  return listed
    .filter((token) => !(0,tokens_token.KU)(token))
    .filter((token) => candidates.some((candidate) => beginsWith(candidate, token)))
    .map(({ id }) => id);
}
function sameExpiry(wanted, { expiresAt }) {
  if (wanted === 'never') return expiresAt === 'unset';
  return typeof expiresAt === 'number' && (0,dates.$P)(expiresAt) === wanted;
}
async function revokeLost(nonces, listed, { influxctl, ledger, progress }) {
  const found = unrevokedWith(nonces, listed);
  const outcomes = await revokeTokens(
    found.map(({ token }) => token.id),
    influxctl,
  );
  for (const { id, kind } of outcomes) if (kind === 'revoked') progress({ kind: 'lost-token-revoked', id });
  const failed = outcomes.find((outcome) => outcome.kind === 'failed');
  if (failed) return failed.error;
  for (const { nonce } of found) ledger.resolve(nonce);
  return undefined;
}

;// CONCATENATED MODULE: ./build/src/management-token/wait-until-accepted.js
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;
const MAX_REQUEST_TIMEOUTS = 4;
async function waitUntilAccepted(secret, { check, clock, timeoutMs }) {
  const deadline = clock.elapsed() + MAX_REQUEST_TIMEOUTS * timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    const error = await check(secret);
    if (error === undefined || clock.elapsed() + pauseMs > deadline) return error;
    await clock.sleep(pauseMs);
  }
}

;// CONCATENATED MODULE: ./build/src/management-token/create.js





async function create(request, deps) {
  const { influxctl, runner, progress } = deps;
  const { description, expiresAt, run, dryRun } = request;
  const listed = await (0,errors.Bg)(influxctl.list());
  if (listed instanceof errors.HR) return { kind: 'not-begun', error: listed };
  if (dryRun) return { kind: 'dry-run' };
  const issued = await issueToken({ plainDescription: description, expiresAt, run }, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, secret, nonce } = issued;
  runner.outputs((0,outputs.QS)(token));
  progress({ kind: 'created', id: token.id });
  const error = await waitUntilAccepted(secret, deps);
  if (error) return await withdraw(issued, { kind: 'not-accepted', error }, deps);
  progress({ kind: 'accepted', id: token.id });
  runner.token(secret);
  return { kind: 'created', token, nonce };
}
async function withdraw({ token, nonce }, why, { ledger, influxctl }) {
  const notRevoked = await revokeOne(token.id, influxctl);
  if (!notRevoked) ledger.resolve(nonce);
  return { kind: 'withdrawn', token, why, notRevoked };
}

// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __webpack_require__(9783);
;// CONCATENATED MODULE: ./build/src/management-token/inputs.js

const MANAGEMENT_INPUTS = {
  operation: { default: 'list', usedBy: 'all' },
  'dry-run': { default: 'false', usedBy: ['create', 'revoke', 'rotate'] },
  influxctl: { default: 'influxctl', usedBy: 'all' },
  'management-token': { usedBy: 'all' },
  'account-id': { usedBy: 'all' },
  'cluster-id': { usedBy: 'all' },
  product: { usedBy: 'all' },
  'api-url': { usedBy: 'all' },
  'ca-certificate': { usedBy: 'all' },
  'influxctl-config': { usedBy: 'all' },
  'influxctl-profile': { default: 'default', usedBy: 'all' },
  'request-timeout': { default: '30s', usedBy: 'all' },
  'token-id': { usedBy: ['revoke', 'rotate'] },
  description: { usedBy: ['create', 'rotate'] },
  'expires-at': { usedBy: ['create', 'rotate'] },
  'store-in': { usedBy: ['rotate'] },
  'store-token': { usedBy: ['rotate'] },
  'renew-before': { usedBy: ['rotate'] },
  'grace-period': { default: '24h', usedBy: ['rotate'] },
  'github-token': { runnerExpression: 'github.token', usedBy: ['rotate'] },
  status: { default: 'active', usedBy: ['list'] },
  'expires-within': { usedBy: ['list'] },
  'fail-on-match': { default: 'false', usedBy: ['list'] },
};
function readManagementInputs(read) {
  return {
    shared: (0,request_inputs.Ko)((name) => (isDeclared(name) ? read(name) : '')),
    influxctl: read('influxctl') || MANAGEMENT_INPUTS.influxctl.default,
  };
}
function isDeclared(name) {
  return Object.hasOwn(MANAGEMENT_INPUTS, name);
}

;// CONCATENATED MODULE: ./build/src/management-token/list.js


async function list({ selection }, { influxctl, credential, runner, clock, nonce }) {
  const tokens = await influxctl.list();
  const now = clock.now();
  const shown = selectTokens(tokens, selection, { now, credential });
  const json = formatManagementTokens(shown);
  runner.outputs((0,outputs.TY)(json, shown.length));
  const file = runner.writeFile(`influxdb-management-tokens-${nonce()}.json`, json);
  runner.outputs({ 'tokens-file': file });
  const sameStatus = selectTokens(tokens, { status: selection.status }, { now, credential });
  const unreadable =
    selection.expiresWithinMs === undefined
      ? 0
      : sameStatus.filter(({ expiresAt }) => expiresAt === 'unreadable').length;
  return { shown, total: tokens.length, unreadable, now };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
;// CONCATENATED MODULE: ./build/src/management-token/program.js




const RECORDED = ['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const PASSED_ON = [
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'],
  ...['SystemRoot', 'LANG', 'RUNNER_TRACKING_ID'],
];
const FOLDERS = [
  ...['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TMPDIR', 'TEMP', 'TMP'],
  ...['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'],
];
function findProgram(name, env) {
  const isPath = (0,external_node_path_.isAbsolute)(name) || /[\\/]/.test(name);
  const folders = isPath ? [''] : (env['PATH'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['', '.exe'] : [''];
  const candidates = folders.flatMap((folder) => endings.map((ending) => (0,external_node_path_.join)(folder, name) + ending));
  const path = candidates.find(isExecutable);
  if (path === undefined) throw notFound(name, isPath);
  return { path: (0,external_node_path_.resolve)(path), environment: chosen(RECORDED, env) };
}
function environmentOf({ environment }, folder, env) {
  return {
    ...chosen(PASSED_ON, env),
    ...environment,
    ...Object.fromEntries(FOLDERS.map((name) => [name, folder])),
  };
}
function chosen(names, env) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
function isExecutable(path) {
  try {
    (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
    return (0,external_node_fs_.statSync)(path).isFile();
  } catch {
    return false;
  }
}
function notFound(name, isPath) {
  const where = isPath ? 'is not a program that this user can run' : 'is not on PATH';
  return new errors.HR(
    'influxctl-not-found',
    `\`influxctl\`: ${(0,base_text.hD)(name)} ${where}. Nothing was changed. Install influxctl in a step before this one: ` +
      'docs/management-token.md shows the steps.',
  );
}

// EXTERNAL MODULE: ./build/src/report/context.js
var context = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/report/progress.js
var report_progress = __webpack_require__(1566);
;// CONCATENATED MODULE: ./build/src/management-token/report/issuing.js






function reportCreate({ description, expiresAt, where }, result) {
  switch (result.kind) {
    case 'not-begun':
      return { failure: (0,errors.eQ)(result.error, 'No management token was created.') };
    case 'dry-run':
      return {
        lines: [report_progress.yE],
        sections: [
          {
            title: 'Dry run: 1 management token would be created',
            text: [(0,context.Xs)(where)],
            facts: [
              ['Description', description],
              ['Expires', (0,token_spec.Ts)(expiresAt)],
            ],
          },
        ],
      };
    case 'withdrawn':
      return { failure: describeWithdrawn(result) };
    case 'created':
      return {
        lines: expiresAt === 'never' ? [neverExpires(result.token)] : [],
        sections: [
          {
            title: '1 management token created',
            text: [(0,context.Xs)(where)],
            facts: factsOf(result.token),
          },
        ],
      };
    default:
      return { failure: describeIssueFailure(result) };
  }
}
function neverExpires({ id }) {
  const text = `Management token ${id} never expires. It stays valid until a person or a rotation revokes it.`;
  return { kind: 'warning', code: 'no-expiry', text };
}
function factsOf({ id, description, expiresAt }) {
  return [
    ['Token ID', id],
    ['Description', (0,tokens_tag.$Y)(description)],
    ['Expires', (0,token_spec.Ts)(expiresAt)],
  ];
}
function describeIssueFailure(failure) {
  switch (failure.kind) {
    case 'not-created':
      return notCreated(failure);
    case 'lost': {
      const nonces = failure.openNonces.join(' or ');
      return new errors.HR(
        'a-token-might-exist',
        `A new management token might exist whose value is lost. ${(0,errors.KG)(failure.error)} The post step looks for a management ` +
          `token whose description contains ${nonces}, and revokes it. ${revokeByHand(nonces)}`,
        { cause: failure.error },
      );
    }
    case 'deviates': {
      const found = (0,base_text.k3)(failure.deviations.join('; '));
      const now = failure.notRevoked
        ? `The revocation failed. ${(0,errors.KG)(failure.notRevoked)} The post step tries again. ${revokeByHand(failure.nonce)}`
        : afterwards(failure);
      return new errors.HR(
        'token-not-as-requested',
        `The new management token is not as requested: ${found}. ${now} Check whether this version of influxctl is supported: see ` +
          'docs/management-token.md.',
      );
    }
  }
}
function afterwards({ nonce, suspects }) {
  if (suspects.length === 0) {
    return `The step revoked every listed management token whose description contains ${nonce}.`;
  }
  if (suspects.length === 1) {
    return (
      `Management token ${suspects[0]} is probably the new token, because its prefix matches what influxctl printed. The step did not revoke it. If ` +
      'no consumer uses this token, run `influxctl management revoke ID`.'
    );
  }
  return (
    `One of these management tokens is probably the new token, because its prefix matches what influxctl printed: ` +
    `${suspects.join(', ')}. The step revoked none of them. ` +
    'For each of these tokens that no consumer uses, run `influxctl management revoke ID`.'
  );
}
function notCreated({ error, openNonces }) {
  const now =
    openNonces.length === 0
      ? 'There is no leftover token.'
      : `The list shows no leftover management token. If one appears later, the post step finds it by its tag (${openNonces.join(' or ')}) ` +
        'and revokes it.';
  return new errors.HR(error.code, `${(0,errors.KG)(error)} ${now}`, {
    cause: error,
    detail: error.detail,
    remedy: error.remedy,
  });
}
function revokeByHand(nonces) {
  return (
    `If the post step fails too, look for ${nonces} in \`influxctl management list\`, and run ` +
    '`influxctl management revoke ID`. No consumer uses the token.'
  );
}
const REFUSALS = ['management-token-refused', 'management-token-not-allowed'];
function notAccepted(id, error) {
  if (!REFUSALS.includes(error.code)) {
    return `It is not known whether the Management API accepts the new management token ${id}. ${(0,errors.KG)(error)}`;
  }
  return (
    `The Management API did not accept the new management token ${id} in time. Check that \`api-url\` belongs to the token's account. If the ` +
    'server needs more time for a new token, set a longer `request-timeout`. The step waits up to four times this value.'
  );
}
function describeWithdrawn({ token: { id }, why, notRevoked }) {
  const reason =
    why.kind === 'refused'
      ? new errors.HR(why.code, (0,base_text.k3)(why.why))
      : new errors.HR('token-not-accepted', notAccepted(id, why.error), { cause: why.error });
  const now = notRevoked
    ? `The step could not revoke the new management token ${id}. ${(0,errors.KG)(notRevoked)} No consumer uses this token. The post step ` +
      `tries again. If the post step fails too, run \`influxctl management revoke ${id}\`.`
    : `The step revoked the new management token ${id}. The token that consumers use was not changed.`;
  return (0,errors.eQ)(reason, now);
}

// EXTERNAL MODULE: ./build/src/report/list.js
var report_list = __webpack_require__(6881);
;// CONCATENATED MODULE: ./build/src/management-token/report/progress.js



function describeManagementProgress(progress) {
  switch (progress.kind) {
    case 'outcome-unknown': {
      const text = `It is not known whether a management token was created. ${(0,errors.KG)(progress.error)}`;
      return [{ kind: 'warning', code: 'response-lost', text }];
    }
    case 'lost-token-revoked':
      return [info(`Revoked management token ${progress.id}, whose value was lost.`)];
    case 'created':
      return [info(`Created management token ${progress.id}.`)];
    case 'accepted':
      return [info(`The Management API accepts management token ${progress.id}.`)];
    case 'stored':
      return [info(`Stored the new management token in \`${progress.target}\`.`)];
    case 'planned':
      return linesOf(progress.plan);
    case 'runs-unresolved': {
      const { count, asked, why } = progress.unresolved;
      const text =
        `The status of ${(0,base_text.B4)(count)} of ${(0,base_text.pq)(asked, 'run')} with an undelivered token is not known. ` +
        why;
      return [{ kind: 'warning', code: 'run-status-unknown', text }];
    }
  }
}
function linesOf(plan) {
  const notices = plan.kind === 'rotate' ? plan.notices : [];
  return [
    ...plan.warnings.map((text) => ({ kind: 'warning', code: 'rotation', text })),
    ...notices.map((text) => ({ kind: 'notice', code: 'rotation', text })),
    info(describePlan(plan)),
  ].map((line) => ({ ...line, text: (0,base_text.k3)(line.text) }));
}
function describePlan(plan) {
  return plan.kind === 'rotate'
    ? `A rotation is due: ${(0,base_text.k3)(plan.reasons.join('; '))}.`
    : `No rotation is due: every secret contains management token ${plan.newest.id}, which ${(0,token_spec.UR)(plan.newest.expiresAt)}.`;
}
function info(text) {
  return { kind: 'info', text };
}

;// CONCATENATED MODULE: ./build/src/management-token/report/list.js






function reportList({ failOnMatch, where }, { shown, total, unreadable, now }) {
  const listed = `${(0,base_text.B4)(shown.length)} of ${(0,base_text.pq)(total, 'management token')} listed`;
  return {
    lines: [
      info(`${listed}.`),
      ...(unreadable > 0
        ? [{ kind: 'warning', code: 'expiry-not-readable', text: expiryNotReadable(unreadable) }]
        : []),
    ],
    sections: [
      {
        title: listed,
        text: [(0,context.Xs)(where)],
        ...(shown.length === 0
          ? { items: [] }
          : {
              head: ['Description', 'Prefix', 'Created by', 'Created', 'Expires', 'Status', 'Token ID'],
              rows: shown.map((token) => rowOf(token, now)),
              more: report_list.Yi,
            }),
      },
    ],
    ...(failOnMatch && shown.length > 0 ? { failure: tokensFound(shown.length) } : {}),
  };
}
function expiryNotReadable(count) {
  return (
    `The expiry of ${(0,base_text.pq)(count, 'management token')} cannot be read, so \`expires-within\` excludes ${count === 1 ? 'it' : 'them'}. ` +
    'To list all tokens, leave `expires-within` empty.'
  );
}
function tokensFound(count) {
  return new errors.HR(
    'tokens-found',
    `${(0,base_text.pq)(count, 'management token')} ${count === 1 ? 'matches' : 'match'}, and \`fail-on-match\` is \`true\`. Nothing was changed. ` +
      'Check the list in the job summary.',
  );
}
function rowOf(token, now) {
  return [
    (0,tokens_tag.$Y)(token.description),
    token.prefix,
    token.createdBy,
    (0,context.Q5)(token.createdAt, { now }),
    (0,context.lA)(token.expiresAt, { now }),
    token.inUse ? `${token.status}, used by this step` : token.status,
    token.id,
  ];
}

// EXTERNAL MODULE: ./build/src/report/outcomes.js
var report_outcomes = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/src/tokens/outcome.js
var outcome = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/src/management-token/report/revoke.js








function reportRevoke({ tokenIds, dryRun, where }, result) {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: (0,outputs.HV)(),
        lines: [info('There is no management token to revoke, because `token-id` is empty.')],
        sections: [
          {
            title: '0 management tokens revoked: `token-id` is empty',
            text: [(0,context.Xs)(where)],
            items: [],
          },
        ],
      };
    case 'not-begun':
      return {
        outputs: (0,outputs.HV)({ failed: dryRun ? [] : tokenIds }),
        failure: (0,errors.eQ)(result.error, 'No management token was revoked.'),
      };
    case 'in-use': {
      const { revoked, valid } = result;
      return {
        outputs: dryRun ? (0,outputs.HV)() : (0,outputs.HV)({ revoked, failed: valid }),
        failure: new errors.HR('management-token-in-use', describeInUse(result.ids)),
      };
    }
    case 'dry-run': {
      const toRevoke = result.previews.filter(({ kind }) => kind === 'to-revoke');
      const notFound = result.previews.filter(({ kind }) => kind === 'not-found').map(({ id }) => id);
      return {
        outputs: (0,outputs.HV)(),
        lines: [
          ...result.previews
            .filter(({ kind }) => kind !== 'not-found')
            .map((one) => info(`Management token ${one.id}: ${describePreview(one)}.`)),
          ...(0,report_outcomes.u_)(notFound, 'management token'),
          report_progress.yE,
        ],
        sections: [
          {
            title: `Dry run: ${(0,base_text.B4)(toRevoke.length)} of ${(0,base_text.pq)(result.previews.length, 'management token')} would be revoked`,
            text: [(0,context.Xs)(where)],
            head: ['Token ID', 'Result'],
            rows: result.previews.map((one) => [one.id, describePreview(one)]),
            more: 'The log shows all tokens.',
          },
        ],
      };
    }
    case 'done': {
      const { outcomes, endedOwnAccess } = result;
      const report = (0,report_outcomes.sK)(outcomes, 'management token');
      const revoked = outcomes.filter(outcome.M).map(({ id }) => id);
      const failed = outcomes.filter(outcome.I).map(({ id }) => id);
      return {
        ...report,
        outputs: (0,outputs.HV)({ revoked, failed }),
        lines: [...(report.lines ?? []), ...(endedOwnAccess ? [OWN_ACCESS_ENDED] : [])],
        sections: [
          {
            title: `${(0,base_text.B4)(revoked.length)} of ${(0,base_text.pq)(outcomes.length, 'management token')} revoked`,
            text: [(0,context.Xs)(where)],
            head: ['Token ID', 'Result'],
            rows: outcomes.map((outcome) => [outcome.id, (0,report_outcomes.SS)(outcome)]),
            more: 'The outputs contain the complete lists.',
          },
        ],
      };
    }
  }
}
function describeInUse(ids) {
  const [these, which, only] =
    ids.length === 1 ? ['this ID', 'this token', 'this ID'] : ['these IDs', 'one of these tokens', 'its ID'];
  return (
    `${ids.length === 1 ? `This step uses management token ${ids[0]}` : `This step uses one of these management tokens: ${ids.join(', ')}`}. A step cannot revoke its ` +
    `own token together with others or in a dry run. No management token was revoked. Remove ${these} from \`token-id\`. To revoke ${which}, use a separate step after this ` +
    `one, with only ${only} and without \`dry-run\`.`
  );
}
const OWN_ACCESS_ENDED = {
  kind: 'warning',
  code: 'management-token-in-use',
  text:
    'This step revoked the management token that it uses, so it no longer has access. From now on, all steps and post steps that use the ' +
    'same token fail. Post steps cannot revoke their database tokens. Store another management token in the secret.',
};
function describePreview(preview) {
  switch (preview.kind) {
    case 'not-found':
      return 'not found';
    case 'already-revoked':
      return 'already revoked';
    case 'to-revoke':
      return `would be revoked (status: ${preview.status})`;
  }
}

// EXTERNAL MODULE: ./build/src/report/delivery.js
var delivery = __webpack_require__(4173);
// EXTERNAL MODULE: ./build/src/report/failures.js
var failures = __webpack_require__(1626);
;// CONCATENATED MODULE: ./build/src/management-token/report/rotate.js













function reportRotate(request, result) {
  const { where } = request;
  switch (result.kind) {
    case 'not-begun':
      return { outputs: replacedOutputs(), failure: (0,errors.eQ)(result.error, failures.Dh) };
    case 'refused':
      return { outputs: (0,outputs.HV)(), failure: (0,failures.RE)(result) };
    case 'withdrawn': {
      const ids = [result.token.id];
      const ended = result.notRevoked ? { failed: ids } : { revoked: ids };
      return { outputs: (0,outputs.HV)(ended), failure: describeWithdrawn(result) };
    }
    case 'not-delivered':
      return {
        ...(0,delivery.j)(result.delivery, result.token.id, where),
        outputs: (0,outputs.HV)(),
      };
    case 'dry-run':
      return reportDryRun(result, where);
    case 'not-due':
      return withRetirement(result, [
        {
          title: '0 management tokens rotated: no rotation is due',
          text: [(0,context.Xs)(where)],
          facts: [...factsOf(result.plan.newest), ...storedIn(request)],
        },
      ]);
    case 'rotated': {
      const secrets = (0,base_text.pq)(request.storeIn.targets.length, 'secret');
      return withRetirement(
        result,
        [
          {
            title: `1 management token rotated and stored in ${secrets}`,
            text: [(0,context.Xs)(where)],
            facts: [...factsOf(result.token), ['Reason', result.plan.reasons.join('; ')], ...storedIn(request)],
          },
        ],
        result.token.expiresAt === 'unset' ? [neverExpires(result.token)] : [],
      );
    }
    default:
      return { outputs: (0,outputs.HV)(), failure: describeIssueFailure(result) };
  }
}
function reportDryRun({ plan, inUse, preview: { due, left }, now }, where) {
  const title = `Dry run: ${(0,base_text.pq)(plan.kind === 'rotate' ? 1 : 0, 'management token')} would be rotated`;
  return {
    outputs: {
      rotated: 'false',
      ...(inUse ? (0,outputs.QS)(inUse) : {}),
      ...(0,outputs.HV)(),
    },
    lines: [...due.map(({ id }) => info(`Management token ${id} would be revoked.`)), report_progress.yE],
    sections: [
      { title, text: [(0,context.Xs)(where)], items: [describePlan(plan)] },
      ...replacedTable([
        ...due.map(({ id }) => [id, 'would be revoked']),
        ...left.map((one) => [one.token.id, describeLeft(one, now)]),
      ]),
    ],
  };
}
function replacedTable(rows) {
  return rows.length > 0 ? [{ title: 'Replaced management tokens', head: ['Token ID', 'Result'], rows }] : [];
}
function storedIn({ storeIn }) {
  return [['Stored in', storeIn.targets.map(({ label }) => label).join(', ')]];
}
function withRetirement({ retirement, now, plan }, sections, lines = []) {
  if (retirement.kind === 'own-revoked')
    return { outputs: replacedOutputs({ left: retirement.stillValid }), failure: ownRevoked(retirement) };
  if (retirement.kind === 'not-listed') {
    const text =
      `The step could not retire the replaced management tokens. ${(0,errors.KG)(retirement.error)} The replaced tokens stay ` +
      'valid. The next run tries again.';
    return {
      outputs: unretired(plan),
      lines: [...lines, { kind: 'warning', code: 'nothing-retired', text }],
      sections,
    };
  }
  const { outcomes, left } = retirement;
  const revoked = outcomes.filter(outcome.M).map(({ id }) => id);
  const failed = outcomes.filter(outcome.I).map(({ id }) => id);
  const error = outcomes.find((outcome) => outcome.kind === 'failed')?.error;
  const warnings =
    error === undefined
      ? []
      : [
          {
            kind: 'warning',
            code: 'replaced-token-not-revoked',
            text:
              `${(0,base_text.pq)(failed.length, 'replaced management token')} could not be revoked (${(0,report_outcomes.Kf)(failed)}). ${(0,errors.KG)(error)} ` +
              'The next run tries again.',
          },
        ];
  const table = replacedTable([
    ...outcomes.map((outcome) => [outcome.id, (0,report_outcomes.SS)(outcome)]),
    ...left.map((one) => [one.token.id, describeLeft(one, now)]),
  ]);
  return {
    outputs: replacedOutputs({ revoked, failed, left: [...failed, ...left.map(({ token }) => token.id)] }),
    lines: [...lines, ...revoked.map((id) => info(`Revoked replaced management token ${id}.`)), ...warnings],
    sections: [...sections, ...table],
  };
}
function unretired(plan) {
  if (plan.kind === 'not-due') return (0,outputs.HV)();
  const { members, listed, series } = plan;
  const byHand = listed.filter((token) => token.id === series.replaces && !(0,tokens_token.KU)(token));
  return replacedOutputs({ left: [...members, ...byHand].map(({ id }) => id) });
}
function replacedOutputs({ left = [], ...ended } = {}) {
  return { ...(0,outputs.HV)(ended), 'previous-token-ids': JSON.stringify(left) };
}
function ownRevoked({ id, stillValid }) {
  const next =
    stillValid.length > 0
      ? `These replaced tokens are still valid and were not changed: ${(0,report_outcomes.Kf)(stillValid)}. Set \`management-token\` to one ` +
        'of them, and run the job again at once.'
      : 'No other token of the series is valid. Set `management-token` to another valid management token, and run the job ' +
        'again at once.';
  return new errors.HR(
    'new-token-revoked',
    `Someone revoked management token ${id} after it was delivered, so its consumers have no valid token. ${next}`,
  );
}
function describeLeft({ token, until, inUse }, now) {
  if (token.prefix === '') return 'might be used by this step, so no run revokes it';
  const run = inUse ? 'run with another token' : 'run';
  const when =
    until <= now
      ? `valid until the next ${run}`
      : `valid until the first ${run} after ${(0,dates.oL)((0,dates.g$)(until), now)}`;
  return inUse ? `used by this step: ${when}` : when;
}

// EXTERNAL MODULE: ./build/src/request/certain-errors.js
var certain_errors = __webpack_require__(1160);
// EXTERNAL MODULE: ./build/src/request/connection/connection.js + 1 modules
var connection_connection = __webpack_require__(6133);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __webpack_require__(9881);
// EXTERNAL MODULE: ./build/src/request/fields/description.js
var description = __webpack_require__(5078);
// EXTERNAL MODULE: ./build/src/request/fields/expiry.js
var expiry = __webpack_require__(589);
// EXTERNAL MODULE: ./build/src/request/fields/filter.js
var filter = __webpack_require__(3864);
// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __webpack_require__(5265);
// EXTERNAL MODULE: ./build/src/request/fields/token-ids.js
var token_ids = __webpack_require__(8190);
// EXTERNAL MODULE: ./build/src/request/rotate.js + 2 modules
var rotate = __webpack_require__(8397);
;// CONCATENATED MODULE: ./build/src/management-token/configuration.js
function whereOf({ accountId, clusterId, host, port }) {
  const cluster = clusterId || (port === '443' ? host : `${host}:${port}`);
  return { cluster, ...(accountId === '' ? {} : { account: accountId }) };
}
const PROFILE_NAME = 'influxdb-token-action';
function formatConfiguration({ product, accountId, clusterId, host, port, tls }, managementToken, ca) {
  const keys = {
    name: PROFILE_NAME,
    product,
    ...(accountId === '' ? {} : { account_id: accountId }),
    ...(clusterId === '' ? {} : { cluster_id: clusterId }),
    host,
    port,
    mgmt_token: managementToken.reveal(),
  };
  const tlsKeys = { ...(ca === undefined ? {} : { ca }), ...(tls ? {} : { disable: true }) };
  return [
    '[[profile]]',
    ...lines(keys),
    ...(Object.keys(tlsKeys).length > 0 ? ['[profile.tls]', ...lines(tlsKeys)] : []),
    '',
  ].join('\n');
}
function lines(keys) {
  return Object.entries(keys).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./build/src/management-token/request.js












const READERS = {
  list: readList,
  create: readCreate,
  revoke: readRevoke,
  rotate: readRotate,
};
function parseManagementRequest(sources, context) {
  const { inputs } = sources;
  const { errors } = context;
  const operation = (0,scalars.Kf)(inputs.operation || MANAGEMENT_INPUTS.operation.default, OPERATION, errors);
  const connection = (0,connection_connection.d)(sources, errors);
  const profile = profileOf(sources, connection);
  const common = { connection, profile, where: whereOf(profile) };
  if (operation === undefined || errors.isExplained('operation')) {
    const read = (one, found) => READERS[one](inputs, common, { ...context, errors: found });
    (0,certain_errors.z)(inputs, { operations: OPERATION.values, read, declarations: MANAGEMENT_INPUTS }, errors);
    return errors.throwAll();
  }
  for (const { input, message } of (0,request_inputs.oI)(inputs, operation, MANAGEMENT_INPUTS)) errors.add(input, message);
  const request = READERS[operation](inputs, common, context);
  errors.throwIfAny();
  return request;
}
const OPERATION = {
  input: 'operation',
  values: ['list', 'create', 'revoke', 'rotate'],
  synonyms: { ls: 'list', add: 'create', new: 'create', delete: 'revoke', remove: 'revoke', renew: 'rotate' },
};
function profileOf(sources, { endpoints, clusterUrl }) {
  const [{ apiUrl, form }] = endpoints;
  const text = form === 'bare' ? apiUrl : clusterUrl;
  const { hostname, port, protocol } = URL.canParse(text) ? new URL(text) : new URL('https://localhost');
  return {
    product: form === 'bare' ? 'clustered' : 'dedicated',
    accountId: (0,setting.y7)(sources, 'account-id', 'account_id').text,
    clusterId: (0,setting.y7)(sources, 'cluster-id', 'cluster_id').text,
    host: hostname,
    port: port || (protocol === 'https:' ? '443' : '80'),
    tls: protocol === 'https:',
  };
}
const STATUSES = ['active', 'expired', 'revoked', 'all'];
function readList(inputs, common, { errors }) {
  return {
    operation: 'list',
    ...common,
    selection: (0,filter.pR)(inputs, STATUSES, errors),
    failOnMatch: (0,scalars.Vf)(inputs, 'fail-on-match', errors),
  };
}
function readCreate(inputs, common, { variables, now, errors }) {
  const run = variables.run(errors);
  return {
    operation: 'create',
    ...common,
    run,
    description: (0,description.X)(inputs, errors) ?? (0,description.G)(run),
    expiresAt: readLastingExpiry(inputs, now, errors) ?? 'never',
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readLastingExpiry(inputs, now, errors) {
  if (inputs['expires-at'] !== '') return (0,expiry.A)(inputs, { outlives: true, now }, errors);
  errors.add(
    'expires-at',
    'is required, because the token outlives its job. Write a duration such as `90d`, a date (RFC 3339), or `never`.',
  );
  return undefined;
}
function readRevoke(inputs, common, { errors }) {
  return {
    operation: 'revoke',
    ...common,
    tokenIds: (0,token_ids.q)(inputs, errors),
    dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
  };
}
function readRotate(inputs, common, { variables, now, errors }) {
  const run = variables.run(errors);
  const series = (0,rotate.b)(inputs, { run, now, allowsLaterSteps: false }, errors);
  if (series.storeIn.laterSteps) {
    errors.add(
      'store-in',
      '`later-steps` does not work for management tokens: the action detects a delivery only by the date of a secret. Use a ' +
        'secret.',
    );
  }
  return {
    operation: 'rotate',
    ...common,
    run,
    ...series,
    gracePeriodMs: (0,scalars.$7)(inputs, { input: 'grace-period', ...scalars.HP }, errors),
  };
}

;// CONCATENATED MODULE: ./build/src/management-token/revoke.js




async function revoke({ tokenIds, dryRun }, deps) {
  const { influxctl, credential, clock } = deps;
  if (tokenIds.length === 0) return { kind: 'nothing-to-do' };
  const listed = await (0,errors.Bg)(influxctl.list());
  if (listed instanceof errors.HR) return { kind: 'not-begun', error: listed };
  const found = tokenIds.map((typed) => {
    const token = listed.find(({ id }) => (0,tokens_token.s)(id, typed));
    return { id: token?.id ?? typed, token };
  });
  const isInUse = (token) => token !== undefined && !(0,tokens_token.KU)(token) && beginsWith(credential, token);
  const inUse = found.filter(({ token }) => isInUse(token)).map(({ id }) => id);
  if (inUse.length > 0 && (tokenIds.length > 1 || dryRun)) {
    const shown = found.flatMap(({ token }) => token ?? []);
    const revoked = shown.filter(tokens_token.KU).map(({ id }) => id);
    const valid = shown.filter((token) => !(0,tokens_token.KU)(token)).map(({ id }) => id);
    return { kind: 'in-use', ids: inUse, revoked, valid };
  }
  if (dryRun) return { kind: 'dry-run', previews: found.map((one) => preview(one, clock.now())) };
  const toRevoke = found.filter(({ token }) => token && !(0,tokens_token.KU)(token)).map(({ id }) => id);
  const revoked = await revokeTokens(toRevoke, influxctl);
  const confirmed = inUse.length > 0 ? await Promise.all(revoked.map((one) => confirmOwn(one, deps))) : revoked;
  const outcomes = found.map(({ id, token }) => {
    if (!token) return { id, kind: 'not-found' };
    return confirmed.find((outcome) => outcome.id === id) ?? { id, kind: 'already-revoked' };
  });
  const endedOwnAccess = outcomes.some(({ id, kind }) => kind === 'revoked' && inUse.includes(id));
  return { kind: 'done', outcomes, endedOwnAccess };
}
function preview({ id, token }, now) {
  if (!token) return { id, kind: 'not-found' };
  if ((0,tokens_token.KU)(token)) return { id, kind: 'already-revoked' };
  return { id, kind: 'to-revoke', status: (0,tokens_token.tn)(token, now) };
}
async function confirmOwn(outcome, { check, credential }) {
  if (outcome.kind !== 'failed' || outcome.isListed) return outcome;
  const refusal = await check(credential);
  return refusal?.code === 'management-token-refused' ? { id: outcome.id, kind: 'revoked' } : outcome;
}

// EXTERNAL MODULE: ./build/src/operations/rotation/read-state.js
var read_state = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
// EXTERNAL MODULE: ./build/src/report/rotation-outputs.js
var rotation_outputs = __webpack_require__(1584);
// EXTERNAL MODULE: ./build/src/tokens/rotation/concurrent.js
var concurrent = __webpack_require__(271);
// EXTERNAL MODULE: ./build/src/tokens/rotation/due.js
var due = __webpack_require__(4282);
// EXTERNAL MODULE: ./build/src/tokens/rotation/series.js
var rotation_series = __webpack_require__(7955);
// EXTERNAL MODULE: ./build/src/tokens/clocks.js
var clocks = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/src/tokens/rotation/new-expiry.js
var new_expiry = __webpack_require__(5448);
// EXTERNAL MODULE: ./build/src/tokens/rotation/plan.js + 1 modules
var plan = __webpack_require__(9784);
// EXTERNAL MODULE: ./build/src/tokens/rotation/refusals.js
var refusals = __webpack_require__(8271);
// EXTERNAL MODULE: ./build/src/tokens/rotation/warnings.js
var rotation_warnings = __webpack_require__(6239);
;// CONCATENATED MODULE: ./build/src/management-token/plan.js










function findSeries({ plainDescription: wanted, tokenId }, tokens, { server, repositoryId }) {
  const named = tokens.find(({ id }) => tokenId !== undefined && (0,tokens_token.s)(id, tokenId));
  if (tokenId !== undefined && named === undefined) {
    const hint = wanted === undefined ? 'Set `description` instead' : 'Correct or remove `token-id`';
    return (0,refusals.J5)('token-not-found', `Token ${tokenId} is not in the list of management tokens. ${hint}.`);
  }
  const name = wanted ?? (named && (0,tokens_tag.$Y)(named.description));
  if (name === undefined || name === '') {
    return (0,refusals.J5)('token-cannot-be-rotated', `Token ${tokenId} has no description. Set \`description\`.`);
  }
  const series = { server, repositoryId, plainDescription: name };
  const tagged = named && (0,tokens_tag.UB)(named.description);
  if (!tagged) return { ...series, replaces: named?.id };
  if ((0,tokens_tag.ve)(tagged.tag, series) && tagged.plain === name) return { ...series, replaces: undefined };
  return (0,refusals.J5)(
    'token-cannot-be-rotated',
    `Token ${named.id} belongs to another series: "${tagged.plain}" of ${tagged.tag.server}/${tagged.tag.repository}. ` +
      'Set `token-id` only to a token that a person created.',
  );
}
function planRotation(spec, facts) {
  const { tokens, targets, run, hasEnded, clocks } = facts;
  const series = findSeries(spec, tokens, run);
  if ('kind' in series) return series;
  const members = (0,rotation_series.lS)(tokens, series, clocks);
  const underWay = members.find((member) => !(0,due.Z$)(member, targets) && !hasEnded(member));
  if (underWay) return (0,refusals.yn)(underWay, 'not in every secret yet');
  const newest = members.find(({ createdAt }) => typeof createdAt === 'number');
  const reasons = newest ? (0,due.yI)(spec, facts, { series, inUse: newest }) : ['the series has no token yet'];
  const predecessor = newest ?? tokens.find(({ id }) => id === series.replaces);
  const warnings = predecessor ? (0,rotation_warnings._o)(spec, newest) : (0,rotation_warnings.l$)(series, tokens, clocks);
  if (newest && reasons.length === 0) return { kind: 'not-due', series, newest, warnings };
  const undelivered = members.filter((member) => !(0,due.Z$)(member, targets));
  if (undelivered.length >= plan.jb) return (0,refusals.nr)(undelivered, 'stored in every secret');
  const expiresAt = (0,new_expiry.v)(spec, predecessor, clocks.forRenewing);
  if (typeof expiresAt === 'object') return expiresAt;
  const notices = predecessor ? [] : [(0,rotation_warnings.zF)(series)];
  return { kind: 'rotate', series, reasons, notices, warnings, members, listed: tokens, expiresAt };
}
const MAX_WAIT_MS = 5_000;
function waitBeforeCreating(targets, clusterNow) {
  const newest = targets.flatMap(({ storedAt, clusterAheadMs = 0 }) =>
    storedAt === 'absent' || Math.abs(clusterAheadMs) > clocks.Vn ? [] : [storedAt + clusterAheadMs],
  );
  const nextSecond = (0,dates.$P)(Math.max(0, ...newest)) + 1000;
  return Math.min(Math.max(0, nextSecond - clusterNow), MAX_WAIT_MS);
}

;// CONCATENATED MODULE: ./build/src/management-token/retirement.js



function planRetirement(series, facts) {
  const { tokens, targets, own, gracePeriodMs, clocks, inUse } = facts;
  const members = (0,rotation_series.lS)(tokens, series, clocks);
  const before = members.find(
    (member) =>
      member.id !== own && (0,due.Z$)(member, targets) && (0,tokens_token.tn)(member, clocks.forReplacing) === 'active',
  );
  const successors = [before, members.find(({ id }) => id === own)].filter((one) => one !== undefined);
  const ended = replaceable(series, facts).flatMap((token) => {
    const successor = successors.find((one) => (0,rotation_series.U4)(one, token));
    if (typeof successor?.createdAt !== 'number' || token.id === own) return [];
    const until = successor.createdAt + gracePeriodMs;
    const isOver = successor.id === own ? gracePeriodMs === 0 : until <= clocks.forEnding;
    return [{ token, until, inUse: inUse(token), isOver: isOver && !inUse(token) }];
  });
  return {
    due: ended.filter(({ isOver }) => isOver).map(({ token }) => token),
    left: ended.filter(({ isOver }) => !isOver).map(({ token, until, inUse }) => ({ token, until, inUse })),
  };
}
function previewRetirement(plan, facts) {
  const { due, left } = planRetirement(plan.series, facts);
  if (plan.kind === 'not-due') return { due, left };
  const { gracePeriodMs, clocks, inUse } = facts;
  const until = clocks.forRenewing + gracePeriodMs;
  const replacedNow = replaceable(plan.series, facts)
    .filter(({ id }) => ![...due, ...left.map(({ token }) => token)].some((one) => one.id === id))
    .map((token) => ({ token, until, inUse: inUse(token) }));
  const all = [...left, ...replacedNow];
  const isDue = (one) => gracePeriodMs === 0 && !one.inUse;
  return {
    due: [...due, ...all.filter(isDue).map(({ token }) => token)],
    left: all.filter((one) => !isDue(one)),
  };
}
function replaceable(series, { tokens, clocks }) {
  const byHand = tokens.filter(
    (token) => token.id === series.replaces && (0,tokens_token.tn)(token, clocks.forEnding) === 'active',
  );
  return [...(0,rotation_series.lS)(tokens, series, clocks), ...byHand];
}

;// CONCATENATED MODULE: ./build/src/management-token/rotate.js
















async function rotate_rotate(request, deps) {
  const state = await (0,errors.Bg)(readState(request, deps));
  if (state instanceof errors.HR) return { kind: 'not-begun', error: state };
  const { facts, secrets, inUse } = state;
  deps.runner.outputs({
    ...(inUse ? (0,outputs.QS)(inUse) : {}),
    ...(0,rotation_outputs.w)(replacedBefore(state, { request, deps })),
  });
  const plan = planRotation(specOf(request), facts);
  if (plan.kind === 'refused') return plan;
  deps.progress({ kind: 'planned', plan });
  if (request.dryRun) {
    const { gracePeriodMs } = request;
    const isUsedByStep = inUseBy(deps);
    return {
      kind: 'dry-run',
      plan,
      inUse,
      preview: previewRetirement(plan, { ...facts, own: undefined, gracePeriodMs, inUse: isUsedByStep }),
      now: facts.clocks.forRenewing,
    };
  }
  if (plan.kind === 'not-due') {
    deps.runner.outputs({ rotated: 'false', ...(0,outputs.QS)(plan.newest) });
    const retirement = await retire(plan.series, state, { request, deps });
    return { kind: 'not-due', plan, retirement, now: facts.clocks.forRenewing };
  }
  await deps.clock.sleep(waitBeforeCreating(facts.targets, state.clusterNow()));
  return await replace(plan, secrets, { state, request, deps });
}
async function readState(request, deps) {
  const { clock, github, influxctl, longWork, progress } = deps;
  const { run } = request;
  const clocks = await deps.clocks();
  const readAt = clock.elapsed();
  const tokens = await influxctl.list();
  const cluster = { date: clocks.server, elapsed: readAt };
  const { secrets, targets } = await (0,read_state.R)(request.storeIn.targets, cluster, { github, clock });
  const series = findSeries(specOf(request), tokens, run);
  const members = 'kind' in series ? [] : (0,rotation_series.lS)(tokens, series, clocks);
  const undelivered = members.filter((one) => !(0,due.Z$)(one, targets));
  const toAsk = undelivered.map((token) => ({ token, tag: token.tag }));
  const asked = await (0,run_status.z)(toAsk, { own: run, clocks }, { github, clock, progress: longWork });
  if (asked.unresolved) progress({ kind: 'runs-unresolved', unresolved: asked.unresolved });
  return {
    facts: { tokens, targets, run, hasEnded: (member) => asked.hasEnded(member, member.tag), clocks },
    secrets,
    inUse: members.find((one) => (0,due.Z$)(one, targets)),
    clusterNow: () => clocks.forRenewing + (clock.elapsed() - readAt),
  };
}
function replacedBefore({ facts: { tokens, targets, clocks, run }, inUse }, { request, deps }) {
  const series = findSeries(specOf(request), tokens, run);
  if ('kind' in series || !inUse) return [];
  const { gracePeriodMs } = request;
  const retirement = { tokens, targets, own: undefined, gracePeriodMs, clocks, inUse: inUseBy(deps) };
  const { due, left } = planRetirement(series, retirement);
  return [...due, ...left.map(({ token }) => token)];
}
function specOf({ description, tokenId, expiresAt, renewBeforeMs }) {
  return {
    ...(description === undefined ? {} : { plainDescription: description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
  };
}
async function replace(plan, secrets, { state, request, deps }) {
  const { runner, progress } = deps;
  const { facts } = state;
  const { series, expiresAt } = plan;
  const spec = { plainDescription: series.plainDescription, expiresAt, run: request.run };
  const issued = await issueToken(spec, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, secret, nonce, listed } = issued;
  runner.outputs((0,outputs.QS)(token));
  progress({ kind: 'created', id: token.id });
  const refusal = (0,concurrent.F)(plan, token.id, { tokens: listed, clocks: facts.clocks });
  const giveUp = async (why) => {
    if (state.inUse) runner.outputs((0,outputs.QS)(state.inUse));
    return await withdraw(issued, why, deps);
  };
  if (refusal) return await giveUp(refusal);
  const error = await waitUntilAccepted(secret, deps);
  if (error) return await giveUp({ kind: 'not-accepted', error });
  progress({ kind: 'accepted', id: token.id });
  deps.ledger.keep(nonce);
  const failed = await deliver(secrets, secret, deps);
  if (failed) return { kind: 'not-delivered', token, delivery: failed };
  const retirement = await retire(series, state, { request, deps, own: token.id });
  if (retirement.kind !== 'own-revoked') runner.outputs({ rotated: 'true' });
  return { kind: 'rotated', plan, token, retirement, now: facts.clocks.forRenewing };
}
async function deliver(secrets, secret, { github, progress }) {
  for (const [failedAt, metadata] of secrets.entries()) {
    const result = await github.store(metadata, secret);
    if (result.kind !== 'stored') {
      const mightBeStored = result.kind === 'unclear';
      return { kind: 'incomplete', secrets, failedAt, mightBeStored, error: result.error };
    }
    progress({ kind: 'stored', target: metadata.target.label });
  }
  return undefined;
}
async function retire(series, { facts: { targets, tokens, clocks } }, { request, deps, own }) {
  const { influxctl } = deps;
  const listed = own === undefined ? tokens : await (0,errors.Bg)(influxctl.list());
  if (listed instanceof errors.HR) return { kind: 'not-listed', error: listed };
  if (own !== undefined) {
    const token = listed.find(({ id }) => id === own);
    if (!token) return { kind: 'not-listed', error: ownMissing(own) };
    if ((0,tokens_token.KU)(token)) {
      const stillValid = replaceable(series, { tokens: listed, clocks }).filter(({ id }) => id !== own);
      return { kind: 'own-revoked', id: own, stillValid: stillValid.map(({ id }) => id) };
    }
  }
  const { due, left } = planRetirement(series, {
    tokens: listed,
    targets,
    own,
    gracePeriodMs: request.gracePeriodMs,
    clocks,
    inUse: inUseBy(deps),
  });
  const outcomes = await revokeTokens(
    due.map(({ id }) => id),
    influxctl,
  );
  return { kind: 'retired', outcomes, left };
}
function inUseBy({ credential }) {
  return (token) => mightBe(credential, token);
}
function ownMissing(id) {
  return new errors.HR('token-not-listed', `The list of management tokens does not contain the new token ${id}.`);
}

// EXTERNAL MODULE: ./build/src/runner/runner-files.js
var runner_files = __webpack_require__(5609);
;// CONCATENATED MODULE: ./build/src/runner/temporary-folder.js




const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
function createTemporaryFolder(name, filesIn) {
  const folder = newFolder(name);
  try {
    for (const [file, text] of Object.entries(filesIn(folder))) {
      (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, file), text, { mode: FILE_MODE, flag: 'wx' });
    }
  } catch (error) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    throw (0,runner_files.lz)(error);
  }
  return folder;
}
function newFolder(name) {
  try {
    const folder = (0,runner_files.l5)(name);
    (0,external_node_fs_.mkdirSync)(folder, { mode: FOLDER_MODE });
    return folder;
  } catch (error) {
    throw (0,runner_files.lz)(error);
  }
}
function removeTemporaryFolder(name) {
  try {
    (0,external_node_fs_.rmSync)((0,runner_files.l5)(name), { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    throw new errors.HR(
      'folder-not-removed',
      `The folder ${name} in \`RUNNER_TEMP\` cannot be removed: ${(0,errors.KG)(error)} The folder contains the management token. Remove the folder.`,
      { cause: error },
    );
  }
}

// EXTERNAL MODULE: ./build/src/base/secret.js
var secret = __webpack_require__(9652);
// EXTERNAL MODULE: ./build/src/base/uuid.js
var uuid = __webpack_require__(7483);
;// CONCATENATED MODULE: ./build/src/management-token/printed-token.js



const LONG_WORDS = /[A-Za-z0-9+/_.~-]{32,}=*/g;
const LONG_WORD = /^[A-Za-z0-9+/_.~-]{32,}=*$/;
function printedTokens(output) {
  const inJson = [...jsonIn(output)].flatMap((value) => tokensUnder(value, ''));
  const words = (0,base_text.$X)(output).filter((line) => LONG_WORD.test(line));
  return [...new Set([...inJson, ...words.reverse()])].filter((one) => !(0,uuid.O1)(one));
}
function textsToMask(output) {
  const words = (output.match(LONG_WORDS) ?? []).filter((word) => !(0,uuid.O1)(word));
  return [...new Set([...printedTokens(output), ...words])];
}
const DESCRIBING = /prefix|(?:id|type)$/i;
function tokensUnder(value, key, inToken = false) {
  if (typeof value === 'string') {
    const text = value.trim();
    if (DESCRIBING.test(key) || text === '') return [];
    return /token/i.test(key) || (inToken && LONG_WORD.test(text)) ? [text] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    Array.isArray(value) ? tokensUnder(inner, key, inToken) : tokensUnder(inner, name, inToken || /token/i.test(key)),
  );
}
const MAX_BRACKETS = 20;
function* jsonIn(output) {
  const positions = (pattern) => [...output.matchAll(pattern)].map(({ index }) => index);
  const ends = positions(/[\]}]/g).slice(-MAX_BRACKETS).reverse();
  for (const start of positions(/[[{]/g).slice(0, MAX_BRACKETS)) {
    for (const end of ends) {
      const value = end > start ? (0,base_json.q)(output.slice(start, end + 1)) : undefined;
      if (value !== undefined) yield value;
    }
  }
}

;// CONCATENATED MODULE: ./build/src/management-token/influxctl.js








const MAX_MASKED = 20;
const MAX_EXCERPT_LENGTH = 600;
function influxctlClient(options) {
  const { run, configuration, timeoutMs, mask, onVersion } = options;
  let version;
  const knownVersion = () => {
    version ??= readVersion(run).then((known) => {
      if (known !== '') onVersion(known);
      return known;
    });
    return version;
  };
  const command = async (...args) => {
    await knownVersion();
    const timeout = `${Math.ceil(timeoutMs / 1000)}s`;
    return await run(['--config', configuration, '--profile', PROFILE_NAME, '--timeout', timeout, ...args]);
  };
  const failed = async (what, result, hidesOutput = false) =>
    failure(what, result, { version: await knownVersion(), hidesOutput });
  return {
    async list() {
      const result = await command('management', 'list', '--format', 'json');
      if (result.kind !== 'exited' || result.code !== 0) throw await failed('management list', result);
      const tokens = parseManagementTokens(result.stdout);
      if (tokens === undefined) throw unreadableList(await knownVersion());
      return tokens;
    },
    async create({ description, expiresAt }) {
      const expiry = expiresAt === 'never' ? [] : ['--expires-at', (0,dates.sK)(expiresAt)];
      const args = ['--description', description, ...expiry, '--format', 'json'];
      const result = await command('management', 'create', ...args);
      if (result.kind === 'not-started') {
        return { kind: 'not-started', error: await failed('management create', result) };
      }
      const found = maskTokens(result, mask);
      if (result.kind !== 'exited' || result.code !== 0) {
        const kind = REFUSED.test(result.stderr) ? 'refused' : 'unknown';
        return { kind, error: await failed('management create', result, found.tooMany) };
      }
      if (found.candidates.length === 0) return { kind: 'unknown', error: noTokenPrinted(await knownVersion()) };
      return { kind: 'printed', candidates: found.candidates };
    },
    async revoke(ids) {
      const wrong = ids.find((id) => !(0,uuid.O1)(id));
      if (wrong !== undefined) {
        throw new errors.HR('invalid-id', `${(0,base_text.hD)(wrong)} is not a UUID, so the action did not pass it to influxctl.`);
      }
      const result = await command('management', 'revoke', '--force', ...ids);
      if (result.kind !== 'exited' || result.code !== 0) throw await failed('management revoke', result);
    },
  };
}
async function readVersion(run) {
  const result = await run(['version']);
  if (result.kind === 'not-started') return '';
  return /\d+\.\d+\.\d+/.exec(`${result.stdout}\n${result.stderr}`)?.[0] ?? '';
}
function maskTokens({ stdout, stderr }, mask) {
  const texts = [...new Set([stdout, stderr].flatMap(textsToMask))];
  for (const text of texts.slice(0, MAX_MASKED)) mask(text);
  const printed = [stdout, stderr].flatMap(printedTokens).slice(0, MAX_MASKED);
  for (const text of printed) mask(text);
  return {
    candidates: printed.map((text) => new secret.z(text)),
    tooMany: texts.length > MAX_MASKED,
  };
}
function failure(what, result, { version, hidesOutput }) {
  const how = result.kind === 'exited' ? `ended with exit code ${result.code}` : result.why;
  const output = result.kind === 'not-started' || hidesOutput ? '' : excerptOf(result);
  const said = output === '' ? '.' : `: ${(0,errors.KG)((0,base_text.k3)(output))}`;
  return new errors.HR(
    'influxctl-failed',
    `\`influxctl ${what}\` ${how}${said} ${hintFor(output, result)}${describeVersion(version)}`,
  );
}
function excerptOf({ stderr }) {
  const text = stderr.trim().replaceAll(/\s+/g, ' ');
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  const space = text.indexOf(' ', text.length - MAX_EXCERPT_LENGTH);
  return space < 0 ? `… (${text.length} characters)` : `…${text.slice(space)}`;
}
const REFUSED = /permission.?denied|unauthenticated|unauthori[sz]ed|not authori[sz]ed|forbidden|\b40[13]\b|only admin/i;
const LOGIN = /\blog ?in\b|device|browser|verification|prompt|yes\/no|\[y\/n\]/i;
const OLD = /unknown (?:flag|command)|flag provided but not defined|no help topic|incorrect usage/i;
function hintFor(output, { kind }) {
  if (REFUSED.test(output)) {
    return (
      'The server refused the management token. Check that it is valid. InfluxData does not document whether a management ' +
      'token can manage management tokens. If it cannot, a person must manage them: see docs/management-token.md. '
    );
  }
  if (kind === 'stopped' && LOGIN.test(output)) {
    return (
      'influxctl waits for a login when it has no valid token. Check that the management token is valid and that ' +
      '`account-id` and `cluster-id` are right. '
    );
  }
  if (OLD.test(output)) return 'Install influxctl 2.10.0 or later. ';
  return '';
}
function describeVersion(version) {
  return version === '' ? 'influxctl did not report its version.' : `The version of influxctl is ${version}.`;
}
function unreadableList(version) {
  return new errors.HR(
    'influxctl-failed',
    `\`influxctl management list --format json\` did not print a list of tokens that the action can read. ${describeVersion(version)}`,
  );
}
function noTokenPrinted(version) {
  return new errors.HR(
    'influxctl-failed',
    `\`influxctl management create\` reported success, but its output does not contain anything that looks like a token. ${describeVersion(version)}`,
  );
}

;// CONCATENATED MODULE: ./build/src/management-token/run-program.js
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const runProgram = ({ path, args, env, timeoutMs }) =>
  new Promise((resolve) => {
    const child = start({ path, args, env });
    if (child instanceof Error) {
      resolve(notStarted(child));
      return;
    }
    let stopped;
    const stop = (why) => {
      stopped ??= why;
      kill(child);
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const tooMuch = () => stop('printed more than 64 MiB and was killed');
    const stdout = collect(child.stdout, tooMuch);
    const stderr = collect(child.stderr, tooMuch);
    const timer = setTimeout(
      () => stop(`did not end within ${Math.ceil(timeoutMs / 1000)} s and was killed`),
      timeoutMs,
    );
    child.on('error', (error) => {
      if (child.pid !== undefined) return;
      clearTimeout(timer);
      resolve(notStarted(error));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const output = { stdout: stdout(), stderr: stderr() };
      const why = stopped ?? (code === null ? `was killed (${signal})` : undefined);
      resolve(why === undefined ? { kind: 'exited', code: code ?? 1, ...output } : { kind: 'stopped', why, ...output });
    });
  });
const isWindows = process.platform === 'win32';
function start({ path, args, env }) {
  const { spawn } = process.getBuiltinModule('node:child_process');
  try {
    return spawn(path, [...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      detached: !isWindows,
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
function notStarted(error) {
  return { kind: 'not-started', why: `could not be started (${error.message})` };
}
function kill(child) {
  try {
    if (isWindows || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
function collect(stream, tooMuch) {
  const chunks = [];
  let bytes = 0;
  stream.on('data', (chunk) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_OUTPUT_BYTES) tooMuch();
  });
  stream.on('error', () => {});
  return () => Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./build/src/management-token/session.js






const CONFIGURATION = 'config.toml';
const CERTIFICATES = 'ca.pem';
async function withInfluxctl(options, work) {
  const { folder: name, program, profile, managementToken, trusted, timeoutMs, env } = options;
  const { timeLeftMs = () => timeoutMs } = options;
  const folder = createTemporaryFolder(name, (path) => ({
    ...(trusted ? { [CERTIFICATES]: bundleOf(trusted) } : {}),
    [CONFIGURATION]: formatConfiguration(profile, managementToken, trusted ? (0,external_node_path_.join)(path, CERTIFICATES) : undefined),
  }));
  try {
    const environment = environmentOf(program, folder, env);
    return await work(
      influxctlClient({
        run: (args) =>
          runProgram({
            path: program.path,
            args,
            env: environment,
            timeoutMs: Math.max(1, Math.min(timeoutMs, timeLeftMs())),
          }),
        configuration: (0,external_node_path_.join)(folder, CONFIGURATION),
        timeoutMs,
        mask: options.mask,
        onVersion: options.onVersion,
      }),
    );
  } finally {
    removeTemporaryFolder(name);
  }
}
function bundleOf(trusted) {
  const { getCACertificates } = process.getBuiltinModule('node:tls');
  return `${[...trusted, ...getCACertificates('bundled')].join('\n')}\n`;
}

// EXTERNAL MODULE: ./build/src/operations/ledger.js
var operations_ledger = __webpack_require__(7204);
;// CONCATENATED MODULE: ./build/src/management-token/state.js


const FOLDER = /^influxctl-[0-9a-f]{16}$/;
function folderName(nonce) {
  return `influxctl-${nonce}`;
}
function formatState({ folder, ledger }) {
  return folder === '' && ledger === '' ? '' : `${folder}\n${ledger}`;
}
function parseState(text) {
  const [folder = '', ...ledger] = text.split('\n');
  return { folder: FOLDER.test(folder) ? folder : '', ledger: ledger.join('\n') };
}
const header = {
  program: dist.Ik({ path: dist.Yj(), environment: dist.g1(dist.Yj()) }),
  profile: dist.Ik({
    product: dist.KC(dist.eu('dedicated'), dist.eu('clustered')),
    accountId: dist.Yj(),
    clusterId: dist.Yj(),
    host: dist.Yj(),
    port: dist.Yj(),
    tls: dist.zM(),
  }),
  timeoutMs: dist.ai(),
  fingerprints: dist.YO(dist.Yj()),
  hasCertificates: dist.zM(),
};
const entries = dist.Ik({ ...header, attempts: dist.YO(operations_ledger.ZS) });
function readManagementLedger(text) {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}
function waitBeforeListing(open, { timeoutMs }, { now, latestStart }) {
  const lastEffect = Math.max(...open.map(({ at, endedAt = at + timeoutMs }) => endedAt)) + operations_ledger.n_;
  return Math.max(0, Math.min(lastEffect - now, timeoutMs + operations_ledger.n_, latestStart - now));
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/request/run-context.js
var run_context = __webpack_require__(6547);
// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/src/runner/runner.js
var runner_runner = __webpack_require__(4047);
// EXTERNAL MODULE: ./build/src/step-inputs.js + 2 modules
var step_inputs = __webpack_require__(3527);
// EXTERNAL MODULE: ./build/src/annotate-post-error.js
var annotate_post_error = __webpack_require__(4236);
// EXTERNAL MODULE: ./build/src/report/post-step.js
var post_step = __webpack_require__(9722);
// EXTERNAL MODULE: ./build/src/reread-credentials.js
var reread_credentials = __webpack_require__(4198);
;// CONCATENATED MODULE: ./build/src/management-post.js
















const MAX_CALL_MS = 10_000;
const TIME_TO_REVOKE_MS = 20_000;
const NOUN = 'management token';
async function runManagementPostStep(text, step) {
  const { folder, ledger } = parseState(text);
  try {
    if (folder !== '') removeTemporaryFolder(folder);
  } catch (error) {
    (0,annotate_post_error.N)(error, { failsJob: false }, step.runner);
  }
  if (ledger !== '') await revokeLeftTokens(ledger, step);
}
async function revokeLeftTokens(sealed, step) {
  let where;
  try {
    const reread = await (0,reread_credentials.Q)(readManagementInputs(runner_runner.R5).shared, step.secrets);
    const { credentials, problems } = reread;
    const text = (0,sealed_ledger.OR)(sealed, credentials.credential.secret);
    if (text === undefined) throw (0,reread_credentials.q)(reread, { claimedIds: [], noun: NOUN });
    const ledger = readManagementLedger(text);
    where = whereOf(ledger.profile);
    const open = ledger.attempts.filter(operations_ledger.Ss);
    const nonces = open.map(({ nonce }) => nonce);
    const latestStart = step.deadline - TIME_TO_REVOKE_MS;
    await clock.m.sleep(waitBeforeListing(open, ledger, { now: clock.m.elapsed(), latestStart }));
    const session = sessionOf(ledger, credentials, step);
    const result = await withInfluxctl(session, (influxctl) => revokeLeftovers(new Set(nonces), influxctl));
    const report = (0,post_step.x2)(result, { nonces }, { ...where, noun: NOUN });
    (0,publish.m)((0,post_step.G$)(report, problems), step.runner);
  } catch (error) {
    (0,annotate_post_error.N)(error, { failsJob: false, where }, step.runner);
  }
}
function sessionOf(
  { program, profile, timeoutMs, fingerprints, hasCertificates },
  { credential, trusted },
  { secrets, deadline },
) {
  return {
    folder: folderName((0,nonce.P)()),
    program,
    profile,
    managementToken: credential.secret,
    trusted: hasCertificates ? trusted.filter((one) => fingerprints.includes((0,trust.Rj)(one))) : undefined,
    timeoutMs: Math.min(timeoutMs, MAX_CALL_MS),
    timeLeftMs: () => deadline - clock.m.elapsed(),
    env: process.env,
    mask: (secret) => secrets.mask(secret),
    onVersion: () => {},
  };
}

;// CONCATENATED MODULE: ./build/src/management-steps.js

































async function readManagementRequest(step) {
  const { shared } = readManagementInputs(runner_runner.R5);
  const { sources, errors } = await (0,step_inputs.n)(shared, Object.keys(MANAGEMENT_INPUTS), step);
  const variables = (0,run_context.RV)(process.env);
  const request = parseManagementRequest(sources, { variables, now: clock.m.now(), errors });
  for (const sentence of (0,setting.u_)(sources)) step.runner.warning('influxctl-profile', sentence);
  return request;
}
async function runManagementStep(request, { runner, secrets }) {
  const program = findProgram(readManagementInputs(runner_runner.R5).influxctl, process.env);
  const { connection, profile } = request;
  const { credential, trusted, retryPolicy } = connection;
  const { timeoutMs } = retryPolicy;
  const { fingerprints, anchors } = (0,trust.d6)(trusted, (0,trust.DF)(process));
  const state = { folder: folderName((0,nonce.P)()), ledger: '' };
  const save = () => runner.saveState(formatState(state));
  save();
  const session = {
    folder: state.folder,
    program,
    profile,
    managementToken: credential.secret,
    trusted: trusted.length > 0 ? trusted : undefined,
    timeoutMs,
    env: process.env,
    mask: (secret) => secrets.mask(secret),
    onVersion: (version) => runner.info(`The version of influxctl is ${version} (${program.path}).`),
  };
  const header = {
    program,
    profile,
    timeoutMs,
    fingerprints: [...fingerprints],
    hasCertificates: trusted.length > 0,
  };
  const ledger = new operations_ledger.Oc((text) => {
    state.ledger = text === '' ? '' : (0,sealed_ledger.po)(text, credential.secret);
    save();
  }, header);
  const { report, createdNonce } = await withInfluxctl(session, async (influxctl) => {
    const transport = new http_transport.G(anchors);
    const deps = depsOf(request, transport, { influxctl, ledger, step: { runner, secrets } });
    return await run(request, transport, deps);
  });
  state.folder = '';
  save();
  (0,publish.m)(report, runner);
  if (createdNonce !== undefined) ledger.keep(createdNonce);
}
async function run(request, transport, deps) {
  switch (request.operation) {
    case 'list':
      return { report: reportList(request, await list(request, deps)) };
    case 'create': {
      const result = await create(request, deps);
      const report = reportCreate(request, result);
      return result.kind === 'created' ? { report, createdNonce: result.nonce } : { report };
    }
    case 'revoke':
      return { report: reportRevoke(request, await revoke(request, deps)) };
    case 'rotate': {
      const result = await rotate_rotate(request, await withGithub(request, transport, deps));
      return { report: reportRotate(request, result) };
    }
  }
}
async function withGithub(request, transport, deps) {
  const { secretStore, workflowRuns } = await __webpack_require__.e( 454).then(__webpack_require__.bind(__webpack_require__, 3454));
  const { run, storeToken, githubToken, connection } = request;
  const policy = { ...connection.retryPolicy, retryRule: rate_limit.SD };
  const requests = requestsOf(transport, policy, deps.runner);
  return {
    ...deps,
    github: {
      ...secretStore(run.githubApiUrl, storeToken, requests),
      ...workflowRuns(run, githubToken, requests),
    },
    longWork: (progress) => (0,publish.v)((0,report_progress.vk)(progress), deps.runner),
  };
}
function depsOf({ connection }, transport, { influxctl, ledger, step }) {
  const { credential, endpoints, retryPolicy } = connection;
  const { runner, secrets } = step;
  const { timeoutMs, retries } = retryPolicy;
  const additions = (0,trust.h6)((0,trust.DF)(process));
  if (additions !== undefined) runner.info(additions);
  const warnOfClocks = (0,clock_warning.h)(runner);
  let lastClocks;
  const readDatabases = (one, maxRetries) => {
    const requests = requestsOf(transport, { timeoutMs, retries: maxRetries }, runner);
    const observer = {
      secret: (secret) => secrets.mask(secret),
      clocks: (clocks) => {
        lastClocks = clocks;
        warnOfClocks(clocks);
      },
    };
    const options = { credential: one, candidates: endpoints, observer };
    return new client.h(requests, clock.m, options).databases();
  };
  return {
    influxctl,
    credential: credential.secret,
    check: async (secret) => {
      const result = await (0,errors.Bg)(readDatabases({ secret, source: 'influxctl' }, 0));
      return result instanceof errors.HR ? result : undefined;
    },
    clocks: async () => {
      await readDatabases(credential, retries);
      return lastClocks ?? (0,clocks.SD)(undefined, clock.m.now());
    },
    runner,
    progress: (progress) => (0,publish.v)(describeManagementProgress(progress), runner),
    clock: clock.m,
    nonce: nonce.P,
    ledger,
    timeoutMs,
  };
}
function requestsOf(transport, policy, { info }) {
  return new requests.l({ transport, clock: clock.m, random: Math.random, note: info, policy });
}


 }),

 9722:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   G$: () => ( withUnreadableInput),
   Ij: () => ( summarizeFailure),
   Tv: () => ( ledgerNotValid),
   Zy: () => ( managementTokenMissing),
   ub: () => ( notPromoted),
   x2: () => ( reportLeftovers)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3127);
 var _tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8477);
 var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);
 var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6766);





const SUBJECT = {
  token: 'Token',
  'management token': 'Management token',
};
const REVOKE = {
  token: 'influxctl token revoke',
  'management token': 'influxctl management revoke',
};
function managementTokenMissing(profile, unverified) {
  const reason =
    profile === undefined
      ? 'Nested composite actions are the usual cause, because GitHub loses the inputs there. Call the action directly ' +
        'from the workflow, or from a composite action that the workflow calls. If you do not nest composite actions, ' +
        'check whether the secret or variable for this input is still available.'
      : `${profile} Check whether another step of the job changed or removed the file.`;
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'management-token-missing',
    `\`management-token\` is empty in the post step, so the post step did not send any request. ${reason} ${leftoverHint(unverified)}`,
  );
}
function ledgerNotValid(unverified) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'ledger-not-valid',
    'The post step did not send any request, because its ledger is not valid. The ledger is the list of tokens that the main ' +
      'step left, and its seal does not match `management-token`. Usually, the input has changed since the main ' +
      'step. Use the same `management-token` for the whole job. In nested composite actions, the post step gets the ' +
      'inputs of the outermost action. If the input has not changed, another step of this job changed the ledger. Check ' +
      'the other steps of the job. ' +
      leftoverHint(unverified),
  );
}
function leftoverHint({ run, claimedIds, noun }) {
  if (noun === 'management token') {
    return (
      `A management token of this step might remain. If \`influxctl management list\` shows a description that contains "${run} ` +
      'pending", and no secret contains the token, revoke it: `influxctl management revoke ID`.'
    );
  }
  const left =
    claimedIds.length === 0
      ? 'Tokens that this step created might still be valid.'
      : `${claimedIds.length === 1 ? 'This token' : 'These tokens'} might still be valid: ${claimedIds.join(', ')}.`;
  const [description, them] =
    claimedIds.length === 1 ? ['the description contains', 'the token'] : ['their descriptions contain', 'them'];
  const revoke =
    claimedIds.length === 0 ? `revoke ${them}` : `revoke ${them}: \`influxctl token revoke ${claimedIds.join(' ')}\``;
  return (
    `${left} If ${description} "${run} job", ${revoke}. A token that a rotation created stays ` +
    'valid, because consumers might use it. The next run rotates again.'
  );
}
const BY_DISTRUST = ['token-not-promoted', 'nothing-retired', 'replaced-token-not-revoked'];
function withUnreadableInput(report, problems) {
  if (problems === '') return report;
  const { lines = [], sections = [], failure } = report;
  const failed = lines.filter((line) => line.kind === 'warning' && BY_DISTRUST.includes(line.code));
  const explained = (text) => (failed.some((line) => line.text === text) ? `${text} ${cause}` : text);
  const cause =
    `The post step cannot read an input: ${problems} Check whether another step of the job changed or removed the file that the ` +
    'input names.';
  return {
    ...report,
    lines: lines.map((line) => ({ ...line, text: explained(line.text) })),
    sections: sections.map((section) => (section.text ? { ...section, text: section.text.map(explained) } : section)),
    ...(failure ? { failure: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .eQ)(failure, cause) } : {}),
  };
}
function notPromoted({ tokenId, series }, plan, jobStatus) {
  const token = `Token ${tokenId} of "${series.plainDescription}"`;
  const stays = 'Consumers might use the token, so the token stays valid.';
  const message =
    plan === 'not-delivered'
      ? `${token} might not be promoted. The step ended during the delivery or the promotion. ${stays} If the token was not ` +
        'promoted, the tokens that it replaces also stay valid, and the next run rotates again.'
      : `${token} was not promoted. The job did not succeed: \`job-status\` is "${jobStatus}". ${stays} The tokens that it ` +
        'replaces also stay valid. The next run rotates again.';
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-promoted', message);
}
function summarizeFailure(failure, { failsJob, where }) {
  return {
    title: failsJob ? 'InfluxDB post step failed: 1 error' : 'InfluxDB post step: 1 warning',
    text: where === undefined ? [] : [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(where)],
    problems: [(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .Zw)(failure)],
  };
}
function reportLeftovers({ outcomes, searchError }, { nonces }, { noun = 'token', ...where }) {
  const alive = outcomes.filter(_tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ .I);
  const failures = [
    ...(searchError ? [`The post step could not check whether a ${noun} exists. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(searchError)}`] : []),
    ...alive.map((outcome) => describeFailure(outcome, noun)),
  ];
  const revoked = outcomes.flatMap((outcome) => describeRevoked(outcome, noun));
  const left = { ids: alive.map(({ id }) => id), nonces: searchError ? nonces : [] };
  const hint = revokeHint(left, noun);
  return {
    lines: revoked.map((text) => ({ kind: 'info', text })),
    sections:
      revoked.length > 0
        ? [
            {
              title: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(revoked.length, noun)} revoked at the end of the job`,
              text: [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(where)],
              items: revoked,
            },
          ]
        : [],
    ...(failures.length > 0 ? { failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-revoked', `${failures.join(' ')} ${hint}`) } : {}),
  };
}
function revokeHint({ ids, nonces }, noun = 'token') {
  const byId =
    ids.length > 0
      ? [
          `No consumer uses ${ids.length === 1 ? 'the token. Revoke it' : 'these tokens. Revoke them'}: \`${REVOKE[noun]} ${ids.join(' ')}\`.`,
        ]
      : [];
  const byNonce =
    nonces.length > 0
      ? [`If the description of a token contains ${nonces.join(' or ')}, revoke the token. No consumer uses it.`]
      : [];
  return [...byId, ...byNonce].join(' ');
}
function describeRevoked({ id, kind }, noun) {
  if (kind === 'revoked') return [`Revoked ${noun} ${id}.`];
  return kind === 'already-revoked' ? [`${SUBJECT[noun]} ${id} was already revoked.`] : [];
}
function describeFailure(outcome, noun) {
  return outcome.kind === 'failed'
    ? `The post step could not revoke ${noun} ${outcome.id}. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(outcome.error)}`
    : `The post step did not try to revoke ${noun} ${outcome.id}.`;
}


 }),

 4198:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Q: () => ( rereadCredentials),
   q: () => ( sealFailure)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9722);
 var _request_connection_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7833);
 var _request_connection_setting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9881);
 var _request_connection_text_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6845);
 var _runner_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(827);






async function rereadCredentials(inputs, secrets) {
  const lost = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .G();
  const errors = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .G();
  const sources = await (0,_request_connection_setting_js__WEBPACK_IMPORTED_MODULE_3__ .tW)(inputs, _request_connection_text_file_js__WEBPACK_IMPORTED_MODULE_4__ .Gu, lost);
  (0,_runner_secrets_js__WEBPACK_IMPORTED_MODULE_5__ .B)(secrets, (0,_request_connection_credentials_js__WEBPACK_IMPORTED_MODULE_2__ .Wr)(sources), process.env);
  const { missingHint = '' } = (0,_request_connection_setting_js__WEBPACK_IMPORTED_MODULE_3__ .y7)(sources, 'management-token', 'mgmt_token');
  return {
    credentials: (0,_request_connection_credentials_js__WEBPACK_IMPORTED_MODULE_2__ .L1)(sources, errors),
    problems: [inputs['ca-certificate'] === '' ? lost.describe() : '', errors.describe()].join(' ').trim(),
    profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
  };
}
function sealFailure({ credentials: { credential }, profile }, claims) {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const unverified = { run: `${run}.${attempt || '1'}`, ...claims };
  return credential.secret.reveal() === '' ? (0,_report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ .Zy)(profile, unverified) : (0,_report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ .Tv)(unverified);
}


 })

};
;