import fc from 'fast-check';

/** Parts of commands, and characters that hide a command from a reader: white space, and characters without a width. */
const PIECES = [
  ...[':', '::', ':::', '#', '##', '[', ']', '##[', '::error::', '##[error]', '::add-mask::x', 'error', 'x'],
  ...['\0', '\t', '\n', '\v', '\f', '\r', '\r\n', ' ', '\u001b[31m', '\u007f', '\u0080', '\u0085', '\u009f'],
  ...[
    '\u00a0',
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u1680',
    '\u180e',
    '\u2000',
    '\u200a',
    '\u200b',
    '\u200d',
    '\u200e',
  ],
  ...[
    '\u2028',
    '\u2029',
    '\u202e',
    '\u202f',
    '\u205f',
    '\u2060',
    '\u2066',
    '\u3000',
    '\ufe0f',
    '\ufeff',
    '\ufff9',
  ],
  ...['\ud800', '\udc00', '\u{e0001}', '\u{e007f}', '%0A', '%25', '%'],
];

/** hostileText is any text, and often a text that looks like a command of GitHub's runner. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 20 }),
);
