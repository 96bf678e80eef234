/**
 * What a reader cannot see, or takes for a space or a hyphen: these characters are mostly what is wrong with a value that
 * looks right.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212]|(?! )\p{Zs}/gu;

/** quote shows a typed value inside a message: in double quotes, with invisible characters as escapes, cut when long. */
export function quote(text: string): string {
  return `"${shorten(text, 80).replaceAll(INVISIBLE, escapeCharacter)}"`;
}

/** contentLines splits an input into its trimmed lines, without blank lines and comments. */
export function contentLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * shorten cuts a text to about so many characters, at white space alone: a credential has none, so that no part of one
 * is left which the masks, made for the whole, would not cover.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
  return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}

/** formatCount writes a whole number for people: `1,200`. Node's own formatter takes 10 ms to load. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "Start of text" and "end of text": control characters, which no text keeps on its way into the log. */
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKS = /[\u0002\u0003]/g;

/**
 * markServerText marks a text of a server inside a message of ours. Which credentials are known is decided only when a
 * message is printed, so the place that prints it checks every marked text, and no place that builds a message has to.
 */
export function markServerText(text: string): string {
  return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}

/** replaceServerTexts replaces each marked text in a message, marks included. */
export function replaceServerTexts(message: string, replace: (serverText: string) => string): string {
  return message.replaceAll(MARKED, (_, serverText: string) => replace(serverText));
}
