import { Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/server-text.ts';
import { tokenOutputs } from '../report/outputs.ts';
import type { RequestedPermissions } from '../request/fields/permissions.ts';
import type { UpdateRequest } from '../request/update.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describePermissions, samePermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';
import { planUpdate, type UpdatePlan } from '../tokens/update-plan.ts';
import type { Deps } from './deps.ts';
import { existingToken } from './existing-token.ts';
import { mustKnowDatabases, refuseUnknownDatabases, warnOfAnyDatabase } from './granted-databases.ts';

type Change = Extract<UpdatePlan, { kind: 'change' }>;

/** update changes what a token is for or what it grants: only what differs is sent, and its tag stays. */
export async function update(request: UpdateRequest, deps: Deps): Promise<void> {
  const { api, runner } = deps;
  const { token, clocks } = await existingToken(request.tokenId, api);
  const plan = planUpdate(
    token,
    {
      ...(request.description === undefined ? {} : { description: request.description }),
      ...(request.grants ? { permissions: request.grants.permissions } : {}),
    },
    clocks,
  );
  runner.outputs(tokenOutputs(token, tokenStatus(token, clocks.forRenewing)));
  if (plan.kind === 'refused') throw notUpdatable(token, plan.why);
  if (plan.kind === 'unchanged') {
    runner.outputs({ changed: 'false' });
    runner.info(`Token ${token.id} is as asked for already: nothing was sent.`);
    runner.summary({ title: 'InfluxDB token: nothing to update', facts: [['Token', token.id]] });
    return;
  }
  if (plan.change.permissions && request.grants) await checkGrants(request.grants, deps);
  for (const line of differences(token, plan)) runner.info(line);
  if (request.dryRun) {
    runner.outputs({ changed: 'true' });
    runner.info('This was a dry run: nothing was changed.');
    runner.summary(summary('InfluxDB token: what an update would change', token, plan));
    return;
  }
  const updated = await change(token, plan, api);
  runner.outputs(tokenOutputs(updated, tokenStatus(updated, clocks.forRenewing)));
  refuseDeviations({ ...token, ...plan.change }, updated);
  runner.outputs({ changed: 'true' });
  runner.info(`Updated token ${token.id}.`);
  runner.summary(summary('InfluxDB token updated', token, plan));
}

function notUpdatable({ id }: Token, why: string): Failure {
  return new Failure(
    'token-not-updated',
    `Token ${id} cannot be updated, since ${why}. Nothing was changed. Create a new one (\`operation: create\`).`,
  );
}

async function checkGrants(grants: RequestedPermissions, { api, runner }: Deps): Promise<void> {
  warnOfAnyDatabase(grants.permissions, runner);
  if (!mustKnowDatabases(grants)) return;
  const existing = await api.databases().catch((error: unknown) => {
    throw withContext(error, 'The token was not changed.');
  });
  refuseUnknownDatabases(grants, existing);
}

async function change({ id }: Token, plan: Change, api: Deps['api']): Promise<Token> {
  const updated = await api.updateToken(id, plan.change).catch((error: unknown) => {
    throw withContext(
      error,
      `Whether token ${id} was changed shows \`operation: get\`; to update it again does no harm.`,
    );
  });
  if (!updated) throw revokedMeanwhile(id);
  return updated;
}

/** The response counts and not the request: it must show what was sent, and what was not sent must not have changed. */
function refuseDeviations(wanted: Token, updated: Token): void {
  const { id } = wanted;
  if (updated.revokedAt !== 'unset') throw revokedMeanwhile(id);
  const asWanted =
    updated.description === wanted.description &&
    samePermissions(updated.permissions, wanted.permissions) &&
    updated.expiresAt === wanted.expiresAt;
  if (asWanted) return;
  throw new Failure(
    'not-updated-as-asked',
    `After the update, token ${id} is not as asked: it grants ${markServerText(`"${describePermissions(updated.permissions)}"`)}, ` +
      `expires ${describeExpiry(updated.expiresAt)}, and has the description ${markServerText(`"${updated.description}"`)}. Did somebody ` +
      'else change it at the same time? To update it again does no harm.',
  );
}

function revokedMeanwhile(id: string): Failure {
  return new Failure(
    'token-revoked',
    `Token ${id} has been revoked in the meantime: it grants nothing any more. Create a new one.`,
  );
}

function differences(token: Token, { change: { description }, added, removed }: Change): string[] {
  return [
    ...(added.length > 0 ? [`Adds ${describePermissions(added)}.`] : []),
    ...(removed.length > 0 ? [`Removes ${markServerText(describePermissions(removed))}.`] : []),
    ...(description === undefined
      ? []
      : [
          `Describes it as "${plainDescription(description)}" instead of ${markServerText(`"${plainDescription(token.description)}"`)}.`,
        ]),
  ];
}

function summary(
  title: string,
  token: Token,
  { change: { description, permissions }, added, removed }: Change,
): SummarySection {
  return {
    title,
    facts: [
      ['Token', token.id],
      ['For', plainDescription(description ?? token.description)],
      ...(description === undefined ? [] : [['Was for', plainDescription(token.description)] as const]),
      ['Grants', describePermissions(permissions ?? token.permissions)],
      ...(added.length > 0 ? [['Added', describePermissions(added)] as const] : []),
      ...(removed.length > 0 ? [['Removed', describePermissions(removed)] as const] : []),
    ],
  };
}
