"use strict";
exports.id = 505;
exports.ids = [505];
exports.modules = {

/***/ 9505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carryOut: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./build/src/cancellation.js
var cancellation = __webpack_require__(2091);
// EXTERNAL MODULE: ./build/src/clock.js
var clock = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/data-plane/probe.js + 1 modules
var probe = __webpack_require__(5802);
// EXTERNAL MODULE: ./build/src/github/rate-limit.js
var rate_limit = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/http/requests.js
var requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 2 modules
var http_transport = __webpack_require__(5419);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/management-api/place.js
var place = __webpack_require__(6038);
;// CONCATENATED MODULE: ./build/src/nonce.js
const BYTES = 8;
/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
function randomNonce() {
    return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
}

// EXTERNAL MODULE: ./build/src/operations/clock-warning.js
var clock_warning = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/operations/ledger.js
var ledger = __webpack_require__(7204);
// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
;// CONCATENATED MODULE: ./build/src/carry-out.js













/** carryOut wires the real parts and runs one operation. Throws what the operation throws. */
async function carryOut(request, runner, secrets) {
    const { credential, trusted, clusterUrl, tries } = request.connection;
    const node = (0,trust/* nodeTrust */.DF)(process);
    const additions = (0,trust/* describeAdditions */.h6)(node);
    if (additions !== undefined)
        runner.info(additions);
    const { anchors, fingerprints } = (0,trust/* trustOfMain */.d6)(trusted, node);
    const transport = new http_transport/* HttpTransport */.G(anchors);
    // One for each server: what one server's Retry-After holds back is not the other's business.
    const management = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, tries);
    // A transport of its own: on Clustered, a probe must not use a connection that the API left open to one replica.
    const data = new requests/* Requests */.lv(new http_transport/* HttpTransport */.G(anchors), clock/* systemClock */.m, Math.random, runner.info, tries);
    const github = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, {
        ...tries,
        retryRule: rate_limit/* githubRetryRule */.SD,
    });
    const api = new client/* ManagementApi */.w(management, clock/* systemClock */.m, {
        credential,
        places: (0,place/* possiblePlaces */.W)(request.connection),
        observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning/* clockWarning */.h)(runner) },
    });
    const save = (text) => runner.saveState(text === '' ? '' : (0,sealed_ledger/* sealLedger */.po)(text, credential.secret));
    await run(request, github, {
        api,
        dataPlane: new probe/* DataPlane */.d(data, clusterUrl),
        pacing: management,
        runner,
        clock: clock/* systemClock */.m,
        nonce: randomNonce,
        newLedger: (failOnRevokeError) => new ledger/* Ledger */.Oc(save, { place: api.place, tries, fingerprints, failOnRevokeError }),
    });
}
/** Each operation is loaded when it is asked for. */
async function run(request, requests, deps) {
    switch (request.operation) {
        case 'create':
            return (await Promise.all(/* import() */[__webpack_require__.e(138), __webpack_require__.e(709)]).then(__webpack_require__.bind(__webpack_require__, 9709))).create(request, deps);
        case 'get':
            return (await __webpack_require__.e(/* import() */ 493).then(__webpack_require__.bind(__webpack_require__, 9493))).get(request, deps);
        case 'list':
            return (await __webpack_require__.e(/* import() */ 29).then(__webpack_require__.bind(__webpack_require__, 3029))).list(request, deps);
        case 'update':
            return (await __webpack_require__.e(/* import() */ 944).then(__webpack_require__.bind(__webpack_require__, 944))).update(request, deps);
        case 'revoke':
            return (await __webpack_require__.e(/* import() */ 995).then(__webpack_require__.bind(__webpack_require__, 7995))).revoke(request, deps);
        case 'rotate': {
            const { rotate } = await Promise.all(/* import() */[__webpack_require__.e(138), __webpack_require__.e(851)]).then(__webpack_require__.bind(__webpack_require__, 7851));
            const { secretStore, workflowRuns } = await __webpack_require__.e(/* import() */ 810).then(__webpack_require__.bind(__webpack_require__, 8810));
            const { githubApiUrl } = request.run;
            const secrets = secretStore(githubApiUrl, request.storeToken, requests);
            const runs = workflowRuns(githubApiUrl, request.githubToken, requests);
            return rotate(request, { ...deps, github: { ...secrets, ...runs } });
        }
        case 'cleanup': {
            const { cleanup } = await __webpack_require__.e(/* import() */ 141).then(__webpack_require__.bind(__webpack_require__, 141));
            const { workflowRuns } = await __webpack_require__.e(/* import() */ 810).then(__webpack_require__.bind(__webpack_require__, 8810));
            const github = workflowRuns(request.run.githubApiUrl, request.githubToken, requests);
            return cleanup(request, { ...deps, github, cancelled: (0,cancellation/* cancellationOf */.zg)(process) });
        }
        default:
            throw new Error(`nobody carries out ${request}`);
    }
}


/***/ }),

/***/ 5802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ DataPlane),
  U: () => (/* binding */ probeTarget)
});

// EXTERNAL MODULE: ./build/src/failure.js
var failure = __webpack_require__(2388);
// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/http/excerpt.js
var excerpt = __webpack_require__(9490);
// EXTERNAL MODULE: ./build/src/http/http-date.js
var http_date = __webpack_require__(1304);
// EXTERNAL MODULE: ./build/src/http/json.js
var http_json = __webpack_require__(8637);
;// CONCATENATED MODULE: ./build/src/data-plane/probe-result.js



/**
 * readProbeResponse classifies the response to a probe. A status alone proves nothing: a login page also responds with
 * 200. A data plane checks the token before it parses a write, so its own 400 accepts the token.
 */
function readProbeResponse(action, response, holdMs) {
    const { status } = response;
    const serverTime = (0,http_date/* parseHttpDate */.m)(response.headers.date ?? '');
    if (status === 401 || status === 403) {
        const why = (0,excerpt/* isHtml */._6)(response) ? describe(response) : describeStatus(response);
        return { kind: 'refused', why, serverTime };
    }
    if (action === 'write' && status === 204)
        return { kind: 'accepted', serverTime };
    const [provingStatus, fields] = PROOF[action];
    if (status === provingStatus) {
        return isObjectWithAny(fields, response.body)
            ? { kind: 'accepted', serverTime }
            : { kind: 'unclear', why: describe(response), holdMs };
    }
    return { kind: status === 404 ? 'not-found' : 'unclear', why: describe(response), holdMs };
}
/** A body that only InfluxDB sends with this status is a JSON object with one of these fields. */
const PROOF = {
    read: [200, ['results', 'error']],
    write: [400, ['code', 'message', 'error']],
};
function isObjectWithAny(fields, body) {
    const json = (0,http_json/* parseShortJson */.MN)(body);
    if (typeof json !== 'object' || json === null || Array.isArray(json))
        return false;
    // A field of null or "" is how other services say that there was no error.
    return fields.some((field) => {
        const value = Object.hasOwn(json, field) ? json[field] : undefined;
        return value !== undefined && value !== null && value !== '';
    });
}
function describe(response) {
    return `${describeStatus(response)} with ${(0,excerpt/* describeBody */.MP)(response)}`;
}
function describeStatus({ status }) {
    return `\`cluster-url\` responded ${status}`;
}

;// CONCATENATED MODULE: ./build/src/data-plane/probe.js




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
            const response = await this.#requests.once(this.#request(target, token), timeoutMs);
            return readProbeResponse(target.action, response, this.#requests.heldForMs);
        }
        catch (error) {
            if (error instanceof network_error/* NetworkError */.Dr)
                return { kind: 'no-response', why: error.message };
            if (error instanceof failure/* Failure */.HR)
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
        const named = granted.find((permission) => permission.resource !== tokens_permissions/* ANY_DATABASE */.fY)?.resource;
        const database = named ?? (granted.length > 0 ? existing[0] : undefined);
        if (database !== undefined)
            return { action, database };
    }
    return undefined;
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
/* harmony import */ var _http_http_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1304);
/* harmony import */ var _http_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(441);
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6282);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8408);




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
    const date = (0,_http_http_date_js__WEBPACK_IMPORTED_MODULE_0__/* .parseHttpDate */ .m)(headers.date ?? '');
    return (retryAfterMs(headers['retry-after'], date) ??
        untilReset(headers, date) ??
        (namesRateLimit(response) ? DEFAULT_WAIT_MS : undefined));
}
/** rateLimitAdvice is the advice in a rate-limited response; undefined when the pause is too long to wait for. */
function rateLimitAdvice(response) {
    const waitMs = rateLimitWaitMs(response);
    return waitMs === undefined || waitMs <= _http_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_RETRY_AFTER_MS */ .Q ? { waitMs } : undefined;
}
/** githubRetryRule waits for GitHub's rate limits, whatever their status, in addition to what HTTP itself says. */
const githubRetryRule = (response, now) => isRateLimited(response) ? rateLimitAdvice(response) : (0,_http_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .httpRetryRule */ .BJ)(response, now);
/** In its form as a date the header means nothing without the date of the response. */
function retryAfterMs(value, date) {
    const isSeconds = /^\s*\d+\s*$/.test(value ?? '');
    return isSeconds || date !== undefined ? (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRetryAfter */ .m)(value, date ?? 0) : undefined;
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
    return /rate limit/i.test((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOwnError */ .Ik)(body) ?? '');
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
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8637);
/* harmony import */ var _tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7852);



/** Whether anything can be encrypted for a key is not a matter of its syntax alone. */
const key = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ key_id: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj(), key: _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj() })
    .map((answer) => ({ id: answer.key_id, publicKey: answer.key }));
const instant = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj().chain((text) => {
    const parsed = (0,_tokens_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(text);
    return parsed === undefined ? _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q('not a date') : _badrap_valita__WEBPACK_IMPORTED_MODULE_1__.ok(parsed);
});
const secret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ updated_at: instant });
const visibility = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('all'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('private'), _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu('selected'));
const organizationSecret = _badrap_valita__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik({ updated_at: instant, visibility })
    .map((answer) => ({ storedAt: answer.updated_at, visibility: answer.visibility }));
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
/** parseKey reads what secrets are sealed for; undefined when the answer is none. */
function parseKey(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(key, body);
}
/**
 * parseSecret reads when a secret was last written, in milliseconds since 1970; undefined when the answer shows no
 * secret.
 */
function parseSecret(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(secret, body)?.updated_at;
}
/** parseOrganizationSecret reads that of an organization's secret, and who sees it; undefined when it shows none. */
function parseOrganizationSecret(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(organizationSecret, body);
}
/** parseRepositories reads one page of a list of repositories; undefined when it is none. */
function parseRepositories(body) {
    const page = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(repositories, body);
    return page && { total: page.total_count, ids: page.repositories.map(({ id }) => id) };
}
/** parseRun reads a workflow run, whichever it is; undefined when the response is none. */
function parseRun(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(run, body);
}
/** parseOwnError reads GitHub's own reason in a refusal; undefined for what a server or proxy in front of it sends. */
function parseOwnError(body) {
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShortBody */ .Ey)(ownError, body)?.message;
}
/** isOwn404 tells GitHub's own "not found" from that of a server or proxy in front of it, which has no message. */
function isOwn404({ status, body }) {
    return status === 404 && parseOwnError(body) !== undefined;
}


/***/ })

};
;