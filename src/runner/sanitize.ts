const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** DEL and the control characters of C0 and C1 that the expression above does not match. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** .NET ignores invisible characters when it compares texts, so it would find `::` with a zero-width space in between. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

const LEADING_COMMAND = /^(\s*):(?=:)/;

/** Most texts contain only these characters, which the expressions above never match. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * plainText converts a text into one line without workflow commands. GitHub's runner looks for `::` at the beginning of a
 * line, after any white space, and for `##[` anywhere in the line.
 */
export function plainText(text: string): string {
  return oneLine(text).replaceAll('##[', '# #[').replace(LEADING_COMMAND, '$1: ');
}

function oneLine(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(LINE_BREAKS_AND_TABS, ' ')
    .replaceAll(CONTROL, '')
    .replaceAll(INVISIBLE, '');
}

/** HTML and the beginnings of links become entities, because a backslash has no effect on them. All others get a backslash. */
const SPECIAL = /[&<>@]|:(?=\/\/)|(?<=www)\.|[\\`*_[\]()#|~!$]/gi;

/** A bullet or a number starts a list, even inside the item of another list. */
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;

/** Most cells of a table contain only these characters, which never need an escape in this order. */
const ORDINARY = /^[a-z\d][a-z\d ,:;=-]*$/i;

/**
 * escapeMarkdown escapes a text from outside, so that a summary shows it unchanged and in one line. Markdown, HTML, and formulas
 * in the text have no effect, and no address becomes a link.
 */
export function escapeMarkdown(text: string): string {
  if (ORDINARY.test(text)) return text;
  return plainText(text)
    .replaceAll(SPECIAL, (special) =>
      /^[&<>@:.]/.test(special) ? `&#${special.charCodeAt(0)};` : `\\${special}`,
    )
    .replace(LIST_MARKER, (...[, blank, bullet, number]: readonly (string | undefined)[]) =>
      bullet === undefined ? `${blank}${number}\\.` : `${blank}\\${bullet}`,
    );
}
