import { Failure, failureOnly } from '../../base/errors.ts';
import { reportDelivery } from '../../report/delivery.ts';
import { ACTIVE_OUTPUT, describeUnreachable, notAccepted } from '../../report/issuing.ts';
import { retirementOutputs } from '../../report/retirement.ts';
import {
  reportCreated,
  revokedOutputs,
  unretiredOutputs,
  withOwnNotRevoked,
  withOwnRevoked,
} from '../../report/rotation.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import { publish } from '../../runner/publish.ts';
import type { ActivationStatus } from '../../tokens/outcome.ts';
import { detectConcurrentRotation } from '../../tokens/rotation/concurrent.ts';
import type { Rotation } from '../../tokens/rotation/plan.ts';
import { formatTagged } from '../../tokens/tag.ts';
import type { Token } from '../../tokens/token.ts';
import { waitUntilActive } from '../issuing/activation.ts';
import { type IssuedToken, issueToken } from '../issuing/issue-token.ts';
import type { Delivery, Ledger } from '../ledger.ts';
import { revokeToken } from '../revoking/revoke-token.ts';
import { deliver } from './deliver.ts';
import type { RotateDeps, RotationState } from './read-state.ts';

/** Replaced is a delivered token that is not promoted yet. */
export interface Replaced {
  readonly token: Token;
  readonly activation: ActivationStatus;
  readonly delivery: Omit<Delivery, 'phase'>;
  readonly ledger: Ledger;
}

/**
 * replace creates a new token and delivers it: steps 4 to 7. Before delivery begins, every failure revokes the new token. After
 * that, the new token and the ones that it replaces stay valid. Throws a Failure that says which of the two is true.
 */
export async function replace(
  plan: Rotation,
  request: RotateRequest,
  { facts, secrets }: RotationState,
  deps: RotateDeps,
): Promise<Replaced> {
  const { runner } = deps;
  const ledger = await deps.newLedger(false);

  // 4. Create.
  const { series, permissions, expiresAt } = plan;
  const spec = {
    plainDescription: series.plainDescription,
    permissions,
    expiresAt,
    kind: 'pending',
    run: request.run,
  } as const;
  const issued = await issueToken(spec, ledger, deps);
  const { token } = issued;
  try {
    publish(reportCreated(token, facts.clocks.forRenewing), runner);

    // 5. Look again.
    const refusal = detectConcurrentRotation(plan, token.id, await deps.api.tokens());
    if (refusal) throw new Failure(refusal.code, refusal.why);

    // 6. Wait for activation.
    const options = { databases: facts.databases, timeoutMs: request.activationTimeoutMs };
    const activation = await waitUntilActive(issued, options, deps);
    if (activation.kind === 'refused') throw notAccepted(activation);
    runner.outputs({ active: ACTIVE_OUTPUT[activation.kind] });
    if (activation.kind === 'unreachable') {
      throw new Failure('token-not-probed', describeUnreachable(activation));
    }

    // 7. Deliver.
    const { laterSteps } = request.storeIn;
    const delivery = deliveryOf(plan, request, issued, activation);
    runner.outputs(laterSteps ? unretiredOutputs(plan) : retirementOutputs());
    const result = await deliver({ issued, secrets, laterSteps, delivery }, ledger, deps);
    publish(reportDelivery(result, secrets, token.id), runner);
    return { token, activation, delivery, ledger };
  } catch (error) {
    throw ledger.hasBegunDelivery ? error : await revokeOwn(error, issued, ledger, deps);
  }
}

/** What the ledger records about the delivery, so that the post step can promote and retire. */
function deliveryOf(
  { series }: Rotation,
  { graceMs }: RotateRequest,
  { token, tag }: IssuedToken,
  { kind }: ActivationStatus,
): Omit<Delivery, 'phase'> {
  return {
    tokenId: token.id,
    promotedDescription: formatTagged(series.plainDescription, { ...tag, kind: 'current' }),
    series: { ...series },
    graceMs,
    accepted: kind === 'accepted',
  };
}

/** Revokes the new token, which no consumer has. Returns the error with what is true now. */
async function revokeOwn(
  error: unknown,
  { token: { id }, tag }: IssuedToken,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<unknown> {
  try {
    await revokeToken(id, deps);
  } catch (cause) {
    return withOwnNotRevoked(error, id, failureOnly(cause));
  }
  ledger.resolve(tag.nonce);
  deps.runner.outputs(revokedOutputs());
  return withOwnRevoked(error, id);
}
