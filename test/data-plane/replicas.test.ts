import { describe, expect, test } from 'vitest';
import { probeReplicas, seededRandom } from './simulated-replicas.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('replicas that receive a token one by one', () => {
  const RUNS = 2_000;

  /** One replica receives the token `laterMs` after the others, which receive it within the first ten seconds. */
  function shareAcceptedTooEarly(replicas: number, laterMs: number): number {
    const random = seededRandom(replicas + laterMs);
    let tooEarly = 0;
    for (let run = 0; run < RUNS; run++) {
      const others = Array.from({ length: replicas - 1 }, () => 10 * SECOND * random());
      const last = 10 * SECOND + laterMs;
      const played = probeReplicas({ activeAt: [...others, last], timeoutMs: 5 * MINUTE }, random);
      expect(played.verdict.kind).toBe('accepted');
      if ((played.probes.at(-1)?.sentAt ?? 0) < last) tooEarly++;
    }
    return tooEarly / RUNS;
  }

  test.each([
    [3, SECOND, 0.01],
    [3, 5 * SECOND, 0.01],
    [3, 60 * SECOND, 0.01],
    [3, 240 * SECOND, 0.01],
    [5, SECOND, 0.05],
    [5, 5 * SECOND, 0.05],
    [5, 60 * SECOND, 0.05],
    [5, 240 * SECOND, 0.05],
  ])(
    'of %i, with one after %i ms: at most this share of waits ends too early: %d',
    (replicas, laterMs, most) => {
      expect(shareAcceptedTooEarly(replicas, laterMs)).toBeLessThanOrEqual(most);
    },
  );
});
