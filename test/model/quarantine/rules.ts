import type { TwoClocks } from '../../../src/tokens/clocks.ts';
import { tag } from '../../tokens/series-token.ts';
import {
  describedBy,
  formatDescription,
  kindIn,
  NO_GRANTS,
  type QuarantineRecord,
  withRecord,
} from './description.ts';
import { CREATED_AT, type Job } from './setting.ts';
import type { Change, Plan, State, Token } from './world.ts';

/** Decision is the next action of a run: another request, or nothing. */
export type Decision =
  | { readonly kind: 'go'; readonly plan: Plan }
  | { readonly kind: 'end'; readonly why: string; readonly claims?: 'suspended' | 'restored' };

/** Rules are all decisions of the protocol. A variant replaces one of them. */
export interface Rules {
  /** The decision about a token that the run sees for the first time. */
  readonly decide: (job: Job, token: Token, clocks: TwoClocks) => Decision;
  /** The decision after the run read the token again, before it sends the request. */
  readonly confirm: (moment: Confirming) => Decision | 'send';
  /** The request. */
  readonly request: (plan: Plan, job: Job, clocks: TwoClocks) => Change;
  /** The decision after a response. */
  readonly follow: (plan: Plan, response: Token, rules: Rules) => Decision;
  /** Whether the token is read before the request. */
  readonly reads: (plan: Plan) => boolean;
}

export interface Confirming {
  readonly plan: Plan;
  readonly job: Job;
  readonly token: Token;
  readonly clocks: TwoClocks;
  readonly rules: Rules;
}

/** RULES are the rules in protocols.md, Quarantine. */
export const RULES: Rules = { decide, confirm, request, follow, reads: () => true };

/** end is the decision to send no more requests. */
export function end(why: string, claims?: 'suspended' | 'restored'): Decision {
  return claims ? { kind: 'end', why, claims } : { kind: 'end', why };
}

/** go is the decision to send the first request. */
export function go(stage: Plan['stage'], { description, grants }: State): Decision {
  const before = { description, grants };
  return { kind: 'go', plan: { stage, before, original: before } };
}

/** continueWith is the decision to send another request after a response. */
export function continueWith(plan: Plan, stage: Plan['stage'], { description, grants }: State): Decision {
  return { kind: 'go', plan: { stage, before: { description, grants }, original: plan.original } };
}

function decide(job: Job, token: Token, clocks: TwoClocks): Decision {
  if (token.isRevoked) return end('is revoked');
  switch (job.kind) {
    case 'cleanup':
      return isUnused(job, token, clocks)
        ? decideToEnd(job.quarantineMs, token, clocks)
        : end('is not selected');
    case 'retire':
      return isReplaced(token) ? decideToEnd(job.quarantineMs, token, clocks) : end('is not a member');
    case 'restore':
      return decideToRestore(token);
    case 'update':
      return isSuspension(token) ? end('is suspended: use restore') : go('updating', token);
    case 'adopt': {
      const kind = kindIn(token.description);
      if (kind !== undefined && kind !== 'kept') return end('cannot be adopted');
      return isSuspension(token) ? end('is suspended: use restore') : go('adopting', token);
    }
    case 'promote':
      if (kindIn(token.description) !== 'pending') return end('is not pending');
      return isSuspension(token) ? end('is suspended: use restore') : go('promoting', token);
  }
}

/** Tells whether a cleanup selects the token. The age of a restored token counts from its restore. */
function isUnused(
  job: Job & { readonly kind: 'cleanup' },
  { description }: State,
  { forEnding }: TwoClocks,
): boolean {
  const { tag, record } = describedBy(description);
  const bornAt = record?.state === 'restored' ? Math.max(CREATED_AT, record.since) : CREATED_AT;
  // A cleanup also revokes tokens that a rotation has suspended.
  const isOfKind = tag === undefined || tag.kind === 'kept' || record?.state === 'suspended';
  return isOfKind && !isProtected({ description }) && forEnding - bornAt > job.maxAgeMs;
}

/** isReplaced tells whether a rotation retires the token because a newer one is current. */
function isReplaced({ description }: State): boolean {
  const kind = kindIn(description);
  return (kind === 'pending' || kind === 'current') && !isProtected({ description });
}

/** A person writes this description. No pattern matches it, and no series has this name. */
export const PROTECTED = 'do not touch';

/** isProtected tells whether a person has written that description. */
export function isProtected({ description }: Pick<State, 'description'>): boolean {
  return describedBy(description).plain.startsWith(PROTECTED);
}

/** isSuspension tells whether a token has the record of a suspension. */
export function isSuspension(
  { description }: Pick<State, 'description'>,
  ...states: readonly QuarantineRecord['state'][]
): boolean {
  const { record } = describedBy(description);
  const wanted = states.length > 0 ? states : ['suspending', 'suspended'];
  return record !== undefined && wanted.includes(record.state);
}

/** decideToEnd is the decision about a token that would be revoked without a quarantine. */
export function decideToEnd(quarantineMs: number, token: Token, { forEnding }: TwoClocks): Decision {
  const { record } = describedBy(token.description);
  const isEmpty = token.grants === NO_GRANTS;
  if (record?.state === 'suspended') {
    if (!isEmpty) return end('was restored by a person');
    const isOver = quarantineMs > 0 && forEnding - record.since >= quarantineMs;
    return isOver ? go('revoking', token) : end('is in quarantine');
  }
  if (quarantineMs === 0) {
    return record?.state === 'suspending' ? end('is being suspended') : go('revoking', token);
  }
  if (!isRecordable(token)) return end('has permissions that no record can contain');
  return go(isEmpty ? 'marking' : 'suspending', token);
}

/** isRecordable tells whether a record can contain the permissions of a token. It can contain only read and write. */
export function isRecordable({ grants }: Pick<State, 'grants'>): boolean {
  return /^(?:-|(?:r|w|rw):\S+(?: (?:r|w|rw):\S+)*)$/.test(grants);
}

function decideToRestore(token: Token): Decision {
  const { record } = describedBy(token.description);
  const isRestored = record?.state === 'restored' && token.grants !== NO_GRANTS;
  return record === undefined || isRestored ? end('nothing to restore') : go('restoring', token);
}

/** The token is read before every attempt. A restore, an update, and a promotion make a new decision after this read. */
function confirm({ plan, job, token, clocks, rules }: Confirming): Decision | 'send' {
  if (token.isRevoked) return end('is revoked');
  if (isSame(token, plan.before)) return 'send';
  if (plan.sent && isSame(token, plan.sent)) return rules.follow(plan, token, rules);
  switch (plan.stage) {
    case 'restoring':
    case 'updating':
    case 'promoting':
      return rules.decide(job, token, clocks);
    default:
      return end('has changed');
  }
}

function request({ stage, before, original }: Plan, job: Job, clocks: TwoClocks): Change {
  const since = Math.max(clocks.server ?? clocks.runner, clocks.runner);
  const { record, tag: own, plain } = describedBy(before.description);
  const recorded = record?.grants ?? NO_GRANTS;
  const as = (state: 'suspending' | 'suspended', grants: string) =>
    withRecord(before.description, { state, since, grants });
  switch (stage) {
    case 'suspending':
      return { description: as('suspending', before.grants) };
    case 'suspended':
      return { description: as('suspended', before.grants), grants: NO_GRANTS };
    case 'marking':
      return { description: as('suspended', recorded) };
    case 'undoing': {
      const { description } = original;
      const { grants } = before;
      return grants === NO_GRANTS ? { description } : { description, grants };
    }
    case 'revoking':
      return 'revoke';
    case 'restoring': {
      const tag = own && { ...own, kind: 'kept' as const };
      const restored = { state: 'restored', since, grants: recorded } as const;
      return {
        description: formatDescription({ plain, tag, record: restored }),
        grants: before.grants === NO_GRANTS ? recorded : before.grants,
      };
    }
    case 'updating':
      return updateOf(job, before);
    case 'adopting': {
      const adopted = tag('current', { runId: '0', runAttempt: '0' });
      return { description: formatDescription({ plain, tag: adopted, record }), grants: before.grants };
    }
    case 'promoting':
      return {
        description: formatDescription({ plain, tag: own && { ...own, kind: 'current' }, record }),
        grants: before.grants,
      };
    case 'undoing permissions':
      return { grants: original.grants };
  }
}

function updateOf(job: Job, before: State): Change {
  if (job.kind !== 'update') throw new Error('Only an update updates.');
  const { plain, grants } = job;
  return {
    ...(plain === undefined
      ? {}
      : {
          description: formatDescription({ ...describedBy(before.description), plain }),
          grants: before.grants,
        }),
    ...(grants === undefined ? {} : { grants }),
  };
}

function follow(plan: Plan, response: Token): Decision {
  const { stage, before, original } = plan;
  if (response.isRevoked) return end('is revoked');
  const isWhole = response.description === plan.sent?.description;
  const isEmpty = response.grants === NO_GRANTS;
  switch (stage) {
    case 'suspending':
      if (isEmpty) return end('was suspended in the meantime');
      return isWhole && response.grants === before.grants
        ? continueWith(plan, 'suspended', response)
        : continueWith(plan, 'undoing', response);
    case 'suspended':
      if (!isEmpty) return continueWith(plan, 'undoing', response);
      return isWhole ? end('is suspended', 'suspended') : end('is not marked as suspended');
    case 'marking':
      return isWhole ? end('is suspended') : continueWith(plan, 'undoing', response);
    case 'undoing':
      return end('was undone');
    case 'revoking':
      return end('is not revoked');
    case 'restoring':
      return plan.sent && isSame(response, plan.sent)
        ? end('is restored', 'restored')
        : continueWith(plan, 'restoring', response);
    case 'updating':
    case 'adopting': {
      const wanted = plan.sent?.grants ?? before.grants;
      return response.grants === wanted
        ? end('is as asked for')
        : continueWith(
            { ...plan, original: { ...original, grants: wanted } },
            'undoing permissions',
            response,
          );
    }
    case 'promoting':
      return response.grants === before.grants ? end('is current') : end('was suspended in the meantime');
    case 'undoing permissions':
      return end('has its permissions again');
  }
}

/** isSame compares the parts that a request can change. */
export function isSame(one: State, other: State): boolean {
  return one.description === other.description && one.grants === other.grants;
}
