import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import type { Github } from '../../src/github/github.ts';
import { askWhichEnded } from '../../src/operations/ended-runs.ts';
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
  return { hasEnded: await answers.catch((error: unknown) => error), asked, lines };
}

function ended(hasEnded: unknown, tag: Tag): boolean {
  if (typeof hasEnded !== 'function') throw hasEnded;
  return hasEnded(TOKEN, tag);
}

describe('which runs have ended', () => {
  test('is asked once for each run, whatever its attempts and tokens', async () => {
    const { asked, hasEnded } = await ask(
      [tagOf('100.1'), tagOf('100.1'), tagOf('100.2'), tagOf('101.1')],
      () => ENDED,
    );
    expect(asked).toEqual(['acme/web 100', 'acme/web 101']);
    expect(ended(hasEnded, tagOf('100.2'))).toBe(true);
  });

  test('is not asked of our own run: it goes on, and what an earlier attempt of it made is over', async () => {
    const { asked, hasEnded } = await ask([tagOf('900.1'), tagOf('900.2')], () => ENDED);
    expect(asked).toEqual([]);
    expect(ended(hasEnded, tagOf('900.1'))).toBe(true);
    expect(ended(hasEnded, tagOf('900.2'))).toBe(false);
  });

  test('of a run that was not asked about is not known', async () => {
    const { hasEnded } = await ask([tagOf('100.1')], () => ENDED);
    expect(ended(hasEnded, tagOf('101.1'))).toBe(false);
  });

  test('is asked under the name that our repository has now, and another one had then', async () => {
    const { asked } = await ask(
      [tagOf('100.1', 'acme/old-name#4711'), tagOf('100.1', 'acme/api#4712')],
      () => ENDED,
    );
    expect(asked).toEqual(['acme/web 100', 'acme/api 100']);
  });

  test('does not mix up runs of the same number in two repositories', async () => {
    const { hasEnded } = await ask([tagOf('100.1', 'acme/api#4712')], () => ENDED);
    expect(ended(hasEnded, tagOf('100.1'))).toBe(false);
    expect(ended(hasEnded, tagOf('100.1', 'acme/api#4712'))).toBe(true);
  });

  test('is left alone once GitHub refuses to tell', async () => {
    const tags = Array.from({ length: 100 }, (_, index) => tagOf(`${index + 1}.1`));
    const { hasEnded, asked } = await ask(tags, () => {
      throw new Failure('Not allowed', 'give `permissions: actions: read`');
    });
    expect(hasEnded).toMatchObject({ title: 'Not allowed' });
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  test('tells how far it is, every few seconds', async () => {
    const clock = new FakeClock();
    const tags = Array.from({ length: 1200 }, (_, index) => tagOf(`${1000 + index}.1`));
    const slowly = () => {
      clock.advance(10);
      return ENDED;
    };
    const { lines } = await ask(tags, slowly, clock);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Asking GitHub about runs: \d{3} of 1,200\.$/);
  });
});
