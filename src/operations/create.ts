import { Failure, withContext } from '../base/errors.ts';
import { ACTIVATION_FACT, ACTIVE_OUTPUT, notAccepted, reportUnreachable } from '../report/activation.ts';
import { tokenOutputs } from '../report/outputs.ts';
import type { CreateRequest } from '../request/create.ts';
import { publish } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { ActivationStatus } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import { probeTarget } from '../tokens/probe-target.ts';
import { formatTagged } from '../tokens/tag.ts';
import { tokenStatus } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';
import type { Deps } from './deps.ts';
import { mustKnowDatabases, refuseUnknownDatabases, warnOfAnyDatabase } from './granted-databases.ts';
import { waitUntilActive } from './issuing/activation.ts';
import { type IssuedToken, issueToken } from './issuing/issue-token.ts';
import { retag } from './issuing/retag.ts';

/**
 * create creates a token, waits until the cluster accepts it, and gives it to the later steps of the job. Until the very
 * last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
 */
export async function create(request: CreateRequest, deps: Deps): Promise<void> {
  const { runner } = deps;
  warnOfRisks(request, deps);
  const databases = await existingDatabases(request, deps);
  refuseUnknownDatabases(request.grants, databases);
  if (request.dryRun) return showDryRun(request, deps);
  const ledger = deps.newLedger(request.failOnRevokeError);
  const issued = await issueToken(
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
  runner.outputs(tokenOutputs(issued.token, tokenStatus(issued.token, deps.clock.now())));
  runner.info(`Created token ${issued.token.id} (${describePermissions(issued.token.permissions)}).`);
  const timeoutMs = request.activationTimeoutMs;
  const activation = await waitUntilActive(issued, { databases, timeoutMs }, deps);
  if (activation.kind === 'refused') throw notAccepted(activation, 'The post step revokes it.');
  publish(reportUnreachable(activation), runner);
  runner.outputs({ active: ACTIVE_OUTPUT[activation.kind] });
  if (request.keep) await tagAsKept(request, issued, deps);
  runner.summary(summary(request, issued, activation));
  runner.token(issued.secret);
  if (request.keep) ledger.keep(issued.tag.nonce);
}

/** Everything up to the POST was done: the inputs are valid, and the databases were checked. */
function showDryRun(request: CreateRequest, { runner }: Deps): void {
  runner.info('This was a dry run: nothing was created.');
  runner.summary({
    title: 'InfluxDB token: what `create` would do',
    facts: [
      ['For', request.description],
      ['Grants', describePermissions(request.grants.permissions)],
      ['Expires', describeExpiry(request.expiresAt)],
      ['Revoked', request.keep ? 'by a person' : 'when the job ends'],
    ],
  });
}

function warnOfRisks({ grants, expiresAt, keep }: CreateRequest, { runner }: Deps): void {
  warnOfAnyDatabase(grants.permissions, runner);
  if (expiresAt === 'never') {
    runner.warning(
      'no-expiry',
      keep
        ? 'The token never expires: only a person can end it.'
        : 'The token never expires: should the post step not revoke it, only a person can end it.',
    );
  }
}

/** Asks only where the list is needed: to check names, to find one to probe `*` with, or to learn the path form. */
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
    throw withContext(error, 'No token was created.');
  }
}

/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request: CreateRequest, { token, tag }: IssuedToken, { api }: Deps): Promise<void> {
  const description = formatTagged(request.description, { ...tag, kind: 'kept' });
  const retagging = await retag(token.id, description, api);
  if (retagging.kind === 'done') return;
  const why = retagging.kind === 'revoked' ? 'The server shows it as revoked.' : retagging.why;
  throw new Failure('token-not-kept', `${why} Token ${token.id} is not kept: the post step revokes it.`);
}

function summary(request: CreateRequest, { token }: IssuedToken, { kind }: ActivationStatus): SummarySection {
  const facts: [name: string, value: string][] = [
    ['Token', token.id],
    ['For', request.description],
    ['Grants', describePermissions(token.permissions)],
    ['Expires', describeExpiry(token.expiresAt)],
    ['Accepted by the cluster', ACTIVATION_FACT[kind]],
    ['Revoked', request.keep ? 'by a person' : 'when this job ends'],
  ];
  return { title: 'InfluxDB token created', facts };
}
