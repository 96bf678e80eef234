const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/github/ask.ts
/** Every server that is still supported knows it; an Enterprise Server refuses newer ones. */
const API_VERSION = "2022-11-28";
/** askWith asks with a credential. What makes a request of a route is loaded when something is asked for the first time. */
function askWith({ token, input }, apiUrl, requests) {
	return async (route, parameters) => {
		refuseDots(parameters);
		if (token.reveal() === "") throw new require_start.Failure("No GitHub token", `\`${input}\` is empty, so GitHub could not be asked. Give it a token.`);
		const { endpoint } = await Promise.resolve().then(() => require("./octokit-endpoint.js")).then((n) => n.dist_bundle_exports);
		const { method, url, headers, body } = endpoint(route, {
			baseUrl: apiUrl,
			headers: {
				authorization: `token ${token.reveal()}`,
				"x-github-api-version": API_VERSION
			},
			...parameters
		});
		const request = {
			method,
			url: new URL(url),
			headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
			...body === void 0 ? {} : { body: JSON.stringify(body) }
		};
		return method === "GET" ? await requests.repeatedly(request) : await requests.once(request);
	};
}
/** What fills a placeholder is encoded, but for these, which would lead to another route. */
function refuseDots(parameters) {
	const dots = Object.values(parameters).find((value) => typeof value === "string" && /^\.{0,2}$/.test(value));
	if (dots !== void 0) throw new require_start.Failure("Not a name", `"${dots}" is no name, so no request was sent with it in its path.`);
}
// src/github/errors.ts
/** GithubError is an answer that says no. */
var GithubError = class extends require_start.Failure {
	status;
	constructor(action, answer, need) {
		const text = require_operations.excerpt(answer);
		const said = text === "" ? "" : `: ${text}`;
		super(title(answer), `GitHub would not ${action} (${answer.status}${said}). ${cure(answer, need)}`.trimEnd());
		this.name = "GithubError";
		this.status = answer.status;
	}
};
/** unreadable is for a success whose body is not what GitHub sends: mostly a proxy's or a login page. Throws a Failure. */
function unreadable(action, answer) {
	throw new require_start.Failure("Unreadable answer", `GitHub was to ${action} and answered ${answer.status}, but with ${require_operations.describeBody(answer)}. Check whether a proxy stands in between.`);
}
/**
* isRateLimited tells an answer that says "too much" from one that says "never": GitHub sends a 403 for both, and a
* 429 for the first alone.
*/
function isRateLimited({ status, headers, body }) {
	if (status !== 403) return status === 429;
	return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0 || /rate limit/i.test(body);
}
function title(answer) {
	if (isRateLimited(answer)) return "GitHub's rate limit is used up";
	if (answer.status === 401) return "GitHub token refused";
	if (answer.status === 403) return "GitHub token not allowed";
	if (answer.status === 404) return "Not found on GitHub";
	return `GitHub answered ${answer.status}`;
}
function cure(answer, { input, thing, permission }) {
	const { status } = answer;
	if (isRateLimited(answer) || require_operations.isPassing(status)) return "This should pass: run the job again later.";
	if (status === 401) return `The token in \`${input}\` is wrong, expired or revoked. ${permission}`;
	if (status === 403) return `The token in \`${input}\` may not do that. ${permission}`;
	if (status === 404) return `Either there is no ${thing}, or the token in \`${input}\` does not see it. ${permission}`;
	if (status >= 300 && status <= 399) return "Redirects are not followed. A repository that was renamed or moved answers so: use its present name.";
	return "";
}
// src/github/holders.ts
const HOLDERS = {
	repository: {
		secrets: "/repos/{owner}/{repo}/actions/secrets",
		permission: "Secrets: write"
	},
	environment: {
		secrets: "/repos/{owner}/{repo}/environments/{environment}/secrets",
		permission: "Environments: write"
	},
	dependabot: {
		secrets: "/repos/{owner}/{repo}/dependabot/secrets",
		permission: "Dependabot secrets: write"
	},
	organization: {
		secrets: "/orgs/{owner}/actions/secrets",
		permission: "Organization secrets: write"
	}
};
/** routeTo is the route to a holder's secrets, and the names that fill it. */
function routeTo({ kind, ...names }) {
	return {
		secrets: HOLDERS[kind].secrets,
		names
	};
}
/** holderKey is the same for all spellings of a holder. */
function holderKey({ kind, ...names }) {
	return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}
/** needFor is what it takes to replace a holder's secrets. */
function needFor$1(holder) {
	const place = holder.kind === "organization" ? holder.owner : `${holder.owner}/${holder.repo}`;
	return {
		input: "store-token",
		thing: describe(holder),
		permission: `It takes \`${HOLDERS[holder.kind].permission}\` on ${place}, which a GitHub App or a fine-grained personal access token can be given, and the job's own GITHUB_TOKEN never.`
	};
}
function describe(holder) {
	if (holder.kind === "organization") return `organization ${holder.owner}`;
	const repository = `repository ${holder.owner}/${holder.repo}`;
	return holder.kind === "environment" ? `environment "${holder.environment}" in ${repository}` : repository;
}
// src/github/schemas.ts
/** 32 bytes in base64. */
const publicKey = require_start.string().assert((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), "not a public key");
const key = require_start.object({
	key_id: require_start.string(),
	key: publicKey
}).map((answer) => ({
	id: answer.key_id,
	publicKey: answer.key
}));
const instant = require_start.string().chain((text) => {
	const parsed = require_start.parseInstant(text);
	return parsed === void 0 ? require_start.err("not a date") : require_start.ok(parsed);
});
const secret = require_start.object({ updated_at: instant });
const visibility = require_start.union(require_start.literal("all"), require_start.literal("private"), require_start.literal("selected"));
const organizationSecret = require_start.object({
	updated_at: instant,
	visibility
}).map((answer) => ({
	storedAt: answer.updated_at,
	visibility: answer.visibility
}));
const repositories = require_start.object({
	total_count: require_start.number(),
	repositories: require_start.array(require_start.object({ id: require_start.number() }))
});
const run$1 = require_start.object({
	status: require_start.string(),
	run_attempt: require_start.number()
});
const ownError = require_start.object({ message: require_start.string() });
/** parseKey reads what secrets are sealed for; undefined when the answer is none. */
function parseKey(body) {
	return require_operations.parseBody(key, body);
}
/**
* parseSecret reads when a secret was last written, in milliseconds since 1970; undefined when the answer shows no
* secret.
*/
function parseSecret(body) {
	return require_operations.parseBody(secret, body)?.updated_at;
}
/** parseOrganizationSecret reads that of an organization's secret, and who sees it; undefined when it shows none. */
function parseOrganizationSecret(body) {
	return require_operations.parseBody(organizationSecret, body);
}
/** parseRepositories reads one page of a list of repositories; undefined when it is none. */
function parseRepositories(body) {
	const page = require_operations.parseBody(repositories, body);
	return page && {
		total: page.total_count,
		ids: page.repositories.map(({ id }) => id)
	};
}
/** parseRun reads how far a workflow run has got; undefined when the answer is none. */
function parseRun(body) {
	const found = require_operations.parseBody(run$1, body);
	return found && {
		status: found.status,
		attempt: found.run_attempt
	};
}
/** isOwn404 tells GitHub's own "not found" from that of a server or proxy in front of it, which has no message. */
function isOwn404({ status, body }) {
	return status === 404 && require_operations.parseBody(ownError, body) !== void 0;
}
// src/github/look.ts
/** The most that GitHub shows at once. */
const PAGE_SIZE = 100;
/** look carries out Github's method of that name. */
async function look(target, ask, keys) {
	const { holder, name, label } = target;
	const { secrets, names } = routeTo(holder);
	const action = `show ${label}`;
	const key = await keys.for(target);
	const answer = await ask(`GET ${secrets}/{name}`, {
		...names,
		name
	});
	if (isOwn404(answer)) return {
		target,
		key,
		storedAt: absent(target)
	};
	if (answer.status !== 200) throw new GithubError(action, answer, needFor$1(holder));
	if (holder.kind !== "organization") return {
		target,
		key,
		storedAt: parseSecret(answer.body) ?? unreadable(action, answer)
	};
	const { storedAt, visibility } = parseOrganizationSecret(answer.body) ?? unreadable(action, answer);
	return {
		target,
		key,
		storedAt,
		access: visibility === "selected" ? {
			visibility,
			repositoryIds: await selectedRepositories(target, ask)
		} : { visibility }
	};
}
function absent({ holder, name, label }) {
	if (holder.kind !== "organization") return "absent";
	throw new require_start.Failure("No such secret", `${label}: the organization ${holder.owner} has no secret ${name} yet. Create it there with any value, because which repositories see it is for a person to choose.`);
}
/** Throws when the list is not complete: a repository that is missing in it would lose the secret. */
async function selectedRepositories(target, ask) {
	const { holder, name, label } = target;
	const { secrets, names } = routeTo(holder);
	const action = `list the repositories that see ${label}`;
	const ids = /* @__PURE__ */ new Set();
	for (let page = 1;; page++) {
		const parameters = {
			...names,
			name,
			per_page: PAGE_SIZE,
			page
		};
		const answer = await ask(`GET ${secrets}/{name}/repositories`, parameters);
		if (answer.status !== 200) throw new GithubError(action, answer, needFor$1(holder));
		const listed = parseRepositories(answer.body) ?? unreadable(action, answer);
		const before = ids.size;
		for (const id of listed.ids) ids.add(id);
		if (ids.size === listed.total) return [...ids];
		if (ids.size === before || ids.size > listed.total) throw new require_start.Failure("Incomplete list", `GitHub was to ${action}, and showed ${ids.size} of ${listed.total}. The others would lose the secret, so it was not written. Perhaps the list was just being changed: run the job again.`);
	}
}
// src/github/public-keys.ts
/** PublicKeys reads what secrets are sealed for. Throws like Github's look. */
var PublicKeys = class {
	#ask;
	/** Answers, not keys: where there is none, each target has an error of its own. */
	#answers = /* @__PURE__ */ new Map();
	constructor(ask) {
		this.#ask = ask;
	}
	/** for reads the key of a target's holder, the first time that it is asked for. */
	async for(target) {
		const holder = holderKey(target.holder);
		const asking = this.#answers.get(holder) ?? this.#read(target);
		this.#answers.set(holder, asking);
		return keyIn(await asking, target);
	}
	/** again reads the key as it is by now. */
	async again(target) {
		return keyIn(await this.#read(target), target);
	}
	#read({ holder }) {
		const { secrets, names } = routeTo(holder);
		return this.#ask(`GET ${secrets}/public-key`, names);
	}
};
function keyIn(answer, { holder, label }) {
	const action = `show the public key for ${label}`;
	if (answer.status !== 200) throw new GithubError(action, answer, needFor$1(holder));
	return parseKey(answer.body) ?? unreadable(action, answer);
}
// src/github/write.ts
/** write seals a value and writes it, once. */
async function write(seen, secret, ask) {
	let answer;
	try {
		answer = await put(seen, secret, ask);
	} catch (error) {
		if (error instanceof require_operations.NetworkError) return {
			kind: error.mayHaveLeft ? "lost" : "unsent",
			error,
			passing: error.passing
		};
		if (!(error instanceof require_start.Failure)) throw error;
		return {
			kind: error instanceof require_operations.RetryAfterTooLong ? "lost" : "unsent",
			error,
			passing: false
		};
	}
	const { status } = answer;
	if (status === 201 || status === 204) return { kind: "stored" };
	const { label, holder } = seen.target;
	const error = new GithubError(`store ${label}`, answer, needFor$1(holder));
	const passing = require_operations.isPassing(status);
	return status >= 400 && status < 500 && !passing ? {
		kind: "refused",
		error
	} : {
		kind: "lost",
		error,
		passing
	};
}
async function put({ target, key, access }, secret, ask) {
	const { sealedBox } = await Promise.resolve().then(() => require("./sealed-box.js"));
	const { secrets, names } = routeTo(target.holder);
	return ask(`PUT ${secrets}/{name}`, {
		...names,
		name: target.name,
		encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
		key_id: key.id,
		...access && { visibility: access.visibility },
		...access?.repositoryIds && { selected_repository_ids: access.repositoryIds }
	});
}
// src/github/store.ts
/** GitHub's answer to what was sealed for a key that it has replaced since. */
const OUTDATED_KEY = 422;
/** store carries out Github's method of that name. */
async function store(seen, secret, ask, keys, requests) {
	let sealedFor = seen.key;
	let keyIsNew = false;
	let mayBeWritten = false;
	for (let failures = 0;;) {
		const writing = await write({
			...seen,
			key: sealedFor
		}, secret, ask);
		if (writing.kind === "stored") return writing;
		if (writing.kind === "refused") {
			const { error } = writing;
			const newKey = error.status === OUTDATED_KEY && !keyIsNew ? await keyNow(seen, keys) : void 0;
			if (newKey === void 0) return {
				kind: mayBeWritten ? "unclear" : "refused",
				error
			};
			sealedFor = newKey;
			keyIsNew = true;
			continue;
		}
		const { error, passing } = writing;
		mayBeWritten ||= writing.kind === "lost";
		if (!passing || failures >= requests.policy.retries || !await requests.backOff(failures++)) return {
			kind: "unclear",
			error
		};
	}
}
/** Undefined where it cannot be read: then what GitHub said before counts. */
async function keyNow({ target }, keys) {
	try {
		return await keys.again(target);
	} catch (error) {
		if (error instanceof require_start.Failure) return void 0;
		throw error;
	}
}
// src/github/workflow-run.ts
/** run carries out Github's method of that name. */
async function run(repository, runId, ask) {
	const names = require_start.parseRepository(repository);
	if (names === void 0 || !/^\d{1,20}$/.test(runId)) return noAnswer(`There can be no run ${runId} of ${repository}.`);
	let answer;
	try {
		answer = await ask("GET /repos/{owner}/{repo}/actions/runs/{run}", {
			...names,
			run: runId
		});
	} catch (error) {
		if (error instanceof require_operations.RetryAfterTooLong) return noAnswer(require_start.asSentence(error), true);
		if (error instanceof require_operations.NetworkError) return noAnswer(require_start.asSentence(error));
		throw error;
	}
	if (answer.status === 200) {
		const found = parseRun(answer.body);
		return found ? {
			kind: "found",
			...found
		} : noAnswer(`GitHub did not answer with run ${runId} of ${repository}.`);
	}
	if (isOwn404(answer)) return { kind: "unknown" };
	const error = new GithubError(`show run ${runId} of ${repository}`, answer, needFor(repository));
	const isLimited = isRateLimited(answer);
	if ((answer.status === 401 || answer.status === 403) && !isLimited) throw error;
	return noAnswer(require_start.asSentence(error), isLimited);
}
function needFor(repository) {
	return {
		input: "github-token",
		thing: `repository ${repository}`,
		permission: "To read whether runs have ended, give the job `permissions: actions: read`; for those of other repositories give `github-token` the token of a GitHub App that may read their Actions."
	};
}
function noAnswer(why, lasting = false) {
	return {
		kind: "no-answer",
		why,
		lasting
	};
}
// src/github/github-api.ts
/**
* secretStore writes secrets with a token; an empty one is a Failure once it is needed. `apiUrl` is as GITHUB_API_URL says it,
* without a slash at its end. What it takes is loaded with the first request.
*/
function secretStore(apiUrl, storeToken, requests) {
	const ask = askWith({
		token: storeToken,
		input: "store-token"
	}, apiUrl, requests);
	const keys = new PublicKeys(ask);
	return {
		look: (target) => look(target, ask, keys),
		store: (seen, secret) => store(seen, secret, ask, keys, requests)
	};
}
/** workflowRuns reads runs with a token, in the same way. */
function workflowRuns(apiUrl, githubToken, requests) {
	const ask = askWith({
		token: githubToken,
		input: "github-token"
	}, apiUrl, requests);
	return { run: (repository, runId) => run(repository, runId, ask) };
}
exports.secretStore = secretStore;
exports.workflowRuns = workflowRuns;
