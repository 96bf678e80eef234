import { formatDuration } from './duration.ts';
import type { LineToken } from './line.ts';
import type { Token } from './token.ts';

/** Refusal is why nothing is done, for a person. */
export interface Refusal {
  readonly kind: 'refused';
  readonly title: string;
  readonly why: string;
}

/** refused gives a refusal its texts. */
export function refused(title: string, why: string): Refusal {
  return { kind: 'refused', title, why };
}

/** rotationUnderWay: two at once could each take the other's token for the one that consumers hold. */
export function rotationUnderWay({ id, tag }: LineToken): Refusal {
  return refused(
    'A rotation is under way',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) has made token ${id} of this line and is not known to have ended. Let it ` +
      'end, and give the workflow a `concurrency:` group, so that one run waits for the other. If the run was deleted, ' +
      'revoke the token once nobody holds it.',
  );
}

/** begunByThisRun: the other step has handed its token over, and only the end of the job commits it. */
export function begunByThisRun({ id }: LineToken): Refusal {
  return refused(
    'A rotation is under way',
    `Token ${id} was made by this very run and is not committed yet: one line has one rotate step in a run. List all targets ` +
      'in that step, or give each consumer a line (`description`) of its own. Runs that follow each other wait for one ' +
      'another in a `concurrency:` group.',
  );
}

/** rotatedByThisRun: a second step could not tell what the first has handed over. */
export function rotatedByThisRun({ id }: LineToken): Refusal {
  return refused(
    'Rotated already in this run',
    `Token ${id} was made and committed by this very run: one line has one rotate step in a run. List all targets in that ` +
      'step, or give each consumer a line (`description`) of its own.',
  );
}

/** tooManyHanded: each of them may be in somebody's hands. */
export function tooManyHanded(handed: readonly LineToken[]): Refusal {
  return refused(
    'Too many tokens handed over',
    `${handed.length} rotations of this line have handed a token over and never committed it: ` +
      `${handed.map(({ id }) => id).join(', ')}. Find out what fails after the step, revoke those that nobody holds ` +
      '(`operation: revoke`), and run again.',
  );
}

/** nothingToTakeOver: an input is missing, and there is no token that could stand in for it. */
export function nothingToTakeOver(
  input: 'permissions' | 'expires-at',
  predecessor: Token | undefined,
): Refusal {
  const why =
    predecessor === undefined
      ? 'the line has no token yet that it could be taken over from'
      : `token ${predecessor.id} has nothing that could be taken over`;
  return refused('Something is missing', `Give \`${input}\`, since ${why}.`);
}

/** livesTooShort: the consumers would lose it before the next run. */
export function livesTooShort(lifetimeMs: number): Refusal {
  return refused(
    'Too short a life',
    `The new token would live for ${formatDuration(lifetimeMs / 1000)}, and at least 1h is needed to hand it over: give \`expires-at\`.`,
  );
}

/** alwaysDue: every run would rotate. */
export function alwaysDue(renewBeforeMs: number, lifetimeMs: number): Refusal {
  return refused(
    'Due from its first second',
    `\`renew-before\` (${formatDuration(renewBeforeMs / 1000)}) must be shorter than the token's life ` +
      `(${formatDuration(lifetimeMs / 1000)}), or every run would rotate.`,
  );
}
