import { failureOnly } from '../../base/errors.ts';
import type { RunContext } from '../../request/run-context.ts';
import type { Adoption } from '../../tokens/rotation/outcome.ts';
import { withTag } from '../../tokens/tag.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';
import { retag } from '../issuing/retag.ts';

/**
 * adopt gives a token that a person created the tag of a series, as the current token of no run. Then it reads the token: a
 * server can confirm a tag that it has not stored, and no later run would retire a token without a tag. Throws only defects.
 */
export async function adopt(
  token: Token,
  { server, repository, repositoryId }: Pick<RunContext, 'server' | 'repository' | 'repositoryId'>,
  { api, nonce }: Pick<Deps, 'api' | 'nonce'>,
): Promise<Adoption> {
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
  if (retagging.kind !== 'done') return retagging;
  try {
    const { token: shown } = await api.findToken(token.id);
    return { kind: shown?.description === description ? 'adopted' : 'not-shown' };
  } catch (error) {
    return { kind: 'not-read-back', error: failureOnly(error) };
  }
}
