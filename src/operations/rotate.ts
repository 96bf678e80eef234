import { Failure, resultOf } from '../base/errors.ts';
import { unretiredOutputs } from '../report/rotation-outputs.ts';
import type { RotateRequest } from '../request/rotate.ts';
import { refusedDatabases } from '../tokens/databases.ts';
import type { Promotion, RotateResult, Unrotated } from '../tokens/rotation/outcome.ts';
import {
  type NotDue,
  planRotation,
  type Rotation,
  type SeriesBefore,
  seriesBefore,
} from '../tokens/rotation/plan.ts';
import type { RotationSpec } from '../tokens/rotation/spec.ts';
import type { Delivery } from './ledger.ts';
import { adopt } from './rotation/adopt.ts';
import { promote } from './rotation/promote.ts';
import { type RotateDeps, readState } from './rotation/read-state.ts';
import { replace } from './rotation/replace.ts';
import { retire, retireReplacedBy } from './rotation/retire.ts';

/**
 * rotate replaces the token that the consumers of a series use. Even if any request fails or the process is killed at any time, the
 * cluster accepts the token that each consumer uses, and the next run repairs the rotation. Throws only defects.
 */
export async function rotate(request: RotateRequest, deps: RotateDeps): Promise<RotateResult> {
  const { rotationProgress } = deps;
  const spec = specOf(request);

  // 1. Look.
  const list = await resultOf(deps.api.tokens());
  if (list instanceof Failure) return { kind: 'not-begun', error: list, before: undefined };
  const before = seriesBefore(spec, { ...list, run: request.run });
  const state = await resultOf(readState(spec, list, { request, deps }));
  if (state instanceof Failure) return { kind: 'not-begun', error: state, before };
  if (state.unresolvedRuns) rotationProgress({ kind: 'runs-unresolved', unresolved: state.unresolvedRuns });

  // 2. Decide.
  const plan = planRotation(spec, state.facts);
  if (plan.kind === 'refused') return { ...plan, before };
  rotationProgress({ kind: 'planned', plan });
  const { grants } = request;
  const databases = grants ? refusedDatabases(grants, state.facts.databases) : [];
  if (grants && databases.length > 0) {
    return { kind: 'unknown-databases', databases, input: grants.databasesInput, before };
  }
  if (plan.kind === 'not-due') return await keepCurrent(plan, before, { request, deps });
  rotationProgress({ kind: 'new-token-planned', plan });
  if (plan.cannotBeProbed) return { kind: 'cannot-be-probed', before };
  if (request.dryRun) return await keepCurrent(plan, before, { request, deps });

  // 3. Adopt.
  const ledger = await deps.newLedger(false);
  if (plan.adopts) {
    const adoption = await adopt(plan.adopts, request.run, deps);
    if (adoption.kind !== 'adopted') return { kind: 'not-adopted', token: plan.adopts, adoption, before };
    const { isGivenBack } = adoption;
    rotationProgress({ kind: 'adopted', token: plan.adopts, isGivenBack });
  }

  // 4. to 7. Create, look again, wait for activation, deliver.
  const replaced = await replace({ plan, request, state }, ledger, deps);
  if (replaced.kind !== 'replaced') {
    // With `later-steps`, the ledger stays *delivering*, so the post step warns that the token is not promoted.
    if (replaced.kind === 'not-delivered' && !request.storeIn.laterSteps) ledger.setPhase('done');
    return { kind: 'not-replaced', plan, failure: replaced, before };
  }
  const { token, activation, delivery } = replaced;
  if (request.storeIn.laterSteps) return { kind: 'rotated', plan, token, activation, promotion: undefined };

  // 8. and 9. With `later-steps`, the post step does both.
  deps.runner.outputs(unretiredOutputs(plan));
  const promotion = await finishRotation(delivery, deps);
  // This is last. After an earlier kill, the token might not be promoted, and the post step says so.
  ledger.setPhase('done');
  return { kind: 'rotated', plan, token, activation, promotion };
}

/** finishRotation promotes a delivered token and retires the tokens that it and its predecessors replaced. Throws only defects. */
export async function finishRotation(
  delivery: Omit<Delivery, 'phase'>,
  deps: FinishDeps,
): Promise<Promotion> {
  const { tokenId, series, permissions, gracePeriodMs, quarantineMs, accepted } = delivery;
  // 8. Promote.
  const promoted = await promote(delivery, deps);
  if (promoted.kind !== 'done') return promoted;
  deps.rotationProgress({ kind: 'promoted', id: tokenId });

  // 9. Retire. A token that was not probed retires nothing.
  const options = { series, gracePeriodMs, quarantineMs, endsTokens: accepted };
  const retirement = await retireReplacedBy({ id: tokenId, issued: permissions }, options, deps);
  return retirement.kind === 'retired' || retirement.kind === 'not-listed'
    ? { kind: 'promoted', retirement }
    : retirement;
}

/** FinishDeps are the dependencies of the end of a rotation. */
export type FinishDeps = Pick<RotateDeps, 'api' | 'retryControl' | 'progress' | 'clock' | 'rotationProgress'>;

function specOf(request: RotateRequest): RotationSpec {
  const { description, tokenId, grants, expiresAt, renewBeforeMs, gracePeriodMs, activationTimeoutMs } =
    request;
  return {
    ...(description === undefined ? {} : { plainDescription: description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(grants ? { permissions: grants.permissions } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    endsReplacedAtOnce: gracePeriodMs === 0 && activationTimeoutMs > 0,
  };
}

/** Creates no token, because no rotation is due or this is a dry run. Only step 9 remains. */
async function keepCurrent(
  plan: Rotation | NotDue,
  before: SeriesBefore,
  { request, deps }: { readonly request: RotateRequest; readonly deps: RotateDeps },
): Promise<Unrotated> {
  const { gracePeriodMs, quarantineMs, dryRun } = request;
  const options = { series: plan.series, gracePeriodMs, quarantineMs, endsTokens: !dryRun };
  const retirement = await retire(options, deps);
  return { kind: 'unrotated', plan, retirement, before };
}
