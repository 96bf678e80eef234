"use strict";
exports.id = 745;
exports.ids = [745];
exports.modules = {

/***/ 3745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishRotation: () => (/* binding */ finishRotation),
  rotate: () => (/* binding */ rotate)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
;// CONCATENATED MODULE: ./build/src/report/retirement.js



const NEVER_SHOWN_AS_MS = 90 * 24 * 3_600_000;
function reportRetirement(result) {
    if (result.kind === 'not-listed') {
        const text = `Which tokens were replaced long enough ago is not known: ${(0,errors/* asSentence */.KG)(result.error)} They stay valid; the next run looks again.`;
        return { lines: [{ kind: 'warning', code: 'nothing-retired', text }] };
    }
    const { revoked, failed, error } = result;
    const lines = revoked.map((id) => ({ kind: 'info', text: `Revoked token ${id}, which was replaced.` }));
    if (failed.length === 0)
        return { lines };
    const text = `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${(0,errors/* asSentence */.KG)(error)} The next run tries again.`;
    return { lines: [...lines, { kind: 'warning', code: 'replaced-token-not-revoked', text }] };
}
function retirementOutputs(result) {
    const { left, revoked, failed } = result?.kind === 'retired' ? result : { left: [], revoked: [], failed: [] };
    return {
        'previous-token-ids': JSON.stringify(left.map(({ token }) => token.id)),
        'revoked-token-ids': JSON.stringify(revoked),
        'failed-token-ids': JSON.stringify(failed),
    };
}
function summarizeValidity(current, result) {
    if (result.kind === 'not-listed')
        return [];
    const { revoked, left } = result;
    const bars = [
        ...left.flatMap(({ token, until }) => barOf('old', { ...token, expiresAt: until })),
        ...barOf('new', current),
    ];
    return [
        validityTable([
            [current.id, 'current', (0,token_spec/* describeExpiry */.Ts)(current.expiresAt)],
            ...left.map((one) => [one.token.id, 'replaced', describeEnd(one)]),
            ...revoked.map((id) => [id, 'replaced', 'revoked now']),
        ]),
        ...(bars.length > 1 ? [{ title: 'Old and new', bars }] : []),
    ];
}
function summarizeUnretired({ id, expiresAt }, replaced, isPromoted) {
    return validityTable([
        [id, 'new', (0,token_spec/* describeExpiry */.Ts)(expiresAt)],
        ...replaced.map((token) => [
            token.id,
            isPromoted ? 'replaced' : 'to be replaced',
            isPromoted ? 'the first run that finds its grace over' : 'a rotation is committed, and its grace over',
        ]),
    ]);
}
function validityTable(rows) {
    return { title: 'What stays valid until when', head: ['Token', 'What', 'Valid until'], rows };
}
function barOf(label, { id, createdAt, expiresAt }) {
    if (typeof createdAt !== 'number')
        return [];
    const to = typeof expiresAt === 'number' ? expiresAt : createdAt + NEVER_SHOWN_AS_MS;
    return [{ label: `${label} ${id}`, from: createdAt, to }];
}
function describeEnd({ token: { expiresAt }, until }) {
    return typeof expiresAt === 'number' && expiresAt < until
        ? (0,dates/* formatInstant */.r4)(expiresAt)
        : `the first run after ${(0,dates/* formatSecond */.sK)(until)}`;
}

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/databases.js
var tokens_databases = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/clocks.js
var tokens_clocks = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __webpack_require__(5301);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/series.js



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
function membersOf(tokens, series, { forEnding }) {
    return seriesTokens(tokens, series)
        .filter((token) => (0,tokens_token/* tokenStatus */.oH)(token, forEnding) === 'active')
        .sort(listing/* newestFirst */.ll);
}
function currentOf(members) {
    return members.find(({ tag }) => tag.kind === 'current');
}
function isNewer(one, other) {
    return (typeof one.createdAt === 'number' &&
        typeof other.createdAt === 'number' &&
        one.createdAt > other.createdAt);
}
function hasSeriesTagKind(tag) {
    return tag.kind === 'pending' || tag.kind === 'current';
}
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
function similarSeries(tokens, series, { forEnding }) {
    const names = tokens.flatMap((token) => {
        const tagged = (0,tokens_tag/* parseTagged */.UB)(token.description);
        const isMember = tagged && hasSeriesTagKind(tagged.tag) && (0,tokens_tag/* isSameRepository */.ve)(tagged.tag, series);
        return isMember && (0,tokens_token/* tokenStatus */.oH)(token, forEnding) === 'active' ? [tagged.plain] : [];
    });
    const wanted = comparable(series.plainDescription);
    return [...new Set(names)].filter((name) => name !== series.plainDescription && comparable(name) === wanted);
}
function quoteVisibly(name) {
    const visible = name.replaceAll(INVISIBLE, (character) => character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return `"${visible}"`;
}
function comparable(name) {
    return name.replaceAll(INVISIBLE, '').toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/due.js






function reasonsToRotate({ permissions, renewBeforeMs }, { tokens, targets, clocks }, { series, members, inUse }) {
    if (!inUse)
        return ['there is no token that consumers could hold'];
    const now = clocks.forRenewing;
    const ended = seriesTokens(tokens, series).filter((token) => (0,tokens_token/* tokenStatus */.oH)(token, now) !== 'active');
    const endedSince = ended.find((token) => isNewer(token, inUse));
    const pending = members.find(({ tag, createdAt }) => tag.kind === 'pending' && createdAt === members[0]?.createdAt);
    const found = [
        renewBeforeMs === undefined && '`renew-before` is not given',
        pending !== undefined && `token ${pending.id} is pending: it was never promoted`,
        endedSince !== undefined && `token ${endedSince.id} is newer, and is ${(0,tokens_token/* tokenStatus */.oH)(endedSince, now)}`,
        renewBeforeMs !== undefined &&
            expiresWithin(inUse, renewBeforeMs, now) &&
            `token ${inUse.id} expires ${(0,token_spec/* describeExpiry */.Ts)(inUse.expiresAt)}`,
        permissions !== undefined &&
            !(0,tokens_permissions/* samePermissions */.hq)(permissions, inUse.permissions) &&
            `token ${inUse.id} grants "${(0,tokens_permissions/* describePermissions */.gH)(inUse.permissions)}", and "${(0,tokens_permissions/* describePermissions */.gH)(permissions)}" is asked for`,
        ...targets.map((target) => lacks(target, inUse)),
    ];
    return found.filter((reason) => reason !== false);
}
function expiresWithin({ expiresAt }, renewBeforeMs, now) {
    if (expiresAt === 'unset')
        return false;
    return expiresAt === 'unreadable' || expiresAt <= now + renewBeforeMs;
}
function lacks({ name, storedAt, clusterAheadMs }, inUse) {
    if (storedAt === 'absent')
        return `${name} has no secret yet`;
    const { createdAt } = inUse;
    if (typeof createdAt === 'number' && (0,tokens_clocks/* isStoredSince */.m6)(storedAt, createdAt, clusterAheadMs))
        return false;
    const reason = `${name} was stored before token ${inUse.id} was created`;
    const differenceMs = Math.abs(clusterAheadMs ?? 0);
    return differenceMs > tokens_clocks/* MAX_SHIFT_MS */.Vn
        ? `${reason} (the clocks of GitHub and the cluster differ by ${(0,duration/* formatDuration */.a3)(differenceMs / 1000)})`
        : reason;
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/refusals.js

function refused(code, why) {
    return { kind: 'refused', code, why };
}
const ACT_HINT = 'Under act, where all runs have the same ID, set `GITHUB_RUN_ID` to another number.';
function rotationUnderWay({ id, tag }) {
    return refused('a-rotation-is-in-progress', `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series, the token is pending, and the run is ` +
        'not known to have ended. Let that run end, then run again. Give the workflow a `concurrency:` group, so that one run ' +
        `waits for the other. If you are sure that the run is over, revoke the token (\`operation: revoke\`, \`token-id: ${id}\`) ` +
        'and run again.');
}
function begunByThisRun({ id }) {
    return refused('a-rotation-is-in-progress', `This run created token ${id}, which is still pending: one series has one rotate step per run. List all targets in that ` +
        'step, or give each consumer a series (`description`) of its own. Give the workflow a `concurrency:` group, so that ' +
        `one run waits for the other. ${ACT_HINT}`);
}
function rotatedByThisRun({ id }) {
    return refused('rotated-already-in-this-run', `This run created and promoted token ${id}: one series has one rotate step per run. List all targets in that step, or ` +
        `give each consumer a series (\`description\`) of its own. ${ACT_HINT}`);
}
function tooManyPending(pending) {
    return refused('too-many-pending-tokens', `${pending.length} rotations of this series created a token and never promoted it: ` +
        `${pending.map(({ id }) => id).join(', ')}. Find out what fails after the step, revoke the tokens that no consumer ` +
        'uses (`operation: revoke`), and run again.');
}
function nothingToTakeOver(input, predecessor) {
    const why = predecessor === undefined
        ? 'the series has no token yet to inherit from'
        : `token ${predecessor.id} has nothing to inherit`;
    return refused('something-is-missing', `Set \`${input}\`, because ${why}.`);
}
function livesTooShort(lifetimeMs) {
    return refused('too-short-a-life', `The new token would live for ${(0,duration/* formatDuration */.a3)(lifetimeMs / 1000)}, and at least 1h is needed to hand it over: give \`expires-at\`.`);
}
function alwaysDue(renewBeforeMs, lifetimeMs) {
    return refused('due-from-its-first-second', `\`renew-before\` (${(0,duration/* formatDuration */.a3)(renewBeforeMs / 1000)}) must be shorter than the token's life ` +
        `(${(0,duration/* formatDuration */.a3)(lifetimeMs / 1000)}), or every run would rotate.`);
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/find-series.js




function findStart(spec, facts) {
    return spec.tokenId === undefined
        ? startOf(spec.plainDescription ?? '', facts)
        : startAt(spec.tokenId, spec.plainDescription, facts);
}
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









function replacedBy({ members, adopts }) {
    return adopts ? [...members, adopts] : members;
}
const MAX_PENDING = 10;
const MIN_LIFETIME_MS = 3_600_000;
function runsToCheck(spec, facts) {
    const start = findStart(spec, facts);
    if (start.kind === 'refused')
        return [];
    return membersOf(facts.tokens, start.series, facts.clocks).filter(({ tag }) => tag.kind === 'pending');
}
function planRotation(spec, unsorted) {
    const facts = { ...unsorted, tokens: unsorted.tokens.toSorted(listing/* newestFirst */.ll) };
    const start = findStart(spec, facts);
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
    const inUse = current ?? adopts;
    const reasons = reasonsToRotate(spec, facts, { series, members, inUse });
    const warnings = warningsOf(spec, start, inUse, facts);
    if (inUse && reasons.length === 0) {
        const unadopted = adopts
            ? [
                `Token ${inUse.id} is adopted by the first rotation that is due. Until then it belongs to no series, and a cleanup with ` +
                    '`max-age` can revoke it.',
            ]
            : [];
        return { kind: 'not-due', series, current: inUse, warnings: [...warnings, ...unadopted] };
    }
    const pending = members.filter(({ tag }) => tag.kind === 'pending');
    if (pending.length >= MAX_PENDING)
        return tooManyPending(pending);
    const permissions = spec.permissions ?? predecessor?.permissions;
    if (permissions === undefined || (spec.permissions === undefined && permissions.length === 0)) {
        return nothingToTakeOver('permissions', predecessor);
    }
    const inherited = inheritedExpiry(predecessor, facts.clocks.forRenewing);
    const expiresAt = spec.expiresAt ?? inherited?.expiresAt;
    if (expiresAt === undefined)
        return nothingToTakeOver('expires-at', predecessor);
    if (spec.expiresAt === undefined && inherited) {
        const { lifetimeMs } = inherited;
        if (lifetimeMs < MIN_LIFETIME_MS)
            return livesTooShort(lifetimeMs);
        if (spec.renewBeforeMs !== undefined && spec.renewBeforeMs >= lifetimeMs) {
            return alwaysDue(spec.renewBeforeMs, lifetimeMs);
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
        missingDatabases: spec.permissions ? [] : (0,tokens_databases/* unknownDatabases */.H1)(permissions, facts.databases),
        cannotBeProven: spec.endsReplacedAtOnce === true && !(0,tokens_permissions/* probeTarget */.Uv)(permissions, facts.databases),
        notices: origin.kind === 'new'
            ? [`"${series.plainDescription}" has no token yet: this is the first of its series.`]
            : [],
        warnings,
    };
}
function warningsOf({ renewBeforeMs }, { series, origin }, inUse, { tokens, clocks }) {
    const alike = origin.kind === 'new' ? similarSeries(tokens, series, clocks) : [];
    return [
        ...(renewBeforeMs !== undefined && inUse?.expiresAt === 'unset'
            ? [`Token ${inUse.id} never expires, so \`renew-before\` will never make a rotation due.`]
            : []),
        ...(alike.length > 0
            ? [
                `A series of nearly this name exists: ${alike.map(quoteVisibly).join(', ')}. If you meant that one, copy its name ` +
                    'into `description`.',
            ]
            : []),
    ];
}
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

// EXTERNAL MODULE: ./build/src/report/issuing.js
var issuing = __webpack_require__(2301);
// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(6391);
// EXTERNAL MODULE: ./build/src/report/progress.js
var progress = __webpack_require__(1566);
// EXTERNAL MODULE: ./build/src/report/token.js
var token = __webpack_require__(484);
;// CONCATENATED MODULE: ./build/src/report/rotation-plan.js











const NOTHING_CHANGED = 'Nothing was changed.';
function reportUnresolvedRuns(unresolved) {
    if (!unresolved)
        return {};
    const { count, asked, why } = unresolved;
    const text = `Whether ${(0,base_text/* formatCount */.B4)(count)} of ${(0,base_text/* formatCount */.B4)(asked)} runs with a pending token have ended is not known: ${why}`;
    return { lines: [{ kind: 'warning', code: 'github-did-not-tell', text }] };
}
function rotationRefused({ code, why }) {
    return new errors/* Failure */.HR(code, `${(0,base_text/* markServerText */.k3)(why)} ${NOTHING_CHANGED}`);
}
function reportPlan(plan) {
    const notices = plan.kind === 'rotate' ? plan.notices : [];
    const lines = [
        ...plan.warnings.map((text) => ({ kind: 'warning', code: 'rotation', text })),
        ...notices.map((text) => ({ kind: 'notice', code: 'rotation', text })),
        ...describePlan(plan).map((text) => ({ kind: 'info', text })),
    ];
    return { lines: lines.map((line) => ({ ...line, text: (0,base_text/* markServerText */.k3)(line.text) })) };
}
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
function reportRisks({ permissions, expiresAt, missingDatabases }) {
    const lines = (0,token/* warningsAbout */.v5)(permissions);
    if (expiresAt === 'never') {
        const text = 'The new token never expires: only a later rotation or a person can end it.';
        lines.push({ kind: 'warning', code: 'no-expiry', text });
    }
    if (missingDatabases.length > 0) {
        const names = missingDatabases.map((name) => `"${name}"`).join(', ');
        const text = `What the old token grants is taken over, also on what the cluster does not have any more: ${names}. Give \`permissions\` to change that.`;
        lines.push({ kind: 'warning', code: 'unknown-databases', text });
    }
    return { lines };
}
function newTokenCannotBeProven() {
    return new errors/* Failure */.HR('new-token-cannot-be-proven', 'The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. ' +
        'Nothing was changed. Create a database, or give the old token a grace.');
}
function unrotatedOutputs(plan, now) {
    const token = plan.kind === 'not-due' ? plan.current : plan.predecessor;
    return { ...(token ? (0,outputs/* tokenOutputs */.Q5)(token, (0,tokens_token/* tokenStatus */.oH)(token, now)) : {}), active: '', rotated: 'false' };
}
function reportUnrotated(plan, request, retirement) {
    const isDryRun = plan.kind === 'rotate' || request.dryRun;
    return {
        outputs: retirementOutputs(retirement),
        lines: isDryRun ? [progress/* DRY_RUN */.yE] : [],
        sections: plan.kind === 'rotate' ? [dryRun(plan, request)] : notDue(plan, request, retirement),
    };
}
function dryRun(plan, { storeIn }) {
    const consumers = [
        ...storeIn.targets.map(({ label }) => label),
        ...(storeIn.laterSteps ? ['later steps of the job'] : []),
    ];
    return {
        title: 'InfluxDB token: what a rotation would do',
        facts: [
            ['Line', plan.series.plainDescription],
            ['Because', plan.reasons.join('; ')],
            ...(plan.adopts ? [['Adopts', plan.adopts.id]] : []),
            ['Replaces', describeReplaced(plan)],
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(plan.permissions)],
            ['Expires', (0,token_spec/* describeExpiry */.Ts)(plan.expiresAt)],
            ['Stored in', consumers.join(', ')],
        ],
    };
}
function notDue({ series, current }, { renewBeforeMs }, retirement) {
    const facts = [
        ['Token', current.id],
        ['Line', series.plainDescription],
        ['Grants', (0,tokens_permissions/* describePermissions */.gH)(current.permissions)],
        ['Expires', (0,token_spec/* describeExpiry */.Ts)(current.expiresAt)],
        ['Next run', describeNextRun(current, renewBeforeMs)],
    ];
    return [{ title: 'InfluxDB token: no rotation is due', facts }, ...summarizeValidity(current, retirement)];
}
function describeReplaced(plan) {
    const ids = replacedBy(plan).map(({ id }) => id);
    return ids.length === 0 ? 'nothing: it is the first of its line' : ids.join(', ');
}
function describeNextRun({ expiresAt }, renewBeforeMs) {
    if (renewBeforeMs === undefined)
        return 'this step rotates whenever it runs, since it has no `renew-before`';
    if (typeof expiresAt !== 'number') {
        return 'rotates only when other permissions are asked for, or a token or secret is missing';
    }
    return `rotates from ${(0,dates/* formatSecond */.sK)(expiresAt - renewBeforeMs)} on; until then it only revokes what was replaced long enough ago`;
}

;// CONCATENATED MODULE: ./build/src/report/rotation.js











function reportAdoption({ id, description }, adoption) {
    const failed = (message) => ({ failure: new errors/* Failure */.HR('token-not-adopted', message) });
    switch (adoption.kind) {
        case 'adopted': {
            const text = `Adopted token ${id}: it is the first of the series "${(0,tokens_tag/* plainDescription */.$Y)(description)}".`;
            return { lines: [{ kind: 'info', text }] };
        }
        case 'revoked':
            return failed(`Token ${id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`);
        case 'unclear':
            return failed(`Whether token ${id} has the tag of the series is not known: ${adoption.why} The token is as valid as ` +
                'before, and nothing else was changed. Run again.');
        case 'not-shown':
            return failed(`The server confirmed the tag of token ${id}, but does not show it. The token is as valid as before, and nothing else was ` +
                'changed. Run again.');
        case 'not-read-back': {
            const context = `Token ${id} got the tag of the series, but the tag could not be read back. The token is as valid as before. Run again.`;
            return { failure: (0,errors/* withContext */.eQ)(adoption.error, context) };
        }
    }
}
function withAdoption(error, id) {
    return (0,errors/* withContext */.eQ)(error, `Token ${id} was adopted: it belongs to the series from now on.`);
}
function reportCreated(token, now) {
    const text = `Created token ${token.id} (${(0,base_text/* markServerText */.k3)((0,tokens_permissions/* describePermissions */.gH)(token.permissions))}).`;
    return { outputs: (0,outputs/* tokenOutputs */.Q5)(token, (0,tokens_token/* tokenStatus */.oH)(token, now)), lines: [{ kind: 'info', text }] };
}
function withOwnRevoked(error, id) {
    return (0,errors/* withContext */.eQ)(error, `The new token ${id} was revoked. What consumers hold was not touched.`);
}
function withOwnNotRevoked(error, id, cause) {
    return (0,errors/* withContext */.eQ)(error, `The new token ${id}, which nobody holds, could not be revoked: ${(0,errors/* asSentence */.KG)(cause)} The post step tries again.`);
}
function revokedOutputs() {
    return { status: 'revoked', ...retirementOutputs() };
}
function unretiredOutputs(plan) {
    const ids = replacedBy(plan).map(({ id }) => id);
    return { ...retirementOutputs(), 'previous-token-ids': JSON.stringify(ids) };
}
function reportPromotion(id, retagging) {
    switch (retagging.kind) {
        case 'done':
            return { lines: [{ kind: 'info', text: `Committed token ${id}.` }] };
        case 'unclear': {
            const text = `Token ${id} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run ` +
                'rotates again and puts this right.';
            return { lines: [{ kind: 'warning', code: 'rotation-not-committed', text }] };
        }
        case 'revoked': {
            const message = `Token ${id} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
                'still valid and was not touched. Run again at once.';
            return { outputs: { status: 'revoked' }, failure: new errors/* Failure */.HR('new-token-revoked', message) };
        }
    }
}
function promotionOutputs(promotion) {
    const isRetired = promotion.kind === 'promoted' && promotion.retirement.kind === 'retired';
    return isRetired ? retirementOutputs(promotion.retirement) : {};
}
function summarizeRotation(rotation) {
    const { plan, token, promotion } = rotation;
    return [
        newToken(rotation),
        consumers(rotation.request),
        ...(promotion?.kind === 'promoted' && promotion.retirement.kind === 'retired'
            ? summarizeValidity(token, promotion.retirement)
            : [summarizeUnretired(token, replacedBy(plan), promotion?.kind === 'promoted')]),
    ];
}
function newToken({ plan, request, token, activation, promotion }) {
    const isUnclear = promotion?.kind === 'unclear';
    return {
        title: isUnclear ? 'InfluxDB token rotated, but not committed' : 'InfluxDB token rotated',
        facts: [
            ['Token', token.id],
            ['Line', plan.series.plainDescription],
            ['Because', plan.reasons.join('; ')],
            ['Replaces', describeReplaced(plan)],
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
            ['Expires', (0,token_spec/* describeExpiry */.Ts)(token.expiresAt)],
            ['Accepted by the cluster', issuing/* ACTIVATION_FACT */.yQ[activation.kind]],
            [
                'Next run',
                isUnclear ? 'rotates again and puts this right' : describeNextRun(token, request.renewBeforeMs),
            ],
        ],
    };
}
function consumers({ storeIn }) {
    const laterSteps = ['later steps of this job', 'committed by the post step if the job succeeds'];
    return {
        title: 'Who holds the new token',
        head: ['Where', 'Since'],
        rows: [
            ...storeIn.targets.map(({ label }) => [label, 'stored by this step']),
            ...(storeIn.laterSteps ? [laterSteps] : []),
        ],
    };
}

// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/src/operations/issuing/retag.js
var retag = __webpack_require__(8981);
;// CONCATENATED MODULE: ./build/src/operations/rotation/adopt.js



async function adopt(token, { server, repository, repositoryId }, { api, nonce }) {
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
    if (retagging.kind !== 'done')
        return retagging;
    try {
        const { token: shown } = await api.findToken(token.id);
        return { kind: shown?.description === description ? 'adopted' : 'not-shown' };
    }
    catch (error) {
        return { kind: 'not-read-back', error: (0,errors/* failureOnly */.tf)(error) };
    }
}

// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
;// CONCATENATED MODULE: ./build/src/operations/rotation/read-state.js





async function readState(spec, { storeIn, run }, deps) {
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
        const pending = runsToCheck(spec, { tokens, run, clocks }).map((token) => ({ token, tag: token.tag }));
        const { hasEnded, unresolved } = await (0,run_status/* askWhichEnded */.z)(pending, { own: run, clocks }, deps);
        return {
            facts: {
                tokens,
                databases,
                targets,
                run,
                hasEnded: (token) => hasEnded(token, token.tag),
                clocks,
            },
            secrets,
            unresolvedRuns: unresolved,
        };
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, NOTHING_CHANGED);
    }
}

;// CONCATENATED MODULE: ./build/src/report/delivery.js

function describeStored(label) {
    return `Stored in ${label}.`;
}
function reportDelivery(result, secrets, tokenId) {
    switch (result.kind) {
        case 'delivered':
            return {};
        case 'refused':
            return { failure: new errors/* Failure */.HR('token-not-stored', (0,errors/* asSentence */.KG)(result.error), { cause: result.error }) };
        case 'incomplete':
            return {
                sections: [whereabouts(result, secrets, tokenId)],
                failure: notStoredEverywhere(result, secrets, tokenId),
            };
    }
}
function notStoredEverywhere({ failedAt, mightBeStored, error }, secrets, id) {
    const labels = secrets.map(({ target }) => `\`${target.label}\``);
    const stored = labels.slice(0, failedAt);
    const unclear = mightBeStored ? labels.slice(failedAt, failedAt + 1) : [];
    const unchanged = labels.slice(stored.length + unclear.length);
    const sentences = [
        ...(stored.length > 0 ? [`The new token ${id} is in ${stored.join(', ')}.`] : []),
        ...unclear.map((label) => `It is not known which token is in ${label}.`),
        ...(unchanged.length > 0 ? [`Not changed: ${unchanged.join(', ')}.`] : []),
    ];
    return new errors/* Failure */.HR('not-stored-everywhere', `${(0,errors/* asSentence */.KG)(error)} ${sentences.join(' ')} No token was revoked, so every consumer keeps a valid token. The next run ` +
        'creates another token and stores it everywhere.', { cause: error });
}
function whereabouts({ failedAt, mightBeStored }, secrets, id) {
    const contentOf = ({ storedAt }, index) => {
        if (index < failedAt)
            return `the new token ${id}`;
        if (index === failedAt && mightBeStored)
            return 'not known';
        return storedAt === 'absent' ? 'no secret, as before' : 'the secret from before';
    };
    return {
        title: 'InfluxDB token: not stored everywhere',
        head: ['Target', 'Has'],
        rows: secrets.map((secret, index) => [secret.target.label, contentOf(secret, index)]),
    };
}

;// CONCATENATED MODULE: ./build/src/tokens/rotation/concurrent.js


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

// EXTERNAL MODULE: ./build/src/operations/issuing/activation.js + 2 modules
var issuing_activation = __webpack_require__(1669);
// EXTERNAL MODULE: ./build/src/operations/issuing/issue-token.js
var issue_token = __webpack_require__(3005);
// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-token.js
var revoke_token = __webpack_require__(1209);
;// CONCATENATED MODULE: ./build/src/operations/rotation/deliver.js

async function deliver({ issued: { secret, tag }, secrets, laterSteps, delivery }, ledger, { github, runner }) {
    ledger.beginDelivery(tag.nonce, delivery);
    for (const [index, metadata] of secrets.entries()) {
        const result = await github.store(metadata, secret);
        if (result.kind === 'stored') {
            runner.info(describeStored(metadata.target.label));
        }
        else if (result.kind === 'refused' && index === 0) {
            ledger.cancelDelivery(tag.nonce);
            return { kind: 'refused', error: result.error };
        }
        else {
            const mightBeStored = result.kind === 'unclear';
            return { kind: 'incomplete', failedAt: index, mightBeStored, error: result.error };
        }
    }
    if (laterSteps)
        runner.token(secret);
    runner.outputs({ rotated: 'true' });
    if (laterSteps)
        ledger.setPhase('delivered');
    return { kind: 'delivered' };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/replace.js












async function replace(plan, request, { facts, secrets }, deps) {
    const { runner } = deps;
    const ledger = await deps.newLedger(false);
    const { series, permissions, expiresAt } = plan;
    const spec = {
        plainDescription: series.plainDescription,
        permissions,
        expiresAt,
        kind: 'pending',
        run: request.run,
    };
    const issued = await (0,issue_token/* issueToken */.R)(spec, ledger, deps);
    const { token } = issued;
    try {
        (0,publish/* publish */.m)(reportCreated(token, facts.clocks.forRenewing), runner);
        const refusal = detectConcurrentRotation(plan, token.id, await deps.api.tokens());
        if (refusal)
            throw new errors/* Failure */.HR(refusal.code, refusal.why);
        const options = { databases: facts.databases, timeoutMs: request.activationTimeoutMs };
        const activation = await (0,issuing_activation/* waitUntilActive */._)(issued, options, deps);
        if (activation.kind === 'refused')
            throw (0,issuing/* notAccepted */.LA)(activation);
        runner.outputs({ active: issuing/* ACTIVE_OUTPUT */.fl[activation.kind] });
        if (activation.kind === 'unreachable') {
            throw new errors/* Failure */.HR('token-not-probed', (0,issuing/* describeUnreachable */.aN)(activation));
        }
        const { laterSteps } = request.storeIn;
        const delivery = deliveryOf(plan, request, issued, activation);
        runner.outputs(laterSteps ? unretiredOutputs(plan) : retirementOutputs());
        const result = await deliver({ issued, secrets, laterSteps, delivery }, ledger, deps);
        (0,publish/* publish */.m)(reportDelivery(result, secrets, token.id), runner);
        return { token, activation, delivery, ledger };
    }
    catch (error) {
        throw ledger.hasBegunDelivery ? error : await revokeOwn(error, issued, ledger, deps);
    }
}
function deliveryOf({ series }, { graceMs }, { token, tag }, { kind }) {
    return {
        tokenId: token.id,
        promotedDescription: (0,tokens_tag/* formatTagged */.cy)(series.plainDescription, { ...tag, kind: 'current' }),
        series: { ...series },
        graceMs,
        accepted: kind === 'accepted',
    };
}
async function revokeOwn(error, { token: { id }, tag }, ledger, deps) {
    try {
        await (0,revoke_token/* revokeToken */.w$)(id, deps);
    }
    catch (cause) {
        return withOwnNotRevoked(error, id, (0,errors/* failureOnly */.tf)(cause));
    }
    ledger.resolve(tag.nonce);
    deps.runner.outputs(revokedOutputs());
    return withOwnRevoked(error, id);
}

// EXTERNAL MODULE: ./build/src/tokens/outcome.js
var outcome = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/retirement.js


function planRetirement(tokens, series, facts) {
    const { own, graceMs, clocks } = facts;
    const members = membersOf(tokens, series, clocks);
    const current = members.filter((token) => token.tag.kind === 'current' &&
        (token.id === own || (0,tokens_token/* tokenStatus */.oH)(token, clocks.forReplacing) === 'active'));
    const replaced = members.flatMap((token) => {
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





async function retire({ series, own, graceMs, revokes }, deps) {
    try {
        const { tokens, clocks } = await deps.api.tokens();
        const { due, inGrace } = planRetirement(tokens, series, { own, graceMs, clocks });
        const ids = revokes ? due.map(({ id }) => id) : [];
        const outcomes = await (0,revoke_tokens/* revokeTokens */.x)({ ids, known: true }, deps);
        const revoked = outcomes.filter(outcome/* wasRevoked */.ML).map(({ id }) => id);
        const overdue = due
            .filter(({ id }) => !revoked.includes(id))
            .map((token) => ({ token, until: clocks.forRenewing }));
        return {
            kind: 'retired',
            revoked,
            failed: outcomes.filter(outcome/* mightBeAlive */.I_).map(({ id }) => id),
            error: outcomes.find((outcome) => outcome.kind === 'failed')?.error,
            left: [...overdue, ...inGrace].sort((one, other) => (0,listing/* newestFirst */.ll)(one.token, other.token)),
        };
    }
    catch (error) {
        return { kind: 'not-listed', error: (0,errors/* failureOnly */.tf)(error) };
    }
}

;// CONCATENATED MODULE: ./build/src/operations/rotate.js












async function rotate(request, deps) {
    const { runner } = deps;
    const spec = specOf(request);
    const state = await readState(spec, request, deps);
    (0,publish/* publish */.m)(reportUnresolvedRuns(state.unresolvedRuns), runner);
    const plan = planRotation(spec, state.facts);
    if (plan.kind === 'refused')
        throw rotationRefused(plan);
    (0,publish/* publish */.m)(reportPlan(plan), runner);
    if (plan.kind === 'not-due')
        return await keepCurrent(plan, request, state, deps);
    (0,publish/* publish */.m)(reportRisks(plan), runner);
    if (request.grants) {
        const databases = (0,tokens_databases/* refusedDatabases */.tF)(request.grants, state.facts.databases);
        if (databases.length > 0)
            throw (0,token/* unknownDatabasesError */.jp)({ databases, input: request.grants.databasesInput });
    }
    if (plan.cannotBeProven)
        throw newTokenCannotBeProven();
    if (request.dryRun)
        return await keepCurrent(plan, request, state, deps);
    const { adopts } = plan;
    if (!adopts)
        return await rotateNow(plan, request, state, deps);
    (0,publish/* publish */.m)(reportAdoption(adopts, await adopt(adopts, request.run, deps)), runner);
    try {
        await rotateNow(plan, request, state, deps);
    }
    catch (error) {
        throw withAdoption(error, adopts.id);
    }
}
async function finishRotation({ tokenId, promotedDescription, series, graceMs, accepted }, deps) {
    const retagging = await (0,retag/* retag */.s)(tokenId, promotedDescription, deps.api);
    (0,publish/* publish */.m)(reportPromotion(tokenId, retagging), deps.runner);
    if (retagging.kind !== 'done')
        return { kind: 'unclear' };
    const retirement = await retire({ series, graceMs, own: tokenId, revokes: accepted }, deps);
    (0,publish/* publish */.m)(reportRetirement(retirement), deps.runner);
    return { kind: 'promoted', retirement };
}
function specOf(request) {
    const { description, tokenId, grants, expiresAt, renewBeforeMs, graceMs, activationTimeoutMs } = request;
    return {
        ...(description === undefined ? {} : { plainDescription: description }),
        ...(tokenId === undefined ? {} : { tokenId }),
        ...(grants ? { permissions: grants.permissions } : {}),
        ...(expiresAt === undefined ? {} : { expiresAt }),
        ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
        endsReplacedAtOnce: graceMs === 0 && activationTimeoutMs > 0,
    };
}
async function keepCurrent(plan, request, { facts }, deps) {
    const { runner } = deps;
    runner.outputs(unrotatedOutputs(plan, facts.clocks.forRenewing));
    const { series } = plan;
    const retirement = await retire({ series, graceMs: request.graceMs, revokes: !request.dryRun }, deps);
    (0,publish/* publish */.m)(reportRetirement(retirement), runner);
    (0,publish/* publish */.m)(reportUnrotated(plan, request, retirement), runner);
}
async function rotateNow(plan, request, state, deps) {
    const replaced = await replace(plan, request, state, deps);
    const promotion = request.storeIn.laterSteps ? undefined : await finishInStep(plan, replaced, deps);
    const sections = summarizeRotation({ ...replaced, plan, request, promotion });
    (0,publish/* publish */.m)({ sections }, deps.runner);
}
async function finishInStep(plan, { delivery, ledger }, deps) {
    deps.runner.outputs(unretiredOutputs(plan));
    try {
        const promotion = await finishRotation(delivery, deps);
        deps.runner.outputs(promotionOutputs(promotion));
        return promotion;
    }
    finally {
        ledger.setPhase('done');
    }
}


/***/ })

};
;