const require_operations = require("./operations.js");
const require_start = require("./start.js");
// src/github/schemas.ts
/** Whether anything can be encrypted for a key is not a matter of its syntax alone. */
const key = require_start.object({
	key_id: require_start.string(),
	key: require_start.string()
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
const count = require_start.number().assert((value) => Number.isSafeInteger(value) && value >= 0, "not a count");
const repositories = require_start.object({
	total_count: count,
	repositories: require_start.array(require_start.object({ id: count }))
});
const run$1 = require_start.object({
	id: require_start.number(),
	status: require_start.string(),
	run_attempt: require_start.number(),
	repository: require_start.object({ id: require_start.number() })
}).map((response) => ({
	kind: "found",
	runId: String(response.id),
	repositoryId: String(response.repository.id),
	status: response.status,
	attempt: response.run_attempt
}));
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
/** parseRun reads a workflow run, whichever it is; undefined when the response is none. */
function parseRun(body) {
	return require_operations.parseBody(run$1, body);
}
/** parseOwnError reads GitHub's own reason in a refusal; undefined for what a server or proxy in front of it sends. */
function parseOwnError(body) {
	return require_operations.parseShortBody(ownError, body)?.message;
}
/** isOwn404 tells GitHub's own "not found" from that of a server or proxy in front of it, which has no message. */
function isOwn404({ status, body }) {
	return status === 404 && parseOwnError(body) !== void 0;
}
// src/github/rate-limit.ts
/** GitHub asks for at least this pause after a rate limit whose headers name none. */
const DEFAULT_WAIT_MS = 6e4;
/**
* isRateLimited tells a response that says "too much" from one that says "never": GitHub sends a 403 for both. A
* request with such a response had no effect.
*/
function isRateLimited(response) {
	const { status, headers } = response;
	if (status !== 403) return status === 429;
	return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0 || namesRateLimit(response);
}
/**
* rateLimitWaitMs is how long GitHub asks to wait, in milliseconds after its response; undefined when it does not say.
* Dates are compared with the response's own, because the runner's clock might be wrong.
*/
function rateLimitWaitMs(response) {
	const { headers } = response;
	const date = require_operations.parseHttpDate(headers.date ?? "");
	return retryAfterMs(headers["retry-after"], date) ?? untilReset(headers, date) ?? (namesRateLimit(response) ? DEFAULT_WAIT_MS : void 0);
}
/** rateLimitAdvice is the advice in a rate-limited response; undefined when the pause is too long to wait for. */
function rateLimitAdvice(response) {
	const waitMs = rateLimitWaitMs(response);
	return waitMs === void 0 || waitMs <= 6e4 ? { waitMs } : void 0;
}
/** githubRetryRule waits for GitHub's rate limits, whatever their status, in addition to what HTTP itself says. */
const githubRetryRule = (response, now) => isRateLimited(response) ? rateLimitAdvice(response) : require_operations.httpRetryRule(response, now);
/** In its form as a date the header means nothing without the date of the response. */
function retryAfterMs(value, date) {
	return /^\s*\d+\s*$/.test(value ?? "") || date !== void 0 ? require_operations.parseRetryAfter(value, date ?? 0) : void 0;
}
/** Only a limit that is used up is waited for: the header names its reset in every response. */
function untilReset(headers, date) {
	const reset = String(headers["x-ratelimit-reset"] ?? "");
	if (headers["x-ratelimit-remaining"] !== "0" || date === void 0 || !/^\d{1,12}$/.test(reset)) return;
	return Math.max(0, Number(reset) * 1e3 - date);
}
function namesRateLimit({ body }) {
	return /rate limit/i.test(parseOwnError(body) ?? "");
}
// src/nonce.ts
const BYTES = 8;
/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
function randomNonce() {
	return process.getBuiltinModule("node:crypto").randomBytes(BYTES).toString("hex");
}
// src/carry-out.ts
/** carryOut wires the real parts and runs one operation. Throws what the operation throws. */
async function carryOut(request, runner, secrets) {
	const { credential, trusted, clusterUrl, tries } = request.connection;
	const node = require_operations.nodeTrust(process);
	const additions = require_operations.describeAdditions(node);
	if (additions !== void 0) runner.info(additions);
	const { anchors, fingerprints } = require_operations.trustOfMain(trusted, node);
	const transport = new require_operations.HttpTransport(anchors);
	const management = new require_operations.Requests(transport, require_start.systemClock, Math.random, runner.info, tries);
	const data = new require_operations.Requests(new require_operations.HttpTransport(anchors), require_start.systemClock, Math.random, runner.info, tries);
	const github = new require_operations.Requests(transport, require_start.systemClock, Math.random, runner.info, {
		...tries,
		retryRule: githubRetryRule
	});
	const api = new require_operations.ManagementApi(management, require_start.systemClock, {
		credential,
		places: require_operations.possiblePlaces(request.connection),
		observer: {
			secret: (secret) => secrets.mask(secret),
			clocks: require_operations.clockWarning(runner)
		}
	});
	const save = (text) => runner.saveState(text === "" ? "" : require_operations.sealLedger(text, credential.secret));
	await run(request, github, {
		api,
		dataPlane: new require_operations.DataPlane(data, clusterUrl),
		pacing: management,
		runner,
		clock: require_start.systemClock,
		nonce: randomNonce,
		newLedger: (failOnRevokeError) => new require_operations.Ledger(save, {
			place: api.place,
			tries,
			fingerprints,
			failOnRevokeError
		})
	});
}
/** Each operation is loaded when it is asked for. */
async function run(request, requests, deps) {
	switch (request.operation) {
		case "create": return (await Promise.resolve().then(() => require("./create.js"))).create(request, deps);
		case "get": return (await Promise.resolve().then(() => require("./get.js"))).get(request, deps);
		case "list": return (await Promise.resolve().then(() => require("./list.js"))).list(request, deps);
		case "update": return (await Promise.resolve().then(() => require("./update.js"))).update(request, deps);
		case "revoke": return (await Promise.resolve().then(() => require("./revoke.js"))).revoke(request, deps);
		case "rotate": {
			const { rotate } = await Promise.resolve().then(() => require("./rotate.js"));
			const { secretStore, workflowRuns } = await Promise.resolve().then(() => require("./github-api.js"));
			const { githubApiUrl } = request.run;
			const secrets = secretStore(githubApiUrl, request.storeToken, requests);
			const runs = workflowRuns(githubApiUrl, request.githubToken, requests);
			return rotate(request, {
				...deps,
				github: {
					...secrets,
					...runs
				}
			});
		}
		case "cleanup": {
			const { cleanup } = await Promise.resolve().then(() => require("./cleanup.js"));
			const { workflowRuns } = await Promise.resolve().then(() => require("./github-api.js"));
			const github = workflowRuns(request.run.githubApiUrl, request.githubToken, requests);
			return cleanup(request, {
				...deps,
				github,
				cancelled: require_operations.cancellationOf(process)
			});
		}
		default: throw new Error(`nobody carries out ${request}`);
	}
}
exports.carryOut = carryOut;
exports.isOwn404 = isOwn404;
exports.isRateLimited = isRateLimited;
exports.parseKey = parseKey;
exports.parseOrganizationSecret = parseOrganizationSecret;
exports.parseOwnError = parseOwnError;
exports.parseRepositories = parseRepositories;
exports.parseRun = parseRun;
exports.parseSecret = parseSecret;
exports.rateLimitAdvice = rateLimitAdvice;
exports.rateLimitWaitMs = rateLimitWaitMs;
