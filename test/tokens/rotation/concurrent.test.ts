import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectConcurrentRotation } from '../../../src/tokens/rotation/concurrent.ts';
import type { Token } from '../../../src/tokens/token.ts';
import { arbitraryHistory, CLOCKS, NOW, OTHER_SERVER, SERIES, seriesToken } from '../series-token.ts';

const OLD = seriesToken('old', 'current');
const OWN = seriesToken('own', 'pending', { createdAt: NOW, tag: { runId: '9000' } });

function look(tokens: readonly Token[], listed: readonly Token[] = [OLD]) {
  return detectConcurrentRotation({ series: SERIES, listed }, 'own', { tokens, clocks: CLOCKS });
}

test('a rotation without another one continues', () => {
  expect(look([OLD, OWN])).toBeUndefined();
  expect(look([OWN], [])).toBeUndefined();
});

test('removed members are not a reason to stop', () => {
  expect(look([OWN])).toBeUndefined();
  expect(look([{ ...OLD, revokedAt: NOW }, OWN])).toBeUndefined();
});

test('the adopted token does not stop the rotation', () => {
  const adopted = seriesToken('adopted', 'current', { tag: { runId: '0', runAttempt: '0' } });
  expect(look([adopted, OWN], [{ ...adopted, description: 'by hand' }])).toBeUndefined();
  expect(look([adopted, OWN], [])).toMatchObject({ code: 'concurrent-rotation' });
});

test('a token that the first list contained does not stop the rotation, even if it was no member then', () => {
  const suspended = {
    ...OLD,
    description: `${OLD.description} [gha-suspended:2027-01-01T00:00:00Z r:metrics]`,
  };
  expect(look([OLD, OWN], [suspended])).toBeUndefined();
});

test('IDs are the same in upper and lower case', () => {
  expect(
    look([
      { ...OLD, id: 'OLD' },
      { ...OWN, id: 'OWN' },
    ]),
  ).toBeUndefined();
});

describe('a new member', () => {
  test.each(['pending', 'current'] as const)('stops the rotation: %s', (kind) => {
    const other = seriesToken('other', kind, { tag: { runId: '9001' } });
    const refusal = look([OLD, other, OWN]);
    expect(refusal?.why).toMatch(/Run 9001 .*token other .*concurrency:/);
  });

  test('stops the rotation with the run that created it, and says how to prevent that', () => {
    const other = seriesToken('other', 'pending', { tag: { runId: '9001', runAttempt: '2' } });
    expect(look([OLD, other, OWN])).toEqual({
      kind: 'refused',
      code: 'concurrent-rotation',
      why:
        'Run 9001 (attempt 2) created token other of this series at the same time. Set a `concurrency:` group in the workflow, ' +
        'so that one run waits for the other.',
    });
  });

  test.each([
    ['is revoked', seriesToken('other', 'pending', { revokedAt: NOW })],
    ['has expired', seriesToken('other', 'pending', { expiresAt: NOW })],
    ['belongs to a job', seriesToken('other', 'job')],
    ['belongs to another repository', seriesToken('other', 'pending', { tag: { repositoryId: '1' } })],
    ['belongs to another server', seriesToken('other', 'pending', { tag: { server: OTHER_SERVER } })],
    ['has no tag', seriesToken('other', 'untagged')],
  ])('is ignored if it %s', (_, other) => {
    expect(look([OLD, other, OWN])).toBeUndefined();
  });
});

describe('the new token', () => {
  test.each([
    ['is not listed', []],
    ['is revoked', [{ ...OWN, revokedAt: NOW }]],
    ['has expired', [{ ...OWN, expiresAt: NOW }]],
    ['has lost its tag', [{ ...OWN, description: 'something else' }]],
  ] as const)('that %s stops the rotation', (_, own) => {
    expect(look([OLD, ...own])).toMatchObject({
      code: 'token-not-listed',
      why: expect.stringMatching(/the new token own\. .*Run the job again\.$/),
    });
  });

  test.each([
    ['is as old as another', { createdAt: NOW }],
    ['is older than another', { createdAt: NOW + 1 }],
  ] as const)('that %s stops the rotation', (_, changes) => {
    const other = seriesToken('other', 'current', changes);
    expect(look([other, OWN], [other])).toMatchObject({
      code: 'not-the-newest-token',
      why: expect.stringMatching(
        /the new token own is not newer than token other\. .*Run the job again in a minute\. .*If no consumer uses that token, revoke it\.$/,
      ),
    });
  });
});

test.each(['unreadable', 'unset'] as const)(
  'a token whose date is %s replaces no other and is not replaced',
  (createdAt) => {
    const other = seriesToken('other', 'current', { createdAt });
    expect(look([other, OWN], [other])).toBeUndefined();
    expect(look([OLD, { ...OWN, createdAt }])).toMatchObject({ code: 'not-the-newest-token' });
    expect(look([other, { ...OWN, createdAt }], [other])).toMatchObject({ code: 'not-the-newest-token' });
  },
);

test('of two rotations that have both created a token, at least one stops, for any series', () => {
  fc.assert(
    fc.property(arbitraryHistory, fc.nat(2), fc.nat(2), (history, ageA, ageB) => {
      const a = seriesToken('a', 'pending', { createdAt: NOW + ageA });
      const b = seriesToken('b', 'pending', { createdAt: NOW + ageB });
      const first = { series: SERIES, listed: history };
      const both = [...history, a, b];
      // Each rotation has created its token before it lists the tokens again, so the last one sees the other.
      expect(detectConcurrentRotation(first, 'a', { tokens: both, clocks: CLOCKS })).toBeDefined();
      expect(detectConcurrentRotation(first, 'b', { tokens: both, clocks: CLOCKS })).toBeDefined();
    }),
  );
});
