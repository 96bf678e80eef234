const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** What is left of C0 and C1, and DEL. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** White space to .NET, which trims a line before it looks for a command, and more that looks like it. */
const LEADING_COMMAND = /^([\s\u0085\u180e\u200b-\u200f\u2060\ufeff]*):(?=:)/;

/**
 * plainText makes one line of a text that no workflow command can hide in. GitHub's runner looks for `::` at the
 * beginning of a line, after any white space, and for `##[` anywhere in it.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(LINE_BREAKS_AND_TABS, ' ')
    .replaceAll(CONTROL, '')
    .replaceAll('##[', '# #[')
    .replace(LEADING_COMMAND, '$1: ');
}
