import { asSentence, Failure } from '../base/errors.ts';
import { formatCount } from '../base/text.ts';
import { mightBeAlive, type Outcome, wasRevoked } from '../tokens/outcome.ts';
import type { Deps } from './deps.ts';

/** GitHub cuts a message after 4096 characters, in the log too. */
const MAX_NAMED = 80;

/** warnOfNotFound warns of IDs that the cluster does not know: the step might ask the wrong cluster. */
export function warnOfNotFound(ids: readonly string[], { runner }: Pick<Deps, 'runner'>): void {
  if (ids.length === 0) return;
  runner.warning(
    'token-not-found',
    `This cluster does not know ${nameSome(ids)}: check account-id and cluster-id. Nothing was revoked for these IDs.`,
  );
}

/** reportIds sets the outputs with ids. */
export function reportIds(
  revoked: readonly string[],
  failed: readonly string[],
  { runner }: Pick<Deps, 'runner'>,
): void {
  runner.outputs({
    'revoked-token-ids': JSON.stringify(revoked),
    'failed-token-ids': JSON.stringify(failed),
  });
}

/** countOutcomes is a headline such as "2 of 3 revoked, 1 not found". */
export function countOutcomes(outcomes: readonly Outcome[]): string {
  const revoked = outcomes.filter(wasRevoked).length;
  const notFound = outcomes.filter(({ kind }) => kind === 'not-found').length;
  const missing = notFound > 0 ? `, ${formatCount(notFound)} not found` : '';
  return `${formatCount(revoked)} of ${formatCount(outcomes.length)} revoked${missing}`;
}

/** reportOutcomes writes the results for many tokens to the log and the outputs. Returns those that might be alive. */
export function reportOutcomes(outcomes: readonly Outcome[], deps: Pick<Deps, 'runner'>): Outcome[] {
  const failed = outcomes.filter(mightBeAlive);
  deps.runner.info(`Tokens: ${countOutcomes(outcomes)}.`);
  warnOfNotFound(
    outcomes.filter(({ kind }) => kind === 'not-found').map(({ id }) => id),
    deps,
  );
  reportIds(
    outcomes.filter(wasRevoked).map(({ id }) => id),
    failed.map(({ id }) => id),
    deps,
  );
  return failed;
}

/** describeOutcome says what became of a token. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'revoked':
      return 'revoked';
    case 'already-revoked':
      return 'was revoked already';
    case 'not-found':
      return 'not found: check account-id and cluster-id';
    case 'skipped':
      return 'not tried';
    case 'failed':
      return `not revoked: ${asSentence(outcome.error)}`;
  }
}

/** failuresOf are what a step fails with. */
export function failuresOf(failed: readonly Outcome[]): Failure[] {
  const skipped = failed.filter(({ kind }) => kind === 'skipped').map(({ id }) => id);
  return [
    ...failed.flatMap((outcome) =>
      outcome.kind === 'failed'
        ? [
            new Failure(
              'token-not-revoked',
              `Token ${outcome.id} may be alive: ${asSentence(outcome.error)} To revoke it again does no harm.`,
            ),
          ]
        : [],
    ),
    ...(skipped.length > 0
      ? [
          new Failure(
            'tokens-not-tried',
            `These were not tried any more and may be alive: ${nameSome(skipped)}. Fix the cause and run the step again. ` +
              'The output `failed-token-ids` holds all.',
          ),
        ]
      : []),
  ];
}

/** nameSome names as many ids as a message holds. */
export function nameSome(ids: readonly string[]): string {
  const some = ids.slice(0, MAX_NAMED).join(', ');
  const rest = ids.length - MAX_NAMED;
  return rest > 0 ? `${some} and ${formatCount(rest)} more` : some;
}
