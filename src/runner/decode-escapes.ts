/** HTML's names of the printable ASCII characters, in lower case. */
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

/** Browsers take entities without a semicolon, too. */
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
export function decodeEscapes(text: string): string {
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

/** What is no character stays as it is. */
function character(code: number, written: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
