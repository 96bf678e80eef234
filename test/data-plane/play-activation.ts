import {
  type ActivationVerdict,
  afterResult,
  afterSending,
  nextStep,
  type ProbeTicket,
  startActivation,
} from '../../src/data-plane/activation.ts';
import type { ProbeResult } from '../../src/data-plane/probe.ts';

/** One response of a scripted data plane, with its delay in milliseconds. */
export interface ScriptedResponse {
  readonly result: ProbeResult;
  readonly takesMs: number;
}

/** One probe as it was sent. Times are in milliseconds since the start. */
export interface PlayedProbe {
  readonly sentAt: number;
  readonly timeoutMs: number;
  /** How many probes were in flight at the same time. */
  readonly inFlight: number;
  readonly kind: ProbeResult['kind'];
  readonly returnedAt: number;
}

export interface Played {
  readonly verdict: ActivationVerdict;
  readonly probes: readonly PlayedProbe[];
  /** The kinds of all results, in the order in which they arrived. */
  readonly arrivals: readonly ProbeResult['kind'][];
  readonly tookMs: number;
}

/**
 * playActivation runs the state machine against a data plane without waiting. The time jumps from event to event.
 * `requestTimeoutMs` is the time limit of a single request.
 */
export function playActivation(
  respond: (probe: { readonly number: number; readonly sentAt: number }) => ScriptedResponse,
  timeoutMs: number,
  requestTimeoutMs = Number.POSITIVE_INFINITY,
): Played {
  // Not zero, so that a comparison of a time with a duration fails.
  const began = 1_000_000;
  let now = began;
  let state = startActivation(now, timeoutMs);
  const probes: PlayedProbe[] = [];
  const arrivals: ProbeResult['kind'][] = [];
  let pending: { readonly at: number; readonly ticket: ProbeTicket; readonly result: ProbeResult }[] = [];

  const advanceTo = (latest: number): void => {
    const next = pending.toSorted((one, other) => one.at - other.at)[0];
    if (!next || next.at > latest) {
      now = latest;
      return;
    }
    now = next.at;
    pending = pending.filter((other) => other !== next);
    arrivals.push(next.result.kind);
    state = afterResult(state, { ticket: next.ticket, result: next.result, now });
  };

  for (;;) {
    const step = nextStep(state, now);
    switch (step.kind) {
      case 'probe': {
        const sentAt = now - began;
        const heard = respond({ number: probes.length, sentAt });
        const [sent, ticket] = afterSending(state, now, step.timeoutMs);
        state = sent;
        const limitMs = Math.min(step.timeoutMs, requestTimeoutMs);
        const inTime = heard.takesMs < limitMs;
        const why = `timed out after ${limitMs} ms`;
        const result: ProbeResult = inTime ? heard.result : { kind: 'no-response', why, limitMs };
        const at = now + Math.min(heard.takesMs, limitMs);
        pending.push({ at, ticket, result });
        probes.push({
          sentAt,
          timeoutMs: step.timeoutMs,
          inFlight: pending.length,
          kind: result.kind,
          returnedAt: at - began,
        });
        break;
      }
      case 'pause':
        advanceTo(step.until);
        break;
      case 'await-response':
        if (pending.length === 0) throw new Error('it waits for a response, and no probe is in flight');
        advanceTo(Number.POSITIVE_INFINITY);
        break;
      default:
        return { verdict: step, probes, arrivals, tookMs: now - began };
    }
  }
}
