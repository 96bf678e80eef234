let node_fs = require("node:fs");
let node_os = require("node:os");
let node_path = require("node:path");
// src/clock.ts
/** systemClock is the machine's own. */
const systemClock = {
	now: Date.now,
	elapsed: () => Number(process.hrtime.bigint() / 1000000n),
	sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
};
// src/failure.ts
/**
* Failure is an error that a person can act on. Its message says what happened, what is now true on the server and
* what to do; its title is what the annotation is headed with. Whatever else is thrown is a defect of the action.
*/
var Failure = class extends Error {
	title;
	constructor(title, message, options) {
		super(message, options);
		this.name = "Failure";
		this.title = title;
	}
};
/** withConsequence adds to an error what is true now because of it. Defects stay defects. */
function withConsequence(error, consequence) {
	if (!(error instanceof Failure)) return error;
	return new Failure(error.title, `${asSentence(error)} ${consequence}`, { cause: error });
}
/** failureOnly returns an error that a person can act on, and throws any other: a defect is never an outcome. */
function failureOnly(error) {
	if (error instanceof Failure) return error;
	throw error;
}
/** asSentence is an error's message with a full stop at its end, to stand inside a longer text. */
function asSentence(error) {
	const text = (error instanceof Error ? error.message : String(error)).trim();
	return /[.!?]\)?$/.test(text) ? text : `${text}.`;
}
// src/faults.ts
/** Faults is thrown when a request cannot be made of the inputs: all that is wrong with them, at once. */
var Faults = class extends Error {
	faults;
	constructor(faults) {
		super(faults.map((fault) => `${fault.input}: ${fault.message}`).join("\n"));
		this.name = "Faults";
		this.faults = faults;
	}
};
/** FaultList collects faults while inputs are read, so that none hides the next. */
var FaultList = class {
	#faults = [];
	/** add notes one fault. */
	add(input, message) {
		this.#faults.push({
			input,
			message
		});
	}
	/** none tells whether all inputs read so far are sound. */
	get none() {
		return this.#faults.length === 0;
	}
	/** describe puts all faults into one text. */
	describe() {
		return this.#faults.map(({ input, message }) => `\`${input}\` ${message}`).join(" ");
	}
	/** throwIfAny ends the reading of inputs. Throws Faults when there are any. */
	throwIfAny() {
		if (!this.none) this.throwAll();
	}
	/** throwAll gives up. Throws Faults. */
	throwAll() {
		throw new Faults(this.#faults);
	}
};
// src/secret.ts
/**
* Secret holds a credential so that it cannot be printed by accident: in a template or in JSON it reads `***`, and an
* inspected object does not show it. Only reveal() gives it away, and the few callers of reveal() are easy to find.
*/
var Secret = class {
	#value;
	constructor(value) {
		this.#value = value;
	}
	/** reveal returns the credential itself: for what is sent, masked or put into the output `token`, never for a text. */
	reveal() {
		return this.#value;
	}
	toString() {
		return "***";
	}
	toJSON() {
		return "***";
	}
};
// src/inputs/text-file.ts
/** A configuration or a bundle of certificates is far smaller; a device or a disk image is not read. */
const LARGEST_BYTES = 1048576;
/** readTextFile reads a file of the runner. Relative paths begin where the step runs: in the workspace. */
const readTextFile = (path) => {
	const found = (0, node_fs.statSync)(path);
	if (!found.isFile()) throw new Error("The path is not a file");
	if (found.size > LARGEST_BYTES) throw new Error("The file is larger than 1 MiB");
	return (0, node_fs.readFileSync)(path, "utf8");
};
/** whyUnreadable says why a file could not be read, without repeating its path, which may be anything. */
function whyUnreadable(error, path) {
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	if (code === "ENOENT" || code === "ENOTDIR") return path.startsWith("~") ? "There is no such file. (Inputs do not expand `~`. Write the whole path.)" : "There is no such file. (If an earlier step creates it, it must exist until the job ends.)";
	if (code === "EACCES" || code === "EPERM") return "This user cannot read the file.";
	if (code !== void 0) return `The file cannot be read (${String(code)}).`;
	return asSentence(error);
}
// src/inputs/certificates.ts
const BEGIN = "-----BEGIN";
/** How PEM begins when it is encoded as base64 once more. */
const BEGIN_IN_BASE64 = "LS0tLS1CRUdJTi";
const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/** readCertificates reads certificates from the text of a PEM file or from its path. */
function readCertificates(given, readFile) {
	if (given.includes(BEGIN)) return parseCertificates(given);
	if (given.startsWith(BEGIN_IN_BASE64)) return {
		ok: false,
		message: "is PEM text encoded as base64. Decode it, and set the PEM text itself."
	};
	try {
		return parseCertificates(readFile(given));
	} catch (error) {
		return {
			ok: false,
			message: `is not PEM text, so it was read as a path. ${whyUnreadable(error, given)}`
		};
	}
}
function parseCertificates(pem) {
	const refuse = (message) => ({
		ok: false,
		message
	});
	if (pem.includes("PRIVATE KEY-----")) return refuse("contains a private key. Set only certificates, and treat the key as leaked.");
	if (pem.includes("-----\\n")) return refuse("contains `\\n` instead of line breaks. Copy the text of the file with its line breaks.");
	const begun = pem.match(FIRST_LINE) ?? [];
	if (begun.length === 0) return refuse("contains no certificate. PEM text starts with `-----BEGIN CERTIFICATE-----`.");
	const certificates = pem.match(CERTIFICATE) ?? [];
	if (certificates.length < begun.length) return refuse("contains a certificate without its end. Copy the whole text.");
	const unreadable = certificates.find((certificate) => !isReadable$1(certificate));
	if (unreadable !== void 0) return refuse(unreadableBecause(unreadable, certificates.indexOf(unreadable) + 1));
	return {
		ok: true,
		certificates
	};
}
/** PEM needs its line breaks: `>` in YAML turns them into spaces, and some secret stores remove them. */
function unreadableBecause(certificate, number) {
	const inner = certificate.replaceAll(/-----[^-]+-----/g, "");
	if (!/[\r\n]/.test(certificate.trim())) return /\s/.test(inner.trim()) ? "has spaces instead of line breaks, because `>` joins lines. Use `|` instead." : "has lost its line breaks. Store the text of the file with its line breaks.";
	if (/^[ \t]+\S/m.test(inner)) return "has indented lines. Remove the spaces at the start of each line.";
	return `contains a certificate that cannot be read (number ${number}). Copy the whole text.`;
}
/** What reads certificates is loaded only where there is one. */
function isReadable$1(certificate) {
	const { X509Certificate } = process.getBuiltinModule("node:crypto");
	try {
		new X509Certificate(certificate);
		return true;
	} catch {
		return false;
	}
}
// src/inputs/credential.ts
const ALONE = "Set it to the token alone.";
/**
* credentialProblem says what is wrong with a trimmed credential, and what to set instead; undefined when nothing is. It never
* quotes the credential. Nothing is assumed about how a token looks, except that a header can carry it and that it is not one
* of the things that people paste in place of a token.
*/
function credentialProblem(text) {
	if (/\$\{\{/.test(text)) return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
	if (/^(["'`]).*\1$/s.test(text)) return `is in quotes, which are not part of a token. ${ALONE}`;
	if (text.startsWith("{")) return `begins with \`{\`, so it looks like JSON. ${ALONE}`;
	if (text.startsWith("-----BEGIN")) return "is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.";
	const scheme = /^(Bearer|Token)\s/i.exec(text)?.[1];
	if (scheme !== void 0) return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
	if (/^[A-Z_][A-Z0-9_]*=+[^=]/.test(text)) return `begins with \`NAME=\`. ${ALONE}`;
	if (/\s/.test(text)) return "contains white space or a line break. Copy the token again, as one line, and store it once.";
	if (!/^[\x21-\x7e]*$/.test(text)) return "contains a control character or a character outside ASCII, which no token has. Copy the token again.";
}
// src/tokens/duration.ts
const UNITS$1 = {
	w: 604800,
	d: 86400,
	h: 3600,
	m: 60,
	s: 1
};
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
/** DURATION_EXAMPLES ends every message about a duration that cannot be read. */
const DURATION_EXAMPLES = "Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h`, or `0`";
/**
* parseDuration reads `45s`, `90m`, `12h`, `30d`, `2w`, `1d12h` or `0`. Returns seconds, or undefined when the text
* is not a duration or is too long for the calendar.
*/
function parseDuration(text) {
	if (/^0+$/.test(text)) return 0;
	const match = GRAMMAR.exec(text);
	if (!match || text === "") return void 0;
	const seconds = Object.values(UNITS$1).reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
	return seconds <= MAX_SECONDS ? seconds : void 0;
}
/** The span of a four-digit year: whatever is longer cannot be added to a date that RFC 3339 can write. */
const MAX_SECONDS = 366e4 * UNITS$1.d;
/** formatDuration writes seconds in the grammar that parseDuration reads, largest unit first, without weeks. */
function formatDuration(seconds) {
	let rest = Math.max(0, Math.floor(seconds));
	let text = "";
	for (const unit of [
		"d",
		"h",
		"m",
		"s"
	]) {
		const count = Math.floor(rest / UNITS$1[unit]);
		rest -= count * UNITS$1[unit];
		if (count > 0) text += `${count}${unit}`;
	}
	return text === "" ? "0" : text;
}
// src/inputs/declared.ts
/**
* INPUTS declares every input, its default and who reads it; action.yml says the same, which a test compares.
* Defaults that depend on other inputs (product, URLs, expiry, description) are applied where these are read.
*/
const INPUTS = {
	operation: {
		default: "create",
		readBy: "all"
	},
	"management-token": {
		readBy: "all",
		secret: true
	},
	"account-id": { readBy: "all" },
	"cluster-id": { readBy: "all" },
	product: { readBy: "all" },
	"api-url": { readBy: "all" },
	"cluster-url": { readBy: "all" },
	"ca-certificate": { readBy: "all" },
	"influxctl-config": { readBy: "all" },
	"influxctl-profile": {
		default: "default",
		readBy: "all"
	},
	"request-timeout": {
		default: "30s",
		readBy: "all"
	},
	retries: {
		default: "4",
		readBy: "all"
	},
	databases: { readBy: [
		"create",
		"update",
		"rotate",
		"list"
	] },
	permissions: { readBy: [
		"create",
		"update",
		"rotate"
	] },
	"check-databases": {
		default: "true",
		readBy: [
			"create",
			"update",
			"rotate"
		]
	},
	"expires-at": { readBy: ["create", "rotate"] },
	description: { readBy: [
		"create",
		"update",
		"rotate"
	] },
	"description-pattern": { readBy: ["list", "cleanup"] },
	"token-id": { readBy: [
		"get",
		"update",
		"revoke",
		"rotate"
	] },
	"skip-token-revoke": {
		default: "false",
		readBy: ["create"]
	},
	"fail-on-revoke-error": {
		default: "false",
		readBy: ["create"]
	},
	"activation-timeout": {
		default: "5m",
		readBy: ["create", "rotate"]
	},
	"store-in": { readBy: ["rotate"] },
	"store-token": {
		readBy: ["rotate"],
		secret: true
	},
	"renew-before": { readBy: ["rotate"] },
	"grace-period": {
		default: "24h",
		readBy: ["rotate"]
	},
	"github-token": {
		evaluated: "github.token",
		readBy: ["rotate", "cleanup"],
		secret: true
	},
	status: {
		default: "active",
		readBy: ["list"]
	},
	kinds: { readBy: ["list"] },
	"expires-within": { readBy: ["list"] },
	"fail-on-match": {
		default: "false",
		readBy: ["list"]
	},
	scope: {
		applied: "repository",
		readBy: ["list", "cleanup"]
	},
	"max-age": { readBy: ["cleanup"] },
	"max-revocations": {
		default: "100",
		readBy: ["cleanup"]
	},
	"dry-run": {
		default: "false",
		readBy: [
			"create",
			"update",
			"revoke",
			"rotate",
			"cleanup"
		]
	},
	"job-status": {
		evaluated: "job.status",
		readBy: ["rotate"]
	}
};
const NAMES = Object.keys(INPUTS);
/** readInputs reads every declared input with `read`, which gives trimmed texts. */
function readInputs(read) {
	return Object.fromEntries(NAMES.map((name) => [name, read(name)]));
}
/**
* secretInputs are all credentials given, sound or not and read or not: what is to be masked. One that the runner gives to
* every operation counts only where it is read.
*/
function secretInputs(inputs) {
	return NAMES.flatMap((name) => {
		const { secret, evaluated } = INPUTS[name];
		const isGiven = evaluated === void 0 || isReadBy(name, inputs.operation);
		return secret && isGiven && inputs[name] !== "" ? [inputs[name]] : [];
	});
}
/** givenOrDefault is an input's text, or its declared default where it is empty. */
function givenOrDefault(inputs, name) {
	return inputs[name] === "" ? defaultOf(name) : inputs[name];
}
/**
* foreignInputs finds inputs that were given to an operation which does not read them. Silence would be dangerous:
* somebody who writes `dry-run: true` beside `operation: create` does not expect a token.
*/
function foreignInputs(inputs, operation) {
	return NAMES.filter((name) => INPUTS[name].evaluated === void 0).filter((name) => inputs[name] !== "" && !isDefault(name, inputs[name])).filter((name) => !isReadBy(name, operation)).map((name) => ({
		input: name,
		message: operation === "update" && name === "expires-at" ? "the API cannot change when a token expires: to extend it, replace it by a new one (`operation: rotate`). Remove it." : `\`operation: ${operation}\` does not read it, it belongs to ${listOperations(name)}. Remove it.`
	}));
}
function isReadBy(name, operation) {
	const { readBy } = INPUTS[name];
	return readBy === "all" || readBy.some((one) => one === operation);
}
function defaultOf(name) {
	return INPUTS[name].default ?? "";
}
/** `False` is YAML's false as much as `false` is, and `1d` is `24h`. */
function isDefault(name, given) {
	const { default: declared, applied } = INPUTS[name];
	if (given === declared || given === applied) return true;
	if (declared === void 0) return false;
	if (declared === "true" || declared === "false") return given.toLowerCase() === declared;
	const duration = parseDuration(given);
	return duration !== void 0 && duration === parseDuration(declared);
}
function listOperations(name) {
	const { readBy } = INPUTS[name];
	return readBy === "all" ? "all operations" : readBy.map((operation) => `\`${operation}\``).join(", ");
}
// src/shorten.ts
/**
* shorten cuts a text to about so many characters, at white space alone: a credential has none, so that no part of one
* is left which the masks, made for the whole, would not cover.
*/
function shorten(text, longest) {
	if (text.length <= longest) return text;
	const space = text.slice(0, longest + 1).search(/\s\S*$/);
	return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}
// src/inputs/text.ts
/**
* What a reader cannot see, or takes for a space or a hyphen: these characters are mostly what is wrong with a value that
* looks right.
*/
const INVISIBLE$1 = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212]|(?! )\p{Zs}/gu;
/** quote shows a typed value inside a message: in double quotes, with invisible characters as escapes, cut when long. */
function quote(text) {
	return `"${shorten(text, 80).replaceAll(INVISIBLE$1, escapeCharacter)}"`;
}
/** contentLines splits an input into its trimmed lines, without blank lines and comments. */
function contentLines(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function escapeCharacter(character) {
	const code = (character.codePointAt(0) ?? 0).toString(16);
	return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
// src/inputs/setting.ts
/**
* readSources reads the profile, if there is one. What that takes is loaded only then: most steps have none. Notes every
* fault.
*/
async function readSources(inputs, readFile, faults) {
	const configuration = inputs["influxctl-config"];
	const name = givenOrDefault(inputs, "influxctl-profile");
	if (configuration !== "") {
		const { readProfile } = await Promise.resolve().then(() => require("./influxctl-profile.js"));
		return {
			inputs,
			readFile,
			profile: readProfile(configuration, name, readFile, faults) ?? "unreadable"
		};
	}
	if (name === "default") return {
		inputs,
		readFile,
		profile: void 0
	};
	faults.add("influxctl-profile", "names a profile, but `influxctl-config` is empty: give it the text or the path of a config.toml.");
	return {
		inputs,
		readFile,
		profile: "unreadable"
	};
}
/** ignoredSettings is a sentence on each setting of the profile that cannot be honoured. */
function ignoredSettings({ profile }) {
	return typeof profile === "object" ? profile.ignored : [];
}
/** settingOf finds a value: in its input, or under `key` in the profile. */
function settingOf({ inputs, profile }, input, key) {
	if (inputs[input] !== "" || key === void 0 || profile === void 0) return {
		text: inputs[input],
		input
	};
	if (profile === "unreadable") return {
		text: "",
		input,
		unknowable: true
	};
	const text = profile.values[key];
	return text === void 0 ? {
		text: "",
		input,
		lacking: ` The profile ${quote(profile.name)} has no \`${key}\` either.`
	} : {
		text,
		input,
		from: {
			profile: profile.name,
			key
		}
	};
}
/** shown quotes a value that was typed. One from a profile may be a credential in the wrong place, so it is not shown. */
function shown({ text, from }) {
	return from ? "its value" : quote(text);
}
/** refuse notes a fault of a value. One from a profile is corrected in the configuration, not in the input that it stands for. */
function refuse({ input, from }, message, faults) {
	if (from) faults.add("influxctl-config", `\`${from.key}\` of profile ${quote(from.profile)}: ${message}`);
	else faults.add(input, message);
}
/** missing notes that a required value is not there. */
function missing$1({ input, lacking = "", unknowable }, message, faults) {
	if (!unknowable) faults.add(input, `${message}${lacking}`);
}
/** nameOf says where a value comes from, for people. */
function nameOf({ input, from }) {
	return from ? `\`${from.key}\` of the profile ${quote(from.profile)} in \`influxctl-config\`` : `the input \`${input}\``;
}
// src/inputs/access.ts
/** readAccess reads the management token and whom to trust. Notes every fault. */
function readAccess(sources, faults) {
	const token = settingOf(sources, "management-token", "mgmt_token");
	return {
		credential: {
			secret: readManagementToken(token, faults),
			source: nameOf(token)
		},
		trusted: readTrusted(settingOf(sources, "ca-certificate", "tls.ca"), sources.readFile, faults)
	};
}
/** credentialsIn are all credentials given, sound or not and used or not: what is to be masked. */
function credentialsIn({ inputs, profile }) {
	const profiled = typeof profile === "object" ? profile.values.mgmt_token?.trim() : void 0;
	return [...secretInputs(inputs), ...profiled ? [profiled] : []];
}
function readManagementToken(token, faults) {
	const text = token.text.trim();
	if (text === "") missing$1(token, "is required: give it from a secret. An empty value often means that there is no secret of this name, or that the run was started from a fork or by Dependabot, which get no secrets.", faults);
	const problem = credentialProblem(text);
	if (problem !== void 0) refuse(token, problem, faults);
	return new Secret(text);
}
/** readGithubToken reads a token of GitHub's, which an empty input leaves empty. Notes every fault. */
function readGithubToken(inputs, name, faults) {
	const problem = credentialProblem(inputs[name]);
	if (problem !== void 0) faults.add(name, problem);
	return new Secret(inputs[name]);
}
function readTrusted(given, readFile, faults) {
	if (given.text === "") return [];
	const reading = readCertificates(given.text, readFile);
	if (reading.ok) return reading.certificates;
	refuse(given, reading.message, faults);
	return [];
}
// node_modules/fastest-levenshtein/esm/mod.js
const peq = /* @__PURE__ */ new Uint32Array(65536);
const myers_32 = (a, b) => {
	const n = a.length;
	const m = b.length;
	const lst = 1 << n - 1;
	let pv = -1;
	let mv = 0;
	let sc = n;
	let i = n;
	while (i--) peq[a.charCodeAt(i)] |= 1 << i;
	for (i = 0; i < m; i++) {
		let eq = peq[b.charCodeAt(i)];
		const xv = eq | mv;
		eq |= (eq & pv) + pv ^ pv;
		mv |= ~(eq | pv);
		pv &= eq;
		if (mv & lst) sc++;
		if (pv & lst) sc--;
		mv = mv << 1 | 1;
		pv = pv << 1 | ~(xv | mv);
		mv &= xv;
	}
	i = n;
	while (i--) peq[a.charCodeAt(i)] = 0;
	return sc;
};
const myers_x = (b, a) => {
	const n = a.length;
	const m = b.length;
	const mhc = [];
	const phc = [];
	const hsize = Math.ceil(n / 32);
	const vsize = Math.ceil(m / 32);
	for (let i = 0; i < hsize; i++) {
		phc[i] = -1;
		mhc[i] = 0;
	}
	let j = 0;
	for (; j < vsize - 1; j++) {
		let mv = 0;
		let pv = -1;
		const start = j * 32;
		const vlen = Math.min(32, m) + start;
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		for (let i = 0; i < n; i++) {
			const eq = peq[a.charCodeAt(i)];
			const pb = phc[i / 32 | 0] >>> i & 1;
			const mb = mhc[i / 32 | 0] >>> i & 1;
			const xv = eq | mv;
			const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			let ph = mv | ~(xh | pv);
			let mh = pv & xh;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	}
	let mv = 0;
	let pv = -1;
	const start = j * 32;
	const vlen = Math.min(32, m - start) + start;
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
	let score = m;
	for (let i = 0; i < n; i++) {
		const eq = peq[a.charCodeAt(i)];
		const pb = phc[i / 32 | 0] >>> i & 1;
		const mb = mhc[i / 32 | 0] >>> i & 1;
		const xv = eq | mv;
		const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
		let ph = mv | ~(xh | pv);
		let mh = pv & xh;
		score += ph >>> m - 1 & 1;
		score -= mh >>> m - 1 & 1;
		if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
		if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
		ph = ph << 1 | pb;
		mh = mh << 1 | mb;
		pv = mh | ~(xv | ph);
		mv = ph & xv;
	}
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	return score;
};
const distance = (a, b) => {
	if (a.length < b.length) {
		const tmp = b;
		b = a;
		a = tmp;
	}
	if (b.length === 0) return a.length;
	if (a.length <= 32) return myers_32(a, b);
	return myers_x(a, b);
};
// src/inputs/misspelled.ts
const PREFIX = "INPUT_";
/** From so many letters on, a typed name can be two letters off: short names would match by chance. */
const LONG_NAME = 9;
const DECLARED = Object.keys(INPUTS).map((name) => ({
	name,
	key: normalized(name)
}));
/**
* undeclaredInputs finds the inputs that GitHub only warns about: a `dry_run: true` that is ignored would revoke tokens.
* `env` is the environment of the step. Pure.
*/
function undeclaredInputs(env) {
	const judged = Object.keys(env).filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? "").trim() !== "").map((variable) => variable.slice(6).toLowerCase()).filter((name) => !Object.hasOwn(INPUTS, name)).sort().map((name) => ({
		name,
		meant: meantBy(name)
	}));
	return {
		misspelled: judged.flatMap(({ name, meant }) => meant.length > 0 ? [misspelling(name, meant)] : []),
		unknown: judged.filter(({ meant }) => meant.length === 0).map(({ name }) => name)
	};
}
/** meantBy lists the declared inputs that an undeclared name probably stands for, the most likely ones only. Pure. */
function meantBy(name) {
	const typed = normalized(name);
	if (typed === "token") return ["management-token"];
	const equal = DECLARED.filter(({ key }) => key === typed);
	if (equal.length > 0) return equal.map((declared) => declared.name);
	const near = DECLARED.map((declared) => ({
		...declared,
		away: distance(typed, declared.key)
	})).filter(({ key, away }) => away <= (Math.max(key.length, typed.length) >= LONG_NAME ? 2 : 1)).sort((one, other) => one.away - other.away);
	const nearest = near.filter(({ away }) => away === near[0]?.away).map((declared) => declared.name);
	const begun = DECLARED.filter((declared) => firstWords(declared.name).includes(typed));
	return [.../* @__PURE__ */ new Set([...nearest, ...begun.map((declared) => declared.name)])];
}
/** `fail` and `failon` of `fail-on-match`. */
function firstWords(name) {
	const words = name.split("-");
	return words.slice(1).map((_, index) => words.slice(0, index + 1).join(""));
}
function normalized(name) {
	return name.toLowerCase().replaceAll(/[-_ ]/g, "");
}
function misspelling(name, meant) {
	return {
		input: name,
		message: `is not an input of this action. Did you mean ${meant.map((one) => `\`${one}\``).join(" or ")}? (If the step does not set it, look for \`${PREFIX}${name.toUpperCase()}\` under \`env:\` of the job or workflow.)`
	};
}
// src/failures.ts
/** Failures is thrown when several things failed that have nothing to do with each other. */
var Failures = class extends Error {
	failures;
	constructor(failures) {
		super(failures.map(({ message }) => message).join("\n"));
		this.name = "Failures";
		this.failures = failures;
	}
};
// src/report.ts
/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MOST_ANNOTATED = 9;
/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
function reportFailure(error, runner) {
	if (error instanceof Faults) {
		annotate(error.faults.map(({ input, message }) => ({
			title: `Input ${input}`,
			message: `\`${input}\`: ${message}`
		})), "of the inputs are wrong", runner);
		runner.summary({
			title: "InfluxDB token: nothing was done, the inputs need mending",
			items: error.faults.map(({ input, message }) => `${input}: ${message}`)
		});
		return;
	}
	const told = error instanceof Failures ? error.failures : [explain(error, runner)];
	annotate(told, "have failed", runner);
	runner.summary({
		title: "InfluxDB token: the step failed",
		items: told.map(({ title, message }) => `${title}: ${message}`)
	});
}
/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
function explain(error, runner) {
	if (error instanceof Failure) return {
		title: error.title,
		message: error.message
	};
	const text = error instanceof Error ? error.message : String(error);
	runner.debug(error instanceof Error ? error.stack ?? text : text);
	return {
		title: "Unexpected error",
		message: `This is a defect of the action, please report it: ${asSentence(text)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`
	};
}
function annotate(told, what, runner) {
	for (const { title, message } of told.slice(0, MOST_ANNOTATED)) runner.error(title, message);
	const rest = told.slice(MOST_ANNOTATED);
	if (rest.length === 0) return;
	runner.error("More", `${rest.length} more ${what}: the log shows them below.`);
	for (const { title, message } of rest) runner.info(`${title}: ${message}`);
}
// src/tokens/permissions.ts
const ACTIONS = ["read", "write"];
/** grants lists every action for every database: what the bare form of `permissions` means. */
function grants(actions, databases) {
	return databases.flatMap((resource) => ACTIONS.filter((action) => actions.includes(action)).map((action) => ({
		action,
		resource
	})));
}
/** mergePermissions drops what stands twice and keeps the order. */
function mergePermissions(permissions) {
	return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}
/** grantsAnyDatabase tells whether all databases are included, those to come as well. */
function grantsAnyDatabase(permissions) {
	return permissions.some((permission) => permission.resource === "*");
}
/** permissionChange compares as sets: neither order nor repetition is a difference. */
function permissionChange(from, to) {
	return {
		added: missingIn(from, to),
		removed: missingIn(to, from)
	};
}
/** samePermissions tells whether two sets of permissions are the same. */
function samePermissions(one, other) {
	const { added, removed } = permissionChange(one, other);
	return added.length === 0 && removed.length === 0;
}
function missingIn(some, others) {
	const known = new Set(some.map(key));
	return mergePermissions(others).filter((permission) => !known.has(key(permission)));
}
/** formatPermissions writes the JSON of the output `permissions`, which the input of that name reads. */
function formatPermissions(permissions) {
	return JSON.stringify(permissions.map(({ action, resource }) => ({
		action,
		resource
	})));
}
/** describePermissions writes grants for people: `metrics: read, write; logs: read`. */
function describePermissions(permissions) {
	if (permissions.length === 0) return "none";
	const byDatabase = /* @__PURE__ */ new Map();
	for (const { action, resource } of permissions) {
		const held = byDatabase.get(resource);
		byDatabase.set(resource, held === void 0 ? `${resource}: ${action}` : `${held}, ${action}`);
	}
	return [...byDatabase.values()].join("; ");
}
function key({ action, resource }) {
	return JSON.stringify([action, resource]);
}
// src/tokens/databases.ts
/** The vendor's grammar of a database's name: 1 to 64 characters, case-sensitive, no leading underscore. */
const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
/** DATABASE_NAME_RULE ends every message about a name that no database can have. */
const DATABASE_NAME_RULE = "Use 1 to 64 of `A-Z a-z 0-9 _ - /`, without a leading `_`; `*` means all databases";
/** isDatabaseName tells whether a grant can name it: a database's name, or `*`. */
function isDatabaseName(text) {
	return text === "*" || NAME.test(text);
}
/** unknownDatabases lists the granted names that a cluster does not have, in the order granted. `*` is always known. */
function unknownDatabases(permissions, existing) {
	const known = /* @__PURE__ */ new Set([...existing, "*"]);
	return [...new Set(permissions.map((permission) => permission.resource))].filter((name) => !known.has(name));
}
/**
* nearestName finds what was probably meant: the closest name within a third of its length, if there is one. A name
* that has nothing in common with what was typed is no suggestion.
*/
function nearestName(typed, existing) {
	const nearest = existing.map((name) => ({
		name,
		away: distance(typed.toLowerCase(), name.toLowerCase())
	})).sort((one, other) => one.away - other.away)[0];
	const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
	return nearest && nearest.away <= tolerated ? nearest.name : void 0;
}
// src/inputs/choice.ts
/** readChoice reads one of a few values. Anything else is an input error that suggests the nearest one. */
function readChoice(text, choice, faults) {
	const value = choice.values.find((one) => one === text);
	if (value === void 0) faults.add(choice.input, wrongChoice(text, choice));
	return value;
}
/** wrongChoice says what is wrong with a value, and which one was probably meant. Pure. */
function wrongChoice(text, { values, synonyms }) {
	const typed = text.toLowerCase();
	const meant = synonyms !== void 0 && Object.hasOwn(synonyms, typed) ? synonyms[typed] : nearestName(typed, values);
	const hint = meant === void 0 ? "" : ` Did you mean \`${meant}\`?`;
	return `${quote(text)} is not valid.${hint} Use ${values.map((one) => `\`${one}\``).join(", ")}.`;
}
// src/http/url.ts
/** isLoopback tells whether a URL leads to this machine: there plain `http:` is allowed and no proxy is used. */
function isLoopback(url) {
	return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}
/** isTrustworthy tells whether credentials may be sent to a URL: `https:`, or a loopback host. */
function isTrustworthy(url) {
	return url.protocol === "https:" || url.protocol === "http:" && isLoopback(url);
}
// src/tokens/uuid.ts
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
* isUuid checks for UUID syntax and never for a version: Clustered's dummy id is of none. Every id that goes into a
* path must pass: `../databases/prod` for a token's id would delete a database.
*/
function isUuid(text) {
	return UUID.test(text);
}
/** sameId compares ids, whose hex digits may be of either case. */
function sameId(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
// src/tokens/suggest-durations.ts
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;
const MONTH_S = 30 * DAY_S;
const YEAR_S = 365 * DAY_S;
/** What people write for a unit, in lower case. */
const UNITS = {
	...spellings(1, "s", "sec", "secs", "second", "seconds"),
	...spellings(MINUTE_S, "m", "min", "mins", "minute", "minutes"),
	...spellings(HOUR_S, "h", "hr", "hrs", "hour", "hours"),
	...spellings(DAY_S, "d", "day", "days"),
	...spellings(WEEK_S, "w", "wk", "wks", "week", "weeks"),
	...spellings(MONTH_S, "mo", "mon", "mth", "month", "months"),
	...spellings(YEAR_S, "y", "yr", "yrs", "year", "years")
};
/** `P30D`, `PT12H`: the letter M means months before the T and minutes after it. */
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [
	YEAR_S,
	MONTH_S,
	WEEK_S,
	DAY_S,
	HOUR_S,
	MINUTE_S,
	1
];
/** A number and its unit. */
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;
/** Longer texts are not durations. */
const MAX_TYPED_LENGTH = 60;
/**
* suggestDurations finds what was probably meant by a text that parseDuration does not read, such as `30 days`, `1y`, `1.5h`, or
* `P30D`, and writes it as parseDuration reads it. A number without a unit gets one suggestion for each unit. Pure.
*/
function suggestDurations(text) {
	const typed = text.trim().toLowerCase();
	if (typed.length > MAX_TYPED_LENGTH) return [];
	const seconds = secondsIn(typed);
	return (/^\d+$/.test(typed) ? [
		"s",
		"m",
		"h",
		"d"
	].map((unit) => `${Number(typed)}${unit}`) : seconds === void 0 ? [] : [formatDuration(seconds)]).filter((candidate) => (parseDuration(candidate) ?? 0) > 0);
}
function secondsIn(typed) {
	const iso = ISO_8601.exec(typed);
	if (iso) return ISO_UNITS_S.reduce((sum, unit, index) => sum + Number(iso[index + 1] ?? 0) * unit, 0);
	const parts = [...typed.matchAll(PART)];
	if (!(parts.length > 0 && /^(?:[\s,]|and)*$/.test(typed.replaceAll(PART, ""))) || parts.some(([, , unit = ""]) => !Object.hasOwn(UNITS, unit))) return void 0;
	return parts.reduce((sum, [, count = "", unit = ""]) => sum + Math.round(Number(count.replace(",", ".")) * (UNITS[unit] ?? 0)), 0);
}
function spellings(seconds, ...words) {
	return Object.fromEntries(words.map((word) => [word, seconds]));
}
// src/inputs/scalars.ts
/** readBoolean reads a switch. Notes a fault and returns false for anything else. */
function readBoolean(inputs, name, faults) {
	return parseBoolean(givenOrDefault(inputs, name), name, faults);
}
/** parseBoolean reads `true` or `false` in any case. Anything else is an input error, and false. */
function parseBoolean(text, name, faults) {
	const typed = text.toLowerCase();
	if (typed === "true") return true;
	if (typed !== "false") faults.add(name, notABoolean(text));
	return false;
}
/** The words that YAML 1.1, shells, and people have for the two. */
const SWITCHES = {
	yes: "true",
	y: "true",
	on: "true",
	t: "true",
	"1": "true",
	enabled: "true",
	no: "false",
	n: "false",
	off: "false",
	f: "false",
	"0": "false",
	disabled: "false"
};
function notABoolean(text) {
	const typed = text.toLowerCase();
	const meant = Object.hasOwn(SWITCHES, typed) ? SWITCHES[typed] : nearestName(text, ["true", "false"]);
	return `${quote(text)} is not \`true\` or \`false\`.${meant === void 0 ? "" : ` Did you mean \`${meant}\`?`}`;
}
/** readCount reads a whole number from 0 to `most`. Notes a fault and returns 0 otherwise. */
function readCount(inputs, name, most, faults) {
	const text = givenOrDefault(inputs, name);
	const count = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
	if (count <= most) return count;
	faults.add(name, `${quote(text)} is not a whole number from 0 to ${most}.`);
	return 0;
}
/** UP_TO_TEN_YEARS is any duration that somebody can mean. */
const UP_TO_TEN_YEARS = {
	least: 0,
	most: 31536e4,
	rule: "at most ten years"
};
/** readDuration reads a duration of at least and at most so many seconds. Returns milliseconds; 0 with a fault. */
function readDuration(inputs, name, limits, faults) {
	const text = givenOrDefault(inputs, name);
	const seconds = parseDuration(text);
	if (seconds === void 0) {
		faults.add(name, `${quote(text)} is not a duration. ${durationHint(text)}`);
		return 0;
	}
	if (seconds < limits.least || seconds > limits.most) {
		faults.add(name, `${quote(text)} is out of range: ${limits.rule}.`);
		return 0;
	}
	return seconds * 1e3;
}
/** durationHint is what to write instead of a text that is not a duration: a sentence. */
function durationHint(text) {
	const meant = suggestDurations(text).map((suggestion) => `\`${suggestion}\``);
	return meant.length > 0 ? `Did you mean ${meant.join(" or ")}?` : `${DURATION_EXAMPLES}.`;
}
// src/inputs/connection.ts
const DEDICATED_API = "https://console.influxdata.com";
/** readConnection reads where to send requests and with which management token. Notes every fault. */
function readConnection(sources, faults) {
	const product = readProduct(settingOf(sources, "product", "product"), faults);
	const needsIds = product === "dedicated";
	const accountId = readId(settingOf(sources, "account-id", "account_id"), needsIds, faults);
	const clusterId = readId(settingOf(sources, "cluster-id", "cluster_id"), needsIds, faults);
	const urls = product === "clustered" ? readClusteredUrls(sources, faults) : readDedicatedUrls(sources, clusterId, faults);
	const { inputs } = sources;
	return {
		product: product ?? "dedicated",
		...urls,
		...accountId === void 0 ? {} : { accountId },
		...clusterId === void 0 ? {} : { clusterId },
		...readAccess(sources, faults),
		tries: {
			timeoutMs: readDuration(inputs, "request-timeout", {
				least: 1,
				most: 3600,
				rule: "one try of one request takes from 1s to 1h"
			}, faults),
			retries: readCount(inputs, "retries", 99, faults)
		}
	};
}
/** Undefined with a fault, after which nobody can say what else is needed. */
function readProduct(product, faults) {
	const { text } = product;
	if (product.unknowable) return void 0;
	if (text === "" || text === "dedicated") return "dedicated";
	if (text === "clustered") return "clustered";
	const meant = product.from ? void 0 : nearestName(text, ["dedicated", "clustered"]);
	refuse(product, `${shown(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.${meant === void 0 ? "" : ` Did you mean \`${meant}\`?`}`, faults);
}
/** The Management API is the vendor's. A profile's host is that of the cluster. */
function readDedicatedUrls(sources, clusterId, faults) {
	return {
		apiUrl: readBaseUrl(settingOf(sources, "api-url"), faults) ?? DEDICATED_API,
		clusterUrl: readClusterUrl(settingOf(sources, "cluster-url", "host"), faults) ?? `https://${clusterId}.a.influxdb.io`
	};
}
/** Both are on one host, which is a profile's: each follows from the other. */
function readClusteredUrls(sources, faults) {
	const api = settingOf(sources, "api-url", "host");
	const cluster = settingOf(sources, "cluster-url", "host");
	if (api.text === "" && cluster.text === "") missing$1(api, "is required with `product: clustered` (or `cluster-url`): the URL of your cluster.", faults);
	const clusterUrl = readClusterUrl(cluster, faults);
	const apiUrl = api.from && cluster.from ? clusterUrl : readBaseUrl(api, faults);
	return {
		apiUrl: apiUrl ?? clusterUrl ?? "",
		clusterUrl: clusterUrl ?? apiUrl ?? ""
	};
}
function readId(id, required, faults) {
	const { text } = id;
	if (text === "") {
		if (required) missing$1(id, "is required for Cloud Dedicated: the UUID that `influxctl` and the console show.", faults);
		return;
	}
	if (!isUuid(text)) refuse(id, `${shown(id)} is not a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`, faults);
	return text;
}
function readBaseUrl(setting, faults) {
	const { text } = setting;
	if (text === "") return void 0;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const value = text.includes("@") ? "this" : shown(setting);
	if (!url || !/^https?:$/.test(url.protocol)) {
		refuse(setting, `${value} is not a URL like https://cluster.example.com.`, faults);
		return;
	}
	if (url.username !== "" || url.password !== "") refuse(setting, "holds a user name or password: give the address alone.", faults);
	else if (!isTrustworthy(url)) refuse(setting, `${value} would send credentials in the clear: use https: (http: only for a loopback host).`, faults);
	else if (url.search !== "" || url.hash !== "") refuse(setting, `${value} has a query or fragment: give the base URL alone.`, faults);
	return (url.origin + url.pathname).replace(/(?:\/api\/v0)?\/*$/, "").replace(/\/+$/, "");
}
/** Paths of the data plane's API, which a URL from a client's configuration often ends in. */
const DATA_PLANE_PATH = /\/(?:api\/v2(?:\/.*)?|query|write)$/;
function readClusterUrl(setting, faults) {
	const base = readBaseUrl(setting, faults);
	if (base === void 0) return void 0;
	const { origin, pathname } = new URL(base);
	const path = pathname.replace(DATA_PLANE_PATH, "");
	if (path !== pathname) refuse(setting, `${setting.text.includes("@") ? "this" : shown(setting)} ends in a path of the API, and the action adds that itself. Set it to ${origin}${path}`, faults);
	return base;
}
// src/tokens/glob.ts
const ANY_TEXT = Symbol("*");
const ANY_CHARACTER = Symbol("?");
/**
* parseGlob reads a pattern; each text is one. Not by a library, since all of them make a regular expression: these try
* every way of sharing a text out among the stars, and whoever may describe a token could keep a step busy for hours.
*/
function parseGlob(pattern) {
	const pieces = [...pattern.matchAll(/\\(.)|(\*+)|(\?)|(.)/gsu)].map(([, escaped, stars, mark, plain = ""]) => escaped ?? (stars !== void 0 ? ANY_TEXT : mark !== void 0 ? ANY_CHARACTER : plain));
	return {
		matches: (text) => matches(pieces, [...text]),
		literals: pieces.filter((piece) => typeof piece === "string").length
	};
}
/** Where a text does not fit, only the last star need give way: what is before it fits as early as it can. */
function matches(pieces, text) {
	let [piece, at] = [0, 0];
	let star;
	while (at < text.length) {
		const wanted = pieces[piece];
		if (wanted === ANY_TEXT) {
			star = {
				piece,
				at
			};
			piece++;
		} else if (wanted === ANY_CHARACTER || wanted === text[at]) {
			piece++;
			at++;
		} else if (star) {
			star.at++;
			piece = star.piece + 1;
			at = star.at;
		} else return false;
	}
	return pieces.slice(piece).every((rest) => rest === ANY_TEXT);
}
// src/tokens/instant.ts
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/;
/** The last instant that RFC 3339 can write. */
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/**
* parseInstant reads an RFC 3339 date with any offset. Returns milliseconds since 1970, or undefined for anything
* else: a date without an offset, a day that no calendar has. Sub-seconds beyond the millisecond are cut.
*/
function parseInstant(text) {
	const match = RFC3339.exec(text);
	if (!match) return void 0;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
	const [offsetHours, offsetMinutes] = [Number(match[10] ?? 0), Number(match[11] ?? 0)];
	if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59) return void 0;
	const midnight = /* @__PURE__ */ new Date(0);
	midnight.setUTCFullYear(year, month - 1, day);
	if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return void 0;
	const milliseconds = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
	return withinCalendar(midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1e3 + milliseconds - (offsetHours * 60 + offsetMinutes) * 6e4 * (match[9] === "-" ? -1 : 1));
}
/** withinCalendar is undefined for an instant after the year 9999, which RFC 3339 cannot write. */
function withinCalendar(instant) {
	return instant <= END_OF_CALENDAR ? instant : void 0;
}
/** formatInstant writes milliseconds since 1970 as RFC 3339 in UTC, without a fraction where there is none. */
function formatInstant(instant) {
	const text = new Date(instant).toISOString();
	return text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text;
}
/** formatSecond writes an instant without a fraction: the first whole second that is not before it. */
function formatSecond(instant) {
	return formatInstant(Math.ceil(instant / 1e3) * 1e3);
}
/** parseServerDate reads a date of the API: absent, null, empty and zero dates are "unset". */
function parseServerDate(value) {
	if (value === void 0 || value === null || value === "") return "unset";
	if (typeof value !== "string") return "unreadable";
	const instant = parseInstant(value);
	if (instant === void 0) return "unreadable";
	return instant <= 0 ? "unset" : instant;
}
/** wholeSeconds takes the milliseconds off an instant. */
function wholeSeconds(instant) {
	return Math.floor(instant / 1e3) * 1e3;
}
/** formatServerDate writes a date of the API; undefined where it is not set. One that cannot be read says so. */
function formatServerDate(date) {
	if (typeof date === "number") return formatInstant(date);
	return date === "unset" ? void 0 : date;
}
// src/tokens/record.ts
/** What a suspension writes after a tag: state, date, and grants. No part contains a bracket. */
const RECORD = /^ \[gha-(?:suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;
const RECORD_START = " [gha-";
/** A record that the server cut off: everything that a record can contain, without the bracket at its end. */
const UNFINISHED = /^ \[gha-[\w%/*: -]*$/;
/** recordIn returns the record at the end of a description, empty if there is none. Takes time linear in the text. */
function recordIn(description) {
	const candidate = lastCandidate(description);
	const [, since = "", grants = ""] = RECORD.exec(candidate) ?? [];
	return parseInstant(since) !== void 0 && isDecodable(grants) ? candidate : "";
}
/** unfinishedRecordIn returns the beginning of a record that was cut off, empty if there is none. */
function unfinishedRecordIn(description) {
	const candidate = lastCandidate(description);
	return UNFINISHED.test(candidate) ? candidate : "";
}
/** Only the last one can be at the end, because a record contains no bracket but its own. */
function lastCandidate(description) {
	const start = description.lastIndexOf(RECORD_START);
	return start < 0 ? "" : description.slice(start);
}
function isDecodable(grants) {
	try {
		return true;
	} catch {
		return false;
	}
}
// src/tokens/tag.ts
/** TAG_GRAMMAR is what each part of a tag that comes from the runner must be, as the source of a regular expression. */
const TAG_GRAMMAR = {
	server: String.raw`[a-z0-9._-]{1,253}(?::\d{1,5})?`,
	repository: String.raw`[\w.-]+\/[\w.-]+`,
	repositoryId: String.raw`\d{1,20}`,
	runId: String.raw`\d{1,20}`,
	runAttempt: String.raw`\d{1,9}`
};
const TAG_START = " [gha:";
const { server, repository, repositoryId, runId, runAttempt } = TAG_GRAMMAR;
const TAG = new RegExp(String.raw`^ \[gha:(${server})\/(${repository})#(${repositoryId}) (${runId})\.(${runAttempt}) (job|kept|pending|current) ([0-9a-f]{16})\]$`);
/** formatTagged appends a tag to a plain description. */
function formatTagged(plain, tag) {
	const { server, repository, repositoryId, runId, runAttempt, kind, nonce } = tag;
	return `${plain}${TAG_START}${server}/${repository}#${repositoryId} ${runId}.${runAttempt} ${kind} ${nonce}]`;
}
/**
* parseTagged splits a description into plain text, tag, and what follows the tag; undefined when it has no tag. Takes
* time linear in the text.
*/
function parseTagged(description) {
	const record = recordIn(description);
	const unfinished = unfinishedRecordIn(withoutEnd(description, record));
	const text = withoutEnd(description, unfinished + record);
	const start = text.lastIndexOf(TAG_START);
	if (start < 1) return void 0;
	const match = TAG.exec(text.slice(start));
	if (!match) return void 0;
	const [, server = "", repository = "", repositoryId = "", runId = "", runAttempt = "", kind, nonce = ""] = match;
	const tag = {
		server,
		repository,
		repositoryId,
		runId,
		runAttempt,
		kind,
		nonce
	};
	return {
		plain: text.slice(0, start),
		tag,
		record: unfinished + record
	};
}
/** plainDescription is what people typed: the description without tag and record. */
function plainDescription(description) {
	return parseTagged(description)?.plain ?? withoutEnd(description, recordIn(description));
}
/** withPlainDescription replaces what people typed, and keeps tag and record verbatim. */
function withPlainDescription(description, plain) {
	return plain + description.slice(plainDescription(description).length);
}
/** withTag replaces the tag of a description, or gives it one, and keeps the plain description and the record verbatim. */
function withTag(description, tag) {
	const record = parseTagged(description)?.record ?? recordIn(description);
	return formatTagged(plainDescription(description), tag) + record;
}
/** isSameRepository compares by server and ID, because IDs are unique only within one server. */
function isSameRepository(one, other) {
	return one.server === other.server && one.repositoryId === other.repositoryId;
}
/** carrying picks the tokens whose tag has one of the nonces: more than one may, if a gateway repeated a POST. */
function carrying(nonces, tokens) {
	return tokens.flatMap((token) => {
		const nonce = parseTagged(token.description)?.tag.nonce;
		return nonce !== void 0 && nonces.has(nonce) ? [{
			token,
			nonce
		}] : [];
	});
}
function withoutEnd(text, end) {
	return text.slice(0, text.length - end.length);
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
// src/tokens/listing.ts
/** LISTED_KINDS are the kinds of tags, and what has no tag. */
const LISTED_KINDS = [
	"job",
	"kept",
	"pending",
	"current",
	"untagged"
];
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
		case "repository": return tag !== void 0 && isSameRepository(tag, scope);
		case "organization": return tag?.server === scope.server && tag.repository.split("/")[0]?.toLowerCase() === scope.owner.toLowerCase();
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
		createdAt: formatServerDate(token.createdAt) ?? null,
		expiresAt: formatServerDate(token.expiresAt) ?? null,
		revokedAt: formatServerDate(token.revokedAt) ?? null,
		plainDescription: token.plainDescription,
		kind: token.tag?.kind ?? null,
		server: token.tag?.server ?? null,
		repository: token.tag?.repository ?? null,
		runId: token.tag?.runId ?? null,
		status: token.status,
		...more(token)
	})));
}
function examine(token, now) {
	return {
		...token,
		plainDescription: plainDescription(token.description),
		tag: parseTagged(token.description)?.tag,
		status: tokenStatus(token, now)
	};
}
function selects(filter, token, now) {
	return (filter.status === "all" || token.status === filter.status) && isWithin(filter.scope, token.tag) && grantsOneOf(filter.databases, token) && (filter.kinds?.includes(token.tag?.kind ?? "untagged") ?? true) && (filter.pattern?.matches(token.plainDescription) ?? true) && (filter.expiresWithinMs === void 0 || expiresWithin(filter.expiresWithinMs, token, now));
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
// src/inputs/list.ts
/**
* readList reads an input that is a list: one item per line, or separated by commas, or a JSON array of strings. Comments and
* blank lines are skipped, duplicates merged. A list that cannot be read as one is a single input error, and `undefined`.
*/
function readList(inputs, name, faults) {
	const list = parseList(inputs[name]);
	if ("items" in list) return list.items;
	faults.add(name, list.problem);
}
/** readLines reads the same forms, but a comma belongs to its line: for inputs whose lines contain lists themselves. */
function readLines(inputs, name, faults) {
	const list = parseLines(inputs[name]);
	if ("items" in list) return list.items;
	faults.add(name, list.problem);
}
/** parseList parses a list that commas or line breaks separate. Pure. */
function parseList(text) {
	return parse(text, (line) => line.split(",").map((item) => item.trim()));
}
/** parseLines parses a list that only line breaks separate. Pure. */
function parseLines(text) {
	return parse(text, (line) => [line]);
}
function parse(text, itemsOf) {
	const lines = contentLines(text);
	const whole = lines.join("\n");
	if (whole.startsWith("[")) return parseArray(whole);
	const items = unique(lines.flatMap(itemsOf));
	const problem = problemOfWhole(whole) ?? items.map(problemOfItem).find((found) => found !== void 0);
	return problem === void 0 ? { items } : { problem };
}
function parseArray(whole) {
	const array = parseJson(whole);
	if (Array.isArray(array) && array.every((item) => typeof item === "string")) return { items: [...new Set(array.map((item) => item.trim()))] };
	return { problem: array === void 0 ? `${quote(whole)} starts like a JSON array but is not valid JSON. Write \`["a", "b"]\`, or one item per line.` : `${quote(whole)} is a JSON array, but not of strings. Write \`["a", "b"]\`, or one item per line.` };
}
function problemOfWhole(whole) {
	if (whole === "Array" || whole === "Object") return `is "${whole}", which is what an expression makes of a list. Use \`\${{ toJSON(…) }}\`.`;
	if (isEncodedTwice(whole)) return "is JSON that was encoded twice. Remove one `toJSON(…)`.";
}
/** isEncodedTwice recognizes a JSON string that contains JSON, as `toJSON()` makes of an output that is JSON already. */
function isEncodedTwice(text) {
	const inner = text.startsWith("\"") ? parseJson(text) : void 0;
	return typeof inner === "string" && /^\s*[[{]/.test(inner);
}
function problemOfItem(item) {
	if (/^-\s/.test(item)) return `${quote(item)} starts with "- ", as in a YAML list. Inputs are plain text: write ${quote(item.slice(1).trim())}.`;
	if (/^(["'`]).*\1$/.test(item) && item.length > 1) return `${quote(item)} is in quotes. Remove them: write ${quote(item.slice(1, -1))}.`;
	if ((item.match(/\s=\s/g) ?? []).length > 1 || (item.match(/:\s/g) ?? []).length > 1) return `${quote(item)} contains more than one entry, because \`>\` joins lines. Use \`|\` instead, with one entry per line.`;
	if (/\s#\s/.test(item)) return `${quote(item)} contains a comment. Put comments on their own lines, starting with \`#\`.`;
}
/** joinedByFolding tells whether an item is several valid ones in a row, which is what `>` makes of lines. */
function joinedByFolding(item, isValid) {
	const parts = item.split(/\s+/);
	return parts.length > 1 && parts.every(isValid);
}
/** FOLDING_HINT ends the message about an item for which joinedByFolding holds. */
const FOLDING_HINT = "Write one item per line or separate them by commas (`>` joins lines; use `|`).";
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Blank lines and commas without an item do not count. An empty string in JSON was written by a program: it stays, and is an error. */
function unique(items) {
	return [...new Set(items)].filter((item) => item !== "");
}
// node_modules/@badrap/valita/dist/index.js
/**
* @module
* A typesafe validation & parsing library for TypeScript.
*
* @example
* ```ts
* import * as v from "@badrap/valita";
*
* const vehicle = v.union(
*   v.object({ type: v.literal("plane"), airline: v.string() }),
*   v.object({ type: v.literal("train") }),
*   v.object({ type: v.literal("automobile"), make: v.string() })
* );
* vehicle.parse({ type: "bike" });
* // ValitaError: invalid_literal at .type (expected "plane", "train" or "automobile")
* ```
*/
function expectedType(expected) {
	return {
		ok: false,
		code: "invalid_type",
		expected
	};
}
const ISSUE_EXPECTED_NOTHING = expectedType([]);
const ISSUE_EXPECTED_STRING = expectedType(["string"]);
const ISSUE_EXPECTED_NUMBER = expectedType(["number"]);
const ISSUE_EXPECTED_BIGINT = expectedType(["bigint"]);
const ISSUE_EXPECTED_BOOLEAN = expectedType(["boolean"]);
const ISSUE_EXPECTED_UNDEFINED = expectedType(["undefined"]);
const ISSUE_EXPECTED_NULL = expectedType(["null"]);
const ISSUE_EXPECTED_OBJECT = expectedType(["object"]);
const ISSUE_EXPECTED_ARRAY = expectedType(["array"]);
const ISSUE_MISSING_VALUE = {
	ok: false,
	code: "missing_value"
};
function joinIssues(left, right) {
	return left ? {
		ok: false,
		code: "join",
		left,
		right
	} : right;
}
function prependPath(key, tree) {
	return {
		ok: false,
		code: "prepend",
		key,
		tree
	};
}
function cloneIssueWithPath(tree, path) {
	const code = tree.code;
	switch (code) {
		case "invalid_type": return {
			code,
			path,
			expected: tree.expected
		};
		case "invalid_literal": return {
			code,
			path,
			expected: tree.expected
		};
		case "missing_value": return {
			code,
			path
		};
		case "invalid_length": return {
			code,
			path,
			minLength: tree.minLength,
			maxLength: tree.maxLength
		};
		case "unrecognized_keys": return {
			code,
			path,
			keys: tree.keys
		};
		case "invalid_union": return {
			code,
			path,
			issues: collectIssues(tree.tree)
		};
		case "custom_error":
			if (typeof tree.error === "object" && tree.error.path !== void 0) path.push(...tree.error.path);
			return {
				code,
				path,
				message: typeof tree.error === "string" ? tree.error : tree.error?.message
			};
	}
}
function collectIssues(tree, path = [], issues = []) {
	for (;;) if (tree.code === "join") {
		collectIssues(tree.left, path.slice(), issues);
		tree = tree.right;
	} else if (tree.code === "prepend") {
		path.push(tree.key);
		tree = tree.tree;
	} else {
		issues.push(cloneIssueWithPath(tree, path));
		return issues;
	}
}
function separatedList(list, sep) {
	if (list.length === 0) return "nothing";
	else if (list.length === 1) return list[0];
	else return `${list.slice(0, -1).join(", ")} ${sep} ${list[list.length - 1]}`;
}
function formatLiteral(value) {
	return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}
function countIssues(tree) {
	let count = 0;
	for (;;) if (tree.code === "join") {
		count += countIssues(tree.left);
		tree = tree.right;
	} else if (tree.code === "prepend") tree = tree.tree;
	else return count + 1;
}
function formatIssueTree(tree) {
	let path = "";
	let count = 0;
	for (;;) if (tree.code === "join") {
		count += countIssues(tree.right);
		tree = tree.left;
	} else if (tree.code === "prepend") {
		path += `.${tree.key}`;
		tree = tree.tree;
	} else break;
	let message = "validation failed";
	if (tree.code === "invalid_type") message = `expected ${separatedList(tree.expected, "or")}`;
	else if (tree.code === "invalid_literal") message = `expected ${separatedList(tree.expected.map(formatLiteral), "or")}`;
	else if (tree.code === "missing_value") message = `missing value`;
	else if (tree.code === "unrecognized_keys") {
		const keys = tree.keys;
		message = `unrecognized ${keys.length === 1 ? "key" : "keys"} ${separatedList(keys.map(formatLiteral), "and")}`;
	} else if (tree.code === "invalid_length") {
		const min = tree.minLength;
		const max = tree.maxLength;
		message = `expected an array with `;
		if (min > 0) {
			if (max === min) message += `${min}`;
			else if (max !== void 0) message += `between ${min} and ${max}`;
			else message += `at least ${min}`;
		} else message += `at most ${max ?? "∞"}`;
		message += ` item(s)`;
	} else if (tree.code === "custom_error") {
		const error = tree.error;
		if (typeof error === "string") message = error;
		else if (error !== void 0) {
			if (error.message !== void 0) message = error.message;
			if (error.path !== void 0) path += "." + error.path.join(".");
		}
	}
	let msg = `${tree.code} at .${path.slice(1)} (${message})`;
	if (count === 1) msg += ` (+ 1 other issue)`;
	else if (count > 1) msg += ` (+ ${count} other issues)`;
	return msg;
}
function lazyProperty(obj, prop, value, enumerable) {
	Object.defineProperty(obj, prop, {
		value,
		enumerable,
		writable: false
	});
	return value;
}
/**
* An error type representing one or more validation/parsing errors.
*
* The `.message` property gives a short overview of the encountered issues,
* while the `.issue` property can be used to get a more detailed list.
*
* @example
* ```ts
* const t = v.object({ a: v.null(), b: v.null() });
*
* try {
*   t.parse({ a: 1 });
* } catch (err) {
*   err.message;
*   // "invalid_type at .a (expected null) (+ 1 other issue)"
*
*   err.issues;
*   // [
*   //   { code: 'invalid_type', path: [ 'a' ], expected: [ 'null' ] },
*   //   { code: 'missing_value', path: [ 'b' ] }
*   // ]
* }
* ```
*/
var ValitaError = class extends Error {
	#issueTree;
	constructor(issueTree) {
		super();
		this.#issueTree = issueTree;
	}
	get message() {
		return lazyProperty(this, "message", formatIssueTree(this.#issueTree), true);
	}
	get issues() {
		return lazyProperty(this, "issues", collectIssues(this.#issueTree), true);
	}
};
ValitaError.prototype.name = "ValitaError";
var ErrImpl = class {
	ok = false;
	/** @internal */
	_issueTree;
	constructor(issueTree) {
		this._issueTree = issueTree;
	}
	get issues() {
		return lazyProperty(this, "issues", collectIssues(this._issueTree), true);
	}
	get message() {
		return lazyProperty(this, "message", formatIssueTree(this._issueTree), true);
	}
	throw() {
		throw new ValitaError(this._issueTree);
	}
};
function ok(value) {
	return {
		ok: true,
		value
	};
}
/**
* Create a value for returning a parsing error from chain().
*
* An optional error message can be provided.
*
* @example
* ```ts
* const t = v.string().chain(() => v.err("bad value"));
*
* t.parse("hello");
* // ValitaError: custom_error at . (bad value)
* ```
*/
function err(error) {
	return new ErrImpl({
		ok: false,
		code: "custom_error",
		error
	});
}
function isObject(v) {
	return typeof v === "object" && v !== null && !Array.isArray(v);
}
const FLAG_FORBID_EXTRA_KEYS = 1;
const FLAG_STRIP_EXTRA_KEYS = 2;
const FLAG_MISSING_VALUE = 4;
const TAG_UNKNOWN = 0;
const TAG_NEVER = 1;
const TAG_STRING = 2;
const TAG_NUMBER = 3;
const TAG_BIGINT = 4;
const TAG_BOOLEAN = 5;
const TAG_NULL = 6;
const TAG_UNDEFINED = 7;
const TAG_LITERAL = 8;
const TAG_OPTIONAL = 9;
const TAG_OBJECT = 10;
const TAG_ARRAY = 11;
const TAG_UNION = 12;
const TAG_SIMPLE_UNION = 13;
const TAG_TRANSFORM = 14;
const taggedMatcher = (tag, match) => {
	return {
		tag,
		match
	};
};
function callMatcher(matcher, value, flags) {
	switch (matcher.tag) {
		case TAG_UNKNOWN: return;
		case TAG_NEVER: return ISSUE_EXPECTED_NOTHING;
		case TAG_STRING: return typeof value === "string" ? void 0 : ISSUE_EXPECTED_STRING;
		case TAG_NUMBER: return typeof value === "number" ? void 0 : ISSUE_EXPECTED_NUMBER;
		case TAG_BIGINT: return typeof value === "bigint" ? void 0 : ISSUE_EXPECTED_BIGINT;
		case TAG_BOOLEAN: return typeof value === "boolean" ? void 0 : ISSUE_EXPECTED_BOOLEAN;
		case TAG_NULL: return value === null ? void 0 : ISSUE_EXPECTED_NULL;
		case TAG_UNDEFINED: return value === void 0 ? void 0 : ISSUE_EXPECTED_UNDEFINED;
		case TAG_LITERAL: return matcher.match(value, flags);
		case TAG_OPTIONAL: return matcher.match(value, flags);
		case TAG_OBJECT: return matcher.match(value, flags);
		case TAG_ARRAY: return matcher.match(value, flags);
		case TAG_UNION: return matcher.match(value, flags);
		case TAG_SIMPLE_UNION: return matcher.match(value, flags);
		case TAG_TRANSFORM: return matcher.match(value, flags);
		default: return matcher.match(value, flags);
	}
}
const MATCHER_SYMBOL = Symbol.for("@valita/internal");
var AbstractType = class {
	/**
	* Derive a new validator that uses the provided predicate function to
	* perform custom validation for the source validator's output values.
	*
	* The predicate function should return `true` when the source
	* type's output value is valid, `false` otherwise. The checked value
	* itself won't get modified or replaced, and is returned as-is on
	* validation success.
	*
	* @example A validator that accepts only numeric strings.
	* ```ts
	* const numericString = v.string().assert((s) => /^\d+$/.test(s))
	* numericString.parse("1");
	* // "1"
	* numericString.parse("foo");
	* // ValitaError: custom_error at . (validation failed)
	* ```
	*
	* You can also _refine_ the output type by passing in a
	* [type predicate](https://www.typescriptlang.org/docs/handbook/2/narrowing.html#using-type-predicates).
	* Note that the type predicate must have a compatible input type.
	*
	* @example A validator with its output type refined to `Date`.
	* ```ts
	* const dateType = v.unknown().assert((v): v is Date => v instanceof Date);
	* ```
	*
	* You can also pass in a custom failure messages.
	*
	* @example A validator that rejects non-integers with a custom error.
	* ```ts
	* const integer = v.number().assert((n) => Number.isInteger(n), "not an integer");
	* integer.parse(1);
	* // 1
	* integer.parse(1.5);
	* // ValitaError: custom_error at . (not an integer)
	* ```
	*
	* @param func - The assertion predicate function.
	* @param [error] - A custom error for situations when the assertion
	*                  predicate returns `false`.
	*/
	assert(func, error) {
		const err = {
			ok: false,
			code: "custom_error",
			error
		};
		return new TransformType(this, (v, flags) => func(v, flagsToOptions(flags)) ? void 0 : err);
	}
	map(func) {
		return new TransformType(this, (v, flags) => ({
			ok: true,
			value: func(v, flagsToOptions(flags))
		}));
	}
	chain(input) {
		if (typeof input === "function") return new TransformType(this, (v, flags) => {
			const r = input(v, flagsToOptions(flags));
			return r.ok ? r : r._issueTree;
		});
		return new TransformType(this, (v, flags) => callMatcher(input[MATCHER_SYMBOL], v, flags));
	}
};
/**
* A base class for all concrete validators/parsers.
*/
var Type = class extends AbstractType {
	optional(defaultFn) {
		const optional = new Optional(this);
		if (!defaultFn) return optional;
		return new TransformType(optional, (v) => {
			return v === void 0 ? {
				ok: true,
				value: defaultFn()
			} : void 0;
		});
	}
	nullable(defaultFn) {
		const nullable = new SimpleUnion([null_(), this]);
		if (!defaultFn) return nullable;
		return new TransformType(nullable, (v) => {
			return v === null ? {
				ok: true,
				value: defaultFn()
			} : void 0;
		});
	}
	_toTerminals(func) {
		func(this);
	}
	/**
	* Parse a value without throwing.
	*/
	try(v, options) {
		const r = callMatcher(this[MATCHER_SYMBOL], v, options === void 0 ? FLAG_FORBID_EXTRA_KEYS : options.mode === "strip" ? FLAG_STRIP_EXTRA_KEYS : options.mode === "passthrough" ? 0 : FLAG_FORBID_EXTRA_KEYS);
		return r === void 0 || r.ok ? {
			ok: true,
			value: r === void 0 ? v : r.value
		} : new ErrImpl(r);
	}
	/**
	* Parse a value. Throw a ValitaError on failure.
	*/
	parse(v, options) {
		const r = callMatcher(this[MATCHER_SYMBOL], v, options === void 0 ? FLAG_FORBID_EXTRA_KEYS : options.mode === "strip" ? FLAG_STRIP_EXTRA_KEYS : options.mode === "passthrough" ? 0 : FLAG_FORBID_EXTRA_KEYS);
		if (r === void 0 || r.ok) return r === void 0 ? v : r.value;
		throw new ValitaError(r);
	}
};
var SimpleUnion = class extends Type {
	name = "union";
	options;
	constructor(options) {
		super();
		this.options = options;
	}
	get [MATCHER_SYMBOL]() {
		const options = this.options.map((o) => o[MATCHER_SYMBOL]);
		return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_SIMPLE_UNION, (v, flags) => {
			let issue = ISSUE_EXPECTED_NOTHING;
			for (const option of options) {
				const result = callMatcher(option, v, flags);
				if (result === void 0 || result.ok) return result;
				issue = result;
			}
			return issue;
		}), false);
	}
	_toTerminals(func) {
		for (const option of this.options) option._toTerminals(func);
	}
};
/**
* A validator/parser marked as "optional", signifying that their value can
* be missing from the parsed object.
*
* As such optionals can only be used as property validators within
* object validators.
*/
var Optional = class extends AbstractType {
	name = "optional";
	type;
	constructor(type) {
		super();
		this.type = type;
	}
	optional(defaultFn) {
		if (!defaultFn) return this;
		return new TransformType(this, (v) => {
			return v === void 0 ? {
				ok: true,
				value: defaultFn()
			} : void 0;
		});
	}
	get [MATCHER_SYMBOL]() {
		const matcher = this.type[MATCHER_SYMBOL];
		return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_OPTIONAL, (v, flags) => v === void 0 || flags & FLAG_MISSING_VALUE ? void 0 : callMatcher(matcher, v, flags)), false);
	}
	_toTerminals(func) {
		func(this);
		func(undefined_());
		this.type._toTerminals(func);
	}
};
function setBit(bits, index) {
	if (typeof bits !== "number") {
		const idx = index >> 5;
		for (let i = bits.length; i <= idx; i++) bits.push(0);
		bits[idx] |= 1 << index % 32;
		return bits;
	} else if (index < 32) return bits | 1 << index;
	else return setBit([bits, 0], index);
}
function getBit(bits, index) {
	if (typeof bits === "number") return index < 32 ? bits >>> index & 1 : 0;
	else return bits[index >> 5] >>> index % 32 & 1;
}
var ObjectType = class ObjectType extends Type {
	name = "object";
	shape;
	restType;
	constructor(shape, restType) {
		super();
		this.shape = shape;
		this.restType = restType;
	}
	get [MATCHER_SYMBOL]() {
		const func = createObjectMatcher(this.shape, this.restType);
		return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_OBJECT, (v, flags) => isObject(v) ? func(v, flags) : ISSUE_EXPECTED_OBJECT), false);
	}
	rest(restType) {
		return new ObjectType(this.shape, restType);
	}
	extend(shape) {
		return new ObjectType({
			...this.shape,
			...shape
		}, this.restType);
	}
	pick(...keys) {
		const shape = {};
		for (const key of keys) set(shape, key, this.shape[key]);
		return new ObjectType(shape, void 0);
	}
	omit(...keys) {
		const shape = { ...this.shape };
		for (const key of keys) delete shape[key];
		return new ObjectType(shape, this.restType);
	}
	partial() {
		const shape = {};
		for (const key of Object.keys(this.shape)) set(shape, key, this.shape[key].optional());
		const rest = this.restType?.optional();
		return new ObjectType(shape, rest);
	}
};
function set(obj, key, value) {
	if (key === "__proto__") Object.defineProperty(obj, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
	else obj[key] = value;
}
function createObjectMatcher(shape, rest) {
	const indexedEntries = Object.keys(shape).map((key, index) => {
		const type = shape[key];
		let optional = false;
		type._toTerminals((t) => {
			optional ||= t.name === "optional";
		});
		return {
			key,
			index,
			matcher: type[MATCHER_SYMBOL],
			optional,
			missing: prependPath(key, ISSUE_MISSING_VALUE)
		};
	});
	const keyedEntries = Object.create(null);
	for (const entry of indexedEntries) keyedEntries[entry.key] = entry;
	const restMatcher = rest?.[MATCHER_SYMBOL];
	const fastPath = indexedEntries.length === 0 && rest?.name === "unknown";
	return (obj, flags) => {
		if (fastPath) return;
		let output = void 0;
		let issues = void 0;
		let unrecognized = void 0;
		let seenBits = 0;
		let seenCount = 0;
		if (flags & 3 || restMatcher !== void 0) for (const key in obj) {
			const value = obj[key];
			const entry = keyedEntries[key];
			if (entry === void 0 && restMatcher === void 0) {
				if (flags & FLAG_FORBID_EXTRA_KEYS) {
					if (unrecognized === void 0) {
						unrecognized = [key];
						issues = joinIssues(issues, {
							ok: false,
							code: "unrecognized_keys",
							keys: unrecognized
						});
					} else unrecognized.push(key);
				} else if (flags & FLAG_STRIP_EXTRA_KEYS && issues === void 0 && output === void 0) {
					output = {};
					for (let m = 0; m < indexedEntries.length; m++) if (getBit(seenBits, m)) {
						const k = indexedEntries[m].key;
						set(output, k, obj[k]);
					}
				}
				continue;
			}
			const r = entry === void 0 ? callMatcher(restMatcher, value, flags) : callMatcher(entry.matcher, value, flags);
			if (r === void 0) {
				if (output !== void 0 && issues === void 0) set(output, key, value);
			} else if (!r.ok) issues = joinIssues(issues, prependPath(key, r));
			else if (issues === void 0) {
				if (output === void 0) {
					output = {};
					if (restMatcher === void 0) {
						for (let m = 0; m < indexedEntries.length; m++) if (getBit(seenBits, m)) {
							const k = indexedEntries[m].key;
							set(output, k, obj[k]);
						}
					} else for (const k in obj) set(output, k, obj[k]);
				}
				set(output, key, r.value);
			}
			if (entry !== void 0) {
				seenCount++;
				seenBits = setBit(seenBits, entry.index);
			}
		}
		if (seenCount < indexedEntries.length) for (let i = 0; i < indexedEntries.length; i++) {
			if (getBit(seenBits, i)) continue;
			const entry = indexedEntries[i];
			const value = obj[entry.key];
			let extraFlags = 0;
			if (value === void 0 && !(entry.key in obj)) {
				if (!entry.optional) {
					issues = joinIssues(issues, entry.missing);
					continue;
				}
				extraFlags = FLAG_MISSING_VALUE;
			}
			const r = callMatcher(entry.matcher, value, flags | extraFlags);
			if (r === void 0) {
				if (output !== void 0 && issues === void 0 && !extraFlags) set(output, entry.key, value);
			} else if (!r.ok) issues = joinIssues(issues, prependPath(entry.key, r));
			else if (issues === void 0) {
				if (output === void 0) {
					output = {};
					if (restMatcher === void 0) {
						for (let m = 0; m < indexedEntries.length; m++) if (m < i || getBit(seenBits, m)) {
							const k = indexedEntries[m].key;
							set(output, k, obj[k]);
						}
					} else {
						for (const k in obj) set(output, k, obj[k]);
						for (let m = 0; m < i; m++) if (!getBit(seenBits, m)) {
							const k = indexedEntries[m].key;
							set(output, k, obj[k]);
						}
					}
				}
				set(output, entry.key, r.value);
			}
		}
		if (issues !== void 0) return issues;
		return output && {
			ok: true,
			value: output
		};
	};
}
var ArrayOrTupleType = class ArrayOrTupleType extends Type {
	name = "array";
	prefix;
	restType;
	suffix;
	constructor(prefix, rest, suffix) {
		super();
		this.prefix = prefix;
		this.restType = rest;
		this.suffix = suffix;
	}
	get [MATCHER_SYMBOL]() {
		const prefix = this.prefix.map((t) => t[MATCHER_SYMBOL]);
		const suffix = this.suffix.map((t) => t[MATCHER_SYMBOL]);
		const rest = this.restType?.[MATCHER_SYMBOL] ?? taggedMatcher(1, () => ISSUE_MISSING_VALUE);
		const minLength = prefix.length + suffix.length;
		const maxLength = this.restType ? Infinity : minLength;
		const invalidLength = {
			ok: false,
			code: "invalid_length",
			minLength,
			maxLength: maxLength === Infinity ? void 0 : maxLength
		};
		return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_ARRAY, (arr, flags) => {
			if (!Array.isArray(arr)) return ISSUE_EXPECTED_ARRAY;
			const length = arr.length;
			if (length < minLength || length > maxLength) return invalidLength;
			const headEnd = prefix.length;
			const tailStart = arr.length - suffix.length;
			let issueTree = void 0;
			let output = arr;
			for (let i = 0; i < arr.length; i++) {
				const r = callMatcher(i < headEnd ? prefix[i] : i >= tailStart ? suffix[i - tailStart] : rest, arr[i], flags);
				if (r !== void 0) {
					if (r.ok) {
						if (output === arr) output = arr.slice();
						output[i] = r.value;
					} else issueTree = joinIssues(issueTree, prependPath(i, r));
				}
			}
			if (issueTree) return issueTree;
			else if (arr === output) return;
			else return {
				ok: true,
				value: output
			};
		}), false);
	}
	concat(type) {
		if (this.restType) {
			if (type.restType) throw new TypeError("can not concatenate two variadic types");
			return new ArrayOrTupleType(this.prefix, this.restType, [
				...this.suffix,
				...type.prefix,
				...type.suffix
			]);
		} else if (type.restType) return new ArrayOrTupleType([
			...this.prefix,
			...this.suffix,
			...type.prefix
		], type.restType, type.suffix);
		else return new ArrayOrTupleType([
			...this.prefix,
			...this.suffix,
			...type.prefix,
			...type.suffix
		], type.restType, type.suffix);
	}
};
function toInputType(v) {
	const type = typeof v;
	if (type !== "object") return type;
	else if (v === null) return "null";
	else if (Array.isArray(v)) return "array";
	else return type;
}
function dedup(arr) {
	return [...new Set(arr)];
}
function groupTerminals(terminals) {
	const order = /* @__PURE__ */ new Map();
	const literals = /* @__PURE__ */ new Map();
	const types = /* @__PURE__ */ new Map();
	const unknowns = [];
	const optionals = [];
	const expectedTypes = [];
	for (const { root, terminal } of terminals) {
		order.set(root, order.get(root) ?? order.size);
		if (terminal.name === "never") {} else if (terminal.name === "optional") optionals.push(root);
		else if (terminal.name === "unknown") unknowns.push(root);
		else if (terminal.name === "literal") {
			const roots = literals.get(terminal.value) ?? [];
			roots.push(root);
			literals.set(terminal.value, roots);
			expectedTypes.push(toInputType(terminal.value));
		} else {
			const roots = types.get(terminal.name) ?? [];
			roots.push(root);
			types.set(terminal.name, roots);
			expectedTypes.push(terminal.name);
		}
	}
	const byOrder = (a, b) => {
		return (order.get(a) ?? 0) - (order.get(b) ?? 0);
	};
	for (const [value, roots] of literals) {
		const options = types.get(toInputType(value));
		if (options) {
			options.push(...roots);
			literals.delete(value);
		} else literals.set(value, dedup(roots.concat(unknowns)).sort(byOrder));
	}
	for (const [type, roots] of types) types.set(type, dedup(roots.concat(unknowns)).sort(byOrder));
	return {
		types,
		literals,
		unknowns: dedup(unknowns).sort(byOrder),
		optionals: dedup(optionals).sort(byOrder),
		expectedTypes: dedup(expectedTypes)
	};
}
function createObjectKeyMatcher(objects, key) {
	const list = [];
	for (const { root, terminal } of objects) terminal.shape[key]._toTerminals((t) => {
		list.push({
			root,
			terminal: t
		});
	});
	const { types, literals, optionals, unknowns, expectedTypes } = groupTerminals(list);
	if (unknowns.length > 0 || optionals.length > 1) return;
	for (const roots of literals.values()) if (roots.length > 1) return;
	for (const roots of types.values()) if (roots.length > 1) return;
	const missingValue = prependPath(key, ISSUE_MISSING_VALUE);
	const issue = prependPath(key, types.size === 0 ? {
		ok: false,
		code: "invalid_literal",
		expected: [...literals.keys()]
	} : {
		ok: false,
		code: "invalid_type",
		expected: expectedTypes
	});
	const byLiteral = literals.size > 0 ? /* @__PURE__ */ new Map() : void 0;
	if (byLiteral) for (const [literal, options] of literals) byLiteral.set(literal, options[0][MATCHER_SYMBOL]);
	const byType = types.size > 0 ? {} : void 0;
	if (byType) for (const [type, options] of types) byType[type] = options[0][MATCHER_SYMBOL];
	const optional = optionals[0]?.[MATCHER_SYMBOL];
	return (obj, flags) => {
		const value = obj[key];
		if (value === void 0 && !(key in obj)) return optional === void 0 ? missingValue : callMatcher(optional, obj, flags);
		const option = byType?.[toInputType(value)] ?? byLiteral?.get(value);
		return option ? callMatcher(option, obj, flags) : issue;
	};
}
function createUnionObjectMatcher(terminals) {
	const objects = [];
	const keyCounts = /* @__PURE__ */ new Map();
	for (const { root, terminal } of terminals) {
		if (terminal.name === "unknown") return;
		if (terminal.name === "object") {
			for (const key in terminal.shape) keyCounts.set(key, (keyCounts.get(key) ?? 0) + 1);
			objects.push({
				root,
				terminal
			});
		}
	}
	if (objects.length < 2) return;
	for (const [key, count] of keyCounts) if (count === objects.length) {
		const matcher = createObjectKeyMatcher(objects, key);
		if (matcher) return matcher;
	}
}
function createUnionBaseMatcher(terminals) {
	const { expectedTypes, literals, types, unknowns, optionals } = groupTerminals(terminals);
	const issue = types.size === 0 && unknowns.length === 0 ? {
		ok: false,
		code: "invalid_literal",
		expected: [...literals.keys()]
	} : {
		ok: false,
		code: "invalid_type",
		expected: expectedTypes
	};
	const byLiteral = literals.size > 0 ? /* @__PURE__ */ new Map() : void 0;
	if (byLiteral) for (const [literal, options] of literals) byLiteral.set(literal, options.map((t) => t[MATCHER_SYMBOL]));
	const byType = types.size > 0 ? {} : void 0;
	if (byType) for (const [type, options] of types) byType[type] = options.map((t) => t[MATCHER_SYMBOL]);
	const optionalMatchers = optionals.map((t) => t[MATCHER_SYMBOL]);
	const unknownMatchers = unknowns.map((t) => t[MATCHER_SYMBOL]);
	return (value, flags) => {
		const options = flags & FLAG_MISSING_VALUE ? optionalMatchers : byType?.[toInputType(value)] ?? byLiteral?.get(value) ?? unknownMatchers;
		let count = 0;
		let issueTree = issue;
		for (let i = 0; i < options.length; i++) {
			const r = callMatcher(options[i], value, flags);
			if (r === void 0 || r.ok) return r;
			issueTree = count > 0 ? joinIssues(issueTree, r) : r;
			count++;
		}
		if (count > 1) return {
			ok: false,
			code: "invalid_union",
			tree: issueTree
		};
		return issueTree;
	};
}
var UnionType = class extends Type {
	name = "union";
	options;
	constructor(options) {
		super();
		this.options = options;
	}
	_toTerminals(func) {
		for (const option of this.options) option._toTerminals(func);
	}
	get [MATCHER_SYMBOL]() {
		const flattened = [];
		for (const option of this.options) option._toTerminals((terminal) => {
			flattened.push({
				root: option,
				terminal
			});
		});
		const base = createUnionBaseMatcher(flattened);
		const object = createUnionObjectMatcher(flattened);
		return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_UNION, (v, f) => object !== void 0 && isObject(v) ? object(v, f) : base(v, f)), false);
	}
};
const STRICT = Object.freeze({ mode: "strict" });
const STRIP = Object.freeze({ mode: "strip" });
const PASSTHROUGH = Object.freeze({ mode: "passthrough" });
function flagsToOptions(flags) {
	return flags & FLAG_FORBID_EXTRA_KEYS ? STRICT : flags & FLAG_STRIP_EXTRA_KEYS ? STRIP : PASSTHROUGH;
}
var TransformType = class TransformType extends Type {
	name = "transform";
	#transformed;
	#transform;
	constructor(transformed, transform) {
		super();
		this.#transformed = transformed;
		this.#transform = transform;
	}
	get [MATCHER_SYMBOL]() {
		const chain = [];
		let next = this;
		while (next instanceof TransformType) {
			chain.push(next.#transform);
			next = next.#transformed;
		}
		chain.reverse();
		const matcher = next[MATCHER_SYMBOL];
		const undef = ok(void 0);
		return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_TRANSFORM, (v, flags) => {
			let result = callMatcher(matcher, v, flags);
			if (result !== void 0 && !result.ok) return result;
			let current;
			if (result !== void 0) current = result.value;
			else if (flags & FLAG_MISSING_VALUE) {
				current = void 0;
				result = undef;
			} else current = v;
			for (let i = 0; i < chain.length; i++) {
				const r = chain[i](current, flags);
				if (r !== void 0) {
					if (!r.ok) return r;
					current = r.value;
					result = r;
				}
			}
			return result;
		}), false);
	}
	_toTerminals(func) {
		this.#transformed._toTerminals(func);
	}
};
function singleton(name, tag, match) {
	const value = taggedMatcher(tag, match);
	class SimpleType extends Type {
		name;
		[MATCHER_SYMBOL];
		constructor() {
			super();
			this.name = name;
			this[MATCHER_SYMBOL] = value;
		}
	}
	const instance = new SimpleType();
	return /*#__NO_SIDE_EFFECTS__*/ () => instance;
}
/**
* Create a validator that matches any value,
* analogous to the TypeScript type `unknown`.
*/
const unknown = /*#__PURE__*/ singleton("unknown", TAG_UNKNOWN, () => void 0);
/**
* Create a validator that matches any string value.
*/
const string = /*#__PURE__*/ singleton("string", TAG_STRING, (v) => typeof v === "string" ? void 0 : ISSUE_EXPECTED_STRING);
/**
* Create a validator that matches any number value.
*/
const number = /*#__PURE__*/ singleton("number", TAG_NUMBER, (v) => typeof v === "number" ? void 0 : ISSUE_EXPECTED_NUMBER);
/**
* Create a validator that matches any boolean value.
*/
const boolean = /*#__PURE__*/ singleton("boolean", TAG_BOOLEAN, (v) => typeof v === "boolean" ? void 0 : ISSUE_EXPECTED_BOOLEAN);
/**
* Create a validator that matches `null`.
*/
const null_ = /*#__PURE__*/ singleton("null", TAG_NULL, (v) => v === null ? void 0 : ISSUE_EXPECTED_NULL);
/**
* Create a validator that matches `undefined`.
*/
const undefined_ = /*#__PURE__*/ singleton("undefined", TAG_UNDEFINED, (v) => v === void 0 ? void 0 : ISSUE_EXPECTED_UNDEFINED);
var LiteralType = class extends Type {
	name = "literal";
	[MATCHER_SYMBOL];
	value;
	constructor(value) {
		super();
		const issue = {
			ok: false,
			code: "invalid_literal",
			expected: [value]
		};
		this[MATCHER_SYMBOL] = taggedMatcher(TAG_LITERAL, (v) => v === value ? void 0 : issue);
		this.value = value;
	}
};
/**
* Create a validator for a specific string, number, bigint or boolean value.
*/
const literal = (value) => {
	return /*#__PURE__*/ new LiteralType(value);
};
/**
* Create a validator for an object type.
*/
const object = (obj) => {
	return /*#__PURE__*/ new ObjectType(obj, void 0);
};
/**
* Create a validator for a record type `Record<string, T>`,
* where `T` is the output type of the given subvalidator.
*/
const record = (valueType) => {
	return /*#__PURE__*/ new ObjectType({}, valueType ?? unknown());
};
/**
* Create a validator for an array type `T[]`,
* where `T` is the output type of the given subvalidator.
*/
const array = (item) => {
	return /*#__PURE__*/ new ArrayOrTupleType([], item ?? unknown(), []);
};
/**
* Create a validator that matches any type `T1 | T2 | ... | Tn`,
* where `T1`, `T2`, ..., `Tn` are the output types of the given subvalidators.
*
* This is analogous to how TypeScript's union types are constructed.
*/
const union = (...options) => {
	return /*#__PURE__*/ new UnionType(options);
};
// src/inputs/permissions.ts
const FORMS$2 = "Write `read`, `write`, or both for every name in `databases`; or one line `NAME: read, write` per database; or `none`";
/** Other keys are ignored: `influxctl token list` prints an `id` for each permission. */
const permissionsJson = array(object({
	action: union(...ACTIONS.map((action) => literal(action))),
	resource: string()
}).rest(unknown()).map(({ action, resource }) => ({
	action,
	resource
})));
/** typesPermissions tells whether somebody has typed any, or databases for them. */
function typesPermissions(inputs) {
	return inputs.permissions !== "" || inputs.databases !== "";
}
/** readTypedPermissions reads `databases`, `permissions` and `check-databases`. Notes every fault. */
function readTypedPermissions(inputs, faults) {
	return {
		permissions: readPermissions(inputs, faults),
		checkDatabases: readBoolean(inputs, "check-databases", faults),
		databasesTypedIn: inputs.databases === "" ? "permissions" : "databases"
	};
}
/**
* readPermissions reads `databases` and `permissions` together, in any of their forms: actions for every database, a line per
* database, `none`, and the JSON of the output `permissions`. Collects every input error; the result is incomplete then.
*/
function readPermissions(inputs, faults) {
	const databases = readDatabases(inputs, faults);
	const text = inputs.permissions;
	if (text === "") {
		faults.add("permissions", `is required. ${FORMS$2}.`);
		return [];
	}
	const json = parseObjects(text, faults);
	if (json !== void 0) {
		refuseDatabases(databases, "the JSON in `permissions` names them itself", faults);
		return json;
	}
	const lines = readLines(inputs, "permissions", faults);
	if (lines === void 0) return [];
	if (lines.length === 1 && lines[0] === "none") {
		refuseDatabases(databases, "`permissions: none` grants nothing", faults);
		return [];
	}
	if (lines.some((line) => line.includes(":") || isAssignment(line))) {
		refuseDatabases(databases, "`permissions` names them itself", faults);
		return mergePermissions(lines.flatMap((line) => parseMappingLine(line, faults)));
	}
	if (lines.length === 0) {
		faults.add("permissions", `contains only comments. ${FORMS$2}.`);
		return [];
	}
	if (inputs.databases === "") faults.add("databases", "is required with this form of `permissions`: the databases that it applies to.");
	return grants(parseActions(lines.flatMap(itemsOf), faults, shortFormHint), databases);
}
/** readDatabases reads the names in `databases`. Collects every input error. */
function readDatabases(inputs, faults) {
	const names = readList(inputs, "databases", faults);
	if (names === void 0) return [];
	if (inputs.databases !== "" && names.length === 0) faults.add("databases", "contains only comments.");
	for (const name of names) if (!isDatabaseName(name)) faults.add("databases", notAName(name));
	return names;
}
function notAName(name) {
	const rule = joinedByFolding(name, isDatabaseName) ? FOLDING_HINT : `${DATABASE_NAME_RULE}.`;
	return `${quote(name)} is not a valid database name. ${rule}`;
}
function refuseDatabases(databases, why, faults) {
	if (databases.length > 0) faults.add("databases", `must be empty, because ${why}.`);
}
/** `metrics=read` is how other tools write a line. */
function isAssignment(line) {
	const [, actions] = line.split("=");
	return actions !== void 0 && itemsOf(actions).some((item) => meantActions(item).length > 0);
}
function parseMappingLine(line, faults) {
	const refuse = (message) => {
		faults.add("permissions", message);
		return [];
	};
	if (line === "none") return refuse("`none` must be the only line. Remove it, or the other lines.");
	const separator = /[:=]/.exec(line);
	if (separator === null) return refuse(`${quote(line)} names no database. Did you mean \`NAME: ${line}\`?`);
	const name = line.slice(0, separator.index).trim();
	const items = itemsOf(line.slice(separator.index + 1));
	const meant = items.flatMap(meantActions);
	if (isAction(name) && items.length > 0 && meant.length === 0) {
		const turned = items.filter(isDatabaseName).map((item) => `\`${item}: ${name}\``);
		const hint = turned.length > 0 ? ` Did you mean ${turned.join(" and ")}?` : "";
		return refuse(`${quote(line)} is the wrong way around.${hint}`);
	}
	if (!isDatabaseName(name)) return refuse(`${quote(name)} in ${quote(line)} is not a valid database name. ${DATABASE_NAME_RULE}.`);
	if (items.length === 0) return refuse(`${quote(line)} has no action. Did you mean \`${name}: read\`?`);
	if (separator[0] === "=") return refuse(`${quote(line)} has a "=" instead of a colon. Did you mean \`${mappingLine(name, meant)}\`?`);
	const wrong = items.filter((item) => !isAction(item));
	if (wrong.length === 0) return grants(items.filter(isAction), [name]);
	const hint = meant.length > 0 && wrong.every((item) => meantActions(item).length > 0) ? `Did you mean \`${mappingLine(name, meant)}\`?` : "Write one line `NAME: read, write` per database.";
	return refuse(`${wrong.map(quote).join(", ")} in ${quote(line)} is not \`read\` or \`write\`. ${hint}`);
}
function mappingLine(name, actions) {
	return `${name}: ${ACTIONS.filter((action) => actions.includes(action)).join(", ")}`;
}
function parseActions(items, faults, hint) {
	for (const item of items) if (!isAction(item)) faults.add("permissions", `${quote(item)} is not \`read\` or \`write\`. ${hint(item)}`);
	return items.filter(isAction);
}
function shortFormHint(item) {
	if (item === "none") return "`none` must be the only line.";
	const meant = meantActions(item);
	return meant.length > 0 ? `Did you mean \`${meant.join(", ")}\`?` : `${FORMS$2}.`;
}
/** What people and other products write for an action, in lower case and with letters only. */
const SYNONYMS = {
	r: ["read"],
	ro: ["read"],
	reads: ["read"],
	reader: ["read"],
	readonly: ["read"],
	w: ["write"],
	wo: ["write"],
	writes: ["write"],
	writer: ["write"],
	writeonly: ["write"],
	rw: ["read", "write"],
	wr: ["read", "write"],
	readwrite: ["read", "write"],
	writeread: ["read", "write"],
	readandwrite: ["read", "write"],
	both: ["read", "write"],
	all: ["read", "write"],
	admin: ["read", "write"]
};
/** meantActions are the actions that a text probably stands for; none where nobody can tell. */
function meantActions(text) {
	const typed = text.toLowerCase().replaceAll(/[^a-z]/g, "");
	if (isAction(typed)) return [typed];
	return Object.hasOwn(SYNONYMS, typed) ? SYNONYMS[typed] ?? [] : [];
}
/** What commas separate in a line that is known to be sound as a line. */
function itemsOf(line) {
	const list = parseList(line);
	return "items" in list ? list.items : [line];
}
/** parseObjects reads the JSON form; undefined where the text is not JSON with objects. */
function parseObjects(text, faults) {
	const json = contentLines(text).join("\n");
	if (!/^\[\s*(?:\{|\]|$)/.test(json) && !json.startsWith("{")) {
		if (!isEncodedTwice(json)) return void 0;
		faults.add("permissions", "is JSON that was encoded twice. Remove one `toJSON(…)`.");
		return [];
	}
	let value;
	try {
		value = JSON.parse(json);
	} catch {
		faults.add("permissions", `${quote(json)} starts like JSON but is not valid JSON. ${FORMS$2}.`);
		return [];
	}
	const parsed = permissionsJson.try(value);
	if (!parsed.ok) {
		faults.add("permissions", "is JSON, but not a list such as `[{\"action\":\"read\",\"resource\":\"metrics\"}]` with the actions `read` and `write`.");
		return [];
	}
	for (const { resource } of parsed.value) if (!isDatabaseName(resource)) faults.add("permissions", notAName(resource));
	return mergePermissions(parsed.value);
}
function isAction(text) {
	return ACTIONS.includes(text);
}
// src/inputs/filter.ts
const STATUSES = [
	"active",
	"expired",
	"revoked",
	"all"
];
/** readFilter reads which tokens to list. The run is read only for a scope that is compared with it. Notes every fault. */
function readFilter(inputs, readRun, faults) {
	const status = readStatus(inputs, faults);
	const pattern = inputs["description-pattern"];
	const expiresWithinMs = readExpiresWithin(inputs, faults);
	if (status === "expired" && expiresWithinMs !== void 0) faults.add("expires-within", "looks ahead, and `status: expired` back: no token is both. Leave one of them out.");
	return {
		status,
		scope: readScope(inputs.scope || "cluster", readRun, faults),
		databases: readDatabases(inputs, faults),
		...inputs.kinds === "" ? {} : { kinds: readKinds(inputs, faults) },
		...pattern === "" ? {} : { pattern: parseGlob(pattern) },
		...expiresWithinMs === void 0 ? {} : { expiresWithinMs }
	};
}
function readStatus(inputs, faults) {
	const choice = {
		input: "status",
		values: STATUSES,
		synonyms: {
			any: "all",
			live: "active"
		}
	};
	return readChoice(givenOrDefault(inputs, "status"), choice, faults) ?? "all";
}
function readKinds(inputs, faults) {
	const choice = {
		input: "kinds",
		values: LISTED_KINDS,
		synonyms: { none: "untagged" }
	};
	const kinds = readList(inputs, "kinds", faults) ?? [];
	if (inputs.kinds !== "" && kinds.length === 0) faults.add("kinds", "contains only comments.");
	return kinds.flatMap((kind) => readChoice(kind, choice, faults) ?? []);
}
function readExpiresWithin(inputs, faults) {
	if (inputs["expires-within"] === "") return void 0;
	return readDuration(inputs, "expires-within", {
		least: 1,
		most: Number.POSITIVE_INFINITY,
		rule: "at least 1s, since what expires within nothing has expired"
	}, faults);
}
const SCOPE = {
	input: "scope",
	values: [
		"repository",
		"organization",
		"cluster"
	],
	synonyms: {
		repo: "repository",
		org: "organization",
		owner: "organization",
		account: "cluster",
		all: "cluster"
	}
};
/** readScope reads whose tokens are meant. Notes a fault, and returns the cluster then. */
function readScope(text, readRun, faults) {
	if (text === "repository") {
		const { server, repositoryId } = readRun();
		return {
			kind: "repository",
			server,
			repositoryId
		};
	}
	if (text === "organization") {
		const { server, repository } = readRun();
		return {
			kind: "organization",
			server,
			owner: repository.split("/")[0] ?? ""
		};
	}
	readChoice(text, SCOPE, faults);
	return { kind: "cluster" };
}
// src/request/cleanup.ts
/** A pattern with less is no pattern but everything. */
const FEWEST_LITERALS = 3;
/** readCleanupRequest reads what `cleanup` needs. Notes every fault. */
function readCleanupRequest({ inputs, common, readRun, faults }) {
	const run = readRun();
	const scope = readScope(inputs.scope || "repository", () => run, faults);
	const pattern = readPattern(inputs, inputs.scope === "cluster", faults);
	const maxAgeMs = readMaxAge(inputs, faults);
	return {
		operation: "cleanup",
		...common,
		run,
		order: {
			scope,
			...pattern ? { pattern } : {},
			...maxAgeMs === void 0 ? {} : { maxAgeMs }
		},
		maxRevocations: readCount(inputs, "max-revocations", 1e6, faults),
		githubToken: readGithubToken(inputs, "github-token", faults),
		dryRun: readBoolean(inputs, "dry-run", faults)
	};
}
/** Whoever cleans up everybody's tokens must say which. */
function readPattern(inputs, required, faults) {
	const text = inputs["description-pattern"];
	const pattern = text === "" ? void 0 : parseGlob(text);
	if (required && (pattern?.literals ?? 0) < FEWEST_LITERALS) faults.add("description-pattern", `with \`scope: cluster\` this needs at least ${FEWEST_LITERALS} characters that stand for themselves, such as \`load test*\`: it would revoke tokens of everybody.`);
	return pattern;
}
function readMaxAge(inputs, faults) {
	if (inputs["max-age"] === "") return void 0;
	return readDuration(inputs, "max-age", UP_TO_TEN_YEARS, faults);
}
// src/inputs/activation-timeout.ts
/** readActivationTimeout reads how long to wait for a token to be accepted, in milliseconds; 0: do not probe. */
function readActivationTimeout(inputs, faults) {
	return readDuration(inputs, "activation-timeout", {
		least: 0,
		most: 86400,
		rule: "waiting takes at most 24h, and 0 does not probe"
	}, faults);
}
// src/inputs/description.ts
/** Without the tag, which the action appends. */
const LONGEST = 200;
/** C0, DEL, C1 and the line and paragraph separators. */
const CONTROL$1 = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** readDescription reads what the token is for, without a tag; undefined when it is not given. Notes every fault. */
function readDescription(inputs, faults) {
	const text = inputs.description;
	if (text === "") return void 0;
	const length = [...text].length;
	if (length > LONGEST) faults.add("description", `has ${length} characters, ${LONGEST} are allowed.`);
	if (CONTROL$1.test(text)) faults.add("description", "holds a line break or control character: use one plain line.");
	if (parseTagged(text)) faults.add("description", "ends in a tag like [gha:…]. The action appends its own: remove this one.");
	else if (recordIn(text) !== "") faults.add("description", "ends in a record like [gha-suspended:…]. Only the action writes those: remove it.");
	return text;
}
/**
* defaultDescription names workflow and job. Names of workflows are free text: what a description may not hold is left
* out, not refused.
*/
function defaultDescription({ workflow, job }) {
	return [...`${workflow} / ${job}`.replaceAll(new RegExp(CONTROL$1, "g"), "")].slice(0, LONGEST).join("").trim();
}
// src/inputs/expiry.ts
/** What a token gets that dies with its job: the server's own end, should every other fail. */
const BACKSTOP_SECONDS = 86400;
/** A token that outlives its job and less than this is a typing error: `6m` is not six months. */
const SHORTEST_LASTING_SECONDS = 3600;
const FORMS$1 = `${DURATION_EXAMPLES}; a date such as \`2027-01-31T00:00:00Z\` (RFC 3339, any offset); or \`never\``;
/**
* readExpiry reads `expires-at`: RFC 3339, a duration from now, or `never`. Sub-seconds are cut, as the API wants it.
* A token that dies with its job gets 24 hours when nothing is given; one that `outlives` it must say, and at least an
* hour. `now` is in milliseconds since 1970. Notes every fault; what it returns then means nothing.
*/
function readExpiry(inputs, outlives, now, faults) {
	const text = inputs["expires-at"];
	const seconds = Math.floor(now / 1e3);
	if (text === "") {
		if (outlives) faults.add("expires-at", `is required with \`skip-token-revoke: true\`, because nothing else ends this token. ${FORMS$1}.`);
		return (seconds + BACKSTOP_SECONDS) * 1e3;
	}
	if (text === "never") return "never";
	const duration = parseDuration(text);
	const instant = duration === void 0 ? parseInstant(text) : withinCalendar((seconds + duration) * 1e3);
	if (instant === void 0) {
		faults.add("expires-at", `${quote(text)} ${notAnExpiry(text)}`);
		return "never";
	}
	const expiresAt = Math.floor(instant / 1e3);
	if (expiresAt * 1e3 <= now) faults.add("expires-at", `${quote(text)} is not in the future. The runner's clock says ${formatInstant(seconds * 1e3)}.`);
	else if (outlives && expiresAt - seconds < SHORTEST_LASTING_SECONDS) faults.add("expires-at", `${quote(text)} is ${formatDuration(expiresAt - seconds)} from now. A token that outlives its job needs at least 1h.${minutesHint(text)}`);
	return expiresAt * 1e3;
}
/** Why a text is not an expiry, and what to write instead: the rest of a sentence, and one more. */
function notAnExpiry(text) {
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `is a day without a time. Did you mean \`${text}T00:00:00Z\`?`;
	if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) return `is a date without an offset. Did you mean \`${(/:\d{2}:/.test(text) ? text : `${text}:00`).replace(" ", "T")}Z\` (UTC)?`;
	const offset = /[+-]\d{4}$/.exec(text)?.[0];
	if (offset && text.includes(":")) return `has an offset without a colon. Did you mean \`${`${text.slice(0, -4)}${offset.slice(1, 3)}:${offset.slice(3)}`}\`?`;
	if (/^(?:never|none|no|infinite|infinity|forever|unlimited)$/i.test(text)) return "is not an expiry. Did you mean `never`?";
	if (/^\d{9,}$/.test(text)) return `is a number without a unit. ${FORMS$1}.`;
	const durations = suggestDurations(text).map((suggestion) => `\`${suggestion}\``);
	return durations.length > 0 ? `is not an expiry. Did you mean ${durations.join(" or ")}?` : `is neither a duration nor a date before the year 10000. ${FORMS$1}.`;
}
function minutesHint(text) {
	return /^\d+m$/.test(text) ? ` The unit \`m\` is minutes. Write months as days, such as \`${30 * Number.parseInt(text, 10)}d\`.` : "";
}
// src/request/create.ts
/** readCreateRequest reads what `create` needs. Notes every fault. */
function readCreateRequest({ inputs, common, readRun, now, faults }) {
	const run = readRun();
	const keep = readBoolean(inputs, "skip-token-revoke", faults);
	return {
		operation: "create",
		...common,
		run,
		description: readDescription(inputs, faults) ?? defaultDescription(run),
		grants: readTypedPermissions(inputs, faults),
		expiresAt: readExpiry(inputs, keep, now, faults),
		activationTimeoutMs: readActivationTimeout(inputs, faults),
		keep,
		failOnRevokeError: readBoolean(inputs, "fail-on-revoke-error", faults),
		dryRun: readBoolean(inputs, "dry-run", faults)
	};
}
// src/inputs/token-ids.ts
const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** A database token, a management token, a JWT, or any other long text without a separator. */
const LIKE_A_TOKEN = /apiv\d|^m\.v\d|^eyj|[\w+/=.-]{40,}/i;
/** readTokenId reads the one ID in `token-id`. Anything else is an input error. */
function readTokenId(inputs, faults) {
	const ids = readIds(inputs, faults);
	if (ids !== void 0 && ids.length !== 1 && ids.every(isUuid)) faults.add("token-id", `contains ${ids.length} IDs. This operation needs exactly one.`);
	return ids?.[0] ?? "";
}
/**
* readTokenIds reads the IDs in `token-id`: any list, also the JSON array that the outputs with IDs contain. `[]` means that
* there is nothing to do. An ID typed twice counts once.
*/
function readTokenIds(inputs, faults) {
	const ids = readIds(inputs, faults);
	if (ids?.length === 0 && !isJsonArray(inputs["token-id"])) faults.add("token-id", "contains no ID. Write `[]` if there is nothing to do.");
	return ids ?? [];
}
/** Undefined after an input error about the list as a whole. */
function readIds(inputs, faults) {
	if (inputs["token-id"] === "") {
		faults.add("token-id", "is required: the ID of the token, a UUID.");
		return;
	}
	if (LIKE_A_TOKEN.test(inputs["token-id"].replaceAll(ANY_UUID, " "))) {
		faults.add("token-id", "looks like a token, not like the ID of one. The ID is the UUID in the output `token-id` or from `operation: list`. If the token is visible in your workflow file, revoke it.");
		return;
	}
	const ids = readList(inputs, "token-id", faults);
	for (const id of ids ?? []) if (!isUuid(id)) faults.add("token-id", notAnId(id));
	return ids && withoutRepetitions(ids);
}
/** Another output wrote it, so that an empty one is no mistake. */
function isJsonArray(text) {
	return contentLines(text)[0]?.startsWith("[") ?? false;
}
function withoutRepetitions(ids) {
	return [...new Map(ids.toReversed().map((id) => [id.toLowerCase(), id])).values()].reverse();
}
function notAnId(text) {
	if (joinedByFolding(text, isUuid)) return `${quote(text)} is several IDs. ${FOLDING_HINT}`;
	const found = text.match(ANY_UUID) ?? [];
	const hint = found.length === 1 ? `Did you mean \`${found[0]}\`?` : "The ID of a token looks like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.";
	return `${quote(text)} is not a UUID. ${hint}`;
}
// src/request/get.ts
/** readGetRequest reads what `get` needs. Notes every fault. */
function readGetRequest({ inputs, common, faults }) {
	return {
		operation: "get",
		...common,
		tokenId: readTokenId(inputs, faults)
	};
}
// src/request/list.ts
/** readListRequest reads what `list` needs. Notes every fault. */
function readListRequest({ inputs, common, readRun, faults }) {
	return {
		operation: "list",
		...common,
		filter: readFilter(inputs, readRun, faults),
		failOnMatch: readBoolean(inputs, "fail-on-match", faults)
	};
}
// src/request/revoke.ts
/** readRevokeRequest reads what `revoke` needs. Notes every fault. */
function readRevokeRequest({ inputs, common, faults }) {
	return {
		operation: "revoke",
		...common,
		tokenIds: readTokenIds(inputs, faults),
		dryRun: readBoolean(inputs, "dry-run", faults)
	};
}
// src/github/names.ts
/** SECRET_NAME_RULE ends every message about a name that no secret can have. */
const SECRET_NAME_RULE = "Use letters, digits, and `_`, without a leading digit or `GITHUB_`";
/** isSecretName tells whether GitHub lets a secret have a name. */
function isSecretName(text) {
	return /^(?!github_)[a-z_][a-z0-9_]*$/i.test(text);
}
/** isOwnerName tells whether a text has the syntax of an account's or an organization's name. */
function isOwnerName(text) {
	return /^(?!\.{1,2}$)[\w.-]+$/.test(text);
}
/** parseRepository reads OWNER/REPO; undefined for anything else. */
function parseRepository(text) {
	const [owner, repo, ...more] = text.split("/");
	if (owner === void 0 || repo === void 0 || more.length > 0) return void 0;
	return isOwnerName(owner) && isOwnerName(repo) ? {
		owner,
		repo
	} : void 0;
}
/**
* isEnvironmentName tells whether an environment can be reached under a name. Nearly any text is one; but a URL would
* take `..` for a way up, however it is encoded.
*/
function isEnvironmentName(text) {
	return !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(text);
}
// src/inputs/secret-holder.ts
const KINDS = [
	"repo",
	"env",
	"dependabot",
	"org"
];
/**
* parseHolder reads what stands before the `=` of a line of `store-in`. Returns what is wrong with it, as the rest of a
* sentence, where it names no holder of secrets.
*/
function parseHolder(text, own) {
	const [typed = "", ...rest] = text.split(":");
	const place = rest.length > 0 ? rest.join(":").trim() : void 0;
	switch (typed.trim()) {
		case "repo": return inRepository("repository", place, own) ?? wrongRepository("repo", own);
		case "dependabot": return inRepository("dependabot", place, own) ?? wrongRepository("dependabot", own);
		case "env": return inEnvironment(place ?? "", own) ?? wrongEnvironment(own);
		case "org": return place !== void 0 && isOwnerName(place) ? {
			kind: "organization",
			owner: place
		} : `does not name an organization. Write \`org:${own.owner} = NAME\`.`;
		default: return unknownKind(typed.trim(), place);
	}
}
function inRepository(kind, place, own) {
	const repository = place === void 0 ? own : parseRepository(place);
	return repository && {
		kind,
		...repository
	};
}
/** With two slashes or more an environment of another repository is meant: its own name may hold them as well. */
function inEnvironment(place, own) {
	const [owner, repo, ...rest] = place.split("/");
	const elsewhere = rest.length > 0;
	const repository = elsewhere ? parseRepository(`${owner}/${repo}`) : own;
	const environment = elsewhere ? rest.join("/") : place;
	return repository && isEnvironmentName(environment) ? {
		kind: "environment",
		...repository,
		environment
	} : void 0;
}
function wrongRepository(kind, { owner, repo }) {
	return `does not name a repository. Write \`${kind} = NAME\` for this repository (${owner}/${repo}), or \`${kind}:OWNER/REPO = NAME\`.`;
}
function wrongEnvironment({ owner, repo }) {
	return `does not name an environment. Write \`env:ENVIRONMENT = NAME\` for an environment of this repository (${owner}/${repo}), or \`env:OWNER/REPO/ENVIRONMENT = NAME\`. An \`env:\` with two or more slashes is always read as OWNER/REPO/ENVIRONMENT.`;
}
function unknownKind(typed, place) {
	const meant = KINDS.find((kind) => typed.toLowerCase().startsWith(kind)) ?? nearestName(typed, KINDS);
	return `does not say where the secret is.${(meant && ` Did you mean \`${meant}${place === void 0 ? "" : `:${place}`} = NAME\`?`) ?? ""} Use \`repo\`, \`env:ENVIRONMENT\`, \`dependabot\`, or \`org:OWNER\`.`;
}
// src/inputs/store-in.ts
const LATER_STEPS = "later-steps";
const FORMS = "`repo = NAME`, `env:ENVIRONMENT = NAME`, `dependabot = NAME`, `repo:OWNER/REPO = NAME`, `env:OWNER/REPO/ENVIRONMENT = NAME`, `dependabot:OWNER/REPO = NAME`, `org:OWNER = NAME` or `later-steps`";
/** readStoreIn reads who receives the token. `repository` is this run's OWNER/REPO. Notes every fault. */
function readStoreIn(inputs, repository, faults) {
	const [owner = "", repo = ""] = repository.split("/");
	const items = readList(inputs, "store-in", faults);
	if (items === void 0) return {
		targets: [],
		laterSteps: false
	};
	if (items.length === 0) faults.add("store-in", `is required: where to store the token, one target per line. Use ${FORMS}.`);
	const targets = /* @__PURE__ */ new Map();
	for (const item of items.filter((one) => one !== LATER_STEPS)) {
		const target = parseTarget(item, {
			owner,
			repo
		});
		if (typeof target === "string") faults.add("store-in", `${quote(item)} ${target}`);
		else if (!targets.has(keyOf(target))) targets.set(keyOf(target), target);
	}
	return {
		targets: [...targets.values()],
		laterSteps: items.includes(LATER_STEPS)
	};
}
/** Returns what is wrong with an item, as the rest of a sentence, where it names no secret. */
function parseTarget(item, own) {
	const at = item.lastIndexOf("=");
	if (at < 0) return lackingName(item, own);
	const [place, name] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
	if (looksLikeLaterSteps(place)) return `has a secret name, but \`${LATER_STEPS}\` writes no secret. Write \`${LATER_STEPS}\` on a line of its own.`;
	const holder = parseHolder(place, own);
	if (typeof holder === "string") return isPlace(name, own) && isSecretName(place) ? `is the wrong way around. Did you mean \`${name} = ${place}\`?` : holder;
	if (!isSecretName(name)) return `does not end in a valid secret name. ${SECRET_NAME_RULE}.`;
	return {
		holder,
		name,
		label: item
	};
}
function lackingName(item, own) {
	if (looksLikeLaterSteps(item)) return `is not a target. Did you mean \`${LATER_STEPS}\`?`;
	if (isPlace(item, own)) return `has no secret name. Write \`${item} = NAME\`.`;
	if (isSecretName(item)) return `does not say where the secret is. Did you mean \`repo = ${item}\`?`;
	return `is not a target. Use ${FORMS}.`;
}
function isPlace(text, own) {
	return typeof parseHolder(text, own) === "object";
}
function looksLikeLaterSteps(text) {
	return /^later[\s_-]*steps?$/i.test(text);
}
/** The same for all spellings of a secret: no name of GitHub's depends on case. */
function keyOf({ holder, name }) {
	const { kind, owner } = holder;
	const repo = holder.kind === "organization" ? "" : holder.repo;
	const environment = holder.kind === "environment" ? holder.environment : "";
	return JSON.stringify([
		kind,
		owner,
		repo,
		environment,
		name
	]).toLowerCase();
}
// src/request/rotate.ts
/** readRotateRequest reads what `rotate` needs. Notes every fault. */
function readRotateRequest({ inputs, common, readRun, now, faults }) {
	const run = readRun();
	const description = readDescription(inputs, faults);
	const tokenId = inputs["token-id"] === "" ? void 0 : readTokenId(inputs, faults);
	if (description === void 0 && tokenId === void 0) faults.add("description", "this or `token-id` is required: it names the series of tokens that replace one another.");
	const grants = typesPermissions(inputs) ? readTypedPermissions(inputs, faults) : void 0;
	const expiresAt = inputs["expires-at"] === "" ? void 0 : readExpiry(inputs, true, now, faults);
	const renewBeforeMs = readRenewBefore(inputs, expiresAt, now, faults);
	const activationTimeoutMs = readActivationTimeout(inputs, faults);
	const unproven = activationTimeoutMs === 0 || inputs.permissions === "none";
	const storeIn = readStoreIn(inputs, run.repository, faults);
	if (storeIn.targets.length > 0 && inputs["store-token"] === "") faults.add("store-token", "is required for the secrets in `store-in`: a token of a GitHub App, or a fine-grained PAT, that may write them. The job's own token never may.");
	return {
		operation: "rotate",
		...common,
		run,
		...description === void 0 ? {} : { description },
		...tokenId === void 0 ? {} : { tokenId },
		...grants ? { grants } : {},
		...expiresAt === void 0 ? {} : { expiresAt },
		storeIn,
		storeToken: readGithubToken(inputs, "store-token", faults),
		githubToken: readGithubToken(inputs, "github-token", faults),
		...renewBeforeMs === void 0 ? {} : { renewBeforeMs },
		graceMs: readGrace(inputs, unproven, faults),
		activationTimeoutMs,
		dryRun: readBoolean(inputs, "dry-run", faults)
	};
}
function readRenewBefore(inputs, expiresAt, now, faults) {
	if (inputs["renew-before"] === "") return void 0;
	const renewBeforeMs = readDuration(inputs, "renew-before", UP_TO_TEN_YEARS, faults);
	const lifetimeMs = typeof expiresAt === "number" ? expiresAt - now : Number.POSITIVE_INFINITY;
	if (lifetimeMs > 0 && renewBeforeMs >= lifetimeMs) faults.add("renew-before", `is ${formatDuration(renewBeforeMs / 1e3)}, and a token lives for ${formatDuration(Math.ceil(lifetimeMs / 1e3))} (\`expires-at\`): make it shorter, or every run would rotate.`);
	return renewBeforeMs;
}
/** Whoever retires a token at once must know that the next one works. */
function readGrace(inputs, unproven, faults) {
	const graceMs = readDuration(inputs, "grace-period", UP_TO_TEN_YEARS, faults);
	if (unproven && parseDuration(inputs["grace-period"]) === 0) faults.add("grace-period", "`0` ends the old token at once, so the new one must be probed first: it needs an `activation-timeout` and grants.");
	return graceMs;
}
// src/request/update.ts
/** readUpdateRequest reads what `update` needs. Notes every fault. */
function readUpdateRequest({ inputs, common, faults }) {
	const regrants = typesPermissions(inputs);
	const description = readDescription(inputs, faults);
	if (!regrants && description === void 0) faults.add("permissions", "this or `description` is required: say what shall change.");
	return {
		operation: "update",
		...common,
		tokenId: readTokenId(inputs, faults),
		...description === void 0 ? {} : { description },
		...regrants ? { grants: readTypedPermissions(inputs, faults) } : {},
		dryRun: readBoolean(inputs, "dry-run", faults)
	};
}
// src/request.ts
const READERS = {
	create: readCreateRequest,
	get: readGetRequest,
	list: readListRequest,
	update: readUpdateRequest,
	revoke: readRevokeRequest,
	rotate: readRotateRequest,
	cleanup: readCleanupRequest
};
/**
* parseRequest makes one request of the inputs. `readRun` reads the run, and notes errors in `faults`; it is called only for
* operations that write a tag or compare tags. `now` is in milliseconds since 1970. Throws Faults with everything
* that is wrong, those noted before included, and before anything was sent.
*/
function parseRequest(sources, readRun, now, faults) {
	const { inputs } = sources;
	const operation = givenOrDefault(inputs, "operation");
	if (!isReadable(operation)) {
		readChoice(operation, OPERATION, faults);
		readConnection(sources, faults);
		return faults.throwAll();
	}
	const common = { connection: readConnection(sources, faults) };
	for (const { input, message } of foreignInputs(inputs, operation)) faults.add(input, message);
	const request = READERS[operation]({
		inputs,
		common,
		readRun,
		now,
		faults
	});
	faults.throwIfAny();
	return request;
}
/** What people call an operation, in lower case. */
const OPERATION = {
	input: "operation",
	values: Object.keys(READERS),
	synonyms: {
		add: "create",
		new: "create",
		show: "get",
		read: "get",
		ls: "list",
		change: "update",
		edit: "update",
		delete: "revoke",
		remove: "revoke",
		renew: "rotate",
		replace: "rotate",
		rotation: "rotate",
		clean: "cleanup",
		prune: "cleanup"
	}
};
function isReadable(operation) {
	return Object.hasOwn(READERS, operation);
}
// src/runner/event-file.ts
/** GitHub's largest event payload is 25 MB. */
const MAX_BYTES = 33554432;
/** readEventRepositoryId reads `repository.id` of the event file. Whatever the file contains, it does not throw. */
function readEventRepositoryId(path) {
	if (!path) return missing("`GITHUB_EVENT_PATH` is not set");
	let event;
	try {
		const file = (0, node_fs.statSync)(path);
		if (!file.isFile()) return missing("`GITHUB_EVENT_PATH` is not a file");
		if (file.size > MAX_BYTES) return missing("it is larger than 32 MiB");
		event = JSON.parse((0, node_fs.readFileSync)(path, "utf8"));
	} catch {
		return missing("it cannot be read as JSON");
	}
	const id = asDigits(property(property(event, "repository"), "id"));
	return id === void 0 ? missing("it has no `repository.id`") : {
		kind: "found",
		id
	};
}
/** A number beyond 2^53 has lost digits, so it could be another repository's. */
function asDigits(value) {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return String(value);
	return typeof value === "string" && /^\d{1,20}$/.test(value) ? value : void 0;
}
function property(value, name) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function missing(why) {
	return {
		kind: "missing",
		why
	};
}
// src/runner/context.ts
/**
* readRunContext reads the run from the runner's variables, for operations that write a tag or compare tags. A value that
* does not fit into a tag is an input error, because a token whose tag cannot be parsed would belong to nobody. Notes every
* error; what it returns then is not usable.
*/
function readRunContext(env, faults) {
	return {
		server: readServer(env, faults),
		repository: readPart(env, "GITHUB_REPOSITORY", "repository", faults),
		repositoryId: readRepositoryId(env, faults),
		runId: readPart(env, "GITHUB_RUN_ID", "runId", faults),
		runAttempt: env["GITHUB_RUN_ATTEMPT"] ? readPart(env, "GITHUB_RUN_ATTEMPT", "runAttempt", faults) : "1",
		workflow: env["GITHUB_WORKFLOW"] ?? "workflow",
		job: env["GITHUB_JOB"] ?? "job",
		githubApiUrl: (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, "")
	};
}
const EXAMPLES = {
	GITHUB_SERVER_URL: "https://github.com",
	GITHUB_REPOSITORY: "acme/web",
	GITHUB_REPOSITORY_ID: "4711",
	GITHUB_RUN_ID: "8812345678",
	GITHUB_RUN_ATTEMPT: "1"
};
function readServer(env, faults) {
	const url = env["GITHUB_SERVER_URL"] ?? "";
	const server = URL.canParse(url) ? new URL(url).host.toLowerCase() : "";
	if (!fits("server", server)) noteWrong("GITHUB_SERVER_URL", url, faults);
	return server;
}
/** GitHub sets the variable. Gitea, Forgejo, and act do not, but their event file has the ID. */
function readRepositoryId(env, faults) {
	if (env["GITHUB_REPOSITORY_ID"]) return readPart(env, "GITHUB_REPOSITORY_ID", "repositoryId", faults);
	const event = readEventRepositoryId(env["GITHUB_EVENT_PATH"]);
	if (event.kind === "found") return event.id;
	faults.add("GITHUB_REPOSITORY_ID", `is not set, and the event file does not replace it: ${event.why}. Set the variable to a number that no other repository of this server has, in the workflow: \`env: GITHUB_REPOSITORY_ID: "4711"\`. Nothing was sent.`);
	return "";
}
function readPart(env, name, part, faults) {
	const value = env[name] ?? "";
	if (!fits(part, value)) noteWrong(name, value, faults);
	return value;
}
function fits(part, value) {
	return new RegExp(`^${TAG_GRAMMAR[part]}$`).test(value);
}
function noteWrong(name, value, faults) {
	const what = value === "" ? "is not set" : `is ${quote(value)}, which does not fit into a tag`;
	faults.add(name, `${what}. The runner sets this variable, for example to \`${EXAMPLES[name]}\`. In a container or a script of your own, pass it on unchanged: the action marks each token with the run that created it. Nothing was sent.`);
}
// src/format-count.ts
/** formatCount writes a whole number for people: `1,200`. By hand, since what Node has for it takes 10 ms to load. */
function formatCount(count) {
	return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
// src/server-text.ts
/** "Start of text" and "end of text": control characters, which no text keeps on its way into the log. */
const START = "";
const END = "";
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKS = /[\u0002\u0003]/g;
/**
* markServerText marks a text of a server inside a message of ours. Which credentials are known is decided only when a
* message is printed, so the place that prints it checks every marked text, and no place that builds a message has to.
*/
function markServerText(text) {
	return text === "" ? "" : `${START}${text.replaceAll(MARKS, "")}${END}`;
}
/** replaceServerTexts replaces each marked text in a message, marks included. */
function replaceServerTexts(message, replace) {
	return message.replaceAll(MARKED, (_, serverText) => replace(serverText));
}
// src/runner/plain-text.ts
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** What is left of C0 and C1, and DEL. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
/** .NET compares texts as people read them: a zero-width space between the colons of `::` would hide them from us alone. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LEADING_COMMAND = /^(\s*):(?=:)/;
/** What most texts are made of, and nothing above is in it. */
const PRINTABLE_ASCII = /^[ -~]*$/;
/**
* plainText makes one line of a text that no workflow command can hide in. GitHub's runner looks for `::` at the
* beginning of a line, after any white space, and for `##[` anywhere in it.
*/
function plainText(text) {
	return oneLine(text).replaceAll("##[", "# #[").replace(LEADING_COMMAND, "$1: ");
}
function oneLine(text) {
	if (PRINTABLE_ASCII.test(text)) return text;
	return text.toWellFormed().replaceAll(LINE_BREAKS_AND_TABS, " ").replaceAll(CONTROL, "").replaceAll(INVISIBLE, "");
}
// src/runner/markdown.ts
/** HTML and the beginnings of links become entities, since a backslash does not stop them; the rest gets a backslash. */
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;
/** A bullet or a number begins a list, even inside the item of another list. */
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;
/**
* escapeMarkdown makes a summary show a text from outside as it is, in one line: no Markdown, HTML, or formula in it has
* any effect, and no address becomes a link.
*/
function escapeMarkdown(text) {
	return plainText(text).replaceAll(SPECIAL, (special) => /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`).replace(LIST_MARKER, (_, blank, bullet = "", number = "") => bullet === "" ? `${blank}${number}\\.` : `${blank}\\${bullet}`);
}
// src/runner/timeline.ts
/** All but letters, digits and a few signs that mean nothing to Mermaid. */
const NOT_PLAIN = /[^\p{L}\p{N}._/-]+/gu;
const LONGEST_LABEL = 40;
/**
* renderTimeline writes a chart that GitHub draws: https://mermaid.js.org/syntax/gantt.html. Labels go through `safe`; each
* gets a number, because a line that begins with one of Mermaid's own words would be taken for it.
*/
function renderTimeline(bars, safe) {
	return [
		"```mermaid",
		"gantt",
		"  dateFormat YYYY-MM-DDTHH:mm:ss",
		"  axisFormat %Y-%m-%d",
		...bars.map(({ label, from, to }, index) => {
			const shown = shorten(safe(markServerText(label)), LONGEST_LABEL).replaceAll(NOT_PLAIN, " ").trim();
			return `  ${index + 1} ${shown} :${chartTime(from)}, ${chartTime(to)}`;
		}),
		"```"
	];
}
/** Without a zone, so that both ends are in the same one. */
function chartTime(instant) {
	return new Date(instant).toISOString().slice(0, 19);
}
// src/runner/summary.ts
/** GitHub takes 1 MiB of a step's summary and shows nothing of a longer one; what comes after a table needs room too. */
const LARGEST_TABLE_BYTES = 9e5;
/** A list may come after a table. */
const LARGEST_LIST_BYTES = 1e5;
const LONGEST_CELL = 300;
/** A fact stands alone in its row: what is granted on a hundred databases is to be seen. */
const LONGEST_FACT = 1e4;
/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
function renderSection(section, safe) {
	const heading = [`### ${section.title}`, ""];
	if ("items" in section) return lines(heading, list(section.items, safe));
	if ("bars" in section) return lines(heading, renderTimeline(section.bars, safe));
	if ("facts" in section) return lines(heading, [
		"| | |",
		"|---|---|",
		...section.facts.map(([name, value]) => `| ${name} | ${cell(value, LONGEST_FACT, safe)} |`)
	]);
	return lines(heading, table(section, safe));
}
function lines(...parts) {
	return [...parts.flat(), ""].join("\n");
}
function list(items, safe) {
	const { written, left } = fitting(items, (item) => `- ${escapeMarkdown(shorten(safe(item), LONGEST_FACT))}`, LARGEST_LIST_BYTES);
	return left === 0 ? written : [
		...written,
		"",
		`${tooMany(left)} The log holds all.`
	];
}
function table({ head, rows, more = "" }, safe) {
	const cells = /* @__PURE__ */ new Map();
	const cellOf = (text) => {
		const written = cells.get(text) ?? cell(text, LONGEST_CELL, safe);
		cells.set(text, written);
		return written;
	};
	const { written, left } = fitting(rows, (row) => `| ${row.map(cellOf).join(" | ")} |`, LARGEST_TABLE_BYTES);
	return [
		`| ${head.join(" | ")} |`,
		`|${"---|".repeat(head.length)}`,
		...written,
		...left === 0 ? [] : ["", `${tooMany(left)} ${more}`.trim()]
	];
}
function cell(text, longest, safe) {
	return escapeMarkdown(shorten(safe(markServerText(text)), longest));
}
/** As many of the first lines as fit into so many bytes, and how many are left. */
function fitting(items, write, most) {
	const written = [];
	let bytes = 0;
	for (const item of items) {
		const line = write(item);
		bytes += Buffer.byteLength(line) + 1;
		if (bytes > most) break;
		written.push(line);
	}
	return {
		written,
		left: items.length - written.length
	};
}
function tooMany(left) {
	return `And ${formatCount(left)} more, too many for a summary.`;
}
// src/runner/workflow-command.ts
/**
* The few commands of GitHub's runner that this action gives, written here and not taken from @actions/core: that would
* be a third of the bundle, and loads node:crypto for random delimiters and node:fs/promises at its top, which together
* take longer than everything else before the first request (`npm run bench`).
* Formats: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
*/
const STDOUT = 1;
/** formatCommand is one line that the runner carries out and does not show as it is. */
function formatCommand(name, message, title = "") {
	return `::${name}${title === "" ? "" : ` title=${escapeProperty(title)}`}::${escapeData(message)}`;
}
/** formatFileCommand is an entry for the files of state and outputs, in the form for values of any content. */
function formatFileCommand(name, value) {
	let delimiter = "ghadelimiter_end";
	while (value.includes(delimiter)) delimiter += "_";
	return `${name}<<${delimiter}${node_os.EOL}${value}${node_os.EOL}${delimiter}${node_os.EOL}`;
}
/**
* printLines writes lines to stdout, and returns when they have left the process: a mask must not be overtaken by
* whatever comes next, not even by a kill. (process.stdout does not promise that everywhere, and takes a millisecond to
* set up.)
*/
function printLines(lines) {
	let rest = Buffer.from(lines.map((line) => line + node_os.EOL).join(""));
	while (rest.length > 0) rest = rest.subarray(writeSome(rest));
}
/** A pipe that is full says EAGAIN when somebody has made it non-blocking. */
function writeSome(bytes) {
	try {
		return (0, node_fs.writeSync)(STDOUT, bytes);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "EAGAIN") {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
			return 0;
		}
		throw error;
	}
}
/** Outputs and state can contain credentials. */
const OWNER_ONLY = 384;
/**
* appendToFile adds to one of the runner's files, in one write, so that a kill cannot leave half an entry. Throws a
* Failure, which never shows the text.
*/
function appendToFile(env, variable, text) {
	try {
		(0, node_fs.appendFileSync)(pathIn(env, variable), text, { mode: OWNER_ONLY });
	} catch (error) {
		throw new Failure("The runner's files cannot be written", `The file in \`${variable}\` cannot be written: ${asSentence(error)} If the step has created a token and not delivered it, the post step revokes it. ${writeHint(error)}`, { cause: error });
	}
}
/**
* writeTemporaryFile writes a file that only its owner can read into the runner's folder for temporary files, and
* returns its path. A file or link that has the name already is left as it is. Throws a Failure, and leaves no part of
* the file.
*/
function writeTemporaryFile(env, name, text) {
	try {
		const path = (0, node_path.join)(pathIn(env, "RUNNER_TEMP"), name);
		writeNewFile(path, text);
		return path;
	} catch (error) {
		throw new Failure("No file written", `A file in \`RUNNER_TEMP\` cannot be written: ${asSentence(error)} ${writeHint(error)}`, { cause: error });
	}
}
function writeNewFile(path, text) {
	const file = (0, node_fs.openSync)(path, "wx", OWNER_ONLY);
	try {
		(0, node_fs.writeFileSync)(file, text);
	} catch (error) {
		(0, node_fs.rmSync)(path, { force: true });
		throw error;
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
var NotSet = class extends Error {};
function pathIn(env, variable) {
	const path = env[variable] ?? "";
	if (path === "") throw new NotSet(`the variable \`${variable}\` is not set`);
	return path;
}
function writeHint(error) {
	if (error instanceof NotSet) return "GitHub's runner sets it for each step. Run the action as a step of a job, and do not change the variable.";
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	if (code === "EACCES" || code === "EPERM") return `The user of this step${process.getuid === void 0 ? "" : ` (ID ${process.getuid()})`} is not allowed to write there. In a job container, use the user that owns the runner's files: \`container: options: --user root\`.`;
	if (code === "EEXIST") return "A file of this name exists already. Run the job again.";
	return "Check the disk of the runner.";
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
// src/runner/runner.ts
/** GitHub takes outputs of up to 1 MB each. */
const LARGEST_OUTPUT_BYTES = 1e6;
/** fitsIntoOutput tells whether GitHub takes a text as an output. */
function fitsIntoOutput(text) {
	return Buffer.byteLength(text) <= LARGEST_OUTPUT_BYTES;
}
/** Name of the one piece of state. */
const STATE = "ledger";
/** actionsRunner is the real runner: workflow commands on stdout, and the files that the environment names. */
function actionsRunner(secrets, env) {
	const safe = (text) => secrets.safeText(text);
	const annotate = (name) => (title, message) => printLines([formatCommand(name, safe(message), safe(title))]);
	return {
		info: (line) => printLines([safe(line)]),
		debug: (line) => printLines([formatCommand("debug", safe(line))]),
		notice: annotate("notice"),
		warning: annotate("warning"),
		error: annotate("error"),
		outputs: (outputs) => {
			appendToFile(env, "GITHUB_OUTPUT", Object.entries(outputs).map(([name, value]) => formatFileCommand(name, value)).join(""));
		},
		token: (secret) => appendToFile(env, "GITHUB_OUTPUT", formatFileCommand("token", secret.reveal())),
		writeFile: (name, text) => writeTemporaryFile(env, name, text),
		saveState: (state) => appendToFile(env, "GITHUB_STATE", formatFileCommand(STATE, state)),
		summary: (section) => {
			try {
				appendToFile(env, "GITHUB_STEP_SUMMARY", `${renderSection(section, safe)}\n`);
			} catch (error) {
				printLines([formatCommand("debug", safe(`The summary could not be written: ${asSentence(error)}`))]);
			}
		}
	};
}
/** readInput is the trimmed text of an input; empty when it was not given. */
function readInput(env, name) {
	return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
/** readState is what main has saved, in the post step; empty when it saved nothing. */
function readState(env) {
	return env[`STATE_${STATE}`] ?? "";
}
// src/tokens/masking.ts
/** Shorter texts occur in any log by chance: to mask them would hide the log and protect nothing. */
const MIN_FORM_LENGTH = 4;
/**
* `base64` and `openssl base64` break lines after 76 and 64 characters, so a line can begin at any group of four.
* A line is hidden in whole blocks: of what begins or ends a line, fewer than 16 characters are left to be seen.
*/
const BLOCK_LENGTH = 16;
/**
* maskingForms lists the texts that hide a secret in a log, each once: its lines (a program prints line by line), their
* URL-encoded forms, and their base64. GitHub's runner masks base64 only of a secret that stands alone and is not
* wrapped, in the standard alphabet. Nothing shorter than 4 characters is listed, so a secret that short has no forms.
*/
function maskingForms(secret) {
	const forms = secret.split(/[\r\n]+/).map((line) => line.trim()).filter(isMaskable).flatMap((line) => [
		line,
		...urlEncodedForms(line),
		...base64Forms(line)
	]);
	return [...new Set(forms)].filter(isMaskable);
}
function isMaskable(form) {
	return form.length >= MIN_FORM_LENGTH;
}
/** Encoders differ in what they keep: Python's `quote` keeps `/`, others keep `=`. Hex digits are of either case. */
function urlEncodedForms(secret) {
	const component = encodeURIComponent(secret.toWellFormed());
	return [
		component,
		component.replaceAll(/[!'()*]/g, percentEncoded),
		component.replaceAll(/[!'()~]/g, percentEncoded).replaceAll("%20", "+")
	].flatMap((form) => [form, form.replaceAll("%2F", "/")]).flatMap((form) => [form, form.replaceAll("%3D", "=")]).flatMap((form) => [form, form.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase())]);
}
function percentEncoded(char) {
	return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** In both alphabets, as one piece and in blocks. */
function base64Forms(secret) {
	const bytes = Buffer.from(secret, "utf8");
	return [
		0,
		1,
		2
	].flatMap((alignment) => {
		const { core, firstGroup } = base64Core(bytes, alignment);
		return [core, ...blocksOf(core.slice(firstGroup))];
	}).flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
/**
* base64Core encodes bytes behind `alignment` unknown ones, and keeps only the characters that these bytes alone
* decide: no padding, nothing shared with a neighbor. `firstGroup` is where the first whole group of four begins.
*/
function base64Core(bytes, alignment) {
	const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString("base64");
	const start = Math.ceil(alignment * 8 / 6);
	const end = Math.floor((alignment + bytes.length) * 8 / 6);
	return {
		core: encoded.slice(start, end),
		firstGroup: (4 - start) % 4
	};
}
/**
* Blocks follow one another without overlap: four times as many would cost the runner four times as much, to hide one
* more block for each line break.
*/
function blocksOf(groups) {
	const count = Math.floor(groups.length / BLOCK_LENGTH);
	return Array.from({ length: count }, (_, block) => groups.slice(block * BLOCK_LENGTH, (block + 1) * BLOCK_LENGTH));
}
// src/runner/decode-escapes.ts
/** HTML's names of the printable ASCII characters, in lower case. */
const ENTITIES = {
	excl: "!",
	quot: "\"",
	num: "#",
	dollar: "$",
	percnt: "%",
	amp: "&",
	apos: "'",
	lpar: "(",
	rpar: ")",
	ast: "*",
	midast: "*",
	plus: "+",
	comma: ",",
	period: ".",
	sol: "/",
	colon: ":",
	semi: ";",
	lt: "<",
	equals: "=",
	gt: ">",
	quest: "?",
	commat: "@",
	lsqb: "[",
	lbrack: "[",
	bsol: "\\",
	rsqb: "]",
	rbrack: "]",
	hat: "^",
	lowbar: "_",
	underbar: "_",
	grave: "`",
	diacriticalgrave: "`",
	lcub: "{",
	lbrace: "{",
	verbar: "|",
	vert: "|",
	verticalline: "|",
	rcub: "}",
	rbrace: "}"
};
/** Browsers take entities without a semicolon, too. */
const ESCAPE = new RegExp([
	"&#x0*(?<hex>[\\da-f]{1,6});?",
	"&#0*(?<decimal>\\d{1,7});?",
	`&(?<entity>${Object.keys(ENTITIES).join("|")});?`,
	"(?<percent>(?:%[\\da-f]{2})+)",
	"\\\\u\\{0*(?<braced>[\\da-f]{1,6})\\}",
	"\\\\u(?<unit>[\\da-f]{4})",
	"\\\\x(?<byte>[\\da-f]{2})",
	"\\\\(?<control>[bfnrtv0])",
	"\\\\(?<char>[^a-z\\d])"
].join("|"), "gi");
/** decodeEscapes decodes HTML entities, percent escapes, and JSON and JavaScript escapes once, in one pass. */
function decodeEscapes(text) {
	return text.replaceAll(ESCAPE, (written, ...rest) => {
		const { hex, decimal, entity, percent, braced, unit, byte, control, char } = rest.at(-1);
		if (entity !== void 0) return ENTITIES[entity.toLowerCase()] ?? written;
		if (percent !== void 0) return Buffer.from(percent.replaceAll("%", ""), "hex").toString("utf8");
		if (control !== void 0) return " ";
		if (char !== void 0) return char;
		if (decimal !== void 0) return character(Number(decimal), written);
		return character(Number.parseInt(hex ?? braced ?? unit ?? byte ?? "", 16), written);
	});
}
/** What is no character stays as it is. */
function character(code, written) {
	return code <= 1114111 ? String.fromCodePoint(code) : written;
}
// src/runner/credential-overlap.ts
/** So many characters in a row are no coincidence. */
const FRAGMENT_LENGTH = 10;
/** No honest server escapes a text more often. */
const MAX_DECODINGS = 8;
/** How a credential of a known kind begins. The first part of a JWT names only its algorithm. */
const PUBLIC_BEGINNING = /^(?:github_pat_|gh[a-z]_(?:\d+_)?|apiv\d+_|M\.V1\.)?(?:eyJ[\w-]+\.(?=[\w-]+\.[\w-]))?/;
/** White space and invisible characters could separate the characters of a credential. */
const SEPARATORS = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;
/** credentialFragments lists every 10 characters in a row of a credential, its public beginning aside. */
function credentialFragments(credential) {
	return fragmentsOf(withoutSeparators(credential).replace(PUBLIC_BEGINNING, ""));
}
/**
* repeatsCredential tells whether a text contains one of the fragments, as it is or after its escapes are decoded, up
* to 8 times. A text with still more layers counts as repeating one, because nobody can tell. Takes time linear in the
* text, whatever the number of fragments.
*/
function repeatsCredential(text, fragments) {
	if (fragments.size === 0) return false;
	let layer = withoutSeparators(text);
	for (let decodings = 0; decodings <= MAX_DECODINGS; decodings++) {
		if (fragmentsOf(layer).some((fragment) => fragments.has(fragment))) return true;
		const decoded = withoutSeparators(decodeEscapes(layer));
		if (decoded === layer) return false;
		layer = decoded;
	}
	return true;
}
function fragmentsOf(text) {
	const count = Math.max(0, text.length - FRAGMENT_LENGTH + 1);
	return Array.from({ length: count }, (_, start) => text.slice(start, start + FRAGMENT_LENGTH));
}
function withoutSeparators(text) {
	return text.replaceAll(SEPARATORS, "");
}
// src/runner/secrets.ts
/** As many characters as the shortest form of a credential has. */
const START_LENGTH = 4;
const WITHHELD = "[the server's text is withheld: it repeats part of a credential]";
/**
* Secrets masks credentials: for the runner, which then hides them in everything that it shows, and for our own texts,
* because an error of the API can repeat what it was sent.
*/
var Secrets = class {
	/** What is masked, by its first characters. */
	#forms = /* @__PURE__ */ new Map();
	/** Finds where a form could begin, faster than a look at each place. Undefined while nothing is masked. */
	#starts;
	#fragments = /* @__PURE__ */ new Set();
	/** mask is called with a credential as soon as it is received, before anything else is printed. */
	mask(secret) {
		const forms = maskingForms(secret).filter((form) => !this.#formsLike(form, 0).has(form));
		if (forms.length === 0) return;
		printLines(forms.map((form) => formatCommand("add-mask", form)));
		for (const form of forms) this.#forms.set(form.slice(0, START_LENGTH), this.#formsLike(form, 0).add(form));
		this.#starts = new RegExp(`(?=${[...this.#forms.keys()].map(escaped).join("|")})`, "g");
		for (const fragment of credentialFragments(secret)) this.#fragments.add(fragment);
	}
	/**
	* safeText is a text as it can be printed: in one line, without workflow commands and without credentials. A server's
	* text in it that repeats part of a credential is withheld entirely.
	*/
	safeText(text) {
		const checked = replaceServerTexts(text, (serverText) => repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText);
		return this.redact(plainText(this.redact(checked)));
	}
	/**
	* redact replaces every known form of every credential by `***`, and forms that touch or overlap by one. Takes time
	* linear in the text, whatever the number of credentials.
	*/
	redact(text) {
		if (this.#starts === void 0) return text;
		let redacted = "";
		let hiddenUpTo = -1;
		for (const { index: at } of text.matchAll(this.#starts)) {
			const length = this.#longestFormAt(text, at);
			if (length === 0) continue;
			if (at > hiddenUpTo) redacted += `${text.slice(Math.max(hiddenUpTo, 0), at)}***`;
			hiddenUpTo = Math.max(hiddenUpTo, at + length);
		}
		return redacted + text.slice(Math.max(hiddenUpTo, 0));
	}
	#longestFormAt(text, at) {
		let longest = 0;
		for (const form of this.#formsLike(text, at)) if (form.length > longest && text.startsWith(form, at)) longest = form.length;
		return longest;
	}
	#formsLike(text, at) {
		return this.#forms.get(text.slice(at, at + START_LENGTH)) ?? /* @__PURE__ */ new Set();
	}
};
/** A regular expression for a text as it is. */
function escaped(text) {
	return text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** maskCredentials masks what a step is given: the credentials among its inputs, and the password of a proxy. */
function maskCredentials(secrets, given, env) {
	for (const credential of [...given, ...proxyPasswords(env)]) secrets.mask(credential);
}
/**
* proxyPasswords finds the passwords in the proxy settings of an environment, as written and decoded. What cannot be
* read as a URL holds no password that anything could use.
*/
function proxyPasswords(env) {
	return [
		"https_proxy",
		"HTTPS_PROXY",
		"http_proxy",
		"HTTP_PROXY"
	].map((name) => env[name] ?? "").flatMap((setting) => {
		const url = [setting, `http://${setting}`].find((text) => URL.canParse(text) && new URL(text).password !== "");
		if (url === void 0) return [];
		const { password } = new URL(url);
		return [password, decoded(password)];
	});
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
Object.defineProperty(exports, "Failure", {
	enumerable: true,
	get: function() {
		return Failure;
	}
});
Object.defineProperty(exports, "Failures", {
	enumerable: true,
	get: function() {
		return Failures;
	}
});
Object.defineProperty(exports, "FaultList", {
	enumerable: true,
	get: function() {
		return FaultList;
	}
});
Object.defineProperty(exports, "Faults", {
	enumerable: true,
	get: function() {
		return Faults;
	}
});
Object.defineProperty(exports, "Secret", {
	enumerable: true,
	get: function() {
		return Secret;
	}
});
Object.defineProperty(exports, "Secrets", {
	enumerable: true,
	get: function() {
		return Secrets;
	}
});
Object.defineProperty(exports, "actionsRunner", {
	enumerable: true,
	get: function() {
		return actionsRunner;
	}
});
Object.defineProperty(exports, "array", {
	enumerable: true,
	get: function() {
		return array;
	}
});
Object.defineProperty(exports, "asSentence", {
	enumerable: true,
	get: function() {
		return asSentence;
	}
});
Object.defineProperty(exports, "boolean", {
	enumerable: true,
	get: function() {
		return boolean;
	}
});
Object.defineProperty(exports, "carrying", {
	enumerable: true,
	get: function() {
		return carrying;
	}
});
Object.defineProperty(exports, "credentialsIn", {
	enumerable: true,
	get: function() {
		return credentialsIn;
	}
});
Object.defineProperty(exports, "describePermissions", {
	enumerable: true,
	get: function() {
		return describePermissions;
	}
});
Object.defineProperty(exports, "err", {
	enumerable: true,
	get: function() {
		return err;
	}
});
Object.defineProperty(exports, "explain", {
	enumerable: true,
	get: function() {
		return explain;
	}
});
Object.defineProperty(exports, "failureOnly", {
	enumerable: true,
	get: function() {
		return failureOnly;
	}
});
Object.defineProperty(exports, "fitsIntoOutput", {
	enumerable: true,
	get: function() {
		return fitsIntoOutput;
	}
});
Object.defineProperty(exports, "formatCount", {
	enumerable: true,
	get: function() {
		return formatCount;
	}
});
Object.defineProperty(exports, "formatDuration", {
	enumerable: true,
	get: function() {
		return formatDuration;
	}
});
Object.defineProperty(exports, "formatInstant", {
	enumerable: true,
	get: function() {
		return formatInstant;
	}
});
Object.defineProperty(exports, "formatPermissions", {
	enumerable: true,
	get: function() {
		return formatPermissions;
	}
});
Object.defineProperty(exports, "formatSecond", {
	enumerable: true,
	get: function() {
		return formatSecond;
	}
});
Object.defineProperty(exports, "formatServerDate", {
	enumerable: true,
	get: function() {
		return formatServerDate;
	}
});
Object.defineProperty(exports, "formatTagged", {
	enumerable: true,
	get: function() {
		return formatTagged;
	}
});
Object.defineProperty(exports, "formatTokens", {
	enumerable: true,
	get: function() {
		return formatTokens;
	}
});
Object.defineProperty(exports, "grantsAnyDatabase", {
	enumerable: true,
	get: function() {
		return grantsAnyDatabase;
	}
});
Object.defineProperty(exports, "ignoredSettings", {
	enumerable: true,
	get: function() {
		return ignoredSettings;
	}
});
Object.defineProperty(exports, "indexById", {
	enumerable: true,
	get: function() {
		return indexById;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "isSameRepository", {
	enumerable: true,
	get: function() {
		return isSameRepository;
	}
});
Object.defineProperty(exports, "isSeenRevoked", {
	enumerable: true,
	get: function() {
		return isSeenRevoked;
	}
});
Object.defineProperty(exports, "isTrustworthy", {
	enumerable: true,
	get: function() {
		return isTrustworthy;
	}
});
Object.defineProperty(exports, "isUuid", {
	enumerable: true,
	get: function() {
		return isUuid;
	}
});
Object.defineProperty(exports, "listTokens", {
	enumerable: true,
	get: function() {
		return listTokens;
	}
});
Object.defineProperty(exports, "literal", {
	enumerable: true,
	get: function() {
		return literal;
	}
});
Object.defineProperty(exports, "markServerText", {
	enumerable: true,
	get: function() {
		return markServerText;
	}
});
Object.defineProperty(exports, "maskCredentials", {
	enumerable: true,
	get: function() {
		return maskCredentials;
	}
});
Object.defineProperty(exports, "nearestName", {
	enumerable: true,
	get: function() {
		return nearestName;
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
Object.defineProperty(exports, "number", {
	enumerable: true,
	get: function() {
		return number;
	}
});
Object.defineProperty(exports, "object", {
	enumerable: true,
	get: function() {
		return object;
	}
});
Object.defineProperty(exports, "ok", {
	enumerable: true,
	get: function() {
		return ok;
	}
});
Object.defineProperty(exports, "parseInstant", {
	enumerable: true,
	get: function() {
		return parseInstant;
	}
});
Object.defineProperty(exports, "parseRepository", {
	enumerable: true,
	get: function() {
		return parseRepository;
	}
});
Object.defineProperty(exports, "parseRequest", {
	enumerable: true,
	get: function() {
		return parseRequest;
	}
});
Object.defineProperty(exports, "parseServerDate", {
	enumerable: true,
	get: function() {
		return parseServerDate;
	}
});
Object.defineProperty(exports, "parseTagged", {
	enumerable: true,
	get: function() {
		return parseTagged;
	}
});
Object.defineProperty(exports, "permissionChange", {
	enumerable: true,
	get: function() {
		return permissionChange;
	}
});
Object.defineProperty(exports, "plainDescription", {
	enumerable: true,
	get: function() {
		return plainDescription;
	}
});
Object.defineProperty(exports, "quote", {
	enumerable: true,
	get: function() {
		return quote;
	}
});
Object.defineProperty(exports, "readAccess", {
	enumerable: true,
	get: function() {
		return readAccess;
	}
});
Object.defineProperty(exports, "readInput", {
	enumerable: true,
	get: function() {
		return readInput;
	}
});
Object.defineProperty(exports, "readInputs", {
	enumerable: true,
	get: function() {
		return readInputs;
	}
});
Object.defineProperty(exports, "readRunContext", {
	enumerable: true,
	get: function() {
		return readRunContext;
	}
});
Object.defineProperty(exports, "readSources", {
	enumerable: true,
	get: function() {
		return readSources;
	}
});
Object.defineProperty(exports, "readState", {
	enumerable: true,
	get: function() {
		return readState;
	}
});
Object.defineProperty(exports, "readTextFile", {
	enumerable: true,
	get: function() {
		return readTextFile;
	}
});
Object.defineProperty(exports, "record", {
	enumerable: true,
	get: function() {
		return record;
	}
});
Object.defineProperty(exports, "reportFailure", {
	enumerable: true,
	get: function() {
		return reportFailure;
	}
});
Object.defineProperty(exports, "sameId", {
	enumerable: true,
	get: function() {
		return sameId;
	}
});
Object.defineProperty(exports, "samePermissions", {
	enumerable: true,
	get: function() {
		return samePermissions;
	}
});
Object.defineProperty(exports, "settingOf", {
	enumerable: true,
	get: function() {
		return settingOf;
	}
});
Object.defineProperty(exports, "shorten", {
	enumerable: true,
	get: function() {
		return shorten;
	}
});
Object.defineProperty(exports, "string", {
	enumerable: true,
	get: function() {
		return string;
	}
});
Object.defineProperty(exports, "systemClock", {
	enumerable: true,
	get: function() {
		return systemClock;
	}
});
Object.defineProperty(exports, "tokenStatus", {
	enumerable: true,
	get: function() {
		return tokenStatus;
	}
});
Object.defineProperty(exports, "undeclaredInputs", {
	enumerable: true,
	get: function() {
		return undeclaredInputs;
	}
});
Object.defineProperty(exports, "union", {
	enumerable: true,
	get: function() {
		return union;
	}
});
Object.defineProperty(exports, "unknown", {
	enumerable: true,
	get: function() {
		return unknown;
	}
});
Object.defineProperty(exports, "unknownDatabases", {
	enumerable: true,
	get: function() {
		return unknownDatabases;
	}
});
Object.defineProperty(exports, "unreadableExpiries", {
	enumerable: true,
	get: function() {
		return unreadableExpiries;
	}
});
Object.defineProperty(exports, "wholeSeconds", {
	enumerable: true,
	get: function() {
		return wholeSeconds;
	}
});
Object.defineProperty(exports, "whyUnreadable", {
	enumerable: true,
	get: function() {
		return whyUnreadable;
	}
});
Object.defineProperty(exports, "withConsequence", {
	enumerable: true,
	get: function() {
		return withConsequence;
	}
});
Object.defineProperty(exports, "withPlainDescription", {
	enumerable: true,
	get: function() {
		return withPlainDescription;
	}
});
Object.defineProperty(exports, "withTag", {
	enumerable: true,
	get: function() {
		return withTag;
	}
});
Object.defineProperty(exports, "withinCalendar", {
	enumerable: true,
	get: function() {
		return withinCalendar;
	}
});
