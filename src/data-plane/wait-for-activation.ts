import type { Clock } from '../base/clock.ts';
import {
  type ActivationVerdict,
  afterResult,
  afterSending,
  nextStep,
  startActivation,
} from './activation.ts';
import type { ProbeResult } from './probe.ts';

const PROGRESS_EVERY_MS = 15_000;

/** ActivationWait is everything that waitForActivation needs. */
export interface ActivationWait {
  /** Sends one probe and waits at most `timeoutMs` for the response. Throws only defects. */
  readonly probe: (timeoutMs: number) => Promise<ProbeResult>;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Called every 15 seconds, with the time waited and the last result that did not accept the token. */
  readonly onProgress: (waitedMs: number, why: string | undefined) => void;
}

/** waitForActivation sends probes until the cluster accepts the token or `timeoutMs` have passed. */
export async function waitForActivation(wait: ActivationWait): Promise<ActivationVerdict> {
  const { probe, timeoutMs, clock, onProgress } = wait;
  const began = clock.elapsed();
  const inFlight = new Set<Promise<void>>();
  let state = startActivation(began, timeoutMs);
  let progressAt = began + PROGRESS_EVERY_MS;

  const send = (probeTimeoutMs: number): void => {
    const [sent, ticket] = afterSending(state, clock.elapsed(), probeTimeoutMs);
    state = sent;
    const returned = probe(probeTimeoutMs).then((result) => {
      state = afterResult(state, { ticket, result, now: clock.elapsed() });
      inFlight.delete(returned);
    });
    // A defect stays in the set, where the next wait for a response throws it.
    returned.catch(() => {});
    inFlight.add(returned);
  };

  for (;;) {
    const now = clock.elapsed();
    const step = nextStep(state, now);
    switch (step.kind) {
      case 'probe':
        send(step.timeoutMs);
        break;
      case 'await-response':
        await Promise.race(inFlight);
        break;
      case 'pause':
        if (now >= progressAt) {
          progressAt = now + PROGRESS_EVERY_MS;
          onProgress(now - began, state.why);
        }
        await clock.sleep(step.until - now);
        break;
      default:
        return step;
    }
  }
}
