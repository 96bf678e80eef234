"use strict";
exports.id = 29;
exports.ids = [29];
exports.modules = {

/***/ 3029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2388);
/* harmony import */ var _format_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6449);
/* harmony import */ var _tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5301);
/* harmony import */ var _tokens_listing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3521);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8673);
/* harmony import */ var _listing_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7466);






/** As many bars as a chart can hold that is looked at and not searched. */
const MOST_BARS = 12;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
/** list shows which tokens there are, of those that are asked for. */
async function list({ filter, failOnMatch }, deps) {
    const { api, runner } = deps;
    const { tokens, clocks } = await api.tokens();
    const now = clocks.forRenewing;
    const listed = (0,_tokens_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .listTokens */ .dh)(tokens, filter, now);
    const json = (0,_tokens_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTokens */ ._y)(listed);
    (0,_listing_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .outputTokens */ ._)(json, listed.length, deps);
    runner.info(`${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B)(listed.length)} of the cluster's ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B)(tokens.length)} tokens are listed.`);
    warnOfUnreadable((0,_tokens_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadableExpiries */ .Xt)(tokens, filter, now).length, runner);
    const byExpiry = listed.toSorted(_tokens_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .nextToExpireFirst */ .iI);
    runner.summary(table(byExpiry, now));
    const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MOST_BARS);
    if (bars.length > 0)
        runner.summary({ title: 'What expires next', bars });
    if (failOnMatch && listed.length > 0) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Tokens found', `${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B)(listed.length)} tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`);
    }
}
function warnOfUnreadable(count, runner) {
    if (count === 0)
        return;
    runner.warning('Expiry not readable', `When ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B)(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`);
}
function table(tokens, now) {
    return {
        title: tokens.length === 0 ? 'InfluxDB tokens: none' : `InfluxDB tokens: ${(0,_format_count_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B)(tokens.length)}`,
        head: ['For', 'Kind', 'Databases', 'Expires in', 'Status', 'Token'],
        rows: tokens.map((token) => [
            token.plainDescription,
            token.tag?.kind ?? 'untagged',
            (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .describePermissions */ .gH)(token.permissions),
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
    return (0,_tokens_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(seconds - (seconds % finest));
}
function barOf({ status, expiresAt, plainDescription }, now) {
    return status === 'active' && typeof expiresAt === 'number'
        ? [{ label: plainDescription, from: now, to: expiresAt }]
        : [];
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


/***/ })

};
;