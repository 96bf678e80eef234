import { plainText } from './plain-text.ts';

/** escapeMarkdown makes a text from outside stand in a summary as it is: neither Markdown nor HTML, in one line. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+.!|~@:-]/g, (character) => `&#${character.charCodeAt(0)};`);
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
