import { asSentence, Failure, failureOnly, withConsequence } from '../../failure.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import type { Outputs } from '../../runner/runner.ts';
import { markServerText } from '../../server-text.ts';
import { lookAgain } from '../../tokens/concurrent.ts';
import { describePermissions } from '../../tokens/permissions.ts';
import { type Rotation, replacedBy } from '../../tokens/rotation-plan.ts';
import { formatTagged } from '../../tokens/tag.ts';
import { tokenStatus } from '../../tokens/token.ts';
import {
  ACTIVATION_HINTS,
  ACTIVE_OUTPUT,
  type ActivationStatus,
  checkActivation,
} from '../activation-check.ts';
import { type Minted, mint } from '../issue-token.ts';
import type { HandOver, Ledger } from '../ledger.ts';
import { revokeToken } from '../revoke-token.ts';
import { tokenOutputs } from '../token-outputs.ts';
import { handOver } from './deliver.ts';
import { type Conclusion, conclude } from './promote.ts';
import type { Looked, RotateDeps } from './read-state.ts';
import { retirementOutputs } from './retire.ts';
import { summarizeRotation } from './summary.ts';

/**
 * replace carries a planned rotation out. Until the new token is handed over every failure revokes it; from then on both
 * stay alive until the new one is committed.
 */
export async function replace(
  plan: Rotation,
  request: RotateRequest,
  { facts, databases, secrets }: Looked,
  deps: RotateDeps,
): Promise<void> {
  const { runner } = deps;
  const ledger = deps.newLedger(false);
  const minted = await mint(
    {
      plainDescription: plan.line.plainDescription,
      permissions: plan.permissions,
      expiresAt: plan.expiresAt,
      kind: 'pending',
    },
    request.run,
    ledger,
    deps,
  );
  const { token } = minted;
  try {
    runner.outputs(tokenOutputs(token, tokenStatus(token, facts.clocks.forRenewing)));
    runner.info(`Created token ${token.id} (${markServerText(describePermissions(token.permissions))}).`);
    await refuseToRace(plan, minted, deps);
    const activation = await waitUntilActive(request, minted, databases, deps);
    const mark = markOf(plan, request, minted, activation);
    const { laterSteps } = request.storeIn;
    runner.outputs(laterSteps ? outputsUnretired(plan) : retirementOutputs());
    await handOver({ minted, secrets, laterSteps, handOver: mark }, ledger, deps);
    const conclusion = laterSteps ? undefined : await concludeInStep(plan, mark, ledger, deps);
    const sections = summarizeRotation({ plan, request, token, activation }, conclusion);
    for (const section of sections) runner.summary(section);
  } catch (error) {
    throw ledger.isHandedOver ? error : await abandon(error, minted, ledger, deps);
  }
}

/** Two rotations at once must not both go on. */
async function refuseToRace(plan: Rotation, { token }: Minted, { api }: RotateDeps): Promise<void> {
  const refusal = lookAgain(plan, token.id, await api.tokens());
  if (refusal) throw new Failure(refusal.title, refusal.why);
}

async function waitUntilActive(
  { activationTimeoutMs }: RotateRequest,
  { token, secret }: Minted,
  databases: readonly string[],
  deps: RotateDeps,
): Promise<ActivationStatus> {
  const check = await checkActivation(
    { ...token, secret },
    { databases, timeoutMs: activationTimeoutMs },
    deps,
  );
  if (check.kind === 'refused') {
    throw new Failure('Token not accepted', `${check.why} ${ACTIVATION_HINTS.refused}`);
  }
  deps.runner.outputs({ active: ACTIVE_OUTPUT[check.kind] });
  if (check.kind === 'unreachable') {
    throw new Failure('Token not probed', `${check.why} ${ACTIVATION_HINTS.unreachable}`);
  }
  return check;
}

function markOf(
  { line }: Rotation,
  { graceMs }: RotateRequest,
  { token, tag }: Minted,
  { kind }: ActivationStatus,
): Omit<HandOver, 'phase'> {
  return {
    tokenId: token.id,
    committed: formatTagged(line.plainDescription, { ...tag, kind: 'current' }),
    line: { ...line },
    graceMs,
    proven: kind === 'accepted',
  };
}

/** Until then nobody knows whether all hold the new token, and the post step would say so. */
async function concludeInStep(
  plan: Rotation,
  mark: Omit<HandOver, 'phase'>,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<Conclusion> {
  deps.runner.outputs(outputsUnretired(plan));
  try {
    const conclusion = await conclude(mark, deps);
    if (conclusion.retired) deps.runner.outputs(retirementOutputs(conclusion.retired));
    return conclusion;
  } finally {
    ledger.handed('over');
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
  { token, tag }: Minted,
  ledger: Ledger,
  deps: RotateDeps,
): Promise<unknown> {
  try {
    await revokeToken(token.id, deps);
  } catch (cause) {
    return withConsequence(
      error,
      `The new token ${token.id}, which nobody holds, could not be revoked: ${asSentence(failureOnly(cause))} The post step tries again.`,
    );
  }
  ledger.settle(tag.nonce);
  deps.runner.outputs({ status: 'revoked', ...retirementOutputs() });
  return withConsequence(
    error,
    `The new token ${token.id} was revoked. What consumers hold was not touched.`,
  );
}
