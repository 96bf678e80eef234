import { Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { UpdateRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { PlannedUpdate, UpdateResult } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';
import { tokenOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';
import { permissionsGivenBack } from './suspension.ts';
import { tokenNotFound, unknownDatabasesError, warningsAbout } from './token.ts';

/** reportUpdate reports what was changed, or would be. The step fails unless the token is as asked, or would be. */
export function reportUpdate({ tokenId }: UpdateRequest, result: UpdateResult): Report {
  switch (result.kind) {
    case 'not-found':
      return { failure: tokenNotFound(tokenId) };
    case 'refused':
      return { failure: notUpdatable(result) };
    case 'unchanged':
      return reportUnchanged(result.token);
    case 'not-begun':
      return { lines: warnings(result), failure: withContext(result.error, 'The token was not changed.') };
    case 'unknown-databases':
      return { lines: warnings(result), failure: unknownDatabasesError(result) };
    case 'dry-run':
      return {
        outputs: { changed: 'true' },
        lines: [...differences(result), DRY_RUN],
        sections: [summary('InfluxDB token: what an update would change', result)],
      };
    case 'unknown-outcome':
      return { lines: differences(result), failure: unknownOutcome(result.token, result.error) };
    case 'revoked':
    case 'not-as-asked':
    case 'permissions-lost':
    case 'given-back':
    case 'updated':
      return reportResponse(result);
  }
}

function reportUnchanged({ id }: Token): Report {
  return {
    outputs: { changed: 'false' },
    lines: [{ kind: 'info', text: `Token ${id} is as asked for already: nothing was sent.` }],
    sections: [{ title: 'InfluxDB token: nothing to update', facts: [['Token', id]] }],
  };
}

function reportResponse(result: Extract<UpdateResult, { readonly updated: unknown }>): Report {
  const { token, now, updated } = result;
  const outputs = updated ? tokenOutputs(updated, tokenStatus(updated, now)) : {};
  const lines = differences(result);
  switch (result.kind) {
    case 'revoked':
      return { outputs, lines, failure: revokedMeanwhile(token.id) };
    case 'not-as-asked':
    case 'permissions-lost':
      return { outputs, lines, failure: notAsAsked(result.updated, now) };
    case 'given-back':
    case 'updated':
      return {
        outputs: { ...outputs, changed: 'true' },
        lines: [
          ...lines,
          ...(result.kind === 'given-back' ? [permissionsGivenBack(token.id)] : []),
          { kind: 'info', text: `Updated token ${token.id}.` },
        ],
        sections: [summary('InfluxDB token updated', result)],
      };
  }
}

function notUpdatable({
  token: { id },
  why,
  canBeRestored,
}: Extract<UpdateResult, { kind: 'refused' }>): Failure {
  const next = canBeRestored
    ? 'Give its permissions back first (`operation: restore`).'
    : 'Create a new one (`operation: create`).';
  return new Failure(
    'token-not-updated',
    `Token ${id} cannot be updated, since ${why}. Nothing was changed. ${next}`,
  );
}

function unknownOutcome({ id }: Token, error: Error): Error {
  return withContext(
    error,
    `Whether token ${id} was changed shows \`operation: get\`; to update it again does no harm.`,
  );
}

function revokedMeanwhile(id: string): Failure {
  return new Failure(
    'token-revoked',
    `Token ${id} has been revoked in the meantime: it grants nothing any more. Create a new one.`,
  );
}

function notAsAsked(token: Token, now: number): Failure {
  const { id, permissions, expiresAt, description } = token;
  const next =
    tokenStatus(token, now) === 'suspended'
      ? 'Another run suspended it at the same time. Give its permissions back (`operation: restore`), and update it again.'
      : 'Did somebody else change it at the same time? To update it again does no harm.';
  return new Failure(
    'not-updated-as-asked',
    `After the update, token ${id} is not as asked: it grants ${markServerText(`"${describePermissions(permissions)}"`)}, ` +
      `expires ${describeExpiry(expiresAt)}, and has the description ${markServerText(`"${description}"`)}. ${next}`,
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
    ...(added.length > 0 ? [`Adds ${describePermissions(added)}.`] : []),
    ...(removed.length > 0 ? [`Removes ${markServerText(describePermissions(removed))}.`] : []),
    ...(change.description === undefined
      ? []
      : [
          `Describes it as "${plainDescription(change.description)}" instead of ${markServerText(`"${plainDescription(token.description)}"`)}.`,
        ]),
  ];
  return [...warnings(planned), ...texts.map((text): Line => ({ kind: 'info', text }))];
}

function summary(title: string, { token, plan }: PlannedUpdate): SummarySection {
  const { change, added, removed } = plan;
  const { description, permissions } = change;
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
