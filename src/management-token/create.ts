import { Failure, resultOf } from '../base/errors.ts';
import type { ManagementDeps } from './deps.ts';
import { type IssuedToken, issueToken } from './issue.ts';
import type { Ledger } from './ledger.ts';
import type { CreateResult, Withdrawn } from './outcome.ts';
import { managementTokenOutputs } from './outputs.ts';
import { proveToken } from './prove.ts';
import type { CreateRequest } from './request.ts';
import { revokeOne } from './revoke-tokens.ts';

/**
 * create creates a management token and gives it to the later steps of the job. The post step revokes the token, unless the step
 * succeeded. Throws only defects.
 */
export async function create(request: CreateRequest, deps: ManagementDeps): Promise<CreateResult> {
  const { influxctl, runner, progress } = deps;
  const { description, expiresAt, run, dryRun } = request;
  // Shows whether influxctl accepts the management token, before anything is created.
  const listed = await resultOf(influxctl.list());
  if (listed instanceof Failure) return { kind: 'not-begun', error: listed };
  if (dryRun) return { kind: 'dry-run' };

  const ledger = deps.newLedger();
  const issued = await issueToken({ plainDescription: description, expiresAt, run }, ledger, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, secret, nonce } = issued;
  runner.outputs(managementTokenOutputs(token));
  progress({ kind: 'created', id: token.id });
  const error = await proveToken(secret, deps);
  if (error) return await withdraw(issued, { kind: 'not-accepted', error }, { ledger, deps });
  progress({ kind: 'proven', id: token.id });
  runner.token(secret);
  // Last, because from here on the post step leaves the token alone.
  ledger.keep(nonce);
  return { kind: 'created', token };
}

/** withdraw revokes a new token that nobody has. Throws only defects. */
export async function withdraw(
  { token, nonce }: IssuedToken,
  why: Withdrawn['why'],
  { ledger, deps }: { readonly ledger: Ledger; readonly deps: ManagementDeps },
): Promise<Withdrawn> {
  const notRevoked = await revokeOne(token.id, deps.influxctl);
  if (!notRevoked) ledger.resolve(nonce);
  return { kind: 'withdrawn', token, why, notRevoked };
}
