"use strict";
exports.id = 212;
exports.ids = [212];
exports.modules = {

/***/ 4212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _format_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4174);
/* harmony import */ var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3052);
/* harmony import */ var _tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4150);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9086);
/* harmony import */ var _tokens_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5109);





/** As many bars as a chart can hold that is looked at and not searched. */
const MOST_BARS = 12;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
/** list shows which tokens there are, of those that are asked for. */
async function list({ filter }, deps) {
    const { api, runner } = deps;
    const { tokens, now } = await api.tokens();
    const listed = (0,_tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .listTokens */ .dh)(tokens, filter, now);
    const json = (0,_tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTokens */ ._y)(listed);
    (0,_tokens_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .outputTokens */ ._)(json, listed.length, deps);
    runner.info(`${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B)(listed.length)} of the cluster's ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B)(tokens.length)} tokens are listed.`);
    warnOfUnreadable((0,_tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableExpiries */ .Xt)(tokens, filter, now).length, runner);
    const byExpiry = listed.toSorted(_tokens_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .nextToExpireFirst */ .iI);
    runner.summary(table(byExpiry, now));
    const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MOST_BARS);
    if (bars.length > 0)
        runner.summary({ title: 'What expires next', bars });
}
function warnOfUnreadable(count, runner) {
    if (count === 0)
        return;
    runner.warning('Expiry not readable', `When ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B)(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`);
}
function table(tokens, now) {
    return {
        title: tokens.length === 0 ? 'InfluxDB tokens: none' : `InfluxDB tokens: ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B)(tokens.length)}`,
        head: ['For', 'Kind', 'Databases', 'Expires in', 'Status', 'Token'],
        rows: tokens.map((token) => [
            token.plainDescription,
            token.tag?.kind ?? 'untagged',
            (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_4__/* .describePermissions */ .gH)(token.permissions),
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
    return (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(seconds - (seconds % finest));
}
function barOf({ status, expiresAt, plainDescription }, now) {
    return status === 'active' && typeof expiresAt === 'number'
        ? [{ label: plainDescription, from: now, to: expiresAt }]
        : [];
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