"use strict";
exports.id = 371;
exports.ids = [371];
exports.modules = {

 371:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  writeSections: () => ( writeSections)
});

// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    stringify() {
        return this._buffer;
    }
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
const markdownSummary = ( null);
const summary = _summary;
// EXTERNAL MODULE: ./build/src/base/error-codes.js
var error_codes = __webpack_require__(455);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(127);
// EXTERNAL MODULE: ./build/src/runner/sanitize.js
var sanitize = __webpack_require__(986);
;// CONCATENATED MODULE: ./build/src/runner/inline-code.js


const ESCAPED = /\\(.)/g;
const ESCAPED_LENGTH = 2;
function renderProse(message, safe, cut) {
  const redacted = safe(message);
  const ours = (0,base_text.cb)(message);
  const markdown = (0,sanitize.F)(cut(redacted));
  if ((0,base_text.cb)(redacted).length !== ours.length) return markdown;
  const backticks = [...markdown.matchAll(ESCAPED)]
    .filter(([, character]) => character === '`')
    .map(({ index }, number) => ({ at: index, isOurs: ours[number] === 'ours' }));
  return writeCode(markdown, backticks);
}
function writeCode(markdown, backticks) {
  let written = '';
  let from = 0;
  for (let number = 0; number < backticks.length - 1; number++) {
    const [open, close] = backticks.slice(number, number + 2);
    const isEmpty = close.at === open.at + ESCAPED_LENGTH;
    if (!open.isOurs || !close.isOurs || isEmpty) continue;
    const code = markdown.slice(open.at + ESCAPED_LENGTH, close.at);
    written += `${markdown.slice(from, open.at)}<code>${code}</code>`;
    from = close.at + ESCAPED_LENGTH;
    number++;
  }
  return written + markdown.slice(from);
}

;// CONCATENATED MODULE: ./build/src/runner/summary.js




const MAX_SUMMARY_BYTES = 1_000_000;
const MAX_LIST_BYTES = 100_000;
const MAX_CELL_LENGTH = 300;
const MAX_FACT_LENGTH = 10_000;
function renderSection(section, rendering) {
  const { safe, level } = rendering;
  const paragraphs = [section.title, ...(section.text ?? [])].map((text) => sentence(text, safe));
  const [title = '', ...text] = paragraphs;
  const heading = [`${level === 'headline' ? '###' : '####'} ${title}`, ...text];
  return [...heading.flatMap((paragraph) => [paragraph, '']), ...contentOf(section, rendering), ''].join('\n');
}
function contentOf(content, rendering) {
  const { safe, docsUrl } = rendering;
  if ('rows' in content) return table(content, rendering);
  if ('facts' in content) {
    return list(content.facts, rendering, ([name, value]) => `**${name}:** ${fact(value, rendering)}`);
  }
  if ('code' in content) return codeBlock(content.code.map(safe));
  if ('items' in content) return list(content.items, rendering, (item) => sentence(item, safe));
  return list(content.problems, rendering, ({ code, detail, message }) => {
    const help = linkTo({ text: 'How to fix it', url: docsUrl(code) }, rendering) ?? '';
    return `**${sentence((0,error_codes.Gg)(code, detail), safe)}:** ${sentence(message, safe)} ${help}`.trim();
  });
}
function list(items, { room }, write) {
  const { written, left } = fitting(items, (item) => `- ${write(item)}`, Math.min(MAX_LIST_BYTES, room));
  return left === 0 ? written : [...written, '', `${tooMany(left)} The log contains the complete list.`];
}
function codeBlock(code) {
  const fences = [...code.join('\n').matchAll(/`{3,}/g)].map(([{ length }]) => length);
  const fence = '`'.repeat(1 + Math.max(2, ...fences));
  return [`${fence}yaml`, ...code, fence];
}
function sentence(text, safe) {
  return prose(text, MAX_FACT_LENGTH, safe);
}
function prose(text, maxLength, safe) {
  return renderProse(text, safe, (redacted) => (0,base_text.ml)(redacted, maxLength));
}
function fact(value, rendering) {
  if (typeof value === 'string') return cell(value, MAX_FACT_LENGTH, rendering);
  if ('prose' in value) return sentence(value.prose, rendering.safe);
  return linkTo(value, rendering) ?? cell(value.text, MAX_FACT_LENGTH, rendering);
}
function table({ head, rows, more = '' }, rendering) {
  const textCell = remembering((text) => cell(text, MAX_CELL_LENGTH, rendering));
  const proseCell = remembering((text) => prose(text, MAX_CELL_LENGTH, rendering.safe));
  const linksTo = remembering((url) => remembering((text) => linkTo({ text, url }, rendering) ?? textCell(text)));
  const cellOf = (value) => {
    if (typeof value === 'string') return textCell(value);
    return 'prose' in value ? proseCell(value.prose) : linksTo(value.url)(value.text);
  };
  const { written, left } = fitting(
    rows,
    (row) => `| ${row.map(cellOf).join(' | ')} |`,
    rendering.room - MAX_LIST_BYTES,
  );
  return [
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...written,
    ...(left === 0 ? [] : ['', `${tooMany(left)} ${more}`.trim()]),
  ];
}
function remembering(write) {
  const results = new Map();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = write(text);
    results.set(text, result);
    return result;
  };
}
function cell(text, maxLength, { safeServerText }) {
  return (0,sanitize.F)((0,base_text.ml)(safeServerText(text), maxLength));
}
const PLAIN_URL = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[\w.-]+)*(?:#[\w-]+)?$/;
function linkTo({ text, url }, rendering) {
  if (!PLAIN_URL.test(url) || rendering.safeServerText(url) !== url) return undefined;
  return `[${cell(text, MAX_CELL_LENGTH, rendering)}](${url})`;
}
function fitting(items, write, max) {
  const written = [];
  let bytes = 0;
  for (const item of items) {
    const line = write(item);
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > max) break;
    written.push(line);
  }
  return { written, left: items.length - written.length };
}
function tooMany(left) {
  return `The summary cannot show the other ${(0,base_text.B4)(left)} ${left === 1 ? 'entry' : 'entries'}.`;
}

;// CONCATENATED MODULE: ./build/src/runner/write-summary.js


async function writeSections(sections, { used, ...rendering }) {
  let markdown = '';
  for (const section of sections) {
    const level = section === sections[0] ? 'headline' : 'part';
    const room = MAX_SUMMARY_BYTES - used - Buffer.byteLength(markdown);
    markdown += `${renderSection(section, { ...rendering, level, room })}\n`;
  }
  await summary.emptyBuffer().addRaw(markdown).write();
  return Buffer.byteLength(markdown);
}


 })

};
;