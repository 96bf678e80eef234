/** Lets one reader read texts of a megabyte, in a process of its own: nothing else could stop one that never ends. */

import { excerpt } from '../../src/http/excerpt.ts';
import { parseHttpDate } from '../../src/http/http-date.ts';
import { parseRetryAfter } from '../../src/http/retry-after.ts';
import { InputErrors } from '../../src/input-errors.ts';
import { parseList } from '../../src/inputs/list.ts';
import { readPermissions } from '../../src/inputs/permissions.ts';
import { readStoreIn } from '../../src/inputs/store-in.ts';
import { quote } from '../../src/inputs/text.ts';
import { parseTokens } from '../../src/management-api/schemas.ts';
import { escapeMarkdown } from '../../src/runner/markdown.ts';
import { plainText } from '../../src/runner/plain-text.ts';
import { Secrets } from '../../src/runner/secrets.ts';
import { shorten } from '../../src/shorten.ts';
import { parseDuration } from '../../src/tokens/duration.ts';
import { parseGlob } from '../../src/tokens/glob.ts';
import { parseInstant, parseServerDate } from '../../src/tokens/instant.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import { given } from '../inputs/given.ts';

const MEGABYTE = 1024 * 1024;
/** Of an environment variable, by which inputs are given (Linux, MAX_ARG_STRLEN). */
const MAX_INPUT_LENGTH = 128 * 1024;
const TAG = ' [gha:github.com/acme/web#4711 1.1 job 0123456789abcdef]';

/** What a backtracking reader would read again and again. */
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

export const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  tag: parseTagged,
  duration: parseDuration,
  instant: parseInstant,
  'date of a server': parseServerDate,
  pattern: (text) => parseGlob(text.slice(0, MAX_INPUT_LENGTH)).matches('nothing like it'),
  'description, by a pattern': (text) => parseGlob('*a*b*c').matches(text),
  permissions: (text) => readPermissions(given({ permissions: text }), new InputErrors()),
  databases: (text) => readPermissions(given({ databases: text, permissions: 'read' }), new InputErrors()),
  'store-in': (text) => readStoreIn(given({ 'store-in': text }), 'acme/web', new InputErrors()),
  list: parseList,
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

const reader = READERS[process.argv[2] ?? ''];
if (reader) {
  for (const piece of PIECES) {
    const text = piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
    reader(`${text}!`);
    reader(`x${text}${TAG}`);
  }
}
