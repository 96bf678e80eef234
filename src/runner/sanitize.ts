const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** What is left of C0 and C1, and DEL. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** .NET compares texts as people read them: a zero-width space between the colons of `::` would hide them from us alone. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

const LEADING_COMMAND = /^(\s*):(?=:)/;

/** What most texts are made of, and nothing above is in it. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * plainText makes one line of a text that no workflow command can hide in. GitHub's runner looks for `::` at the
 * beginning of a line, after any white space, and for `##[` anywhere in it.
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
    .replace(LIST_MARKER, (...[, blank, bullet, number]: readonly (string | undefined)[]) =>
      bullet === undefined ? `${blank}${number}\\.` : `${blank}\\${bullet}`,
    );
}
