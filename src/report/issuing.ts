import { asSentence, Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { Report } from '../runner/publish.ts';
import { formatSecond } from '../tokens/dates.ts';
import { formatDuration } from '../tokens/duration.ts';
import type {
  ActivationStatus,
  FailedRetagging,
  IssueFailure,
  RefusedActivation,
  UnreachableActivation,
} from '../tokens/outcome.ts';
import type { ProbeTarget } from '../tokens/permissions.ts';
import { tokenOutputs } from './outputs.ts';

/** reportIssueFailure reports why there is no new token to use, and what might be left. */
export function reportIssueFailure(failure: IssueFailure): Report {
  switch (failure.kind) {
    case 'not-created':
      return { failure: notCreated(failure) };
    case 'lost':
      return { failure: lost(failure) };
    case 'deviates':
      return { outputs: tokenOutputs(failure.token, failure.status), failure: deviates(failure) };
  }
}

type IssueFailureOf<Kind> = Extract<IssueFailure, { kind: Kind }>;

/** After lost responses, a token might appear late: the ledger keeps the nonces that no list has shown. */
function notCreated({ error, lostResponses, openNonces }: IssueFailureOf<'not-created'>): Error {
  if (lostResponses === 0) return withContext(error, 'No token was created.');
  const left =
    openNonces.length === 0
      ? 'What was created is revoked; no token is left.'
      : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
        `description: ${openNonces.join(' or ')}.`;
  return new Failure(
    'no-token-created',
    `${asSentence(error)} ${lostResponses === 1 ? 'One answer' : `${lostResponses} answers`} to creating a token had been lost. ${left}`,
    { cause: error },
  );
}

function lost({ error, openNonces }: IssueFailureOf<'lost'>): Failure {
  return new Failure(
    'a-token-may-be-left',
    `The answer to creating a token was lost, and what became of it is not known: ${asSentence(error)} The post step ` +
      'looks for it and revokes it. If that fails too, find the token whose description contains ' +
      `${openNonces.join(' or ')} and revoke it: nobody holds it.`,
    { cause: error },
  );
}

function deviates({ token: { id }, deviations, notRevoked }: IssueFailureOf<'deviates'>): Failure {
  const what = `The server created token ${id} otherwise than asked: it ${markServerText(deviations.join('; it '))}.`;
  if (!notRevoked) {
    return new Failure('not-the-token-asked-for', `${what} It was revoked; no token is left.`);
  }
  return new Failure(
    'not-the-token-asked-for',
    `${what} It could not be revoked: ${asSentence(notRevoked)} The post step tries again.`,
    { cause: notRevoked },
  );
}

/** NO_PROBE is the line in the log for a token that cannot be probed. */
export const NO_PROBE =
  'The token was not probed: no database is available for a probe with its permissions.';

/** ACCEPTED is the line in the log for an accepted token. */
export const ACCEPTED = 'The cluster accepts the token.';

/** ACTIVATION_FACT is what a summary says about a token that was not refused. */
export const ACTIVATION_FACT = {
  accepted: 'yes',
  unreachable: 'not known',
  'not-probed': 'not probed',
} as const;

/** describeWait says what the step waits for. */
export function describeWait({ action, database }: ProbeTarget, timeoutMs: number): string {
  const limit = formatDuration(timeoutMs / 1000);
  return `Waiting for the cluster to accept the token (${action} on ${database}, at most ${limit}).`;
}

/** notAccepted is the failure for a token that the cluster refused. `consequence` says what happens to the token. */
export function notAccepted(refused: RefusedActivation, consequence = ''): Failure {
  const sentences = [
    describeRefusal(refused),
    consequence,
    'Check that `cluster-url` is the data plane of this cluster. Allow more time with `activation-timeout`, or skip the ' +
      'probe with `activation-timeout: 0`.',
  ];
  return new Failure('token-not-accepted', sentences.filter((sentence) => sentence !== '').join(' '));
}

/** reportUnreachable warns about a token that stays valid although no response showed whether the cluster accepts it. */
export function reportUnreachable(status: ActivationStatus): Report {
  if (status.kind !== 'unreachable') return {};
  return { lines: [{ kind: 'warning', code: 'token-not-probed', text: describeUnreachable(status) }] };
}

/** describeUnreachable says that no response showed whether the cluster accepts the token. */
export function describeUnreachable({ why }: UnreachableActivation): string {
  return (
    `Whether the cluster accepts the token is not known: ${asSentence(why)} Check that \`cluster-url\` is the data plane of ` +
    'this cluster. If this runner cannot reach the data plane, skip the probe with `activation-timeout: 0`.'
  );
}

/** A token that has expired by the clock of the server is refused as well. */
function describeRefusal({ why, timeoutMs, expiresAt, serverTime, runnerTime }: RefusedActivation): string {
  const limit = formatDuration(timeoutMs / 1000);
  const refused = `The cluster has not accepted the token (${why}; waited at most ${limit}).`;
  if (serverTime === undefined || typeof expiresAt !== 'number' || serverTime < expiresAt) return refused;
  const expired = `The token expired at ${formatSecond(expiresAt)} by the clock of the server, which shows ${formatSecond(serverTime)}.`;
  const hint =
    runnerTime < expiresAt
      ? `The clocks differ: this runner shows ${formatSecond(runnerTime)}. Set the clock of the runner, or use a later \`expires-at\`.`
      : 'Use a later `expires-at`.';
  return `${refused} ${expired} ${hint}`;
}

/** describeUnclear says why it is not known whether a token has its new tag. */
export function describeUnclear({ error }: Extract<FailedRetagging, { kind: 'unclear' }>): string {
  return error ? asSentence(error) : 'The server shows it with another description.';
}
