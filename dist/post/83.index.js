"use strict";
exports.id = 83;
exports.ids = [83];
exports.modules = {

/***/ 83:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endRotation: () => (/* binding */ endRotation),
  isToBeCommitted: () => (/* binding */ isToBeCommitted),
  openHandOver: () => (/* binding */ openHandOver)
});

// EXTERNAL MODULE: ./build/tokens/instant.js
var instant = __webpack_require__(871);
// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(961);
// EXTERNAL MODULE: ./build/management-api/errors.js + 1 modules
var errors = __webpack_require__(10);
;// CONCATENATED MODULE: ./build/operations/retag.js


/**
 * retag replaces the description of a token, tag included, which is how a token changes hands. The answer counts and not
 * the request. Never throws for what the server does.
 */
async function retag(id, description, api) {
    try {
        const updated = await api.updateToken(id, { description });
        if (updated?.revokedAt !== 'unset')
            return { kind: 'revoked' };
        if (updated.description === description)
            return { kind: 'done' };
        return { kind: 'unclear', why: 'The server shows it with another description.' };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        return (await isRevoked(id, error, api))
            ? { kind: 'revoked' }
            : { kind: 'unclear', why: (0,failure/* asSentence */.KG)(error) };
    }
}
/** A 409 may be how the server says that the token is revoked: only then it is worth to look. */
async function isRevoked(id, error, api) {
    if (!(error instanceof errors/* ApiError */.hD && error.status === 409))
        return false;
    try {
        const { token } = await api.findToken(id);
        return token?.revokedAt !== 'unset';
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/tokens/listing.js




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
    const tagged = parseTagged(token.description);
    return {
        ...token,
        plainDescription: tagged?.plain ?? token.description,
        tag: tagged?.tag,
        status: tokenStatus(token, now),
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
        permissions.some(({ resource }) => resource === ANY_DATABASE || databases.includes(resource)));
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
        return formatInstant(date);
    return date === 'unset' ? null : date;
}

// EXTERNAL MODULE: ./build/tokens/tag.js
var tag = __webpack_require__(322);
// EXTERNAL MODULE: ./build/tokens/token.js
var tokens_token = __webpack_require__(31);
;// CONCATENATED MODULE: ./build/tokens/line.js



/** lineTokens picks what carries a line's tag. `job`, `kept` and untagged tokens never belong, however they are called. */
function lineTokens(tokens, line) {
    return tokens.flatMap((token) => {
        const tagged = (0,tag/* parseTagged */.UB)(token.description);
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
        .filter((token) => (0,tokens_token/* tokenStatus */.o)(token, now) === 'active')
        .sort(newestFirst);
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

;// CONCATENATED MODULE: ./build/tokens/retirement.js

/**
 * planRetirement decides which members of a line nobody needs any more: strictly older than a committed one, and replaced
 * at least `graceMs` ago. `own` is the id of the token that this run has committed, if it has: what that replaced was
 * replaced now. Derived from a fresh list and never from memory. Pure.
 */
function planRetirement(tokens, line, { own, graceMs, now }) {
    const members = membersOf(tokens, line, now);
    const committed = members.filter(({ tag }) => tag.kind === 'current');
    const replaced = members.flatMap((token) => {
        // The first committed one after it; members come newest first.
        const successor = committed.findLast((other) => isNewer(other, token));
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

// EXTERNAL MODULE: ./build/format-count.js
var format_count = __webpack_require__(174);
;// CONCATENATED MODULE: ./build/operations/revocation-report.js


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
    deps.runner.info(`${formatCount(revoked.length)} of ${formatCount(outcomes.length)} tokens are revoked.`);
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
            return `not revoked: ${asSentence(outcome.error)}`;
    }
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
    const untried = failed.filter(({ kind }) => kind === 'untried').map(({ id }) => id);
    return [
        ...failed.flatMap((outcome) => outcome.kind === 'failed'
            ? [
                new Failure('Token not revoked', `Token ${outcome.id} may be alive: ${asSentence(outcome.error)} To revoke it again does no harm.`),
            ]
            : []),
        ...(untried.length > 0
            ? [
                new Failure('Tokens not tried', `These were not tried any more and may be alive: ${nameSome(untried)}. Mend the cause and run the step again. ` +
                    'The output `failed-token-ids` holds all.'),
            ]
            : []),
    ];
}
/** nameSome names as many ids as a message holds. */
function nameSome(ids) {
    const some = ids.slice(0, MOST_NAMED).join(', ');
    const rest = ids.length - MOST_NAMED;
    return rest > 0 ? `${some} and ${(0,format_count/* formatCount */.B)(rest)} more` : some;
}

;// CONCATENATED MODULE: ./build/cancellation.js

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
            throw new Failure('Cancelled', `The job was cancelled. ${consequence}`);
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

// EXTERNAL MODULE: ./build/http/requests.js + 1 modules
var requests = __webpack_require__(136);
;// CONCATENATED MODULE: ./build/in-parallel.js
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

;// CONCATENATED MODULE: ./build/operations/progress.js

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
        runner.info(`${work}: ${(0,format_count/* formatCount */.B)(done)} of ${(0,format_count/* formatCount */.B)(total)}.`);
    };
}

// EXTERNAL MODULE: ./build/operations/revoke-token.js
var revoke_token = __webpack_require__(710);
;// CONCATENATED MODULE: ./build/operations/revoke-tokens.js







/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3_000;
const CANCELLED = new failure/* Failure */.HR('Cancelled', 'The job was cancelled before the server had answered.');
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
    const progress = progressOf('Revoking', ids.length, deps);
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
    await Promise.race([inParallel(ids, begin, { most: mostAfter, goesOn }), timeToFinish(deps)]);
    const unanswered = [...asked].filter((id) => !outcomes.has(id));
    return new Map([...outcomes, ...unanswered.map((id) => [id, failed(id, CANCELLED)])]);
}
/** Never resolves as long as the job is not cancelled. */
async function timeToFinish({ cancelled, clock }) {
    await (cancelled ? aborted(cancelled) : new Promise(() => { }));
    await clock.sleep(TIME_TO_FINISH_MS);
}
function mostAfter(answered) {
    return Math.min(MOST_IN_FLIGHT, 1 + answered);
}
async function deleteOne(id, deps, goesOn) {
    try {
        return { id, kind: await (0,revoke_token/* tryToRevoke */.Bi)(id, deps, goesOn) };
    }
    catch (error) {
        return failed(id, error);
    }
}
function failed(id, error) {
    return { id, kind: 'failed', error };
}
function leavesNoHope(outcome) {
    return (outcome.kind === 'failed' && ((0,errors/* isTurnedAway */.n7)(outcome.error) || outcome.error instanceof requests/* RetryAfterTooLong */.Zt));
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
            const error = (0,revoke_token/* aliveAfterAll */.h9)(token);
            if (error)
                return failed(id, error);
            return { id, kind: token ? 'already-revoked' : 'unheard-of' };
        });
    }
    catch (error) {
        return ids.map((id) => failed(id, error));
    }
}

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
    const outcomes = await revokeTokens(ids, deps);
    const failed = outcomes.filter(({ kind }) => kind === 'failed' || kind === 'untried').map(({ id }) => id);
    const revoked = ids.filter((id) => !failed.includes(id));
    warnOfUnheardOf(outcomes.filter(({ kind }) => kind === 'unheard-of').map(({ id }) => id), deps);
    for (const id of revoked)
        deps.runner.info(`Revoked token ${id}, which was replaced.`);
    if (failed.length > 0) {
        const [first] = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.error] : []));
        deps.runner.warning('Replaced token not revoked', `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${(0,failure/* asSentence */.KG)(first)} The next run tries again.`);
    }
    const overdue = due.filter(({ id }) => !revoked.includes(id)).map((token) => ({ token, until: now }));
    const left = [...overdue, ...inGrace];
    return { revoked, failed, left: left.sort((one, other) => newestFirst(one.token, other.token)) };
}
/** retirementOutputs is what a step tells of it; without an argument that nothing was replaced yet. */
function retirementOutputs(retired = { revoked: [], failed: [], left: [] }) {
    return {
        'previous-token-ids': JSON.stringify(retired.left.map(({ token }) => token.id)),
        'revoked-token-ids': JSON.stringify(retired.revoked),
        'failed-token-ids': JSON.stringify(retired.failed),
    };
}

;// CONCATENATED MODULE: ./build/operations/rotation/conclude.js



/**
 * conclude commits the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
 * Failure when somebody has revoked the token.
 */
async function conclude(handOver, deps) {
    const { line, graceMs, tokenId, proven } = handOver;
    const committed = await commit(handOver, deps);
    const order = { line, graceMs, own: tokenId, revokes: proven };
    return { committed, retired: committed ? await retire(order, deps) : undefined };
}
/**
 * Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
 * may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
 */
async function commit({ tokenId, committed }, { api, runner }) {
    const retagging = await retag(tokenId, committed, api);
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
            throw new failure/* Failure */.HR('New token revoked', `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
                'still valid and was not touched. Run again at once.');
    }
}

;// CONCATENATED MODULE: ./build/operations/rotation/end.js


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
    const { retired } = await conclude(handOver, deps);
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
            ...left.map(({ token, until }) => [`Valid until the first run after ${(0,instant/* formatSecond */.sK)(until)}`, token.id]),
        ],
    };
}


/***/ })

};
;