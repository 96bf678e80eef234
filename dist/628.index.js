"use strict";
exports.id = 628;
exports.ids = [628];
exports.modules = {

/***/ 9884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   zg: () => (/* binding */ cancellationOf)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);

/**
 * cancellationOf is aborted when the job is cancelled: GitHub's runner sends SIGINT, and 7.5 s later SIGTERM. Whoever asks for
 * it has to come to an end by itself; without it a signal ends the process at once.
 */
function cancellationOf(process) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    return controller.signal;
}
/** unlessCancelled gives up waiting when the job is cancelled. Throws a Failure then, with what is true now. */
async function unlessCancelled(work, cancelled, consequence) {
    return await Promise.race([
        work,
        aborted(cancelled).then(() => {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Cancelled', `The job was cancelled. ${consequence}`);
        }),
    ]);
}
/** aborted resolves when a signal is aborted, and never without. */
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carryOut: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./build/cancellation.js
var cancellation = __webpack_require__(9884);
// EXTERNAL MODULE: ./build/clock.js
var clock = __webpack_require__(837);
// EXTERNAL MODULE: ./build/data-plane/probe.js
var probe = __webpack_require__(169);
// EXTERNAL MODULE: ./build/http/requests.js + 1 modules
var requests = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/http/transport.js + 1 modules
var http_transport = __webpack_require__(1481);
// EXTERNAL MODULE: ./build/management-api/client.js
var client = __webpack_require__(3751);
// EXTERNAL MODULE: ./build/management-api/place.js
var place = __webpack_require__(3609);
;// CONCATENATED MODULE: ./build/nonce.js
const BYTES = 8;
/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
function randomNonce() {
    return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
}

// EXTERNAL MODULE: ./build/secret.js
var secret = __webpack_require__(1623);
;// CONCATENATED MODULE: ./build/carry-out.js









/** carryOut wires the real parts and runs one operation. Throws what the operation throws. */
async function carryOut(request, runner, secrets) {
    const { credential, trusted, clusterUrl, tries } = request.connection;
    const transport = new http_transport/* HttpTransport */.G(trusted);
    // One for each server: what one server's Retry-After holds back is not the other's business.
    const management = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, tries);
    const data = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, tries);
    const github = new requests/* Requests */.lv(transport, clock/* systemClock */.m, Math.random, runner.info, tries);
    await run(request, github, {
        api: new client/* ManagementApi */.w(management, clock/* systemClock */.m, credential, (0,place/* possiblePlaces */.W)(request.connection), (secret) => secrets.mask(secret)),
        dataPlane: new probe/* DataPlane */.d(data, clusterUrl),
        pacing: management,
        runner,
        clock: clock/* systemClock */.m,
        nonce: randomNonce,
    });
}
/**
 * Each operation is loaded when it is asked for. Those that have most of their code in common are packed together, under
 * one `webpackChunkName`: dist/ would hold it twice.
 */
async function run(request, requests, deps) {
    switch (request.operation) {
        case 'create':
            return (await Promise.all(/* import() */[__webpack_require__.e(71), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 7724))).create(request, deps);
        case 'get':
            return (await __webpack_require__.e(/* import() */ 26).then(__webpack_require__.bind(__webpack_require__, 1026))).get(request, deps);
        case 'list':
            return (await __webpack_require__.e(/* import() */ 212).then(__webpack_require__.bind(__webpack_require__, 4212))).list(request, deps);
        case 'update':
            return (await __webpack_require__.e(/* import() */ 139).then(__webpack_require__.bind(__webpack_require__, 7139))).update(request, deps);
        case 'revoke':
            return (await __webpack_require__.e(/* import() | revoking */ 332).then(__webpack_require__.bind(__webpack_require__, 8870))).revoke(request, deps);
        case 'rotate': {
            const { rotate } = await Promise.all(/* import() | rotation */[__webpack_require__.e(71), __webpack_require__.e(901)]).then(__webpack_require__.bind(__webpack_require__, 6436));
            return rotate(request, { ...deps, github: await connectGithub(request, requests) });
        }
        case 'cleanup': {
            const { cleanup } = await __webpack_require__.e(/* import() | revoking */ 332).then(__webpack_require__.bind(__webpack_require__, 6788));
            const github = await connectGithub(request, requests);
            return cleanup(request, { ...deps, github, cancelled: (0,cancellation/* cancellationOf */.zg)(process) });
        }
        default:
            throw new Error(`nobody carries out ${request}`);
    }
}
async function connectGithub({ run, githubToken, ...others }, requests) {
    const { githubApi } = await __webpack_require__.e(/* import() */ 873).then(__webpack_require__.bind(__webpack_require__, 7873));
    const storeToken = 'storeToken' in others ? others.storeToken : new secret/* Secret */.z('');
    return githubApi({ apiUrl: run.githubApiUrl, storeToken, githubToken }, requests);
}


/***/ }),

/***/ 169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ probeTarget),
/* harmony export */   d: () => (/* binding */ DataPlane)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5961);
/* harmony import */ var _http_network_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5045);
/* harmony import */ var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9086);



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
    /** probe asks once, for at most so many milliseconds, whether the cluster accepts a token. Never throws for an answer. */
    async probe(target, token, timeoutMs) {
        try {
            const { status } = await this.#requests.once(this.#request(target, token), timeoutMs);
            return reading(target.action, status, this.#requests.heldForMs);
        }
        catch (error) {
            if (error instanceof _http_network_error_js__WEBPACK_IMPORTED_MODULE_1__/* .NetworkError */ .Dr)
                return { kind: 'unreachable', why: error.message };
            if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
                return { kind: 'turned-away', why: error.message };
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
        const named = granted.find((permission) => permission.resource !== _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .ANY_DATABASE */ .fY)?.resource;
        const database = named ?? (granted.length > 0 ? existing[0] : undefined);
        if (database !== undefined)
            return { action, database };
    }
    return undefined;
}
/** Not yet active is 401 or 403, depending on version and proxy. A 400 to a write came after authorization. */
function reading(action, status, holdMs) {
    const why = `the cluster answered ${status}`;
    if (status === 401 || status === 403)
        return { kind: 'refused', why };
    const accepted = action === 'read' ? status === 200 : status === 204 || status === 400;
    return accepted ? { kind: 'accepted' } : { kind: 'unclear', why, holdMs };
}


/***/ })

};
;