import { type Played, playActivation } from './play-activation.ts';

/** Replicas behind a load balancer. Each of them accepts the token from its own time on, in milliseconds. */
export interface SimulatedReplicas {
  readonly activeAt: readonly number[];
  readonly timeoutMs: number;
}

/** probeReplicas waits for activation on replicas that a load balancer picks at random. */
export function probeReplicas({ activeAt, timeoutMs }: SimulatedReplicas, random: () => number): Played {
  return playActivation(({ sentAt }) => {
    const takesMs = 5 + random() * 30;
    const active = activeAt[Math.floor(random() * activeAt.length)] ?? 0;
    return {
      takesMs,
      result: sentAt >= active ? { kind: 'accepted' } : { kind: 'refused', why: 'it responded 401' },
    };
  }, timeoutMs);
}

/** seededRandom returns the same numbers from 0 to 1 for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
