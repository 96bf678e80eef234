import { formatCount, markServerText, shorten } from '../base/text.ts';
import { escapeMarkdown } from './sanitize.ts';

/** SummarySection is a heading over a table, a list of sentences or a chart. Headings and names are ours. */
export type SummarySection =
  | { readonly title: string; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly title: string; readonly items: readonly string[] }
  | {
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Where the rest is, should the table be cut: a sentence. */
      readonly more?: string;
    }
  | { readonly title: string; readonly bars: readonly Bar[] };

/** GitHub takes 1 MiB of a step's summary and shows nothing of a longer one; what comes after a table needs room too. */
const MAX_TABLE_BYTES = 900_000;

/** A list may come after a table. */
const MAX_LIST_BYTES = 100_000;

const MAX_CELL_LENGTH = 300;

/** A fact stands alone in its row: what is granted on a hundred databases is to be seen. */
const MAX_FACT_LENGTH = 10_000;

/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
export function renderSection(section: SummarySection, safe: (text: string) => string): string {
  const heading = [`### ${section.title}`, ''];
  if ('items' in section) return lines(heading, list(section.items, safe));
  if ('bars' in section) return lines(heading, renderTimeline(section.bars, safe));
  if ('facts' in section) {
    const rows = section.facts.map(([name, value]) => `| ${name} | ${cell(value, MAX_FACT_LENGTH, safe)} |`);
    return lines(heading, ['| | |', '|---|---|', ...rows]);
  }
  return lines(heading, table(section, safe));
}

function lines(...parts: readonly (readonly string[])[]): string {
  return [...parts.flat(), ''].join('\n');
}

function list(items: readonly string[], safe: (text: string) => string): readonly string[] {
  const { written, left } = fitting(
    items,
    (item) => `- ${escapeMarkdown(shorten(safe(item), MAX_FACT_LENGTH))}`,
    MAX_LIST_BYTES,
  );
  return left === 0 ? written : [...written, '', `${tooMany(left)} The log holds all.`];
}

function table(
  { head, rows, more = '' }: Extract<SummarySection, { head: unknown }>,
  safe: (text: string) => string,
): string[] {
  // Most texts of a long table stand in many of its rows.
  const cells = new Map<string, string>();
  const cellOf = (text: string): string => {
    const written = cells.get(text) ?? cell(text, MAX_CELL_LENGTH, safe);
    cells.set(text, written);
    return written;
  };
  const { written, left } = fitting(rows, (row) => `| ${row.map(cellOf).join(' | ')} |`, MAX_TABLE_BYTES);
  return [
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...written,
    ...(left === 0 ? [] : ['', `${tooMany(left)} ${more}`.trim()]),
  ];
}

function cell(text: string, longest: number, safe: (text: string) => string): string {
  // Cells contain data, mostly a server's.
  return escapeMarkdown(shorten(safe(markServerText(text)), longest));
}

/** As many of the first lines as fit into so many bytes, and how many are left. */
function fitting<Item>(
  items: readonly Item[],
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
  return `And ${formatCount(left)} more, too many for a summary.`;
}

/** Bar is a span of time in a chart, in milliseconds since 1970. */
export interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** All but letters, digits and a few signs that mean nothing to Mermaid. */
const NOT_PLAIN = /[^\p{L}\p{N}._/-]+/gu;

const MAX_LABEL_LENGTH = 40;

/**
 * renderTimeline writes a chart that GitHub draws: https://mermaid.js.org/syntax/gantt.html. Labels go through `safe`; each
 * gets a number, because a line that begins with one of Mermaid's own words would be taken for it.
 */
export function renderTimeline(bars: readonly Bar[], safe: (text: string) => string): string[] {
  const tasks = bars.map(({ label, from, to }, index) => {
    const shown = shorten(safe(markServerText(label)), MAX_LABEL_LENGTH)
      .replaceAll(NOT_PLAIN, ' ')
      .trim();
    return `  ${index + 1} ${shown} :${chartTime(from)}, ${chartTime(to)}`;
  });
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DDTHH:mm:ss',
    '  axisFormat %Y-%m-%d',
    ...tasks,
    '```',
  ];
}

/** Without a zone, so that both ends are in the same one. */
function chartTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}
