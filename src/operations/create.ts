import { type Activation, waitForActivation } from '../data-plane/activation.ts';
import { type ProbeTarget, probeTarget } from '../data-plane/probe.ts';
import { asSentence, Failure, withConsequence } from '../failure.ts';
import type { CreateRequest } from '../request/create.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { Secret } from '../secret.ts';
import { formatDuration } from '../tokens/duration.ts';
import { describeExpiry } from '../tokens/order.ts';
import { describePermissions } from '../tokens/permissions.ts';
import { formatTagged } from '../tokens/tag.ts';
import { tokenStatus } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import { mustKnowDatabases, refuseUnknownDatabases, warnOfAnyDatabase } from './granted-databases.ts';
import { Ledger } from './ledger.ts';
import { type Minted, mint } from './mint.ts';
import { tokenOutputs } from './token-outputs.ts';

/**
 * create mints a token, proves that the cluster accepts it, and hands it to the later steps of the job. Until the very
 * last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
 */
export async function create(request: CreateRequest, deps: Deps): Promise<void> {
  const { api, runner } = deps;
  warnOfRisks(request, deps);
  const databases = await existingDatabases(request, deps);
  refuseUnknownDatabases(request.grants, databases);
  const ledger = new Ledger((state) => runner.saveState(state), {
    place: api.place,
    tries: request.connection.tries,
    failOnRevokeError: request.failOnRevokeError,
  });
  const minted = await mint(
    {
      plainDescription: request.description,
      permissions: request.grants.permissions,
      expiresAt: request.expiresAt,
      kind: 'job',
    },
    request.run,
    ledger,
    deps,
  );
  runner.outputs(tokenOutputs(minted.token, tokenStatus(minted.token, deps.clock.now())));
  runner.info(`Created token ${minted.token.id} (${describePermissions(minted.token.permissions)}).`);
  const active = await provenActive(request, minted.secret, databases, deps);
  runner.outputs({ active });
  if (request.keep) await tagAsKept(request, minted, deps);
  runner.summary(summary(request, minted, active));
  runner.token(minted.secret);
  if (request.keep) ledger.keep(minted.tag.nonce);
}

function warnOfRisks({ grants, expiresAt, keep }: CreateRequest, { runner }: Deps): void {
  warnOfAnyDatabase(grants.permissions, runner);
  if (expiresAt === 'never') {
    runner.warning(
      'No expiry',
      keep
        ? 'The token never expires: only a person can end it.'
        : 'The token never expires: should the post step not revoke it, only a person can end it.',
    );
  }
}

/** Asks only where the answer is needed: to check names, to find one to probe `*` with, or to learn the path form. */
async function existingDatabases(
  { grants, activationTimeoutMs }: CreateRequest,
  { api }: Deps,
): Promise<readonly string[]> {
  const { permissions } = grants;
  const probesAny = activationTimeoutMs > 0 && permissions.length > 0 && !probeTarget(permissions, []);
  if (!mustKnowDatabases(grants) && !probesAny && api.located) return [];
  try {
    return await api.databases();
  } catch (error) {
    throw withConsequence(error, 'No token was created.');
  }
}

/** Returns the output `active`. Throws a Failure when the cluster did not accept the token in time. */
async function provenActive(
  request: CreateRequest,
  secret: Secret,
  databases: readonly string[],
  { dataPlane, runner, clock }: Deps,
): Promise<'true' | 'false' | ''> {
  const timeoutMs = request.activationTimeoutMs;
  if (timeoutMs === 0) return '';
  const target = probeTarget(request.grants.permissions, databases);
  if (!target) {
    runner.info('There is nothing to probe the token with, so it was not.');
    return '';
  }
  const limit = formatDuration(timeoutMs / 1000);
  runner.info(`Waiting for the cluster to accept the token (${describeTarget(target)}, at most ${limit}).`);
  const activation = await waitForActivation(
    (tryMs) => dataPlane.probe(target, secret, tryMs),
    timeoutMs,
    clock,
    (line) => runner.info(line),
  );
  if (activation.kind === 'accepted') {
    runner.info('The cluster accepts the token.');
    return 'true';
  }
  if (activation.kind === 'refused') throw notAccepted(activation, limit);
  runner.warning(
    'Token not probed',
    `Whether the cluster accepts the token is not known: ${asSentence(activation.why)} If it cannot be reached from this ` +
      'runner, check `cluster-url`, or skip the probe with `activation-timeout: 0`.',
  );
  return 'false';
}

function notAccepted({ why }: Exclude<Activation, { kind: 'accepted' }>, limit: string): Failure {
  return new Failure(
    'Token not accepted',
    `The cluster has not accepted the token (${why}; waited for at most ${limit}). The post step revokes it. Check that \`cluster-url\` ` +
      'is the data plane of this very cluster; give it more time with `activation-timeout`, or skip the probe with ' +
      '`activation-timeout: 0`.',
  );
}

/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request: CreateRequest, { token, tag }: Minted, { api }: Deps): Promise<void> {
  const description = formatTagged(request.description, { ...tag, kind: 'kept' });
  const updated = await api.updateToken(token.id, { description }).catch((error: unknown) => {
    throw withConsequence(error, `Token ${token.id} is not kept: the post step revokes it.`);
  });
  if (updated.description !== description || updated.revokedAt !== 'unset') {
    throw new Failure(
      'Token not kept',
      `Token ${token.id} could not be marked as kept: the server shows it ` +
        `${updated.revokedAt === 'unset' ? 'with another description' : 'as revoked'}. The post step revokes it.`,
    );
  }
}

function describeTarget({ action, database }: ProbeTarget): string {
  return `${action} on ${database}`;
}

function summary(request: CreateRequest, { token }: Minted, active: string): SummarySection {
  const facts: [name: string, value: string][] = [
    ['Token', token.id],
    ['For', request.description],
    ['Grants', describePermissions(token.permissions)],
    ['Expires', describeExpiry(token.expiresAt)],
    ['Accepted by the cluster', { true: 'yes', false: 'not known', '': 'not probed' }[active] ?? active],
    ['Revoked', request.keep ? 'by a person' : 'when this job ends'],
  ];
  return { title: 'InfluxDB token created', facts };
}
