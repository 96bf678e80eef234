const require_start = require("./start.js");
const require_operations = require("./operations.js");
const require_carry_out = require("./carry-out.js");
// src/github/ask.ts
/** Every server that is still supported knows it; an Enterprise Server refuses newer ones. */
const API_VERSION = "2022-11-28";
/** askWith asks with a credential. What makes a request of a route is loaded when something is asked for the first time. */
function askWith({ token, input }, apiUrl, requests) {
	return async (route, parameters) => {
		refuseDots(parameters);
		if (!URL.canParse(apiUrl)) throw new require_start.Failure("Not safe to send", `GITHUB_API_URL is ${require_start.quote(apiUrl)}, which is not a URL, so GitHub was not asked. The runner sets this variable, for example to \`https://api.github.com\`.`);
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
/** GithubError is a response that says no. */
var GithubError = class extends require_start.Failure {
	status;
	constructor(action, response, need) {
		const text = require_operations.excerpt(response);
		const said = text === "" ? `${response.status}` : `${response.status}: ${text}`;
		super(title(response), isFromInBetween(response) ? `Something between the runner and GitHub refused the request to ${action} (${said}). ${IN_BETWEEN_HINT}` : `GitHub would not ${action} (${said}). ${hint(response, need)}`.trimEnd());
		this.name = "GithubError";
		this.status = response.status;
	}
};
/** unreadable is for a success whose body is not what GitHub sends: mostly a proxy's or a login page. Throws a Failure. */
function unreadable(action, answer) {
	throw new require_start.Failure("Unreadable answer", `GitHub was to ${action} and answered ${answer.status}, but with ${require_operations.describeBody(answer)}. Check whether a proxy stands in between.`);
}
/**
* isFromInBetween tells whether a proxy or firewall refused a request, and GitHub never saw it: GitHub says why in JSON. An
* empty body might be anybody's.
*/
function isFromInBetween(response) {
	const { status, body } = response;
	return (status === 401 || status === 403) && !require_carry_out.isRateLimited(response) && body.trim() !== "" && require_carry_out.parseOwnError(body) === void 0;
}
const IN_BETWEEN_HINT = "GitHub has not seen the request, so this says nothing about the token or its permissions. Check the proxy and the firewall of the runner.";
function title(response) {
	const { status } = response;
	if (require_carry_out.isRateLimited(response)) return "GitHub's rate limit is used up";
	if (isFromInBetween(response)) return "Response not from GitHub";
	if (status === 401) return "GitHub token refused";
	if (status === 403) return fixFor(response) === void 0 ? "GitHub token not allowed" : "Refused by GitHub";
	if (status === 404) return "Not found on GitHub";
	return `GitHub answered ${status}`;
}
function hint(response, { input, thing, permission }) {
	const { status } = response;
	if (require_carry_out.isRateLimited(response)) return rateLimitHint(response);
	if (require_operations.isPassing(status)) return "This should pass: run the job again later.";
	const fix = fixFor(response);
	if (fix !== void 0) return fix(input) || (input === "github-token" ? permission : "");
	if (status === 401) return `The token in \`${input}\` is wrong, expired or revoked. ${permission}`;
	if (status === 403) return `The token in \`${input}\` may not do that. ${permission}`;
	if (status === 404) return `Either there is no ${thing}, or the token in \`${input}\` does not see it. ${permission}`;
	if (status >= 300 && status <= 399) return "Redirects are not followed. A repository that was renamed or moved answers so: use its present name.";
	return "";
}
function rateLimitHint(response) {
	const waitMs = require_carry_out.rateLimitWaitMs(response);
	return waitMs !== void 0 && waitMs > 6e4 ? `GitHub asks for a pause of ${Math.ceil(waitMs / 1e3)} s, and the action waits at most ${require_operations.LONGEST_RETRY_AFTER_MS / 1e3} s: run the job again later.` : "The retries were not enough: run the job again later.";
}
/** What GitHub says where the permissions of the token are beside the point, and how to fix it. */
const FIXES = [
	{
		says: /SAML|single sign-on/i,
		fix: (input) => `Authorize the token in \`${input}\` for the organization's single sign-on (GitHub settings, Developer settings, Configure SSO), or use the token of a GitHub App.`
	},
	{
		says: /IP allow list|IP address/i,
		fix: () => "Add the runner's IP address to the IP allow list, or use a runner whose address is on it."
	},
	{
		says: /archived/i,
		fix: () => "Unarchive the repository, or remove it from the workflow."
	},
	{
		says: /forbids access via/i,
		fix: (input) => `Give \`${input}\` a token of a kind and lifetime that the organization allows, such as the token of a GitHub App.`
	}
];
/** These are about permissions, or about nothing in particular. */
const ABOUT_PERMISSIONS = /not accessible by|must have|permission|rights|scope|^not found$|^forbidden\b/i;
/** Undefined where advice about permissions fits. For a reason that nobody foresaw, GitHub's own words must do. */
function fixFor({ status, body }) {
	const reason = require_carry_out.parseOwnError(body);
	if (reason === void 0 || reason === "" || ![
		403,
		404,
		422
	].includes(status)) return void 0;
	const known = FIXES.find(({ says }) => says.test(reason));
	if (known) return known.fix;
	return ABOUT_PERMISSIONS.test(reason) ? void 0 : () => "";
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
// src/github/audience.ts
/** The most that GitHub shows at once. */
const PAGE_SIZE = 100;
/** No list is read for longer: an hour's rate limit has room for it, and no organization is known to need more. */
const MAX_REPOSITORIES = 1e5;
/**
* readOrganizationSecret reads when an organization's secret was stored and who sees it, all selected repositories included.
* Throws NetworkError, and a Failure when there is no such secret or its audience cannot be read completely.
*/
async function readOrganizationSecret(target, ask) {
	const { holder, name, label } = target;
	const { secrets, names } = routeTo(holder);
	const action = `show ${label}`;
	const response = await ask(`GET ${secrets}/{name}`, {
		...names,
		name
	});
	if (require_carry_out.isOwn404(response)) throw noSuchSecret(target);
	if (response.status !== 200) throw new GithubError(action, response, needFor$1(holder));
	const { storedAt, visibility } = require_carry_out.parseOrganizationSecret(response.body) ?? unreadable(action, response);
	if (visibility !== "selected") return {
		storedAt,
		audience: { visibility },
		response
	};
	const selected = await readSelectedRepositories(target, ask);
	return {
		storedAt,
		audience: {
			visibility,
			repositoryIds: selected.ids
		},
		response: selected.response
	};
}
function noSuchSecret({ holder, name, label }) {
	return new require_start.Failure("No such secret", `${label}: the organization ${holder.owner} has no secret ${name} yet. Create it there with any value, because which repositories see it is for a person to choose.`);
}
/** Throws when the list is not complete: a repository that is missing in it would lose the secret. */
async function readSelectedRepositories(target, ask) {
	const { holder, name, label } = target;
	const { secrets, names } = routeTo(holder);
	const action = `list the repositories that see ${label}`;
	const ids = /* @__PURE__ */ new Set();
	let maxPages = 1;
	for (let page = 1;; page++) {
		const parameters = {
			...names,
			name,
			per_page: PAGE_SIZE,
			page
		};
		const response = await ask(`GET ${secrets}/{name}/repositories`, parameters);
		if (response.status !== 200) throw new GithubError(action, response, needFor$1(holder));
		const { total, ids: listed } = require_carry_out.parseRepositories(response.body) ?? unreadable(action, response);
		const before = ids.size;
		for (const id of listed) ids.add(id);
		if (ids.size === total) return {
			ids: [...ids],
			response
		};
		if (page === 1) maxPages = Math.ceil(total / PAGE_SIZE) + 1;
		if (ids.size === before || ids.size > total || page >= maxPages || total > MAX_REPOSITORIES) throw incompleteList(action, ids.size, total);
	}
}
function incompleteList(action, shown, total) {
	return new require_start.Failure("Incomplete list", `GitHub was to ${action}, and showed ${shown} of ${total}. The others would lose the secret, so it was not written. Perhaps the list was just being changed: run the job again.`);
}
// src/github/look.ts
/** look carries out Github's method of that name. */
async function look(target, ask, keys) {
	const key = await keys.for(target);
	const { storedAt, response } = await readSecret(target, ask);
	return {
		target,
		key,
		storedAt,
		date: require_operations.parseHttpDate(response.headers.date ?? "")
	};
}
/** An organization's audience is read for its errors alone: the write reads it again. */
async function readSecret(target, ask) {
	const { holder, name, label } = target;
	if (holder.kind === "organization") return readOrganizationSecret(target, ask);
	const { secrets, names } = routeTo(holder);
	const action = `show ${label}`;
	const response = await ask(`GET ${secrets}/{name}`, {
		...names,
		name
	});
	if (require_carry_out.isOwn404(response)) return {
		storedAt: "absent",
		response
	};
	if (response.status !== 200) throw new GithubError(action, response, needFor$1(holder));
	return {
		storedAt: require_carry_out.parseSecret(response.body) ?? unreadable(action, response),
		response
	};
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
/** A key that is no use is refused here, before anything depends on it. */
async function keyIn(answer, { holder, label }) {
	const action = `show the public key for ${label}`;
	if (answer.status !== 200) throw new GithubError(action, answer, needFor$1(holder));
	const key = require_carry_out.parseKey(answer.body) ?? unreadable(action, answer);
	const { isPublicKey } = await Promise.resolve().then(() => require("./sealed-box.js"));
	if (isPublicKey(key.publicKey)) return key;
	throw new require_start.Failure("Not a public key", `GitHub shows a public key for ${label} that nothing can be encrypted for: it is not a usable X25519 key. Run the job again; on a GitHub Enterprise Server, ask its administrator.`);
}
// src/github/write.ts
/** write seals a value and writes it, once. */
async function write(seen, secret, ask) {
	let parameters;
	try {
		parameters = await parametersOf(seen, secret, ask);
	} catch (error) {
		if (error instanceof require_start.Failure) return {
			kind: "not-written",
			error,
			retryable: false
		};
		throw error;
	}
	try {
		return classify(await ask(`PUT ${routeTo(seen.target.holder).secrets}/{name}`, parameters), seen);
	} catch (error) {
		if (error instanceof require_operations.NetworkError) return {
			kind: error.mayHaveLeft ? "lost" : "not-written",
			error,
			retryable: error.passing
		};
		if (!(error instanceof require_start.Failure)) throw error;
		return {
			kind: error instanceof require_operations.RetryAfterTooLong ? "lost" : "not-written",
			error,
			retryable: false
		};
	}
}
function classify(response, { target: { label, holder } }) {
	const { status } = response;
	if (status === 201 || status === 204) return { kind: "stored" };
	const error = new GithubError(`store ${label}`, response, needFor$1(holder));
	if (require_carry_out.isRateLimited(response)) return {
		kind: "not-written",
		error,
		retryable: require_carry_out.rateLimitAdvice(response) !== void 0
	};
	const retryable = require_operations.isPassing(status);
	return status >= 400 && status < 500 && !retryable ? {
		kind: "refused",
		error
	} : {
		kind: "lost",
		error,
		retryable
	};
}
/** The audience is read last, so that hardly any time is left in which somebody could change it. */
async function parametersOf({ target, key }, secret, ask) {
	const { sealedBox } = await Promise.resolve().then(() => require("./sealed-box.js"));
	const sealed = {
		...routeTo(target.holder).names,
		name: target.name,
		encrypted_value: sealedBox(Buffer.from(secret.reveal()), key.publicKey),
		key_id: key.id
	};
	if (target.holder.kind !== "organization") return sealed;
	const { audience } = await readOrganizationSecret(target, ask);
	return {
		...sealed,
		visibility: audience.visibility,
		...audience.visibility === "selected" && { selected_repository_ids: audience.repositoryIds }
	};
}
// src/github/store.ts
/** GitHub's answer to what was sealed for a key that it has replaced since. */
const OUTDATED_KEY = 422;
/** store carries out Github's method of that name. */
async function store(seen, secret, ask, keys, requests) {
	let sealedFor = seen.key;
	let keyIsNew = false;
	let mightBeWritten = false;
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
				kind: mightBeWritten ? "unclear" : "refused",
				error
			};
			sealedFor = newKey;
			keyIsNew = true;
			continue;
		}
		const { error, retryable } = writing;
		mightBeWritten ||= writing.kind === "lost";
		if (!retryable || failures >= requests.policy.retries || !await requests.backOff(failures++)) return {
			kind: mightBeWritten ? "unclear" : "not-written",
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
	if (answer.status === 200) return require_carry_out.parseRun(answer.body) ?? noAnswer(`GitHub did not answer with run ${runId} of ${repository}.`);
	if (require_carry_out.isOwn404(answer)) return { kind: "unknown" };
	const error = new GithubError(`show run ${runId} of ${repository}`, answer, needFor(repository));
	const isLimited = require_carry_out.isRateLimited(answer);
	const isFromGithub = !isLimited && !isFromInBetween(answer);
	if ((answer.status === 401 || answer.status === 403) && isFromGithub) throw error;
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
