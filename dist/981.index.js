"use strict";
exports.id = 981;
exports.ids = [981];
exports.modules = {

/***/ 3981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endJob: () => (/* binding */ endJob)
});

// EXTERNAL MODULE: ./build/clock.js
var clock = __webpack_require__(837);
// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(5961);
// EXTERNAL MODULE: ./build/faults.js
var build_faults = __webpack_require__(5946);
// EXTERNAL MODULE: ./build/http/requests.js + 1 modules
var http_requests = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/http/transport.js + 1 modules
var transport = __webpack_require__(1481);
// EXTERNAL MODULE: ./build/inputs/access.js + 1 modules
var inputs_access = __webpack_require__(2671);
// EXTERNAL MODULE: ./build/inputs/declared.js
var declared = __webpack_require__(9663);
// EXTERNAL MODULE: ./build/inputs/setting.js
var setting = __webpack_require__(5361);
// EXTERNAL MODULE: ./build/inputs/text-file.js
var text_file = __webpack_require__(565);
// EXTERNAL MODULE: ./build/management-api/client.js
var client = __webpack_require__(3751);
// EXTERNAL MODULE: ./build/operations/ledger.js
var operations_ledger = __webpack_require__(7849);
// EXTERNAL MODULE: ./build/management-api/errors.js
var errors = __webpack_require__(5267);
// EXTERNAL MODULE: ./build/tokens/tag.js
var tag = __webpack_require__(4322);
// EXTERNAL MODULE: ./build/tokens/token.js
var tokens_token = __webpack_require__(7031);
// EXTERNAL MODULE: ./build/operations/revoke-token.js
var revoke_token = __webpack_require__(710);
;// CONCATENATED MODULE: ./build/operations/settle.js





/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5_000;
/** openEnds picks the attempts that were neither settled nor kept. */
function openEnds(attempts) {
    const open = attempts.filter(({ fate }) => fate === 'open');
    const unknown = open.filter(({ id }) => id === undefined);
    return {
        ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
        nonces: unknown.map(({ nonce }) => nonce),
        lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
    };
}
/** isSettled tells whether there is nothing to do. */
function isSettled({ ids, nonces }) {
    return ids.length === 0 && nonces.length === 0;
}
/**
 * settle revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
 * where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
 * Failure that names what may be alive.
 */
async function settle(open, deps) {
    const { runner } = deps;
    const report = new SettlementReport();
    const found = open.nonces.length === 0 ? [] : await findLost(open, deps, report);
    for (const id of new Set([...open.ids, ...found])) {
        if (report.turnedAway) {
            report.failed(id, `Token ${id} was not tried.`);
            continue;
        }
        try {
            const revocation = await (0,revoke_token/* revokeToken */.w$)(id, deps);
            report.done.push(revocation === 'revoked' ? `Revoked token ${id}.` : `Token ${id} was already revoked.`);
        }
        catch (error) {
            report.failed(id, `Token ${id} could not be revoked: ${(0,failure/* asSentence */.KG)(error)}`, error);
        }
    }
    for (const line of report.done)
        runner.info(line);
    const lines = [...report.done, ...report.failures];
    if (lines.length > 0)
        runner.summary({ title: 'InfluxDB token at the end of the job', items: lines });
    if (report.failures.length > 0) {
        throw new failure/* Failure */.HR('Token not revoked', `${report.failures.join(' ')} ${remedy(report)}`);
    }
}
/** remedy says what a person can do about tokens that may be alive. */
function remedy({ ids, nonces }) {
    const byId = ids.length > 0
        ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(' ')}\`.`]
        : [];
    const byMark = nonces.length > 0
        ? [`If there is a token whose description contains ${nonces.join(' or ')}, revoke it: nobody holds it.`]
        : [];
    return [...byId, ...byMark].join(' ');
}
/** What was achieved and what was not, for people. */
class SettlementReport {
    done = [];
    failures = [];
    ids = [];
    nonces = [];
    /** The management token was refused: whatever comes next would be too. */
    turnedAway = false;
    failed(id, line, error) {
        this.ids.push(id);
        this.#note(line, error);
    }
    notFound(nonces, error) {
        this.nonces = nonces;
        this.#note(`Whether a token of a lost answer is alive is not known: ${(0,failure/* asSentence */.KG)(error)}`, error);
    }
    #note(line, error) {
        this.failures.push(line);
        this.turnedAway ||= (0,errors/* isTurnedAway */.n7)(error);
    }
}
/** Finds the tokens whose answers were lost, not before they had time to come to be. */
async function findLost({ nonces, lastPostAt }, { api, clock, runner }, report) {
    try {
        const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
        if (wait > 0)
            await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
        const { tokens } = await api.tokens();
        const lost = (0,tag/* carrying */.MR)(new Set(nonces), tokens);
        if (lost.length === 0)
            runner.info('The answer to creating a token was lost; there is no such token.');
        return lost.filter(({ token }) => !(0,tokens_token/* isSeenRevoked */.m)(token)).map(({ token }) => token.id);
    }
    catch (error) {
        report.notFound(nonces, error);
        return [];
    }
}

// EXTERNAL MODULE: ./build/report.js
var report = __webpack_require__(2193);
// EXTERNAL MODULE: ./build/runner/runner.js + 4 modules
var runner = __webpack_require__(2630);
// EXTERNAL MODULE: ./build/runner/secrets.js + 1 modules
var runner_secrets = __webpack_require__(9586);
;// CONCATENATED MODULE: ./build/end-of-job.js















const LONGEST_TRY_MS = 15_000;
/** endJob does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
async function endJob(state, step) {
    try {
        const ledger = (0,operations_ledger/* readLedger */.S)(state);
        const ended = ledger.handOver === undefined || (await endHandOver(ledger.handOver, ledger, step));
        return (await settleLedger(ledger, step)) && ended;
    }
    catch (error) {
        return told(error, 'warning', step);
    }
}
/** Commits what a rotation has handed over. Fails the job only where its consumers are locked out. */
async function endHandOver(handOver, ledger, step) {
    const { endRotation, isToBeCommitted, openHandOver } = await Promise.all(/* import() | rotation */[__webpack_require__.e(71), __webpack_require__.e(901)]).then(__webpack_require__.bind(__webpack_require__, 9788));
    const open = openHandOver(handOver);
    if (open === undefined)
        return true;
    if (!isToBeCommitted(handOver, (0,runner/* readInput */.R5)(process.env, 'job-status'))) {
        step.runner.warning('Rotation not committed', open);
        return true;
    }
    let deps;
    try {
        deps = await connect(ledger, step, 'Rotation not committed', open);
    }
    catch (error) {
        return told(error, 'warning', step);
    }
    try {
        await endRotation(handOver, deps);
        return true;
    }
    catch (error) {
        return told(error, 'error', step);
    }
}
/**
 * Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
 * token's last hours.
 */
async function settleLedger(ledger, step) {
    const open = openEnds(ledger.attempts);
    if (isSettled(open))
        return true;
    try {
        await settle(open, await connect(ledger, step, 'Token not revoked', remedy(open)));
        return true;
    }
    catch (error) {
        return told(error, ledger.failOnRevokeError ? 'error' : 'warning', step);
    }
}
/** The ledger says where the cluster is. `title` and `otherwise` say what is true when nobody can be asked. */
async function connect({ place, tries }, { runner, secrets, deadline }, title, otherwise) {
    const { credential, trusted } = await readAccessAgain(secrets, title, otherwise);
    const requests = new http_requests/* Requests */.lv(new transport/* HttpTransport */.G(trusted), clock/* systemClock */.m, Math.random, runner.info, {
        timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
        retries: tries.retries,
        deadline,
    });
    const onSecret = (secret) => secrets.mask(secret);
    const api = new client/* ManagementApi */.w(requests, clock/* systemClock */.m, credential, [place], onSecret);
    return { api, pacing: requests, runner, clock: clock/* systemClock */.m };
}
/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(secrets, title, otherwise) {
    const lost = new build_faults/* FaultList */.x();
    const faults = new build_faults/* FaultList */.x();
    const inputs = (0,declared/* readInputs */.Ko)((name) => (0,runner/* readInput */.R5)(process.env, name));
    const sources = await (0,setting/* readSources */.tW)(inputs, text_file/* readTextFile */.G, lost);
    (0,runner_secrets/* maskCredentials */.B)(secrets, (0,inputs_access/* credentialsIn */.W)(sources), process.env);
    const access = (0,inputs_access/* readAccess */.z)(sources, faults);
    // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
    if (faults.none && access.credential.secret.reveal() !== '')
        return access;
    const gone = [lost, faults].map((list) => list.describe()).filter((text) => text !== '');
    throw new failure/* Failure */.HR(title, `What was used to create the token is not there any more by the end of the job: ${gone.join(' ')} Was it changed or ` +
        `removed by a step in between? ${otherwise}`);
}
/** Returns whether the post step may count as a success all the same. */
function told(error, level, { runner }) {
    const { title, message } = (0,report/* explain */.W)(error, runner);
    runner[level](title, message);
    return level === 'warning';
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