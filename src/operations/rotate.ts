import { reportRetirement } from '../report/retirement.ts';
import {
  promotionOutputs,
  reportAdoption,
  reportPromotion,
  summarizeRotation,
  unretiredOutputs,
  withAdoption,
} from '../report/rotation.ts';
import {
  newTokenCannotBeProven,
  reportPlan,
  reportRisks,
  reportUnresolvedRuns,
  reportUnrotated,
  rotationRefused,
  unrotatedOutputs,
} from '../report/rotation-plan.ts';
import { unknownDatabasesError } from '../report/token.ts';
import type { RotateRequest } from '../request/rotate.ts';
import { publish } from '../runner/publish.ts';
import { refusedDatabases } from '../tokens/databases.ts';
import type { Promotion } from '../tokens/rotation/outcome.ts';
import { type NotDue, planRotation, type Rotation } from '../tokens/rotation/plan.ts';
import type { RotationSpec } from '../tokens/rotation/spec.ts';
import type { Deps } from './deps.ts';
import { retag } from './issuing/retag.ts';
import type { Delivery } from './ledger.ts';
import { adopt } from './rotation/adopt.ts';
import { type RotateDeps, type RotationState, readState } from './rotation/read-state.ts';
import { type Replaced, replace } from './rotation/replace.ts';
import { retire } from './rotation/retire.ts';

/**
 * rotate replaces the token that the consumers of a series use. At every instant, whichever request fails and wherever the process
 * is killed, the cluster accepts the token that each consumer uses, and the next run finishes what this one left. The numbers are
 * those of "Rotating" in the protocols. Throws a Failure or InvalidInputs that says what is true now.
 */
export async function rotate(request: RotateRequest, deps: RotateDeps): Promise<void> {
  const { runner } = deps;
  const spec = specOf(request);

  // 1. Look.
  const state = await readState(spec, request, deps);
  publish(reportUnresolvedRuns(state.unresolvedRuns), runner);

  // 2. Decide.
  const plan = planRotation(spec, state.facts);
  if (plan.kind === 'refused') throw rotationRefused(plan);
  publish(reportPlan(plan), runner);
  if (plan.kind === 'not-due') return await keepCurrent(plan, request, state, deps);
  publish(reportRisks(plan), runner);
  if (request.grants) {
    const databases = refusedDatabases(request.grants, state.facts.databases);
    if (databases.length > 0)
      throw unknownDatabasesError({ databases, input: request.grants.databasesInput });
  }
  if (plan.cannotBeProven) throw newTokenCannotBeProven();
  if (request.dryRun) return await keepCurrent(plan, request, state, deps);

  // 3. Adopt.
  const { adopts } = plan;
  if (!adopts) return await rotateNow(plan, request, state, deps);
  publish(reportAdoption(adopts, await adopt(adopts, request.run, deps)), runner);
  try {
    await rotateNow(plan, request, state, deps);
  } catch (error) {
    throw withAdoption(error, adopts.id);
  }
}

/**
 * finishRotation promotes a delivered token and retires the tokens that it and its predecessors replaced: steps 8 and 9. Throws a
 * Failure when the delivered token is revoked.
 */
export async function finishRotation(
  { tokenId, promotedDescription, series, graceMs, accepted }: Omit<Delivery, 'phase'>,
  deps: Pick<Deps, 'api' | 'retryControl' | 'runner' | 'progress' | 'clock'>,
): Promise<Promotion> {
  // 8. Promote.
  const retagging = await retag(tokenId, promotedDescription, deps.api);
  publish(reportPromotion(tokenId, retagging), deps.runner);
  if (retagging.kind !== 'done') return { kind: 'unclear' };

  // 9. Retire. A token that was not probed retires nothing.
  const retirement = await retire({ series, graceMs, own: tokenId, revokes: accepted }, deps);
  publish(reportRetirement(retirement), deps.runner);
  return { kind: 'promoted', retirement };
}

function specOf(request: RotateRequest): RotationSpec {
  const { description, tokenId, grants, expiresAt, renewBeforeMs, graceMs, activationTimeoutMs } = request;
  return {
    ...(description === undefined ? {} : { plainDescription: description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(grants ? { permissions: grants.permissions } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    endsReplacedAtOnce: graceMs === 0 && activationTimeoutMs > 0,
  };
}

/** Creates no token: no rotation is due, which leaves step 9, or this is a dry run. */
async function keepCurrent(
  plan: Rotation | NotDue,
  request: RotateRequest,
  { facts }: RotationState,
  deps: RotateDeps,
): Promise<void> {
  const { runner } = deps;
  runner.outputs(unrotatedOutputs(plan, facts.clocks.forRenewing));

  // 9. Retire.
  const { series } = plan;
  const retirement = await retire({ series, graceMs: request.graceMs, revokes: !request.dryRun }, deps);
  publish(reportRetirement(retirement), runner);
  publish(reportUnrotated(plan, request, retirement), runner);
}

/** Steps 4 to 9. With `later-steps`, the post step does 8 and 9. */
async function rotateNow(
  plan: Rotation,
  request: RotateRequest,
  state: RotationState,
  deps: RotateDeps,
): Promise<void> {
  const replaced = await replace(plan, request, state, deps);
  const promotion = request.storeIn.laterSteps ? undefined : await finishInStep(plan, replaced, deps);
  const sections = summarizeRotation({ ...replaced, plan, request, promotion });
  publish({ sections }, deps.runner);
}

/** Marks the ledger *done* at the end. A kill before that leaves a token that might not be promoted, and the post step says so. */
async function finishInStep(
  plan: Rotation,
  { delivery, ledger }: Replaced,
  deps: RotateDeps,
): Promise<Promotion> {
  deps.runner.outputs(unretiredOutputs(plan));
  try {
    const promotion = await finishRotation(delivery, deps);
    deps.runner.outputs(promotionOutputs(promotion));
    return promotion;
  } finally {
    ledger.setPhase('done');
  }
}
