import { Failure, resultOf } from '../../base/errors.ts';
import type { Secret } from '../../base/secret.ts';
import { RetryAfterTooLong } from '../../http/retry.ts';
import type { RunContext } from '../../request/run-context.ts';
import type { TwoClocks } from '../../tokens/clocks.ts';
import type { Deviating, IssueFailure } from '../../tokens/results.ts';
import { findByNonce, formatTagged, type Tag, type TagKind, tagOfRun } from '../../tokens/tag.ts';
import { isConfirmedRevoked, type Token, tokenStatus } from '../../tokens/token.ts';
import { deviations, type TokenSpec } from '../../tokens/token-spec.ts';
import type { Deps } from '../deps.ts';
import type { Ledger } from '../ledger.ts';
import { revokeToken } from '../revoking/delete-token.ts';

/** IssuedToken is a new token that is exactly as specified. */
export interface IssuedToken {
  readonly kind: 'issued';
  readonly token: Token;
  /** The time of the creation. */
  readonly clocks: TwoClocks;
  readonly secret: Secret;
  readonly tag: Tag;
}

/** IssueSpec is a TokenSpec whose description gets a tag. */
export interface IssueSpec extends Omit<TokenSpec, 'description'> {
  /** Without a tag. */
  readonly plainDescription: string;
  readonly kind: TagKind;
  /** The run for the tag. */
  readonly run: RunContext;
}

type IssueDeps = Pick<Deps, 'api' | 'retryControl' | 'nonce' | 'progress' | 'clock'>;

/**
 * issueToken creates one token. The ledger contains the nonce before the POST, so the post step can always find and revoke the
 * token. After a lost response, it retries only when a list shows that none of its tokens is alive. Throws only defects.
 */
export async function issueToken(
  spec: IssueSpec,
  ledger: Ledger,
  deps: IssueDeps,
): Promise<IssuedToken | IssueFailure> {
  const attempts = deps.retryControl.start();
  let sendExpirationType = spec.expiresAt !== 'never';
  let lostResponses = 0;
  const notCreated = (error: Failure): IssueFailure => ({
    kind: 'not-created',
    error,
    lostResponses,
    openNonces: [...ledger.openNonces],
  });
  for (;;) {
    const tag = tagOfRun(spec.run, spec.kind, deps.nonce());
    const tagged: TokenSpec = { ...spec, description: formatTagged(spec.plainDescription, tag) };
    ledger.begin(tag.nonce, deps.clock.elapsed());
    const creation = await deps.api.createToken(tagged, sendExpirationType);
    if (creation.kind === 'done') {
      ledger.created(tag.nonce, creation.token.id);
      const { token, secret, clocks } = creation;
      const found = deviations(tagged, token);
      const issued = { kind: 'issued', token, clocks, secret, tag } as const;
      return found.length === 0
        ? issued
        : await revokeDeviating({ ...issued, deviations: found }, ledger, deps);
    }
    if (creation.kind === 'rejected' || creation.kind === 'expiration-type-refused') {
      ledger.resolve(tag.nonce);
      if (creation.kind === 'rejected' || !sendExpirationType) return notCreated(creation.error);
      sendExpirationType = false;
      continue;
    }
    if (creation.kind === 'not-sent') {
      ledger.resolve(tag.nonce);
      if (await attempts.again(creation.retryable)) continue;
      return notCreated(creation.error);
    }
    lostResponses++;
    deps.progress({ kind: 'response-lost', error: creation.error });
    const lost = (error: Failure): IssueFailure => ({
      kind: 'lost',
      error,
      openNonces: [...ledger.openNonces],
    });
    if (creation.error instanceof RetryAfterTooLong) return lost(creation.error);
    // Also wait after the last attempt, because the POST can take effect late, and the list must show the token.
    const again = (await attempts.pause()) && creation.kind !== 'blocked';
    const revocation = await resultOf(revokeLost(ledger, deps));
    if (revocation instanceof Failure) return lost(revocation);
    if (!again) return notCreated(creation.error);
  }
}

/** Lists the tokens and revokes the ones with one of our nonces, because their secrets are lost. Throws a Failure. */
async function revokeLost(ledger: Ledger, { api, retryControl, progress }: IssueDeps): Promise<void> {
  const { tokens } = await api.tokens();
  const found = findByNonce(ledger.openNonces, tokens);
  for (const { token } of found) {
    if (isConfirmedRevoked(token)) continue;
    await revokeToken(token.id, { api, retryControl });
    progress({ kind: 'lost-token-revoked', id: token.id });
  }
  // This comes after all revocations, because a gateway that repeats a POST creates two tokens with one nonce.
  for (const { nonce } of found) ledger.resolve(nonce);
}

/** DeviatingToken is a new token that a response shows as different from its spec. No consumer has it. */
interface DeviatingToken extends Pick<IssuedToken, 'token' | 'clocks' | 'tag'> {
  readonly deviations: readonly string[];
}

/** revokeDeviating revokes a new token that is not as specified. If it cannot, the post step tries again. Throws only defects. */
export async function revokeDeviating(
  { token, clocks, tag: { nonce }, deviations }: DeviatingToken,
  ledger: Ledger,
  deps: Pick<Deps, 'api' | 'retryControl'>,
): Promise<Deviating> {
  const revocation = await resultOf(revokeToken(token.id, deps));
  if (revocation instanceof Failure) {
    const status = tokenStatus(token, clocks.forRenewing);
    return { kind: 'deviates', token, status, deviations, notRevoked: revocation };
  }
  ledger.resolve(nonce);
  return { kind: 'deviates', token, status: 'revoked', deviations, notRevoked: undefined };
}
