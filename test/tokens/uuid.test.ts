import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUuid } from '../../src/base/uuid.ts';
import { sameId } from '../../src/tokens/token.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

describe('an ID', () => {
  test('can be a UUID of any version', () => {
    fc.assert(fc.property(fc.uuid(), (id) => isUuid(id) && isUuid(id.toUpperCase())));
  });

  test('can have no version, like the dummy ID', () => {
    expect(isUuid('11111111-1111-1111-1111-111111111111')).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a path', '../databases/prod'],
    ['a UUID and a path', `${ID}/../../databases/prod`],
    ['a UUID and a query', `${ID}?x`],
    ['a UUID and a line break', `${ID}\n`],
    ['a UUID after a space', ` ${ID}`],
    ['a UUID in braces', `{${ID}}`],
    ['a UUID without hyphens', ID.replaceAll('-', '')],
    ['a letter after f', ID.replace('a', 'g')],
    ['two UUIDs', `${ID}${ID}`],
  ])('is not %s', (_, text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe('two IDs', () => {
  test('are the same in any case', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(sameId(id, id)).toBe(true);
        expect(sameId(id.toUpperCase(), id)).toBe(true);
        expect(sameId(id, id.toUpperCase())).toBe(true);
      }),
    );
  });

  test('differ if one digit differs', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(sameId(one, other.toUpperCase())).toBe(one === other);
      }),
    );
    expect(sameId(ID, ID.replace('1a', '1b'))).toBe(false);
  });

  test('differ if one is only the beginning of the other', () => {
    expect(sameId(ID, ID.slice(0, -1))).toBe(false);
    expect(sameId(ID, `${ID} `)).toBe(false);
  });
});
