const require_start = require("./start.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
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
	"connect-timeout",
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
	"coding",
	"proxy-setting",
	"no-time"
];
/** NetworkError says that a request got no usable response. If it may have left, the server may have carried it out. */
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
	if (fault === "timeout" || fault === "connect-timeout" || fault === "no-time") return "No answer in time";
	if (fault === "coding") return "Unreadable answer";
	return fault === "too-large" ? "Answer too large" : "No connection";
}
/**
* networkError turns an error of the system, of TLS, or of the HTTP parser into a sentence with a hint; `host` is the server.
* Undefined for any other error: that is a defect of the program, never to be retried or taken for a lost response.
*/
function networkError(cause, host) {
	if (cause instanceof NetworkError) return cause;
	const code = networkCode(cause);
	if (code === void 0) return void 0;
	const [fault, message] = explain(code, syscallOf(cause), host);
	return new NetworkError(fault, message, { cause });
}
/** proxyError is networkError for what goes wrong with the proxy to a host, before the host itself is involved. */
function proxyError(cause, host) {
	if (cause instanceof NetworkError) return cause;
	const code = networkCode(cause);
	if (code === void 0) return void 0;
	if (kindOf(code) === "certificate") return new NetworkError("certificate", `no trusted TLS connection to the proxy for ${host} (${code}): ${proxyCertificateHint(code)}`, { cause });
	return new NetworkError("proxy", `the proxy for ${host} cannot be reached (${code}). Check HTTPS_PROXY`, { cause });
}
/** unusableProxy is the error for a proxy setting that leads nowhere. `scheme`: the setting has one that is not supported. */
function unusableProxy(scheme, host) {
	if (scheme === void 0) return new NetworkError("proxy-setting", `the proxy for ${host} is not a URL. Set HTTPS_PROXY to http://HOST:PORT, with special characters of a password percent-encoded`);
	return new NetworkError("proxy-setting", `HTTPS_PROXY is ${scheme.startsWith("socks") ? `a SOCKS proxy (${scheme}://)` : `a URL with ${scheme}://`}, which is not supported. Set HTTPS_PROXY to an HTTP proxy (http://HOST:PORT), or add ${host} to NO_PROXY`);
}
/** Everything that can go wrong on a network has one of these codes. What has none of them is no network error. */
const CODES = {
	/** System errors, and those of getaddrinfo. Codes of Node's own begin with ERR and an underscore. */
	system: /^(?:E[A-Z0-9]+|EAI_[A-Z]+)$/,
	/** Errors of a handshake. Other codes that begin with ERR_TLS_ are for wrong arguments. */
	tls: /^(?:ERR_SSL_\w+|ERR_TLS_(?:HANDSHAKE_TIMEOUT|DH_PARAM_SIZE))$/,
	/** OpenSSL's reasons to reject a certificate, and a name that the certificate is not for. */
	certificate: /^(?:(?:CERT|CRL|UNABLE_TO|ERROR_IN|SELF_SIGNED|DEPTH_ZERO|PATH_LENGTH|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)(?:_[A-Z_]+)?|UNSPECIFIED|ERR_TLS_CERT_ALTNAME_\w+)$/,
	http: /^HPE_\w+$/
};
function kindOf(code) {
	return Object.keys(CODES).find((kind) => CODES[kind].test(code));
}
/** The code of a network error; undefined for anything else. */
function networkCode(cause) {
	const error = mostUseful(cause);
	if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return void 0;
	return kindOf(error.code) === void 0 ? void 0 : error.code;
}
function syscallOf(cause) {
	const error = mostUseful(cause);
	return error instanceof Error && "syscall" in error ? error.syscall : void 0;
}
/** Codes that say little about the server, the least telling first: an IPv6 address often has no route from here. */
const LEAST_TELLING = [
	"EAFNOSUPPORT",
	"EADDRNOTAVAIL",
	"ENETUNREACH",
	"ENETDOWN",
	"EHOSTUNREACH",
	"ETIMEDOUT"
];
/**
* Connecting to several addresses fails with one AggregateError that contains an error for each: the one that tells most
* about the server counts. One that is no network error wins over all, since it is a defect.
*/
function mostUseful(cause) {
	if (!(cause instanceof AggregateError)) return cause;
	const rank = (error) => {
		const code = networkCode(error);
		if (code === void 0) return LEAST_TELLING.length + 1;
		const index = LEAST_TELLING.indexOf(code);
		return index < 0 ? LEAST_TELLING.length : index;
	};
	const errors = cause.errors;
	return errors.reduce((best, error) => rank(error) > rank(best) ? error : best, errors[0]);
}
function explain(code, syscall, host) {
	if (syscall === "getaddrinfo" || code === "ENOTFOUND" || code.startsWith("EAI_")) return ["dns", `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`];
	const kind = kindOf(code);
	if (kind === "certificate") return ["certificate", `no trusted TLS connection to ${host} (${code}): ${certificateCure(code)}`];
	if (syscall === "connect") return ["refused", `${host} ${code === "ECONNREFUSED" ? "refused the connection" : "cannot be reached"} (${code}). Check host and port, or use a runner with access to it`];
	if (kind === "tls" || code === "EPROTO") return ["tls", `${host} did not agree on TLS (${code}): check the port, and that it serves https`];
	if (code === "ETIMEDOUT") return ["timeout", `${host} did not answer in time (${code})`];
	return ["broken", `the connection to ${host} broke off (${code})`];
}
function certificateCure(code) {
	if (code === "CERT_HAS_EXPIRED") return "its certificate has expired and must be renewed there";
	if (code === "CERT_NOT_YET_VALID") return "its certificate is not valid yet: check the clocks";
	if (isForAnotherName(code)) return "its certificate is for another name: use the name that stands in it";
	return "its certificate is not one that this runner trusts: give the certificate of its authority in `ca-certificate`";
}
function proxyCertificateHint(code) {
	return isForAnotherName(code) ? "its certificate is for another name. Set HTTPS_PROXY to a name that the certificate contains" : "check its certificate, or set `ca-certificate` to the certificate of its authority";
}
function isForAnotherName(code) {
	return code.startsWith("ERR_TLS_CERT_ALTNAME_") || code === "HOSTNAME_MISMATCH";
}
// src/http/json.ts
/**
* parseJson reads JSON; undefined when the text is none (which `undefined` in JSON cannot be). Some gateways put a byte order
* mark in front, which JSON forbids to write and allows to ignore.
*/
function parseJson(body) {
	try {
		return JSON.parse(body.startsWith("﻿") ? body.slice(1) : body);
	} catch {
		return;
	}
}
/** Only lists are longer. Deeply nested JSON of 60 MB takes 20 seconds to parse. */
const MAX_SHORT_LENGTH = 1048576;
/** parseShortJson reads JSON of up to 1 MiB; undefined for a longer text. */
function parseShortJson(body) {
	return body.length <= MAX_SHORT_LENGTH ? parseJson(body) : void 0;
}
/** parseBody reads JSON as a schema has it, without what the schema does not name; undefined when it is anything else. */
function parseBody(schema, body) {
	return readAs(schema, parseJson(body));
}
/** parseShortBody does the same for JSON of up to 1 MiB. */
function parseShortBody(schema, body) {
	return readAs(schema, parseShortJson(body));
}
function readAs(schema, json) {
	const parsed = schema.try(json, { mode: "strip" });
	return parsed.ok ? parsed.value : void 0;
}
// src/http/excerpt.ts
const MAX_EXCERPT_LENGTH = 300;
/** How much of a text is read: bodies can have 64 MiB, and an excerpt needs only their beginning. */
const MAX_READ_LENGTH$1 = 4096;
/**
* excerpt is what a server says in a response, cut to what a message can contain, and marked as a server's text; empty
* when it says nothing. It knows every kind of error body seen: an API's own, `{"error": …}`, plain text, a proxy's HTML.
*/
function excerpt(answer) {
	if (answer.status < 300) return describeBody(answer);
	const own = messageIn(parseShortJson(answer.body));
	if (own !== void 0) return require_start.markServerText(cut(own));
	return isHtml(answer) ? describeBody(answer) : require_start.markServerText(cut(answer.body));
}
/** describeBody says what kind of body a response has. It never shows a body that was expected to contain a token. */
function describeBody(answer) {
	if (beginning(answer.body).text === "") return "an empty body";
	if (!isHtml(answer)) return parseShortJson(answer.body) === void 0 ? "text that is not JSON" : "other JSON than expected";
	const heading = /<title[^>]*>([^<]{1,200})/i.exec(beginning(answer.body).text)?.[1]?.trim();
	return heading ? `an HTML page titled ${require_start.markServerText(`"${cut(heading)}"`)}` : "an HTML page";
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
/** isHtml recognizes a page of a proxy, console, or login service by how its body begins. */
function isHtml(answer) {
	return /^<(?:!doctype|html|head|body|\?xml)/i.test(beginning(answer.body).text);
}
/** Cut first and normalized then: a regular expression over a whole body takes too long, or too much memory. */
function cut(body) {
	const { text, isWhole } = beginning(body);
	const line = text.replaceAll(/\s+/g, " ").trim();
	if (isWhole) return require_start.shorten(line, MAX_EXCERPT_LENGTH);
	const words = line.slice(0, 301).replace(/(?:^|\s)\S*$/, "");
	return words === "" ? `… (${body.length} characters)` : `${words} …`;
}
function beginning(body) {
	const text = body.trimStart();
	return {
		text: text.slice(0, MAX_READ_LENGTH$1),
		isWhole: text.length <= MAX_READ_LENGTH$1
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
// src/data-plane/probe-result.ts
/**
* readProbeResponse classifies the response to a probe. A status alone proves nothing: a login page also responds with
* 200. A data plane checks the token before it parses a write, so its own 400 accepts the token.
*/
function readProbeResponse(action, response, holdMs) {
	const { status } = response;
	const serverTime = parseHttpDate(response.headers.date ?? "");
	if (status === 401 || status === 403) return {
		kind: "refused",
		why: isHtml(response) ? describe(response) : describeStatus(response),
		serverTime
	};
	if (action === "write" && status === 204) return {
		kind: "accepted",
		serverTime
	};
	const [provingStatus, fields] = PROOF[action];
	if (status === provingStatus) return isObjectWithAny(fields, response.body) ? {
		kind: "accepted",
		serverTime
	} : {
		kind: "unclear",
		why: describe(response),
		holdMs
	};
	return {
		kind: status === 404 ? "not-found" : "unclear",
		why: describe(response),
		holdMs
	};
}
/** A body that only InfluxDB sends with this status is a JSON object with one of these fields. */
const PROOF = {
	read: [200, ["results", "error"]],
	write: [400, [
		"code",
		"message",
		"error"
	]]
};
function isObjectWithAny(fields, body) {
	const json = parseShortJson(body);
	if (typeof json !== "object" || json === null || Array.isArray(json)) return false;
	return fields.some((field) => {
		const value = Object.hasOwn(json, field) ? json[field] : void 0;
		return value !== void 0 && value !== null && value !== "";
	});
}
function describe(response) {
	return `${describeStatus(response)} with ${describeBody(response)}`;
}
function describeStatus({ status }) {
	return `\`cluster-url\` responded ${status}`;
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
	/** probe sends one probe and waits at most so many milliseconds for the response. Throws only defects. */
	async probe(target, token, timeoutMs) {
		try {
			const response = await this.#requests.once(this.#request(target, token), timeoutMs);
			return readProbeResponse(target.action, response, this.#requests.heldForMs);
		} catch (error) {
			if (error instanceof NetworkError) return {
				kind: "no-response",
				why: error.message
			};
			if (error instanceof require_start.Failure) return {
				kind: "told-to-wait",
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
		const advice = this.#adviceIn(answer);
		if (advice?.waitMs !== void 0) this.#holdBack(answer.status, request.url, advice.waitMs);
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
			if (!(unanswered ? outcome.passing : this.#adviceIn(outcome) !== void 0) || attempt >= this.policy.retries || !await this.backOff(attempt)) {
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
	#adviceIn(answer) {
		return (this.policy.retryRule ?? httpRetryRule)(answer, this.#clock.now());
	}
	#holdBack(status, url, waitMs) {
		if (waitMs > 6e4) throw new RetryAfterTooLong(status, url.host, waitMs);
		this.#heldUntil = Math.max(this.#heldUntil, this.#clock.elapsed() + waitMs);
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
/** httpRetryRule is what HTTP itself says: the status is retryable, and `Retry-After` says when. */
function httpRetryRule({ status, headers }, now) {
	if (!isPassing(status)) return void 0;
	const serverNow = parseHttpDate(headers.date ?? "") ?? now;
	return { waitMs: parseRetryAfter(headers["retry-after"], serverNow) };
}
function networkErrorOnly(error) {
	if (error instanceof NetworkError) return error;
	throw error;
}
// src/http/dial.ts
/** What RFC 8305 recommends, and what Node waits. */
const NEXT_ADDRESS_AFTER_MS = 250;
/**
* dial opens a TCP connection. It tries a further address every 250 ms, and an earlier attempt goes on meanwhile: no address
* has a time limit of its own, so a slow network is not cut off, and an address without a route delays nothing. Everything
* is closed when `abandoned` fires. Throws an AggregateError with the error of each address when all of them fail.
*/
async function dial({ host, port }, abandoned, network = SYSTEM) {
	const addresses = alternateFamilies(await network.lookup(host));
	abandoned.throwIfAborted();
	return race(addresses.map(({ address }) => () => network.connect({
		host: address,
		port
	})), abandoned);
}
/** Returns the first socket that connects, and destroys the others. */
function race(attempts, abandoned) {
	return new Promise((resolve, reject) => {
		const waiting = [...attempts];
		const connecting = /* @__PURE__ */ new Set();
		const errors = [];
		let timer;
		const finish = () => {
			clearTimeout(timer);
			abandoned.removeEventListener("abort", abandon);
			for (const socket of connecting) socket.destroy();
		};
		const abandon = () => {
			finish();
			reject(abandoned.reason);
		};
		const next = () => {
			clearTimeout(timer);
			const socket = waiting.shift()?.();
			if (socket) watch(socket);
			else if (connecting.size === 0) fail();
			if (waiting.length > 0) timer = setTimeout(next, NEXT_ADDRESS_AFTER_MS);
		};
		const watch = (socket) => {
			connecting.add(socket);
			socket.once("connect", () => {
				connecting.delete(socket);
				finish();
				resolve(socket);
			});
			socket.on("error", (error) => {
				if (!connecting.delete(socket)) return;
				errors.push(error);
				next();
			});
		};
		const fail = () => {
			finish();
			reject(new AggregateError(errors));
		};
		abandoned.addEventListener("abort", abandon);
		next();
	});
}
/** The system often lists all addresses of one family first, and usually a whole family is unreachable. */
function alternateFamilies(addresses) {
	const preferred = addresses.filter(({ family }) => family === addresses[0]?.family);
	const others = addresses.filter(({ family }) => family !== addresses[0]?.family);
	const longest = Math.max(preferred.length, others.length);
	return Array.from({ length: longest }, (_, index) => index).flatMap((index) => [...preferred.slice(index, index + 1), ...others.slice(index, index + 1)]);
}
const SYSTEM = {
	lookup: (host) => new Promise((resolve, reject) => {
		const { lookup } = process.getBuiltinModule("node:dns");
		lookup(host, { all: true }, (error, addresses) => error ? reject(error) : resolve(addresses));
	}),
	connect: (address) => process.getBuiltinModule("node:net").connect({
		...address,
		noDelay: true,
		keepAlive: true
	})
};
// src/http/trust.ts
/** The ledger travels in an environment variable, which has at most 32,767 characters on Windows. */
const MAX_FINGERPRINTS = 600;
/** Variables that can change what Node trusts. The last two do so with OpenSSL's own store only. */
const VARIABLES = [
	"NODE_EXTRA_CA_CERTS",
	"NODE_USE_SYSTEM_CA",
	"NODE_OPTIONS",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR"
];
/** Where OpenSSL looks, by the build and the distribution, unless SSL_CERT_FILE or SSL_CERT_DIR says otherwise. */
const OPENSSL_FILES = [
	"/etc/ssl/cert.pem",
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/cert.pem",
	"/etc/pki/tls/certs/ca-bundle.crt"
];
const OPENSSL_DIRECTORIES = ["/etc/ssl/certs", "/etc/pki/tls/certs"];
/** OpenSSL reads a directory by the hash of the name that it looks for. */
const HASHED_NAME = /^[0-9a-f]{8}\.\d+$/;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/**
* nodeTrust reads what this process trusts without any input. Undefined where nothing can have changed that, so that most
* steps neither load TLS early nor list certificates.
*/
function nodeTrust({ env, execArgv }) {
	if (execArgv.length === 0 && VARIABLES.every((name) => !env[name])) return void 0;
	const { getCACertificates } = process.getBuiltinModule("node:tls");
	const bundled = getCACertificates("bundled");
	const trusted = getCACertificates("default");
	const extra = getCACertificates("extra");
	const known = new Set(trusted);
	const usesOpenssl = bundled.some((certificate) => !known.has(certificate));
	const others = usesOpenssl ? opensslCertificates(env) : without(trusted, [...bundled, ...extra]);
	const additions = [{
		source: "NODE_EXTRA_CA_CERTS",
		certificates: extra
	}, {
		source: usesOpenssl ? opensslSource(env) : systemSource(env),
		certificates: others
	}];
	return {
		bundled,
		trustsBundled: !usesOpenssl,
		additions
	};
}
/** trustOfMain is everything that is trusted without inputs, and `given` in addition, in PEM: each is an anchor. */
function trustOfMain(given, node) {
	const added = [...given, ...addedBy(node)];
	if (added.length === 0) return {
		anchors: { kind: "default" },
		fingerprints: []
	};
	const bundled = node?.bundled ?? bundledCertificates();
	const known = new Set(bundled.map(fingerprint));
	const fingerprints = [...new Set(added.map(fingerprint))].filter((one) => !known.has(one));
	return {
		anchors: given.length === 0 ? { kind: "environment" } : listed(node?.trustsBundled === false ? added : [...bundled, ...added]),
		fingerprints: fingerprints.slice(0, MAX_FINGERPRINTS)
	};
}
/**
* anchorsOfPostStep are the bundled certificates and those of `given` and of the environment that main trusted too, by the
* fingerprints that it has recorded. Nothing that was added since counts.
*/
function anchorsOfPostStep(given, node, recorded) {
	if (node === void 0 && recorded.length === 0) return { kind: "default" };
	const trusted = new Set(recorded);
	const present = [...given, ...addedBy(node)].filter((certificate) => trusted.has(fingerprint(certificate)));
	return listed([...node?.bundled ?? bundledCertificates(), ...present]);
}
/** describeIgnored counts for people what is there in the post step and was not trusted by main; undefined without such. */
function describeIgnored(given, node, recorded) {
	const present = [...given, ...addedBy(node)];
	if (present.length === 0) return void 0;
	const trusted = /* @__PURE__ */ new Set([...recorded, ...(node?.bundled ?? bundledCertificates()).map(fingerprint)]);
	const ignored = new Set(present.map(fingerprint).filter((one) => !trusted.has(one)));
	if (ignored.size === 0) return void 0;
	return `The post step does not trust certificates that main did not trust: ${require_start.formatCount(ignored.size)}.`;
}
/** describeAdditions names for people what the environment adds; undefined where that is nothing. */
function describeAdditions(node) {
	const parts = (node?.additions ?? []).map(({ source, certificates }) => ({
		source,
		count: without(certificates, node?.bundled ?? []).length
	})).filter(({ count }) => count > 0).map(({ source, count }) => `${require_start.formatCount(count)} from ${source}`);
	if (parts.length === 0) return void 0;
	return `Certificates that are trusted in addition to those of Node.js: ${parts.join(", ")}.`;
}
/** secureContextOf is what a connection is verified by; undefined: by Node's own defaults. */
function secureContextOf(anchors) {
	if (anchors.kind === "default") return void 0;
	const { createSecureContext } = process.getBuiltinModule("node:tls");
	const options = { allowPartialTrustChain: true };
	return createSecureContext(anchors.kind === "listed" ? {
		...options,
		ca: [...anchors.certificates]
	} : options);
}
/** fingerprint is the SHA-256 of a certificate in PEM, in base64url. */
function fingerprint(certificate) {
	const encoded = certificate.replaceAll(/-----[^-]+-----/g, "");
	return process.getBuiltinModule("node:crypto").createHash("sha256").update(Buffer.from(encoded, "base64")).digest("base64url");
}
function bundledCertificates() {
	return process.getBuiltinModule("node:tls").getCACertificates("bundled");
}
function addedBy(node) {
	return (node?.additions ?? []).flatMap(({ certificates }) => certificates);
}
/** Each certificate once: a system's store lists many of them several times. */
function listed(certificates) {
	return {
		kind: "listed",
		certificates: [...new Set(certificates)]
	};
}
function without(certificates, excluded) {
	const known = new Set(excluded);
	return [...new Set(certificates)].filter((certificate) => !known.has(certificate));
}
function systemSource(env) {
	return `the store of the system (${env["NODE_USE_SYSTEM_CA"] === "1" ? "NODE_USE_SYSTEM_CA" : "--use-system-ca"})`;
}
function opensslSource(env) {
	return `the files of OpenSSL (${["--use-openssl-ca", ...["SSL_CERT_FILE", "SSL_CERT_DIR"].filter((name) => env[name] !== void 0)].join(", ")})`;
}
/** What OpenSSL would find, in the form in which Node lists certificates. A file that it cannot read, it skips. */
function opensslCertificates(env) {
	const file = env["SSL_CERT_FILE"];
	const directories = env["SSL_CERT_DIR"]?.split(node_path.delimiter) ?? OPENSSL_DIRECTORIES;
	const files = [...file === void 0 ? OPENSSL_FILES : [file], ...directories.flatMap((directory) => (orNothing(() => (0, node_fs.readdirSync)(directory)) ?? []).filter((name) => HASHED_NAME.test(name)).map((name) => (0, node_path.join)(directory, name)))];
	const { X509Certificate } = process.getBuiltinModule("node:crypto");
	return files.flatMap((path) => orNothing(() => (0, node_fs.readFileSync)(path, "latin1"))?.match(CERTIFICATE) ?? []).flatMap((pem) => orNothing(() => new X509Certificate(pem).toString().trimEnd()) ?? []);
}
function orNothing(read) {
	try {
		return read();
	} catch {
		return;
	}
}
// src/http/agents.ts
/**
* Agents makes the connections: it decides whether they go through a proxy, whose certificates are trusted, and which are
* kept open for later requests.
*/
var Agents = class {
	/** One for each origin and use: a proxy can be for some hosts only. */
	#agents = /* @__PURE__ */ new Map();
	/** Origins whose server closed a connection that was kept open, just when it was used again. */
	#closing = /* @__PURE__ */ new Set();
	#anchors;
	#verification;
	constructor(anchors) {
		this.#anchors = anchors;
	}
	/**
	* agentFor returns the agent for a request to a URL; send the request with AttemptOptions. Throws NetworkError when a
	* proxy is set that cannot be used.
	*/
	agentFor(url, use) {
		const kept = use === "reused" && !this.#closing.has(url.origin);
		const key = `${kept} ${url.origin}`;
		const known = this.#agents.get(key);
		if (known) return known;
		const agent = url.protocol === "https:" ? this.#secureAgent(url, kept) : plainAgent(url, kept);
		this.#agents.set(key, agent);
		return agent;
	}
	/**
	* stopReusing gives each later request to this origin a connection of its own. A server that closes connections after
	* each response would otherwise lose every request that closely follows another.
	*/
	stopReusing({ origin }) {
		this.#closing.add(origin);
	}
	async #secureAgent(url, keepAlive) {
		this.#verification ??= verification(this.#anchors);
		const options = await this.#verification;
		const reach = await reachTo(url, options);
		const { Agent } = process.getBuiltinModule("node:https");
		const agent = new Agent({
			keepAlive,
			...options
		});
		const addTls = agent.createConnection.bind(agent);
		return connectingBy(agent, async (attempt) => {
			const options = {
				...attempt,
				socket: await reach(attempt.abandoned)
			};
			return addTls(options);
		});
	}
};
/** Only for a loopback host, to which no proxy leads: see isTrustworthy. */
async function plainAgent(url, keepAlive) {
	const reach = reachDirectly(url);
	const { Agent } = process.getBuiltinModule("node:http");
	return connectingBy(new Agent({ keepAlive }), ({ abandoned }) => reach(abandoned));
}
function connectingBy(agent, connect) {
	agent.createConnection = (options, callback) => {
		const done = callback;
		connect(options).then((socket) => done(null, socket), done);
	};
	return agent;
}
async function reachTo(url, verification) {
	const setting = process.env["https_proxy"] || process.env["HTTPS_PROXY"];
	if (!setting || require_start.isLoopback(url)) return reachDirectly(url);
	const { reachThroughProxy } = await Promise.resolve().then(() => require("./proxy.js"));
	return reachThroughProxy(url, setting, verification) ?? reachDirectly(url);
}
function reachDirectly({ hostname, port, protocol }) {
	const destination = {
		host: hostname.replace(/^\[|\]$/g, ""),
		port: Number(port) || (protocol === "https:" ? 443 : 80)
	};
	return (abandoned) => dial(destination, abandoned);
}
async function verification(anchors) {
	const secureContext = secureContextOf(anchors);
	return {
		rejectUnauthorized: true,
		...secureContext ? { secureContext } : {}
	};
}
// src/http/content-coding.ts
/**
* decodeBody undoes the codings that a Content-Encoding header names. Requests ask for none, but some gateways compress all
* the same. Throws NetworkError for an unknown coding, for a body that is not coded as the header says, and beyond a limit.
*/
async function decodeBody(body, header, limits) {
	const codings = header.split(",").map((coding) => coding.trim().toLowerCase()).filter((coding) => coding !== "" && coding !== "identity");
	let decoded = body;
	for (const coding of codings.reverse()) if (decoded.length > 0) decoded = await undo(coding, decoded, limits);
	return decoded;
}
/** tooLarge is the error for a body above so many bytes. */
function tooLarge(maxBytes) {
	return new NetworkError("too-large", `the answer is larger than ${maxBytes / 1024 / 1024} MiB`);
}
function undo(coding, body, { maxBytes, abandoned }) {
	abandoned.throwIfAborted();
	const { promise, resolve, reject } = Promise.withResolvers();
	decoderFor(coding, body)(body, { maxOutputLength: maxBytes }, (error, decoded) => {
		if (error) reject(decodingError(error, coding, maxBytes));
		else resolve(decoded);
	});
	return promise;
}
/** What decodes is loaded only when a response needs it. */
function decoderFor(coding, body) {
	const { brotliDecompress, gunzip, inflate, inflateRaw } = process.getBuiltinModule("node:zlib");
	if (coding === "gzip" || coding === "x-gzip") return gunzip;
	if (coding === "br") return brotliDecompress;
	if (coding === "deflate") return ((body[0] ?? 0) & 15) === 8 ? inflate : inflateRaw;
	throw new NetworkError("coding", `the response is compressed with ${require_start.markServerText(`"${coding.slice(0, 40)}"`)}, which the action cannot decode. Check the proxies and gateways between this runner and the server`);
}
/** Only what the data causes is a network error. */
function decodingError(error, coding, maxBytes) {
	const { code } = error;
	if (code === "ERR_BUFFER_TOO_LARGE") return tooLarge(maxBytes);
	if (typeof code !== "string" || !/^(?:Z_(?:DATA|BUF)_ERROR|Z_NEED_DICT|ERR_+ERROR_FORMAT_\w+)$/.test(code)) return error;
	return new NetworkError("broken", `the response is damaged: it cannot be decoded as ${coding} (${code})`, { cause: error });
}
// src/http/transport.ts
const USER_AGENT = "influxdb-token-action";
/** A list of 100,000 tokens is well below. */
const LARGEST_ANSWER = 67108864;
/** HttpTransport sends through Node's own client. */
var HttpTransport = class {
	#agents;
	constructor(anchors) {
		this.#agents = new Agents(anchors);
	}
	async send(request, timeoutMs) {
		const agent = await this.#agents.agentFor(request.url, connectionFor(request));
		const closed = () => this.#agents.stopReusing(request.url);
		try {
			return await exchange(request, {
				agent,
				timeoutMs,
				closed
			});
		} catch (error) {
			throw networkError(error, request.url.host) ?? error;
		}
	}
};
/**
* A server can close an idle connection at any time, and a request that is just being sent is lost then. Whether a lost POST
* was carried out cannot be seen, so a POST never takes that risk.
*/
function connectionFor({ method, headers }) {
	return method === "POST" || headers["Connection"] === "close" ? "fresh" : "reused";
}
/**
* Ends in time whatever happens, a body that drips in included. By a timer and not by a signal of the request, since Node
* keeps something of each request with a signal in memory until the next full collection.
*/
async function exchange({ url, method, headers, body }, { agent, timeoutMs, closed }) {
	const { promise, resolve, reject } = Promise.withResolvers();
	const abandonment = new AbortController();
	const limits = {
		maxBytes: LARGEST_ANSWER,
		abandoned: abandonment.signal
	};
	const { request } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
	const options = {
		...(0, node_url.urlToHttpOptions)(url),
		method,
		headers: {
			"Accept-Encoding": "identity",
			...headers,
			"User-Agent": USER_AGENT
		},
		agent,
		abandoned: abandonment.signal
	};
	let answering = false;
	const sent = request(options, (message) => {
		answering = true;
		readAnswer(message, limits).then(resolve, reject);
	});
	sent.on("error", (error) => {
		if (sent.reusedSocket && !answering && !abandonment.signal.aborted) closed();
		reject(error);
	});
	const timer = setTimeout(() => {
		reject(sent.socket ? timedOut(url, timeoutMs) : notConnected(url, timeoutMs));
		abandonment.abort();
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
function notConnected({ host }, timeoutMs) {
	return new NetworkError("connect-timeout", `no connection to ${host} was established within ${Math.ceil(timeoutMs / 1e3)} s`);
}
async function readAnswer(message, limits) {
	const { statusCode: status = 0, headers } = message;
	const body = await readBody(message, limits.maxBytes);
	const coding = headers["content-encoding"];
	return {
		status,
		headers,
		body: (coding === void 0 ? body : await decodeBody(body, coding, limits)).toString("utf8")
	};
}
/** Listens instead of iterating, which costs a millisecond of a start. A message that ends early is an error. */
function readBody(message, maxBytes) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		let size = 0;
		message.on("data", (chunk) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size > maxBytes) message.destroy(tooLarge(maxBytes));
		});
		message.on("end", () => resolve(Buffer.concat(chunks)));
		message.on("error", reject);
	});
}
// src/tokens/two-clocks.ts
/** twoClocks reads both clocks at the arrival of a response. `server` is its Date, undefined where it has none. */
function twoClocks(server, runner) {
	return {
		forEnding: Math.min(server ?? runner, runner),
		forReplacing: Math.max(server ?? runner, runner),
		forRenewing: server ?? runner,
		server,
		runner
	};
}
/** describeDifference says by how much clocks differ, if that is more than five minutes. Pure. */
function describeDifference({ server, runner }) {
	if (server === void 0 || Math.abs(server - runner) <= 301e3) return;
	return `The server's clock says ${require_start.formatInstant(server)} and this runner's clock says ${require_start.formatInstant(runner)}: they differ by ${require_start.formatDuration(Math.abs(server - runner) / 1e3)}`;
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
/** At least 64 characters [OpenAPI], and nothing that does not fit into a header or a line. */
const accessToken = require_start.string().assert((text) => /^[\x21-\x7e]{64,8192}$/.test(text), "not an access token");
const withSecret = require_start.object({ accessToken });
const apiError = require_start.object({
	code: require_start.union(require_start.number(), require_start.string()),
	message: require_start.string()
});
const refusal = require_start.union(apiError, require_start.object({ error: require_start.union(require_start.string(), require_start.record()) }));
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
	return parseShortBody(withSecret, body)?.accessToken;
}
/** parseDatabaseNames reads the names from the answer to a list of databases; undefined when it is none. */
function parseDatabaseNames(body) {
	return parseBody(databases, body)?.map((database) => database.name);
}
/** parseApiError reads the API's own kind of error, which no proxy sends: `{code, message}`. */
function parseApiError(body) {
	return parseShortBody(apiError, body);
}
/** parseRefusal reads an error body that the API is known to send with a 401 or 403: `{code, message}` or `{error}`. */
function parseRefusal(body) {
	return parseShortBody(refusal, body);
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
		super(title(answer), `The Management API would not ${action} (${answer.status}${said}). ${cure(answer, tokenSource)}`.trimEnd());
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
/** UnprovenRevocation is a 2xx other than 204 to a DELETE, after which the token is still not shown as revoked. */
var UnprovenRevocation = class extends require_start.Failure {
	constructor(id, answer) {
		super("Token not revoked", `The Management API responded ${answer.status} with ${describeBody(answer)} to the revocation of token ${id}, instead of 204, and does not show the token as revoked. Check \`api-url\`, and whether a proxy responds in place of the API.`);
		this.name = "UnprovenRevocation";
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
/** A gateway names itself at the beginning. */
const MAX_READ_LENGTH = 4096;
const GATEWAY_NAMES = /\b(?:nginx|openresty|cloudflare|cloudfront|akamai|envoy|istio|haproxy|traefik|kong|squid|varnish|apache|zscaler|fortinet|fortigate|forcepoint|gateway|proxy|firewall|load balancer)\b/i;
function refuserOf(answer) {
	if (parseApiError(answer.body)) return "api";
	if (isHtml(answer) || GATEWAY_NAMES.test(answer.body.slice(0, MAX_READ_LENGTH))) return "gateway";
	return parseRefusal(answer.body) ? "api" : "unknown";
}
function title(answer) {
	const { status } = answer;
	if (status === 401 || status === 403) {
		const refuser = refuserOf(answer);
		if (refuser === "gateway") return "Blocked by a gateway";
		if (refuser === "unknown") return "Request refused";
	}
	if (status === 401) return "Management token refused";
	if (status === 403) return "Management token not allowed";
	if (status === 404) return "Not found";
	return `Management API answered ${status}`;
}
function cure(answer, tokenSource) {
	const { status } = answer;
	if (status === 401 || status === 403) {
		const refuser = refuserOf(answer);
		if (refuser === "gateway") return "This response is not from the Management API: a gateway or proxy between this runner and the API blocked the request. It shows nothing about the management token. Check `api-url`, and the proxies and firewalls of this runner.";
		if (refuser === "unknown") return `Nothing in the response shows whether the Management API or a gateway in between refused the request. Check the management token (it comes from ${tokenSource}), \`account-id\`, and \`cluster-id\`. Also check \`api-url\`, and the proxies and firewalls of this runner.`;
	}
	if (status === 401) return `The management token is wrong, expired or revoked. It comes from ${tokenSource}: check the secret behind it, or create a new token with \`influxctl management create\`. (Runs from forks and of Dependabot do not get the secrets of the repository.)`;
	if (status === 403) return "The management token is valid, but not for this account or cluster: check `account-id` and `cluster-id`.";
	if (status === 404) return isOwn404(answer) ? "This account, cluster or token is not known there: check `account-id` and `cluster-id`." : "There is no Management API at this address: check `api-url` and `product`.";
	if (status >= 300 && status <= 399) return "Redirects are not followed, since they could lead credentials astray: give the final address as `api-url`.";
	if (status === 408 || status === 429 || status >= 500) return "This should pass: run the job again later.";
	return "";
}
// src/management-api/outcomes.ts
/** What a token looks like, wherever it is: `apiv<N>_` and base64 of either alphabet. One character more than is masked. */
const ACCESS_TOKEN = /apiv\d{1,9}_[\w+/=-]{20,1025}/g;
/** Each mask costs the runner. No honest response to a POST contains more tokens or longer ones, or is longer itself. */
const MAX_TOKENS = 20;
const MAX_TOKEN_LENGTH = 1024;
const MAX_CREATION_LENGTH = 1048576;
/**
* accessTokensIn finds the secret that a response is about, and up to 20 others that look like one: what is to be masked
* before anything else. Takes time linear in the response.
*/
function accessTokensIn({ body }) {
	const own = parseAccessToken(body);
	const others = /* @__PURE__ */ new Set();
	for (const [token] of body.matchAll(ACCESS_TOKEN)) {
		if (token === own || others.has(token)) continue;
		if (others.size === MAX_TOKENS || token.length > MAX_TOKEN_LENGTH) return {
			tokens: withOwn(own, others),
			complete: false
		};
		others.add(token);
	}
	return {
		tokens: withOwn(own, others),
		complete: body.length <= MAX_CREATION_LENGTH
	};
}
function withOwn(own, others) {
	return /* @__PURE__ */ new Set([...own === void 0 ? [] : [own], ...others]);
}
/** creationOf reads the answer to a POST. `tokenSource` is where the management token comes from, for people. */
function creationOf(answer, tokenSource) {
	if (isSuccess(answer)) {
		const accessToken = parseAccessToken(answer.body);
		const token = accessToken === void 0 ? void 0 : parseToken(answer.body);
		return token && require_start.isUuid(token.id) && accessToken !== void 0 ? {
			kind: "created",
			token,
			secret: new require_start.Secret(accessToken)
		} : {
			kind: "lost",
			error: new UnreadableAnswer("create the token", showable(answer))
		};
	}
	const error = new ApiError("create the token", showable(answer), tokenSource);
	return {
		kind: answer.status >= 400 && answer.status < 500 && !isPassing(answer.status) ? "refused" : "lost",
		error
	};
}
/** Masks hide the tokens of a response only where there is one for each of them. */
function showable(answer) {
	return accessTokensIn(answer).complete ? answer : {
		...answer,
		body: "a text that is not shown, because it contains too much that looks like a token"
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
/** deletionOf classifies the response to a DELETE. Only 204 proves a revocation: a login page also responds with 200. */
function deletionOf(id, answer, tokenSource) {
	if (answer.status === 204) return { kind: "revoked" };
	if (answer.status >= 200 && answer.status < 300) return {
		kind: "lost",
		error: new UnprovenRevocation(id, answer)
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
	#observer;
	/** More than one until a read has told which form the server serves. */
	#places;
	constructor(requests, clock, { credential, places, observer }) {
		this.#requests = requests;
		this.#clock = clock;
		this.#credential = credential;
		this.#places = places;
		this.#observer = observer;
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
		this.#clocksOf(answer);
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
			clocks: this.#clocksOf(answer)
		};
	}
	/** findToken reads one token. Throws ApiError, UnreadableAnswer or NetworkError. */
	async findToken(id) {
		const action = `show token ${id}`;
		const answer = await this.#read("tokens", id);
		const clocks = this.#clocksOf(answer);
		if (isOwn404(answer)) return {
			token: void 0,
			clocks
		};
		if (answer.status !== 200) throw this.#refusal(action, answer);
		const token = parseToken(answer.body);
		return {
			token: token && require_start.sameId(token.id, id) ? token : unreadable(action, answer),
			clocks
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
		for (const secret of accessTokensIn(answer).tokens) this.#observer.secret(secret);
		this.#clocksOf(answer);
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
	#clocksOf(answer) {
		const clocks = twoClocks(parseHttpDate(answer.headers.date ?? ""), this.#clock.now());
		this.#observer.clocks(clocks);
		return clocks;
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
// src/operations/clock-warning.ts
/** clockWarning returns what warns of clocks that differ, once per step: they differ in every response. */
function clockWarning(runner) {
	let hasWarned = false;
	return (clocks) => {
		const difference = describeDifference(clocks);
		if (hasWarned || difference === void 0) return;
		hasWarned = true;
		runner.warning("Clocks differ", `${difference}. Tokens are ended only when both clocks say that it is time. Correct the clock that is wrong.`);
	};
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
		server: require_start.string(),
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
	/** Of the certificates that main trusted beyond Node's bundled ones: the post step trusts no others. */
	fingerprints: require_start.array(require_start.string()),
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
	/** `save` puts a text into the step's state, replacing what was there. It is empty when nothing is left to do. */
	constructor(save, header) {
		this.#save = save;
		this.#entries = {
			...header,
			place: { ...header.place },
			tries: { ...header.tries },
			fingerprints: [...header.fingerprints],
			attempts: []
		};
	}
	/** openNonces are those whose token may be alive without being anybody's. */
	get openNonces() {
		return new Set(this.#entries.attempts.filter(hasLeftover).map(({ nonce }) => nonce));
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
		this.#save(isDone(this.#entries) ? "" : JSON.stringify(this.#entries));
	}
};
/** hasLeftover tells whether an attempt can have left a token that the post step must revoke. */
function hasLeftover({ fate }) {
	return fate === "open";
}
function isDone({ attempts, handOver }) {
	return !attempts.some(hasLeftover) && (handOver === void 0 || handOver.phase === "over");
}
/** readLedger reads what main has written. Throws when the text is not from a Ledger. */
function readLedger(text) {
	return entries.parse(JSON.parse(text), { mode: "strip" });
}
// src/operations/sealed-ledger.ts
/** Binds the derived key to this one use of the management token. */
const CONTEXT = "influxdb-token-action: seal of the ledger, version 1";
const KEY_BYTES = 32;
/** The seal in hex digits, a space, and the text that it covers. */
const SEALED = /^([0-9a-f]{64}) (.*)$/s;
/** More would be no hint but a page. */
const MAX_CLAIMED_IDS = 5;
/** sealLedger puts a seal before the text of a ledger, such that only who knows the management token can make another. */
function sealLedger(text, managementToken) {
	return `${seal(text, managementToken).toString("hex")} ${text}`;
}
/**
* unsealLedger returns the text that was sealed with this management token; undefined for everything else, and always
* without a management token: anybody can seal with none.
*/
function unsealLedger(sealed, managementToken) {
	const [, found, text] = SEALED.exec(sealed) ?? [];
	if (found === void 0 || text === void 0 || !text.isWellFormed()) return void 0;
	if (managementToken.reveal() === "") return void 0;
	const { timingSafeEqual } = process.getBuiltinModule("node:crypto");
	return timingSafeEqual(Buffer.from(found, "hex"), seal(text, managementToken)) ? text : void 0;
}
/**
* claimedTokenIds are the IDs of tokens that a ledger without a valid seal says to be left: a hint for a person, never a
* reason to do anything. Anybody can have written them, so there is nothing else of it that can be shown.
*/
function claimedTokenIds(unverified) {
	const text = SEALED.exec(unverified)?.[2] ?? unverified;
	try {
		const { attempts, handOver } = readLedger(text);
		const ids = [...attempts.filter(hasLeftover).flatMap(({ id }) => id ?? []), ...handOver === void 0 || handOver.phase === "over" ? [] : [handOver.tokenId]];
		return [...new Set(ids.filter(require_start.isUuid))].slice(0, MAX_CLAIMED_IDS);
	} catch {
		return [];
	}
}
function seal(text, managementToken) {
	const { createHmac, hkdfSync } = process.getBuiltinModule("node:crypto");
	const key = hkdfSync("sha256", managementToken.reveal(), "", CONTEXT, KEY_BYTES);
	return createHmac("sha256", Buffer.from(key)).update(text, "utf8").digest();
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
// src/operations/revoke-token.ts
/**
* revokeToken revokes one token that an earlier response of this step has shown. Throws a Failure, ApiError, or
* NetworkError when the token might be alive.
*/
async function revokeToken(id, deps) {
	if ((await deleteToken(id, deps)).kind === "revoked") return;
	const { tokens } = await deps.api.tokens();
	const judged = judgeNotFound({
		id,
		listed: tokens.find((token) => require_start.sameId(token.id, id)),
		known: true
	});
	if (judged instanceof require_start.Failure) throw judged;
}
/**
* deleteToken sends DELETE until its outcome is known. Before each repetition `goesOn` can stop it. Throws like
* revokeToken.
*/
async function deleteToken(id, { api, pacing }, goesOn = () => true) {
	let wasShown = false;
	for (let attempt = 0;; attempt++) {
		const deletion = await api.deleteToken(id);
		if (deletion.kind === "revoked") return { kind: "revoked" };
		if (deletion.kind === "refused") throw deletion.error;
		if (deletion.kind === "unsent" && !deletion.error.passing) throw deletion.error;
		if (deletion.kind === "unknown-token") return {
			kind: "not-found",
			wasShown
		};
		if (deletion.kind === "lost") {
			const { token } = await api.findToken(id);
			if (!token) return {
				kind: "not-found",
				wasShown
			};
			if (require_start.isSeenRevoked(token)) return { kind: "revoked" };
			wasShown = true;
		}
		if (attempt >= pacing.policy.retries || !await pacing.backOff(attempt) || !goesOn()) throw deletion.error;
	}
}
/**
* judgeNotFound decides what the API's own 404 to a DELETE means. `listed` is the token in a list that was read later
* through the same path prefix. `known`: the token existed at this address, so that its absence proves its end. A token
* that is neither listed nor known might be alive at another address. A Failure: the list shows the token alive. Pure.
*/
function judgeNotFound({ id, listed, known }) {
	if (!listed) return known ? "already-revoked" : "not-found";
	if (require_start.isSeenRevoked(listed)) return "already-revoked";
	return new require_start.Failure("Token not revoked", `The Management API lists token ${id} as alive but responds 404 to its revocation.`);
}
// src/operations/revoke-tokens.ts
/** isConfirmedRevoked tells whether the token is revoked now, whoever revoked it. */
function isConfirmedRevoked({ kind }) {
	return kind === "revoked" || kind === "already-revoked";
}
/** mightBeAlive tells whether revoking the token failed. A token that is not found is neither revoked nor a failure. */
function mightBeAlive({ kind }) {
	return kind === "failed" || kind === "skipped";
}
/** A cancelled job is killed 7.5 s after it was told, and by then all must be told. */
const TIME_TO_FINISH_MS = 3e3;
const CANCELLED = new require_start.Failure("Cancelled", "The job was cancelled before the server had answered.");
/**
* revokeTokens revokes many tokens. One failure does not stop the others, except a 401, a 403, or a `Retry-After` that is
* too long. The outcomes are in the order of the IDs. Never throws for what happens to a token.
*/
async function revokeTokens({ ids, known }, deps) {
	const deleted = await deleteAll(ids, deps);
	const missing = [...deleted.values()].flatMap((result) => result.kind === "not-found" ? [{
		id: result.id,
		known: known || result.wasShown
	}] : []);
	const end = deps.cancelled?.aborted ? CANCELLED : [...deleted.values()].find(abortsBatch)?.error;
	const unseen = (error) => missing.map(({ id }) => failed(id, error));
	const looked = end === void 0 ? await Promise.race([lookFor(missing, deps), timeToFinish(deps).then(() => unseen(CANCELLED))]) : unseen(end);
	const judged = new Map(looked.map((outcome) => [outcome.id, outcome]));
	return ids.map((id) => {
		const result = deleted.get(id);
		return judged.get(id) ?? (result && result.kind !== "not-found" ? result : {
			id,
			kind: "skipped"
		});
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
		stopped ||= abortsBatch(outcome);
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
			...await deleteToken(id, deps, goesOn)
		};
	} catch (error) {
		return failed(id, require_start.failureOnly(error));
	}
}
function failed(id, error) {
	return {
		id,
		kind: "failed",
		error
	};
}
function abortsBatch(outcome) {
	return outcome.kind === "failed" && (isTurnedAway(outcome.error) || outcome.error instanceof RetryAfterTooLong);
}
/** Reads the list once for all tokens that were not found, and after the last DELETE, since it must show their effect. */
async function lookFor(missing, { api }) {
	if (missing.length === 0) return [];
	try {
		const { tokens } = await api.tokens();
		const tokenById = require_start.indexById(tokens);
		return missing.map(({ id, known }) => {
			const judged = judgeNotFound({
				id,
				listed: tokenById(id),
				known
			});
			return judged instanceof require_start.Failure ? failed(id, judged) : {
				id,
				kind: judged
			};
		});
	} catch (error) {
		const failure = require_start.failureOnly(error);
		return missing.map(({ id }) => failed(id, failure));
	}
}
// src/tokens/run-end.ts
/** A workflow run lasts for at most 35 days. GitHub can forget an older one. */
const MAX_RUN_AGE_MS = 3024e6;
/** checkAnswer makes an answer about another run or repository one that proves nothing. Pure. */
function checkAnswer(asked, answer) {
	if (answer.kind !== "found") return answer;
	const { runId, repositoryId } = answer;
	if (runId === asked.runId && repositoryId === asked.repositoryId) return answer;
	return {
		kind: "no-answer",
		why: `GitHub was asked for run ${asked.runId} of repository ${asked.repositoryId} and answered with run ${runId} of repository ${repositoryId}.`,
		lasting: false
	};
}
/**
* runHasEnded tells whether the run and attempt that created a token are known to have ended. Nothing is known about runs
* of another server. A 404 is proof only for our own repository and an old token. Pure.
*/
function runHasEnded({ createdAt }, tag, { answer, own, clocks }) {
	if (tag.server !== own.server || answer === void 0) return false;
	const checked = checkAnswer(tag, answer);
	if (checked.kind === "found") return checked.status === "completed" || checked.attempt > Number(tag.runAttempt);
	return checked.kind === "unknown" && require_start.isSameRepository(tag, own) && typeof createdAt === "number" && clocks.forEnding - createdAt > MAX_RUN_AGE_MS;
}
// src/operations/ended-runs.ts
/** So many requests in a row without a usable response, each retried: GitHub cannot be reached. */
const MAX_SILENCES = 8;
/**
* askWhichEnded asks GitHub once about each run of this server, and stops when GitHub's rate limit is used up or GitHub
* does not respond. Call it after the list was read. Throws a Failure when GitHub refuses to tell.
*/
async function askWhichEnded(tokens, { own, clocks }, { github, ...deps }) {
	const answers = /* @__PURE__ */ new Map([[keyOf(own), ownRun(own)]]);
	const toAsk = tokens.filter(({ tag }) => tag.server === own.server && !answers.has(keyOf(tag)));
	const runs = new Map(toAsk.map(({ tag }) => [keyOf(tag), tag]));
	const progress = progressOf("Asking GitHub about runs", runs.size, deps);
	let refusal;
	let silences = 0;
	const ask = async ([key, tag]) => {
		const repository = require_start.isSameRepository(tag, own) ? own.repository : tag.repository;
		try {
			const answer = checkAnswer(tag, await github.run(repository, tag.runId));
			answers.set(key, answer);
			if (answer.kind !== "no-answer") silences = 0;
			else silences += answer.lasting ? MAX_SILENCES : 1;
			progress(answers.size - 1);
		} catch (error) {
			refusal ??= error;
		}
	};
	await inParallel(runs, ask, {
		...STEADY,
		goesOn: () => refusal === void 0 && silences < MAX_SILENCES
	});
	if (refusal !== void 0) throw refusal;
	const hasEnded = (token, tag) => runHasEnded(token, tag, {
		answer: answers.get(keyOf(tag)),
		own,
		clocks
	});
	return {
		hasEnded,
		unresolved: unresolvedOf([...new Map(toAsk.flatMap(({ token, tag }) => {
			const why = whyUnresolved(tag, answers.get(keyOf(tag)), own);
			return why === void 0 || hasEnded(token, tag) ? [] : [[keyOf(tag), why]];
		})).values()], runs.size)
	};
}
/** Nobody knows better about our own run: this attempt of it goes on. */
function ownRun({ runId, repositoryId, runAttempt }) {
	return {
		kind: "found",
		runId,
		repositoryId,
		status: "in_progress",
		attempt: Number(runAttempt)
	};
}
/** Empty where the run was not asked about, because an earlier answer says why. */
function whyUnresolved(tag, answer, own) {
	if (answer === void 0) return "";
	if (answer.kind === "found") return void 0;
	if (answer.kind === "no-answer") return answer.why;
	const run = `run ${tag.runId} of ${tag.repository}`;
	return require_start.isSameRepository(tag, own) ? `GitHub has no ${run} any longer (404), and the token is not older than 35 days.` : `GitHub has no ${run}, or does not show it to \`github-token\` (404).`;
}
function unresolvedOf(reasons, asked) {
	if (reasons.length === 0) return void 0;
	return {
		count: reasons.length,
		asked,
		why: reasons.find((why) => why !== "") ?? ""
	};
}
function keyOf({ server, repositoryId, runId }) {
	return `${server} ${repositoryId} ${runId}`;
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
// src/operations/revocation-report.ts
/** GitHub cuts a message after 4096 characters, in the log too. */
const MOST_NAMED = 80;
/** warnOfNotFound warns of IDs that the cluster does not know: the step might ask the wrong cluster. */
function warnOfNotFound(ids, { runner }) {
	if (ids.length === 0) return;
	runner.warning("Token not found", `This cluster does not know ${nameSome(ids)}: check account-id and cluster-id. Nothing was revoked for these IDs.`);
}
/** reportIds sets the outputs with ids. */
function reportIds(revoked, failed, { runner }) {
	runner.outputs({
		"revoked-token-ids": JSON.stringify(revoked),
		"failed-token-ids": JSON.stringify(failed)
	});
}
/** countOutcomes is a headline such as "2 of 3 revoked, 1 not found". */
function countOutcomes(outcomes) {
	const revoked = outcomes.filter(isConfirmedRevoked).length;
	const notFound = outcomes.filter(({ kind }) => kind === "not-found").length;
	const missing = notFound > 0 ? `, ${require_start.formatCount(notFound)} not found` : "";
	return `${require_start.formatCount(revoked)} of ${require_start.formatCount(outcomes.length)} revoked${missing}`;
}
/** reportOutcomes writes the results for many tokens to the log and the outputs. Returns those that might be alive. */
function reportOutcomes(outcomes, deps) {
	const failed = outcomes.filter(mightBeAlive);
	deps.runner.info(`Tokens: ${countOutcomes(outcomes)}.`);
	warnOfNotFound(outcomes.filter(({ kind }) => kind === "not-found").map(({ id }) => id), deps);
	reportIds(outcomes.filter(isConfirmedRevoked).map(({ id }) => id), failed.map(({ id }) => id), deps);
	return failed;
}
/** describeOutcome says what became of a token. */
function describeOutcome(outcome) {
	switch (outcome.kind) {
		case "revoked": return "revoked";
		case "already-revoked": return "was revoked already";
		case "not-found": return "not found: check account-id and cluster-id";
		case "skipped": return "not tried";
		case "failed": return `not revoked: ${require_start.asSentence(outcome.error)}`;
	}
}
/** failuresOf are what a step fails with. */
function failuresOf(failed) {
	const skipped = failed.filter(({ kind }) => kind === "skipped").map(({ id }) => id);
	return [...failed.flatMap((outcome) => outcome.kind === "failed" ? [new require_start.Failure("Token not revoked", `Token ${outcome.id} may be alive: ${require_start.asSentence(outcome.error)} To revoke it again does no harm.`)] : []), ...skipped.length > 0 ? [new require_start.Failure("Tokens not tried", `These were not tried any more and may be alive: ${nameSome(skipped)}. Fix the cause and run the step again. The output \`failed-token-ids\` holds all.`)] : []];
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
// src/data-plane/activation.ts
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
const MAX_PAUSE_MS = 5e3;
/** The last pauses are shorter, so that a token that becomes active just before the deadline is still noticed. */
const FINAL_PROBES_MS = 1e3;
/** After so many milliseconds of nothing but network errors, the data plane is not reachable. */
const MAX_SILENCE_MS = 2e4;
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
		silentSince: void 0,
		notFoundInARow: 0,
		why: void 0,
		serverTime: void 0
	};
}
/** nextStep decides what to do at a time. Pure. */
function nextStep(state, now) {
	if (state.acceptances >= acceptancesNeeded(state)) return { kind: "accepted" };
	if (!state.anyClear && (state.notFoundInARow >= MAX_NOT_FOUND || silenceLeft(state, now) <= 0)) return verdict(state);
	if (Math.max(now, state.notBefore) >= state.deadline) return state.inFlightOfRound > 0 ? { kind: "await-response" } : verdict(state);
	if (now < state.notBefore) return {
		kind: "pause",
		until: state.notBefore
	};
	if (!hasRoom(state)) return { kind: "await-response" };
	const patience = state.anyClear ? Number.POSITIVE_INFINITY : silenceLeft(state, now);
	return {
		kind: "probe",
		timeoutMs: Math.min(state.deadline - now, patience)
	};
}
/** afterSending counts a probe that is sent now, and gives the ticket that its result must bring back. Pure. */
function afterSending(state, now) {
	const { inFlight, inFlightOfRound, round } = state;
	return [{
		...state,
		inFlight: inFlight + 1,
		inFlightOfRound: inFlightOfRound + 1
	}, {
		round,
		sentAt: now
	}];
}
/** afterResult adds the result of one probe. Pure. */
function afterResult(state, { ticket, result, now }) {
	const ofRound = ticket.round === state.round;
	const returned = {
		...state,
		inFlight: state.inFlight - 1,
		inFlightOfRound: state.inFlightOfRound - (ofRound ? 1 : 0),
		silentSince: void 0,
		notFoundInARow: 0
	};
	switch (result.kind) {
		case "accepted": {
			const heard = {
				...returned,
				anyClear: true,
				everAccepted: true,
				serverTime: result.serverTime
			};
			return ofRound ? {
				...heard,
				acceptances: state.acceptances + 1,
				alone: false
			} : heard;
		}
		case "refused": return {
			...pausedBy(returned, now),
			anyClear: true,
			disagreements: disagreementsAfter(state, ofRound),
			round: state.round + 1,
			acceptances: 0,
			inFlightOfRound: 0,
			why: result.why,
			serverTime: result.serverTime
		};
		case "not-found": return {
			...pausedBy(returned, now, result.holdMs),
			notFoundInARow: state.notFoundInARow + 1,
			why: result.why
		};
		case "unclear": return {
			...pausedBy(returned, now, result.holdMs),
			why: result.why
		};
		case "no-response": return {
			...pausedBy(returned, now),
			silentSince: state.silentSince ?? ticket.sentAt,
			why: result.why
		};
		case "told-to-wait": return {
			...pausedBy(returned, now, Number.POSITIVE_INFINITY),
			why: result.why
		};
	}
}
/** How many responses in a row must accept the token. */
function acceptancesNeeded({ disagreements }) {
	if (disagreements === 0) return ACCEPTANCES_NEEDED;
	const more = MORE_FOR_EACH_DISAGREEMENT * (disagreements - 1);
	return Math.min(ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT + more, MAX_ACCEPTANCES_NEEDED);
}
/** Several refusals that were under way at once are one disagreement. */
function disagreementsAfter(state, ofRound) {
	if (!state.everAccepted) return 0;
	return Math.max(1, state.disagreements + (ofRound && state.acceptances > 0 ? 1 : 0));
}
function hasRoom(state) {
	const { alone, inFlight, inFlightOfRound, acceptances } = state;
	if (alone) return inFlightOfRound === 0 && inFlight < MAX_IN_FLIGHT;
	return inFlight < MAX_IN_FLIGHT && acceptances + inFlightOfRound < acceptancesNeeded(state);
}
/** A pause of a tenth of the time waited costs at most 10 % more than the activation itself. */
function pausedBy(state, now, holdMs = 0) {
	const pause = Math.min(Math.max((now - state.startedAt) / 10, MIN_PAUSE_MS), MAX_PAUSE_MS);
	const next = Math.min(now + pause, Math.max(now + MIN_PAUSE_MS, state.deadline - FINAL_PROBES_MS));
	return {
		...state,
		alone: true,
		notBefore: Math.max(state.notBefore, next, now + holdMs)
	};
}
function silenceLeft({ silentSince = Number.POSITIVE_INFINITY }, now) {
	return Math.min(silentSince, now) + MAX_SILENCE_MS - now;
}
function verdict(state) {
	const { anyClear, everAccepted, serverTime, why = "no response arrived in time" } = state;
	if (!anyClear) return {
		kind: "unreachable",
		why
	};
	return {
		kind: "refused",
		why: everAccepted ? `some responses accepted the token, but never ${acceptancesNeeded(state)} in a row; the last other result: ${why}` : why,
		serverTime
	};
}
// src/data-plane/wait-for-activation.ts
const PROGRESS_EVERY_MS = 15e3;
/** waitForActivation sends probes until the cluster accepts the token or `timeoutMs` have passed. */
async function waitForActivation(wait) {
	const { probe, timeoutMs, clock, onProgress } = wait;
	const began = clock.elapsed();
	const inFlight = /* @__PURE__ */ new Set();
	let state = startActivation(began, timeoutMs);
	let progressAt = began + PROGRESS_EVERY_MS;
	const send = (probeTimeoutMs) => {
		const [sent, ticket] = afterSending(state, clock.elapsed());
		state = sent;
		const returned = probe(probeTimeoutMs).then((result) => {
			state = afterResult(state, {
				ticket,
				result,
				now: clock.elapsed()
			});
			inFlight.delete(returned);
		});
		returned.catch(() => {});
		inFlight.add(returned);
	};
	for (;;) {
		const now = clock.elapsed();
		const step = nextStep(state, now);
		switch (step.kind) {
			case "probe":
				send(step.timeoutMs);
				break;
			case "await-response":
				await Promise.race(inFlight);
				break;
			case "pause":
				if (now >= progressAt) {
					progressAt = now + PROGRESS_EVERY_MS;
					onProgress(`Not accepted yet after ${require_start.formatDuration((now - began) / 1e3)}: ${state.why}.`);
				}
				await clock.sleep(step.until - now);
				break;
			default: return step;
		}
	}
}
// src/operations/activation-check.ts
/** ACTIVE_OUTPUT is the value of the output `active`. */
const ACTIVE_OUTPUT = {
	accepted: "true",
	unreachable: "false",
	"not-probed": ""
};
/** ACTIVATION_FACT is what a summary says. */
const ACTIVATION_FACT = {
	accepted: "yes",
	unreachable: "not known",
	"not-probed": "not probed"
};
/** ACTIVATION_HINTS say what to do about a token that was not accepted. */
const ACTIVATION_HINTS = {
	refused: "Check that `cluster-url` is the data plane of this cluster. Allow more time with `activation-timeout`, or skip the probe with `activation-timeout: 0`.",
	unreachable: "Check that `cluster-url` is the data plane of this cluster. If this runner cannot reach the data plane, skip the probe with `activation-timeout: 0`."
};
/** canProbe tells whether a token with these permissions can be probed on a cluster with these databases. */
function canProbe(permissions, databases) {
	return probeTarget(permissions, databases) !== void 0;
}
/** checkActivation waits at most `timeoutMs` until the cluster accepts a token. With 0 it sends no probe. */
async function checkActivation(token, { databases, timeoutMs }, { dataPlane, runner, clock }) {
	if (timeoutMs === 0) return { kind: "not-probed" };
	const target = probeTarget(token.permissions, databases);
	if (!target) {
		runner.info("The token was not probed: no database is available for a probe with its permissions.");
		return { kind: "not-probed" };
	}
	const limit = require_start.formatDuration(timeoutMs / 1e3);
	runner.info(`Waiting for the cluster to accept the token (${target.action} on ${target.database}, at most ${limit}).`);
	const verdict = await waitForActivation({
		probe: (probeTimeoutMs) => dataPlane.probe(target, token.secret, probeTimeoutMs),
		timeoutMs,
		clock,
		onProgress: (line) => runner.info(line)
	});
	if (verdict.kind === "accepted") {
		runner.info("The cluster accepts the token.");
		return verdict;
	}
	if (verdict.kind === "refused") return {
		kind: "refused",
		why: whyRefused(verdict, token, limit, clock.now())
	};
	return {
		kind: "unreachable",
		why: `Whether the cluster accepts the token is not known: ${require_start.asSentence(verdict.why)}`
	};
}
function whyRefused({ why, serverTime }, { expiresAt }, limit, now) {
	const refused = `The cluster has not accepted the token (${why}; waited at most ${limit}).`;
	if (serverTime === void 0 || typeof expiresAt !== "number" || serverTime < expiresAt) return refused;
	return `${refused} ${`The token expired at ${require_start.formatSecond(expiresAt)} by the clock of the server, which shows ${require_start.formatSecond(serverTime)}.`} ${now < expiresAt ? `The clocks differ: this runner shows ${require_start.formatSecond(now)}. Set the clock of the runner, or use a later \`expires-at\`.` : "Use a later `expires-at`."}`;
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
			message: `The cluster has no database "${name}".${nearest === void 0 ? "" : ` Did you mean ${require_start.markServerText(`\`${nearest}\``)}?`} To grant it before it exists: \`check-databases: false\`.`
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
			if (require_start.isSeenRevoked(token)) continue;
			await revokeToken(token.id, {
				api,
				pacing
			});
			runner.info(`Revoked token ${token.id}, whose answer was lost.`);
		}
		for (const { nonce } of found) ledger.settle(nonce);
	} catch (error) {
		throw unfinished(ledger, require_start.failureOnly(error));
	}
}
async function refuseDeviations(order, token, tag, ledger, { api, pacing, runner, clock }) {
	const found = deviations(order, token);
	if (found.length === 0) return;
	const what = `The server created token ${token.id} otherwise than asked: it ${require_start.markServerText(found.join("; it "))}.`;
	try {
		await revokeToken(token.id, {
			api,
			pacing
		});
	} catch (error) {
		const failure = require_start.failureOnly(error);
		runner.outputs(tokenOutputs(token, require_start.tokenStatus(token, clock.now())));
		throw new require_start.Failure("Not the token asked for", `${what} It could not be revoked: ${require_start.asSentence(failure)} The post step tries again.`, { cause: failure });
	}
	ledger.settle(tag.nonce);
	runner.outputs(tokenOutputs(token, "revoked"));
	throw new require_start.Failure("Not the token asked for", `${what} It was revoked; no token is left.`);
}
function tagOf({ server, repository, repositoryId, runId, runAttempt }) {
	return {
		server,
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
* existingToken reads a token that must be there, with the time of the response. Throws a
* Failure for an id that the cluster does not know.
*/
async function existingToken(id, api) {
	const { token, clocks } = await api.findToken(id);
	if (token) return {
		token,
		clocks
	};
	throw new require_start.Failure("Token not found", `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`);
}
// src/tokens/line.ts
/** lineTokens picks the tokens with the tag of a series. `job`, `kept`, and untagged tokens never belong, whatever their description. */
function lineTokens(tokens, line) {
	return tokens.flatMap((token) => {
		const tagged = require_start.parseTagged(token.description);
		return tagged && hasLineKind(tagged.tag) && require_start.isSameRepository(tagged.tag, line) && tagged.plain === line.plainDescription ? [{
			...token,
			tag: tagged.tag
		}] : [];
	});
}
/**
* membersOf are the live tokens of a series, the newest first. A member that only one clock takes for expired is live:
* otherwise a wrong clock would end the series.
*/
function membersOf(tokens, line, { forEnding }) {
	return lineTokens(tokens, line).filter((token) => require_start.tokenStatus(token, forEnding) === "active").sort(require_start.newestFirst);
}
/** currentOf is the newest promoted one of tokens that are sorted newest first; undefined when there is none. */
function currentOf(members) {
	return members.find(({ tag }) => tag.kind === "current");
}
/** isNewer tells whether one token was created after another. A date that cannot be read proves nothing. */
function isNewer(one, other) {
	return typeof one.createdAt === "number" && typeof other.createdAt === "number" && one.createdAt > other.createdAt;
}
/** hasLineKind tells whether a tag is of a kind that only rotation gives. */
function hasLineKind(tag) {
	return tag.kind === "pending" || tag.kind === "current";
}
// src/tokens/retirement.ts
/**
* planRetirement decides which members of a series are no longer needed: strictly older than a current one, and replaced at
* least `graceMs` ago. What our own token has replaced was replaced now. Derived from a fresh list and never from memory.
* Pure.
*/
function planRetirement(tokens, line, facts) {
	const { own, graceMs, clocks } = facts;
	const members = membersOf(tokens, line, clocks);
	const current = members.filter((token) => token.tag.kind === "current" && (token.id === own || require_start.tokenStatus(token, clocks.forReplacing) === "active"));
	const replaced = members.flatMap((token) => {
		const successor = current.findLast((other) => isNewer(other, token));
		if (!successor || token.id === own || typeof successor.createdAt !== "number") return [];
		const isReplacedNow = successor.id === own;
		const until = (isReplacedNow ? clocks.forRenewing : successor.createdAt) + graceMs;
		return [{
			token,
			until,
			isDue: isReplacedNow ? graceMs === 0 : until <= clocks.forEnding
		}];
	});
	return {
		due: replaced.filter(({ isDue }) => isDue).map(({ token }) => token),
		inGrace: replaced.filter(({ isDue }) => !isDue).map(({ token, until }) => ({
			token,
			until
		}))
	};
}
// src/operations/rotation/retire.ts
/**
* retire revokes what a line has replaced long enough ago. It goes by a fresh list and never by memory, so what fails today
* is found again by the next run: a failure is a warning. Undefined when the list could not be read.
*/
async function retire(order, deps) {
	try {
		const { tokens, clocks } = await deps.api.tokens();
		const { line, graceMs, own } = order;
		return await carryOut(planRetirement(tokens, line, {
			own,
			graceMs,
			clocks
		}), order, {
			...deps,
			forRenewing: clocks.forRenewing
		});
	} catch (error) {
		deps.runner.warning("Nothing retired", `Which tokens were replaced long enough ago is not known: ${require_start.asSentence(require_start.failureOnly(error))} They stay valid; the next run looks again.`);
		return;
	}
}
async function carryOut({ due, inGrace }, { revokes }, { forRenewing, ...deps }) {
	const outcomes = await revokeTokens({
		ids: revokes ? due.map(({ id }) => id) : [],
		known: true
	}, deps);
	const failed = outcomes.filter(mightBeAlive).map(({ id }) => id);
	const revoked = outcomes.filter(isConfirmedRevoked).map(({ id }) => id);
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
			until: forRenewing
		})), ...inGrace].sort((one, other) => require_start.newestFirst(one.token, other.token))
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
Object.defineProperty(exports, "ACTIVATION_FACT", {
	enumerable: true,
	get: function() {
		return ACTIVATION_FACT;
	}
});
Object.defineProperty(exports, "ACTIVATION_HINTS", {
	enumerable: true,
	get: function() {
		return ACTIVATION_HINTS;
	}
});
Object.defineProperty(exports, "ACTIVE_OUTPUT", {
	enumerable: true,
	get: function() {
		return ACTIVE_OUTPUT;
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
Object.defineProperty(exports, "LONGEST_RETRY_AFTER_MS", {
	enumerable: true,
	get: function() {
		return LONGEST_RETRY_AFTER_MS;
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
Object.defineProperty(exports, "anchorsOfPostStep", {
	enumerable: true,
	get: function() {
		return anchorsOfPostStep;
	}
});
Object.defineProperty(exports, "askWhichEnded", {
	enumerable: true,
	get: function() {
		return askWhichEnded;
	}
});
Object.defineProperty(exports, "canProbe", {
	enumerable: true,
	get: function() {
		return canProbe;
	}
});
Object.defineProperty(exports, "cancellationOf", {
	enumerable: true,
	get: function() {
		return cancellationOf;
	}
});
Object.defineProperty(exports, "checkActivation", {
	enumerable: true,
	get: function() {
		return checkActivation;
	}
});
Object.defineProperty(exports, "claimedTokenIds", {
	enumerable: true,
	get: function() {
		return claimedTokenIds;
	}
});
Object.defineProperty(exports, "clockWarning", {
	enumerable: true,
	get: function() {
		return clockWarning;
	}
});
Object.defineProperty(exports, "conclude", {
	enumerable: true,
	get: function() {
		return conclude;
	}
});
Object.defineProperty(exports, "countOutcomes", {
	enumerable: true,
	get: function() {
		return countOutcomes;
	}
});
Object.defineProperty(exports, "currentOf", {
	enumerable: true,
	get: function() {
		return currentOf;
	}
});
Object.defineProperty(exports, "describeAdditions", {
	enumerable: true,
	get: function() {
		return describeAdditions;
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
Object.defineProperty(exports, "describeIgnored", {
	enumerable: true,
	get: function() {
		return describeIgnored;
	}
});
Object.defineProperty(exports, "describeOutcome", {
	enumerable: true,
	get: function() {
		return describeOutcome;
	}
});
Object.defineProperty(exports, "dial", {
	enumerable: true,
	get: function() {
		return dial;
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
Object.defineProperty(exports, "hasLeftover", {
	enumerable: true,
	get: function() {
		return hasLeftover;
	}
});
Object.defineProperty(exports, "hasLineKind", {
	enumerable: true,
	get: function() {
		return hasLineKind;
	}
});
Object.defineProperty(exports, "httpRetryRule", {
	enumerable: true,
	get: function() {
		return httpRetryRule;
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
Object.defineProperty(exports, "membersOf", {
	enumerable: true,
	get: function() {
		return membersOf;
	}
});
Object.defineProperty(exports, "mightBeAlive", {
	enumerable: true,
	get: function() {
		return mightBeAlive;
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
Object.defineProperty(exports, "nodeTrust", {
	enumerable: true,
	get: function() {
		return nodeTrust;
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
Object.defineProperty(exports, "parseHttpDate", {
	enumerable: true,
	get: function() {
		return parseHttpDate;
	}
});
Object.defineProperty(exports, "parseRetryAfter", {
	enumerable: true,
	get: function() {
		return parseRetryAfter;
	}
});
Object.defineProperty(exports, "parseShortBody", {
	enumerable: true,
	get: function() {
		return parseShortBody;
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
Object.defineProperty(exports, "proxyError", {
	enumerable: true,
	get: function() {
		return proxyError;
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
Object.defineProperty(exports, "sealLedger", {
	enumerable: true,
	get: function() {
		return sealLedger;
	}
});
Object.defineProperty(exports, "tokenOutputs", {
	enumerable: true,
	get: function() {
		return tokenOutputs;
	}
});
Object.defineProperty(exports, "trustOfMain", {
	enumerable: true,
	get: function() {
		return trustOfMain;
	}
});
Object.defineProperty(exports, "unlessCancelled", {
	enumerable: true,
	get: function() {
		return unlessCancelled;
	}
});
Object.defineProperty(exports, "unsealLedger", {
	enumerable: true,
	get: function() {
		return unsealLedger;
	}
});
Object.defineProperty(exports, "unusableProxy", {
	enumerable: true,
	get: function() {
		return unusableProxy;
	}
});
Object.defineProperty(exports, "warnOfAnyDatabase", {
	enumerable: true,
	get: function() {
		return warnOfAnyDatabase;
	}
});
Object.defineProperty(exports, "warnOfNotFound", {
	enumerable: true,
	get: function() {
		return warnOfNotFound;
	}
});
