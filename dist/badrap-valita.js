"use strict";
exports.id = 118;
exports.ids = [118];
exports.modules = {

 9118:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ik: () => ( object),
   KC: () => ( union),
   L5: () => ( unknown),
   YO: () => ( array),
   Yj: () => ( string),
   _q: () => ( err),
   ai: () => ( number),
   eu: () => ( literal),
   g1: () => ( record),
   o: () => ( bigint),
   ok: () => ( ok),
   zM: () => ( boolean)
 });
function expectedType(expected) {
    return {
        ok: false,
        code: "invalid_type",
        expected,
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
    code: "missing_value",
};
function joinIssues(left, right) {
    return left ? { ok: false, code: "join", left, right } : right;
}
function prependPath(key, tree) {
    return { ok: false, code: "prepend", key, tree };
}
function cloneIssueWithPath(tree, path) {
    const code = tree.code;
    switch (code) {
        case "invalid_type":
            return { code, path, expected: tree.expected };
        case "invalid_literal":
            return { code, path, expected: tree.expected };
        case "missing_value":
            return { code, path };
        case "invalid_length":
            return {
                code,
                path,
                minLength: tree.minLength,
                maxLength: tree.maxLength,
            };
        case "unrecognized_keys":
            return { code, path, keys: tree.keys };
        case "invalid_union":
            return { code, path, issues: collectIssues(tree.tree) };
        case "custom_error":
            if (typeof tree.error === "object" && tree.error.path !== undefined) {
                path.push(...tree.error.path);
            }
            return {
                code,
                path,
                message: typeof tree.error === "string" ? tree.error : tree.error?.message,
            };
    }
}
function collectIssues(tree, path = [], issues = []) {
    for (;;) {
        if (tree.code === "join") {
            collectIssues(tree.left, path.slice(), issues);
            tree = tree.right;
        }
        else if (tree.code === "prepend") {
            path.push(tree.key);
            tree = tree.tree;
        }
        else {
            issues.push(cloneIssueWithPath(tree, path));
            return issues;
        }
    }
}
function separatedList(list, sep) {
    if (list.length === 0) {
        return "nothing";
    }
    else if (list.length === 1) {
        return list[0];
    }
    else {
        return `${list.slice(0, -1).join(", ")} ${sep} ${list[list.length - 1]}`;
    }
}
function formatLiteral(value) {
    return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}
function countIssues(tree) {
    let count = 0;
    for (;;) {
        if (tree.code === "join") {
            count += countIssues(tree.left);
            tree = tree.right;
        }
        else if (tree.code === "prepend") {
            tree = tree.tree;
        }
        else {
            return count + 1;
        }
    }
}
function formatIssueTree(tree) {
    let path = "";
    let count = 0;
    for (;;) {
        if (tree.code === "join") {
            count += countIssues(tree.right);
            tree = tree.left;
        }
        else if (tree.code === "prepend") {
            path += `.${tree.key}`;
            tree = tree.tree;
        }
        else {
            break;
        }
    }
    let message = "validation failed";
    if (tree.code === "invalid_type") {
        message = `expected ${separatedList(tree.expected, "or")}`;
    }
    else if (tree.code === "invalid_literal") {
        message = `expected ${separatedList(tree.expected.map(formatLiteral), "or")}`;
    }
    else if (tree.code === "missing_value") {
        message = `missing value`;
    }
    else if (tree.code === "unrecognized_keys") {
        const keys = tree.keys;
        message = `unrecognized ${keys.length === 1 ? "key" : "keys"} ${separatedList(keys.map(formatLiteral), "and")}`;
    }
    else if (tree.code === "invalid_length") {
        const min = tree.minLength;
        const max = tree.maxLength;
        message = `expected an array with `;
        if (min > 0) {
            if (max === min) {
                message += `${min}`;
            }
            else if (max !== undefined) {
                message += `between ${min} and ${max}`;
            }
            else {
                message += `at least ${min}`;
            }
        }
        else {
            message += `at most ${max ?? "∞"}`;
        }
        message += ` item(s)`;
    }
    else if (tree.code === "custom_error") {
        const error = tree.error;
        if (typeof error === "string") {
            message = error;
        }
        else if (error !== undefined) {
            if (error.message !== undefined) {
                message = error.message;
            }
            if (error.path !== undefined) {
                path += "." + error.path.join(".");
            }
        }
    }
    let msg = `${tree.code} at .${path.slice(1)} (${message})`;
    if (count === 1) {
        msg += ` (+ 1 other issue)`;
    }
    else if (count > 1) {
        msg += ` (+ ${count} other issues)`;
    }
    return msg;
}
function lazyProperty(obj, prop, value, enumerable) {
    Object.defineProperty(obj, prop, {
        value,
        enumerable,
        writable: false,
    });
    return value;
}
class ValitaError extends Error {
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
}
ValitaError.prototype.name = "ValitaError";
class ErrImpl {
    ok = false;
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
}
function ok(value) {
    return { ok: true, value };
}
function err(error) {
    return new ErrImpl({ ok: false, code: "custom_error", error });
}
function isObject(v) {
    return typeof v === "object" && v !== null && !Array.isArray(v);
}
const FLAG_FORBID_EXTRA_KEYS = 1 << 0;
const FLAG_STRIP_EXTRA_KEYS = 1 << 1;
const FLAG_MISSING_VALUE = 1 << 2;
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
const TAG_OTHER = 15;
const taggedMatcher = (tag, match) => {
    return { tag, match };
};
function callMatcher(matcher, value, flags) {
    switch (matcher.tag) {
        case TAG_UNKNOWN:
            return undefined;
        case TAG_NEVER:
            return ISSUE_EXPECTED_NOTHING;
        case TAG_STRING:
            return typeof value === "string" ? undefined : ISSUE_EXPECTED_STRING;
        case TAG_NUMBER:
            return typeof value === "number" ? undefined : ISSUE_EXPECTED_NUMBER;
        case TAG_BIGINT:
            return typeof value === "bigint" ? undefined : ISSUE_EXPECTED_BIGINT;
        case TAG_BOOLEAN:
            return typeof value === "boolean" ? undefined : ISSUE_EXPECTED_BOOLEAN;
        case TAG_NULL:
            return value === null ? undefined : ISSUE_EXPECTED_NULL;
        case TAG_UNDEFINED:
            return value === undefined ? undefined : ISSUE_EXPECTED_UNDEFINED;
        case TAG_LITERAL:
            return matcher.match(value, flags);
        case TAG_OPTIONAL:
            return matcher.match(value, flags);
        case TAG_OBJECT:
            return matcher.match(value, flags);
        case TAG_ARRAY:
            return matcher.match(value, flags);
        case TAG_UNION:
            return matcher.match(value, flags);
        case TAG_SIMPLE_UNION:
            return matcher.match(value, flags);
        case TAG_TRANSFORM:
            return matcher.match(value, flags);
        default:
            return matcher.match(value, flags);
    }
}
const MATCHER_SYMBOL = Symbol.for("@valita/internal");
class AbstractType {
    assert(func, error) {
        const err = { ok: false, code: "custom_error", error };
        return new TransformType(this, (v, flags) => func(v, flagsToOptions(flags)) ? undefined : err);
    }
    map(func) {
        return new TransformType(this, (v, flags) => ({
            ok: true,
            value: func(v, flagsToOptions(flags)),
        }));
    }
    chain(input) {
        if (typeof input === "function") {
            return new TransformType(this, (v, flags) => {
                const r = input(v, flagsToOptions(flags));
                return r.ok
                    ? r
                    : r._issueTree;
            });
        }
        return new TransformType(this, (v, flags) => callMatcher(input[MATCHER_SYMBOL], v, flags));
    }
}
class Type extends AbstractType {
    optional(defaultFn) {
        const optional = new Optional(this);
        if (!defaultFn) {
            return optional;
        }
        return new TransformType(optional, (v) => {
            return v === undefined ? { ok: true, value: defaultFn() } : undefined;
        });
    }
    nullable(defaultFn) {
        const nullable = new SimpleUnion([null_(), this]);
        if (!defaultFn) {
            return nullable;
        }
        return new TransformType(nullable, (v) => {
            return v === null ? { ok: true, value: defaultFn() } : undefined;
        });
    }
    _toTerminals(func) {
        func(this);
    }
    try(v, options) {
        const r = callMatcher(this[MATCHER_SYMBOL], v, options === undefined
            ? FLAG_FORBID_EXTRA_KEYS
            : options.mode === "strip"
                ? FLAG_STRIP_EXTRA_KEYS
                : options.mode === "passthrough"
                    ? 0
                    : FLAG_FORBID_EXTRA_KEYS);
        return r === undefined || r.ok
            ? { ok: true, value: (r === undefined ? v : r.value) }
            : new ErrImpl(r);
    }
    parse(v, options) {
        const r = callMatcher(this[MATCHER_SYMBOL], v, options === undefined
            ? FLAG_FORBID_EXTRA_KEYS
            : options.mode === "strip"
                ? FLAG_STRIP_EXTRA_KEYS
                : options.mode === "passthrough"
                    ? 0
                    : FLAG_FORBID_EXTRA_KEYS);
        if (r === undefined || r.ok) {
            return (r === undefined ? v : r.value);
        }
        throw new ValitaError(r);
    }
}
class SimpleUnion extends Type {
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
                if (result === undefined || result.ok) {
                    return result;
                }
                issue = result;
            }
            return issue;
        }), false);
    }
    _toTerminals(func) {
        for (const option of this.options) {
            option._toTerminals(func);
        }
    }
}
class Optional extends AbstractType {
    name = "optional";
    type;
    constructor(type) {
        super();
        this.type = type;
    }
    optional(defaultFn) {
        if (!defaultFn) {
            return this;
        }
        return new TransformType(this, (v) => {
            return v === undefined ? { ok: true, value: defaultFn() } : undefined;
        });
    }
    get [MATCHER_SYMBOL]() {
        const matcher = this.type[MATCHER_SYMBOL];
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_OPTIONAL, (v, flags) => v === undefined || flags & FLAG_MISSING_VALUE
            ? undefined
            : callMatcher(matcher, v, flags)), false);
    }
    _toTerminals(func) {
        func(this);
        func(undefined_());
        this.type._toTerminals(func);
    }
}
function setBit(bits, index) {
    if (typeof bits !== "number") {
        const idx = index >> 5;
        for (let i = bits.length; i <= idx; i++) {
            bits.push(0);
        }
        bits[idx] |= 1 << (index % 32);
        return bits;
    }
    else if (index < 32) {
        return bits | (1 << index);
    }
    else {
        return setBit([bits, 0], index);
    }
}
function getBit(bits, index) {
    if (typeof bits === "number") {
        return index < 32 ? (bits >>> index) & 1 : 0;
    }
    else {
        return (bits[index >> 5] >>> (index % 32)) & 1;
    }
}
class ObjectType extends Type {
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
        return new ObjectType({ ...this.shape, ...shape }, this.restType);
    }
    pick(...keys) {
        const shape = {};
        for (const key of keys) {
            set(shape, key, this.shape[key]);
        }
        return new ObjectType(shape, undefined);
    }
    omit(...keys) {
        const shape = { ...this.shape };
        for (const key of keys) {
            delete shape[key];
        }
        return new ObjectType(shape, this.restType);
    }
    partial() {
        const shape = {};
        for (const key of Object.keys(this.shape)) {
            set(shape, key, this.shape[key].optional());
        }
        const rest = this.restType?.optional();
        return new ObjectType(shape, rest);
    }
}
function set(obj, key, value) {
    if (key === "__proto__") {
        Object.defineProperty(obj, key, {
            value,
            writable: true,
            enumerable: true,
            configurable: true,
        });
    }
    else {
        obj[key] = value;
    }
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
            missing: prependPath(key, ISSUE_MISSING_VALUE),
        };
    });
    const keyedEntries = Object.create(null);
    for (const entry of indexedEntries) {
        keyedEntries[entry.key] = entry;
    }
    const restMatcher = rest?.[MATCHER_SYMBOL];
    const fastPath = indexedEntries.length === 0 && rest?.name === "unknown";
    return (obj, flags) => {
        if (fastPath) {
            return undefined;
        }
        let output = undefined;
        let issues = undefined;
        let unrecognized = undefined;
        let seenBits = 0;
        let seenCount = 0;
        if (flags & (FLAG_FORBID_EXTRA_KEYS | FLAG_STRIP_EXTRA_KEYS) ||
            restMatcher !== undefined) {
            for (const key in obj) {
                const value = obj[key];
                const entry = keyedEntries[key];
                if (entry === undefined && restMatcher === undefined) {
                    if (flags & FLAG_FORBID_EXTRA_KEYS) {
                        if (unrecognized === undefined) {
                            unrecognized = [key];
                            issues = joinIssues(issues, {
                                ok: false,
                                code: "unrecognized_keys",
                                keys: unrecognized,
                            });
                        }
                        else {
                            unrecognized.push(key);
                        }
                    }
                    else if (flags & FLAG_STRIP_EXTRA_KEYS &&
                        issues === undefined &&
                        output === undefined) {
                        output = {};
                        for (let m = 0; m < indexedEntries.length; m++) {
                            if (getBit(seenBits, m)) {
                                const k = indexedEntries[m].key;
                                set(output, k, obj[k]);
                            }
                        }
                    }
                    continue;
                }
                const r = entry === undefined
                    ? callMatcher(restMatcher, value, flags)
                    : callMatcher(entry.matcher, value, flags);
                if (r === undefined) {
                    if (output !== undefined && issues === undefined) {
                        set(output, key, value);
                    }
                }
                else if (!r.ok) {
                    issues = joinIssues(issues, prependPath(key, r));
                }
                else if (issues === undefined) {
                    if (output === undefined) {
                        output = {};
                        if (restMatcher === undefined) {
                            for (let m = 0; m < indexedEntries.length; m++) {
                                if (getBit(seenBits, m)) {
                                    const k = indexedEntries[m].key;
                                    set(output, k, obj[k]);
                                }
                            }
                        }
                        else {
                            for (const k in obj) {
                                set(output, k, obj[k]);
                            }
                        }
                    }
                    set(output, key, r.value);
                }
                if (entry !== undefined) {
                    seenCount++;
                    seenBits = setBit(seenBits, entry.index);
                }
            }
        }
        if (seenCount < indexedEntries.length) {
            for (let i = 0; i < indexedEntries.length; i++) {
                if (getBit(seenBits, i)) {
                    continue;
                }
                const entry = indexedEntries[i];
                const value = obj[entry.key];
                let extraFlags = 0;
                if (value === undefined && !(entry.key in obj)) {
                    if (!entry.optional) {
                        issues = joinIssues(issues, entry.missing);
                        continue;
                    }
                    extraFlags = FLAG_MISSING_VALUE;
                }
                const r = callMatcher(entry.matcher, value, flags | extraFlags);
                if (r === undefined) {
                    if (output !== undefined && issues === undefined && !extraFlags) {
                        set(output, entry.key, value);
                    }
                }
                else if (!r.ok) {
                    issues = joinIssues(issues, prependPath(entry.key, r));
                }
                else if (issues === undefined) {
                    if (output === undefined) {
                        output = {};
                        if (restMatcher === undefined) {
                            for (let m = 0; m < indexedEntries.length; m++) {
                                if (m < i || getBit(seenBits, m)) {
                                    const k = indexedEntries[m].key;
                                    set(output, k, obj[k]);
                                }
                            }
                        }
                        else {
                            for (const k in obj) {
                                set(output, k, obj[k]);
                            }
                            for (let m = 0; m < i; m++) {
                                if (!getBit(seenBits, m)) {
                                    const k = indexedEntries[m].key;
                                    set(output, k, obj[k]);
                                }
                            }
                        }
                    }
                    set(output, entry.key, r.value);
                }
            }
        }
        if (issues !== undefined) {
            return issues;
        }
        return output && { ok: true, value: output };
    };
}
class ArrayOrTupleType extends Type {
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
        const rest = this.restType?.[MATCHER_SYMBOL] ??
            taggedMatcher(1, () => ISSUE_MISSING_VALUE);
        const minLength = prefix.length + suffix.length;
        const maxLength = this.restType ? Infinity : minLength;
        const invalidLength = {
            ok: false,
            code: "invalid_length",
            minLength,
            maxLength: maxLength === Infinity ? undefined : maxLength,
        };
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_ARRAY, (arr, flags) => {
            if (!Array.isArray(arr)) {
                return ISSUE_EXPECTED_ARRAY;
            }
            const length = arr.length;
            if (length < minLength || length > maxLength) {
                return invalidLength;
            }
            const headEnd = prefix.length;
            const tailStart = arr.length - suffix.length;
            let issueTree = undefined;
            let output = arr;
            for (let i = 0; i < arr.length; i++) {
                const entry = i < headEnd
                    ? prefix[i]
                    : i >= tailStart
                        ? suffix[i - tailStart]
                        : rest;
                const r = callMatcher(entry, arr[i], flags);
                if (r !== undefined) {
                    if (r.ok) {
                        if (output === arr) {
                            output = arr.slice();
                        }
                        output[i] = r.value;
                    }
                    else {
                        issueTree = joinIssues(issueTree, prependPath(i, r));
                    }
                }
            }
            if (issueTree) {
                return issueTree;
            }
            else if (arr === output) {
                return undefined;
            }
            else {
                return { ok: true, value: output };
            }
        }), false);
    }
    concat(type) {
        if (this.restType) {
            if (type.restType) {
                throw new TypeError("can not concatenate two variadic types");
            }
            return new ArrayOrTupleType(this.prefix, this.restType, [
                ...this.suffix,
                ...type.prefix,
                ...type.suffix,
            ]);
        }
        else if (type.restType) {
            return new ArrayOrTupleType([...this.prefix, ...this.suffix, ...type.prefix], type.restType, type.suffix);
        }
        else {
            return new ArrayOrTupleType([...this.prefix, ...this.suffix, ...type.prefix, ...type.suffix], type.restType, type.suffix);
        }
    }
}
function toInputType(v) {
    const type = typeof v;
    if (type !== "object") {
        return type;
    }
    else if (v === null) {
        return "null";
    }
    else if (Array.isArray(v)) {
        return "array";
    }
    else {
        return type;
    }
}
function dedup(arr) {
    return [...new Set(arr)];
}
function groupTerminals(terminals) {
    const order = new Map();
    const literals = new Map();
    const types = new Map();
    const unknowns = [];
    const optionals = [];
    const expectedTypes = [];
    for (const { root, terminal } of terminals) {
        order.set(root, order.get(root) ?? order.size);
        if (terminal.name === "never") {
        }
        else if (terminal.name === "optional") {
            optionals.push(root);
        }
        else if (terminal.name === "unknown") {
            unknowns.push(root);
        }
        else if (terminal.name === "literal") {
            const roots = literals.get(terminal.value) ?? [];
            roots.push(root);
            literals.set(terminal.value, roots);
            expectedTypes.push(toInputType(terminal.value));
        }
        else {
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
        }
        else {
            literals.set(value, dedup(roots.concat(unknowns)).sort(byOrder));
        }
    }
    for (const [type, roots] of types) {
        types.set(type, dedup(roots.concat(unknowns)).sort(byOrder));
    }
    return {
        types,
        literals,
        unknowns: dedup(unknowns).sort(byOrder),
        optionals: dedup(optionals).sort(byOrder),
        expectedTypes: dedup(expectedTypes),
    };
}
function createObjectKeyMatcher(objects, key) {
    const list = [];
    for (const { root, terminal } of objects) {
        terminal.shape[key]._toTerminals((t) => {
            list.push({ root, terminal: t });
        });
    }
    const { types, literals, optionals, unknowns, expectedTypes } = groupTerminals(list);
    if (unknowns.length > 0 || optionals.length > 1) {
        return undefined;
    }
    for (const roots of literals.values()) {
        if (roots.length > 1) {
            return undefined;
        }
    }
    for (const roots of types.values()) {
        if (roots.length > 1) {
            return undefined;
        }
    }
    const missingValue = prependPath(key, ISSUE_MISSING_VALUE);
    const issue = prependPath(key, types.size === 0
        ? {
            ok: false,
            code: "invalid_literal",
            expected: [...literals.keys()],
        }
        : {
            ok: false,
            code: "invalid_type",
            expected: expectedTypes,
        });
    const byLiteral = literals.size > 0 ? new Map() : undefined;
    if (byLiteral) {
        for (const [literal, options] of literals) {
            byLiteral.set(literal, options[0][MATCHER_SYMBOL]);
        }
    }
    const byType = types.size > 0 ? {} : undefined;
    if (byType) {
        for (const [type, options] of types) {
            byType[type] = options[0][MATCHER_SYMBOL];
        }
    }
    const optional = optionals[0]?.[MATCHER_SYMBOL];
    return (obj, flags) => {
        const value = obj[key];
        if (value === undefined && !(key in obj)) {
            return optional === undefined
                ? missingValue
                : callMatcher(optional, obj, flags);
        }
        const option = byType?.[toInputType(value)] ?? byLiteral?.get(value);
        return option ? callMatcher(option, obj, flags) : issue;
    };
}
function createUnionObjectMatcher(terminals) {
    const objects = [];
    const keyCounts = new Map();
    for (const { root, terminal } of terminals) {
        if (terminal.name === "unknown") {
            return undefined;
        }
        if (terminal.name === "object") {
            for (const key in terminal.shape) {
                keyCounts.set(key, (keyCounts.get(key) ?? 0) + 1);
            }
            objects.push({ root, terminal });
        }
    }
    if (objects.length < 2) {
        return undefined;
    }
    for (const [key, count] of keyCounts) {
        if (count === objects.length) {
            const matcher = createObjectKeyMatcher(objects, key);
            if (matcher) {
                return matcher;
            }
        }
    }
    return undefined;
}
function createUnionBaseMatcher(terminals) {
    const { expectedTypes, literals, types, unknowns, optionals } = groupTerminals(terminals);
    const issue = types.size === 0 && unknowns.length === 0
        ? {
            ok: false,
            code: "invalid_literal",
            expected: [...literals.keys()],
        }
        : {
            ok: false,
            code: "invalid_type",
            expected: expectedTypes,
        };
    const byLiteral = literals.size > 0 ? new Map() : undefined;
    if (byLiteral) {
        for (const [literal, options] of literals) {
            byLiteral.set(literal, options.map((t) => t[MATCHER_SYMBOL]));
        }
    }
    const byType = types.size > 0 ? {} : undefined;
    if (byType) {
        for (const [type, options] of types) {
            byType[type] = options.map((t) => t[MATCHER_SYMBOL]);
        }
    }
    const optionalMatchers = optionals.map((t) => t[MATCHER_SYMBOL]);
    const unknownMatchers = unknowns.map((t) => t[MATCHER_SYMBOL]);
    return (value, flags) => {
        const options = flags & FLAG_MISSING_VALUE
            ? optionalMatchers
            : (byType?.[toInputType(value)] ??
                byLiteral?.get(value) ??
                unknownMatchers);
        let count = 0;
        let issueTree = issue;
        for (let i = 0; i < options.length; i++) {
            const r = callMatcher(options[i], value, flags);
            if (r === undefined || r.ok) {
                return r;
            }
            issueTree = count > 0 ? joinIssues(issueTree, r) : r;
            count++;
        }
        if (count > 1) {
            return { ok: false, code: "invalid_union", tree: issueTree };
        }
        return issueTree;
    };
}
class UnionType extends Type {
    name = "union";
    options;
    constructor(options) {
        super();
        this.options = options;
    }
    _toTerminals(func) {
        for (const option of this.options) {
            option._toTerminals(func);
        }
    }
    get [MATCHER_SYMBOL]() {
        const flattened = [];
        for (const option of this.options) {
            option._toTerminals((terminal) => {
                flattened.push({ root: option, terminal });
            });
        }
        const base = createUnionBaseMatcher(flattened);
        const object = createUnionObjectMatcher(flattened);
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_UNION, (v, f) => object !== undefined && isObject(v) ? object(v, f) : base(v, f)), false);
    }
}
const STRICT = Object.freeze({ mode: "strict" });
const STRIP = Object.freeze({ mode: "strip" });
const PASSTHROUGH = Object.freeze({ mode: "passthrough" });
function flagsToOptions(flags) {
    return flags & FLAG_FORBID_EXTRA_KEYS
        ? STRICT
        : flags & FLAG_STRIP_EXTRA_KEYS
            ? STRIP
            : PASSTHROUGH;
}
class TransformType extends Type {
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
        const undef = ok(undefined);
        return lazyProperty(this, MATCHER_SYMBOL, taggedMatcher(TAG_TRANSFORM, (v, flags) => {
            let result = callMatcher(matcher, v, flags);
            if (result !== undefined && !result.ok) {
                return result;
            }
            let current;
            if (result !== undefined) {
                current = result.value;
            }
            else if (flags & FLAG_MISSING_VALUE) {
                current = undefined;
                result = undef;
            }
            else {
                current = v;
            }
            for (let i = 0; i < chain.length; i++) {
                const r = chain[i](current, flags);
                if (r !== undefined) {
                    if (!r.ok) {
                        return r;
                    }
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
}
class LazyType extends Type {
    name = "lazy";
    #definer;
    #recursing = false;
    constructor(definer) {
        super();
        this.#definer = definer;
    }
    get type() {
        return lazyProperty(this, "type", this.#definer(), true);
    }
    get [MATCHER_SYMBOL]() {
        const matcher = taggedMatcher(TAG_OTHER, (value, flags) => {
            const typeMatcher = this.type[MATCHER_SYMBOL];
            matcher.tag = typeMatcher.tag;
            matcher.match = typeMatcher.match;
            lazyProperty(this, MATCHER_SYMBOL, typeMatcher, false);
            return callMatcher(typeMatcher, value, flags);
        });
        return matcher;
    }
    _toTerminals(func) {
        if (!this.#recursing) {
            this.#recursing = true;
            try {
                this.type._toTerminals(func);
            }
            finally {
                this.#recursing = false;
            }
        }
    }
}
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
    return  () => instance;
}
const unknown =  singleton("unknown", TAG_UNKNOWN, () => undefined);
const never =  ( null);
const string =  singleton("string", TAG_STRING, (v) => (typeof v === "string" ? undefined : ISSUE_EXPECTED_STRING));
const number =  singleton("number", TAG_NUMBER, (v) => (typeof v === "number" ? undefined : ISSUE_EXPECTED_NUMBER));
const bigint =  singleton("bigint", TAG_BIGINT, (v) => (typeof v === "bigint" ? undefined : ISSUE_EXPECTED_BIGINT));
const boolean =  singleton("boolean", TAG_BOOLEAN, (v) => (typeof v === "boolean" ? undefined : ISSUE_EXPECTED_BOOLEAN));
const null_ =  singleton("null", TAG_NULL, (v) => (v === null ? undefined : ISSUE_EXPECTED_NULL));

const undefined_ =  singleton("undefined", TAG_UNDEFINED, (v) => (v === undefined ? undefined : ISSUE_EXPECTED_UNDEFINED));

class LiteralType extends Type {
    name = "literal";
    [MATCHER_SYMBOL];
    value;
    constructor(value) {
        super();
        const issue = {
            ok: false,
            code: "invalid_literal",
            expected: [value],
        };
        this[MATCHER_SYMBOL] = taggedMatcher(TAG_LITERAL, (v) => v === value ? undefined : issue);
        this.value = value;
    }
}
const literal = (value) => {
    return  new LiteralType(value);
};
const object = (obj) => {
    return  new ObjectType(obj, undefined);
};
const record = (valueType) => {
    return  new ObjectType({}, valueType ?? unknown());
};
const array = (item) => {
    return  new ArrayOrTupleType([], item ?? unknown(), []);
};
const tuple = (items) => {
    return  new ArrayOrTupleType(items, undefined, []);
};
const union = (...options) => {
    return  new UnionType(options);
};
const lazy = (definer) => {
    return new LazyType(definer);
};

 })

};
;