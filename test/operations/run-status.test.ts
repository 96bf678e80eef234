import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import type { WorkflowRuns } from '../../src/github/workflow-run.ts';
import { askWhichEnded } from '../../src/operations/run-status.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import type { Progress } from '../../src/tokens/progress.ts';
import type { EndedRuns, RunResponse } from '../../src/tokens/run-end.ts';
import { parseTagged, type Tag } from '../../src/tokens/tag.ts';
import { FakeClock } from '../fake-clock.ts';

const NOW = Date.UTC(2026, 10, 23);
const DAY = 24 * 3_600_000;

/** A completed run of `acme/web`, by default. */
const ended = (runId: string, repositoryId = '4711'): RunResponse => ({
  kind: 'found',
  runId,
  repositoryId,
  status: 'completed',
  attempt: 1,
});
const OWN = {
  repository: 'acme/web',
  server: 'github.com',
  repositoryId: '4711',
  runId: '900',
  runAttempt: '2',
};

const TOKEN = { createdAt: NOW - DAY };

function tagOf(runAndAttempt: string, repository = 'acme/web#4711'): Tag {
  const tagged = parseTagged(`x [gha:github.com/${repository} ${runAndAttempt} job 7f3a9c2e5b1d8046]`);
  if (!tagged) throw new Error(`no tag: ${runAndAttempt}`);
  return tagged.tag;
}

/** manyTags are the tags of consecutive runs. */
function manyTags(count: number): Tag[] {
  return Array.from({ length: count }, (_, index) => tagOf(`${1000 + index}.1`));
}

/** ask asks a GitHub with these responses, and returns the requests and messages. */
async function ask(
  tags: readonly Tag[],
  response: (runId: string, repository: string) => RunResponse,
  clock = new FakeClock(),
) {
  const asked: string[] = [];
  const progress: Progress[] = [];
  const github: WorkflowRuns = {
    run: async (repository, runId) => {
      asked.push(`${repository} ${runId}`);
      return response(runId, repository);
    },
  };
  const deps = { github, progress: (one: Progress) => void progress.push(one), clock };
  const tokens = tags.map((tag) => ({ token: TOKEN, tag }));
  const responses = askWhichEnded(tokens, { own: OWN, clocks: twoClocks(NOW, NOW) }, deps);
  return { result: await responses, asked, progress };
}

function isOver({ hasEnded }: EndedRuns, tag: Tag): boolean {
  return hasEnded(TOKEN, tag);
}

describe('ended runs', () => {
  test('are asked for once per run, for all attempts and tokens', async () => {
    const { asked, result } = await ask(
      [tagOf('100.1'), tagOf('100.1'), tagOf('100.2'), tagOf('101.1')],
      (runId) => ended(runId),
    );
    expect(asked).toEqual(['acme/web 100', 'acme/web 101']);
    expect(isOver(result, tagOf('100.2'))).toBe(true);
  });

  test('never include this attempt, but include its earlier attempts, without a request', async () => {
    const { asked, result } = await ask([tagOf('900.1'), tagOf('900.2')], (runId) => ended(runId));
    expect(asked).toEqual([]);
    expect(isOver(result, tagOf('900.1'))).toBe(true);
    expect(isOver(result, tagOf('900.2'))).toBe(false);
  });

  test('do not include a run without a request', async () => {
    const { result } = await ask([tagOf('100.1')], (runId) => ended(runId));
    expect(isOver(result, tagOf('101.1'))).toBe(false);
  });

  test('are requested with the current name of this repository, and with the recorded name of others', async () => {
    const { asked } = await ask(
      [tagOf('100.1', 'acme/old-name#4711'), tagOf('100.1', 'acme/api#4712')],
      (runId, repository) => ended(runId, repository === 'acme/api' ? '4712' : '4711'),
    );
    expect(asked).toEqual(['acme/web 100', 'acme/api 100']);
  });

  test('are separate for runs with the same number in two repositories', async () => {
    const { result } = await ask([tagOf('100.1', 'acme/api#4712')], (runId) => ended(runId, '4712'));
    expect(isOver(result, tagOf('100.1'))).toBe(false);
    expect(isOver(result, tagOf('100.1', 'acme/api#4712'))).toBe(true);
  });

  test('are no longer requested after GitHub refuses', async () => {
    let asked = 0;
    const asking = ask(manyTags(100), () => {
      asked++;
      throw new Failure('github-token-not-allowed', 'give `permissions: actions: read`');
    });
    await expect(asking).rejects.toMatchObject({ code: 'github-token-not-allowed' });
    expect(asked).toBeLessThanOrEqual(8);
  });

  test.each([
    ['GitHub asks for a long pause', 'all-runs', 8],
    ['eight requests in a row without a response', 'perhaps-all-runs', 15],
  ] as const)('are no longer requested after %s, and the rest is not known', async (_, about, most) => {
    const { result, asked } = await ask(manyTags(100), () => ({ kind: 'no-response', why: 'No.', about }));
    expect(asked.length).toBeLessThanOrEqual(most);
    expect(result.unresolved).toEqual({ count: 100, asked: 100, why: 'No.' });
    expect(isOver(result, tagOf('1099.1'))).toBe(false);
  });

  test('are requested further while some responses arrive, and unknown ones are counted', async () => {
    const { result, asked } = await ask(manyTags(100), (runId) =>
      Number(runId) % 4 === 0
        ? ended(runId)
        : { kind: 'no-response', why: `No ${runId}.`, about: 'perhaps-all-runs' },
    );
    expect(asked).toHaveLength(100);
    expect(result.unresolved).toEqual({ count: 75, asked: 100, why: 'No 1001.' });
  });

  test('are all requested if each useless response is about its own run only', async () => {
    const { result, asked } = await ask(manyTags(100), (runId) =>
      runId === '1099' ? ended(runId) : { kind: 'no-response', why: 'Moved.', about: 'this-run' },
    );
    expect(asked).toHaveLength(100);
    expect(isOver(result, tagOf('1099.1'))).toBe(true);
  });

  test('cause no warning if all of them are known', async () => {
    expect((await ask(manyTags(3), (runId) => ended(runId))).result.unresolved).toBeUndefined();
  });

  test('cause a warning if GitHub no longer has a run of this repository and the token is young', async () => {
    const { result } = await ask(manyTags(3), () => ({ kind: 'unknown' }));
    expect(result.unresolved).toMatchObject({
      count: 3,
      asked: 3,
      why: expect.stringMatching(/no longer has run 1000 of acme\/web \(404\)/),
    });
    expect(isOver(result, tagOf('1000.1'))).toBe(false);
    expect(result.hasEnded({ createdAt: NOW - 36 * DAY }, tagOf('1000.1'))).toBe(true);
  });

  test('are not requested from another server, and are not known', async () => {
    const other = { ...tagOf('100.1'), server: 'ghe.example.com' };
    const own = { ...tagOf('900.1'), server: 'ghe.example.com' };
    const { asked, result } = await ask([other, own], (runId) => ended(runId));
    expect(asked).toEqual([]);
    expect(result.unresolved).toBeUndefined();
    expect(isOver(result, other)).toBe(false);
    expect(isOver(result, own)).toBe(false);
  });

  test.each([
    ['run', ended('101')],
    ['repository', ended('100', '4712')],
  ])('are not known after a response about another %s', async (_, response) => {
    const { result } = await ask([tagOf('100.1')], () => response);
    expect(result.unresolved).toMatchObject({
      count: 1,
      why: expect.stringContaining('The GitHub request for run 100 of'),
    });
    expect(isOver(result, tagOf('100.1'))).toBe(false);
  });

  test('of another repository can be invisible to the token, and the warning says so', async () => {
    const { result } = await ask([tagOf('100.1', 'acme/api#4712')], () => ({ kind: 'unknown' }));
    expect(result.unresolved).toMatchObject({
      count: 1,
      why: expect.stringMatching(/run 100 of acme\/api.*`github-token`/i),
    });
  });

  test('are requested with a progress report every few seconds', async () => {
    const clock = new FakeClock();
    const slowly = (runId: string) => {
      clock.advance(10);
      return ended(runId);
    };
    const { progress } = await ask(manyTags(1200), slowly, clock);
    expect(progress).toHaveLength(2);
    expect(progress[0]).toMatchObject({ kind: 'advanced', work: 'asking-about-runs', total: 1200 });
  });
});
