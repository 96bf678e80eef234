import { waitForActivation } from '../data-plane/activation.ts';
import { probeTarget } from '../data-plane/probe.ts';
import { asSentence } from '../failure.ts';
import type { Secret } from '../secret.ts';
import { formatDuration } from '../tokens/duration.ts';
import type { Permission } from '../tokens/permissions.ts';
import type { Deps } from './deps.ts';

/** Proof is whether the cluster accepts a new token, as far as it can be told from here; `why` is a sentence. */
export type Proof = Hope | { readonly kind: 'refused'; readonly why: string };

/** Hope is that a token is of use, for all that is known. */
export type Hope =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not-probed' }
  | { readonly kind: 'unreachable'; readonly why: string };

/** ACTIVE is what the output `active` says. */
export const ACTIVE = { accepted: 'true', unreachable: 'false', 'not-probed': '' } as const;

/** ACCEPTED is what a summary says. */
export const ACCEPTED = { accepted: 'yes', unreachable: 'not known', 'not-probed': 'not probed' } as const;

/** Candidate is a token that nobody holds yet. */
export interface Candidate {
  readonly secret: Secret;
  readonly permissions: readonly Permission[];
}

/** isProvable tells whether there is anything to try a token with such grants out with. */
export function isProvable(permissions: readonly Permission[], databases: readonly string[]): boolean {
  return probeTarget(permissions, databases) !== undefined;
}

/** prove waits at most `timeoutMs` for the cluster to accept a token; 0 does not probe. */
export async function prove(
  { secret, permissions }: Candidate,
  databases: readonly string[],
  timeoutMs: number,
  { dataPlane, runner, clock }: Pick<Deps, 'dataPlane' | 'runner' | 'clock'>,
): Promise<Proof> {
  if (timeoutMs === 0) return { kind: 'not-probed' };
  const target = probeTarget(permissions, databases);
  if (!target) {
    runner.info('There is nothing to probe the token with, so it was not.');
    return { kind: 'not-probed' };
  }
  const limit = formatDuration(timeoutMs / 1000);
  runner.info(
    `Waiting for the cluster to accept the token (${target.action} on ${target.database}, at most ${limit}).`,
  );
  const activation = await waitForActivation(
    (tryMs) => dataPlane.probe(target, secret, tryMs),
    timeoutMs,
    clock,
    (line) => runner.info(line),
  );
  switch (activation.kind) {
    case 'accepted':
      runner.info('The cluster accepts the token.');
      return activation;
    case 'refused':
      return {
        kind: 'refused',
        why: `The cluster has not accepted the token (${activation.why}; waited for at most ${limit}).`,
      };
    case 'unreachable':
      return {
        kind: 'unreachable',
        why: `Whether the cluster accepts the token is not known: ${asSentence(activation.why)}`,
      };
  }
}

/** CURES is what a person can do about a token that was not proven. */
export const CURES = {
  refused:
    'Check that `cluster-url` is the data plane of this very cluster; give it more time with `activation-timeout`, or skip ' +
    'the probe with `activation-timeout: 0`.',
  unreachable:
    'If it cannot be reached from this runner, check `cluster-url`, or skip the probe with `activation-timeout: 0`.',
} as const;
