import { Failure, resultOf } from '../base/errors.ts';
import type { LeftoversResult } from '../tokens/results.ts';
import { findByNonce } from '../tokens/tag.ts';
import { isConfirmedRevoked, sameId } from '../tokens/token.ts';
import type { Influxctl } from './influxctl.ts';
import type { Outcome } from './outcome.ts';
import type { ManagementToken } from './token.ts';

/**
 * revokeTokens revokes tokens that a list has shown. The exit code of influxctl shows nothing about a single token, so a list that is
 * read afterwards decides. Throws only defects.
 */
export async function revokeTokens(ids: readonly string[], influxctl: Influxctl): Promise<Outcome[]> {
  if (ids.length === 0) return [];
  const revocation = await resultOf(influxctl.revoke(ids));
  const error = revocation instanceof Failure ? revocation : undefined;
  const listed = await resultOf(influxctl.list());
  return ids.map((id): Outcome => {
    if (listed instanceof Failure) return { id, kind: 'failed', error: error ?? listed, isListed: false };
    const token = listed.find((one) => sameId(one.id, id));
    // Revoked tokens stay in the list, so a list without the token shows little.
    const isRevoked = token === undefined ? error === undefined : isConfirmedRevoked(token);
    return isRevoked
      ? { id, kind: 'revoked' }
      : { id, kind: 'failed', error: error ?? stillAlive(id), isListed: true };
  });
}

function stillAlive(id: string): Failure {
  return new Failure(
    'token-not-revoked',
    `\`influxctl management revoke\` reported success, but the list shows that management token ${id} is not revoked.`,
  );
}

/** revokeOne revokes one token. Returns why that failed. Throws only defects. */
export async function revokeOne(id: string, influxctl: Influxctl): Promise<Failure | undefined> {
  const [outcome] = await revokeTokens([id], influxctl);
  return outcome?.kind === 'failed' ? outcome.error : undefined;
}

/** unrevokedWith picks the tokens whose tags contain one of the nonces and that are not revoked. Pure. */
export function unrevokedWith(
  nonces: ReadonlySet<string>,
  tokens: readonly ManagementToken[],
): { readonly token: ManagementToken; readonly nonce: string }[] {
  return findByNonce(nonces, tokens).filter(({ token }) => !isConfirmedRevoked(token));
}

/** revokeLeftovers revokes the tokens whose tags contain one of the nonces: no consumer uses them. Throws only defects. */
export async function revokeLeftovers(
  nonces: ReadonlySet<string>,
  influxctl: Influxctl,
): Promise<LeftoversResult> {
  const listed = await resultOf(influxctl.list());
  if (listed instanceof Failure) return { outcomes: [], searchError: listed };
  const ids = unrevokedWith(nonces, listed).map(({ token }) => token.id);
  return { outcomes: await revokeTokens(ids, influxctl), searchError: undefined };
}
