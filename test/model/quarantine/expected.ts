import { twoClocks } from '../../../src/tokens/clocks.ts';
import { describedBy, type Grants, NO_GRANTS } from './description.ts';
import { isProtected, isSuspension } from './rules.ts';
import { type Job, type Limit, RESTORE, type Setting } from './setting.ts';
import type { Late, Token, World } from './world.ts';

/** PERSON is the name of a person among the actors that change the token. */
export const PERSON = 'a person';

/** By says who changes the token, and whether another actor has changed it since the read. */
export type By = Pick<Late, 'run' | 'isOvertaken'>;

/** canBeRestored tells whether one undisturbed restore would give the token its permissions back. */
export function canBeRestored({ token, expected }: World, setting: Setting): boolean {
  return expected.grants === undefined || expected.grants.includes(grantsAfterRestore(token, setting));
}

/** grantsAfterRestore are the permissions of a token after an undisturbed restore. */
export function grantsAfterRestore(token: Token, { rules, server }: Setting): Grants {
  const clocks = twoClocks(0, 0);
  const decision = rules.decide(RESTORE, token, clocks);
  if (decision.kind === 'end') return token.grants;
  const change = rules.request(decision.plan, RESTORE, clocks);
  const grants = change === 'revoke' ? undefined : change.grants;
  const isIgnored = grants === undefined || (grants === NO_GRANTS && server.ignoresNoPermissions);
  return isIgnored ? token.grants : grants;
}

/** suspendedSince is the time since which a token has been suspended. Undefined if it is not suspended. */
export function suspendedSince({ clock, expected }: World, token: Token): number | undefined {
  const isSuspended = isSuspension(token, 'suspended') && token.grants === NO_GRANTS;
  return isSuspended ? (expected.suspendedSince ?? clock) : undefined;
}

/** withGranted is the world after somebody changed the permissions on purpose. From now on, a restore must return these. */
export function withGranted(after: World, before: World, by: By, setting: Setting): World {
  const { record } = describedBy(after.token.description);
  const isRemoved =
    isAdmitted(setting, 'permissions removed from a token with a record') &&
    record !== undefined &&
    after.token.grants === NO_GRANTS;
  const possible = [
    after.token.grants,
    ...(isRemoved ? [record.grants] : []),
    ...(isRemoved || isWithinRoundTrip(before, by, setting) ? (before.expected.grants ?? []) : []),
  ];
  const grants = isUnknown(before, by) ? undefined : [...new Set(possible)].sort();
  const isSuspendedAgain = isRemoved && record.state === 'suspended' && by.run === PERSON;
  const since = isSuspendedAgain ? record.since : after.expected.suspendedSince;
  return { ...after, expected: { grants, suspendedSince: since } };
}

/** A decision from before that change can undo it, by its permissions or by its record. */
function isWithinRoundTrip({ runs, late }: World, { run, isOvertaken }: By, setting: Setting): boolean {
  const others = [...late, ...runs.filter(({ name, hasRead }) => hasRead && name !== run)];
  // For a token that was read without permissions, the product changes only the description.
  const isUpdate = others.some((other) => {
    const stage = 'stage' in other ? other.stage : other.plan?.stage;
    return stage === 'updating' || stage === 'adopting';
  });
  const changes = others.flatMap(({ change }) => (typeof change === 'object' ? [change] : []));
  // A run that undoes half of a PATCH cannot distinguish that half from a person who removes the permissions.
  const undoesHalf = runs.some(
    ({ name, at, plan }) =>
      name !== run && at === 'reading' && plan?.stage === 'undoing' && plan.before.grants === NO_GRANTS,
  );
  return (
    (isAdmitted(setting, 'half of a PATCH within the round trip of another change') && undoesHalf) ||
    (isAdmitted(setting, 'an edit within the round trip of a PATCH that sets permissions') &&
      (isOvertaken || isUpdate || changes.some(({ grants }) => grants !== undefined))) ||
    (isAdmitted(setting, 'an edit within the round trip of a PATCH that writes a record') &&
      changes.some(({ description = '' }) => describedBy(description).record !== undefined))
  );
}

/** A run in progress can continue with the result of a known limit. */
function isUnknown({ expected, runs, late }: World, { run }: By): boolean {
  const isActive = runs.some(({ name, at }) => (at === 'reading' || at === 'sending') && name !== run);
  return expected.grants === undefined && (isActive || late.length > 0);
}

/** withHalf is the world after half of a PATCH, if another actor has changed the token since the run read it. */
export function withHalf(
  after: World,
  before: World,
  { isHalf, isOvertaken }: Late,
  setting: Setting,
): World {
  const limit = 'half of a PATCH within the round trip of another change';
  if (!isHalf || !isOvertaken || !isAdmitted(setting, limit)) return after;
  const { expected, token } = after;
  const isLost = canBeRestored(before, setting) && !canBeRestored(after, setting);
  const { since = Number.POSITIVE_INFINITY } = describedBy(token.description).record ?? {};
  return {
    ...after,
    expected: {
      grants: isLost ? undefined : expected.grants,
      suspendedSince: expected.suspendedSince && Math.min(expected.suspendedSince, since),
    },
  };
}

/**
 * wrongToSuspend says what is wrong with a suspension. A rotation must never suspend a restored token, and a cleanup only when
 * the token is old again.
 */
export function wrongToSuspend({ clock, token, runs }: World, request: Late): string | undefined {
  const { record } = describedBy(token.description);
  const begins = request.stage === 'suspending' || request.stage === 'marking';
  if (!begins || request.isOvertaken || record?.state !== 'restored') return undefined;
  const job = jobOf(runs, request);
  const isOldAgain = job?.kind === 'cleanup' && clock - record.since > job.maxAgeMs;
  return isOldAgain ? undefined : 'a restored token is suspended again at once';
}

/** wrongToAdopt says what is wrong with a new tag. A suspended token belongs to no series. */
export function wrongToAdopt({ token }: World, { stage, isOvertaken }: Late): string | undefined {
  const begins = stage === 'adopting' || stage === 'promoting';
  return begins && !isOvertaken && isSuspension(token) ? 'a suspended token becomes current' : undefined;
}

/** wrongToRevoke says what is wrong with a DELETE. */
export function wrongToRevoke(world: World, request: Late, setting: Setting): string | undefined {
  const { clock, token, runs, expected } = world;
  if (request.isOvertaken && isAdmitted(setting, 'a restore within the round trip before a DELETE')) {
    return undefined;
  }
  if (isProtected(token)) return 'a token that is no longer selected is revoked';
  const job = jobOf(runs, request);
  const quarantineMs = job && 'quarantineMs' in job ? job.quarantineMs : 0;
  if (quarantineMs === 0) {
    return isSuspension(token) ? 'a suspended token is revoked by a run without quarantine' : undefined;
  }
  if (expected.suspendedSince === undefined) return 'a token that is not suspended is revoked';
  return clock - expected.suspendedSince < quarantineMs
    ? 'a token is revoked before its quarantine is over'
    : undefined;
}

/** isRegrant tells whether a request changes the permissions on purpose. */
export function isRegrant({ runs }: World, request: Late): boolean {
  const job = jobOf(runs, request);
  return request.stage === 'updating' && job?.kind === 'update' && job.grants !== undefined;
}

function isAdmitted({ limits }: Setting, limit: Limit): boolean {
  return limits.includes(limit);
}

function jobOf(runs: World['runs'], { run }: Pick<Late, 'run'>): Job | undefined {
  return runs.find(({ name }) => name === run)?.job;
}
