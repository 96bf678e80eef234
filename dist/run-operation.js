"use strict";
exports.id = 556;
exports.ids = [556];
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

/***/ 1498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rateLimitWaitMs),
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   SD: () => (/* binding */ githubRetryRule),
/* harmony export */   ix: () => (/* binding */ rateLimitAdvice)
/* harmony export */ });
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441);
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6282);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8408);



/** GitHub asks for at least this pause after a rate limit whose headers name none. */
const DEFAULT_WAIT_MS = 60_000;
/**
 * isRateLimited tells a response that says "too much" from one that says "never": GitHub sends a 403 for both. A
 * request with such a response had no effect.
 */
function isRateLimited(response) {
    const { status, headers } = response;
    if (status !== 403)
        return status === 429;
    return (headers['x-ratelimit-remaining'] === '0' ||
        headers['retry-after'] !== undefined ||
        namesRateLimit(response));
}
/**
 * rateLimitWaitMs is how long GitHub asks to wait, in milliseconds after its response; undefined when it does not say.
 * Dates are compared with the response's own, because the runner's clock might be wrong.
 */
function rateLimitWaitMs(response) {
    const { headers } = response;
    const date = (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHttpDate */ .m)(headers.date ?? '');
    return (retryAfterMs(headers['retry-after'], date) ??
        untilReset(headers, date) ??
        (namesRateLimit(response) ? DEFAULT_WAIT_MS : undefined));
}
/** rateLimitAdvice is the advice in a rate-limited response; undefined when the pause is too long to wait for. */
function rateLimitAdvice(response) {
    const waitMs = rateLimitWaitMs(response);
    return waitMs === undefined || waitMs <= _http_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_RETRY_AFTER_MS */ .yL ? { waitMs } : undefined;
}
/** githubRetryRule waits for GitHub's rate limits, whatever their status, in addition to what HTTP itself says. */
const githubRetryRule = (response, now) => isRateLimited(response) ? rateLimitAdvice(response) : (0,_http_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .httpRetryRule */ .BJ)(response, now);
/** In its form as a date the header means nothing without the date of the response. */
function retryAfterMs(value, date) {
    const isSeconds = /^\s*\d+\s*$/.test(value ?? '');
    return isSeconds || date !== undefined ? (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .V)(value, date ?? 0) : undefined;
}
/** Only a limit that is used up is waited for: the header names its reset in every response. */
function untilReset(headers, date) {
    const reset = String(headers['x-ratelimit-reset'] ?? '');
    if (headers['x-ratelimit-remaining'] !== '0' || date === undefined || !/^\d{1,12}$/.test(reset)) {
        return undefined;
    }
    return Math.max(0, Number(reset) * 1000 - date);
}
function namesRateLimit({ body }) {
    return /rate limit/i.test((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOwnError */ .Ik)(body) ?? '');
}


/***/ }),

/***/ 8408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ parseKey),
/* harmony export */   Ik: () => (/* binding */ parseOwnError),
/* harmony export */   LN: () => (/* binding */ isOwn404),
/* harmony export */   XW: () => (/* binding */ parseOrganizationSecret),
/* harmony export */   o7: () => (/* binding */ parseSecret),
/* harmony export */   of: () => (/* binding */ parseRepositories),
/* harmony export */   zZ: () => (/* binding */ parseRun)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9118);
/* harmony import */ var _http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9563);
/* harmony import */ var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);



/** Whether anything can be encrypted for a key is not a matter of its syntax alone. */
const key = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ key_id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(), key: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() })
    .map((response) => ({ id: response.key_id, publicKey: response.key }));
const instant = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj().chain((text) => {
    const parsed = (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(text);
    return parsed === undefined ? _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q('not a date') : _badrap_valita__WEBPACK_IMPORTED_MODULE_1__.ok(parsed);
});
const secret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ updated_at: instant });
const visibility = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('all'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('private'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('selected'));
const organizationSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ updated_at: instant, visibility })
    .map((response) => ({ storedAt: response.updated_at, visibility: response.visibility }));
const count = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai().assert((value) => Number.isSafeInteger(value) && value >= 0, 'not a count');
const repositories = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({
    total_count: count,
    repositories: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ id: count })),
});
const run = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({
    id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai(),
    status: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(),
    run_attempt: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai(),
    repository: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai() }),
})
    .map((response) => ({
    kind: 'found',
    runId: String(response.id),
    repositoryId: String(response.repository.id),
    status: response.status,
    attempt: response.run_attempt,
}));
const ownError = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ message: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() });
/** parseKey reads what secrets are sealed for; undefined when the response is none. */
function parseKey(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(key, body);
}
/**
 * parseSecret reads when a secret was last written, in milliseconds since 1970; undefined when the response shows no
 * secret.
 */
function parseSecret(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(secret, body)?.updated_at;
}
/** parseOrganizationSecret reads that of an organization's secret, and who sees it; undefined when it shows none. */
function parseOrganizationSecret(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(organizationSecret, body);
}
/** parseRepositories reads one page of a list of repositories; undefined when it is none. */
function parseRepositories(body) {
    const page = (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(repositories, body);
    return page && { total: page.total_count, ids: page.repositories.map(({ id }) => id) };
}
/** parseRun reads a workflow run, whichever it is; undefined when the response is none. */
function parseRun(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(run, body);
}
/** parseOwnError reads GitHub's own reason in a refusal; undefined for what a server or proxy in front of it sends. */
function parseOwnError(body) {
    return (0,_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShortBody */ .Ey)(ownError, body)?.message;
}
/** isOwn404 tells GitHub's own "not found" from that of a server or proxy in front of it, which has no message. */
function isOwn404({ status, body }) {
    return status === 404 && parseOwnError(body) !== undefined;
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
    runner.warning('All databases', 'The token is for `*`: all databases of the cluster, those to come included.');
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
        deps.runner.warning('Answer lost', `Whether a token was created is not known: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(creation.error)}`);
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Not the token asked for', `${what} It could not be revoked: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(failure)} The post step tries again.`, { cause: failure });
    }
    ledger.resolve(tag.nonce);
    runner.outputs((0,_token_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOutputs */ .Q)(token, 'revoked'));
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Not the token asked for', `${what} It was revoked; no token is left.`);
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
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('No token created', `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(error)} ${lostResponses === 1 ? 'One answer' : `${lostResponses} answers`} to creating a token had been lost. ${left}`, { cause: error });
}
function unfinished(ledger, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('A token may be left', `The answer to creating a token was lost, and what became of it is not known: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(cause)} The post step ` +
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

/***/ 2556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOperation: () => (/* binding */ runOperation)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
// EXTERNAL MODULE: ./build/src/data-plane/probe.js
var probe = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/src/github/rate-limit.js
var rate_limit = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/http/requests.js
var requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 3 modules
var http_transport = __webpack_require__(2373);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var endpoint = __webpack_require__(7716);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var duration = __webpack_require__(5301);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
;// CONCATENATED MODULE: ./build/src/tokens/cleanup-plan.js



/** planCleanup decides what becomes of each token in scope, newest first and then by id. Pure. */
function planCleanup(order, facts) {
    return inScope(order, facts).map((token) => ({ ...token, ...decide(token, order, facts) }));
}
/** jobRunsToCheck are the tokens in scope that are decided by whether their run has ended. Pure. */
function jobRunsToCheck(order, facts) {
    return inScope(order, facts).flatMap((token) => {
        const { tag } = token;
        const verdict = decide(token, order, { ...facts, hasEnded: () => true });
        return tag?.kind === 'job' && verdict.decision === 'revoke' ? [{ token, tag }] : [];
    });
}
function inScope({ scope, pattern }, { tokens, clocks }) {
    const filter = { status: 'all', scope, databases: [], ...(pattern ? { pattern } : {}) };
    // Whether a token counts as expired decides what is done with it, and what `max-revocations` counts.
    return (0,listing/* listTokens */.dh)(tokens, filter, clocks.forEnding);
}
/** What may not be revoked stands before everything that may. */
function decide(token, { maxAgeMs }, facts) {
    const { tag, status, createdAt, expiresAt, revokedAt } = token;
    const dates = [createdAt, expiresAt, revokedAt];
    if (dates.includes('unreadable'))
        return keep('date cannot be read');
    if (status === 'revoked')
        return keep('revoked already');
    if (tag?.kind === 'current')
        return keep('current');
    if (tag?.kind === 'pending')
        return keep('pending: created by a rotation');
    if (tag && isOfRun(tag, facts.run))
        return keep('of this very run');
    if (tag?.kind === 'job' && tag.server !== facts.run.server) {
        return keep(`run ${tag.runId} belongs to ${tag.server}, which this step cannot ask whether it has ended`);
    }
    if (tag?.kind === 'job' && !facts.hasEnded(token, tag)) {
        return keep(`run ${tag.runId} is not known to have ended`);
    }
    if (status === 'expired')
        return revoke('expired');
    if (tag?.kind === 'job')
        return revoke(`run ${tag.runId} ended`);
    if (maxAgeMs === undefined)
        return keep('no `max-age` is given');
    if (typeof createdAt !== 'number')
        return keep('its age is not known');
    const limit = (0,duration/* formatDuration */.a3)(maxAgeMs / 1000);
    return facts.clocks.forEnding - createdAt > maxAgeMs
        ? revoke(`older than ${limit}`)
        : keep(`younger than ${limit}`);
}
function isOfRun(tag, run) {
    return (0,tokens_tag/* isSameRepository */.ve)(tag, run) && tag.runId === run.runId;
}
function revoke(reason) {
    return { decision: 'revoke', reason };
}
function keep(reason) {
    return { decision: 'keep', reason };
}

// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner_runner = __webpack_require__(7222);
;// CONCATENATED MODULE: ./build/src/operations/listing-outputs.js

/** outputTokens sets the outputs about many tokens; `json` is all of them, which a file holds even if an output cannot. */
function outputTokens(json, count, { runner, nonce }) {
    runner.outputs({ count: String(count), ...((0,runner_runner/* fitsIntoOutput */.Uo)(json) ? { tokens: json } : {}) });
    runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
    if ((0,runner_runner/* fitsIntoOutput */.Uo)(json))
        return;
    runner.info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.');
}

// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js
var revoke_tokens = __webpack_require__(3756);
;// CONCATENATED MODULE: ./build/src/operations/revocation-report.js



/** GitHub cuts a message after 4096 characters, in the log too. */
const MAX_NAMED = 80;
/** warnOfNotFound warns of IDs that the cluster does not know: the step might ask the wrong cluster. */
function warnOfNotFound(ids, { runner }) {
    if (ids.length === 0)
        return;
    runner.warning('Token not found', `This cluster does not know ${nameSome(ids)}: check account-id and cluster-id. Nothing was revoked for these IDs.`);
}
/** reportIds sets the outputs with ids. */
function reportIds(revoked, failed, { runner }) {
    runner.outputs({
        'revoked-token-ids': JSON.stringify(revoked),
        'failed-token-ids': JSON.stringify(failed),
    });
}
/** countOutcomes is a headline such as "2 of 3 revoked, 1 not found". */
function countOutcomes(outcomes) {
    const revoked = outcomes.filter(revoke_tokens/* wasRevoked */.ML).length;
    const notFound = outcomes.filter(({ kind }) => kind === 'not-found').length;
    const missing = notFound > 0 ? `, ${(0,base_text/* formatCount */.B4)(notFound)} not found` : '';
    return `${(0,base_text/* formatCount */.B4)(revoked)} of ${(0,base_text/* formatCount */.B4)(outcomes.length)} revoked${missing}`;
}
/** reportOutcomes writes the results for many tokens to the log and the outputs. Returns those that might be alive. */
function reportOutcomes(outcomes, deps) {
    const failed = outcomes.filter(revoke_tokens/* mightBeAlive */.I_);
    deps.runner.info(`Tokens: ${countOutcomes(outcomes)}.`);
    warnOfNotFound(outcomes.filter(({ kind }) => kind === 'not-found').map(({ id }) => id), deps);
    reportIds(outcomes.filter(revoke_tokens/* wasRevoked */.ML).map(({ id }) => id), failed.map(({ id }) => id), deps);
    return failed;
}
/** describeOutcome says what became of a token. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'revoked':
            return 'revoked';
        case 'already-revoked':
            return 'was revoked already';
        case 'not-found':
            return 'not found: check account-id and cluster-id';
        case 'skipped':
            return 'not tried';
        case 'failed':
            return `not revoked: ${(0,errors/* asSentence */.KG)(outcome.error)}`;
    }
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
    const skipped = failed.filter(({ kind }) => kind === 'skipped').map(({ id }) => id);
    return [
        ...failed.flatMap((outcome) => outcome.kind === 'failed'
            ? [
                new errors/* Failure */.HR('Token not revoked', `Token ${outcome.id} may be alive: ${(0,errors/* asSentence */.KG)(outcome.error)} To revoke it again does no harm.`),
            ]
            : []),
        ...(skipped.length > 0
            ? [
                new errors/* Failure */.HR('Tokens not tried', `These were not tried any more and may be alive: ${nameSome(skipped)}. Fix the cause and run the step again. ` +
                    'The output `failed-token-ids` holds all.'),
            ]
            : []),
    ];
}
/** nameSome names as many ids as a message holds. */
function nameSome(ids) {
    const some = ids.slice(0, MAX_NAMED).join(', ');
    const rest = ids.length - MAX_NAMED;
    return rest > 0 ? `${some} and ${(0,base_text/* formatCount */.B4)(rest)} more` : some;
}

// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
;// CONCATENATED MODULE: ./build/src/operations/cleanup.js









/** cleanup revokes tokens that are no longer in use, and says for each token in scope why it is revoked or kept. */
async function cleanup(request, deps) {
    const { runner } = deps;
    const decided = await (0,concurrency/* unlessCancelled */.MS)(decideAll(request, deps), deps.cancelled, 'No token was revoked.');
    const toRevoke = decided.filter(({ decision }) => decision === 'revoke');
    outputTokens((0,listing/* formatTokens */._y)(decided, ({ decision, reason }) => ({ decision, reason })), decided.length, deps);
    runner.info(`${(0,base_text/* formatCount */.B4)(toRevoke.length)} of ${(0,base_text/* formatCount */.B4)(decided.length)} tokens in scope are to be revoked.`);
    const tooMany = tooManyOf(toRevoke, request);
    if (request.dryRun) {
        if (tooMany)
            runner.warning(tooMany.title, tooMany.message);
        reportIds([], [], deps);
        for (const { id, reason } of toRevoke)
            runner.info(`Token ${id} would be revoked: ${reason}.`);
        runner.info('This was a dry run: nothing was changed.');
        runner.summary(table('InfluxDB tokens: what a cleanup would do', decided, []));
        return;
    }
    if (tooMany) {
        reportIds([], [], deps);
        runner.summary(table('InfluxDB tokens: too many to be revoked', decided, []));
        throw tooMany;
    }
    const outcomes = await (0,revoke_tokens/* revokeTokens */.xU)({ ids: toRevoke.map(({ id }) => id), known: true }, deps);
    report(decided, outcomes, deps);
}
async function decideAll({ order, run }, deps) {
    try {
        const { tokens, clocks } = await deps.api.tokens();
        const toCheck = jobRunsToCheck(order, { tokens, run, clocks });
        const { hasEnded, unresolved } = await (0,run_status/* askWhichEnded */.z)(toCheck, { own: run, clocks }, deps);
        if (unresolved) {
            deps.runner.warning('GitHub did not tell', `Whether ${(0,base_text/* formatCount */.B4)(unresolved.count)} of ${(0,base_text/* formatCount */.B4)(unresolved.asked)} runs have ended is not known, so the tokens that they created are kept: ${unresolved.why}`);
        }
        return planCleanup(order, { tokens, run, hasEnded, clocks });
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, 'No token was revoked.');
    }
}
/** Expired ones do not count: to revoke these changes nothing for anybody. */
function tooManyOf(toRevoke, { maxRevocations, order }) {
    const live = toRevoke.filter(({ status }) => status === 'active');
    if (live.length <= maxRevocations)
        return undefined;
    return new errors/* Failure */.HR('Too many tokens', `${(0,base_text/* formatCount */.B4)(live.length)} live tokens would be revoked, and \`max-revocations\` allows ${(0,base_text/* formatCount */.B4)(maxRevocations)}. ` +
        `None was revoked. They are ${nameSome(live.map(({ id }) => id))}; the summary says why. If that is what you want, give ` +
        `\`max-revocations: ${live.length}\`; if not, narrow it with \`description-pattern\`` +
        (order.maxAgeMs === undefined ? '.' : ' or a longer `max-age`.'));
}
function report(decided, outcomes, deps) {
    const { runner } = deps;
    const failed = reportOutcomes(outcomes, deps);
    const title = failed.length === 0 ? 'InfluxDB tokens cleaned up' : 'InfluxDB tokens: not all are cleaned up';
    runner.summary(table(title, decided, outcomes));
    if (failed.length > 0)
        throw new errors/* Failures */.oo(failuresOf(failed));
}
/** What goes stands before what stays. */
function table(title, decided, outcomes) {
    const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    const rows = (decision) => decided
        .filter((token) => token.decision === decision)
        .map((token) => {
        const outcome = byId.get(token.id);
        const what = outcome ? describeOutcome(outcome) : decision;
        return [token.plainDescription, token.tag?.kind ?? 'untagged', what, token.reason, token.id];
    });
    return {
        title: decided.length === 0 ? `${title}: none is in scope` : title,
        head: ['For', 'Kind', 'Outcome', 'Why', 'Token'],
        rows: [...rows('revoke'), ...rows('keep')],
        more: 'The file in the output `tokens-file` holds all.',
    };
}

// EXTERNAL MODULE: ./build/src/operations/clock-warning.js
var clock_warning = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/src/operations/granted-databases.js
var granted_databases = __webpack_require__(8837);
// EXTERNAL MODULE: ./build/src/operations/issuing/activation.js + 2 modules
var issuing_activation = __webpack_require__(1669);
// EXTERNAL MODULE: ./build/src/operations/issuing/issue-token.js
var issue_token = __webpack_require__(3005);
// EXTERNAL MODULE: ./build/src/operations/issuing/retag.js
var retag = __webpack_require__(8981);
// EXTERNAL MODULE: ./build/src/operations/token-outputs.js
var token_outputs = __webpack_require__(3391);
;// CONCATENATED MODULE: ./build/src/operations/create.js











/**
 * create creates a token, waits until the cluster accepts it, and gives it to the later steps of the job. Until the very
 * last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
 */
async function create(request, deps) {
    const { runner } = deps;
    warnOfRisks(request, deps);
    const databases = await existingDatabases(request, deps);
    (0,granted_databases/* refuseUnknownDatabases */.N0)(request.grants, databases);
    if (request.dryRun)
        return showDryRun(request, deps);
    const ledger = deps.newLedger(request.failOnRevokeError);
    const issued = await (0,issue_token/* issueToken */.R)({
        plainDescription: request.description,
        permissions: request.grants.permissions,
        expiresAt: request.expiresAt,
        kind: 'job',
    }, request.run, ledger, deps);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(issued.token, (0,tokens_token/* tokenStatus */.oH)(issued.token, deps.clock.now())));
    runner.info(`Created token ${issued.token.id} (${(0,tokens_permissions/* describePermissions */.gH)(issued.token.permissions)}).`);
    const activation = await waitUntilActive(request, issued, databases, deps);
    runner.outputs({ active: issuing_activation/* ACTIVE_OUTPUT */.fl[activation.kind] });
    if (request.keep)
        await tagAsKept(request, issued, deps);
    runner.summary(summary(request, issued, activation));
    runner.token(issued.secret);
    if (request.keep)
        ledger.keep(issued.tag.nonce);
}
/** Everything up to the POST was done: the inputs are valid, and the databases were checked. */
function showDryRun(request, { runner }) {
    runner.info('This was a dry run: nothing was created.');
    runner.summary({
        title: 'InfluxDB token: what `create` would do',
        facts: [
            ['For', request.description],
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(request.grants.permissions)],
            ['Expires', (0,token_spec/* describeExpiry */.Ts)(request.expiresAt)],
            ['Revoked', request.keep ? 'by a person' : 'when the job ends'],
        ],
    });
}
function warnOfRisks({ grants, expiresAt, keep }, { runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(grants.permissions, runner);
    if (expiresAt === 'never') {
        runner.warning('No expiry', keep
            ? 'The token never expires: only a person can end it.'
            : 'The token never expires: should the post step not revoke it, only a person can end it.');
    }
}
/** Asks only where the list is needed: to check names, to find one to probe `*` with, or to learn the path form. */
async function existingDatabases({ grants, activationTimeoutMs }, { api }) {
    const { permissions } = grants;
    const probesAny = activationTimeoutMs > 0 && permissions.length > 0 && !(0,probe/* probeTarget */.U)(permissions, []);
    if (!(0,granted_databases/* mustKnowDatabases */.ZZ)(grants) && !probesAny && api.located)
        return [];
    try {
        return await api.databases();
    }
    catch (error) {
        throw (0,errors/* withContext */.eQ)(error, 'No token was created.');
    }
}
/** Throws a Failure when the cluster did not accept the token in time. */
async function waitUntilActive({ activationTimeoutMs }, { token, secret }, databases, deps) {
    const check = await (0,issuing_activation/* checkActivation */.ZB)({ ...token, secret }, { databases, timeoutMs: activationTimeoutMs }, deps);
    if (check.kind === 'refused') {
        throw new errors/* Failure */.HR('Token not accepted', `${check.why} The post step revokes it. ${issuing_activation/* ACTIVATION_HINTS */.qq.refused}`);
    }
    if (check.kind === 'unreachable') {
        deps.runner.warning('Token not probed', `${check.why} ${issuing_activation/* ACTIVATION_HINTS */.qq.unreachable}`);
    }
    return check;
}
/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request, { token, tag }, { api }) {
    const description = (0,tokens_tag/* formatTagged */.cy)(request.description, { ...tag, kind: 'kept' });
    const retagging = await (0,retag/* retag */.s)(token.id, description, api);
    if (retagging.kind === 'done')
        return;
    const why = retagging.kind === 'revoked' ? 'The server shows it as revoked.' : retagging.why;
    throw new errors/* Failure */.HR('Token not kept', `${why} Token ${token.id} is not kept: the post step revokes it.`);
}
function summary(request, { token }, { kind }) {
    const facts = [
        ['Token', token.id],
        ['For', request.description],
        ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
        ['Expires', (0,token_spec/* describeExpiry */.Ts)(token.expiresAt)],
        ['Accepted by the cluster', issuing_activation/* ACTIVATION_FACT */.yQ[kind]],
        ['Revoked', request.keep ? 'by a person' : 'when this job ends'],
    ];
    return { title: 'InfluxDB token created', facts };
}

;// CONCATENATED MODULE: ./build/src/operations/existing-token.js

/**
 * existingToken reads a token that must be there, with the time of the response. Throws a
 * Failure for an id that the cluster does not know.
 */
async function existingToken(id, api) {
    const { token, clocks } = await api.findToken(id);
    if (token)
        return { token, clocks };
    throw new errors/* Failure */.HR('Token not found', `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`);
}

;// CONCATENATED MODULE: ./build/src/operations/get.js






/** get shows what the server knows of one token, alive or not. */
async function get({ tokenId }, { api, runner }) {
    const { token, clocks } = await existingToken(tokenId, api);
    const status = (0,tokens_token/* tokenStatus */.oH)(token, clocks.forRenewing);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(token, status));
    runner.info(`Token ${token.id} is ${status}.`);
    runner.summary({
        title: 'InfluxDB token',
        facts: [
            ['Token', token.id],
            ['For', (0,tokens_tag/* plainDescription */.$Y)(token.description)],
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(token.permissions)],
            ['Created', (0,token_spec/* describeDate */.eG)(token.createdAt)],
            ['Expires', (0,token_spec/* describeExpiry */.Ts)(token.expiresAt)],
            ['Status', status],
        ],
    });
}

// EXTERNAL MODULE: ./build/src/operations/ledger.js
var ledger = __webpack_require__(7204);
;// CONCATENATED MODULE: ./build/src/operations/list.js






/** As many bars as a chart can hold that is looked at and not searched. */
const MAX_BARS = 12;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
/** list shows which tokens there are, of those that are asked for. */
async function list({ filter, failOnMatch }, deps) {
    const { api, runner } = deps;
    const { tokens, clocks } = await api.tokens();
    const now = clocks.forRenewing;
    const listed = (0,listing/* listTokens */.dh)(tokens, filter, now);
    const json = (0,listing/* formatTokens */._y)(listed);
    outputTokens(json, listed.length, deps);
    runner.info(`${(0,base_text/* formatCount */.B4)(listed.length)} of the cluster's ${(0,base_text/* formatCount */.B4)(tokens.length)} tokens are listed.`);
    warnOfUnreadable((0,listing/* unreadableExpiries */.Xt)(tokens, filter, now).length, runner);
    const byExpiry = listed.toSorted(listing/* nextToExpireFirst */.iI);
    runner.summary(list_table(byExpiry, now));
    const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MAX_BARS);
    if (bars.length > 0)
        runner.summary({ title: 'What expires next', bars });
    if (failOnMatch && listed.length > 0) {
        throw new errors/* Failure */.HR('Tokens found', `${(0,base_text/* formatCount */.B4)(listed.length)} tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`);
    }
}
function warnOfUnreadable(count, runner) {
    if (count === 0)
        return;
    runner.warning('Expiry not readable', `When ${(0,base_text/* formatCount */.B4)(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`);
}
function list_table(tokens, now) {
    return {
        title: tokens.length === 0 ? 'InfluxDB tokens: none' : `InfluxDB tokens: ${(0,base_text/* formatCount */.B4)(tokens.length)}`,
        head: ['For', 'Kind', 'Databases', 'Expires in', 'Status', 'Token'],
        rows: tokens.map((token) => [
            token.plainDescription,
            token.tag?.kind ?? 'untagged',
            (0,tokens_permissions/* describePermissions */.gH)(token.permissions),
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
    return (0,duration/* formatDuration */.a3)(seconds - (seconds % finest));
}
function barOf({ status, expiresAt, plainDescription }, now) {
    return status === 'active' && typeof expiresAt === 'number'
        ? [{ label: plainDescription, from: now, to: expiresAt }]
        : [];
}

;// CONCATENATED MODULE: ./build/src/operations/revoke.js





/** revoke revokes tokens by ID. An ID that the cluster does not know is a warning: it might be that of another cluster. */
async function revoke_revoke({ tokenIds, dryRun }, deps) {
    if (tokenIds.length === 0) {
        reportIds([], [], deps);
        deps.runner.info('There is no token to revoke.');
        deps.runner.summary({ title: 'InfluxDB tokens: none to revoke', items: [] });
        return;
    }
    if (dryRun) {
        await showWhatWouldHappen(tokenIds, deps);
        return;
    }
    await locate(tokenIds, deps);
    revoke_report(await (0,revoke_tokens/* revokeTokens */.xU)({ ids: tokenIds, known: false }, deps), deps);
}
/** A write must not find out which form of paths the server has. */
async function locate(tokenIds, deps) {
    try {
        await deps.api.locate();
    }
    catch (error) {
        reportIds([], tokenIds, deps);
        throw (0,errors/* withContext */.eQ)(error, 'No token was revoked.');
    }
}
/** Throws Failures when a token might be alive. */
function revoke_report(outcomes, deps) {
    const { runner } = deps;
    const failed = reportOutcomes(outcomes, deps);
    runner.summary({
        title: `InfluxDB tokens: ${countOutcomes(outcomes)}`,
        head: ['Token', 'Outcome'],
        rows: outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
    });
    if (failed.length > 0)
        throw new errors/* Failures */.oo(failuresOf(failed));
}
async function showWhatWouldHappen(tokenIds, deps) {
    const { api, runner } = deps;
    const { tokens, clocks } = await api.tokens();
    const tokenById = (0,tokens_token/* indexById */.RX)(tokens);
    const rows = tokenIds.map((id) => {
        const token = tokenById(id);
        if (!token)
            return [id, '', 'is not found: check account-id and cluster-id'];
        const would = (0,tokens_token/* isConfirmedRevoked */.KU)(token)
            ? 'is revoked already'
            : `would be revoked (it is ${(0,tokens_token/* tokenStatus */.oH)(token, clocks.forRenewing)})`;
        return [id, (0,tokens_tag/* plainDescription */.$Y)(token.description), would];
    });
    for (const [id, , would] of rows)
        runner.info(`Token ${id} ${would}.`);
    warnOfNotFound(tokenIds.filter((id) => !tokenById(id)), deps);
    reportIds([], [], deps);
    runner.info('This was a dry run: nothing was changed.');
    runner.summary({
        title: 'InfluxDB tokens: what a revocation would do',
        head: ['Token', 'For', 'Outcome'],
        rows,
    });
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/base/server-text.js
var server_text = __webpack_require__(8267);
;// CONCATENATED MODULE: ./build/src/tokens/update-plan.js




/** planUpdate compares a token with what it shall become. It counts as expired when the server says so. Pure. */
function planUpdate(token, order, { forRenewing }) {
    const status = (0,tokens_token/* tokenStatus */.oH)(token, forRenewing);
    if (status === 'revoked')
        return { kind: 'refused', why: 'it is revoked' };
    if (status === 'expired') {
        return { kind: 'refused', why: `it expired at ${(0,token_spec/* describeExpiry */.Ts)(token.expiresAt)}` };
    }
    const description = order.description === undefined
        ? token.description
        : (0,tokens_tag/* withPlainDescription */.pj)(token.description, order.description);
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

;// CONCATENATED MODULE: ./build/src/operations/update.js










/** update changes what a token is for or what it grants: only what differs is sent, and its tag stays. */
async function update(request, deps) {
    const { api, runner } = deps;
    const { token, clocks } = await existingToken(request.tokenId, api);
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
        runner.summary(update_summary('InfluxDB token: what an update would change', token, plan));
        return;
    }
    const updated = await change(token, plan, api);
    runner.outputs((0,token_outputs/* tokenOutputs */.Q)(updated, (0,tokens_token/* tokenStatus */.oH)(updated, clocks.forRenewing)));
    refuseDeviations({ ...token, ...plan.change }, updated);
    runner.outputs({ changed: 'true' });
    runner.info(`Updated token ${token.id}.`);
    runner.summary(update_summary('InfluxDB token updated', token, plan));
}
function notUpdatable({ id }, why) {
    return new errors/* Failure */.HR('Token not updated', `Token ${id} cannot be updated, since ${why}. Nothing was changed. Create a new one (\`operation: create\`).`);
}
async function checkGrants(grants, { api, runner }) {
    (0,granted_databases/* warnOfAnyDatabase */.Fp)(grants.permissions, runner);
    if (!(0,granted_databases/* mustKnowDatabases */.ZZ)(grants))
        return;
    const existing = await api.databases().catch((error) => {
        throw (0,errors/* withContext */.eQ)(error, 'The token was not changed.');
    });
    (0,granted_databases/* refuseUnknownDatabases */.N0)(grants, existing);
}
async function change({ id }, plan, api) {
    const updated = await api.updateToken(id, plan.change).catch((error) => {
        throw (0,errors/* withContext */.eQ)(error, `Whether token ${id} was changed shows \`operation: get\`; to update it again does no harm.`);
    });
    if (!updated)
        throw revokedMeanwhile(id);
    return updated;
}
/** The response counts and not the request: it must show what was sent, and what was not sent must not have changed. */
function refuseDeviations(wanted, updated) {
    const { id } = wanted;
    if (updated.revokedAt !== 'unset')
        throw revokedMeanwhile(id);
    const asWanted = updated.description === wanted.description &&
        (0,tokens_permissions/* samePermissions */.hq)(updated.permissions, wanted.permissions) &&
        updated.expiresAt === wanted.expiresAt;
    if (asWanted)
        return;
    throw new errors/* Failure */.HR('Not updated as asked', `After the update, token ${id} is not as asked: it grants ${(0,server_text/* markServerText */.k)(`"${(0,tokens_permissions/* describePermissions */.gH)(updated.permissions)}"`)}, ` +
        `expires ${(0,token_spec/* describeExpiry */.Ts)(updated.expiresAt)}, and has the description ${(0,server_text/* markServerText */.k)(`"${updated.description}"`)}. Did somebody ` +
        'else change it at the same time? To update it again does no harm.');
}
function revokedMeanwhile(id) {
    return new errors/* Failure */.HR('Token revoked', `Token ${id} has been revoked in the meantime: it grants nothing any more. Create a new one.`);
}
function differences(token, { change: { description }, added, removed }) {
    return [
        ...(added.length > 0 ? [`Adds ${(0,tokens_permissions/* describePermissions */.gH)(added)}.`] : []),
        ...(removed.length > 0 ? [`Removes ${(0,server_text/* markServerText */.k)((0,tokens_permissions/* describePermissions */.gH)(removed))}.`] : []),
        ...(description === undefined
            ? []
            : [
                `Describes it as "${(0,tokens_tag/* plainDescription */.$Y)(description)}" instead of ${(0,server_text/* markServerText */.k)(`"${(0,tokens_tag/* plainDescription */.$Y)(token.description)}"`)}.`,
            ]),
    ];
}
function update_summary(title, token, { change: { description, permissions }, added, removed }) {
    return {
        title,
        facts: [
            ['Token', token.id],
            ['For', (0,tokens_tag/* plainDescription */.$Y)(description ?? token.description)],
            ...(description === undefined ? [] : [['Was for', (0,tokens_tag/* plainDescription */.$Y)(token.description)]]),
            ['Grants', (0,tokens_permissions/* describePermissions */.gH)(permissions ?? token.permissions)],
            ...(added.length > 0 ? [['Added', (0,tokens_permissions/* describePermissions */.gH)(added)]] : []),
            ...(removed.length > 0 ? [['Removed', (0,tokens_permissions/* describePermissions */.gH)(removed)]] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/run-operation.js


















/** runOperation wires the real parts and runs one operation. Throws what the operation throws. */
async function runOperation(request, runner, secrets) {
    const { credential, trusted, clusterUrl, retryPolicy } = request.connection;
    const node = (0,trust/* nodeTrust */.DF)(process);
    const additions = (0,trust/* describeAdditions */.h6)(node);
    if (additions !== undefined)
        runner.info(additions);
    const { anchors, fingerprints } = (0,trust/* trustOfMain */.d6)(trusted, node);
    const transport = new http_transport/* HttpTransport */.G(anchors);
    // One for each server: what one server's Retry-After holds back is not the other's business.
    const management = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, retryPolicy);
    // A transport of its own: on Clustered, a probe must not use a connection that the API left open to one replica.
    const data = new requests/* Requests */.lv(new http_transport/* HttpTransport */.G(anchors), clock/* systemClock */.m, Math.random, runner.info, retryPolicy);
    const github = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, {
        ...retryPolicy,
        retryRule: rate_limit/* githubRetryRule */.SD,
    });
    const api = new client/* ManagementApi */.w(management, clock/* systemClock */.m, {
        credential,
        candidates: (0,endpoint/* candidateEndpoints */.I)(request.connection),
        observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning/* clockWarning */.h)(runner) },
    });
    const save = (text) => runner.saveState(text === '' ? '' : (0,sealed_ledger/* sealLedger */.po)(text, credential.secret));
    await run(request, github, {
        api,
        dataPlane: new probe/* DataPlane */.d(data, clusterUrl),
        retryControl: management,
        runner,
        clock: clock/* systemClock */.m,
        nonce: randomNonce,
        newLedger: (failOnRevokeError) => new ledger/* Ledger */.Oc(save, { endpoint: api.endpoint, retryPolicy, fingerprints, failOnRevokeError }),
    });
}
/** What is large and what few need is loaded when it is asked for: the rotation, and what speaks to GitHub. */
async function run(request, requests, deps) {
    switch (request.operation) {
        case 'create':
            return create(request, deps);
        case 'get':
            return get(request, deps);
        case 'list':
            return list(request, deps);
        case 'update':
            return update(request, deps);
        case 'revoke':
            return revoke_revoke(request, deps);
        case 'rotate': {
            const { rotate } = await __webpack_require__.e(/* import() */ 164).then(__webpack_require__.bind(__webpack_require__, 7164));
            const { secretStore, workflowRuns } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 3454));
            const { githubApiUrl } = request.run;
            const secrets = secretStore(githubApiUrl, request.storeToken, requests);
            const runs = workflowRuns(githubApiUrl, request.githubToken, requests);
            return rotate(request, { ...deps, github: { ...secrets, ...runs } });
        }
        case 'cleanup': {
            const { workflowRuns } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 3454));
            const github = workflowRuns(request.run.githubApiUrl, request.githubToken, requests);
            return cleanup(request, { ...deps, github, cancelled: (0,concurrency/* cancellationOf */.zg)(process) });
        }
        default:
            throw new Error(`nobody carries out ${request}`);
    }
}
const BYTES = 8;
/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
function randomNonce() {
    return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
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