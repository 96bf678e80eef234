"use strict";
exports.id = 995;
exports.ids = [995];
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


/***/ }),

/***/ 7995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   revoke: () => (/* binding */ revoke)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2388);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(971);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9616);
/* harmony import */ var _revocation_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6040);
/* harmony import */ var _revoke_tokens_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2234);






/** revoke revokes tokens by ID. An ID that the cluster does not know is a warning: it might be that of another cluster. */
async function revoke({ tokenIds, dryRun }, deps) {
    if (tokenIds.length === 0) {
        (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportIds */ .lt)([], [], deps);
        deps.runner.info('There is no token to revoke.');
        deps.runner.summary({ title: 'InfluxDB tokens: none to revoke', items: [] });
        return;
    }
    if (dryRun) {
        await showWhatWouldHappen(tokenIds, deps);
        return;
    }
    await locate(tokenIds, deps);
    report(await (0,_revoke_tokens_js__WEBPACK_IMPORTED_MODULE_4__/* .revokeTokens */ .xU)({ ids: tokenIds, known: false }, deps), deps);
}
/** A write must not find out which form of paths the server has. */
async function locate(tokenIds, deps) {
    try {
        await deps.api.locate();
    }
    catch (error) {
        (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportIds */ .lt)([], tokenIds, deps);
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .withConsequence */ .aN)(error, 'No token was revoked.');
    }
}
/** Throws Failures when a token might be alive. */
function report(outcomes, deps) {
    const { runner } = deps;
    const failed = (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOutcomes */ .sK)(outcomes, deps);
    runner.summary({
        title: `InfluxDB tokens: ${(0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .countOutcomes */ .XF)(outcomes)}`,
        head: ['Token', 'Outcome'],
        rows: outcomes.map((outcome) => [outcome.id, (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .describeOutcome */ .SS)(outcome)]),
    });
    if (failed.length > 0)
        throw new _failures_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .o((0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .failuresOf */ .dJ)(failed));
}
async function showWhatWouldHappen(tokenIds, deps) {
    const { api, runner } = deps;
    const { tokens, clocks } = await api.tokens();
    const tokenById = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_5__/* .indexById */ .RX)(tokens);
    const rows = tokenIds.map((id) => {
        const token = tokenById(id);
        if (!token)
            return [id, '', 'is not found: check account-id and cluster-id'];
        const would = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_5__/* .isSeenRevoked */ .m4)(token)
            ? 'is revoked already'
            : `would be revoked (it is ${(0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenStatus */ .oH)(token, clocks.forRenewing)})`;
        return [id, (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .plainDescription */ .$Y)(token.description), would];
    });
    for (const [id, , would] of rows)
        runner.info(`Token ${id} ${would}.`);
    (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .warnOfNotFound */ .j_)(tokenIds.filter((id) => !tokenById(id)), deps);
    (0,_revocation_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportIds */ .lt)([], [], deps);
    runner.info('This was a dry run: nothing was changed.');
    runner.summary({
        title: 'InfluxDB tokens: what a revocation would do',
        head: ['Token', 'For', 'Outcome'],
        rows,
    });
}


/***/ })

};
;