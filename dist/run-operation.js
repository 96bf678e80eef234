"use strict";
exports.id = 225;
exports.ids = [225];
exports.modules = {

 3393:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   P: () => ( randomNonce)
 });
const BYTES = 8;
function randomNonce() {
  return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
}


 }),

 1498:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   JR: () => ( rateLimitWaitMs),
   Jz: () => ( isRateLimited),
   SD: () => ( githubRetryRule),
   ix: () => ( rateLimitAdvice)
 });
 var _http_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5589);
 var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8408);


const DEFAULT_WAIT_MS = 60_000;
function isRateLimited(response) {
  const { status, headers } = response;
  if (status !== 403) return status === 429;
  return headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined || namesRateLimit(response);
}
function rateLimitWaitMs(response) {
  const { headers } = response;
  const date = (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_0__ .m6)(headers.date ?? '');
  return (
    retryAfterMs(headers['retry-after'], date) ??
    untilReset(headers, date) ??
    (namesRateLimit(response) ? DEFAULT_WAIT_MS : undefined)
  );
}
function rateLimitAdvice(response) {
  const waitMs = rateLimitWaitMs(response);
  return waitMs === undefined || waitMs <= _http_retry_js__WEBPACK_IMPORTED_MODULE_0__ .yL ? { waitMs } : undefined;
}
const githubRetryRule = (response, now) =>
  isRateLimited(response) ? rateLimitAdvice(response) : (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_0__ .BJ)(response, now);
function retryAfterMs(value, date) {
  const isSeconds = /^\s*\d+\s*$/.test(value ?? '');
  return isSeconds || date !== undefined ? (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_0__ .mu)(value, date ?? 0) : undefined;
}
function untilReset(headers, date) {
  const reset = String(headers['x-ratelimit-reset'] ?? '');
  if (headers['x-ratelimit-remaining'] !== '0' || date === undefined || !/^\d{1,12}$/.test(reset)) {
    return undefined;
  }
  return Math.max(0, Number(reset) * 1000 - date);
}
function namesRateLimit({ body }) {
  return /rate limit/i.test((0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__ .Ik)(body) ?? '');
}


 }),

 8408:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Do: () => ( parseKey),
   Ik: () => ( parseOwnError),
   XW: () => ( parseOrganizationSecret),
   o7: () => ( parseSecret),
   of: () => ( parseRepositories),
   qB: () => ( isGithub404),
   zZ: () => ( parseRun)
 });
 var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9118);
 var _http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9563);
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);



const key = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ key_id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj(), key: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj() })
  .map((response) => ({ id: response.key_id, publicKey: response.key }));
const instant = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj().chain((text) => {
  const parsed = (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ .nV)(text);
  return parsed === undefined ? _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ ._q('not a date') : _badrap_valita__WEBPACK_IMPORTED_MODULE_1__.ok(parsed);
});
const secret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ updated_at: instant });
const visibility = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .eu('all'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .eu('private'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .eu('selected'));
const organizationSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ updated_at: instant, visibility })
  .map((response) => ({ storedAt: response.updated_at, visibility: response.visibility }));
const count = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .ai().assert((value) => Number.isSafeInteger(value) && value >= 0, 'not a count');
const repositories = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({
  total_count: count,
  repositories: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ id: count })),
});
const id = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .ai(), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .o()).map(String);
const run = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({
    id,
    status: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj(),
    run_attempt: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .ai().optional(),
    repository: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ id }),
  })
  .map((response) => ({
    kind: 'found',
    runId: response.id,
    repositoryId: response.repository.id,
    status: response.status,
    attempt: response.run_attempt ?? 0,
  }));
const ownError = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Ik({ message: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ .Yj() });
function parseKey(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__ .OG)(key, body);
}
function parseSecret(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__ .OG)(secret, body)?.updated_at;
}
function parseOrganizationSecret(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__ .OG)(organizationSecret, body);
}
function parseRepositories(body) {
  const page = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__ .OG)(repositories, body);
  return page && { total: page.total_count, ids: page.repositories.map(({ id }) => id) };
}
function parseRun(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__ .tJ)(run, body);
}
function parseOwnError(body) {
  return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__ .Ey)(ownError, body)?.message;
}
function isGithub404({ status, body }) {
  return status === 404 && parseOwnError(body) !== undefined;
}


 }),

 6881:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Yi: () => ( TABLE_CONTINUES),
   f4: () => ( rowsFor),
   p$: () => ( reportList)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3127);
 var _tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3521);
 var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8673);
 var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7862);
 var _suspension_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8520);






const TABLE_CONTINUES = 'The file in the output `tokens-file` contains the complete list.';
function reportList(request, result, context) {
  const { listed, total, unreadable } = result;
  return {
    lines: [
      { kind: 'info', text: `${countListed(listed.length, total)}.` },
      ...(unreadable > 0 ? [expiryNotReadable(unreadable)] : []),
    ],
    sections: [table(request, result, context)],
    ...(request.failOnMatch && listed.length > 0 ? { failure: tokensFound(listed.length) } : {}),
  };
}
function countListed(listed, total) {
  return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(listed)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(total, 'token')} listed`;
}
function expiryNotReadable(count) {
  return {
    kind: 'warning',
    code: 'expiry-not-readable',
    text:
      `The expiry of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(count, 'token')} cannot be read, so \`expires-within\` excludes ${count === 1 ? 'it' : 'them'}. ` +
      'To list all tokens, leave `expires-within` empty.',
  };
}
function tokensFound(count) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'tokens-found',
    `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(count, 'token')} ${count === 1 ? 'matches' : 'match'}, and \`fail-on-match\` is \`true\`. Nothing was changed. ` +
      'Check the list in the job summary.',
  );
}
function table({ filter }, { listed, total, now }, context) {
  const heading = { title: countListed(listed.length, total), text: [(0,_context_js__WEBPACK_IMPORTED_MODULE_2__ .Xs)(context)] };
  if (listed.length === 0) return { ...heading, items: [] };
  const isActive = filter.status === 'active';
  const isOwn = filter.scope.kind === 'repository';
  return {
    ...heading,
    head: [
      'Description',
      'Kind',
      'Permissions',
      'Created',
      'Expires',
      ...(isActive ? [] : ['Status']),
      ...(isOwn ? [] : ['Created by']),
      'Token ID',
    ],
    rows: rowsFor(listed.toSorted(_tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ .iI), (token) => [
      token.plainDescription,
      token.tag?.kind ?? 'untagged',
      (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__ .gH)(token.permissions),
      (0,_context_js__WEBPACK_IMPORTED_MODULE_2__ .Q5)(token.createdAt, { now }),
      (0,_context_js__WEBPACK_IMPORTED_MODULE_2__ .lA)(token.expiresAt, { now }),
      ...(isActive ? [] : [describeStatus(token, now)]),
      ...(isOwn ? [] : [(0,_context_js__WEBPACK_IMPORTED_MODULE_2__ .aC)(token, context)]),
      token.id,
    ]),
    more: TABLE_CONTINUES,
  };
}
function describeStatus(token, now) {
  const suspension = token.status === 'suspended' ? (0,_suspension_js__WEBPACK_IMPORTED_MODULE_3__ .zV)(token, { now }) : undefined;
  return suspension ? `suspended since ${suspension.since}; recorded permissions: ${suspension.grants}` : token.status;
}
function rowsFor(items, rowOf) {
  return {
    length: items.length,
    *[Symbol.iterator]() {
      for (const item of items) yield rowOf(item);
    },
  };
}


 }),

 9225:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  loadManagementSteps: () => ( loadManagementSteps),
  runOperation: () => ( runOperation)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
// EXTERNAL MODULE: ./build/src/base/nonce.js
var nonce = __webpack_require__(3393);
// EXTERNAL MODULE: ./build/src/clock-warning.js
var clock_warning = __webpack_require__(2353);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/http/body.js
var http_body = __webpack_require__(9563);
// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
// EXTERNAL MODULE: ./build/src/http/retry.js
var retry = __webpack_require__(5589);
;// CONCATENATED MODULE: ./build/src/data-plane/probe.js




const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';
class DataPlaneClient {
  #requests;
  #clusterUrl;
  constructor(requests, clusterUrl) {
    this.#requests = requests;
    this.#clusterUrl = clusterUrl;
  }
  async probe(target, token, timeoutMs) {
    try {
      const response = await this.#requests.send(this.#request(target, token), timeoutMs);
      return readProbeResponse(target.action, response, this.#requests.gate.heldForMs);
    } catch (error) {
      if (error instanceof network_error.Dr) {
        return { kind: 'no-response', why: withoutPeriod(error), limitMs: error.limitMs };
      }
      if (error instanceof errors.HR) return { kind: 'pause-too-long', why: withoutPeriod(error) };
      throw error;
    }
  }
  #request({ action, database }, token) {
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
function readProbeResponse(action, response, holdMs) {
  const { status } = response;
  const serverTime = (0,retry.m6)(response.headers.date ?? '');
  if (status === 401 || status === 403) {
    const why = (0,http_body._6)(response) ? describe(response) : describeStatus(response);
    return { kind: 'refused', why, serverTime };
  }
  if (action === 'write' && status === 204) return { kind: 'accepted', serverTime };
  const [acceptingStatus, fields] = ACCEPTING[action];
  if (status === acceptingStatus) {
    return isObjectWithAny(fields, response.body)
      ? { kind: 'accepted', serverTime }
      : { kind: 'unclear', why: describe(response), holdMs };
  }
  return { kind: status === 404 ? 'not-found' : 'unclear', why: describe(response), holdMs };
}
const ACCEPTING = {
  read: [200, ['results', 'error']],
  write: [400, ['code', 'message', 'error']],
};
function isObjectWithAny(fields, body) {
  const json = (0,http_body.MN)(body);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  return fields.some((field) => {
    const value = Object.hasOwn(json, field) ? json[field] : undefined;
    return value !== undefined && value !== null && value !== '';
  });
}
function withoutPeriod({ message }) {
  return message.replace(/\.$/, '');
}
function describe(response) {
  return `${describeStatus(response)} and ${(0,http_body.MP)(response)}`;
}
function describeStatus({ status }) {
  return `\`cluster-url\` responded with status ${status}`;
}

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
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __webpack_require__(5301);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/quarantine.js
var quarantine = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/src/tokens/record.js
var tokens_record = __webpack_require__(16);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
;// CONCATENATED MODULE: ./build/src/tokens/cleanup-plan.js





function planCleanup(spec, facts, maxRevocations) {
  const decided = inScope(spec, facts).map((token) => ({ ...token, ...decide(token, spec, facts) }));
  const toEnd = decided.filter(({ decision }) => decision !== 'keep');
  const live = toEnd.filter(({ status }) => status !== 'expired');
  return { decided, toEnd, tooMany: live.length > maxRevocations ? live : undefined };
}
function jobRunsToCheck(spec, facts) {
  return inScope(spec, facts).flatMap((token) => {
    const { tag } = token;
    const verdict = decide(token, spec, { ...facts, hasEnded: () => true });
    return tag?.kind === 'job' && verdict.decision === 'revoke' ? [{ token, tag }] : [];
  });
}
function inScope({ scope, pattern }, { tokens, clocks }) {
  const filter = { status: 'all', scope, databases: [], ...(pattern ? { pattern } : {}) };
  return (0,listing.dh)(tokens, filter, clocks.forEnding);
}
function decide(token, { maxAgeMs, quarantineMs }, facts) {
  const { tag, status, createdAt, expiresAt, revokedAt } = token;
  const { clocks } = facts;
  if (typeof createdAt !== 'number' || [expiresAt, revokedAt].includes('unreadable')) {
    return keep('a date of the token cannot be read');
  }
  if (status === 'revoked') return keep('already revoked');
  if (status !== 'suspended' && tag?.kind === 'current') return keep('current token of its series');
  if (status !== 'suspended' && tag?.kind === 'pending') return keep('pending token of its series');
  if (tag && isOfRun(tag, facts.run)) return keep('created by this run');
  const quarantined = status === 'expired' ? undefined : (0,quarantine.R1)(token, { quarantineMs, clocks });
  if (quarantined?.decision === 'keep') return quarantined;
  if (tag?.kind === 'job' && tag.server !== facts.run.server) {
    return keep(`run ${tag.runId} is on ${tag.server}, so this step cannot check whether it has ended`);
  }
  if (tag?.kind === 'job' && !facts.hasEnded(token, tag)) {
    return keep(`run ${tag.runId} might not have ended`);
  }
  if (status === 'expired') return revoke('expired');
  if (quarantined) return quarantined;
  if (tag?.kind === 'current' || tag?.kind === 'pending') return keep('a rotation has begun to suspend this token');
  if (tag?.kind === 'job') return revoke(`run ${tag.runId} ended`);
  if (maxAgeMs === undefined) return keep('`max-age` is not set');
  const limit = (0,duration.a3)(maxAgeMs / 1000);
  const record = (0,tokens_record.Hh)(token.description);
  const isRestored = record?.state === 'restored' && record.since > createdAt;
  const from = isRestored ? record.since : createdAt;
  if (clocks.forEnding - from <= maxAgeMs) {
    return keep(isRestored ? `restored less than ${limit} ago` : `younger than ${limit}`);
  }
  return (0,quarantine.z6)(token, isRestored ? `restored more than ${limit} ago` : `older than ${limit}`, {
    quarantineMs,
    clocks,
  });
}
function isOfRun(tag, run) {
  return (0,tokens_tag.ve)(tag, run) && tag.runId === run.runId;
}
function revoke(reason) {
  return { decision: 'revoke', reason };
}
function keep(reason) {
  return { decision: 'keep', reason };
}

// EXTERNAL MODULE: ./build/src/report/outputs.js
var report_outputs = __webpack_require__(6391);
;// CONCATENATED MODULE: ./build/src/operations/list.js


async function list({ filter }, deps) {
  const { tokens, clocks } = await deps.api.tokens();
  const now = clocks.forRenewing;
  const listed = (0,listing.dh)(tokens, filter, now);
  outputListing((0,listing._y)(listed), listed.length, deps);
  return {
    listed,
    total: tokens.length,
    unreadable: (0,listing.Xt)(tokens, filter, now).length,
    now,
  };
}
function outputListing(json, count, { runner, nonce, progress }) {
  const outputs = (0,report_outputs.TY)(json, count);
  runner.outputs(outputs);
  runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
  if (outputs.tokens === undefined) progress({ kind: 'listing-only-in-file' });
}

// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js + 2 modules
var revoke_tokens = __webpack_require__(6047);
// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
;// CONCATENATED MODULE: ./build/src/operations/cleanup.js







async function cleanup(request, deps) {
  const plan = await (0,errors.Bg)((0,concurrency.Ah)(readAndPlan(request, deps), deps.canceled));
  if (plan instanceof errors.HR) return { kind: 'not-begun', error: plan };
  const { decided, toEnd, tooMany } = plan;
  outputListing(
    (0,listing._y)(decided, ({ decision, reason }) => ({ decision, reason })),
    decided.length,
    deps,
  );
  if (request.dryRun) return { kind: 'dry-run', plan };
  if (tooMany) return { kind: 'too-many', plan, live: tooMany };
  const outcomes = await (0,revoke_tokens._)(toEnd.map(tokenEnding), deps);
  return { kind: 'done', plan, outcomes };
}
function tokenEnding(token) {
  const { id, decision, status } = token;
  if (decision === 'suspend') return { kind: 'suspend', id, token };
  return { kind: 'revoke', id, known: true, ...(status === 'suspended' ? { decidedOn: token } : {}) };
}
async function readAndPlan({ spec, run, maxRevocations }, deps) {
  const { tokens, clocks } = await deps.api.tokens();
  const toCheck = jobRunsToCheck(spec, { tokens, run, clocks });
  const { hasEnded, unresolved } = await (0,run_status.z)(toCheck, { own: run, clocks }, deps);
  const plan = planCleanup(spec, { tokens, run, hasEnded, clocks }, maxRevocations);
  deps.progress({ kind: 'cleanup-planned', plan, unresolved });
  return plan;
}

// EXTERNAL MODULE: ./build/src/tokens/databases.js
var tokens_databases = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/src/operations/issuing/issue-token.js
var issue_token = __webpack_require__(3005);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var management_api_errors = __webpack_require__(1926);
;// CONCATENATED MODULE: ./build/src/operations/issuing/retag.js


async function retag(id, description, api) {
  try {
    const updated = await api.updateToken(id, { description });
    if (updated?.revokedAt !== 'unset') return { kind: 'revoked' };
    if (updated.description === description) return { kind: 'done', token: updated };
    return { kind: 'unclear', error: undefined };
  } catch (thrown) {
    const error = (0,errors.tf)(thrown);
    return (await isRevoked(id, error, api)) ? { kind: 'revoked' } : { kind: 'unclear', error };
  }
}
async function isRevoked(id, error, api) {
  if (!(error instanceof management_api_errors.hD && error.status === 409)) return false;
  try {
    const { token } = await api.findToken(id);
    return token?.revokedAt !== 'unset';
  } catch {
    return false;
  }
}

// EXTERNAL MODULE: ./build/src/operations/issuing/wait-until-accepted.js + 2 modules
var wait_until_accepted = __webpack_require__(6903);
;// CONCATENATED MODULE: ./build/src/operations/create.js










async function create(request, deps) {
  const { api, runner, progress } = deps;
  const { description, grants, expiresAt, activationTimeoutMs: timeoutMs, keep } = request;
  const existing = await (0,errors.Bg)(databasesFor(request, api));
  if (existing instanceof errors.HR) return { kind: 'not-begun', error: existing };
  const databases = (0,tokens_databases.tF)(grants, existing);
  if (databases.length > 0) return { kind: 'unknown-databases', databases, input: grants.databasesInput };
  if (request.dryRun) return { kind: 'dry-run' };
  const ledger = await deps.newLedger(request.failOnRevokeError);
  const spec = {
    plainDescription: description,
    permissions: grants.permissions,
    expiresAt,
    kind: 'job',
    run: request.run,
  };
  const issued = await (0,issue_token.R)(spec, ledger, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, clocks, secret, tag } = issued;
  runner.outputs((0,report_outputs.Q5)(token, (0,tokens_token.oH)(token, clocks.forRenewing)));
  progress({ kind: 'created', token });
  const activation = await (0,wait_until_accepted.r)({ token, secret }, { databases: existing, timeoutMs }, deps);
  if (activation.kind === 'refused') return { kind: 'not-accepted', activation };
  runner.outputs({ active: report_outputs.fl[activation.kind] });
  if (keep) {
    const kept = { ...spec, description: (0,tokens_tag.cy)(description, { ...tag, kind: 'kept' }) };
    const retagging = await retag(token.id, kept.description, api);
    if (retagging.kind !== 'done') return { kind: 'not-kept', token, activation, retagging };
    const found = (0,token_spec.PP)(kept, retagging.token);
    if (found.length > 0) {
      const deviating = { ...issued, token: retagging.token, deviations: found };
      const revoked = await (0,issue_token.U)(deviating, ledger, deps);
      return { ...revoked, kind: 'not-kept-as-requested', activation };
    }
  }
  runner.token(secret);
  if (keep) ledger.keep(tag.nonce);
  return { kind: 'created', token, activation };
}
async function databasesFor({ grants, activationTimeoutMs }, api) {
  const probesAny = activationTimeoutMs > 0 && (0,tokens_permissions.qE)(grants.permissions);
  if ((0,tokens_databases.ZZ)(grants) || probesAny) return await api.databases();
  await api.endpoint();
  return [];
}

;// CONCATENATED MODULE: ./build/src/operations/get.js

async function get({ tokenId }, { api }) {
  const { token, clocks } = await api.findToken(tokenId);
  if (!token) return { kind: 'not-found' };
  return { kind: 'found', token, status: (0,tokens_token.oH)(token, clocks.forRenewing) };
}

// EXTERNAL MODULE: ./build/src/operations/ledger.js
var ledger = __webpack_require__(7204);
// EXTERNAL MODULE: ./build/src/tokens/token-content.js
var token_content = __webpack_require__(5432);
;// CONCATENATED MODULE: ./build/src/tokens/restoring.js



function restoringPatch(token, since) {
  const record = (0,tokens_record.Hh)(token.description);
  if (!record) return undefined;
  const { state, grants } = record;
  const isIncomplete = token.permissions.length === 0 && grants.length > 0;
  if (state === 'restored' && !isIncomplete) return undefined;
  const description = (0,token_content._J)(asKept(token), { state: 'restored', since, grants });
  if (description === undefined) throw new Error('what a record contains can be recorded');
  return (0,token_content.gn)(token, { description, permissions: (0,token_content.Ee)(token) });
}
function asKept(token) {
  const tag = (0,tokens_tag.UB)(token.description)?.tag;
  return tag ? { ...token, description: (0,tokens_tag.Rd)(token.description, { ...tag, kind: 'kept' }) } : token;
}

// EXTERNAL MODULE: ./build/src/operations/batch.js
var batch = __webpack_require__(7605);
// EXTERNAL MODULE: ./build/src/operations/suspending/patch-after-reading.js
var patch_after_reading = __webpack_require__(6370);
;// CONCATENATED MODULE: ./build/src/operations/suspending/restore-token.js




async function restoreToken(id, deps) {
  const attempts = deps.retryControl.start();
  let last;
  for (;;) {
    const patched = await (0,patch_after_reading.H)(id, restoringPatch, deps);
    if (patched.kind === 'failed') return failedRestore(patched, last);
    if (patched.kind === 'revoked') {
      const revoked = patched.token ?? patched.read ?? last?.token;
      return revoked ? { kind: 'revoked', token: revoked, status: 'revoked' } : { kind: 'not-found' };
    }
    const { token, clocks } = patched;
    const shown = { token, status: (0,tokens_token.oH)(token, clocks.forRenewing) };
    const hasSent = last !== undefined;
    last = shown;
    if (patched.kind === 'stopped') return { kind: hasSent ? 'restored' : 'nothing-to-restore', ...shown };
    if ((0,token_content.Cm)(token, patched.patch.wanted)) return { kind: 'restored', ...shown };
    if (!(await attempts.again(true))) return { kind: 'not-shown', ...shown };
  }
}
function failedRestore({ error, read, mightBePatched }, last) {
  const shown = read ? { token: read.token, status: (0,tokens_token.oH)(read.token, read.clocks.forRenewing) } : last;
  return { kind: 'failed', error, mightBeRestored: mightBePatched || last !== undefined, shown };
}

;// CONCATENATED MODULE: ./build/src/operations/restore.js





async function restore({ tokenIds, dryRun }, deps) {
  if (tokenIds.length === 0) return { kind: 'nothing-to-do' };
  const endpoint = await (0,errors.Bg)(deps.api.endpoint());
  if (endpoint instanceof errors.HR) return { kind: 'not-begun', error: endpoint };
  const begin = (id, shouldContinue) =>
    dryRun ? previewRestore(id, deps) : restoreToken(id, { ...deps, shouldContinue });
  const results = await (0,batch.a7)({ work: 'restoring', items: tokenIds, begin }, deps);
  const outcomes = tokenIds.map((id) => {
    const result = results.get(id);
    if (result === undefined) return { id, kind: 'skipped' };
    if (!(result instanceof errors.HR)) return { id, ...result };
    return { id, kind: 'failed', error: result, mightBeRestored: !dryRun, shown: undefined };
  });
  return { kind: 'done', outcomes };
}
async function previewRestore(id, { api }) {
  const { token, clocks } = await api.findToken(id);
  if (!token) return { kind: 'not-found' };
  const shown = { token, status: (0,tokens_token.oH)(token, clocks.forRenewing) };
  if (token.revokedAt !== 'unset') return { kind: 'revoked', ...shown };
  return { kind: restoringPatch(token, clocks.forReplacing) ? 'to-restore' : 'nothing-to-restore', ...shown };
}

;// CONCATENATED MODULE: ./build/src/tokens/revocation-preview.js

function previewRevocation(ids, tokens, now) {
  const tokenById = (0,tokens_token.RX)(tokens);
  return ids.map((id) => {
    const token = tokenById(id);
    if (!token) return { id, kind: 'not-found' };
    if ((0,tokens_token.KU)(token)) return { id, kind: 'already-revoked', token };
    return { id, kind: 'to-revoke', token, status: (0,tokens_token.oH)(token, now) };
  });
}

;// CONCATENATED MODULE: ./build/src/operations/revoke.js



async function revoke_revoke({ tokenIds, dryRun }, deps) {
  if (tokenIds.length === 0) return { kind: 'nothing-to-do' };
  if (dryRun) {
    const list = await (0,errors.Bg)(deps.api.tokens());
    if (list instanceof errors.HR) return { kind: 'not-begun', error: list };
    const { tokens, clocks } = list;
    return { kind: 'dry-run', previews: previewRevocation(tokenIds, tokens, clocks.forRenewing) };
  }
  const endpoint = await (0,errors.Bg)(deps.api.endpoint());
  if (endpoint instanceof errors.HR) return { kind: 'not-begun', error: endpoint };
  return { kind: 'done', outcomes: await (0,revoke_tokens.x)({ ids: tokenIds, known: false }, deps) };
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
;// CONCATENATED MODULE: ./build/src/tokens/update-plan.js





function planUpdate(token, spec, { forRenewing }) {
  const status = (0,tokens_token.oH)(token, forRenewing);
  if (status === 'revoked') return refused('it is revoked');
  if (status === 'expired') return refused(`it expired at ${(0,token_spec.Ts)(token.expiresAt)}`);
  if (status === 'suspended') return { ...refused('it is suspended'), canBeRestored: true };
  const description =
    spec.description === undefined ? token.description : (0,tokens_tag.pj)(token.description, spec.description);
  const { added, removed } = (0,tokens_permissions.GB)(token.permissions, spec.permissions ?? token.permissions);
  const grantsDiffer = added.length > 0 || removed.length > 0;
  if (description === token.description && !grantsDiffer) return { kind: 'unchanged' };
  return {
    kind: 'change',
    change: {
      ...(description === token.description ? {} : { description }),
      ...(grantsDiffer && spec.permissions ? { permissions: spec.permissions } : {}),
    },
    added,
    removed,
  };
}
function updatingPatch(token, { change }) {
  const { description, permissions } = change;
  return description !== undefined && permissions === undefined
    ? (0,token_content.Rx)(token, description)
    : (0,token_content.gn)(token, change);
}
function refused(why) {
  return { kind: 'refused', why, canBeRestored: false };
}
function judgeUpdate(before, { change }, updated) {
  if (updated?.revokedAt !== 'unset') return { kind: 'revoked', updated };
  const wanted = { ...before, ...change };
  if (updated.description !== wanted.description || updated.expiresAt !== wanted.expiresAt) {
    return { kind: 'not-as-requested', updated };
  }
  if (!change.permissions) return { kind: (0,token_content.m1)(before, updated) ? 'other-permissions' : 'updated', updated };
  const isAsRequested = (0,tokens_permissions.hq)(updated.permissions, wanted.permissions);
  return { kind: isAsRequested ? 'updated' : 'not-as-requested', updated };
}

// EXTERNAL MODULE: ./build/src/operations/suspending/give-permissions-back.js
var give_permissions_back = __webpack_require__(6714);
;// CONCATENATED MODULE: ./build/src/operations/update.js








async function update(request, deps) {
  const { api, runner } = deps;
  const found = await api.findToken(request.tokenId);
  const { token, clocks } = found;
  if (!token) return { kind: 'not-found' };
  runner.outputs((0,report_outputs.Q5)(token, (0,tokens_token.oH)(token, clocks.forRenewing)));
  const { description, grants } = request;
  const plan = planUpdate(token, { description, permissions: grants?.permissions }, clocks);
  if (plan.kind !== 'change') return { ...plan, token };
  const planned = { token, plan, now: clocks.forRenewing };
  if (plan.change.permissions && grants) {
    const existing = (0,tokens_databases.ZZ)(grants) ? await (0,errors.Bg)(api.databases()) : [];
    if (existing instanceof errors.HR) return { ...planned, kind: 'not-changed', error: existing };
    const databases = (0,tokens_databases.tF)(grants, existing);
    if (databases.length > 0) {
      return { ...planned, kind: 'unknown-databases', databases, input: grants.databasesInput };
    }
  }
  if (request.dryRun) return { ...planned, kind: 'dry-run' };
  const patchOf = (read) => ((0,token_content.Cm)(read, token) ? updatingPatch(token, plan) : undefined);
  const patched = await (0,patch_after_reading.H)(token.id, patchOf, { ...deps, firstRead: found });
  if (patched.kind === 'failed') {
    const kind = patched.mightBePatched ? 'unknown-outcome' : 'not-changed';
    return { ...planned, kind, error: patched.error };
  }
  const judgment = judgeUpdate(token, plan, patched.token);
  if (judgment.kind !== 'other-permissions') return { ...planned, ...judgment };
  const givenBack = await (0,errors.Bg)((0,give_permissions_back.p)(token, judgment.updated, deps));
  if (givenBack instanceof errors.HR) return { ...planned, kind: 'unknown-outcome', error: givenBack };
  return givenBack ? { ...planned, kind: 'given-back', updated: givenBack } : { ...planned, ...judgment };
}

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/report/context.js
var report_context = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/report/list.js
var report_list = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/src/report/outcomes.js
var report_outcomes = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/src/report/progress.js
var report_progress = __webpack_require__(1566);
// EXTERNAL MODULE: ./build/src/report/suspension.js
var report_suspension = __webpack_require__(8520);
;// CONCATENATED MODULE: ./build/src/report/cleanup.js










function reportCleanup(request, result, context) {
  switch (result.kind) {
    case 'not-begun':
      return { outputs: (0,report_outputs.u8)(), failure: (0,errors.eQ)(result.error, 'No token was revoked.') };
    case 'dry-run':
      return reportDryRun(request, result.plan, context);
    case 'too-many': {
      const { decided } = result.plan;
      const title = `0 of ${(0,base_text.pq)(decided.length, 'token')} revoked, because ${(0,base_text.pq)(result.live.length, 'live token')} exceed \`max-revocations\``;
      return {
        outputs: (0,report_outputs.u8)(),
        sections: [table({ title, request, decided }, context)],
        failure: tooManyTokens(request, result.live),
      };
    }
    case 'done': {
      const { plan, outcomes } = result;
      const { decided, toEnd } = plan;
      const title = (0,report_outcomes.XF)(outcomes, { others: decided.length - toEnd.length });
      return {
        ...(0,report_outcomes.sK)(outcomes),
        sections: [
          table({ title, request, decided, outcomes }, context),
          ...(0,report_suspension.Nv)(inQuarantine(plan, outcomes), request.spec.quarantineMs, context),
        ],
      };
    }
  }
}
function inQuarantine({ decided }, outcomes) {
  const suspended = (0,report_suspension.z8)(outcomes).map(({ id, token }) => ({ ...token, id }));
  return [...suspended, ...decided.filter((token) => token.decision === 'keep' && (0,token_content.vj)(token))];
}
function reportDryRun(request, { decided, toEnd, tooMany }, context) {
  const warning = tooMany && tooManyTokens(request, tooMany);
  const suspended = toEnd.filter(({ decision }) => decision === 'suspend').length;
  const counted = [
    `${(0,base_text.B4)(toEnd.length - suspended)} of ${(0,base_text.pq)(decided.length, 'token')} would be revoked`,
    ...(suspended > 0 ? [`${(0,base_text.B4)(suspended)} suspended`] : []),
    `${(0,base_text.B4)(decided.length - toEnd.length)} kept`,
  ];
  const title = `Dry run: ${counted.join(', ')}`;
  return {
    outputs: (0,report_outputs.u8)(),
    lines: [
      ...(warning ? [{ kind: 'warning', code: warning.code, text: warning.message }] : []),
      ...toEnd.map(({ id, decision, reason }) => ({
        kind: 'info',
        text: `Token ${id} ${report_suspension.QZ[decision]}: ${reason}.`,
      })),
      report_progress.yE,
    ],
    sections: [table({ title, request, decided }, context)],
  };
}
function tooManyTokens({ maxRevocations, spec }, live) {
  const ended = spec.quarantineMs === 0 ? 'revoked' : 'suspended or revoked';
  return new errors.HR(
    'too-many-tokens',
    `${(0,base_text.pq)(live.length, 'token')} would be ${ended}, but \`max-revocations\` allows ${(0,base_text.B4)(maxRevocations)}. ` +
      `No token was ${ended}. Tokens: ${(0,report_outcomes.Kf)(live.map(({ id }) => id))}. The job summary shows the reasons. To ` +
      `continue, set \`max-revocations: ${live.length}\`. To select fewer tokens, set \`description-pattern\`` +
      (spec.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'),
  );
}
function table({ title, request, decided, outcomes = [] }, context) {
  const text = [(0,report_context.Xs)(context)];
  if (decided.length === 0) return { title: '0 tokens in the scope of the cleanup', text, items: [] };
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const isOwn = request.spec.scope.kind === 'repository';
  const withDecision = (decision) => decided.filter((token) => token.decision === decision);
  return {
    title,
    text,
    head: [
      'Description',
      'Kind',
      'Permissions',
      'Created',
      'Result',
      'Reason',
      ...(isOwn ? [] : ['Created by']),
      'Token ID',
    ],
    rows: (0,report_list.f4)([...withDecision('revoke'), ...withDecision('suspend'), ...withDecision('keep')], (token) => {
      const outcome = byId.get(token.id);
      return [
        token.plainDescription,
        token.tag?.kind ?? 'untagged',
        (0,tokens_permissions.gH)(token.permissions),
        (0,report_context.Q5)(token.createdAt, context),
        { prose: outcome ? (0,report_outcomes.SS)(outcome) : report_suspension.QZ[token.decision] },
        { prose: token.reason },
        ...(isOwn ? [] : [(0,report_context.aC)(token, context)]),
        token.id,
      ];
    }),
    more: report_list.Yi,
  };
}

// EXTERNAL MODULE: ./build/src/report/failures.js
var report_failures = __webpack_require__(1626);
// EXTERNAL MODULE: ./build/src/report/issuing.js
var issuing = __webpack_require__(2301);
// EXTERNAL MODULE: ./build/src/report/permission-warnings.js
var permission_warnings = __webpack_require__(6094);
;// CONCATENATED MODULE: ./build/src/report/create.js






function announceCreate({ grants, expiresAt, keep }) {
  const neverExpires = {
    kind: 'warning',
    code: 'no-expiry',
    text: keep
      ? 'The token never expires. It stays valid until a person or a cleanup with `max-age` revokes the token.'
      : 'The token never expires. If the post step cannot revoke it, a person must revoke it.',
  };
  return {
    lines: [...(0,permission_warnings.v)(grants.permissions), ...(expiresAt === 'never' ? [neverExpires] : [])],
  };
}
function reportCreate(request, result, context) {
  switch (result.kind) {
    case 'not-begun':
      return { failure: (0,errors.eQ)(result.error, 'No token was created.') };
    case 'unknown-databases':
      return { failure: (0,report_failures.jp)(result) };
    case 'dry-run':
      return create_reportDryRun(request, context);
    case 'not-created':
    case 'lost':
    case 'deviates':
      return (0,issuing.wx)(result);
    case 'not-accepted':
      return { failure: (0,issuing.LA)(result.activation, 'The post step revokes the token.') };
    case 'not-kept': {
      const outputs = result.retagging.kind === 'revoked' ? { status: 'revoked' } : {};
      return { ...(0,issuing.Xu)(result.activation), outputs, failure: notKept(result) };
    }
    case 'not-kept-as-requested': {
      const what = `The server changed token ${result.token.id} when the step marked it as kept.`;
      return { ...(0,issuing.Xu)(result.activation), ...(0,issuing.MP)(result, what) };
    }
    case 'created':
      return {
        ...(0,issuing.Xu)(result.activation),
        sections: [created(request, result, context)],
      };
  }
}
function create_reportDryRun({ description, grants, expiresAt, keep }, context) {
  return {
    lines: [{ kind: 'info', text: 'This was a dry run: nothing was created.' }],
    sections: [
      {
        title: 'Dry run: 1 token would be created',
        facts: [
          ['Cluster', context.cluster],
          ['Description', description],
          ['Permissions', (0,tokens_permissions.gH)(grants.permissions)],
          ['Expires', (0,report_context.lA)(expiresAt, context)],
          ['After the job', afterTheJob(keep)],
        ],
      },
    ],
  };
}
function notKept({ token, retagging }) {
  const why =
    retagging.kind === 'revoked'
      ? 'The token is revoked, or the API no longer knows the token.'
      : (0,issuing.em)(retagging);
  return new errors.HR(
    'token-not-kept',
    `The step could not mark token ${token.id} as kept. ${why} If the token is still valid, the post step revokes the token.`,
  );
}
function created({ description, keep }, { token, activation }, context) {
  const { id, permissions, expiresAt } = token;
  return {
    title: '1 token created',
    facts: [
      ['Token ID', id],
      ['Cluster', context.cluster],
      ['Description', description],
      ['Permissions', (0,tokens_permissions.gH)(permissions)],
      ['Expires', (0,report_context.lA)(expiresAt, context)],
      ['Activation', issuing.yQ[activation.kind]],
      ['After the job', afterTheJob(keep)],
    ],
  };
}
function afterTheJob(keep) {
  return keep ? 'stays valid until it expires or is revoked' : 'revoked by the post step';
}

;// CONCATENATED MODULE: ./build/src/report/get.js







function reportGet({ tokenId }, result, context) {
  if (result.kind === 'not-found') return { failure: (0,report_failures.Jy)(tokenId) };
  const { token, status } = result;
  const tag = (0,tokens_tag.UB)(token.description)?.tag;
  const suspension = status === 'suspended' ? (0,report_suspension.zV)(token, context) : undefined;
  const state = suspension
    ? `is suspended (since ${suspension.since}). Its recorded permissions are ${(0,base_text.k3)(`"${suspension.grants}"`)}`
    : `is ${status}`;
  return {
    outputs: (0,report_outputs.Q5)(token, status),
    lines: [{ kind: 'info', text: `Token ${token.id} ${state}.` }],
    sections: [
      {
        title: `1 token found: its status is ${status}`,
        facts: [
          ['Token ID', token.id],
          ['Cluster', context.cluster],
          ['Description', (0,tokens_tag.$Y)(token.description)],
          ['Kind', tag?.kind ?? 'untagged'],
          ['Permissions', (0,tokens_permissions.gH)(token.permissions)],
          ['Created', (0,report_context.Q5)(token.createdAt, context)],
          ['Created by', (0,report_context.aC)({ tag }, context)],
          ['Expires', (0,report_context.lA)(token.expiresAt, context)],
          ['Status', status],
          ...(suspension
            ? [
                ['Suspended since', suspension.since],
                ['Recorded permissions', suspension.grants],
              ]
            : []),
        ],
      },
    ],
  };
}

;// CONCATENATED MODULE: ./build/src/report/restore.js










function reportRestore({ dryRun }, result, context) {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: restoredOutputs([]),
        lines: [{ kind: 'info', text: 'There is no token to restore, because `token-id` is empty.' }],
        sections: [
          {
            title: '0 tokens restored: `token-id` is empty',
            text: [(0,report_context.Xs)(context)],
            items: [],
          },
        ],
      };
    case 'not-begun':
      return {
        outputs: restoredOutputs([]),
        failure: (0,errors.eQ)(result.error, 'No token was restored.'),
      };
    case 'done':
      return reportOutcomes(result, dryRun, context);
  }
}
function reportOutcomes({ outcomes }, dryRun, context) {
  const restored = outcomes.filter(({ kind }) => kind === 'restored').map(({ id }) => id);
  const failures = failuresOf(outcomes);
  const [only, ...others] = outcomes;
  const toRestore = outcomes.filter(({ kind }) => kind === 'to-restore');
  const count = (0,base_text.B4)(dryRun ? toRestore.length : restored.length);
  const total = (0,base_text.pq)(outcomes.length, 'token');
  return {
    outputs: {
      ...(only && others.length === 0 ? outputsOf(only) : {}),
      ...restoredOutputs(restored),
    },
    lines: [
      ...outcomes.map((outcome) => ({ kind: 'info', text: `Token ${outcome.id}: ${restore_describe(outcome)}.` })),
      ...(dryRun ? [report_progress.yE] : []),
    ],
    sections: [
      {
        title: dryRun ? `Dry run: ${count} of ${total} would be restored` : `${count} of ${total} restored`,
        text: [(0,report_context.Xs)(context)],
        head: ['Description', 'Kind', 'Result', 'Expires', 'Token ID'],
        rows: outcomes.map((outcome) => {
          const token = shownIn(outcome)?.token;
          return [
            token ? (0,tokens_tag.$Y)(token.description) : '',
            token ? ((0,tokens_tag.UB)(token.description)?.tag.kind ?? 'untagged') : '',
            { prose: restore_describe(outcome) },
            token ? (0,report_context.lA)(token.expiresAt, context) : '',
            outcome.id,
          ];
        }),
        more: 'The log contains the complete list.',
      },
    ],
    ...(failures.length > 0 ? { failure: new errors.oo(failures) } : {}),
  };
}
function outputsOf(outcome) {
  const shown = shownIn(outcome);
  if (!shown) return {};
  const outputs = (0,report_outputs.Q5)(shown.token, shown.status);
  if (outcome.kind !== 'failed' || !outcome.mightBeRestored) return outputs;
  const { status: _, permissions: __, ...known } = outputs;
  return known;
}
function shownIn(outcome) {
  if (outcome.kind === 'failed') return outcome.shown;
  return 'token' in outcome ? outcome : undefined;
}
function restoredOutputs(ids) {
  return { 'restored-token-ids': JSON.stringify(ids) };
}
function restore_describe(outcome) {
  switch (outcome.kind) {
    case 'restored': {
      const { token } = outcome;
      const grants = (0,base_text.k3)(`"${(0,tokens_permissions.gH)(token.permissions)}"`);
      const leftSeries = (0,tokens_tag.UB)(token.description)
        ? '; its kind is `kept`, so the token does not belong to a series'
        : '';
      return `restored with ${grants}${leftSeries}`;
    }
    case 'to-restore':
      return `would be restored with ${(0,base_text.k3)(`"${(0,tokens_permissions.gH)((0,token_content.Ee)(outcome.token))}"`)}`;
    case 'nothing-to-restore':
      return 'not restored, because it is not suspended';
    case 'not-shown':
      return 'restore not confirmed, because the server does not show the change';
    case 'revoked':
      return 'not restored, because it is revoked';
    case 'not-found':
      return 'not found';
    case 'skipped':
      return 'skipped';
    case 'failed': {
      const result = outcome.mightBeRestored ? 'restore not confirmed' : 'not restored';
      return `${result}: ${(0,errors.KG)(outcome.error).slice(0, -1)}`;
    }
  }
}
function failuresOf(outcomes) {
  const skipped = outcomes.filter(({ kind }) => kind === 'skipped').map(({ id }) => id);
  const failures = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'not-found') return [(0,report_failures.Jy)(outcome.id)];
    if (outcome.kind === 'revoked')
      return [notRestored(`Token ${outcome.id} was not restored. A revoked token cannot be restored. ${CREATE}`)];
    if (outcome.kind === 'not-shown') return [notConfirmed(outcome.id, notShown(outcome.token))];
    if (outcome.kind === 'failed') return [failed(outcome)];
    return [];
  });
  if (skipped.length === 0) return failures;
  const text = `The step stopped early and did not restore ${(0,report_outcomes.Kf)(skipped)}. Fix the error that stopped the step. Then run the job again.`;
  return [...failures, new errors.HR('tokens-skipped', text)];
}
function notShown({ permissions }) {
  return `The server still shows that the token grants ${(0,base_text.k3)(`"${(0,tokens_permissions.gH)(permissions)}"`)}.`;
}
const CREATE = 'Create a new token for its consumers (`operation: create`).';
function failed({ id, error, mightBeRestored }) {
  if (mightBeRestored) return notConfirmed(id, (0,errors.KG)(error));
  return notRestored(`Token ${id} was not restored. ${(0,errors.KG)(error)} Fix the cause, then run the job again.`);
}
function notConfirmed(id, why) {
  return notRestored(
    `The restore of token ${id} is not confirmed. ${why} The recorded permissions are not lost. Run the job again.`,
  );
}
function notRestored(message) {
  return new errors.HR('token-not-restored', message);
}

;// CONCATENATED MODULE: ./build/src/report/revoke.js







function reportRevoke({ tokenIds, dryRun }, result, context) {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: (0,report_outputs.u8)(),
        lines: [{ kind: 'info', text: 'There is no token to revoke, because `token-id` is empty.' }],
        sections: [
          {
            title: '0 tokens revoked: `token-id` is empty',
            text: [(0,report_context.Xs)(context)],
            items: [],
          },
        ],
      };
    case 'not-begun':
      return {
        outputs: (0,report_outputs.u8)({ failed: dryRun ? [] : tokenIds }),
        failure: (0,errors.eQ)(result.error, 'No token was revoked.'),
      };
    case 'dry-run':
      return reportPreviews(result.previews, context);
    case 'done': {
      const { outcomes } = result;
      return {
        ...(0,report_outcomes.sK)(outcomes),
        sections: [
          {
            title: (0,report_outcomes.XF)(outcomes),
            text: [(0,report_context.Xs)(context)],
            head: ['Token ID', 'Result'],
            rows: outcomes.map((outcome) => [outcome.id, { prose: (0,report_outcomes.SS)(outcome) }]),
            more: 'The outputs contain the complete lists.',
          },
        ],
      };
    }
  }
}
function reportPreviews(previews, context) {
  const notFound = previews.filter(({ kind }) => kind === 'not-found').map(({ id }) => id);
  const toRevoke = previews.filter(({ kind }) => kind === 'to-revoke');
  return {
    outputs: (0,report_outputs.u8)(),
    lines: [...previews.flatMap(describePreview), ...(0,report_outcomes.u_)(notFound), report_progress.yE],
    sections: [
      {
        title: `Dry run: ${(0,base_text.B4)(toRevoke.length)} of ${(0,base_text.pq)(previews.length, 'token')} would be revoked`,
        text: [(0,report_context.Xs)(context)],
        head: ['Description', 'Status', 'Result', 'Token ID'],
        rows: previews.map(previewCells),
        more: 'The log contains the complete list.',
      },
    ],
  };
}
function describePreview(preview) {
  const { id } = preview;
  switch (preview.kind) {
    case 'not-found':
      return [];
    case 'already-revoked':
      return [{ kind: 'info', text: `Token ${id} is already revoked.` }];
    case 'to-revoke':
      return [{ kind: 'info', text: `Token ${id} would be revoked. It is ${preview.status}.` }];
  }
}
function previewCells(preview) {
  const { id } = preview;
  switch (preview.kind) {
    case 'not-found':
      return ['', '', 'not found', id];
    case 'already-revoked':
      return [(0,tokens_tag.$Y)(preview.token.description), 'revoked', 'already revoked', id];
    case 'to-revoke':
      return [(0,tokens_tag.$Y)(preview.token.description), preview.status, 'would be revoked', id];
  }
}

;// CONCATENATED MODULE: ./build/src/report/update.js












function reportUpdate({ tokenId }, result, context) {
  switch (result.kind) {
    case 'not-found':
      return { failure: (0,report_failures.Jy)(tokenId) };
    case 'refused':
      return { failure: notUpdatable(result) };
    case 'unchanged':
      return reportUnchanged(result.token, context);
    case 'not-changed':
      return { lines: warnings(result), failure: (0,errors.eQ)(result.error, 'The token was not changed.') };
    case 'unknown-databases':
      return { lines: warnings(result), failure: (0,report_failures.jp)(result) };
    case 'dry-run':
      return {
        outputs: { changed: 'true' },
        lines: [...differences(result), report_progress.yE],
        sections: [summary('Dry run: 1 token would be updated', result, context)],
      };
    case 'unknown-outcome':
      return { lines: differences(result), failure: unknownOutcome(result.token, result.error) };
    case 'revoked':
    case 'not-as-requested':
    case 'other-permissions':
    case 'given-back':
    case 'updated':
      return reportResponse(result, context);
  }
}
function reportUnchanged(token, context) {
  const { id, description, permissions, expiresAt } = token;
  return {
    outputs: { changed: 'false' },
    lines: [{ kind: 'info', text: `Token ${id} already matches the request. Nothing was changed.` }],
    sections: [
      {
        title: '0 tokens updated: the token already matches the request',
        facts: [
          ['Token ID', id],
          ['Cluster', context.cluster],
          ['Description', (0,tokens_tag.$Y)(description)],
          ['Permissions', (0,tokens_permissions.gH)(permissions)],
          ['Expires', (0,report_context.lA)(expiresAt, context)],
        ],
      },
    ],
  };
}
function reportResponse(result, context) {
  const { token, now, updated } = result;
  const outputs = updated ? (0,report_outputs.Q5)(updated, (0,tokens_token.oH)(updated, now)) : { status: 'revoked' };
  const lines = differences(result);
  switch (result.kind) {
    case 'revoked':
      return { outputs, lines, failure: revokedMeanwhile(token.id) };
    case 'not-as-requested':
    case 'other-permissions':
      return { outputs, lines, failure: notAsRequested(result.updated, now) };
    case 'given-back':
    case 'updated':
      return {
        outputs: { ...outputs, changed: 'true' },
        lines: [
          ...lines,
          ...(result.kind === 'given-back' ? [(0,report_suspension.jb)(token.id)] : []),
          { kind: 'info', text: `Updated token ${token.id}.` },
        ],
        sections: [summary('1 token updated', result, context)],
      };
  }
}
function notUpdatable({ token: { id }, why, canBeRestored }) {
  const next = canBeRestored
    ? 'Restore its permissions first (`operation: restore`).'
    : 'Create a new token (`operation: create`).';
  return new errors.HR(
    'token-not-updated',
    `Token ${id} cannot be updated, because ${why}. Nothing was changed. ${next}`,
  );
}
function unknownOutcome({ id }, error) {
  return (0,errors.eQ)(
    error,
    `It is not known whether token ${id} was changed. To find out, use \`operation: get\`. It is safe to update the token again.`,
    '',
  );
}
function revokedMeanwhile(id) {
  return new errors.HR(
    'token-revoked',
    `Someone revoked token ${id} before the update, so it no longer grants access. Create a new token (\`operation: create\`).`,
  );
}
function notAsRequested(token, now) {
  const { id, permissions, expiresAt, description } = token;
  const next =
    (0,tokens_token.oH)(token, now) === 'suspended'
      ? 'Another run suspended the token at the same time. Restore its permissions (`operation: restore`), and update it again.'
      : 'Someone else might have changed the token at the same time. It is safe to update the token again.';
  return new errors.HR(
    'not-updated-as-requested',
    `Token ${id} still does not match the request. It grants ${(0,base_text.k3)(`"${(0,tokens_permissions.gH)(permissions)}"`)}, ` +
      `${(0,token_spec.UR)(expiresAt)}, and has the description ${(0,base_text.k3)(`"${description}"`)}. ${next}`,
  );
}
function warnings({ plan: { change } }) {
  return change.permissions ? (0,permission_warnings.v)(change.permissions) : [];
}
function differences(planned) {
  const { token, plan } = planned;
  const { added, removed, change } = plan;
  const texts = [
    ...(added.length > 0 ? [`Permissions to add: ${(0,tokens_permissions.gH)(added)}.`] : []),
    ...(removed.length > 0 ? [`Permissions to remove: ${(0,base_text.k3)((0,tokens_permissions.gH)(removed))}.`] : []),
    ...(change.description === undefined
      ? []
      : [
          `New description: "${(0,tokens_tag.$Y)(change.description)}" instead of ${(0,base_text.k3)(`"${(0,tokens_tag.$Y)(token.description)}"`)}.`,
        ]),
  ];
  return [...warnings(planned), ...texts.map((text) => ({ kind: 'info', text }))];
}
function summary(title, { token, plan }, context) {
  const { change, added, removed } = plan;
  const { description, permissions } = change;
  return {
    title,
    facts: [
      ['Token ID', token.id],
      ['Cluster', context.cluster],
      ['Description', (0,tokens_tag.$Y)(description ?? token.description)],
      ...(description === undefined ? [] : [['Old description', (0,tokens_tag.$Y)(token.description)]]),
      ['Permissions', (0,tokens_permissions.gH)(permissions ?? token.permissions)],
      ...(added.length > 0 ? [['Added', (0,tokens_permissions.gH)(added)]] : []),
      ...(removed.length > 0 ? [['Removed', (0,tokens_permissions.gH)(removed)]] : []),
      ['Expires', (0,report_context.lA)(token.expiresAt, context)],
    ],
  };
}

// EXTERNAL MODULE: ./build/src/report-context.js
var src_report_context = __webpack_require__(8644);
// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
;// CONCATENATED MODULE: ./build/src/run-operation.js





























async function runOperation(request, runner, secrets) {
  const { credential, trusted, endpoints, clusterUrl, retryPolicy } = request.connection;
  const node = (0,trust.DF)(process);
  const additions = (0,trust.h6)(node);
  if (additions !== undefined) runner.info(additions);
  const { anchors, fingerprints } = (0,trust.d6)(trusted, node);
  const transport = new http_transport.G(anchors);
  const common = { clock: clock.m, random: Math.random, note: runner.info };
  const management = new requests.l({ ...common, transport, policy: retryPolicy });
  const data = new requests.l({ ...common, transport: new http_transport.G(anchors), policy: retryPolicy });
  const github = new requests.l({
    ...common,
    transport,
    policy: { ...retryPolicy, retryRule: rate_limit.SD },
  });
  const api = new client.h(management, clock.m, {
    credential,
    candidates: endpoints,
    observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning.h)(runner) },
  });
  const save = (text) => runner.saveState(text === '' ? '' : (0,sealed_ledger.po)(text, credential.secret));
  return await run(request, github, {
    api,
    dataPlane: new DataPlaneClient(data, clusterUrl),
    retryControl: management.gate,
    runner,
    progress: (progress) => (0,publish.v)((0,report_progress.vk)(progress), runner),
    clock: clock.m,
    nonce: nonce.P,
    newLedger: async (failOnRevokeError) => {
      const endpoint = await api.endpoint();
      const header = {
        endpoint,
        retryPolicy,
        fingerprints: [...fingerprints],
        failOnRevokeError,
      };
      return new ledger.Oc(save, header);
    },
  });
}
function loadManagementSteps() {
  return Promise.all([__webpack_require__.e(793), __webpack_require__.e(15)]).then(__webpack_require__.bind(__webpack_require__, 9015));
}
async function run(request, requests, deps) {
  const context = () => (0,src_report_context.u)(request.connection.endpoints[0]);
  switch (request.operation) {
    case 'create':
      (0,publish.m)(announceCreate(request), deps.runner);
      return reportCreate(request, await create(request, deps), context());
    case 'get':
      return reportGet(request, await get(request, deps), context());
    case 'list':
      return (0,report_list.p$)(request, await list(request, deps), context());
    case 'update':
      return reportUpdate(request, await update(request, deps), context());
    case 'revoke':
      return reportRevoke(request, await revoke_revoke(request, deps), context());
    case 'restore':
      return reportRestore(request, await restore(request, deps), context());
    case 'rotate': {
      const { runRotation } = await Promise.all([__webpack_require__.e(793), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 3699));
      const { secretStore, workflowRuns } = await __webpack_require__.e( 454).then(__webpack_require__.bind(__webpack_require__, 3454));
      const secrets = secretStore(request.run.githubApiUrl, request.storeToken, requests);
      const runs = workflowRuns(request.run, request.githubToken, requests);
      return await runRotation(request, { ...deps, github: { ...secrets, ...runs } }, context);
    }
    case 'cleanup': {
      const { workflowRuns } = await __webpack_require__.e( 454).then(__webpack_require__.bind(__webpack_require__, 3454));
      const github = workflowRuns(request.run, request.githubToken, requests);
      const cleanupDeps = { ...deps, github, canceled: (0,concurrency.zg)(process) };
      return reportCleanup(request, await cleanup(request, cleanupDeps), context());
    }
    default:
      throw new Error(`no case for ${request}`);
  }
}


 })

};
;