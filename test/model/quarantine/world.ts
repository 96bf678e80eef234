import type { Grants } from './description.ts';
import type { Job } from './setting.ts';

/**
 * World is everything at one moment: the token, the progress of each run, and the expectations of a person. It is never changed,
 * only replaced.
 */
export interface World {
  /** In milliseconds since 1970. */
  readonly clock: number;
  readonly token: Token;
  readonly runs: readonly Run[];
  /** Requests that no run waits for, and that the server can still carry out. */
  readonly late: readonly Late[];
  /** How many faults are left. */
  readonly faults: number;
  /** How often a person can still edit the token. */
  readonly edits: number;
  /** How often time can still pass. */
  readonly passes: number;
  readonly expected: Expected;
  /** Two changes met, or a run was killed. A person might have to repair the result. */
  readonly isDisturbed: boolean;
  /** A forbidden action of a run. Undefined if there was none. */
  readonly wrong: string | undefined;
}

/** State is the part of a token that a request can change and that a run compares. */
export interface State {
  readonly description: string;
  readonly grants: Grants;
}

export interface Token extends State {
  readonly isRevoked: boolean;
}

/** Expected contains expectations that no run knows. The runs are checked against them. */
export interface Expected {
  /** After a restore, the token must have one of these. Undefined if a known limit was reached. */
  readonly grants: readonly Grants[] | undefined;
  /** Since when the token has been suspended without interruption, in milliseconds since 1970. */
  readonly suspendedSince: number | undefined;
}

/** Change is the change that a request asks for. */
export type Change = Partial<State> | 'revoke';

export type Stage =
  | 'suspending'
  | 'suspended'
  | 'marking'
  | 'undoing'
  | 'revoking'
  | 'restoring'
  | 'updating'
  | 'adopting'
  | 'promoting'
  | 'undoing permissions';

/** Plan is the next request of a run. */
export interface Plan {
  readonly stage: Stage;
  /** The content that the decision is about. If the token has other content now, the run keeps the token. */
  readonly before: State;
  /** The content before the run changed the token. */
  readonly original: State;
  /** The content of the token if an attempt without a response had its effect. */
  readonly sent?: State;
}

/** Late is a request that has not arrived yet. */
export interface Late {
  readonly run: string;
  readonly stage: Stage;
  readonly change: Change;
  /** The token was changed since the run read it. */
  readonly isOvertaken: boolean;
  /** The server carries out only a part of the request. */
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

/** The knowledge of a run before it begins or after it is over: nothing. */
export const UNTOUCHED = { plan: undefined, change: undefined, hasRead: false, isOvertaken: false } as const;

/** withRun is the world after a change of one run. */
export function withRun(world: World, { name }: Run, changes: Partial<Run>): World {
  return { ...world, runs: world.runs.map((run) => (run.name === name ? { ...run, ...changes } : run)) };
}

/** keyOf returns the same key for two worlds with the same future. */
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
