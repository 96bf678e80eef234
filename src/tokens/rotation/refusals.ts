import { formatDuration } from '../duration.ts';
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

/** Refusal is why nothing is done, for a person. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly why: string;
}

/** refused gives a refusal its texts. */
export function refused(code: RefusalCode, why: string): Refusal {
  return { kind: 'refused', code, why };
}

/** act gives every run the same ID, so an earlier run of it looks like this one. */
const ACT_HINT = 'Under act, where all runs have the same ID, set `GITHUB_RUN_ID` to another number.';

/** rotationUnderWay: two rotations at once could each take the other's token for the one that consumers use. */
export function rotationUnderWay({ id, tag }: SeriesToken): Refusal {
  return refused(
    'a-rotation-is-in-progress',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series, the token is pending, and the run is ` +
      'not known to have ended. Let that run end, then run again. Give the workflow a `concurrency:` group, so that one run ' +
      `waits for the other. If you are sure that the run is over, revoke the token (\`operation: revoke\`, \`token-id: ${id}\`) ` +
      'and run again.',
  );
}

/** begunByThisRun: another step of this run created the token, and only the end of the job promotes it. */
export function begunByThisRun({ id }: SeriesToken): Refusal {
  return refused(
    'a-rotation-is-in-progress',
    `This run created token ${id}, which is still pending: one series has one rotate step per run. List all targets in that ` +
      'step, or give each consumer a series (`description`) of its own. Give the workflow a `concurrency:` group, so that ' +
      `one run waits for the other. ${ACT_HINT}`,
  );
}

/** rotatedByThisRun: a second step does not know what the first has delivered. */
export function rotatedByThisRun({ id }: SeriesToken): Refusal {
  return refused(
    'already-rotated-in-this-run',
    `This run created and promoted token ${id}: one series has one rotate step per run. List all targets in that step, or ` +
      `give each consumer a series (\`description\`) of its own. ${ACT_HINT}`,
  );
}

/** tooManyPending: consumers might use each of them. */
export function tooManyPending(pending: readonly SeriesToken[]): Refusal {
  return refused(
    'too-many-pending-tokens',
    `${pending.length} rotations of this series created a token and never promoted it: ` +
      `${pending.map(({ id }) => id).join(', ')}. Find out what fails after the step, revoke the tokens that no consumer ` +
      'uses (`operation: revoke`), and run again.',
  );
}

/** nothingToTakeOver: an input is missing, and there is no token that could stand in for it. */
export function nothingToTakeOver(
  input: 'permissions' | 'expires-at',
  predecessor: Token | undefined,
): Refusal {
  const why =
    predecessor === undefined
      ? 'the series has no token yet to inherit from'
      : `token ${predecessor.id} has nothing to inherit`;
  return refused('nothing-to-inherit', `Set \`${input}\`, because ${why}.`);
}

/** livesTooShort: the consumers would lose it before the next run. */
export function livesTooShort(lifetimeMs: number): Refusal {
  return refused(
    'lifetime-too-short',
    `The new token would live for ${formatDuration(lifetimeMs / 1000)}, and at least 1h is needed to hand it over: give \`expires-at\`.`,
  );
}

/** alwaysDue: every run would rotate. */
export function alwaysDue(renewBeforeMs: number, lifetimeMs: number): Refusal {
  return refused(
    'always-due',
    `\`renew-before\` (${formatDuration(renewBeforeMs / 1000)}) must be shorter than the token's life ` +
      `(${formatDuration(lifetimeMs / 1000)}), or every run would rotate.`,
  );
}
