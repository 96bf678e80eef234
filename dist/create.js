"use strict";
exports.id = 709;
exports.ids = [709];
exports.modules = {

/***/ 9709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _data_plane_probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5802);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2388);
/* harmony import */ var _tokens_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8793);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8673);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6089);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9616);
/* harmony import */ var _activation_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9113);
/* harmony import */ var _granted_databases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8837);
/* harmony import */ var _mint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7357);
/* harmony import */ var _retag_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8978);
/* harmony import */ var _token_outputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3391);











/**
 * create mints a token, proves that the cluster accepts it, and hands it to the later steps of the job. Until the very
 * last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
 */
async function create(request, deps) {
    const { runner } = deps;
    warnOfRisks(request, deps);
    const databases = await existingDatabases(request, deps);
    (0,_granted_databases_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseUnknownDatabases */ .N0)(request.grants, databases);
    if (request.dryRun)
        return showDryRun(request, deps);
    const ledger = deps.newLedger(request.failOnRevokeError);
    const minted = await (0,_mint_js__WEBPACK_IMPORTED_MODULE_6__/* .mint */ .X)({
        plainDescription: request.description,
        permissions: request.grants.permissions,
        expiresAt: request.expiresAt,
        kind: 'job',
    }, request.run, ledger, deps);
    runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_8__/* .tokenOutputs */ .Q)(minted.token, (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_9__/* .tokenStatus */ .oH)(minted.token, deps.clock.now())));
    runner.info(`Created token ${minted.token.id} (${(0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_10__/* .describePermissions */ .gH)(minted.token.permissions)}).`);
    const activation = await waitUntilActive(request, minted, databases, deps);
    runner.outputs({ active: _activation_check_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIVE_OUTPUT */ .fl[activation.kind] });
    if (request.keep)
        await tagAsKept(request, minted, deps);
    runner.summary(summary(request, minted, activation));
    runner.token(minted.secret);
    if (request.keep)
        ledger.keep(minted.tag.nonce);
}
/** Everything up to the POST was done: the inputs are valid, and the databases were checked. */
function showDryRun(request, { runner }) {
    runner.info('This was a dry run: nothing was created.');
    runner.summary({
        title: 'InfluxDB token: what `create` would do',
        facts: [
            ['For', request.description],
            ['Grants', (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_10__/* .describePermissions */ .gH)(request.grants.permissions)],
            ['Expires', (0,_tokens_order_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExpiry */ .Ts)(request.expiresAt)],
            ['Revoked', request.keep ? 'by a person' : 'when the job ends'],
        ],
    });
}
function warnOfRisks({ grants, expiresAt, keep }, { runner }) {
    (0,_granted_databases_js__WEBPACK_IMPORTED_MODULE_5__/* .warnOfAnyDatabase */ .Fp)(grants.permissions, runner);
    if (expiresAt === 'never') {
        runner.warning('No expiry', keep
            ? 'The token never expires: only a person can end it.'
            : 'The token never expires: should the post step not revoke it, only a person can end it.');
    }
}
/** Asks only where the answer is needed: to check names, to find one to probe `*` with, or to learn the path form. */
async function existingDatabases({ grants, activationTimeoutMs }, { api }) {
    const { permissions } = grants;
    const probesAny = activationTimeoutMs > 0 && permissions.length > 0 && !(0,_data_plane_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .probeTarget */ .U)(permissions, []);
    if (!(0,_granted_databases_js__WEBPACK_IMPORTED_MODULE_5__/* .mustKnowDatabases */ .ZZ)(grants) && !probesAny && api.located)
        return [];
    try {
        return await api.databases();
    }
    catch (error) {
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .withConsequence */ .aN)(error, 'No token was created.');
    }
}
/** Throws a Failure when the cluster did not accept the token in time. */
async function waitUntilActive({ activationTimeoutMs }, { token, secret }, databases, deps) {
    const check = await (0,_activation_check_js__WEBPACK_IMPORTED_MODULE_4__/* .checkActivation */ .ZB)({ ...token, secret }, { databases, timeoutMs: activationTimeoutMs }, deps);
    if (check.kind === 'refused') {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('Token not accepted', `${check.why} The post step revokes it. ${_activation_check_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIVATION_HINTS */ .qq.refused}`);
    }
    if (check.kind === 'unreachable') {
        deps.runner.warning('Token not probed', `${check.why} ${_activation_check_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIVATION_HINTS */ .qq.unreachable}`);
    }
    return check;
}
/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request, { token, tag }, { api }) {
    const description = (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTagged */ .cy)(request.description, { ...tag, kind: 'kept' });
    const retagging = await (0,_retag_js__WEBPACK_IMPORTED_MODULE_7__/* .retag */ .s)(token.id, description, api);
    if (retagging.kind === 'done')
        return;
    const why = retagging.kind === 'revoked' ? 'The server shows it as revoked.' : retagging.why;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('Token not kept', `${why} Token ${token.id} is not kept: the post step revokes it.`);
}
function summary(request, { token }, { kind }) {
    const facts = [
        ['Token', token.id],
        ['For', request.description],
        ['Grants', (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_10__/* .describePermissions */ .gH)(token.permissions)],
        ['Expires', (0,_tokens_order_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExpiry */ .Ts)(token.expiresAt)],
        ['Accepted by the cluster', _activation_check_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIVATION_FACT */ .yQ[kind]],
        ['Revoked', request.keep ? 'by a person' : 'when this job ends'],
    ];
    return { title: 'InfluxDB token created', facts };
}


/***/ })

};
;