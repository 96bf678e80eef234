import { asSentence, Failure, failureOnly, withConsequence } from '../failure.ts';
import { RetryAfterTooLong } from '../http/requests.ts';
import type { ApiError } from '../management-api/errors.ts';
import type { RunContext } from '../runner/context.ts';
import type { Secret } from '../secret.ts';
import { markServerText } from '../server-text.ts';
import { deviations, type TokenOrder } from '../tokens/order.ts';
import { carrying, formatTagged, type Tag, type TagKind } from '../tokens/tag.ts';
import { isSeenRevoked, type Token, tokenStatus } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import type { Ledger } from './ledger.ts';
import { revokeToken } from './revoke-token.ts';
import { tokenOutputs } from './token-outputs.ts';

/** Minted is a new token that is exactly what was ordered. */
export interface Minted {
  readonly token: Token;
  readonly secret: Secret;
  readonly tag: Tag;
}

/** MintOrder is a TokenOrder whose description gets a tag. */
export interface MintOrder extends Omit<TokenOrder, 'description'> {
  /** Without a tag. */
  readonly plainDescription: string;
  readonly kind: TagKind;
}

type MintDeps = Pick<Deps, 'api' | 'pacing' | 'nonce' | 'runner' | 'clock'>;

/**
 * mint creates one token, such that at every instant whatever may have come to be can be found and revoked: the nonce
 * is in the ledger before the POST, and after a lost answer nothing is tried again until the list was read and shows
 * none of our tokens alive. Throws a Failure that says what may be left.
 */
export async function mint(
  order: MintOrder,
  run: RunContext,
  ledger: Ledger,
  deps: MintDeps,
): Promise<Minted> {
  let namesType = order.expiresAt !== 'never';
  let lostAnswers = 0;
  for (let failures = 0; ; ) {
    const tag: Tag = { ...tagOf(run), kind: order.kind, nonce: deps.nonce() };
    const tagged: TokenOrder = { ...order, description: formatTagged(order.plainDescription, tag) };
    ledger.begin(tag.nonce, deps.clock.elapsed());
    const creation = await deps.api.createToken(tagged, namesType);
    if (creation.kind === 'created') {
      ledger.made(tag.nonce, creation.token.id);
      await refuseDeviations(tagged, creation.token, tag, ledger, deps);
      return { token: creation.token, secret: creation.secret, tag };
    }
    if (creation.kind === 'refused') {
      ledger.settle(tag.nonce);
      if (!namesType || !refusesExpirationType(creation.error))
        throw withoutToken(creation.error, lostAnswers, ledger);
      namesType = false;
      continue;
    }
    if (creation.kind === 'unsent') {
      ledger.settle(tag.nonce);
      if (!creation.error.passing || failures >= deps.pacing.policy.retries) {
        throw withoutToken(creation.error, lostAnswers, ledger);
      }
      await deps.pacing.backOff(failures++);
      continue;
    }
    lostAnswers++;
    deps.runner.warning(
      'Answer lost',
      `Whether a token was created is not known: ${asSentence(creation.error)}`,
    );
    if (creation.error instanceof RetryAfterTooLong) throw unfinished(ledger, creation.error);
    await deps.pacing.backOff(failures);
    await revokeLost(ledger, deps);
    if (failures++ >= deps.pacing.policy.retries) throw withoutToken(creation.error, lostAnswers, ledger);
  }
}

/** Lists the tokens and revokes those that carry one of our nonces: their secrets are lost. */
async function revokeLost(ledger: Ledger, { api, pacing, runner }: MintDeps): Promise<void> {
  try {
    const { tokens } = await api.tokens();
    const found = carrying(ledger.openNonces, tokens);
    for (const { token } of found) {
      if (isSeenRevoked(token)) continue;
      await revokeToken(token.id, { api, pacing });
      runner.info(`Revoked token ${token.id}, whose answer was lost.`);
    }
    // Only now: a gateway that repeats a POST makes two tokens of one nonce.
    for (const { nonce } of found) ledger.settle(nonce);
  } catch (error) {
    throw unfinished(ledger, failureOnly(error));
  }
}

async function refuseDeviations(
  order: TokenOrder,
  token: Token,
  tag: Tag,
  ledger: Ledger,
  { api, pacing, runner, clock }: MintDeps,
): Promise<void> {
  const found = deviations(order, token);
  if (found.length === 0) return;
  const what = `The server created token ${token.id} otherwise than asked: it ${markServerText(found.join('; it '))}.`;
  try {
    await revokeToken(token.id, { api, pacing });
  } catch (error) {
    const failure = failureOnly(error);
    runner.outputs(tokenOutputs(token, tokenStatus(token, clock.now())));
    throw new Failure(
      'Not the token asked for',
      `${what} It could not be revoked: ${asSentence(failure)} The post step tries again.`,
      { cause: failure },
    );
  }
  ledger.settle(tag.nonce);
  runner.outputs(tokenOutputs(token, 'revoked'));
  throw new Failure('Not the token asked for', `${what} It was revoked; no token is left.`);
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
function withoutToken(error: unknown, lostAnswers: number, ledger: Ledger): unknown {
  if (lostAnswers === 0) return withConsequence(error, 'No token was created.');
  const unseen = [...ledger.openNonces];
  const left =
    unseen.length === 0
      ? 'What was created is revoked; no token is left.'
      : 'No token is left that is known of. Should one appear late, the post step revokes it, by the end of its ' +
        `description: ${unseen.join(' or ')}.`;
  return new Failure(
    'No token created',
    `${asSentence(error)} ${lostAnswers === 1 ? 'One answer' : `${lostAnswers} answers`} to creating a token had been lost. ${left}`,
    { cause: error },
  );
}

function unfinished(ledger: Ledger, cause: unknown): Failure {
  return new Failure(
    'A token may be left',
    `The answer to creating a token was lost, and what became of it is not known: ${asSentence(cause)} The post step ` +
      'looks for it and revokes it. If that fails too, find the token whose description contains ' +
      `${[...ledger.openNonces].join(' or ')} and revoke it: nobody holds it.`,
    { cause },
  );
}
