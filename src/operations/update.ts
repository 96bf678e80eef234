import { Failure, resultOf } from '../base/errors.ts';
import { tokenOutputs } from '../report/outputs.ts';
import type { UpdateRequest } from '../request/request.ts';
import { mustKnowDatabases, refusedDatabases } from '../tokens/databases.ts';
import type { UpdateResult } from '../tokens/results.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { sameContent } from '../tokens/token-content.ts';
import { judgeUpdate, planUpdate, updatingPatch } from '../tokens/update-plan.ts';
import type { Deps } from './deps.ts';
import { givePermissionsBack } from './suspending/give-permissions-back.ts';
import { patchAfterReading } from './suspending/patch-after-reading.ts';

/**
 * update changes the description or the permissions of a token. It keeps tag and record, and reads the token before it repeats a
 * PATCH. Throws what the read of the token throws.
 */
export async function update(request: UpdateRequest, deps: Deps): Promise<UpdateResult> {
  const { api, runner } = deps;
  const found = await api.findToken(request.tokenId);
  const { token, clocks } = found;
  if (!token) return { kind: 'not-found' };
  runner.outputs(tokenOutputs(token, tokenStatus(token, clocks.forRenewing)));
  const { description, grants } = request;
  const plan = planUpdate(token, { description, permissions: grants?.permissions }, clocks);
  if (plan.kind !== 'change') return { ...plan, token };
  const planned = { token, plan, now: clocks.forRenewing };
  if (plan.change.permissions && grants) {
    const existing = mustKnowDatabases(grants) ? await resultOf(api.databases()) : [];
    if (existing instanceof Failure) return { ...planned, kind: 'not-changed', error: existing };
    const databases = refusedDatabases(grants, existing);
    if (databases.length > 0) {
      return { ...planned, kind: 'unknown-databases', databases, input: grants.databasesInput };
    }
  }
  if (request.dryRun) return { ...planned, kind: 'dry-run' };
  const patchOf = (read: Token) => (sameContent(read, token) ? updatingPatch(token, plan) : undefined);
  const patched = await patchAfterReading(token.id, patchOf, { ...deps, firstRead: found });
  if (patched.kind === 'failed') {
    const kind = patched.mightBePatched ? 'unknown-outcome' : 'not-changed';
    return { ...planned, kind, error: patched.error };
  }
  const judgment = judgeUpdate(token, plan, patched.token);
  if (judgment.kind !== 'other-permissions') return { ...planned, ...judgment };
  const givenBack = await resultOf(givePermissionsBack(token, judgment.updated, deps));
  if (givenBack instanceof Failure) return { ...planned, kind: 'unknown-outcome', error: givenBack };
  return givenBack ? { ...planned, kind: 'given-back', updated: givenBack } : { ...planned, ...judgment };
}
