import { Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/server-text.ts';
import { tokenOutputs } from '../report/outputs.ts';
import type { RotateRequest } from '../request/rotate.ts';
import { unknownDatabases } from '../tokens/databases.ts';
import { probeTarget } from '../tokens/probe-target.ts';
import { planRotation, type Rotation } from '../tokens/rotation/plan.ts';
import type { Series } from '../tokens/rotation/series.ts';
import type { RotationOrder } from '../tokens/rotation/spec.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { refuseUnknownDatabases, warnOfAnyDatabase } from './granted-databases.ts';
import { adopt } from './rotation/adopt.ts';
import { type RotateDeps, type RotationState, readState } from './rotation/read-state.ts';
import { replace } from './rotation/replace.ts';
import { retire, retirementOutputs } from './rotation/retire.ts';
import { describePlan, summarizeDryRun, summarizeNotDue } from './rotation/summary.ts';

/** The half of a rotation that belongs to the post step. It shares most of its code with the other half. */
export { describeUnpromoted, endRotation, isToBePromoted } from './rotation/end.ts';

/**
 * rotate replaces what the consumers of a series hold, such that at every instant, whichever request fails and wherever the
 * process is killed, they hold a token that is accepted; and such that the next run puts right what this one has left.
 */
export async function rotate(request: RotateRequest, deps: RotateDeps): Promise<void> {
  const { runner } = deps;
  const order = orderOf(request);
  const state = await readState(order, request, deps);
  const plan = planRotation(order, state.facts);
  if (plan.kind === 'refused')
    throw new Failure(plan.code, `${markServerText(plan.why)} Nothing was changed.`);
  for (const warning of plan.warnings) runner.warning('rotation', markServerText(warning));
  if (plan.kind === 'rotate')
    for (const notice of plan.notices) runner.notice('rotation', markServerText(notice));
  for (const line of describePlan(plan)) runner.info(markServerText(line));
  if (plan.kind === 'not-due') return keep(plan.current, plan.series, request, state, deps);
  checkGrants(plan, request, state, deps);
  if (request.dryRun) return show(plan, request, state, deps);
  if (!plan.adopts) return await replace(plan, request, state, deps);
  await adopt(plan.adopts, request.run, deps);
  try {
    await replace(plan, request, state, deps);
  } catch (error) {
    throw withContext(error, `Token ${plan.adopts.id} was adopted: it belongs to the series from now on.`);
  }
}

function orderOf({ description, tokenId, grants, expiresAt, renewBeforeMs }: RotateRequest): RotationOrder {
  return {
    ...(description === undefined ? {} : { plainDescription: description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(grants ? { permissions: grants.permissions } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
  };
}

/** Nothing is due but, perhaps, the end of what was replaced earlier. */
async function keep(
  current: Token,
  series: Series,
  { graceMs, dryRun, renewBeforeMs }: RotateRequest,
  { facts }: RotationState,
  deps: RotateDeps,
): Promise<void> {
  const { runner } = deps;
  runner.outputs({
    ...tokenOutputs(current, tokenStatus(current, facts.clocks.forRenewing)),
    active: '',
    rotated: 'false',
  });
  const retired = await retire({ series, graceMs, revokes: !dryRun }, deps);
  runner.outputs(retirementOutputs(retired));
  if (dryRun) runner.info('This was a dry run: nothing was changed.');
  for (const section of summarizeNotDue({ current, series, renewBeforeMs }, retired)) runner.summary(section);
}

/** What can be refused is refused before anything is changed. */
function checkGrants(
  { permissions, expiresAt }: Rotation,
  { grants, graceMs, activationTimeoutMs }: RotateRequest,
  { databases }: RotationState,
  { runner }: RotateDeps,
): void {
  warnOfAnyDatabase(permissions, runner);
  if (expiresAt === 'never') {
    runner.warning('no-expiry', 'The new token never expires: only a later rotation or a person can end it.');
  }
  if (grants) refuseUnknownDatabases(grants, databases);
  const unknown = grants ? [] : unknownDatabases(permissions, databases);
  if (unknown.length > 0) {
    const names = unknown.map((name) => `"${name}"`).join(', ');
    runner.warning(
      'unknown-databases',
      `What the old token grants is taken over, also on what the cluster does not have any more: ${names}. Give \`permissions\` to change that.`,
    );
  }
  if (graceMs === 0 && activationTimeoutMs > 0 && probeTarget(permissions, databases) === undefined) {
    throw new Failure(
      'new-token-cannot-be-proven',
      'The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. ' +
        'Nothing was changed. Create a database, or give the old token a grace.',
    );
  }
}

async function show(
  plan: Rotation,
  request: RotateRequest,
  state: RotationState,
  deps: RotateDeps,
): Promise<void> {
  const { runner } = deps;
  const { series, predecessor } = plan;
  if (predecessor)
    runner.outputs(tokenOutputs(predecessor, tokenStatus(predecessor, state.facts.clocks.forRenewing)));
  runner.outputs({ active: '', rotated: 'false' });
  const retired = await retire({ series, graceMs: request.graceMs, revokes: false }, deps);
  runner.outputs(retirementOutputs(retired));
  runner.info('This was a dry run: nothing was changed.');
  for (const section of summarizeDryRun(plan, request)) runner.summary(section);
}
