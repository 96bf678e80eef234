import { formatDuration } from '../duration.ts';
import type { Tag } from '../tag.ts';
import type { Token } from '../token.ts';
import type { SeriesToken } from './series.ts';

/** RefusalCode says which rule refuses a rotation. Each is also the code of an error. */
export type RefusalCode =
  | 'a-rotation-is-in-progress'
  | 'a-series-with-this-name-exists'
  | 'concurrent-rotation'
  | 'always-due'
  | 'token-cannot-be-rotated'
  | 'not-the-newest-token'
  | 'already-rotated-in-this-run'
  | 'several-tokens-to-choose-from'
  | 'nothing-to-inherit'
  | 'token-not-found'
  | 'token-not-listed'
  | 'too-many-pending-tokens'
  | 'lifetime-too-short'
  | 'two-names-for-one-series';

/** Refusal is the reason why a rotation changes nothing, for people. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly why: string;
}

/** refused creates a refusal. */
export function refused(code: RefusalCode, why: string): Refusal {
  return { kind: 'refused', code, why };
}

/** Under act, every run has the same ID, so an earlier run looks like this one. */
const ACT_HINT =
  'If you use act, set `GITHUB_RUN_ID` to a new number for each run, because act gives all runs the same ID.';

/**
 * rotationUnderWay refuses a second rotation, because each could treat the other's new token as the one that consumers use. `state` says
 * what the other rotation has not done yet.
 */
export function rotationUnderWay(
  { id, tag }: { readonly id: string; readonly tag: Tag },
  state: 'still pending' | 'not in every secret yet',
): Refusal {
  return refused(
    'a-rotation-is-in-progress',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series. The token is ${state}, and the run ` +
      'might not have ended. Wait until that run has ended, then run the job again. Set a `concurrency:` group in the workflow, ' +
      'so that one run waits for the other. If the run has ended and no consumer uses the token, revoke the token (`operation: revoke`, ' +
      `\`token-id: ${id}\`), then run the job again.`,
  );
}

/** begunByThisRun refuses a second step in a run, because the first one has created a token that is promoted at the end of the job. */
export function begunByThisRun({ id }: SeriesToken): Refusal {
  return refused(
    'a-rotation-is-in-progress',
    `Another step of this run created token ${id} of this series. The token is still pending. In each run, use only one \`rotate\` step for ` +
      'each series. List all targets in that step, or use a separate series (`description`) for each consumer. Also ' +
      `set a \`concurrency:\` group in the workflow. If no other step of this run uses the token, ` +
      `revoke it (\`operation: revoke\`, \`token-id: ${id}\`), then run the job again. ${ACT_HINT}`,
  );
}

/** rotatedByThisRun refuses a second step in a run, because it does not know which consumers the first has served. */
export function rotatedByThisRun({ id }: SeriesToken): Refusal {
  return refused(
    'already-rotated-in-this-run',
    `Another step of this run created and promoted token ${id} of this series. In each run, use only one \`rotate\` step for each series. List ` +
      `all targets in that step, or use a separate series (\`description\`) for each consumer. ${ACT_HINT}`,
  );
}

/** tooManyPending refuses a rotation, because consumers might use each of the pending tokens. `missing`: what never happened to them. */
export function tooManyPending(
  pending: readonly { readonly id: string }[],
  missing: 'promoted' | 'stored in every secret',
): Refusal {
  return refused(
    'too-many-pending-tokens',
    `${pending.length} rotations of this series created tokens that were never ${missing}: ` +
      `${pending.map(({ id }) => id).join(', ')}. Find out which step fails after the rotation. Revoke the tokens that no ` +
      'consumer uses (`operation: revoke`), then run the job again.',
  );
}

/** nothingToInherit refuses a rotation, because an input is empty and there is no old token to inherit the value from. */
export function nothingToInherit(
  input: 'permissions' | 'expires-at',
  predecessor: Pick<Token, 'id'> | undefined,
): Refusal {
  const what = input === 'permissions' ? 'permissions' : 'a lifetime';
  const why =
    predecessor === undefined
      ? 'the series has no valid token to inherit from'
      : `the new token cannot inherit ${what} from token ${predecessor.id}`;
  return refused('nothing-to-inherit', `Set \`${input}\`, because ${why}.`);
}

/** livesTooShort refuses a rotation, because the new token would expire before the next run. */
export function livesTooShort(lifetimeMs: number): Refusal {
  return refused(
    'lifetime-too-short',
    `The new token would inherit a lifetime of ${formatDuration(lifetimeMs / 1000)}, which is less than 1h. Set \`expires-at\`.`,
  );
}

/** alwaysDue refuses a rotation, because every run would rotate. */
export function alwaysDue(renewBeforeMs: number, lifetimeMs: number): Refusal {
  return refused(
    'always-due',
    `\`renew-before\` (${formatDuration(renewBeforeMs / 1000)}) is not shorter than the lifetime of the new token ` +
      `(${formatDuration(lifetimeMs / 1000)}), so every run would rotate. Set a shorter \`renew-before\` or a later \`expires-at\`.`,
  );
}
