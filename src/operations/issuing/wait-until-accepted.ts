import type { Secret } from '../../base/secret.ts';
import { waitForActivation } from '../../data-plane/wait-for-activation.ts';
import { probeTarget } from '../../tokens/permissions.ts';
import type { ActivationResult } from '../../tokens/results.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';

/** NewToken is a token that no consumer has yet. */
export interface NewToken {
  readonly token: Pick<Token, 'permissions' | 'expiresAt'>;
  readonly secret: Secret;
}

/** ActivationOptions are the databases of the cluster and the longest wait, in milliseconds. With 0, no probe is sent. */
export interface ActivationOptions {
  readonly databases: readonly string[];
  readonly timeoutMs: number;
}

/** waitUntilAccepted probes a token until the cluster accepts it or the time is over. Throws only defects. */
export async function waitUntilAccepted(
  { token: { permissions, expiresAt }, secret }: NewToken,
  { databases, timeoutMs }: ActivationOptions,
  { dataPlane, progress, clock }: Pick<Deps, 'dataPlane' | 'progress' | 'clock'>,
): Promise<ActivationResult> {
  if (timeoutMs === 0) return { kind: 'not-probed' };
  const target = probeTarget(permissions, databases);
  if (!target) {
    progress({ kind: 'nothing-to-probe' });
    return { kind: 'not-probed' };
  }
  progress({ kind: 'probing', target, timeoutMs });
  const verdict = await waitForActivation({
    probe: (probeTimeoutMs) => dataPlane.probe(target, secret, probeTimeoutMs),
    timeoutMs,
    clock,
    onProgress: (waitedMs, why) => progress({ kind: 'not-accepted-yet', waitedMs, why }),
  });
  if (verdict.kind === 'accepted') progress({ kind: 'accepted' });
  return verdict.kind === 'refused' ? { ...verdict, timeoutMs, expiresAt, runnerTime: clock.now() } : verdict;
}
