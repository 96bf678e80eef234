import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findByNonce,
  formatTagged,
  parseTagged,
  plainDescription,
  type Tag,
  withPlainDescription,
  withTag,
} from '../../src/tokens/tag.ts';
import { arbitraryTag } from './arbitrary-tag.ts';

/** The form of a tag, copied from the protocol. */
const NORMATIVE =
  / \[gha:([a-z0-9._-]{1,253}(?::\d{1,5})?)\/([\w.-]+\/[\w.-]+)#(\d{1,20}) (\d{1,20})\.(\d{1,9}) (job|kept|pending|current) ([0-9a-f]{16})\]$/;

const TAG: Tag = {
  repository: 'acme/web',
  server: 'github.com',
  repositoryId: '4711',
  runId: '8812345678',
  runAttempt: '1',
  kind: 'job',
  nonce: '7f3a9c2e5b1d8046',
};
const WRITTEN = '[gha:github.com/acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]';

/** A plain description, often with a text that looks like the beginning of a tag or like a complete one. */
const plain = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(' ', ' [gha:', ']', `${WRITTEN}`, ` ${WRITTEN}`, '\n', '$'),
    ),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

describe('a tag', () => {
  test('is written as in the protocol', () => {
    expect(formatTagged('nightly load test', TAG)).toBe(`nightly load test ${WRITTEN}`);
  });

  test('and the plain description are parsed as they were formatted', () => {
    fc.assert(
      fc.property(plain, arbitraryTag, (text, tag) => {
        expect(parseTagged(formatTagged(text, tag))).toEqual({ plain: text, tag, record: '' });
      }),
    );
  });

  test('keeps numbers as text, with their leading zeros', () => {
    const tag = { ...TAG, repositoryId: '00000000000000000001', runId: '99999999999999999999' };
    expect(parseTagged(formatTagged('x', tag))?.tag).toEqual(tag);
  });

  test('is only the last one if there are two', () => {
    expect(parseTagged(`x ${WRITTEN} ${WRITTEN}`)).toEqual({ plain: `x ${WRITTEN}`, tag: TAG, record: '' });
  });

  test('needs a plain description of at least one character before it', () => {
    expect(parseTagged(` ${WRITTEN}`)).toBeUndefined();
    expect(parseTagged(WRITTEN)).toBeUndefined();
    expect(parseTagged(`x ${WRITTEN}`)?.plain).toBe('x');
  });

  test.each([
    ['text after it', `x ${WRITTEN}.`],
    ['a line break after it', `x ${WRITTEN}\n`],
    ['no space before it', `x${WRITTEN}`],
    ['a tab before it', `x\t${WRITTEN}`],
    ['an unknown kind', `x ${WRITTEN.replace('job', 'spare')}`],
    ['the kind "handed"', `x ${WRITTEN.replace('job', 'handed')}`],
    ['a kind in capitals', `x ${WRITTEN.replace('job', 'JOB')}`],
    ['a nonce in capitals', `x ${WRITTEN.replace('7f3a', '7F3A')}`],
    ['a nonce of 15 digits', `x ${WRITTEN.replace('8046', '804')}`],
    ['a nonce of 17 digits', `x ${WRITTEN.replace('8046', '80460')}`],
    ['no server', `x ${WRITTEN.replace('github.com/', '')}`],
    ['a server in capitals', `x ${WRITTEN.replace('github', 'GitHub')}`],
    ['a server with a scheme', `x ${WRITTEN.replace('github', 'https://github')}`],
    ['a port of 6 digits', `x ${WRITTEN.replace('.com', '.com:123456')}`],
    ['a server of 254 characters', `x ${WRITTEN.replace('github.com', 'a'.repeat(254))}`],
    ['a repository without an owner', `x ${WRITTEN.replace('acme/', '')}`],
    ['a repository of three parts', `x ${WRITTEN.replace('acme/', 'acme/team/')}`],
    ['a repository with a space', `x ${WRITTEN.replace('acme', 'ac me')}`],
    ['a repository ID of 21 digits', `x ${WRITTEN.replace('4711', '1'.repeat(21))}`],
    ['a run ID of 21 digits', `x ${WRITTEN.replace('8812345678', '1'.repeat(21))}`],
    ['an attempt of 10 digits', `x ${WRITTEN.replace('.1 ', '.1234567890 ')}`],
    ['a digit of another script', `x ${WRITTEN.replace('4711', '٤711')}`],
    ['two spaces inside', `x ${WRITTEN.replace(' job', '  job')}`],
    ['another prefix', `x ${WRITTEN.replace('gha', 'gh')}`],
  ])('with %s is not a tag', (_, description) => {
    expect(parseTagged(description)).toBeUndefined();
  });

  test('is found exactly where the protocol finds one, in any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), plain), agreesWithProtocol));
  });

  test('is found exactly where the protocol finds one, in changed tags', () => {
    const tampered = fc
      .tuple(
        plain,
        arbitraryTag,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 2 }), fc.constantFrom('a', '0', ' ', '[', ']', '/')),
      )
      .map(([text, tag, place, removed, inserted]) => {
        const whole = formatTagged(text, tag);
        const written = whole.length - text.length;
        const at = text.length + (place % (written + 1));
        return whole.slice(0, at) + inserted + whole.slice(at + removed);
      });
    fc.assert(fc.property(tampered, agreesWithProtocol), { numRuns: 1000 });
  });

  test.each([
    ['beginnings of tags', 'x'.concat(' [gha:'.repeat(175_000))],
    ['an endless repository', `x [gha:${'a'.repeat(1_000_000)}`],
    ['an endless path', `x [gha:${'a/'.repeat(500_000)}#`],
    ['an endless number', `x [gha:github.com/acme/web#${'1'.repeat(1_000_000)}`],
    ['spaces', ' '.repeat(1_000_000)],
    ['tags that lack only their end', `x ${`${WRITTEN} `.repeat(20_000)}`],
  ])('is searched fast in a megabyte of %s', (_, hostile) => {
    expect(parseTagged(hostile)).toBeUndefined();
  });
});

describe.each([
  ['a record', ' [gha-suspended:2027-01-31T12:00:00Z r:metrics rw:a%20b/c w:*]'],
  ['a record without grants', ' [gha-restored:2027-01-31T12:00:00Z -]'],
  ['the beginning of a record', ' [gha-'],
  ['a record that is cut off', ' [gha-suspending:2027-01-31T12:00:00Z r:metr'],
  ['a record that is cut off in a name', ' [gha-suspending:2027-01-31T12:00:00Z r:a%2'],
])('a tag that is followed by %s', (_, record) => {
  const description = `nightly ${WRITTEN}${record}`;

  test('counts, and the text after it is kept separately', () => {
    expect(parseTagged(description)).toEqual({ plain: 'nightly', tag: TAG, record });
    expect(plainDescription(description)).toBe('nightly');
    expect(findByNonce(new Set([TAG.nonce]), [{ description }])).toHaveLength(1);
  });

  test('stays verbatim with that text when the plain description changes', () => {
    expect(withPlainDescription(description, 'weekly')).toBe(`weekly ${WRITTEN}${record}`);
  });

  test('is replaced by another tag, and the text after it stays', () => {
    const other: Tag = { ...TAG, kind: 'current' };
    expect(withTag(description, other)).toBe(`${formatTagged('nightly', other)}${record}`);
  });
});

test.each([
  ['an impossible date', ' [gha-suspended:2027-02-30T12:00:00Z -]'],
  ['an undecodable name', ' [gha-suspended:2027-01-31T12:00:00Z r:a%FF]'],
  ['an unknown state', ' [gha-expired:2027-01-31T12:00:00Z -]'],
  ['an unknown action', ' [gha-suspended:2027-01-31T12:00:00Z x:a]'],
  ['two records', ' [gha-restored:2027-01-31T12:00:00Z -] [gha-restored:2027-01-31T12:00:00Z -]'],
  ['text that is not a record', ' [gha-suspended:2027-01-31T12:00:00Z -].'],
])('a tag that is followed by %s does not count', (_, end) => {
  expect(parseTagged(`nightly ${WRITTEN}${end}`)).toBeUndefined();
});

test('a tag that is followed by many beginnings of records is parsed fast', () => {
  expect(parseTagged(`nightly ${WRITTEN}${' [gha-'.repeat(175_000)}`)).toBeUndefined();
  const grants = ' r:a'.repeat(250_000);
  expect(parseTagged(`nightly ${WRITTEN} [gha-suspended:2027-01-31T12:00:00Z${grants}!`)).toBeUndefined();
  expect(parseTagged(`nightly ${WRITTEN} [gha-suspended:2027-01-31T12:00:00Z${grants}]`)?.tag).toEqual(TAG);
});

describe('an untagged description', () => {
  const record = ' [gha-suspended:2027-01-31T12:00:00Z rw:metrics]';

  test('ends before its record', () => {
    expect(plainDescription(`made by hand${record}`)).toBe('made by hand');
    expect(withPlainDescription(`made by hand${record}`, 'telegraf')).toBe(`telegraf${record}`);
    expect(withTag(`made by hand${record}`, TAG)).toBe(`made by hand ${WRITTEN}${record}`);
  });

  test('keeps a text that only looks like the beginning of a record', () => {
    expect(plainDescription('made by hand [gha-susp')).toBe('made by hand [gha-susp');
  });
});

describe('a plain description', () => {
  test('is the text before the tag', () => {
    expect(plainDescription(`nightly load test ${WRITTEN}`)).toBe('nightly load test');
  });

  test('is the whole text if there is no tag', () => {
    expect(plainDescription(`${WRITTEN} nightly`)).toBe(`${WRITTEN} nightly`);
  });
});

function agreesWithProtocol(description: string): void {
  const match = NORMATIVE.exec(description);
  const expected =
    match && match.index > 0
      ? {
          plain: description.slice(0, match.index),
          tag: {
            server: match[1],
            repository: match[2],
            repositoryId: match[3],
            runId: match[4],
            runAttempt: match[5],
            kind: match[6],
            nonce: match[7],
          },
          record: '',
        }
      : undefined;
  expect(parseTagged(description)).toEqual(expected);
}

describe('tokens with a nonce', () => {
  const with16 = (digit: string) => `x [gha:github.com/acme/web#4711 1.1 job ${digit.repeat(16)}]`;

  test('are all found, in their order, and no others are', () => {
    const tokens = ['a', 'b', 'a', 'c'].map((digit, index) => ({ description: with16(digit), index }));
    const untagged = { description: 'a'.repeat(16), index: 9 };
    expect(findByNonce(new Set(['a'.repeat(16), 'c'.repeat(16)]), [...tokens, untagged])).toEqual([
      { token: tokens[0], nonce: 'a'.repeat(16) },
      { token: tokens[2], nonce: 'a'.repeat(16) },
      { token: tokens[3], nonce: 'c'.repeat(16) },
    ]);
  });
});
