import { Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { UpdateRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { PlannedUpdate, UpdateResult } from '../tokens/results.ts';
import { plainDescription } from '../tokens/tag.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeExpiring } from '../tokens/token-spec.ts';
import { describeEnd, type ReportContext } from './context.ts';
import { tokenNotFound, unknownDatabasesError } from './failures.ts';
import { tokenOutputs } from './outputs.ts';
import { warningsAbout } from './permission-warnings.ts';
import { DRY_RUN } from './progress.ts';
import { permissionsRestored } from './suspension.ts';

/** reportUpdate reports what was changed, or would be. The step fails unless the token is as requested, or would be. */
export function reportUpdate(
  { tokenId }: UpdateRequest,
  result: UpdateResult,
  context: ReportContext,
): Report {
  switch (result.kind) {
    case 'not-found':
      return { failure: tokenNotFound(tokenId) };
    case 'refused':
      return { failure: notUpdatable(result) };
    case 'unchanged':
      return reportUnchanged(result.token, context);
    case 'not-changed':
      return { lines: warnings(result), failure: withContext(result.error, 'The token was not changed.') };
    case 'unknown-databases':
      return { lines: warnings(result), failure: unknownDatabasesError(result) };
    case 'dry-run':
      return {
        outputs: { changed: 'true' },
        lines: [...differences(result), DRY_RUN],
        sections: [summary('Dry run: 1 token would be updated', result, context)],
      };
    case 'unknown-outcome':
      return { lines: differences(result), failure: unknownOutcome(result.token, result.error) };
    case 'revoked':
    case 'not-as-requested':
    case 'other-permissions':
    case 'given-back':
    case 'updated':
      return reportResponse(result, context);
  }
}

function reportUnchanged(token: Token, context: ReportContext): Report {
  const { id, description, permissions, expiresAt } = token;
  return {
    outputs: { changed: 'false' },
    lines: [{ kind: 'info', text: `Token ${id} already matches the request. Nothing was changed.` }],
    sections: [
      {
        title: '0 tokens updated: the token already matches the request',
        facts: [
          ['Token ID', id],
          ['Cluster', context.cluster],
          ['Description', plainDescription(description)],
          ['Permissions', describePermissions(permissions)],
          ['Expires', describeEnd(expiresAt, context)],
        ],
      },
    ],
  };
}

function reportResponse(
  result: Extract<UpdateResult, { readonly updated: unknown }>,
  context: ReportContext,
): Report {
  const { token, now, updated } = result;
  const outputs = updated ? tokenOutputs(updated, tokenStatus(updated, now)) : { status: 'revoked' };
  const lines = differences(result);
  switch (result.kind) {
    case 'revoked':
      return { outputs, lines, failure: revokedMeanwhile(token.id) };
    case 'not-as-requested':
    case 'other-permissions':
      return { outputs, lines, failure: notAsRequested(result.updated, now) };
    case 'given-back':
    case 'updated':
      return {
        outputs: { ...outputs, changed: 'true' },
        lines: [
          ...lines,
          ...(result.kind === 'given-back' ? [permissionsRestored(token.id)] : []),
          { kind: 'info', text: `Updated token ${token.id}.` },
        ],
        sections: [summary('1 token updated', result, context)],
      };
  }
}

function notUpdatable({
  token: { id },
  why,
  canBeRestored,
}: Extract<UpdateResult, { kind: 'refused' }>): Failure {
  const next = canBeRestored
    ? 'Restore its permissions first (`operation: restore`).'
    : 'Create a new token (`operation: create`).';
  return new Failure(
    'token-not-updated',
    `Token ${id} cannot be updated, because ${why}. Nothing was changed. ${next}`,
  );
}

function unknownOutcome({ id }: Token, error: Error): Error {
  return withContext(
    error,
    `It is not known whether token ${id} was changed. To find out, use \`operation: get\`. It is safe to update the token again.`,
    '',
  );
}

function revokedMeanwhile(id: string): Failure {
  return new Failure(
    'token-revoked',
    `Someone revoked token ${id} before the update, so it no longer grants access. Create a new token (\`operation: create\`).`,
  );
}

function notAsRequested(token: Token, now: number): Failure {
  const { id, permissions, expiresAt, description } = token;
  const next =
    tokenStatus(token, now) === 'suspended'
      ? 'Another run suspended the token at the same time. Restore its permissions (`operation: restore`), and update it again.'
      : 'Someone else might have changed the token at the same time. It is safe to update the token again.';
  return new Failure(
    'not-updated-as-requested',
    `Token ${id} still does not match the request. It grants ${markServerText(`"${describePermissions(permissions)}"`)}, ` +
      `${describeExpiring(expiresAt)}, and has the description ${markServerText(`"${description}"`)}. ${next}`,
  );
}

function warnings({ plan: { change } }: PlannedUpdate): Line[] {
  return change.permissions ? warningsAbout(change.permissions) : [];
}

/** Text from the server is marked, because another repository might have written it. */
function differences(planned: PlannedUpdate): Line[] {
  const { token, plan } = planned;
  const { added, removed, change } = plan;
  const texts = [
    ...(added.length > 0 ? [`Permissions to add: ${describePermissions(added)}.`] : []),
    ...(removed.length > 0
      ? [`Permissions to remove: ${markServerText(describePermissions(removed))}.`]
      : []),
    ...(change.description === undefined
      ? []
      : [
          `New description: "${plainDescription(change.description)}" instead of ${markServerText(`"${plainDescription(token.description)}"`)}.`,
        ]),
  ];
  return [...warnings(planned), ...texts.map((text): Line => ({ kind: 'info', text }))];
}

function summary(title: string, { token, plan }: PlannedUpdate, context: ReportContext): SummarySection {
  const { change, added, removed } = plan;
  const { description, permissions } = change;
  return {
    title,
    facts: [
      ['Token ID', token.id],
      ['Cluster', context.cluster],
      ['Description', plainDescription(description ?? token.description)],
      ...(description === undefined
        ? []
        : [['Old description', plainDescription(token.description)] as const]),
      ['Permissions', describePermissions(permissions ?? token.permissions)],
      ...(added.length > 0 ? [['Added', describePermissions(added)] as const] : []),
      ...(removed.length > 0 ? [['Removed', describePermissions(removed)] as const] : []),
      ['Expires', describeEnd(token.expiresAt, context)],
    ],
  };
}
