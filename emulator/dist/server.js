const require_shared = require("./shared.js");
let node_crypto = require("node:crypto");
let node_http = require("node:http");
let node_stream_consumers = require("node:stream/consumers");
let node_timers_promises = require("node:timers/promises");
let node_zlib = require("node:zlib");
// test/emulator/refusal.ts
/** Refusal is thrown where the Management API finds a reason to say no. */
var Refusal = class extends Error {
	status;
	constructor(status, message) {
		super(message);
		this.name = "Refusal";
		this.status = status;
	}
};
// test/emulator/api-path.ts
const PATHS = {
	bare: /^\/api\/v0\/(?<collection>databases|tokens)(?:\/(?<item>[^/]+))?$/,
	prefixed: /^\/api\/v0\/accounts\/(?<accountId>[^/]+)\/clusters\/(?<clusterId>[^/]+)\/(?<collection>databases|tokens)(?:\/(?<item>[^/]+))?$/
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ROUTES$1 = [
	"GET databases",
	"GET tokens",
	"POST tokens",
	"GET token",
	"PATCH token",
	"DELETE token"
];
/** parseApiPath takes a path apart; undefined when it is none of this form. */
function parseApiPath(form, path) {
	const groups = PATHS[form].exec(path)?.groups;
	if (groups === void 0) return void 0;
	const { accountId, clusterId, collection = "", item } = groups;
	return {
		accountId,
		clusterId,
		collection,
		item
	};
}
/** apiRoute names the route: of tokens one is a token. `unknown` when the path takes other methods only. */
function apiRoute(method, { collection, item }) {
	const noun = item === void 0 ? collection : collection.slice(0, -1);
	return ROUTES$1.find((route) => route === `${method} ${noun}`) ?? "unknown";
}
/** pathPrefix is what stands before `/tokens` and `/databases`. */
function pathPrefix({ form, accountId, clusterId }) {
	return form === "bare" ? "/api/v0" : `/api/v0/accounts/${accountId}/clusters/${clusterId}`;
}
/** checkIds refuses ids that are none, and those of other accounts and clusters. */
function checkIds(path, place) {
	for (const id of [
		path.accountId,
		path.clusterId,
		path.item
	]) if (id !== void 0 && !UUID.test(id)) throw new Refusal(400, `invalid UUID in the path: ${id}`);
	if ((path.accountId ?? place.accountId) !== place.accountId) throw new Refusal(404, "account not found");
	if ((path.clusterId ?? place.clusterId) !== place.clusterId) throw new Refusal(404, "cluster not found");
}
// test/emulator/access-token.ts
/** In base64 this is `++//` where it begins at a multiple of three. */
const AWKWARD = Buffer.from([
	251,
	239,
	255
]);
/**
* newAccessToken makes the string of a database token: `apiv1_` and base64 that always holds `+`, `/` and `=`, so that
* whatever forgets to escape it fails every time and not once in a while.
*/
function newAccessToken() {
	return `apiv1_${Buffer.concat([
		(0, node_crypto.randomBytes)(30),
		AWKWARD,
		(0, node_crypto.randomBytes)(31)
	]).toString("base64")}`;
}
/** newManagementToken makes a string of one of the shapes that management tokens have. */
function newManagementToken() {
	return `M.V1.${(0, node_crypto.randomBytes)(48).toString("base64url")}`;
}
// test/emulator/activation.ts
/** ActivationWatch knows which of the new tokens the data plane accepts already. */
var ActivationWatch = class {
	#settings;
	#requestsSeen = /* @__PURE__ */ new WeakMap();
	constructor(settings) {
		this.#settings = settings;
	}
	/** begin is for a token that was just created: those that are never begun are active. */
	begin(token) {
		this.#requestsSeen.set(token, 0);
	}
	/** admit answers one request that carries the token on the connection of this number, and counts it. */
	admit(token, connection) {
		const admitted = this.wouldAdmit(token, connection);
		const seen = this.#requestsSeen.get(token);
		if (seen !== void 0) this.#requestsSeen.set(token, seen + 1);
		return admitted;
	}
	/** wouldAdmit tells what admit would answer, and counts nothing. Without a connection every replica must admit. */
	wouldAdmit(token, connection) {
		const { activation, clock } = this.#settings;
		const seen = this.#requestsSeen.get(token);
		if (seen === void 0 || activation === "at once") return true;
		if (activation === "never") return false;
		if ("afterMs" in activation) return clock() - token.createdAt >= activation.afterMs;
		if ("replicasAfterMs" in activation) {
			const { replicasAfterMs } = activation;
			return (connection === void 0 ? replicasAfterMs : [replicasAfterMs[replicaOf(connection, replicasAfterMs)] ?? 0]).every((afterMs) => clock() - token.createdAt >= afterMs);
		}
		if ("afterProbes" in activation) return seen >= activation.afterProbes;
		return activation.pattern[seen] ?? true;
	}
};
/** Scatters consecutive numbers (the finalizer of MurmurHash3). */
function replicaOf(connection, { length }) {
	let mixed = connection + 1;
	mixed = Math.imul(mixed ^ mixed >>> 16, 2246822507);
	mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
	return ((mixed ^ mixed >>> 16) >>> 0) % length;
}
// test/emulator/answer.ts
/** emptyAnswer has no body. */
function emptyAnswer(status) {
	return {
		status,
		headers: {},
		body: ""
	};
}
/** jsonAnswer carries a value as JSON; what is undefined in it is left out. */
function jsonAnswer(status, value) {
	return {
		status,
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(value)
	};
}
/** textAnswer carries text, or a page when it begins like one. */
function textAnswer(status, body) {
	return {
		status,
		headers: { "Content-Type": `${body.startsWith("<") ? "text/html" : "text/plain"}; charset=utf-8` },
		body
	};
}
/** noSuchRoute is what a router answers, before any API has seen the request: not the API's own kind of error. */
function noSuchRoute() {
	return textAnswer(404, "404 page not found\n");
}
// test/emulator/line-protocol.ts
/** Measurement and tags, fields, and perhaps a timestamp; a blank within any of these is escaped or in a string. */
const LINE = /^(?:[^ \\]|\\.)+ (?:[^ "\\]|\\.|"(?:[^"\\]|\\.)*")+(?: -?\d+)?$/;
/** splitLines takes the lines of a body that say something. */
function splitLines(body) {
	return body.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
}
/** invalidLine finds the first line that is not line protocol. */
function invalidLine(lines) {
	return lines.find((line) => !LINE.test(line) || !line.includes("="));
}
// test/emulator/data-plane.ts
const ROUTES = {
	"/query": {
		method: "GET",
		route: "GET query"
	},
	"/api/v2/write": {
		method: "POST",
		route: "POST write"
	},
	"/ping": {
		method: "GET",
		route: "GET ping"
	},
	"/health": {
		method: "GET",
		route: "GET health"
	}
};
/** What the parser takes for a statement. Anything else never gets as far as authorization. */
const STATEMENT = /^\s*(?:select\s.*\S\s+from\s+\S|show\s+\S)/is;
/** DataPlane plays the cluster itself: it takes database tokens, and speaks of errors in its own way. */
var DataPlane = class {
	points = [];
	#settings;
	#tokens;
	#activation;
	constructor(settings, tokens, activation) {
		this.#settings = settings;
		this.#tokens = tokens;
		this.#activation = activation;
	}
	match(method, path) {
		const served = ROUTES[path];
		if (served === void 0) return void 0;
		const route = served.method === method ? served.route : "unknown";
		return {
			route,
			takesGzip: route === "POST write",
			answer: (exchange) => this.#answer(exchange)
		};
	}
	#answer(exchange) {
		const parameters = new URL(exchange.path, "http://localhost").searchParams;
		switch (exchange.route) {
			case "GET query": return this.#query(exchange, parameters);
			case "POST write": return this.#write(exchange, parameters);
			case "GET ping": return emptyAnswer(204);
			case "GET health": return jsonAnswer(200, {
				name: "influxdb",
				status: "pass"
			});
			default: return errorAnswer(405, "method not allowed", "the resource does not take this method");
		}
	}
	/** accepts tells whether a request with this secret would be let in now; it is not counted as one. */
	accepts(secret, grant) {
		const token = this.#live(secret);
		return token !== void 0 && this.#activation.wouldAdmit(token) && (!grant || allows(token, grant));
	}
	#query(exchange, parameters) {
		const database = parameters.get("db");
		const statement = parameters.get("q") ?? "";
		if (!STATEMENT.test(statement)) return queryResult({ error: `error parsing query: ${statement}` });
		if (!database) return errorAnswer(400, "invalid", "db is required");
		if (!this.#authorizes(exchange, {
			action: "read",
			resource: database
		})) {
			const { refusesWith } = this.#settings;
			return errorAnswer(refusesWith, refusesWith === 401 ? "unauthorized" : "forbidden", "access denied");
		}
		if (!this.#settings.databases.includes(database)) return queryResult({ error: `database not found: ${database}` });
		return queryResult({});
	}
	#write(exchange, parameters) {
		const database = parameters.get("bucket");
		if (!database) return errorAnswer(400, "invalid", "bucket is required");
		if (!this.#authorizes(exchange, {
			action: "write",
			resource: database
		})) return emptyAnswer(this.#settings.refusesWith);
		const lines = splitLines(exchange.body);
		if (lines.length === 0) return emptyWriteAnswer(this.#settings.emptyWrite);
		if (!this.#settings.databases.includes(database)) return errorAnswer(404, "not found", `database not found: ${database}`);
		const invalid = invalidLine(lines);
		if (invalid !== void 0) return errorAnswer(400, "invalid", `not line protocol: ${invalid}`);
		this.points.push(...lines.map((line) => ({
			database,
			line
		})));
		return emptyAnswer(204);
	}
	/** A live token is counted even where its grants do not suffice: it has been seen by a replica. */
	#authorizes({ headers, connection }, grant) {
		const secret = /^(?:Bearer|Token) (.+)$/.exec(headers.authorization ?? "")?.[1];
		const token = secret === void 0 ? void 0 : this.#live(secret);
		return token !== void 0 && this.#activation.admit(token, connection) && allows(token, grant);
	}
	#live(secret) {
		const token = this.#tokens.findBySecret(secret);
		return token && this.#tokens.isLive(token) ? token : void 0;
	}
};
function allows(token, { action, resource }) {
	return token.permissions.some((granted) => granted.action === action && (granted.resource === "*" || granted.resource === resource));
}
function queryResult(result) {
	return jsonAnswer(200, { results: [{
		statement_id: 0,
		...result
	}] });
}
function emptyWriteAnswer(status) {
	return status === 204 ? emptyAnswer(204) : errorAnswer(400, "invalid", "the body contains no line protocol");
}
/** Here the code is a word, unlike in the Management API. */
function errorAnswer(status, code, message) {
	return jsonAnswer(status, {
		code,
		message
	});
}
// test/emulator/media-type.ts
/** mediaType is what a Content-Type says, without its parameters. */
function mediaType(header = "") {
	return (header.split(";", 1)[0] ?? "").trim().toLowerCase();
}
/** accepts tells whether an Accept header leaves such a type as a choice. Without one anything goes, as HTTP has it. */
function accepts(header, type) {
	return (header ?? "*/*").split(",").some((choice) => type.test(mediaType(choice)));
}
// test/emulator/request-checks.ts
const JSON_TYPE = /^(?:\*\/\*|application\/(?:\*|json))$/;
/** checkAuthorization lets the management token in, and no database token. */
function checkAuthorization({ headers }, managementToken) {
	if (headers.authorization !== `Bearer ${managementToken}`) throw new Refusal(401, "unauthorized");
}
/** checkForm refuses what is wrong with a request before its body is read as a token. */
function checkForm({ method, path, headers, body }) {
	if (path.includes("?")) throw new Refusal(400, "query parameters are not allowed");
	if (!accepts(headers.accept, JSON_TYPE)) throw new Refusal(406, "the only representation is application/json");
	const carriesJson = method === "POST" || method === "PATCH";
	if (carriesJson && mediaType(headers["content-type"]) !== "application/json") throw new Refusal(415, "the Content-Type must be application/json");
	if (!carriesJson && body !== "") throw new Refusal(400, `a ${method} request has no body`);
}
// test/emulator/token-fields.ts
/** The grammar of a database's name, or all databases. */
const RESOURCE = /^(?:\*|(?!_)[A-Za-z0-9_/-]{1,64})$/;
/** newTokenFields reads the body of a POST. `now` in milliseconds since 1970. */
function newTokenFields(json, expirationType, now) {
	const known = [
		"description",
		"permissions",
		"expiresAt"
	];
	const fields = fieldsOf(json, expirationType === "accepted" ? [...known, "expirationType"] : known);
	checkExpirationType(fields);
	return {
		description: description(fields["description"]),
		permissions: "permissions" in fields ? permissions(fields["permissions"]) : [],
		expiresAt: "expiresAt" in fields ? expiry(fields["expiresAt"], now) : void 0
	};
}
/** changedTokenFields reads the body of a PATCH. */
function changedTokenFields(json) {
	const fields = fieldsOf(json, ["description", "permissions"]);
	if (Object.keys(fields).length === 0) throw new Refusal(400, "description or permissions is required");
	return {
		..."description" in fields && { description: description(fields["description"]) },
		..."permissions" in fields && { permissions: permissions(fields["permissions"]) }
	};
}
function fieldsOf(json, known) {
	if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Refusal(400, "the body must be a JSON object");
	const unknown = Object.keys(json).filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Refusal(400, `unknown field: ${unknown.join(", ")}`);
	return json;
}
function description(value) {
	if (typeof value === "string" && value !== "") return value;
	throw new Refusal(400, "description must be a string of at least one character");
}
function permissions(value) {
	if (!Array.isArray(value)) throw new Refusal(400, "permissions must be an array");
	const granted = value.map(permission);
	if (new Set(granted.map(({ action, resource }) => `${action} ${resource}`)).size < granted.length) throw new Refusal(400, "permissions must not repeat a pair");
	return granted;
}
function permission(value) {
	const { action, resource } = fieldsOf(value, ["action", "resource"]);
	if (action !== "read" && action !== "write") throw new Refusal(400, "permissions: action must be read or write");
	if (typeof resource !== "string" || !RESOURCE.test(resource)) throw new Refusal(400, "permissions: resource must be the name of a database or *");
	return {
		action,
		resource
	};
}
/** The reverse way proves that it was a date of the calendar, in whole seconds and UTC. */
function expiry(value, now) {
	const instant = typeof value === "string" ? Date.parse(value) : NaN;
	if (Number.isNaN(instant) || new Date(instant).toISOString().replace(".000Z", "Z") !== value) throw new Refusal(400, "expiresAt must be RFC 3339 in whole seconds, ending in Z");
	if (instant <= now) throw new Refusal(400, "expiresAt must be in the future");
	return instant;
}
function checkExpirationType(fields) {
	if (!("expirationType" in fields)) return;
	const fitting = "expiresAt" in fields ? "datetime" : "noExpiration";
	if (fields["expirationType"] !== fitting) throw new Refusal(400, `expirationType must be ${fitting} here`);
}
// test/emulator/token-view.ts
const UNSET = {
	absent: void 0,
	null: null,
	empty: "",
	zero: "0001-01-01T00:00:00Z",
	epoch: "1970-01-01T00:00:00Z"
};
/**
* viewOf is a token as the API shows it, without its secret. `schemaVersion` is in no documentation: clients have to
* ignore fields that they do not know.
*/
function viewOf(token, unsetDates) {
	return {
		id: token.id,
		description: token.description,
		permissions: token.permissions,
		createdAt: withMicroseconds(token.createdAt),
		expiresAt: token.expiresAt === void 0 ? UNSET[unsetDates] : inSeconds(token.expiresAt),
		revokedAt: token.revokedAt === void 0 ? UNSET[unsetDates] : withMicroseconds(token.revokedAt),
		schemaVersion: 1
	};
}
/** Real servers give more digits than JavaScript's dates hold. */
function withMicroseconds(instant) {
	return new Date(instant).toISOString().replace("Z", "456Z");
}
function inSeconds(instant) {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
// test/emulator/management-api.ts
/** ManagementApi plays the vendor's API, and refuses whatever is not documented. */
var ManagementApi = class {
	#parts;
	constructor(parts) {
		this.#parts = parts;
	}
	match(method, path) {
		const parsed = parseApiPath(this.#parts.place.form, path);
		return parsed && {
			route: apiRoute(method, parsed),
			answer: (exchange, storing) => this.#answer(exchange, parsed, storing)
		};
	}
	#answer(exchange, path, storing) {
		try {
			this.#check(exchange, path);
			return this.#carryOut(exchange, path.item ?? "", storing);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return jsonAnswer(error.status, {
				code: error.status,
				message: error.message
			});
		}
	}
	#check(exchange, path) {
		const { place, managementToken } = this.#parts;
		if (exchange.route === "unknown") throw new Refusal(405, `${exchange.method} is not allowed here`);
		checkAuthorization(exchange, managementToken);
		checkIds(path, place);
		checkForm(exchange);
	}
	#carryOut({ route, json }, id, storing) {
		switch (route) {
			case "GET databases": return this.#listDatabases();
			case "GET tokens": return this.#list();
			case "POST tokens": return this.#create(json, storing);
			case "PATCH token": return this.#change(this.#find(id), json, storing);
			case "DELETE token": return this.#revoke(this.#find(id));
			default: return jsonAnswer(200, this.#view(this.#find(id)));
		}
	}
	#listDatabases() {
		const limits = {
			maxTables: 500,
			maxColumnsPerTable: 250,
			retentionPeriod: 0
		};
		return jsonAnswer(200, this.#parts.settings.databases.map((name) => ({
			...this.#owner(),
			name,
			...limits
		})));
	}
	#list() {
		const hidesRevoked = this.#parts.settings.revokedTokens === "hidden";
		return jsonAnswer(200, this.#parts.tokens.scrambled().filter((token) => !hidesRevoked || token.revokedAt === void 0).map((token) => this.#view(token)));
	}
	#create(json, storing) {
		const { settings, tokens, activation } = this.#parts;
		const token = tokens.draft(newTokenFields(json, settings.expirationType, settings.clock()));
		storing(token);
		tokens.all.push(token);
		activation.begin(token);
		return jsonAnswer(settings.createStatus, {
			...this.#view(token),
			accessToken: token.secret
		});
	}
	#change(token, json, storing) {
		const changes = changedTokenFields(json);
		const { patchingRevoked } = this.#parts.settings;
		if (token.revokedAt !== void 0 && patchingRevoked !== 200) throw new Refusal(patchingRevoked, "the token is revoked");
		Object.assign(token, changes);
		storing(token);
		return jsonAnswer(200, this.#view(token));
	}
	#revoke(token) {
		const { deletingRevoked, deleteStatus, clock } = this.#parts.settings;
		if (token.revokedAt !== void 0 && deletingRevoked === 404) throw new Refusal(404, "token not found");
		token.revokedAt ??= clock();
		return deleteStatus === 204 ? emptyAnswer(204) : jsonAnswer(200, this.#view(token));
	}
	#find(id) {
		const token = this.#parts.tokens.find(id);
		if (token === void 0) throw new Refusal(404, "token not found");
		return token;
	}
	#view(token) {
		return {
			...this.#owner(),
			...viewOf(token, this.#parts.settings.unsetDates)
		};
	}
	/** Clustered has one account and one cluster, and does not name them. */
	#owner() {
		const { settings, place } = this.#parts;
		if (settings.product === "clustered") return {};
		return {
			accountId: place.accountId,
			clusterId: place.clusterId
		};
	}
};
// test/emulator/options.ts
/** settingsFrom fills in the defaults. */
function settingsFrom(options) {
	return {
		product: "dedicated",
		form: "bare",
		databases: ["metrics", "logs"],
		clock: Date.now,
		dateOffsetMs: 0,
		activation: "at once",
		refusesWith: 401,
		unsetDates: "absent",
		createStatus: 200,
		deleteStatus: 204,
		revokedTokens: "listed",
		deletingRevoked: 204,
		patchingRevoked: 409,
		expirationType: "accepted",
		emptyWrite: 204,
		...options
	};
}
// test/emulator/token-store.ts
/** TokenStore keeps every token there ever was, in the order in which they were created. */
var TokenStore = class {
	all = [];
	#clock;
	constructor(clock) {
		this.#clock = clock;
	}
	/** draft makes a token that is not on the server yet. */
	draft(seed) {
		return {
			id: (0, node_crypto.randomUUID)(),
			secret: newAccessToken(),
			permissions: [],
			createdAt: this.#clock(),
			...seed
		};
	}
	find(id) {
		return this.all.find((token) => token.id.toLowerCase() === id.toLowerCase());
	}
	findBySecret(secret) {
		return this.all.find((token) => token.secret === secret);
	}
	isLive({ revokedAt, expiresAt }) {
		return revokedAt === void 0 && (expiresAt === void 0 || expiresAt > this.#clock());
	}
	/** scrambled lists all in an order that is neither that of creation nor its reverse, and always the same. */
	scrambled() {
		const odd = this.all.filter((_, index) => index % 2 === 1);
		const even = this.all.filter((_, index) => index % 2 === 0);
		return [...odd, ...even];
	}
};
// test/emulator/cluster.ts
/** Stands for both ids on Clustered. It is a UUID, though of no version. */
const DUMMY_ID = "11111111-1111-1111-1111-111111111111";
/** newCluster makes one with ids and a management token of its own. */
function newCluster(options) {
	const settings = settingsFrom(options);
	const place = newPlace(settings);
	const managementToken = newManagementToken();
	const tokens = new TokenStore(settings.clock);
	const activation = new ActivationWatch(settings);
	return {
		settings,
		place,
		managementToken,
		tokens,
		managementApi: new ManagementApi({
			settings,
			place,
			managementToken,
			tokens,
			activation
		}),
		dataPlane: new DataPlane(settings, tokens, activation)
	};
}
function newPlace({ product, form }) {
	return product === "clustered" ? {
		form,
		accountId: DUMMY_ID,
		clusterId: DUMMY_ID
	} : {
		form: "prefixed",
		accountId: (0, node_crypto.randomUUID)(),
		clusterId: (0, node_crypto.randomUUID)()
	};
}
// test/emulator/fault-point.ts
/** FaultPoint is a request to come, or all of a route: each method adds something that goes wrong there. */
var FaultPoint = class {
	#behaviours;
	/** What the methods add goes into the list that is given. */
	constructor(behaviours) {
		this.#behaviours = behaviours;
	}
	/** resets the connection (RST). `after`: the effect has happened, and the client cannot know. */
	resets(moment) {
		return this.#add({ [moment]: () => "reset" });
	}
	/** hangs: never answers, and leaves the connection open. */
	hangs(moment) {
		return this.#add({ [moment]: () => "hung" });
	}
	/** answers in place of the effect, which is not carried out. An object as body is sent as JSON. */
	answers(status, body, headers = {}) {
		return this.#add({ before: () => answerOf(status, body, headers) });
	}
	/** answersAfterEffect carries the effect out and then answers something else, as a gateway does that gave up waiting. */
	answersAfterEffect(status, body, headers = {}) {
		return this.#add({ after: () => answerOf(status, body, headers) });
	}
	/** changes the JSON of the answer on its way; what is stored is as it should be. */
	changes(change) {
		return this.#add({ after: (_exchange, answer) => ({
			...answer,
			body: JSON.stringify(change(JSON.parse(answer.body)))
		}) });
	}
	/** stores something else than was sent, so that the answer and every later one show it. */
	stores(change) {
		return this.#add({ storing: change });
	}
	/** truncates the answer: half of its body is sent, then the connection is closed. */
	truncates() {
		return this.#flaws("truncated");
	}
	/** overstates the length of the answer: the client waits for more, and the connection stays open. */
	overstates() {
		return this.#flaws("overstated");
	}
	/** understates the length of the answer by half: the rest of it comes where the next answer is awaited. */
	understates() {
		return this.#flaws("understated");
	}
	/** drips the answer, a byte every tenth of a second: no client notices silence. */
	drips() {
		return this.#flaws("dripping");
	}
	/** closesAfterResponse closes the connection (FIN) right after an answer that says `Connection: keep-alive`. */
	closesAfterResponse() {
		return this.#add({ after: (_exchange, answer) => ({
			...answer,
			closes: true
		}) });
	}
	/** misdates the answer: its Date header is so many milliseconds ahead of the server's clock. */
	misdates(byMs) {
		return this.#add({ after: (_exchange, answer) => ({
			...answer,
			dateShiftMs: byMs
		}) });
	}
	/** encodes the answer in another way than JSON is, and says so in its `Content-Type`. */
	encodes(encoding, charset) {
		return this.#add({ after: (_exchange, answer) => ({
			...answer,
			encoding,
			headers: {
				...answer.headers,
				"Content-Type": `application/json; charset=${charset}`
			}
		}) });
	}
	/** setsHeaders adds headers to the answer on its way, in place of those of the same name. */
	setsHeaders(headers) {
		return this.#add({ after: (_exchange, answer) => ({
			...answer,
			headers: {
				...answer.headers,
				...headers
			}
		}) });
	}
	/** rewrites the text of the answer on its way. */
	rewrites(change) {
		return this.#add({ after: (_exchange, answer) => ({
			...answer,
			body: change(answer.body)
		}) });
	}
	/** redirects instead of carrying the effect out. */
	redirects(location, status = 302) {
		return this.answers(status, void 0, { Location: location });
	}
	/** delays the answer by so many milliseconds of real time; the effect happens at once. */
	delays(ms) {
		return this.#add({ after: () => (0, node_timers_promises.setTimeout)(ms, void 0, { ref: false }) });
	}
	/** runs a hook; the request goes on normally afterwards, unless it returns `drop`. */
	runs(moment, hook) {
		return this.#add({ [moment]: hookAt(moment, hook) });
	}
	#flaws(flaw) {
		return this.#add({ after: (_exchange, answer) => {
			if (answer.body === "") throw new Error(`an answer ${answer.status} without a body cannot be ${flaw}`);
			return {
				...answer,
				flaw
			};
		} });
	}
	#add(behaviour) {
		this.#behaviours.push(behaviour);
		return this;
	}
};
/** hookAt makes a turn of a hook. */
function hookAt(moment, hook) {
	return async (exchange) => await hook(exchange, moment) === "drop" ? "dropped" : void 0;
}
function answerOf(status, body, headers) {
	const answer = plainAnswer(status, body);
	return {
		...answer,
		headers: {
			...answer.headers,
			...headers
		}
	};
}
function plainAnswer(status, body) {
	if (body === void 0) return emptyAnswer(status);
	return typeof body === "string" ? textAnswer(status, body) : jsonAnswer(status, body);
}
// test/emulator/fault-plan.ts
/** FaultPlan knows which requests are going to fail, and how. */
var FaultPlan = class {
	#hooks = [];
	#arrived = /* @__PURE__ */ new Map();
	#faults = [];
	/** next claims one request to come: the first, after skipping some, that no earlier call has claimed. */
	next(route, after) {
		const claimed = new Set(this.#faults.filter((fault) => fault.route === route).map((fault) => fault.request));
		let request = this.#arrivedOn(route);
		for (let skip = after; claimed.has(request) || skip > 0; request++) if (!claimed.has(request)) skip--;
		return this.#plan(route, request);
	}
	every(route) {
		return this.#plan(route, void 0);
	}
	/** observe runs the hook at both moments of every request, ahead of all faults. */
	observe(hook) {
		this.#hooks.push({
			before: hookAt("before", hook),
			after: hookAt("after", hook)
		});
	}
	clear() {
		this.#faults = [];
	}
	/** arrive counts a request and gives what was planned for it, in the order it was planned. */
	arrive(route) {
		const request = this.#arrivedOn(route);
		this.#arrived.set(route, request + 1);
		const hit = this.#faults.filter((fault) => fault.route === route && (fault.request === void 0 || fault.request === request));
		return [...this.#hooks, ...hit.flatMap((fault) => fault.behaviours)];
	}
	#plan(route, request) {
		const behaviours = [];
		this.#faults.push({
			route,
			request,
			behaviours
		});
		return new FaultPoint(behaviours);
	}
	#arrivedOn(route) {
		return this.#arrived.get(route) ?? 0;
	}
};
// test/emulator/exchange.ts
/** traceLine is the exchange in a few words: `POST tokens 200`, `DELETE token reset`, `GET tokens 200 truncated`. */
function traceLine({ route, status, fault }) {
	return [
		route,
		status,
		fault
	].filter((word) => word !== void 0).join(" ");
}
// test/emulator/faulty-service.ts
/** FaultyService is what all emulators have in common: a log of every request, and faults on demand. */
var FaultyService = class {
	#surroundings;
	constructor(surroundings) {
		this.#surroundings = surroundings;
	}
	/** Every request that arrived, in order, of all servers. */
	get requests() {
		return this.#surroundings.requests;
	}
	/** The requests in a few words each, such as `POST tokens reset` or `GET tokens 200`. */
	get trace() {
		return this.requests.map(traceLine);
	}
	/**
	* next gives the next request on the route, to add faults to. Each call claims a request of its own: two calls, the
	* first and the second. With `after`, so many unclaimed ones are left alone first.
	*/
	next(route, { after } = { after: 0 }) {
		return this.#surroundings.faults.next(route, after);
	}
	/** every gives all requests on the route, from now on, to add faults to. */
	every(route) {
		return this.#surroundings.faults.every(route);
	}
	/** clearFaults forgets all faults planned. Hooks of `onRequest` stay. */
	clearFaults() {
		this.#surroundings.faults.clear();
	}
	/** onRequest runs the hook before and after the effect of every request, ahead of all faults. */
	onRequest(hook) {
		this.#surroundings.faults.observe(hook);
	}
	async [Symbol.asyncDispose]() {
		await this.stop();
	}
};
// test/emulator/course.ts
/**
* runCourse takes a request through its faults: what happens before the effect, the effect, what happens after it. The
* first fault to end the exchange wins; answers pass through all the faults that come after.
*/
async function runCourse(exchange, behaviours, effect) {
	let outcome = await beforeEffect(exchange, behaviours);
	outcome ??= effect((stored) => {
		for (const behaviour of behaviours) behaviour.storing?.(stored);
	});
	for (const behaviour of behaviours) {
		if (typeof outcome === "string") return outcome;
		outcome = await behaviour.after?.(exchange, outcome) ?? outcome;
	}
	return outcome;
}
async function beforeEffect(exchange, behaviours) {
	for (const behaviour of behaviours) {
		const outcome = await behaviour.before?.(exchange);
		if (outcome !== void 0) return outcome;
	}
}
// test/emulator/send.ts
/** send brings an exchange to its end and notes in it how it went. */
function send(response, outcome, exchange, date) {
	if (typeof outcome === "object") {
		exchange.status = outcome.status;
		if (outcome.flaw) exchange.fault = outcome.flaw;
		sendAnswer(response, outcome, date);
		return;
	}
	exchange.fault = outcome;
	if (outcome === "reset") response.socket?.resetAndDestroy();
	if (outcome === "dropped") response.destroy();
}
/** Slow, but never so slow that a connection counts as silent. */
const DRIP_MS = 100;
function sendAnswer(response, { status, headers, body, encoding, flaw, dateShiftMs = 0, closes }, date) {
	const bytes = Buffer.from(body, encoding);
	const length = bytes.length > 0 ? { "Content-Length": String(announced(bytes.length, flaw)) } : {};
	const shownDate = new Date(date.getTime() + dateShiftMs).toUTCString();
	const { socket } = response;
	if (closes) response.on("finish", () => socket?.end());
	response.writeHead(status, {
		Date: shownDate,
		...length,
		...headers
	});
	switch (flaw) {
		case void 0:
		case "understated":
			response.end(bytes);
			break;
		case "truncated":
			response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
			break;
		case "overstated":
			response.write(bytes);
			break;
		case "dripping": drip(response, bytes);
	}
}
function announced(length, flaw) {
	if (flaw === "overstated") return length + 100;
	return flaw === "understated" ? Math.floor(length / 2) : length;
}
function drip(response, bytes) {
	let sent = 0;
	const timer = setInterval(() => {
		response.write(bytes.subarray(sent, ++sent));
		if (sent === bytes.length) response.end();
	}, DRIP_MS);
	response.on("close", () => clearInterval(timer));
}
// test/emulator/server.ts
/** LoopbackServer is an HTTP server on 127.0.0.1 that logs each request and lets it meet its faults. */
var LoopbackServer = class LoopbackServer {
	url;
	#server;
	/** start listens on a free port. */
	static async start(sites, surroundings) {
		const connections = /* @__PURE__ */ new WeakMap();
		let connected = 0;
		const server = (0, node_http.createServer)((request, response) => {
			return serve$1(request, response, {
				connection: connections.get(request.socket) ?? -1,
				sites,
				surroundings,
				isThere: () => server.listening
			});
		});
		server.on("connection", (socket) => connections.set(socket, connected++));
		await listen(server, 0);
		return new LoopbackServer(server);
	}
	constructor(server) {
		this.#server = server;
		this.url = `http://127.0.0.1:${server.address().port}`;
	}
	/** leave refuses all further connections. What is under way is answered, and its connection closed then. */
	leave() {
		this.#server.close();
	}
	/** comeBack takes connections again, on the same port. */
	async comeBack() {
		if (!this.#server.listening) await listen(this.#server, Number(new URL(this.url).port));
	}
	/** stop closes every connection, those that hang too. */
	async stop() {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		this.#server.closeAllConnections();
		await closed;
	}
};
function listen(server, port) {
	return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}
/** A hook or change that throws is the test's own fault: the connection goes and the error is left for the test runner. */
async function serve$1(request, response, { connection, sites, surroundings, isThere }) {
	const { requests, faults, clock, dateOffsetMs = 0 } = surroundings;
	const match = matchAmong(sites, request);
	const body = await readBody(request, match.takesGzip ?? false).catch(() => void 0);
	if (body === void 0) {
		response.destroy();
		return;
	}
	try {
		const exchange = receive(request, body, match, {
			connection,
			at: clock()
		});
		requests.push(exchange);
		const outcome = await runCourse(exchange, faults.arrive(exchange.route), (storing) => match.answer(exchange, storing));
		response.shouldKeepAlive &&= isThere();
		send(response, outcome, exchange, new Date(clock() + dateOffsetMs));
	} catch (error) {
		response.destroy();
		throw error;
	}
}
function readBody(request, takesGzip) {
	const isGzip = takesGzip && request.headers["content-encoding"] === "gzip";
	return (0, node_stream_consumers.text)(isGzip ? request.pipe((0, node_zlib.createGunzip)()) : request);
}
function receive(request, body, match, arrival) {
	const { method = "", url: path = "", headers } = request;
	return {
		route: match.route,
		method,
		path,
		headers,
		body,
		json: parseJson(body),
		...arrival
	};
}
/** A path that no site knows is answered without any of the manners of an API. */
function matchAmong(sites, { method = "", url = "" }) {
	const path = url.split("?", 1)[0] ?? "";
	for (const site of sites) {
		const match = site.match(method, path);
		if (match) return match;
	}
	return {
		route: "unknown",
		answer: noSuchRoute
	};
}
function parseJson(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}
// test/emulator/emulator.ts
/**
* Emulator is a Management API and a data plane on loopback, with faults on demand. Its tokens are in memory, and it
* keeps a log of every request.
*/
var Emulator = class Emulator extends FaultyService {
	#cluster;
	#servers;
	/** start brings the servers up on free ports. */
	static async start(options = {}) {
		const cluster = newCluster(options);
		const { clock, dateOffsetMs } = cluster.settings;
		const surroundings = {
			requests: [],
			faults: new FaultPlan(),
			clock,
			dateOffsetMs
		};
		return new Emulator(cluster, surroundings, await startServers(cluster, surroundings));
	}
	constructor(cluster, surroundings, servers) {
		super(surroundings);
		this.#cluster = cluster;
		this.#servers = servers;
	}
	get product() {
		return this.#cluster.settings.product;
	}
	/** The base of the Management API, without the path prefix and without a slash at the end. */
	get apiUrl() {
		return this.#servers.api.url;
	}
	/** The base of the data plane. Clustered: the same as `apiUrl`. */
	get clusterUrl() {
		return this.#servers.dataPlane.url;
	}
	/** What stands between `apiUrl` and `/tokens` or `/databases`. */
	get apiPrefix() {
		return pathPrefix(this.#cluster.place);
	}
	get managementToken() {
		return this.#cluster.managementToken;
	}
	get accountId() {
		return this.#cluster.place.accountId;
	}
	get clusterId() {
		return this.#cluster.place.clusterId;
	}
	/**
	* Everything the server knows, in order of creation, revoked ones too. Set `revokedAt` of one to play somebody else
	* who revokes it.
	*/
	get tokens() {
		return this.#cluster.tokens.all;
	}
	/** Those that are neither revoked nor expired, in order of creation. */
	get liveTokens() {
		return this.tokens.filter((token) => this.#cluster.tokens.isLive(token));
	}
	/** Every line of line protocol that the data plane took. */
	get points() {
		return this.#cluster.dataPlane.points;
	}
	/** seed puts a token on the server, with any date, expired or revoked if need be. It is active at once. */
	seed(token) {
		const stored = this.#cluster.tokens.draft(token);
		this.#cluster.tokens.all.push(stored);
		return stored;
	}
	/** accepts tells whether the data plane would let this secret in now. No request is made, counted or logged. */
	accepts(secret, database, action = "read") {
		const grant = database === void 0 ? void 0 : {
			action,
			resource: database
		};
		return this.#cluster.dataPlane.accepts(secret, grant);
	}
	leave() {
		for (const server of this.#all) server.leave();
	}
	async comeBack() {
		await Promise.all([...this.#all].map((server) => server.comeBack()));
	}
	async stop() {
		await Promise.all([...this.#all].map((server) => server.stop()));
	}
	get #all() {
		return /* @__PURE__ */ new Set([this.#servers.api, this.#servers.dataPlane]);
	}
};
async function startServers(cluster, surroundings) {
	const { managementApi, dataPlane } = cluster;
	if (cluster.settings.product === "clustered") {
		const both = await LoopbackServer.start([managementApi, dataPlane], surroundings);
		return {
			api: both,
			dataPlane: both
		};
	}
	return {
		api: await LoopbackServer.start([managementApi], surroundings),
		dataPlane: await LoopbackServer.start([dataPlane], surroundings)
	};
}
// emulator/src/server.ts
const WATCHING_EVERY_MS = 1e3;
/** As long as a job on GitHub's own machines may take. */
const LONGEST_SILENCE_MS = 216e5;
serve(process.argv[2] ?? "").catch((error) => {
	console.error(error);
	process.exit(1);
});
/** Runs an emulator until somebody stops it, or until nobody is left who could: the runner is gone, or the job long over. */
async function serve(order) {
	const { worker, ...options } = require_shared.parseOrder(order);
	const emulator = await Emulator.start(options);
	const controlUrl = await require_shared.openControl(() => reportOf(emulator), () => process.exit(0));
	let heardAt = Date.now();
	emulator.onRequest(() => {
		heardAt = Date.now();
	});
	setInterval(() => {
		if (Date.now() - heardAt > LONGEST_SILENCE_MS || worker !== void 0 && !isRunning(worker)) process.exit(0);
	}, WATCHING_EVERY_MS);
	process.send?.(locationOf(emulator, controlUrl));
}
function locationOf(emulator, controlUrl) {
	const { product, apiUrl, clusterUrl, accountId, clusterId, managementToken } = emulator;
	return {
		apiUrl,
		clusterUrl,
		...product === "clustered" ? {
			accountId: "",
			clusterId: ""
		} : {
			accountId,
			clusterId
		},
		managementToken,
		controlUrl
	};
}
function reportOf({ liveTokens, tokens }) {
	return {
		created: tokens.length,
		live: liveTokens.map(({ id, description, permissions, expiresAt = null }) => ({
			id,
			description,
			permissions: permissions.map(({ action, resource }) => ({
				action,
				resource
			})),
			expiresAt
		}))
	};
}
/** One of another user's answers EPERM. */
function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
