import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRetirement } from '../../src/tokens/retirement.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import { arbitraryHistory, CLOCKS, DAY, LINE, lineToken, NOW, OTHER_SERVER } from './series-token.ts';

const HOUR = 3_600_000;

function retire(tokens: readonly ReturnType<typeof lineToken>[], graceMs: number, own?: string) {
  const { due, inGrace } = planRetirement(tokens, LINE, { own, graceMs, clocks: CLOCKS });
  return { due: due.map(({ id }) => id), inGrace: inGrace.map(({ token, until }) => [token.id, until]) };
}

describe('a retirement', () => {
  test('revokes what was replaced long enough ago, and leaves what is in grace', () => {
    const tokens = [
      lineToken('oldest', 'current', { createdAt: NOW - 9 * DAY }),
      lineToken('older', 'current', { createdAt: NOW - 3 * DAY }),
      lineToken('newest', 'current', { createdAt: NOW - HOUR }),
    ];
    expect(retire(tokens, DAY)).toEqual({ due: ['oldest'], inGrace: [['older', NOW - HOUR + DAY]] });
  });

  test('counts from now what the token replaces that this run has committed', () => {
    const tokens = [
      lineToken('older', 'current', { createdAt: NOW - 3 * DAY }),
      lineToken('own', 'current', { createdAt: NOW - HOUR }),
    ];
    expect(retire(tokens, HOUR, 'own')).toEqual({ due: [], inGrace: [['older', NOW + HOUR]] });
    expect(retire(tokens, 0, 'own')).toEqual({ due: ['older'], inGrace: [] });
  });

  test('is due at the very end of the grace', () => {
    const tokens = [
      lineToken('a', 'current', { createdAt: NOW - 3 * DAY }),
      lineToken('b', 'current', { createdAt: NOW - DAY }),
    ];
    expect(retire(tokens, DAY).due).toEqual(['a']);
    expect(retire(tokens, DAY + 1).due).toEqual([]);
  });

  test.each([
    ['was made in the same instant', lineToken('a', 'current', { createdAt: NOW - DAY })],
    ['is newer, and only pending', lineToken('a', 'pending', { createdAt: NOW - HOUR })],
    ['has a date that cannot be read', lineToken('a', 'pending', { createdAt: 'unreadable' })],
    ['is another repository’s', lineToken('a', 'current', { createdAt: 1, tag: { repositoryId: '1' } })],
    ['is another server’s', lineToken('a', 'current', { createdAt: 1, tag: { server: OTHER_SERVER } })],
    ['is kept', lineToken('a', 'kept', { createdAt: 1 })],
    ['has no tag', lineToken('a', 'untagged', { createdAt: 1 })],
    [
      'is of another line',
      {
        ...lineToken('a', 'current', { createdAt: 1 }),
        description: 'x [gha:github.com/acme/web#4711 1.1 current 7f3a9c2e5b1d8046]',
      },
    ],
  ])('leaves alone what %s', (_, token) => {
    expect(retire([token, lineToken('b', 'current', { createdAt: NOW - DAY })], 0)).toEqual({
      due: [],
      inGrace: [],
    });
  });

  test('revokes a pending token once a newer one was promoted', () => {
    const tokens = [
      lineToken('a', 'pending', { createdAt: NOW - 3 * DAY }),
      lineToken('b', 'current', { createdAt: NOW - DAY }),
    ];
    expect(retire(tokens, 0).due).toEqual(['a']);
  });

  test('never revokes what has no committed successor for as long as the grace, whatever the history', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat({ max: 30 * DAY }), (tokens, graceMs) => {
        for (const retired of planRetirement(tokens, LINE, { own: undefined, graceMs, clocks: CLOCKS }).due) {
          const proof = tokens.some(
            (other) =>
              parseTagged(other.description)?.tag.server === LINE.server &&
              other.description.includes(' current ') &&
              other.description.startsWith(LINE.plainDescription) &&
              other.revokedAt === 'unset' &&
              typeof other.createdAt === 'number' &&
              typeof retired.createdAt === 'number' &&
              other.createdAt > retired.createdAt &&
              other.createdAt + graceMs <= NOW,
          );
          expect(proof).toBe(true);
          expect(['pending', 'current']).toContain(retired.tag.kind);
          expect(retired.tag.repositoryId).toBe(LINE.repositoryId);
          expect(retired.tag.server).toBe(LINE.server);
        }
      }),
    );
  });

  test('leaves one committed token and what is in grace, when it is done', () => {
    fc.assert(
      fc.property(arbitraryHistory, (tokens) => {
        const { due } = planRetirement(tokens, LINE, { own: undefined, graceMs: 0, clocks: CLOCKS });
        const left = tokens.filter(({ id }) => !due.some((retired) => retired.id === id));
        expect(planRetirement(left, LINE, { own: undefined, graceMs: 0, clocks: CLOCKS })).toEqual({
          due: [],
          inGrace: [],
        });
      }),
    );
  });
});
