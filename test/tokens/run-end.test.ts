import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkResponse, judgeRuns, type RunResponse, runHasEnded, runKey } from '../../src/tokens/run-end.ts';
import { CLOCKS, DAY, NOW, OTHER_SERVER, REPOSITORY, REPOSITORY_ID, tag } from './series-token.ts';

const YOUNG = { createdAt: NOW - DAY };
const OLD = { createdAt: NOW - 35 * DAY - 1 };

function ended(
  response: RunResponse | undefined,
  token: Parameters<typeof runHasEnded>[0] = YOUNG,
  tags = {},
) {
  return runHasEnded(token, tag('pending', { runAttempt: '2', ...tags }), {
    response,
    own: REPOSITORY,
    clocks: CLOCKS,
  });
}

const found = (status: string, attempt: number, changes = {}): RunResponse => ({
  kind: 'found',
  runId: tag('job').runId,
  repositoryId: REPOSITORY_ID,
  status,
  attempt,
  ...changes,
});

describe('a run that GitHub knows', () => {
  test('has ended if it is completed', () => {
    expect(ended(found('completed', 2))).toBe(true);
  });

  test('has ended if a later attempt is in progress', () => {
    expect(ended(found('in_progress', 3))).toBe(true);
    expect(ended(found('in_progress', 10), YOUNG, { runAttempt: '9' })).toBe(true);
  });

  test.each(['queued', 'in_progress', 'waiting', 'requested', 'pending', '', 'COMPLETED'])(
    'has not ended while it is "%s", even if the token is old',
    (status) => {
      expect(ended(found(status, 2))).toBe(false);
      expect(ended(found(status, 1))).toBe(false);
      expect(ended(found(status, 2), OLD)).toBe(false);
    },
  );
});

describe('a run that GitHub does not know', () => {
  test('has ended if the token is older than any run can be', () => {
    expect(ended({ kind: 'unknown' }, OLD)).toBe(true);
    expect(ended({ kind: 'unknown' }, { createdAt: NOW - 35 * DAY })).toBe(false);
    expect(ended({ kind: 'unknown' }, YOUNG)).toBe(false);
  });

  test('has an unknown status if it belongs to another repository, or the age of the token is not known', () => {
    expect(ended({ kind: 'unknown' }, OLD, { repositoryId: '1' })).toBe(false);
    expect(ended({ kind: 'unknown' }, { createdAt: 'unreadable' })).toBe(false);
    expect(ended({ kind: 'unknown' }, { createdAt: 'unset' })).toBe(false);
  });
});

describe('a response about another run or repository', () => {
  test.each([
    ['run', { runId: '8001' }],
    ['repository', { repositoryId: '4712' }],
  ])('proves nothing: another %s', (_, changes) => {
    const response = found('completed', 9, changes);
    expect(ended(response)).toBe(false);
    expect(ended(response, OLD)).toBe(false);
    expect(checkResponse(tag('job'), response)).toMatchObject({
      kind: 'no-response',
      why: expect.stringMatching(
        /^The GitHub request for run 8000 of repository 4711 returned run 800\d of /,
      ),
    });
  });
});

test('the status of a run of another server is not known, for any response and age', () => {
  for (const response of [found('completed', 9), { kind: 'unknown' } as const, undefined]) {
    expect(ended(response, OLD, { server: OTHER_SERVER })).toBe(false);
  }
});

test('a missing response shows nothing, for any token', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<(RunResponse | undefined)[]>(undefined, {
        kind: 'no-response',
        why: 'it was asked in vain',
        about: 'this-run',
      }),
      fc.integer({ min: 0, max: NOW }),
      (response, createdAt) => {
        expect(ended(response, { createdAt })).toBe(false);
      },
    ),
  );
});

describe('runs whose status is not known', () => {
  const one = tag('job', { runId: '1' });
  const other = tag('job', { runId: '2' });
  const judge = (responses: readonly (readonly [typeof one, RunResponse])[], createdAt = YOUNG.createdAt) =>
    judgeRuns(
      [one, other].map((ofRun) => ({ token: { createdAt }, tag: ofRun })),
      {
        responses: new Map(responses.map(([ofRun, response]) => [runKey(ofRun), response])),
        own: REPOSITORY,
        clocks: CLOCKS,
      },
    ).unresolved;

  test('are not those that GitHub shows, whether they have ended or not', () => {
    const running = found('in_progress', 1, { runId: '1' });
    expect(
      judge([
        [one, running],
        [other, found('completed', 1, { runId: '2' })],
      ]),
    ).toBeUndefined();
  });

  test('are counted among all runs, and the first reason is named', () => {
    const silent = { kind: 'no-response', why: 'GitHub is down.', about: 'all-runs' } as const;
    expect(judge([[other, silent]])).toEqual({ count: 2, asked: 2, why: 'GitHub is down.' });
  });

  test('are those that GitHub no longer has, unless the token is old enough', () => {
    const gone = [one, other].map((ofRun) => [ofRun, { kind: 'unknown' }] as const);
    expect(judge(gone)).toEqual({
      count: 2,
      asked: 2,
      why: 'GitHub no longer has run 1 of acme/web (404). Such a run counts as ended only when its token is older than 35 days.',
    });
    expect(judge(gone, OLD.createdAt)).toBeUndefined();
  });

  test('have no reason if GitHub was not asked about any of them', () => {
    expect(judge([])).toEqual({ count: 2, asked: 2, why: '' });
  });
});
