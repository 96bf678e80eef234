import type { TwoClocks } from '../../../src/tokens/clocks.ts';
import { endingOf, endOfQuarantine } from '../../../src/tokens/quarantine.ts';
import { formatRecord, parseRecord } from '../../../src/tokens/record.ts';
import { restoringPatch } from '../../../src/tokens/restoring.ts';
import {
  judgeSuspension,
  type SuspensionStep,
  suspensionStep,
  undoingPatch,
} from '../../../src/tokens/suspension.ts';
import type { TokenChange } from '../../../src/tokens/token.ts';
import {
  describingPatch,
  hasLostPermissions,
  mustGiveBack,
  type PlannedPatch,
  sameContent,
  type TokenContent,
} from '../../../src/tokens/token-content.ts';
import { planUpdate, updatingPatch } from '../../../src/tokens/update-plan.ts';
import { seriesToken } from '../../tokens/series-token.ts';
import { describedBy, type Grants, NO_GRANTS, withRecord } from './description.ts';
import { continueWith, type Decision, end, go, isSame, RULES, type Rules } from './rules.ts';
import type { Job } from './setting.ts';
import type { Change, Plan, State, Token } from './world.ts';

/**
 * PRODUCT are the rules with the product's own decisions about suspending, restoring, updating, and adopting. A promotion follows
 * the rules: the product does not send the permissions with it, and docs/quarantine.md names this limit.
 */
export const PRODUCT: Rules = {
  ...RULES,
  decide: (job, token, clocks) => {
    const decision = RULES.decide(job, token, clocks);
    if (job.kind === 'restore' && !token.isRevoked) {
      return restoringPatch(contentOf(token), clocks.forReplacing)
        ? go('restoring', token)
        : end('nothing to restore');
    }
    // This function does not test which tokens the product selects.
    return 'quarantineMs' in job && isSelected(job, token, decision)
      ? decideToEnd(token, { quarantineMs: job.quarantineMs, clocks })
      : decision;
  },
  confirm: (moment) => {
    const { plan, token } = moment;
    // The product was asked to change a token with other content.
    if (plan.stage === 'updating' || plan.stage === 'adopting') {
      const isExpected = isSame(token, plan.before) || (plan.sent && isSame(token, plan.sent));
      return token.isRevoked || isExpected ? RULES.confirm(moment) : end('has changed');
    }
    const isUndone =
      plan.stage === 'undoing' && !token.isRevoked && sameContent(contentOf(token), contentOf(plan.original));
    if (isUndone) return end('was undone');
    // Only another description shows that another actor has changed the token.
    const own = [plan.original.description, plan.before.description];
    if (plan.stage === 'undoing' && !token.isRevoked && own.includes(token.description)) {
      if (hasLostPermissions(contentOf(plan.before), contentOf(token))) return end('has changed');
      const anew = continueWith(plan, 'undoing', token);
      if (anew.kind === 'end' || !undoing(anew.plan)) return end('keeps its record');
      return isSame(token, plan.before) ? 'send' : anew;
    }
    return RULES.confirm(moment);
  },
  request: (plan, job, clocks) => {
    const since = clocks.forReplacing;
    switch (plan.stage) {
      case 'suspending':
      case 'suspended':
      case 'marking':
        return changeOf(stepOf(plan, since).change);
      case 'undoing':
        return changeOf(undoing(plan)?.change ?? {});
      case 'restoring':
        return changeOf(restoringPatch(contentOf(plan.before), since)?.change ?? {});
      case 'updating':
        return changeOf(updateOf(plan, job, clocks).change);
      case 'adopting': {
        const { description = '' } = changeIn(RULES.request(plan, job, clocks));
        return changeOf(describingPatch(contentOf(plan.before), description).change);
      }
      default:
        return RULES.request(plan, job, clocks);
    }
  },
  follow: (plan, response, rules) => {
    if (response.isRevoked) return RULES.follow(plan, response, rules);
    switch (plan.stage) {
      case 'suspending':
      case 'suspended':
      case 'marking':
        return followStep(plan, response);
      case 'updating':
      case 'adopting':
        return plan.sent?.grants === plan.before.grants &&
          mustGiveBack(contentOf(plan.before), contentOf(response))
          ? RULES.follow(plan, response, rules)
          : end('shows what became of it');
      case 'undoing':
        return plan.sent && sameContent(contentOf(response), contentOf(plan.sent))
          ? end('was undone')
          : continueWith(plan, 'undoing', response);
      default:
        return RULES.follow(plan, response, rules);
    }
  },
};

function isSelected(job: Job, token: Token, decision: Decision): boolean {
  if (token.isRevoked) return false;
  if (decision.kind === 'go') return true;
  // Without its record, only the selection decides about the token.
  const { record } = describedBy(token.description);
  return (
    record !== undefined &&
    job.kind !== 'update' &&
    decision.why !== 'is not selected' &&
    decision.why !== 'is not a member'
  );
}

function decideToEnd(token: Token, facts: Parameters<typeof endOfQuarantine>[1]): Decision {
  const content = contentOf(token);
  const { decision, reason } =
    endOfQuarantine(content, facts) ?? endingOf(content, 'no longer needed', facts);
  switch (decision) {
    case 'keep':
      return end(reason);
    case 'revoke':
      return go('revoking', token);
    case 'suspend':
      return go(token.grants === NO_GRANTS ? 'marking' : 'suspending', token);
  }
}

function updateOf({ before }: Plan, job: Job, clocks: TwoClocks): PlannedPatch {
  if (job.kind !== 'update') throw new Error('Only an update updates.');
  const token = { ...seriesToken('a', 'untagged'), ...contentOf(before) };
  const permissions =
    job.grants === undefined ? undefined : contentOf({ ...before, grants: job.grants }).permissions;
  const plan = planUpdate(token, { description: job.plain, permissions }, clocks);
  if (plan.kind === 'change') return updatingPatch(token, plan);
  return { change: {}, wanted: contentOf(before) };
}

function changeIn(change: Change): Exclude<Change, 'revoke'> {
  return change === 'revoke' ? {} : change;
}

function undoing({ original, before }: Plan): ReturnType<typeof undoingPatch> {
  return undoingPatch(contentOf(original), contentOf(before));
}

function stepOf({ stage, before }: Plan, since: number): SuspensionStep {
  return suspensionStep({ token: contentOf(before), isRecorded: stage !== 'suspending' }, since);
}

function followStep(plan: Plan, response: Token): Decision {
  const { stage, before, sent = before } = plan;
  const completes = stage !== 'suspending';
  const step = { change: {}, wanted: contentOf(sent), completes };
  switch (judgeSuspension(step, contentOf(before), contentOf(response))) {
    case 'as-wanted':
      if (!completes) return continueWith(plan, 'suspended', response);
      return stage === 'suspended' ? end('is suspended', 'suspended') : end('is suspended');
    case 'incomplete':
      return continueWith(plan, 'marking', response);
    case 'overtaken':
      return end('was suspended or restored in the meantime');
    case 'to-undo':
      return continueWith(plan, 'undoing', response);
  }
}

function changeOf({ description, permissions }: TokenChange): Exclude<Change, 'revoke'> {
  return {
    ...(description === undefined ? {} : { description }),
    ...(permissions === undefined ? {} : { grants: grantsOf(permissions) }),
  };
}

/** The model has few sets of permissions. */
const known = new Map<Grants, TokenContent['permissions']>();

function contentOf({ description, grants }: State): TokenContent {
  const permissions = known.get(grants) ?? permissionsOf(grants);
  known.set(grants, permissions);
  return { description, permissions };
}

function permissionsOf(grants: Grants): TokenContent['permissions'] {
  const record = parseRecord(withRecord('', { state: 'suspended', since: 0, grants }));
  // No record can contain this permission.
  return record?.grants ?? [{ action: 'admin', resource: grants }];
}

function grantsOf(permissions: TokenContent['permissions']): Grants {
  const record = formatRecord({ state: 'suspended', since: 0, grants: permissions });
  return record === undefined ? `${permissions[0]?.resource}` : (describedBy(record).record?.grants ?? '');
}
