import { failureOnly } from '../../base/errors.ts';
import type { Secret } from '../../base/secret.ts';
import { RetryAfterTooLong } from '../../http/retry.ts';
import type { ApiError } from '../../management-api/errors.ts';
import { otherThanAsked, unfinished, withoutToken } from '../../report/issuing.ts';
import { tokenOutputs } from '../../report/outputs.ts';
import type { RunContext } from '../../request/run-context.ts';
import { findByNonce, formatTagged, type Tag, type TagKind } from '../../tokens/tag.ts';
import { isConfirmedRevoked, type Token, tokenStatus } from '../../tokens/token.ts';
import { deviations, type TokenSpec } from '../../tokens/token-spec.ts';
import type { Deps } from '../deps.ts';
import type { Ledger } from '../ledger.ts';
import { revokeToken } from '../revoking/revoke-token.ts';

/** IssuedToken is a new token that is exactly as specified. */
export interface IssuedToken {
  readonly token: Token;
  readonly secret: Secret;
  readonly tag: Tag;
}

/** IssueSpec is a TokenSpec whose description gets a tag. */
export interface IssueSpec extends Omit<TokenSpec, 'description'> {
  /** Without a tag. */
  readonly plainDescription: string;
  readonly kind: TagKind;
  /** The run that the tag names. */
  readonly run: RunContext;
}

type IssueDeps = Pick<Deps, 'api' | 'retryControl' | 'nonce' | 'runner' | 'progress' | 'clock'>;

/**
 * issueToken creates one token. At every instant, the post step can find and revoke whatever exists: the nonce is in the
 * ledger before the POST. After a lost response, nothing is tried again until a list shows that none of our tokens is alive.
 * Throws a Failure that says what might be left.
 */
export async function issueToken(spec: IssueSpec, ledger: Ledger, deps: IssueDeps): Promise<IssuedToken> {
  const attempts = deps.retryControl.start();
  let sendExpirationType = spec.expiresAt !== 'never';
  let lostResponses = 0;
  for (;;) {
    const tag: Tag = { ...tagOf(spec.run), kind: spec.kind, nonce: deps.nonce() };
    const tagged: TokenSpec = { ...spec, description: formatTagged(spec.plainDescription, tag) };
    ledger.begin(tag.nonce, deps.clock.elapsed());
    const creation = await deps.api.createToken(tagged, sendExpirationType);
    if (creation.kind === 'done') {
      ledger.created(tag.nonce, creation.token.id);
      const issued = { token: creation.token, secret: creation.secret, tag };
      await refuseDeviations(tagged, issued, { ...deps, ledger });
      return issued;
    }
    if (creation.kind === 'rejected') {
      ledger.resolve(tag.nonce);
      if (!sendExpirationType || !refusesExpirationType(creation.error))
        throw withoutToken(creation.error, lostResponses, ledger);
      sendExpirationType = false;
      continue;
    }
    if (creation.kind === 'not-sent') {
      ledger.resolve(tag.nonce);
      if (await attempts.again(creation.retryable)) continue;
      throw withoutToken(creation.error, lostResponses, ledger);
    }
    lostResponses++;
    deps.progress({ kind: 'response-lost', error: creation.error });
    if (creation.error instanceof RetryAfterTooLong) throw unfinished(ledger, creation.error);
    // Even after the last attempt: the POST can take effect late, and the list must show the token.
    const again = await attempts.pause();
    await revokeLost(ledger, deps);
    if (!again) throw withoutToken(creation.error, lostResponses, ledger);
  }
}

/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger: Ledger, { api, retryControl, progress }: IssueDeps): Promise<void> {
  try {
    const { tokens } = await api.tokens();
    const found = findByNonce(ledger.openNonces, tokens);
    for (const { token } of found) {
      if (isConfirmedRevoked(token)) continue;
      await revokeToken(token.id, { api, retryControl });
      progress({ kind: 'lost-token-revoked', id: token.id });
    }
    // Only now: a gateway that repeats a POST makes two tokens of one nonce.
    for (const { nonce } of found) ledger.resolve(nonce);
  } catch (error) {
    throw unfinished(ledger, failureOnly(error));
  }
}

async function refuseDeviations(
  spec: TokenSpec,
  { token, tag }: IssuedToken,
  { api, retryControl, runner, clock, ledger }: IssueDeps & { readonly ledger: Ledger },
): Promise<void> {
  const found = deviations(spec, token);
  if (found.length === 0) return;
  try {
    await revokeToken(token.id, { api, retryControl });
  } catch (error) {
    const failure = failureOnly(error);
    runner.outputs(tokenOutputs(token, tokenStatus(token, clock.now())));
    throw otherThanAsked(token, found, failure);
  }
  ledger.resolve(tag.nonce);
  runner.outputs(tokenOutputs(token, 'revoked'));
  throw otherThanAsked(token, found);
}

function tagOf({
  server,
  repository,
  repositoryId,
  runId,
  runAttempt,
}: RunContext): Omit<Tag, 'kind' | 'nonce'> {
  return { server, repository, repositoryId, runId, runAttempt };
}

function refusesExpirationType(error: ApiError): boolean {
  return error.status === 400 && /expiration_?type/i.test(error.serverMessage);
}
