import type { Secret } from '../../base/secret.ts';
import { waitForActivation } from '../../data-plane/wait-for-activation.ts';
import type { ActivationCheck } from '../../tokens/outcome.ts';
import { probeTarget } from '../../tokens/probe-target.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';

/** NewToken is a token that no consumer has yet. */
export interface NewToken extends Pick<Token, 'permissions' | 'expiresAt'> {
  readonly secret: Secret;
}

/** checkActivation waits at most `timeoutMs` until the cluster accepts a token. With 0 it sends no probe. */
export async function checkActivation(
  { permissions, expiresAt, secret }: NewToken,
  { databases, timeoutMs }: { readonly databases: readonly string[]; readonly timeoutMs: number },
  { dataPlane, progress, clock }: Pick<Deps, 'dataPlane' | 'progress' | 'clock'>,
): Promise<ActivationCheck> {
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
