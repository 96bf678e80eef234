import { asSentence, Failure, failureOnly, withContext } from '../../base/errors.ts';
import { markServerText } from '../../base/server-text.ts';
import { ACTIVE_OUTPUT, describeUnreachable, notAccepted } from '../../report/activation.ts';
import { tokenOutputs } from '../../report/outputs.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import type { Outputs } from '../../runner/runner.ts';
import type { ActivationResult } from '../../tokens/outcome.ts';
import { describePermissions } from '../../tokens/permissions.ts';
import { detectConcurrentRotation } from '../../tokens/rotation/concurrent.ts';
import { type Rotation, replacedBy } from '../../tokens/rotation/plan.ts';
import { formatTagged } from '../../tokens/tag.ts';
import { tokenStatus } from '../../tokens/token.ts';
import { waitUntilActive } from '../issuing/activation.ts';
import { type IssuedToken, issueToken } from '../issuing/issue-token.ts';
import type { Delivery, Ledger } from '../ledger.ts';
import { revokeToken } from '../revoking/revoke-token.ts';
import { deliver } from './deliver.ts';
import { type Promotion, promoteAndRetire } from './promote.ts';
import type { RotateDeps, RotationState } from './read-state.ts';
import { retirementOutputs } from './retire.ts';
import { summarizeRotation } from './summary.ts';

/**
 * replace carries a planned rotation out. Until the new token is delivered every failure revokes it; from then on both
 * stay alive until the new one is promoted.
 */
export async function replace(
  plan: Rotation,
  request: RotateRequest,
  { facts, databases, secrets }: RotationState,
  deps: RotateDeps,
): Promise<void> {
  const { runner } = deps;
  const ledger = deps.newLedger(false);
  const issued = await issueToken(
    {
      plainDescription: plan.series.plainDescription,
      permissions: plan.permissions,
      expiresAt: plan.expiresAt,
      kind: 'pending',
    },
    request.run,
    ledger,
    deps,
  );
  const { token } = issued;
  try {
    runner.outputs(tokenOutputs(token, tokenStatus(token, facts.clocks.forRenewing)));
    runner.info(`Created token ${token.id} (${markServerText(describePermissions(token.permissions))}).`);
    await refuseToRace(plan, issued, deps);
    const timeoutMs = request.activationTimeoutMs;
    const activation = await waitUntilActive(issued, { databases, timeoutMs }, deps);
    if (activation.kind === 'refused') throw notAccepted(activation);
    runner.outputs({ active: ACTIVE_OUTPUT[activation.kind] });
    if (activation.kind === 'unreachable') {
      throw new Failure('token-not-probed', describeUnreachable(activation));
    }
    const mark = markOf(plan, request, issued, activation);
    const { laterSteps } = request.storeIn;
    runner.outputs(laterSteps ? outputsUnretired(plan) : retirementOutputs());
    await deliver({ issued, secrets, laterSteps, delivery: mark }, ledger, deps);
    const promotion = laterSteps ? undefined : await promoteInStep(plan, mark, ledger, deps);
    const sections = summarizeRotation({ plan, request, token, activation }, promotion);
    for (const section of sections) runner.summary(section);
  } catch (error) {
    throw ledger.hasBegunDelivery ? error : await abandon(error, issued, ledger, deps);
  }
}

/** Two rotations at once must not both go on. */
async function refuseToRace(plan: Rotation, { token }: IssuedToken, { api }: RotateDeps): Promise<void> {
  const refusal = detectConcurrentRotation(plan, token.id, await api.tokens());
  if (refusal) throw new Failure(refusal.code, refusal.why);
}

function markOf(
  { series }: Rotation,
  { graceMs }: RotateRequest,
  { token, tag }: IssuedToken,
  { kind }: ActivationResult,
): Omit<Delivery, 'phase'> {
  return {
    tokenId: token.id,
    promotedDescription: formatTagged(series.plainDescription, { ...tag, kind: 'current' }),
    series: { ...series },
    graceMs,
    accepted: kind === 'accepted',
  };
}

/** Until then nobody knows whether all hold the new token, and the post step would say so. */
async function promoteInStep(
  plan: Rotation,
  mark: Omit<Delivery, 'phase'>,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<Promotion> {
  deps.runner.outputs(outputsUnretired(plan));
  try {
    const promotion = await promoteAndRetire(mark, deps);
    if (promotion.retired) deps.runner.outputs(retirementOutputs(promotion.retired));
    return promotion;
  } finally {
    ledger.setPhase('done');
  }
}

/** What is true as long as nothing is retired: whatever the new token replaces is still valid. */
function outputsUnretired(plan: Rotation): Outputs {
  const ids = replacedBy(plan).map(({ id }) => id);
  return { ...retirementOutputs(), 'previous-token-ids': JSON.stringify(ids) };
}

/** Nobody holds the new token: it goes, and the error says so. */
async function abandon(
  error: unknown,
  { token, tag }: IssuedToken,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<unknown> {
  try {
    await revokeToken(token.id, deps);
  } catch (cause) {
    return withContext(
      error,
      `The new token ${token.id}, which nobody holds, could not be revoked: ${asSentence(failureOnly(cause))} The post step tries again.`,
    );
  }
  ledger.resolve(tag.nonce);
  deps.runner.outputs({ status: 'revoked', ...retirementOutputs() });
  return withContext(error, `The new token ${token.id} was revoked. What consumers hold was not touched.`);
}
