"use strict";
exports.id = 493;
exports.ids = [493];
exports.modules = {

/***/ 6824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ existingToken)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2388);

/**
 * existingToken reads a token that must be there, with the time of the response. Throws a
 * Failure for an id that the cluster does not know.
 */
async function existingToken(id, api) {
    const { token, clocks } = await api.findToken(id);
    if (token)
        return { token, clocks };
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Token not found', `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`);
}


/***/ }),

/***/ 9493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   get: () => (/* binding */ get)
/* harmony export */ });
/* harmony import */ var _tokens_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8793);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8673);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9616);
/* harmony import */ var _existing_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6824);
/* harmony import */ var _token_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3391);






/** get shows what the server knows of one token, alive or not. */
async function get({ tokenId }, { api, runner }) {
    const { token, clocks } = await (0,_existing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .existingToken */ .l)(tokenId, api);
    const status = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenStatus */ .oH)(token, clocks.forRenewing);
    runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenOutputs */ .Q)(token, status));
    runner.info(`Token ${token.id} is ${status}.`);
    runner.summary({
        title: 'InfluxDB token',
        facts: [
            ['Token', token.id],
            ['For', (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDescription */ .$Y)(token.description)],
            ['Grants', (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .describePermissions */ .gH)(token.permissions)],
            ['Created', (0,_tokens_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeDate */ .eG)(token.createdAt)],
            ['Expires', (0,_tokens_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeExpiry */ .Ts)(token.expiresAt)],
            ['Status', status],
        ],
    });
}


/***/ }),

/***/ 3391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tokenOutputs)
/* harmony export */ });
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7852);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8673);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);



/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell is left unset. */
function tokenOutputs(token, status) {
    return {
        'token-id': token.id,
        description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDescription */ .$Y)(token.description),
        permissions: (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPermissions */ .A6)(token.permissions),
        ...(token.createdAt === 'unset' ? {} : { 'created-at': (0,_tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.createdAt) ?? '' }),
        // Empty: it never does.
        'expires-at': (0,_tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.expiresAt) ?? '',
        status,
    };
}


/***/ }),

/***/ 8793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ deviations),
/* harmony export */   Ts: () => (/* binding */ describeExpiry),
/* harmony export */   eG: () => (/* binding */ describeDate)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7852);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8673);


/**
 * deviations compares a token with its order and says, one sentence each, what is not as asked. The answer counts and
 * not the request: a server may drop an expiry or trim a description, and then the token is not the one wanted.
 */
function deviations(order, token) {
    const found = [];
    if (!sameExpiry(order.expiresAt, token.expiresAt)) {
        found.push(`expires ${describeExpiry(token.expiresAt)} instead of ${describeExpiry(order.expiresAt)}`);
    }
    if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .samePermissions */ .hq)(order.permissions, token.permissions)) {
        found.push(`grants "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .describePermissions */ .gH)(token.permissions)}" instead of "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .describePermissions */ .gH)(order.permissions)}"`);
    }
    if (token.description !== order.description) {
        found.push(`is described as "${token.description}" instead of "${order.description}"`);
    }
    if (token.revokedAt !== 'unset')
        found.push('is already revoked');
    return found;
}
/** describeDate writes a date of the server for people. */
function describeDate(date) {
    if (typeof date === 'number')
        return (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(date);
    return date === 'unset' ? 'not told' : 'at a date that cannot be read';
}
/** describeExpiry writes an expiry for people: a date, `never`, or that it cannot be read. */
function describeExpiry(expiry) {
    return expiry === 'never' || expiry === 'unset' ? 'never' : describeDate(expiry);
}
function sameExpiry(asked, given) {
    return asked === 'never' ? given === 'unset' : given === asked;
}


/***/ })

};
;