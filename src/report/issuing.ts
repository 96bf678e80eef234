import { asSentence, Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { Report } from '../runner/publish.ts';
import { formatSecond } from '../tokens/dates.ts';
import { formatDuration } from '../tokens/duration.ts';
import type { ProbeTarget } from '../tokens/permissions.ts';
import type {
  ActivationStatus,
  Deviating,
  FailedRetagging,
  IssueFailure,
  RefusedActivation,
  UnreachableActivation,
} from '../tokens/results.ts';
import { tokenOutputs } from './outputs.ts';

/** reportIssueFailure reports why there is no new token to use, and what might be left. */
export function reportIssueFailure(failure: IssueFailure): Report {
  switch (failure.kind) {
    case 'not-created':
      return { failure: notCreated(failure) };
    case 'lost':
      return { failure: lost(failure) };
    case 'deviates':
      return reportDeviating(failure, `The server did not create token ${failure.token.id} as requested.`);
  }
}

/** reportDeviating reports a token that a response shows as different from its spec. `what` says in a sentence what happened. */
export function reportDeviating(deviating: Omit<Deviating, 'kind'>, what: string): Report {
  return {
    outputs: tokenOutputs(deviating.token, deviating.status),
    failure: deviates(deviating, what),
  };
}

type IssueFailureOf<Kind> = Extract<IssueFailure, { kind: Kind }>;

/** After lost responses, a token might appear late: the ledger keeps the nonces that no list has shown. */
function notCreated({ error, lostResponses, openNonces }: IssueFailureOf<'not-created'>): Error {
  if (lostResponses === 0) return withContext(error, 'No token was created.');
  const requests = lostResponses === 1 ? 'one request' : `${lostResponses} requests`;
  const lost = `It was not known whether ${requests} to create a token had succeeded.`;
  const left =
    openNonces.length === 0
      ? 'The step listed the tokens, and there is no leftover token.'
      : `The step listed the tokens and found no leftover token. If a token appears later, the post step finds it by its tag (${openNonces.join(' or ')}) and ` +
        'revokes it.';
  return new Failure('no-token-created', `${asSentence(error)} ${lost} ${left}`, {
    cause: error,
    remedy: error instanceof Failure ? error.remedy : '',
  });
}

function lost({ error, openNonces }: IssueFailureOf<'lost'>): Failure {
  return new Failure(
    'a-token-might-exist',
    `A new token might exist whose value is lost. ${asSentence(error)} ` +
      'The post step looks for the token and revokes it. If the post step also fails, revoke the token whose description ' +
      `contains ${openNonces.join(' or ')}. No consumer uses it.`,
    { cause: error },
  );
}

function deviates({ deviations, notRevoked }: Omit<Deviating, 'kind'>, happened: string): Failure {
  const what = `${happened} The token ${markServerText(deviations.join('. The token '))}.`;
  if (!notRevoked) {
    return new Failure('token-not-as-requested', `${what} The step revoked the token.`);
  }
  return new Failure(
    'token-not-as-requested',
    `${what} The step could not revoke the token. ${asSentence(notRevoked)} The post step tries again.`,
    { cause: notRevoked },
  );
}

/** NO_PROBE is the line in the log for a token that cannot be probed. */
export const NO_PROBE =
  'The step did not probe the token, because the token grants no access to an existing database.';

/** ACCEPTED is the line in the log for an accepted token. */
export const ACCEPTED = 'The cluster accepts the token.';

/** ACTIVATION_FACT is what a summary says about a token that was not refused. */
export const ACTIVATION_FACT = {
  accepted: 'accepted by the cluster',
  unreachable: 'not known, because the runner could not reach the cluster',
  'not-probed': 'not probed',
} as const;

/** describeWait says what the step waits for. */
export function describeWait({ action, database }: ProbeTarget, timeoutMs: number): string {
  const limit = formatDuration(timeoutMs / 1000);
  return `Waiting up to ${limit} for the cluster to accept the token (${action} on ${database}).`;
}

/** notAccepted is the failure for a token that the cluster refused. `consequence` says what happens to the token. */
export function notAccepted(refused: RefusedActivation, consequence = ''): Failure {
  const sentences = [
    describeRefusal(refused),
    consequence,
    'Check that `cluster-url` is the URL of the data plane of this cluster. To wait longer, set a longer `activation-timeout`. To skip the probe, ' +
      'set `activation-timeout: 0`.',
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
    `It is not known whether the cluster accepts the token: ${asSentence(why)} Check that \`cluster-url\` is the URL of the data plane of ` +
    'this cluster. If this runner cannot reach the data plane, set `activation-timeout: 0` to skip the probe.'
  );
}

/** A token that has expired by the clock of the server is refused as well. */
function describeRefusal({ why, timeoutMs, expiresAt, serverTime, runnerTime }: RefusedActivation): string {
  const limit = formatDuration(timeoutMs / 1000);
  const refused = `The cluster did not accept the token within ${limit} (${why}).`;
  if (serverTime === undefined || typeof expiresAt !== 'number' || serverTime < expiresAt) return refused;
  const expired = `The token expired at ${formatSecond(expiresAt)}. The server's clock shows ${formatSecond(serverTime)}.`;
  const hint =
    runnerTime < expiresAt
      ? `The clocks differ: this runner's clock shows ${formatSecond(runnerTime)}. Correct the runner's clock, or use a later \`expires-at\`.`
      : 'Use a later `expires-at`.';
  return `${refused} ${expired} ${hint}`;
}

/** describeUnclear says why it is not known whether a token has its new tag. */
export function describeUnclear({ error }: Extract<FailedRetagging, { kind: 'unclear' }>): string {
  return error ? asSentence(error) : 'The server shows a different description.';
}
