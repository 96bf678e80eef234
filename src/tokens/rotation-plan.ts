import { currentOf, hasLineKind, isNewer, type Line, type LineToken, lineTokens, membersOf } from './line.ts';
import { newestFirst } from './listing.ts';
import { describeExpiry, type Expiry } from './order.ts';
import { describePermissions, type Permission, samePermissions } from './permissions.ts';
import {
  alwaysDue,
  begunByThisRun,
  livesTooShort,
  nothingToTakeOver,
  type Refusal,
  rotatedByThisRun,
  rotationUnderWay,
  tooManyHanded,
} from './rotation-refusal.ts';
import { findStart, type Start } from './rotation-start.ts';
import { parseTagged, type Tag } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';

/** Target is one receiver of a line's tokens, and what it shows of what it holds. */
export interface Target {
  readonly name: string;
  /** When it last got a secret, in milliseconds since 1970; `absent`: it has none. */
  readonly storedAt: number | 'absent';
}

/** RotationOrder is what a rotation shall do. What is left out is taken over from the token that is replaced. */
export interface RotationOrder {
  /** Names the line, or the token that names it; at least one of them. */
  readonly plainDescription?: string;
  readonly tokenId?: string;
  readonly permissions?: readonly Permission[];
  readonly expiresAt?: Expiry;
  /** Rotate only when it is due: when the token expires within so many milliseconds, for instance. */
  readonly renewBeforeMs?: number;
}

/** The run and attempt that a step belongs to, and its repository. */
export type Run = Pick<Tag, 'repositoryId' | 'runId' | 'runAttempt'>;

/** RotationFacts is all that a rotation is decided from. */
export interface RotationFacts {
  readonly tokens: readonly Token[];
  readonly targets: readonly Target[];
  readonly run: Run;
  /** Tells whether the run that a token's tag names is known to have ended. */
  readonly hasEnded: (token: LineToken) => boolean;
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
}

/** Rotation is a new token for a line, and why. */
export interface Rotation {
  readonly kind: 'rotate';
  readonly line: Line;
  /** Why it is due, one sentence each. */
  readonly reasons: readonly string[];
  /** A token of people's making, which gets the line's tag first. */
  readonly adopts: Token | undefined;
  /** The line before the rotation, the newest first; without the adopted token. */
  readonly members: readonly LineToken[];
  readonly permissions: readonly Permission[];
  readonly expiresAt: Expiry;
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
}

/** RotationPlan is what to do, and why. */
export type RotationPlan =
  | Refusal
  | Rotation
  | {
      readonly kind: 'not-due';
      readonly line: Line;
      /** What consumers hold. */
      readonly current: Token;
      readonly warnings: readonly string[];
    };

/** replacedBy are the tokens that the new one replaces once it is committed. */
export function replacedBy({ members, adopts }: Rotation): readonly Token[] {
  return adopts ? [...members, adopts] : members;
}

/** Each of them may be in somebody's hands; so many are no accident any more, and a person should look. */
const MOST_HANDED = 10;

/** Less is a typing error, or a line that does nothing but rotate. */
const SHORTEST_LIFETIME_MS = 3_600_000;

/**
 * inQuestion are the handed-over members of the line that an order names: whether their runs have ended must be known
 * before anything is decided. Pure.
 */
export function inQuestion(
  order: RotationOrder,
  facts: Pick<RotationFacts, 'tokens' | 'run' | 'now'>,
): LineToken[] {
  const start = findStart(order, facts);
  if (start.kind === 'refused') return [];
  return membersOf(facts.tokens, start.line, facts.now).filter(({ tag }) => tag.kind === 'handed');
}

/** planRotation decides what a rotation has to do. Pure: two runs over the same facts decide the same. */
export function planRotation(order: RotationOrder, unsorted: RotationFacts): RotationPlan {
  const facts = { ...unsorted, tokens: unsorted.tokens.toSorted(newestFirst) };
  const start = findStart(order, facts);
  if (start.kind === 'refused') return start;
  const { line } = start;
  const members = membersOf(facts.tokens, line, facts.now);
  const current = currentOf(members);
  const predecessor = current ?? start.adopts ?? members[0];

  const underWay = members.find((token) => token.tag.kind === 'handed' && !facts.hasEnded(token));
  if (underWay) return isOf(underWay.tag, facts.run) ? begunByThisRun(underWay) : rotationUnderWay(underWay);
  if (current && isOf(current.tag, facts.run)) return rotatedByThisRun(current);

  const held = current ?? start.adopts;
  const reasons = reasonsToRotate(order, facts, { line, members, held });
  const warnings = warningsOf(order, start, held, facts);
  if (held && reasons.length === 0) {
    const unadopted = start.adopts
      ? [
          `Token ${held.id} is adopted by the first rotation that is due. Until then it belongs to no line, and a cleanup with ` +
            '`max-age` may revoke it.',
        ]
      : [];
    return { kind: 'not-due', line, current: held, warnings: [...warnings, ...unadopted] };
  }

  const handed = members.filter(({ tag }) => tag.kind === 'handed');
  if (handed.length >= MOST_HANDED) return tooManyHanded(handed);
  const permissions = order.permissions ?? predecessor?.permissions;
  if (permissions === undefined || (order.permissions === undefined && permissions.length === 0)) {
    return nothingToTakeOver('permissions', predecessor);
  }
  const expiresAt = order.expiresAt ?? sameLifetime(predecessor, facts.now);
  if (expiresAt === undefined) return nothingToTakeOver('expires-at', predecessor);
  const lifetimeMs = expiresAt === 'never' ? Number.POSITIVE_INFINITY : expiresAt - wholeSeconds(facts.now);
  // What somebody typed was measured by the clock that made a date of it.
  if (order.expiresAt === undefined && lifetimeMs < SHORTEST_LIFETIME_MS) return livesTooShort(lifetimeMs);
  if (order.renewBeforeMs !== undefined && order.renewBeforeMs >= lifetimeMs)
    return alwaysDue(order.renewBeforeMs, lifetimeMs);
  return {
    kind: 'rotate',
    line,
    reasons,
    adopts: start.adopts,
    members,
    permissions,
    expiresAt,
    notices: start.notices,
    warnings,
  };
}

interface LineNow {
  readonly line: Line;
  readonly members: readonly LineToken[];
  /** What consumers hold, as far as anybody knows: the current token, or the one to adopt. */
  readonly held: Token | undefined;
}

/** Each reason for itself makes a rotation due. */
function reasonsToRotate(
  { permissions, renewBeforeMs }: RotationOrder,
  { tokens, targets, now }: RotationFacts,
  { line, members, held }: LineNow,
): string[] {
  if (!held) return ['there is no token that consumers could hold'];
  const ended = lineTokens(tokens, line).filter((token) => tokenStatus(token, now) !== 'active');
  const endedSince = ended.find((token) => isNewer(token, held));
  // As new as any: one of the same instant as the current token would never be replaced by it.
  const uncommitted = members.find(
    ({ tag, createdAt }) => tag.kind === 'handed' && createdAt === members[0]?.createdAt,
  );
  const found: (string | false)[] = [
    renewBeforeMs === undefined && '`renew-before` is not given',
    uncommitted !== undefined && `token ${uncommitted.id} was handed over and never committed`,
    endedSince !== undefined && `token ${endedSince.id} is newer, and is ${tokenStatus(endedSince, now)}`,
    renewBeforeMs !== undefined &&
      expiresWithin(held, renewBeforeMs, now) &&
      `token ${held.id} expires ${describeExpiry(held.expiresAt)}`,
    permissions !== undefined &&
      !samePermissions(permissions, held.permissions) &&
      `token ${held.id} grants "${describePermissions(held.permissions)}", and "${describePermissions(permissions)}" is asked for`,
    ...targets.map((target) => lacks(target, held)),
  ];
  return found.filter((reason) => reason !== false);
}

/** A date that cannot be read may be soon. */
function expiresWithin({ expiresAt }: Token, renewBeforeMs: number, now: number): boolean {
  if (expiresAt === 'unset') return false;
  return expiresAt === 'unreadable' || expiresAt <= now + renewBeforeMs;
}

/** GitHub tells the time of a secret in whole seconds. Equal is not before. */
function lacks({ name, storedAt }: Target, held: Token): string | false {
  if (storedAt === 'absent') return `${name} has no secret yet`;
  if (typeof held.createdAt === 'number' && storedAt >= wholeSeconds(held.createdAt)) return false;
  return `${name} was stored before token ${held.id} was created`;
}

function warningsOf(
  { renewBeforeMs }: RotationOrder,
  { notices, line }: Start,
  held: Token | undefined,
  { tokens, now }: RotationFacts,
): string[] {
  const alike = notices.length > 0 ? similarLines(tokens, line, now) : [];
  return [
    ...(renewBeforeMs !== undefined && held?.expiresAt === 'unset'
      ? [`Token ${held.id} never expires, so \`renew-before\` will never make a rotation due.`]
      : []),
    ...(alike.length > 0
      ? [`There is already a line called ${alike.map((name) => `"${name}"`).join(', ')}: is that the one?`]
      : []),
  ];
}

/** Lines whose names differ from a new one in case and white space alone. */
function similarLines(
  tokens: readonly Token[],
  { repositoryId, plainDescription }: Line,
  now: number,
): string[] {
  const normal = (name: string) => name.toLowerCase().replaceAll(/\s+/g, '');
  const names = tokens.flatMap((token) => {
    const tagged = parseTagged(token.description);
    const isMember = tagged && hasLineKind(tagged.tag) && tagged.tag.repositoryId === repositoryId;
    return isMember && tokenStatus(token, now) === 'active' ? [tagged.plain] : [];
  });
  return [...new Set(names)].filter((name) => normal(name) === normal(plainDescription));
}

/** The lifetime of the token that is replaced, from now on, in whole seconds; undefined when it has none to take over. */
function sameLifetime(predecessor: Token | undefined, now: number): number | undefined {
  if (typeof predecessor?.createdAt !== 'number' || typeof predecessor.expiresAt !== 'number')
    return undefined;
  const seconds = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1000);
  return wholeSeconds(now) + seconds * 1000;
}

function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

function isOf({ repositoryId, runId, runAttempt }: Tag, run: Run): boolean {
  return repositoryId === run.repositoryId && runId === run.runId && runAttempt === run.runAttempt;
}
