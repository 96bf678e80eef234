import type { SummarySection } from '../../runner/summary.ts';
import { formatSecond } from '../../tokens/instant.ts';
import type { Deps } from '../deps.ts';
import type { HandOver } from '../ledger.ts';
import { conclude } from './promote.ts';
import type { Retired } from './retire.ts';

/** isToBeCommitted tells whether the later steps of a job had their token, and have come to a good end with it. */
export function isToBeCommitted({ phase }: Pick<HandOver, 'phase'>, jobStatus: string): boolean {
  return phase === 'handed-over' && jobStatus === 'success';
}

/**
 * openHandOver says of a hand-over that will not be committed what that means; undefined when nothing is open. Nobody knows
 * how far it got, so nothing is revoked either.
 */
export function openHandOver({ phase, tokenId, line }: HandOver, jobStatus: string): string | undefined {
  if (phase === 'over') return undefined;
  const missing =
    phase === 'handing'
      ? 'The ledger is not marked as delivered: the step ended while it delivered the token.'
      : `\`job-status\` is "${jobStatus}" and not "success".`;
  // With both there is another reason, which precedes this text.
  const what = isToBeCommitted({ phase }, jobStatus) ? '' : ` ${missing}`;
  return (
    `Token ${tokenId} of "${line.plainDescription}" is not committed.${what} Somebody may hold it, so it stays valid, and so ` +
    'does what it replaces. The next run rotates again and puts this right.'
  );
}

/** endRotation commits at the end of the job what its later steps were given, and retires what it replaces. */
export async function endRotation(
  handOver: HandOver,
  deps: Pick<Deps, 'api' | 'pacing' | 'runner' | 'clock'>,
): Promise<void> {
  const { retired } = await conclude(handOver, deps);
  if (retired) deps.runner.summary(summary(handOver, retired));
}

function summary({ tokenId, line }: HandOver, { revoked, left }: Retired): SummarySection {
  return {
    title: 'InfluxDB token: rotation committed at the end of the job',
    facts: [
      ['Token', tokenId],
      ['Line', line.plainDescription],
      ...(revoked.length > 0 ? [['Revoked', revoked.join(', ')] as const] : []),
      ...left.map(
        ({ token, until }) => [`Valid until the first run after ${formatSecond(until)}`, token.id] as const,
      ),
    ],
  };
}
