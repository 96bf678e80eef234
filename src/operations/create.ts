import { Failure, resultOf } from '../base/errors.ts';
import { ACTIVE_OUTPUT, tokenOutputs } from '../report/outputs.ts';
import type { CreateRequest } from '../request/request.ts';
import { mustKnowDatabases, refusedDatabases } from '../tokens/databases.ts';
import { needsDatabaseToProbe } from '../tokens/permissions.ts';
import type { CreateResult } from '../tokens/results.ts';
import { formatTagged } from '../tokens/tag.ts';
import { tokenStatus } from '../tokens/token.ts';
import { deviations } from '../tokens/token-spec.ts';
import type { Deps } from './deps.ts';
import { issueToken, revokeDeviating } from './issuing/issue-token.ts';
import { retag } from './issuing/retag.ts';
import { waitUntilAccepted } from './issuing/wait-until-accepted.ts';

/**
 * create creates a token, waits until the cluster accepts it, and delivers it to the later steps of the job. The post step revokes
 * every token that was created, unless `keep` is set and everything succeeded. Throws only defects.
 */
export async function create(request: CreateRequest, deps: Deps): Promise<CreateResult> {
  const { api, runner, progress } = deps;
  const { description, grants, expiresAt, activationTimeoutMs: timeoutMs, keep } = request;
  const existing = await resultOf(databasesFor(request, api));
  if (existing instanceof Failure) return { kind: 'not-begun', error: existing };
  const databases = refusedDatabases(grants, existing);
  if (databases.length > 0) return { kind: 'unknown-databases', databases, input: grants.databasesInput };
  if (request.dryRun) return { kind: 'dry-run' };

  const ledger = await deps.newLedger(request.failOnRevokeError);
  const spec = {
    plainDescription: description,
    permissions: grants.permissions,
    expiresAt,
    kind: 'job',
    run: request.run,
  } as const;
  const issued = await issueToken(spec, ledger, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, clocks, secret, tag } = issued;
  runner.outputs(tokenOutputs(token, tokenStatus(token, clocks.forRenewing)));
  progress({ kind: 'created', token });

  const activation = await waitUntilAccepted({ token, secret }, { databases: existing, timeoutMs }, deps);
  if (activation.kind === 'refused') return { kind: 'not-accepted', activation };
  runner.outputs({ active: ACTIVE_OUTPUT[activation.kind] });

  if (keep) {
    // From now on, a cleanup knows that somebody uses the token.
    const kept = { ...spec, description: formatTagged(description, { ...tag, kind: 'kept' }) };
    const retagging = await retag(token.id, kept.description, api);
    if (retagging.kind !== 'done') return { kind: 'not-kept', token, activation, retagging };
    const found = deviations(kept, retagging.token);
    if (found.length > 0) {
      const deviating = { ...issued, token: retagging.token, deviations: found };
      const revoked = await revokeDeviating(deviating, ledger, deps);
      return { ...revoked, kind: 'not-kept-as-requested', activation };
    }
  }
  runner.token(secret);
  // This is last, because from now on the post step does not revoke the token.
  if (keep) ledger.keep(tag.nonce);
  return { kind: 'created', token, activation };
}

/** Reads the databases only to check names or to find one to probe `*` with. */
async function databasesFor(
  { grants, activationTimeoutMs }: CreateRequest,
  api: Deps['api'],
): Promise<readonly string[]> {
  const probesAny = activationTimeoutMs > 0 && needsDatabaseToProbe(grants.permissions);
  if (mustKnowDatabases(grants) || probesAny) return await api.databases();
  await api.endpoint();
  return [];
}
