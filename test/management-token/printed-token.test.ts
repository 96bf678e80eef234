import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedTokens, textsToMask } from '../../src/management-token/printed-token.ts';

const TOKEN = `M.V1.${'a1B2-_c3'.repeat(8)}`;
const ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';

describe('printedTokens', () => {
  test.for<[what: string, output: string]>([
    ['JSON', JSON.stringify({ id: ID, token_prefix: 'M.V1.a1B2', token: TOKEN })],
    ['JSON at any depth', JSON.stringify({ data: [{ management: { mgmtToken: TOKEN } }] })],
    [
      'an object that describes the token',
      JSON.stringify({ token: { id: ID, description: 'Ingest', created_by: ID, secret: TOKEN } }),
    ],
    ['JSON between lines of a log', `INFO created\n${JSON.stringify({ access_token: TOKEN })}\ndone\n`],
    [
      'JSON between lines with brackets',
      `[WARN] once\n${JSON.stringify([{ token: TOKEN }])}\n[INFO] {done}\n`,
    ],
    ['the last line that is one long word', `| ID |\n${'-'.repeat(40)}\nWARNING: keep it\n${TOKEN}\n`],
    ['JSON with white space around the token', JSON.stringify({ token: ` ${TOKEN}\n` })],
    ['JSON after 19 opening brackets', `${'['.repeat(19)}\n${JSON.stringify({ token: TOKEN })}`],
    ['JSON before 19 closing brackets', `${JSON.stringify({ token: TOKEN })}\n${']'.repeat(19)}`],
    ['a line with a carriage return', `warning\r\n${TOKEN}\r\n`],
  ])('finds the token in %s first', ([, output]) => {
    expect(printedTokens(output)[0]).toBe(TOKEN);
  });

  test.for<[what: string, output: string]>([
    ['an ID', ID],
    ['a prefix and an ID in JSON', JSON.stringify({ token_prefix: TOKEN, token_id: TOKEN })],
    [
      'what describes a token in JSON',
      JSON.stringify({ token: { id: TOKEN, prefix: TOKEN, note: 'Ingest' } }),
    ],
    ['a blank text in JSON', JSON.stringify({ token: ' ' })],
    ['a token in JSON that is null', JSON.stringify({ token: null })],
    ['JSON after 20 opening brackets', `${'['.repeat(20)}\n${JSON.stringify({ token: TOKEN })}`],
    ['JSON before 20 closing brackets', `${JSON.stringify({ token: TOKEN })}\n${']'.repeat(20)}`],
    ['words that are too short', `${TOKEN.slice(0, 31)}\n`],
    ['a line of several words', `token is ${TOKEN}`],
    ['nothing', ''],
  ])('finds none in %s', ([, output]) => {
    expect(printedTokens(output)).toEqual([]);
  });

  test('never throws, and finds only texts of the output', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (output) => {
        for (const found of printedTokens(output)) expect(found).not.toBe('');
      }),
    );
  });
});

test('textsToMask finds a token inside of a sentence, and no ID', () => {
  const texts = textsToMask(`ERROR created ${ID} with token=${TOKEN}, and then "${TOKEN}=="`);
  expect(texts).toEqual([TOKEN, `${TOKEN}==`]);
});

test('textsToMask finds nothing in an output without a long word', () => {
  expect(textsToMask('INFO created')).toEqual([]);
});
