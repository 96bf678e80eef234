import { asSentence, Failure } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import { mightBeAlive, wasRevoked } from '../tokens/outcome.ts';
import type { Influxctl } from './influxctl.ts';
import type { Attempt } from './ledger.ts';
import type { Outcome } from './outcome.ts';
import { revokeTokens, unrevokedWith } from './revoke-tokens.ts';

/**
 * revokeOpen revokes the tokens of attempts whose tokens nobody has, and reports it. Throws a Failure when the list cannot be read.
 */
export async function revokeOpen(open: readonly Attempt[], influxctl: Influxctl): Promise<Report> {
  const nonces = new Set(open.map(({ nonce }) => nonce));
  try {
    const found = unrevokedWith(nonces, await influxctl.list()).map(({ token }) => token.id);
    return reportOutcomes(await revokeTokens(found, influxctl), open);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(
      'token-not-revoked',
      `Whether a management token of this step is left is not known: ${asSentence(error)} ${hintFor(open)}`,
      { cause: error },
    );
  }
}

function reportOutcomes(outcomes: readonly Outcome[], open: readonly Attempt[]): Report {
  const alive = outcomes.filter(mightBeAlive);
  const revoked = outcomes.filter(wasRevoked).map(({ id }) => `Revoked management token ${id}.`);
  const failures = alive.map((outcome) =>
    outcome.kind === 'failed'
      ? `Management token ${outcome.id} could not be revoked: ${asSentence(outcome.error)}`
      : '',
  );
  return {
    lines: revoked.map((text) => ({ kind: 'info', text })),
    sections:
      revoked.length > 0
        ? [{ title: 'InfluxDB management token at the end of the job', items: revoked }]
        : [],
    ...(failures.length > 0
      ? { failure: new Failure('token-not-revoked', `${failures.join(' ')} ${hintFor(open)}`) }
      : {}),
  };
}

/** hintFor says how a person can find and revoke leftover tokens. */
export function hintFor(open: readonly Attempt[]): string {
  const nonces = open.map(({ nonce }) => nonce).join(' or ');
  return (
    `If \`influxctl management list\` shows a management token whose description contains ${nonces}, revoke it with ` +
    '`influxctl management revoke ID`: nobody has it.'
  );
}
