import { asSentence, Failure } from '../failure.ts';
import { formatCount } from '../format-count.ts';
import type { Deps } from './deps.ts';
import { mayBeAlive, type Outcome } from './revoke-tokens.ts';

/** GitHub cuts a message after 4096 characters, in the log too. */
const MOST_NAMED = 80;

/** warnOfUnheardOf warns of ids that the cluster does not know: it may be the wrong cluster. */
export function warnOfUnheardOf(ids: readonly string[], { runner }: Pick<Deps, 'runner'>): void {
  if (ids.length === 0) return;
  runner.warning(
    'Token not known',
    `${nameSome(ids)}: not known to this cluster: check account-id and cluster-id.`,
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

/** reportOutcomes tells what became of many tokens, in the log and the outputs. Returns those that may be alive. */
export function reportOutcomes(outcomes: readonly Outcome[], deps: Pick<Deps, 'runner'>): Outcome[] {
  const failed = outcomes.filter(mayBeAlive);
  const revoked = outcomes.filter((outcome) => !mayBeAlive(outcome));
  deps.runner.info(`${formatCount(revoked.length)} of ${formatCount(outcomes.length)} tokens are revoked.`);
  warnOfUnheardOf(
    outcomes.filter(({ kind }) => kind === 'unheard-of').map(({ id }) => id),
    deps,
  );
  reportIds(
    revoked.map(({ id }) => id),
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
    case 'unheard-of':
      return 'not known to this cluster';
    case 'untried':
      return 'not tried';
    case 'failed':
      return `not revoked: ${asSentence(outcome.error)}`;
  }
}

/** failuresOf are what a step fails with. */
export function failuresOf(failed: readonly Outcome[]): Failure[] {
  const untried = failed.filter(({ kind }) => kind === 'untried').map(({ id }) => id);
  return [
    ...failed.flatMap((outcome) =>
      outcome.kind === 'failed'
        ? [
            new Failure(
              'Token not revoked',
              `Token ${outcome.id} may be alive: ${asSentence(outcome.error)} To revoke it again does no harm.`,
            ),
          ]
        : [],
    ),
    ...(untried.length > 0
      ? [
          new Failure(
            'Tokens not tried',
            `These were not tried any more and may be alive: ${nameSome(untried)}. Mend the cause and run the step again. ` +
              'The output `failed-token-ids` holds all.',
          ),
        ]
      : []),
  ];
}

/** nameSome names as many ids as a message holds. */
export function nameSome(ids: readonly string[]): string {
  const some = ids.slice(0, MOST_NAMED).join(', ');
  const rest = ids.length - MOST_NAMED;
  return rest > 0 ? `${some} and ${formatCount(rest)} more` : some;
}
