/**
 * Characters that are invisible or look like a space or a hyphen. If a value looks right but is wrong, one of these is usually
 * the reason.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2010-\u2015\u2212\u2800\ufffc]|(?! )\p{Zs}/gu;

/**
 * quote returns a value in double quotes for a message. It escapes invisible characters and shortens long values. It leaves out what
 * looks like a credential, because people paste tokens into every input.
 */
export function quote(text: string): string {
  return `"${visible(shorten(text, 80))}"`;
}

/** asCode shows a line to paste in backticks, with the same care. */
export function asCode(line: string): string {
  return `\`${visible(line)}\``;
}

/** visible shows a text as it is, with escapes for invisible characters, and without what looks like a credential. */
export function visible(text: string): string {
  return text.replaceAll(CREDENTIAL, '…').replaceAll(INVISIBLE, escapeCharacter);
}

/** Tokens of InfluxDB and GitHub, and JWTs. Other tokens have no shape that sets them apart from names. */
const CREDENTIAL =
  /\bM\.V\d+\.[\w.~+/=-]{3,}|\bapiv\d+[_.][\w.~+/=-]{8,}|\b(?:gh[a-z]|github_pat)_\w{20,}|\beyJ[\w-]{8,}\.[\w.-]+/g;

/** containsCredential tells whether something in a text looks like a token. */
export function containsCredential(text: string): boolean {
  return text.search(CREDENTIAL) >= 0;
}

/** plainCharacters replaces what only looks like a usual character, and removes what cannot be seen. Line breaks stay. */
export function plainCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2018-\u201f\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/(?![\t\r\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
}

/** contentLines returns the trimmed lines of an input, without blank lines and comments. */
export function contentLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** escapeCharacter writes a character as an escape: `\\u200b`. */
export function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * shorten cuts a text to about `maxLength` characters. It cuts only at white space, which a credential never contains: masks
 * would not hide a part of a credential.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
  return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}

/** formatCount formats a whole number for people: `1,200`. Node's own formatter takes 10 ms to load. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** countOf writes a number of things for people: `1 token`, `1,200 tokens`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "Start of text" and "end of text": control characters, which are removed from every text before it is printed. */
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKED_OR_BACKTICK = /\u0002([^\u0003]*)\u0003|`/g;
const MARKS = /[\u0002\u0003]/g;

/**
 * markServerText marks the text of a server inside a message. The runner checks marked texts for credentials when it prints the
 * message, because only then are all credentials known.
 */
export function markServerText(text: string): string {
  return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}

/** replaceServerTexts replaces each marked text in a message, marks included. */
export function replaceServerTexts(message: string, replace: (serverText: string) => string): string {
  return message.replaceAll(MARKED, (_, serverText: string) => replace(serverText));
}

/** listBackticks tells for each backtick in a message, in order, whether it is ours or in the marked text of a server. */
export function listBackticks(message: string): readonly ('ours' | 'server')[] {
  return [...message.matchAll(MARKED_OR_BACKTICK)].flatMap(([, serverText]) =>
    serverText === undefined ? ['ours'] : [...serverText.matchAll(/`/g)].map(() => 'server' as const),
  );
}
