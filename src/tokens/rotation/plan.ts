import { unknownDatabases } from '../databases.ts';
import { newestFirst } from '../listing.ts';
import type { Permission } from '../permissions.ts';
import { probeTarget } from '../permissions.ts';
import { isSameRepository, type Tag } from '../tag.ts';
import type { Token } from '../token.ts';
import type { Expiry } from '../token-spec.ts';
import { reasonsToRotate } from './due.ts';
import { findStart } from './find-series.ts';
import { planExpiry } from './new-expiry.ts';
import {
  begunByThisRun,
  nothingToInherit,
  type Refusal,
  rotatedByThisRun,
  rotationUnderWay,
  tooManyPending,
} from './refusals.ts';
import { validReplaced } from './retirement.ts';
import { currentOf, membersOf, type Series, type SeriesToken } from './series.ts';
import type { RotationFacts, RotationSpec, Run } from './spec.ts';
import { firstOfSeries, warnOfNoExpiry, warnOfSimilarNames } from './warnings.ts';

/** Rotation is a new token for a series, and why. */
export interface Rotation {
  readonly kind: 'rotate';
  readonly series: Series;
  /** The reasons why the rotation is due. Each is a part of a sentence. */
  readonly reasons: readonly string[];
  /** The token that consumers use, as far as the list shows. Undefined for the first token of a series. */
  readonly predecessor: Token | undefined;
  /** A token that a person created. It gets the tag of the series first. */
  readonly adopts: Token | undefined;
  /** The series before the rotation, the newest first; without the adopted token. */
  readonly members: readonly SeriesToken[];
  /** All tokens of the cluster before the rotation. */
  readonly listed: readonly Token[];
  readonly permissions: readonly Permission[];
  readonly expiresAt: Expiry;
  /** Inherited grants name these databases, which the cluster no longer has. */
  readonly missingDatabases: readonly string[];
  /** The replaced token would end at once, but the cluster has no database to probe the new token with. */
  readonly cannotBeProbed: boolean;
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
}

/** RotationPlan is what a rotation does, and why. */
export type RotationPlan = Refusal | Rotation | NotDue;

/** NotDue means that the current token stays current. */
export interface NotDue {
  readonly kind: 'not-due';
  readonly series: Series;
  /** The token that consumers use. */
  readonly current: Token;
  readonly warnings: readonly string[];
}

/** replacedBy are the tokens that the new one replaces once it is promoted. */
export function replacedBy({ members, adopts }: Pick<Rotation, 'members' | 'adopts'>): readonly Token[] {
  return adopts ? [...members, adopts] : members;
}

/**
 * MAX_PENDING is the number of pending tokens that refuses a rotation. Consumers might use each of them, so a person must find out why
 * rotations do not finish.
 */
export const MAX_PENDING = 10;

/**
 * runsToCheck are the pending members of the series of a spec. The decision needs to know whether their runs have ended. Pure.
 */
export function runsToCheck(
  spec: RotationSpec,
  facts: Pick<RotationFacts, 'tokens' | 'run' | 'clocks'>,
): SeriesToken[] {
  const start = findStart(spec, facts);
  if (start.kind === 'refused') return [];
  return membersOf(facts.tokens, start.series, facts.clocks).filter(({ tag }) => tag.kind === 'pending');
}

/** SeriesBefore is a series before its rotation. */
export interface SeriesBefore {
  /** The token that consumers use, as far as the list shows. */
  readonly inUse: Token | undefined;
  /** Tokens that earlier rotations replaced and that are still valid. */
  readonly replaced: readonly Token[];
  /** When the tokens were listed, in milliseconds since 1970. */
  readonly now: number;
}

/** seriesBefore is what is known about a series before anything is decided. Pure. */
export function seriesBefore(
  spec: RotationSpec,
  facts: Pick<RotationFacts, 'tokens' | 'run' | 'clocks'>,
): SeriesBefore {
  const { tokens, clocks } = facts;
  const now = clocks.forRenewing;
  const start = findStart(spec, facts);
  if (start.kind === 'refused') return { inUse: undefined, replaced: [], now };
  const { series, origin } = start;
  const current = currentOf(membersOf(tokens, series, clocks));
  const inUse = current ?? (origin.kind === 'adopted' ? origin.token : undefined);
  return { inUse, replaced: validReplaced(tokens, series, clocks), now };
}

/** planRotation decides what a rotation does. Pure: the same facts give the same plan. */
export function planRotation(spec: RotationSpec, unsorted: RotationFacts): RotationPlan {
  const facts = { ...unsorted, tokens: unsorted.tokens.toSorted(newestFirst) };
  const start = findStart(spec, facts);
  if (start.kind === 'refused') return start;
  const { series, origin } = start;
  const adopts = origin.kind === 'adopted' ? origin.token : undefined;
  const members = membersOf(facts.tokens, series, facts.clocks);
  const current = currentOf(members);
  const predecessor = current ?? adopts ?? members[0];

  const underWay = members.find((token) => token.tag.kind === 'pending' && !facts.hasEnded(token));
  if (underWay)
    return isOfAttempt(underWay.tag, facts.run)
      ? begunByThisRun(underWay)
      : rotationUnderWay(underWay, 'still pending');
  if (current && isOfAttempt(current.tag, facts.run)) return rotatedByThisRun(current);

  const inUse = current ?? adopts;
  const reasons = reasonsToRotate(spec, facts, { series, members, inUse });
  const warnings = [
    ...warnOfNoExpiry(spec, inUse),
    ...(origin.kind === 'new' ? warnOfSimilarNames(series, facts.tokens, facts.clocks) : []),
  ];
  if (inUse && reasons.length === 0) {
    const unadopted = adopts
      ? [
          `The first rotation that is due adopts token ${inUse.id}. Until then, a cleanup with \`max-age\` can revoke this token, ` +
            'because it does not belong to a series yet.',
        ]
      : [];
    return { kind: 'not-due', series, current: inUse, warnings: [...warnings, ...unadopted] };
  }

  const pending = members.filter(({ tag }) => tag.kind === 'pending');
  if (pending.length >= MAX_PENDING) return tooManyPending(pending, 'promoted');
  const permissions = spec.permissions ?? predecessor?.permissions;
  if (permissions === undefined || (spec.permissions === undefined && permissions.length === 0)) {
    return nothingToInherit('permissions', predecessor);
  }
  const expiresAt = planExpiry(spec, predecessor, facts.clocks.forRenewing);
  if (typeof expiresAt === 'object') return expiresAt;
  return {
    kind: 'rotate',
    series,
    reasons,
    predecessor,
    adopts,
    members,
    listed: facts.tokens,
    permissions,
    expiresAt,
    missingDatabases: spec.permissions ? [] : unknownDatabases(permissions, facts.databases),
    cannotBeProbed: spec.endsReplacedAtOnce === true && !probeTarget(permissions, facts.databases),
    notices: origin.kind === 'new' ? [firstOfSeries(series)] : [],
    warnings,
  };
}

function isOfAttempt(tag: Tag, run: Run): boolean {
  return isSameRepository(tag, run) && tag.runId === run.runId && tag.runAttempt === run.runAttempt;
}
