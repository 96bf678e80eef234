const require_start = require("./start.js");
let node_url = require("node:url");
// src/cancellation.ts
/**
* cancellationOf is aborted when the job is cancelled: GitHub's runner sends SIGINT, and 7.5 s later SIGTERM. Whoever asks for
* it has to come to an end by itself; without it a signal ends the process at once.
*/
function cancellationOf(process) {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => controller.abort());
	return controller.signal;
}
/** unlessCancelled gives up waiting when the job is cancelled. Throws a Failure then, with what is true now. */
async function unlessCancelled(work, cancelled, consequence) {
	return await Promise.race([work, aborted(cancelled).then(() => {
		throw new require_start.Failure("Cancelled", `The job was cancelled. ${consequence}`);
	})]);
}
/** aborted resolves when a signal is aborted, and never without. */
function aborted(signal) {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
}
// src/http/network-error.ts
/** There was no connection yet on which a request could have left. */
const NEVER_SENT = [
	"dns",
	"refused",
	"certificate",
	"proxy",
	"proxy-setting",
	"no-time"
];
/** The next try would end the same. */
const LASTING = [
	"certificate",
	"too-large",
	"proxy-setting",
	"no-time"
];
/** NetworkError says that a request got no usable answer. If it may have left, the server may have carried it out. */
var NetworkError = class extends require_start.Failure {
	fault;
	constructor(fault, message, options) {
		super(titleOf(fault), message, options);
		this.name = "NetworkError";
		this.fault = fault;
	}
	/** passing tells whether another try may help. */
	get passing() {
		return !LASTING.includes(this.fault);
	}
	/** mayHaveLeft tells whether the server may have received the request. */
	get mayHaveLeft() {
		return !NEVER_SENT.includes(this.fault);
	}
};
function titleOf(fault) {
	if (fault === "timeout" || fault === "no-time") return "No answer in time";
	return fault === "too-large" ? "Answer too large" : "No connection";
}
/** networkError turns what Node throws into a sentence with a cure. `host` is who was asked. */
function networkError(cause, host) {
	if (cause instanceof NetworkError) return cause;
	const code = codeOf(cause);
	const text = cause instanceof Error ? cause.message : String(cause);
	if (code === "ERR_INVALID_URL") return unreadableProxy(host, { cause });
	const [fault, message] = explain(code, text, host, syscallOf(cause) === "connect");
	return new NetworkError(fault, message, { cause });
}
/** unreadableProxy says that a proxy is set, but not so that anybody could find it. */
function unreadableProxy(host, options) {
	return new NetworkError("proxy-setting", `the proxy for ${host} is not a URL: check HTTPS_PROXY (http://HOST:PORT)`, options);
}
function explain(code, text, host, connecting) {
	if (text.startsWith("tunneling socket")) {
		const untrusted = /cause=([^;]*certificate[^;]*)/i.exec(text)?.[1];
		if (untrusted !== void 0) return ["certificate", `no trusted TLS connection to the proxy for ${host} (${untrusted}): check its certificate, or give that of its authority in \`ca-certificate\``];
		return ["proxy", `the proxy would not connect to ${host} (${text}): ${text.endsWith("=407") ? "it asks for a user and a password, which HTTPS_PROXY can hold (http://USER:PASSWORD@HOST:PORT)" : "check HTTPS_PROXY and what it allows"}`];
	}
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return ["dns", `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`];
	if (connecting && /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(code)) return ["refused", `${host} refused the connection (${code}): check host and port, or use a runner that may reach it`];
	if (/^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH)/.test(code)) return ["certificate", `no trusted TLS connection to ${host} (${code}): ${certificateCure(code)}`];
	if (/^(?:EPROTO|ERR_SSL_)/.test(code)) return ["tls", `${host} did not agree on TLS (${code}): check the port, and that it serves https`];
	if (code === "ETIMEDOUT") return ["timeout", `${host} did not answer in time (${code})`];
	return ["broken", `the connection to ${host} broke off (${code || text || "no reason given"})`];
}
function certificateCure(code) {
	if (code === "CERT_HAS_EXPIRED") return "its certificate has expired and must be renewed there";
	if (code === "CERT_NOT_YET_VALID") return "its certificate is not valid yet: check the clocks";
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return "its certificate is for another name: use the name that stands in it";
	return "its certificate is not one that this runner trusts: give the certificate of its authority in `ca-certificate`";
}
/** Connecting to several addresses fails with one AggregateError that holds a cause for each. */
function firstOf(cause) {
	return cause instanceof AggregateError ? cause.errors[0] : cause;
}
function codeOf(cause) {
	const first = firstOf(cause);
	return first instanceof Error && "code" in first && typeof first.code === "string" ? first.code : "";
}
function syscallOf(cause) {
	const first = firstOf(cause);
	return first instanceof Error && "syscall" in first ? first.syscall : void 0;
}
// src/data-plane/probe.ts
/** Must not be changed: anything malformed is answered 200 before the token is looked at. Cheap on any database. */
const CHEAP_QUERY = "SELECT * FROM dummy WHERE time > now()";
/** DataPlane tries tokens out on a cluster. It never writes a point. */
var DataPlane = class {
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
		} catch (error) {
			if (error instanceof NetworkError) return {
				kind: "unreachable",
				why: error.message
			};
			if (error instanceof require_start.Failure) return {
				kind: "turned-away",
				why: error.message
			};
			throw error;
		}
	}
	#request({ action, database }, token) {
		const headers = {
			Accept: "application/json",
			Authorization: `Bearer ${token.reveal()}`,
			Connection: "close"
		};
		const name = encodeURIComponent(database);
		if (action === "read") return {
			method: "GET",
			url: new URL(`${this.#clusterUrl}/query?db=${name}&q=${encodeURIComponent(CHEAP_QUERY)}`),
			headers
		};
		return {
			method: "POST",
			url: new URL(`${this.#clusterUrl}/api/v2/write?org=x&bucket=${name}&precision=s`),
			headers: {
				...headers,
				"Content-Type": "text/plain; charset=utf-8"
			},
			body: ""
		};
	}
};
/**
* probeTarget picks the grant to try: a read before a write, a named database before `*`. For `*` any database of the
* cluster will do. Undefined when there is nothing to probe: no grant, or `*` on a cluster without databases.
*/
function probeTarget(permissions, existing) {
	for (const action of ["read", "write"]) {
		const granted = permissions.filter((permission) => permission.action === action);
		const database = granted.find((permission) => permission.resource !== "*")?.resource ?? (granted.length > 0 ? existing[0] : void 0);
		if (database !== void 0) return {
			action,
			database
		};
	}
}
/** Not yet active is 401 or 403, depending on version and proxy. A 400 to a write came after authorization. */
function reading(action, status, holdMs) {
	const why = `the cluster answered ${status}`;
	if (status === 401 || status === 403) return {
		kind: "refused",
		why
	};
	return (action === "read" ? status === 200 : status === 204 || status === 400) ? { kind: "accepted" } : {
		kind: "unclear",
		why,
		holdMs
	};
}
// src/http/http-date.ts
const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const TIME = "\\d{2}:\\d{2}:\\d{2}";
/** The whole of it, since Date.parse makes a date of less: `Sun, 06 Nov` would be in 2001. */
const HTTP_DATE = new RegExp(`^[A-Z][a-z]{2,8},? (?:\\d{2}[ -](?:${MONTHS})[ -]\\d{2,4} ${TIME} GMT|(?:${MONTHS}) [ \\d]\\d ${TIME} \\d{4})$`);
/** parseHttpDate reads the date of a header. Returns milliseconds since 1970, or undefined for anything else. */
function parseHttpDate(text) {
	if (!HTTP_DATE.test(text)) return void 0;
	const date = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
	return Number.isNaN(date) ? void 0 : date;
}
// src/http/retry-after.ts
/** Longer than anybody waits, and still a number that can be shown. */
const LONGEST_S = 0xe8d4a51000;
/**
* parseRetryAfter reads the header in both of its forms, seconds and date. Returns milliseconds from `now` (in
* milliseconds since 1970), or undefined when the header is absent or senseless.
*/
function parseRetryAfter(value, now) {
	const text = value?.trim() ?? "";
	if (/^\d+$/.test(text)) return Math.min(Number(text), LONGEST_S) * 1e3;
	const date = parseHttpDate(text);
	return date === void 0 ? void 0 : Math.max(0, date - now);
}
// src/http/requests.ts
/** How long a server may ask us to wait. More is no pause but a refusal, and fails at once. */
const LONGEST_RETRY_AFTER_MS = 6e4;
const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 1e4;
/** Requests is the one place that sends requests: it says how often, how long, and when to hold back. */
var Requests = class {
	policy;
	#transport;
	#clock;
	#random;
	#note;
	/** No request leaves before this much has elapsed: a `Retry-After` holds back all of them, not just the one it answered. */
	#heldUntil = 0;
	/** `random` gives numbers from 0 to 1; `note` gets a line for each try that has to be repeated. */
	constructor(transport, clock, random, note, policy) {
		this.#transport = transport;
		this.#clock = clock;
		this.#random = random;
		this.#note = note;
		this.policy = policy;
	}
	/** heldForMs is how long a server's `Retry-After` still keeps any request from leaving. */
	get heldForMs() {
		return Math.max(0, this.#heldUntil - this.#clock.elapsed());
	}
	/**
	* once sends a request a single time, within `timeoutMs` if that is less than the policy's. Throws NetworkError
	* when there is no answer, and a Failure when the server asks to wait longer than is sensible.
	*/
	async once(request, timeoutMs = this.policy.timeoutMs) {
		if (!require_start.isTrustworthy(request.url)) throw new require_start.Failure("Not safe to send", `Nothing is sent to ${request.url.origin}, since it is not https:.`);
		await this.#waitWhileHeld();
		const answer = await this.#transport.send(request, Math.min(timeoutMs, this.policy.timeoutMs, this.#timeLeft()));
		if (isPassing(answer.status)) this.#holdBack(answer, request.url);
		return answer;
	}
	/**
	* repeatedly sends a request that may safely arrive twice, until it is answered by something else than a passing
	* error, or the retries are used up: then the last answer counts. Throws like once.
	*/
	async repeatedly(request) {
		for (let attempt = 0;; attempt++) {
			const outcome = await this.once(request).catch(networkErrorOnly);
			const unanswered = outcome instanceof NetworkError;
			if (!(unanswered ? outcome.passing : isPassing(outcome.status)) || attempt >= this.policy.retries || !await this.backOff(attempt)) {
				if (unanswered) throw outcome;
				return outcome;
			}
			const why = unanswered ? outcome.message : `it was answered ${outcome.status}`;
			this.#note(`Trying ${request.method} ${request.url.pathname} again, since ${why}.`);
		}
	}
	/**
	* backOff waits before the next try: a random time below a bound that doubles ("full jitter"). Returns false, at once,
	* when there is no time left for that.
	*/
	async backOff(attempt) {
		const pause = this.#random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
		if (this.#timeLeft() <= Math.max(pause, this.heldForMs)) return false;
		await this.#clock.sleep(pause);
		return true;
	}
	/** Another answer may prolong the hold while this request waits for its end. */
	async #waitWhileHeld() {
		for (;;) {
			const held = this.heldForMs;
			if (this.#timeLeft() <= held) throw new NetworkError("no-time", "no time was left to send a request");
			if (held === 0) return;
			await this.#clock.sleep(held);
		}
	}
	#holdBack(answer, url) {
		const wait = parseRetryAfter(answer.headers["retry-after"], this.#clock.now());
		if (wait === void 0) return;
		if (wait > LONGEST_RETRY_AFTER_MS) throw new RetryAfterTooLong(answer.status, url.host, wait);
		this.#heldUntil = Math.max(this.#heldUntil, this.#clock.elapsed() + wait);
	}
	/** Until everything must be over, in milliseconds; endless without a deadline. */
	#timeLeft() {
		return (this.policy.deadline ?? Number.POSITIVE_INFINITY) - this.#clock.elapsed();
	}
};
/** RetryAfterTooLong is thrown when a server names a pause that no job should sit through. */
var RetryAfterTooLong = class extends require_start.Failure {
	constructor(status, host, waitMs) {
		super("The server asks to wait", `${host} answered ${status} and asks to try again in ${Math.ceil(waitMs / 1e3)} s (Retry-After); at most ${LONGEST_RETRY_AFTER_MS / 1e3} s are waited for. Run the job again later.`);
		this.name = "RetryAfterTooLong";
	}
};
/** isPassing tells whether a status says "not now": the same request may succeed later. */
function isPassing(status) {
	return status === 408 || status === 429 || status >= 500 && status <= 599;
}
function networkErrorOnly(error) {
	if (error instanceof NetworkError) return error;
	throw error;
}
// src/http/agents.ts
/**
* Agents makes the connections: it says whether they go through a proxy, and whose certificates are trusted. What a
* connection takes is loaded with the first that takes it.
*/
var Agents = class {
	/** One for each origin, since a proxy may be for some hosts only. Connections are kept open. */
	#agents = /* @__PURE__ */ new Map();
	#trusted;
	#verification;
	/** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
	constructor(trusted) {
		this.#trusted = trusted;
	}
	/** agentFor is what a request to a URL is sent with. Throws NetworkError when a proxy is set that cannot be used. */
	agentFor(url) {
		const known = this.#agents.get(url.origin);
		if (known) return known;
		const agent = url.protocol === "https:" ? this.#secureAgent(url) : plainAgent();
		this.#agents.set(url.origin, agent);
		return agent;
	}
	async #secureAgent(url) {
		this.#verification ??= verification(this.#trusted);
		const options = await this.#verification;
		if (process.env["https_proxy"] || process.env["HTTPS_PROXY"]) {
			const { agentThroughProxy } = await Promise.resolve().then(() => require("./proxy.js"));
			const agent = agentThroughProxy(url, options);
			if (agent) return agent;
		}
		const { Agent } = process.getBuiltinModule("node:https");
		return new Agent({
			keepAlive: true,
			...options
		});
	}
};
/** Only for a loopback host, to which no proxy leads: see isTrustworthy. */
async function plainAgent() {
	const { Agent } = process.getBuiltinModule("node:http");
	return new Agent({ keepAlive: true });
}
async function verification(trusted) {
	if (trusted.length === 0) return { rejectUnauthorized: true };
	const { createSecureContext, getCACertificates } = process.getBuiltinModule("node:tls");
	return {
		rejectUnauthorized: true,
		secureContext: createSecureContext({ ca: [...getCACertificates("default"), ...trusted] })
	};
}
// src/http/transport.ts
const USER_AGENT = "influxdb-token-action";
/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 67108864;
/** HttpTransport sends through Node's own client. */
var HttpTransport = class {
	#agents;
	/** `trusted` are certificates in PEM that are trusted besides those that Node trusts anyway. */
	constructor(trusted) {
		this.#agents = new Agents(trusted);
	}
	async send(request, timeoutMs) {
		try {
			return await exchange(request, await this.#agents.agentFor(request.url), timeoutMs);
		} catch (error) {
			throw networkError(error, request.url.host);
		}
	}
};
/**
* Ends in time whatever happens, a body that drips in included. By a timer and not by a signal, since Node keeps something
* of each request with a signal in memory until the next full collection.
*/
async function exchange({ url, method, headers, body }, agent, timeoutMs) {
	const { promise, resolve, reject } = Promise.withResolvers();
	const { request } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
	const sent = request({
		...(0, node_url.urlToHttpOptions)(url),
		method,
		headers: {
			...headers,
			"User-Agent": USER_AGENT
		},
		agent
	}, (message) => {
		const { statusCode: status = 0, headers: answered } = message;
		readBody(message).then((text) => resolve({
			status,
			headers: answered,
			body: text
		}), reject);
	});
	sent.on("error", reject);
	const timer = setTimeout(() => {
		reject(timedOut(url, timeoutMs));
		sent.destroy();
	}, timeoutMs);
	sent.end(body);
	try {
		return await promise;
	} finally {
		clearTimeout(timer);
	}
}
function timedOut({ host }, timeoutMs) {
	return new NetworkError("timeout", `${host} did not answer within ${Math.ceil(timeoutMs / 1e3)} s`);
}
/** Listens instead of iterating, which costs a millisecond of a start. A message that ends early is an error. */
function readBody(message) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		let size = 0;
		message.on("data", (chunk) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size > LARGEST_ANSWER) message.destroy(tooLarge());
		});
		message.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
		message.on("error", reject);
	});
}
function tooLarge() {
	return new NetworkError("too-large", `the answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MiB`);
}
// src/http/json.ts
/** parseJson reads JSON; undefined when the text is none (which `undefined` in JSON cannot be). */
function parseJson(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}
/** parseBody reads JSON as a schema has it, without what the schema does not name; undefined when it is anything else. */
function parseBody(schema, body) {
	const parsed = schema.try(parseJson(body), { mode: "strip" });
	return parsed.ok ? parsed.value : void 0;
}
// src/http/excerpt.ts
const LONGEST_EXCERPT = 300;
/** As far as a page is searched for its title. */
const HEAD_OF_PAGE = 4096;
/**
* excerpt is what a server says in an answer, cut to what a message may hold; empty when it says nothing. Every kind of
* error body seen: an API's own, `{"error": …}`, plain text, a proxy's HTML.
*/
function excerpt(answer) {
	if (answer.status < 300) return describeBody(answer);
	const own = messageIn(parseJson(answer.body));
	if (own !== void 0) return cut(own);
	if (answer.body.trim() === "") return "";
	if (looksLikeHtml(answer)) return describeBody(answer);
	return cut(answer.body);
}
/** describeBody says what kind of body an answer has. Never shows one, since it was perhaps expected to hold a token. */
function describeBody(answer) {
	if (answer.body.trim() === "") return "an empty body";
	if (!looksLikeHtml(answer)) return "something else than the expected JSON";
	const heading = /<title[^>]*>([^<]{1,200})/i.exec(answer.body.slice(0, HEAD_OF_PAGE))?.[1]?.trim();
	return heading ? `an HTML page titled "${cut(heading)}"` : "an HTML page";
}
/** Some servers put an object with the message into `error`; deeper than that nobody nests. */
function messageIn(json, depth = 1) {
	if (typeof json === "string") return json;
	if (typeof json !== "object" || json === null) return void 0;
	for (const key of [
		"message",
		"error",
		"detail",
		"error_description"
	]) {
		const value = json[key];
		if (typeof value === "string" && value !== "") return value;
		if (key === "error" && depth > 0 && typeof value === "object" && value) return messageIn(value, depth - 1);
	}
}
function looksLikeHtml(answer) {
	return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(answer.body);
}
function cut(text) {
	return require_start.shorten(text.replaceAll(/\s+/g, " ").trim(), LONGEST_EXCERPT);
}
// src/management-api/schemas.ts
const date = require_start.unknown().map(require_start.parseServerDate);
const dates = {
	createdAt: date.optional(),
	expiresAt: date.optional(),
	revokedAt: date.optional()
};
const permission = require_start.object({
	action: require_start.string(),
	resource: require_start.string()
});
/** A token as the answer to a request for this one: what it holds is relied upon. */
const token = require_start.object({
	id: require_start.string(),
	description: require_start.string().nullable().optional(),
	permissions: require_start.array(permission).nullable().optional(),
	...dates
}).map(tokenFrom);
/**
* A token in a list. One odd entry among thousands, say one that somebody else made without a description, must not
* keep us from finding and revoking our own: what cannot be read of it is taken for absent. Only its id must be there.
*/
const listedToken = require_start.object({
	id: require_start.string(),
	description: require_start.unknown().optional(),
	permissions: require_start.unknown().optional(),
	createdAt: require_start.unknown().optional(),
	expiresAt: require_start.unknown().optional(),
	revokedAt: require_start.unknown().optional()
}).map(({ id, description, permissions, createdAt, expiresAt, revokedAt }) => ({
	id,
	description: typeof description === "string" ? description : "",
	permissions: Array.isArray(permissions) ? permissions.flatMap(readablePermission) : [],
	createdAt: require_start.parseServerDate(createdAt),
	expiresAt: require_start.parseServerDate(expiresAt),
	revokedAt: require_start.parseServerDate(revokedAt)
}));
const tokens = require_start.array(listedToken);
const databases = require_start.array(require_start.object({ name: require_start.string() }));
/** At least 64 characters [OpenAPI], and nothing in it that a header or a line could not hold. */
const accessToken = require_start.string().assert((text) => /^[\x21-\x7e]{64,}$/.test(text), "not an access token");
const withSecret = require_start.object({ accessToken });
const apiError = require_start.object({
	code: require_start.union(require_start.number(), require_start.string()),
	message: require_start.string()
});
/** parseTokens reads the answer to a list; undefined when it is anything but an array of tokens. */
function parseTokens(body) {
	return parseBody(tokens, body);
}
/** parseToken reads one token; undefined when the answer is none. */
function parseToken(body) {
	return parseBody(token, body);
}
/** parseAccessToken reads the secret from the answer to a POST; undefined when there is none. */
function parseAccessToken(body) {
	return parseBody(withSecret, body)?.accessToken;
}
/** parseDatabaseNames reads the names from the answer to a list of databases; undefined when it is none. */
function parseDatabaseNames(body) {
	return parseBody(databases, body)?.map((database) => database.name);
}
/** parseApiError reads the API's own kind of error, which no proxy sends: `{code, message}`. */
function parseApiError(body) {
	return parseBody(apiError, body);
}
function readablePermission(held) {
	const parsed = permission.try(held, { mode: "strip" });
	return parsed.ok ? [parsed.value] : [];
}
function tokenFrom(answer) {
	return {
		id: answer.id,
		description: answer.description ?? "",
		permissions: answer.permissions ?? [],
		createdAt: answer.createdAt ?? "unset",
		expiresAt: answer.expiresAt ?? "unset",
		revokedAt: answer.revokedAt ?? "unset"
	};
}
// src/management-api/errors.ts
/** ApiError is an answer that says no. */
var ApiError = class extends require_start.Failure {
	status;
	/** What the server said, cut to an excerpt; empty when it said nothing. */
	serverMessage;
	/** `tokenSource` is where the management token comes from, for people. */
	constructor(action, answer, tokenSource) {
		const serverMessage = excerpt(answer);
		const said = serverMessage === "" ? "" : `: ${serverMessage}`;
		super(title(answer.status), `The Management API would not ${action} (${answer.status}${said}). ${cure(answer, tokenSource)}`.trimEnd());
		this.name = "ApiError";
		this.status = answer.status;
		this.serverMessage = serverMessage;
	}
};
/** UnreadableAnswer is a success whose body is not what the API sends: mostly a proxy's or a login page. */
var UnreadableAnswer = class extends require_start.Failure {
	constructor(action, answer) {
		super("Unreadable answer", `The Management API was to ${action} and answered ${answer.status}, but with ${describeBody(answer)}. Check \`api-url\`, and whether a proxy stands in between.`);
		this.name = "UnreadableAnswer";
	}
};
/** isTurnedAway tells whether the management token was refused: whatever else is asked with it would be too. */
function isTurnedAway(error) {
	return error instanceof ApiError && (error.status === 401 || error.status === 403);
}
/**
* isOwn404 tells the API's own "no such thing" from a 404 for a route that does not exist, which a server or proxy in
* front of the API sends without the API's `{code, message}`.
*/
function isOwn404(answer) {
	return answer.status === 404 && parseApiError(answer.body) !== void 0;
}
function title(status) {
	if (status === 401) return "Management token refused";
	if (status === 403) return "Management token not allowed";
	if (status === 404) return "Not found";
	return `Management API answered ${status}`;
}
function cure(answer, tokenSource) {
	const { status } = answer;
	if (status === 401) return `The management token is wrong, expired or revoked. It comes from ${tokenSource}: check the secret behind it, or create a new token with \`influxctl management create\`. (Runs from forks and of Dependabot do not get the secrets of the repository.)`;
	if (status === 403) return "The management token is valid, but not for this account or cluster: check `account-id` and `cluster-id`.";
	if (status === 404) return isOwn404(answer) ? "This account, cluster or token is not known there: check `account-id` and `cluster-id`." : "There is no Management API at this address: check `api-url` and `product`.";
	if (status >= 300 && status <= 399) return "Redirects are not followed, since they could lead credentials astray: give the final address as `api-url`.";
	if (status === 408 || status === 429 || status >= 500) return "This should pass: run the job again later.";
	return "";
}
// src/management-api/outcomes.ts
/** What a token looks like wherever it stands: `apiv<N>_` and base64 of either alphabet. */
const ACCESS_TOKEN = /apiv\d+_[\w+/=-]{20,}/g;
/** accessTokensIn are all secrets that an answer holds, wherever: what is to be masked before anything else. */
function accessTokensIn({ body }) {
	const own = parseAccessToken(body);
	return [...own === void 0 ? [] : [own], ...body.match(ACCESS_TOKEN) ?? []];
}
/** creationOf reads the answer to a POST. `tokenSource` is where the management token comes from, for people. */
function creationOf(answer, tokenSource) {
	if (isSuccess(answer)) {
		const token = parseToken(answer.body);
		const accessToken = parseAccessToken(answer.body);
		return token && require_start.isUuid(token.id) && accessToken !== void 0 ? {
			kind: "created",
			token,
			secret: new require_start.Secret(accessToken)
		} : {
			kind: "lost",
			error: new UnreadableAnswer("create the token", answer)
		};
	}
	const error = new ApiError("create the token", answer, tokenSource);
	return {
		kind: answer.status >= 400 && answer.status < 500 && !isPassing(answer.status) ? "refused" : "lost",
		error
	};
}
/** creationWithout is what became of a POST that had no answer. Throws what happens before anything was sent. */
function creationWithout(error) {
	if (error instanceof NetworkError && !error.mayHaveLeft) return {
		kind: "unsent",
		error
	};
	if (error instanceof NetworkError || error instanceof RetryAfterTooLong) return {
		kind: "lost",
		error
	};
	throw error;
}
/** deletionOf reads the answer to a DELETE. */
function deletionOf(id, answer, tokenSource) {
	if (answer.status === 204 || answer.status === 200 && !isForeign(answer)) return { kind: "revoked" };
	if (answer.status === 200) return {
		kind: "lost",
		error: new UnreadableAnswer(`revoke token ${id}`, answer)
	};
	if (isOwn404(answer)) return { kind: "unknown-token" };
	const error = new ApiError(`revoke token ${id}`, answer, tokenSource);
	return {
		kind: isPassing(answer.status) ? "passing" : "refused",
		error
	};
}
/** deletionWithout is what became of a DELETE that had no answer. Throws whatever is no matter of the network. */
function deletionWithout(error) {
	if (error instanceof NetworkError) return {
		kind: error.mayHaveLeft ? "lost" : "unsent",
		error
	};
	throw error;
}
/** isSuccess tells whether something was done as asked, as far as the status says. */
function isSuccess({ status }) {
	return status === 200 || status === 201;
}
/** A 200 with text that is no JSON comes from a proxy or a login page, and tells nothing about the API. */
function isForeign({ body }) {
	return body.trim() !== "" && parseJson(body) === void 0;
}
// src/management-api/place.ts
/** What the vendor's own clients put into the prefixed form on Clustered, where there are no ids. */
const DUMMY_ID = "11111111-1111-1111-1111-111111111111";
/**
* possiblePlaces lists where the API may be, most likely first: Dedicated has one form; Clustered documents the bare
* one, while some releases serve the other.
*/
function possiblePlaces({ product, apiUrl, accountId, clusterId }) {
	const prefixed = {
		apiUrl,
		form: "prefixed",
		accountId: accountId ?? DUMMY_ID,
		clusterId: clusterId ?? DUMMY_ID
	};
	return product === "dedicated" ? [prefixed] : [{
		...prefixed,
		form: "bare"
	}, prefixed];
}
/** placeUrl is the URL of a collection of the API, or of one token in it. Throws a Failure for an id that is no UUID. */
function placeUrl(place, collection, id) {
	const ids = place.form === "bare" ? [] : [place.accountId, place.clusterId];
	for (const part of id === void 0 ? ids : [...ids, id]) if (!require_start.isUuid(part)) throw new require_start.Failure("Not an id", `"${part}" is not a UUID, so no request was sent with it in its path.`);
	const prefix = place.form === "bare" ? "" : `/accounts/${place.accountId}/clusters/${place.clusterId}`;
	return new URL(`${place.apiUrl}/api/v0${prefix}/${collection}${id === void 0 ? "" : `/${id}`}`);
}
// src/management-api/client.ts
/** ManagementApi speaks to the Management API of one cluster: it knows paths, bodies and answers, and decides nothing. */
var ManagementApi = class {
	#requests;
	#clock;
	#credential;
	#onSecret;
	/** More than one until a read has told which form the server serves. */
	#places;
	/** `onSecret` is called with each new token's secret before anything else is done with the answer. */
	constructor(requests, clock, credential, places, onSecret) {
		this.#requests = requests;
		this.#clock = clock;
		this.#credential = credential;
		this.#places = places;
		this.#onSecret = onSecret;
	}
	/** located tells whether the path form is known, so that a write may be sent. */
	get located() {
		return this.#places.length === 1;
	}
	/** locate finds out by a read which path form the server has, if that is not known yet. Throws like databases. */
	async locate() {
		if (!this.located) await this.databases();
	}
	/** place is where the API is. Throws when it was not found out by a read yet. */
	get place() {
		const [place, ...others] = this.#places;
		if (!place || others.length > 0) throw new Error("the path form is decided by a read, before any write");
		return place;
	}
	/** databases lists the names of all databases. Throws ApiError, UnreadableAnswer or NetworkError. */
	async databases() {
		const action = "list the databases";
		const answer = await this.#read("databases");
		if (answer.status !== 200) throw this.#refusal(action, answer);
		return parseDatabaseNames(answer.body) ?? unreadable(action, answer);
	}
	/** tokens lists all tokens, in the server's order. Throws ApiError, UnreadableAnswer or NetworkError. */
	async tokens() {
		const action = "list the tokens";
		const answer = await this.#read("tokens");
		if (answer.status !== 200) throw this.#refusal(action, answer);
		return {
			tokens: parseTokens(answer.body) ?? unreadable(action, answer),
			now: this.#timeOf(answer)
		};
	}
	/**
	* findToken reads one token, together with the time of the answer; no token for the API's own 404. Throws ApiError,
	* UnreadableAnswer or NetworkError.
	*/
	async findToken(id) {
		const action = `show token ${id}`;
		const answer = await this.#read("tokens", id);
		const now = this.#timeOf(answer);
		if (isOwn404(answer)) return {
			token: void 0,
			now
		};
		if (answer.status !== 200) throw this.#refusal(action, answer);
		const token = parseToken(answer.body);
		return {
			token: token && require_start.sameId(token.id, id) ? token : unreadable(action, answer),
			now
		};
	}
	/**
	* createToken sends one POST, once. `namesType`, only with an expiry, adds `expirationType`, which is documented in
	* prose alone. Throws only what happens before anything was sent.
	*/
	async createToken(order, namesType) {
		const request = this.#request("POST", placeUrl(this.place, "tokens"), {
			description: order.description,
			permissions: order.permissions,
			...order.expiresAt === "never" ? {} : { expiresAt: require_start.formatInstant(order.expiresAt) },
			...namesType ? { expirationType: "datetime" } : {}
		});
		let answer;
		try {
			answer = await this.#requests.once(request);
		} catch (error) {
			return creationWithout(error);
		}
		for (const secret of accessTokensIn(answer)) this.#onSecret(secret);
		return creationOf(answer, this.#credential.source);
	}
	/**
	* updateToken replaces what is given and returns the token as it is then; undefined for the API's own 404. Throws like
	* findToken.
	*/
	async updateToken(id, change) {
		const answer = await this.#repeatedly("PATCH", placeUrl(this.place, "tokens", id), change);
		if (isOwn404(answer)) return void 0;
		if (!isSuccess(answer)) throw this.#refusal(`update token ${id}`, answer);
		const token = parseToken(answer.body);
		return token && require_start.sameId(token.id, id) ? token : unreadable(`update token ${id}`, answer);
	}
	/** deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. */
	async deleteToken(id) {
		let answer;
		try {
			answer = await this.#requests.once(this.#request("DELETE", placeUrl(this.place, "tokens", id)));
		} catch (error) {
			return deletionWithout(error);
		}
		return deletionOf(id, answer, this.#credential.source);
	}
	/** A read goes to each possible place in turn until one has the route; that one it is from then on. */
	async #read(collection, id) {
		for (const [index, place] of this.#places.entries()) {
			const answer = await this.#repeatedly("GET", placeUrl(place, collection, id));
			if (answer.status === 404 && !isOwn404(answer) && index < this.#places.length - 1) continue;
			if (answer.status === 200 || isOwn404(answer)) this.#places = [place];
			return answer;
		}
		throw new require_start.Failure("Not found", "There is no place to look for the Management API.");
	}
	/** The server's time counts, since the server decides what has expired; without it the runner's. */
	#timeOf(answer) {
		return parseHttpDate(answer.headers.date ?? "") ?? this.#clock.now();
	}
	#refusal(action, answer) {
		return new ApiError(action, answer, this.#credential.source);
	}
	#repeatedly(method, url, body) {
		return this.#requests.repeatedly(this.#request(method, url, body));
	}
	#request(method, url, body) {
		return {
			method,
			url,
			headers: {
				Accept: "application/json",
				Authorization: `Bearer ${this.#credential.secret.reveal()}`,
				...body === void 0 ? {} : { "Content-Type": "application/json" }
			},
			...body === void 0 ? {} : { body: JSON.stringify(body) }
		};
	}
};
function unreadable(action, answer) {
	throw new UnreadableAnswer(action, answer);
}
// src/operations/ledger.ts
const attempt = require_start.object({
	/** Carried by the tag of the token that one POST may have created. */
	nonce: require_start.string(),
	/** When the POST was about to be sent, as `Clock.elapsed` measures. */
	at: require_start.number(),
	/** The token, once an answer named it. */
	id: require_start.string().optional(),
	/**
	* open: may be alive, and is nobody's after this job. settled: never came to be, or was seen to be revoked.
	* kept: was handed to somebody for good.
	*/
	fate: require_start.union(require_start.literal("open"), require_start.literal("settled"), require_start.literal("kept"))
});
const handOver = require_start.object({
	/**
	* handing: somebody may hold the token from now on, so this run never revokes it again. handed-over: later steps have it,
	* and the post step commits it. over: the step itself has seen to the rest.
	*/
	phase: require_start.union(require_start.literal("handing"), require_start.literal("handed-over"), require_start.literal("over")),
	tokenId: require_start.string(),
	/** What its description becomes when it is committed. */
	committed: require_start.string(),
	line: require_start.object({
		repositoryId: require_start.string(),
		plainDescription: require_start.string()
	}),
	graceMs: require_start.number(),
	/** Whether the cluster was seen to accept it: what was not proven ends no other. */
	proven: require_start.boolean()
});
const entries = require_start.object({
	place: require_start.object({
		apiUrl: require_start.string(),
		form: require_start.union(require_start.literal("bare"), require_start.literal("prefixed")),
		accountId: require_start.string(),
		clusterId: require_start.string()
	}),
	tries: require_start.object({
		timeoutMs: require_start.number(),
		retries: require_start.number()
	}),
	failOnRevokeError: require_start.boolean(),
	attempts: require_start.array(attempt),
	handOver: handOver.optional()
});
/**
* Ledger records each attempt to create a token in the step's state before the POST is sent. What it has written
* survives a kill, so that the post step finds tokens even if their answers never arrived. Every write holds all
* earlier attempts too.
*/
var Ledger = class {
	#save;
	#entries;
	/** `save` puts a text into the step's state, replacing what was there. */
	constructor(save, header) {
		this.#save = save;
		this.#entries = {
			...header,
			place: { ...header.place },
			tries: { ...header.tries },
			attempts: []
		};
	}
	/** openNonces are those whose token may be alive without being anybody's. */
	get openNonces() {
		return new Set(this.#entries.attempts.filter(({ fate }) => fate === "open").map(({ nonce }) => nonce));
	}
	/** isHandedOver tells whether somebody may hold a rotated token, so that it must not be revoked any more. */
	get isHandedOver() {
		return this.#entries.handOver !== void 0;
	}
	/** begin is called before each POST, with the time as `Clock.elapsed` measures it. */
	begin(nonce, at) {
		this.#write({ attempts: [...this.#entries.attempts, {
			nonce,
			at,
			fate: "open"
		}] });
	}
	/** made is called as soon as an answer has named the token. */
	made(nonce, id) {
		this.#change(nonce, { id });
	}
	/** settle is called when there is nothing left to revoke. */
	settle(nonce) {
		this.#change(nonce, { fate: "settled" });
	}
	/** keep is called last of all: from now on the post step leaves the token alone. */
	keep(nonce) {
		this.#change(nonce, { fate: "kept" });
	}
	/** hand is called before anybody can get hold of a rotated token: from now on nobody but a later rotation revokes it. */
	hand(nonce, handOver) {
		const attempts = this.#changed(nonce, { fate: "kept" });
		this.#write({
			attempts,
			handOver: {
				...handOver,
				phase: "handing"
			}
		});
	}
	/** takeBack is called when it is sure that nobody got hold of it. */
	takeBack(nonce) {
		const { handOver: _, ...others } = this.#entries;
		this.#entries = others;
		this.#change(nonce, { fate: "open" });
	}
	/** handed is called when later steps have the token, or when the step has done all that there is to do. */
	handed(phase) {
		const { handOver } = this.#entries;
		if (!handOver) throw new Error("nothing was handed over yet");
		this.#write({ handOver: {
			...handOver,
			phase
		} });
	}
	#change(nonce, change) {
		this.#write({ attempts: this.#changed(nonce, change) });
	}
	#changed(nonce, change) {
		return this.#entries.attempts.map((entry) => entry.nonce === nonce ? {
			...entry,
			...change
		} : entry);
	}
	#write(change) {
		this.#entries = {
			...this.#entries,
			...change
		};
		this.#save(JSON.stringify(this.#entries));
	}
};
/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
function readLedger(text) {
	return entries.parse(JSON.parse(text), { mode: "strip" });
}
// src/tokens/token.ts
/** tokenStatus tells what a token is worth at a time (milliseconds since 1970). Revoked outranks expired. */
function tokenStatus(token, now) {
	if (token.revokedAt !== "unset") return "revoked";
	if (typeof token.expiresAt === "number" && token.expiresAt <= now) return "expired";
	return "active";
}
/**
* isSeenRevoked tells whether there is nothing left to revoke. A date that cannot be read proves nothing: to revoke a
* token twice does no harm, to leave one alive does.
*/
function isSeenRevoked({ revokedAt }) {
	return typeof revokedAt === "number";
}
/** indexById makes a list searchable by id, whose hex digits may be of either case; of one listed twice the last counts. */
function indexById(tokens) {
	const byId = new Map(tokens.map((token) => [token.id.toLowerCase(), token]));
	return (id) => byId.get(id.toLowerCase());
}
// src/operations/revoke-token.ts
/**
* revokeToken revokes one token and returns only what it is sure of. Throws a Failure, ApiError or NetworkError when the
* token may be alive.
*/
async function revokeToken(id, deps) {
	if (await tryToRevoke(id, deps) === "revoked") return "revoked";
	const { tokens } = await deps.api.tokens();
	const contradiction = aliveAfterAll(tokens.find((token) => require_start.sameId(token.id, id)));
	if (contradiction) throw contradiction;
	return "gone";
}
/**
* tryToRevoke sends a DELETE until its outcome is known. `not-found`: the API knows no such token; because that may also
* mean that we ask in the wrong place, a list through the same prefix must agree. It must be read afterwards, since one
* from before the DELETE cannot show its effect. Before each repetition `goesOn` may end it. Throws like revokeToken.
*/
async function tryToRevoke(id, { api, pacing }, goesOn = () => true) {
	for (let attempt = 0;; attempt++) {
		const deletion = await api.deleteToken(id);
		if (deletion.kind === "revoked") return "revoked";
		if (deletion.kind === "refused") throw deletion.error;
		if (deletion.kind === "unsent" && !deletion.error.passing) throw deletion.error;
		if (deletion.kind === "unknown-token") return "not-found";
		if (deletion.kind === "lost") {
			const { token } = await api.findToken(id);
			if (!token) return "not-found";
			if (isSeenRevoked(token)) return "revoked";
		}
		if (attempt >= pacing.policy.retries || !await pacing.backOff(attempt) || !goesOn()) throw deletion.error;
	}
}
/** aliveAfterAll is the failure of a token that was not found, if the list shows it as alive. */
function aliveAfterAll(listed) {
	if (!listed || isSeenRevoked(listed)) return void 0;
	return new require_start.Failure("Token not revoked", `The Management API lists token ${listed.id} as alive but answers 404 when it is to be revoked.`);
}
// src/tokens/listing.ts
/** listTokens picks tokens and sorts them: newest first, then by id. `now` is in milliseconds since 1970. Pure. */
function listTokens(tokens, filter, now) {
	return tokens.map((token) => examine(token, now)).filter((token) => selects(filter, token, now)).sort(newestFirst);
}
/** unreadableExpiries are those that a filter leaves out only because nobody can tell when they expire. Pure. */
function unreadableExpiries(tokens, { expiresWithinMs, ...others }, now) {
	if (expiresWithinMs === void 0) return [];
	return listTokens(tokens, others, now).filter(({ expiresAt }) => expiresAt === "unreadable");
}
/** isWithin tells whether a tag is one of a scope. What has no tag is only in the cluster's. */
function isWithin(scope, tag) {
	switch (scope.kind) {
		case "cluster": return true;
		case "repository": return tag?.repositoryId === scope.repositoryId;
		case "organization": return tag?.repository.split("/")[0]?.toLowerCase() === scope.owner.toLowerCase();
	}
}
/** newestFirst orders tokens by creation, the newest first, and those without a readable date last; ties by id. */
function newestFirst(one, other) {
	return sortable(other.createdAt, 0) - sortable(one.createdAt, 0) || compareTexts(one.id, other.id);
}
/** nextToExpireFirst orders tokens by expiry, those that never expire or cannot be read last; ties by id. */
function nextToExpireFirst(one, other) {
	const never = Number.MAX_SAFE_INTEGER;
	return sortable(one.expiresAt, never) - sortable(other.expiresAt, never) || compareTexts(one.id, other.id);
}
/**
* formatTokens writes the JSON of the output `tokens`: the API's names of fields, what the tag tells, and what `more` adds.
*/
function formatTokens(tokens, more = () => ({})) {
	return JSON.stringify(tokens.map((token) => ({
		id: token.id,
		description: token.description,
		permissions: token.permissions,
		createdAt: require_start.formatServerDate(token.createdAt) ?? null,
		expiresAt: require_start.formatServerDate(token.expiresAt) ?? null,
		revokedAt: require_start.formatServerDate(token.revokedAt) ?? null,
		plainDescription: token.plainDescription,
		kind: token.tag?.kind ?? null,
		repository: token.tag?.repository ?? null,
		runId: token.tag?.runId ?? null,
		status: token.status,
		...more(token)
	})));
}
function examine(token, now) {
	const tagged = require_start.parseTagged(token.description);
	return {
		...token,
		plainDescription: tagged?.plain ?? token.description,
		tag: tagged?.tag,
		status: tokenStatus(token, now)
	};
}
function selects(filter, token, now) {
	return (filter.status === "all" || token.status === filter.status) && isWithin(filter.scope, token.tag) && grantsOneOf(filter.databases, token) && (filter.pattern?.matches(token.plainDescription) ?? true) && (filter.expiresWithinMs === void 0 || expiresWithin(filter.expiresWithinMs, token, now));
}
function grantsOneOf(databases, { permissions }) {
	return databases.length === 0 || permissions.some(({ resource }) => resource === "*" || databases.includes(resource));
}
function expiresWithin(limitMs, { expiresAt }, now) {
	return typeof expiresAt === "number" && expiresAt > now && expiresAt <= now + limitMs;
}
function sortable(date, otherwise) {
	return typeof date === "number" ? date : otherwise;
}
function compareTexts(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
/** STEADY goes on to the end, as fast as is polite. */
const STEADY = {
	most: () => 8,
	goesOn: () => true
};
/** inParallel carries out a task for each item, in their order, some at once. Tasks must not throw. */
async function inParallel(items, task, { most, goesOn } = STEADY) {
	const inFlight = /* @__PURE__ */ new Set();
	let ended = 0;
	for (const item of items) {
		while (inFlight.size >= most(ended)) await Promise.race(inFlight);
		if (!goesOn()) break;
		const begun = task(item).then(() => {
			ended++;
			inFlight.delete(begun);
		});
		inFlight.add(begun);
	}
	await Promise.all(inFlight);
}
// src/tokens/run-end.ts
/** GitHub forgets a run after at most so long: it runs for 35 days at most. */
const LONGEST_RUN_MS = 3024e6;
/**
* runHasEnded tells whether the run and attempt that made a token are known to have ended. Only of runs of our own
* repository does a 404 prove anything, and of old tokens. `now` is in milliseconds since 1970. Pure.
*/
function runHasEnded(tag, { createdAt }, answer, ownRepositoryId, now) {
	if (answer?.kind === "found") return answer.status === "completed" || answer.attempt > Number(tag.runAttempt);
	return answer?.kind === "unknown" && tag.repositoryId === ownRepositoryId && typeof createdAt === "number" && now - createdAt > LONGEST_RUN_MS;
}
// src/operations/progress.ts
const EVERY_MS = 5e3;
/**
* progressOf tells how far a long work is by a line every few seconds, not one for each step: "Revoking: 1,200 of 5,000."
* What it returns is called after each step with the number of steps done.
*/
function progressOf(work, total, { runner, clock }) {
	let saidAt = clock.elapsed();
	return (done) => {
		if (clock.elapsed() - saidAt < EVERY_MS) return;
		saidAt = clock.elapsed();
		runner.info(`${work}: ${require_start.formatCount(done)} of ${require_start.formatCount(total)}.`);
	};
}
// src/operations/ended-runs.ts
/** So many questions in a row without an answer, each tried several times: GitHub cannot be reached. */
const PATIENCE = 8;
/**
* askWhichEnded asks GitHub once about the run of each tag, and no more once GitHub wants to be left alone or does not
* answer. It must be called after the list was read. `now` is in milliseconds since 1970. Throws a Failure when GitHub
* refuses to tell.
*/
async function askWhichEnded(tags, own, now, { github, ...deps }) {
	const ours = {
		kind: "found",
		status: "in_progress",
		attempt: Number(own.runAttempt)
	};
	const answers = /* @__PURE__ */ new Map([[keyOf(own), ours]]);
	const asked = new Map(tags.filter((tag) => !answers.has(keyOf(tag))).map((tag) => [keyOf(tag), tag]));
	const progress = progressOf("Asking GitHub about runs", asked.size, deps);
	let refusal;
	let silences = 0;
	const ask = async ([key, tag]) => {
		const repository = tag.repositoryId === own.repositoryId ? own.repository : tag.repository;
		try {
			const answer = await github.run(repository, tag.runId);
			answers.set(key, answer);
			if (answer.kind !== "no-answer") silences = 0;
			else silences += answer.lasting ? PATIENCE : 1;
			progress(answers.size - 1);
		} catch (error) {
			refusal ??= error;
		}
	};
	await inParallel(asked, ask, {
		...STEADY,
		goesOn: () => refusal === void 0 && silences < PATIENCE
	});
	if (refusal !== void 0) throw refusal;
	return {
		hasEnded: (token, tag) => runHasEnded(tag, token, answers.get(keyOf(tag)), own.repositoryId, now),
		untold: untoldOf(asked, answers, own)
	};
}
function untoldOf(asked, answers, own) {
	const reasons = [...asked].flatMap(([key, tag]) => {
		const answer = answers.get(key);
		if (answer === void 0) return [""];
		if (answer.kind === "no-answer") return [answer.why];
		return answer.kind === "unknown" && tag.repositoryId !== own.repositoryId ? [`Run ${tag.runId} of ${tag.repository} is not there, or \`github-token\` may not see it.`] : [];
	});
	return reasons.length === 0 ? void 0 : {
		count: reasons.length,
		asked: asked.size,
		why: reasons.find((why) => why !== "") ?? ""
	};
}
function keyOf({ repositoryId, runId }) {
	return `${repositoryId} ${runId}`;
}
// src/operations/listing-outputs.ts
/** outputTokens sets the outputs about many tokens; `json` is all of them, which a file holds even if an output cannot. */
function outputTokens(json, count, { runner, nonce }) {
	runner.outputs({
		count: String(count),
		...require_start.fitsIntoOutput(json) ? { tokens: json } : {}
	});
	runner.outputs({ "tokens-file": runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
	if (require_start.fitsIntoOutput(json)) return;
	runner.info("The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.");
}
// src/operations/revoke-tokens.ts
/** mayBeAlive tells whether a token was perhaps not revoked. */
function mayBeAlive({ kind }) {
	return kind === "failed" || kind === "untried";
}
/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3e3;
const CANCELLED = new require_start.Failure("Cancelled", "The job was cancelled before the server had answered.");
/**
* revokeTokens revokes many tokens. One failure does not stop the others, unless the management token is refused or the
* server wants to be left alone. The outcomes are in the order of the ids. Never throws for what happens to a token.
*/
async function revokeTokens(ids, deps) {
	const deleted = await deleteAll(ids, deps);
	const missing = ids.filter((id) => deleted.get(id)?.kind === "not-found");
	const end = deps.cancelled?.aborted ? CANCELLED : [...deleted.values()].find(leavesNoHope)?.error;
	const unseen = (error) => missing.map((id) => failed(id, error));
	const looked = end === void 0 ? await Promise.race([lookFor(missing, deps), timeToFinish(deps).then(() => unseen(CANCELLED))]) : unseen(end);
	const found = new Map([...deleted.values(), ...looked].map((outcome) => [outcome.id, outcome]));
	return ids.map((id) => {
		const outcome = found.get(id);
		return outcome === void 0 || outcome.kind === "not-found" ? {
			id,
			kind: "untried"
		} : outcome;
	});
}
/**
* The first request goes alone, and with each answer one more may be under way: a management token that is refused is
* noticed by the first.
*/
async function deleteAll(ids, deps) {
	const outcomes = /* @__PURE__ */ new Map();
	const progress = progressOf("Revoking", ids.length, deps);
	const asked = /* @__PURE__ */ new Set();
	let stopped = false;
	const goesOn = () => !stopped && !deps.cancelled?.aborted;
	const begin = async (id) => {
		asked.add(id);
		const outcome = await deleteOne(id, deps, goesOn);
		outcomes.set(id, outcome);
		stopped ||= leavesNoHope(outcome);
		progress(outcomes.size);
	};
	await Promise.race([inParallel(ids, begin, {
		most: mostAfter,
		goesOn
	}), timeToFinish(deps)]);
	const unanswered = [...asked].filter((id) => !outcomes.has(id));
	return new Map([...outcomes, ...unanswered.map((id) => [id, failed(id, CANCELLED)])]);
}
/** Never resolves as long as the job is not cancelled. */
async function timeToFinish({ cancelled, clock }) {
	await (cancelled ? aborted(cancelled) : new Promise(() => {}));
	await clock.sleep(TIME_TO_FINISH_MS);
}
function mostAfter(answered) {
	return Math.min(8, 1 + answered);
}
async function deleteOne(id, deps, goesOn) {
	try {
		return {
			id,
			kind: await tryToRevoke(id, deps, goesOn)
		};
	} catch (error) {
		return failed(id, error);
	}
}
function failed(id, error) {
	return {
		id,
		kind: "failed",
		error
	};
}
function leavesNoHope(outcome) {
	return outcome.kind === "failed" && (isTurnedAway(outcome.error) || outcome.error instanceof RetryAfterTooLong);
}
/** Reads the list once for all tokens that were not found. */
async function lookFor(ids, { api }) {
	if (ids.length === 0) return [];
	try {
		const { tokens } = await api.tokens();
		const tokenById = indexById(tokens);
		return ids.map((id) => {
			const token = tokenById(id);
			const error = aliveAfterAll(token);
			if (error) return failed(id, error);
			return {
				id,
				kind: token ? "already-revoked" : "unheard-of"
			};
		});
	} catch (error) {
		return ids.map((id) => failed(id, error));
	}
}
// src/operations/revocation-report.ts
/** GitHub cuts a message after 4096 characters, in the log too. */
const MOST_NAMED = 80;
/** warnOfUnheardOf warns of ids that the cluster does not know: it may be the wrong cluster. */
function warnOfUnheardOf(ids, { runner }) {
	if (ids.length === 0) return;
	runner.warning("Token not known", `${nameSome(ids)}: not known to this cluster: check account-id and cluster-id.`);
}
/** reportIds sets the outputs with ids. */
function reportIds(revoked, failed, { runner }) {
	runner.outputs({
		"revoked-token-ids": JSON.stringify(revoked),
		"failed-token-ids": JSON.stringify(failed)
	});
}
/** reportOutcomes tells what became of many tokens, in the log and the outputs. Returns those that may be alive. */
function reportOutcomes(outcomes, deps) {
	const failed = outcomes.filter(mayBeAlive);
	const revoked = outcomes.filter((outcome) => !mayBeAlive(outcome));
	deps.runner.info(`${require_start.formatCount(revoked.length)} of ${require_start.formatCount(outcomes.length)} tokens are revoked.`);
	warnOfUnheardOf(outcomes.filter(({ kind }) => kind === "unheard-of").map(({ id }) => id), deps);
	reportIds(revoked.map(({ id }) => id), failed.map(({ id }) => id), deps);
	return failed;
}
/** describeOutcome says what became of a token. */
function describeOutcome(outcome) {
	switch (outcome.kind) {
		case "revoked": return "revoked";
		case "already-revoked": return "was revoked already";
		case "unheard-of": return "not known to this cluster";
		case "untried": return "not tried";
		case "failed": return `not revoked: ${require_start.asSentence(outcome.error)}`;
	}
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
	const untried = failed.filter(({ kind }) => kind === "untried").map(({ id }) => id);
	return [...failed.flatMap((outcome) => outcome.kind === "failed" ? [new require_start.Failure("Token not revoked", `Token ${outcome.id} may be alive: ${require_start.asSentence(outcome.error)} To revoke it again does no harm.`)] : []), ...untried.length > 0 ? [new require_start.Failure("Tokens not tried", `These were not tried any more and may be alive: ${nameSome(untried)}. Mend the cause and run the step again. The output \`failed-token-ids\` holds all.`)] : []];
}
/** nameSome names as many ids as a message holds. */
function nameSome(ids) {
	const some = ids.slice(0, MOST_NAMED).join(", ");
	const rest = ids.length - MOST_NAMED;
	return rest > 0 ? `${some} and ${require_start.formatCount(rest)} more` : some;
}
// src/tokens/order.ts
/**
* deviations compares a token with its order and says, one sentence each, what is not as asked. The answer counts and
* not the request: a server may drop an expiry or trim a description, and then the token is not the one wanted.
*/
function deviations(order, token) {
	const found = [];
	if (!sameExpiry(order.expiresAt, token.expiresAt)) found.push(`expires ${describeExpiry(token.expiresAt)} instead of ${describeExpiry(order.expiresAt)}`);
	if (!require_start.samePermissions(order.permissions, token.permissions)) found.push(`grants "${require_start.describePermissions(token.permissions)}" instead of "${require_start.describePermissions(order.permissions)}"`);
	if (token.description !== order.description) found.push(`is described as "${token.description}" instead of "${order.description}"`);
	if (token.revokedAt !== "unset") found.push("is already revoked");
	return found;
}
/** describeDate writes a date of the server for people. */
function describeDate(date) {
	if (typeof date === "number") return require_start.formatInstant(date);
	return date === "unset" ? "not told" : "at a date that cannot be read";
}
/** describeExpiry writes an expiry for people: a date, `never`, or that it cannot be read. */
function describeExpiry(expiry) {
	return expiry === "never" || expiry === "unset" ? "never" : describeDate(expiry);
}
function sameExpiry(asked, given) {
	return asked === "never" ? given === "unset" : given === asked;
}
// src/operations/granted-databases.ts
/** mustKnowDatabases tells whether the databases of the cluster must be known before anything is granted. */
function mustKnowDatabases({ checkDatabases, permissions }) {
	return checkDatabases && require_start.unknownDatabases(permissions, []).length > 0;
}
/** refuseUnknownDatabases throws Faults that name each database which the cluster does not have. */
function refuseUnknownDatabases({ permissions, checkDatabases, databasesTypedIn }, existing) {
	if (!checkDatabases) return;
	const faults = require_start.unknownDatabases(permissions, existing).map((name) => {
		const nearest = require_start.nearestName(name, existing);
		return {
			input: databasesTypedIn,
			message: `The cluster has no database "${name}".${nearest === void 0 ? "" : ` Did you mean \`${nearest}\`?`} To grant it before it exists: \`check-databases: false\`.`
		};
	});
	if (faults.length > 0) throw new require_start.Faults(faults);
}
/** warnOfAnyDatabase warns when databases are granted that nobody has thought of yet. */
function warnOfAnyDatabase(permissions, runner) {
	if (!require_start.grantsAnyDatabase(permissions)) return;
	runner.warning("All databases", "The token is for `*`: all databases of the cluster, those to come included.");
}
// src/operations/token-outputs.ts
/** tokenOutputs is what every operation on a single token sets about it. What the server did not tell is left unset. */
function tokenOutputs(token, status) {
	return {
		"token-id": token.id,
		description: require_start.plainDescription(token.description),
		permissions: require_start.formatPermissions(token.permissions),
		...token.createdAt === "unset" ? {} : { "created-at": require_start.formatServerDate(token.createdAt) ?? "" },
		"expires-at": require_start.formatServerDate(token.expiresAt) ?? "",
		status
	};
}
// src/operations/mint.ts
/**
* mint creates one token, such that at every instant whatever may have come to be can be found and revoked: the nonce
* is in the ledger before the POST, and after a lost answer nothing is tried again until the list was read and shows
* none of our tokens alive. Throws a Failure that says what may be left.
*/
async function mint(order, run, ledger, deps) {
	let namesType = order.expiresAt !== "never";
	let lostAnswers = 0;
	for (let failures = 0;;) {
		const tag = {
			...tagOf(run),
			kind: order.kind,
			nonce: deps.nonce()
		};
		const tagged = {
			...order,
			description: require_start.formatTagged(order.plainDescription, tag)
		};
		ledger.begin(tag.nonce, deps.clock.elapsed());
		const creation = await deps.api.createToken(tagged, namesType);
		if (creation.kind === "created") {
			ledger.made(tag.nonce, creation.token.id);
			await refuseDeviations(tagged, creation.token, tag, ledger, deps);
			return {
				token: creation.token,
				secret: creation.secret,
				tag
			};
		}
		if (creation.kind === "refused") {
			ledger.settle(tag.nonce);
			if (!namesType || !refusesExpirationType(creation.error)) throw withoutToken(creation.error, lostAnswers, ledger);
			namesType = false;
			continue;
		}
		if (creation.kind === "unsent") {
			ledger.settle(tag.nonce);
			if (!creation.error.passing || failures >= deps.pacing.policy.retries) throw withoutToken(creation.error, lostAnswers, ledger);
			await deps.pacing.backOff(failures++);
			continue;
		}
		lostAnswers++;
		deps.runner.warning("Answer lost", `Whether a token was created is not known: ${require_start.asSentence(creation.error)}`);
		if (creation.error instanceof RetryAfterTooLong) throw unfinished(ledger, creation.error);
		await deps.pacing.backOff(failures);
		await revokeLost(ledger, deps);
		if (failures++ >= deps.pacing.policy.retries) throw withoutToken(creation.error, lostAnswers, ledger);
	}
}
/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger, { api, pacing, runner }) {
	try {
		const { tokens } = await api.tokens();
		const found = require_start.carrying(ledger.openNonces, tokens);
		for (const { token } of found) {
			if (isSeenRevoked(token)) continue;
			await revokeToken(token.id, {
				api,
				pacing
			});
			runner.info(`Revoked token ${token.id}, whose answer was lost.`);
		}
		for (const { nonce } of found) ledger.settle(nonce);
	} catch (error) {
		throw unfinished(ledger, error);
	}
}
async function refuseDeviations(order, token, tag, ledger, { api, pacing, runner, clock }) {
	const found = deviations(order, token);
	if (found.length === 0) return;
	const what = `The server created token ${token.id} otherwise than asked: it ${found.join("; it ")}.`;
	try {
		await revokeToken(token.id, {
			api,
			pacing
		});
	} catch (error) {
		runner.outputs(tokenOutputs(token, tokenStatus(token, clock.now())));
		throw new require_start.Failure("Not the token asked for", `${what} It could not be revoked: ${require_start.asSentence(error)} The post step tries again.`, { cause: error });
	}
	ledger.settle(tag.nonce);
	runner.outputs(tokenOutputs(token, "revoked"));
	throw new require_start.Failure("Not the token asked for", `${what} It was revoked; no token is left.`);
}
function tagOf({ repository, repositoryId, runId, runAttempt }) {
	return {
		repository,
		repositoryId,
		runId,
		runAttempt
	};
}
function refusesExpirationType(error) {
	return error.status === 400 && /expiration_?type/i.test(error.serverMessage);
}
/** The list showed none of ours alive; but a POST may arrive late, so the ledger keeps those that were never seen. */
function withoutToken(error, lostAnswers, ledger) {
	if (lostAnswers === 0) return require_start.withConsequence(error, "No token was created.");
	const unseen = [...ledger.openNonces];
	const left = unseen.length === 0 ? "What was created is revoked; no token is left." : `No token is left that is known of. Should one appear late, the post step revokes it, by the end of its description: ${unseen.join(" or ")}.`;
	return new require_start.Failure("No token created", `${require_start.asSentence(error)} ${lostAnswers === 1 ? "One answer" : `${lostAnswers} answers`} to creating a token had been lost. ${left}`, { cause: error });
}
function unfinished(ledger, cause) {
	return new require_start.Failure("A token may be left", `The answer to creating a token was lost, and what became of it is not known: ${require_start.asSentence(cause)} The post step looks for it and revokes it. If that fails too, find the token whose description contains ${[...ledger.openNonces].join(" or ")} and revoke it: nobody holds it.`, { cause });
}
// src/data-plane/activation.ts
/** Tokens spread to several replicas: fewer in a row may all have come from one. */
const SUCCESSES_NEEDED = 3;
/** This long without any clear answer, nothing but network errors: the cluster cannot be reached from here. */
const PATIENCE_WITH_NETWORK_MS = 2e4;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5e3;
const PROGRESS_EVERY_MS = 15e3;
/** NOTHING_HEARD is the state before the first probe. */
const NOTHING_HEARD = {
	successesInARow: 0,
	why: "it was not asked",
	pauseMs: FIRST_PAUSE_MS,
	holdMs: 0
};
/** afterProbe adds one result to what is known. `startedAt` is when its probe began. Pure. */
function afterProbe(state, result, startedAt) {
	const { silentSince, ...heard } = {
		...state,
		successesInARow: 0,
		holdMs: 0
	};
	switch (result.kind) {
		case "accepted": return {
			...heard,
			successesInARow: state.successesInARow + 1,
			lastClear: "accepted"
		};
		case "refused": return {
			...heard,
			lastClear: "refused",
			why: result.why
		};
		case "unreachable": return {
			...heard,
			silentSince: silentSince ?? startedAt,
			why: result.why
		};
		case "unclear": return {
			...heard,
			holdMs: result.holdMs,
			why: result.why
		};
		case "turned-away": return {
			...heard,
			holdMs: Number.POSITIVE_INFINITY,
			why: result.why
		};
	}
}
/**
* nextStep decides after each probe: an end, or how many milliseconds to wait before the next. Pure. While successes
* follow each other there is no pause and no deadline: the third is one answer away.
*/
function nextStep(state, now, deadline) {
	if (state.successesInARow >= SUCCESSES_NEEDED) return { kind: "accepted" };
	if (state.successesInARow > 0) return { waitMs: 0 };
	if (now + state.holdMs >= deadline) return {
		kind: state.lastClear === "refused" ? "refused" : "unreachable",
		why: state.why
	};
	const silentFor = state.silentSince === void 0 ? 0 : now - state.silentSince;
	if (state.lastClear === void 0 && silentFor >= PATIENCE_WITH_NETWORK_MS) return {
		kind: "unreachable",
		why: state.why
	};
	return { waitMs: Math.min(Math.max(state.pauseMs, state.holdMs), deadline - now) };
}
/**
* waitForActivation probes at once and then with growing pauses, until the cluster has accepted the token several
* times in a row or `timeoutMs` have passed. `progress` gets a line now and then.
*/
async function waitForActivation(probe, timeoutMs, clock, progress) {
	const began = clock.elapsed();
	const deadline = began + timeoutMs;
	let saidAt = began;
	for (let state = NOTHING_HEARD;;) {
		const startedAt = clock.elapsed();
		state = afterProbe(state, await probe(probeTimeout(state, startedAt, deadline)), startedAt);
		const now = clock.elapsed();
		const next = nextStep(state, now, deadline);
		if ("kind" in next) return next;
		if (next.waitMs === 0) continue;
		if (now - saidAt >= PROGRESS_EVERY_MS) {
			saidAt = now;
			progress(`Not accepted yet after ${require_start.formatDuration((now - began) / 1e3)}: ${state.why}.`);
		}
		await clock.sleep(next.waitMs);
		state = {
			...state,
			pauseMs: Math.min(LONGEST_PAUSE_MS, state.pauseMs * 2)
		};
	}
}
/** A probe that hangs must not outlast what it is for: the deadline, or the patience with a silent network. */
function probeTimeout(state, now, deadline) {
	const patience = state.lastClear === void 0 ? (state.silentSince ?? now) + PATIENCE_WITH_NETWORK_MS - now : Number.POSITIVE_INFINITY;
	return Math.max(1e3, Math.min(deadline - now, patience));
}
// src/operations/prove.ts
/** ACTIVE is what the output `active` says. */
const ACTIVE = {
	accepted: "true",
	unreachable: "false",
	"not-probed": ""
};
/** ACCEPTED is what a summary says. */
const ACCEPTED = {
	accepted: "yes",
	unreachable: "not known",
	"not-probed": "not probed"
};
/** isProvable tells whether there is anything to try a token with such grants out with. */
function isProvable(permissions, databases) {
	return probeTarget(permissions, databases) !== void 0;
}
/** prove waits at most `timeoutMs` for the cluster to accept a token; 0 does not probe. */
async function prove({ secret, permissions }, databases, timeoutMs, { dataPlane, runner, clock }) {
	if (timeoutMs === 0) return { kind: "not-probed" };
	const target = probeTarget(permissions, databases);
	if (!target) {
		runner.info("There is nothing to probe the token with, so it was not.");
		return { kind: "not-probed" };
	}
	const limit = require_start.formatDuration(timeoutMs / 1e3);
	runner.info(`Waiting for the cluster to accept the token (${target.action} on ${target.database}, at most ${limit}).`);
	const activation = await waitForActivation((tryMs) => dataPlane.probe(target, secret, tryMs), timeoutMs, clock, (line) => runner.info(line));
	switch (activation.kind) {
		case "accepted":
			runner.info("The cluster accepts the token.");
			return activation;
		case "refused": return {
			kind: "refused",
			why: `The cluster has not accepted the token (${activation.why}; waited for at most ${limit}).`
		};
		case "unreachable": return {
			kind: "unreachable",
			why: `Whether the cluster accepts the token is not known: ${require_start.asSentence(activation.why)}`
		};
	}
}
/** CURES is what a person can do about a token that was not proven. */
const CURES = {
	refused: "Check that `cluster-url` is the data plane of this very cluster; give it more time with `activation-timeout`, or skip the probe with `activation-timeout: 0`.",
	unreachable: "If it cannot be reached from this runner, check `cluster-url`, or skip the probe with `activation-timeout: 0`."
};
// src/operations/retag.ts
/**
* retag replaces the description of a token, tag included, which is how a token changes hands. The answer counts and not
* the request. Never throws for what the server does.
*/
async function retag(id, description, api) {
	try {
		const updated = await api.updateToken(id, { description });
		if (updated?.revokedAt !== "unset") return { kind: "revoked" };
		if (updated.description === description) return { kind: "done" };
		return {
			kind: "unclear",
			why: "The server shows it with another description."
		};
	} catch (error) {
		if (!(error instanceof require_start.Failure)) throw error;
		return await isRevoked(id, error, api) ? { kind: "revoked" } : {
			kind: "unclear",
			why: require_start.asSentence(error)
		};
	}
}
/** A 409 may be how the server says that the token is revoked: only then it is worth to look. */
async function isRevoked(id, error, api) {
	if (!(error instanceof ApiError && error.status === 409)) return false;
	try {
		const { token } = await api.findToken(id);
		return token?.revokedAt !== "unset";
	} catch {
		return false;
	}
}
// src/operations/existing-token.ts
/**
* existingToken reads a token that must be there, with the time of the answer in milliseconds since 1970. Throws a
* Failure for an id that the cluster does not know.
*/
async function existingToken(id, api) {
	const { token, now } = await api.findToken(id);
	if (token) return {
		token,
		now
	};
	throw new require_start.Failure("Token not found", `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`);
}
// src/tokens/line.ts
/** lineTokens picks what carries a line's tag. `job`, `kept` and untagged tokens never belong, however they are called. */
function lineTokens(tokens, line) {
	return tokens.flatMap((token) => {
		const tagged = require_start.parseTagged(token.description);
		return tagged && hasLineKind(tagged.tag) && tagged.tag.repositoryId === line.repositoryId && tagged.plain === line.plainDescription ? [{
			...token,
			tag: tagged.tag
		}] : [];
	});
}
/** membersOf are the live tokens of a line, the newest first. `now` is in milliseconds since 1970. */
function membersOf(tokens, line, now) {
	return lineTokens(tokens, line).filter((token) => tokenStatus(token, now) === "active").sort(newestFirst);
}
/** currentOf is the newest committed one of tokens that are sorted newest first; undefined when there is none. */
function currentOf(members) {
	return members.find(({ tag }) => tag.kind === "current");
}
/** isNewer tells whether one token was created after another. A date that cannot be read proves nothing. */
function isNewer(one, other) {
	return typeof one.createdAt === "number" && typeof other.createdAt === "number" && one.createdAt > other.createdAt;
}
/** hasLineKind tells whether a tag is of a kind that only rotation gives. */
function hasLineKind(tag) {
	return tag.kind === "handed" || tag.kind === "current";
}
// src/tokens/retirement.ts
/**
* planRetirement decides which members of a line nobody needs any more: strictly older than a committed one, and replaced
* at least `graceMs` ago. `own` is the id of the token that this run has committed, if it has: what that replaced was
* replaced now. Derived from a fresh list and never from memory. Pure.
*/
function planRetirement(tokens, line, { own, graceMs, now }) {
	const members = membersOf(tokens, line, now);
	const committed = members.filter(({ tag }) => tag.kind === "current");
	const replaced = members.flatMap((token) => {
		const successor = committed.findLast((other) => isNewer(other, token));
		if (!successor || token.id === own || typeof successor.createdAt !== "number") return [];
		return [{
			token,
			until: (successor.id === own ? now : successor.createdAt) + graceMs
		}];
	});
	return {
		due: replaced.filter(({ until }) => until <= now).map(({ token }) => token),
		inGrace: replaced.filter(({ until }) => until > now)
	};
}
// src/operations/rotation/retire.ts
/**
* retire revokes what a line has replaced long enough ago. It goes by a fresh list and never by memory, so what fails today
* is found again by the next run: a failure is a warning. Undefined when the list could not be read.
*/
async function retire(order, deps) {
	try {
		const { tokens, now } = await deps.api.tokens();
		const { line, graceMs, own } = order;
		return await carryOut(planRetirement(tokens, line, {
			own,
			graceMs,
			now
		}), order, now, deps);
	} catch (error) {
		deps.runner.warning("Nothing retired", `Which tokens were replaced long enough ago is not known: ${require_start.asSentence(error)} They stay valid; the next run looks again.`);
		return;
	}
}
async function carryOut({ due, inGrace }, { revokes }, now, deps) {
	const ids = revokes ? due.map(({ id }) => id) : [];
	const outcomes = await revokeTokens(ids, deps);
	const failed = outcomes.filter(mayBeAlive).map(({ id }) => id);
	const revoked = ids.filter((id) => !failed.includes(id));
	warnOfUnheardOf(outcomes.filter(({ kind }) => kind === "unheard-of").map(({ id }) => id), deps);
	for (const id of revoked) deps.runner.info(`Revoked token ${id}, which was replaced.`);
	if (failed.length > 0) {
		const [first] = outcomes.flatMap((outcome) => outcome.kind === "failed" ? [outcome.error] : []);
		deps.runner.warning("Replaced token not revoked", `Nobody needs ${failed.join(", ")} any more, and revoking failed: ${require_start.asSentence(first)} The next run tries again.`);
	}
	return {
		revoked,
		failed,
		left: [...due.filter(({ id }) => !revoked.includes(id)).map((token) => ({
			token,
			until: now
		})), ...inGrace].sort((one, other) => newestFirst(one.token, other.token))
	};
}
/** retirementOutputs is what a step tells of it; without an argument that nothing was replaced yet. */
function retirementOutputs(retired = {
	revoked: [],
	failed: [],
	left: []
}) {
	return {
		"previous-token-ids": JSON.stringify(retired.left.map(({ token }) => token.id)),
		"revoked-token-ids": JSON.stringify(retired.revoked),
		"failed-token-ids": JSON.stringify(retired.failed)
	};
}
// src/operations/rotation/conclude.ts
/**
* conclude commits the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
* Failure when somebody has revoked the token.
*/
async function conclude(handOver, deps) {
	const { line, graceMs, tokenId, proven } = handOver;
	const committed = await commit(handOver, deps);
	return {
		committed,
		retired: committed ? await retire({
			line,
			graceMs,
			own: tokenId,
			revokes: proven
		}, deps) : void 0
	};
}
/**
* Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
* may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
*/
async function commit({ tokenId, committed }, { api, runner }) {
	const retagging = await retag(tokenId, committed, api);
	switch (retagging.kind) {
		case "done":
			runner.info(`Committed token ${tokenId}.`);
			return true;
		case "unclear":
			runner.warning("Rotation not committed", `Token ${tokenId} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run rotates again and puts this right.`);
			return false;
		case "revoked":
			runner.outputs({ status: "revoked" });
			throw new require_start.Failure("New token revoked", `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is still valid and was not touched. Run again at once.`);
	}
}
Object.defineProperty(exports, "ACCEPTED", {
	enumerable: true,
	get: function() {
		return ACCEPTED;
	}
});
Object.defineProperty(exports, "ACTIVE", {
	enumerable: true,
	get: function() {
		return ACTIVE;
	}
});
Object.defineProperty(exports, "CURES", {
	enumerable: true,
	get: function() {
		return CURES;
	}
});
Object.defineProperty(exports, "DataPlane", {
	enumerable: true,
	get: function() {
		return DataPlane;
	}
});
Object.defineProperty(exports, "HttpTransport", {
	enumerable: true,
	get: function() {
		return HttpTransport;
	}
});
Object.defineProperty(exports, "Ledger", {
	enumerable: true,
	get: function() {
		return Ledger;
	}
});
Object.defineProperty(exports, "ManagementApi", {
	enumerable: true,
	get: function() {
		return ManagementApi;
	}
});
Object.defineProperty(exports, "NetworkError", {
	enumerable: true,
	get: function() {
		return NetworkError;
	}
});
Object.defineProperty(exports, "Requests", {
	enumerable: true,
	get: function() {
		return Requests;
	}
});
Object.defineProperty(exports, "RetryAfterTooLong", {
	enumerable: true,
	get: function() {
		return RetryAfterTooLong;
	}
});
Object.defineProperty(exports, "askWhichEnded", {
	enumerable: true,
	get: function() {
		return askWhichEnded;
	}
});
Object.defineProperty(exports, "cancellationOf", {
	enumerable: true,
	get: function() {
		return cancellationOf;
	}
});
Object.defineProperty(exports, "conclude", {
	enumerable: true,
	get: function() {
		return conclude;
	}
});
Object.defineProperty(exports, "currentOf", {
	enumerable: true,
	get: function() {
		return currentOf;
	}
});
Object.defineProperty(exports, "describeBody", {
	enumerable: true,
	get: function() {
		return describeBody;
	}
});
Object.defineProperty(exports, "describeDate", {
	enumerable: true,
	get: function() {
		return describeDate;
	}
});
Object.defineProperty(exports, "describeExpiry", {
	enumerable: true,
	get: function() {
		return describeExpiry;
	}
});
Object.defineProperty(exports, "describeOutcome", {
	enumerable: true,
	get: function() {
		return describeOutcome;
	}
});
Object.defineProperty(exports, "excerpt", {
	enumerable: true,
	get: function() {
		return excerpt;
	}
});
Object.defineProperty(exports, "existingToken", {
	enumerable: true,
	get: function() {
		return existingToken;
	}
});
Object.defineProperty(exports, "failuresOf", {
	enumerable: true,
	get: function() {
		return failuresOf;
	}
});
Object.defineProperty(exports, "formatTokens", {
	enumerable: true,
	get: function() {
		return formatTokens;
	}
});
Object.defineProperty(exports, "hasLineKind", {
	enumerable: true,
	get: function() {
		return hasLineKind;
	}
});
Object.defineProperty(exports, "indexById", {
	enumerable: true,
	get: function() {
		return indexById;
	}
});
Object.defineProperty(exports, "isNewer", {
	enumerable: true,
	get: function() {
		return isNewer;
	}
});
Object.defineProperty(exports, "isPassing", {
	enumerable: true,
	get: function() {
		return isPassing;
	}
});
Object.defineProperty(exports, "isProvable", {
	enumerable: true,
	get: function() {
		return isProvable;
	}
});
Object.defineProperty(exports, "isSeenRevoked", {
	enumerable: true,
	get: function() {
		return isSeenRevoked;
	}
});
Object.defineProperty(exports, "isTurnedAway", {
	enumerable: true,
	get: function() {
		return isTurnedAway;
	}
});
Object.defineProperty(exports, "lineTokens", {
	enumerable: true,
	get: function() {
		return lineTokens;
	}
});
Object.defineProperty(exports, "listTokens", {
	enumerable: true,
	get: function() {
		return listTokens;
	}
});
Object.defineProperty(exports, "membersOf", {
	enumerable: true,
	get: function() {
		return membersOf;
	}
});
Object.defineProperty(exports, "mint", {
	enumerable: true,
	get: function() {
		return mint;
	}
});
Object.defineProperty(exports, "mustKnowDatabases", {
	enumerable: true,
	get: function() {
		return mustKnowDatabases;
	}
});
Object.defineProperty(exports, "nameSome", {
	enumerable: true,
	get: function() {
		return nameSome;
	}
});
Object.defineProperty(exports, "newestFirst", {
	enumerable: true,
	get: function() {
		return newestFirst;
	}
});
Object.defineProperty(exports, "nextToExpireFirst", {
	enumerable: true,
	get: function() {
		return nextToExpireFirst;
	}
});
Object.defineProperty(exports, "outputTokens", {
	enumerable: true,
	get: function() {
		return outputTokens;
	}
});
Object.defineProperty(exports, "parseBody", {
	enumerable: true,
	get: function() {
		return parseBody;
	}
});
Object.defineProperty(exports, "possiblePlaces", {
	enumerable: true,
	get: function() {
		return possiblePlaces;
	}
});
Object.defineProperty(exports, "probeTarget", {
	enumerable: true,
	get: function() {
		return probeTarget;
	}
});
Object.defineProperty(exports, "prove", {
	enumerable: true,
	get: function() {
		return prove;
	}
});
Object.defineProperty(exports, "readLedger", {
	enumerable: true,
	get: function() {
		return readLedger;
	}
});
Object.defineProperty(exports, "refuseUnknownDatabases", {
	enumerable: true,
	get: function() {
		return refuseUnknownDatabases;
	}
});
Object.defineProperty(exports, "reportIds", {
	enumerable: true,
	get: function() {
		return reportIds;
	}
});
Object.defineProperty(exports, "reportOutcomes", {
	enumerable: true,
	get: function() {
		return reportOutcomes;
	}
});
Object.defineProperty(exports, "retag", {
	enumerable: true,
	get: function() {
		return retag;
	}
});
Object.defineProperty(exports, "retire", {
	enumerable: true,
	get: function() {
		return retire;
	}
});
Object.defineProperty(exports, "retirementOutputs", {
	enumerable: true,
	get: function() {
		return retirementOutputs;
	}
});
Object.defineProperty(exports, "revokeToken", {
	enumerable: true,
	get: function() {
		return revokeToken;
	}
});
Object.defineProperty(exports, "revokeTokens", {
	enumerable: true,
	get: function() {
		return revokeTokens;
	}
});
Object.defineProperty(exports, "tokenOutputs", {
	enumerable: true,
	get: function() {
		return tokenOutputs;
	}
});
Object.defineProperty(exports, "tokenStatus", {
	enumerable: true,
	get: function() {
		return tokenStatus;
	}
});
Object.defineProperty(exports, "unlessCancelled", {
	enumerable: true,
	get: function() {
		return unlessCancelled;
	}
});
Object.defineProperty(exports, "unreadableExpiries", {
	enumerable: true,
	get: function() {
		return unreadableExpiries;
	}
});
Object.defineProperty(exports, "unreadableProxy", {
	enumerable: true,
	get: function() {
		return unreadableProxy;
	}
});
Object.defineProperty(exports, "warnOfAnyDatabase", {
	enumerable: true,
	get: function() {
		return warnOfAnyDatabase;
	}
});
Object.defineProperty(exports, "warnOfUnheardOf", {
	enumerable: true,
	get: function() {
		return warnOfUnheardOf;
	}
});
