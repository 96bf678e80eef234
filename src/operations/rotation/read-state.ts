import type { Clock } from '../../base/clock.ts';
import type { SecretMetadata, SecretStore } from '../../github/secret-store.ts';
import type { WorkflowRuns } from '../../github/workflow-run.ts';
import type { TokenList } from '../../management-api/outcomes.ts';
import type { StoreIn } from '../../request/fields/store-in.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import { type ClockReading, clockDifference } from '../../tokens/clocks.ts';
import type { RotationProgress } from '../../tokens/rotation/outcome.ts';
import { runsToCheck } from '../../tokens/rotation/plan.ts';
import type { SeriesToken } from '../../tokens/rotation/series.ts';
import type { RotationFacts, RotationSpec, Target } from '../../tokens/rotation/spec.ts';
import type { EndedRuns } from '../../tokens/run-end.ts';
import type { Deps } from '../deps.ts';
import { askWhichEnded } from '../run-status.ts';

/** RotateDeps are the dependencies of a rotation. */
export interface RotateDeps extends Deps {
  readonly github: SecretStore & WorkflowRuns;
  /** Reports to people what a rotation is doing, in addition to `progress`. */
  readonly rotationProgress: (progress: RotationProgress) => void;
}

/** RotationContext is what was requested, and the world. */
export interface RotationContext {
  readonly request: Pick<RotateRequest, 'storeIn' | 'run'>;
  readonly deps: Pick<RotateDeps, 'api' | 'github' | 'progress' | 'clock'>;
}

/** RotationState is everything that is known before anything is changed. */
export interface RotationState {
  readonly facts: RotationFacts;
  readonly secrets: readonly SecretMetadata[];
  readonly unresolvedRuns: EndedRuns['unresolved'];
}

/**
 * readState reads what a rotation needs in addition to the list that was just read: the databases, the metadata of the secrets, and
 * whether the runs with a pending token have ended. Throws what the reads throw.
 */
export async function readState(
  spec: RotationSpec,
  { tokens, clocks }: TokenList,
  { request, deps }: RotationContext,
): Promise<RotationState> {
  const { storeIn, run } = request;
  const { api, github, clock } = deps;
  const cluster: ClockReading = { date: clocks.server, elapsed: clock.elapsed() };
  const databases = await api.databases();
  const { secrets, targets } = await readTargets(storeIn.targets, cluster, { github, clock });
  const pending = runsToCheck(spec, { tokens, run, clocks }).map((token) => ({ token, tag: token.tag }));
  const { hasEnded, unresolved } = await askWhichEnded(pending, { own: run, clocks }, deps);
  return {
    facts: {
      tokens,
      databases,
      targets,
      run,
      hasEnded: (token: SeriesToken) => hasEnded(token, token.tag),
      clocks,
    },
    secrets,
    unresolvedRuns: unresolved,
  };
}

/** TargetsState is the metadata of the secrets, as it is needed to decide and to write. */
interface TargetsState {
  readonly secrets: readonly SecretMetadata[];
  readonly targets: readonly Target[];
}

/** readTargets reads the metadata of each secret and compares GitHub's clock with the cluster's. Throws what the reads throw. */
export async function readTargets(
  consumers: StoreIn['targets'],
  cluster: ClockReading,
  { github, clock }: { readonly github: Pick<SecretStore, 'readMetadata'>; readonly clock: Clock },
): Promise<TargetsState> {
  const secrets: SecretMetadata[] = [];
  const targets: Target[] = [];
  for (const target of consumers) {
    const secret = await github.readMetadata(target);
    const clusterAheadMs = clockDifference(cluster, { date: secret.date, elapsed: clock.elapsed() });
    secrets.push(secret);
    targets.push({ name: `\`${target.label}\``, storedAt: secret.storedAt, clusterAheadMs });
  }
  return { secrets, targets };
}
