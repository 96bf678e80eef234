import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitForActivation } from '../../src/data-plane/activation.ts';
import type { ProbeResult } from '../../src/data-plane/probe.ts';
import { FakeClock } from '../fake-clock.ts';

const MINUTE = 60_000;

/** What one probe hears, and how long that takes. */
interface Heard {
  readonly result: ProbeResult;
  readonly takesMs: number;
}

const accepted: Heard = { result: { kind: 'accepted' }, takesMs: 10 };
const refused: Heard = { result: { kind: 'refused', why: 'the cluster answered 401' }, takesMs: 10 };
const silent: Heard = { result: { kind: 'unreachable', why: 'no route' }, takesMs: 10 };
const unclear: Heard = {
  result: { kind: 'unclear', why: 'the cluster answered 503', holdMs: 0 },
  takesMs: 10,
};
const turnedAway: Heard = { result: { kind: 'turned-away', why: 'try again in an hour' }, takesMs: 10 };

/**
 * wait plays a script, whose last line is for all the rest, and tells all that can be seen of the waiting. `jumps` are how
 * far, in milliseconds, somebody sets the clock of the machine during each probe.
 */
async function wait(script: readonly Heard[], timeoutMs = 5 * MINUTE, jumps: readonly number[] = []) {
  const clock = new FakeClock();
  const began = clock.elapsed();
  const probes: { readonly at: number; readonly timeoutMs: number; readonly kind: ProbeResult['kind'] }[] =
    [];
  const progress: string[] = [];
  const probe = async (probeTimeoutMs: number): Promise<ProbeResult> => {
    const heard = script[Math.min(probes.length, script.length - 1)];
    if (!heard) throw new Error('the script is empty');
    probes.push({ at: clock.elapsed() - began, timeoutMs: probeTimeoutMs, kind: heard.result.kind });
    clock.advance(Math.min(heard.takesMs, probeTimeoutMs));
    clock.set(clock.now() + (jumps[probes.length % jumps.length] ?? 0));
    return heard.result;
  };
  const activation = await waitForActivation(probe, timeoutMs, clock, (line) => progress.push(line));
  return { activation, probes, progress, sleeps: clock.sleeps, tookMs: clock.elapsed() - began };
}

describe('a token is active', () => {
  test('after three successes, asked for at once and without a pause', async () => {
    const { activation, probes, sleeps } = await wait([accepted]);
    expect(activation).toEqual({ kind: 'accepted' });
    expect(probes).toHaveLength(3);
    expect(probes[0]?.at).toBe(0);
    expect(sleeps).toEqual([]);
  });

  test('only when the three are in a row', async () => {
    const { activation, probes } = await wait([
      accepted,
      accepted,
      refused,
      accepted,
      silent,
      accepted,
      accepted,
      unclear,
      accepted,
    ]);
    expect(activation).toEqual({ kind: 'accepted' });
    expect(probes).toHaveLength(11);
  });

  test('as soon as refusals end', async () => {
    const { activation, probes } = await wait([refused, refused, refused, accepted]);
    expect(activation).toEqual({ kind: 'accepted' });
    expect(probes).toHaveLength(6);
  });

  test('even when it could not be reached at first', async () => {
    expect((await wait([silent, silent, unclear, accepted])).activation.kind).toBe('accepted');
  });
});

describe('a token is refused', () => {
  test('when it still is at the deadline, and not before', async () => {
    const { activation, tookMs } = await wait([refused], MINUTE);
    expect(activation).toEqual({ kind: 'refused', why: 'the cluster answered 401' });
    expect(tookMs).toBeGreaterThanOrEqual(MINUTE);
  });

  test('when it was before the network broke down for the rest of the time', async () => {
    const { activation, tookMs } = await wait([refused, silent], 2 * MINUTE);
    expect(activation).toEqual({ kind: 'refused', why: 'no route' });
    expect(tookMs).toBeGreaterThanOrEqual(2 * MINUTE);
  });

  test('when it was before everything got unclear', async () => {
    expect((await wait([refused, unclear], MINUTE)).activation.kind).toBe('refused');
  });

  test('when successes never come three in a row', async () => {
    const flapping = Array.from({ length: 1000 }, () => [accepted, accepted, refused]).flat();
    expect((await wait(flapping, MINUTE)).activation.kind).toBe('refused');
  });
});

describe('the cluster is unreachable', () => {
  test('after 20 seconds of nothing but network errors', async () => {
    const { activation, tookMs } = await wait([silent], 5 * MINUTE);
    expect(activation).toEqual({ kind: 'unreachable', why: 'no route' });
    expect(tookMs).toBeGreaterThanOrEqual(20_000);
    expect(tookMs).toBeLessThan(26_000);
  });

  test('after 20 seconds of a single probe that hangs', async () => {
    const { activation, tookMs, probes } = await wait([{ ...silent, takesMs: 10 * MINUTE }], 5 * MINUTE);
    expect(activation.kind).toBe('unreachable');
    expect(probes).toHaveLength(1);
    expect(tookMs).toBe(20_000);
  });

  test('at the deadline, where that is sooner', async () => {
    const { activation, tookMs } = await wait([silent], 5000);
    expect(activation.kind).toBe('unreachable');
    expect(tookMs).toBeLessThan(6500);
  });

  test('at the deadline, when all was unclear', async () => {
    const { activation, tookMs } = await wait([unclear], 2 * MINUTE);
    expect(activation).toEqual({ kind: 'unreachable', why: 'the cluster answered 503' });
    expect(tookMs).toBeGreaterThanOrEqual(2 * MINUTE);
  });

  test('not yet, when any answer came between the network errors', async () => {
    const seldom = [silent, silent, silent, unclear];
    const { activation, tookMs } = await wait([...seldom, ...seldom, ...seldom, ...seldom, accepted]);
    expect(activation.kind).toBe('accepted');
    expect(tookMs).toBeGreaterThan(40_000);
  });
});

describe('pauses', () => {
  test('grow, and stay at five seconds', async () => {
    const { sleeps } = await wait([refused], 2 * MINUTE);
    const untilDeadline = sleeps.slice(0, -1);
    expect(untilDeadline).toEqual([...untilDeadline].sort((one, other) => one - other));
    expect(untilDeadline[0]).toBeLessThan(1000);
    expect(Math.max(...sleeps)).toBe(5000);
    expect(untilDeadline.at(-1)).toBe(5000);
  });

  test('are as long as the server asks', async () => {
    const held: Heard = {
      ...unclear,
      result: { kind: 'unclear', why: 'the cluster answered 429', holdMs: 30_000 },
    };
    const { sleeps, activation } = await wait([held, accepted]);
    expect(sleeps).toEqual([30_000]);
    expect(activation.kind).toBe('accepted');
  });

  test('that the server asks for beyond the deadline end the wait at once', async () => {
    const held: Heard = {
      ...unclear,
      result: { kind: 'unclear', why: 'the cluster answered 429', holdMs: 30_000 },
    };
    const { sleeps, activation } = await wait([held], 20_000);
    expect(sleeps).toEqual([]);
    expect(activation).toEqual({ kind: 'unreachable', why: 'the cluster answered 429' });
  });

  test('that are too long to be waited for end the wait at once', async () => {
    const { sleeps, activation } = await wait([turnedAway]);
    expect(sleeps).toEqual([]);
    expect(activation).toEqual({ kind: 'unreachable', why: 'try again in an hour' });
  });

  test('that are too long do not hide that the token was refused', async () => {
    expect((await wait([refused, turnedAway])).activation).toEqual({
      kind: 'refused',
      why: 'try again in an hour',
    });
  });
});

describe('progress', () => {
  test('is told now and then in a long wait, with the reason', async () => {
    const { progress } = await wait([refused], 2 * MINUTE);
    expect(progress.length).toBeGreaterThanOrEqual(4);
    expect(progress.length).toBeLessThanOrEqual(8);
    expect(progress[0]).toMatch(/after 1\ds: the cluster answered 401/);
  });

  test('is not worth a line in a short one', async () => {
    expect((await wait([refused, accepted])).progress).toEqual([]);
  });
});

describe('whatever the cluster does', () => {
  const why = 'because';
  const takesMs = fc.integer({ min: 0, max: 40_000 });
  const heard: fc.Arbitrary<Heard> = fc.oneof(
    fc.record({ takesMs, result: fc.constant<ProbeResult>({ kind: 'accepted' }) }),
    fc.record({
      takesMs,
      result: fc.constantFrom<ProbeResult>(
        { kind: 'refused', why },
        { kind: 'unreachable', why },
        { kind: 'turned-away', why },
      ),
    }),
    fc.record({
      takesMs,
      result: fc
        .integer({ min: 0, max: 60_000 })
        .map((holdMs): ProbeResult => ({ kind: 'unclear', why, holdMs })),
    }),
  );
  const course = fc.tuple(
    fc.array(heard, { minLength: 1, maxLength: 40 }),
    fc.integer({ min: 1, max: 10 * MINUTE }),
  );

  test('the token is accepted exactly when the last three probes were', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ([script, timeoutMs]) => {
        const { activation, probes } = await wait(script, timeoutMs);
        const kinds = probes.map(({ kind }) => kind).join(' ');
        expect(activation.kind === 'accepted').toBe(kinds.endsWith('accepted accepted accepted'));
        expect(kinds.indexOf('accepted accepted accepted')).toBe(
          activation.kind === 'accepted' ? kinds.length - 'accepted accepted accepted'.length : -1,
        );
      }),
    );
  });

  test('no pause reaches beyond the deadline, and only successes in a row are followed up after it', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ([script, timeoutMs]) => {
        const { probes, tookMs } = await wait(script, timeoutMs);
        // A probe has at least a second; two more may follow a success that came at the very end.
        expect(tookMs).toBeLessThanOrEqual(timeoutMs + 3 * 1000);
        probes.forEach(({ at }, index) => {
          if (at > timeoutMs) expect(probes[index - 1]?.kind).toBe('accepted');
        });
      }),
    );
  });

  test('no probe outlasts the deadline by more than a second', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ([script, timeoutMs]) => {
        const { probes } = await wait(script, timeoutMs);
        for (const probe of probes) {
          expect(probe.timeoutMs).toBeLessThanOrEqual(Math.max(1000, timeoutMs - probe.at));
          expect(probe.timeoutMs).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a token is called refused only when that was the last clear answer', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ([script, timeoutMs]) => {
        const { activation, probes } = await wait(script, timeoutMs);
        const clear = probes.filter(({ kind }) => kind === 'accepted' || kind === 'refused').at(-1)?.kind;
        expect(activation.kind === 'refused').toBe(clear === 'refused');
      }),
    );
  });
});

describe('a clock of the machine that is set meanwhile', () => {
  test('changes nothing', async () => {
    const DAY = 24 * 60 * MINUTE;
    const heard = fc.constantFrom(accepted, refused, silent, unclear);
    const scripts = fc.array(heard, { minLength: 1, maxLength: 20 });
    const jumps = fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(scripts, jumps, async (script, jumps) => {
        expect(await wait(script, 5 * MINUTE, jumps)).toEqual(await wait(script));
      }),
    );
  });
});
