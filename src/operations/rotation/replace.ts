import { Failure, resultOf } from '../../base/errors.ts';
import { ACTIVE_OUTPUT, tokenOutputs } from '../../report/outputs.ts';
import { unretiredOutputs } from '../../report/rotation-outputs.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import type { ActivationStatus } from '../../tokens/results.ts';
import { detectConcurrentRotation } from '../../tokens/rotation/concurrent.ts';
import type { ReplacementFailure, WithdrawalReason, Withdrawn } from '../../tokens/rotation/outcome.ts';
import type { Rotation } from '../../tokens/rotation/plan.ts';
import { formatTagged } from '../../tokens/tag.ts';
import { type Token, tokenStatus } from '../../tokens/token.ts';
import { type IssuedToken, issueToken } from '../issuing/issue-token.ts';
import { waitUntilAccepted } from '../issuing/wait-until-accepted.ts';
import type { Delivery, Ledger } from '../ledger.ts';
import { revokeToken } from '../revoking/delete-token.ts';
import { deliver } from './deliver.ts';
import type { RotateDeps, RotationState } from './read-state.ts';

/** ReplaceOptions are the plan, and the request and state that it is based on. */
export interface ReplaceOptions {
  readonly plan: Rotation;
  readonly request: RotateRequest;
  readonly state: RotationState;
}

/** Replaced is a delivered token that is not promoted yet. */
export interface Replaced {
  readonly kind: 'replaced';
  readonly token: Token;
  readonly activation: ActivationStatus;
  readonly delivery: Omit<Delivery, 'phase'>;
}

/**
 * replace creates a new token and delivers it: steps 4 to 7. Before delivery begins, every failure revokes the new token. After
 * that, the new token and the ones that it replaces stay valid. Throws only defects after delivery has begun.
 */
export async function replace(
  { plan, request, state: { facts, secrets } }: ReplaceOptions,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<Replaced | ReplacementFailure> {
  const { runner, progress } = deps;

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
  if (issued.kind !== 'issued') return issued;
  const { token } = issued;
  const withdraw = async (why: WithdrawalReason): Promise<Withdrawn> => ({
    kind: 'withdrawn',
    token,
    why,
    notRevoked: await revokeOwn(issued, ledger, deps),
  });
  try {
    runner.outputs(tokenOutputs(token, tokenStatus(token, issued.clocks.forRenewing)));
    progress({ kind: 'created', token });

    // 5. Look again.
    const listed = await resultOf(deps.api.tokens());
    if (listed instanceof Failure) return await withdraw({ kind: 'not-listed', error: listed });
    const refusal = detectConcurrentRotation(plan, token.id, listed);
    if (refusal) return await withdraw({ kind: 'concurrent', refusal });

    // 6. Wait for activation.
    const options = { databases: facts.databases, timeoutMs: request.activationTimeoutMs };
    const activation = await waitUntilAccepted(issued, options, deps);
    if (activation.kind === 'refused') return await withdraw({ kind: 'not-accepted', activation });
    runner.outputs({ active: ACTIVE_OUTPUT[activation.kind] });
    if (activation.kind === 'unreachable') return await withdraw({ kind: 'unreachable', activation });

    // 7. Deliver.
    const { laterSteps } = request.storeIn;
    const delivery = deliveryOf(plan, issued, { request, activation });
    if (laterSteps) runner.outputs(unretiredOutputs(plan));
    const result = await deliver({ issued, secrets, laterSteps, delivery }, ledger, deps);
    if (result.kind === 'refused') return await withdraw({ kind: 'not-stored', error: result.error });
    if (result.kind === 'incomplete') return { kind: 'not-delivered', token, delivery: result };
    return { kind: 'replaced', token, activation, delivery };
  } catch (defect) {
    if (!ledger.hasBegunDelivery) await revokeOwn(issued, ledger, deps);
    throw defect;
  }
}

/** The part of the ledger that the post step needs to promote and retire. */
function deliveryOf(
  { series }: Rotation,
  { token, tag }: IssuedToken,
  { request, activation }: { readonly request: RotateRequest; readonly activation: ActivationStatus },
): Omit<Delivery, 'phase'> {
  return {
    tokenId: token.id,
    promotedDescription: formatTagged(series.plainDescription, { ...tag, kind: 'current' }),
    permissions: token.permissions.map(({ action, resource }) => ({ action, resource })),
    series: { ...series },
    gracePeriodMs: request.gracePeriodMs,
    quarantineMs: request.quarantineMs,
    accepted: activation.kind === 'accepted',
  };
}

/** Revokes the new token, which no consumer has. Returns why that failed. */
async function revokeOwn(
  { token, tag }: IssuedToken,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<Failure | undefined> {
  const revocation = await resultOf(revokeToken(token.id, deps));
  if (revocation instanceof Failure) return revocation;
  ledger.resolve(tag.nonce);
  return undefined;
}
