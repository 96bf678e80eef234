"use strict";
exports.id = 332;
exports.ids = [332];
exports.modules = {

/***/ 5742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   JJ: () => (/* binding */ MOST_IN_FLIGHT),
/* harmony export */   Lo: () => (/* binding */ STEADY)
/* harmony export */ });
/** How many requests may be in flight at once. */
const MOST_IN_FLIGHT = 8;
/** STEADY goes on to the end, as fast as is polite. */
const STEADY = { most: () => MOST_IN_FLIGHT, goesOn: () => true };
/** inParallel carries out a task for each item, in their order, some at once. Tasks must not throw. */
async function inParallel(items, task, { most, goesOn } = STEADY) {
    const inFlight = new Set();
    let ended = 0;
    for (const item of items) {
        while (inFlight.size >= most(ended))
            await Promise.race(inFlight);
        if (!goesOn())
            break;
        const begun = task(item).then(() => {
            ended++;
            inFlight.delete(begun);
        });
        inFlight.add(begun);
    }
    await Promise.all(inFlight);
}


/***/ }),

/***/ 6788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanup: () => (/* binding */ cleanup)
});

// EXTERNAL MODULE: ./build/cancellation.js
var cancellation = __webpack_require__(9884);
// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(5961);
// EXTERNAL MODULE: ./build/failures.js
var failures = __webpack_require__(7260);
// EXTERNAL MODULE: ./build/format-count.js
var format_count = __webpack_require__(4174);
// EXTERNAL MODULE: ./build/tokens/duration.js
var duration = __webpack_require__(3052);
// EXTERNAL MODULE: ./build/tokens/listing.js
var listing = __webpack_require__(4150);
;// CONCATENATED MODULE: ./build/tokens/cleanup-plan.js


/** planCleanup decides what becomes of each token in scope, newest first and then by id. Pure. */
function planCleanup(order, facts) {
    return inScope(order, facts).map((token) => ({ ...token, ...decide(token, order, facts) }));
}
/** runsInQuestion are the tokens in scope that are decided by whether their run has ended. Pure. */
function runsInQuestion(order, facts) {
    return inScope(order, facts).flatMap((token) => {
        const { tag } = token;
        const verdict = decide(token, order, { ...facts, hasEnded: () => true });
        return tag?.kind === 'job' && verdict.decision === 'revoke' ? [{ token, tag }] : [];
    });
}
function inScope({ scope, pattern }, { tokens, now }) {
    const filter = { status: 'all', scope, databases: [], ...(pattern ? { pattern } : {}) };
    return (0,listing/* listTokens */.dh)(tokens, filter, now);
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
    if (tag?.kind === 'handed')
        return keep('handed over by a rotation');
    if (tag && isOf(tag, facts.run))
        return keep('of this very run');
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
    return facts.now - createdAt > maxAgeMs ? revoke(`older than ${limit}`) : keep(`younger than ${limit}`);
}
function isOf({ repositoryId, runId }, run) {
    return repositoryId === run.repositoryId && runId === run.runId;
}
function revoke(reason) {
    return { decision: 'revoke', reason };
}
function keep(reason) {
    return { decision: 'keep', reason };
}

// EXTERNAL MODULE: ./build/operations/ended-runs.js + 1 modules
var ended_runs = __webpack_require__(2324);
// EXTERNAL MODULE: ./build/operations/revocation-report.js
var revocation_report = __webpack_require__(5727);
// EXTERNAL MODULE: ./build/operations/revoke-tokens.js
var revoke_tokens = __webpack_require__(5069);
// EXTERNAL MODULE: ./build/operations/tokens-outputs.js
var tokens_outputs = __webpack_require__(5109);
;// CONCATENATED MODULE: ./build/operations/cleanup.js










/** cleanup revokes what nobody holds any more, and says of each token in scope why it goes or stays. */
async function cleanup(request, deps) {
    const { runner } = deps;
    const decided = await (0,cancellation/* unlessCancelled */.MS)(decideAll(request, deps), deps.cancelled, 'No token was revoked.');
    const doomed = decided.filter(({ decision }) => decision === 'revoke');
    (0,tokens_outputs/* outputTokens */._)((0,listing/* formatTokens */._y)(decided, ({ decision, reason }) => ({ decision, reason })), decided.length, deps);
    runner.info(`${(0,format_count/* formatCount */.B)(doomed.length)} of ${(0,format_count/* formatCount */.B)(decided.length)} tokens in scope are to be revoked.`);
    const tooMany = tooManyOf(doomed, request);
    if (request.dryRun) {
        if (tooMany)
            runner.warning(tooMany.title, tooMany.message);
        (0,revocation_report/* reportIds */.lt)([], [], deps);
        for (const { id, reason } of doomed)
            runner.info(`Token ${id} would be revoked: ${reason}.`);
        runner.info('This was a dry run: nothing was changed.');
        runner.summary(table('InfluxDB tokens: what a cleanup would do', decided, []));
        return;
    }
    if (tooMany) {
        (0,revocation_report/* reportIds */.lt)([], [], deps);
        runner.summary(table('InfluxDB tokens: too many to be revoked', decided, []));
        throw tooMany;
    }
    const outcomes = await (0,revoke_tokens/* revokeTokens */.x)(doomed.map(({ id }) => id), deps);
    report(decided, outcomes, deps);
}
async function decideAll({ order, run }, deps) {
    try {
        const { tokens, now } = await deps.api.tokens();
        const tags = runsInQuestion(order, { tokens, run, now }).map(({ tag }) => tag);
        const { hasEnded, untold } = await (0,ended_runs/* askWhichEnded */.z)(tags, run, now, deps);
        if (untold) {
            deps.runner.warning('GitHub did not tell', `Whether ${(0,format_count/* formatCount */.B)(untold.count)} of ${(0,format_count/* formatCount */.B)(untold.asked)} runs have ended is not known, so the tokens that they made stay: ${untold.why}`);
        }
        return planCleanup(order, { tokens, run, hasEnded, now });
    }
    catch (error) {
        throw (0,failure/* withConsequence */.aN)(error, 'No token was revoked.');
    }
}
/** Expired ones do not count: to revoke these changes nothing for anybody. */
function tooManyOf(doomed, { maxRevocations, order }) {
    const live = doomed.filter(({ status }) => status === 'active');
    if (live.length <= maxRevocations)
        return undefined;
    return new failure/* Failure */.HR('Too many tokens', `${(0,format_count/* formatCount */.B)(live.length)} live tokens would be revoked, and \`max-revocations\` allows ${(0,format_count/* formatCount */.B)(maxRevocations)}. ` +
        `None was revoked. They are ${(0,revocation_report/* nameSome */.Kf)(live.map(({ id }) => id))}; the summary says why. If that is what you want, give ` +
        `\`max-revocations: ${live.length}\`; if not, narrow it with \`description-pattern\`` +
        (order.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'));
}
function report(decided, outcomes, deps) {
    const { runner } = deps;
    const failed = (0,revocation_report/* reportOutcomes */.sK)(outcomes, deps);
    const title = failed.length === 0 ? 'InfluxDB tokens cleaned up' : 'InfluxDB tokens: not all are cleaned up';
    runner.summary(table(title, decided, outcomes));
    if (failed.length > 0)
        throw new failures/* Failures */.o((0,revocation_report/* failuresOf */.dJ)(failed));
}
/** What goes stands before what stays. */
function table(title, decided, outcomes) {
    const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    const rows = (decision) => decided
        .filter((token) => token.decision === decision)
        .map((token) => {
        const outcome = byId.get(token.id);
        const what = outcome ? (0,revocation_report/* describeOutcome */.SS)(outcome) : decision;
        return [token.plainDescription, token.tag?.kind ?? 'untagged', what, token.reason, token.id];
    });
    return {
        title: decided.length === 0 ? `${title}: none is in scope` : title,
        head: ['For', 'Kind', 'Outcome', 'Why', 'Token'],
        rows: [...rows('revoke'), ...rows('keep')],
        more: 'The file in the output `tokens-file` holds all.',
    };
}


/***/ }),

/***/ 2324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ askWhichEnded)
});

// EXTERNAL MODULE: ./build/in-parallel.js
var in_parallel = __webpack_require__(5742);
;// CONCATENATED MODULE: ./build/tokens/run-end.js
/** GitHub forgets a run after at most so long: it runs for 35 days at most. */
const LONGEST_RUN_MS = 35 * 24 * 3_600_000;
/**
 * runHasEnded tells whether the run and attempt that made a token are known to have ended. Only of runs of our own
 * repository does a 404 prove anything, and of old tokens. `now` is in milliseconds since 1970. Pure.
 */
function runHasEnded(tag, { createdAt }, answer, ownRepositoryId, now) {
    if (answer?.kind === 'found') {
        return answer.status === 'completed' || answer.attempt > Number(tag.runAttempt);
    }
    return (answer?.kind === 'unknown' &&
        tag.repositoryId === ownRepositoryId &&
        typeof createdAt === 'number' &&
        now - createdAt > LONGEST_RUN_MS);
}

// EXTERNAL MODULE: ./build/operations/progress.js
var operations_progress = __webpack_require__(9239);
;// CONCATENATED MODULE: ./build/operations/ended-runs.js



/** So many questions in a row without an answer, each tried several times: GitHub cannot be reached. */
const PATIENCE = 8;
/**
 * askWhichEnded asks GitHub once about the run of each tag, and no more once GitHub wants to be left alone or does not
 * answer. It must be called after the list was read. `now` is in milliseconds since 1970. Throws a Failure when GitHub
 * refuses to tell.
 */
async function askWhichEnded(tags, own, now, { github, ...deps }) {
    // Of our own run nobody knows better: it goes on, in this attempt.
    const ours = { kind: 'found', status: 'in_progress', attempt: Number(own.runAttempt) };
    const answers = new Map([[keyOf(own), ours]]);
    const asked = new Map(tags.filter((tag) => !answers.has(keyOf(tag))).map((tag) => [keyOf(tag), tag]));
    const progress = (0,operations_progress/* progressOf */.j)('Asking GitHub about runs', asked.size, deps);
    let refusal;
    let silences = 0;
    const ask = async ([key, tag]) => {
        // The name in a tag is from before a rename of our own repository.
        const repository = tag.repositoryId === own.repositoryId ? own.repository : tag.repository;
        try {
            const answer = await github.run(repository, tag.runId);
            answers.set(key, answer);
            if (answer.kind !== 'no-answer')
                silences = 0;
            else
                silences += answer.lasting ? PATIENCE : 1;
            progress(answers.size - 1);
        }
        catch (error) {
            refusal ??= error;
        }
    };
    await (0,in_parallel/* inParallel */.HN)(asked, ask, { ...in_parallel/* STEADY */.Lo, goesOn: () => refusal === undefined && silences < PATIENCE });
    if (refusal !== undefined)
        throw refusal;
    return {
        hasEnded: (token, tag) => runHasEnded(tag, token, answers.get(keyOf(tag)), own.repositoryId, now),
        untold: untoldOf(asked, answers, own),
    };
}
function untoldOf(asked, answers, own) {
    const reasons = [...asked].flatMap(([key, tag]) => {
        const answer = answers.get(key);
        if (answer === undefined)
            return [''];
        if (answer.kind === 'no-answer')
            return [answer.why];
        return answer.kind === 'unknown' && tag.repositoryId !== own.repositoryId
            ? [`Run ${tag.runId} of ${tag.repository} is not there, or \`github-token\` may not see it.`]
            : [];
    });
    return reasons.length === 0
        ? undefined
        : { count: reasons.length, asked: asked.size, why: reasons.find((why) => why !== '') ?? '' };
}
function keyOf({ repositoryId, runId }) {
    return `${repositoryId} ${runId}`;
}


/***/ }),

/***/ 9239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ progressOf)
/* harmony export */ });
/* harmony import */ var _format_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4174);

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
        runner.info(`${work}: ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B)(done)} of ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B)(total)}.`);
    };
}


/***/ }),

/***/ 5727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   SS: () => (/* binding */ describeOutcome),
/* harmony export */   dJ: () => (/* binding */ failuresOf),
/* harmony export */   lt: () => (/* binding */ reportIds),
/* harmony export */   qW: () => (/* binding */ warnOfUnheardOf),
/* harmony export */   sK: () => (/* binding */ reportOutcomes)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _format_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4174);


/** GitHub cuts a message after 4096 characters, in the log too. */
const MOST_NAMED = 80;
function isFailed({ kind }) {
    return kind === 'failed' || kind === 'untried';
}
/** warnOfUnheardOf warns of ids that the cluster does not know: it may be the wrong cluster. */
function warnOfUnheardOf(ids, { runner }) {
    if (ids.length === 0)
        return;
    runner.warning('Token not known', `${nameSome(ids)}: not known to this cluster: check account-id and cluster-id.`);
}
/** reportIds sets the outputs with ids. */
function reportIds(revoked, failed, { runner }) {
    runner.outputs({
        'revoked-token-ids': JSON.stringify(revoked),
        'failed-token-ids': JSON.stringify(failed),
    });
}
/** reportOutcomes tells what became of many tokens, in the log and the outputs. Returns those that may be alive. */
function reportOutcomes(outcomes, deps) {
    const failed = outcomes.filter(isFailed);
    const revoked = outcomes.filter((outcome) => !isFailed(outcome));
    deps.runner.info(`${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B)(revoked.length)} of ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B)(outcomes.length)} tokens are revoked.`);
    warnOfUnheardOf(outcomes.filter(({ kind }) => kind === 'unheard-of').map(({ id }) => id), deps);
    reportIds(revoked.map(({ id }) => id), failed.map(({ id }) => id), deps);
    return failed;
}
/** describeOutcome says what became of a token. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'revoked':
            return 'revoked';
        case 'already-revoked':
            return 'was revoked already';
        case 'unheard-of':
            return 'not known to this cluster';
        case 'untried':
            return 'not tried';
        case 'failed':
            return `not revoked: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(outcome.error)}`;
    }
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
    const untried = failed.filter(({ kind }) => kind === 'untried').map(({ id }) => id);
    return [
        ...failed.flatMap((outcome) => outcome.kind === 'failed'
            ? [
                new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Token not revoked', `Token ${outcome.id} may be alive: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(outcome.error)} To revoke it again does no harm.`),
            ]
            : []),
        ...(untried.length > 0
            ? [
                new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Tokens not tried', `These were not tried any more and may be alive: ${nameSome(untried)}. Mend the cause and run the step again. ` +
                    'The output `failed-token-ids` holds all.'),
            ]
            : []),
    ];
}
/** nameSome names as many ids as a message holds. */
function nameSome(ids) {
    const some = ids.slice(0, MOST_NAMED).join(', ');
    const rest = ids.length - MOST_NAMED;
    return rest > 0 ? `${some} and ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B)(rest)} more` : some;
}


/***/ }),

/***/ 710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ tryToRevoke),
/* harmony export */   h9: () => (/* binding */ aliveAfterAll),
/* harmony export */   w$: () => (/* binding */ revokeToken)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7031);
/* harmony import */ var _tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7559);



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

/***/ 5069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ revokeTokens)
/* harmony export */ });
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9884);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5961);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5742);
/* harmony import */ var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5267);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9239);
/* harmony import */ var _revoke_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(710);







/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3_000;
const CANCELLED = new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('Cancelled', 'The job was cancelled before the server had answered.');
/**
 * revokeTokens revokes many tokens. One failure does not stop the others, unless the management token is refused or the
 * server wants to be left alone. The outcomes are in the order of the ids. Never throws for what happens to a token.
 */
async function revokeTokens(ids, deps) {
    const deleted = await deleteAll(ids, deps);
    const missing = ids.filter((id) => deleted.get(id)?.kind === 'not-found');
    const end = deps.cancelled?.aborted ? CANCELLED : [...deleted.values()].find(leavesNoHope)?.error;
    const unseen = (error) => missing.map((id) => failed(id, error));
    // After that nothing more is asked: what was not found may be alive.
    const looked = end === undefined
        ? await Promise.race([lookFor(missing, deps), timeToFinish(deps).then(() => unseen(CANCELLED))])
        : unseen(end);
    const found = new Map([...deleted.values(), ...looked].map((outcome) => [outcome.id, outcome]));
    return ids.map((id) => {
        const outcome = found.get(id);
        return outcome === undefined || outcome.kind === 'not-found' ? { id, kind: 'untried' } : outcome;
    });
}
/**
 * The first request goes alone, and with each answer one more may be under way: a management token that is refused is
 * noticed by the first.
 */
async function deleteAll(ids, deps) {
    const outcomes = new Map();
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_6__/* .progressOf */ .j)('Revoking', ids.length, deps);
    const asked = new Set();
    let stopped = false;
    const goesOn = () => !stopped && !deps.cancelled?.aborted;
    const begin = async (id) => {
        asked.add(id);
        const outcome = await deleteOne(id, deps, goesOn);
        outcomes.set(id, outcome);
        stopped ||= leavesNoHope(outcome);
        progress(outcomes.size);
    };
    await Promise.race([(0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .HN)(ids, begin, { most: mostAfter, goesOn }), timeToFinish(deps)]);
    const unanswered = [...asked].filter((id) => !outcomes.has(id));
    return new Map([...outcomes, ...unanswered.map((id) => [id, failed(id, CANCELLED)])]);
}
/** Never resolves as long as the job is not cancelled. */
async function timeToFinish({ cancelled, clock }) {
    await (cancelled ? (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .aborted */ .QH)(cancelled) : new Promise(() => { }));
    await clock.sleep(TIME_TO_FINISH_MS);
}
function mostAfter(answered) {
    return Math.min(_in_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_IN_FLIGHT */ .JJ, 1 + answered);
}
async function deleteOne(id, deps, goesOn) {
    try {
        return { id, kind: await (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tryToRevoke */ .Bi)(id, deps, goesOn) };
    }
    catch (error) {
        return failed(id, error);
    }
}
function failed(id, error) {
    return { id, kind: 'failed', error };
}
function leavesNoHope(outcome) {
    return (outcome.kind === 'failed' && ((0,_management_api_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isTurnedAway */ .n7)(outcome.error) || outcome.error instanceof _http_requests_js__WEBPACK_IMPORTED_MODULE_2__/* .RetryAfterTooLong */ .Zt));
}
/** Reads the list once for all tokens that were not found. */
async function lookFor(ids, { api }) {
    if (ids.length === 0)
        return [];
    try {
        const { tokens } = await api.tokens();
        const listed = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
        return ids.map((id) => {
            const token = listed.get(id.toLowerCase());
            const error = (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_5__/* .aliveAfterAll */ .h9)(token);
            if (error)
                return failed(id, error);
            return { id, kind: token ? 'already-revoked' : 'unheard-of' };
        });
    }
    catch (error) {
        return ids.map((id) => failed(id, error));
    }
}


/***/ }),

/***/ 8870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   revoke: () => (/* binding */ revoke)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7260);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4322);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7031);
/* harmony import */ var _revocation_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5727);
/* harmony import */ var _revoke_tokens_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5069);






/** revoke ends tokens by id. What the server does not know any more is revoked, as far as anybody can tell. */
async function revoke({ tokenIds, dryRun }, deps) {
    if (tokenIds.length === 0) {
        (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportIds */ .lt)([], [], deps);
        deps.runner.info('There is no token to revoke.');
        deps.runner.summary({ title: 'InfluxDB tokens: none to revoke', items: [] });
        return;
    }
    if (dryRun) {
        await showWhatWouldHappen(tokenIds, deps);
        return;
    }
    await locate(tokenIds, deps);
    report(await (0,_revoke_tokens_js__WEBPACK_IMPORTED_MODULE_3__/* .revokeTokens */ .x)(tokenIds, deps), deps);
}
/** A write must not find out which form of paths the server has. */
async function locate(tokenIds, deps) {
    try {
        await deps.api.locate();
    }
    catch (error) {
        (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportIds */ .lt)([], tokenIds, deps);
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .withConsequence */ .aN)(error, 'No token was revoked.');
    }
}
/** Throws Failures when there is a token that may be alive. */
function report(outcomes, deps) {
    const { runner } = deps;
    const failed = (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOutcomes */ .sK)(outcomes, deps);
    runner.summary({
        title: failed.length === 0 ? 'InfluxDB tokens revoked' : 'InfluxDB tokens: not all are revoked',
        head: ['Token', 'Outcome'],
        rows: outcomes.map((outcome) => [outcome.id, (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .describeOutcome */ .SS)(outcome)]),
    });
    if (failed.length > 0)
        throw new _failures_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .o((0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .failuresOf */ .dJ)(failed));
}
async function showWhatWouldHappen(tokenIds, deps) {
    const { api, runner } = deps;
    const { tokens, now } = await api.tokens();
    const listed = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
    const rows = tokenIds.map((id) => {
        const token = listed.get(id.toLowerCase());
        if (!token)
            return [id, '', 'is not known to this cluster'];
        const would = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_4__/* .isSeenRevoked */ .m)(token)
            ? 'is revoked already'
            : `would be revoked (it is ${(0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenStatus */ .o)(token, now)})`;
        return [id, (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .plainDescription */ .$Y)(token.description), would];
    });
    for (const [id, , would] of rows)
        runner.info(`Token ${id} ${would}.`);
    (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .warnOfUnheardOf */ .qW)(tokenIds.filter((id) => !listed.has(id.toLowerCase())), deps);
    (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportIds */ .lt)([], [], deps);
    runner.info('This was a dry run: nothing was changed.');
    runner.summary({
        title: 'InfluxDB tokens: what a revocation would do',
        head: ['Token', 'For', 'Outcome'],
        rows,
    });
}


/***/ }),

/***/ 5109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ outputTokens)
/* harmony export */ });
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2630);

/** outputTokens sets the outputs about many tokens; `json` is all of them, which a file holds even if an output cannot. */
function outputTokens(json, count, { runner, nonce }) {
    runner.outputs({ count: String(count), ...((0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsIntoOutput */ .Uo)(json) ? { tokens: json } : {}) });
    runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
    if ((0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsIntoOutput */ .Uo)(json))
        return;
    runner.info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.');
}


/***/ }),

/***/ 4150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xt: () => (/* binding */ unreadableExpiries),
/* harmony export */   _y: () => (/* binding */ formatTokens),
/* harmony export */   dh: () => (/* binding */ listTokens),
/* harmony export */   iI: () => (/* binding */ nextToExpireFirst),
/* harmony export */   ll: () => (/* binding */ newestFirst)
/* harmony export */ });
/* unused harmony export isWithin */
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2871);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9086);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4322);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7031);




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
            return tag?.repositoryId === scope.repositoryId;
        case 'organization':
            return tag?.repository.split('/')[0]?.toLowerCase() === scope.owner.toLowerCase();
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
        createdAt: formatServerDate(token.createdAt),
        expiresAt: formatServerDate(token.expiresAt),
        revokedAt: formatServerDate(token.revokedAt),
        plainDescription: token.plainDescription,
        kind: token.tag?.kind ?? null,
        repository: token.tag?.repository ?? null,
        runId: token.tag?.runId ?? null,
        status: token.status,
        ...more(token),
    })));
}
function examine(token, now) {
    const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagged */ .UB)(token.description);
    return {
        ...token,
        plainDescription: tagged?.plain ?? token.description,
        tag: tagged?.tag,
        status: (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenStatus */ .o)(token, now),
    };
}
function selects(filter, token, now) {
    return ((filter.status === 'all' || token.status === filter.status) &&
        isWithin(filter.scope, token.tag) &&
        grantsOneOf(filter.databases, token) &&
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
/** Null is "not set"; a date that cannot be read says so, and is not taken for it. */
function formatServerDate(date) {
    if (typeof date === 'number')
        return (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(date);
    return date === 'unset' ? null : date;
}


/***/ }),

/***/ 7031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};
;