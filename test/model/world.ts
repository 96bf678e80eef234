import type { Rotation } from '../../src/tokens/rotation/plan.ts';
import type { RotationSpec, Target } from '../../src/tokens/rotation/spec.ts';
import type { Token } from '../../src/tokens/token.ts';
import { NOW } from '../tokens/series-token.ts';
import { describedBy, type Grants, NO_GRANTS } from './quarantine/description.ts';
import type { Change, Plan, State } from './quarantine/world.ts';
import type { Request } from './server.ts';

/** World is everything at one moment: what the servers hold, and how far each run has come. Never changed, only replaced. */
export interface World {
  /** The server's time, in milliseconds since 1970. It passes only where something depends on it. */
  readonly clock: number;
  readonly tokens: readonly Token[];
  readonly consumers: readonly Consumer[];
  readonly runs: readonly Run[];
  /** Requests that nobody waits for any more, and that the server may still carry out. */
  readonly late: readonly Request[];
  /** How much may still go wrong. */
  readonly faults: number;
  /** How often a person can still restore a suspended token. */
  readonly restores: number;
}

/** Consumer is who lives by the series' tokens: a secret, or what the later steps of a job deliver to. */
export interface Consumer {
  readonly name: string;
  readonly kind: 'secret' | 'receiver';
  /** The id of a token; undefined: nothing was ever stored. */
  readonly holds: string | undefined;
  /** In whole seconds, as GitHub tells it. */
  readonly storedAt: number | 'absent';
  /** What it held before, and until when a job that had already read it may rely on it. */
  readonly before: { readonly id: string; readonly until: number } | undefined;
}

/** Place is where a run is: the step that it does next. */
export type Place =
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
  | 'find open'
  | 'revoke open';

/** Run is one job with a rotate step, and all that it knows. */
export interface Run {
  readonly name: string;
  /** Of GitHub's run: two jobs may share it. */
  readonly runId: string;
  readonly runAttempt: string;
  readonly order: RotationSpec;
  readonly phase: 'waiting' | 'main' | 'post' | 'over';
  readonly at: Place;
  /** The first look, until it is decided upon. */
  readonly listed: readonly Token[];
  readonly targets: readonly Target[];
  readonly first: Pick<Rotation, 'series' | 'listed' | 'members' | 'adopts'> | undefined;
  /** The state: one entry for each POST whose token may be alive and is nobody's yet. */
  readonly ledger: readonly Attempt[];
  readonly posts: number;
  readonly own: string | undefined;
  readonly mark: 'none' | 'delivering' | 'delivered';
  readonly written: number;
  /** A try of the first write went unanswered. */
  readonly unanswered: boolean;
  /** The ids of the tokens to revoke, one after the other. */
  readonly toRevoke: readonly string[];
  /** The same with a quarantine. */
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

/** End is what became of a run, for people. Whoever backs off says why. */
export type End =
  | { readonly kind: 'rotated' | 'not due' | 'killed' }
  | { readonly kind: 'failed'; readonly code: string; readonly why: string };

/** isSilent tells whether a run has ended without saying how. */
export function isSilent({ phase, end }: Run): boolean {
  return (
    phase === 'over' && (!end || (end.kind === 'failed' && !(/\w/.test(end.code) && /\w\.$/.test(end.why))))
  );
}

/** A run that has done nothing yet. */
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
  unanswered: false,
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

/** keyOf is the same for two worlds from which the same can follow. */
export function keyOf(world: World): string {
  return `${serversKey(world)}|${world.runs.map(runKey).join('|')}|${world.faults} ${world.restores}`;
}

/** serversKey is the part of the key that is left when no run is under way. */
export function serversKey({ clock, tokens, consumers, late }: World): string {
  const holdings = consumers.map(
    ({ holds, storedAt, before }) =>
      `${holds}@${storedAt === 'absent' ? '' : storedAt - NOW}${before && before.until > clock ? `<${before.id}@${before.until - NOW}` : ''}`,
  );
  return `${clock - NOW}|${listKey(tokens)}|${holdings}|${late.map((request) => JSON.stringify(request)).sort()}`;
}

/** A run that waits or is over knows nothing that matters; only a silent one must not hide behind others. */
function runKey(run: Run): string {
  if (run.phase === 'waiting') return 'waiting';
  if (run.phase === 'over') return isSilent(run) ? 'silent' : 'over';
  const { phase, at, listed, targets, first, ledger, posts, own, mark, written, unanswered } = run;
  const left = [run.toRevoke, ...run.toEnd.map((ending) => JSON.stringify(ending))];
  const known = first
    ? `${first.listed.map(({ id }) => id)}+${first.members.length}+${first.adopts?.id}`
    : '';
  const dates = targets.map(({ storedAt }) => (storedAt === 'absent' ? '' : storedAt - NOW));
  const open = ledger.map(({ nonce, id }) => `${nonce}=${id}`);
  return `${phase} ${at} ${listKey(listed)} ${dates} ${known} ${open} ${posts} ${own} ${mark} ${written} ${unanswered} ${left}`;
}

/** Most steps leave the tokens as they are, so their key is worth remembering. */
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

/** kindOf is the kind of a token's tag, or the state of its record, for people and keys. */
export function kindOf({ description }: Token): string {
  const { record, tag } = describedBy(description);
  return record?.state ?? tag?.kind ?? 'untagged';
}

/** isAccepted tells whether a consumer can use a token. */
export function isAccepted({ revokedAt, permissions }: Token): boolean {
  return revokedAt === 'unset' && permissions.length > 0;
}

/** grantsOf writes what a token grants as a record does. All tokens of a rotation grant the same, or nothing. */
export function grantsOf({ permissions }: Token): Grants {
  return permissions.length > 0 ? 'r:metrics' : NO_GRANTS;
}

/** stateOf is what a suspension sees of a token. */
export function stateOf(token: Token): State {
  return { description: token.description, grants: grantsOf(token) };
}
