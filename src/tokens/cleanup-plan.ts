import type { TwoClocks } from './clocks.ts';
import { formatDuration } from './duration.ts';
import type { Glob } from './glob.ts';
import { type ListedToken, listTokens, type Scope } from './listing.ts';
import { type Ending, endingOf, endOfQuarantine } from './quarantine.ts';
import { parseRecord } from './record.ts';
import { isSameRepository, type Tag } from './tag.ts';
import type { Token } from './token.ts';

/** CleanupSpec says which tokens a cleanup considers, and from which age it ends tokens without a known consumer. */
export interface CleanupSpec {
  readonly scope: Scope;
  /** Matches descriptions without their tags. */
  readonly pattern?: Glob;
  /** `kept` and untagged tokens that are older are revoked. Undefined: none of them is revoked. In milliseconds. */
  readonly maxAgeMs?: number;
  /** Live `kept` and untagged tokens are first suspended for this time, in milliseconds. 0: they are revoked at once. */
  readonly quarantineMs: number;
}

/** CleanupFacts is everything that decides a cleanup. */
export interface CleanupFacts {
  readonly tokens: readonly Token[];
  readonly run: Pick<Tag, 'server' | 'repositoryId' | 'runId'>;
  /** Tells whether the run in the tag of a token is known to have ended. */
  readonly hasEnded: (token: Token, tag: Tag) => boolean;
  /** When the tokens were listed. */
  readonly clocks: TwoClocks;
}

/** Decided is a token in scope with the decision about it and the reason. */
export interface Decided extends ListedToken, Ending {}

/** CleanupPlan contains the decision about each token in scope, the newest token first. */
export interface CleanupPlan {
  readonly decided: readonly Decided[];
  /** The tokens to revoke or to suspend. */
  readonly toEnd: readonly Decided[];
  /** The live and suspended tokens to end, if there are more than the limit allows. Otherwise undefined. */
  readonly tooMany: readonly Decided[] | undefined;
}

/**
 * planCleanup decides what happens to each token in scope. `maxRevocations` limits only the live and the suspended tokens, because
 * the revocation of an expired token affects nobody. Pure.
 */
export function planCleanup(spec: CleanupSpec, facts: CleanupFacts, maxRevocations: number): CleanupPlan {
  const decided = inScope(spec, facts).map((token) => ({ ...token, ...decide(token, spec, facts) }));
  const toEnd = decided.filter(({ decision }) => decision !== 'keep');
  const live = toEnd.filter(({ status }) => status !== 'expired');
  return { decided, toEnd, tooMany: live.length > maxRevocations ? live : undefined };
}

/** jobRunsToCheck are the tokens in scope whose decision depends on whether their run has ended. Pure. */
export function jobRunsToCheck(
  spec: CleanupSpec,
  facts: Omit<CleanupFacts, 'hasEnded'>,
): { readonly token: Token; readonly tag: Tag }[] {
  return inScope(spec, facts).flatMap((token) => {
    const { tag } = token;
    const verdict = decide(token, spec, { ...facts, hasEnded: () => true });
    return tag?.kind === 'job' && verdict.decision === 'revoke' ? [{ token, tag }] : [];
  });
}

function inScope(
  { scope, pattern }: CleanupSpec,
  { tokens, clocks }: Pick<CleanupFacts, 'tokens' | 'clocks'>,
): ListedToken[] {
  const filter = { status: 'all', scope, databases: [], ...(pattern ? { pattern } : {}) } as const;
  // The status decides what happens to a token, and which tokens `max-revocations` counts.
  return listTokens(tokens, filter, clocks.forEnding);
}

/** The reasons to keep a token come first, so that they take precedence. */
function decide(
  token: ListedToken,
  { maxAgeMs, quarantineMs }: CleanupSpec,
  facts: Omit<CleanupFacts, 'tokens'>,
): Ending {
  const { tag, status, createdAt, expiresAt, revokedAt } = token;
  const { clocks } = facts;
  // Every token has a creation date, so a missing one is as unreadable as a wrong one.
  if (typeof createdAt !== 'number' || [expiresAt, revokedAt].includes('unreadable')) {
    return keep('a date of the token cannot be read');
  }
  if (status === 'revoked') return keep('already revoked');
  // A rotation has suspended a retired token, and a cleanup can revoke it when its quarantine is over.
  if (status !== 'suspended' && tag?.kind === 'current') return keep('current token of its series');
  if (status !== 'suspended' && tag?.kind === 'pending') return keep('pending token of its series');
  if (tag && isOfRun(tag, facts.run)) return keep('created by this run');
  const quarantined = status === 'expired' ? undefined : endOfQuarantine(token, { quarantineMs, clocks });
  // Whether the run has ended does not matter for such a token.
  if (quarantined?.decision === 'keep') return quarantined;
  if (tag?.kind === 'job' && tag.server !== facts.run.server) {
    return keep(`run ${tag.runId} is on ${tag.server}, so this step cannot check whether it has ended`);
  }
  if (tag?.kind === 'job' && !facts.hasEnded(token, tag)) {
    return keep(`run ${tag.runId} might not have ended`);
  }
  if (status === 'expired') return revoke('expired');
  if (quarantined) return quarantined;
  if (tag?.kind === 'current' || tag?.kind === 'pending')
    return keep('a rotation has begun to suspend this token');
  if (tag?.kind === 'job') return revoke(`run ${tag.runId} ended`);
  if (maxAgeMs === undefined) return keep('`max-age` is not set');
  const limit = formatDuration(maxAgeMs / 1000);
  const record = parseRecord(token.description);
  const isRestored = record?.state === 'restored' && record.since > createdAt;
  const from = isRestored ? record.since : createdAt;
  if (clocks.forEnding - from <= maxAgeMs) {
    return keep(isRestored ? `restored less than ${limit} ago` : `younger than ${limit}`);
  }
  return endingOf(token, isRestored ? `restored more than ${limit} ago` : `older than ${limit}`, {
    quarantineMs,
    clocks,
  });
}

function isOfRun(tag: Tag, run: CleanupFacts['run']): boolean {
  return isSameRepository(tag, run) && tag.runId === run.runId;
}

function revoke(reason: string): Ending {
  return { decision: 'revoke', reason };
}

function keep(reason: string): Ending {
  return { decision: 'keep', reason };
}
