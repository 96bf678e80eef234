"use strict";
exports.id = 653;
exports.ids = [653];
exports.modules = {

/***/ 8653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeUnpromoted: () => (/* reexport */ describeUnpromoted),
  endRotation: () => (/* reexport */ endRotation),
  isToBePromoted: () => (/* reexport */ isToBePromoted),
  rotate: () => (/* binding */ rotate)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/base/server-text.js
var server_text = __webpack_require__(8267);
// EXTERNAL MODULE: ./build/src/tokens/databases.js
var tokens_databases = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/clocks.js
var tokens_clocks = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __webpack_require__(5301);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/series.js



/** seriesTokens picks the tokens with the tag of a series. `job`, `kept`, and untagged tokens never belong, whatever their description. */
function seriesTokens(tokens, series) {
    return tokens.flatMap((token) => {
        const tagged = (0,tokens_tag/* parseTagged */.UB)(token.description);
        return tagged &&
            hasSeriesTagKind(tagged.tag) &&
            (0,tokens_tag/* isSameRepository */.ve)(tagged.tag, series) &&
            tagged.plain === series.plainDescription
            ? [{ ...token, tag: tagged.tag }]
            : [];
    });
}
/**
 * membersOf are the live tokens of a series, the newest first. A member that only one clock takes for expired is live:
 * otherwise a wrong clock would end the series.
 */
function membersOf(tokens, series, { forEnding }) {
    return seriesTokens(tokens, series)
        .filter((token) => (0,tokens_token/* tokenStatus */.oH)(token, forEnding) === 'active')
        .sort(listing/* newestFirst */.ll);
}
/** currentOf is the newest promoted one of tokens that are sorted newest first; undefined when there is none. */
function currentOf(members) {
    return members.find(({ tag }) => tag.kind === 'current');
}
/** isNewer tells whether one token was created after another. A date that cannot be read proves nothing. */
function isNewer(one, other) {
    return (typeof one.createdAt === 'number' &&
        typeof other.createdAt === 'number' &&
        one.createdAt > other.createdAt);
}
/** hasSeriesTagKind tells whether a tag is of a kind that only rotation gives. */
function hasSeriesTagKind(tag) {
    return tag.kind === 'pending' || tag.kind === 'current';
}
/** White space, and characters that show nothing: controls, format characters, soft hyphens, variation selectors. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** similarSeries names the live series whose names differ from a new one only in case, white space, and invisible characters. */
function similarSeries(tokens, series, { forEnding }) {
    const names = tokens.flatMap((token) => {
        const tagged = (0,tokens_tag/* parseTagged */.UB)(token.description);
        const isMember = tagged && hasSeriesTagKind(tagged.tag) && (0,tokens_tag/* isSameRepository */.ve)(tagged.tag, series);
        return isMember && (0,tokens_token/* tokenStatus */.oH)(token, forEnding) === 'active' ? [tagged.plain] : [];
    });
    const wanted = comparable(series.plainDescription);
    return [...new Set(names)].filter((name) => name !== series.plainDescription && comparable(name) === wanted);
}
/** quoteVisibly quotes a name with its invisible characters as escapes, because two names can differ in nothing else. */
function quoteVisibly(name) {
    const visible = name.replaceAll(INVISIBLE, (character) => character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return `"${visible}"`;
}
function comparable(name) {
    return name.replaceAll(INVISIBLE, '').toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/due.js






/** reasonsToRotate are the reasons, one sentence each, any of which makes a rotation due. Pure. */
function reasonsToRotate({ permissions, renewBeforeMs }, { tokens, targets, clocks }, { series, members, held }) {
    if (!held)
        return ['there is no token that consumers could hold'];
    const now = clocks.forRenewing;
    const ended = seriesTokens(tokens, series).filter((token) => (0,tokens_token/* tokenStatus */.oH)(token, now) !== 'active');
    const endedSince = ended.find((token) => isNewer(token, held));
    // As new as any: one of the same instant as the current token would never be replaced by it.
    const pending = members.find(({ tag, createdAt }) => tag.kind === 'pending' && createdAt === members[0]?.createdAt);
    const found = [
        renewBeforeMs === undefined && '`renew-before` is not given',
        pending !== undefined && `token ${pending.id} is pending: it was never promoted`,
        endedSince !== undefined && `token ${endedSince.id} is newer, and is ${(0,tokens_token/* tokenStatus */.oH)(endedSince, now)}`,
        renewBeforeMs !== undefined &&
            expiresWithin(held, renewBeforeMs, now) &&
            `token ${held.id} expires ${(0,token_spec/* describeExpiry */.Ts)(held.expiresAt)}`,
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
/** The date of a secret is GitHub's, and the date of a token is the cluster's. */
function lacks({ name, storedAt, clusterAheadMs }, held) {
    if (storedAt === 'absent')
        return `${name} has no secret yet`;
    const { createdAt } = held;
    if (typeof createdAt === 'number' && (0,tokens_clocks/* isStoredSince */.m6)(storedAt, createdAt, clusterAheadMs))
        return false;
    const reason = `${name} was stored before token ${held.id} was created`;
    const differenceMs = Math.abs(clusterAheadMs ?? 0);
    return differenceMs > tokens_clocks/* MAX_SHIFT_MS */.Vn
        ? `${reason} (the clocks of GitHub and the cluster differ by ${(0,duration/* formatDuration */.a3)(differenceMs / 1000)})`
        : reason;
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/refusals.js

/** refused gives a refusal its texts. */
function refused(code, why) {
    return { kind: 'refused', code, why };
}
/** act gives every run the same ID, so an earlier run of it looks like this one. */
const ACT_HINT = 'Under act, where all runs have the same ID, set `GITHUB_RUN_ID` to another number.';
/** rotationUnderWay: two rotations at once could each take the other's token for the one that consumers use. */
function rotationUnderWay({ id, tag }) {
    return refused('a-rotation-is-in-progress', `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series, the token is pending, and the run is ` +
        'not known to have ended. Let that run end, then run again. Give the workflow a `concurrency:` group, so that one run ' +
        `waits for the other. If you are sure that the run is over, revoke the token (\`operation: revoke\`, \`token-id: ${id}\`) ` +
        'and run again.');
}
/** begunByThisRun: another step of this run created the token, and only the end of the job promotes it. */
function begunByThisRun({ id }) {
    return refused('a-rotation-is-in-progress', `This run created token ${id}, which is still pending: one series has one rotate step per run. List all targets in that ` +
        'step, or give each consumer a series (`description`) of its own. Give the workflow a `concurrency:` group, so that ' +
        `one run waits for the other. ${ACT_HINT}`);
}
/** rotatedByThisRun: a second step does not know what the first has delivered. */
function rotatedByThisRun({ id }) {
    return refused('rotated-already-in-this-run', `This run created and promoted token ${id}: one series has one rotate step per run. List all targets in that step, or ` +
        `give each consumer a series (\`description\`) of its own. ${ACT_HINT}`);
}
/** tooManyPending: consumers might use each of them. */
function tooManyPending(pending) {
    return refused('too-many-pending-tokens', `${pending.length} rotations of this series created a token and never promoted it: ` +
        `${pending.map(({ id }) => id).join(', ')}. Find out what fails after the step, revoke the tokens that no consumer ` +
        'uses (`operation: revoke`), and run again.');
}
/** nothingToTakeOver: an input is missing, and there is no token that could stand in for it. */
function nothingToTakeOver(input, predecessor) {
    const why = predecessor === undefined
        ? 'the series has no token yet to inherit from'
        : `token ${predecessor.id} has nothing to inherit`;
    return refused('something-is-missing', `Set \`${input}\`, because ${why}.`);
}
/** livesTooShort: the consumers would lose it before the next run. */
function livesTooShort(lifetimeMs) {
    return refused('too-short-a-life', `The new token would live for ${(0,duration/* formatDuration */.a3)(lifetimeMs / 1000)}, and at least 1h is needed to hand it over: give \`expires-at\`.`);
}
/** alwaysDue: every run would rotate. */
function alwaysDue(renewBeforeMs, lifetimeMs) {
    return refused('due-from-its-first-second', `\`renew-before\` (${(0,duration/* formatDuration */.a3)(renewBeforeMs / 1000)}) must be shorter than the token's life ` +
        `(${(0,duration/* formatDuration */.a3)(lifetimeMs / 1000)}), or every run would rotate.`);
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/find-series.js




/** findStart finds the series that an order names, and a token to adopt where the series has none. Pure. */
function findStart(order, facts) {
    return order.tokenId === undefined
        ? startOf(order.plainDescription ?? '', facts)
        : startAt(order.tokenId, order.plainDescription, facts);
}
/** By description: the series of that name, else the one token with that description, else nothing yet. */
function startOf(plain, { tokens, run, clocks }) {
    const series = seriesOf(run, plain);
    if (membersOf(tokens, series, clocks).length > 0)
        return { kind: 'start', series, origin: { kind: 'existing' } };
    const [adopts, ...more] = tokens.filter((token) => (0,tokens_tag/* plainDescription */.$Y)(token.description) === plain && isAdoptable(token, run, clocks));
    if (adopts && more.length > 0) {
        return refused('several-tokens-to-choose-from', `The series "${plain}" has no token yet, and ${more.length + 1} tokens have this description: ` +
            `${[adopts, ...more].map(({ id }) => id).join(', ')}. Set \`token-id\` to the one that your consumers use.`);
    }
    return { kind: 'start', series, origin: adopts ? { kind: 'adopted', token: adopts } : { kind: 'new' } };
}
/** By ID: the series of that token, even if it was retired since; else it is the token to adopt. */
function startAt(id, plain, { tokens, run, clocks }) {
    const token = tokens.find((listed) => (0,tokens_token/* sameId */.s)(listed.id, id));
    if (!token) {
        return refused('token-not-found', `Token ${id} is not in the list of tokens, so its series is not known. Set \`description\` instead.`);
    }
    const tagged = (0,tokens_tag/* parseTagged */.UB)(token.description);
    const own = (0,tokens_tag/* plainDescription */.$Y)(token.description);
    if (plain !== undefined && plain !== own) {
        return refused('two-names-for-one-series', `Token ${id} has the description "${own}", and the input \`description\` is "${plain}". Remove one of the two inputs.`);
    }
    const series = seriesOf(run, own);
    if (tagged && hasSeriesTagKind(tagged.tag) && (0,tokens_tag/* isSameRepository */.ve)(tagged.tag, run)) {
        return startOf(own, { tokens, run, clocks });
    }
    if (!isAdoptable(token, run, clocks)) {
        return refused('not-a-token-to-rotate', `Token ${id} cannot be rotated here: ${whyNot(token, run, clocks)}.`);
    }
    const members = membersOf(tokens, series, clocks);
    if (members.length > 0) {
        return refused('a-series-of-this-name-exists', `Token ${id} is not one of "${own}", which has ${members.map((member) => member.id).join(', ')} already. ` +
            'Give the token another description (`operation: update`), or remove `token-id`.');
    }
    return { kind: 'start', series, origin: { kind: 'adopted', token } };
}
function seriesOf({ server, repositoryId }, plainDescription) {
    return { server, repositoryId, plainDescription };
}
/** Live, and either untagged or kept by this repository. */
function isAdoptable(token, own, clocks) {
    return whyNot(token, own, clocks) === undefined;
}
function whyNot(token, own, clocks) {
    const status = (0,tokens_token/* tokenStatus */.oH)(token, clocks.forEnding);
    if (status !== 'active')
        return `it is ${status}`;
    const tag = (0,tokens_tag/* parseTagged */.UB)(token.description)?.tag;
    if (tag === undefined)
        return (0,tokens_tag/* plainDescription */.$Y)(token.description) === ''
            ? 'it has no description, which would name its series'
            : undefined;
    if (!(0,tokens_tag/* isSameRepository */.ve)(tag, own))
        return `its tag names ${tag.server}/${tag.repository}`;
    return tag.kind === 'kept' ? undefined : 'it belongs to a single job';
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/plan.js







/** replacedBy are the tokens that the new one replaces once it is promoted. */
function replacedBy({ members, adopts }) {
    return adopts ? [...members, adopts] : members;
}
/** Consumers might use each of them. So many are no accident: a person must look. */
const MAX_PENDING = 10;
/** Less is a typing error, or a series that does nothing but rotate. */
const MIN_LIFETIME_MS = 3_600_000;
/**
 * runsToCheck are the pending members of the series that an order names: whether their runs have ended must be known
 * before anything is decided. Pure.
 */
function runsToCheck(order, facts) {
    const start = findStart(order, facts);
    if (start.kind === 'refused')
        return [];
    return membersOf(facts.tokens, start.series, facts.clocks).filter(({ tag }) => tag.kind === 'pending');
}
/** planRotation decides what a rotation has to do. Pure: two runs over the same facts decide the same. */
function planRotation(order, unsorted) {
    const facts = { ...unsorted, tokens: unsorted.tokens.toSorted(listing/* newestFirst */.ll) };
    const start = findStart(order, facts);
    if (start.kind === 'refused')
        return start;
    const { series, origin } = start;
    const adopts = origin.kind === 'adopted' ? origin.token : undefined;
    const members = membersOf(facts.tokens, series, facts.clocks);
    const current = currentOf(members);
    const predecessor = current ?? adopts ?? members[0];
    const underWay = members.find((token) => token.tag.kind === 'pending' && !facts.hasEnded(token));
    if (underWay)
        return isOfAttempt(underWay.tag, facts.run) ? begunByThisRun(underWay) : rotationUnderWay(underWay);
    if (current && isOfAttempt(current.tag, facts.run))
        return rotatedByThisRun(current);
    const held = current ?? adopts;
    const reasons = reasonsToRotate(order, facts, { series, members, held });
    const warnings = warningsOf(order, start, held, facts);
    if (held && reasons.length === 0) {
        const unadopted = adopts
            ? [
                `Token ${held.id} is adopted by the first rotation that is due. Until then it belongs to no series, and a cleanup with ` +
                    '`max-age` can revoke it.',
            ]
            : [];
        return { kind: 'not-due', series, current: held, warnings: [...warnings, ...unadopted] };
    }
    const pending = members.filter(({ tag }) => tag.kind === 'pending');
    if (pending.length >= MAX_PENDING)
        return tooManyPending(pending);
    const permissions = order.permissions ?? predecessor?.permissions;
    if (permissions === undefined || (order.permissions === undefined && permissions.length === 0)) {
        return nothingToTakeOver('permissions', predecessor);
    }
    const inherited = inheritedExpiry(predecessor, facts.clocks.forRenewing);
    const expiresAt = order.expiresAt ?? inherited?.expiresAt;
    if (expiresAt === undefined)
        return nothingToTakeOver('expires-at', predecessor);
    // A typed expiry was checked when it was read, by the clock that made a date of it.
    if (order.expiresAt === undefined && inherited) {
        const { lifetimeMs } = inherited;
        if (lifetimeMs < MIN_LIFETIME_MS)
            return livesTooShort(lifetimeMs);
        if (order.renewBeforeMs !== undefined && order.renewBeforeMs >= lifetimeMs) {
            return alwaysDue(order.renewBeforeMs, lifetimeMs);
        }
    }
    return {
        kind: 'rotate',
        series,
        reasons,
        predecessor,
        adopts,
        members,
        permissions,
        expiresAt,
        notices: origin.kind === 'new'
            ? [`"${series.plainDescription}" has no token yet: this is the first of its series.`]
            : [],
        warnings,
    };
}
function warningsOf({ renewBeforeMs }, { series, origin }, held, { tokens, clocks }) {
    const alike = origin.kind === 'new' ? similarSeries(tokens, series, clocks) : [];
    return [
        ...(renewBeforeMs !== undefined && held?.expiresAt === 'unset'
            ? [`Token ${held.id} never expires, so \`renew-before\` will never make a rotation due.`]
            : []),
        ...(alike.length > 0
            ? [
                `A series of nearly this name exists: ${alike.map(quoteVisibly).join(', ')}. If you meant that one, copy its name ` +
                    'into `description`.',
            ]
            : []),
    ];
}
/** The lifetime of the token that is replaced, in whole seconds from now on; undefined when it has none to inherit. */
function inheritedExpiry(predecessor, now) {
    if (typeof predecessor?.createdAt !== 'number' || typeof predecessor.expiresAt !== 'number') {
        return undefined;
    }
    const lifetimeMs = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1000) * 1000;
    const expiresAt = (0,dates/* withinCalendar */.OI)((0,dates/* wholeSeconds */.$P)(now) + lifetimeMs);
    return expiresAt === undefined ? undefined : { expiresAt, lifetimeMs };
}
function isOfAttempt(tag, run) {
    return (0,tokens_tag/* isSameRepository */.ve)(tag, run) && tag.runId === run.runId && tag.runAttempt === run.runAttempt;
}

// EXTERNAL MODULE: ./build/src/operations/granted-databases.js
var granted_databases = __webpack_require__(8837);
// EXTERNAL MODULE: ./build/src/operations/issuing/activation.js + 2 modules
var issuing_activation = __webpack_require__(1669);
// EXTERNAL MODULE: ./build/src/operations/issuing/retag.js
var retag = __webpack_require__(8981);
;// CONCATENATED MODULE: ./build/src/operations/rotation/adopt.js



/**
 * adopt gives a token that a person created the tag of a series, as promoted by no run: from then on only tags count.
 * Throws a Failure when that is not sure.
 */
async function adopt(token, { server, repository, repositoryId }, { api, runner, nonce }) {
    const description = (0,tokens_tag/* withTag */.Rd)(token.description, {
        server,
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
            await refuseWithoutEffect(token.id, description, api);
            runner.info(`Adopted token ${token.id}: it is the first of the series "${(0,tokens_tag/* plainDescription */.$Y)(token.description)}".`);
            return;
        case 'revoked':
            throw new errors/* Failure */.HR('token-not-adopted', `Token ${token.id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`);
        case 'unclear':
            throw new errors/* Failure */.HR('token-not-adopted', `Whether token ${token.id} has the tag of the series is not known: ${retagging.why} The token is as valid as ` +
                'before, and nothing else was changed. Run again.');
    }
}
/**
 * A server can confirm a tag that it has not stored. Without its tag, no later run would retire the token, because the series
 * has other members by then.
 */
async function refuseWithoutEffect(id, description, api) {
    const { token } = await api.findToken(id).catch((error) => {
        throw (0,errors/* withContext */.eQ)(error, `Token ${id} got the tag of the series, but the tag could not be read back. The token is as valid as before. Run again.`);
    });
    if (token?.description === description)
        return;
    throw new errors/* Failure */.HR('token-not-adopted', `The server confirmed the tag of token ${id}, but does not show it. The token is as valid as before, and nothing else was ` +
        'changed. Run again.');
}

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
;// CONCATENATED MODULE: ./build/src/operations/rotation/read-state.js





/** readState reads the tokens, the databases, the secrets that shall be written, and whether runs in question have ended. */
async function readState(order, { storeIn, run }, deps) {
    const { api, github, clock } = deps;
    try {
        const { tokens, clocks } = await api.tokens();
        const cluster = { date: clocks.server, elapsed: clock.elapsed() };
        const databases = await api.databases();
        const secrets = [];
        const targets = [];
        for (const target of storeIn.targets) {
            const secret = await github.look(target);
            const clusterAheadMs = (0,tokens_clocks/* clockDifference */.eN)(cluster, { date: secret.date, elapsed: clock.elapsed() });
            secrets.push(secret);
            targets.push({ name: `\`${target.label}\``, storedAt: secret.storedAt, clusterAheadMs });
        }
        const pending = runsToCheck(order, { tokens, run, clocks }).map((token) => ({ token, tag: token.tag }));
        const { hasEnded, unresolved } = await (0,run_status/* askWhichEnded */.z)(pending, { own: run, clocks }, deps);
        if (unresolved) {
            deps.runner.warning('github-did-not-tell', `Whether ${(0,base_text/* formatCount */.B4)(unresolved.count)} of ${(0,base_text/* formatCount */.B4)(unresolved.asked)} runs with a pending token have ended is not known: ${unresolved.why}`);
        }
        const facts = {
            tokens,
            targets,
            run,
            hasEnded: (token) => hasEnded(token, token.tag),
            clocks,
        };
        return { facts, databases, secrets };
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, 'Nothing was changed.');
    }
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/concurrent.js


/**
 * detectConcurrentRotation decides from a list that was read after our own token was created whether this rotation goes on: no other
 * rotation has begun, and `ownId` is strictly the newest of the series. Undefined: it goes on. Of two rotations at once at
 * least one sees the other, because each creates its token before it looks. Pure.
 */
function detectConcurrentRotation({ series, members: before, adopts }, ownId, { tokens, clocks }) {
    const members = membersOf(tokens, series, clocks);
    const own = members.find(({ id }) => id === ownId);
    if (!own)
        return ownNotThere(ownId);
    const others = members.filter((member) => member !== own);
    const known = new Set([...before.map(({ id }) => id), ...(adopts ? [adopts.id] : [])]);
    const intruder = others.find(({ id }) => !known.has(id));
    if (intruder)
        return anotherHasBegun(intruder);
    const notOlder = others.find((other) => mayReplace(own, other) && !isNewer(own, other));
    return notOlder && notTheNewest(ownId, notOlder.id);
}
/** A token whose date cannot be read neither replaces another nor is replaced, unless that is ours. */
function mayReplace(own, other) {
    return typeof own.createdAt !== 'number' || typeof other.createdAt === 'number';
}
function anotherHasBegun({ id, tag }) {
    return refused('another-rotation-has-begun', `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series at the same time. Give the workflow a ` +
        '`concurrency:` group, so that one run waits for the other.');
}
function ownNotThere(id) {
    return refused('token-not-listed', `The list of tokens does not contain the new token ${id}: was it revoked or changed meanwhile? Run again.`);
}
function notTheNewest(id, other) {
    return refused('not-the-newest-token', `By the dates on the list, the new token ${id} is not newer than ${other}, so no run could tell which of them replaces ` +
        'the other. Run again in a minute. If this error stays, the date of that token is wrong: revoke it when no consumer ' +
        'uses it.');
}

// EXTERNAL MODULE: ./build/src/operations/issuing/issue-token.js
var issue_token = __webpack_require__(3005);
// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-token.js
var revoke_token = __webpack_require__(1209);
// EXTERNAL MODULE: ./build/src/operations/token-outputs.js
var token_outputs = __webpack_require__(3391);
;// CONCATENATED MODULE: ./build/src/operations/rotation/deliver.js

/**
 * delivery writes the new token into all secrets, one after the other, and gives it to the later steps. From the mark in the
 * ledger on this run never revokes it, but for one exception: the very first write was surely refused, and then the mark is
 * taken back. Throws a Failure that says who holds what.
 */
async function deliver({ issued, secrets, laterSteps, delivery: mark }, ledger, { github, runner }) {
    ledger.beginDelivery(issued.tag.nonce, mark);
    for (const [index, secret] of secrets.entries()) {
        const result = await github.store(secret, issued.secret);
        if (result.kind === 'stored') {
            runner.info(`Stored in ${secret.target.label}.`);
            continue;
        }
        if (result.kind === 'refused' && index === 0) {
            ledger.cancelDelivery(issued.tag.nonce);
            throw new errors/* Failure */.HR('token-not-stored', (0,errors/* asSentence */.KG)(result.error), { cause: result.error });
        }
        runner.summary(whereabouts(result, index, secrets, issued.token.id));
        throw notStoredEverywhere(result, index, secrets, issued.token.id);
    }
    if (laterSteps)
        runner.token(issued.secret);
    runner.outputs({ rotated: 'true' });
    if (laterSteps)
        ledger.setPhase('delivered');
}
function notStoredEverywhere({ kind, error }, index, secrets, id) {
    const labels = secrets.map(({ target }) => target.label);
    const [stored, failed, waiting] = [labels.slice(0, index), labels[index] ?? '', labels.slice(index + 1)];
    const unchanged = kind === 'unclear' ? waiting : [failed, ...waiting];
    const sentences = [
        ...(stored.length > 0 ? [`The new token ${id} is in ${list(stored)}.`] : []),
        ...(kind === 'unclear' ? [`It is not known which token is in ${list([failed])}.`] : []),
        ...(unchanged.length > 0 ? [`Not changed: ${list(unchanged)}.`] : []),
    ];
    return new errors/* Failure */.HR('not-stored-everywhere', `${(0,errors/* asSentence */.KG)(error)} ${sentences.join(' ')} No token was revoked, so every consumer keeps a valid token. The next run ` +
        'creates another token and stores it everywhere.', { cause: error });
}
/** Which target has which token. */
function whereabouts({ kind }, failedAt, secrets, id) {
    const before = ({ storedAt }) => storedAt === 'absent' ? 'no secret, as before' : 'the secret from before';
    const has = (secret, index) => {
        if (index < failedAt)
            return `the new token ${id}`;
        return index === failedAt && kind === 'unclear' ? 'not known' : before(secret);
    };
    return {
        title: 'InfluxDB token: not stored everywhere',
        head: ['Target', 'Has'],
        rows: secrets.map((secret, index) => [secret.target.label, has(secret, index)]),
    };
}
function list(labels) {
    return labels.map((label) => `\`${label}\``).join(', ');
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/retirement.js


/**
 * planRetirement decides which members of a series are no longer needed: strictly older than a current one, and replaced at
 * least `graceMs` ago. What our own token has replaced was replaced now. Derived from a fresh list and never from memory.
 * Pure.
 */
function planRetirement(tokens, series, facts) {
    const { own, graceMs, clocks } = facts;
    const members = membersOf(tokens, series, clocks);
    // An expired successor replaces nothing. Our own was accepted by the cluster just now, whatever the clocks say.
    const current = members.filter((token) => token.tag.kind === 'current' &&
        (token.id === own || (0,tokens_token/* tokenStatus */.oH)(token, clocks.forReplacing) === 'active'));
    const replaced = members.flatMap((token) => {
        // The first current one after it; members come newest first.
        const successor = current.findLast((other) => isNewer(other, token));
        if (!successor || token.id === own || typeof successor.createdAt !== 'number')
            return [];
        const isReplacedNow = successor.id === own;
        const until = (isReplacedNow ? clocks.forRenewing : successor.createdAt) + graceMs;
        return [{ token, until, isDue: isReplacedNow ? graceMs === 0 : until <= clocks.forEnding }];
    });
    return {
        due: replaced.filter(({ isDue }) => isDue).map(({ token }) => token),
        inGrace: replaced.filter(({ isDue }) => !isDue).map(({ token, until }) => ({ token, until })),
    };
}

// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js
var revoke_tokens = __webpack_require__(3756);
;// CONCATENATED MODULE: ./build/src/operations/rotation/retire.js




/**
 * retire revokes what a series has replaced long enough ago. It goes by a fresh list and never by memory, so what fails today
 * is found again by the next run: a failure is a warning. Undefined when the list could not be read.
 */
async function retire(order, deps) {
    try {
        const { tokens, clocks } = await deps.api.tokens();
        const { series, graceMs, own } = order;
        return await revokeDue(planRetirement(tokens, series, { own, graceMs, clocks }), order, {
            ...deps,
            forRenewing: clocks.forRenewing,
        });
    }
    catch (error) {
        deps.runner.warning('nothing-retired', `Which tokens were replaced long enough ago is not known: ${(0,errors/* asSentence */.KG)((0,errors/* failureOnly */.tf)(error))} They stay valid; the next run looks again.`);
        return undefined;
    }
}
async function revokeDue({ due, inGrace }, { revokes }, { forRenewing, ...deps }) {
    const ids = revokes ? due.map(({ id }) => id) : [];
    const outcomes = await (0,revoke_tokens/* revokeTokens */.xU)({ ids, known: true }, deps);
    const failed = outcomes.filter(revoke_tokens/* mightBeAlive */.I_).map(({ id }) => id);
    const revoked = outcomes.filter(revoke_tokens/* wasRevoked */.ML).map(({ id }) => id);
    for (const id of revoked)
        deps.runner.info(`Revoked token ${id}, which was replaced.`);
    if (failed.length > 0) {
        const [first] = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.error] : []));
        deps.runner.warning('replaced-token-not-revoked', `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${(0,errors/* asSentence */.KG)(first)} The next run tries again.`);
    }
    const overdue = due
        .filter(({ id }) => !revoked.includes(id))
        .map((token) => ({ token, until: forRenewing }));
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

;// CONCATENATED MODULE: ./build/src/operations/rotation/promote.js



/**
 * promoteAndRetire promotes the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
 * Failure when somebody has revoked the token.
 */
async function promoteAndRetire(delivery, deps) {
    const { series, graceMs, tokenId, accepted } = delivery;
    const promoted = await promote(delivery, deps);
    const order = { series, graceMs, own: tokenId, revokes: accepted };
    return { promoted, retired: promoted ? await retire(order, deps) : undefined };
}
/**
 * Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
 * may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
 */
async function promote({ tokenId, promotedDescription }, { api, runner }) {
    const retagging = await (0,retag/* retag */.s)(tokenId, promotedDescription, api);
    switch (retagging.kind) {
        case 'done':
            runner.info(`Committed token ${tokenId}.`);
            return true;
        case 'unclear':
            runner.warning('rotation-not-committed', `Token ${tokenId} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run ` +
                'rotates again and puts this right.');
            return false;
        case 'revoked':
            runner.outputs({ status: 'revoked' });
            throw new errors/* Failure */.HR('new-token-revoked', `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
                'still valid and was not touched. Run again at once.');
    }
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/summary.js





/** What a token that never expires gets of a chart. */
const NEVER_SHOWN_AS_MS = 90 * 24 * 3_600_000;
/** describePlan says what a rotation will do, and why. */
function describePlan(plan) {
    if (plan.kind === 'not-due') {
        return [
            `Not due: token ${plan.current.id} of "${plan.series.plainDescription}" expires ${(0,token_spec/* describeExpiry */.Ts)(plan.current.expiresAt)}.`,
        ];
    }
    return [
        `To rotate "${plan.series.plainDescription}":`,
        ...plan.reasons.map((reason) => `- because ${reason}.`),
        ...(plan.adopts ? [`- Token ${plan.adopts.id} is adopted: it becomes the first of the line.`] : []),
        `- The new token grants "${(0,tokens_permissions/* describePermissions */.gH)(plan.permissions)}" and expires ${(0,token_spec/* describeExpiry */.Ts)(plan.expiresAt)}.`,
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
                ['Line', plan.series.plainDescription],
                ['Because', plan.reasons.join('; ')],
                ...(plan.adopts ? [['Adopts', plan.adopts.id]] : []),
                ['Replaces', namesOf(plan)],
                ['Grants', (0,tokens_permissions/* describePermissions */.gH)(plan.permissions)],
                ['Expires', (0,token_spec/* describeExpiry */.Ts)(plan.expiresAt)],
                ['Stored in', receivers.join(', ')],
            ],
        },
    ];
}
/** summarizeNotDue shows what consumers hold, and when that will change. */
function summarizeNotDue({ series, current, renewBeforeMs }, retired) {
    return [
        {
            title: 'InfluxDB token: no rotation is due',
            facts: [
                ['Token', current.id],
                ['Line', series.plainDescription],
                ['Grants', (0,tokens_permissions/* describePermissions */.gH)(current.permissions)],
                ['Expires', (0,token_spec/* describeExpiry */.Ts)(current.expiresAt)],
                ['Next run', describeNext(current, renewBeforeMs)],
            ],
        },
        ...(retired ? validity(current, retired) : []),
    ];
}
/** summarizeRotation shows the delivery: what replaced what, who holds what, and what stays valid until when. */
function summarizeRotation({ plan, request: { storeIn, renewBeforeMs }, token, activation }, promotion) {
    const notPromoted = promotion?.promoted === false;
    const retired = promotion?.retired;
    return [
        {
            title: notPromoted ? 'InfluxDB token rotated, but not committed' : 'InfluxDB token rotated',
            facts: [
                ['Token', token.id],
                ['Line', plan.series.plainDescription],
                ['Because', plan.reasons.join('; ')],
                ['Replaces', namesOf(plan)],
                ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
                ['Expires', (0,token_spec/* describeExpiry */.Ts)(token.expiresAt)],
                ['Accepted by the cluster', issuing_activation/* ACTIVATION_FACT */.yQ[activation.kind]],
                ['Next run', notPromoted ? 'rotates again and puts this right' : describeNext(token, renewBeforeMs)],
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
        ...(retired ? validity(token, retired) : [pending(token, plan, promotion?.promoted === true)]),
    ];
}
/** Nothing was retired yet. */
function pending({ id, expiresAt }, plan, promoted) {
    return {
        title: 'What stays valid until when',
        head: ['Token', 'What', 'Valid until'],
        rows: [
            [id, 'new', (0,token_spec/* describeExpiry */.Ts)(expiresAt)],
            ...replacedBy(plan).map((token) => [
                token.id,
                promoted ? 'replaced' : 'to be replaced',
                promoted ? 'the first run that finds its grace over' : 'a rotation is committed, and its grace over',
            ]),
        ],
    };
}
function validity(current, { revoked, left }) {
    const rows = [
        [current.id, 'current', (0,token_spec/* describeExpiry */.Ts)(current.expiresAt)],
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
        ? (0,dates/* formatInstant */.r4)(expiresAt)
        : `the first run after ${(0,dates/* formatSecond */.sK)(until)}`;
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
    return `rotates from ${(0,dates/* formatSecond */.sK)(expiresAt - renewBeforeMs)} on; until then it only revokes what was replaced long enough ago`;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/replace.js















/**
 * replace carries a planned rotation out. Until the new token is delivered every failure revokes it; from then on both
 * stay alive until the new one is promoted.
 */
async function replace(plan, request, { facts, databases, secrets }, deps) {
    const { runner } = deps;
    const ledger = deps.newLedger(false);
    const issued = await (0,issue_token/* issueToken */.R)({
        plainDescription: plan.series.plainDescription,
        permissions: plan.permissions,
        expiresAt: plan.expiresAt,
        kind: 'pending',
    }, request.run, ledger, deps);
    const { token } = issued;
    try {
        runner.outputs((0,token_outputs/* tokenOutputs */.Q)(token, (0,tokens_token/* tokenStatus */.oH)(token, facts.clocks.forRenewing)));
        runner.info(`Created token ${token.id} (${(0,server_text/* markServerText */.k)((0,tokens_permissions/* describePermissions */.gH)(token.permissions))}).`);
        await refuseToRace(plan, issued, deps);
        const activation = await waitUntilActive(request, issued, databases, deps);
        const mark = markOf(plan, request, issued, activation);
        const { laterSteps } = request.storeIn;
        runner.outputs(laterSteps ? outputsUnretired(plan) : retirementOutputs());
        await deliver({ issued, secrets, laterSteps, delivery: mark }, ledger, deps);
        const promotion = laterSteps ? undefined : await promoteInStep(plan, mark, ledger, deps);
        const sections = summarizeRotation({ plan, request, token, activation }, promotion);
        for (const section of sections)
            runner.summary(section);
    }
    catch (error) {
        throw ledger.hasBegunDelivery ? error : await abandon(error, issued, ledger, deps);
    }
}
/** Two rotations at once must not both go on. */
async function refuseToRace(plan, { token }, { api }) {
    const refusal = detectConcurrentRotation(plan, token.id, await api.tokens());
    if (refusal)
        throw new errors/* Failure */.HR(refusal.code, refusal.why);
}
async function waitUntilActive({ activationTimeoutMs }, { token, secret }, databases, deps) {
    const check = await (0,issuing_activation/* checkActivation */.ZB)({ ...token, secret }, { databases, timeoutMs: activationTimeoutMs }, deps);
    if (check.kind === 'refused') {
        throw new errors/* Failure */.HR('token-not-accepted', `${check.why} ${issuing_activation/* ACTIVATION_HINTS */.qq.refused}`);
    }
    deps.runner.outputs({ active: issuing_activation/* ACTIVE_OUTPUT */.fl[check.kind] });
    if (check.kind === 'unreachable') {
        throw new errors/* Failure */.HR('token-not-probed', `${check.why} ${issuing_activation/* ACTIVATION_HINTS */.qq.unreachable}`);
    }
    return check;
}
function markOf({ series }, { graceMs }, { token, tag }, { kind }) {
    return {
        tokenId: token.id,
        promotedDescription: (0,tokens_tag/* formatTagged */.cy)(series.plainDescription, { ...tag, kind: 'current' }),
        series: { ...series },
        graceMs,
        accepted: kind === 'accepted',
    };
}
/** Until then nobody knows whether all hold the new token, and the post step would say so. */
async function promoteInStep(plan, mark, ledger, deps) {
    deps.runner.outputs(outputsUnretired(plan));
    try {
        const promotion = await promoteAndRetire(mark, deps);
        if (promotion.retired)
            deps.runner.outputs(retirementOutputs(promotion.retired));
        return promotion;
    }
    finally {
        ledger.setPhase('done');
    }
}
/** What is true as long as nothing is retired: whatever the new token replaces is still valid. */
function outputsUnretired(plan) {
    const ids = replacedBy(plan).map(({ id }) => id);
    return { ...retirementOutputs(), 'previous-token-ids': JSON.stringify(ids) };
}
/** Nobody holds the new token: it goes, and the error says so. */
async function abandon(error, { token, tag }, ledger, deps) {
    try {
        await (0,revoke_token/* revokeToken */.w$)(token.id, deps);
    }
    catch (cause) {
        return (0,errors/* withContext */.eQ)(error, `The new token ${token.id}, which nobody holds, could not be revoked: ${(0,errors/* asSentence */.KG)((0,errors/* failureOnly */.tf)(cause))} The post step tries again.`);
    }
    ledger.resolve(tag.nonce);
    deps.runner.outputs({ status: 'revoked', ...retirementOutputs() });
    return (0,errors/* withContext */.eQ)(error, `The new token ${token.id} was revoked. What consumers hold was not touched.`);
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/end.js


/** isToBePromoted tells whether the later steps of a job had their token, and have come to a good end with it. */
function isToBePromoted({ phase }, jobStatus) {
    return phase === 'delivered' && jobStatus === 'success';
}
/**
 * describeUnpromoted says of a delivery that will not be promoted what that means; undefined when nothing is open. Nobody knows
 * how far it got, so nothing is revoked either.
 */
function describeUnpromoted({ phase, tokenId, series }, jobStatus) {
    if (phase === 'done')
        return undefined;
    const missing = phase === 'delivering'
        ? 'The ledger is not marked as delivered: the step ended while it delivered the token.'
        : `\`job-status\` is "${jobStatus}" and not "success".`;
    // With both there is another reason, which precedes this text.
    const what = isToBePromoted({ phase }, jobStatus) ? '' : ` ${missing}`;
    return (`Token ${tokenId} of "${series.plainDescription}" is not committed.${what} Somebody may hold it, so it stays valid, and so ` +
        'does what it replaces. The next run rotates again and puts this right.');
}
/** endRotation promotes at the end of the job what its later steps were given, and retires what it replaces. */
async function endRotation(delivery, deps) {
    const { retired } = await promoteAndRetire(delivery, deps);
    if (retired)
        deps.runner.summary(summary(delivery, retired));
}
function summary({ tokenId, series }, { revoked, left }) {
    return {
        title: 'InfluxDB token: rotation committed at the end of the job',
        facts: [
            ['Token', tokenId],
            ['Line', series.plainDescription],
            ...(revoked.length > 0 ? [['Revoked', revoked.join(', ')]] : []),
            ...left.map(({ token, until }) => [`Valid until the first run after ${(0,dates/* formatSecond */.sK)(until)}`, token.id]),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/operations/rotate.js













/** The half of a rotation that belongs to the post step. It shares most of its code with the other half. */

/**
 * rotate replaces what the consumers of a series hold, such that at every instant, whichever request fails and wherever the
 * process is killed, they hold a token that is accepted; and such that the next run puts right what this one has left.
 */
async function rotate(request, deps) {
    const { runner } = deps;
    const order = orderOf(request);
    const state = await readState(order, request, deps);
    const plan = planRotation(order, state.facts);
    if (plan.kind === 'refused')
        throw new errors/* Failure */.HR(plan.code, `${(0,server_text/* markServerText */.k)(plan.why)} Nothing was changed.`);
    for (const warning of plan.warnings)
        runner.warning('rotation', (0,server_text/* markServerText */.k)(warning));
    if (plan.kind === 'rotate')
        for (const notice of plan.notices)
            runner.notice('rotation', (0,server_text/* markServerText */.k)(notice));
    for (const line of describePlan(plan))
        runner.info((0,server_text/* markServerText */.k)(line));
    if (plan.kind === 'not-due')
        return keep(plan.current, plan.series, request, state, deps);
    checkGrants(plan, request, state, deps);
    if (request.dryRun)
        return show(plan, request, state, deps);
    if (!plan.adopts)
        return await replace(plan, request, state, deps);
    await adopt(plan.adopts, request.run, deps);
    try {
        await replace(plan, request, state, deps);
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, `Token ${plan.adopts.id} was adopted: it belongs to the series from now on.`);
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
async function keep(current, series, { graceMs, dryRun, renewBeforeMs }, { facts }, deps) {
    const { runner } = deps;
    runner.outputs({
        ...(0,token_outputs/* tokenOutputs */.Q)(current, (0,tokens_token/* tokenStatus */.oH)(current, facts.clocks.forRenewing)),
        active: '',
        rotated: 'false',
    });
    const retired = await retire({ series, graceMs, revokes: !dryRun }, deps);
    runner.outputs(retirementOutputs(retired));
    if (dryRun)
        runner.info('This was a dry run: nothing was changed.');
    for (const section of summarizeNotDue({ current, series, renewBeforeMs }, retired))
        runner.summary(section);
}
/** What can be refused is refused before anything is changed. */
function checkGrants({ permissions, expiresAt }, { grants, graceMs, activationTimeoutMs }, { databases }, { runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(permissions, runner);
    if (expiresAt === 'never') {
        runner.warning('no-expiry', 'The new token never expires: only a later rotation or a person can end it.');
    }
    if (grants)
        (0,granted_databases/* refuseUnknownDatabases */.N0)(grants, databases);
    const unknown = grants ? [] : (0,tokens_databases/* unknownDatabases */.H1)(permissions, databases);
    if (unknown.length > 0) {
        const names = unknown.map((name) => `"${name}"`).join(', ');
        runner.warning('unknown-databases', `What the old token grants is taken over, also on what the cluster does not have any more: ${names}. Give \`permissions\` to change that.`);
    }
    if (graceMs === 0 && activationTimeoutMs > 0 && !(0,issuing_activation/* canProbe */.rt)(permissions, databases)) {
        throw new errors/* Failure */.HR('new-token-cannot-be-proven', 'The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. ' +
            'Nothing was changed. Create a database, or give the old token a grace.');
    }
}
async function show(plan, request, state, deps) {
    const { runner } = deps;
    const { series, predecessor } = plan;
    if (predecessor)
        runner.outputs((0,token_outputs/* tokenOutputs */.Q)(predecessor, (0,tokens_token/* tokenStatus */.oH)(predecessor, state.facts.clocks.forRenewing)));
    runner.outputs({ active: '', rotated: 'false' });
    const retired = await retire({ series, graceMs: request.graceMs, revokes: false }, deps);
    runner.outputs(retirementOutputs(retired));
    runner.info('This was a dry run: nothing was changed.');
    for (const section of summarizeDryRun(plan, request))
        runner.summary(section);
}


/***/ })

};
;