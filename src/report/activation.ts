import { asSentence } from '../base/errors.ts';
import { formatSecond } from '../tokens/dates.ts';
import { formatDuration } from '../tokens/duration.ts';
import type { ActivationRefusal, ActivationStatus } from '../tokens/outcome.ts';

/** ACTIVE_OUTPUT is the value of the output `active`. */
export const ACTIVE_OUTPUT = { accepted: 'true', unreachable: 'false', 'not-probed': '' } as const;

/** ACTIVATION_FACT is what a summary says. */
export const ACTIVATION_FACT = {
  accepted: 'yes',
  unreachable: 'not known',
  'not-probed': 'not probed',
} as const;

/** REFUSAL_HINT says what to do about a token that the cluster did not accept. */
export const REFUSAL_HINT =
  'Check that `cluster-url` is the data plane of this cluster. Allow more time with `activation-timeout`, or skip the ' +
  'probe with `activation-timeout: 0`.';

const UNREACHABLE_HINT =
  'Check that `cluster-url` is the data plane of this cluster. If this runner cannot reach the data plane, skip the ' +
  'probe with `activation-timeout: 0`.';

/** describeUnreachable says that nobody knows whether the cluster accepts a token, and what to do. */
export function describeUnreachable({ why }: Extract<ActivationStatus, { kind: 'unreachable' }>): string {
  return `Whether the cluster accepts the token is not known: ${asSentence(why)} ${UNREACHABLE_HINT}`;
}

/** describeRefusal says that the cluster did not accept a token. If the token expired meanwhile, it says why. */
export function describeRefusal({ why, timeoutMs, ...times }: ActivationRefusal): string {
  const { expiresAt, serverTime, runnerTime } = times;
  const limit = formatDuration(timeoutMs / 1000);
  const refused = `The cluster has not accepted the token (${why}; waited at most ${limit}).`;
  if (serverTime === undefined || typeof expiresAt !== 'number' || serverTime < expiresAt) return refused;
  const expired = `The token expired at ${formatSecond(expiresAt)} by the clock of the server, which shows ${formatSecond(serverTime)}.`;
  const clocks =
    runnerTime < expiresAt
      ? `The clocks differ: this runner shows ${formatSecond(runnerTime)}. Set the clock of the runner, or use a later \`expires-at\`.`
      : 'Use a later `expires-at`.';
  return `${refused} ${expired} ${clocks}`;
}
