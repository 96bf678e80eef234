"use strict";
exports.id = 938;
exports.ids = [938];
exports.modules = {

/***/ 8938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endJob: () => (/* binding */ endJob)
});

// EXTERNAL MODULE: ./build/src/clock.js
var clock = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/failure.js
var failure = __webpack_require__(2388);
// EXTERNAL MODULE: ./build/src/faults.js
var src_faults = __webpack_require__(2433);
// EXTERNAL MODULE: ./build/src/http/requests.js
var http_requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 2 modules
var transport = __webpack_require__(5419);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/inputs/access.js + 2 modules
var access = __webpack_require__(6256);
// EXTERNAL MODULE: ./build/src/inputs/declared.js
var declared = __webpack_require__(2006);
// EXTERNAL MODULE: ./build/src/inputs/setting.js
var setting = __webpack_require__(5126);
// EXTERNAL MODULE: ./build/src/inputs/text-file.js
var text_file = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/operations/clock-warning.js
var clock_warning = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/operations/ledger.js
var operations_ledger = __webpack_require__(7204);
// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var errors = __webpack_require__(1926);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/operations/revoke-tokens.js
var revoke_tokens = __webpack_require__(2234);
;// CONCATENATED MODULE: ./build/src/operations/settle.js






/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5_000;
/** openEnds picks the attempts that were neither settled nor kept. */
function openEnds(attempts) {
    const open = attempts.filter(operations_ledger/* hasLeftover */.Ss);
    const unknown = open.filter(({ id }) => id === undefined);
    return {
        ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
        nonces: unknown.map(({ nonce }) => nonce),
        lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
    };
}
/** isSettled tells whether there is nothing to do. */
function isSettled({ ids, nonces }) {
    return ids.length === 0 && nonces.length === 0;
}
/**
 * settle revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
 * where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
 * Failure that names what may be alive.
 */
async function settle(open, deps) {
    const { runner } = deps;
    const report = new SettlementReport();
    const found = open.nonces.length === 0 ? [] : await findLost(open, deps, report);
    const ids = [...new Set([...open.ids, ...found])];
    const outcomes = report.turnedAway
        ? ids.map((id) => ({ id, kind: 'skipped' }))
        : await (0,revoke_tokens/* revokeTokens */.xU)({ ids, known: true }, deps);
    for (const outcome of outcomes)
        report.add(outcome);
    for (const line of report.done)
        runner.info(line);
    if (report.done.length > 0) {
        runner.summary({ title: 'InfluxDB token at the end of the job', items: report.done });
    }
    if (report.failures.length > 0) {
        throw new failure/* Failure */.HR('Token not revoked', `${report.failures.join(' ')} ${remedy(report)}`);
    }
}
/** remedy says what a person can do about tokens that may be alive. */
function remedy({ ids, nonces }) {
    const byId = ids.length > 0
        ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(' ')}\`.`]
        : [];
    const byMark = nonces.length > 0
        ? [`If there is a token whose description contains ${nonces.join(' or ')}, revoke it: nobody holds it.`]
        : [];
    return [...byId, ...byMark].join(' ');
}
/** What was achieved and what was not, for people. */
class SettlementReport {
    done = [];
    failures = [];
    ids = [];
    nonces = [];
    /** The management token was refused: whatever comes next would be too. */
    turnedAway = false;
    add(outcome) {
        const { id } = outcome;
        if (outcome.kind === 'revoked')
            this.done.push(`Revoked token ${id}.`);
        if (outcome.kind === 'already-revoked')
            this.done.push(`Token ${id} was already revoked.`);
        if (!(0,revoke_tokens/* mightBeAlive */.I_)(outcome))
            return;
        this.ids.push(id);
        this.failures.push(outcome.kind === 'failed'
            ? `Token ${id} could not be revoked: ${(0,failure/* asSentence */.KG)(outcome.error)}`
            : `Token ${id} was not tried.`);
    }
    notFound(nonces, error) {
        this.nonces = nonces;
        this.failures.push(`Whether a token of a lost answer is alive is not known: ${(0,failure/* asSentence */.KG)(error)}`);
        this.turnedAway ||= (0,errors/* isTurnedAway */.n7)(error);
    }
}
/** Finds the tokens whose answers were lost, not before they had time to come to be. */
async function findLost({ nonces, lastPostAt }, { api, clock, runner }, report) {
    try {
        const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
        if (wait > 0)
            await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
        const { tokens } = await api.tokens();
        const lost = (0,tag/* carrying */.MR)(new Set(nonces), tokens);
        if (lost.length === 0)
            runner.info('The answer to creating a token was lost; there is no such token.');
        return lost.filter(({ token }) => !(0,tokens_token/* isSeenRevoked */.m4)(token)).map(({ token }) => token.id);
    }
    catch (error) {
        report.notFound(nonces, (0,failure/* failureOnly */.tf)(error));
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/report.js
var report = __webpack_require__(9786);
// EXTERNAL MODULE: ./build/src/runner/runner.js + 4 modules
var runner = __webpack_require__(1968);
// EXTERNAL MODULE: ./build/src/runner/secrets.js + 3 modules
var runner_secrets = __webpack_require__(4735);
;// CONCATENATED MODULE: ./build/src/end-of-job.js


















const LONGEST_TRY_MS = 15_000;
/** endJob does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
async function endJob(state, step) {
    try {
        const { access, problems, profile } = await readAccessAgain(step.secrets);
        const text = (0,sealed_ledger/* unsealLedger */.OR)(state, access.credential.secret);
        if (text === undefined) {
            const unusable = access.credential.secret.reveal() === ''
                ? withoutManagementToken(state, profile)
                : wronglySealed(state);
            return annotateError(unusable, /^true$/i.test((0,runner/* readInput */.R5)('fail-on-revoke-error')), step);
        }
        const ledger = (0,operations_ledger/* readLedger */.SC)(text);
        const trusted = { ...step, access, problems };
        const ended = ledger.handOver === undefined || (await endHandOver(ledger.handOver, ledger, trusted));
        return (await settleLedger(ledger, trusted)) && ended;
    }
    catch (error) {
        return annotateError(error, false, step);
    }
}
/** Commits what a rotation has handed over. Fails the job only where its consumers are locked out. */
async function endHandOver(handOver, ledger, step) {
    const { endRotation, isToBeCommitted, openHandOver } = await __webpack_require__.e(/* import() */ 489).then(__webpack_require__.bind(__webpack_require__, 5489));
    const jobStatus = (0,runner/* readInput */.R5)('job-status');
    const open = openHandOver(handOver, jobStatus);
    if (open === undefined)
        return true;
    if (!isToBeCommitted(handOver, jobStatus)) {
        return annotateError(new failure/* Failure */.HR('Rotation not committed', open), false, step);
    }
    let deps;
    try {
        deps = connect(ledger, step, 'Rotation not committed', open);
    }
    catch (error) {
        return annotateError(error, false, step);
    }
    try {
        await endRotation(handOver, deps);
        return true;
    }
    catch (error) {
        return annotateError(error, true, step);
    }
}
/**
 * Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
 * token's last hours.
 */
async function settleLedger(ledger, step) {
    const open = openEnds(ledger.attempts);
    if (isSettled(open))
        return true;
    try {
        await settle(open, connect(ledger, step, 'Token not revoked', remedy(open)));
        return true;
    }
    catch (error) {
        return annotateError(error, ledger.failOnRevokeError, step);
    }
}
/**
 * The ledger says where the cluster is, and whom to trust. Throws a Failure when that cannot be read any longer: `title` and
 * `otherwise` say what is true then.
 */
function connect({ place, tries, fingerprints }, { runner, secrets, deadline, access, problems }, title, otherwise) {
    if (problems !== '') {
        throw new failure/* Failure */.HR(title, `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${otherwise}`);
    }
    const node = (0,trust/* nodeTrust */.DF)(process);
    const ignored = (0,trust/* describeIgnored */.MS)(access.trusted, node, fingerprints);
    if (ignored !== undefined)
        runner.info(ignored);
    const anchors = (0,trust/* anchorsOfPostStep */.im)(access.trusted, node, fingerprints);
    const requests = new http_requests/* Requests */.lv(new transport/* HttpTransport */.G(anchors), clock/* systemClock */.m, Math.random, runner.info, {
        timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
        retries: tries.retries,
        deadline,
    });
    const api = new client/* ManagementApi */.w(requests, clock/* systemClock */.m, {
        credential: access.credential,
        places: [place],
        observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning/* clockWarning */.h)(runner) },
    });
    return { api, pacing: requests, runner, clock: clock/* systemClock */.m };
}
/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(secrets) {
    const lost = new src_faults/* FaultList */.x();
    const faults = new src_faults/* FaultList */.x();
    const inputs = (0,declared/* readInputs */.Ko)(runner/* readInput */.R5);
    const sources = await (0,setting/* readSources */.tW)(inputs, text_file/* readTextFile */.G, lost);
    (0,runner_secrets/* maskCredentials */.B)(secrets, (0,access/* credentialsIn */.Wr)(sources), process.env);
    const { lacking = '' } = (0,setting/* settingOf */.y7)(sources, 'management-token', 'mgmt_token');
    return {
        access: (0,access/* readAccess */.zS)(sources, faults),
        // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
        problems: faults.describe(),
        profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${lacking}`.trim(),
    };
}
/** Without the management token nobody can tell whether the ledger is main's. */
function withoutManagementToken(state, profile) {
    const reason = profile === undefined
        ? 'This mostly means that the action is called by a composite action that is itself called by a composite action: ' +
            'GitHub loses the inputs there. Call the action from the workflow, or from one level of composite action. ' +
            'Otherwise, the secret or the variable that the input reads is no longer there.'
        : `${profile} Did a step in between change or remove the file?`;
    return new failure/* Failure */.HR('Management token missing at the end', `\`management-token\` is empty in the post step, so the post step sent no request. ${reason} ${leftoverHint(state)}`);
}
function wronglySealed(state) {
    return new failure/* Failure */.HR('Ledger not valid', 'The ledger in the state of this step was not sealed by main with this management token, so the post step sent no ' +
        'request. Usually, the management token differs from the one that main used. Use the same `management-token` until the ' +
        `end of the job. Otherwise, a step of this job has set the state: check the steps before this one. ${leftoverHint(state)}`);
}
/** Says how to find what can be left. Nothing here is verified, so a person must look before revoking anything. */
function leftoverHint(state) {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
    const ids = (0,sealed_ledger/* claimedTokenIds */.RB)(state);
    const left = ids.length === 0 ? 'Tokens of this step can be left.' : `These tokens can be left: ${ids.join(', ')}.`;
    const revoke = ids.length === 0 ? 'revoke them' : `revoke them: \`influxctl token revoke ${ids.join(' ')}\``;
    return (`${left} If their description contains "${run}.${attempt} job", ${revoke}. A rotated token can be in use and stays valid: ` +
        'the next run rotates again.');
}
/** Says in the annotation and in the summary what has failed, and returns whether the post step counts as a success. */
function annotateError(error, failsJob, { runner }) {
    const { title, message } = (0,report/* explain */.W)(error, runner);
    if (failsJob)
        runner.error(title, message);
    else
        runner.warning(title, message);
    runner.summary({
        title: 'InfluxDB token: not finished at the end of the job',
        items: [`${title}: ${message}`],
    });
    return !failsJob;
}


/***/ }),

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