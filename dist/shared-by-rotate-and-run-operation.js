"use strict";
exports.id = 533;
exports.ids = [533];
exports.modules = {

/***/ 2866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ probeTarget),
/* harmony export */   d: () => (/* binding */ DataPlane)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _http_body_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9563);
/* harmony import */ var _http_network_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5494);
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6282);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8673);





/** Must not be changed: anything malformed is answered 200 before the token is looked at. Cheap on any database. */
const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';
/** DataPlane tries tokens out on a cluster. It never writes a point. */
class DataPlane {
    #requests;
    #clusterUrl;
    /** `clusterUrl` has no slash at its end. */
    constructor(requests, clusterUrl) {
        this.#requests = requests;
        this.#clusterUrl = clusterUrl;
    }
    /** probe sends one probe and waits at most so many milliseconds for the response. Throws only defects. */
    async probe(target, token, timeoutMs) {
        try {
            const response = await this.#requests.send(this.#request(target, token), timeoutMs);
            return readProbeResponse(target.action, response, this.#requests.heldForMs);
        }
        catch (error) {
            if (error instanceof _http_network_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
                return { kind: 'no-response', why: error.message };
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
                return { kind: 'told-to-wait', why: error.message };
            throw error;
        }
    }
    #request({ action, database }, token) {
        // A connection of its own for each probe: behind a balancer, one that is kept open leads to the same replica.
        const headers = {
            Accept: 'application/json',
            Authorization: `Bearer ${token.reveal()}`,
            Connection: 'close',
        };
        const name = encodeURIComponent(database);
        if (action === 'read') {
            const url = new URL(`${this.#clusterUrl}/query?db=${name}&q=${encodeURIComponent(CHEAP_QUERY)}`);
            return { method: 'GET', url, headers };
        }
        const url = new URL(`${this.#clusterUrl}/api/v2/write?org=x&bucket=${name}&precision=s`);
        return {
            method: 'POST',
            url,
            headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
            body: '',
        };
    }
}
/**
 * probeTarget picks the grant to try: a read before a write, a named database before `*`. For `*` any database of the
 * cluster will do. Undefined when there is nothing to probe: no grant, or `*` on a cluster without databases.
 */
function probeTarget(permissions, existing) {
    for (const action of ['read', 'write']) {
        const granted = permissions.filter((permission) => permission.action === action);
        const named = granted.find((permission) => permission.resource !== _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_3__/* .ANY_DATABASE */ .fY)?.resource;
        const database = named ?? (granted.length > 0 ? existing[0] : undefined);
        if (database !== undefined)
            return { action, database };
    }
    return undefined;
}
/**
 * readProbeResponse classifies the response to a probe. A status alone shows nothing: a login page also responds with
 * 200. A data plane checks the token before it parses a write, so its own 400 accepts the token.
 */
function readProbeResponse(action, response, holdMs) {
    const { status } = response;
    const serverTime = (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .parseHttpDate */ .m)(response.headers.date ?? '');
    if (status === 401 || status === 403) {
        const why = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_4__/* .isHtml */ ._6)(response) ? describe(response) : describeStatus(response);
        return { kind: 'refused', why, serverTime };
    }
    if (action === 'write' && status === 204)
        return { kind: 'accepted', serverTime };
    const [acceptingStatus, fields] = ACCEPTING[action];
    if (status === acceptingStatus) {
        return isObjectWithAny(fields, response.body)
            ? { kind: 'accepted', serverTime }
            : { kind: 'unclear', why: describe(response), holdMs };
    }
    return { kind: status === 404 ? 'not-found' : 'unclear', why: describe(response), holdMs };
}
/** A body that only InfluxDB sends with this status is a JSON object with one of these fields. */
const ACCEPTING = {
    read: [200, ['results', 'error']],
    write: [400, ['code', 'message', 'error']],
};
function isObjectWithAny(fields, body) {
    const json = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_4__/* .parseShortJson */ .MN)(body);
    if (typeof json !== 'object' || json === null || Array.isArray(json))
        return false;
    // A field of null or "" is how other services say that there was no error.
    return fields.some((field) => {
        const value = Object.hasOwn(json, field) ? json[field] : undefined;
        return value !== undefined && value !== null && value !== '';
    });
}
function describe(response) {
    return `${describeStatus(response)} with ${(0,_http_body_js__WEBPACK_IMPORTED_MODULE_4__/* .describeBody */ .MP)(response)}`;
}
function describeStatus({ status }) {
    return `\`cluster-url\` responded ${status}`;
}


/***/ }),

/***/ 8837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ warnOfAnyDatabase),
/* harmony export */   N0: () => (/* binding */ refuseUnknownDatabases),
/* harmony export */   ZZ: () => (/* binding */ mustKnowDatabases)
/* harmony export */ });
/* harmony import */ var _base_input_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5028);
/* harmony import */ var _base_server_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8267);
/* harmony import */ var _tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3959);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8673);




/** mustKnowDatabases tells whether the databases of the cluster must be known before anything is granted. */
function mustKnowDatabases({ checkDatabases, permissions }) {
    return checkDatabases && (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownDatabases */ .H1)(permissions, []).length > 0;
}
/** refuseUnknownDatabases throws InvalidInputs that name each database which the cluster does not have. */
function refuseUnknownDatabases({ permissions, checkDatabases, databasesInput }, existing) {
    if (!checkDatabases)
        return;
    const errors = (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownDatabases */ .H1)(permissions, existing).map((name) => {
        const nearest = (0,_tokens_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .qb)(name, existing);
        const hint = nearest === undefined ? '' : ` Did you mean ${(0,_base_server_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markServerText */ .k)(`\`${nearest}\``)}?`;
        return {
            input: databasesInput,
            message: `The cluster has no database "${name}".${hint} To grant it before it exists: \`check-databases: false\`.`,
        };
    });
    if (errors.length > 0)
        throw new _base_input_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInputs */ .h(errors);
}
/** warnOfAnyDatabase warns when databases are granted that nobody has thought of yet. */
function warnOfAnyDatabase(permissions, runner) {
    if (!(0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_3__/* .grantsAnyDatabase */ .V_)(permissions))
        return;
    runner.warning('all-databases', 'The token is for `*`: all databases of the cluster, those to come included.');
}


/***/ }),

/***/ 1669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yQ: () => (/* binding */ ACTIVATION_FACT),
  qq: () => (/* binding */ ACTIVATION_HINTS),
  fl: () => (/* binding */ ACTIVE_OUTPUT),
  rt: () => (/* binding */ canProbe),
  ZB: () => (/* binding */ checkActivation)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/data-plane/probe.js
var probe = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __webpack_require__(5301);
;// CONCATENATED MODULE: ./build/src/data-plane/activation.js
/**
 * Tokens reach the replicas of a cluster one by one, and a balancer picks the replica. Seventeen acceptances in a row
 * miss one of three replicas in 0.1 % of all rounds.
 */
const ACCEPTANCES_NEEDED = 17;
/**
 * Replicas that are known to disagree must convince by more, and by more again after each further disagreement: every new
 * round is another chance to miss a replica. With a constant 24, one of five replicas that is minutes late is missed in a fifth
 * of all waits.
 */
const ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT = 24;
const MORE_FOR_EACH_DISAGREEMENT = 8;
const MAX_ACCEPTANCES_NEEDED = 96;
const MAX_IN_FLIGHT = 8;
const MIN_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;
/** The last pauses are shorter, so that a token that becomes active just before the deadline is still noticed. */
const FINAL_PROBES_MS = 1_000;
/** After so many milliseconds of nothing but network errors, the data plane is not reachable. */
const MAX_SILENCE_MS = 20_000;
/** After so many 404 in a row, the URL does not lead to a data plane. */
const MAX_NOT_FOUND = 5;
/** startActivation is the state before the first probe. */
function startActivation(now, timeoutMs) {
    return {
        startedAt: now,
        deadline: now + timeoutMs,
        round: 0,
        acceptances: 0,
        everAccepted: false,
        disagreements: 0,
        anyClear: false,
        inFlight: 0,
        inFlightOfRound: 0,
        alone: true,
        notBefore: now,
        silentSince: undefined,
        notFoundInARow: 0,
        why: undefined,
        serverTime: undefined,
    };
}
/** nextStep decides what to do at a time. Pure. */
function nextStep(state, now) {
    if (state.acceptances >= acceptancesNeeded(state))
        return { kind: 'accepted' };
    if (!state.anyClear && (state.notFoundInARow >= MAX_NOT_FOUND || silenceLeft(state, now) <= 0)) {
        return verdict(state);
    }
    if (Math.max(now, state.notBefore) >= state.deadline) {
        return state.inFlightOfRound > 0 ? { kind: 'await-response' } : verdict(state);
    }
    if (now < state.notBefore)
        return { kind: 'pause', until: state.notBefore };
    if (!hasRoom(state))
        return { kind: 'await-response' };
    const patience = state.anyClear ? Number.POSITIVE_INFINITY : silenceLeft(state, now);
    return { kind: 'probe', timeoutMs: Math.min(state.deadline - now, patience) };
}
/** afterSending counts a probe that is sent now, and gives the ticket that its result must bring back. Pure. */
function afterSending(state, now) {
    const { inFlight, inFlightOfRound, round } = state;
    return [
        { ...state, inFlight: inFlight + 1, inFlightOfRound: inFlightOfRound + 1 },
        { round, sentAt: now },
    ];
}
/** afterResult adds the result of one probe. Pure. */
function afterResult(state, { ticket, result, now, }) {
    const ofRound = ticket.round === state.round;
    const returned = {
        ...state,
        inFlight: state.inFlight - 1,
        inFlightOfRound: state.inFlightOfRound - (ofRound ? 1 : 0),
        silentSince: undefined,
        notFoundInARow: 0,
    };
    switch (result.kind) {
        case 'accepted': {
            const heard = { ...returned, anyClear: true, everAccepted: true, serverTime: result.serverTime };
            return ofRound ? { ...heard, acceptances: state.acceptances + 1, alone: false } : heard;
        }
        case 'refused':
            return {
                ...pausedBy(returned, now),
                anyClear: true,
                disagreements: disagreementsAfter(state, ofRound),
                round: state.round + 1,
                acceptances: 0,
                inFlightOfRound: 0,
                why: result.why,
                serverTime: result.serverTime,
            };
        case 'not-found':
            return {
                ...pausedBy(returned, now, result.holdMs),
                notFoundInARow: state.notFoundInARow + 1,
                why: result.why,
            };
        case 'unclear':
            return { ...pausedBy(returned, now, result.holdMs), why: result.why };
        case 'no-response':
            return {
                ...pausedBy(returned, now),
                silentSince: state.silentSince ?? ticket.sentAt,
                why: result.why,
            };
        case 'told-to-wait':
            return { ...pausedBy(returned, now, Number.POSITIVE_INFINITY), why: result.why };
    }
}
/** How many responses in a row must accept the token. */
function acceptancesNeeded({ disagreements }) {
    if (disagreements === 0)
        return ACCEPTANCES_NEEDED;
    const more = MORE_FOR_EACH_DISAGREEMENT * (disagreements - 1);
    return Math.min(ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT + more, MAX_ACCEPTANCES_NEEDED);
}
/** Several refusals that were under way at once are one disagreement. */
function disagreementsAfter(state, ofRound) {
    if (!state.everAccepted)
        return 0;
    return Math.max(1, state.disagreements + (ofRound && state.acceptances > 0 ? 1 : 0));
}
function hasRoom(state) {
    const { alone, inFlight, inFlightOfRound, acceptances } = state;
    if (alone)
        return inFlightOfRound === 0 && inFlight < MAX_IN_FLIGHT;
    return inFlight < MAX_IN_FLIGHT && acceptances + inFlightOfRound < acceptancesNeeded(state);
}
/** A pause of a tenth of the time waited costs at most 10 % more than the activation itself. */
function pausedBy(state, now, holdMs = 0) {
    const pause = Math.min(Math.max((now - state.startedAt) / 10, MIN_PAUSE_MS), MAX_PAUSE_MS);
    const next = Math.min(now + pause, Math.max(now + MIN_PAUSE_MS, state.deadline - FINAL_PROBES_MS));
    return { ...state, alone: true, notBefore: Math.max(state.notBefore, next, now + holdMs) };
}
function silenceLeft({ silentSince = Number.POSITIVE_INFINITY }, now) {
    return Math.min(silentSince, now) + MAX_SILENCE_MS - now;
}
function verdict(state) {
    const { anyClear, everAccepted, serverTime, why = 'no response arrived in time' } = state;
    if (!anyClear)
        return { kind: 'unreachable', why };
    const all = everAccepted
        ? `some responses accepted the token, but never ${acceptancesNeeded(state)} in a row; the last other result: ${why}`
        : why;
    return { kind: 'refused', why: all, serverTime };
}

;// CONCATENATED MODULE: ./build/src/data-plane/wait-for-activation.js


const PROGRESS_EVERY_MS = 15_000;
/** waitForActivation sends probes until the cluster accepts the token or `timeoutMs` have passed. */
async function waitForActivation(wait) {
    const { probe, timeoutMs, clock, onProgress } = wait;
    const began = clock.elapsed();
    const inFlight = new Set();
    let state = startActivation(began, timeoutMs);
    let progressAt = began + PROGRESS_EVERY_MS;
    const send = (probeTimeoutMs) => {
        const [sent, ticket] = afterSending(state, clock.elapsed());
        state = sent;
        const returned = probe(probeTimeoutMs).then((result) => {
            state = afterResult(state, { ticket, result, now: clock.elapsed() });
            inFlight.delete(returned);
        });
        // A defect stays in the set, where the next wait for a response throws it.
        returned.catch(() => { });
        inFlight.add(returned);
    };
    for (;;) {
        const now = clock.elapsed();
        const step = nextStep(state, now);
        switch (step.kind) {
            case 'probe':
                send(step.timeoutMs);
                break;
            case 'await-response':
                await Promise.race(inFlight);
                break;
            case 'pause':
                if (now >= progressAt) {
                    progressAt = now + PROGRESS_EVERY_MS;
                    onProgress(`Not accepted yet after ${(0,duration/* formatDuration */.a3)((now - began) / 1000)}: ${state.why}.`);
                }
                await clock.sleep(step.until - now);
                break;
            default:
                return step;
        }
    }
}

// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
;// CONCATENATED MODULE: ./build/src/operations/issuing/activation.js





/** ACTIVE_OUTPUT is the value of the output `active`. */
const ACTIVE_OUTPUT = { accepted: 'true', unreachable: 'false', 'not-probed': '' };
/** ACTIVATION_FACT is what a summary says. */
const ACTIVATION_FACT = {
    accepted: 'yes',
    unreachable: 'not known',
    'not-probed': 'not probed',
};
/** ACTIVATION_HINTS say what to do about a token that was not accepted. */
const ACTIVATION_HINTS = {
    refused: 'Check that `cluster-url` is the data plane of this cluster. Allow more time with `activation-timeout`, or skip the ' +
        'probe with `activation-timeout: 0`.',
    unreachable: 'Check that `cluster-url` is the data plane of this cluster. If this runner cannot reach the data plane, skip the ' +
        'probe with `activation-timeout: 0`.',
};
/** canProbe tells whether a token with these permissions can be probed on a cluster with these databases. */
function canProbe(permissions, databases) {
    return (0,probe/* probeTarget */.U)(permissions, databases) !== undefined;
}
/** checkActivation waits at most `timeoutMs` until the cluster accepts a token. With 0 it sends no probe. */
async function checkActivation(token, { databases, timeoutMs }, { dataPlane, runner, clock }) {
    if (timeoutMs === 0)
        return { kind: 'not-probed' };
    const target = (0,probe/* probeTarget */.U)(token.permissions, databases);
    if (!target) {
        runner.info('The token was not probed: no database is available for a probe with its permissions.');
        return { kind: 'not-probed' };
    }
    const limit = (0,duration/* formatDuration */.a3)(timeoutMs / 1000);
    runner.info(`Waiting for the cluster to accept the token (${target.action} on ${target.database}, at most ${limit}).`);
    const verdict = await waitForActivation({
        probe: (probeTimeoutMs) => dataPlane.probe(target, token.secret, probeTimeoutMs),
        timeoutMs,
        clock,
        onProgress: (line) => runner.info(line),
    });
    if (verdict.kind === 'accepted') {
        runner.info('The cluster accepts the token.');
        return verdict;
    }
    if (verdict.kind === 'refused')
        return { kind: 'refused', why: whyRefused(verdict, token, limit, clock.now()) };
    return {
        kind: 'unreachable',
        why: `Whether the cluster accepts the token is not known: ${(0,errors/* asSentence */.KG)(verdict.why)}`,
    };
}
function whyRefused({ why, serverTime }, { expiresAt }, limit, now) {
    const refused = `The cluster has not accepted the token (${why}; waited at most ${limit}).`;
    if (serverTime === undefined || typeof expiresAt !== 'number' || serverTime < expiresAt)
        return refused;
    const expired = `The token expired at ${(0,dates/* formatSecond */.sK)(expiresAt)} by the clock of the server, which shows ${(0,dates/* formatSecond */.sK)(serverTime)}.`;
    const clocks = now < expiresAt
        ? `The clocks differ: this runner shows ${(0,dates/* formatSecond */.sK)(now)}. Set the clock of the runner, or use a later \`expires-at\`.`
        : 'Use a later `expires-at`.';
    return `${refused} ${expired} ${clocks}`;
}


/***/ }),

/***/ 3005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ issueToken)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
/* harmony import */ var _base_server_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8267);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(441);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _tokens_token_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9616);
/* harmony import */ var _tokens_token_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4526);
/* harmony import */ var _revoking_revoke_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1209);
/* harmony import */ var _token_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3391);








/**
 * issueToken creates one token, such that at every instant whatever may have come to be can be found and revoked: the nonce
 * is in the ledger before the POST, and after a lost response nothing is tried again until the list was read and shows
 * none of our tokens alive. Throws a Failure that says what may be left.
 */
async function issueToken(spec, run, ledger, deps) {
    let sendExpirationType = spec.expiresAt !== 'never';
    let lostResponses = 0;
    for (let failures = 0;;) {
        const tag = { ...tagOf(run), kind: spec.kind, nonce: deps.nonce() };
        const tagged = { ...spec, description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTagged */ .cy)(spec.plainDescription, tag) };
        ledger.begin(tag.nonce, deps.clock.elapsed());
        const creation = await deps.api.createToken(tagged, sendExpirationType);
        if (creation.kind === 'created') {
            ledger.made(tag.nonce, creation.token.id);
            await refuseDeviations(tagged, creation.token, tag, ledger, deps);
            return { token: creation.token, secret: creation.secret, tag };
        }
        if (creation.kind === 'refused') {
            ledger.resolve(tag.nonce);
            if (!sendExpirationType || !refusesExpirationType(creation.error))
                throw withoutToken(creation.error, lostResponses, ledger);
            sendExpirationType = false;
            continue;
        }
        if (creation.kind === 'not-sent') {
            ledger.resolve(tag.nonce);
            if (!creation.error.retryable || failures >= deps.retryControl.policy.retries) {
                throw withoutToken(creation.error, lostResponses, ledger);
            }
            await deps.retryControl.backOff(failures++);
            continue;
        }
        lostResponses++;
        deps.runner.warning('answer-lost', `Whether a token was created is not known: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(creation.error)}`);
        if (creation.error instanceof _http_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .RetryAfterTooLong */ .Zt)
            throw unfinished(ledger, creation.error);
        await deps.retryControl.backOff(failures);
        await revokeLost(ledger, deps);
        if (failures++ >= deps.retryControl.policy.retries)
            throw withoutToken(creation.error, lostResponses, ledger);
    }
}
/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger, { api, retryControl, runner }) {
    try {
        const { tokens } = await api.tokens();
        const found = (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .findByNonce */ .Kd)(ledger.openNonces, tokens);
        for (const { token } of found) {
            if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_6__/* .isConfirmedRevoked */ .KU)(token))
                continue;
            await (0,_revoking_revoke_token_js__WEBPACK_IMPORTED_MODULE_4__/* .revokeToken */ .w$)(token.id, { api, retryControl });
            runner.info(`Revoked token ${token.id}, whose answer was lost.`);
        }
        // Only now: a gateway that repeats a POST makes two tokens of one nonce.
        for (const { nonce } of found)
            ledger.resolve(nonce);
    }
    catch (error) {
        throw unfinished(ledger, (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOnly */ .tf)(error));
    }
}
async function refuseDeviations(spec, token, tag, ledger, { api, retryControl, runner, clock }) {
    const found = (0,_tokens_token_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .deviations */ .PP)(spec, token);
    if (found.length === 0)
        return;
    const what = `The server created token ${token.id} otherwise than asked: it ${(0,_base_server_text_js__WEBPACK_IMPORTED_MODULE_7__/* .markServerText */ .k)(found.join('; it '))}.`;
    try {
        await (0,_revoking_revoke_token_js__WEBPACK_IMPORTED_MODULE_4__/* .revokeToken */ .w$)(token.id, { api, retryControl });
    }
    catch (error) {
        const failure = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOnly */ .tf)(error);
        runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOutputs */ .Q)(token, (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenStatus */ .oH)(token, clock.now())));
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('not-the-token-asked-for', `${what} It could not be revoked: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(failure)} The post step tries again.`, { cause: failure });
    }
    ledger.resolve(tag.nonce);
    runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOutputs */ .Q)(token, 'revoked'));
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('not-the-token-asked-for', `${what} It was revoked; no token is left.`);
}
function tagOf({ server, repository, repositoryId, runId, runAttempt, }) {
    return { server, repository, repositoryId, runId, runAttempt };
}
function refusesExpirationType(error) {
    return error.status === 400 && /expiration_?type/i.test(error.serverMessage);
}
/** The list showed none of ours alive; but a POST may arrive late, so the ledger keeps those that were never seen. */
function withoutToken(error, lostResponses, ledger) {
    if (lostResponses === 0)
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .withContext */ .eQ)(error, 'No token was created.');
    const unseen = [...ledger.openNonces];
    const left = unseen.length === 0
        ? 'What was created is revoked; no token is left.'
        : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
            `description: ${unseen.join(' or ')}.`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('no-token-created', `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(error)} ${lostResponses === 1 ? 'One answer' : `${lostResponses} answers`} to creating a token had been lost. ${left}`, { cause: error });
}
function unfinished(ledger, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('a-token-may-be-left', `The answer to creating a token was lost, and what became of it is not known: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(cause)} The post step ` +
        'looks for it and revokes it. If that fails too, find the token whose description contains ' +
        `${[...ledger.openNonces].join(' or ')} and revoke it: nobody holds it.`, { cause });
}


/***/ }),

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

/***/ 573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ askWhichEnded)
});

// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
;// CONCATENATED MODULE: ./build/src/tokens/run-end.js

/** A workflow run lasts for at most 35 days. GitHub can forget an older one. */
const MAX_RUN_AGE_MS = 35 * 24 * 3_600_000;
/** checkResponse makes a response about another run or repository one that proves nothing. Pure. */
function checkResponse(asked, response) {
    if (response.kind !== 'found')
        return response;
    const { runId, repositoryId } = response;
    if (runId === asked.runId && repositoryId === asked.repositoryId)
        return response;
    return {
        kind: 'no-response',
        why: `GitHub was asked for run ${asked.runId} of repository ${asked.repositoryId} and answered with run ${runId} of ` +
            `repository ${repositoryId}.`,
        lasting: false,
    };
}
/**
 * runHasEnded tells whether the run and attempt that created a token are known to have ended. Nothing is known about runs
 * of another server. A 404 is proof only for our own repository and an old token. Pure.
 */
function runHasEnded({ createdAt }, tag, { response, own, clocks }) {
    if (tag.server !== own.server || response === undefined)
        return false;
    const checked = checkResponse(tag, response);
    if (checked.kind === 'found') {
        return checked.status === 'completed' || checked.attempt > Number(tag.runAttempt);
    }
    return (checked.kind === 'unknown' &&
        (0,tokens_tag/* isSameRepository */.ve)(tag, own) &&
        typeof createdAt === 'number' &&
        clocks.forEnding - createdAt > MAX_RUN_AGE_MS);
}

// EXTERNAL MODULE: ./build/src/operations/progress.js
var operations_progress = __webpack_require__(9930);
;// CONCATENATED MODULE: ./build/src/operations/run-status.js




/** So many requests in a row without a usable response, each retried: GitHub cannot be reached. */
const MAX_SILENCES = 8;
/**
 * askWhichEnded asks GitHub once about each run of this server, and stops when GitHub's rate limit is used up or GitHub
 * does not respond. Call it after the list was read. Throws a Failure when GitHub refuses to tell.
 */
async function askWhichEnded(tokens, { own, clocks }, { github, ...deps }) {
    const responses = new Map([[keyOf(own), ownRun(own)]]);
    const toAsk = tokens.filter(({ tag }) => tag.server === own.server && !responses.has(keyOf(tag)));
    const runs = new Map(toAsk.map(({ tag }) => [keyOf(tag), tag]));
    const progress = (0,operations_progress/* progressOf */.j)('Asking GitHub about runs', runs.size, deps);
    let refusal;
    let silences = 0;
    const ask = async ([key, tag]) => {
        // The name in a tag is from before a rename of our own repository.
        const repository = (0,tokens_tag/* isSameRepository */.ve)(tag, own) ? own.repository : tag.repository;
        try {
            const response = checkResponse(tag, await github.run(repository, tag.runId));
            responses.set(key, response);
            if (response.kind !== 'no-response')
                silences = 0;
            else
                silences += response.lasting ? MAX_SILENCES : 1;
            progress(responses.size - 1);
        }
        catch (error) {
            refusal ??= error;
        }
    };
    await (0,concurrency/* inParallel */.HN)(runs, ask, {
        ...concurrency/* DEFAULT_CONCURRENCY */.WH,
        shouldContinue: () => refusal === undefined && silences < MAX_SILENCES,
    });
    if (refusal !== undefined)
        throw refusal;
    const hasEnded = (token, tag) => runHasEnded(token, tag, { response: responses.get(keyOf(tag)), own, clocks });
    const reasons = new Map(toAsk.flatMap(({ token, tag }) => {
        const why = whyUnresolved(tag, responses.get(keyOf(tag)), own);
        return why === undefined || hasEnded(token, tag) ? [] : [[keyOf(tag), why]];
    }));
    return { hasEnded, unresolved: unresolvedOf([...reasons.values()], runs.size) };
}
/** Nobody knows better about our own run: this attempt of it goes on. */
function ownRun({ runId, repositoryId, runAttempt }) {
    return { kind: 'found', runId, repositoryId, status: 'in_progress', attempt: Number(runAttempt) };
}
/** Empty where the run was not asked about, because an earlier response says why. */
function whyUnresolved(tag, response, own) {
    if (response === undefined)
        return '';
    if (response.kind === 'found')
        return undefined;
    if (response.kind === 'no-response')
        return response.why;
    const run = `run ${tag.runId} of ${tag.repository}`;
    return (0,tokens_tag/* isSameRepository */.ve)(tag, own)
        ? `GitHub has no ${run} any longer (404), and the token is not older than 35 days.`
        : `GitHub has no ${run}, or does not show it to \`github-token\` (404).`;
}
function unresolvedOf(reasons, asked) {
    if (reasons.length === 0)
        return undefined;
    return { count: reasons.length, asked, why: reasons.find((why) => why !== '') ?? '' };
}
function keyOf({ server, repositoryId, runId }) {
    return `${server} ${repositoryId} ${runId}`;
}


/***/ }),

/***/ 3391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tokenOutputs)
/* harmony export */ });
/* harmony import */ var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8673);
/* harmony import */ var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);



/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell is left unset. */
function tokenOutputs(token, status) {
    return {
        'token-id': token.id,
        description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDescription */ .$Y)(token.description),
        permissions: (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPermissions */ .A6)(token.permissions),
        ...(token.createdAt === 'unset' ? {} : { 'created-at': (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.createdAt) ?? '' }),
        // Empty: it never does.
        'expires-at': (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServerDate */ .tu)(token.expiresAt) ?? '',
        status,
    };
}


/***/ }),

/***/ 4526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ deviations),
/* harmony export */   Ts: () => (/* binding */ describeExpiry),
/* harmony export */   eG: () => (/* binding */ describeDate)
/* harmony export */ });
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8673);


/**
 * deviations compares a token with its spec and says, one sentence each, what is not as asked. The response counts and
 * not the request: a server may drop an expiry or trim a description, and then the token is not the one wanted.
 */
function deviations(spec, token) {
    const found = [];
    if (!sameExpiry(spec.expiresAt, token.expiresAt)) {
        found.push(`expires ${describeExpiry(token.expiresAt)} instead of ${describeExpiry(spec.expiresAt)}`);
    }
    if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .samePermissions */ .hq)(spec.permissions, token.permissions)) {
        found.push(`grants "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .describePermissions */ .gH)(token.permissions)}" instead of "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .describePermissions */ .gH)(spec.permissions)}"`);
    }
    if (token.description !== spec.description) {
        found.push(`is described as "${token.description}" instead of "${spec.description}"`);
    }
    if (token.revokedAt !== 'unset')
        found.push('is already revoked');
    return found;
}
/** describeDate writes a date of the server for people. */
function describeDate(date) {
    if (typeof date === 'number')
        return (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(date);
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