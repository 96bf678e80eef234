import type { Rotation } from '../../src/tokens/rotation/plan.ts';
import type { RotationSpec, Target } from '../../src/tokens/rotation/spec.ts';
import type { Token } from '../../src/tokens/token.ts';
import { NOW } from '../tokens/series-token.ts';
import { describedBy, type Grants, NO_GRANTS } from './quarantine/description.ts';
import type { Change, Plan, State } from './quarantine/world.ts';
import type { Request } from './server.ts';

/**
 * World is everything at one moment: the contents of the servers, and the progress of each run. It is never changed, only
 * replaced.
 */
export interface World {
  /** The server's time, in milliseconds since 1970. It passes only if something depends on it. */
  readonly clock: number;
  readonly tokens: readonly Token[];
  readonly consumers: readonly Consumer[];
  readonly runs: readonly Run[];
  /** Requests that no run waits for, and that the server can still carry out. */
  readonly late: readonly Request[];
  /** How many faults are left. */
  readonly faults: number;
  /** How often a person can still restore a suspended token. */
  readonly restores: number;
}

/** Consumer is a user of the series' tokens: a secret, or the receiver of what the later steps of a job deliver. */
export interface Consumer {
  readonly name: string;
  readonly kind: 'secret' | 'receiver';
  /** The ID of a token. Undefined if none was ever stored. */
  readonly tokenId: string | undefined;
  /** In whole seconds, as GitHub shows it. */
  readonly storedAt: number | 'absent';
  /** The previous token, and until when a job that has already read it can rely on it. */
  readonly before: { readonly id: string; readonly until: number } | undefined;
}

/** StepName is the next step of a run. */
export type StepName =
  | 'look'
  | 'look at targets'
  | 'ask'
  | 'adopt'
  | 'check adoption'
  | 'create'
  | 'find lost'
  | 'revoke lost'
  | 'look again'
  | 'wait'
  | 'write'
  | 'deliver to later steps'
  | 'later steps'
  | 'promote'
  | 'look for retired'
  | 'retire'
  | 'confirm the end'
  | 'end'
  | 'revoke own'
  | 'find leftovers'
  | 'revoke leftovers';

/** Run is one job with a rotate step, and everything that it knows. */
export interface Run {
  readonly name: string;
  /** The ID of GitHub's run, which two jobs can share. */
  readonly runId: string;
  readonly runAttempt: string;
  readonly order: RotationSpec;
  readonly phase: 'waiting' | 'main' | 'post' | 'over';
  readonly at: StepName;
  /** The tokens in the first list, until the decision. */
  readonly listed: readonly Token[];
  readonly targets: readonly Target[];
  readonly first: Pick<Rotation, 'series' | 'listed' | 'members' | 'adopts'> | undefined;
  /** The state: one entry for each POST whose token might be alive and is not delivered yet. */
  readonly ledger: readonly Attempt[];
  readonly posts: number;
  readonly own: string | undefined;
  readonly mark: 'none' | 'delivering' | 'delivered';
  readonly written: number;
  /** An attempt of the first write had no response. */
  readonly isWriteUnclear: boolean;
  /** The IDs of the tokens to revoke, in order. */
  readonly toRevoke: readonly string[];
  /** The tokens to end with a quarantine, in order. */
  readonly toEnd: readonly Ending[];
  readonly end: End | undefined;
}

/** Ending is a token to suspend or to revoke. */
export interface Ending {
  readonly id: string;
  readonly plan: Plan;
  readonly change?: Change;
}

export interface Attempt {
  readonly nonce: string;
  readonly id: string | undefined;
}

/** End is how a run ended, for people. Every run that fails must say why. */
export type End =
  | { readonly kind: 'rotated' | 'not due' | 'killed' }
  | { readonly kind: 'failed'; readonly code: string; readonly why: string };

/** isSilent tells whether a run has ended without saying how. */
export function isSilent({ phase, end }: Run): boolean {
  return (
    phase === 'over' && (!end || (end.kind === 'failed' && !(/\w/.test(end.code) && /\w\.$/.test(end.why))))
  );
}

/** A run that has not begun yet. */
export const UNTOUCHED = {
  phase: 'waiting',
  at: 'look',
  listed: [],
  targets: [],
  first: undefined,
  ledger: [],
  posts: 0,
  own: undefined,
  mark: 'none',
  written: 0,
  isWriteUnclear: false,
  toRevoke: [],
  toEnd: [],
  end: undefined,
} as const satisfies Partial<Run>;

/** withRun is the world after a change of one run. */
export function withRun(world: World, run: Run, changes: Partial<Run>): World {
  return {
    ...world,
    runs: world.runs.map((other) => (other.name === run.name ? { ...run, ...changes } : other)),
  };
}

/** keyOf returns the same key for two worlds with the same future. */
export function keyOf(world: World): string {
  return `${serversKey(world)}|${world.runs.map(runKey).join('|')}|${world.faults} ${world.restores}`;
}

/** serversKey is the part of the key that does not depend on runs. */
export function serversKey({ clock, tokens, consumers, late }: World): string {
  const holdings = consumers.map(
    ({ tokenId, storedAt, before }) =>
      `${tokenId}@${storedAt === 'absent' ? '' : storedAt - NOW}${before && before.until > clock ? `<${before.id}@${before.until - NOW}` : ''}`,
  );
  return `${clock - NOW}|${listKey(tokens)}|${holdings}|${late.map((request) => JSON.stringify(request)).sort()}`;
}

/** A run that waits or is over knows nothing that matters. Only a silent run must have its own key. */
function runKey(run: Run): string {
  if (run.phase === 'waiting') return 'waiting';
  if (run.phase === 'over') return isSilent(run) ? 'silent' : 'over';
  const { phase, at, listed, targets, first, ledger, posts, own, mark, written, isWriteUnclear } = run;
  const left = [run.toRevoke, ...run.toEnd.map((ending) => JSON.stringify(ending))];
  const known = first
    ? `${first.listed.map(({ id }) => id)}+${first.members.length}+${first.adopts?.id}`
    : '';
  const dates = targets.map(({ storedAt }) => (storedAt === 'absent' ? '' : storedAt - NOW));
  const open = ledger.map(({ nonce, id }) => `${nonce}=${id}`);
  return `${phase} ${at} ${listKey(listed)} ${dates} ${known} ${open} ${posts} ${own} ${mark} ${written} ${isWriteUnclear} ${left}`;
}

/** Most steps do not change the tokens, so their key is cached. */
const listKeys = new WeakMap<readonly Token[], string>();

function listKey(tokens: readonly Token[]): string {
  const known = listKeys.get(tokens);
  if (known !== undefined) return known;
  const key = tokens.map(tokenKey).sort().join();
  listKeys.set(tokens, key);
  return key;
}

function tokenKey(token: Token): string {
  const { record } = describedBy(token.description);
  const quarantine = record ? ` ${record.state} ${record.since - NOW} ${grantsOf(token)}` : '';
  return `${token.id}:${Number(token.createdAt) - NOW}${kindOf(token)[0]}${token.revokedAt === 'unset' ? '' : '-'}${quarantine}`;
}

/** kindOf is the kind in a token's tag, or the state of its record, for people and keys. */
export function kindOf({ description }: Token): string {
  const { record, tag } = describedBy(description);
  return record?.state ?? tag?.kind ?? 'untagged';
}

/** isAccepted tells whether a consumer can use a token. */
export function isAccepted({ revokedAt, permissions }: Token): boolean {
  return revokedAt === 'unset' && permissions.length > 0;
}

/** grantsOf formats the permissions of a token like a record. All tokens of a rotation have the same permissions or none. */
export function grantsOf({ permissions }: Token): Grants {
  return permissions.length > 0 ? 'r:metrics' : NO_GRANTS;
}

/** stateOf is the part of a token that a suspension sees. */
export function stateOf(token: Token): State {
  return { description: token.description, grants: grantsOf(token) };
}
