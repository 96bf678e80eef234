import { withContext } from '../../base/errors.ts';
import { formatCount } from '../../base/text.ts';
import type { Github, SecretMetadata } from '../../github/ports.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import { type ClockReading, clockDifference } from '../../tokens/clocks.ts';
import { runsToCheck } from '../../tokens/rotation/plan.ts';
import type { SeriesToken } from '../../tokens/rotation/series.ts';
import type { RotationFacts, RotationOrder, Target } from '../../tokens/rotation/spec.ts';
import type { Deps } from '../deps.ts';
import { askWhichEnded } from '../run-status.ts';

/** RotateDeps are the parts of the world that a rotation speaks to. */
export interface RotateDeps extends Deps {
  readonly github: Github;
}

/** RotationState is all that is known before anything is changed. */
export interface RotationState {
  readonly facts: RotationFacts;
  /** What the cluster has. */
  readonly databases: readonly string[];
  readonly secrets: readonly SecretMetadata[];
}

/** readState reads the tokens, the databases, the secrets that shall be written, and whether runs in question have ended. */
export async function readState(
  order: RotationOrder,
  { storeIn, run }: Pick<RotateRequest, 'storeIn' | 'run'>,
  deps: Pick<RotateDeps, 'api' | 'github' | 'runner' | 'progress' | 'clock'>,
): Promise<RotationState> {
  const { api, github, clock } = deps;
  try {
    const { tokens, clocks } = await api.tokens();
    const cluster: ClockReading = { date: clocks.server, elapsed: clock.elapsed() };
    const databases = await api.databases();
    const secrets: SecretMetadata[] = [];
    const targets: Target[] = [];
    for (const target of storeIn.targets) {
      const secret = await github.look(target);
      const clusterAheadMs = clockDifference(cluster, { date: secret.date, elapsed: clock.elapsed() });
      secrets.push(secret);
      targets.push({ name: `\`${target.label}\``, storedAt: secret.storedAt, clusterAheadMs });
    }
    const pending = runsToCheck(order, { tokens, run, clocks }).map((token) => ({ token, tag: token.tag }));
    const { hasEnded, unresolved } = await askWhichEnded(pending, { own: run, clocks }, deps);
    if (unresolved) {
      deps.runner.warning(
        'github-did-not-tell',
        `Whether ${formatCount(unresolved.count)} of ${formatCount(unresolved.asked)} runs with a pending token have ended is not known: ${unresolved.why}`,
      );
    }
    const facts = {
      tokens,
      targets,
      run,
      hasEnded: (token: SeriesToken) => hasEnded(token, token.tag),
      clocks,
    };
    return { facts, databases, secrets };
  } catch (error) {
    throw withContext(error, 'Nothing was changed.');
  }
}
