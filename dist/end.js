"use strict";
exports.id = 489;
exports.ids = [489];
exports.modules = {

/***/ 8981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ retag)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1926);


/**
 * retag replaces the description of a token, tag included, which is how a token changes hands. The response counts and not
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
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
            throw error;
        return (await isRevoked(id, error, api))
            ? { kind: 'revoked' }
            : { kind: 'unclear', why: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(error) };
    }
}
/** A 409 may be how the server says that the token is revoked: only then it is worth to look. */
async function isRevoked(id, error, api) {
    if (!(error instanceof _management_api_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 409))
        return false;
    try {
        const { token } = await api.findToken(id);
        return token?.revokedAt !== 'unset';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 5489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeUnpromoted: () => (/* binding */ describeUnpromoted),
/* harmony export */   endRotation: () => (/* binding */ endRotation),
/* harmony export */   isToBePromoted: () => (/* binding */ isToBePromoted)
/* harmony export */ });
/* harmony import */ var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
/* harmony import */ var _promote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7684);


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
    const { retired } = await (0,_promote_js__WEBPACK_IMPORTED_MODULE_1__/* .promoteAndRetire */ .x)(delivery, deps);
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
            ...left.map(({ token, until }) => [`Valid until the first run after ${(0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSecond */ .sK)(until)}`, token.id]),
        ],
    };
}


/***/ }),

/***/ 7684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ promoteAndRetire)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _issuing_retag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8981);
/* harmony import */ var _retire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(336);



/**
 * promoteAndRetire promotes the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
 * Failure when somebody has revoked the token.
 */
async function promoteAndRetire(delivery, deps) {
    const { series, graceMs, tokenId, accepted } = delivery;
    const promoted = await promote(delivery, deps);
    const order = { series, graceMs, own: tokenId, revokes: accepted };
    return { promoted, retired: promoted ? await (0,_retire_js__WEBPACK_IMPORTED_MODULE_2__/* .retire */ .S)(order, deps) : undefined };
}
/**
 * Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
 * may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
 */
async function promote({ tokenId, promotedDescription }, { api, runner }) {
    const retagging = await (0,_issuing_retag_js__WEBPACK_IMPORTED_MODULE_1__/* .retag */ .s)(tokenId, promotedDescription, api);
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
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('New token revoked', `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
                'still valid and was not touched. Run again at once.');
    }
}


/***/ }),

/***/ 336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ retire),
  K: () => (/* binding */ retirementOutputs)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/rotation/series.js
var rotation_series = __webpack_require__(7955);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/retirement.js


/**
 * planRetirement decides which members of a series are no longer needed: strictly older than a current one, and replaced at
 * least `graceMs` ago. What our own token has replaced was replaced now. Derived from a fresh list and never from memory.
 * Pure.
 */
function planRetirement(tokens, series, facts) {
    const { own, graceMs, clocks } = facts;
    const members = (0,rotation_series/* membersOf */.lS)(tokens, series, clocks);
    // An expired successor replaces nothing. Our own was accepted by the cluster just now, whatever the clocks say.
    const current = members.filter((token) => token.tag.kind === 'current' &&
        (token.id === own || (0,tokens_token/* tokenStatus */.oH)(token, clocks.forReplacing) === 'active'));
    const replaced = members.flatMap((token) => {
        // The first current one after it; members come newest first.
        const successor = current.findLast((other) => (0,rotation_series/* isNewer */.U4)(other, token));
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
        deps.runner.warning('Nothing retired', `Which tokens were replaced long enough ago is not known: ${(0,errors/* asSentence */.KG)((0,errors/* failureOnly */.tf)(error))} They stay valid; the next run looks again.`);
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
        deps.runner.warning('Replaced token not revoked', `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${(0,errors/* asSentence */.KG)(first)} The next run tries again.`);
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


/***/ }),

/***/ 7955:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ currentOf),
/* harmony export */   Lu: () => (/* binding */ quoteVisibly),
/* harmony export */   MO: () => (/* binding */ seriesTokens),
/* harmony export */   NH: () => (/* binding */ similarSeries),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   aQ: () => (/* binding */ hasSeriesTagKind),
/* harmony export */   lS: () => (/* binding */ membersOf)
/* harmony export */ });
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3521);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9616);



/** seriesTokens picks the tokens with the tag of a series. `job`, `kept`, and untagged tokens never belong, whatever their description. */
function seriesTokens(tokens, series) {
    return tokens.flatMap((token) => {
        const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagged */ .UB)(token.description);
        return tagged &&
            hasSeriesTagKind(tagged.tag) &&
            (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(tagged.tag, series) &&
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
        .filter((token) => (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenStatus */ .oH)(token, forEnding) === 'active')
        .sort(_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll);
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
        const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagged */ .UB)(token.description);
        const isMember = tagged && hasSeriesTagKind(tagged.tag) && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(tagged.tag, series);
        return isMember && (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenStatus */ .oH)(token, forEnding) === 'active' ? [tagged.plain] : [];
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


/***/ })

};
;