import { asSentence, Failure } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import { formatSecond } from '../tokens/dates.ts';
import { formatDuration } from '../tokens/duration.ts';
import type { ActivationStatus, RefusedActivation } from '../tokens/outcome.ts';
import type { ProbeTarget } from '../tokens/probe-target.ts';

type UnreachableActivation = Extract<ActivationStatus, { kind: 'unreachable' }>;

/** NO_PROBE is the line in the log for a token that cannot be probed. */
export const NO_PROBE =
  'The token was not probed: no database is available for a probe with its permissions.';

/** ACCEPTED is the line in the log for an accepted token. */
export const ACCEPTED = 'The cluster accepts the token.';

/** ACTIVE_OUTPUT is the value of the output `active` for a token that was not refused. */
export const ACTIVE_OUTPUT = { accepted: 'true', unreachable: 'false', 'not-probed': '' } as const;

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
