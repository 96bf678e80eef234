import type { Secret } from '../../base/secret.ts';
import { waitForActivation } from '../../data-plane/wait-for-activation.ts';
import { ACCEPTED, describeWait, NO_PROBE } from '../../report/activation.ts';
import type { ActivationResult } from '../../tokens/outcome.ts';
import { probeTarget } from '../../tokens/probe-target.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';

/** NewToken is a token that no consumer has yet. */
export interface NewToken {
  readonly token: Pick<Token, 'permissions' | 'expiresAt'>;
  readonly secret: Secret;
}

/** ActivationOptions are the databases of the cluster and the longest wait, in milliseconds. 0: send no probe. */
export interface ActivationOptions {
  readonly databases: readonly string[];
  readonly timeoutMs: number;
}

/** waitUntilActive probes a token until the cluster accepts it or the time is over. Throws only defects. */
export async function waitUntilActive(
  { token: { permissions, expiresAt }, secret }: NewToken,
  { databases, timeoutMs }: ActivationOptions,
  { dataPlane, runner, clock }: Pick<Deps, 'dataPlane' | 'runner' | 'clock'>,
): Promise<ActivationResult> {
  if (timeoutMs === 0) return { kind: 'not-probed' };
  const target = probeTarget(permissions, databases);
  if (!target) {
    runner.info(NO_PROBE);
    return { kind: 'not-probed' };
  }
  runner.info(describeWait(target, timeoutMs));
  const verdict = await waitForActivation({
    probe: (probeTimeoutMs) => dataPlane.probe(target, secret, probeTimeoutMs),
    timeoutMs,
    clock,
    onProgress: (line) => runner.info(line),
  });
  if (verdict.kind === 'accepted') runner.info(ACCEPTED);
  return verdict.kind === 'refused' ? { ...verdict, timeoutMs, expiresAt, runnerTime: clock.now() } : verdict;
}
