import { Failure, resultOf } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import type { SecretMetadata, SecretStore } from '../github/secret-store.ts';
import type { WorkflowRuns } from '../github/workflow-run.ts';
import { readTargets } from '../operations/rotation/read-state.ts';
import { askWhichEnded } from '../operations/run-status.ts';
import { recordOutputs } from '../report/outputs.ts';
import { previousOutputs } from '../report/rotation-outputs.ts';
import type { Progress } from '../tokens/progress.ts';
import { detectConcurrentRotation } from '../tokens/rotation/concurrent.ts';
import { isDelivered } from '../tokens/rotation/due.ts';
import type { IncompleteDelivery } from '../tokens/rotation/outcome.ts';
import { membersOf } from '../tokens/rotation/series.ts';
import { isConfirmedRevoked } from '../tokens/token.ts';
import { withdraw } from './create.ts';
import type { ManagementDeps } from './deps.ts';
import { issueToken } from './issue.ts';
import type { RetirementResult, RotateResult, Withdrawn } from './outcome.ts';
import {
  findSeries,
  type ManagementRotation,
  type ManagementRotationFacts,
  type ManagementSeries,
  planRotation,
  waitBeforeCreating,
} from './plan.ts';
import type { RotateRequest } from './request.ts';
import { planRetirement, previewRetirement, replaceable } from './retirement.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { type ManagementToken, mightBe } from './token.ts';
import { waitUntilAccepted } from './wait-until-accepted.ts';

/** RotateDeps are the parts of the world that a rotation speaks to. */
export interface RotateDeps extends ManagementDeps {
  readonly github: SecretStore & WorkflowRuns;
  readonly longWork: (progress: Progress) => void;
}

/**
 * rotate replaces the management token in all secrets of a series. Which token was delivered is derived from the dates of the secrets
 * and never remembered. At every instant, what a secret contains is accepted, and the next run finishes what this one left. Throws only
 * defects.
 */
export async function rotate(request: RotateRequest, deps: RotateDeps): Promise<RotateResult> {
  const state = await resultOf(readState(request, deps));
  if (state instanceof Failure) return { kind: 'not-begun', error: state };
  const { facts, secrets, inUse } = state;
  // As long as there is no new token, the outputs are about the token that consumers use, and the ones that it replaced.
  deps.runner.outputs({
    ...(inUse ? recordOutputs(inUse) : {}),
    ...previousOutputs(replacedBefore(state, { request, deps })),
  });
  const plan = planRotation(specOf(request), facts);
  if (plan.kind === 'refused') return plan;
  deps.progress({ kind: 'planned', plan });
  if (request.dryRun) {
    const { gracePeriodMs } = request;
    const isUsedByStep = inUseBy(deps);
    return {
      kind: 'dry-run',
      plan,
      inUse,
      preview: previewRetirement(plan, { ...facts, own: undefined, gracePeriodMs, inUse: isUsedByStep }),
      now: facts.clocks.forRenewing,
    };
  }
  if (plan.kind === 'not-due') {
    deps.runner.outputs({ rotated: 'false', ...recordOutputs(plan.newest) });
    const retirement = await retire(plan.series, state, { request, deps });
    return { kind: 'not-due', plan, retirement, now: facts.clocks.forRenewing };
  }
  await deps.clock.sleep(waitBeforeCreating(facts.targets, state.clusterNow()));
  return await replace(plan, secrets, { state, request, deps });
}

/** RotationState is everything that is known before anything is changed. */
interface RotationState {
  readonly facts: ManagementRotationFacts;
  readonly secrets: readonly SecretMetadata[];
  /** The newest delivered token of the series. */
  readonly inUse: ManagementToken | undefined;
  /** The date by the cluster's clock, in milliseconds since 1970. */
  readonly clusterNow: () => number;
}

interface RotationContext {
  readonly request: RotateRequest;
  readonly deps: RotateDeps;
}

/** Reads the clocks, the tokens, the metadata of the secrets, and whether the runs of undelivered tokens have ended. */
async function readState(request: RotateRequest, deps: RotateDeps): Promise<RotationState> {
  const { clock, github, influxctl, longWork, progress } = deps;
  const { run } = request;
  const clocks = await deps.clocks();
  const readAt = clock.elapsed();
  const tokens = await influxctl.list();
  const cluster = { date: clocks.server, elapsed: readAt };
  const { secrets, targets } = await readTargets(request.storeIn.targets, cluster, { github, clock });
  const series = findSeries(specOf(request), tokens, run);
  const members = 'kind' in series ? [] : membersOf(tokens, series, clocks);
  const undelivered = members.filter((one) => !isDelivered(one, targets));
  const toAsk = undelivered.map((token) => ({ token, tag: token.tag }));
  const asked = await askWhichEnded(toAsk, { own: run, clocks }, { github, clock, progress: longWork });
  if (asked.unresolved) progress({ kind: 'runs-unresolved', unresolved: asked.unresolved });
  return {
    facts: { tokens, targets, run, hasEnded: (member) => asked.hasEnded(member, member.tag), clocks },
    secrets,
    inUse: members.find((one) => isDelivered(one, targets)),
    clusterNow: () => clocks.forRenewing + (clock.elapsed() - readAt),
  };
}

/** The tokens that earlier rotations replaced and that are still valid. */
function replacedBefore(
  { facts: { tokens, targets, clocks, run }, inUse }: RotationState,
  { request, deps }: RotationContext,
): readonly ManagementToken[] {
  const series = findSeries(specOf(request), tokens, run);
  if ('kind' in series || !inUse) return [];
  const { gracePeriodMs } = request;
  const retirement = { tokens, targets, own: undefined, gracePeriodMs, clocks, inUse: inUseBy(deps) };
  const { due, left } = planRetirement(series, retirement);
  return [...due, ...left.map(({ token }) => token)];
}

function specOf({ description, tokenId, expiresAt, renewBeforeMs }: RotateRequest) {
  return {
    ...(description === undefined ? {} : { plainDescription: description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
  };
}

/** Creates a token, checks that it is accepted, and delivers it. Until the delivery begins, every failure revokes the new token. */
async function replace(
  plan: ManagementRotation,
  secrets: readonly SecretMetadata[],
  { state, request, deps }: RotationContext & { readonly state: RotationState },
): Promise<RotateResult> {
  const { runner, progress } = deps;
  const { facts } = state;
  const { series, expiresAt } = plan;
  const spec = { plainDescription: series.plainDescription, expiresAt, run: request.run };
  const issued = await issueToken(spec, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, secret, nonce, listed } = issued;
  runner.outputs(recordOutputs(token));
  progress({ kind: 'created', id: token.id });
  const refusal = detectConcurrentRotation(plan, token.id, { tokens: listed, clocks: facts.clocks });
  // Without the new token, the outputs are about the one in use again.
  const giveUp = async (why: Withdrawn['why']): Promise<Withdrawn> => {
    if (state.inUse) runner.outputs(recordOutputs(state.inUse));
    return await withdraw(issued, why, deps);
  };
  if (refusal) return await giveUp(refusal);
  const error = await waitUntilAccepted(secret, deps);
  if (error) return await giveUp({ kind: 'not-accepted', error });
  progress({ kind: 'accepted', id: token.id });

  // From here on neither this step nor its post step revokes the token: a secret might contain it.
  deps.ledger.keep(nonce);
  const failed = await deliver(secrets, secret, deps);
  if (failed) return { kind: 'not-delivered', token, delivery: failed };
  const retirement = await retire(series, state, { request, deps, own: token.id });
  // A step that fails does not set `rotated`.
  if (retirement.kind !== 'own-revoked') runner.outputs({ rotated: 'true' });
  return { kind: 'rotated', plan, token, retirement, now: facts.clocks.forRenewing };
}

/** Stores the token in all secrets, one after the other. Returns where that failed. */
async function deliver(
  secrets: readonly SecretMetadata[],
  secret: Secret,
  { github, progress }: RotateDeps,
): Promise<IncompleteDelivery | undefined> {
  for (const [failedAt, metadata] of secrets.entries()) {
    const result = await github.store(metadata, secret);
    if (result.kind !== 'stored') {
      const mightBeStored = result.kind === 'unclear';
      return { kind: 'incomplete', secrets, failedAt, mightBeStored, error: result.error };
    }
    progress({ kind: 'stored', target: metadata.target.label });
  }
  return undefined;
}

/** Ends the tokens that are no longer needed. `own` is the token that this run has delivered. */
async function retire(
  series: ManagementSeries,
  { facts: { targets, tokens, clocks } }: RotationState,
  { request, deps, own }: RotationContext & { readonly own?: string },
): Promise<RetirementResult> {
  const { influxctl } = deps;
  // A token of this run is in no list that was read before.
  const listed = own === undefined ? tokens : await resultOf(influxctl.list());
  if (listed instanceof Failure) return { kind: 'not-listed', error: listed };
  if (own !== undefined) {
    const token = listed.find(({ id }) => id === own);
    if (!token) return { kind: 'not-listed', error: ownMissing(own) };
    if (isConfirmedRevoked(token)) {
      const stillValid = replaceable(series, { tokens: listed, clocks }).filter(({ id }) => id !== own);
      return { kind: 'own-revoked', id: own, stillValid: stillValid.map(({ id }) => id) };
    }
  }
  const { due, left } = planRetirement(series, {
    tokens: listed,
    targets,
    own,
    gracePeriodMs: request.gracePeriodMs,
    clocks,
    inUse: inUseBy(deps),
  });
  const outcomes = await revokeTokens(
    due.map(({ id }) => id),
    influxctl,
  );
  return { kind: 'retired', outcomes, left };
}

/** Whether the step itself uses a token, or might use it. */
function inUseBy({ credential }: Pick<ManagementDeps, 'credential'>): (token: ManagementToken) => boolean {
  return (token) => mightBe(credential, token);
}

function ownMissing(id: string): Failure {
  return new Failure(
    'token-not-listed',
    `The list of management tokens does not contain the new token ${id}.`,
  );
}
