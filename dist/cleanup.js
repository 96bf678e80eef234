"use strict";
exports.id = 141;
exports.ids = [141];
exports.modules = {

/***/ 6955:
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

/***/ 141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanup: () => (/* binding */ cleanup)
});

// EXTERNAL MODULE: ./build/src/cancellation.js
var cancellation = __webpack_require__(2091);
// EXTERNAL MODULE: ./build/src/failure.js
var failure = __webpack_require__(2388);
// EXTERNAL MODULE: ./build/src/failures.js
var failures = __webpack_require__(971);
// EXTERNAL MODULE: ./build/src/format-count.js
var format_count = __webpack_require__(6449);
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
/** runsInQuestion are the tokens in scope that are decided by whether their run has ended. Pure. */
function runsInQuestion(order, facts) {
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

// EXTERNAL MODULE: ./build/src/operations/ended-runs.js + 1 modules
var ended_runs = __webpack_require__(5426);
// EXTERNAL MODULE: ./build/src/operations/listing-outputs.js
var listing_outputs = __webpack_require__(7466);
// EXTERNAL MODULE: ./build/src/operations/revocation-report.js
var revocation_report = __webpack_require__(6040);
// EXTERNAL MODULE: ./build/src/operations/revoke-tokens.js
var revoke_tokens = __webpack_require__(2234);
;// CONCATENATED MODULE: ./build/src/operations/cleanup.js










/** cleanup revokes tokens that are no longer in use, and says for each token in scope why it is revoked or kept. */
async function cleanup(request, deps) {
    const { runner } = deps;
    const decided = await (0,cancellation/* unlessCancelled */.MS)(decideAll(request, deps), deps.cancelled, 'No token was revoked.');
    const doomed = decided.filter(({ decision }) => decision === 'revoke');
    (0,listing_outputs/* outputTokens */._)((0,listing/* formatTokens */._y)(decided, ({ decision, reason }) => ({ decision, reason })), decided.length, deps);
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
    const outcomes = await (0,revoke_tokens/* revokeTokens */.xU)({ ids: doomed.map(({ id }) => id), known: true }, deps);
    report(decided, outcomes, deps);
}
async function decideAll({ order, run }, deps) {
    try {
        const { tokens, clocks } = await deps.api.tokens();
        const toCheck = runsInQuestion(order, { tokens, run, clocks });
        const { hasEnded, unresolved } = await (0,ended_runs/* askWhichEnded */.z)(toCheck, { own: run, clocks }, deps);
        if (unresolved) {
            deps.runner.warning('GitHub did not tell', `Whether ${(0,format_count/* formatCount */.B)(unresolved.count)} of ${(0,format_count/* formatCount */.B)(unresolved.asked)} runs have ended is not known, so the tokens that they created are kept: ${unresolved.why}`);
        }
        return planCleanup(order, { tokens, run, hasEnded, clocks });
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

/***/ 5426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ askWhichEnded)
});

// EXTERNAL MODULE: ./build/src/in-parallel.js
var in_parallel = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
;// CONCATENATED MODULE: ./build/src/tokens/run-end.js

/** A workflow run lasts for at most 35 days. GitHub can forget an older one. */
const MAX_RUN_AGE_MS = 35 * 24 * 3_600_000;
/** checkAnswer makes an answer about another run or repository one that proves nothing. Pure. */
function checkAnswer(asked, answer) {
    if (answer.kind !== 'found')
        return answer;
    const { runId, repositoryId } = answer;
    if (runId === asked.runId && repositoryId === asked.repositoryId)
        return answer;
    return {
        kind: 'no-answer',
        why: `GitHub was asked for run ${asked.runId} of repository ${asked.repositoryId} and answered with run ${runId} of ` +
            `repository ${repositoryId}.`,
        lasting: false,
    };
}
/**
 * runHasEnded tells whether the run and attempt that created a token are known to have ended. Nothing is known about runs
 * of another server. A 404 is proof only for our own repository and an old token. Pure.
 */
function runHasEnded({ createdAt }, tag, { answer, own, clocks }) {
    if (tag.server !== own.server || answer === undefined)
        return false;
    const checked = checkAnswer(tag, answer);
    if (checked.kind === 'found') {
        return checked.status === 'completed' || checked.attempt > Number(tag.runAttempt);
    }
    return (checked.kind === 'unknown' &&
        (0,tokens_tag/* isSameRepository */.ve)(tag, own) &&
        typeof createdAt === 'number' &&
        clocks.forEnding - createdAt > MAX_RUN_AGE_MS);
}

// EXTERNAL MODULE: ./build/src/operations/progress.js
var operations_progress = __webpack_require__(9930);
;// CONCATENATED MODULE: ./build/src/operations/ended-runs.js




/** So many requests in a row without a usable response, each retried: GitHub cannot be reached. */
const MAX_SILENCES = 8;
/**
 * askWhichEnded asks GitHub once about each run of this server, and stops when GitHub's rate limit is used up or GitHub
 * does not respond. Call it after the list was read. Throws a Failure when GitHub refuses to tell.
 */
async function askWhichEnded(tokens, { own, clocks }, { github, ...deps }) {
    const answers = new Map([[keyOf(own), ownRun(own)]]);
    const toAsk = tokens.filter(({ tag }) => tag.server === own.server && !answers.has(keyOf(tag)));
    const runs = new Map(toAsk.map(({ tag }) => [keyOf(tag), tag]));
    const progress = (0,operations_progress/* progressOf */.j)('Asking GitHub about runs', runs.size, deps);
    let refusal;
    let silences = 0;
    const ask = async ([key, tag]) => {
        // The name in a tag is from before a rename of our own repository.
        const repository = (0,tokens_tag/* isSameRepository */.ve)(tag, own) ? own.repository : tag.repository;
        try {
            const answer = checkAnswer(tag, await github.run(repository, tag.runId));
            answers.set(key, answer);
            if (answer.kind !== 'no-answer')
                silences = 0;
            else
                silences += answer.lasting ? MAX_SILENCES : 1;
            progress(answers.size - 1);
        }
        catch (error) {
            refusal ??= error;
        }
    };
    await (0,in_parallel/* inParallel */.HN)(runs, ask, { ...in_parallel/* STEADY */.Lo, goesOn: () => refusal === undefined && silences < MAX_SILENCES });
    if (refusal !== undefined)
        throw refusal;
    const hasEnded = (token, tag) => runHasEnded(token, tag, { answer: answers.get(keyOf(tag)), own, clocks });
    const reasons = new Map(toAsk.flatMap(({ token, tag }) => {
        const why = whyUnresolved(tag, answers.get(keyOf(tag)), own);
        return why === undefined || hasEnded(token, tag) ? [] : [[keyOf(tag), why]];
    }));
    return { hasEnded, unresolved: unresolvedOf([...reasons.values()], runs.size) };
}
/** Nobody knows better about our own run: this attempt of it goes on. */
function ownRun({ runId, repositoryId, runAttempt }) {
    return { kind: 'found', runId, repositoryId, status: 'in_progress', attempt: Number(runAttempt) };
}
/** Empty where the run was not asked about, because an earlier answer says why. */
function whyUnresolved(tag, answer, own) {
    if (answer === undefined)
        return '';
    if (answer.kind === 'found')
        return undefined;
    if (answer.kind === 'no-answer')
        return answer.why;
    const run = `run ${tag.runId} of ${tag.repository}`;
    return (0,tokens_tag/* isSameRepository */.ve)(tag, own)
        ? `GitHub has no ${run} any longer (404), and the token is not older than 35 days.`
        : `GitHub has no ${run}, or does not show it to \`github-token\` (404).`;
}
function unresolvedOf(reasons, asked) {
    if (reasons.length === 0)
        return undefined;
    return { count: reasons.length, asked, why: reasons.find((why) => why !== '') ?? '' };
}
function keyOf({ server, repositoryId, runId }) {
    return `${server} ${repositoryId} ${runId}`;
}


/***/ }),

/***/ 7466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ outputTokens)
/* harmony export */ });
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1968);

/** outputTokens sets the outputs about many tokens; `json` is all of them, which a file holds even if an output cannot. */
function outputTokens(json, count, { runner, nonce }) {
    runner.outputs({ count: String(count), ...((0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsIntoOutput */ .Uo)(json) ? { tokens: json } : {}) });
    runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
    if ((0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsIntoOutput */ .Uo)(json))
        return;
    runner.info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.');
}


/***/ }),

/***/ 9930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ progressOf)
/* harmony export */ });
/* harmony import */ var _format_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6449);

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

/***/ 6040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   SS: () => (/* binding */ describeOutcome),
/* harmony export */   XF: () => (/* binding */ countOutcomes),
/* harmony export */   dJ: () => (/* binding */ failuresOf),
/* harmony export */   j_: () => (/* binding */ warnOfNotFound),
/* harmony export */   lt: () => (/* binding */ reportIds),
/* harmony export */   sK: () => (/* binding */ reportOutcomes)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2388);
/* harmony import */ var _format_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6449);
/* harmony import */ var _revoke_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2234);



/** GitHub cuts a message after 4096 characters, in the log too. */
const MOST_NAMED = 80;
/** warnOfNotFound warns of IDs that the cluster does not know: the step might ask the wrong cluster. */
function warnOfNotFound(ids, { runner }) {
    if (ids.length === 0)
        return;
    runner.warning('Token not found', `This cluster does not know ${nameSome(ids)}: check account-id and cluster-id. Nothing was revoked for these IDs.`);
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
    const revoked = outcomes.filter(_revoke_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isConfirmedRevoked */ .KU).length;
    const notFound = outcomes.filter(({ kind }) => kind === 'not-found').length;
    const missing = notFound > 0 ? `, ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B)(notFound)} not found` : '';
    return `${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B)(revoked)} of ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B)(outcomes.length)} revoked${missing}`;
}
/** reportOutcomes writes the results for many tokens to the log and the outputs. Returns those that might be alive. */
function reportOutcomes(outcomes, deps) {
    const failed = outcomes.filter(_revoke_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .mightBeAlive */ .I_);
    deps.runner.info(`Tokens: ${countOutcomes(outcomes)}.`);
    warnOfNotFound(outcomes.filter(({ kind }) => kind === 'not-found').map(({ id }) => id), deps);
    reportIds(outcomes.filter(_revoke_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isConfirmedRevoked */ .KU).map(({ id }) => id), failed.map(({ id }) => id), deps);
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
            return `not revoked: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(outcome.error)}`;
    }
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
    const skipped = failed.filter(({ kind }) => kind === 'skipped').map(({ id }) => id);
    return [
        ...failed.flatMap((outcome) => outcome.kind === 'failed'
            ? [
                new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Token not revoked', `Token ${outcome.id} may be alive: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(outcome.error)} To revoke it again does no harm.`),
            ]
            : []),
        ...(skipped.length > 0
            ? [
                new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Tokens not tried', `These were not tried any more and may be alive: ${nameSome(skipped)}. Fix the cause and run the step again. ` +
                    'The output `failed-token-ids` holds all.'),
            ]
            : []),
    ];
}
/** nameSome names as many ids as a message holds. */
function nameSome(ids) {
    const some = ids.slice(0, MOST_NAMED).join(', ');
    const rest = ids.length - MOST_NAMED;
    return rest > 0 ? `${some} and ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B)(rest)} more` : some;
}


/***/ }),

/***/ 9279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ judgeNotFound),
/* harmony export */   ni: () => (/* binding */ deleteToken),
/* harmony export */   w$: () => (/* binding */ revokeToken)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2388);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9616);
/* harmony import */ var _tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(538);



/**
 * revokeToken revokes one token that an earlier response of this step has shown. Throws a Failure, ApiError, or
 * NetworkError when the token might be alive.
 */
async function revokeToken(id, deps) {
    const result = await deleteToken(id, deps);
    if (result.kind === 'revoked')
        return;
    const { tokens } = await deps.api.tokens();
    const judged = judgeNotFound({ id, listed: tokens.find((token) => (0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__/* .sameId */ .s)(token.id, id)), known: true });
    if (judged instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        throw judged;
}
/**
 * deleteToken sends DELETE until its outcome is known. Before each repetition `goesOn` can stop it. Throws like
 * revokeToken.
 */
async function deleteToken(id, { api, pacing }, goesOn = () => true) {
    let wasShown = false;
    for (let attempt = 0;; attempt++) {
        const deletion = await api.deleteToken(id);
        if (deletion.kind === 'revoked')
            return { kind: 'revoked' };
        if (deletion.kind === 'refused')
            throw deletion.error;
        if (deletion.kind === 'unsent' && !deletion.error.passing)
            throw deletion.error;
        if (deletion.kind === 'unknown-token')
            return { kind: 'not-found', wasShown };
        if (deletion.kind === 'lost') {
            // The DELETE might have revoked the token all the same, so read the token before anything else.
            const { token } = await api.findToken(id);
            if (!token)
                return { kind: 'not-found', wasShown };
            if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeenRevoked */ .m4)(token))
                return { kind: 'revoked' };
            wasShown = true;
        }
        if (attempt >= pacing.policy.retries || !(await pacing.backOff(attempt)) || !goesOn()) {
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
    if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeenRevoked */ .m4)(listed))
        return 'already-revoked';
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Token not revoked', `The Management API lists token ${id} as alive but responds 404 to its revocation.`);
}


/***/ }),

/***/ 2234:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I_: () => (/* binding */ mightBeAlive),
/* harmony export */   KU: () => (/* binding */ isConfirmedRevoked),
/* harmony export */   xU: () => (/* binding */ revokeTokens)
/* harmony export */ });
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2091);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2388);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(441);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6955);
/* harmony import */ var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1926);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9616);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9930);
/* harmony import */ var _revoke_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9279);








/** isConfirmedRevoked tells whether the token is revoked now, whoever revoked it. */
function isConfirmedRevoked({ kind }) {
    return kind === 'revoked' || kind === 'already-revoked';
}
/** mightBeAlive tells whether revoking the token failed. A token that is not found is neither revoked nor a failure. */
function mightBeAlive({ kind }) {
    return kind === 'failed' || kind === 'skipped';
}
/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3_000;
const CANCELLED = new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('Cancelled', 'The job was cancelled before the server had answered.');
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
        stopped ||= abortsBatch(outcome);
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
        return { id, ...(await (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_5__/* .deleteToken */ .ni)(id, deps, goesOn)) };
    }
    catch (error) {
        return failed(id, (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOnly */ .tf)(error));
    }
}
function failed(id, error) {
    return { id, kind: 'failed', error };
}
function abortsBatch(outcome) {
    return (outcome.kind === 'failed' && ((0,_management_api_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isTurnedAway */ .n7)(outcome.error) || outcome.error instanceof _http_requests_js__WEBPACK_IMPORTED_MODULE_2__/* .RetryAfterTooLong */ .Zt));
}
/** Reads the list once for all tokens that were not found, and after the last DELETE, since it must show their effect. */
async function lookFor(missing, { api }) {
    if (missing.length === 0)
        return [];
    try {
        const { tokens } = await api.tokens();
        const tokenById = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_7__/* .indexById */ .RX)(tokens);
        return missing.map(({ id, known }) => {
            const judged = (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_5__/* .judgeNotFound */ .Fv)({ id, listed: tokenById(id), known });
            return judged instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR ? failed(id, judged) : { id, kind: judged };
        });
    }
    catch (error) {
        const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOnly */ .tf)(error);
        return missing.map(({ id }) => failed(id, failure));
    }
}


/***/ })

};
;