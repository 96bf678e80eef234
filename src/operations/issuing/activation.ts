import { asSentence } from '../../base/errors.ts';
import type { Secret } from '../../base/secret.ts';
import type { ActivationVerdict } from '../../data-plane/activation.ts';
import { probeTarget } from '../../data-plane/probe.ts';
import { waitForActivation } from '../../data-plane/wait-for-activation.ts';
import { formatSecond } from '../../tokens/dates.ts';
import { formatDuration } from '../../tokens/duration.ts';
import type { Permission } from '../../tokens/permissions.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';

/** ActivationCheck is the result of a check: a status, or that the cluster refuses the token. `why` is a sentence. */
export type ActivationCheck = ActivationStatus | { readonly kind: 'refused'; readonly why: string };

/** ActivationStatus is what is known about the activation of a token that was not refused. */
export type ActivationStatus =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not-probed' }
  | { readonly kind: 'unreachable'; readonly why: string };

/** ACTIVE_OUTPUT is the value of the output `active`. */
export const ACTIVE_OUTPUT = { accepted: 'true', unreachable: 'false', 'not-probed': '' } as const;

/** ACTIVATION_FACT is what a summary says. */
export const ACTIVATION_FACT = {
  accepted: 'yes',
  unreachable: 'not known',
  'not-probed': 'not probed',
} as const;

/** ACTIVATION_HINTS say what to do about a token that was not accepted. */
export const ACTIVATION_HINTS = {
  refused:
    'Check that `cluster-url` is the data plane of this cluster. Allow more time with `activation-timeout`, or skip the ' +
    'probe with `activation-timeout: 0`.',
  unreachable:
    'Check that `cluster-url` is the data plane of this cluster. If this runner cannot reach the data plane, skip the ' +
    'probe with `activation-timeout: 0`.',
} as const;

/** NewToken is a token that no consumer has yet. */
export interface NewToken extends Pick<Token, 'permissions' | 'expiresAt'> {
  readonly secret: Secret;
}

/** canProbe tells whether a token with these permissions can be probed on a cluster with these databases. */
export function canProbe(permissions: readonly Permission[], databases: readonly string[]): boolean {
  return probeTarget(permissions, databases) !== undefined;
}

/** checkActivation waits at most `timeoutMs` until the cluster accepts a token. With 0 it sends no probe. */
export async function checkActivation(
  token: NewToken,
  { databases, timeoutMs }: { readonly databases: readonly string[]; readonly timeoutMs: number },
  { dataPlane, runner, clock }: Pick<Deps, 'dataPlane' | 'runner' | 'clock'>,
): Promise<ActivationCheck> {
  if (timeoutMs === 0) return { kind: 'not-probed' };
  const target = probeTarget(token.permissions, databases);
  if (!target) {
    runner.info('The token was not probed: no database is available for a probe with its permissions.');
    return { kind: 'not-probed' };
  }
  const limit = formatDuration(timeoutMs / 1000);
  runner.info(
    `Waiting for the cluster to accept the token (${target.action} on ${target.database}, at most ${limit}).`,
  );
  const verdict = await waitForActivation({
    probe: (probeTimeoutMs) => dataPlane.probe(target, token.secret, probeTimeoutMs),
    timeoutMs,
    clock,
    onProgress: (line) => runner.info(line),
  });
  if (verdict.kind === 'accepted') {
    runner.info('The cluster accepts the token.');
    return verdict;
  }
  if (verdict.kind === 'refused') {
    return { kind: 'refused', why: whyRefused(verdict, token, { limit, now: clock.now() }) };
  }
  return {
    kind: 'unreachable',
    why: `Whether the cluster accepts the token is not known: ${asSentence(verdict.why)}`,
  };
}

function whyRefused(
  { why, serverTime }: Extract<ActivationVerdict, { kind: 'refused' }>,
  { expiresAt }: NewToken,
  { limit, now }: { readonly limit: string; readonly now: number },
): string {
  const refused = `The cluster has not accepted the token (${why}; waited at most ${limit}).`;
  if (serverTime === undefined || typeof expiresAt !== 'number' || serverTime < expiresAt) return refused;
  const expired = `The token expired at ${formatSecond(expiresAt)} by the clock of the server, which shows ${formatSecond(serverTime)}.`;
  const clocks =
    now < expiresAt
      ? `The clocks differ: this runner shows ${formatSecond(now)}. Set the clock of the runner, or use a later \`expires-at\`.`
      : 'Use a later `expires-at`.';
  return `${refused} ${expired} ${clocks}`;
}
