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
