import type { Clock } from '../clock.ts';
import { formatDuration } from '../tokens/duration.ts';
import type { ProbeResult } from './probe.ts';

/** Tokens spread to several replicas: fewer in a row may all have come from one. */
const SUCCESSES_NEEDED = 3;

/** This long without any clear answer, nothing but network errors: the cluster cannot be reached from here. */
const PATIENCE_WITH_NETWORK_MS = 20_000;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const PROGRESS_EVERY_MS = 15_000;

/** ActivationState is what the probes so far have told. Times are as `Clock.elapsed` measures. */
interface ActivationState {
  readonly successesInARow: number;
  /** The last answer that said yes or no. */
  readonly lastClear?: 'accepted' | 'refused';
  /** Since when there has been nothing but network errors. */
  readonly silentSince?: number;
  /** Why the last probe was no success. */
  readonly why: string;
  /** Before the next probe; grows. */
  readonly pauseMs: number;
  /** How long the server wants to be left alone; for ever when it named a pause too long to wait for. */
  readonly holdMs: number;
}

/** Activation is how the wait ended; `why` is the last thing heard. */
export type Activation =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'unreachable'; readonly why: string };

/** NOTHING_HEARD is the state before the first probe. */
const NOTHING_HEARD: ActivationState = {
  successesInARow: 0,
  why: 'it was not asked',
  pauseMs: FIRST_PAUSE_MS,
  holdMs: 0,
};

/** afterProbe adds one result to what is known. `startedAt` is when its probe began. Pure. */
function afterProbe(state: ActivationState, result: ProbeResult, startedAt: number): ActivationState {
  const { silentSince, ...heard } = { ...state, successesInARow: 0, holdMs: 0 };
  switch (result.kind) {
    case 'accepted':
      return { ...heard, successesInARow: state.successesInARow + 1, lastClear: 'accepted' };
    case 'refused':
      return { ...heard, lastClear: 'refused', why: result.why };
    case 'unreachable':
      return { ...heard, silentSince: silentSince ?? startedAt, why: result.why };
    case 'unclear':
      return { ...heard, holdMs: result.holdMs, why: result.why };
    case 'turned-away':
      return { ...heard, holdMs: Number.POSITIVE_INFINITY, why: result.why };
  }
}

/**
 * nextStep decides after each probe: an end, or how many milliseconds to wait before the next. Pure. While successes
 * follow each other there is no pause and no deadline: the third is one answer away.
 */
function nextStep(
  state: ActivationState,
  now: number,
  deadline: number,
): Activation | { readonly waitMs: number } {
  if (state.successesInARow >= SUCCESSES_NEEDED) return { kind: 'accepted' };
  if (state.successesInARow > 0) return { waitMs: 0 };
  if (now + state.holdMs >= deadline) {
    return { kind: state.lastClear === 'refused' ? 'refused' : 'unreachable', why: state.why };
  }
  const silentFor = state.silentSince === undefined ? 0 : now - state.silentSince;
  if (state.lastClear === undefined && silentFor >= PATIENCE_WITH_NETWORK_MS) {
    return { kind: 'unreachable', why: state.why };
  }
  return { waitMs: Math.min(Math.max(state.pauseMs, state.holdMs), deadline - now) };
}

/**
 * waitForActivation probes at once and then with growing pauses, until the cluster has accepted the token several
 * times in a row or `timeoutMs` have passed. `progress` gets a line now and then.
 */
export async function waitForActivation(
  probe: (timeoutMs: number) => Promise<ProbeResult>,
  timeoutMs: number,
  clock: Clock,
  progress: (line: string) => void,
): Promise<Activation> {
  const began = clock.elapsed();
  const deadline = began + timeoutMs;
  let saidAt = began;
  for (let state = NOTHING_HEARD; ; ) {
    const startedAt = clock.elapsed();
    state = afterProbe(state, await probe(probeTimeout(state, startedAt, deadline)), startedAt);
    const now = clock.elapsed();
    const next = nextStep(state, now, deadline);
    if ('kind' in next) return next;
    if (next.waitMs === 0) continue;
    if (now - saidAt >= PROGRESS_EVERY_MS) {
      saidAt = now;
      progress(`Not accepted yet after ${formatDuration((now - began) / 1000)}: ${state.why}.`);
    }
    await clock.sleep(next.waitMs);
    state = { ...state, pauseMs: Math.min(LONGEST_PAUSE_MS, state.pauseMs * 2) };
  }
}

/** A probe that hangs must not outlast what it is for: the deadline, or the patience with a silent network. */
function probeTimeout(state: ActivationState, now: number, deadline: number): number {
  const patience =
    state.lastClear === undefined
      ? (state.silentSince ?? now) + PATIENCE_WITH_NETWORK_MS - now
      : Number.POSITIVE_INFINITY;
  return Math.max(1000, Math.min(deadline - now, patience));
}
