import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twoClocks } from '../../src/tokens/clocks.ts';
import { type Permission, samePermissions } from '../../src/tokens/permissions.ts';
import { endingOf, endOfQuarantine, whyNotSuspendable } from '../../src/tokens/quarantine.ts';
import { parseRecord } from '../../src/tokens/record.ts';
import { restoringPatch } from '../../src/tokens/restoring.ts';
import { judgeSuspension, suspensionStep, undoingPatch } from '../../src/tokens/suspension.ts';
import { parseTagged, plainDescription } from '../../src/tokens/tag.ts';
import {
  hasLostPermissions,
  isWithoutAccess,
  sameContent,
  type TokenContent,
} from '../../src/tokens/token-content.ts';
import { arbitraryPermissions } from './arbitrary-permissions.ts';
import { arbitraryRecord } from './arbitrary-record.ts';
import { CLOCKS, DAY, NOW, seriesToken } from './series-token.ts';

const READ: Permission = { action: 'read', resource: 'metrics' };
const WRITE: Permission = { action: 'write', resource: 'metrics' };
const SINCE = '2027-01-31T12:00:00Z';
const TAG = ' [gha:github.com/acme/web#4711 8000.1 current 7f3a9c2e5b1d8046]';
const WEEK = 7 * DAY;

function token(description: string, ...permissions: Permission[]): TokenContent {
  return { description, permissions };
}

describe('a suspension', () => {
  test('first records permissions, and then removes them', () => {
    const before = token(`telegraf${TAG}`, READ, WRITE);
    const first = suspensionStep({ token: before, isRecorded: false }, NOW);
    expect(first.change).toEqual({ description: `telegraf${TAG} [gha-suspending:${SINCE} rw:metrics]` });
    expect(first.completes).toBe(false);
    const second = suspensionStep({ token: first.wanted, isRecorded: true }, NOW + 1000);
    expect(second.change).toEqual({
      description: `telegraf${TAG} [gha-suspended:2027-01-31T12:00:01Z rw:metrics]`,
      permissions: [],
    });
    expect(second.completes).toBe(true);
  });

  test.each<[string, TokenContent, string]>([
    ['nothing', token('telegraf'), `telegraf [gha-suspended:${SINCE} -]`],
    [
      'the permissions that a restore has recorded',
      token('telegraf [gha-restored:2026-01-01T00:00:00Z r:metrics]'),
      `telegraf [gha-suspended:${SINCE} r:metrics]`,
    ],
    [
      'the permissions that an unfinished suspension has recorded',
      token('telegraf [gha-suspending:2026-01-01T00:00:00Z r:metrics]'),
      `telegraf [gha-suspended:${SINCE} r:metrics]`,
    ],
  ])('of a token without permissions needs one PATCH, and records %s', (_, before, description) => {
    expect(suspensionStep({ token: before, isRecorded: false }, NOW)).toMatchObject({
      change: { description },
      completes: true,
    });
  });

  test('is judged by the response', () => {
    const before = token('telegraf', READ);
    const first = suspensionStep({ token: before, isRecorded: false }, NOW);
    expect(judgeSuspension(first, before, first.wanted)).toBe('as-wanted');
    expect(judgeSuspension(first, before, before)).toBe('to-undo');
    expect(judgeSuspension(first, before, { ...first.wanted, permissions: [WRITE] })).toBe('to-undo');
    expect(judgeSuspension(first, before, { ...first.wanted, permissions: [] })).toBe('overtaken');
    expect(judgeSuspension(first, before, token('telegraf'))).toBe('to-undo');
    const begun = first.wanted;
    const second = suspensionStep({ token: begun, isRecorded: true }, NOW);
    expect(judgeSuspension(second, begun, second.wanted)).toBe('as-wanted');
    expect(judgeSuspension(second, begun, { ...begun, permissions: [] })).toBe('incomplete');
    expect(judgeSuspension(second, begun, { ...second.wanted, permissions: [READ] })).toBe('to-undo');
    expect(judgeSuspension(second, begun, token('telegraf'))).toBe('to-undo');
    expect(judgeSuspension(second, begun, token('telegraf [gha-suspended:2027-01-31T12:00:00Z -]'))).toBe(
      'to-undo',
    );
    expect(
      judgeSuspension(second, begun, token('telegraf [gha-restored:2027-01-31T12:00:00Z r:metrics]')),
    ).toBe('overtaken');
  });

  const undo = (original: TokenContent, shown: TokenContent) => undoingPatch(original, shown)?.change;

  test('is undone with description and permissions in one PATCH', () => {
    const original = token('telegraf', READ, WRITE);
    expect(undo(original, token('telegraf [gha-susp', READ, WRITE))).toEqual(original);
    expect(undo(original, token('telegraf'))).toEqual(original);
  });

  test('is undone with the permissions that a person gave the token in the meantime', () => {
    const other: Permission = { action: 'read', resource: 'logs' };
    expect(undo(token('telegraf', READ), token('telegraf [gha-susp', other))).toEqual({
      description: 'telegraf',
      permissions: [other],
    });
    expect(undo(token('telegraf', READ), token('telegraf [gha-susp', READ, other))).toEqual({
      description: 'telegraf',
      permissions: [READ, other],
    });
    expect(undo(token('telegraf', READ, WRITE), token('telegraf [gha-susp', READ))).toEqual({
      description: 'telegraf',
      permissions: [READ],
    });
  });

  test.each(['suspending', 'suspended', 'restored'])(
    'is not undone if only the record contains permissions: %s',
    (state) => {
      const shown = token(`telegraf [gha-${state}:2027-01-31T12:00:00Z r:metrics]`);
      expect(undo(token('telegraf', READ), shown)).toBeUndefined();
    },
  );

  test('is undone with the permissions that a person gave a token without any', () => {
    expect(undo(token('telegraf'), token('telegraf [gha-suspended:2027-01-31T12:00:00Z -]', WRITE))).toEqual({
      description: 'telegraf',
      permissions: [WRITE],
    });
  });

  test('is undone without permissions if there were none and the server has their record', () => {
    const original = token('telegraf [gha-suspending:2026-01-01T00:00:00Z r:metrics]');
    const recorded = token('TELEGRAF [gha-suspended:2027-01-31T12:00:00Z r:metrics]');
    expect(undo(original, recorded)).toEqual({ description: original.description });
    expect(undo(original, token('telegraf'))).toEqual({
      description: original.description,
      permissions: [READ],
    });
  });
});

describe('a token can be suspended', () => {
  const databases = (count: number): Permission[] =>
    Array.from({ length: count }, (_, index) => ({ action: 'read', resource: `database-${index}` }));

  test.each<[string, TokenContent, RegExp | undefined]>([
    ['with permissions', token('telegraf', READ), undefined],
    ['without', token('telegraf'), undefined],
    ['for 100 databases', token('telegraf', ...databases(100)), undefined],
    ['not with 200 databases', token('telegraf', ...databases(200)), /exceed 2000 bytes/],
    ['not without a description', token('', READ), /no description/],
    ['not with another action', token('x', { action: 'admin', resource: 'metrics' }), /cannot be recorded/],
    [
      'not with a permission without a database',
      token('x', { action: 'read', resource: '' }),
      /cannot be recorded/,
    ],
  ])('%s', (_, content, why) => {
    if (why) expect(whyNotSuspendable(content)).toMatch(why);
    else expect(whyNotSuspendable(content)).toBeUndefined();
  });

  test('without permissions, up to one byte more of its description', () => {
    const record = ` [gha-suspended:${SINCE} -]`.length;
    expect(whyNotSuspendable(token('x'.repeat(2000 - record)))).toBeUndefined();
    expect(whyNotSuspendable(token('x'.repeat(2001 - record)))).toBeDefined();
  });

  test('up to 2000 bytes of UTF-8, with its record', () => {
    const record = ` [gha-suspending:${SINCE} r:metrics]`.length;
    expect(whyNotSuspendable(token('ü'.repeat((2000 - record) / 2), READ))).toBeUndefined();
    expect(whyNotSuspendable(token(`${'ü'.repeat((2000 - record) / 2)}x`, READ))).toBeDefined();
  });
});

describe('a restore', () => {
  test.each(['suspending', 'suspended'])('of a token that is %s gives its permissions back', (state) => {
    const suspended = token(`telegraf${TAG} [gha-${state}:2026-01-01T00:00:00Z rw:metrics]`);
    expect(restoringPatch(suspended, NOW)?.change).toEqual({
      description: `telegraf${TAG.replace('current', 'kept')} [gha-restored:${SINCE} rw:metrics]`,
      permissions: [READ, WRITE],
    });
  });

  test('keeps existing permissions, and the recorded ones in the record', () => {
    const byHand = token('telegraf [gha-suspended:2026-01-01T00:00:00Z rw:metrics]', READ);
    expect(restoringPatch(byHand, NOW)?.change).toEqual({
      description: `telegraf [gha-restored:${SINCE} rw:metrics]`,
      permissions: [READ],
    });
  });

  test('continues if an earlier restore wrote only the description', () => {
    const half = token('telegraf [gha-restored:2026-01-01T00:00:00Z r:metrics]');
    expect(restoringPatch(half, NOW)?.change.permissions).toEqual([READ]);
  });

  test.each([
    ['no record', token('telegraf')],
    ['a record that was cut off', token('telegraf [gha-suspended:2026', READ)],
    [
      'all of its permissions restored',
      token('telegraf [gha-restored:2026-01-01T00:00:00Z r:metrics]', READ),
    ],
    ['no permissions to restore', token('telegraf [gha-restored:2026-01-01T00:00:00Z -]')],
  ])('does nothing for a token with %s', (_, content) => {
    expect(restoringPatch(content, NOW)).toBeUndefined();
  });

  test('after a suspension gives back the same permissions and description, with one record', () => {
    const before = fc.tuple(
      fc.constantFrom('telegraf', `telegraf${TAG}`, `telegraf${TAG} [gha-susp`, 'x [gha:', ' '),
      arbitraryPermissions,
      fc.option(arbitraryRecord),
    );
    fc.assert(
      fc.property(before, ([description, permissions]) => {
        let now: TokenContent = { description, permissions };
        for (const isRecorded of [false, true]) {
          if (!isWithoutAccess(now)) now = suspensionStep({ token: now, isRecorded }, NOW).wanted;
        }
        expect(isWithoutAccess(now)).toBe(true);
        const restored = restoringPatch(now, NOW)?.wanted;
        expect(samePermissions(restored?.permissions ?? [], permissions)).toBe(true);
        expect(plainDescription(restored?.description ?? '')).toBe(plainDescription(description));
        expect(restored?.description.match(/ \[gha-/g)).toHaveLength(1);
        expect(parseTagged(restored?.description ?? '')?.tag.kind).toBe(
          parseTagged(description) ? 'kept' : undefined,
        );
      }),
    );
  });
});

describe('the end of a token', () => {
  const facts = { quarantineMs: WEEK, clocks: CLOCKS };
  const suspended = (ageMs: number, ...permissions: Permission[]) =>
    token(
      `telegraf [gha-suspended:${new Date(NOW - ageMs).toISOString().replace('.000Z', 'Z')} r:metrics]`,
      ...permissions,
    );

  test.each<[string, TokenContent, number, string]>([
    ['with a quarantine', token('telegraf', READ), WEEK, 'suspend'],
    ['without a quarantine', token('telegraf', READ), 0, 'revoke'],
    ['that cannot be suspended', token('', READ), WEEK, 'keep'],
    ['begun', token(`telegraf [gha-suspending:${SINCE} r:metrics]`), WEEK, 'suspend'],
    ['begun by another workflow', token(`telegraf [gha-suspending:${SINCE} r:metrics]`, READ), 0, 'keep'],
  ])('%s', (_, content, quarantineMs, decision) => {
    expect(endingOf(content, 'old', { ...facts, quarantineMs }).decision).toBe(decision);
    expect(endOfQuarantine(content, facts)).toBeUndefined();
  });

  test.each<[string, TokenContent, number, string]>([
    ['in quarantine', suspended(WEEK - 1000), WEEK, 'keep'],
    ['whose quarantine is over', suspended(WEEK), WEEK, 'revoke'],
    ['whose quarantine is over, by a workflow without one', suspended(9 * WEEK), 0, 'keep'],
    ['that has permissions again', suspended(WEEK, READ), WEEK, 'keep'],
  ])('that is suspended: %s', (_, content, quarantineMs, decision) => {
    expect(endOfQuarantine(content, { ...facts, quarantineMs })?.decision).toBe(decision);
  });

  test('that does not come says why', () => {
    const reasonOf = (content: TokenContent, quarantineMs: number) =>
      endingOf(content, 'old', { ...facts, quarantineMs }).reason;
    expect(reasonOf(token('', READ), WEEK)).toBe(
      'old, but it cannot be suspended, because it has no description in which to record its permissions',
    );
    expect(reasonOf(token(`telegraf [gha-suspending:${SINCE} r:metrics]`, READ), 0)).toBe(
      'another workflow has begun to suspend this token, and `quarantine` is not set',
    );
    expect(endOfQuarantine(suspended(WEEK, READ), facts)?.reason).toBe(
      'suspended since 24 Jan 2027, 12:00 UTC, but a person later added permissions',
    );
  });

  test('is never earlier because of one wrong clock', () => {
    for (const clocks of [twoClocks(NOW + 365 * DAY, NOW), twoClocks(NOW, NOW + 365 * DAY)]) {
      expect(endOfQuarantine(suspended(DAY), { ...facts, clocks })?.decision).toBe('keep');
    }
  });

  test('is `keep` for every token that is still in quarantine or has permissions', () => {
    fc.assert(
      fc.property(
        arbitraryRecord,
        arbitraryPermissions,
        fc.nat({ max: 90 * DAY }),
        (record, permissions, quarantineMs) => {
          const content = { description: `x${restored(record.since, record.state)}`, permissions };
          const ending = endOfQuarantine(content, { quarantineMs, clocks: CLOCKS });
          const isOver = NOW - record.since >= quarantineMs && quarantineMs > 0;
          if (ending?.decision === 'revoke') expect(isOver && permissions.length === 0).toBe(true);
          else if (record.state === 'suspended') expect(isOver && permissions.length === 0).toBe(false);
        },
      ),
    );
  });

  function restored(since: number, state: string): string {
    return ` [gha-${state}:${new Date(since).toISOString().replace('.000Z', 'Z')} -]`;
  }
});

test('a suspended token has access if it has permissions', () => {
  const description = `telegraf [gha-suspended:${SINCE} r:metrics]`;
  expect(isWithoutAccess(token(description))).toBe(true);
  expect(isWithoutAccess(token(description, READ))).toBe(false);
});

test('content is compared by description and set of permissions', () => {
  expect(sameContent(token('x', READ, WRITE), token('x', WRITE, READ))).toBe(true);
  expect(sameContent(token('x', READ), token('y', READ))).toBe(false);
  expect(sameContent(token('x', READ), token('x'))).toBe(false);
});

test('permissions are lost if none of several are left', () => {
  expect(hasLostPermissions(token('x', READ), token('x'))).toBe(true);
  expect(hasLostPermissions(token('x', READ), token('x', WRITE))).toBe(false);
  expect(hasLostPermissions(token('x'), token('x'))).toBe(false);
});

test('a token of a series keeps its plain description with any record', () => {
  const { description } = suspensionStep(
    { token: seriesToken('a', 'current'), isRecorded: false },
    NOW,
  ).wanted;
  expect(parseRecord(description)?.state).toBe('suspending');
  expect(parseTagged(description)?.plain).toBe(plainDescription(seriesToken('a', 'current').description));
});
