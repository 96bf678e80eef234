import { type ErrorCode, titleOf } from '../base/error-codes.ts';
import { formatCount, shorten } from '../base/text.ts';
import { renderProse } from './inline-code.ts';
import { escapeMarkdown } from './sanitize.ts';

/** SummarySection is a heading over facts, sentences, a table, problems, or code. The names of facts and columns are ours. */
export type SummarySection = SummaryHeading & SummaryContent;

/** SummaryHeading is what a section starts with. */
export interface SummaryHeading {
  readonly title: string;
  /** Paragraphs below the title. */
  readonly text?: readonly string[];
}

type SummaryContent =
  | { readonly facts: readonly (readonly [name: string, value: SummaryText])[] }
  | { readonly items: readonly string[] }
  | {
      readonly head: readonly string[];
      readonly rows: Rows;
      /** A sentence that says where the rest is if the table is cut. */
      readonly more?: string;
    }
  | { readonly problems: readonly Problem[] }
  /** Lines of YAML to copy. */
  | { readonly code: readonly string[] };

/** Rows are the rows of a table. */
export interface Rows extends Iterable<readonly SummaryText[]> {
  readonly length: number;
}

/** SummaryText is data that is shown unchanged, a text of our own, or a link. */
export type SummaryText = string | Prose | Link;

/** Prose is a text of our own. What it has in backticks is shown as code, except in the marked text of a server. */
export interface Prose {
  readonly prose: string;
}

/** Link leads to a web page. It is shown as plain text if its URL contains anything unusual. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Problem is an error or a warning. `detail` replaces the `…` in the title. */
export interface Problem {
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly message: string;
}

/** Rendering is what a section needs in addition to its contents. */
export interface Rendering {
  /** Makes a text safe to print. Every text goes through it before it is escaped. */
  readonly safe: (text: string) => string;
  /** The same for a text that is completely a server's. */
  readonly safeServerText: (text: string) => string;
  /** The URL of the section in docs/troubleshooting.md about a code. */
  readonly docsUrl: (code: ErrorCode) => string;
  /** A headline, or a part of the section before it. */
  readonly level: 'headline' | 'part';
  /** How many bytes are left for the summary of this step. */
  readonly room: number;
}

/** GitHub shows nothing of a step's summary that is larger than 1 MiB. The rest is for headings and paragraphs. */
export const MAX_SUMMARY_BYTES = 1_000_000;

/** A list can come after a table. */
const MAX_LIST_BYTES = 100_000;

const MAX_CELL_LENGTH = 300;

/** A fact has its own line, so permissions on a hundred databases fit. */
const MAX_FACT_LENGTH = 10_000;

/** renderSection writes a section in Markdown. Nothing in its texts has any effect as Markdown or HTML. */
export function renderSection(section: SummarySection, rendering: Rendering): string {
  const { safe, level } = rendering;
  const paragraphs = [section.title, ...(section.text ?? [])].map((text) => sentence(text, safe));
  const [title = '', ...text] = paragraphs;
  const heading = [`${level === 'headline' ? '###' : '####'} ${title}`, ...text];
  return [...heading.flatMap((paragraph) => [paragraph, '']), ...contentOf(section, rendering), ''].join(
    '\n',
  );
}

function contentOf(content: SummaryContent, rendering: Rendering): readonly string[] {
  const { safe, docsUrl } = rendering;
  if ('rows' in content) return table(content, rendering);
  if ('facts' in content) {
    return list(content.facts, rendering, ([name, value]) => `**${name}:** ${fact(value, rendering)}`);
  }
  if ('code' in content) return codeBlock(content.code.map(safe));
  if ('items' in content) return list(content.items, rendering, (item) => sentence(item, safe));
  return list(content.problems, rendering, ({ code, detail, message }) => {
    const help = linkTo({ text: 'How to fix it', url: docsUrl(code) }, rendering) ?? '';
    return `**${sentence(titleOf(code, detail), safe)}:** ${sentence(message, safe)} ${help}`.trim();
  });
}

function list<Item>(
  items: readonly Item[],
  { room }: Rendering,
  write: (item: Item) => string,
): readonly string[] {
  const { written, left } = fitting(items, (item) => `- ${write(item)}`, Math.min(MAX_LIST_BYTES, room));
  return left === 0 ? written : [...written, '', `${tooMany(left)} The log contains the complete list.`];
}

/** The fence is longer than any in the text. */
function codeBlock(code: readonly string[]): readonly string[] {
  const fences = [...code.join('\n').matchAll(/`{3,}/g)].map(([{ length }]) => length);
  const fence = '`'.repeat(1 + Math.max(2, ...fences));
  return [`${fence}yaml`, ...code, fence];
}

function sentence(text: string, safe: (text: string) => string): string {
  return prose(text, MAX_FACT_LENGTH, safe);
}

function prose(text: string, maxLength: number, safe: (text: string) => string): string {
  return renderProse(text, safe, (redacted) => shorten(redacted, maxLength));
}

function fact(value: SummaryText, rendering: Rendering): string {
  if (typeof value === 'string') return cell(value, MAX_FACT_LENGTH, rendering);
  if ('prose' in value) return sentence(value.prose, rendering.safe);
  return linkTo(value, rendering) ?? cell(value.text, MAX_FACT_LENGTH, rendering);
}

function table(
  { head, rows, more = '' }: Extract<SummaryContent, { rows: unknown }>,
  rendering: Rendering,
): string[] {
  // Most texts and links of a long table are in many of its rows.
  const textCell = remembering((text: string) => cell(text, MAX_CELL_LENGTH, rendering));
  const proseCell = remembering((text: string) => prose(text, MAX_CELL_LENGTH, rendering.safe));
  const linksTo = remembering((url: string) =>
    remembering((text: string) => linkTo({ text, url }, rendering) ?? textCell(text)),
  );
  const cellOf = (value: SummaryText): string => {
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

/** Calls a function only once for each text. */
function remembering<Result>(write: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = write(text);
    results.set(text, result);
    return result;
  };
}

function cell(text: string, maxLength: number, { safeServerText }: Rendering): string {
  // Cells contain data, usually a server's.
  return escapeMarkdown(shorten(safeServerText(text), maxLength));
}

/** A URL that needs no escapes in Markdown. */
const PLAIN_URL = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[\w.-]+)*(?:#[\w-]+)?$/;

/** Writes a link. Undefined if the URL is not plain or contains a credential. */
function linkTo({ text, url }: Link, rendering: Rendering): string | undefined {
  if (!PLAIN_URL.test(url) || rendering.safeServerText(url) !== url) return undefined;
  return `[${cell(text, MAX_CELL_LENGTH, rendering)}](${url})`;
}

/** As many of the first lines as fit into so many bytes, and how many are left. */
function fitting<Item>(
  items: Iterable<Item> & { readonly length: number },
  write: (item: Item) => string,
  max: number,
): { readonly written: readonly string[]; readonly left: number } {
  const written: string[] = [];
  let bytes = 0;
  for (const item of items) {
    const line = write(item);
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > max) break;
    written.push(line);
  }
  return { written, left: items.length - written.length };
}

function tooMany(left: number): string {
  return `The summary cannot show the other ${formatCount(left)} ${left === 1 ? 'entry' : 'entries'}.`;
}
