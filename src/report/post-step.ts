import type { ErrorCode } from '../base/error-codes.ts';
import { asSentence, Failure } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { type LeftoversResult, mightBeAlive, type Outcome } from '../tokens/outcome.ts';
import type { PromotionPlan } from '../tokens/rotation/promotion.ts';

/** Unverified is what a person can look for when the ledger cannot be verified. */
export interface Unverified {
  /** The run and attempt of this job, as in a tag: `8812345678.1`. */
  readonly run: string;
  /** The IDs that the ledger claims. Anybody can have written them. */
  readonly claimedIds: readonly string[];
}

/**
 * managementTokenMissing is the failure for an empty `management-token`. `profile` is a sentence about the influxctl profile that
 * should contain the token, if there is one.
 */
export function managementTokenMissing(profile: string | undefined, unverified: Unverified): Failure {
  const reason =
    profile === undefined
      ? 'This mostly means that the action is called by a composite action that is itself called by a composite action: ' +
        'GitHub loses the inputs there. Call the action from the workflow, or from one level of composite action. ' +
        'Otherwise, the secret or the variable that the input reads is no longer there.'
      : `${profile} Did a step in between change or remove the file?`;
  return new Failure(
    'management-token-missing-at-the-end',
    `\`management-token\` is empty in the post step, so the post step sent no request. ${reason} ${leftoverHint(unverified)}`,
  );
}

/** ledgerNotValid is the failure for a ledger whose seal is wrong. */
export function ledgerNotValid(unverified: Unverified): Failure {
  return new Failure(
    'ledger-not-valid',
    'The ledger in the state of this step was not sealed by main with this management token, so the post step sent no ' +
      'request. Usually, the management token differs from the one that main used. Use the same `management-token` until the ' +
      'end of the job. In a composite action that is itself called by a composite action, GitHub gives the post step the ' +
      'inputs of the outermost one. Otherwise, a step of this job has set the state: check the steps before this one. ' +
      leftoverHint(unverified),
  );
}

/** Nothing here is verified, so a person must check a token before revoking it. */
function leftoverHint({ run, claimedIds }: Unverified): string {
  const left =
    claimedIds.length === 0
      ? 'Tokens of this step can be left.'
      : `These tokens can be left: ${claimedIds.join(', ')}.`;
  const revoke =
    claimedIds.length === 0
      ? 'revoke them'
      : `revoke them: \`influxctl token revoke ${claimedIds.join(' ')}\``;
  return (
    `${left} If their description contains "${run} job", ${revoke}. A rotated token can be in use and stays valid: ` +
    'the next run rotates again.'
  );
}

/** inputNotReadable is the failure for an input that main could read. `consequence` says what is true now. */
export function inputNotReadable(code: ErrorCode, problems: string, consequence: string): Failure {
  return new Failure(
    code,
    `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${consequence}`,
  );
}

/** UnpromotedToken is a token that the post step does not promote, or not yet. */
export interface UnpromotedToken {
  readonly tokenId: string;
  readonly series: { readonly plainDescription: string };
}

/** describeUnpromoted says what is true of a token that is not promoted, and why it is not. */
export function describeUnpromoted(
  { tokenId, series }: UnpromotedToken,
  plan: Exclude<PromotionPlan, 'done'>,
  jobStatus: string,
): string {
  const why = {
    'not-delivered': ' The ledger is not marked as delivered: the step ended while it delivered the token.',
    'job-not-successful': ` \`job-status\` is "${jobStatus}" and not "success".`,
    // The text before this one gives the reason.
    promote: '',
  }[plan];
  return (
    `Token ${tokenId} of "${series.plainDescription}" is not committed.${why} Somebody may hold it, so it stays valid, and so ` +
    'does what it replaces. The next run rotates again and puts this right.'
  );
}

/** summarizeFailure shows what the post step could not do. */
export function summarizeFailure({ title, message }: Pick<Failure, 'title' | 'message'>): SummarySection {
  return { title: 'InfluxDB token: not finished at the end of the job', items: [`${title}: ${message}`] };
}

/** Leftovers name the tokens that the post step must revoke: by ID, or by a nonce in the description. */
export interface Leftovers {
  readonly ids: readonly string[];
  readonly nonces: readonly string[];
}

/** reportLeftovers reports which leftover tokens were revoked. It fails with the ones that might be alive, and what to do. */
export function reportLeftovers({ outcomes, searchError }: LeftoversResult, { nonces }: Leftovers): Report {
  const alive = outcomes.filter(mightBeAlive);
  const failures = [
    ...(searchError
      ? [`Whether a token of a lost answer is alive is not known: ${asSentence(searchError)}`]
      : []),
    ...alive.map(describeFailure),
  ];
  const revoked = outcomes.flatMap(describeRevoked);
  const hint = revokeHint({
    ids: alive.map(({ id }) => id),
    nonces: searchError ? nonces : [],
  });
  return {
    lines: revoked.map((text) => ({ kind: 'info', text })),
    sections: revoked.length > 0 ? [{ title: 'InfluxDB token at the end of the job', items: revoked }] : [],
    ...(failures.length > 0
      ? { failure: new Failure('token-not-revoked', `${failures.join(' ')} ${hint}`) }
      : {}),
  };
}

/** revokeHint says how a person can revoke leftover tokens. */
export function revokeHint({ ids, nonces }: Leftovers): string {
  const byId =
    ids.length > 0
      ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(' ')}\`.`]
      : [];
  const byNonce =
    nonces.length > 0
      ? [`If there is a token whose description contains ${nonces.join(' or ')}, revoke it: nobody holds it.`]
      : [];
  return [...byId, ...byNonce].join(' ');
}

function describeRevoked({ id, kind }: Outcome): string[] {
  if (kind === 'revoked') return [`Revoked token ${id}.`];
  return kind === 'already-revoked' ? [`Token ${id} was already revoked.`] : [];
}

function describeFailure(outcome: Outcome): string {
  return outcome.kind === 'failed'
    ? `Token ${outcome.id} could not be revoked: ${asSentence(outcome.error)}`
    : `Token ${outcome.id} was not tried.`;
}
