"use strict";
exports.id = 71;
exports.ids = [71];
exports.modules = {

/***/ 3886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ warnOfAnyDatabase),
/* harmony export */   N0: () => (/* binding */ refuseUnknownDatabases),
/* harmony export */   ZZ: () => (/* binding */ mustKnowDatabases)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5946);
/* harmony import */ var _tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8524);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9086);



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
        const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
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
    if (!(0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .grantsAnyDatabase */ .V_)(permissions))
        return;
    runner.warning('All databases', 'The token is for `*`: all databases of the cluster, those to come included.');
}


/***/ }),

/***/ 7849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Ledger),
/* harmony export */   S: () => (/* binding */ readLedger)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9118);

const attempt = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
    /** Carried by the tag of the token that one POST may have created. */
    nonce: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    /** When the POST was about to be sent, as `Clock.elapsed` measures. */
    at: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai(),
    /** The token, once an answer named it. */
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj().optional(),
    /**
     * open: may be alive, and is nobody's after this job. settled: never came to be, or was seen to be revoked.
     * kept: was handed to somebody for good.
     */
    fate: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('open'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('settled'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('kept')),
});
const handOver = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
    /**
     * handing: somebody may hold the token from now on, so this run never revokes it again. handed-over: later steps have it,
     * and the post step commits it. over: the step itself has seen to the rest.
     */
    phase: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('handing'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('handed-over'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('over')),
    tokenId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    /** What its description becomes when it is committed. */
    committed: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    line: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({ repositoryId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(), plainDescription: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj() }),
    graceMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai(),
    /** Whether the cluster was seen to accept it: what was not proven ends no other. */
    proven: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM(),
});
const entries = _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
    place: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
        apiUrl: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
        form: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('bare'), _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu('prefixed')),
        accountId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
        clusterId: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(),
    }),
    tries: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({ timeoutMs: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai(), retries: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai() }),
    failOnRevokeError: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM(),
    attempts: _badrap_valita__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO(attempt),
    handOver: handOver.optional(),
});
/**
 * Ledger records each attempt to create a token in the step's state before the POST is sent. What it has written
 * survives a kill, so that the post step finds tokens even if their answers never arrived. Every write holds all
 * earlier attempts too.
 */
class Ledger {
    #save;
    #entries;
    /** `save` puts a text into the step's state, replacing what was there. */
    constructor(save, header) {
        this.#save = save;
        this.#entries = { ...header, place: { ...header.place }, tries: { ...header.tries }, attempts: [] };
    }
    /** openNonces are those whose token may be alive without being anybody's. */
    get openNonces() {
        return new Set(this.#entries.attempts.filter(({ fate }) => fate === 'open').map(({ nonce }) => nonce));
    }
    /** isHandedOver tells whether somebody may hold a rotated token, so that it must not be revoked any more. */
    get isHandedOver() {
        return this.#entries.handOver !== undefined;
    }
    /** begin is called before each POST, with the time as `Clock.elapsed` measures it. */
    begin(nonce, at) {
        this.#write({ attempts: [...this.#entries.attempts, { nonce, at, fate: 'open' }] });
    }
    /** made is called as soon as an answer has named the token. */
    made(nonce, id) {
        this.#change(nonce, { id });
    }
    /** settle is called when there is nothing left to revoke. */
    settle(nonce) {
        this.#change(nonce, { fate: 'settled' });
    }
    /** keep is called last of all: from now on the post step leaves the token alone. */
    keep(nonce) {
        this.#change(nonce, { fate: 'kept' });
    }
    /** hand is called before anybody can get hold of a rotated token: from now on nobody but a later rotation revokes it. */
    hand(nonce, handOver) {
        const attempts = this.#changed(nonce, { fate: 'kept' });
        this.#write({ attempts, handOver: { ...handOver, phase: 'handing' } });
    }
    /** takeBack is called when it is sure that nobody got hold of it. */
    takeBack(nonce) {
        const { handOver: _, ...others } = this.#entries;
        this.#entries = others;
        this.#change(nonce, { fate: 'open' });
    }
    /** handed is called when later steps have the token, or when the step has done all that there is to do. */
    handed(phase) {
        const { handOver } = this.#entries;
        if (!handOver)
            throw new Error('nothing was handed over yet');
        this.#write({ handOver: { ...handOver, phase } });
    }
    #change(nonce, change) {
        this.#write({ attempts: this.#changed(nonce, change) });
    }
    #changed(nonce, change) {
        return this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry));
    }
    #write(change) {
        this.#entries = { ...this.#entries, ...change };
        this.#save(JSON.stringify(this.#entries));
    }
}
/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
function readLedger(text) {
    return entries.parse(JSON.parse(text), { mode: 'strip' });
}


/***/ }),

/***/ 5820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ mint)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _tokens_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8182);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4322);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7031);
/* harmony import */ var _revoke_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(710);
/* harmony import */ var _token_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(628);







/**
 * mint creates one token, such that at every instant whatever may have come to be can be found and revoked: the nonce
 * is in the ledger before the POST, and after a lost answer nothing is tried again until the list was read and shows
 * none of our tokens alive. Throws a Failure that says what may be left.
 */
async function mint(order, run, ledger, deps) {
    let namesType = order.expiresAt !== 'never';
    let lostAnswers = 0;
    for (let failures = 0;;) {
        const tag = { ...tagOf(run), kind: order.kind, nonce: deps.nonce() };
        const tagged = { ...order, description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .formatTagged */ .cy)(order.plainDescription, tag) };
        ledger.begin(tag.nonce, deps.clock.elapsed());
        const creation = await deps.api.createToken(tagged, namesType);
        if (creation.kind === 'created') {
            ledger.made(tag.nonce, creation.token.id);
            await refuseDeviations(tagged, creation.token, tag, ledger, deps);
            return { token: creation.token, secret: creation.secret, tag };
        }
        if (creation.kind === 'refused') {
            ledger.settle(tag.nonce);
            if (!namesType || !refusesExpirationType(creation.error))
                throw withoutToken(creation.error, lostAnswers, ledger);
            namesType = false;
            continue;
        }
        if (creation.kind === 'unsent') {
            ledger.settle(tag.nonce);
            if (!creation.error.passing || failures >= deps.pacing.policy.retries) {
                throw withoutToken(creation.error, lostAnswers, ledger);
            }
            await deps.pacing.backOff(failures++);
            continue;
        }
        lostAnswers++;
        deps.runner.warning('Answer lost', `Whether a token was created is not known: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(creation.error)}`);
        if (creation.error instanceof _http_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .RetryAfterTooLong */ .Zt)
            throw unfinished(ledger, creation.error);
        await deps.pacing.backOff(failures);
        await revokeLost(ledger, deps);
        if (failures++ >= deps.pacing.policy.retries)
            throw withoutToken(creation.error, lostAnswers, ledger);
    }
}
/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger, { api, pacing, runner }) {
    try {
        const { tokens } = await api.tokens();
        const found = (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .carrying */ .MR)(ledger.openNonces, tokens);
        for (const { token } of found) {
            if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_6__/* .isSeenRevoked */ .m)(token))
                continue;
            await (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_3__/* .revokeToken */ .w$)(token.id, { api, pacing });
            runner.info(`Revoked token ${token.id}, whose answer was lost.`);
        }
        // Only now: a gateway that repeats a POST makes two tokens of one nonce.
        for (const { nonce } of found)
            ledger.settle(nonce);
    }
    catch (error) {
        throw unfinished(ledger, error);
    }
}
async function refuseDeviations(order, token, tag, ledger, { api, pacing, runner, clock }) {
    const found = (0,_tokens_order_js__WEBPACK_IMPORTED_MODULE_2__/* .deviations */ .PP)(order, token);
    if (found.length === 0)
        return;
    const what = `The server created token ${token.id} otherwise than asked: it ${found.join('; it ')}.`;
    try {
        await (0,_revoke_token_js__WEBPACK_IMPORTED_MODULE_3__/* .revokeToken */ .w$)(token.id, { api, pacing });
    }
    catch (error) {
        runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOutputs */ .Q)(token, (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenStatus */ .o)(token, clock.now())));
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Not the token asked for', `${what} It could not be revoked: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(error)} The post step tries again.`, { cause: error });
    }
    ledger.settle(tag.nonce);
    runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOutputs */ .Q)(token, 'revoked'));
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Not the token asked for', `${what} It was revoked; no token is left.`);
}
function tagOf({ repository, repositoryId, runId, runAttempt }) {
    return { repository, repositoryId, runId, runAttempt };
}
function refusesExpirationType(error) {
    return error.status === 400 && /expiration_?type/i.test(error.serverMessage);
}
/** The list showed none of ours alive; but a POST may arrive late, so the ledger keeps those that were never seen. */
function withoutToken(error, lostAnswers, ledger) {
    if (lostAnswers === 0)
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .withConsequence */ .aN)(error, 'No token was created.');
    const unseen = [...ledger.openNonces];
    const left = unseen.length === 0
        ? 'What was created is revoked; no token is left.'
        : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
            `description: ${unseen.join(' or ')}.`;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('No token created', `${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(error)} ${lostAnswers === 1 ? 'One answer' : `${lostAnswers} answers`} to creating a token had been lost. ${left}`, { cause: error });
}
function unfinished(ledger, cause) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('A token may be left', `The answer to creating a token was lost, and what became of it is not known: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(cause)} The post step ` +
        'looks for it and revokes it. If that fails too, find the token whose description contains ' +
        `${[...ledger.openNonces].join(' or ')} and revoke it: nobody holds it.`, { cause });
}


/***/ }),

/***/ 6025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wh: () => (/* binding */ ACCEPTED),
  Hc: () => (/* binding */ ACTIVE),
  Xx: () => (/* binding */ CURES),
  QW: () => (/* binding */ isProvable),
  zn: () => (/* binding */ prove)
});

// EXTERNAL MODULE: ./build/tokens/duration.js
var duration = __webpack_require__(3052);
;// CONCATENATED MODULE: ./build/data-plane/activation.js

/** Tokens spread to several replicas: fewer in a row may all have come from one. */
const SUCCESSES_NEEDED = 3;
/** This long without any clear answer, nothing but network errors: the cluster cannot be reached from here. */
const PATIENCE_WITH_NETWORK_MS = 20_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const PROGRESS_EVERY_MS = 15_000;
/** NOTHING_HEARD is the state before the first probe. */
const NOTHING_HEARD = {
    successesInARow: 0,
    why: 'it was not asked',
    pauseMs: FIRST_PAUSE_MS,
    holdMs: 0,
};
/** afterProbe adds one result to what is known. `startedAt` is when its probe began. Pure. */
function afterProbe(state, result, startedAt) {
    const { silentSince, ...heard } = { ...state, successesInARow: 0, holdMs: 0 };
    switch (result.kind) {
        case 'accepted':
            return { ...heard, successesInARow: state.successesInARow + 1, lastClear: 'accepted' };
        case 'refused':
            return { ...heard, lastClear: 'refused', why: result.why };
        case 'unreachable':
            return { ...heard, silentSince: silentSince ?? startedAt, why: result.why };
        case 'unclear':
            return { ...heard, holdMs: result.holdMs, why: result.why };
        case 'turned-away':
            return { ...heard, holdMs: Number.POSITIVE_INFINITY, why: result.why };
    }
}
/**
 * nextStep decides after each probe: an end, or how many milliseconds to wait before the next. Pure. While successes
 * follow each other there is no pause and no deadline: the third is one answer away.
 */
function nextStep(state, now, deadline) {
    if (state.successesInARow >= SUCCESSES_NEEDED)
        return { kind: 'accepted' };
    if (state.successesInARow > 0)
        return { waitMs: 0 };
    if (now + state.holdMs >= deadline) {
        return { kind: state.lastClear === 'refused' ? 'refused' : 'unreachable', why: state.why };
    }
    const silentFor = state.silentSince === undefined ? 0 : now - state.silentSince;
    if (state.lastClear === undefined && silentFor >= PATIENCE_WITH_NETWORK_MS) {
        return { kind: 'unreachable', why: state.why };
    }
    return { waitMs: Math.min(Math.max(state.pauseMs, state.holdMs), deadline - now) };
}
/**
 * waitForActivation probes at once and then with growing pauses, until the cluster has accepted the token several
 * times in a row or `timeoutMs` have passed. `progress` gets a line now and then.
 */
async function waitForActivation(probe, timeoutMs, clock, progress) {
    const began = clock.elapsed();
    const deadline = began + timeoutMs;
    let saidAt = began;
    for (let state = NOTHING_HEARD;;) {
        const startedAt = clock.elapsed();
        state = afterProbe(state, await probe(probeTimeout(state, startedAt, deadline)), startedAt);
        const now = clock.elapsed();
        const next = nextStep(state, now, deadline);
        if ('kind' in next)
            return next;
        if (next.waitMs === 0)
            continue;
        if (now - saidAt >= PROGRESS_EVERY_MS) {
            saidAt = now;
            progress(`Not accepted yet after ${(0,duration/* formatDuration */.a3)((now - began) / 1000)}: ${state.why}.`);
        }
        await clock.sleep(next.waitMs);
        state = { ...state, pauseMs: Math.min(LONGEST_PAUSE_MS, state.pauseMs * 2) };
    }
}
/** A probe that hangs must not outlast what it is for: the deadline, or the patience with a silent network. */
function probeTimeout(state, now, deadline) {
    const patience = state.lastClear === undefined
        ? (state.silentSince ?? now) + PATIENCE_WITH_NETWORK_MS - now
        : Number.POSITIVE_INFINITY;
    return Math.max(1000, Math.min(deadline - now, patience));
}

// EXTERNAL MODULE: ./build/data-plane/probe.js
var probe = __webpack_require__(169);
// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(5961);
;// CONCATENATED MODULE: ./build/operations/prove.js




/** ACTIVE is what the output `active` says. */
const ACTIVE = { accepted: 'true', unreachable: 'false', 'not-probed': '' };
/** ACCEPTED is what a summary says. */
const ACCEPTED = { accepted: 'yes', unreachable: 'not known', 'not-probed': 'not probed' };
/** isProvable tells whether there is anything to try a token with such grants out with. */
function isProvable(permissions, databases) {
    return (0,probe/* probeTarget */.U)(permissions, databases) !== undefined;
}
/** prove waits at most `timeoutMs` for the cluster to accept a token; 0 does not probe. */
async function prove({ secret, permissions }, databases, timeoutMs, { dataPlane, runner, clock }) {
    if (timeoutMs === 0)
        return { kind: 'not-probed' };
    const target = (0,probe/* probeTarget */.U)(permissions, databases);
    if (!target) {
        runner.info('There is nothing to probe the token with, so it was not.');
        return { kind: 'not-probed' };
    }
    const limit = (0,duration/* formatDuration */.a3)(timeoutMs / 1000);
    runner.info(`Waiting for the cluster to accept the token (${target.action} on ${target.database}, at most ${limit}).`);
    const activation = await waitForActivation((tryMs) => dataPlane.probe(target, secret, tryMs), timeoutMs, clock, (line) => runner.info(line));
    switch (activation.kind) {
        case 'accepted':
            runner.info('The cluster accepts the token.');
            return activation;
        case 'refused':
            return {
                kind: 'refused',
                why: `The cluster has not accepted the token (${activation.why}; waited for at most ${limit}).`,
            };
        case 'unreachable':
            return {
                kind: 'unreachable',
                why: `Whether the cluster accepts the token is not known: ${(0,failure/* asSentence */.KG)(activation.why)}`,
            };
    }
}
/** CURES is what a person can do about a token that was not proven. */
const CURES = {
    refused: 'Check that `cluster-url` is the data plane of this very cluster; give it more time with `activation-timeout`, or skip ' +
        'the probe with `activation-timeout: 0`.',
    unreachable: 'If it cannot be reached from this runner, check `cluster-url`, or skip the probe with `activation-timeout: 0`.',
};


/***/ }),

/***/ 2657:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ retag)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _management_api_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5267);


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
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
            throw error;
        return (await isRevoked(id, error, api))
            ? { kind: 'revoked' }
            : { kind: 'unclear', why: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(error) };
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

/***/ 710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ tryToRevoke),
/* harmony export */   h9: () => (/* binding */ aliveAfterAll),
/* harmony export */   w$: () => (/* binding */ revokeToken)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7031);
/* harmony import */ var _tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7559);



/**
 * revokeToken revokes one token and returns only what it is sure of. Throws a Failure, ApiError or NetworkError when the
 * token may be alive.
 */
async function revokeToken(id, deps) {
    if ((await tryToRevoke(id, deps)) === 'revoked')
        return 'revoked';
    const { tokens } = await deps.api.tokens();
    const contradiction = aliveAfterAll(tokens.find((token) => (0,_tokens_uuid_js__WEBPACK_IMPORTED_MODULE_1__/* .sameId */ .s)(token.id, id)));
    if (contradiction)
        throw contradiction;
    return 'gone';
}
/**
 * tryToRevoke sends a DELETE until its outcome is known. `not-found`: the API knows no such token; because that may also
 * mean that we ask in the wrong place, a list through the same prefix must agree. It must be read afterwards, since one
 * from before the DELETE cannot show its effect. Before each repetition `goesOn` may end it. Throws like revokeToken.
 */
async function tryToRevoke(id, { api, pacing }, goesOn = () => true) {
    for (let attempt = 0;; attempt++) {
        const deletion = await api.deleteToken(id);
        if (deletion.kind === 'revoked')
            return 'revoked';
        if (deletion.kind === 'refused')
            throw deletion.error;
        if (deletion.kind === 'unsent' && !deletion.error.passing)
            throw deletion.error;
        if (deletion.kind === 'unknown-token')
            return 'not-found';
        if (deletion.kind === 'lost') {
            // A DELETE that hung up may have revoked the token all the same: look before saying or doing anything.
            const { token } = await api.findToken(id);
            if (!token)
                return 'not-found';
            if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeenRevoked */ .m)(token))
                return 'revoked';
        }
        if (attempt >= pacing.policy.retries || !(await pacing.backOff(attempt)) || !goesOn()) {
            throw deletion.error;
        }
    }
}
/** aliveAfterAll is the failure of a token that was not found, if the list shows it as alive. */
function aliveAfterAll(listed) {
    if (!listed || (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_2__/* .isSeenRevoked */ .m)(listed))
        return undefined;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Token not revoked', `The Management API lists token ${listed.id} as alive but answers 404 when it is to be revoked.`);
}


/***/ }),

/***/ 628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tokenOutputs)
/* harmony export */ });
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2871);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9086);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4322);



/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell is left unset. */
function tokenOutputs(token, status) {
    return {
        'token-id': token.id,
        description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDescription */ .$Y)(token.description),
        permissions: (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPermissions */ .A6)(token.permissions),
        ...(token.createdAt === 'unset' ? {} : { 'created-at': dateOutput(token.createdAt) }),
        'expires-at': dateOutput(token.expiresAt),
        status,
    };
}
/** Empty is "not set", and so for an expiry "never": a date that cannot be read says so, and is not taken for it. */
function dateOutput(date) {
    if (typeof date === 'number')
        return (0,_tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(date);
    return date === 'unset' ? '' : date;
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ deviations),
/* harmony export */   Ts: () => (/* binding */ describeExpiry),
/* harmony export */   eG: () => (/* binding */ describeDate)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2871);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9086);


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