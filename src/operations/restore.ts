import { Failure, resultOf } from '../base/errors.ts';
import type { RestoreRequest } from '../request/request.ts';
import { type Restoration, restoringPatch } from '../tokens/restoring.ts';
import type { RestoreOutcome, RestoreResult } from '../tokens/results.ts';
import { tokenStatus } from '../tokens/token.ts';
import { runBatch } from './batch.ts';
import type { Deps } from './deps.ts';
import { restoreToken } from './suspending/restore-token.ts';

/** restore gives suspended tokens their permissions back. One failure does not stop the others. Throws only defects. */
export async function restore({ tokenIds, dryRun }: RestoreRequest, deps: Deps): Promise<RestoreResult> {
  if (tokenIds.length === 0) return { kind: 'nothing-to-do' };
  // Find the API before the first token, so that a missing API is one failure and not one failure per token.
  const endpoint = await resultOf(deps.api.endpoint());
  if (endpoint instanceof Failure) return { kind: 'not-begun', error: endpoint };
  const begin = (id: string, shouldContinue: () => boolean) =>
    dryRun ? previewRestore(id, deps) : restoreToken(id, { ...deps, shouldContinue });
  const results = await runBatch({ work: 'restoring', items: tokenIds, begin }, deps);
  const outcomes = tokenIds.map((id): RestoreOutcome => {
    const result = results.get(id);
    if (result === undefined) return { id, kind: 'skipped' };
    if (!(result instanceof Failure)) return { id, ...result };
    return { id, kind: 'failed', error: result, mightBeRestored: !dryRun, shown: undefined };
  });
  return { kind: 'done', outcomes };
}

async function previewRestore(id: string, { api }: Pick<Deps, 'api'>): Promise<Restoration> {
  const { token, clocks } = await api.findToken(id);
  if (!token) return { kind: 'not-found' };
  const shown = { token, status: tokenStatus(token, clocks.forRenewing) };
  if (token.revokedAt !== 'unset') return { kind: 'revoked', ...shown };
  return { kind: restoringPatch(token, clocks.forReplacing) ? 'to-restore' : 'nothing-to-restore', ...shown };
}
