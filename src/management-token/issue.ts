import { Failure, resultOf } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import type { RunContext } from '../request/run-context.ts';
import { wholeSeconds } from '../tokens/dates.ts';
import { formatTagged, tagOfRun } from '../tokens/tag.ts';
import { isConfirmedRevoked } from '../tokens/token.ts';
import { describeExpiry, type Expiry } from '../tokens/token-spec.ts';
import type { ManagementDeps } from './deps.ts';
import type { IssueFailure } from './outcome.ts';
import { revokeTokens, unrevokedWith } from './revoke-tokens.ts';
import { beginsWith, type ManagementToken } from './token.ts';

/** IssueSpec is what a new token must be. */
export interface IssueSpec {
  /** Without the tag. */
  readonly plainDescription: string;
  readonly expiresAt: Expiry;
  readonly run: RunContext;
}

/** IssuedToken is a new token that is as specified. */
export interface IssuedToken {
  readonly kind: 'issued';
  readonly token: ManagementToken;
  readonly secret: Secret;
  readonly nonce: string;
  /** The list that shows the token. */
  readonly listed: readonly ManagementToken[];
}

/** After an unknown outcome, there is one second call. */
const MAX_ATTEMPTS = 2;

/** After an unknown outcome, the server has this much time to finish. */
const PAUSE_MS = 1_000;

/**
 * issueToken creates one management token. The nonce is in the ledger before influxctl is started, so the post step can revoke whatever
 * exists. What influxctl printed counts only if the list shows exactly one live token with the nonce, and that token fits. Throws only
 * defects.
 */
export async function issueToken(
  { plainDescription, expiresAt, run }: IssueSpec,
  deps: ManagementDeps,
): Promise<IssuedToken | IssueFailure> {
  const { influxctl, ledger, clock, progress } = deps;
  const notCreated = (error: Failure): IssueFailure => ({
    kind: 'not-created',
    error,
    openNonces: [...ledger.openNonces],
  });
  for (let attempt = 1; ; attempt++) {
    // A management token cannot be changed, so its kind is always `pending`.
    const tag = tagOfRun(run, 'pending', deps.nonce());
    const { nonce } = tag;
    ledger.begin(nonce, clock.elapsed());
    const created = await influxctl.create({ description: formatTagged(plainDescription, tag), expiresAt });
    ledger.ended(nonce, clock.elapsed());
    if (created.kind === 'not-started') {
      ledger.resolve(nonce);
      return notCreated(created.error);
    }
    if (created.kind === 'unknown') progress({ kind: 'outcome-unknown', error: created.error });
    if (created.kind !== 'printed') await clock.sleep(PAUSE_MS);
    const listed = await resultOf(influxctl.list());
    if (listed instanceof Failure) {
      return { kind: 'lost', error: listed, openNonces: [...ledger.openNonces] };
    }
    if (created.kind === 'printed') {
      const judged = judge({ listed, nonce, expiresAt, candidates: created.candidates });
      if ('secret' in judged) {
        const earlier = new Set([...ledger.openNonces].filter((open) => open !== nonce));
        const late = unrevokedWith(earlier, listed).map(({ token }) => token);
        // If this fails, the post step tries again.
        await revokeLost(earlier, listed, deps);
        return { kind: 'issued', ...judged, nonce, listed: listed.filter((token) => !late.includes(token)) };
      }
      const notRevoked = await revokeLost(ledger.openNonces, listed, deps);
      return { kind: 'deviates', nonce, ...judged, notRevoked };
    }
    const notRevoked = await revokeLost(ledger.openNonces, listed, deps);
    if (notRevoked) return { kind: 'lost', error: notRevoked, openNonces: [...ledger.openNonces] };
    if (attempt === MAX_ATTEMPTS) return notCreated(created.error);
  }
}

/** NewlyListed is a list that was read after influxctl printed a token. */
interface NewlyListed {
  readonly listed: readonly ManagementToken[];
  readonly nonce: string;
  readonly expiresAt: Expiry;
  readonly candidates: readonly Secret[];
}

/** Finds the new token in the list and its secret among the candidates, or says what does not fit. Pure. */
function judge({
  listed,
  nonce,
  expiresAt,
  candidates,
}: NewlyListed):
  | { readonly token: ManagementToken; readonly secret: Secret }
  | { readonly deviations: readonly string[]; readonly suspects: readonly string[] } {
  const found = unrevokedWith(new Set([nonce]), listed).map(({ token }) => token);
  const [token] = found;
  if (!token || found.length > 1) {
    return {
      deviations: [
        found.length === 0
          ? `the list shows no valid token whose description contains ${nonce}`
          : `the list shows ${found.length} valid tokens whose description contains ${nonce}, instead of exactly one`,
      ],
      suspects: found.length > 0 ? [] : suspectsAmong(listed, candidates),
    };
  }
  const secret = candidates.find((candidate) => beginsWith(candidate, token));
  const deviations = [
    ...(secret
      ? []
      : ['the token that influxctl printed does not begin with the prefix that the list shows']),
    ...(sameExpiry(expiresAt, token)
      ? []
      : [`it has the expiry "${describeExpiry(token.expiresAt)}" instead of "${describeExpiry(expiresAt)}"`]),
  ];
  return secret && deviations.length === 0 ? { token, secret } : { deviations, suspects: [] };
}

/** Without our nonce in the list, only the prefix shows which token might be the new one. That is too little to revoke it. */
function suspectsAmong(listed: readonly ManagementToken[], candidates: readonly Secret[]): string[] {
  return listed
    .filter((token) => !isConfirmedRevoked(token))
    .filter((token) => candidates.some((candidate) => beginsWith(candidate, token)))
    .map(({ id }) => id);
}

function sameExpiry(wanted: Expiry, { expiresAt }: ManagementToken): boolean {
  if (wanted === 'never') return expiresAt === 'unset';
  return typeof expiresAt === 'number' && wholeSeconds(expiresAt) === wanted;
}

/** Revokes the tokens whose tags contain one of the nonces, because no consumer uses them. Returns why that failed. */
async function revokeLost(
  nonces: ReadonlySet<string>,
  listed: readonly ManagementToken[],
  { influxctl, ledger, progress }: ManagementDeps,
): Promise<Failure | undefined> {
  const found = unrevokedWith(nonces, listed);
  const outcomes = await revokeTokens(
    found.map(({ token }) => token.id),
    influxctl,
  );
  for (const { id, kind } of outcomes) if (kind === 'revoked') progress({ kind: 'lost-token-revoked', id });
  const failed = outcomes.find((outcome) => outcome.kind === 'failed');
  if (failed) return failed.error;
  for (const { nonce } of found) ledger.resolve(nonce);
  return undefined;
}
