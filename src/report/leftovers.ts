import { asSentence, Failure } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import { type LeftoversResult, mightBeAlive, type Outcome } from '../tokens/outcome.ts';

/** Leftovers name the tokens that the post step must revoke: by ID, or by a nonce in the description. */
export interface Leftovers {
  readonly ids: readonly string[];
  readonly nonces: readonly string[];
}

/** NO_LOST_TOKEN is the line in the log when the list contains none of the tokens whose responses were lost. */
export const NO_LOST_TOKEN = 'The answer to creating a token was lost; there is no such token.';

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
