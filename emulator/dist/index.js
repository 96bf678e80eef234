 (() => { 
 	"use strict";
 	var __webpack_modules__ = ({

 455:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Gg: () => ( titleOf),
   dI: () => ( anchorOf)
 });
const TITLES = {
  input: 'Input …',
  'unknown-input': 'Unknown input',
  'more-errors': 'More errors',
  'influxctl-profile': 'influxctl profile',
  'state-not-saved': 'State not saved',
  'the-runners-files-cannot-be-written': "The runner's files cannot be written",
  'no-file-written': 'No file written',
  'folder-not-removed': 'Folder not removed',
  'unsupported-nodejs': 'Unsupported Node.js',
  'unexpected-error': 'Unexpected error',
  'no-connection': 'No connection',
  'no-response-in-time': 'No response in time',
  'response-too-large': 'Response too large',
  'server-asks-for-a-pause': 'Server asks for a pause',
  'not-safe-to-send': 'Not safe to send',
  'management-token-refused': 'Management token refused',
  'management-token-not-allowed': 'Management token not allowed',
  'blocked-by-a-gateway': 'Blocked by a gateway',
  'request-refused': 'Request refused',
  'not-found': 'Not found',
  'management-api-responded-with': 'Management API responded with …',
  'unreadable-response': 'Unreadable response',
  'invalid-id': 'Invalid ID',
  'all-databases': 'All databases',
  'no-expiry': 'No expiry',
  'unknown-databases': 'Unknown databases',
  'response-lost': 'Response lost',
  'no-token-created': 'No token created',
  'a-token-might-exist': 'A token might exist',
  'token-not-as-requested': 'Token not as requested',
  'token-not-accepted': 'Token not accepted',
  'token-not-probed': 'Token not probed',
  'token-not-kept': 'Token not kept',
  'tokens-found': 'Tokens found',
  'token-not-found': 'Token not found',
  'expiry-not-readable': 'Expiry not readable',
  'token-not-updated': 'Token not updated',
  'not-updated-as-requested': 'Not updated as requested',
  'token-revoked': 'Token revoked',
  'token-not-revoked': 'Token not revoked',
  'management-token-missing': 'Management token missing',
  'ledger-not-valid': 'Ledger not valid',
  'tokens-skipped': 'Tokens skipped',
  'too-many-tokens': 'Too many tokens',
  'token-not-suspended': 'Token not suspended',
  'token-was-changed': 'Token was changed',
  'token-not-restored': 'Token not restored',
  'permissions-restored': 'Permissions restored',
  canceled: 'Canceled',
  rotation: 'Rotation',
  'several-tokens-to-choose-from': 'Several tokens to choose from',
  'two-names-for-one-series': 'Two names for one series',
  'token-cannot-be-rotated': 'Token cannot be rotated',
  'a-series-with-this-name-exists': 'A series with this name exists',
  'a-rotation-is-in-progress': 'A rotation is in progress',
  'already-rotated-in-this-run': 'Already rotated in this run',
  'too-many-pending-tokens': 'Too many pending tokens',
  'nothing-to-inherit': 'Nothing to inherit',
  'lifetime-too-short': 'Lifetime too short',
  'always-due': 'Always due',
  'new-token-cannot-be-probed': 'New token cannot be probed',
  'token-not-adopted': 'Token not adopted',
  'concurrent-rotation': 'Concurrent rotation',
  'token-not-listed': 'Token not listed',
  'not-the-newest-token': 'Not the newest token',
  'token-not-stored': 'Token not stored',
  'not-stored-everywhere': 'Not stored everywhere',
  'new-token-revoked': 'New token revoked',
  'new-token-suspended': 'New token suspended',
  'token-not-promoted': 'Token not promoted',
  'nothing-retired': 'Nothing retired',
  'replaced-token-not-revoked': 'Replaced token not revoked',
  'clocks-differ': 'Clocks differ',
  'run-status-unknown': 'Run status unknown',
  'github-token-refused': 'GitHub token refused',
  'github-token-not-allowed': 'GitHub token not allowed',
  'refused-by-github': 'Refused by GitHub',
  'response-not-from-github': 'Response not from GitHub',
  'not-found-on-github': 'Not found on GitHub',
  'github-rate-limit-exceeded': 'GitHub rate limit exceeded',
  'github-responded-with': 'GitHub responded with …',
  'no-github-token': 'No GitHub token',
  'no-such-secret': 'No such secret',
  'incomplete-list': 'Incomplete list',
  'invalid-public-key': 'Invalid public key',
  'invalid-name': 'Invalid name',
  'influxctl-not-found': 'influxctl not found',
  'influxctl-failed': 'influxctl failed',
  'management-token-in-use': 'Management token in use',
  'emulator-not-started': 'Emulator not started',
  'emulator-not-responding': 'Emulator not responding',
  'tokens-still-valid': 'Tokens still valid',
};
function titleOf(code, detail = '') {
  return TITLES[code].replace('…', detail);
}
function anchorOf(code) {
  return TITLES[code]
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}


 }),

 127:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $X: () => ( contentLines),
   B4: () => ( formatCount),
   Zd: () => ( plainCharacters),
   cb: () => ( listBackticks),
   hD: () => ( quote),
   k3: () => ( markServerText),
   ml: () => ( shorten),
   mm: () => ( replaceServerTexts),
   qM: () => ( asCode)
 });
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212\u2800\ufffc]|(?! )\p{Zs}/gu;
function quote(text) {
  return `"${visible(shorten(text, 80))}"`;
}
function asCode(line) {
  return `\`${visible(line)}\``;
}
function visible(text) {
  return text.replaceAll(CREDENTIAL, '…').replaceAll(INVISIBLE, escapeCharacter);
}
const CREDENTIAL =
  /\bM\.V\d+\.[\w.~+/=-]{3,}|\bapiv\d+[_.][\w.~+/=-]{8,}|\b(?:gh[a-z]|github_pat)_\w{20,}|\beyJ[\w-]{8,}\.[\w.-]+/g;
function containsCredential(text) {
  return text.search(CREDENTIAL) >= 0;
}
function plainCharacters(text) {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2018-\u201f\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/(?![\t\r\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
}
function contentLines(text) {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
function escapeCharacter(character) {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
function shorten(text, maxLength) {
  if (text.length <= maxLength) return text;
  const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
  return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}
function formatCount(count) {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
function countOf(count, noun) {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKED_OR_BACKTICK = /\u0002([^\u0003]*)\u0003|`/g;
const MARKS = /[\u0002\u0003]/g;
function markServerText(text) {
  return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}
function replaceServerTexts(message, replace) {
  return message.replaceAll(MARKED, (_, serverText) => replace(serverText));
}
function listBackticks(message) {
  return [...message.matchAll(MARKED_OR_BACKTICK)].flatMap(([, serverText]) =>
    serverText === undefined ? ['ours'] : [...serverText.matchAll(/`/g)].map(() => 'server'),
  );
}


 }),

 986:
 ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   F: () => ( escapeMarkdown),
   w: () => ( plainText)
 });
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LEADING_COMMAND = /^(\s*):(?=:)/;
const PRINTABLE_ASCII = /^[ -~]*$/;
function plainText(text) {
  return oneLine(text).replaceAll('##[', '# #[').replace(LEADING_COMMAND, '$1: ');
}
function oneLine(text) {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.toWellFormed().replaceAll(LINE_BREAKS_AND_TABS, ' ').replaceAll(CONTROL, '').replaceAll(INVISIBLE, '');
}
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;
const ORDINARY = /^[a-z\d][a-z\d ,:;=-]*$/i;
function escapeMarkdown(text) {
  if (ORDINARY.test(text)) return text;
  return plainText(text)
    .replaceAll(SPECIAL, (special) => (/^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`))
    .replace(LIST_MARKER, (...[, blank, bullet, number]) =>
      bullet === undefined ? `${blank}${number}\\.` : `${blank}\\${bullet}`,
    );
}


 }),

 896:
 ((module) => {

module.exports = require("fs");

 }),

 857:
 ((module) => {

module.exports = require("os");

 })

 	});
 	var __webpack_module_cache__ = {};
 	function __nccwpck_require__(moduleId) {
 		var cachedModule = __webpack_module_cache__[moduleId];
 		if (cachedModule !== undefined) {
 			return cachedModule.exports;
 		}
 		var module = __webpack_module_cache__[moduleId] = {
 			exports: {}
 		};
 		var threw = true;
 		try {
 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
 			threw = false;
 		} finally {
 			if(threw) delete __webpack_module_cache__[moduleId];
 		}
 		return module.exports;
 	}
 	__nccwpck_require__.m = __webpack_modules__;
 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
 	(() => {
 		__nccwpck_require__.d = (exports, definition) => {
 			for(var key in definition) {
 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
 				}
 			}
 		};
 	})();
 	(() => {
 		__nccwpck_require__.f = {};
 		__nccwpck_require__.e = (chunkId) => {
 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
 				__nccwpck_require__.f[key](chunkId, promises);
 				return promises;
 			}, []));
 		};
 	})();
 	(() => {
 		__nccwpck_require__.u = (chunkId) => {
 			return ({
  "371": "write-summary.js"
})[chunkId];
 		};
 	})();
 	(() => {
 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
 	})();
 	(() => {
 		__nccwpck_require__.r = (exports) => {
 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
 			}
 			Object.defineProperty(exports, '__esModule', { value: true });
 		};
 	})();
 	(() => {
 		var installedChunks = {
 			792: 1
 		};
 		var installChunk = (chunk) => {
 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
 			for(var moduleId in moreModules) {
 				if(__nccwpck_require__.o(moreModules, moduleId)) {
 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
 				}
 			}
 			if(runtime) runtime(__nccwpck_require__);
 			for(var i = 0; i < chunkIds.length; i++)
 				installedChunks[chunkIds[i]] = 1;
 		};
 		__nccwpck_require__.f.require = (chunkId, promises) => {
 			if(!installedChunks[chunkId]) {
 				if(true) { 
 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
 				} else installedChunks[chunkId] = 1;
 			}
 		};
 	})();
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);

__nccwpck_require__.d(__webpack_exports__, {
  runMain: () => ( runMain),
  runPost: () => ( runPost),
  runServer: () => ( runServer)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
// EXTERNAL MODULE: ./build/src/base/error-codes.js
var error_codes = __nccwpck_require__(455);
;// CONCATENATED MODULE: ./build/src/base/errors.js

class errors_Failure extends Error {
  code;
  detail;
  remedy;
  constructor(code, message, { detail = '', remedy = '', ...options } = {}) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
    this.remedy = remedy;
  }
  get title() {
    return (0,error_codes.Gg)(this.code, this.detail);
  }
}
function withContext(error, consequence, remedy) {
  if (!(error instanceof errors_Failure)) return error;
  const { code, detail } = error;
  const options = { cause: error, detail, remedy: remedy ?? error.remedy };
  return new errors_Failure(code, `${asSentence(error)} ${consequence}`, options);
}
function failureOnly(error) {
  if (error instanceof errors_Failure) return error;
  throw error;
}
async function resultOf(work) {
  try {
    return await work;
  } catch (error) {
    return failureOnly(error);
  }
}
function describeDefect(error) {
  return `This is a bug in the action. Please report it: ${asSentence(error)}`;
}
function asSentence(error) {
  const text = (error instanceof Error ? error.message : String(error)).trim();
  return /[.!?]\)?\u0003?$/.test(text) ? text : `${text}.`;
}
class Failures extends Error {
  failures;
  constructor(failures) {
    super(failures.map(({ message }) => message).join('\n'));
    this.name = 'Failures';
    this.failures = failures;
  }
}
function describeInputError({ input, message }) {
  return `\`${input}\`${/^[a-z]/.test(message) ? '' : ':'} ${message}`;
}
class InvalidInputs extends Error {
  errors;
  constructor(errors) {
    super(errors.map(describeInputError).join('\n'));
    this.name = 'InvalidInputs';
    this.errors = errors;
  }
}
class InputErrors {
  #errors = [];
  #explained = new Set();
  add(input, message) {
    if (!this.#explained.has(input)) this.#errors.push({ input, message });
  }
  explain(input) {
    this.#explained.add(input);
  }
  isExplained(input) {
    return this.#explained.has(input);
  }
  of(input) {
    return this.#errors.filter((error) => error.input === input);
  }
  get none() {
    return this.#errors.length === 0;
  }
  describe() {
    return this.#errors.map(describeInputError).join(' ');
  }
  throwIfAny() {
    if (!this.none) this.throwAll();
  }
  throwAll() {
    throw new InvalidInputs(this.#errors);
  }
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






var ExitCode;
(function (ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    core_error(message);
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
function debug(message) {
    command_issueCommand('debug', {}, message);
}
function core_error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
    issue('group', name);
}
function endGroup() {
    issue('endgroup');
}
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}




;// CONCATENATED MODULE: ./build/src/runner/runner-files.js




function writeOutput(name, value) {
  write('GITHUB_OUTPUT', () => setOutput(name, value));
}
function requireOutputs() {
  try {
    openToAppend('GITHUB_OUTPUT');
  } catch (error) {
    throw new Failure('the-runners-files-cannot-be-written', notWritable('GITHUB_OUTPUT', error, 'Nothing was sent.'), {
      cause: error,
    });
  }
}
function summaryProblem() {
  if (!process.env['GITHUB_STEP_SUMMARY']) return undefined;
  try {
    openToAppend('GITHUB_STEP_SUMMARY');
    return undefined;
  } catch (error) {
    return notWritable('GITHUB_STEP_SUMMARY', error, 'The step continues without a job summary.');
  }
}
function openToAppend(variable) {
  closeSync(openSync(fileIn(variable), 'a'));
}
function notWritable(variable, error, now) {
  return `The file in \`${variable}\` cannot be written: ${asSentence(error)} ${now} ${writeHint(error)}`;
}
function writeState(name, value) {
  write('GITHUB_STATE', () => saveState(name, value));
}
function readState(name) {
  return getState(name);
}
let writing = Promise.resolve();
function appendToSummary(write, failed) {
  writing = writing
    .then(async () => {
      fileIn('GITHUB_STEP_SUMMARY');
      await write();
    })
    .catch(failed);
}
async function summaryWritten() {
  await writing;
}
class NotSet extends Error {}
class NoFile extends Error {}
function pathIn(variable) {
  const path = process.env[variable] ?? '';
  if (path === '') throw new NotSet(`the variable \`${variable}\` is not set`);
  return path;
}
function writeHint(error) {
  if (error instanceof NotSet) {
    return "GitHub's runner sets this variable for each step. Run the action as a step of a job, and do not change the variable.";
  }
  if (error instanceof NoFile) {
    return "The runner creates this file for each step. In a container, mount the folder of the runner's files at the same path.";
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') {
    const user = process.getuid === undefined ? '' : ` (ID ${process.getuid()})`;
    return (
      `The user of this step${user} cannot write this file. In a job container, use the user that owns the ` +
      "runner's files: `container: options: --user root`."
    );
  }
  if (code === 'EROFS') {
    return "The file system is read-only. Mount the folder of the runner's files so that this step can write there.";
  }
  if (code === 'EEXIST') return 'A file with this name already exists. Run the job again.';
  return "Check the runner's disk.";
}
function write(variable, toolkit) {
  try {
    appendWhole(fileIn(variable), toolkit);
  } catch (error) {
    throw new errors_Failure(
      'the-runners-files-cannot-be-written',
      notWritable(
        variable,
        error,
        'If the step created a token but did not deliver it, the post step revokes the token.',
      ),
      { cause: error },
    );
  }
}
function fileIn(variable) {
  const path = pathIn(variable);
  if (!(0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.isFile()) throw new NoFile(`there is no file at ${path}`);
  return path;
}
function appendWhole(path, append) {
  const { size } = (0,external_node_fs_namespaceObject.statSync)(path);
  try {
    append();
  } catch (error) {
    (0,external_node_fs_namespaceObject.truncateSync)(path, size);
    throw error;
  }
}
const OWNER_ONLY = 0o600;
function writeTemporaryFile(name, text) {
  try {
    const path = temporaryPath(name);
    writeNewFile(path, text);
    return path;
  } catch (error) {
    throw noFileWritten(error);
  }
}
function temporaryPath(name) {
  return (0,external_node_path_namespaceObject.join)(pathIn('RUNNER_TEMP'), name);
}
function noFileWritten(error) {
  return new errors_Failure(
    'no-file-written',
    `A file in \`RUNNER_TEMP\` cannot be written: ${asSentence(error)} ${writeHint(error)}`,
    { cause: error },
  );
}
function writeNewFile(path, text) {
  const file = (0,external_node_fs_namespaceObject.openSync)(path, 'wx', OWNER_ONLY);
  try {
    (0,external_node_fs_namespaceObject.writeFileSync)(file, text);
  } catch (error) {
    (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
    throw error;
  } finally {
    (0,external_node_fs_namespaceObject.closeSync)(file);
  }
}

;// CONCATENATED MODULE: ./build/src/runner/runner.js




const OUTPUTS = ( null);
const STATE = 'ledger';
function actionsRunner(secrets) {
  const safe = (text) => secrets.safeText(text);
  const safeServerText = (text) => secrets.safeServerText(text);
  let used = 0;
  let hasSummary = false;
  const annotateBy = (annotate) => (code, message, detail) =>
    annotate(safe(withLink(message, code)), {
      title: safe((0,error_codes.Gg)(code, detail)),
    });
  return {
    info: (line, seeAlso) => info(safe(seeAlso ? withLink(line, seeAlso) : line)),
    debug: (line) => debug(safe(line)),
    notice: annotateBy(notice),
    warning: annotateBy(warning),
    error: annotateBy(core_error),
    outputs: (outputs) => {
      for (const [name, value] of Object.entries(outputs)) writeOutput(name, value);
    },
    token: (secret) => writeOutput('token', secret.reveal()),
    writeFile: writeTemporaryFile,
    saveState: (state) => writeState(STATE, state),
    summary: (headline, ...parts) => {
      hasSummary = true;
      const write = async () => {
        const { writeSections } = await __nccwpck_require__.e( 371).then(__nccwpck_require__.bind(__nccwpck_require__, 371));
        const rendering = { safe, safeServerText, docsUrl: sectionUrl, used };
        used += await writeSections([headline, ...parts], rendering);
      };
      appendToSummary(write, (error) => {
        debug(safe(`The job summary could not be written: ${asSentence(error)}`));
      });
    },
    hasSummary: () => hasSummary,
  };
}
function readInput(name) {
  return getInput(name);
}
function withLink(message, code) {
  return `${asSentence(message)} See ${sectionUrl(code)}`;
}
function sectionUrl(code) {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const server = process.env['GITHUB_SERVER_URL'] || 'https://github.com';
  const root = repository && ref ? `${server}/${repository}/blob/${ref}/` : '';
  return `${root}docs/troubleshooting.md#${(0,error_codes.dI)(code)}`;
}

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __nccwpck_require__(127);
;// CONCATENATED MODULE: ./build/src/runner/credential-overlap.js
const FRAGMENT_LENGTH = 10;
const MAX_DECODINGS = 8;
const PUBLIC_BEGINNING = /^(?:github_pat_|gh[a-z]_(?:\d+_)?|apiv\d+_|M\.V1\.)?(?:eyJ[\w-]+\.(?=[\w-]+\.[\w-]))?/;
const SEPARATORS = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;
function credentialFragments(credential) {
  return fragmentsOf(withoutSeparators(credential).replace(PUBLIC_BEGINNING, ''));
}
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
  return text.replaceAll(SEPARATORS, '');
}
const ENTITIES = {
  excl: '!',
  quot: '"',
  num: '#',
  dollar: '$',
  percnt: '%',
  amp: '&',
  apos: "'",
  lpar: '(',
  rpar: ')',
  ast: '*',
  midast: '*',
  plus: '+',
  comma: ',',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  lt: '<',
  equals: '=',
  gt: '>',
  quest: '?',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  bsol: '\\',
  rsqb: ']',
  rbrack: ']',
  hat: '^',
  lowbar: '_',
  underbar: '_',
  grave: '`',
  diacriticalgrave: '`',
  lcub: '{',
  lbrace: '{',
  verbar: '|',
  vert: '|',
  verticalline: '|',
  rcub: '}',
  rbrace: '}',
};
const ESCAPE = new RegExp(
  [
    '&#x0*(?<hex>[\\da-f]{1,6});?',
    '&#0*(?<decimal>\\d{1,7});?',
    `&(?<entity>${Object.keys(ENTITIES).join('|')});?`,
    '(?<percent>(?:%[\\da-f]{2})+)',
    '\\\\u\\{0*(?<braced>[\\da-f]{1,6})\\}',
    '\\\\u(?<unit>[\\da-f]{4})',
    '\\\\x(?<byte>[\\da-f]{2})',
    '\\\\(?<control>[bfnrtv0])',
    '\\\\(?<char>[^a-z\\d])',
  ].join('|'),
  'gi',
);
function decodeEscapes(text) {
  return text.replaceAll(ESCAPE, (written, ...rest) => {
    const { hex, decimal, entity, percent, braced, unit, byte, control, char } = rest.at(-1);
    if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? written;
    if (percent !== undefined) return Buffer.from(percent.replaceAll('%', ''), 'hex').toString('utf8');
    if (control !== undefined) return ' ';
    if (char !== undefined) return char;
    if (decimal !== undefined) return character(Number(decimal), written);
    return character(Number.parseInt(hex ?? braced ?? unit ?? byte ?? '', 16), written);
  });
}
function character(code, written) {
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

;// CONCATENATED MODULE: ./build/src/runner/masking.js
const MIN_FORM_LENGTH = 4;
const BLOCK_LENGTH = 16;
function maskingForms(secret) {
  const lines = secret
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(isMaskable);
  const forms = lines.flatMap((line) => [line, ...urlEncodedForms(line), ...base64Forms(line)]);
  return [...new Set(forms)].filter(isMaskable);
}
function isMaskable(form) {
  return form.length >= MIN_FORM_LENGTH;
}
function urlEncodedForms(secret) {
  const component = encodeURIComponent(secret.toWellFormed());
  const unreservedOnly = component.replaceAll(/[!'()*]/g, percentEncoded);
  const query = component.replaceAll(/[!'()~]/g, percentEncoded).replaceAll('%20', '+');
  return [component, unreservedOnly, query]
    .flatMap((form) => [form, form.replaceAll('%2F', '/')])
    .flatMap((form) => [form, form.replaceAll('%3D', '=')])
    .flatMap((form) => [form, form.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase())]);
}
function percentEncoded(char) {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
function base64Forms(secret) {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2]
    .flatMap((alignment) => {
      const { core, firstGroup } = base64Core(bytes, alignment);
      return [core, ...endsOf(core), ...blocksOf(core.slice(firstGroup))];
    })
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function base64Core(bytes, alignment) {
  const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
  const start = Math.ceil((alignment * 8) / 6);
  const end = Math.floor(((alignment + bytes.length) * 8) / 6);
  return { core: encoded.slice(start, end), firstGroup: (4 - start) % 4 };
}
function endsOf(core) {
  return core.length < BLOCK_LENGTH ? [] : [core.slice(0, BLOCK_LENGTH), core.slice(-BLOCK_LENGTH)];
}
function blocksOf(groups) {
  const count = Math.floor(groups.length / BLOCK_LENGTH);
  return Array.from({ length: count }, (_, block) => groups.slice(block * BLOCK_LENGTH, (block + 1) * BLOCK_LENGTH));
}

// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __nccwpck_require__(986);
;// CONCATENATED MODULE: ./build/src/runner/stdout.js
function blockOnStdout() {
  process.stdout._handle?.setBlocking?.(true);
  process.stdout.on('error', () => {});
}
function requireStdout() {
  if (process.stdout.errored) throw process.stdout.errored;
}
function stdoutWritten() {
  return new Promise((resolve, reject) => {
    process.stdout.write('', (error) => (error ? reject(error) : resolve()));
  });
}

;// CONCATENATED MODULE: ./build/src/runner/secrets.js






const START_LENGTH = 4;
const PIECE_LENGTH = 4;
const MIN_FORM_WITH_PIECES = 2 * PIECE_LENGTH - 1;
const WITHOUT_ESCAPES = /^[ -$'-[\]-~]*$/;
const WITHHELD = '[the text from the server is hidden, because it repeats part of a credential]';
class Secrets {
  #forms = new Map();
  #starts;
  #fragments = new Set();
  #pieces = new Set();
  #hasFormWithoutPieces = false;
  mask(secret) {
    const forms = maskingForms(secret).filter((form) => !this.#formsLike(form, 0).has(form));
    if (forms.length === 0) return;
    for (const form of forms) {
      this.#forms.set(form.slice(0, START_LENGTH), this.#formsLike(form, 0).add(form));
    }
    this.#starts = new RegExp(`(?=${[...this.#forms.keys()].map(escaped).join('|')})`, 'g');
    const fragments = credentialFragments(secret);
    for (const fragment of fragments) this.#fragments.add(fragment);
    for (const text of [...forms, ...fragments]) this.#addPieces(text);
    for (const form of forms) setSecret(form);
    requireStdout();
  }
  safeText(text) {
    const checked = (0,base_text.mm)(text, (serverText) =>
      repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText,
    );
    return this.redact((0,sanitize.w)(this.redact(checked)));
  }
  safeServerText(text) {
    return this.#isSafe(text) ? text : this.safeText((0,base_text.k3)(text));
  }
  redact(text) {
    if (this.#starts === undefined) return text;
    let redacted = '';
    let hiddenUpTo = -1;
    for (const { index: at } of text.matchAll(this.#starts)) {
      const length = this.#longestFormAt(text, at);
      if (length === 0) continue;
      if (at > hiddenUpTo) redacted += `${text.slice(Math.max(hiddenUpTo, 0), at)}***`;
      hiddenUpTo = Math.max(hiddenUpTo, at + length);
    }
    return redacted + text.slice(Math.max(hiddenUpTo, 0));
  }
  #isSafe(text) {
    return (
      !this.#hasFormWithoutPieces &&
      WITHOUT_ESCAPES.test(text) &&
      (0,sanitize.w)(text) === text &&
      !this.#containsPiece(text) &&
      !this.#containsPiece(text.replaceAll(' ', ''))
    );
  }
  #containsPiece(text) {
    for (let at = 0; at + PIECE_LENGTH <= text.length; at += PIECE_LENGTH) {
      if (this.#pieces.has(text.slice(at, at + PIECE_LENGTH))) return true;
    }
    return false;
  }
  #addPieces(text) {
    this.#hasFormWithoutPieces ||= text.length < MIN_FORM_WITH_PIECES;
    for (let at = 0; at + PIECE_LENGTH <= text.length; at++) this.#pieces.add(text.slice(at, at + PIECE_LENGTH));
  }
  #longestFormAt(text, at) {
    let longest = 0;
    for (const form of this.#formsLike(text, at)) {
      if (form.length > longest && text.startsWith(form, at)) longest = form.length;
    }
    return longest;
  }
  #formsLike(text, at) {
    return this.#forms.get(text.slice(at, at + START_LENGTH)) ?? new Set();
  }
}
function escaped(text) {
  return text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function maskCredentials(secrets, given, env) {
  for (const credential of [...given, ...proxyPasswords(env)]) secrets.mask(credential);
}
function proxyPasswords(env) {
  const settings = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].map((name) => env[name] ?? '');
  return settings.flatMap((setting) => {
    const url = [setting, `http://${setting}`].find((text) => URL.canParse(text) && new URL(text).password !== '');
    if (url === undefined) return [];
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

;// CONCATENATED MODULE: ./build/src/runner/step.js






async function runStep(step) {
  blockOnStdout();
  let succeeded = await step().catch(reportDefect);
  await summaryWritten();
  await stdoutWritten().catch(() => {
    succeeded = false;
  });
  process.exit(succeeded ? 0 : 1);
}
function reportDefect(error) {
  core_error((0,sanitize.w)(describeDefect(error)), { title: (0,error_codes.Gg)('unexpected-error') });
  return false;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = require("node:stream/consumers");
;// CONCATENATED MODULE: ./node_modules/@badrap/valita/dist/index.js
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
const bigint =  ( null);
const dist_boolean =  ( null);
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
;// CONCATENATED MODULE: ./build/emulator/src/messages.js

const messages_STATE = 'control';
const order = object({
  product: union(literal('dedicated'), literal('clustered')),
  databases: array(string()),
  worker: number().optional(),
});
const messages_location = object({
  apiUrl: string(),
  clusterUrl: string(),
  accountId: string(),
  clusterId: string(),
  managementToken: string(),
  controlUrl: string(),
});
const report = object({
  created: number(),
  live: array(
    object({
      id: string(),
      description: string(),
      permissions: array(object({ action: string(), resource: string() })),
      expiresAt: number().nullable(),
    }),
  ),
});
function parseOrder(text) {
  return order.parse(JSON.parse(text));
}
function parseLocation(message) {
  return messages_location.parse(message);
}
function parseReport(text) {
  return report.parse(JSON.parse(text));
}

;// CONCATENATED MODULE: ./build/emulator/src/control.js




const MAX_RESPONSE_MS = 10_000;
async function openControl(reportNow, stop) {
  const path = `/${(0,external_node_crypto_namespaceObject.randomBytes)(16).toString('hex')}/stop`;
  const server = (0,external_node_http_namespaceObject.createServer)((asked, response) => {
    if (asked.method !== 'POST' || asked.url !== path) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify(reportNow()), stop);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}${path}`;
}
async function stopBy(controlUrl) {
  const response = await new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(MAX_RESPONSE_MS);
    const asked = (0,external_node_http_namespaceObject.request)(controlUrl, { method: 'POST', signal }, (message) => {
      if (message.statusCode === 200) (0,consumers_namespaceObject.text)(message).then(resolve, reject);
      else reject(new Error(`another server responded with status ${message.statusCode}`));
    });
    asked.on('error', reject);
    asked.end();
  });
  return parseReport(response);
}

;// CONCATENATED MODULE: ./build/emulator/src/control-file.js



const KEY = /^[0-9a-f]{32}$/;
const CONTROL_URL = /^http:\/\/127\.0\.0\.1:\d{1,5}\/[0-9a-f]{32}\/stop$/;
function writeControlUrl(folder, controlUrl) {
  const key = (0,external_node_crypto_namespaceObject.randomBytes)(16).toString('hex');
  (0,external_node_fs_namespaceObject.writeFileSync)(pathOf(folder, key), controlUrl, { mode: 0o600, flag: 'wx' });
  return key;
}
function readControlUrl(folder, key) {
  if (!KEY.test(key)) return undefined;
  try {
    const text = (0,external_node_fs_namespaceObject.readFileSync)(pathOf(folder, key), 'utf8');
    return CONTROL_URL.test(text) && URL.canParse(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
function removeControlUrl(folder, key) {
  (0,external_node_fs_namespaceObject.rmSync)(pathOf(folder, key), { force: true });
}
function pathOf(folder, key) {
  return (0,external_node_path_namespaceObject.join)(folder, `influxdb-emulator-${key}`);
}

;// CONCATENATED MODULE: ./build/src/base/json.js
function parseJson(text) {
  return parse(text, undefined);
}
function parseExactJson(text) {
  return parse(text, exactId);
}
const LARGE_ID = /^\d{16,20}$/;
function exactId(_key, value, context) {
  const digits = typeof value === 'number' && !Number.isSafeInteger(value) ? context?.source : undefined;
  return digits !== undefined && LARGE_ID.test(digits) ? BigInt(digits) : value;
}
function parse(text, reviver) {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text, reviver);
  } catch {
    return undefined;
  }
}

;// CONCATENATED MODULE: ./build/src/base/edit-distance.js
function edit_distance_editDistance(one, other) {
  let beforePrevious = [];
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const current = [line];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[line - 1] === other[column - 1];
      const isSwapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return at(previous, other.length);
}
function at(distances, index) {
  return distances[index] ?? Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/src/request/fields/nearest.js


const LONG_WORD = 9;
function isMisspelling(word, other) {
  return edit_distance_editDistance(word, other) <= (Math.max(word.length, other.length) >= LONG_WORD ? 2 : 1);
}
const MAX_WRAPPED_LENGTH = 300;
function nearest_unwrapped(text) {
  if (text.length > MAX_WRAPPED_LENGTH) return text;
  return (0,base_text.Zd)(text)
    .replace(/\s#.*$/s, '')
    .replace(/^\s*[-*•]\s/, '')
    .replaceAll(/^[\s"'`<([{]+|[\s"'`>)\]},;.]+$/g, '');
}
function nearest_nearestValue(text, { values, synonyms = {} }) {
  const plain = nearest_unwrapped(text).toLowerCase();
  const typed = nearest_lettersOf(plain);
  if (typed === '' || typed.length > MAX_WRAPPED_LENGTH) return undefined;
  if (/^(?:!|(?:not?|non)[\s-])/.test(plain)) return undefined;
  const spelled = values.find((value) => nearest_lettersOf(value) === typed);
  if (spelled !== undefined) return spelled;
  if (Object.hasOwn(synonyms, typed)) return synonyms[typed];
  const words = plain.split(/[^a-z0-9]+/);
  const named = values.filter((value) => words.includes(nearest_lettersOf(value)));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return (
    onlyOne(values, (value) => typed.length > 1 && nearest_lettersOf(value).startsWith(typed)) ??
    onlyOne(values, (value) => typed.startsWith(nearest_lettersOf(value))) ??
    values
      .filter((value) => isMisspelling(typed, nearest_lettersOf(value)))
      .sort((one, other) => edit_distance_editDistance(typed, nearest_lettersOf(one)) - edit_distance_editDistance(typed, nearest_lettersOf(other)))[0]
  );
}
function nearest_suggestion(...meant) {
  const lines = meant.filter((one) => one !== undefined).map(base_text.qM);
  return lines.length === 0 ? '' : ` Did you mean ${nearest_orList(lines)}?`;
}
function nearest_orList(items) {
  if (items.length < 3) return items.join(' or ');
  return `${items.slice(0, -1).join(', ')}, or ${items.at(-1)}`;
}
function onlyOne(values, fits) {
  const [found, ...more] = values.filter(fits);
  return more.length === 0 ? found : undefined;
}
function nearest_lettersOf(text) {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

;// CONCATENATED MODULE: ./build/src/request/fields/list.js



function readList(inputs, rule, errors) {
  const list = parseList(inputs[rule.input], rule);
  if ('items' in list) return list.items;
  const { problem, others = [], invalid = [] } = list;
  for (const message of [problem, ...others]) errors.add(rule.input, message);
  return invalid.length > 0 ? [...invalid] : undefined;
}
function parseList(text, form) {
  const whole = (0,base_text.$X)(text).join('\n');
  const problem = problemOfWhole(whole);
  if (problem !== undefined) return { problem: `${problem}${whole.includes(',') ? correctionHint(whole, form) : ''}` };
  if (whole.startsWith('[')) return parseArray(whole, form);
  const items = itemsOf(whole, form);
  const hint = correctionHint(whole, form);
  const flaws = flawsOf(items, form);
  const [first, ...others] = flaws.values();
  if (first !== undefined && hint !== '') return { problem: `${first}${hint}` };
  if (first !== undefined) {
    return { problem: first, others, invalid: items.filter((item) => isInvalid(item, form)) };
  }
  const joined = items.find((item) => !form.isValid(item) && isJoined(item, form));
  if (joined === undefined) return { items };
  return { problem: `${(0,base_text.hD)(joined)} contains several items. ${ONE_PER_LINE[form.separator]}${hint}` };
}
function flawsOf(items, form) {
  const sentences = new Map();
  for (const item of items) {
    const flaw = flawOf(item, form);
    if (flaw !== undefined && !sentences.has(flaw)) sentences.set(flaw, `${(0,base_text.hD)(item)} ${flaw}`);
  }
  return sentences;
}
function isInvalid(item, form) {
  return !form.isValid(item) && flawOf(item, form) === undefined;
}
function itemsOf(text, { separator }) {
  const items = separator === 'comma' ? text.split(/[,\n]/) : text.split('\n');
  return [...new Set(items.map((item) => item.trim()))].filter((item) => item !== '');
}
function parseArray(whole, form) {
  const array = parseJson(whole);
  if (Array.isArray(array) && array.every((item) => typeof item === 'string')) {
    return { items: [...new Set(array.map((item) => item.trim()))] };
  }
  const hint = correctionHint(whole, form) || ' Write `["a", "b"]`, or one item per line.';
  if (array === undefined) {
    return { problem: `${(0,base_text.hD)(whole)} starts like a JSON array but is not valid JSON.${hint}` };
  }
  const objects = Array.isArray(array) && array.some(list_isObject);
  return {
    problem: `${(0,base_text.hD)(whole)} is a JSON array, but not an array of strings.${objects ? PROPERTY_HINT : hint}`,
  };
}
const PROPERTY_HINT = ` To pass one property of each object, such as \`id\`, use \`\${{ toJSON(fromJSON(…).*.id) }}\`.`;
function list_isObject(item) {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
function isUnserialized(text) {
  return text === 'Array' || text === 'Object' || text === '[object Object]';
}
const UNSERIALIZED = `is the text that an expression produces for a list. Use \`\${{ toJSON(…) }}\`.`;
function problemOfWhole(whole) {
  if (isUnserialized(whole)) return `${(0,base_text.hD)(whole)} ${UNSERIALIZED}`;
  if (whole.includes(',') && /^(["'`])[^"'`]*\1$/.test(whole)) {
    return `${(0,base_text.hD)(whole)} is in quotes. Remove the quotes.`;
  }
  return encodedTwice(whole);
}
function encodedTwice(text) {
  const inner = text.startsWith('"') ? parseJson(text) : undefined;
  const isJson = typeof inner === 'string' && /^\s*[[{]/.test(inner);
  return isJson ? `${(0,base_text.hD)(text)} is JSON that was encoded twice. Remove one \`toJSON(…)\`.` : undefined;
}
const NEXT_TARGET = /^[A-Za-z_]\w*\s+(?:env|repo|dependabot|org|later)\b/;
function hasSeveralEntries(item, separator) {
  const between = (mark, pattern) =>
    item
      .split(mark)
      .slice(1, -1)
      .some((part) => pattern.test(part.trim()));
  if (between('=', separator === 'line' ? /\s/ : NEXT_TARGET) || (item.match(/\s=\s/g) ?? []).length > 1) return true;
  return (item.match(/:\s/g) ?? []).length > 1 || (separator === 'line' && between(':', /[\s,;]/));
}
function flawOf(item, { isValid, separator }) {
  if (isUnserialized(item)) return UNSERIALIZED;
  if (/^[-*•]\s/.test(item) && !isValid(item)) {
    return `starts with "${item[0]} ", as in a YAML or Markdown list. Inputs are plain text.`;
  }
  if (/^(["'`]).*\1$/.test(item) && item.length > 1) return 'is in quotes. Remove the quotes.';
  if (hasSeveralEntries(item, separator)) {
    return 'contains more than one item, or one separator too many. In YAML, `>` joins lines. Use `|` instead, with one item per line.';
  }
  if (/\s#\s/.test(item)) {
    return 'contains a comment. Put comments on their own lines, starting with `#`.';
  }
  return undefined;
}
const ONE_PER_LINE = {
  comma: 'Separate the items with commas, or write one item per line (in YAML, use `|` and not `>`).',
  line: 'Write one item per line (in YAML, use `|` and not `>`).',
};
const OTHER_SEPARATORS = /\\n|[\s;|&]+(?:and\s+)?/;
const MAX_TYPED_LENGTH = 2000;
function isJoined(item, { isValid }) {
  if (item.length > MAX_TYPED_LENGTH) return false;
  const parts = item
    .split(OTHER_SEPARATORS)
    .map(nearest_unwrapped)
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every(isValid);
}
const MAX_CORRECTED = 4;
function correctionHint(whole, form) {
  const { separator, isValid, corrected: meant = () => [] } = form;
  const isClear = (item) => isValid(item) && flawOf(item, form) === undefined;
  const candidates = correctionsOf(whole);
  const allMeant = (items) => {
    const lists = items.map(meant);
    return lists.every((list) => list.length > 0) ? lists.flat() : [];
  };
  const interpreted = [candidates.at(-1) ?? [], candidates.at(0) ?? []].map(allMeant);
  const corrected = [...candidates, ...interpreted].find((items) => items.length > 0 && items.every(isClear));
  if (corrected === undefined || corrected.length > MAX_CORRECTED) return '';
  if (separator === 'comma') return ` Write ${(0,base_text.qM)(corrected.join(', '))}.`;
  if (corrected.length === 1) return ` Write ${corrected.map(base_text.qM).join('')}.`;
  return ` Write these lines: ${corrected.map(base_text.qM).join(', ')}.`;
}
function correctionsOf(whole) {
  if (whole.length > MAX_TYPED_LENGTH) return [];
  const lines = whole.split(/\n|\\n/);
  const pieces = [
    lines,
    lines.map((line) => line.replaceAll(/["'`[\]{}]/g, '')),
    lines.flatMap((line) => line.split(',')),
    lines.flatMap((line) => line.split(/[,;|]|\sand\s/)),
    lines.flatMap((line) => line.replaceAll(/\s#.*$/g, '').split(/[\s,;|&]+(?:and\s+)?/)),
    lines.flatMap((line) => line.split(/[\s;]+(?=[^\s=]+(?:\s*=|:\s))/)),
    lines.flatMap((line) => line.split(/[\s;,]+(?=[^\s:=,;]+\s*[:=])/)),
  ];
  return pieces.map((items) => [...new Set(items.map(nearest_unwrapped))].filter((item) => item !== ''));
}

;// CONCATENATED MODULE: ./build/src/tokens/duration.js
const UNITS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };
const GRAMMAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const duration_DURATION_EXAMPLES = 'Write a duration such as `45s`, `90m`, `12h`, `30d`, `2w`, or `1d12h`';
function duration_parseDuration(text) {
  if (/^0+$/.test(text)) return 0;
  const match = GRAMMAR.exec(text);
  if (!match || text === '') return undefined;
  const seconds = Object.values(UNITS).reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
  return seconds <= MAX_SECONDS ? seconds : undefined;
}
const MAX_SECONDS = 10_000 * 366 * UNITS.d;
function formatDuration(seconds) {
  let rest = Math.max(0, Math.floor(seconds));
  let text = '';
  for (const unit of ['d', 'h', 'm', 's']) {
    const count = Math.floor(rest / UNITS[unit]);
    rest -= count * UNITS[unit];
    if (count > 0) text += `${count}${unit}`;
  }
  return text === '' ? '0' : text;
}
const MONTH_S = 30 * UNITS.d;
const YEAR_S = 365 * UNITS.d;
const SPELLED_UNITS = {
  ...spellings(0.001, 'ms', 'millis', 'millisecond', 'milliseconds'),
  ...spellings(UNITS.s, 's', 'sec', 'secs', 'second', 'seconds'),
  ...spellings(UNITS.m, 'm', 'min', 'mins', 'minute', 'minutes'),
  ...spellings(UNITS.h, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...spellings(UNITS.d, 'd', 'day', 'days'),
  ...spellings(UNITS.w, 'w', 'wk', 'wks', 'week', 'weeks'),
  ...spellings(MONTH_S, 'mo', 'mon', 'mth', 'month', 'months'),
  ...spellings(YEAR_S, 'y', 'yr', 'yrs', 'year', 'years'),
};
const ISO_8601 = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/;
const ISO_UNITS_S = [YEAR_S, MONTH_S, UNITS.w, UNITS.d, UNITS.h, UNITS.m, UNITS.s];
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g;
const duration_MAX_TYPED_LENGTH = 60;
const NEXT_UNIT = { w: 'd', d: 'h', h: 'm', m: 's' };
function duration_suggestDurations(text) {
  if (text.length > duration_MAX_TYPED_LENGTH) return [];
  return candidates(text.trim()).filter((candidate) => (duration_parseDuration(candidate) ?? 0) > 0);
}
function candidates(text) {
  const [, months] = /^(\d+)\s*M$/.exec(text) ?? [];
  if (months !== undefined) return [`${months}m`, formatDuration(Number(months) * MONTH_S)];
  const typed = text
    .toLowerCase()
    .replaceAll(NUMBER_WORD, (word) => String(NUMBER_WORDS.indexOf(word)))
    .replace(/^(?:in|after|for|every|[<>+]=?)\s*(?=[\da])/, '')
    .replace(/\s*(?:from now|old|ago)$/, '')
    .replaceAll(/\ban?\s/g, '1 ')
    .replace(/([wdhm])\s*(\d+)$/, (_, unit, count) => `${unit}${count}${NEXT_UNIT[unit]}`);
  if (/^\d+$/.test(typed)) return ['s', 'm', 'h', 'd'].map((unit) => `${Number(typed)}${unit}`);
  const [, count, word = ''] = /^(\d+)\s*([a-z]+)$/.exec(typed) ?? [];
  const unit = Object.entries(UNITS).find(([, seconds]) => seconds === SPELLED_UNITS[word])?.[0];
  if (count !== undefined && unit !== undefined) return [`${count}${unit}`];
  const seconds = secondsIn(typed);
  return seconds === undefined ? [] : [formatDuration(seconds)];
}
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})(?=[\\s-])`, 'g');
function secondsIn(typed) {
  const iso = ISO_8601.exec(typed);
  if (iso) return ISO_UNITS_S.reduce((sum, unit, index) => sum + Number(iso[index + 1] ?? 0) * unit, 0);
  const parts = [...typed.matchAll(PART)];
  const isWhole = parts.length > 0 && /^(?:[\s,]|and)*$/.test(typed.replaceAll(PART, ''));
  if (!isWhole || parts.some(([, , unit = '']) => !Object.hasOwn(SPELLED_UNITS, unit))) return undefined;
  return parts.reduce(
    (sum, [, count = '', unit = '']) => sum + Math.round(Number(count.replace(',', '.')) * (SPELLED_UNITS[unit] ?? 0)),
    0,
  );
}
function spellings(seconds, ...words) {
  return Object.fromEntries(words.map((word) => [word, seconds]));
}

;// CONCATENATED MODULE: ./build/src/request/inputs.js




const INPUTS = {
  operation: { default: 'create', usedBy: 'all' },
  'management-token': { usedBy: 'all', secret: true },
  'account-id': { usedBy: 'all' },
  'cluster-id': { usedBy: 'all' },
  product: { usedBy: 'all' },
  'api-url': { usedBy: 'all' },
  'cluster-url': { usedBy: 'all' },
  'ca-certificate': { usedBy: 'all' },
  'influxctl-config': { usedBy: 'all' },
  'influxctl-profile': { default: 'default', usedBy: 'all' },
  'request-timeout': { default: '30s', usedBy: 'all' },
  retries: { default: '4', usedBy: 'all' },
  databases: { usedBy: ['create', 'update', 'rotate', 'list'] },
  permissions: { usedBy: ['create', 'update', 'rotate'] },
  'check-databases': { default: 'true', usedBy: ['create', 'update', 'rotate'] },
  'expires-at': { usedBy: ['create', 'rotate'] },
  description: { usedBy: ['create', 'update', 'rotate'] },
  'description-pattern': { usedBy: ['list', 'cleanup'] },
  'token-id': { usedBy: ['get', 'update', 'revoke', 'rotate', 'restore'] },
  'skip-token-revoke': { default: 'false', usedBy: ['create'] },
  'fail-on-revoke-error': { default: 'false', usedBy: ['create'] },
  'activation-timeout': { default: '5m', usedBy: ['create', 'rotate'] },
  'store-in': { usedBy: ['rotate'] },
  'store-token': { usedBy: ['rotate'], secret: true },
  'renew-before': { usedBy: ['rotate'] },
  'grace-period': { default: '24h', usedBy: ['rotate'] },
  quarantine: { default: '0', usedBy: ['rotate', 'cleanup'] },
  'github-token': { runnerExpression: 'github.token', usedBy: ['rotate', 'cleanup'], secret: true },
  status: { default: 'active', usedBy: ['list'] },
  kinds: { usedBy: ['list'] },
  'expires-within': { usedBy: ['list'] },
  'fail-on-match': { default: 'false', usedBy: ['list'] },
  scope: { implicitDefault: 'repository', usedBy: ['list', 'cleanup'] },
  'max-age': { usedBy: ['cleanup'] },
  'max-revocations': { default: '100', usedBy: ['cleanup'] },
  'dry-run': { default: 'false', usedBy: ['create', 'update', 'revoke', 'rotate', 'cleanup', 'restore'] },
  'job-status': { runnerExpression: 'job.status', usedBy: ['rotate'] },
};
const NAMES = Object.keys(INPUTS);
function readInputs(read) {
  return Object.fromEntries(NAMES.map((name) => [name, read(name)]));
}
function secretInputs(inputs) {
  return NAMES.flatMap((name) => {
    const { secret, runnerExpression } = INPUTS[name];
    const isGiven = runnerExpression === undefined || isUsedBy(INPUTS[name], inputs.operation);
    return secret && isGiven && inputs[name] !== '' ? [inputs[name]] : [];
  });
}
function inputs_givenOrDefault(inputs, name) {
  return inputs[name] === '' ? defaultOf(name) : inputs[name];
}
function inapplicableInputs(inputs, operation, declarations = INPUTS) {
  return givenInputs(inputs).flatMap((name) => {
    const declaration = declarations[name];
    if (declaration?.runnerExpression !== undefined) return [];
    if (!declaration || isUsedBy(declaration, operation) || isDefault(declaration, inputs[name])) return [];
    return [{ input: name, message: describeInapplicable(name, { inputs, operation, declaration }) }];
  });
}
function describeInapplicable(name, { inputs, operation, declaration: { usedBy } }) {
  const value = describeValue(name, inputs[name]);
  const users = [usedBy].flat().map((one) => `\`${one}\``);
  return operation === 'update' && name === 'expires-at'
    ? `${value}has no effect, because the API cannot change when a token expires. Remove the input. To extend the lifetime, ` +
        'replace the token with `operation: rotate`.'
    : `${value}has no effect with \`operation: ${operation}\`. The input is only for ${orList(users)}. Remove the input.`;
}
function describeValue(name, value) {
  if (isSecretInput(name)) return '';
  return name === 'token-id' && looksLikeToken(value)
    ? 'looks like a token, so its value is not shown. The input '
    : `${quote(value)} `;
}
function givenInputs(inputs) {
  return NAMES.filter((name) => inputs[name] !== '');
}
function isSecretInput(name) {
  const declaration = INPUTS[name];
  return declaration?.secret ?? false;
}
function isUsedBy({ usedBy }, operation) {
  return usedBy === 'all' || usedBy.includes(operation);
}
function defaultOf(name) {
  const declaration = INPUTS[name];
  return declaration.default ?? '';
}
function isDefault({ default: declared, implicitDefault }, given) {
  if (given === declared || given === implicitDefault) return true;
  if (declared === undefined) return false;
  if (declared === 'true' || declared === 'false') return given.toLowerCase() === declared;
  const duration = parseDuration(given);
  return duration !== undefined && duration === parseDuration(declared);
}

;// CONCATENATED MODULE: ./build/src/request/fields/scalars.js




function readBoolean(inputs, name, errors) {
  return parseBoolean(givenOrDefault(inputs, name), name, errors);
}
function parseBoolean(text, name, errors) {
  const typed = text.toLowerCase();
  if (typed === 'true') return true;
  if (typed !== 'false') errors.add(name, notABoolean(text));
  return false;
}
const SWITCHES = {
  values: ['true', 'false'],
  synonyms: {
    yes: 'true',
    y: 'true',
    on: 'true',
    t: 'true',
    1: 'true',
    enabled: 'true',
    always: 'true',
    no: 'false',
    n: 'false',
    off: 'false',
    f: 'false',
    0: 'false',
    disabled: 'false',
    never: 'false',
  },
};
function notABoolean(text) {
  return `${(0,base_text.hD)(text)} is not \`true\` or \`false\`.${nearest_suggestion(nearest_nearestValue(text, SWITCHES))}`;
}
function readCount(inputs, { input, max }, errors) {
  const text = givenOrDefault(inputs, input);
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= max) return count;
  const meant = meantCount(text);
  const hint = meant !== undefined && meant <= max ? suggestion(String(meant)) : '';
  errors.add(input, `${quote(text)} is not a whole number from 0 to ${max}.${hint}`);
  return 0;
}
function meantCount(text) {
  const typed = unwrapped(text).toLowerCase();
  if (/^(?:none|no|never|false)$/.test(typed)) return 0;
  const [, digits] = /^\+?(\d{1,3}(?:[,._' ]\d{3})+|\d{1,9})(?:\.0+)?(?:\s*[a-z]+)?$/.exec(typed) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(/\D/g, ''));
}
const UP_TO_TEN_YEARS = {
  min: 0,
  max: 10 * 365 * 24 * 3600,
  rule: 'Use at most `3650d` (ten years)',
};
function readDuration(inputs, { input, min, max, rule, zeroIsOff }, errors) {
  const text = givenOrDefault(inputs, input);
  const seconds = parseDuration(text);
  const isAllowed = (one) => one >= min && one <= max;
  if (seconds !== undefined && isAllowed(seconds)) return seconds * 1000;
  const isOff = zeroIsOff === true && OFF.includes(lettersOf(unwrapped(text)));
  const suggested = isOff ? ['0'] : suggestDurations(unwrapped(text));
  const meant = seconds === undefined ? suggested : [text];
  const allowed = meant.filter((one) => isAllowed(parseDuration(one) ?? Number.NaN));
  if (allowed.length > 0) errors.add(input, `${quote(text)} is not a duration.${suggestion(...allowed)}`);
  else if (meant.length > 0) errors.add(input, `${quote(text)} is out of range. ${rule}.`);
  else errors.add(input, `${quote(text)} is not a duration. ${DURATION_EXAMPLES}.`);
  return 0;
}
const OFF = [
  ...['0days', '0hours', '0minutes', '0seconds', 'zero', 'none', 'no', 'off', 'false', 'disabled'],
  ...['immediate', 'immediately', 'now'],
];
function readChoice(text, choice, errors) {
  const value = choice.values.find((one) => one === text);
  if (value === undefined) errors.add(choice.input, wrongChoice(text, choice));
  return value;
}
function wrongChoice(text, choice) {
  const hint = suggestion(nearestValue(text, choice));
  return `${quote(text)} is not valid.${hint} ${oneOf(choice.values)}`;
}
function oneOf(values) {
  return `Use ${orList(values.map((value) => `\`${value}\``))}.`;
}
function readActivationTimeout(inputs, errors) {
  const limits = { min: 0, max: 24 * 3600, rule: 'Use at most `24h`, or `0` for no probe' };
  return readDuration(inputs, { input: 'activation-timeout', ...limits, zeroIsOff: true }, errors);
}

;// CONCATENATED MODULE: ./build/src/tokens/permissions.js
const ACTIONS = ( null);
const permissions_ANY_DATABASE = '*';
function grants(actions, databases) {
  return databases.flatMap((resource) =>
    ACTIONS.filter((action) => actions.includes(action)).map((action) => ({ action, resource })),
  );
}
function mergePermissions(permissions) {
  return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}
function grantsAnyDatabase(permissions) {
  return permissions.some((permission) => permission.resource === permissions_ANY_DATABASE);
}
function permissionChange(from, to) {
  return { added: missingIn(from, to), removed: missingIn(to, from) };
}
function samePermissions(one, other) {
  const { added, removed } = permissionChange(one, other);
  return added.length === 0 && removed.length === 0;
}
function missingIn(some, others) {
  const known = new Set(some.map(key));
  return mergePermissions(others).filter((permission) => !known.has(key(permission)));
}
function formatPermissions(permissions) {
  return JSON.stringify(permissions.map(({ action, resource }) => ({ action, resource })));
}
function describePermissions(permissions) {
  if (permissions.length === 0) return 'none';
  const byDatabase = new Map();
  for (const { action, resource } of permissions) {
    const earlier = byDatabase.get(resource);
    byDatabase.set(resource, earlier === undefined ? `${resource}: ${action}` : `${earlier}, ${action}`);
  }
  return [...byDatabase.values()].join('; ');
}
function key({ action, resource }) {
  return JSON.stringify([action, resource]);
}
function probeTarget(permissions, existing) {
  for (const action of ['read', 'write']) {
    const granted = permissions.filter((permission) => permission.action === action);
    const named = granted.find((permission) => permission.resource !== permissions_ANY_DATABASE)?.resource;
    const database = named ?? (granted.length > 0 ? existing[0] : undefined);
    if (database !== undefined) return { action, database };
  }
  return undefined;
}
function needsDatabaseToProbe(permissions) {
  return permissions.length > 0 && probeTarget(permissions, []) === undefined;
}

;// CONCATENATED MODULE: ./build/src/tokens/databases.js


const NAME = /^(?!_)[A-Za-z0-9_/-]{1,64}$/;
const DATABASE_NAME_RULE =
  'Use 1 to 64 of the characters `A-Z a-z 0-9 _ - /`, without a leading `_`. `*` means all databases';
function isDatabaseName(text) {
  return text === permissions_ANY_DATABASE || NAME.test(text);
}
function unknownDatabases(permissions, existing) {
  const known = new Set([...existing, ANY_DATABASE]);
  return [...new Set(permissions.map((permission) => permission.resource))].filter((name) => !known.has(name));
}
function mustKnowDatabases({ permissions, checkDatabases }) {
  return checkDatabases && unknownDatabases(permissions, []).length > 0;
}
function refusedDatabases({ permissions, checkDatabases }, existing) {
  if (!checkDatabases) return [];
  return unknownDatabases(permissions, existing).map((name) => ({
    name,
    nearest: nearestName(name, existing),
  }));
}
function nearestName(typed, existing) {
  const measured = existing
    .map((name) => ({ name, away: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  const nearest = measured[0];
  const tolerated = Math.min(Math.ceil(typed.length / 3), typed.length - 1);
  return nearest && nearest.away <= tolerated ? nearest.name : undefined;
}

;// CONCATENATED MODULE: ./build/emulator/src/inputs.js






const inputs_INPUTS = { product: 'dedicated', databases: 'metrics', 'fail-on-live-tokens': 'false' };
function readOrder(read) {
  const errors = new InputErrors();
  const product = input(read, 'product');
  if (product !== 'dedicated' && product !== 'clustered') {
    errors.add('product', `${(0,base_text.hD)(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.`);
  }
  const list = parseList(input(read, 'databases'), { separator: 'comma', isValid: isDatabaseName });
  const databases = 'items' in list ? list.items : [];
  if ('problem' in list) errors.add('databases', list.problem);
  else if (databases.length === 0)
    errors.add('databases', `${(0,base_text.hD)(input(read, 'databases'))} does not contain a name. Write at least one name.`);
  for (const name of databases) {
    if (!isDatabaseName(name) || name === permissions_ANY_DATABASE) {
      errors.add('databases', `${(0,base_text.hD)(name)} is not a valid database name. ${DATABASE_NAME_RULE}.`);
    }
  }
  readFailOnLiveTokens(read, errors);
  errors.throwIfAny();
  return { product: product === 'clustered' ? 'clustered' : 'dedicated', databases };
}
function readFailOnLiveTokens(read, errors) {
  return parseBoolean(input(read, 'fail-on-live-tokens'), 'fail-on-live-tokens', errors);
}
function input(read, name) {
  return read(name) || inputs_INPUTS[name];
}

;// CONCATENATED MODULE: ./build/emulator/src/main.js












const SERVER = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)(process.argv[1] ?? ''), 'serve.js');
const MAX_START_MS = 30_000;
const PASSED_ON = ['PATH', 'SystemRoot', 'RUNNER_TRACKING_ID'];
function runMain() {
  return runStep(async () => {
    const secrets = new Secrets();
    const runner = actionsRunner(secrets);
    try {
      await main(runner, secrets);
      return true;
    } catch (error) {
      reportError(error, runner);
      return false;
    }
  });
}
async function main(runner, secrets) {
  writeState(messages_STATE, '');
  const order = readOrder(readInput);
  const worker = process.ppid > 1 ? { worker: process.ppid } : {};
  const { controlUrl, ...location } = await start({ ...order, ...worker });
  const folder = process.env['RUNNER_TEMP'] ?? '';
  let key;
  try {
    for (const secret of [location.managementToken, controlUrl]) secrets.mask(secret);
    key = writeControlUrl(folder, controlUrl);
    tell(key, location);
  } catch (error) {
    await stopBy(controlUrl);
    if (key !== undefined) removeControlUrl(folder, key);
    throw error;
  }
  const lines = [
    `The ${order.product === 'clustered' ? 'Clustered' : 'Cloud Dedicated'} emulator has started. Databases: ${order.databases.join(', ')}.`,
    `Management API: ${location.apiUrl}`,
    `Cluster: ${location.clusterUrl}`,
  ];
  for (const line of lines) runner.info(line);
}
function tell(key, location) {
  writeState(messages_STATE, key);
  const outputs = {
    'api-url': location.apiUrl,
    'cluster-url': location.clusterUrl,
    'account-id': location.accountId,
    'cluster-id': location.clusterId,
    'management-token': location.managementToken,
  };
  for (const [name, value] of Object.entries(outputs)) writeOutput(name, value);
}
function start(order) {
  const env = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const log = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_namespaceObject.join)(process.env['RUNNER_TEMP'] ?? '', 'influxdb-emulator.log'), 'a');
  const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [SERVER, JSON.stringify(order)], {
    detached: true,
    env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill();
      reject(
        new Error(
          `The emulator did not start within ${MAX_START_MS / 1000} s. Read influxdb-emulator.log in RUNNER_TEMP.`,
        ),
      );
    }, MAX_START_MS);
    child.once('error', reject);
    child.once('exit', () =>
      reject(new Error('The emulator ended before it was ready. Read influxdb-emulator.log in RUNNER_TEMP.')),
    );
    child.once('message', (message) => {
      clearTimeout(late);
      child.disconnect();
      child.unref();
      resolve(parseLocation(message));
    });
  });
}
function reportError(error, runner) {
  if (error instanceof InvalidInputs) {
    for (const { input, message } of error.errors) runner.error('input', `\`${input}\`: ${message}`, input);
  } else {
    runner.error('emulator-not-started', asSentence(error));
  }
}

;// CONCATENATED MODULE: ./build/src/tokens/dates.js

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const DAYS_IN_MONTH = ( null);
const CYCLE_YEARS = 400;
const CYCLE_MS = ( null);
function parseInstant(text) {
  if (!RFC3339.test(text)) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = text.length - (/[Zz]$/.test(text) ? 1 : OFFSET_LENGTH);
  const offset = offsetMinutes(text, zone);
  if (offset === undefined) return undefined;
  const microseconds = Number(text.slice(FRACTION, Math.min(FRACTION + 6, zone)).padEnd(6, '0'));
  const local = Date.UTC(year + CYCLE_YEARS, month - 1, day, hour, minute - offset, second);
  return withinCalendar(local - CYCLE_MS + microseconds / 1000);
}
const FRACTION = 20;
const OFFSET_LENGTH = 6;
function twoDigits(text, at) {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}
const ZERO = 0x30;
function daysIn(year, month) {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}
function offsetMinutes(text, at) {
  if (text.length - at < OFFSET_LENGTH) return 0;
  const [hours, minutes] = [twoDigits(text, at + 1), twoDigits(text, at + 4)];
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (text[at] === '-' ? -1 : 1);
}
function withinCalendar(instant) {
  return Math.floor(instant) <= END_OF_CALENDAR ? instant : undefined;
}
function formatInstant(instant) {
  const text = new Date(instant).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}
function formatSecond(instant) {
  return formatInstant(Math.ceil(instant / 1000) * 1000);
}
function parseServerDate(value) {
  if (value === undefined || value === null || value === '') return 'unset';
  if (typeof value !== 'string') return 'unreadable';
  const instant = parseInstant(value);
  if (instant === undefined) return 'unreadable';
  return instant <= 0 ? 'unset' : instant;
}
function wholeSeconds(instant) {
  return Math.floor(instant / 1000) * 1000;
}
function formatServerDate(date) {
  if (typeof date === 'number') return formatInstant(date);
  return date === 'unset' ? undefined : date;
}
const MONTHS = ( null);
function formatMinute(instant) {
  const date = new Date(instant);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${date.toISOString().slice(-13, -8)} UTC`;
}
const dates_UNITS = [
  { noun: 'second', ms: 1000, below: 90 },
  { noun: 'minute', ms: 60_000, below: 90 },
  { noun: 'hour', ms: 3_600_000, below: 48 },
  { noun: 'day', ms: 86_400_000, below: 1000 },
];
const YEAR = { noun: 'year', ms: 365 * 86_400_000 };
function describeMoment(instant, now) {
  return `${formatMinute(instant)}, ${describeDistance(instant - now)}`;
}
function describeDistance(ms) {
  const { noun, ms: unit } = dates_UNITS.find((one) => Math.abs(ms) < one.below * one.ms) ?? YEAR;
  const count = Math.round(Math.abs(ms) / unit);
  if (count === 0) return 'now';
  const amount = countOf(count, noun);
  return ms > 0 ? `in ${amount}` : `${amount} ago`;
}
function followingMinute(instant) {
  return Math.ceil(instant / 60_000) * 60_000;
}

;// CONCATENATED MODULE: ./build/emulator/src/post.js











function runPost() {
  return runStep(post);
}
async function post() {
  const runner = actionsRunner(new Secrets());
  const key = readState(messages_STATE);
  const folder = process.env['RUNNER_TEMP'] ?? '';
  const controlUrl = readControlUrl(folder, key);
  if (controlUrl === undefined) return true;
  removeControlUrl(folder, key);
  const mustBeNone = readFailOnLiveTokens(readInput, new InputErrors());
  const alert = mustBeNone ? runner.error : runner.warning;
  let report;
  try {
    report = await stopBy(controlUrl);
  } catch (error) {
    const message = `The emulator did not respond, so it is not known which tokens are still valid: ${asSentence(error)}`;
    alert('emulator-not-responding', message);
    return !mustBeNone;
  }
  runner.summary(sectionOf(report));
  const { live } = report;
  runner.info(`The emulator has stopped. Tokens: ${report.created}. Still valid: ${live.length}.`);
  if (live.length === 0) return true;
  const message = `${live.length === 1 ? 'A token is' : `${live.length} tokens are`} still valid at the end of the job. See the job summary. Revoke all tokens in the workflow.`;
  alert('tokens-still-valid', message);
  return !mustBeNone;
}
function sectionOf({ created, live }) {
  if (live.length === 0) {
    return {
      title: 'InfluxDB emulator: no tokens are still valid',
      facts: [['Created tokens', String(created)]],
    };
  }
  return {
    title: `InfluxDB emulator: ${live.length} of ${created} tokens still valid`,
    head: ['Description', 'Permissions', 'Expires', 'Token ID'],
    rows: live.map(({ id, description, permissions, expiresAt }) => [
      description,
      describePermissions(permissions),
      expiresAt === null ? 'never' : formatInstant(expiresAt),
      id,
    ]),
  };
}

;// CONCATENATED MODULE: ./build/emulator/servers/refusal.js
class Refusal extends Error {
  status;
  constructor(status, message) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

;// CONCATENATED MODULE: ./build/emulator/servers/api-path.js

const PATHS = {
  bare: /^\/api\/v0\/(?<collection>databases|tokens)(?:\/(?<item>[^/]+))?$/,
  prefixed:
    /^\/api\/v0\/accounts\/(?<accountId>[^/]+)\/clusters\/(?<clusterId>[^/]+)\/(?<collection>databases|tokens)(?:\/(?<item>[^/]+))?$/,
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ROUTES = ['GET databases', 'GET tokens', 'POST tokens', 'GET token', 'PATCH token', 'DELETE token'];
function parseApiPath(form, path) {
  const groups = PATHS[form].exec(path)?.groups;
  if (groups === undefined) return undefined;
  const { accountId, clusterId, collection = '', item } = groups;
  return { accountId, clusterId, collection, item };
}
function apiRoute(method, { collection, item }) {
  const noun = item === undefined ? collection : collection.slice(0, -1);
  return ROUTES.find((route) => route === `${method} ${noun}`) ?? 'unknown';
}
function pathPrefix({ form, accountId, clusterId }) {
  return form === 'bare' ? '/api/v0' : `/api/v0/accounts/${accountId}/clusters/${clusterId}`;
}
function checkIds(path, endpoint) {
  for (const id of [path.accountId, path.clusterId, path.item]) {
    if (id !== undefined && !UUID.test(id)) throw new Refusal(400, `invalid UUID in the path: ${id}`);
  }
  if ((path.accountId ?? endpoint.accountId) !== endpoint.accountId) throw new Refusal(404, 'account not found');
  if ((path.clusterId ?? endpoint.clusterId) !== endpoint.clusterId) throw new Refusal(404, 'cluster not found');
}

;// CONCATENATED MODULE: ./build/emulator/servers/access-token.js

const AWKWARD = Buffer.from([0xfb, 0xef, 0xff]);
function newAccessToken() {
  const bytes = Buffer.concat([(0,external_node_crypto_namespaceObject.randomBytes)(30), AWKWARD, (0,external_node_crypto_namespaceObject.randomBytes)(31)]);
  return `apiv1_${bytes.toString('base64')}`;
}
function newManagementToken() {
  return `M.V1.${(0,external_node_crypto_namespaceObject.randomBytes)(48).toString('base64url')}`;
}

;// CONCATENATED MODULE: ./build/emulator/servers/activation.js
class ActivationWatch {
  #settings;
  #requestsSeen = new WeakMap();
  constructor(settings) {
    this.#settings = settings;
  }
  begin(token) {
    this.#requestsSeen.set(token, 0);
  }
  admit(token, connection) {
    const admitted = this.wouldAdmit(token, connection);
    const seen = this.#requestsSeen.get(token);
    if (seen !== undefined) this.#requestsSeen.set(token, seen + 1);
    return admitted;
  }
  wouldAdmit(token, connection) {
    const { activation, clock } = this.#settings;
    const seen = this.#requestsSeen.get(token);
    if (seen === undefined || activation === 'at once') return true;
    if (activation === 'never') return false;
    if ('afterMs' in activation) return clock() - token.createdAt >= activation.afterMs;
    if ('replicasAfterMs' in activation) {
      const { replicasAfterMs } = activation;
      const asked =
        connection === undefined ? replicasAfterMs : [replicasAfterMs[replicaOf(connection, replicasAfterMs)] ?? 0];
      return asked.every((afterMs) => clock() - token.createdAt >= afterMs);
    }
    if ('afterProbes' in activation) return seen >= activation.afterProbes;
    return activation.pattern[seen] ?? true;
  }
}
function replicaOf(connection, { length }) {
  let mixed = connection + 1;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % length;
}

;// CONCATENATED MODULE: ./build/emulator/servers/line-protocol.js
const LINE = /^(?:[^ \\]|\\.)+ (?:[^ "\\]|\\.|"(?:[^"\\]|\\.)*")+(?: -?\d+)?$/;
function splitLines(body) {
  return body.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
function invalidLine(lines) {
  return lines.find((line) => !LINE.test(line) || !line.includes('='));
}

;// CONCATENATED MODULE: ./build/emulator/servers/response.js
function emptyResponse(status) {
  return { status, headers: {}, body: '' };
}
function jsonResponse(status, value) {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}
function textResponse(status, body) {
  const type = body.startsWith('<') ? 'text/html' : 'text/plain';
  return { status, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}
function noSuchRoute() {
  return textResponse(404, '404 page not found\n');
}

;// CONCATENATED MODULE: ./build/emulator/servers/data-plane.js


const data_plane_ROUTES = {
  '/query': { method: 'GET', route: 'GET query' },
  '/api/v2/write': { method: 'POST', route: 'POST write' },
  '/ping': { method: 'GET', route: 'GET ping' },
  '/health': { method: 'GET', route: 'GET health' },
};
const STATEMENT = /^\s*(?:select\s.*\S\s+from\s+\S|show\s+\S)/is;
class DataPlane {
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
    const served = data_plane_ROUTES[path];
    if (served === undefined) return undefined;
    const route = served.method === method ? served.route : 'unknown';
    return { route, takesGzip: route === 'POST write', respond: (exchange) => this.#respond(exchange) };
  }
  #respond(exchange) {
    const parameters = new URL(exchange.path, 'http://localhost').searchParams;
    switch (exchange.route) {
      case 'GET query':
        return this.#query(exchange, parameters);
      case 'POST write':
        return this.#write(exchange, parameters);
      case 'GET ping':
        return emptyResponse(204);
      case 'GET health':
        return jsonResponse(200, { name: 'influxdb', status: 'pass' });
      default:
        return errorResponse(405, 'method not allowed', 'the resource does not support this method');
    }
  }
  accepts(secret, grant) {
    const token = this.#live(secret);
    return token !== undefined && this.#activation.wouldAdmit(token) && (!grant || allows(token, grant));
  }
  #query(exchange, parameters) {
    const database = parameters.get('db');
    const statement = parameters.get('q') ?? '';
    if (!STATEMENT.test(statement)) return queryResult({ error: `error parsing query: ${statement}` });
    if (!database) return errorResponse(400, 'invalid', 'db is required');
    if (!this.#authorizes(exchange, { action: 'read', resource: database })) {
      const { refusesWith } = this.#settings;
      return errorResponse(refusesWith, refusesWith === 401 ? 'unauthorized' : 'forbidden', 'access denied');
    }
    if (!this.#settings.databases.includes(database)) {
      return queryResult({ error: `database not found: ${database}` });
    }
    return queryResult({});
  }
  #write(exchange, parameters) {
    const database = parameters.get('bucket');
    if (!database) return errorResponse(400, 'invalid', 'bucket is required');
    if (!this.#authorizes(exchange, { action: 'write', resource: database })) {
      return emptyResponse(this.#settings.refusesWith);
    }
    const lines = splitLines(exchange.body);
    if (lines.length === 0) return emptyWriteResponse(this.#settings.emptyWrite);
    if (!this.#settings.databases.includes(database)) {
      return errorResponse(404, 'not found', `database not found: ${database}`);
    }
    const invalid = invalidLine(lines);
    if (invalid !== undefined) return errorResponse(400, 'invalid', `not line protocol: ${invalid}`);
    this.points.push(...lines.map((line) => ({ database, line })));
    return emptyResponse(204);
  }
  #authorizes({ headers, connection }, grant) {
    const secret = /^(?:Bearer|Token) (.+)$/.exec(headers.authorization ?? '')?.[1];
    const token = secret === undefined ? undefined : this.#live(secret);
    return token !== undefined && this.#activation.admit(token, connection) && allows(token, grant);
  }
  #live(secret) {
    const token = this.#tokens.findBySecret(secret);
    return token && this.#tokens.isLive(token) ? token : undefined;
  }
}
function allows(token, { action, resource }) {
  return token.permissions.some(
    (granted) => granted.action === action && (granted.resource === '*' || granted.resource === resource),
  );
}
function queryResult(result) {
  return jsonResponse(200, { results: [{ statement_id: 0, ...result }] });
}
function emptyWriteResponse(status) {
  return status === 204 ? emptyResponse(204) : errorResponse(400, 'invalid', 'the body contains no line protocol');
}
function errorResponse(status, code, message) {
  return jsonResponse(status, { code, message });
}

;// CONCATENATED MODULE: ./build/emulator/servers/media-type.js
function mediaType(header = '') {
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase();
}
function accepts(header, type) {
  return (header ?? '*/*').split(',').some((choice) => type.test(mediaType(choice)));
}

;// CONCATENATED MODULE: ./build/emulator/servers/request-checks.js


const JSON_TYPE = /^(?:\*\/\*|application\/(?:\*|json))$/;
function checkAuthorization({ headers }, managementToken) {
  if (headers.authorization !== `Bearer ${managementToken}`) throw new Refusal(401, 'unauthorized');
}
function checkForm({ method, path, headers, body }) {
  if (path.includes('?')) throw new Refusal(400, 'query parameters are not allowed');
  if (!accepts(headers.accept, JSON_TYPE)) throw new Refusal(406, 'the only representation is application/json');
  const carriesJson = method === 'POST' || method === 'PATCH';
  if (carriesJson && mediaType(headers['content-type']) !== 'application/json') {
    throw new Refusal(415, 'the Content-Type must be application/json');
  }
  if (!carriesJson && body !== '') throw new Refusal(400, `a ${method} request has no body`);
}

;// CONCATENATED MODULE: ./build/emulator/servers/token-fields.js

const RESOURCE = /^(?:\*|(?!_)[A-Za-z0-9_/-]{1,64})$/;
function newTokenFields(json, expirationType, now) {
  const known = ['description', 'permissions', 'expiresAt'];
  const fields = fieldsOf(json, expirationType === 'accepted' ? [...known, 'expirationType'] : known);
  checkExpirationType(fields);
  return {
    description: description(fields['description']),
    permissions: 'permissions' in fields ? permissions(fields['permissions']) : [],
    expiresAt: 'expiresAt' in fields ? expiry(fields['expiresAt'], now) : undefined,
  };
}
function changedTokenFields(json) {
  const fields = fieldsOf(json, ['description', 'permissions']);
  if (Object.keys(fields).length === 0) throw new Refusal(400, 'description or permissions is required');
  return {
    ...('description' in fields && { description: description(fields['description']) }),
    ...('permissions' in fields && { permissions: permissions(fields['permissions']) }),
  };
}
function fieldsOf(json, known) {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Refusal(400, 'the body must be a JSON object');
  }
  const unknown = Object.keys(json).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Refusal(400, `unknown field: ${unknown.join(', ')}`);
  return json;
}
function description(value) {
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal(400, 'description must be a string of at least one character');
}
function permissions(value) {
  if (!Array.isArray(value)) throw new Refusal(400, 'permissions must be an array');
  const granted = value.map(permission);
  const pairs = new Set(granted.map(({ action, resource }) => `${action} ${resource}`));
  if (pairs.size < granted.length) throw new Refusal(400, 'permissions must not repeat a pair');
  return granted;
}
function permission(value) {
  const { action, resource } = fieldsOf(value, ['action', 'resource']);
  if (action !== 'read' && action !== 'write') {
    throw new Refusal(400, 'permissions: action must be read or write');
  }
  if (typeof resource !== 'string' || !RESOURCE.test(resource)) {
    throw new Refusal(400, 'permissions: resource must be the name of a database or *');
  }
  return { action, resource };
}
function expiry(value, now) {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().replace('.000Z', 'Z') !== value) {
    throw new Refusal(400, 'expiresAt must be RFC 3339 in whole seconds, ending in Z');
  }
  if (instant <= now) throw new Refusal(400, 'expiresAt must be in the future');
  return instant;
}
function checkExpirationType(fields) {
  if (!('expirationType' in fields)) return;
  const fitting = 'expiresAt' in fields ? 'datetime' : 'noExpiration';
  if (fields['expirationType'] !== fitting) throw new Refusal(400, `expirationType must be ${fitting} here`);
}

;// CONCATENATED MODULE: ./build/emulator/servers/token-view.js
const UNSET = {
  absent: undefined,
  null: null,
  empty: '',
  zero: '0001-01-01T00:00:00Z',
  epoch: '1970-01-01T00:00:00Z',
};
function viewOf(token, unsetDates) {
  return {
    id: token.id,
    description: token.description,
    permissions: token.permissions,
    createdAt: withMicroseconds(token.createdAt),
    expiresAt: token.expiresAt === undefined ? UNSET[unsetDates] : inSeconds(token.expiresAt),
    revokedAt: token.revokedAt === undefined ? UNSET[unsetDates] : withMicroseconds(token.revokedAt),
    schemaVersion: 1,
  };
}
function withMicroseconds(instant) {
  return new Date(instant).toISOString().replace('Z', '456Z');
}
function inSeconds(instant) {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./build/emulator/servers/management-api.js






class ManagementApi {
  #parts;
  constructor(parts) {
    this.#parts = parts;
  }
  match(method, path) {
    const parsed = parseApiPath(this.#parts.endpoint.form, path);
    return (
      parsed && {
        route: apiRoute(method, parsed),
        respond: (exchange, storing) => this.#respond(exchange, parsed, storing),
      }
    );
  }
  #respond(exchange, path, storing) {
    try {
      this.#check(exchange, path);
      return this.#handle(exchange, path.item ?? '', storing);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return jsonResponse(error.status, { code: error.status, message: error.message });
    }
  }
  #check(exchange, path) {
    const { endpoint, managementToken } = this.#parts;
    if (exchange.route === 'unknown') throw new Refusal(405, `${exchange.method} is not allowed here`);
    checkAuthorization(exchange, managementToken);
    checkIds(path, endpoint);
    checkForm(exchange);
  }
  #handle({ route, json }, id, storing) {
    switch (route) {
      case 'GET databases':
        return this.#listDatabases();
      case 'GET tokens':
        return this.#list();
      case 'POST tokens':
        return this.#create(json, storing);
      case 'PATCH token':
        return this.#change(this.#find(id), json, storing);
      case 'DELETE token':
        return this.#revoke(this.#find(id));
      default:
        return jsonResponse(200, this.#view(this.#find(id)));
    }
  }
  #listDatabases() {
    const limits = { maxTables: 500, maxColumnsPerTable: 250, retentionPeriod: 0 };
    const databases = this.#parts.settings.databases.map((name) => ({ ...this.#owner(), name, ...limits }));
    return jsonResponse(200, databases);
  }
  #list() {
    const hidesRevoked = this.#parts.settings.revokedTokens === 'hidden';
    const listed = this.#parts.tokens.scrambled().filter((token) => !hidesRevoked || token.revokedAt === undefined);
    return jsonResponse(
      200,
      listed.map((token) => this.#view(token)),
    );
  }
  #create(json, storing) {
    const { settings, tokens, activation } = this.#parts;
    const token = tokens.draft(newTokenFields(json, settings.expirationType, settings.clock()));
    storing(token);
    tokens.all.push(token);
    activation.begin(token);
    return jsonResponse(settings.createStatus, { ...this.#view(token), accessToken: token.secret });
  }
  #change(token, json, storing) {
    const changes = changedTokenFields(json);
    const { patchingRevoked } = this.#parts.settings;
    if (token.revokedAt !== undefined && patchingRevoked !== 200) {
      throw new Refusal(patchingRevoked, 'the token is revoked');
    }
    const before = { ...token };
    Object.assign(token, changes);
    storing(token, before);
    return jsonResponse(200, this.#view(token));
  }
  #revoke(token) {
    const { deletingRevoked, deleteStatus, clock } = this.#parts.settings;
    if (token.revokedAt !== undefined && deletingRevoked !== 204) {
      throw new Refusal(deletingRevoked, deletingRevoked === 404 ? 'token not found' : 'the token is revoked');
    }
    token.revokedAt ??= clock();
    return deleteStatus === 204 ? emptyResponse(204) : jsonResponse(200, this.#view(token));
  }
  #find(id) {
    const token = this.#parts.tokens.find(id);
    if (token === undefined) throw new Refusal(404, 'token not found');
    return token;
  }
  #view(token) {
    return { ...this.#owner(), ...viewOf(token, this.#parts.settings.unsetDates) };
  }
  #owner() {
    const { settings, endpoint } = this.#parts;
    if (settings.product === 'clustered') return {};
    return { accountId: endpoint.accountId, clusterId: endpoint.clusterId };
  }
}

;// CONCATENATED MODULE: ./build/emulator/servers/options.js
function settingsFrom(options) {
  return {
    product: 'dedicated',
    form: 'bare',
    databases: ['metrics', 'logs'],
    clock: Date.now,
    dateOffsetMs: 0,
    activation: 'at once',
    refusesWith: 401,
    unsetDates: 'absent',
    createStatus: 200,
    deleteStatus: 204,
    revokedTokens: 'listed',
    deletingRevoked: 204,
    patchingRevoked: 409,
    expirationType: 'accepted',
    emptyWrite: 204,
    ...options,
  };
}

;// CONCATENATED MODULE: ./build/emulator/servers/token-store.js


class TokenStore {
  all = [];
  #clock;
  constructor(clock) {
    this.#clock = clock;
  }
  draft(seed) {
    return {
      id: (0,external_node_crypto_namespaceObject.randomUUID)(),
      secret: newAccessToken(),
      permissions: [],
      createdAt: this.#clock(),
      ...seed,
    };
  }
  find(id) {
    const sameCase = this.all.find((token) => token.id === id);
    return sameCase ?? this.all.find((token) => token.id.toLowerCase() === id.toLowerCase());
  }
  findBySecret(secret) {
    return this.all.find((token) => token.secret === secret);
  }
  isLive({ revokedAt, expiresAt }) {
    return revokedAt === undefined && (expiresAt === undefined || expiresAt > this.#clock());
  }
  scrambled() {
    const odd = this.all.filter((_, index) => index % 2 === 1);
    const even = this.all.filter((_, index) => index % 2 === 0);
    return [...odd, ...even];
  }
}

;// CONCATENATED MODULE: ./build/emulator/servers/cluster.js







const DUMMY_ID = '11111111-1111-1111-1111-111111111111';
function newCluster(options) {
  const settings = settingsFrom(options);
  const endpoint = newEndpoint(settings);
  const managementToken = newManagementToken();
  const tokens = new TokenStore(settings.clock);
  const activation = new ActivationWatch(settings);
  const managementApi = new ManagementApi({ settings, endpoint, managementToken, tokens, activation });
  const dataPlane = new DataPlane(settings, tokens, activation);
  return { settings, endpoint, managementToken, tokens, managementApi, dataPlane };
}
function newEndpoint({ product, form }) {
  return product === 'clustered'
    ? { form, accountId: DUMMY_ID, clusterId: DUMMY_ID }
    : { form: 'prefixed', accountId: (0,external_node_crypto_namespaceObject.randomUUID)(), clusterId: (0,external_node_crypto_namespaceObject.randomUUID)() };
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/emulator/servers/fault-point.js


class FaultPoint {
  #behaviors;
  constructor(behaviors) {
    this.#behaviors = behaviors;
  }
  resets(moment) {
    return this.#add({ [moment]: () => 'reset' });
  }
  hangs(moment) {
    return this.#add({ [moment]: () => 'hung' });
  }
  respondsWith(status, body, headers = {}) {
    return this.#add({ before: () => responseOf(status, body, headers) });
  }
  respondsAfterEffect(status, body, headers = {}) {
    return this.#add({ after: () => responseOf(status, body, headers) });
  }
  changes(change) {
    return this.#add({
      after: (_exchange, response) => ({
        ...response,
        body: JSON.stringify(change(JSON.parse(response.body))),
      }),
    });
  }
  stores(change) {
    return this.#add({ storing: change });
  }
  appliesOnly(field) {
    return this.#add({
      storing: (stored, before) => {
        const applied = stored[field];
        if (before) Object.assign(stored, before, { [field]: applied });
      },
    });
  }
  cutsOff(field, length) {
    return this.#rewritesText(field, (text) => text.slice(0, length));
  }
  normalizes(field) {
    return this.#rewritesText(field, (text) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim());
  }
  truncates() {
    return this.#flaws('truncated');
  }
  overstates() {
    return this.#flaws('overstated');
  }
  understates() {
    return this.#flaws('understated');
  }
  drips() {
    return this.#flaws('dripping');
  }
  closesAfterResponse() {
    return this.#add({ after: (_exchange, response) => ({ ...response, closes: true }) });
  }
  misdates(byMs) {
    return this.#add({ after: (_exchange, response) => ({ ...response, dateShiftMs: byMs }) });
  }
  encodes(encoding, charset) {
    return this.#add({
      after: (_exchange, response) => ({
        ...response,
        encoding,
        headers: { ...response.headers, 'Content-Type': `application/json; charset=${charset}` },
      }),
    });
  }
  setsHeaders(headers) {
    return this.#add({
      after: (_exchange, response) => ({ ...response, headers: { ...response.headers, ...headers } }),
    });
  }
  rewrites(change) {
    return this.#add({ after: (_exchange, response) => ({ ...response, body: change(response.body) }) });
  }
  redirects(location, status = 302) {
    return this.respondsWith(status, undefined, { Location: location });
  }
  delays(ms) {
    return this.#add({ after: () => (0,promises_namespaceObject.setTimeout)(ms, undefined, { ref: false }) });
  }
  runs(moment, hook) {
    return this.#add({ [moment]: hookAt(moment, hook) });
  }
  #rewritesText(field, change) {
    return this.#add({
      storing: (stored) => Object.assign(stored, { [field]: change(String(stored[field])) }),
    });
  }
  #flaws(flaw) {
    return this.#add({
      after: (_exchange, response) => {
        if (response.body === '') throw new Error(`a response ${response.status} without a body cannot be ${flaw}`);
        return { ...response, flaw };
      },
    });
  }
  #add(behavior) {
    this.#behaviors.push(behavior);
    return this;
  }
}
function hookAt(moment, hook) {
  return async (exchange) => ((await hook(exchange, moment)) === 'drop' ? 'dropped' : undefined);
}
function responseOf(status, body, headers) {
  const response = plainResponse(status, body);
  return { ...response, headers: { ...response.headers, ...headers } };
}
function plainResponse(status, body) {
  if (body === undefined) return emptyResponse(status);
  return typeof body === 'string' ? textResponse(status, body) : jsonResponse(status, body);
}

;// CONCATENATED MODULE: ./build/emulator/servers/fault-plan.js

class FaultPlan {
  #hooks = [];
  #arrived = new Map();
  #faults = [];
  next(route, after) {
    const claimed = new Set(this.#faults.filter((fault) => fault.route === route).map((fault) => fault.request));
    let request = this.#arrivedOn(route);
    for (let skip = after; claimed.has(request) || skip > 0; request++) {
      if (!claimed.has(request)) skip--;
    }
    return this.#plan(route, request);
  }
  every(route) {
    return this.#plan(route, undefined);
  }
  observe(hook) {
    this.#hooks.push({ before: hookAt('before', hook), after: hookAt('after', hook) });
  }
  clear() {
    this.#faults = [];
  }
  arrive(route) {
    const request = this.#arrivedOn(route);
    this.#arrived.set(route, request + 1);
    const hit = this.#faults.filter(
      (fault) => fault.route === route && (fault.request === undefined || fault.request === request),
    );
    return [...this.#hooks, ...hit.flatMap((fault) => fault.behaviors)];
  }
  #plan(route, request) {
    const behaviors = [];
    this.#faults.push({ route, request, behaviors });
    return new FaultPoint(behaviors);
  }
  #arrivedOn(route) {
    return this.#arrived.get(route) ?? 0;
  }
}

;// CONCATENATED MODULE: ./build/emulator/servers/exchange.js
function traceLine({ route, status, fault }) {
  return [route, status, fault].filter((word) => word !== undefined).join(' ');
}

;// CONCATENATED MODULE: ./build/emulator/servers/faulty-service.js

class FaultyService {
  #surroundings;
  constructor(surroundings) {
    this.#surroundings = surroundings;
  }
  get requests() {
    return this.#surroundings.requests;
  }
  get trace() {
    return this.requests.map(traceLine);
  }
  next(route, { after } = { after: 0 }) {
    return this.#surroundings.faults.next(route, after);
  }
  every(route) {
    return this.#surroundings.faults.every(route);
  }
  clearFaults() {
    this.#surroundings.faults.clear();
  }
  onRequest(hook) {
    this.#surroundings.faults.observe(hook);
  }
  async [Symbol.asyncDispose]() {
    await this.stop();
  }
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = require("node:zlib");
;// CONCATENATED MODULE: ./build/emulator/servers/course.js
async function runCourse(exchange, behaviors, effect) {
  let outcome = await beforeEffect(exchange, behaviors);
  outcome ??= effect((stored, before) => {
    for (const behavior of behaviors) behavior.storing?.(stored, before);
  });
  for (const behavior of behaviors) {
    if (typeof outcome === 'string') return outcome;
    outcome = (await behavior.after?.(exchange, outcome)) ?? outcome;
  }
  return outcome;
}
async function beforeEffect(exchange, behaviors) {
  for (const behavior of behaviors) {
    const outcome = await behavior.before?.(exchange);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

;// CONCATENATED MODULE: ./build/emulator/servers/send.js
function send(response, outcome, exchange, date) {
  if (typeof outcome === 'object') {
    exchange.status = outcome.status;
    if (outcome.flaw) exchange.fault = outcome.flaw;
    sendResponse(response, outcome, date);
    return;
  }
  exchange.fault = outcome;
  if (outcome === 'reset') response.socket?.resetAndDestroy();
  if (outcome === 'dropped') response.destroy();
}
const DRIP_MS = 100;
function sendResponse(response, { status, headers, body, encoding, flaw, dateShiftMs = 0, closes }, date) {
  const bytes = Buffer.from(body, encoding);
  const length = bytes.length > 0 ? { 'Content-Length': String(announced(bytes.length, flaw)) } : {};
  const shownDate = new Date(date.getTime() + dateShiftMs).toUTCString();
  const { socket } = response;
  if (closes) response.on('finish', () => socket?.end());
  response.writeHead(status, { Date: shownDate, ...length, ...headers });
  switch (flaw) {
    case undefined:
    case 'understated':
      response.end(bytes);
      break;
    case 'truncated':
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      break;
    case 'overstated':
      response.write(bytes);
      break;
    case 'dripping':
      drip(response, bytes);
  }
}
function announced(length, flaw) {
  if (flaw === 'overstated') return length + 100;
  return flaw === 'understated' ? Math.floor(length / 2) : length;
}
function drip(response, bytes) {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, ++sent));
    if (sent === bytes.length) response.end();
  }, DRIP_MS);
  response.on('close', () => clearInterval(timer));
}

;// CONCATENATED MODULE: ./build/emulator/servers/server.js






class LoopbackServer {
  url;
  #server;
  static async start(sites, surroundings) {
    const connections = new WeakMap();
    let connected = 0;
    const server = (0,external_node_http_namespaceObject.createServer)((request, response) => {
      const connection = connections.get(request.socket) ?? -1;
      return serve(request, response, { connection, sites, surroundings, isThere: () => server.listening });
    });
    server.on('connection', (socket) => connections.set(socket, connected++));
    await listen(server, 0);
    return new LoopbackServer(server);
  }
  constructor(server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${server.address().port}`;
  }
  leave() {
    this.#server.close();
  }
  async comeBack() {
    if (!this.#server.listening) await listen(this.#server, Number(new URL(this.url).port));
  }
  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
function listen(server, port) {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}
async function serve(request, response, { connection, sites, surroundings, isThere }) {
  const { requests, faults, clock, dateOffsetMs = 0 } = surroundings;
  const match = matchAmong(sites, request);
  const body = await readBody(request, match.takesGzip ?? false).catch(() => undefined);
  if (body === undefined) {
    response.destroy();
    return;
  }
  try {
    const exchange = receive(request, body, match, { connection, at: clock() });
    requests.push(exchange);
    const behaviors = faults.arrive(exchange.route);
    const outcome = await runCourse(exchange, behaviors, (storing) => match.respond(exchange, storing));
    response.shouldKeepAlive &&= isThere();
    send(response, outcome, exchange, new Date(clock() + dateOffsetMs));
  } catch (error) {
    response.destroy();
    throw error;
  }
}
function readBody(request, takesGzip) {
  const isGzip = takesGzip && request.headers['content-encoding'] === 'gzip';
  return (0,consumers_namespaceObject.text)(isGzip ? request.pipe((0,external_node_zlib_namespaceObject.createGunzip)()) : request);
}
function receive(request, body, match, arrival) {
  const { method = '', url: path = '', headers } = request;
  return { route: match.route, method, path, headers, body, json: server_parseJson(body), ...arrival };
}
function matchAmong(sites, { method = '', url = '' }) {
  const path = url.split('?', 1)[0] ?? '';
  for (const site of sites) {
    const match = site.match(method, path);
    if (match) return match;
  }
  return { route: 'unknown', respond: noSuchRoute };
}
function server_parseJson(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

;// CONCATENATED MODULE: ./build/emulator/servers/emulator.js





class Emulator extends FaultyService {
  #cluster;
  #servers;
  static async start(options = {}) {
    const cluster = newCluster(options);
    const { clock, dateOffsetMs } = cluster.settings;
    const surroundings = { requests: [], faults: new FaultPlan(), clock, dateOffsetMs };
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
  get apiUrl() {
    return this.#servers.api.url;
  }
  get clusterUrl() {
    return this.#servers.dataPlane.url;
  }
  get apiPrefix() {
    return pathPrefix(this.#cluster.endpoint);
  }
  get managementToken() {
    return this.#cluster.managementToken;
  }
  get accountId() {
    return this.#cluster.endpoint.accountId;
  }
  get clusterId() {
    return this.#cluster.endpoint.clusterId;
  }
  get tokens() {
    return this.#cluster.tokens.all;
  }
  get liveTokens() {
    return this.tokens.filter((token) => this.#cluster.tokens.isLive(token));
  }
  get points() {
    return this.#cluster.dataPlane.points;
  }
  seed(token) {
    const stored = this.#cluster.tokens.draft(token);
    this.#cluster.tokens.all.push(stored);
    return stored;
  }
  accepts(secret, database, action = 'read') {
    const grant = database === undefined ? undefined : { action, resource: database };
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
    return new Set([this.#servers.api, this.#servers.dataPlane]);
  }
}
async function startServers(cluster, surroundings) {
  const { managementApi, dataPlane } = cluster;
  if (cluster.settings.product === 'clustered') {
    const both = await LoopbackServer.start([managementApi, dataPlane], surroundings);
    return { api: both, dataPlane: both };
  }
  return {
    api: await LoopbackServer.start([managementApi], surroundings),
    dataPlane: await LoopbackServer.start([dataPlane], surroundings),
  };
}

;// CONCATENATED MODULE: ./build/emulator/src/server.js



const WATCHING_EVERY_MS = 1_000;
const MAX_SILENCE_MS = 6 * 3_600_000;
function runServer() {
  server_serve(process.argv[2] ?? '').catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
async function server_serve(order) {
  const { worker, ...options } = parseOrder(order);
  const emulator = await Emulator.start(options);
  const controlUrl = await openControl(
    () => reportOf(emulator),
    () => process.exit(0),
  );
  let heardAt = Date.now();
  emulator.onRequest(() => {
    heardAt = Date.now();
    return undefined;
  });
  setInterval(() => {
    const isForgotten = Date.now() - heardAt > MAX_SILENCE_MS;
    if (isForgotten || (worker !== undefined && !isRunning(worker))) process.exit(0);
  }, WATCHING_EVERY_MS);
  process.send?.(locationOf(emulator, controlUrl));
}
function locationOf(emulator, controlUrl) {
  const { product, apiUrl, clusterUrl, accountId, clusterId, managementToken } = emulator;
  const ids = product === 'clustered' ? { accountId: '', clusterId: '' } : { accountId, clusterId };
  return { apiUrl, clusterUrl, ...ids, managementToken, controlUrl };
}
function reportOf({ liveTokens, tokens }) {
  return {
    created: tokens.length,
    live: liveTokens.map(({ id, description, permissions, expiresAt = null }) => ({
      id,
      description,
      permissions: permissions.map(({ action, resource }) => ({ action, resource })),
      expiresAt,
    })),
  };
}
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

;// CONCATENATED MODULE: ./build/emulator/src/index.js




module.exports = __webpack_exports__;
 })()
;