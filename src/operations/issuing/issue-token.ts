import { asSentence, Failure, failureOnly, withContext } from '../../base/errors.ts';
import type { Secret } from '../../base/secret.ts';
import { markServerText } from '../../base/server-text.ts';
import { RetryAfterTooLong } from '../../http/requests.ts';
import type { ApiError } from '../../management-api/errors.ts';
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
}

type IssueDeps = Pick<Deps, 'api' | 'retryControl' | 'nonce' | 'runner' | 'clock'>;

/**
 * issueToken creates one token, such that at every instant whatever may have come to be can be found and revoked: the nonce
 * is in the ledger before the POST, and after a lost response nothing is tried again until the list was read and shows
 * none of our tokens alive. Throws a Failure that says what may be left.
 */
export async function issueToken(
  spec: IssueSpec,
  run: RunContext,
  ledger: Ledger,
  deps: IssueDeps,
): Promise<IssuedToken> {
  let sendExpirationType = spec.expiresAt !== 'never';
  let lostResponses = 0;
  for (let failures = 0; ; ) {
    const tag: Tag = { ...tagOf(run), kind: spec.kind, nonce: deps.nonce() };
    const tagged: TokenSpec = { ...spec, description: formatTagged(spec.plainDescription, tag) };
    ledger.begin(tag.nonce, deps.clock.elapsed());
    const creation = await deps.api.createToken(tagged, sendExpirationType);
    if (creation.kind === 'created') {
      ledger.created(tag.nonce, creation.token.id);
      await refuseDeviations(tagged, creation.token, tag, ledger, deps);
      return { token: creation.token, secret: creation.secret, tag };
    }
    if (creation.kind === 'refused') {
      ledger.resolve(tag.nonce);
      if (!sendExpirationType || !refusesExpirationType(creation.error))
        throw withoutToken(creation.error, lostResponses, ledger);
      sendExpirationType = false;
      continue;
    }
    if (creation.kind === 'not-sent') {
      ledger.resolve(tag.nonce);
      if (!creation.error.retryable || failures >= deps.retryControl.policy.retries) {
        throw withoutToken(creation.error, lostResponses, ledger);
      }
      await deps.retryControl.backOff(failures++);
      continue;
    }
    lostResponses++;
    deps.runner.warning(
      'answer-lost',
      `Whether a token was created is not known: ${asSentence(creation.error)}`,
    );
    if (creation.error instanceof RetryAfterTooLong) throw unfinished(ledger, creation.error);
    await deps.retryControl.backOff(failures);
    await revokeLost(ledger, deps);
    if (failures++ >= deps.retryControl.policy.retries)
      throw withoutToken(creation.error, lostResponses, ledger);
  }
}

/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger: Ledger, { api, retryControl, runner }: IssueDeps): Promise<void> {
  try {
    const { tokens } = await api.tokens();
    const found = findByNonce(ledger.openNonces, tokens);
    for (const { token } of found) {
      if (isConfirmedRevoked(token)) continue;
      await revokeToken(token.id, { api, retryControl });
      runner.info(`Revoked token ${token.id}, whose answer was lost.`);
    }
    // Only now: a gateway that repeats a POST makes two tokens of one nonce.
    for (const { nonce } of found) ledger.resolve(nonce);
  } catch (error) {
    throw unfinished(ledger, failureOnly(error));
  }
}

async function refuseDeviations(
  spec: TokenSpec,
  token: Token,
  tag: Tag,
  ledger: Ledger,
  { api, retryControl, runner, clock }: IssueDeps,
): Promise<void> {
  const found = deviations(spec, token);
  if (found.length === 0) return;
  const what = `The server created token ${token.id} otherwise than asked: it ${markServerText(found.join('; it '))}.`;
  try {
    await revokeToken(token.id, { api, retryControl });
  } catch (error) {
    const failure = failureOnly(error);
    runner.outputs(tokenOutputs(token, tokenStatus(token, clock.now())));
    throw new Failure(
      'not-the-token-asked-for',
      `${what} It could not be revoked: ${asSentence(failure)} The post step tries again.`,
      { cause: failure },
    );
  }
  ledger.resolve(tag.nonce);
  runner.outputs(tokenOutputs(token, 'revoked'));
  throw new Failure('not-the-token-asked-for', `${what} It was revoked; no token is left.`);
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

/** The list showed none of ours alive; but a POST may arrive late, so the ledger keeps those that were never seen. */
function withoutToken(error: unknown, lostResponses: number, ledger: Ledger): unknown {
  if (lostResponses === 0) return withContext(error, 'No token was created.');
  const unseen = [...ledger.openNonces];
  const left =
    unseen.length === 0
      ? 'What was created is revoked; no token is left.'
      : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
        `description: ${unseen.join(' or ')}.`;
  return new Failure(
    'no-token-created',
    `${asSentence(error)} ${lostResponses === 1 ? 'One answer' : `${lostResponses} answers`} to creating a token had been lost. ${left}`,
    { cause: error },
  );
}

function unfinished(ledger: Ledger, cause: unknown): Failure {
  return new Failure(
    'a-token-may-be-left',
    `The answer to creating a token was lost, and what became of it is not known: ${asSentence(cause)} The post step ` +
      'looks for it and revokes it. If that fails too, find the token whose description contains ' +
      `${[...ledger.openNonces].join(' or ')} and revoke it: nobody holds it.`,
    { cause },
  );
}
