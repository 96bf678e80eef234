import { MAX_IN_FLIGHT } from '../base/concurrency.ts';
import type { ProbeResult } from './probe.ts';

/**
 * Tokens reach the replicas of a cluster one by one, and a load balancer selects the replica. Seventeen acceptances in a row
 * miss one of three replicas in 0.1 % of all rounds.
 */
const ACCEPTANCES_NEEDED = 17;

/**
 * After replicas have disagreed, more acceptances are needed, and even more after each further disagreement, because every round
 * is another chance to miss a replica. With a constant 24, a fifth of all waits would miss one of five replicas that is minutes
 * late.
 */
const ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT = 24;
const MORE_FOR_EACH_DISAGREEMENT = 8;
const MAX_ACCEPTANCES_NEEDED = 96;

const MIN_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;

/** The last pauses are shorter, so that a token that becomes active just before the deadline is still noticed. */
const FINAL_PROBES_MS = 1_000;

/** If there are only network errors for this long, the data plane is not reachable. */
const MAX_SILENCE_MS = 20_000;

/** After this many 404 responses in a row, the URL does not lead to a data plane. */
const MAX_NOT_FOUND = 5;

/** ActivationState is what the probes have shown so far. All times are in milliseconds, as `Clock.elapsed` measures. */
export interface ActivationState {
  readonly startedAt: number;
  readonly deadline: number;
  /** Each refusal begins a new round. An acceptance counts only for the round in which its probe was sent. */
  readonly round: number;
  /** In this round. */
  readonly acceptances: number;
  readonly everAccepted: boolean;
  /** In how many rounds an acceptance was followed by a refusal. */
  readonly disagreements: number;
  /** Whether any response accepted or refused the token. */
  readonly anyClear: boolean;
  readonly inFlight: number;
  readonly inFlightOfRound: number;
  /** The last result of this round did not accept the token, so the next probe is sent alone. */
  readonly alone: boolean;
  /** No probe is sent before this time. */
  readonly notBefore: number;
  /** When the first probe of an uninterrupted series of network errors was sent. */
  readonly silentSince: number | undefined;
  readonly notFoundInARow: number;
  /** The reason in the last result that did not accept the token. A probe that was cut short replaces no reason. */
  readonly why: string | undefined;
  /** The reason in the last refusal. */
  readonly refusal: string | undefined;
  /** The date in the last clear response, in milliseconds since 1970. */
  readonly serverTime: number | undefined;
}

/** ProbeTicket belongs to one probe in flight. */
export interface ProbeTicket {
  readonly round: number;
  readonly sentAt: number;
  /** The longest time that the wait allowed, in milliseconds. The time limit of the request can be shorter. */
  readonly timeoutMs: number;
}

/** ActivationVerdict is how the wait ended. `serverTime` is the date in the last clear response. */
export type ActivationVerdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly why: string; readonly serverTime: number | undefined }
  | { readonly kind: 'unreachable'; readonly why: string };

/** NextStep is what to do now. `pause`: sleep until `until`. `await-response`: do nothing until a response arrives. */
export type NextStep =
  | { readonly kind: 'probe'; readonly timeoutMs: number }
  | { readonly kind: 'pause'; readonly until: number }
  | { readonly kind: 'await-response' }
  | ActivationVerdict;

/** startActivation is the state before the first probe. */
export function startActivation(now: number, timeoutMs: number): ActivationState {
  return {
    startedAt: now,
    deadline: now + timeoutMs,
    round: 0,
    acceptances: 0,
    everAccepted: false,
    disagreements: 0,
    anyClear: false,
    inFlight: 0,
    inFlightOfRound: 0,
    alone: true,
    notBefore: now,
    silentSince: undefined,
    notFoundInARow: 0,
    why: undefined,
    refusal: undefined,
    serverTime: undefined,
  };
}

/** nextStep decides what to do at a time. Pure. */
export function nextStep(state: ActivationState, now: number): NextStep {
  if (state.acceptances >= acceptancesNeeded(state)) return { kind: 'accepted' };
  if (!state.anyClear && (state.notFoundInARow >= MAX_NOT_FOUND || silenceLeft(state, now) <= 0)) {
    return verdict(state);
  }
  if (Math.max(now, state.notBefore) >= state.deadline) {
    return state.inFlightOfRound > 0 ? { kind: 'await-response' } : verdict(state);
  }
  if (now < state.notBefore) return { kind: 'pause', until: state.notBefore };
  if (!hasRoom(state)) return { kind: 'await-response' };
  const patience = state.anyClear ? Number.POSITIVE_INFINITY : silenceLeft(state, now);
  return { kind: 'probe', timeoutMs: Math.min(state.deadline - now, patience) };
}

/** afterSending counts a probe that is sent now with a time limit, and returns the ticket for its result. Pure. */
export function afterSending(
  state: ActivationState,
  now: number,
  timeoutMs: number,
): [ActivationState, ProbeTicket] {
  const { inFlight, inFlightOfRound, round } = state;
  return [
    { ...state, inFlight: inFlight + 1, inFlightOfRound: inFlightOfRound + 1 },
    { round, sentAt: now, timeoutMs },
  ];
}

/** afterResult adds the result of one probe. Pure. */
export function afterResult(
  state: ActivationState,
  {
    ticket,
    result,
    now,
  }: { readonly ticket: ProbeTicket; readonly result: ProbeResult; readonly now: number },
): ActivationState {
  const ofRound = ticket.round === state.round;
  const returned: ActivationState = {
    ...state,
    inFlight: state.inFlight - 1,
    inFlightOfRound: state.inFlightOfRound - (ofRound ? 1 : 0),
    silentSince: undefined,
    notFoundInARow: 0,
  };
  switch (result.kind) {
    case 'accepted': {
      const heard = { ...returned, anyClear: true, everAccepted: true, serverTime: result.serverTime };
      return ofRound ? { ...heard, acceptances: state.acceptances + 1, alone: false } : heard;
    }
    case 'refused':
      return {
        ...pausedBy(returned, now),
        anyClear: true,
        disagreements: disagreementsAfter(state, ofRound),
        round: state.round + 1,
        acceptances: 0,
        inFlightOfRound: 0,
        why: result.why,
        refusal: result.why,
        serverTime: result.serverTime,
      };
    case 'not-found':
      return {
        ...pausedBy(returned, now, result.holdMs),
        notFoundInARow: state.notFoundInARow + 1,
        why: result.why,
      };
    case 'unclear':
      return { ...pausedBy(returned, now, result.holdMs), why: result.why };
    case 'no-response':
      return {
        ...pausedBy(returned, now),
        silentSince: state.silentSince ?? ticket.sentAt,
        why: wasCutShort(ticket, result.limitMs) ? (state.why ?? result.why) : result.why,
      };
    case 'pause-too-long':
      return { ...pausedBy(returned, now, Number.POSITIVE_INFINITY), why: result.why };
  }
}

/** How many responses in a row must accept the token. */
function acceptancesNeeded({ disagreements }: Pick<ActivationState, 'disagreements'>): number {
  if (disagreements === 0) return ACCEPTANCES_NEEDED;
  const more = MORE_FOR_EACH_DISAGREEMENT * (disagreements - 1);
  return Math.min(ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT + more, MAX_ACCEPTANCES_NEEDED);
}

/** Several refusals that were in flight at the same time count as one disagreement. */
function disagreementsAfter(state: ActivationState, ofRound: boolean): number {
  if (!state.everAccepted) return 0;
  return Math.max(1, state.disagreements + (ofRound && state.acceptances > 0 ? 1 : 0));
}

function hasRoom(state: ActivationState): boolean {
  const { alone, inFlight, inFlightOfRound, acceptances } = state;
  if (alone) return inFlightOfRound === 0 && inFlight < MAX_IN_FLIGHT;
  return inFlight < MAX_IN_FLIGHT && acceptances + inFlightOfRound < acceptancesNeeded(state);
}

/** A pause of a tenth of the time waited costs at most 10 % more than the activation itself. */
function pausedBy(state: ActivationState, now: number, holdMs = 0): ActivationState {
  const pause = Math.min(Math.max((now - state.startedAt) / 10, MIN_PAUSE_MS), MAX_PAUSE_MS);
  const next = Math.min(now + pause, Math.max(now + MIN_PAUSE_MS, state.deadline - FINAL_PROBES_MS));
  return { ...state, alone: true, notBefore: Math.max(state.notBefore, next, now + holdMs) };
}

function silenceLeft({ silentSince = Number.POSITIVE_INFINITY }: ActivationState, now: number): number {
  return MAX_SILENCE_MS - (now - Math.min(silentSince, now));
}

/**
 * The end of the wait cut a probe short, and not the time limit of the request. Such a probe shows less than an earlier result. If it
 * was silent for the longest time without any response, the silence itself is the reason.
 */
function wasCutShort({ timeoutMs }: ProbeTicket, limitMs = 0): boolean {
  return limitMs >= timeoutMs && timeoutMs !== MAX_SILENCE_MS;
}

function verdict(state: ActivationState): ActivationVerdict {
  const { anyClear, everAccepted, serverTime, why = 'no response in time', refusal = why } = state;
  if (!anyClear) return { kind: 'unreachable', why };
  if (everAccepted) {
    const all = `some probes succeeded, but not ${acceptancesNeeded(state)} in a row; last failure: ${why}`;
    return { kind: 'refused', why: all, serverTime };
  }
  return { kind: 'refused', why: refusal === why ? why : `${refusal}; last failure: ${why}`, serverTime };
}
