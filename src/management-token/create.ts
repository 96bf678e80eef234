import { Failure, resultOf } from '../base/errors.ts';
import { recordOutputs } from '../report/outputs.ts';
import type { ManagementDeps } from './deps.ts';
import { type IssuedToken, issueToken } from './issue.ts';
import type { CreateResult, Withdrawn } from './outcome.ts';
import type { CreateRequest } from './request.ts';
import { revokeOne } from './revoke-tokens.ts';
import { waitUntilAccepted } from './wait-until-accepted.ts';

/**
 * create creates a management token and gives it to the later steps of the job. The post step revokes the token until the caller marks it as
 * kept in the ledger. Throws only defects.
 */
export async function create(request: CreateRequest, deps: ManagementDeps): Promise<CreateResult> {
  const { influxctl, runner, progress } = deps;
  const { description, expiresAt, run, dryRun } = request;
  // Shows whether influxctl accepts the management token, before anything is created.
  const listed = await resultOf(influxctl.list());
  if (listed instanceof Failure) return { kind: 'not-begun', error: listed };
  if (dryRun) return { kind: 'dry-run' };

  const issued = await issueToken({ plainDescription: description, expiresAt, run }, deps);
  if (issued.kind !== 'issued') return issued;
  const { token, secret, nonce } = issued;
  runner.outputs(recordOutputs(token));
  progress({ kind: 'created', id: token.id });
  const error = await waitUntilAccepted(secret, deps);
  if (error) return await withdraw(issued, { kind: 'not-accepted', error }, deps);
  progress({ kind: 'accepted', id: token.id });
  runner.token(secret);
  return { kind: 'created', token, nonce };
}

/** withdraw revokes a new token that no consumer has. Throws only defects. */
export async function withdraw(
  { token, nonce }: IssuedToken,
  why: Withdrawn['why'],
  { ledger, influxctl }: Pick<ManagementDeps, 'ledger' | 'influxctl'>,
): Promise<Withdrawn> {
  const notRevoked = await revokeOne(token.id, influxctl);
  if (!notRevoked) ledger.resolve(nonce);
  return { kind: 'withdrawn', token, why, notRevoked };
}
