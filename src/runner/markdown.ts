import { plainText } from './plain-text.ts';

/** HTML and the beginnings of links become entities, since a backslash does not stop them; the rest gets a backslash. */
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!]/gi;

/**
 * escapeMarkdown makes a text from outside stand in a summary as it is, in one line: neither Markdown nor HTML, and no
 * address in it becomes a link.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text).replaceAll(SPECIAL, (special) =>
    /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`,
  );
}

/** SummarySection is a heading over a table of facts or a list of sentences. Headings and names are ours. */
export type SummarySection =
  | { readonly title: string; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly title: string; readonly items: readonly string[] };

/** renderSection writes a section in Markdown. Each text goes through `safe` before it is escaped. */
export function renderSection(section: SummarySection, safe: (text: string) => string): string {
  return 'facts' in section
    ? factTable(
        section.title,
        section.facts.map(([name, value]) => [name, safe(value)]),
      )
    : bulletList(section.title, section.items.map(safe));
}

/** factTable is a table of names and values. Values are escaped, names are ours. */
export function factTable(title: string, facts: readonly (readonly [name: string, value: string])[]): string {
  const rows = facts.map(([name, value]) => `| ${name} | ${escapeMarkdown(value)} |`);
  return [`### ${title}`, '', '| | |', '|---|---|', ...rows, ''].join('\n');
}

/** bulletList is a heading with one escaped item a line. */
export function bulletList(title: string, items: readonly string[]): string {
  return [`### ${title}`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`), ''].join('\n');
}
