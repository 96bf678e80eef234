import { Failure } from '../../base/errors.ts';
import type { Deps } from '../deps.ts';
import { retag } from '../issuing/retag.ts';
import type { Delivery } from '../ledger.ts';
import { type Retired, retire } from './retire.ts';

type PromoteDeps = Pick<Deps, 'api' | 'retryControl' | 'runner' | 'progress' | 'clock'>;

/** Promotion is how a rotation ended after its token was delivered. */
export interface Promotion {
  readonly promoted: boolean;
  /** Undefined where it is for the next run, and a warning has said why. */
  readonly retired: Retired | undefined;
}

/**
 * promoteAndRetire promotes the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
 * Failure when somebody has revoked the token.
 */
export async function promoteAndRetire(
  delivery: Omit<Delivery, 'phase'>,
  deps: PromoteDeps,
): Promise<Promotion> {
  const { series, graceMs, tokenId, accepted } = delivery;
  const promoted = await promote(delivery, deps);
  const order = { series, graceMs, own: tokenId, revokes: accepted };
  return { promoted, retired: promoted ? await retire(order, deps) : undefined };
}

/**
 * Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
 * may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
 */
async function promote(
  { tokenId, promotedDescription }: Pick<Delivery, 'tokenId' | 'promotedDescription'>,
  { api, runner }: PromoteDeps,
): Promise<boolean> {
  const retagging = await retag(tokenId, promotedDescription, api);
  switch (retagging.kind) {
    case 'done':
      runner.info(`Committed token ${tokenId}.`);
      return true;
    case 'unclear':
      runner.warning(
        'rotation-not-committed',
        `Token ${tokenId} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run ` +
          'rotates again and puts this right.',
      );
      return false;
    case 'revoked':
      runner.outputs({ status: 'revoked' });
      throw new Failure(
        'new-token-revoked',
        `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
          'still valid and was not touched. Run again at once.',
      );
  }
}
