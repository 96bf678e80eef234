import { Failure, withContext } from '../../base/errors.ts';
import type { RunContext } from '../../request/run-context.ts';
import { plainDescription, withTag } from '../../tokens/tag.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';
import { retag } from '../issuing/retag.ts';

/**
 * adopt gives a token that a person created the tag of a series, as promoted by no run: from then on only tags count.
 * Throws a Failure when that is not sure.
 */
export async function adopt(
  token: Token,
  { server, repository, repositoryId }: RunContext,
  { api, runner, nonce }: Pick<Deps, 'api' | 'runner' | 'nonce'>,
): Promise<void> {
  const description = withTag(token.description, {
    server,
    repository,
    repositoryId,
    runId: '0',
    runAttempt: '0',
    kind: 'current',
    nonce: nonce(),
  });
  const retagging = await retag(token.id, description, api);
  switch (retagging.kind) {
    case 'done':
      await refuseWithoutEffect(token.id, description, api);
      runner.info(
        `Adopted token ${token.id}: it is the first of the series "${plainDescription(token.description)}".`,
      );
      return;
    case 'revoked':
      throw new Failure(
        'token-not-adopted',
        `Token ${token.id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`,
      );
    case 'unclear':
      throw new Failure(
        'token-not-adopted',
        `Whether token ${token.id} has the tag of the series is not known: ${retagging.why} The token is as valid as ` +
          'before, and nothing else was changed. Run again.',
      );
  }
}

/**
 * A server can confirm a tag that it has not stored. Without its tag, no later run would retire the token, because the series
 * has other members by then.
 */
async function refuseWithoutEffect(id: string, description: string, api: Deps['api']): Promise<void> {
  const { token } = await api.findToken(id).catch((error: unknown) => {
    throw withContext(
      error,
      `Token ${id} got the tag of the series, but the tag could not be read back. The token is as valid as before. Run again.`,
    );
  });
  if (token?.description === description) return;
  throw new Failure(
    'token-not-adopted',
    `The server confirmed the tag of token ${id}, but does not show it. The token is as valid as before, and nothing else was ` +
      'changed. Run again.',
  );
}
