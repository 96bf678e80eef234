"use strict";
exports.id = 454;
exports.ids = [454];
exports.modules = {

 3454:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  secretStore: () => ( secretStore),
  workflowRuns: () => ( workflowRuns)
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
    if (this.#response === undefined) throw new Error('Octokit has sent no request');
    return this.#response;
  }
  fetch = async (url, options) => {
    this.#response = this.#send(url, options);
    const link = await this.#response.then(
      ({ headers }) => headers['link'],
      () => undefined,
    );
    return { status: 204, url, headers: new Map(link === undefined ? [] : [['link', String(link)]]) };
  };
  async #send(url, { method, headers, body }) {
    const request = {
      method,
      url: urlWithin(this.#api, url),
      headers: { ...headers, 'x-github-api-version': API_VERSION },
      ...(body === undefined ? {} : { body }),
    };
    return method === 'GET' ? await this.#requests.sendWithRetry(request) : await this.#requests.send(request);
  }
}
function urlWithin(api, text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const folder = api.pathname.endsWith('/') ? api.pathname : `${api.pathname}/`;
  if (url?.origin === api.origin && url.pathname.startsWith(folder)) return url;
  throw new errors.HR(
    'not-safe-to-send',
    `The action did not send a request to ${(0,base_text.k3)((0,base_text.hD)(text))}, because this URL is not within GitHub's API at ` +
      `${api.origin}${folder}. Check GITHUB_API_URL, and check whether a proxy changes GitHub's responses.`,
  );
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
    return (await __webpack_require__.e( 413).then(__webpack_require__.bind(__webpack_require__, 2413))).getOctokit;
  } finally {
    setEnvironment({ GITHUB_EVENT_PATH, GITHUB_API_URL });
  }
}
function setEnvironment(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
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
      for await (const _ of pages) yield await exchange.response;
    },
  };
}
function parseApiUrl(apiUrl) {
  if (URL.canParse(apiUrl)) return new URL(apiUrl);
  throw new errors.HR(
    'not-safe-to-send',
    `GITHUB_API_URL is ${(0,base_text.hD)(apiUrl)}, which is not a URL. The request to GitHub was not sent. Do not change this variable. The runner sets ` +
      'it, for example to `https://api.github.com`.',
  );
}
async function octokitFor({ token, input }, baseUrl, { fetch }) {
  if (token.reveal() === '') {
    throw new errors.HR(
      'no-github-token',
      `\`${input}\` is empty, so the request to GitHub was not sent. Set \`${input}\` to a token.`,
    );
  }
  const getOctokit = await loadGetOctokit();
  const octokit = getOctokit(token.reveal(), { baseUrl, request: { fetch } });
  octokit.hook.before('request', refuseDots);
  return octokit;
}
function refuseDots(parameters) {
  const dots = Object.values(parameters).find((value) => typeof value === 'string' && /^\.{0,2}$/.test(value));
  if (dots !== undefined) {
    throw new errors.HR(
      'invalid-name',
      `"${dots}" is not a valid name, so the action did not use it in the path of a request. Nothing was sent.`,
    );
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





class GithubError extends errors.HR {
  status;
  constructor(action, response, need) {
    const text = (0,body.Kb)(response);
    const said = text === '' ? `${response.status}` : `${response.status}: ${text}`;
    super(
      codeOf(response),
      isFromInBetween(response)
        ? `A proxy or firewall refused the GitHub request to ${action} (${said}). ${IN_BETWEEN_HINT}`
        : `The GitHub request to ${action} failed (${said}). ${hint(response, need)}`.trimEnd(),
      {
        detail: String(response.status),
        remedy: (0,retry.r3)(response.status) && !(0,rate_limit.Jz)(response) ? 'Run the job again later.' : '',
      },
    );
    this.name = 'GithubError';
    this.status = response.status;
  }
}
function unreadable(action, response) {
  throw new errors.HR(
    'unreadable-response',
    `The GitHub request to ${action} returned ${response.status} with ${(0,body.MP)(response)}. Check ` +
      'whether a proxy responds in place of GitHub.',
  );
}
function isFromInBetween(response) {
  const { status, body } = response;
  return (
    (status === 401 || status === 403) &&
    !(0,rate_limit.Jz)(response) &&
    body.trim() !== '' &&
    (0,schemas.Ik)(body) === undefined
  );
}
const IN_BETWEEN_HINT =
  'The request did not reach GitHub, so the response says nothing about the token or its permissions. Check the proxy and the ' +
  'firewall of the runner.';
function codeOf(response) {
  const { status } = response;
  if ((0,rate_limit.Jz)(response)) return 'github-rate-limit-exceeded';
  if (isFromInBetween(response)) return 'response-not-from-github';
  if (status === 401) return 'github-token-refused';
  if (status === 403) return fixFor(response) === undefined ? 'github-token-not-allowed' : 'refused-by-github';
  if (status === 404) return 'not-found-on-github';
  return 'github-responded-with';
}
function hint(response, { input, thing, permission }) {
  const { status } = response;
  if ((0,rate_limit.Jz)(response)) return rateLimitHint(response);
  const fix = fixFor(response);
  if (fix !== undefined) {
    return [fix(input), ...(input === 'github-token' ? [permission] : [])].join(' ').trim();
  }
  if (status === 401) return `The token in \`${input}\` is wrong, expired, or revoked. ${permission}`;
  if (status === 403) return `The token in \`${input}\` does not have the required permission. ${permission}`;
  if (status === 404) {
    return `Either there is no ${thing}, or the token in \`${input}\` cannot see it. ${permission}`;
  }
  if (status >= 300 && status <= 399) {
    return 'The action does not follow redirects. If the repository was renamed or moved, use its current name.';
  }
  return '';
}
function rateLimitHint(response) {
  const waitMs = (0,rate_limit.JR)(response);
  return waitMs !== undefined && waitMs > retry.yL
    ? `GitHub asks for a pause of ${Math.ceil(waitMs / 1000)} s, but the action waits at most ` +
        `${retry.yL / 1000} s. Run the job again later.`
    : 'All retries failed. Run the job again later.';
}
const singleSignOn = (input) =>
  `Authorize the token in \`${input}\` for single sign-on in the organization (GitHub: Settings, Developer settings, ` +
  'Configure SSO), or use a GitHub App token.';
const FIXES = [
  { says: /SAML|single sign-on/i, fix: singleSignOn },
  {
    says: /IP allow list|IP address/i,
    fix: () => 'Add the IP address of the runner to the IP allow list, or use a runner whose address is on the list.',
  },
  {
    says: /archived/i,
    fix: () => 'Unarchive the repository, or remove it from the workflow.',
  },
  {
    says: /forbids access via/i,
    fix: (input) =>
      `Set \`${input}\` to a token whose type and lifetime the organization allows, such as a GitHub App token.`,
  },
];
const ABOUT_PERMISSIONS = /not accessible by|must have|permission|rights|scope|^not found$|^forbidden\b/i;
function fixFor({ status, headers, body }) {
  if (status === 403 && /^required\b/i.test(String(headers['x-github-sso']))) return singleSignOn;
  const reason = (0,schemas.Ik)(body);
  if (reason === undefined || reason === '' || ![403, 404, 422].includes(status)) return undefined;
  const known = FIXES.find(({ says }) => says.test(reason));
  if (known) return known.fix;
  return ABOUT_PERMISSIONS.test(reason) ? undefined : () => '';
}

// EXTERNAL MODULE: ./build/src/request/fields/secret-target.js
var secret_target = __webpack_require__(4930);
;// CONCATENATED MODULE: ./build/src/github/secret-routes.js

const MAX_PAGE_SIZE = 100;
function publicKeyRoute(location) {
  switch (location.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.getRepoPublicKey(repositoryOf(location));
    case 'dependabot':
      return ({ rest }) => rest.dependabot.getRepoPublicKey(repositoryOf(location));
    case 'environment':
      return ({ rest }) => rest.actions.getEnvironmentPublicKey(environmentOf(location));
    case 'organization':
      return ({ rest }) => rest.actions.getOrgPublicKey({ org: location.owner });
  }
}
function secretRoute(location, secret_name) {
  switch (location.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.getRepoSecret({ ...repositoryOf(location), secret_name });
    case 'dependabot':
      return ({ rest }) => rest.dependabot.getRepoSecret({ ...repositoryOf(location), secret_name });
    case 'environment':
      return ({ rest }) => rest.actions.getEnvironmentSecret({ ...environmentOf(location), secret_name });
    case 'organization':
      return ({ rest }) => rest.actions.getOrgSecret({ org: location.owner, secret_name });
  }
}
function writeRoute(location, secret_name, value) {
  const secret = { secret_name, ...value };
  switch (location.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.createOrUpdateRepoSecret({ ...repositoryOf(location), ...secret });
    case 'dependabot':
      return ({ rest }) => rest.dependabot.createOrUpdateRepoSecret({ ...repositoryOf(location), ...secret });
    case 'environment':
      return ({ rest }) => rest.actions.createOrUpdateEnvironmentSecret({ ...environmentOf(location), ...secret });
  }
}
function organizationWriteRoute({ owner: org }, secret_name, { value, audience }) {
  const { visibility } = audience;
  const selected = visibility === 'selected' ? { selected_repository_ids: [...audience.repositoryIds] } : undefined;
  return ({ rest }) => rest.actions.createOrUpdateOrgSecret({ org, secret_name, ...value, visibility, ...selected });
}
function selectedRepositoriesRoute(org, secret_name) {
  return ({ paginate, rest }) =>
    paginate.iterator(rest.actions.listSelectedReposForOrgSecret, {
      org,
      secret_name,
      per_page: MAX_PAGE_SIZE,
    });
}
function repositoryOf({ owner, repo }) {
  return { owner, repo };
}
function environmentOf(location) {
  return { ...repositoryOf(location), environment_name: location.environment };
}
function locationKey({ kind, ...names }) {
  return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}
function needFor(location) {
  const place = location.kind === 'organization' ? location.owner : `${location.owner}/${location.repo}`;
  return {
    input: 'store-token',
    thing: describe(location),
    permission:
      `The token needs \`${secret_target.OX[location.kind]}\` on ${place}. Use a GitHub App token or a fine-grained PAT. ` +
      "The job's own GITHUB_TOKEN cannot have this permission.",
  };
}
function describe(location) {
  if (location.kind === 'organization') return `organization ${location.owner}`;
  const repository = `repository ${location.owner}/${location.repo}`;
  return location.kind === 'environment' ? `environment "${location.environment}" in ${repository}` : repository;
}

;// CONCATENATED MODULE: ./build/src/github/read-secret.js





async function readMetadata(target, client, keys) {
  const key = await keys.keyFor(target);
  const { storedAt, response } = await readSecret(target, client);
  return { target, key, storedAt, date: (0,retry.m6)(response.headers.date ?? '') };
}
async function readSecret(target, client) {
  const { location, name, label } = target;
  if (location.kind === 'organization') return readOrganizationSecret(target, client);
  const action = `show ${label}`;
  const response = await client.send(secretRoute(location, name));
  if ((0,schemas.qB)(response)) return { storedAt: 'absent', response };
  if (response.status !== 200) throw new GithubError(action, response, needFor(location));
  return { storedAt: (0,schemas.o7)(response.body) ?? unreadable(action, response), response };
}
const MAX_REPOSITORIES = 100_000;
async function readOrganizationSecret(target, client) {
  const { location, name, label } = target;
  const action = `show ${label}`;
  const response = await client.send(secretRoute(location, name));
  if ((0,schemas.qB)(response)) throw noSuchSecret(target);
  if (response.status !== 200) throw new GithubError(action, response, needFor(location));
  const { storedAt, visibility } = (0,schemas.XW)(response.body) ?? unreadable(action, response);
  if (visibility !== 'selected') return { storedAt, audience: { visibility }, response };
  const selected = await readSelectedRepositories(target, client);
  return { storedAt, audience: { visibility, repositoryIds: selected.ids }, response: selected.response };
}
function noSuchSecret({ location, name, label }) {
  return new errors.HR(
    'no-such-secret',
    `The organization ${location.owner} has no secret ${name} (${label}). Create the secret with any value, and select the ` +
      'repositories that can use it. The action cannot select them.',
  );
}
async function readSelectedRepositories({ location, name, label }, client) {
  const action = `list the repositories that can use ${label}`;
  const ids = new Set();
  let total = 0;
  let pages = 0;
  let maxPages = 1;
  for await (const response of client.pages(selectedRepositoriesRoute(location.owner, name))) {
    if (response.status !== 200) throw new GithubError(action, response, needFor(location));
    const page = (0,schemas.of)(response.body) ?? unreadable(action, response);
    const before = ids.size;
    for (const id of page.ids) ids.add(id);
    total = page.total;
    if (ids.size === total) return { ids: [...ids], response };
    pages++;
    if (pages === 1) maxPages = Math.ceil(total / MAX_PAGE_SIZE) + 1;
    const isStuck = ids.size === before || ids.size > total;
    if (isStuck || pages >= maxPages || total > MAX_REPOSITORIES) break;
  }
  throw incompleteList(action, ids.size, total);
}
function incompleteList(action, shown, total) {
  return new errors.HR(
    'incomplete-list',
    `The GitHub request to ${action} returned ${shown} of ${total} repositories. The secret was not written, because ` +
      'the other repositories would lose access to it. Someone might have changed the list at the same time, so run the job again.',
  );
}
class PublicKeys {
  #client;
  #responses = new Map();
  constructor(client) {
    this.#client = client;
  }
  async keyFor(target) {
    const key = locationKey(target.location);
    const asking = this.#responses.get(key) ?? this.#read(target);
    this.#responses.set(key, asking);
    return keyIn(await asking, target);
  }
  async rereadKey(target) {
    return keyIn(await this.#read(target), target);
  }
  #read({ location }) {
    return this.#client.send(publicKeyRoute(location));
  }
}
async function keyIn(response, { location, label }) {
  const action = `show the public key for ${label}`;
  if (response.status !== 200) throw new GithubError(action, response, needFor(location));
  const key = (0,schemas.Do)(response.body) ?? unreadable(action, response);
  const { isPublicKey } = await Promise.all([__webpack_require__.e(235), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 4922));
  if (isPublicKey(key.publicKey)) return key;
  throw new errors.HR(
    'invalid-public-key',
    `The public key that GitHub sent for ${label} is not a valid X25519 key, so the secret was not written. Run the job again. ` +
      'On GitHub Enterprise Server, ask the administrator.',
  );
}

// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
;// CONCATENATED MODULE: ./build/src/github/workflow-run.js







async function run(repository, runId, client) {
  const names = (0,secret_target.SU)(repository);
  if (names === undefined || !/^\d{1,20}$/.test(runId)) {
    return noResponse(`The tag of the token contains an invalid run: run ${runId} of ${repository}.`);
  }
  let response;
  try {
    const params = { ...names, run_id: runId };
    response = await client.send(({ rest }) => rest.actions.getWorkflowRun(params));
  } catch (error) {
    if (error instanceof retry.Zt) return noResponse((0,errors.KG)(error), 'all-runs');
    if (error instanceof network_error.Dr) return noResponse((0,errors.KG)(error), 'perhaps-all-runs');
    throw error;
  }
  if (response.status === 200) {
    return (0,schemas.zZ)(response.body) ?? noResponse(`GitHub's response does not contain run ${runId} of ${repository}.`);
  }
  if ((0,schemas.qB)(response)) return { kind: 'unknown' };
  const error = new GithubError(`show run ${runId} of ${repository}`, response, workflow_run_needFor(repository));
  const isLimited = (0,rate_limit.Jz)(response);
  const isFromGithub = !isLimited && !isFromInBetween(response);
  if ((response.status === 401 || response.status === 403) && isFromGithub) throw error;
  if (isLimited) return noResponse((0,errors.KG)(error), 'all-runs');
  return noResponse((0,errors.KG)(error), response.status >= 500 ? 'perhaps-all-runs' : 'this-run');
}
function workflow_run_needFor(repository) {
  return {
    input: 'github-token',
    thing: `repository ${repository}`,
    permission:
      'To check whether runs have ended, the job needs `permissions: actions: read`. To read runs of other repositories, set ' +
      '`github-token` to a GitHub App token with read access to their Actions.',
  };
}
function noResponse(why, about = 'this-run') {
  return { kind: 'no-response', why, about };
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
    if (result.kind === 'done') return { kind: 'stored' };
    if (result.kind === 'rejected') {
      const { error } = result;
      const newKey = error.status === OUTDATED_KEY && !keyIsNew ? await keyNow(seen, keys) : undefined;
      if (newKey === undefined) return { kind: mightBeWritten ? 'unclear' : 'refused', error };
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
    return await keys.rereadKey(target);
  } catch (error) {
    if (error instanceof errors.HR) return undefined;
    throw error;
  }
}
async function write(seen, secret, client) {
  let call;
  try {
    call = await callToWrite(seen, secret, client);
  } catch (error) {
    return notSent(error);
  }
  let response;
  try {
    response = await client.send(call);
  } catch (error) {
    const isOfNetwork = error instanceof network_error.Dr || error instanceof retry.Zt;
    return isOfNetwork ? (0,write_result.D)(error) : notSent(error);
  }
  return classify(response, seen);
}
function notSent(error) {
  return { kind: 'not-sent', error: (0,errors.tf)(error), retryable: false };
}
function classify(response, { target: { label, location } }) {
  const { status } = response;
  if (status === 201 || status === 204) return { kind: 'done' };
  const error = new GithubError(`store ${label}`, response, needFor(location));
  return (0,rate_limit.Jz)(response)
    ? { kind: 'rate-limited', error, retryable: (0,rate_limit.ix)(response) !== undefined }
    : (0,write_result.R)(status, error);
}
async function callToWrite({ target, key }, secret, client) {
  const { sealedBox } = await Promise.all([__webpack_require__.e(235), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 4922));
  const value = {
    encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
    key_id: key.id,
  };
  const { location, name } = target;
  if (location.kind !== 'organization') return writeRoute(location, name, value);
  const { audience } = await readOrganizationSecret(target, client);
  return organizationWriteRoute(location, name, { value, audience });
}

;// CONCATENATED MODULE: ./build/src/github/github-api.js




function secretStore(apiUrl, storeToken, requests) {
  const client = githubClient({ token: storeToken, input: 'store-token' }, apiUrl, requests);
  const keys = new PublicKeys(client);
  return {
    readMetadata: (target) => readMetadata(target, client, keys),
    store: (seen, secret) => store(seen, secret, { client, keys, retryControl: requests.gate }),
  };
}
function workflowRuns({ githubApiUrl, otherRunner }, githubToken, requests) {
  const silent = (why) => ({ run: async () => noResponse(why, 'all-runs') });
  if (otherRunner === 'Gitea' || otherRunner === 'Forgejo') {
    return silent(`${otherRunner} does not report whether runs have ended.`);
  }
  if (githubToken.reveal() === '') return silent('`github-token` is empty, so the action did not ask GitHub.');
  const client = githubClient({ token: githubToken, input: 'github-token' }, githubApiUrl, requests);
  return { run: (repository, runId) => run(repository, runId, client) };
}


 })

};
;