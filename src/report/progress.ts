import { asSentence } from '../base/errors.ts';
import { formatCount, markServerText } from '../base/text.ts';
import type { Line } from '../runner/publish.ts';
import type { CleanupPlan } from '../tokens/cleanup-plan.ts';
import { describeDifference, type TwoClocks } from '../tokens/clocks.ts';
import { formatDuration } from '../tokens/duration.ts';
import type { LongWork, Progress } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { UnresolvedRuns } from '../tokens/run-end.ts';
import { ACCEPTED, describeWait, NO_PROBE } from './issuing.ts';

/** DRY_RUN is the last line of a dry run. */
export const DRY_RUN: Line = { kind: 'info', text: 'This was a dry run: nothing was changed.' };

const LONG_WORK: Readonly<Record<LongWork, string>> = {
  revoking: 'Revoking',
  'asking-about-runs': 'Asking GitHub about runs',
};

/** describeProgress writes the lines of the log about one step forward. */
export function describeProgress(progress: Progress): readonly Line[] {
  switch (progress.kind) {
    case 'response-lost': {
      const text = `Whether a token was created is not known: ${asSentence(progress.error)}`;
      return [{ kind: 'warning', code: 'answer-lost', text }];
    }
    case 'lost-token-revoked':
      return [info(`Revoked token ${progress.id}, whose answer was lost.`)];
    case 'no-lost-token':
      return [info('The answer to creating a token was lost; there is no such token.')];
    case 'created': {
      const { id, permissions } = progress.token;
      return [info(`Created token ${id} (${markServerText(describePermissions(permissions))}).`)];
    }
    case 'nothing-to-probe':
      return [info(NO_PROBE)];
    case 'probing':
      return [info(describeWait(progress.target, progress.timeoutMs))];
    case 'not-accepted-yet':
      return [info(`Not accepted yet after ${formatDuration(progress.waitedMs / 1000)}: ${progress.why}.`)];
    case 'accepted':
      return [info(ACCEPTED)];
    case 'cleanup-planned':
      return cleanupPlanned(progress.plan, progress.unresolved);
    case 'advanced': {
      const { work, done, total } = progress;
      return [info(`${LONG_WORK[work]}: ${formatCount(done)} of ${formatCount(total)}.`)];
    }
    case 'listing-only-in-file':
      return [
        info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.'),
      ];
  }
}

/** describeClocks warns about clocks that differ by more than five minutes. */
export function describeClocks(clocks: TwoClocks): readonly Line[] {
  const difference = describeDifference(clocks);
  if (difference === undefined) return [];
  const text = `${difference}. Tokens are ended only when both clocks say that it is time. Correct the clock that is wrong.`;
  return [{ kind: 'warning', code: 'clocks-differ', text }];
}

function cleanupPlanned(
  { decided, toRevoke }: CleanupPlan,
  unresolved: UnresolvedRuns | undefined,
): readonly Line[] {
  const planned = info(
    `${formatCount(toRevoke.length)} of ${formatCount(decided.length)} tokens in scope are to be revoked.`,
  );
  if (!unresolved) return [planned];
  const { count, asked, why } = unresolved;
  const text = `Whether ${formatCount(count)} of ${formatCount(asked)} runs have ended is not known, so the tokens that they created are kept: ${why}`;
  return [{ kind: 'warning', code: 'github-did-not-tell', text }, planned];
}

function info(text: string): Line {
  return { kind: 'info', text };
}
