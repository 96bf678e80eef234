"use strict";
exports.id = 944;
exports.ids = [944];
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

/***/ 8837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ warnOfAnyDatabase),
/* harmony export */   N0: () => (/* binding */ refuseUnknownDatabases),
/* harmony export */   ZZ: () => (/* binding */ mustKnowDatabases)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2433);
/* harmony import */ var _server_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1883);
/* harmony import */ var _tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3959);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8673);




/** mustKnowDatabases tells whether the databases of the cluster must be known before anything is granted. */
function mustKnowDatabases({ checkDatabases, permissions }) {
    return checkDatabases && (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownDatabases */ .H1)(permissions, []).length > 0;
}
/** refuseUnknownDatabases throws Faults that name each database which the cluster does not have. */
function refuseUnknownDatabases({ permissions, checkDatabases, databasesTypedIn }, existing) {
    if (!checkDatabases)
        return;
    const faults = (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownDatabases */ .H1)(permissions, existing).map((name) => {
        const nearest = (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .qb)(name, existing);
        const hint = nearest === undefined ? '' : ` Did you mean ${(0,_server_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markServerText */ .k)(`\`${nearest}\``)}?`;
        return {
            input: databasesTypedIn,
            message: `The cluster has no database "${name}".${hint} To grant it before it exists: \`check-databases: false\`.`,
        };
    });
    if (faults.length > 0)
        throw new _faults_js__WEBPACK_IMPORTED_MODULE_0__/* .Faults */ .C(faults);
}
/** warnOfAnyDatabase warns when databases are granted that nobody has thought of yet. */
function warnOfAnyDatabase(permissions, runner) {
    if (!(0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_3__/* .grantsAnyDatabase */ .V_)(permissions))
        return;
    runner.warning('All databases', 'The token is for `*`: all databases of the cluster, those to come included.');
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

/***/ 944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  update: () => (/* binding */ update)
});

// EXTERNAL MODULE: ./build/src/failure.js
var failure = __webpack_require__(2388);
// EXTERNAL MODULE: ./build/src/server-text.js
var server_text = __webpack_require__(1883);
// EXTERNAL MODULE: ./build/src/tokens/order.js
var tokens_order = __webpack_require__(8793);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
;// CONCATENATED MODULE: ./build/src/tokens/update-plan.js




/** planUpdate compares a token with what it shall become. It counts as expired when the server says so. Pure. */
function planUpdate(token, order, { forRenewing }) {
    const status = (0,tokens_token/* tokenStatus */.oH)(token, forRenewing);
    if (status === 'revoked')
        return { kind: 'refused', why: 'it is revoked' };
    if (status === 'expired') {
        return { kind: 'refused', why: `it expired at ${(0,tokens_order/* describeExpiry */.Ts)(token.expiresAt)}` };
    }
    const description = order.description === undefined
        ? token.description
        : (0,tag/* withPlainDescription */.pj)(token.description, order.description);
    const { added, removed } = (0,tokens_permissions/* permissionChange */.GB)(token.permissions, order.permissions ?? token.permissions);
    const grantsDiffer = added.length > 0 || removed.length > 0;
    if (description === token.description && !grantsDiffer)
        return { kind: 'unchanged' };
    return {
        kind: 'change',
        change: {
            ...(description === token.description ? {} : { description }),
            ...(grantsDiffer && order.permissions ? { permissions: order.permissions } : {}),
        },
        added,
        removed,
    };
}

// EXTERNAL MODULE: ./build/src/operations/existing-token.js
var existing_token = __webpack_require__(6824);
// EXTERNAL MODULE: ./build/src/operations/granted-databases.js
var granted_databases = __webpack_require__(8837);
// EXTERNAL MODULE: ./build/src/operations/token-outputs.js
var token_outputs = __webpack_require__(3391);
;// CONCATENATED MODULE: ./build/src/operations/update.js










/** update changes what a token is for or what it grants: only what differs is sent, and its tag stays. */
async function update(request, deps) {
    const { api, runner } = deps;
    const { token, clocks } = await (0,existing_token/* existingToken */.l)(request.tokenId, api);
    const plan = planUpdate(token, {
        ...(request.description === undefined ? {} : { description: request.description }),
        ...(request.grants ? { permissions: request.grants.permissions } : {}),
    }, clocks);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(token, (0,tokens_token/* tokenStatus */.oH)(token, clocks.forRenewing)));
    if (plan.kind === 'refused')
        throw notUpdatable(token, plan.why);
    if (plan.kind === 'unchanged') {
        runner.outputs({ changed: 'false' });
        runner.info(`Token ${token.id} is as asked for already: nothing was sent.`);
        runner.summary({ title: 'InfluxDB token: nothing to update', facts: [['Token', token.id]] });
        return;
    }
    if (plan.change.permissions && request.grants)
        await checkGrants(request.grants, deps);
    for (const line of differences(token, plan))
        runner.info(line);
    if (request.dryRun) {
        runner.outputs({ changed: 'true' });
        runner.info('This was a dry run: nothing was changed.');
        runner.summary(summary('InfluxDB token: what an update would change', token, plan));
        return;
    }
    const updated = await change(token, plan, api);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(updated, (0,tokens_token/* tokenStatus */.oH)(updated, clocks.forRenewing)));
    refuseDeviations({ ...token, ...plan.change }, updated);
    runner.outputs({ changed: 'true' });
    runner.info(`Updated token ${token.id}.`);
    runner.summary(summary('InfluxDB token updated', token, plan));
}
function notUpdatable({ id }, why) {
    return new failure/* Failure */.HR('Token not updated', `Token ${id} cannot be updated, since ${why}. Nothing was changed. Create a new one (\`operation: create\`).`);
}
async function checkGrants(grants, { api, runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(grants.permissions, runner);
    if (!(0,granted_databases/* mustKnowDatabases */.ZZ)(grants))
        return;
    const existing = await api.databases().catch((error) => {
        throw (0,failure/* withConsequence */.aN)(error, 'The token was not changed.');
    });
    (0,granted_databases/* refuseUnknownDatabases */.N0)(grants, existing);
}
async function change({ id }, plan, api) {
    const updated = await api.updateToken(id, plan.change).catch((error) => {
        throw (0,failure/* withConsequence */.aN)(error, `Whether token ${id} was changed shows \`operation: get\`; to update it again does no harm.`);
    });
    if (!updated)
        throw revokedMeanwhile(id);
    return updated;
}
/** The answer counts and not the request: it must show what was sent, and what was not sent must not have changed. */
function refuseDeviations(wanted, updated) {
    const { id } = wanted;
    if (updated.revokedAt !== 'unset')
        throw revokedMeanwhile(id);
    const asWanted = updated.description === wanted.description &&
        (0,tokens_permissions/* samePermissions */.hq)(updated.permissions, wanted.permissions) &&
        updated.expiresAt === wanted.expiresAt;
    if (asWanted)
        return;
    throw new failure/* Failure */.HR('Not updated as asked', `After the update, token ${id} is not as asked: it grants ${(0,server_text/* markServerText */.k)(`"${(0,tokens_permissions/* describePermissions */.gH)(updated.permissions)}"`)}, ` +
        `expires ${(0,tokens_order/* describeExpiry */.Ts)(updated.expiresAt)}, and has the description ${(0,server_text/* markServerText */.k)(`"${updated.description}"`)}. Did somebody ` +
        'else change it at the same time? To update it again does no harm.');
}
function revokedMeanwhile(id) {
    return new failure/* Failure */.HR('Token revoked', `Token ${id} has been revoked in the meantime: it grants nothing any more. Create a new one.`);
}
function differences(token, { change: { description }, added, removed }) {
    return [
        ...(added.length > 0 ? [`Adds ${(0,tokens_permissions/* describePermissions */.gH)(added)}.`] : []),
        ...(removed.length > 0 ? [`Removes ${(0,server_text/* markServerText */.k)((0,tokens_permissions/* describePermissions */.gH)(removed))}.`] : []),
        ...(description === undefined
            ? []
            : [
                `Describes it as "${(0,tag/* plainDescription */.$Y)(description)}" instead of ${(0,server_text/* markServerText */.k)(`"${(0,tag/* plainDescription */.$Y)(token.description)}"`)}.`,
            ]),
    ];
}
function summary(title, token, { change: { description, permissions }, added, removed }) {
    return {
        title,
        facts: [
            ['Token', token.id],
            ['For', (0,tag/* plainDescription */.$Y)(description ?? token.description)],
            ...(description === undefined ? [] : [['Was for', (0,tag/* plainDescription */.$Y)(token.description)]]),
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(permissions ?? token.permissions)],
            ...(added.length > 0 ? [['Added', (0,tokens_permissions/* describePermissions */.gH)(added)]] : []),
            ...(removed.length > 0 ? [['Removed', (0,tokens_permissions/* describePermissions */.gH)(removed)]] : []),
        ],
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