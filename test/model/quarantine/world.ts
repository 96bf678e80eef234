import type { Grants } from './description.ts';
import type { Job } from './setting.ts';

/** World is everything at one moment: the token, how far each run has come, and what a person would expect. Never changed, only replaced. */
export interface World {
  /** In milliseconds since 1970. */
  readonly clock: number;
  readonly token: Token;
  readonly runs: readonly Run[];
  /** Requests that no run waits for, and that the server can still carry out. */
  readonly late: readonly Late[];
  /** How much can still go wrong. */
  readonly faults: number;
  /** How often a person can still edit the token. */
  readonly edits: number;
  /** How often time can still pass. */
  readonly passes: number;
  readonly expected: Expected;
  /** Two changes met, or a run was cut short: what that left can need a person. */
  readonly isDisturbed: boolean;
  /** What a run did that it must not do. */
  readonly wrong: string | undefined;
}

/** State is what a request can change of a token, and what a run compares. */
export interface State {
  readonly description: string;
  readonly grants: Grants;
}

export interface Token extends State {
  readonly isRevoked: boolean;
}

/** Expected is what no run knows, and what the runs are judged by. */
export interface Expected {
  /** One of these must be what the token grants after it was restored. Undefined: a known limit was met. */
  readonly grants: readonly Grants[] | undefined;
  /** Since when the token has been suspended without a break, in milliseconds since 1970. */
  readonly suspendedSince: number | undefined;
}

/** Change is what a request asks for. */
export type Change = Partial<State> | 'revoke';

export type Stage =
  | 'suspending'
  | 'suspended'
  | 'marking'
  | 'putting back'
  | 'revoking'
  | 'restoring'
  | 'updating'
  | 'adopting'
  | 'promoting'
  | 'putting permissions back';

/** Plan is what a run is about to send. */
export interface Plan {
  readonly stage: Stage;
  /** What was decided on: if the token is different now, the run keeps it. */
  readonly before: State;
  /** The token before the run changed it. */
  readonly original: State;
  /** What the token is if an attempt without a response was carried out. */
  readonly sent?: State;
}

/** Late is a request on its way. */
export interface Late {
  readonly run: string;
  readonly stage: Stage;
  readonly change: Change;
  /** The token was changed since the run read it. */
  readonly isOvertaken: boolean;
  /** The server carries out only a part of what was sent. */
  readonly isHalf?: true;
}

/** Run is one job with one step, and everything that it knows. */
export interface Run {
  readonly name: string;
  readonly job: Job;
  readonly at: 'waiting' | 'reading' | 'sending' | 'over';
  readonly plan: Plan | undefined;
  readonly change: Change | undefined;
  /** Whether the run read the token immediately before the request that it is about to send. */
  readonly hasRead: boolean;
  readonly isOvertaken: boolean;
}

/** A run that knows nothing, before it begins or after it is over. */
export const UNTOUCHED = { plan: undefined, change: undefined, hasRead: false, isOvertaken: false } as const;

/** withRun is the world after a change of one run. */
export function withRun(world: World, { name }: Run, changes: Partial<Run>): World {
  return { ...world, runs: world.runs.map((run) => (run.name === name ? { ...run, ...changes } : run)) };
}

/** keyOf is the same for two worlds from which the same can follow. */
export function keyOf(world: World): string {
  const { clock, token, runs, late, faults, edits, passes, isDisturbed, wrong } = world;
  const { grants, suspendedSince } = world.expected;
  return [
    `${clock} ${token.description} ${token.grants} ${token.isRevoked}`,
    ...runs.map(runKey),
    ...late.map(lateKey).sort(),
    `${faults} ${edits} ${passes} ${grants} ${suspendedSince} ${isDisturbed} ${wrong}`,
  ].join('|');
}

function runKey({ at, plan, change, hasRead, isOvertaken }: Run): string {
  if (!plan) return at;
  const { stage, before, original, sent } = plan;
  return `${at} ${stage} ${stateKey(before)} ${stateKey(original)} ${sent && stateKey(sent)} ${changeKey(change)} ${hasRead} ${isOvertaken}`;
}

function lateKey({ run, stage, change, isOvertaken }: Late): string {
  return `${run} ${stage} ${changeKey(change)} ${isOvertaken}`;
}

function stateKey({ description, grants }: State): string {
  return `${description}=${grants}`;
}

function changeKey(change: Change | undefined): string {
  return typeof change === 'object' ? `${change.description}=${change.grants}` : `${change}`;
}
