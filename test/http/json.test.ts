import * as v from '@badrap/valita';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactJson, parseJson } from '../../src/base/json.ts';
import { parseBody } from '../../src/http/body.ts';

test('JSON is read as JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('a byte order mark in front of JSON is ignored', () => {
  expect(parseJson('\ufeff[1]')).toEqual([1]);
  expect(parseJson('\ufeff\ufeff[1]')).toBeUndefined();
});

test.each(['', '{', 'null null', '<html></html>'])('other text is undefined: %j', (text) => {
  expect(parseJson(text)).toBeUndefined();
});

test('IDs that are too large for a number keep their digits, and everything else is read as JSON', () => {
  const text =
    '[9007199254740993, 99999999999999999999, "9007199254740993", 4711, 1e300, 9007199254740993.5]';
  expect(parseExactJson(text)).toEqual([
    9007199254740993n,
    99999999999999999999n,
    '9007199254740993',
    4711,
    1e300,
    9007199254740994,
  ]);
  expect(parseExactJson('{')).toBeUndefined();
  expect(parseExactJson(`[${'9'.repeat(21)}]`)).toEqual([1e21]);
});

test('a body matches its schema or is undefined', () => {
  const schema = v.object({ id: v.number() });
  expect(parseBody(schema, '{"id": 1, "more": 2}')).toEqual({ id: 1 });
  for (const other of ['{"id": "1"}', '{}', '[]', 'null', '{"id": 1', '']) {
    expect(parseBody(schema, other)).toBeUndefined();
  }
});
