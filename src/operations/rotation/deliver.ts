import type { SecretMetadata, SecretStore } from '../../github/secret-store.ts';
import type { Runner } from '../../runner/runner.ts';
import type { DeliveryResult } from '../../tokens/rotation/outcome.ts';
import type { IssuedToken } from '../issuing/issue-token.ts';
import type { Delivery, Ledger } from '../ledger.ts';
import type { RotateDeps } from './read-state.ts';

/** DeliverOptions are the new token and its consumers. */
export interface DeliverOptions {
  readonly issued: IssuedToken;
  readonly secrets: readonly SecretMetadata[];
  readonly laterSteps: boolean;
  readonly delivery: Omit<Delivery, 'phase'>;
}

/** DeliverDeps are the dependencies of a delivery. */
export interface DeliverDeps extends Pick<RotateDeps, 'rotationProgress'> {
  readonly github: Pick<SecretStore, 'store'>;
  readonly runner: Pick<Runner, 'outputs' | 'token'>;
}

/**
 * deliver stores the new token in all secrets, one after the other, and sets it as an output for the later steps. After the mark in
 * the ledger, this run never revokes the token, with one exception: if the first write was definitely refused, deliver removes the
 * mark. Throws only defects.
 */
export async function deliver(
  { issued: { secret, tag }, secrets, laterSteps, delivery }: DeliverOptions,
  ledger: Ledger,
  { github, runner, rotationProgress }: DeliverDeps,
): Promise<DeliveryResult> {
  ledger.beginDelivery(tag.nonce, delivery);
  for (const [index, metadata] of secrets.entries()) {
    const result = await github.store(metadata, secret);
    if (result.kind === 'stored') {
      rotationProgress({ kind: 'stored', target: metadata.target.label });
    } else if (result.kind === 'refused' && index === 0) {
      ledger.cancelDelivery(tag.nonce);
      return { kind: 'refused', error: result.error };
    } else {
      const mightBeStored = result.kind === 'unclear';
      return { kind: 'incomplete', secrets, failedAt: index, mightBeStored, error: result.error };
    }
  }
  if (laterSteps) {
    runner.token(secret);
    runner.outputs({ rotated: 'true' });
    ledger.setPhase('delivered');
  }
  return { kind: 'delivered' };
}
