import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samePermissions } from '../../src/tokens/permissions.ts';
import { formatRecord, parseRecord, recordIn, type SuspensionRecord } from '../../src/tokens/record.ts';
import { formatTagged, parseTagged, plainDescription, withRecord } from '../../src/tokens/tag.ts';
import { arbitraryRecord } from './arbitrary-record.ts';
import { arbitraryTag } from './arbitrary-tag.ts';

/** The form of a record, copied from the protocol. */
const NORMATIVE =
  / \[gha-(suspending|suspended|restored):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (-|(?:r|w|rw):[\w%/*-]+(?: (?:r|w|rw):[\w%/*-]+)*)\]$/;

const SINCE = Date.UTC(2027, 0, 31, 12);

function read(...resources: string[]) {
  return resources.map((resource) => ({ action: 'read', resource }));
}

describe('a record', () => {
  test.each<[string, SuspensionRecord, string]>([
    ['nothing', { state: 'restored', since: SINCE, grants: [] }, ' [gha-restored:2027-01-31T12:00:00Z -]'],
    [
      'read, write, and both',
      {
        state: 'suspended',
        since: SINCE,
        grants: [
          ...read('metrics', 'both'),
          { action: 'write', resource: 'logs' },
          { action: 'write', resource: 'both' },
        ],
      },
      ' [gha-suspended:2027-01-31T12:00:00Z r:metrics rw:both w:logs]',
    ],
    [
      'all databases',
      { state: 'suspending', since: SINCE, grants: read('*') },
      ' [gha-suspending:2027-01-31T12:00:00Z r:*]',
    ],
    [
      'names with every legal character',
      { state: 'suspending', since: SINCE, grants: read('AZaz09_-/x') },
      ' [gha-suspending:2027-01-31T12:00:00Z r:AZaz09_-/x]',
    ],
    [
      'names that no current database can have',
      { state: 'suspending', since: SINCE, grants: read("a b.!~'()ü[]:%") },
      ' [gha-suspending:2027-01-31T12:00:00Z r:a%20b%2E%21%7E%27%28%29%C3%BC%5B%5D%3A%25]',
    ],
  ])('of %s is formatted as in the protocol', (_, record, written) => {
    expect(formatRecord(record)).toBe(written);
    expect(parseRecord(`telegraf${written}`)).toEqual({
      ...record,
      grants: expect.toSatisfy((grants) => samePermissions(grants, record.grants)),
    });
  });

  test('of any permissions matches the protocol, and is parsed as the same set', () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.string({ unit: 'binary' }), (record, plain) => {
        const written = formatRecord(record) ?? '';
        expect(written).toMatch(NORMATIVE);
        const description = plain + written;
        expect(recordIn(description)).toBe(written);
        const found = parseRecord(description);
        expect({ ...found, grants: [] }).toEqual({ ...record, grants: [] });
        expect(samePermissions(found?.grants ?? [], record.grants)).toBe(true);
      }),
    );
  });

  test('of 200 databases is parsed as the same set', () => {
    const grants = read(...Array.from({ length: 200 }, (_, index) => `database-${index}`));
    const written = formatRecord({ state: 'suspended', since: SINCE, grants }) ?? '';
    expect(parseRecord(`x${written}`)?.grants).toEqual(grants);
  });

  test('has its date rounded up to a whole second', () => {
    expect(formatRecord({ state: 'suspended', since: SINCE + 1, grants: [] })).toContain('12:00:01Z');
  });

  test.each([
    ['an action other than read and write', { action: 'admin', resource: 'metrics' }],
    ['an empty name', { action: 'read', resource: '' }],
    ['a name that is not Unicode', { action: 'read', resource: '\ud800' }],
  ])('cannot contain %s', (_, grant) => {
    expect(
      formatRecord({ state: 'suspending', since: SINCE, grants: [...read('a'), grant] }),
    ).toBeUndefined();
  });

  test.each([
    ['a day that does not exist', ' [gha-suspended:2027-02-30T12:00:00Z -]'],
    ['an hour that does not exist', ' [gha-suspended:2027-01-31T24:00:00Z -]'],
    ['a second that does not exist', ' [gha-suspended:2027-01-31T12:00:60Z -]'],
    ['a date with an offset', ' [gha-suspended:2027-01-31T12:00:00+00:00 -]'],
    ['an undecodable name', ' [gha-suspended:2027-01-31T12:00:00Z r:a%FF]'],
    ['half an escape', ' [gha-suspended:2027-01-31T12:00:00Z r:a%2]'],
    ['no grants', ' [gha-suspended:2027-01-31T12:00:00Z]'],
    ['no grants and a grant', ' [gha-suspended:2027-01-31T12:00:00Z - r:a]'],
    ['an unknown action', ' [gha-suspended:2027-01-31T12:00:00Z wr:a]'],
    ['an unknown state', ' [gha-expired:2027-01-31T12:00:00Z -]'],
    ['no space before it', '[gha-suspended:2027-01-31T12:00:00Z -]'],
    ['a space after it', ' [gha-suspended:2027-01-31T12:00:00Z -] '],
    ['two spaces inside', ' [gha-suspended:2027-01-31T12:00:00Z r:a  r:b]'],
  ])('with %s is none', (_, end) => {
    expect(parseRecord(`x${end}`)).toBeUndefined();
    expect(recordIn(`x${end}`)).toBe('');
  });

  test('is found exactly where the protocol finds one, in changed records', () => {
    const tampered = fc
      .tuple(
        arbitraryRecord,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2 }),
          fc.constantFrom('0', ' ', '[', ']', '%', 'r:', '-'),
        ),
      )
      .map(([record, place, removed, inserted]) => {
        const whole = `x${formatRecord(record)}`;
        const at = place % whole.length;
        return whole.slice(0, at) + inserted + whole.slice(at + removed);
      });
    fc.assert(
      fc.property(tampered, (description) => {
        const [, , date = '', grants = ''] = NORMATIVE.exec(description) ?? [];
        expect(parseRecord(description) !== undefined).toBe(isCalendarDate(date) && isDecodable(grants));
      }),
      { numRuns: 1000 },
    );
  });

  test('is searched fast in hostile texts', () => {
    const start = ' [gha-suspended:2027-01-31T12:00:00Z';
    const long = ' r:a'.repeat(250_000);
    expect(parseRecord(`x${' [gha-'.repeat(175_000)}`)).toBeUndefined();
    expect(parseRecord(`x${start}${long}!`)).toBeUndefined();
    expect(parseRecord(`x${start}${' r:%25'.repeat(150_000)}]`)?.grants).toEqual(read('%'));
  });
});

describe('replacing a record', () => {
  test('leaves exactly one, after the plain description and the tag', () => {
    fc.assert(
      fc.property(arbitraryTag, arbitraryRecord, arbitraryRecord, fc.nat(), (tag, first, second, cut) => {
        const tagged = formatTagged('telegraf', tag);
        const old = formatRecord(first) ?? '';
        const written = formatRecord(second) ?? '';
        expect(withRecord(`${tagged}${old}`, written)).toBe(`${tagged}${written}`);
        // A record that the server cut off is also replaced.
        const unfinished = old.slice(0, ' [gha-'.length + (cut % (old.length - ' [gha-'.length)));
        expect(withRecord(`${tagged}${unfinished}`, written)).toBe(`${tagged}${written}`);
        expect(parseTagged(`${tagged}${unfinished}`)?.tag).toEqual(tag);
        expect(withRecord(`by hand${old}`, written)).toBe(`by hand${written}`);
        expect(plainDescription(`by hand${written}`)).toBe('by hand');
      }),
    );
  });
});

function isCalendarDate(date: string): boolean {
  const instant = Date.parse(date);
  return !Number.isNaN(instant) && new Date(instant).toISOString().replace('.000Z', 'Z') === date;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
