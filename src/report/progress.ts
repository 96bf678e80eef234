import { asSentence } from '../base/errors.ts';
import { countOf, formatCount, markServerText } from '../base/text.ts';
import type { Line } from '../runner/publish.ts';
import type { CleanupPlan } from '../tokens/cleanup-plan.ts';
import { describeDifference, type TwoClocks } from '../tokens/clocks.ts';
import { formatDuration } from '../tokens/duration.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { LongWork, Progress } from '../tokens/progress.ts';
import type { UnresolvedRuns } from '../tokens/run-end.ts';
import { ACCEPTED, describeWait, NO_PROBE } from './issuing.ts';

/** DRY_RUN is the last line of a dry run. */
export const DRY_RUN: Line = { kind: 'info', text: 'This was a dry run: nothing was changed.' };

const LONG_WORK: Readonly<Record<LongWork, string>> = {
  revoking: 'Revoking',
  'suspending-and-revoking': 'Suspending and revoking',
  restoring: 'Restoring',
  'asking-about-runs': 'Asking GitHub about runs',
};

/** describeProgress writes the lines of the log about one step forward. */
export function describeProgress(progress: Progress): readonly Line[] {
  switch (progress.kind) {
    case 'response-lost': {
      const text = `It is not known whether a token was created. ${asSentence(progress.error)}`;
      return [{ kind: 'warning', code: 'response-lost', text }];
    }
    case 'lost-token-revoked':
      return [info(`Revoked token ${progress.id}, because its value was lost.`)];
    case 'no-lost-token':
      return [
        info('The list of tokens does not contain a token from the request whose outcome was not known.'),
      ];
    case 'created': {
      const { id, permissions } = progress.token;
      return [info(`Created token ${id} (${markServerText(describePermissions(permissions))}).`)];
    }
    case 'nothing-to-probe':
      return [info(NO_PROBE)];
    case 'probing':
      return [info(describeWait(progress.target, progress.timeoutMs))];
    case 'not-accepted-yet': {
      const { waitedMs, why } = progress;
      const reason = why === undefined ? '' : `: ${why}`;
      return [
        info(`The cluster has not accepted the token after ${formatDuration(waitedMs / 1000)}${reason}.`),
      ];
    }
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
        info(
          'The output `tokens` is not set, because GitHub limits outputs to 1 MB. The file in `tokens-file` contains all tokens.',
        ),
      ];
  }
}

/** describeClocks warns about clocks that differ by more than five minutes. */
export function describeClocks(clocks: TwoClocks): readonly Line[] {
  const difference = describeDifference(clocks);
  if (difference === undefined) return [];
  const text = `${difference}. The action revokes or suspends a token only if both clocks show that it is due. Correct the wrong clock.`;
  return [{ kind: 'warning', code: 'clocks-differ', text }];
}

function cleanupPlanned(
  { decided, toEnd }: CleanupPlan,
  unresolved: UnresolvedRuns | undefined,
): readonly Line[] {
  const suspended = toEnd.filter(({ decision }) => decision === 'suspend').length;
  const planned = info(
    `${formatCount(toEnd.length - suspended)} of ${countOf(decided.length, 'token')} in scope will be revoked` +
      `${suspended > 0 ? `, and ${formatCount(suspended)} will be suspended` : ''}.`,
  );
  if (!unresolved) return [planned];
  const { count, asked, why } = unresolved;
  const text = `The status of ${formatCount(count)} of ${countOf(asked, 'run')} is not known, so the step keeps the tokens of ${count === 1 ? 'this run' : 'these runs'}. ${why}`;
  return [{ kind: 'warning', code: 'run-status-unknown', text }, planned];
}

function info(text: string): Line {
  return { kind: 'info', text };
}
