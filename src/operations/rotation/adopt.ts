import { Failure, resultOf } from '../../base/errors.ts';
import type { RunContext } from '../../request/run-context.ts';
import type { Adoption } from '../../tokens/rotation/outcome.ts';
import { tagOfRun, withTag } from '../../tokens/tag.ts';
import type { Token } from '../../tokens/token.ts';
import { describingPatch, mustGiveBack, sameContent } from '../../tokens/token-content.ts';
import type { Deps } from '../deps.ts';
import { givePermissionsBack } from '../suspending/give-permissions-back.ts';
import { patchAfterReading } from '../suspending/patch-after-reading.ts';

/**
 * adopt gives a token that a person created the tag of a series, as the current token of no run. It reads the token before each
 * PATCH, because another run might have suspended it since it was listed. It also reads the token at the end: a server can
 * confirm a tag that it has not stored, and no later run would retire a token without a tag. Throws only defects.
 */
export async function adopt(
  listed: Token,
  run: Pick<RunContext, 'server' | 'repository' | 'repositoryId'>,
  { api, nonce, retryControl }: Pick<Deps, 'api' | 'nonce' | 'retryControl'>,
): Promise<Adoption> {
  const { id } = listed;
  const tag = tagOfRun({ ...run, runId: '0', runAttempt: '0' }, 'current', nonce());
  const description = withTag(listed.description, tag);
  const plan = (read: Token) =>
    sameContent(read, listed) ? describingPatch(listed, description) : undefined;
  const patched = await patchAfterReading(id, plan, { api, retryControl });
  if (patched.kind === 'failed') {
    return { kind: patched.mightBePatched ? 'unclear' : 'not-changed', error: patched.error };
  }
  if (patched.kind === 'revoked') return { kind: 'revoked' };
  if (patched.kind === 'stopped') return { kind: 'changed-meanwhile' };
  if (patched.token.description !== description) return { kind: 'unclear', error: undefined };
  const isGivenBack = mustGiveBack(listed, patched.token);
  if (isGivenBack) {
    const givenBack = await resultOf(givePermissionsBack(listed, patched.token, { api, retryControl }));
    if (givenBack instanceof Failure) return { kind: 'not-given-back', error: givenBack };
    if (!givenBack) return { kind: 'suspended' };
  }
  const found = await resultOf(api.findToken(id));
  if (found instanceof Failure) return { kind: 'not-read-back', error: found };
  if (found.token?.description !== description) return { kind: 'not-shown' };
  return { kind: 'adopted', isGivenBack };
}
