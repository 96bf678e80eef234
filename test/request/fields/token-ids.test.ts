import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUuid } from '../../../src/base/uuid.ts';
import { readTokenId, readTokenIds } from '../../../src/request/fields/token-ids.ts';
import { given, reading } from '../../inputs/given.ts';

const A = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const B = '2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

const readOne = (text: string) => reading((errors) => readTokenId(given({ 'token-id': text }), errors));
const readMany = (text: string) => reading((errors) => readTokenIds(given({ 'token-id': text }), errors));

describe('the IDs of tokens', () => {
  test.each([
    ['one', A],
    ['a line each', `${A}\n${B}`],
    ['a line each, as Windows ends lines', `${A}\r\n${B}\r\n`],
    ['commas', `${A}, ${B},`],
    ['comments and blank lines', `# leaked\n${A}\n\n  # and this\n${B}`],
    ['a JSON array', JSON.stringify([A, B])],
    ['a JSON array on several lines', JSON.stringify([A, B], null, 2)],
  ])('can be set as %s', (_, text) => {
    const { result, errors } = readMany(text);
    expect(errors).toEqual([]);
    expect(result).toEqual(text.includes(B) ? [A, B] : [A]);
  });

  test.each(['[]', ' [ ] ', '[\n]'])('can be empty: %j', (text) => {
    expect(readMany(text)).toEqual({ result: [], errors: [] });
  });

  test('that differ only in case are the same, and keep the place and spelling of the first', () => {
    expect(readMany(`${A}\n${A.toUpperCase()}\n${A}`).result).toEqual([A]);
    expect(readMany(`${A}\n${B}\n${A.toUpperCase()}`).result).toEqual([A, B]);
  });

  test.each([
    ['', 'is required'],
    ['# nothing', 'does not contain an ID'],
    [' , ,', 'does not contain an ID'],
  ])('are required: %j', (text, says) => {
    expect(readMany(text).errors).toEqual([{ input: 'token-id', message: expect.stringContaining(says) }]);
  });

  test.each([
    '../databases/prod',
    '..%2Fdatabases%2Fprod',
    `${A}/../../databases/prod`,
    `${A}/x`,
    `${A}/`,
    `%2e%2e/${A}`,
    `${A}?x`,
    'x',
    `{${A}}`,
    `["${A}"`,
    '[1]',
    '[null]',
    '["x"]',
    '[[]]',
    `[["${A}"]]`,
    `["${A}","::error::x"]`,
    `["${A}",""]`,
    '{"id": "x"}',
  ])('are UUIDs, and not %s', (text) => {
    expect(readMany(text).errors).toEqual([{ input: 'token-id', message: expect.stringMatching(/[.?]$/) }]);
  });

  test.each([`{${A}}`, `<${A}>`, `https://console.example.com/tokens/${A}`])(
    'are found in surrounding text, and suggested: %s',
    (text) => {
      expect(readMany(text).errors).toEqual([
        { input: 'token-id', message: expect.stringContaining(`Did you mean \`${A}\`?`) },
      ]);
    },
  );

  test.each([
    [A.replaceAll('-', ''), A],
    [A.replaceAll('-', '_'), A],
    [A.replaceAll('-', '\u2011'), A],
    [`${A}\u200b`, A],
    [`urn:uuid:${A}`, A],
    [`/api/v0/accounts/${B}/clusters/${B}/tokens/${A}`, A],
  ])('are found in another spelling, and suggested: %s', (text, meant) => {
    expect(readMany(text).errors).toEqual([
      { input: 'token-id', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });

  test.each([`"${A}", "${B}"`, `- ${A}\n- ${B}`, `[${A}, ${B}]`, `${A};${B}`, `${A} and ${B}`])(
    'get one input error for a list in another form, with the list to write: %s',
    (text) => {
      expect(readMany(text).errors).toEqual([
        { input: 'token-id', message: expect.stringContaining(`Write \`${A}, ${B}\`.`) },
      ]);
    },
  );

  test('joined by a folded block have their own error', () => {
    expect(readMany(`${A} ${B}`).errors).toEqual([
      { input: 'token-id', message: expect.stringContaining('use `|`') },
    ]);
  });

  test.each(['apiv1_c2VjcmV0', 'M.V1.abc', 'eyJhbGciOiJIUzI1NiJ9.e30.x', 'a'.repeat(64)])(
    'are not tokens, which are never shown: %s',
    (text) => {
      const { errors } = readMany(text);
      expect(errors).toEqual([{ input: 'token-id', message: expect.stringContaining('looks like a token') }]);
      expect(errors[0]?.message).not.toContain(text);
    },
  );

  test('have an input error each', () => {
    expect(readMany(`x\n${A}\ny`).errors).toHaveLength(2);
  });

  test('are UUIDs or input errors, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(fc.oneof(fc.uuid(), fc.string())).map((ids) => JSON.stringify(ids)),
      fc.array(fc.oneof(fc.uuid(), fc.string())).map((ids) => ids.join('\n')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { result, errors } = readMany(typed.trim());
        expect(errors.length > 0 || result.every(isUuid)).toBe(true);
      }),
    );
  });
});

describe('the ID of a token', () => {
  test('is a UUID', () => {
    expect(readOne(A)).toEqual({ result: A, errors: [] });
  });

  test.each([
    `${A} ${B}`,
    `${A};${B}`,
    `${A} and ${B}`,
    `- ${A}\n- ${B}`,
    `["${A}","${B}"]`,
    `# this\n${A}\n# or that\n${B}`,
  ])('is one, and not several in any form of a list: %s', (text) => {
    expect(readOne(text).errors).toEqual([
      {
        input: 'token-id',
        message: expect.stringContaining('contains 2 IDs. This operation needs exactly one ID.'),
      },
    ]);
  });

  test.each(['', 'x', '../databases/prod', `${A},${B}`, `${A}/`, `%2e%2e/${A}`, '[]'])(
    'is not %j',
    (text) => {
      expect(readOne(text).errors).toEqual([{ input: 'token-id', message: expect.stringContaining('ID') }]);
    },
  );
});
