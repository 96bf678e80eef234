import type { SummarySection } from '../../runner/summary.ts';
import { formatSecond } from '../../tokens/dates.ts';
import type { Deps } from '../deps.ts';
import type { Delivery } from '../ledger.ts';
import { promoteAndRetire } from './promote.ts';
import type { Retired } from './retire.ts';

/** isToBePromoted tells whether the later steps of a job had their token, and have come to a good end with it. */
export function isToBePromoted({ phase }: Pick<Delivery, 'phase'>, jobStatus: string): boolean {
  return phase === 'delivered' && jobStatus === 'success';
}

/**
 * describeUnpromoted says of a delivery that will not be promoted what that means; undefined when nothing is open. Nobody knows
 * how far it got, so nothing is revoked either.
 */
export function describeUnpromoted(
  { phase, tokenId, series }: Delivery,
  jobStatus: string,
): string | undefined {
  if (phase === 'done') return undefined;
  const missing =
    phase === 'delivering'
      ? 'The ledger is not marked as delivered: the step ended while it delivered the token.'
      : `\`job-status\` is "${jobStatus}" and not "success".`;
  // With both there is another reason, which precedes this text.
  const what = isToBePromoted({ phase }, jobStatus) ? '' : ` ${missing}`;
  return (
    `Token ${tokenId} of "${series.plainDescription}" is not committed.${what} Somebody may hold it, so it stays valid, and so ` +
    'does what it replaces. The next run rotates again and puts this right.'
  );
}

/** endRotation promotes at the end of the job what its later steps were given, and retires what it replaces. */
export async function endRotation(
  delivery: Delivery,
  deps: Pick<Deps, 'api' | 'retryControl' | 'runner' | 'progress' | 'clock'>,
): Promise<void> {
  const { retired } = await promoteAndRetire(delivery, deps);
  if (retired) deps.runner.summary(summary(delivery, retired));
}

function summary({ tokenId, series }: Delivery, { revoked, left }: Retired): SummarySection {
  return {
    title: 'InfluxDB token: rotation committed at the end of the job',
    facts: [
      ['Token', tokenId],
      ['Line', series.plainDescription],
      ...(revoked.length > 0 ? [['Revoked', revoked.join(', ')] as const] : []),
      ...left.map(
        ({ token, until }) => [`Valid until the first run after ${formatSecond(until)}`, token.id] as const,
      ),
    ],
  };
}
