import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RunAnswer, runHasEnded } from '../../src/tokens/run-end.ts';
import { DAY, NOW, REPOSITORY_ID, tag } from './line-token.ts';

const YOUNG = { createdAt: NOW - DAY };
const OLD = { createdAt: NOW - 35 * DAY - 1 };

function ended(answer: RunAnswer | undefined, token: Parameters<typeof runHasEnded>[1] = YOUNG, tags = {}) {
  return runHasEnded(tag('handed', { runAttempt: '2', ...tags }), token, answer, REPOSITORY_ID, NOW);
}

const found = (status: string, attempt: number): RunAnswer => ({ kind: 'found', status, attempt });

describe('a run that GitHub knows', () => {
  test('has ended when it is completed', () => {
    expect(ended(found('completed', 2))).toBe(true);
  });

  test('has ended when a later attempt of it goes on', () => {
    expect(ended(found('in_progress', 3))).toBe(true);
    expect(ended(found('in_progress', 10), YOUNG, { runAttempt: '9' })).toBe(true);
  });

  test.each(['queued', 'in_progress', 'waiting', 'requested', 'pending', '', 'COMPLETED'])(
    'has not ended while it is "%s", however old the token is',
    (status) => {
      expect(ended(found(status, 2))).toBe(false);
      expect(ended(found(status, 1))).toBe(false);
      expect(ended(found(status, 2), OLD)).toBe(false);
    },
  );
});

describe('a run that GitHub does not know', () => {
  test('has ended when the token is older than any run can be', () => {
    expect(ended({ kind: 'unknown' }, OLD)).toBe(true);
    expect(ended({ kind: 'unknown' }, { createdAt: NOW - 35 * DAY })).toBe(false);
    expect(ended({ kind: 'unknown' }, YOUNG)).toBe(false);
  });

  test('proves nothing when it is another repository’s, or nobody knows how old the token is', () => {
    expect(ended({ kind: 'unknown' }, OLD, { repositoryId: '1' })).toBe(false);
    expect(ended({ kind: 'unknown' }, { createdAt: 'unreadable' })).toBe(false);
    expect(ended({ kind: 'unknown' }, { createdAt: 'unset' })).toBe(false);
  });
});

test('no answer proves nothing, whatever the token is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<(RunAnswer | undefined)[]>(undefined, {
        kind: 'no-answer',
        why: 'it was asked in vain',
        lasting: false,
      }),
      fc.integer({ min: 0, max: NOW }),
      (answer, createdAt) => {
        expect(ended(answer, { createdAt })).toBe(false);
      },
    ),
  );
});
