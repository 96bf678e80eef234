import { Failure, resultOf } from '../base/errors.ts';
import { dateStatus, isConfirmedRevoked, sameId } from '../tokens/token.ts';
import type { ManagementDeps } from './deps.ts';
import type { Outcome, RevocationPreview, RevokeResult } from './outcome.ts';
import type { RevokeRequest } from './request.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { beginsWith, type ManagementToken } from './token.ts';

/**
 * revoke revokes management tokens by ID. It refuses the token that the step uses, unless that is the only one and `dry-run` is not set: then
 * the step ends its own access. Throws only defects.
 */
export async function revoke(
  { tokenIds, dryRun }: RevokeRequest,
  deps: ManagementDeps,
): Promise<RevokeResult> {
  const { influxctl, credential, clock } = deps;
  if (tokenIds.length === 0) return { kind: 'nothing-to-do' };
  const listed = await resultOf(influxctl.list());
  if (listed instanceof Failure) return { kind: 'not-begun', error: listed };
  const found = tokenIds.map((typed) => {
    const token = listed.find(({ id }) => sameId(id, typed));
    return { id: token?.id ?? typed, token };
  });
  const isInUse = (token: ManagementToken | undefined): boolean =>
    token !== undefined && !isConfirmedRevoked(token) && beginsWith(credential, token);
  const inUse = found.filter(({ token }) => isInUse(token)).map(({ id }) => id);
  if (inUse.length > 0 && (tokenIds.length > 1 || dryRun)) {
    const shown = found.flatMap(({ token }) => token ?? []);
    const revoked = shown.filter(isConfirmedRevoked).map(({ id }) => id);
    const valid = shown.filter((token) => !isConfirmedRevoked(token)).map(({ id }) => id);
    return { kind: 'in-use', ids: inUse, revoked, valid };
  }
  if (dryRun) return { kind: 'dry-run', previews: found.map((one) => preview(one, clock.now())) };
  const toRevoke = found.filter(({ token }) => token && !isConfirmedRevoked(token)).map(({ id }) => id);
  const revoked = await revokeTokens(toRevoke, influxctl);
  const confirmed =
    inUse.length > 0 ? await Promise.all(revoked.map((one) => confirmOwn(one, deps))) : revoked;
  const outcomes = found.map(({ id, token }): Outcome => {
    if (!token) return { id, kind: 'not-found' };
    return confirmed.find((outcome) => outcome.id === id) ?? { id, kind: 'already-revoked' };
  });
  const endedOwnAccess = outcomes.some(({ id, kind }) => kind === 'revoked' && inUse.includes(id));
  return { kind: 'done', outcomes, endedOwnAccess };
}

function preview(
  { id, token }: { readonly id: string; readonly token: ManagementToken | undefined },
  now: number,
): RevocationPreview {
  if (!token) return { id, kind: 'not-found' };
  if (isConfirmedRevoked(token)) return { id, kind: 'already-revoked' };
  return { id, kind: 'to-revoke', status: dateStatus(token, now) };
}

/** A revoked token cannot list tokens. A 401 of the Management API itself shows the revocation, too. */
async function confirmOwn(outcome: Outcome, { check, credential }: ManagementDeps): Promise<Outcome> {
  if (outcome.kind !== 'failed' || outcome.isListed) return outcome;
  const refusal = await check(credential);
  return refusal?.code === 'management-token-refused' ? { id: outcome.id, kind: 'revoked' } : outcome;
}
