import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import type { Github } from '../../src/github/github.ts';
import { askWhichEnded, type EndedRuns } from '../../src/operations/ended-runs.ts';
import type { RunContext } from '../../src/runner/context.ts';
import type { Runner } from '../../src/runner/runner.ts';
import type { RunAnswer } from '../../src/tokens/run-end.ts';
import { parseTagged, type Tag } from '../../src/tokens/tag.ts';
import { FakeClock } from '../fake-clock.ts';

const NOW = Date.UTC(2026, 10, 23);
const DAY = 24 * 3_600_000;
const ENDED: RunAnswer = { kind: 'found', status: 'completed', attempt: 1 };
const OWN = { repository: 'acme/web', repositoryId: '4711', runId: '900', runAttempt: '2' } as RunContext;

const TOKEN = { createdAt: NOW - DAY };

function tagOf(runAndAttempt: string, repository = 'acme/web#4711'): Tag {
  const tagged = parseTagged(`x [gha:${repository} ${runAndAttempt} job 7f3a9c2e5b1d8046]`);
  if (!tagged) throw new Error(`no tag: ${runAndAttempt}`);
  return tagged.tag;
}

/** manyTags are of runs that follow each other. */
function manyTags(count: number): Tag[] {
  return Array.from({ length: count }, (_, index) => tagOf(`${1000 + index}.1`));
}

/** ask asks a GitHub that answers as told, and tells what was asked and said. */
async function ask(tags: readonly Tag[], answer: (runId: string) => RunAnswer, clock = new FakeClock()) {
  const asked: string[] = [];
  const lines: string[] = [];
  const github: Partial<Github> = {
    run: async (repository, runId) => {
      asked.push(`${repository} ${runId}`);
      return answer(runId);
    },
  };
  const runner: Partial<Runner> = { info: (line) => void lines.push(line) };
  const answers = askWhichEnded(tags, OWN, NOW, {
    github: github as Github,
    runner: runner as Runner,
    clock,
  });
  return { told: await answers, asked, lines };
}

function ended({ hasEnded }: EndedRuns, tag: Tag): boolean {
  return hasEnded(TOKEN, tag);
}

describe('which runs have ended', () => {
  test('is asked once for each run, whatever its attempts and tokens', async () => {
    const { asked, told } = await ask(
      [tagOf('100.1'), tagOf('100.1'), tagOf('100.2'), tagOf('101.1')],
      () => ENDED,
    );
    expect(asked).toEqual(['acme/web 100', 'acme/web 101']);
    expect(ended(told, tagOf('100.2'))).toBe(true);
  });

  test('is not asked of our own run: it goes on, and what an earlier attempt of it made is over', async () => {
    const { asked, told } = await ask([tagOf('900.1'), tagOf('900.2')], () => ENDED);
    expect(asked).toEqual([]);
    expect(ended(told, tagOf('900.1'))).toBe(true);
    expect(ended(told, tagOf('900.2'))).toBe(false);
  });

  test('of a run that was not asked about is not known', async () => {
    const { told } = await ask([tagOf('100.1')], () => ENDED);
    expect(ended(told, tagOf('101.1'))).toBe(false);
  });

  test('is asked under the name that our repository has now, and another one had then', async () => {
    const { asked } = await ask(
      [tagOf('100.1', 'acme/old-name#4711'), tagOf('100.1', 'acme/api#4712')],
      () => ENDED,
    );
    expect(asked).toEqual(['acme/web 100', 'acme/api 100']);
  });

  test('does not mix up runs of the same number in two repositories', async () => {
    const { told } = await ask([tagOf('100.1', 'acme/api#4712')], () => ENDED);
    expect(ended(told, tagOf('100.1'))).toBe(false);
    expect(ended(told, tagOf('100.1', 'acme/api#4712'))).toBe(true);
  });

  test('is left alone once GitHub refuses to tell', async () => {
    let asked = 0;
    const asking = ask(manyTags(100), () => {
      asked++;
      throw new Failure('Not allowed', 'give `permissions: actions: read`');
    });
    await expect(asking).rejects.toMatchObject({ title: 'Not allowed' });
    expect(asked).toBeLessThanOrEqual(8);
  });

  test.each([
    ['GitHub wants to be left alone', true, 8],
    ['it does not answer eight times in a row', false, 15],
  ])('is left alone once %s, and of the rest nothing is known', async (_, lasting, most) => {
    const { told, asked } = await ask(manyTags(100), () => ({ kind: 'no-answer', why: 'No.', lasting }));
    expect(asked.length).toBeLessThanOrEqual(most);
    expect(told.untold).toEqual({ count: 100, asked: 100, why: 'No.' });
    expect(ended(told, tagOf('1099.1'))).toBe(false);
  });

  test('is asked on while some are answered, and it tells of how many nothing is known', async () => {
    const { told, asked } = await ask(manyTags(100), (runId) =>
      Number(runId) % 4 === 0 ? ENDED : { kind: 'no-answer', why: `No ${runId}.`, lasting: false },
    );
    expect(asked).toHaveLength(100);
    expect(told.untold).toEqual({ count: 75, asked: 100, why: 'No 1001.' });
  });

  test('is told of all: nothing is left unsaid', async () => {
    expect((await ask(manyTags(3), () => ENDED)).told.untold).toBeUndefined();
    expect((await ask(manyTags(3), () => ({ kind: 'unknown' }))).told.untold).toBeUndefined();
  });

  test('of another repository’s run that GitHub does not show may be a matter of the token', async () => {
    const { told } = await ask([tagOf('100.1', 'acme/api#4712')], () => ({ kind: 'unknown' }));
    expect(told.untold).toMatchObject({
      count: 1,
      why: expect.stringMatching(/run 100 of acme\/api.*`github-token`/i),
    });
  });

  test('tells how far it is, every few seconds', async () => {
    const clock = new FakeClock();
    const slowly = () => {
      clock.advance(10);
      return ENDED;
    };
    const { lines } = await ask(manyTags(1200), slowly, clock);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Asking GitHub about runs: \d{3} of 1,200\.$/);
  });
});
