import { Failure } from '../../failure.ts';
import type { RunContext } from '../../runner/context.ts';
import { formatTagged } from '../../tokens/tag.ts';
import type { Token } from '../../tokens/token.ts';
import type { Deps } from '../deps.ts';
import { retag } from '../retag.ts';

/**
 * adopt gives a token of people's making the tag of a line, as committed by nobody's run: from then on only tags are looked
 * at. Throws a Failure when that is not sure.
 */
export async function adopt(
  token: Token,
  plainDescription: string,
  { repository, repositoryId }: RunContext,
  { api, runner, nonce }: Pick<Deps, 'api' | 'runner' | 'nonce'>,
): Promise<void> {
  const description = formatTagged(plainDescription, {
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
      runner.info(`Adopted token ${token.id}: it is the first of the line "${plainDescription}".`);
      return;
    case 'revoked':
      throw new Failure(
        'Token not adopted',
        `Token ${token.id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`,
      );
    case 'unclear':
      throw new Failure(
        'Token not adopted',
        `Token ${token.id} may not have got the tag of the line: ${retagging.why} It is as valid as before, and nothing ` +
          'else was changed. Run again.',
      );
  }
}
