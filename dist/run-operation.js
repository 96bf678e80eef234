"use strict";
exports.id = 556;
exports.ids = [556];
exports.modules = {

/***/ 1498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rateLimitWaitMs),
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   SD: () => (/* binding */ githubRetryRule),
/* harmony export */   ix: () => (/* binding */ rateLimitAdvice)
/* harmony export */ });
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441);
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6282);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8408);



/** GitHub asks for at least this pause after a rate limit whose headers name none. */
const DEFAULT_WAIT_MS = 60_000;
/**
 * isRateLimited tells a response that says "too much" from one that says "never": GitHub sends a 403 for both. A
 * request with such a response had no effect.
 */
function isRateLimited(response) {
    const { status, headers } = response;
    if (status !== 403)
        return status === 429;
    return (headers['x-ratelimit-remaining'] === '0' ||
        headers['retry-after'] !== undefined ||
        namesRateLimit(response));
}
/**
 * rateLimitWaitMs is how long GitHub asks to wait, in milliseconds after its response; undefined when it does not say.
 * Dates are compared with the response's own, because the runner's clock might be wrong.
 */
function rateLimitWaitMs(response) {
    const { headers } = response;
    const date = (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHttpDate */ .m)(headers.date ?? '');
    return (retryAfterMs(headers['retry-after'], date) ??
        untilReset(headers, date) ??
        (namesRateLimit(response) ? DEFAULT_WAIT_MS : undefined));
}
/** rateLimitAdvice is the advice in a rate-limited response; undefined when the pause is too long to wait for. */
function rateLimitAdvice(response) {
    const waitMs = rateLimitWaitMs(response);
    return waitMs === undefined || waitMs <= _http_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_RETRY_AFTER_MS */ .yL ? { waitMs } : undefined;
}
/** githubRetryRule waits for GitHub's rate limits, whatever their status, in addition to what HTTP itself says. */
const githubRetryRule = (response, now) => isRateLimited(response) ? rateLimitAdvice(response) : (0,_http_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .httpRetryRule */ .BJ)(response, now);
/** In its form as a date the header means nothing without the date of the response. */
function retryAfterMs(value, date) {
    const isSeconds = /^\s*\d+\s*$/.test(value ?? '');
    return isSeconds || date !== undefined ? (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .V)(value, date ?? 0) : undefined;
}
/** Only a limit that is used up is waited for: the header names its reset in every response. */
function untilReset(headers, date) {
    const reset = String(headers['x-ratelimit-reset'] ?? '');
    if (headers['x-ratelimit-remaining'] !== '0' || date === undefined || !/^\d{1,12}$/.test(reset)) {
        return undefined;
    }
    return Math.max(0, Number(reset) * 1000 - date);
}
function namesRateLimit({ body }) {
    return /rate limit/i.test((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOwnError */ .Ik)(body) ?? '');
}


/***/ }),

/***/ 8408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ parseKey),
/* harmony export */   Ik: () => (/* binding */ parseOwnError),
/* harmony export */   LN: () => (/* binding */ isOwn404),
/* harmony export */   XW: () => (/* binding */ parseOrganizationSecret),
/* harmony export */   o7: () => (/* binding */ parseSecret),
/* harmony export */   of: () => (/* binding */ parseRepositories),
/* harmony export */   zZ: () => (/* binding */ parseRun)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9118);
/* harmony import */ var _http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9563);
/* harmony import */ var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);



/** Whether anything can be encrypted for a key is not a matter of its syntax alone. */
const key = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ key_id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(), key: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() })
    .map((response) => ({ id: response.key_id, publicKey: response.key }));
const instant = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj().chain((text) => {
    const parsed = (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(text);
    return parsed === undefined ? _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q('not a date') : _badrap_valita__WEBPACK_IMPORTED_MODULE_1__.ok(parsed);
});
const secret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ updated_at: instant });
const visibility = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('all'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('private'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('selected'));
const organizationSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ updated_at: instant, visibility })
    .map((response) => ({ storedAt: response.updated_at, visibility: response.visibility }));
const count = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai().assert((value) => Number.isSafeInteger(value) && value >= 0, 'not a count');
const repositories = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({
    total_count: count,
    repositories: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ id: count })),
});
const run = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai(),
    status: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(),
    run_attempt: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai(),
    repository: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai() }),
})
    .map((response) => ({
    kind: 'found',
    runId: String(response.id),
    repositoryId: String(response.repository.id),
    status: response.status,
    attempt: response.run_attempt,
}));
const ownError = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ message: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() });
/** parseKey reads what secrets are sealed for; undefined when the response is none. */
function parseKey(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(key, body);
}
/**
 * parseSecret reads when a secret was last written, in milliseconds since 1970; undefined when the response shows no
 * secret.
 */
function parseSecret(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(secret, body)?.updated_at;
}
/** parseOrganizationSecret reads that of an organization's secret, and who sees it; undefined when it shows none. */
function parseOrganizationSecret(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(organizationSecret, body);
}
/** parseRepositories reads one page of a list of repositories; undefined when it is none. */
function parseRepositories(body) {
    const page = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(repositories, body);
    return page && { total: page.total_count, ids: page.repositories.map(({ id }) => id) };
}
/** parseRun reads a workflow run, whichever it is; undefined when the response is none. */
function parseRun(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(run, body);
}
/** parseOwnError reads GitHub's own reason in a refusal; undefined for what a server or proxy in front of it sends. */
function parseOwnError(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShortBody */ .Ey)(ownError, body)?.message;
}
/** isOwn404 tells GitHub's own "not found" from that of a server or proxy in front of it, which has no message. */
function isOwn404({ status, body }) {
    return status === 404 && parseOwnError(body) !== undefined;
}


/***/ }),

/***/ 2556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOperation: () => (/* binding */ runOperation)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
// EXTERNAL MODULE: ./build/src/data-plane/probe.js
var probe = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/src/github/rate-limit.js
var rate_limit = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/http/requests.js
var requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 3 modules
var http_transport = __webpack_require__(2373);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var endpoint = __webpack_require__(7716);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __webpack_require__(5301);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
;// CONCATENATED MODULE: ./build/src/tokens/cleanup-plan.js



/** planCleanup decides what becomes of each token in scope, newest first and then by id. Pure. */
function planCleanup(order, facts) {
    return inScope(order, facts).map((token) => ({ ...token, ...decide(token, order, facts) }));
}
/** jobRunsToCheck are the tokens in scope that are decided by whether their run has ended. Pure. */
function jobRunsToCheck(order, facts) {
    return inScope(order, facts).flatMap((token) => {
        const { tag } = token;
        const verdict = decide(token, order, { ...facts, hasEnded: () => true });
        return tag?.kind === 'job' && verdict.decision === 'revoke' ? [{ token, tag }] : [];
    });
}
function inScope({ scope, pattern }, { tokens, clocks }) {
    const filter = { status: 'all', scope, databases: [], ...(pattern ? { pattern } : {}) };
    // Whether a token counts as expired decides what is done with it, and what `max-revocations` counts.
    return (0,listing/* listTokens */.dh)(tokens, filter, clocks.forEnding);
}
/** What may not be revoked stands before everything that may. */
function decide(token, { maxAgeMs }, facts) {
    const { tag, status, createdAt, expiresAt, revokedAt } = token;
    const dates = [createdAt, expiresAt, revokedAt];
    if (dates.includes('unreadable'))
        return keep('date cannot be read');
    if (status === 'revoked')
        return keep('revoked already');
    if (tag?.kind === 'current')
        return keep('current');
    if (tag?.kind === 'pending')
        return keep('pending: created by a rotation');
    if (tag && isOfRun(tag, facts.run))
        return keep('of this very run');
    if (tag?.kind === 'job' && tag.server !== facts.run.server) {
        return keep(`run ${tag.runId} belongs to ${tag.server}, which this step cannot ask whether it has ended`);
    }
    if (tag?.kind === 'job' && !facts.hasEnded(token, tag)) {
        return keep(`run ${tag.runId} is not known to have ended`);
    }
    if (status === 'expired')
        return revoke('expired');
    if (tag?.kind === 'job')
        return revoke(`run ${tag.runId} ended`);
    if (maxAgeMs === undefined)
        return keep('no `max-age` is given');
    if (typeof createdAt !== 'number')
        return keep('its age is not known');
    const limit = (0,duration/* formatDuration */.a3)(maxAgeMs / 1000);
    return facts.clocks.forEnding - createdAt > maxAgeMs
        ? revoke(`older than ${limit}`)
        : keep(`younger than ${limit}`);
}
function isOfRun(tag, run) {
    return (0,tokens_tag/* isSameRepository */.ve)(tag, run) && tag.runId === run.runId;
}
function revoke(reason) {
    return { decision: 'revoke', reason };
}
function keep(reason) {
    return { decision: 'keep', reason };
}

// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner_runner = __webpack_require__(7222);
;// CONCATENATED MODULE: ./build/src/operations/listing-outputs.js

/** outputTokens sets the outputs about many tokens; `json` is all of them, which a file holds even if an output cannot. */
function outputTokens(json, count, { runner, nonce }) {
    runner.outputs({ count: String(count), ...((0,runner_runner/* fitsIntoOutput */.Uo)(json) ? { tokens: json } : {}) });
    runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
    if ((0,runner_runner/* fitsIntoOutput */.Uo)(json))
        return;
    runner.info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.');
}

// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js
var revoke_tokens = __webpack_require__(3756);
;// CONCATENATED MODULE: ./build/src/operations/revocation-report.js



/** GitHub cuts a message after 4096 characters, in the log too. */
const MAX_NAMED = 80;
/** warnOfNotFound warns of IDs that the cluster does not know: the step might ask the wrong cluster. */
function warnOfNotFound(ids, { runner }) {
    if (ids.length === 0)
        return;
    runner.warning('token-not-found', `This cluster does not know ${nameSome(ids)}: check account-id and cluster-id. Nothing was revoked for these IDs.`);
}
/** reportIds sets the outputs with ids. */
function reportIds(revoked, failed, { runner }) {
    runner.outputs({
        'revoked-token-ids': JSON.stringify(revoked),
        'failed-token-ids': JSON.stringify(failed),
    });
}
/** countOutcomes is a headline such as "2 of 3 revoked, 1 not found". */
function countOutcomes(outcomes) {
    const revoked = outcomes.filter(revoke_tokens/* wasRevoked */.ML).length;
    const notFound = outcomes.filter(({ kind }) => kind === 'not-found').length;
    const missing = notFound > 0 ? `, ${(0,base_text/* formatCount */.B4)(notFound)} not found` : '';
    return `${(0,base_text/* formatCount */.B4)(revoked)} of ${(0,base_text/* formatCount */.B4)(outcomes.length)} revoked${missing}`;
}
/** reportOutcomes writes the results for many tokens to the log and the outputs. Returns those that might be alive. */
function reportOutcomes(outcomes, deps) {
    const failed = outcomes.filter(revoke_tokens/* mightBeAlive */.I_);
    deps.runner.info(`Tokens: ${countOutcomes(outcomes)}.`);
    warnOfNotFound(outcomes.filter(({ kind }) => kind === 'not-found').map(({ id }) => id), deps);
    reportIds(outcomes.filter(revoke_tokens/* wasRevoked */.ML).map(({ id }) => id), failed.map(({ id }) => id), deps);
    return failed;
}
/** describeOutcome says what became of a token. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'revoked':
            return 'revoked';
        case 'already-revoked':
            return 'was revoked already';
        case 'not-found':
            return 'not found: check account-id and cluster-id';
        case 'skipped':
            return 'not tried';
        case 'failed':
            return `not revoked: ${(0,errors/* asSentence */.KG)(outcome.error)}`;
    }
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
    const skipped = failed.filter(({ kind }) => kind === 'skipped').map(({ id }) => id);
    return [
        ...failed.flatMap((outcome) => outcome.kind === 'failed'
            ? [
                new errors/* Failure */.HR('token-not-revoked', `Token ${outcome.id} may be alive: ${(0,errors/* asSentence */.KG)(outcome.error)} To revoke it again does no harm.`),
            ]
            : []),
        ...(skipped.length > 0
            ? [
                new errors/* Failure */.HR('tokens-not-tried', `These were not tried any more and may be alive: ${nameSome(skipped)}. Fix the cause and run the step again. ` +
                    'The output `failed-token-ids` holds all.'),
            ]
            : []),
    ];
}
/** nameSome names as many ids as a message holds. */
function nameSome(ids) {
    const some = ids.slice(0, MAX_NAMED).join(', ');
    const rest = ids.length - MAX_NAMED;
    return rest > 0 ? `${some} and ${(0,base_text/* formatCount */.B4)(rest)} more` : some;
}

// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
;// CONCATENATED MODULE: ./build/src/operations/cleanup.js









/** cleanup revokes tokens that are no longer in use, and says for each token in scope why it is revoked or kept. */
async function cleanup(request, deps) {
    const { runner } = deps;
    const decided = await (0,concurrency/* unlessCancelled */.MS)(decideAll(request, deps), deps.cancelled, 'No token was revoked.');
    const toRevoke = decided.filter(({ decision }) => decision === 'revoke');
    outputTokens((0,listing/* formatTokens */._y)(decided, ({ decision, reason }) => ({ decision, reason })), decided.length, deps);
    runner.info(`${(0,base_text/* formatCount */.B4)(toRevoke.length)} of ${(0,base_text/* formatCount */.B4)(decided.length)} tokens in scope are to be revoked.`);
    const tooMany = tooManyOf(toRevoke, request);
    if (request.dryRun) {
        if (tooMany)
            runner.warning(tooMany.code, tooMany.message);
        reportIds([], [], deps);
        for (const { id, reason } of toRevoke)
            runner.info(`Token ${id} would be revoked: ${reason}.`);
        runner.info('This was a dry run: nothing was changed.');
        runner.summary(table('InfluxDB tokens: what a cleanup would do', decided, []));
        return;
    }
    if (tooMany) {
        reportIds([], [], deps);
        runner.summary(table('InfluxDB tokens: too many to be revoked', decided, []));
        throw tooMany;
    }
    const outcomes = await (0,revoke_tokens/* revokeTokens */.xU)({ ids: toRevoke.map(({ id }) => id), known: true }, deps);
    report(decided, outcomes, deps);
}
async function decideAll({ order, run }, deps) {
    try {
        const { tokens, clocks } = await deps.api.tokens();
        const toCheck = jobRunsToCheck(order, { tokens, run, clocks });
        const { hasEnded, unresolved } = await (0,run_status/* askWhichEnded */.z)(toCheck, { own: run, clocks }, deps);
        if (unresolved) {
            deps.runner.warning('github-did-not-tell', `Whether ${(0,base_text/* formatCount */.B4)(unresolved.count)} of ${(0,base_text/* formatCount */.B4)(unresolved.asked)} runs have ended is not known, so the tokens that they created are kept: ${unresolved.why}`);
        }
        return planCleanup(order, { tokens, run, hasEnded, clocks });
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, 'No token was revoked.');
    }
}
/** Expired ones do not count: to revoke these changes nothing for anybody. */
function tooManyOf(toRevoke, { maxRevocations, order }) {
    const live = toRevoke.filter(({ status }) => status === 'active');
    if (live.length <= maxRevocations)
        return undefined;
    return new errors/* Failure */.HR('too-many-tokens', `${(0,base_text/* formatCount */.B4)(live.length)} live tokens would be revoked, and \`max-revocations\` allows ${(0,base_text/* formatCount */.B4)(maxRevocations)}. ` +
        `None was revoked. They are ${nameSome(live.map(({ id }) => id))}; the summary says why. If that is what you want, give ` +
        `\`max-revocations: ${live.length}\`; if not, narrow it with \`description-pattern\`` +
        (order.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'));
}
function report(decided, outcomes, deps) {
    const { runner } = deps;
    const failed = reportOutcomes(outcomes, deps);
    const title = failed.length === 0 ? 'InfluxDB tokens cleaned up' : 'InfluxDB tokens: not all are cleaned up';
    runner.summary(table(title, decided, outcomes));
    if (failed.length > 0)
        throw new errors/* Failures */.oo(failuresOf(failed));
}
/** What goes stands before what stays. */
function table(title, decided, outcomes) {
    const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    const rows = (decision) => decided
        .filter((token) => token.decision === decision)
        .map((token) => {
        const outcome = byId.get(token.id);
        const what = outcome ? describeOutcome(outcome) : decision;
        return [token.plainDescription, token.tag?.kind ?? 'untagged', what, token.reason, token.id];
    });
    return {
        title: decided.length === 0 ? `${title}: none is in scope` : title,
        head: ['For', 'Kind', 'Outcome', 'Why', 'Token'],
        rows: [...rows('revoke'), ...rows('keep')],
        more: 'The file in the output `tokens-file` holds all.',
    };
}

// EXTERNAL MODULE: ./build/src/operations/clock-warning.js
var clock_warning = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/src/operations/granted-databases.js
var granted_databases = __webpack_require__(8837);
// EXTERNAL MODULE: ./build/src/operations/issuing/activation.js + 2 modules
var issuing_activation = __webpack_require__(1669);
// EXTERNAL MODULE: ./build/src/operations/issuing/issue-token.js
var issue_token = __webpack_require__(3005);
// EXTERNAL MODULE: ./build/src/operations/issuing/retag.js
var retag = __webpack_require__(8981);
// EXTERNAL MODULE: ./build/src/operations/token-outputs.js
var token_outputs = __webpack_require__(3391);
;// CONCATENATED MODULE: ./build/src/operations/create.js











/**
 * create creates a token, waits until the cluster accepts it, and gives it to the later steps of the job. Until the very
 * last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
 */
async function create(request, deps) {
    const { runner } = deps;
    warnOfRisks(request, deps);
    const databases = await existingDatabases(request, deps);
    (0,granted_databases/* refuseUnknownDatabases */.N0)(request.grants, databases);
    if (request.dryRun)
        return showDryRun(request, deps);
    const ledger = deps.newLedger(request.failOnRevokeError);
    const issued = await (0,issue_token/* issueToken */.R)({
        plainDescription: request.description,
        permissions: request.grants.permissions,
        expiresAt: request.expiresAt,
        kind: 'job',
    }, request.run, ledger, deps);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(issued.token, (0,tokens_token/* tokenStatus */.oH)(issued.token, deps.clock.now())));
    runner.info(`Created token ${issued.token.id} (${(0,tokens_permissions/* describePermissions */.gH)(issued.token.permissions)}).`);
    const activation = await waitUntilActive(request, issued, databases, deps);
    runner.outputs({ active: issuing_activation/* ACTIVE_OUTPUT */.fl[activation.kind] });
    if (request.keep)
        await tagAsKept(request, issued, deps);
    runner.summary(summary(request, issued, activation));
    runner.token(issued.secret);
    if (request.keep)
        ledger.keep(issued.tag.nonce);
}
/** Everything up to the POST was done: the inputs are valid, and the databases were checked. */
function showDryRun(request, { runner }) {
    runner.info('This was a dry run: nothing was created.');
    runner.summary({
        title: 'InfluxDB token: what `create` would do',
        facts: [
            ['For', request.description],
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(request.grants.permissions)],
            ['Expires', (0,token_spec/* describeExpiry */.Ts)(request.expiresAt)],
            ['Revoked', request.keep ? 'by a person' : 'when the job ends'],
        ],
    });
}
function warnOfRisks({ grants, expiresAt, keep }, { runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(grants.permissions, runner);
    if (expiresAt === 'never') {
        runner.warning('no-expiry', keep
            ? 'The token never expires: only a person can end it.'
            : 'The token never expires: should the post step not revoke it, only a person can end it.');
    }
}
/** Asks only where the list is needed: to check names, to find one to probe `*` with, or to learn the path form. */
async function existingDatabases({ grants, activationTimeoutMs }, { api }) {
    const { permissions } = grants;
    const probesAny = activationTimeoutMs > 0 && permissions.length > 0 && !(0,probe/* probeTarget */.U)(permissions, []);
    if (!(0,granted_databases/* mustKnowDatabases */.ZZ)(grants) && !probesAny && api.located)
        return [];
    try {
        return await api.databases();
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, 'No token was created.');
    }
}
/** Throws a Failure when the cluster did not accept the token in time. */
async function waitUntilActive({ activationTimeoutMs }, { token, secret }, databases, deps) {
    const check = await (0,issuing_activation/* checkActivation */.ZB)({ ...token, secret }, { databases, timeoutMs: activationTimeoutMs }, deps);
    if (check.kind === 'refused') {
        throw new errors/* Failure */.HR('token-not-accepted', `${check.why} The post step revokes it. ${issuing_activation/* ACTIVATION_HINTS */.qq.refused}`);
    }
    if (check.kind === 'unreachable') {
        deps.runner.warning('token-not-probed', `${check.why} ${issuing_activation/* ACTIVATION_HINTS */.qq.unreachable}`);
    }
    return check;
}
/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request, { token, tag }, { api }) {
    const description = (0,tokens_tag/* formatTagged */.cy)(request.description, { ...tag, kind: 'kept' });
    const retagging = await (0,retag/* retag */.s)(token.id, description, api);
    if (retagging.kind === 'done')
        return;
    const why = retagging.kind === 'revoked' ? 'The server shows it as revoked.' : retagging.why;
    throw new errors/* Failure */.HR('token-not-kept', `${why} Token ${token.id} is not kept: the post step revokes it.`);
}
function summary(request, { token }, { kind }) {
    const facts = [
        ['Token', token.id],
        ['For', request.description],
        ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
        ['Expires', (0,token_spec/* describeExpiry */.Ts)(token.expiresAt)],
        ['Accepted by the cluster', issuing_activation/* ACTIVATION_FACT */.yQ[kind]],
        ['Revoked', request.keep ? 'by a person' : 'when this job ends'],
    ];
    return { title: 'InfluxDB token created', facts };
}

;// CONCATENATED MODULE: ./build/src/operations/existing-token.js

/**
 * existingToken reads a token that must be there, with the time of the response. Throws a
 * Failure for an id that the cluster does not know.
 */
async function existingToken(id, api) {
    const { token, clocks } = await api.findToken(id);
    if (token)
        return { token, clocks };
    throw new errors/* Failure */.HR('token-not-found', `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`);
}

;// CONCATENATED MODULE: ./build/src/operations/get.js






/** get shows what the server knows of one token, alive or not. */
async function get({ tokenId }, { api, runner }) {
    const { token, clocks } = await existingToken(tokenId, api);
    const status = (0,tokens_token/* tokenStatus */.oH)(token, clocks.forRenewing);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(token, status));
    runner.info(`Token ${token.id} is ${status}.`);
    runner.summary({
        title: 'InfluxDB token',
        facts: [
            ['Token', token.id],
            ['For', (0,tokens_tag/* plainDescription */.$Y)(token.description)],
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
            ['Created', (0,token_spec/* describeDate */.eG)(token.createdAt)],
            ['Expires', (0,token_spec/* describeExpiry */.Ts)(token.expiresAt)],
            ['Status', status],
        ],
    });
}

// EXTERNAL MODULE: ./build/src/operations/ledger.js
var ledger = __webpack_require__(7204);
;// CONCATENATED MODULE: ./build/src/operations/list.js






/** As many bars as a chart can hold that is looked at and not searched. */
const MAX_BARS = 12;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
/** list shows which tokens there are, of those that are asked for. */
async function list({ filter, failOnMatch }, deps) {
    const { api, runner } = deps;
    const { tokens, clocks } = await api.tokens();
    const now = clocks.forRenewing;
    const listed = (0,listing/* listTokens */.dh)(tokens, filter, now);
    const json = (0,listing/* formatTokens */._y)(listed);
    outputTokens(json, listed.length, deps);
    runner.info(`${(0,base_text/* formatCount */.B4)(listed.length)} of the cluster's ${(0,base_text/* formatCount */.B4)(tokens.length)} tokens are listed.`);
    warnOfUnreadable((0,listing/* unreadableExpiries */.Xt)(tokens, filter, now).length, runner);
    const byExpiry = listed.toSorted(listing/* nextToExpireFirst */.iI);
    runner.summary(list_table(byExpiry, now));
    const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MAX_BARS);
    if (bars.length > 0)
        runner.summary({ title: 'What expires next', bars });
    if (failOnMatch && listed.length > 0) {
        throw new errors/* Failure */.HR('tokens-found', `${(0,base_text/* formatCount */.B4)(listed.length)} tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`);
    }
}
function warnOfUnreadable(count, runner) {
    if (count === 0)
        return;
    runner.warning('expiry-not-readable', `When ${(0,base_text/* formatCount */.B4)(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`);
}
function list_table(tokens, now) {
    return {
        title: tokens.length === 0 ? 'InfluxDB tokens: none' : `InfluxDB tokens: ${(0,base_text/* formatCount */.B4)(tokens.length)}`,
        head: ['For', 'Kind', 'Databases', 'Expires in', 'Status', 'Token'],
        rows: tokens.map((token) => [
            token.plainDescription,
            token.tag?.kind ?? 'untagged',
            (0,tokens_permissions/* describePermissions */.gH)(token.permissions),
            describeTimeLeft(token, now),
            token.status,
            token.id,
        ]),
        more: 'The file in the output `tokens-file` holds all.',
    };
}
/** Not to the second where that is a day off. */
function describeTimeLeft({ expiresAt }, now) {
    if (expiresAt === 'unset')
        return 'never';
    if (expiresAt === 'unreadable')
        return 'cannot be read';
    if (expiresAt <= now)
        return 'expired';
    const seconds = (expiresAt - now) / 1000;
    const finest = seconds >= DAY_S ? HOUR_S : seconds >= HOUR_S ? MINUTE_S : 1;
    return (0,duration/* formatDuration */.a3)(seconds - (seconds % finest));
}
function barOf({ status, expiresAt, plainDescription }, now) {
    return status === 'active' && typeof expiresAt === 'number'
        ? [{ label: plainDescription, from: now, to: expiresAt }]
        : [];
}

;// CONCATENATED MODULE: ./build/src/operations/revoke.js





/** revoke revokes tokens by ID. An ID that the cluster does not know is a warning: it might be that of another cluster. */
async function revoke_revoke({ tokenIds, dryRun }, deps) {
    if (tokenIds.length === 0) {
        reportIds([], [], deps);
        deps.runner.info('There is no token to revoke.');
        deps.runner.summary({ title: 'InfluxDB tokens: none to revoke', items: [] });
        return;
    }
    if (dryRun) {
        await showWhatWouldHappen(tokenIds, deps);
        return;
    }
    await locate(tokenIds, deps);
    revoke_report(await (0,revoke_tokens/* revokeTokens */.xU)({ ids: tokenIds, known: false }, deps), deps);
}
/** A write must not find out which form of paths the server has. */
async function locate(tokenIds, deps) {
    try {
        await deps.api.locate();
    }
    catch (error) {
        reportIds([], tokenIds, deps);
        throw (0,errors/* withContext */.eQ)(error, 'No token was revoked.');
    }
}
/** Throws Failures when a token might be alive. */
function revoke_report(outcomes, deps) {
    const { runner } = deps;
    const failed = reportOutcomes(outcomes, deps);
    runner.summary({
        title: `InfluxDB tokens: ${countOutcomes(outcomes)}`,
        head: ['Token', 'Outcome'],
        rows: outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
    });
    if (failed.length > 0)
        throw new errors/* Failures */.oo(failuresOf(failed));
}
async function showWhatWouldHappen(tokenIds, deps) {
    const { api, runner } = deps;
    const { tokens, clocks } = await api.tokens();
    const tokenById = (0,tokens_token/* indexById */.RX)(tokens);
    const rows = tokenIds.map((id) => {
        const token = tokenById(id);
        if (!token)
            return [id, '', 'is not found: check account-id and cluster-id'];
        const would = (0,tokens_token/* isConfirmedRevoked */.KU)(token)
            ? 'is revoked already'
            : `would be revoked (it is ${(0,tokens_token/* tokenStatus */.oH)(token, clocks.forRenewing)})`;
        return [id, (0,tokens_tag/* plainDescription */.$Y)(token.description), would];
    });
    for (const [id, , would] of rows)
        runner.info(`Token ${id} ${would}.`);
    warnOfNotFound(tokenIds.filter((id) => !tokenById(id)), deps);
    reportIds([], [], deps);
    runner.info('This was a dry run: nothing was changed.');
    runner.summary({
        title: 'InfluxDB tokens: what a revocation would do',
        head: ['Token', 'For', 'Outcome'],
        rows,
    });
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/base/server-text.js
var server_text = __webpack_require__(8267);
;// CONCATENATED MODULE: ./build/src/tokens/update-plan.js




/** planUpdate compares a token with what it shall become. It counts as expired when the server says so. Pure. */
function planUpdate(token, order, { forRenewing }) {
    const status = (0,tokens_token/* tokenStatus */.oH)(token, forRenewing);
    if (status === 'revoked')
        return { kind: 'refused', why: 'it is revoked' };
    if (status === 'expired') {
        return { kind: 'refused', why: `it expired at ${(0,token_spec/* describeExpiry */.Ts)(token.expiresAt)}` };
    }
    const description = order.description === undefined
        ? token.description
        : (0,tokens_tag/* withPlainDescription */.pj)(token.description, order.description);
    const { added, removed } = (0,tokens_permissions/* permissionChange */.GB)(token.permissions, order.permissions ?? token.permissions);
    const grantsDiffer = added.length > 0 || removed.length > 0;
    if (description === token.description && !grantsDiffer)
        return { kind: 'unchanged' };
    return {
        kind: 'change',
        change: {
            ...(description === token.description ? {} : { description }),
            ...(grantsDiffer && order.permissions ? { permissions: order.permissions } : {}),
        },
        added,
        removed,
    };
}

;// CONCATENATED MODULE: ./build/src/operations/update.js










/** update changes what a token is for or what it grants: only what differs is sent, and its tag stays. */
async function update(request, deps) {
    const { api, runner } = deps;
    const { token, clocks } = await existingToken(request.tokenId, api);
    const plan = planUpdate(token, {
        ...(request.description === undefined ? {} : { description: request.description }),
        ...(request.grants ? { permissions: request.grants.permissions } : {}),
    }, clocks);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(token, (0,tokens_token/* tokenStatus */.oH)(token, clocks.forRenewing)));
    if (plan.kind === 'refused')
        throw notUpdatable(token, plan.why);
    if (plan.kind === 'unchanged') {
        runner.outputs({ changed: 'false' });
        runner.info(`Token ${token.id} is as asked for already: nothing was sent.`);
        runner.summary({ title: 'InfluxDB token: nothing to update', facts: [['Token', token.id]] });
        return;
    }
    if (plan.change.permissions && request.grants)
        await checkGrants(request.grants, deps);
    for (const line of differences(token, plan))
        runner.info(line);
    if (request.dryRun) {
        runner.outputs({ changed: 'true' });
        runner.info('This was a dry run: nothing was changed.');
        runner.summary(update_summary('InfluxDB token: what an update would change', token, plan));
        return;
    }
    const updated = await change(token, plan, api);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(updated, (0,tokens_token/* tokenStatus */.oH)(updated, clocks.forRenewing)));
    refuseDeviations({ ...token, ...plan.change }, updated);
    runner.outputs({ changed: 'true' });
    runner.info(`Updated token ${token.id}.`);
    runner.summary(update_summary('InfluxDB token updated', token, plan));
}
function notUpdatable({ id }, why) {
    return new errors/* Failure */.HR('token-not-updated', `Token ${id} cannot be updated, since ${why}. Nothing was changed. Create a new one (\`operation: create\`).`);
}
async function checkGrants(grants, { api, runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(grants.permissions, runner);
    if (!(0,granted_databases/* mustKnowDatabases */.ZZ)(grants))
        return;
    const existing = await api.databases().catch((error) => {
        throw (0,errors/* withContext */.eQ)(error, 'The token was not changed.');
    });
    (0,granted_databases/* refuseUnknownDatabases */.N0)(grants, existing);
}
async function change({ id }, plan, api) {
    const updated = await api.updateToken(id, plan.change).catch((error) => {
        throw (0,errors/* withContext */.eQ)(error, `Whether token ${id} was changed shows \`operation: get\`; to update it again does no harm.`);
    });
    if (!updated)
        throw revokedMeanwhile(id);
    return updated;
}
/** The response counts and not the request: it must show what was sent, and what was not sent must not have changed. */
function refuseDeviations(wanted, updated) {
    const { id } = wanted;
    if (updated.revokedAt !== 'unset')
        throw revokedMeanwhile(id);
    const asWanted = updated.description === wanted.description &&
        (0,tokens_permissions/* samePermissions */.hq)(updated.permissions, wanted.permissions) &&
        updated.expiresAt === wanted.expiresAt;
    if (asWanted)
        return;
    throw new errors/* Failure */.HR('not-updated-as-asked', `After the update, token ${id} is not as asked: it grants ${(0,server_text/* markServerText */.k)(`"${(0,tokens_permissions/* describePermissions */.gH)(updated.permissions)}"`)}, ` +
        `expires ${(0,token_spec/* describeExpiry */.Ts)(updated.expiresAt)}, and has the description ${(0,server_text/* markServerText */.k)(`"${updated.description}"`)}. Did somebody ` +
        'else change it at the same time? To update it again does no harm.');
}
function revokedMeanwhile(id) {
    return new errors/* Failure */.HR('token-revoked', `Token ${id} has been revoked in the meantime: it grants nothing any more. Create a new one.`);
}
function differences(token, { change: { description }, added, removed }) {
    return [
        ...(added.length > 0 ? [`Adds ${(0,tokens_permissions/* describePermissions */.gH)(added)}.`] : []),
        ...(removed.length > 0 ? [`Removes ${(0,server_text/* markServerText */.k)((0,tokens_permissions/* describePermissions */.gH)(removed))}.`] : []),
        ...(description === undefined
            ? []
            : [
                `Describes it as "${(0,tokens_tag/* plainDescription */.$Y)(description)}" instead of ${(0,server_text/* markServerText */.k)(`"${(0,tokens_tag/* plainDescription */.$Y)(token.description)}"`)}.`,
            ]),
    ];
}
function update_summary(title, token, { change: { description, permissions }, added, removed }) {
    return {
        title,
        facts: [
            ['Token', token.id],
            ['For', (0,tokens_tag/* plainDescription */.$Y)(description ?? token.description)],
            ...(description === undefined ? [] : [['Was for', (0,tokens_tag/* plainDescription */.$Y)(token.description)]]),
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(permissions ?? token.permissions)],
            ...(added.length > 0 ? [['Added', (0,tokens_permissions/* describePermissions */.gH)(added)]] : []),
            ...(removed.length > 0 ? [['Removed', (0,tokens_permissions/* describePermissions */.gH)(removed)]] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/run-operation.js


















/** runOperation wires the real parts and runs one operation. Throws what the operation throws. */
async function runOperation(request, runner, secrets) {
    const { credential, trusted, clusterUrl, retryPolicy } = request.connection;
    const node = (0,trust/* nodeTrust */.DF)(process);
    const additions = (0,trust/* describeAdditions */.h6)(node);
    if (additions !== undefined)
        runner.info(additions);
    const { anchors, fingerprints } = (0,trust/* trustOfMain */.d6)(trusted, node);
    const transport = new http_transport/* HttpTransport */.G(anchors);
    // One for each server: what one server's Retry-After holds back is not the other's business.
    const management = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, retryPolicy);
    // A transport of its own: on Clustered, a probe must not use a connection that the API left open to one replica.
    const data = new requests/* Requests */.lv(new http_transport/* HttpTransport */.G(anchors), clock/* systemClock */.m, Math.random, runner.info, retryPolicy);
    const github = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, {
        ...retryPolicy,
        retryRule: rate_limit/* githubRetryRule */.SD,
    });
    const api = new client/* ManagementApi */.w(management, clock/* systemClock */.m, {
        credential,
        candidates: (0,endpoint/* candidateEndpoints */.I)(request.connection),
        observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning/* clockWarning */.h)(runner) },
    });
    const save = (text) => runner.saveState(text === '' ? '' : (0,sealed_ledger/* sealLedger */.po)(text, credential.secret));
    await run(request, github, {
        api,
        dataPlane: new probe/* DataPlane */.d(data, clusterUrl),
        retryControl: management,
        runner,
        clock: clock/* systemClock */.m,
        nonce: randomNonce,
        newLedger: (failOnRevokeError) => new ledger/* Ledger */.Oc(save, { endpoint: api.endpoint, retryPolicy, fingerprints, failOnRevokeError }),
    });
}
/** What is large and what few need is loaded when it is asked for: the rotation, and what speaks to GitHub. */
async function run(request, requests, deps) {
    switch (request.operation) {
        case 'create':
            return create(request, deps);
        case 'get':
            return get(request, deps);
        case 'list':
            return list(request, deps);
        case 'update':
            return update(request, deps);
        case 'revoke':
            return revoke_revoke(request, deps);
        case 'rotate': {
            const { rotate } = await __webpack_require__.e(/* import() */ 653).then(__webpack_require__.bind(__webpack_require__, 8653));
            const { secretStore, workflowRuns } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 3454));
            const { githubApiUrl } = request.run;
            const secrets = secretStore(githubApiUrl, request.storeToken, requests);
            const runs = workflowRuns(githubApiUrl, request.githubToken, requests);
            return rotate(request, { ...deps, github: { ...secrets, ...runs } });
        }
        case 'cleanup': {
            const { workflowRuns } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 3454));
            const github = workflowRuns(request.run.githubApiUrl, request.githubToken, requests);
            return cleanup(request, { ...deps, github, cancelled: (0,concurrency/* cancellationOf */.zg)(process) });
        }
        default:
            throw new Error(`nobody carries out ${request}`);
    }
}
const BYTES = 8;
/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
function randomNonce() {
    return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
}


/***/ })

};
;