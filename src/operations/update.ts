import { Failure, resultOf } from '../base/errors.ts';
import { tokenOutputs } from '../report/outputs.ts';
import type { UpdateRequest } from '../request/request.ts';
import { mustKnowDatabases, refusedDatabases } from '../tokens/databases.ts';
import type { UpdateResult } from '../tokens/outcome.ts';
import { tokenStatus } from '../tokens/token.ts';
import { judgeUpdate, planUpdate } from '../tokens/update-plan.ts';
import type { Deps } from './deps.ts';

/**
 * update changes the description of a token or what it grants. It sends only what differs, and keeps tag and record. Throws
 * what the read of the token throws.
 */
export async function update(request: UpdateRequest, { api, runner }: Deps): Promise<UpdateResult> {
  const { token, clocks } = await api.findToken(request.tokenId);
  if (!token) return { kind: 'not-found' };
  runner.outputs(tokenOutputs(token, tokenStatus(token, clocks.forRenewing)));
  const { description, grants } = request;
  const plan = planUpdate(token, { description, permissions: grants?.permissions }, clocks);
  if (plan.kind !== 'change') return { ...plan, token };
  const planned = { token, plan, now: clocks.forRenewing };
  if (plan.change.permissions && grants) {
    const existing = mustKnowDatabases(grants) ? await resultOf(api.databases()) : [];
    if (existing instanceof Failure) return { ...planned, kind: 'not-begun', error: existing };
    const databases = refusedDatabases(grants, existing);
    if (databases.length > 0) {
      return { ...planned, kind: 'unknown-databases', databases, input: grants.databasesInput };
    }
  }
  if (request.dryRun) return { ...planned, kind: 'dry-run' };
  const updated = await resultOf(api.updateToken(token.id, plan.change));
  if (updated instanceof Failure) return { ...planned, kind: 'unknown-outcome', error: updated };
  return { ...planned, ...judgeUpdate(token, plan, updated) };
}
