import { asSentence, Failure, Failures } from '../base/errors.ts';
import { countOf, formatCount } from '../base/text.ts';
import type { Line, Report } from '../runner/publish.ts';
import { mightBeAlive, type Outcome, wasRevoked } from '../tokens/outcome.ts';
import { endingOutputs } from './outputs.ts';
import type { TokenNoun } from './post-step.ts';
import { describeNotSuspended, KEPT, notSuspended, reportKept, suspendedOnes } from './suspension.ts';

/** GitHub cuts a message after 4096 characters, in the log too. */
const MAX_NAMED = 80;

/** reportOutcomes reports what happened to many tokens, without a section. The step fails if a token might be alive. */
export function reportOutcomes(outcomes: readonly Outcome[], noun: TokenNoun = 'token'): Report {
  const failed = outcomes.filter(mightBeAlive);
  const notFound = outcomes.filter(({ kind }) => kind === 'not-found');
  return {
    outputs: endingOutputs({
      revoked: idsOf(outcomes.filter(wasRevoked)),
      suspended: idsOf(suspendedOnes(outcomes)),
      failed: idsOf(failed),
    }),
    lines: [
      { kind: 'info', text: `${countOutcomes(outcomes, { noun })}.` },
      ...tokensNotFound(idsOf(notFound), noun),
      ...reportKept(outcomes),
    ],
    ...(failed.length > 0 ? { failure: new Failures(failuresOf(failed)) } : {}),
  };
}

/** tokensNotFound warns about IDs that the cluster does not know. The step might have asked the wrong cluster. */
export function tokensNotFound(ids: readonly string[], noun: TokenNoun = 'token'): Line[] {
  if (ids.length === 0) return [];
  const [subject, inputs] =
    noun === 'token' ? ['cluster', '`account-id` and `cluster-id`'] : ['account', '`account-id`'];
  return [
    {
      kind: 'warning',
      code: 'token-not-found',
      text:
        `The ${subject} does not know ${nameSome(ids)}. The step skipped ${ids.length === 1 ? 'this ID' : 'these IDs'}. ` +
        `Check ${inputs}.`,
    },
  ];
}

/** countOutcomes counts as in "2 of 6 tokens revoked, 4 kept". Nothing was to be done to `others` in scope. */
export function countOutcomes(
  outcomes: readonly Outcome[],
  { others = 0, noun = 'token' }: { readonly others?: number; readonly noun?: TokenNoun } = {},
): string {
  const kept = others + outcomes.filter(({ kind }) => kind === 'kept').length;
  const counts = [
    [suspendedOnes(outcomes).length, 'suspended'],
    [outcomes.filter(mightBeAlive).length, 'failed'],
    [outcomes.filter(({ kind }) => kind === 'not-found').length, 'not found'],
    [kept, 'kept'],
  ] as const;
  const counted = counts.flatMap(([count, what]) => (count === 0 ? [] : [`, ${formatCount(count)} ${what}`]));
  const revoked = outcomes.filter(wasRevoked).length;
  const total = outcomes.length + others;
  return `${formatCount(revoked)} of ${countOf(total, noun)} revoked${counted.join('')}`;
}

/** describeOutcome says what happened to a token. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'revoked':
      return 'revoked';
    case 'already-revoked':
      return 'already revoked';
    case 'not-found':
      return 'not found';
    case 'skipped':
      return 'skipped';
    case 'suspended':
      return 'suspended';
    case 'kept':
      return `kept, because ${KEPT[outcome.why]}`;
    case 'not-suspended':
    case 'not-undone':
      return `not suspended: ${describeNotSuspended(outcome)}`;
    case 'not-confirmed':
      return `suspension not confirmed: ${describeNotSuspended(outcome)}`;
    case 'not-completed':
      return `suspension not complete: ${describeNotSuspended(outcome)}`;
    case 'failed':
      return `not revoked: ${asSentence(outcome.error)}`;
  }
}

/** One failure for each token that was tried, and one for all that were not. */
function failuresOf(failed: readonly Outcome[]): Failure[] {
  const skipped = idsOf(failed.filter(({ kind }) => kind === 'skipped'));
  const failures = failed.flatMap((outcome) => {
    if (outcome.kind !== 'failed') return notSuspended(outcome);
    const text = `Token ${outcome.id} might still be valid. ${asSentence(outcome.error)} Revoking the token again is safe.`;
    return [new Failure('token-not-revoked', text)];
  });
  if (skipped.length === 0) return failures;
  const notTried = new Failure(
    'tokens-skipped',
    `The step stopped early and skipped ${countOf(skipped.length, 'token')}: ${nameSome(skipped)}. ${skipped.length === 1 ? 'This token' : 'These tokens'} might still be ` +
      'valid. Fix the error that stopped the step. Then run the job again. ' +
      'The output `failed-token-ids` contains the IDs of all tokens that might be valid.',
  );
  return [...failures, notTried];
}

/** nameSome names as many IDs as fit into a message. */
export function nameSome(ids: readonly string[]): string {
  const some = ids.slice(0, MAX_NAMED).join(', ');
  const rest = ids.length - MAX_NAMED;
  return rest > 0 ? `${some}, and ${formatCount(rest)} more` : some;
}

function idsOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ id }) => id);
}
