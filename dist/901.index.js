"use strict";
exports.id = 901;
exports.ids = [901];
exports.modules = {

/***/ 9884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   zg: () => (/* binding */ cancellationOf)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);

/**
 * cancellationOf is aborted when the job is cancelled: GitHub's runner sends SIGINT, and 7.5 s later SIGTERM. Whoever asks for
 * it has to come to an end by itself; without it a signal ends the process at once.
 */
function cancellationOf(process) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    return controller.signal;
}
/** unlessCancelled gives up waiting when the job is cancelled. Throws a Failure then, with what is true now. */
async function unlessCancelled(work, cancelled, consequence) {
    return await Promise.race([
        work,
        aborted(cancelled).then(() => {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Cancelled', `The job was cancelled. ${consequence}`);
        }),
    ]);
}
/** aborted resolves when a signal is aborted, and never without. */
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ }),

/***/ 169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ probeTarget),
/* harmony export */   d: () => (/* binding */ DataPlane)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _http_network_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5045);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9086);



/** Must not be changed: anything malformed is answered 200 before the token is looked at. Cheap on any database. */
const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';
/** DataPlane tries tokens out on a cluster. It never writes a point. */
class DataPlane {
    #requests;
    #clusterUrl;
    /** `clusterUrl` has no slash at its end. */
    constructor(requests, clusterUrl) {
        this.#requests = requests;
        this.#clusterUrl = clusterUrl;
    }
    /** probe asks once, for at most so many milliseconds, whether the cluster accepts a token. Never throws for an answer. */
    async probe(target, token, timeoutMs) {
        try {
            const { status } = await this.#requests.once(this.#request(target, token), timeoutMs);
            return reading(target.action, status, this.#requests.heldForMs);
        }
        catch (error) {
            if (error instanceof _http_network_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
                return { kind: 'unreachable', why: error.message };
            if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
                return { kind: 'turned-away', why: error.message };
            throw error;
        }
    }
    #request({ action, database }, token) {
        // A connection of its own for each probe: behind a balancer, one that is kept open leads to the same replica.
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
/**
 * probeTarget picks the grant to try: a read before a write, a named database before `*`. For `*` any database of the
 * cluster will do. Undefined when there is nothing to probe: no grant, or `*` on a cluster without databases.
 */
function probeTarget(permissions, existing) {
    for (const action of ['read', 'write']) {
        const granted = permissions.filter((permission) => permission.action === action);
        const named = granted.find((permission) => permission.resource !== _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .ANY_DATABASE */ .fY)?.resource;
        const database = named ?? (granted.length > 0 ? existing[0] : undefined);
        if (database !== undefined)
            return { action, database };
    }
    return undefined;
}
/** Not yet active is 401 or 403, depending on version and proxy. A 400 to a write came after authorization. */
function reading(action, status, holdMs) {
    const why = `the cluster answered ${status}`;
    if (status === 401 || status === 403)
        return { kind: 'refused', why };
    const accepted = action === 'read' ? status === 200 : status === 204 || status === 400;
    return accepted ? { kind: 'accepted' } : { kind: 'unclear', why, holdMs };
}


/***/ }),

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

/***/ 6436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rotate: () => (/* binding */ rotate)
});

// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(5961);
// EXTERNAL MODULE: ./build/tokens/databases.js
var tokens_databases = __webpack_require__(8524);
// EXTERNAL MODULE: ./build/tokens/line.js
var tokens_line = __webpack_require__(8954);
// EXTERNAL MODULE: ./build/tokens/listing.js
var listing = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/tokens/order.js
var order = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/tokens/permissions.js
var tokens_permissions = __webpack_require__(9086);
// EXTERNAL MODULE: ./build/tokens/duration.js
var duration = __webpack_require__(3052);
;// CONCATENATED MODULE: ./build/tokens/rotation-refusal.js

/** refused gives a refusal its texts. */
function refused(title, why) {
    return { kind: 'refused', title, why };
}
/** rotationUnderWay: two at once could each take the other's token for the one that consumers hold. */
function rotationUnderWay({ id, tag }) {
    return refused('A rotation is under way', `Run ${tag.runId} (attempt ${tag.runAttempt}) has made token ${id} of this line and is not known to have ended. Let it ` +
        'end, and give the workflow a `concurrency:` group, so that one run waits for the other. If the run was deleted, ' +
        'revoke the token once nobody holds it.');
}
/** begunByThisRun: the other step has handed its token over, and only the end of the job commits it. */
function begunByThisRun({ id }) {
    return refused('A rotation is under way', `Token ${id} was made by this very run and is not committed yet: one line has one rotate step in a run. List all targets ` +
        'in that step, or give each consumer a line (`description`) of its own. Runs that follow each other wait for one ' +
        'another in a `concurrency:` group.');
}
/** rotatedByThisRun: a second step could not tell what the first has handed over. */
function rotatedByThisRun({ id }) {
    return refused('Rotated already in this run', `Token ${id} was made and committed by this very run: one line has one rotate step in a run. List all targets in that ` +
        'step, or give each consumer a line (`description`) of its own.');
}
/** tooManyHanded: each of them may be in somebody's hands. */
function tooManyHanded(handed) {
    return refused('Too many tokens handed over', `${handed.length} rotations of this line have handed a token over and never committed it: ` +
        `${handed.map(({ id }) => id).join(', ')}. Find out what fails after the step, revoke those that nobody holds ` +
        '(`operation: revoke`), and run again.');
}
/** nothingToTakeOver: an input is missing, and there is no token that could stand in for it. */
function nothingToTakeOver(input, predecessor) {
    const why = predecessor === undefined
        ? 'the line has no token yet that it could be taken over from'
        : `token ${predecessor.id} has nothing that could be taken over`;
    return refused('Something is missing', `Give \`${input}\`, since ${why}.`);
}
/** livesTooShort: the consumers would lose it before the next run. */
function livesTooShort(lifetimeMs) {
    return refused('Too short a life', `The new token would live for ${(0,duration/* formatDuration */.a3)(lifetimeMs / 1000)}, and at least 1h is needed to hand it over: give \`expires-at\`.`);
}
/** alwaysDue: every run would rotate. */
function alwaysDue(renewBeforeMs, lifetimeMs) {
    return refused('Due from its first second', `\`renew-before\` (${(0,duration/* formatDuration */.a3)(renewBeforeMs / 1000)}) must be shorter than the token's life ` +
        `(${(0,duration/* formatDuration */.a3)(lifetimeMs / 1000)}), or every run would rotate.`);
}

// EXTERNAL MODULE: ./build/tokens/tag.js
var tokens_tag = __webpack_require__(4322);
// EXTERNAL MODULE: ./build/tokens/token.js
var tokens_token = __webpack_require__(7031);
// EXTERNAL MODULE: ./build/tokens/uuid.js
var uuid = __webpack_require__(7559);
;// CONCATENATED MODULE: ./build/tokens/rotation-start.js





/** findStart finds the line that an order names, and a token to adopt where the line has none. Pure. */
function findStart(order, facts) {
    return order.tokenId === undefined
        ? startOf(order.plainDescription ?? '', facts)
        : startAt(order.tokenId, order.plainDescription, facts);
}
/** By description: the line of that name; else the one token that is called so; else nothing yet. */
function startOf(plain, { tokens, run, now }) {
    const line = { repositoryId: run.repositoryId, plainDescription: plain };
    if ((0,tokens_line/* membersOf */.lS)(tokens, line, now).length > 0)
        return { kind: 'start', line, adopts: undefined, notices: [] };
    const [adopts, ...more] = tokens.filter((token) => (0,tokens_tag/* plainDescription */.$Y)(token.description) === plain && isAdoptable(token, run.repositoryId, now));
    if (adopts && more.length > 0) {
        return refused('Several tokens to choose from', `Nothing was rotated yet as "${plain}", and ${more.length + 1} tokens are called so: ` +
            `${[adopts, ...more].map(({ id }) => id).join(', ')}. Say by \`token-id\` which one your consumers hold.`);
    }
    if (adopts)
        return { kind: 'start', line, adopts, notices: [] };
    return {
        kind: 'start',
        line,
        adopts: undefined,
        notices: [`"${plain}" has no token yet: this is the first of its line.`],
    };
}
/** By id: the line of that token, also of one that is retired since; else it is the token to adopt. */
function startAt(id, plain, { tokens, run, now }) {
    const token = tokens.find((listed) => (0,uuid/* sameId */.s)(listed.id, id));
    if (!token) {
        return refused('Token not found', `Token ${id} is not on the list any more, so nobody can tell what its line is: give \`description\` instead.`);
    }
    const tagged = (0,tokens_tag/* parseTagged */.UB)(token.description);
    const own = (0,tokens_tag/* plainDescription */.$Y)(token.description);
    if (plain !== undefined && plain !== own) {
        return refused('Two names for one line', `Token ${id} is described as "${own}", and \`description\` says "${plain}": leave one of them out.`);
    }
    const line = { repositoryId: run.repositoryId, plainDescription: own };
    if (tagged && (0,tokens_line/* hasLineKind */.xf)(tagged.tag) && tagged.tag.repositoryId === run.repositoryId) {
        return { kind: 'start', line, adopts: undefined, notices: [] };
    }
    if (!isAdoptable(token, run.repositoryId, now)) {
        return refused('Not a token to rotate', `Token ${id} cannot be rotated here: ${whyNot(token, run.repositoryId, now)}.`);
    }
    const members = (0,tokens_line/* membersOf */.lS)(tokens, line, now);
    if (members.length > 0) {
        return refused('A line of this name exists', `Token ${id} is not one of "${own}", which has ${members.map((member) => member.id).join(', ')} already. ` +
            'Give the token another description (`operation: update`), or leave `token-id` out.');
    }
    return { kind: 'start', line, adopts: token, notices: [] };
}
/** Alive, and either nobody's in particular, or kept by this repository. */
function isAdoptable(token, repositoryId, now) {
    return whyNot(token, repositoryId, now) === undefined;
}
function whyNot(token, repositoryId, now) {
    const status = (0,tokens_token/* tokenStatus */.o)(token, now);
    if (status !== 'active')
        return `it is ${status}`;
    const tag = (0,tokens_tag/* parseTagged */.UB)(token.description)?.tag;
    if (tag === undefined)
        return token.description === '' ? 'it has no description, which would name its line' : undefined;
    if (tag.repositoryId !== repositoryId)
        return `its tag says that it is ${tag.repository}'s`;
    return tag.kind === 'kept' ? undefined : 'it belongs to a single job';
}

;// CONCATENATED MODULE: ./build/tokens/rotation-plan.js








/** replacedBy are the tokens that the new one replaces once it is committed. */
function replacedBy({ members, adopts }) {
    return adopts ? [...members, adopts] : members;
}
/** Each of them may be in somebody's hands; so many are no accident any more, and a person should look. */
const MOST_HANDED = 10;
/** Less is a typing error, or a line that does nothing but rotate. */
const SHORTEST_LIFETIME_MS = 3_600_000;
/**
 * inQuestion are the handed-over members of the line that an order names: whether their runs have ended must be known
 * before anything is decided. Pure.
 */
function inQuestion(order, facts) {
    const start = findStart(order, facts);
    if (start.kind === 'refused')
        return [];
    return (0,tokens_line/* membersOf */.lS)(facts.tokens, start.line, facts.now).filter(({ tag }) => tag.kind === 'handed');
}
/** planRotation decides what a rotation has to do. Pure: two runs over the same facts decide the same. */
function planRotation(order, unsorted) {
    const facts = { ...unsorted, tokens: unsorted.tokens.toSorted(listing/* newestFirst */.ll) };
    const start = findStart(order, facts);
    if (start.kind === 'refused')
        return start;
    const { line } = start;
    const members = (0,tokens_line/* membersOf */.lS)(facts.tokens, line, facts.now);
    const current = (0,tokens_line/* currentOf */.$c)(members);
    const predecessor = current ?? start.adopts ?? members[0];
    const underWay = members.find((token) => token.tag.kind === 'handed' && !facts.hasEnded(token));
    if (underWay)
        return isOf(underWay.tag, facts.run) ? begunByThisRun(underWay) : rotationUnderWay(underWay);
    if (current && isOf(current.tag, facts.run))
        return rotatedByThisRun(current);
    const held = current ?? start.adopts;
    const reasons = reasonsToRotate(order, facts, { line, members, held });
    const warnings = warningsOf(order, start, held, facts);
    if (held && reasons.length === 0) {
        const unadopted = start.adopts
            ? [
                `Token ${held.id} is adopted by the first rotation that is due. Until then it belongs to no line, and a cleanup with ` +
                    '`max-age` may revoke it.',
            ]
            : [];
        return { kind: 'not-due', line, current: held, warnings: [...warnings, ...unadopted] };
    }
    const handed = members.filter(({ tag }) => tag.kind === 'handed');
    if (handed.length >= MOST_HANDED)
        return tooManyHanded(handed);
    const permissions = order.permissions ?? predecessor?.permissions;
    if (permissions === undefined || (order.permissions === undefined && permissions.length === 0)) {
        return nothingToTakeOver('permissions', predecessor);
    }
    const expiresAt = order.expiresAt ?? sameLifetime(predecessor, facts.now);
    if (expiresAt === undefined)
        return nothingToTakeOver('expires-at', predecessor);
    const lifetimeMs = expiresAt === 'never' ? Number.POSITIVE_INFINITY : expiresAt - wholeSeconds(facts.now);
    // What somebody typed was measured by the clock that made a date of it.
    if (order.expiresAt === undefined && lifetimeMs < SHORTEST_LIFETIME_MS)
        return livesTooShort(lifetimeMs);
    if (order.renewBeforeMs !== undefined && order.renewBeforeMs >= lifetimeMs)
        return alwaysDue(order.renewBeforeMs, lifetimeMs);
    return {
        kind: 'rotate',
        line,
        reasons,
        adopts: start.adopts,
        members,
        permissions,
        expiresAt,
        notices: start.notices,
        warnings,
    };
}
/** Each reason for itself makes a rotation due. */
function reasonsToRotate({ permissions, renewBeforeMs }, { tokens, targets, now }, { line, members, held }) {
    if (!held)
        return ['there is no token that consumers could hold'];
    const ended = (0,tokens_line/* lineTokens */.Pv)(tokens, line).filter((token) => (0,tokens_token/* tokenStatus */.o)(token, now) !== 'active');
    const endedSince = ended.find((token) => (0,tokens_line/* isNewer */.U4)(token, held));
    // As new as any: one of the same instant as the current token would never be replaced by it.
    const uncommitted = members.find(({ tag, createdAt }) => tag.kind === 'handed' && createdAt === members[0]?.createdAt);
    const found = [
        renewBeforeMs === undefined && '`renew-before` is not given',
        uncommitted !== undefined && `token ${uncommitted.id} was handed over and never committed`,
        endedSince !== undefined && `token ${endedSince.id} is newer, and is ${(0,tokens_token/* tokenStatus */.o)(endedSince, now)}`,
        renewBeforeMs !== undefined &&
            expiresWithin(held, renewBeforeMs, now) &&
            `token ${held.id} expires ${(0,order/* describeExpiry */.Ts)(held.expiresAt)}`,
        permissions !== undefined &&
            !(0,tokens_permissions/* samePermissions */.hq)(permissions, held.permissions) &&
            `token ${held.id} grants "${(0,tokens_permissions/* describePermissions */.gH)(held.permissions)}", and "${(0,tokens_permissions/* describePermissions */.gH)(permissions)}" is asked for`,
        ...targets.map((target) => lacks(target, held)),
    ];
    return found.filter((reason) => reason !== false);
}
/** A date that cannot be read may be soon. */
function expiresWithin({ expiresAt }, renewBeforeMs, now) {
    if (expiresAt === 'unset')
        return false;
    return expiresAt === 'unreadable' || expiresAt <= now + renewBeforeMs;
}
/** GitHub tells the time of a secret in whole seconds. Equal is not before. */
function lacks({ name, storedAt }, held) {
    if (storedAt === 'absent')
        return `${name} has no secret yet`;
    if (typeof held.createdAt === 'number' && storedAt >= wholeSeconds(held.createdAt))
        return false;
    return `${name} was stored before token ${held.id} was created`;
}
function warningsOf({ renewBeforeMs }, { notices, line }, held, { tokens, now }) {
    const alike = notices.length > 0 ? similarLines(tokens, line, now) : [];
    return [
        ...(renewBeforeMs !== undefined && held?.expiresAt === 'unset'
            ? [`Token ${held.id} never expires, so \`renew-before\` will never make a rotation due.`]
            : []),
        ...(alike.length > 0
            ? [`There is already a line called ${alike.map((name) => `"${name}"`).join(', ')}: is that the one?`]
            : []),
    ];
}
/** Lines whose names differ from a new one in case and white space alone. */
function similarLines(tokens, { repositoryId, plainDescription }, now) {
    const normal = (name) => name.toLowerCase().replaceAll(/\s+/g, '');
    const names = tokens.flatMap((token) => {
        const tagged = (0,tokens_tag/* parseTagged */.UB)(token.description);
        const isMember = tagged && (0,tokens_line/* hasLineKind */.xf)(tagged.tag) && tagged.tag.repositoryId === repositoryId;
        return isMember && (0,tokens_token/* tokenStatus */.o)(token, now) === 'active' ? [tagged.plain] : [];
    });
    return [...new Set(names)].filter((name) => normal(name) === normal(plainDescription));
}
/** The lifetime of the token that is replaced, from now on, in whole seconds; undefined when it has none to take over. */
function sameLifetime(predecessor, now) {
    if (typeof predecessor?.createdAt !== 'number' || typeof predecessor.expiresAt !== 'number')
        return undefined;
    const seconds = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1000);
    return wholeSeconds(now) + seconds * 1000;
}
function wholeSeconds(instant) {
    return Math.floor(instant / 1000) * 1000;
}
function isOf({ repositoryId, runId, runAttempt }, run) {
    return repositoryId === run.repositoryId && runId === run.runId && runAttempt === run.runAttempt;
}

// EXTERNAL MODULE: ./build/operations/granted-databases.js
var granted_databases = __webpack_require__(3886);
// EXTERNAL MODULE: ./build/operations/prove.js + 1 modules
var prove = __webpack_require__(6025);
// EXTERNAL MODULE: ./build/operations/retag.js
var retag = __webpack_require__(2657);
;// CONCATENATED MODULE: ./build/operations/rotation/adopt.js



/**
 * adopt gives a token of people's making the tag of a line, as committed by nobody's run: from then on only tags are looked
 * at. Throws a Failure when that is not sure.
 */
async function adopt(token, plainDescription, { repository, repositoryId }, { api, runner, nonce }) {
    const description = (0,tokens_tag/* formatTagged */.cy)(plainDescription, {
        repository,
        repositoryId,
        runId: '0',
        runAttempt: '0',
        kind: 'current',
        nonce: nonce(),
    });
    const retagging = await (0,retag/* retag */.s)(token.id, description, api);
    switch (retagging.kind) {
        case 'done':
            runner.info(`Adopted token ${token.id}: it is the first of the line "${plainDescription}".`);
            return;
        case 'revoked':
            throw new failure/* Failure */.HR('Token not adopted', `Token ${token.id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`);
        case 'unclear':
            throw new failure/* Failure */.HR('Token not adopted', `Token ${token.id} may not have got the tag of the line: ${retagging.why} It is as valid as before, and nothing ` +
                'else was changed. Run again.');
    }
}

// EXTERNAL MODULE: ./build/operations/ended-runs.js + 1 modules
var ended_runs = __webpack_require__(2324);
;// CONCATENATED MODULE: ./build/operations/rotation/look.js



/** look reads the tokens, the databases, the secrets that shall be written, and whether runs in question have ended. */
async function look(order, { storeIn, run }, deps) {
    const { api, github } = deps;
    try {
        const { tokens, now } = await api.tokens();
        const databases = await api.databases();
        const secrets = [];
        for (const target of storeIn.targets)
            secrets.push(await github.look(target));
        const targets = secrets.map(({ target, storedAt }) => ({ name: `\`${target.label}\``, storedAt }));
        const tags = inQuestion(order, { tokens, run, now }).map(({ tag }) => tag);
        const { hasEnded, untold } = await (0,ended_runs/* askWhichEnded */.z)(tags, run, now, deps);
        if (untold)
            deps.runner.warning('GitHub did not tell', untold.why);
        const facts = { tokens, targets, run, hasEnded: (token) => hasEnded(token, token.tag), now };
        return { facts, databases, secrets };
    }
    catch (error) {
        throw (0,failure/* withConsequence */.aN)(error, 'Nothing was changed.');
    }
}

;// CONCATENATED MODULE: ./build/tokens/second-look.js


/**
 * lookAgain decides from a list that was read after minting whether this rotation may go on: nobody else has begun one, and
 * `ownId` is strictly the newest of the line. Undefined: it may. Of two rotations at once at least one sees the other,
 * because each has minted before it looks. Pure. `now` is in milliseconds since 1970.
 */
function lookAgain({ line, members: before, adopts }, ownId, tokens, now) {
    const members = (0,tokens_line/* membersOf */.lS)(tokens, line, now);
    const own = members.find(({ id }) => id === ownId);
    if (!own)
        return ownNotThere(ownId);
    const others = members.filter((member) => member !== own);
    const known = new Set([...before.map(({ id }) => id), ...(adopts ? [adopts.id] : [])]);
    const intruder = others.find(({ id }) => !known.has(id));
    if (intruder)
        return anotherHasBegun(intruder);
    const notOlder = others.find((other) => mayReplace(own, other) && !(0,tokens_line/* isNewer */.U4)(own, other));
    return notOlder && notTheNewest(ownId, notOlder.id);
}
/** A token whose date cannot be read neither replaces another nor is replaced, unless that is ours. */
function mayReplace(own, other) {
    return typeof own.createdAt !== 'number' || typeof other.createdAt === 'number';
}
function anotherHasBegun({ id, tag }) {
    return refused('Another rotation has begun', `Run ${tag.runId} (attempt ${tag.runAttempt}) has made token ${id} of this line at the same time. Give the workflow a ` +
        '`concurrency:` group, so that one run waits for the other.');
}
function ownNotThere(id) {
    return refused('Token not listed', `The list of the tokens does not hold the new token ${id}: was it revoked or changed meanwhile? Run again.`);
}
function notTheNewest(id, other) {
    return refused('Not the newest token', `By the dates on the list the new token ${id} is not newer than ${other}, so nobody could tell which of them replaces ` +
        'the other. Run again in a minute. If it stays so, the date of that token is wrong: revoke it once nobody holds it.');
}

// EXTERNAL MODULE: ./build/operations/ledger.js
var operations_ledger = __webpack_require__(7849);
// EXTERNAL MODULE: ./build/operations/mint.js
var mint = __webpack_require__(5820);
// EXTERNAL MODULE: ./build/operations/revoke-token.js
var revoke_token = __webpack_require__(710);
// EXTERNAL MODULE: ./build/operations/token-outputs.js
var token_outputs = __webpack_require__(628);
// EXTERNAL MODULE: ./build/operations/rotation/conclude.js
var conclude = __webpack_require__(6116);
;// CONCATENATED MODULE: ./build/operations/rotation/hand-over.js

/**
 * handOver writes the new token into all secrets, one after the other, and gives it to the later steps. From the mark in the
 * ledger on this run never revokes it, but for one exception: the very first write was surely refused, and then the mark is
 * taken back. Throws a Failure that says who holds what.
 */
async function handOver({ minted, secrets, laterSteps, handOver: mark }, ledger, { github, runner }) {
    ledger.hand(minted.tag.nonce, mark);
    for (const [index, secret] of secrets.entries()) {
        const storing = await github.store(secret, minted.secret);
        if (storing.kind === 'stored') {
            runner.info(`Stored in ${secret.target.label}.`);
            continue;
        }
        if (storing.kind === 'refused' && index === 0) {
            ledger.takeBack(minted.tag.nonce);
            throw new failure/* Failure */.HR('Token not stored', (0,failure/* asSentence */.KG)(storing.error));
        }
        throw notStoredEverywhere(storing, index, secrets, minted.token.id);
    }
    if (laterSteps)
        runner.token(minted.secret);
    runner.outputs({ rotated: 'true' });
    if (laterSteps)
        ledger.handed('handed-over');
}
function notStoredEverywhere({ kind, error }, index, secrets, id) {
    const labels = secrets.map(({ target }) => target.label);
    const [stored, failed, waiting] = [labels.slice(0, index), labels[index] ?? '', labels.slice(index + 1)];
    const holders = [
        ...(stored.length > 0 ? [`The new token ${id} is in ${list(stored)}.`] : []),
        kind === 'unclear' ? `Which token is in ${list([failed])} is not known.` : '',
        ...(kind === 'refused' || waiting.length > 0
            ? [`What was there before is in ${list(kind === 'refused' ? [failed, ...waiting] : waiting)}.`]
            : []),
    ].filter((sentence) => sentence !== '');
    return new failure/* Failure */.HR('Not stored everywhere', `${(0,failure/* asSentence */.KG)(error)} ${holders.join(' ')} Both tokens stay valid, so nobody is locked out; the next run mints another ` +
        'and stores it everywhere.', { cause: error });
}
function list(labels) {
    return labels.map((label) => `\`${label}\``).join(', ');
}

// EXTERNAL MODULE: ./build/operations/rotation/retire.js + 1 modules
var retire = __webpack_require__(7925);
// EXTERNAL MODULE: ./build/tokens/instant.js
var instant = __webpack_require__(2871);
;// CONCATENATED MODULE: ./build/operations/rotation/summary.js





/** What a token that never expires gets of a chart. */
const NEVER_SHOWN_AS_MS = 90 * 24 * 3_600_000;
/** describePlan says what a rotation will do, and why. */
function describePlan(plan) {
    if (plan.kind === 'not-due') {
        return [
            `Not due: token ${plan.current.id} of "${plan.line.plainDescription}" expires ${(0,order/* describeExpiry */.Ts)(plan.current.expiresAt)}.`,
        ];
    }
    return [
        `To rotate "${plan.line.plainDescription}":`,
        ...plan.reasons.map((reason) => `- because ${reason}.`),
        ...(plan.adopts ? [`- Token ${plan.adopts.id} is adopted: it becomes the first of the line.`] : []),
        `- The new token grants "${(0,tokens_permissions/* describePermissions */.gH)(plan.permissions)}" and expires ${(0,order/* describeExpiry */.Ts)(plan.expiresAt)}.`,
    ];
}
/** summarizeDryRun shows what a rotation would do. */
function summarizeDryRun(plan, { storeIn }) {
    const receivers = [
        ...storeIn.targets.map(({ label }) => label),
        ...(storeIn.laterSteps ? ['later steps of the job'] : []),
    ];
    return [
        {
            title: 'InfluxDB token: what a rotation would do',
            facts: [
                ['Line', plan.line.plainDescription],
                ['Because', plan.reasons.join('; ')],
                ...(plan.adopts ? [['Adopts', plan.adopts.id]] : []),
                ['Replaces', namesOf(plan)],
                ['Grants', (0,tokens_permissions/* describePermissions */.gH)(plan.permissions)],
                ['Expires', (0,order/* describeExpiry */.Ts)(plan.expiresAt)],
                ['Stored in', receivers.join(', ')],
            ],
        },
    ];
}
/** summarizeNotDue shows what consumers hold, and when that will change. */
function summarizeNotDue({ line, current, renewBeforeMs }, retired) {
    return [
        {
            title: 'InfluxDB token: no rotation is due',
            facts: [
                ['Token', current.id],
                ['Line', line.plainDescription],
                ['Grants', (0,tokens_permissions/* describePermissions */.gH)(current.permissions)],
                ['Expires', (0,order/* describeExpiry */.Ts)(current.expiresAt)],
                ['Next run', describeNext(current, renewBeforeMs)],
            ],
        },
        ...(retired ? validity(current, retired) : []),
    ];
}
/** summarizeRotation shows the hand-over: what replaced what, who holds what, and what stays valid until when. */
function summarizeRotation({ plan, request: { storeIn, renewBeforeMs }, token, hope }, conclusion) {
    const uncommitted = conclusion?.committed === false;
    const retired = conclusion?.retired;
    return [
        {
            title: uncommitted ? 'InfluxDB token rotated, but not committed' : 'InfluxDB token rotated',
            facts: [
                ['Token', token.id],
                ['Line', plan.line.plainDescription],
                ['Because', plan.reasons.join('; ')],
                ['Replaces', namesOf(plan)],
                ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
                ['Expires', (0,order/* describeExpiry */.Ts)(token.expiresAt)],
                ['Accepted by the cluster', prove/* ACCEPTED */.wh[hope.kind]],
                ['Next run', uncommitted ? 'rotates again and puts this right' : describeNext(token, renewBeforeMs)],
            ],
        },
        {
            title: 'Who holds the new token',
            head: ['Where', 'Since'],
            rows: [
                ...storeIn.targets.map(({ label }) => [label, 'stored by this step']),
                ...(storeIn.laterSteps
                    ? [['later steps of this job', 'committed by the post step if the job succeeds']]
                    : []),
            ],
        },
        ...(retired ? validity(token, retired) : [pending(token, plan, conclusion?.committed === true)]),
    ];
}
/** Nothing was retired yet. */
function pending({ id, expiresAt }, plan, committed) {
    return {
        title: 'What stays valid until when',
        head: ['Token', 'What', 'Valid until'],
        rows: [
            [id, 'new', (0,order/* describeExpiry */.Ts)(expiresAt)],
            ...replacedBy(plan).map((token) => [
                token.id,
                committed ? 'replaced' : 'to be replaced',
                committed ? 'the first run that finds its grace over' : 'a rotation is committed, and its grace over',
            ]),
        ],
    };
}
function validity(current, { revoked, left }) {
    const rows = [
        [current.id, 'current', (0,order/* describeExpiry */.Ts)(current.expiresAt)],
        ...left.map(({ token, until }) => [token.id, 'replaced', describeEnd(token, until)]),
        ...revoked.map((id) => [id, 'replaced', 'revoked now']),
    ];
    const bars = [
        ...left.flatMap(({ token, until }) => barOf('old', { ...token, expiresAt: until })),
        ...barOf('new', current),
    ];
    return [
        { title: 'What stays valid until when', head: ['Token', 'What', 'Valid until'], rows },
        ...(bars.length > 1 ? [{ title: 'Old and new', bars }] : []),
    ];
}
function barOf(label, { id, createdAt, expiresAt }) {
    if (typeof createdAt !== 'number')
        return [];
    const to = typeof expiresAt === 'number' ? expiresAt : createdAt + NEVER_SHOWN_AS_MS;
    return [{ label: `${label} ${id}`, from: createdAt, to }];
}
/** A token may expire before its grace is over. */
function describeEnd({ expiresAt }, until) {
    return typeof expiresAt === 'number' && expiresAt < until
        ? (0,instant/* formatInstant */.r4)(expiresAt)
        : `the first run after ${(0,instant/* formatSecond */.sK)(until)}`;
}
function namesOf(plan) {
    const ids = replacedBy(plan).map(({ id }) => id);
    return ids.length === 0 ? 'nothing: it is the first of its line' : ids.join(', ');
}
function describeNext({ expiresAt }, renewBeforeMs) {
    if (renewBeforeMs === undefined)
        return 'this step rotates whenever it runs, since it has no `renew-before`';
    if (typeof expiresAt !== 'number') {
        return 'rotates only when other permissions are asked for, or a token or secret is missing';
    }
    return `rotates from ${(0,instant/* formatSecond */.sK)(expiresAt - renewBeforeMs)} on; until then it only revokes what was replaced long enough ago`;
}

;// CONCATENATED MODULE: ./build/operations/rotation/replace.js















/**
 * replace carries a planned rotation out. Until the new token is handed over every failure revokes it; from then on both
 * stay alive until the new one is committed.
 */
async function replace(plan, request, { databases, secrets }, deps) {
    const { api, runner } = deps;
    const ledger = new operations_ledger/* Ledger */.O((state) => runner.saveState(state), {
        place: api.place,
        tries: request.connection.tries,
        failOnRevokeError: false,
    });
    const minted = await (0,mint/* mint */.X)({
        plainDescription: plan.line.plainDescription,
        permissions: plan.permissions,
        expiresAt: plan.expiresAt,
        kind: 'handed',
    }, request.run, ledger, deps);
    const { token } = minted;
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(token, (0,tokens_token/* tokenStatus */.o)(token, deps.clock.now())));
    runner.info(`Created token ${token.id} (${(0,tokens_permissions/* describePermissions */.gH)(token.permissions)}).`);
    try {
        await refuseToRace(plan, minted, deps);
        const hope = await proven(request, minted, databases, deps);
        const mark = markOf(plan, request, minted, hope);
        const { laterSteps } = request.storeIn;
        runner.outputs(laterSteps ? outputsUnretired(plan) : (0,retire/* retirementOutputs */.K)());
        await handOver({ minted, secrets, laterSteps, handOver: mark }, ledger, deps);
        const conclusion = laterSteps ? undefined : await concludeInStep(plan, mark, ledger, deps);
        const sections = summarizeRotation({ plan, request, token, hope }, conclusion);
        for (const section of sections)
            runner.summary(section);
    }
    catch (error) {
        throw ledger.isHandedOver ? error : await abandon(error, minted, ledger, deps);
    }
}
/** Two rotations at once must not both go on. */
async function refuseToRace(plan, { token }, { api }) {
    const { tokens, now } = await api.tokens();
    const refusal = lookAgain(plan, token.id, tokens, now);
    if (refusal)
        throw new failure/* Failure */.HR(refusal.title, refusal.why);
}
async function proven({ activationTimeoutMs }, { token, secret }, databases, deps) {
    const candidate = { secret, permissions: token.permissions };
    const proof = await (0,prove/* prove */.zn)(candidate, databases, activationTimeoutMs, deps);
    if (proof.kind === 'refused')
        throw new failure/* Failure */.HR('Token not accepted', `${proof.why} ${prove/* CURES */.Xx.refused}`);
    deps.runner.outputs({ active: prove/* ACTIVE */.Hc[proof.kind] });
    if (proof.kind === 'unreachable')
        throw new failure/* Failure */.HR('Token not probed', `${proof.why} ${prove/* CURES */.Xx.unreachable}`);
    return proof;
}
function markOf({ line }, { graceMs }, { token, tag }, { kind }) {
    return {
        tokenId: token.id,
        committed: (0,tokens_tag/* formatTagged */.cy)(line.plainDescription, { ...tag, kind: 'current' }),
        line: { ...line },
        graceMs,
        proven: kind === 'accepted',
    };
}
/** Until then nobody knows whether all hold the new token, and the post step would say so. */
async function concludeInStep(plan, mark, ledger, deps) {
    deps.runner.outputs(outputsUnretired(plan));
    try {
        const conclusion = await (0,conclude/* conclude */.E)(mark, deps);
        if (conclusion.retired)
            deps.runner.outputs((0,retire/* retirementOutputs */.K)(conclusion.retired));
        return conclusion;
    }
    finally {
        ledger.handed('over');
    }
}
/** What is true as long as nothing is retired: whatever the new token replaces is still valid. */
function outputsUnretired(plan) {
    const ids = replacedBy(plan).map(({ id }) => id);
    return { ...(0,retire/* retirementOutputs */.K)(), 'previous-token-ids': JSON.stringify(ids) };
}
/** Nobody holds the new token: it goes, and the error says so. */
async function abandon(error, { token, tag }, ledger, deps) {
    try {
        await (0,revoke_token/* revokeToken */.w$)(token.id, deps);
    }
    catch (cause) {
        return (0,failure/* withConsequence */.aN)(error, `The new token ${token.id}, which nobody holds, could not be revoked: ${(0,failure/* asSentence */.KG)(cause)} The post step tries again.`);
    }
    ledger.settle(tag.nonce);
    deps.runner.outputs({ status: 'revoked', ...(0,retire/* retirementOutputs */.K)() });
    return (0,failure/* withConsequence */.aN)(error, `The new token ${token.id} was revoked. What consumers hold was not touched.`);
}

;// CONCATENATED MODULE: ./build/operations/rotate.js












/**
 * rotate replaces what the consumers of a line hold, such that at every instant, whichever request fails and wherever the
 * process is killed, they hold a token that is accepted; and such that the next run puts right what this one has left.
 */
async function rotate(request, deps) {
    const { runner } = deps;
    const order = orderOf(request);
    const looked = await look(order, request, deps);
    const plan = planRotation(order, looked.facts);
    if (plan.kind === 'refused')
        throw new failure/* Failure */.HR(plan.title, `${plan.why} Nothing was changed.`);
    for (const warning of plan.warnings)
        runner.warning('Rotation', warning);
    if (plan.kind === 'rotate')
        for (const notice of plan.notices)
            runner.notice('Rotation', notice);
    for (const line of describePlan(plan))
        runner.info(line);
    if (plan.kind === 'not-due')
        return keep(plan.current, plan.line, request, looked, deps);
    checkGrants(plan, request, looked, deps);
    if (request.dryRun)
        return show(plan, request, looked, deps);
    if (!plan.adopts)
        return await replace(plan, request, looked, deps);
    await adopt(plan.adopts, plan.line.plainDescription, request.run, deps);
    try {
        await replace(plan, request, looked, deps);
    }
    catch (error) {
        throw (0,failure/* withConsequence */.aN)(error, `Token ${plan.adopts.id} was adopted: it belongs to the line from now on.`);
    }
}
function orderOf({ description, tokenId, grants, expiresAt, renewBeforeMs }) {
    return {
        ...(description === undefined ? {} : { plainDescription: description }),
        ...(tokenId === undefined ? {} : { tokenId }),
        ...(grants ? { permissions: grants.permissions } : {}),
        ...(expiresAt === undefined ? {} : { expiresAt }),
        ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    };
}
/** Nothing is due but, perhaps, the end of what was replaced earlier. */
async function keep(current, line, { graceMs, dryRun, renewBeforeMs }, { facts }, deps) {
    const { runner } = deps;
    runner.outputs({
        ...(0,token_outputs/* tokenOutputs */.Q)(current, (0,tokens_token/* tokenStatus */.o)(current, facts.now)),
        active: '',
        rotated: 'false',
    });
    const retired = await (0,retire/* retire */.S)({ line, graceMs, revokes: !dryRun }, deps);
    runner.outputs((0,retire/* retirementOutputs */.K)(retired));
    if (dryRun)
        runner.info('This was a dry run: nothing was changed.');
    for (const section of summarizeNotDue({ current, line, renewBeforeMs }, retired))
        runner.summary(section);
}
/** What can be refused is refused before anything is changed. */
function checkGrants({ permissions, expiresAt }, { grants, graceMs, activationTimeoutMs }, { databases }, { runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(permissions, runner);
    if (expiresAt === 'never') {
        runner.warning('No expiry', 'The new token never expires: only a later rotation or a person can end it.');
    }
    if (grants)
        (0,granted_databases/* refuseUnknownDatabases */.N0)(grants, databases);
    const unknown = grants ? [] : (0,tokens_databases/* unknownDatabases */.H1)(permissions, databases);
    if (unknown.length > 0) {
        const names = unknown.map((name) => `"${name}"`).join(', ');
        runner.warning('Unknown databases', `What the old token grants is taken over, also on what the cluster does not have any more: ${names}. Give \`permissions\` to change that.`);
    }
    if (graceMs === 0 && activationTimeoutMs > 0 && !(0,prove/* isProvable */.QW)(permissions, databases)) {
        throw new failure/* Failure */.HR('New token cannot be proven', 'The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. ' +
            'Nothing was changed. Create a database, or give the old token a grace.');
    }
}
async function show(plan, request, looked, deps) {
    const { runner } = deps;
    const current = plan.members.find(({ tag }) => tag.kind === 'current') ?? plan.adopts ?? plan.members[0];
    if (current)
        runner.outputs((0,token_outputs/* tokenOutputs */.Q)(current, (0,tokens_token/* tokenStatus */.o)(current, looked.facts.now)));
    runner.outputs({ active: '', rotated: 'false' });
    const { line } = plan;
    const retired = await (0,retire/* retire */.S)({ line, graceMs: request.graceMs, revokes: false }, deps);
    runner.outputs((0,retire/* retirementOutputs */.K)(retired));
    runner.info('This was a dry run: nothing was changed.');
    for (const section of summarizeDryRun(plan, request))
        runner.summary(section);
}


/***/ }),

/***/ 6116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _retag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2657);
/* harmony import */ var _retire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7925);



/**
 * conclude commits the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
 * Failure when somebody has revoked the token.
 */
async function conclude(handOver, deps) {
    const { line, graceMs, tokenId, proven } = handOver;
    const committed = await commit(handOver, deps);
    const order = { line, graceMs, own: tokenId, revokes: proven };
    return { committed, retired: committed ? await (0,_retire_js__WEBPACK_IMPORTED_MODULE_2__/* .retire */ .S)(order, deps) : undefined };
}
/**
 * Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
 * may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
 */
async function commit({ tokenId, committed }, { api, runner }) {
    const retagging = await (0,_retag_js__WEBPACK_IMPORTED_MODULE_1__/* .retag */ .s)(tokenId, committed, api);
    switch (retagging.kind) {
        case 'done':
            runner.info(`Committed token ${tokenId}.`);
            return true;
        case 'unclear':
            runner.warning('Rotation not committed', `Token ${tokenId} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run ` +
                'rotates again and puts this right.');
            return false;
        case 'revoked':
            runner.outputs({ status: 'revoked' });
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('New token revoked', `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
                'still valid and was not touched. Run again at once.');
    }
}


/***/ }),

/***/ 9788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endRotation: () => (/* binding */ endRotation),
/* harmony export */   isToBeCommitted: () => (/* binding */ isToBeCommitted),
/* harmony export */   openHandOver: () => (/* binding */ openHandOver)
/* harmony export */ });
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2871);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6116);


/** isToBeCommitted tells whether the later steps of a job had their token, and have come to a good end with it. */
function isToBeCommitted({ phase }, jobStatus) {
    return phase === 'handed-over' && jobStatus === 'success';
}
/**
 * openHandOver says of a hand-over that will not be committed what that means; undefined when nothing is open. Nobody knows
 * how far it got, so nothing is revoked either.
 */
function openHandOver({ phase, tokenId, line }) {
    if (phase === 'over')
        return undefined;
    const what = phase === 'handing'
        ? 'The step ended while it handed it over.'
        : 'The job did not succeed after it was handed over.';
    return (`Token ${tokenId} of "${line.plainDescription}" is not committed. ${what} Somebody may hold it, so it stays valid, and so ` +
        'does what it replaces. The next run rotates again and puts this right.');
}
/** endRotation commits at the end of the job what its later steps were given, and retires what it replaces. */
async function endRotation(handOver, deps) {
    const { retired } = await (0,_conclude_js__WEBPACK_IMPORTED_MODULE_1__/* .conclude */ .E)(handOver, deps);
    if (retired)
        deps.runner.summary(summary(handOver, retired));
}
function summary({ tokenId, line }, { revoked, left }) {
    return {
        title: 'InfluxDB token: rotation committed at the end of the job',
        facts: [
            ['Token', tokenId],
            ['Line', line.plainDescription],
            ...(revoked.length > 0 ? [['Revoked', revoked.join(', ')]] : []),
            ...left.map(({ token, until }) => [`Valid until the first run after ${(0,_tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSecond */ .sK)(until)}`, token.id]),
        ],
    };
}


/***/ }),

/***/ 7925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ retire),
  K: () => (/* binding */ retirementOutputs)
});

// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(5961);
// EXTERNAL MODULE: ./build/tokens/listing.js
var listing = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/tokens/line.js
var tokens_line = __webpack_require__(8954);
;// CONCATENATED MODULE: ./build/tokens/retirement.js

/**
 * planRetirement decides which members of a line nobody needs any more: strictly older than a committed one, and replaced
 * at least `graceMs` ago. `own` is the id of the token that this run has committed, if it has: what that replaced was
 * replaced now. Derived from a fresh list and never from memory. Pure.
 */
function planRetirement(tokens, line, { own, graceMs, now }) {
    const members = (0,tokens_line/* membersOf */.lS)(tokens, line, now);
    const committed = members.filter(({ tag }) => tag.kind === 'current');
    const replaced = members.flatMap((token) => {
        // The first committed one after it; members come newest first.
        const successor = committed.findLast((other) => (0,tokens_line/* isNewer */.U4)(other, token));
        if (!successor || token.id === own || typeof successor.createdAt !== 'number')
            return [];
        const replacedAt = successor.id === own ? now : successor.createdAt;
        return [{ token, until: replacedAt + graceMs }];
    });
    return {
        due: replaced.filter(({ until }) => until <= now).map(({ token }) => token),
        inGrace: replaced.filter(({ until }) => until > now),
    };
}

// EXTERNAL MODULE: ./build/operations/revocation-report.js
var revocation_report = __webpack_require__(5727);
// EXTERNAL MODULE: ./build/operations/revoke-tokens.js
var revoke_tokens = __webpack_require__(5069);
;// CONCATENATED MODULE: ./build/operations/rotation/retire.js





/**
 * retire revokes what a line has replaced long enough ago. It goes by a fresh list and never by memory, so what fails today
 * is found again by the next run: a failure is a warning. Undefined when the list could not be read.
 */
async function retire(order, deps) {
    try {
        const { tokens, now } = await deps.api.tokens();
        const { line, graceMs, own } = order;
        return await carryOut(planRetirement(tokens, line, { own, graceMs, now }), order, now, deps);
    }
    catch (error) {
        deps.runner.warning('Nothing retired', `Which tokens were replaced long enough ago is not known: ${(0,failure/* asSentence */.KG)(error)} They stay valid; the next run looks again.`);
        return undefined;
    }
}
async function carryOut({ due, inGrace }, { revokes }, now, deps) {
    const ids = revokes ? due.map(({ id }) => id) : [];
    const outcomes = await (0,revoke_tokens/* revokeTokens */.x)(ids, deps);
    const failed = outcomes.filter(({ kind }) => kind === 'failed' || kind === 'untried').map(({ id }) => id);
    const revoked = ids.filter((id) => !failed.includes(id));
    (0,revocation_report/* warnOfUnheardOf */.qW)(outcomes.filter(({ kind }) => kind === 'unheard-of').map(({ id }) => id), deps);
    for (const id of revoked)
        deps.runner.info(`Revoked token ${id}, which was replaced.`);
    if (failed.length > 0) {
        const [first] = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.error] : []));
        deps.runner.warning('Replaced token not revoked', `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${(0,failure/* asSentence */.KG)(first)} The next run tries again.`);
    }
    const overdue = due.filter(({ id }) => !revoked.includes(id)).map((token) => ({ token, until: now }));
    const left = [...overdue, ...inGrace];
    return { revoked, failed, left: left.sort((one, other) => (0,listing/* newestFirst */.ll)(one.token, other.token)) };
}
/** retirementOutputs is what a step tells of it; without an argument that nothing was replaced yet. */
function retirementOutputs(retired = { revoked: [], failed: [], left: [] }) {
    return {
        'previous-token-ids': JSON.stringify(retired.left.map(({ token }) => token.id)),
        'revoked-token-ids': JSON.stringify(retired.revoked),
        'failed-token-ids': JSON.stringify(retired.failed),
    };
}


/***/ }),

/***/ 8954:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ currentOf),
/* harmony export */   Pv: () => (/* binding */ lineTokens),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   xf: () => (/* binding */ hasLineKind)
/* harmony export */ });
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4150);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4322);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7031);



/** lineTokens picks what carries a line's tag. `job`, `kept` and untagged tokens never belong, however they are called. */
function lineTokens(tokens, line) {
    return tokens.flatMap((token) => {
        const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagged */ .UB)(token.description);
        return tagged &&
            hasLineKind(tagged.tag) &&
            tagged.tag.repositoryId === line.repositoryId &&
            tagged.plain === line.plainDescription
            ? [{ ...token, tag: tagged.tag }]
            : [];
    });
}
/** membersOf are the live tokens of a line, the newest first. `now` is in milliseconds since 1970. */
function membersOf(tokens, line, now) {
    return lineTokens(tokens, line)
        .filter((token) => (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenStatus */ .o)(token, now) === 'active')
        .sort(_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll);
}
/** currentOf is the newest committed one of tokens that are sorted newest first; undefined when there is none. */
function currentOf(members) {
    return members.find(({ tag }) => tag.kind === 'current');
}
/** isNewer tells whether one token was created after another. A date that cannot be read proves nothing. */
function isNewer(one, other) {
    return (typeof one.createdAt === 'number' &&
        typeof other.createdAt === 'number' &&
        one.createdAt > other.createdAt);
}
/** hasLineKind tells whether a tag is of a kind that only rotation gives. */
function hasLineKind(tag) {
    return tag.kind === 'handed' || tag.kind === 'current';
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


/***/ })

};
;