import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProbeResult } from '../../src/data-plane/probe.ts';
import { waitForActivation } from '../../src/data-plane/wait-for-activation.ts';
import { FakeClock } from '../fake-clock.ts';

const MINUTE = 60_000;

const accepted: ProbeResult = { kind: 'accepted' };
const refused: ProbeResult = { kind: 'refused', why: 'it responded 401' };
const silent: ProbeResult = { kind: 'no-response', why: 'no route' };
const unclear: ProbeResult = { kind: 'unclear', why: 'it responded 503', holdMs: 0 };

/**
 * wait plays a script whose last result is repeated. Each response takes 10 ms. `jumps` are how far, in milliseconds, somebody
 * sets the clock of the machine during each probe.
 */
async function wait(script: readonly ProbeResult[], timeoutMs = 5 * MINUTE, jumps: readonly number[] = []) {
  const clock = new FakeClock();
  const began = clock.elapsed();
  const progress: string[] = [];
  let [sent, inFlight, maxInFlight] = [0, 0, 0];
  const probe = async (): Promise<ProbeResult> => {
    const result = script[Math.min(sent++, script.length - 1)] ?? accepted;
    maxInFlight = Math.max(maxInFlight, ++inFlight);
    await Promise.resolve();
    inFlight--;
    clock.advance(10);
    clock.set(clock.now() + (jumps[sent % jumps.length] ?? 0));
    return result;
  };
  const onProgress = (waitedMs: number, why?: string) => void progress.push(`${waitedMs} ms: ${why}`);
  const verdict = await waitForActivation({ probe, timeoutMs, clock, onProgress });
  return { verdict, sent, maxInFlight, progress, sleeps: clock.sleeps, tookMs: clock.elapsed() - began };
}

test('a token is accepted after seventeen probes, of which at most eight are in flight', async () => {
  expect(await wait([accepted])).toMatchObject({
    verdict: { kind: 'accepted' },
    sent: 17,
    maxInFlight: 8,
    sleeps: [],
  });
});

test('a refused token is probed again after pauses, until the deadline', async () => {
  const { verdict, sleeps, maxInFlight, tookMs } = await wait([refused], MINUTE);
  expect(verdict.kind).toBe('refused');
  expect(sleeps[0]).toBe(250);
  expect(maxInFlight).toBe(1);
  expect(tookMs).toBeGreaterThan(MINUTE - 250);
  expect(tookMs).toBeLessThanOrEqual(MINUTE + 10);
});

test('a defect in a probe ends the wait, regardless of the other probes', async () => {
  for (const failing of [0, 1, 5, 16]) {
    let sent = 0;
    const probe = async (): Promise<ProbeResult> => {
      if (sent++ === failing) throw new TypeError('a defect');
      return accepted;
    };
    const wait = { probe, timeoutMs: MINUTE, clock: new FakeClock(), onProgress: () => {} };
    await expect(waitForActivation(wait)).rejects.toThrow('a defect');
  }
});

describe('progress', () => {
  test('is reported every 15 seconds, with the reason', async () => {
    const { progress } = await wait([refused], 2 * MINUTE);
    expect(progress.length).toBeGreaterThanOrEqual(5);
    expect(progress.length).toBeLessThanOrEqual(8);
    expect(progress[0]).toMatch(/^1\d{4}\.?\d* ms: it responded 401$/);
  });

  test('is not reported during a short wait', async () => {
    expect((await wait([refused, accepted])).progress).toEqual([]);
  });
});

test('a change of the machine’s clock does not affect the wait', async () => {
  const DAY = 24 * 60 * MINUTE;
  const script = fc.array(fc.constantFrom(accepted, refused, silent, unclear), {
    minLength: 1,
    maxLength: 20,
  });
  const jumps = fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(script, jumps, async (script, jumps) => {
      expect(await wait(script, 5 * MINUTE, jumps)).toEqual(await wait(script));
    }),
  );
});
