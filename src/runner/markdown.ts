import { plainText } from './plain-text.ts';

/** HTML and the beginnings of links become entities, since a backslash does not stop them; the rest gets a backslash. */
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;

/** A bullet or a number begins a list, even inside the item of another list. */
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;

/**
 * escapeMarkdown makes a summary show a text from outside as it is, in one line: no Markdown, HTML, or formula in it has
 * any effect, and no address becomes a link.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replaceAll(SPECIAL, (special) =>
      /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`,
    )
    .replace(LIST_MARKER, (_, blank: string, bullet = '', number = '') =>
      bullet === '' ? `${blank}${number}\\.` : `${blank}\\${bullet}`,
    );
}
