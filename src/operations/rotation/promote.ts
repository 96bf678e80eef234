import { Failure } from '../../failure.ts';
import type { Deps } from '../deps.ts';
import type { HandOver } from '../ledger.ts';
import { retag } from '../retag.ts';
import { type Retired, retire } from './retire.ts';

type ConcludeDeps = Pick<Deps, 'api' | 'pacing' | 'runner' | 'clock'>;

/** Conclusion is how a rotation ended after its token was handed over. */
export interface Conclusion {
  readonly committed: boolean;
  /** Undefined where it is for the next run, and a warning has said why. */
  readonly retired: Retired | undefined;
}

/**
 * conclude commits the token that consumers hold now, and then retires what it and its predecessors have replaced. Throws a
 * Failure when somebody has revoked the token.
 */
export async function conclude(handOver: Omit<HandOver, 'phase'>, deps: ConcludeDeps): Promise<Conclusion> {
  const { line, graceMs, tokenId, proven } = handOver;
  const committed = await commit(handOver, deps);
  const order = { line, graceMs, own: tokenId, revokes: proven };
  return { committed, retired: committed ? await retire(order, deps) : undefined };
}

/**
 * Gives the token that consumers hold now the tag of a current one. False, with a warning: it is not sure, so nothing
 * may be retired, and the next run rotates again. Throws a Failure when somebody has revoked the token.
 */
async function commit(
  { tokenId, committed }: Pick<HandOver, 'tokenId' | 'committed'>,
  { api, runner }: ConcludeDeps,
): Promise<boolean> {
  const retagging = await retag(tokenId, committed, api);
  switch (retagging.kind) {
    case 'done':
      runner.info(`Committed token ${tokenId}.`);
      return true;
    case 'unclear':
      runner.warning(
        'Rotation not committed',
        `Token ${tokenId} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run ` +
          'rotates again and puts this right.',
      );
      return false;
    case 'revoked':
      runner.outputs({ status: 'revoked' });
      throw new Failure(
        'New token revoked',
        `Token ${tokenId} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
          'still valid and was not touched. Run again at once.',
      );
  }
}
