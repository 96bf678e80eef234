/** A text that shares this many characters in a row with a credential does so for a reason. */
const FRAGMENT_LENGTH = 10;

/** No genuine server escapes a text more often. */
const MAX_DECODINGS = 8;

/** The public beginning of known kinds of credentials. The first part of a JWT contains only its algorithm. */
const PUBLIC_BEGINNING =
  /^(?:github_pat_|gh[a-z]_(?:\d+_)?|apiv\d+_|M\.V1\.)?(?:eyJ[\w-]+\.(?=[\w-]+\.[\w-]))?/;

/** White space and invisible characters could separate the characters of a credential. */
const SEPARATORS = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;

/** credentialFragments lists every 10 characters in a row of a credential, without its public beginning. */
export function credentialFragments(credential: string): string[] {
  return fragmentsOf(withoutSeparators(credential).replace(PUBLIC_BEGINNING, ''));
}

/**
 * repeatsCredential tells whether a text contains one of the fragments, as it is or after its escapes are decoded up to 8
 * times. A text with more layers counts as repeating a credential, because the action cannot tell. Needs time linear in the
 * text, regardless of the number of fragments.
 */
export function repeatsCredential(text: string, fragments: ReadonlySet<string>): boolean {
  if (fragments.size === 0) return false;
  let layer = withoutSeparators(text);
  for (let decodings = 0; decodings <= MAX_DECODINGS; decodings++) {
    if (fragmentsOf(layer).some((fragment) => fragments.has(fragment))) return true;
    const decoded = withoutSeparators(decodeEscapes(layer));
    if (decoded === layer) return false;
    layer = decoded;
  }
  return true;
}

function fragmentsOf(text: string): string[] {
  const count = Math.max(0, text.length - FRAGMENT_LENGTH + 1);
  return Array.from({ length: count }, (_, start) => text.slice(start, start + FRAGMENT_LENGTH));
}

function withoutSeparators(text: string): string {
  return text.replaceAll(SEPARATORS, '');
}

/** HTML's names for the printable ASCII characters, in lower case. */
const ENTITIES: Readonly<Record<string, string>> = {
  excl: '!',
  quot: '"',
  num: '#',
  dollar: '$',
  percnt: '%',
  amp: '&',
  apos: "'",
  lpar: '(',
  rpar: ')',
  ast: '*',
  midast: '*',
  plus: '+',
  comma: ',',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  lt: '<',
  equals: '=',
  gt: '>',
  quest: '?',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  bsol: '\\',
  rsqb: ']',
  rbrack: ']',
  hat: '^',
  lowbar: '_',
  underbar: '_',
  grave: '`',
  diacriticalgrave: '`',
  lcub: '{',
  lbrace: '{',
  verbar: '|',
  vert: '|',
  verticalline: '|',
  rcub: '}',
  rbrace: '}',
};

/** Browsers also accept entities without a semicolon. */
const ESCAPE = new RegExp(
  [
    '&#x0*(?<hex>[\\da-f]{1,6});?',
    '&#0*(?<decimal>\\d{1,7});?',
    `&(?<entity>${Object.keys(ENTITIES).join('|')});?`,
    '(?<percent>(?:%[\\da-f]{2})+)',
    '\\\\u\\{0*(?<braced>[\\da-f]{1,6})\\}',
    '\\\\u(?<unit>[\\da-f]{4})',
    '\\\\x(?<byte>[\\da-f]{2})',
    '\\\\(?<control>[bfnrtv0])',
    '\\\\(?<char>[^a-z\\d])',
  ].join('|'),
  'gi',
);

interface Escape {
  readonly hex?: string;
  readonly decimal?: string;
  readonly entity?: string;
  readonly percent?: string;
  readonly braced?: string;
  readonly unit?: string;
  readonly byte?: string;
  readonly control?: string;
  readonly char?: string;
}

/** decodeEscapes decodes HTML entities, percent escapes, and JSON and JavaScript escapes once, in one pass. */
function decodeEscapes(text: string): string {
  return text.replaceAll(ESCAPE, (written: string, ...rest: unknown[]) => {
    const { hex, decimal, entity, percent, braced, unit, byte, control, char } = rest.at(-1) as Escape;
    if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? written;
    if (percent !== undefined) return Buffer.from(percent.replaceAll('%', ''), 'hex').toString('utf8');
    if (control !== undefined) return ' ';
    if (char !== undefined) return char;
    if (decimal !== undefined) return character(Number(decimal), written);
    return character(Number.parseInt(hex ?? braced ?? unit ?? byte ?? '', 16), written);
  });
}

/** A number that is not a character stays as it is. */
function character(code: number, written: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
