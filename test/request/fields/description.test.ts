import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDescription, readDescription } from '../../../src/request/fields/description.ts';
import { formatRecord, recordIn } from '../../../src/tokens/record.ts';
import { formatTagged, parseTagged, withPlainDescription } from '../../../src/tokens/tag.ts';
import { given, reading } from '../../inputs/given.ts';
import { arbitraryRecord } from '../../tokens/arbitrary-record.ts';
import { arbitraryTag } from '../../tokens/arbitrary-tag.ts';

const CONTEXT = { workflow: 'Nightly', job: 'load-test' };
const TAG = '[gha:github.com/acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]';
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function read(description: string, context = CONTEXT) {
  return reading((errors) => readDescription(given({ description }), errors) ?? defaultDescription(context));
}

describe('a description', () => {
  test('is kept as it was typed', () => {
    const text = 'für Grüße — 100 % of [them], “really” 🎉';
    expect(read(text)).toEqual({ result: text, errors: [] });
  });

  test('contains workflow and job by default', () => {
    expect(read('')).toEqual({ result: 'Nightly / load-test', errors: [] });
  });

  test('can have 200 characters, and a character above 16 bits counts as one', () => {
    expect(read('🎉'.repeat(200)).errors).toEqual([]);
  });

  test('of 201 characters is too long', () => {
    expect(read('x'.repeat(201)).errors).toEqual([
      { input: 'description', message: expect.stringContaining('201') },
    ]);
  });

  test.each([
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a tab', '\t'],
    ['an escape character', '\u001b'],
    ['a null character', '\0'],
    ['a delete character', '\u007f'],
    ['a next-line character', '\u0085'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
  ])('with %s is an input error', (_, character) => {
    expect(read(`one${character}two`).errors).toEqual([
      { input: 'description', message: expect.stringContaining('control character') },
    ]);
  });

  test('that ends in a tag is an input error', () => {
    expect(read(`nightly ${TAG}`).errors).toEqual([
      { input: 'description', message: expect.stringContaining('tag') },
    ]);
  });

  test.each([
    ['a record', ' [gha-suspended:2027-01-31T12:00:00Z rw:metrics]', 'record'],
    ['a tag and a record', ` ${TAG} [gha-restored:2027-01-31T12:00:00Z -]`, 'tag'],
    ['a tag and the beginning of a record', ` ${TAG} [gha-susp`, 'tag'],
  ])('that ends in %s is an input error', (_, end, word) => {
    expect(read(`nightly${end}`).errors).toEqual([
      { input: 'description', message: expect.stringContaining(word) },
    ]);
  });

  test('can mention a tag that is not at its end', () => {
    expect(read(`instead of nightly ${TAG}, which leaked`).errors).toEqual([]);
  });

  test('with several input errors has all of them reported', () => {
    expect(read(`${'x\n'.repeat(200)} ${TAG}`).errors).toHaveLength(3);
  });

  test('without an input error is one short line of plain text, and is unchanged in the tagged one', () => {
    const typed = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          arbitraryTag.map((tag) => formatTagged('x', tag)),
          fc.constantFrom(TAG, ` ${TAG}`, ' [gha:', ' [gha-', ']', '\n'),
          arbitraryRecord.map((record) => formatRecord(record) ?? ''),
        ),
      )
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(typed, arbitraryTag, (text, tag) => {
        const { result, errors } = read(text);
        fc.pre(errors.length === 0);
        expect(parseTagged(result)).toBeUndefined();
        expect(result).not.toMatch(CONTROL);
        expect([...result].length).toBeLessThanOrEqual(200);
        expect(parseTagged(formatTagged(result, tag))).toEqual({ plain: result, tag, record: '' });
      }),
    );
  });

  test('that passes forges no record, before a tag, before a record, or alone', () => {
    const typed = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 5 }),
          fc.constantFrom(` ${TAG}`, ' [gha-', ' [gha-suspended:2027-01-31T12:00:00Z r:metrics', ']'),
          arbitraryRecord.map((record) => formatRecord(record) ?? ''),
        ),
      )
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(typed, arbitraryTag, arbitraryRecord, (text, tag, record) => {
        const { result = '', errors } = read(text);
        fc.pre(errors.length === 0);
        const written = formatRecord(record) ?? '';
        expect(recordIn(result)).toBe('');
        expect(recordIn(formatTagged(result, tag))).toBe('');
        expect(recordIn(result + written)).toBe(written);
        expect(withPlainDescription(`old${written}`, result)).toBe(result + written);
      }),
    );
  });
});

describe('the default description', () => {
  test('omits characters that a description cannot contain', () => {
    expect(read('', { workflow: 'Night\nly\u2028\u001b', job: 'load' })).toEqual({
      result: 'Nightly / load',
      errors: [],
    });
  });

  test('is shortened to the longest description', () => {
    const { result } = read('', { workflow: '🎉'.repeat(300), job: 'load' });
    expect(result).toBe('🎉'.repeat(200));
  });

  test('is never empty, for any workflow name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (workflow) => {
        const { result } = read('', { workflow, job: 'load' });
        expect(result).not.toBe('');
        expect(result).not.toMatch(CONTROL);
        expect(parseTagged(result)).toBeUndefined();
      }),
    );
  });
});
