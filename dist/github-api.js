"use strict";
exports.id = 454;
exports.ids = [454];
exports.modules = {

/***/ 3454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  secretStore: () => (/* binding */ secretStore),
  workflowRuns: () => (/* binding */ workflowRuns)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
;// CONCATENATED MODULE: ./build/src/github/exchange.js


const API_VERSION = '2022-11-28';
class Exchange {
    #api;
    #requests;
    #response;
    constructor(api, requests) {
        this.#api = api;
        this.#requests = requests;
    }
    get response() {
        if (this.#response === undefined)
            throw new Error('Octokit has sent no request');
        return this.#response;
    }
    fetch = async (url, options) => {
        this.#response = this.#send(url, options);
        const link = await this.#response.then(({ headers }) => headers['link'], () => undefined);
        return { status: 204, url, headers: new Map(link === undefined ? [] : [['link', String(link)]]) };
    };
    async #send(url, { method, headers, body }) {
        const request = {
            method,
            url: urlWithin(this.#api, url),
            headers: { ...headers, 'x-github-api-version': API_VERSION },
            ...(body === undefined ? {} : { body }),
        };
        return method === 'GET'
            ? await this.#requests.sendWithRetry(request)
            : await this.#requests.send(request);
    }
}
function urlWithin(api, text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const folder = api.pathname.endsWith('/') ? api.pathname : `${api.pathname}/`;
    if (url?.origin === api.origin && url.pathname.startsWith(folder))
        return url;
    throw new errors/* Failure */.HR('not-safe-to-send', `The action sent no request to ${(0,base_text/* markServerText */.k3)((0,base_text/* quote */.hD)(text))}, because this URL is not within GitHub's API at ` +
        `${api.origin}${folder}. Check GITHUB_API_URL, and whether a proxy changes GitHub's responses.`);
}

;// CONCATENATED MODULE: ./build/src/github/octokit.js
const ENVIRONMENT_TO_LOAD_IN = { GITHUB_EVENT_PATH: undefined, GITHUB_API_URL: 'http://localhost' };
let loading;
function loadGetOctokit() {
    loading ??= load();
    return loading;
}
async function load() {
    const { GITHUB_EVENT_PATH, GITHUB_API_URL } = process.env;
    setEnvironment(ENVIRONMENT_TO_LOAD_IN);
    try {
        return (await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413))).getOctokit;
    }
    finally {
        setEnvironment({ GITHUB_EVENT_PATH, GITHUB_API_URL });
    }
}
function setEnvironment(variables) {
    for (const [name, value] of Object.entries(variables)) {
        if (value === undefined)
            delete process.env[name];
        else
            process.env[name] = value;
    }
}

;// CONCATENATED MODULE: ./build/src/github/client.js




function githubClient(credential, apiUrl, requests) {
    return {
        async send(call) {
            const exchange = new Exchange(parseApiUrl(apiUrl), requests);
            await call(await octokitFor(credential, apiUrl, exchange));
            return await exchange.response;
        },
        async *pages(list) {
            const exchange = new Exchange(parseApiUrl(apiUrl), requests);
            const pages = list(await octokitFor(credential, apiUrl, exchange));
            for await (const _ of pages)
                yield await exchange.response;
        },
    };
}
function parseApiUrl(apiUrl) {
    if (URL.canParse(apiUrl))
        return new URL(apiUrl);
    throw new errors/* Failure */.HR('not-safe-to-send', `GITHUB_API_URL is ${(0,base_text/* quote */.hD)(apiUrl)}, which is not a URL, so GitHub was not asked. The runner sets this variable, for ` +
        'example to `https://api.github.com`.');
}
async function octokitFor({ token, input }, baseUrl, { fetch }) {
    if (token.reveal() === '') {
        throw new errors/* Failure */.HR('no-github-token', `\`${input}\` is empty, so GitHub could not be asked. Set it to a token.`);
    }
    const getOctokit = await loadGetOctokit();
    const octokit = getOctokit(token.reveal(), { baseUrl, request: { fetch } });
    octokit.hook.before('request', refuseDots);
    return octokit;
}
function refuseDots(parameters) {
    const dots = Object.values(parameters).find((value) => typeof value === 'string' && /^\.{0,2}$/.test(value));
    if (dots !== undefined) {
        throw new errors/* Failure */.HR('not-a-name', `"${dots}" is no name, so no request was sent with it in its path.`);
    }
}

// EXTERNAL MODULE: ./build/src/http/retry.js
var retry = __webpack_require__(5589);
// EXTERNAL MODULE: ./build/src/http/body.js
var body = __webpack_require__(9563);
// EXTERNAL MODULE: ./build/src/github/rate-limit.js
var rate_limit = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/github/schemas.js
var schemas = __webpack_require__(8408);
;// CONCATENATED MODULE: ./build/src/github/errors.js





class GithubError extends errors/* Failure */.HR {
    status;
    constructor(action, response, need) {
        const text = (0,body/* excerpt */.Kb)(response);
        const said = text === '' ? `${response.status}` : `${response.status}: ${text}`;
        super(codeOf(response), isFromInBetween(response)
            ? `Something between the runner and GitHub refused the request to ${action} (${said}). ${IN_BETWEEN_HINT}`
            : `GitHub would not ${action} (${said}). ${hint(response, need)}`.trimEnd(), { detail: String(response.status) });
        this.name = 'GithubError';
        this.status = response.status;
    }
}
function unreadable(action, response) {
    throw new errors/* Failure */.HR('unreadable-answer', `GitHub was to ${action} and answered ${response.status}, but with ${(0,body/* describeBody */.MP)(response)}. Check whether a proxy ` +
        'stands in between.');
}
function isFromInBetween(response) {
    const { status, body } = response;
    return ((status === 401 || status === 403) &&
        !(0,rate_limit/* isRateLimited */.Jz)(response) &&
        body.trim() !== '' &&
        (0,schemas/* parseOwnError */.Ik)(body) === undefined);
}
const IN_BETWEEN_HINT = 'GitHub has not seen the request, so this says nothing about the token or its permissions. Check the proxy and the ' +
    'firewall of the runner.';
function codeOf(response) {
    const { status } = response;
    if ((0,rate_limit/* isRateLimited */.Jz)(response))
        return 'githubs-rate-limit-is-used-up';
    if (isFromInBetween(response))
        return 'response-not-from-github';
    if (status === 401)
        return 'github-token-refused';
    if (status === 403)
        return fixFor(response) === undefined ? 'github-token-not-allowed' : 'refused-by-github';
    if (status === 404)
        return 'not-found-on-github';
    return 'github-answered';
}
function hint(response, { input, thing, permission }) {
    const { status } = response;
    if ((0,rate_limit/* isRateLimited */.Jz)(response))
        return rateLimitHint(response);
    if ((0,retry/* isRetryable */.r3)(status))
        return 'This should pass: run the job again later.';
    const fix = fixFor(response);
    if (fix !== undefined)
        return fix(input) || (input === 'github-token' ? permission : '');
    if (status === 401)
        return `The token in \`${input}\` is wrong, expired or revoked. ${permission}`;
    if (status === 403)
        return `The token in \`${input}\` may not do that. ${permission}`;
    if (status === 404) {
        return `Either there is no ${thing}, or the token in \`${input}\` does not see it. ${permission}`;
    }
    if (status >= 300 && status <= 399) {
        return 'Redirects are not followed. A repository that was renamed or moved answers so: use its present name.';
    }
    return '';
}
function rateLimitHint(response) {
    const waitMs = (0,rate_limit/* rateLimitWaitMs */.JR)(response);
    return waitMs !== undefined && waitMs > retry/* MAX_RETRY_AFTER_MS */.yL
        ? `GitHub asks for a pause of ${Math.ceil(waitMs / 1000)} s, and the action waits at most ` +
            `${retry/* MAX_RETRY_AFTER_MS */.yL / 1000} s: run the job again later.`
        : 'The retries were not enough: run the job again later.';
}
const singleSignOn = (input) => `Authorize the token in \`${input}\` for the organization's single sign-on (GitHub settings, Developer settings, ` +
    'Configure SSO), or use the token of a GitHub App.';
const FIXES = [
    { says: /SAML|single sign-on/i, fix: singleSignOn },
    {
        says: /IP allow list|IP address/i,
        fix: () => "Add the runner's IP address to the IP allow list, or use a runner whose address is on it.",
    },
    {
        says: /archived/i,
        fix: () => 'Unarchive the repository, or remove it from the workflow.',
    },
    {
        says: /forbids access via/i,
        fix: (input) => `Give \`${input}\` a token of a kind and lifetime that the organization allows, such as the token of a GitHub App.`,
    },
];
const ABOUT_PERMISSIONS = /not accessible by|must have|permission|rights|scope|^not found$|^forbidden\b/i;
function fixFor({ status, headers, body }) {
    if (status === 403 && /^required\b/i.test(String(headers['x-github-sso'])))
        return singleSignOn;
    const reason = (0,schemas/* parseOwnError */.Ik)(body);
    if (reason === undefined || reason === '' || ![403, 404, 422].includes(status))
        return undefined;
    const known = FIXES.find(({ says }) => says.test(reason));
    if (known)
        return known.fix;
    return ABOUT_PERMISSIONS.test(reason) ? undefined : () => '';
}

;// CONCATENATED MODULE: ./build/src/github/secret-routes.js
const MAX_PAGE_SIZE = 100;
function publicKeyRoute(holder) {
    switch (holder.kind) {
        case 'repository':
            return ({ rest }) => rest.actions.getRepoPublicKey(repositoryOf(holder));
        case 'dependabot':
            return ({ rest }) => rest.dependabot.getRepoPublicKey(repositoryOf(holder));
        case 'environment':
            return ({ rest }) => rest.actions.getEnvironmentPublicKey(environmentOf(holder));
        case 'organization':
            return ({ rest }) => rest.actions.getOrgPublicKey({ org: holder.owner });
    }
}
function secretRoute(holder, secret_name) {
    switch (holder.kind) {
        case 'repository':
            return ({ rest }) => rest.actions.getRepoSecret({ ...repositoryOf(holder), secret_name });
        case 'dependabot':
            return ({ rest }) => rest.dependabot.getRepoSecret({ ...repositoryOf(holder), secret_name });
        case 'environment':
            return ({ rest }) => rest.actions.getEnvironmentSecret({ ...environmentOf(holder), secret_name });
        case 'organization':
            return ({ rest }) => rest.actions.getOrgSecret({ org: holder.owner, secret_name });
    }
}
function writeRoute(holder, secret_name, value) {
    const secret = { secret_name, ...value };
    switch (holder.kind) {
        case 'repository':
            return ({ rest }) => rest.actions.createOrUpdateRepoSecret({ ...repositoryOf(holder), ...secret });
        case 'dependabot':
            return ({ rest }) => rest.dependabot.createOrUpdateRepoSecret({ ...repositoryOf(holder), ...secret });
        case 'environment':
            return ({ rest }) => rest.actions.createOrUpdateEnvironmentSecret({ ...environmentOf(holder), ...secret });
    }
}
function organizationWriteRoute({ owner: org }, secret_name, { value, audience }) {
    const { visibility } = audience;
    const selected = visibility === 'selected' ? { selected_repository_ids: [...audience.repositoryIds] } : undefined;
    return ({ rest }) => rest.actions.createOrUpdateOrgSecret({ org, secret_name, ...value, visibility, ...selected });
}
function selectedRepositoriesRoute(org, secret_name) {
    return ({ paginate, rest }) => paginate.iterator(rest.actions.listSelectedReposForOrgSecret, {
        org,
        secret_name,
        per_page: MAX_PAGE_SIZE,
    });
}
function repositoryOf({ owner, repo }) {
    return { owner, repo };
}
function environmentOf(holder) {
    return { ...repositoryOf(holder), environment_name: holder.environment };
}
const PERMISSIONS = {
    repository: 'Secrets: write',
    environment: 'Environments: write',
    dependabot: 'Dependabot secrets: write',
    organization: 'Organization secrets: write',
};
function holderKey({ kind, ...names }) {
    return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}
function needFor(holder) {
    const location = holder.kind === 'organization' ? holder.owner : `${holder.owner}/${holder.repo}`;
    return {
        input: 'store-token',
        thing: describe(holder),
        permission: `It takes \`${PERMISSIONS[holder.kind]}\` on ${location}, which a GitHub App or a fine-grained personal access ` +
            "token can be given, and the job's own GITHUB_TOKEN never.",
    };
}
function describe(holder) {
    if (holder.kind === 'organization')
        return `organization ${holder.owner}`;
    const repository = `repository ${holder.owner}/${holder.repo}`;
    return holder.kind === 'environment' ? `environment "${holder.environment}" in ${repository}` : repository;
}

;// CONCATENATED MODULE: ./build/src/github/read-secret.js





async function look(target, client, keys) {
    const key = await keys.for(target);
    const { storedAt, response } = await readSecret(target, client);
    return { target, key, storedAt, date: (0,retry/* parseHttpDate */.m6)(response.headers.date ?? '') };
}
async function readSecret(target, client) {
    const { holder, name, label } = target;
    if (holder.kind === 'organization')
        return readOrganizationSecret(target, client);
    const action = `show ${label}`;
    const response = await client.send(secretRoute(holder, name));
    if ((0,schemas/* isOwn404 */.LN)(response))
        return { storedAt: 'absent', response };
    if (response.status !== 200)
        throw new GithubError(action, response, needFor(holder));
    return { storedAt: (0,schemas/* parseSecret */.o7)(response.body) ?? unreadable(action, response), response };
}
const MAX_REPOSITORIES = 100_000;
async function readOrganizationSecret(target, client) {
    const { holder, name, label } = target;
    const action = `show ${label}`;
    const response = await client.send(secretRoute(holder, name));
    if ((0,schemas/* isOwn404 */.LN)(response))
        throw noSuchSecret(target);
    if (response.status !== 200)
        throw new GithubError(action, response, needFor(holder));
    const { storedAt, visibility } = (0,schemas/* parseOrganizationSecret */.XW)(response.body) ?? unreadable(action, response);
    if (visibility !== 'selected')
        return { storedAt, audience: { visibility }, response };
    const selected = await readSelectedRepositories(target, client);
    return { storedAt, audience: { visibility, repositoryIds: selected.ids }, response: selected.response };
}
function noSuchSecret({ holder, name, label }) {
    return new errors/* Failure */.HR('no-such-secret', `${label}: the organization ${holder.owner} has no secret ${name} yet. Create it there with any value, because which ` +
        'repositories see it is for a person to choose.');
}
async function readSelectedRepositories({ holder, name, label }, client) {
    const action = `list the repositories that see ${label}`;
    const ids = new Set();
    let total = 0;
    let pages = 0;
    let maxPages = 1;
    for await (const response of client.pages(selectedRepositoriesRoute(holder.owner, name))) {
        if (response.status !== 200)
            throw new GithubError(action, response, needFor(holder));
        const page = (0,schemas/* parseRepositories */.of)(response.body) ?? unreadable(action, response);
        const before = ids.size;
        for (const id of page.ids)
            ids.add(id);
        total = page.total;
        if (ids.size === total)
            return { ids: [...ids], response };
        pages++;
        if (pages === 1)
            maxPages = Math.ceil(total / MAX_PAGE_SIZE) + 1;
        const isStuck = ids.size === before || ids.size > total;
        if (isStuck || pages >= maxPages || total > MAX_REPOSITORIES)
            break;
    }
    throw incompleteList(action, ids.size, total);
}
function incompleteList(action, shown, total) {
    return new errors/* Failure */.HR('incomplete-list', `GitHub was to ${action}, and showed ${shown} of ${total}. The others would lose the secret, so it was ` +
        'not written. Perhaps the list was just being changed: run the job again.');
}
class PublicKeys {
    #client;
    #responses = new Map();
    constructor(client) {
        this.#client = client;
    }
    async for(target) {
        const holder = holderKey(target.holder);
        const asking = this.#responses.get(holder) ?? this.#read(target);
        this.#responses.set(holder, asking);
        return keyIn(await asking, target);
    }
    async again(target) {
        return keyIn(await this.#read(target), target);
    }
    #read({ holder }) {
        return this.#client.send(publicKeyRoute(holder));
    }
}
async function keyIn(response, { holder, label }) {
    const action = `show the public key for ${label}`;
    if (response.status !== 200)
        throw new GithubError(action, response, needFor(holder));
    const key = (0,schemas/* parseKey */.Do)(response.body) ?? unreadable(action, response);
    const { isPublicKey } = await Promise.all(/* import() */[__webpack_require__.e(235), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 4922));
    if (isPublicKey(key.publicKey))
        return key;
    throw new errors/* Failure */.HR('not-a-public-key', `GitHub shows a public key for ${label} that nothing can be encrypted for: it is not a usable X25519 key. Run the ` +
        'job again; on a GitHub Enterprise Server, ask its administrator.');
}

// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
// EXTERNAL MODULE: ./build/src/request/fields/secret-target.js
var secret_target = __webpack_require__(4930);
;// CONCATENATED MODULE: ./build/src/github/workflow-run.js







async function run(repository, runId, client) {
    const names = (0,secret_target/* parseRepository */.SU)(repository);
    if (names === undefined || !/^\d{1,20}$/.test(runId)) {
        return noResponse(`There can be no run ${runId} of ${repository}.`);
    }
    let response;
    try {
        response = await client.send(({ rest }) => rest.actions.getWorkflowRun({ ...names, run_id: Number(runId) }));
    }
    catch (error) {
        if (error instanceof retry/* RetryAfterTooLong */.Zt)
            return noResponse((0,errors/* asSentence */.KG)(error), true);
        if (error instanceof network_error/* NetworkError */.Dr)
            return noResponse((0,errors/* asSentence */.KG)(error));
        throw error;
    }
    if (response.status === 200) {
        return (0,schemas/* parseRun */.zZ)(response.body) ?? noResponse(`GitHub did not answer with run ${runId} of ${repository}.`);
    }
    if ((0,schemas/* isOwn404 */.LN)(response))
        return { kind: 'unknown' };
    const error = new GithubError(`show run ${runId} of ${repository}`, response, workflow_run_needFor(repository));
    const isLimited = (0,rate_limit/* isRateLimited */.Jz)(response);
    const isFromGithub = !isLimited && !isFromInBetween(response);
    if ((response.status === 401 || response.status === 403) && isFromGithub)
        throw error;
    return noResponse((0,errors/* asSentence */.KG)(error), isLimited);
}
function workflow_run_needFor(repository) {
    return {
        input: 'github-token',
        thing: `repository ${repository}`,
        permission: 'To read whether runs have ended, give the job `permissions: actions: read`; for those of other repositories give ' +
            '`github-token` the token of a GitHub App that may read their Actions.',
    };
}
function noResponse(why, lasting = false) {
    return { kind: 'no-response', why, lasting };
}

// EXTERNAL MODULE: ./build/src/http/write-result.js
var write_result = __webpack_require__(3284);
;// CONCATENATED MODULE: ./build/src/github/write-secret.js








const OUTDATED_KEY = 422;
async function store(seen, secret, { client, keys, retryControl }) {
    const attempts = retryControl.start();
    let sealedFor = seen.key;
    let keyIsNew = false;
    let mightBeWritten = false;
    for (;;) {
        const result = await write({ ...seen, key: sealedFor }, secret, client);
        if (result.kind === 'done')
            return { kind: 'stored' };
        if (result.kind === 'rejected') {
            const { error } = result;
            const newKey = error.status === OUTDATED_KEY && !keyIsNew ? await keyNow(seen, keys) : undefined;
            if (newKey === undefined)
                return { kind: mightBeWritten ? 'unclear' : 'refused', error };
            sealedFor = newKey;
            keyIsNew = true;
            continue;
        }
        const { error, retryable } = result;
        mightBeWritten ||= result.kind === 'unknown';
        if (!(await attempts.again(retryable))) {
            return { kind: mightBeWritten ? 'unclear' : 'not-written', error };
        }
    }
}
async function keyNow({ target }, keys) {
    try {
        return await keys.again(target);
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR)
            return undefined;
        throw error;
    }
}
async function write(seen, secret, client) {
    let call;
    try {
        call = await callToWrite(seen, secret, client);
    }
    catch (error) {
        return notSent(error);
    }
    let response;
    try {
        response = await client.send(call);
    }
    catch (error) {
        const isOfNetwork = error instanceof network_error/* NetworkError */.Dr || error instanceof retry/* RetryAfterTooLong */.Zt;
        return isOfNetwork ? (0,write_result/* failedWithoutResponse */.D)(error) : notSent(error);
    }
    return classify(response, seen);
}
function notSent(error) {
    return { kind: 'not-sent', error: (0,errors/* failureOnly */.tf)(error), retryable: false };
}
function classify(response, { target: { label, holder } }) {
    const { status } = response;
    if (status === 201 || status === 204)
        return { kind: 'done' };
    const error = new GithubError(`store ${label}`, response, needFor(holder));
    return (0,rate_limit/* isRateLimited */.Jz)(response)
        ? { kind: 'rate-limited', error, retryable: (0,rate_limit/* rateLimitAdvice */.ix)(response) !== undefined }
        : (0,write_result/* failedByStatus */.R)(status, error);
}
async function callToWrite({ target, key }, secret, client) {
    const { sealedBox } = await Promise.all(/* import() */[__webpack_require__.e(235), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 4922));
    const value = {
        encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
        key_id: key.id,
    };
    const { holder, name } = target;
    if (holder.kind !== 'organization')
        return writeRoute(holder, name, value);
    const { audience } = await readOrganizationSecret(target, client);
    return organizationWriteRoute(holder, name, { value, audience });
}

;// CONCATENATED MODULE: ./build/src/github/github-api.js




function secretStore(apiUrl, storeToken, requests) {
    const client = githubClient({ token: storeToken, input: 'store-token' }, apiUrl, requests);
    const keys = new PublicKeys(client);
    return {
        look: (target) => look(target, client, keys),
        store: (seen, secret) => store(seen, secret, { client, keys, retryControl: requests.gate }),
    };
}
function workflowRuns({ githubApiUrl, otherRunner }, githubToken, requests) {
    if (otherRunner === 'Gitea' || otherRunner === 'Forgejo') {
        const why = `${otherRunner} does not tell the action whether runs have ended.`;
        return { run: async () => ({ kind: 'no-response', why, lasting: true }) };
    }
    const client = githubClient({ token: githubToken, input: 'github-token' }, githubApiUrl, requests);
    return { run: (repository, runId) => run(repository, runId, client) };
}


/***/ })

};
;