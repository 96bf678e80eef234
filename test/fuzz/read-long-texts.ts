/**
 * Runs all readers on texts of half a megabyte, or on the longest inputs, and prints the name of each that has ended. It is a
 * separate process, because only a process can be stopped if a reader never ends.
 */

import { InputErrors } from '../../src/base/errors.ts';
import { quote, shorten } from '../../src/base/text.ts';
import { excerpt } from '../../src/http/body.ts';
import { parseHttpDate, parseRetryAfter } from '../../src/http/retry.ts';
import { parseTokens } from '../../src/management-api/schemas.ts';
import { parseList } from '../../src/request/fields/list.ts';
import { readPermissions } from '../../src/request/fields/permissions.ts';
import { readStoreIn } from '../../src/request/fields/store-in.ts';
import { escapeMarkdown, plainText } from '../../src/runner/sanitize.ts';
import { Secrets } from '../../src/runner/secrets.ts';
import { parseInstant, parseServerDate } from '../../src/tokens/dates.ts';
import { parseDuration } from '../../src/tokens/duration.ts';
import { parseGlob } from '../../src/tokens/glob.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import { given } from '../inputs/given.ts';

const HALF_A_MEGABYTE = 512 * 1024;
/** The limit of an environment variable, which contains an input (Linux, MAX_ARG_STRLEN). */
const MAX_INPUT_LENGTH = 128 * 1024;
const TAG = ' [gha:github.com/acme/web#4711 1.1 job 0123456789abcdef]';

/** Texts that a reader with backtracking would read many times. */
const PIECES = [
  'a',
  ' ',
  '[gha:',
  TAG,
  '/',
  '#',
  '0',
  '1d',
  'a/',
  '[',
  ']',
  '{',
  '*',
  '*a',
  '::',
  '##[',
  '##',
  '\t',
  '\u2003',
  ',',
  '\n',
  ':',
  'a: read\n',
  'repo = A\n',
  '<',
  '<title>',
  '&',
  '|',
  '\\',
  '-',
  '2030-',
  'Sun, ',
  '"',
  '[{"id":"',
];

type Reader = (text: string) => unknown;

const READERS_OF_INPUTS: Readonly<Record<string, Reader>> = {
  pattern: (text) => parseGlob(text).matches('nothing like it'),
  permissions: (text) => readPermissions(given({ permissions: text }), new InputErrors()),
  databases: (text) => readPermissions(given({ databases: text, permissions: 'read' }), new InputErrors()),
  'store-in': (text) =>
    readStoreIn(
      given({ 'store-in': text }),
      { repository: 'acme/web', allowsLaterSteps: true },
      new InputErrors(),
    ),
  list: (text) => parseList(text, { separator: 'comma', isValid: (item) => item === 'a' }),
  lines: (text) => parseList(text, { separator: 'line', isValid: (item) => item === 'a' }),
};

const READERS_OF_RESPONSES: Readonly<Record<string, Reader>> = {
  tag: parseTagged,
  duration: parseDuration,
  instant: parseInstant,
  'date of a server': parseServerDate,
  'description, by a pattern': (text) => parseGlob('*a*b*c').matches(text),
  quote,
  'header Retry-After': (text) => parseRetryAfter(text, 0),
  'header Date': parseHttpDate,
  refusal: (text) => excerpt({ status: 500, headers: {}, body: text }),
  page: (text) => excerpt({ status: 500, headers: {}, body: `<html>${text}` }),
  'list of tokens': parseTokens,
  'log line': plainText,
  'cell of a summary': (text) => escapeMarkdown(shorten(text, 300)),
  markdown: escapeMarkdown,
  redaction: (text) => new Secrets().redact(text),
};

/** The readers by name, each with the length of its texts. */
export const READERS: Readonly<Record<string, { readonly read: Reader; readonly length: number }>> = {
  ...withLength(READERS_OF_INPUTS, MAX_INPUT_LENGTH),
  ...withLength(READERS_OF_RESPONSES, HALF_A_MEGABYTE),
};

function withLength(readers: Readonly<Record<string, Reader>>, length: number) {
  return Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, { read, length }]));
}

if (import.meta.main) {
  for (const [name, { read, length }] of Object.entries(READERS)) {
    for (const piece of PIECES) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      read(`${text}!`);
      read(`x${text}${TAG}`);
    }
    console.log(name);
  }
}
