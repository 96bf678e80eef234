import { formatCount } from '../format-count.ts';
import { shorten } from '../shorten.ts';
import { escapeMarkdown } from './markdown.ts';
import { type Bar, renderTimeline } from './timeline.ts';

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
const LARGEST_TABLE_BYTES = 900_000;

const LONGEST_CELL = 300;

/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
export function renderSection(section: SummarySection, safe: (text: string) => string): string {
  const heading = [`### ${section.title}`, ''];
  if ('items' in section)
    return lines(
      heading,
      section.items.map((item) => `- ${escapeMarkdown(safe(item))}`),
    );
  if ('bars' in section) return lines(heading, renderTimeline(section.bars, safe));
  if ('facts' in section) {
    const rows = section.facts.map(([name, value]) => `| ${name} | ${escapeMarkdown(safe(value))} |`);
    return lines(heading, ['| | |', '|---|---|', ...rows]);
  }
  return lines(heading, table(section, safe));
}

function lines(...parts: readonly (readonly string[])[]): string {
  return [...parts.flat(), ''].join('\n');
}

function table(
  { head, rows, more = '' }: Extract<SummarySection, { head: unknown }>,
  safe: (text: string) => string,
): string[] {
  const written = [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`];
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    const line = `| ${row.map((cell) => escapeMarkdown(shorten(safe(cell), LONGEST_CELL))).join(' | ')} |`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > LARGEST_TABLE_BYTES) {
      return [
        ...written,
        '',
        `And ${formatCount(rows.length - index)} more, too many for a summary. ${more}`.trim(),
      ];
    }
    written.push(line);
  }
  return written;
}
