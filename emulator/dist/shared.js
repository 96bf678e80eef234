let node_fs = require("node:fs");
let node_path = require("node:path");
let node_os = require("node:os");
let node_crypto = require("node:crypto");
let node_http = require("node:http");
let node_stream_consumers = require("node:stream/consumers");
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
// emulator/src/messages.ts
const order = object({
	product: union(literal("dedicated"), literal("clustered")),
	databases: array(string()),
	/** The process that runs the job; left out where it cannot be seen, as from inside of a container. */
	worker: number().optional()
});
const location = object({
	apiUrl: string(),
	clusterUrl: string(),
	/** Clustered: empty, and so is the next. */
	accountId: string(),
	clusterId: string(),
	managementToken: string(),
	/** Whoever sends a POST to this URL gets a report, and stops the emulator. */
	controlUrl: string()
});
const report = object({
	created: number(),
	live: array(object({
		id: string(),
		description: string(),
		permissions: array(object({
			action: string(),
			resource: string()
		})),
		/** Milliseconds since 1970; null is never. */
		expiresAt: number().nullable()
	}))
});
/** parseOrder reads an order. Throws when it is none, as the next two do. */
function parseOrder(text) {
	return order.parse(JSON.parse(text));
}
/** parseLocation reads a message of the background process. */
function parseLocation(message) {
	return location.parse(message);
}
/** parseReport reads the answer to a stop. */
function parseReport(text) {
	return report.parse(JSON.parse(text));
}
// emulator/src/control.ts
/** It is on the same machine. */
const LONGEST_ANSWER_MS = 1e4;
/**
* openControl listens on loopback, and returns the URL by which the emulator is stopped: whoever knows it gets a report,
* and then `stop` is called.
*/
async function openControl(reportNow, stop) {
	const path = `/${(0, node_crypto.randomBytes)(16).toString("hex")}/stop`;
	const server = (0, node_http.createServer)((asked, answer) => {
		if (asked.method !== "POST" || asked.url !== path) {
			answer.writeHead(404).end();
			return;
		}
		answer.writeHead(200, {
			"Content-Type": "application/json",
			Connection: "close"
		});
		answer.end(JSON.stringify(reportNow()), stop);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return `http://127.0.0.1:${server.address().port}${path}`;
}
/** stopBy stops the emulator behind a control URL, and returns its report. Throws when it does not answer. */
async function stopBy(controlUrl) {
	return parseReport(await new Promise((resolve, reject) => {
		const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
		const asked = (0, node_http.request)(controlUrl, {
			method: "POST",
			signal
		}, (message) => {
			if (message.statusCode === 200) (0, node_stream_consumers.text)(message).then(resolve, reject);
			else reject(/* @__PURE__ */ new Error(`something else answered ${message.statusCode} in its place`));
		});
		asked.on("error", reject);
		asked.end();
	}));
}
// emulator/src/control-file.ts
const KEY = /^[0-9a-f]{32}$/;
/** As openControl makes it. */
const CONTROL_URL = /^http:\/\/127\.0\.0\.1:\d{1,5}\/[0-9a-f]{32}\/stop$/;
/**
* writeControlUrl puts a control URL into a new file in `folder`, which only its owner can read, and returns the key that
* leads to it. Only the key goes into the state, so that nothing there can name a server. Throws when it cannot be written.
*/
function writeControlUrl(folder, controlUrl) {
	const key = (0, node_crypto.randomBytes)(16).toString("hex");
	(0, node_fs.writeFileSync)(pathOf(folder, key), controlUrl, {
		mode: 384,
		flag: "wx"
	});
	return key;
}
/** readControlUrl is the URL behind a key; undefined for everything that main cannot have left. */
function readControlUrl(folder, key) {
	if (!KEY.test(key)) return void 0;
	try {
		const text = (0, node_fs.readFileSync)(pathOf(folder, key), "utf8");
		return CONTROL_URL.test(text) && URL.canParse(text) ? text : void 0;
	} catch {
		return;
	}
}
/** removeControlUrl deletes the file behind a key of writeControlUrl. */
function removeControlUrl(folder, key) {
	(0, node_fs.rmSync)(pathOf(folder, key), { force: true });
}
function pathOf(folder, key) {
	return (0, node_path.join)(folder, `influxdb-emulator-${key}`);
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
// src/inputs/list.ts
/** parseList parses a list that commas or line breaks separate. Pure. */
function parseList(text) {
	return parse(text, (line) => line.split(",").map((item) => item.trim()));
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
// src/tokens/permissions.ts
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
// src/tokens/databases.ts
/** The vendor's grammar of a database's name: 1 to 64 characters, case-sensitive, no leading underscore. */
const NAME$1 = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
/** DATABASE_NAME_RULE ends every message about a name that no database can have. */
const DATABASE_NAME_RULE = "Use 1 to 64 of `A-Z a-z 0-9 _ - /`, without a leading `_`; `*` means all databases";
/** isDatabaseName tells whether a grant can name it: a database's name, or `*`. */
function isDatabaseName(text) {
	return text === "*" || NAME$1.test(text);
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
366e4 * {
	w: 604800,
	d: 86400,
	h: 3600,
	m: 60,
	s: 1
}.d;
// src/tokens/suggest-durations.ts
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;
const MONTH_S = 30 * DAY_S;
const YEAR_S = 365 * DAY_S;
({
	...spellings(1, "s", "sec", "secs", "second", "seconds"),
	...spellings(MINUTE_S, "m", "min", "mins", "minute", "minutes"),
	...spellings(HOUR_S, "h", "hr", "hrs", "hour", "hours"),
	...spellings(DAY_S, "d", "day", "days"),
	...spellings(WEEK_S, "w", "wk", "wks", "week", "weeks"),
	...spellings(MONTH_S, "mo", "mon", "mth", "month", "months"),
	...spellings(YEAR_S, "y", "yr", "yrs", "year", "years")
});
function spellings(seconds, ...words) {
	return Object.fromEntries(words.map((word) => [word, seconds]));
}
// src/inputs/scalars.ts
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
// src/format-count.ts
/** formatCount writes a whole number for people: `1,200`. By hand, since what Node has for it takes 10 ms to load. */
function formatCount(count) {
	return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
// src/server-text.ts
/** "Start of text" and "end of text": control characters, which no text keeps on its way into the log. */
const START = "";
const END = "";
const MARKS = /[\u0002\u0003]/g;
/**
* markServerText marks a text of a server inside a message of ours. Which credentials are known is decided only when a
* message is printed, so the place that prints it checks every marked text, and no place that builds a message has to.
*/
function markServerText(text) {
	return text === "" ? "" : `${START}${text.replaceAll(MARKS, "")}${END}`;
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
// src/runner/runner.ts
/** readInput is the trimmed text of an input; empty when it was not given. */
function readInput(env, name) {
	return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
// emulator/src/inputs.ts
/** INPUTS declares the inputs and their defaults; action.yml says the same, which a test compares. */
const INPUTS = {
	product: "dedicated",
	databases: "metrics",
	"fail-on-live-tokens": "false"
};
/** readOrder reads which emulator is wanted. Throws Faults with everything that is wrong with the inputs. */
function readOrder(env) {
	const faults = new FaultList();
	const product = input(env, "product");
	if (product !== "dedicated" && product !== "clustered") faults.add("product", `${quote(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.`);
	const list = parseList(input(env, "databases"));
	const databases = "items" in list ? list.items : [];
	if ("problem" in list) faults.add("databases", list.problem);
	else if (databases.length === 0) faults.add("databases", "contains no name. Write at least one.");
	for (const name of databases) if (!isDatabaseName(name) || name === "*") faults.add("databases", `${quote(name)} is not a valid database name. ${DATABASE_NAME_RULE}.`);
	readFailOnLiveTokens(env, faults);
	faults.throwIfAny();
	return {
		product: product === "clustered" ? "clustered" : "dedicated",
		databases
	};
}
/** readFailOnLiveTokens reads the switch for the end of the job. Notes a fault and returns false otherwise. */
function readFailOnLiveTokens(env, faults) {
	return parseBoolean(input(env, "fail-on-live-tokens"), "fail-on-live-tokens", faults);
}
function input(env, name) {
	return readInput(env, name) || INPUTS[name];
}
// emulator/src/state.ts
const NAME = "control";
/** saveState replaces what the post step will read. Throws a Failure. */
function saveState(env, text) {
	appendToFile(env, "GITHUB_STATE", formatFileCommand(NAME, text));
}
/** readState is what main has saved; empty when it saved nothing. */
function readState(env) {
	return env[`STATE_${NAME}`] ?? "";
}
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
Object.defineProperty(exports, "appendToFile", {
	enumerable: true,
	get: function() {
		return appendToFile;
	}
});
Object.defineProperty(exports, "asSentence", {
	enumerable: true,
	get: function() {
		return asSentence;
	}
});
Object.defineProperty(exports, "describePermissions", {
	enumerable: true,
	get: function() {
		return describePermissions;
	}
});
Object.defineProperty(exports, "formatCommand", {
	enumerable: true,
	get: function() {
		return formatCommand;
	}
});
Object.defineProperty(exports, "formatFileCommand", {
	enumerable: true,
	get: function() {
		return formatFileCommand;
	}
});
Object.defineProperty(exports, "openControl", {
	enumerable: true,
	get: function() {
		return openControl;
	}
});
Object.defineProperty(exports, "parseLocation", {
	enumerable: true,
	get: function() {
		return parseLocation;
	}
});
Object.defineProperty(exports, "parseOrder", {
	enumerable: true,
	get: function() {
		return parseOrder;
	}
});
Object.defineProperty(exports, "plainText", {
	enumerable: true,
	get: function() {
		return plainText;
	}
});
Object.defineProperty(exports, "printLines", {
	enumerable: true,
	get: function() {
		return printLines;
	}
});
Object.defineProperty(exports, "readControlUrl", {
	enumerable: true,
	get: function() {
		return readControlUrl;
	}
});
Object.defineProperty(exports, "readFailOnLiveTokens", {
	enumerable: true,
	get: function() {
		return readFailOnLiveTokens;
	}
});
Object.defineProperty(exports, "readOrder", {
	enumerable: true,
	get: function() {
		return readOrder;
	}
});
Object.defineProperty(exports, "readState", {
	enumerable: true,
	get: function() {
		return readState;
	}
});
Object.defineProperty(exports, "removeControlUrl", {
	enumerable: true,
	get: function() {
		return removeControlUrl;
	}
});
Object.defineProperty(exports, "renderSection", {
	enumerable: true,
	get: function() {
		return renderSection;
	}
});
Object.defineProperty(exports, "saveState", {
	enumerable: true,
	get: function() {
		return saveState;
	}
});
Object.defineProperty(exports, "stopBy", {
	enumerable: true,
	get: function() {
		return stopBy;
	}
});
Object.defineProperty(exports, "writeControlUrl", {
	enumerable: true,
	get: function() {
		return writeControlUrl;
	}
});
