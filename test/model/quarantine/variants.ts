import { recordIn } from '../../../src/tokens/record.ts';
import { describedBy, formatDescription, NO_GRANTS, withRecord } from './description.ts';
import { continueWith, decideToEnd, end, go, isSuspension, RULES, type Rules } from './rules.ts';
import {
  ADOPT,
  CLEANUP,
  cutting,
  type Edit,
  type Job,
  LIMITS,
  PROMOTE,
  QUARANTINE_MS,
  RENAME,
  RESTORE,
  RETIRE,
  type Setting,
} from './setting.ts';
import type { Change, Plan, Stage, State, Token } from './world.ts';

/** Variant is the protocol without one of its rules, and the smallest setting in which this goes wrong. */
export interface Variant extends Partial<Omit<Setting, 'rules'>> {
  /** What the variant does differently. */
  readonly name: string;
  /** What goes wrong. */
  readonly violation: RegExp;
  readonly rules: Rules;
}

const LOST = /^a restore gives/;
const EARLY = /^a token is revoked before its quarantine is over$/;
const NOT_SUSPENDED = /^a token that is not suspended is revoked$/;
const AGAIN = /^a restored token is suspended again at once$/;

const HOUR_MS = 3_600_000;
const TWO_CLEANUPS = { jobs: [CLEANUP, CLEANUP] };
const THREE_CLEANUPS = { jobs: [CLEANUP, CLEANUP, CLEANUP] };
const WITHOUT_QUARANTINE: Job = { kind: 'cleanup', quarantineMs: 0, maxAgeMs: 0 };
const NONE: Job = { kind: 'update', grants: NO_GRANTS };

function edited(...edits: readonly Edit[]): Pick<Setting, 'edits' | 'maxEdits'> {
  return { edits, maxEdits: 1 };
}

/** The rules without a read immediately before a request. */
function unread(isUnread: (plan: Plan) => boolean): Rules {
  return { ...RULES, reads: (plan) => !isUnread(plan) };
}

/** The rules with another request in this stage. */
function sending(stage: Stage, request: (change: Exclude<Change, 'revoke'>, plan: Plan) => Change): Rules {
  return {
    ...RULES,
    request: (plan, job, clocks) => {
      const change = RULES.request(plan, job, clocks);
      return plan.stage === stage && change !== 'revoke' ? request(change, plan) : change;
    },
  };
}

function withoutGrants({ description }: Exclude<Change, 'revoke'>): Change {
  return description === undefined ? {} : { description };
}

/** The rules with another decision after a response in this stage. */
function following(
  stage: Stage,
  follow: (plan: Plan, response: Token) => ReturnType<Rules['follow']>,
): Rules {
  return {
    ...RULES,
    follow: (plan, response, rules) =>
      plan.stage === stage && !response.isRevoked
        ? follow(plan, response)
        : RULES.follow(plan, response, rules),
  };
}

/** The rules with another decision about such tokens. */
function deciding(decide: (job: Job, token: Token) => ReturnType<Rules['decide']> | undefined): Rules {
  return {
    ...RULES,
    decide: (job, token, clocks) => {
      const decision = RULES.decide(job, token, clocks);
      return token.isRevoked ? decision : (decide(job, token) ?? decision);
    },
  };
}

function isEnding({ kind }: Job): boolean {
  return kind === 'cleanup' || kind === 'retire';
}

function withSince(change: Exclude<Change, 'revoke'>, { before }: Plan): Change {
  const record = recordOf(change.description ?? '');
  const since = recordOf(before.description)?.since ?? record?.since ?? 0;
  return record && change.description !== undefined
    ? { ...change, description: withRecord(change.description, { ...record, since }) }
    : change;
}

function withRecorded(description: string, grants: string): string {
  const record = recordOf(description);
  return record ? withRecord(description, { ...record, grants }) : description;
}

function recordOf(description: string) {
  return describedBy(description).record;
}

function isEmpty({ grants }: State): boolean {
  return grants === NO_GRANTS;
}

/** Each of VARIANTS breaks one rule. */
export const VARIANTS: readonly Variant[] = [
  {
    name: 'removes the permissions in the same PATCH that records them',
    violation: LOST,
    faults: 1,
    rules: deciding((job, token) =>
      isEnding(job) && recordOf(token.description) === undefined && !isEmpty(token)
        ? go('suspended', token)
        : undefined,
    ),
  },
  {
    name: 'does not read the token before it records the grants',
    violation: AGAIN,
    kind: 'current',
    jobs: [RETIRE, RETIRE, RESTORE],
    rules: unread(({ stage }) => stage === 'suspending'),
  },
  {
    name: 'does not read the token before it removes the permissions',
    violation: LOST,
    ...edited('grants something else'),
    rules: unread(({ stage }) => stage === 'suspended'),
  },
  {
    name: 'does not read the token before it revokes it',
    violation: NOT_SUSPENDED,
    jobs: [CLEANUP, CLEANUP, RESTORE],
    rules: unread(({ stage }) => stage === 'revoking'),
  },
  {
    name: 'does not read the token before it undoes the suspension',
    violation: LOST,
    faults: 1,
    ...edited('grants something else'),
    rules: unread(({ stage }) => stage === 'undoing'),
  },
  {
    name: 'does not read the token before it repeats a request',
    violation: LOST,
    faults: 1,
    ...edited('grants something else'),
    rules: unread(({ sent }) => sent !== undefined),
  },
  {
    name: 'continues although the token is different now',
    violation: LOST,
    ...edited('grants something else'),
    rules: {
      ...RULES,
      confirm: (moment) => (moment.token.isRevoked ? end('is revoked') : 'send'),
    },
  },
  {
    name: 'continues although the response does not show the complete record',
    violation: LOST,
    kind: 'kept',
    server: cutting(130),
    rules: following('suspending', (plan, response) => continueWith(plan, 'suspended', response)),
  },
  {
    name: 'continues although the response shows other permissions than the recorded ones',
    violation: LOST,
    ...edited('grants something else'),
    limits: LIMITS.filter((limit) => !limit.endsWith('that writes a record')),
    rules: {
      ...following('suspending', (plan, response) => continueWith(plan, 'suspended', response)),
      request: (plan, job, clocks) => {
        const change = RULES.request(plan, job, clocks);
        return plan.stage === 'suspended' && change !== 'revoke'
          ? { ...change, description: withRecorded(change.description ?? '', plan.original.grants) }
          : change;
      },
    },
  },
  {
    name: 'undoes the suspension although another run has removed the permissions',
    violation: LOST,
    ...TWO_CLEANUPS,
    faults: 1,
    rules: {
      ...following('suspending', (plan, response) =>
        continueWith(plan, isEmpty(response) ? 'undoing' : 'suspended', response),
      ),
      request: (plan, job, clocks) =>
        plan.stage === 'undoing' ? plan.original : RULES.request(plan, job, clocks),
    },
  },
  {
    name: 'restores the description without the permissions',
    violation: LOST,
    ...TWO_CLEANUPS,
    faults: 1,
    rules: sending('undoing', withoutGrants),
  },
  {
    name: 'restores the permissions that it read first, and not those that it read last',
    violation: LOST,
    ...edited('grants something else'),
    limits: LIMITS.filter((limit) => !limit.endsWith('that writes a record')),
    rules: sending('undoing', (_, { original }) => original),
  },
  {
    name: 'leaves a record on a token whose permissions remain',
    violation: /^later runs do not end/,
    faults: 1,
    rules: following('suspended', () => end('still has permissions')),
  },
  {
    name: 'counts the quarantine from the beginning of the suspension',
    violation: EARLY,
    ...TWO_CLEANUPS,
    rules: sending('suspended', withSince),
  },
  {
    name: 'counts a suspension that was not finished toward the quarantine',
    violation: NOT_SUSPENDED,
    ...TWO_CLEANUPS,
    faults: 1,
    rules: deciding((job, token) =>
      isEnding(job) && isSuspension(token, 'suspending') && isEmpty(token)
        ? go('revoking', token)
        : undefined,
    ),
  },
  {
    name: 'finishes a suspension without a new date',
    violation: EARLY,
    ...THREE_CLEANUPS,
    faults: 1,
    rules: sending('marking', withSince),
  },
  {
    name: 'begins again with the grants that an unfinished suspension has recorded',
    violation: LOST,
    ...TWO_CLEANUPS,
    ...edited('grants something else'),
    rules: {
      ...RULES,
      request: (plan, job, clocks) => {
        const change = RULES.request(plan, job, clocks);
        const begins = plan.stage === 'suspending' || plan.stage === 'suspended';
        const recorded = recordOf(plan.before.description)?.grants;
        return begins && change !== 'revoke' && recorded !== undefined
          ? { ...change, description: withRecorded(change.description ?? '', recorded) }
          : change;
      },
    },
  },
  {
    name: 'finishes a suspension as if the token had never had permissions',
    violation: LOST,
    ...TWO_CLEANUPS,
    faults: 1,
    rules: sending('marking', ({ description = '' }, { before }) => ({
      description: isSuspension(before) ? withRecorded(description, NO_GRANTS) : description,
    })),
  },
  {
    name: 'forgets the recorded permissions of a restored token without permissions',
    violation: LOST,
    jobs: [CLEANUP, CLEANUP, RESTORE],
    maxPasses: 1,
    faults: 1,
    rules: sending('marking', ({ description = '' }, { before }) => ({
      description: isSuspension(before, 'restored') ? withRecorded(description, NO_GRANTS) : description,
    })),
  },
  {
    name: 'does not undo a suspension if the server has not stored the complete record',
    violation: /^a part of a record is left$/,
    kind: 'kept',
    server: cutting(130),
    rules: following('suspending', () => end('is not complete')),
  },
  {
    name: 'suspends a token with permissions that no record can contain',
    violation: LOST,
    grants: 'x:metrics',
    rules: deciding((job, token) =>
      isEnding(job) && !isSuspension(token) && !isEmpty(token) ? go('suspending', token) : undefined,
    ),
  },
  {
    name: 'revokes a suspended token that has permissions again',
    violation: NOT_SUSPENDED,
    ...TWO_CLEANUPS,
    ...edited('gives the permissions back'),
    rules: {
      ...RULES,
      decide: (job, token, clocks) =>
        isEnding(job) && isSuspension(token, 'suspended')
          ? decideToEnd(QUARANTINE_MS, { ...token, grants: NO_GRANTS }, clocks)
          : RULES.decide(job, token, clocks),
      confirm: (moment) => (moment.plan.stage === 'revoking' ? 'send' : RULES.confirm(moment)),
    },
  },
  {
    name: 'revokes a suspended token that is no longer selected',
    violation: /^a token that is no longer selected is revoked$/,
    ...TWO_CLEANUPS,
    ...edited('edits the description'),
    rules: {
      ...RULES,
      decide: (job, token, clocks) =>
        isEnding(job) && isSuspension(token, 'suspended')
          ? decideToEnd(QUARANTINE_MS, token, clocks)
          : RULES.decide(job, token, clocks),
    },
  },
  {
    name: 'selects by a description that still contains the record',
    violation: /^later runs do not end/,
    kind: 'current',
    jobs: [RETIRE],
    rules: deciding((job, token) =>
      isEnding(job) && recordOf(token.description) ? end('is not selected') : undefined,
    ),
  },
  {
    name: 'does not see a tag that an unfinished record follows',
    violation: /^later runs do not end/,
    kind: 'current',
    jobs: [{ kind: 'retire', quarantineMs: 0 }, RETIRE],
    server: cutting(130),
    rules: deciding((job, token) =>
      isEnding(job) && / \[gha-[^\]]*$/.test(token.description) ? end('is not selected') : undefined,
    ),
  },
  {
    name: 'revokes suspended tokens at once without a quarantine',
    violation: /^a suspended token is revoked by a run without quarantine$/,
    jobs: [CLEANUP, WITHOUT_QUARANTINE],
    rules: deciding((job, token) =>
      'quarantineMs' in job && job.quarantineMs === 0 && isSuspension(token)
        ? go('revoking', token)
        : undefined,
    ),
  },
  {
    name: 'takes the date of a suspension only from the server',
    violation: EARLY,
    jobs: [{ ...CLEANUP, dateOffMs: -HOUR_MS }, CLEANUP],
    passMs: QUARANTINE_MS - HOUR_MS,
    rules: {
      ...RULES,
      request: (plan, job, clocks) => RULES.request(plan, job, { ...clocks, runner: clocks.forRenewing }),
    },
  },
  {
    name: 'takes the date of a suspension only from the runner',
    violation: EARLY,
    jobs: [{ ...CLEANUP, runnerOffMs: -HOUR_MS }, CLEANUP],
    passMs: QUARANTINE_MS - HOUR_MS,
    rules: {
      ...RULES,
      request: (plan, job, clocks) => RULES.request(plan, job, { ...clocks, server: clocks.runner }),
    },
  },
  {
    name: 'ends the quarantine by only the Date of the server',
    violation: EARLY,
    jobs: [CLEANUP, { ...CLEANUP, dateOffMs: HOUR_MS }],
    passMs: QUARANTINE_MS - HOUR_MS,
    rules: {
      ...RULES,
      decide: (job, token, clocks) => RULES.decide(job, token, { ...clocks, forEnding: clocks.forRenewing }),
    },
  },
  {
    name: 'ends the quarantine by only the clock of the runner',
    violation: EARLY,
    jobs: [CLEANUP, { ...CLEANUP, runnerOffMs: HOUR_MS }],
    passMs: QUARANTINE_MS - HOUR_MS,
    rules: {
      ...RULES,
      decide: (job, token, clocks) => RULES.decide(job, token, { ...clocks, forEnding: clocks.runner }),
    },
  },
  {
    name: 'rounds the date of a suspension down',
    violation: EARLY,
    ...TWO_CLEANUPS,
    startMs: 900,
    passMs: QUARANTINE_MS / 2 - 400,
    rules: sending('suspended', (change) => {
      const record = recordOf(change.description ?? '');
      return record && change.description !== undefined
        ? {
            ...change,
            description: withRecord(change.description, { ...record, since: record.since - 1000 }),
          }
        : change;
    }),
  },
  {
    name: 'appends a record and does not replace the existing one',
    violation: /^there are two records/,
    rules: sending('suspended', (change, { before }) => {
      const { description = '' } = change;
      return { ...change, description: before.description + recordIn(description) };
    }),
  },
  {
    name: 'restores the recorded grants although the token has permissions',
    violation: LOST,
    ...edited('grants something else'),
    rules: sending('restoring', (change, { before }) => ({
      ...change,
      grants: recordOf(before.description)?.grants ?? NO_GRANTS,
    })),
  },
  {
    name: 'restores without keeping the record',
    violation: LOST,
    jobs: [CLEANUP, RESTORE],
    faults: 1,
    rules: sending('restoring', ({ description = '', ...rest }) => ({
      ...rest,
      description: formatDescription({ ...describedBy(description), record: undefined }),
    })),
  },
  {
    name: 'restores only suspended tokens, and not those that are being suspended',
    violation: LOST,
    faults: 1,
    rules: deciding((job, token) =>
      job.kind === 'restore' && isSuspension(token, 'suspending') ? end('nothing to restore') : undefined,
    ),
  },
  {
    name: 'does not restore a restored token without permissions',
    violation: LOST,
    jobs: [CLEANUP, RESTORE],
    faults: 1,
    rules: deciding((job, token) =>
      job.kind === 'restore' && isSuspension(token, 'restored') ? end('nothing to restore') : undefined,
    ),
  },
  {
    name: 'trusts a restore that the response does not show',
    violation: /^a run says that the token is restored, and it is not$/,
    jobs: [CLEANUP, RESTORE],
    faults: 1,
    rules: following('restoring', () => end('is restored', 'restored')),
  },
  {
    name: 'leaves a restored token in its series',
    violation: /^a restored token is current$/,
    kind: 'current',
    jobs: [RETIRE, RESTORE],
    rules: sending('restoring', (change, { before }) => ({
      ...change,
      description: formatDescription({
        ...describedBy(change.description ?? ''),
        tag: describedBy(before.description).tag,
      }),
    })),
  },
  {
    name: 'counts the age of a restored token from its creation',
    violation: AGAIN,
    jobs: [CLEANUP, CLEANUP, RESTORE],
    rules: deciding((job, token) =>
      job.kind === 'cleanup' && isSuspension(token, 'restored') && !isEmpty(token)
        ? go('suspending', token)
        : undefined,
    ),
  },
  {
    name: 'updates a suspended token',
    violation: EARLY,
    jobs: [CLEANUP, CLEANUP, NONE],
    ...edited('gives the permissions back'),
    rules: deciding((job, token) => (job.kind === 'update' ? go('updating', token) : undefined)),
  },
  {
    name: 'adopts a suspended token',
    violation: /^a suspended token becomes current$/,
    jobs: [CLEANUP, ADOPT],
    rules: deciding((job, token) => (job.kind === 'adopt' ? go('adopting', token) : undefined)),
  },
  {
    name: 'promotes a suspended token',
    violation: /^a suspended token becomes current$/,
    kind: 'pending',
    jobs: [RETIRE, PROMOTE],
    rules: deciding((job, token) => (job.kind === 'promote' ? go('promoting', token) : undefined)),
  },
  {
    name: 'updates a description without the permissions that it has read',
    violation: LOST,
    jobs: [CLEANUP, RENAME],
    rules: sending('updating', withoutGrants),
  },
  {
    name: 'does not read the token before it repeats an update',
    violation: LOST,
    jobs: [RENAME],
    faults: 1,
    ...edited('grants something else'),
    rules: unread(({ stage, sent }) => stage === 'updating' && sent !== undefined),
  },
  {
    name: 'adopts without the permissions that it has read',
    violation: LOST,
    jobs: [CLEANUP, ADOPT],
    rules: sending('adopting', withoutGrants),
  },
  {
    name: 'promotes without the permissions that it has read',
    violation: LOST,
    kind: 'pending',
    jobs: [RETIRE, PROMOTE],
    rules: sending('promoting', withoutGrants),
  },
];
