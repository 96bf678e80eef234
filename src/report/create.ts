import { Failure, withContext } from '../base/errors.ts';
import type { CreateRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { CreateResult } from '../tokens/results.ts';
import { describeEnd, type ReportContext } from './context.ts';
import { unknownDatabasesError } from './failures.ts';
import {
  ACTIVATION_FACT,
  describeUnclear,
  notAccepted,
  reportDeviating,
  reportIssueFailure,
  reportUnreachable,
} from './issuing.ts';
import { warningsAbout } from './permission-warnings.ts';

/** announceCreate warns about a token that grants access to all databases or never expires. */
export function announceCreate({ grants, expiresAt, keep }: CreateRequest): Report {
  const neverExpires: Line = {
    kind: 'warning',
    code: 'no-expiry',
    text: keep
      ? 'The token never expires. It stays valid until a person or a cleanup with `max-age` revokes the token.'
      : 'The token never expires. If the post step cannot revoke it, a person must revoke it.',
  };
  return {
    lines: [...warningsAbout(grants.permissions), ...(expiresAt === 'never' ? [neverExpires] : [])],
  };
}

/** reportCreate reports the new token. The step fails unless the cluster accepts the token, or cannot be reached. */
export function reportCreate(request: CreateRequest, result: CreateResult, context: ReportContext): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'No token was created.') };
    case 'unknown-databases':
      return { failure: unknownDatabasesError(result) };
    case 'dry-run':
      return reportDryRun(request, context);
    case 'not-created':
    case 'lost':
    case 'deviates':
      return reportIssueFailure(result);
    case 'not-accepted':
      return { failure: notAccepted(result.activation, 'The post step revokes the token.') };
    case 'not-kept': {
      const outputs = result.retagging.kind === 'revoked' ? { status: 'revoked' } : {};
      return { ...reportUnreachable(result.activation), outputs, failure: notKept(result) };
    }
    case 'not-kept-as-requested': {
      const what = `The server changed token ${result.token.id} when the step marked it as kept.`;
      return { ...reportUnreachable(result.activation), ...reportDeviating(result, what) };
    }
    case 'created':
      return {
        ...reportUnreachable(result.activation),
        sections: [created(request, result, context)],
      };
  }
}

function reportDryRun(
  { description, grants, expiresAt, keep }: CreateRequest,
  context: ReportContext,
): Report {
  return {
    lines: [{ kind: 'info', text: 'This was a dry run: nothing was created.' }],
    sections: [
      {
        title: 'Dry run: 1 token would be created',
        facts: [
          ['Cluster', context.cluster],
          ['Description', description],
          ['Permissions', describePermissions(grants.permissions)],
          ['Expires', describeEnd(expiresAt, context)],
          ['After the job', afterTheJob(keep)],
        ],
      },
    ],
  };
}

function notKept({ token, retagging }: Extract<CreateResult, { kind: 'not-kept' }>): Failure {
  const why =
    retagging.kind === 'revoked'
      ? 'The token is revoked, or the API no longer knows the token.'
      : describeUnclear(retagging);
  return new Failure(
    'token-not-kept',
    `The step could not mark token ${token.id} as kept. ${why} If the token is still valid, the post step revokes the token.`,
  );
}

function created(
  { description, keep }: CreateRequest,
  { token, activation }: Extract<CreateResult, { kind: 'created' }>,
  context: ReportContext,
): SummarySection {
  const { id, permissions, expiresAt } = token;
  return {
    title: '1 token created',
    facts: [
      ['Token ID', id],
      ['Cluster', context.cluster],
      ['Description', description],
      ['Permissions', describePermissions(permissions)],
      ['Expires', describeEnd(expiresAt, context)],
      ['Activation', ACTIVATION_FACT[activation.kind]],
      ['After the job', afterTheJob(keep)],
    ],
  };
}

function afterTheJob(keep: boolean): string {
  return keep ? 'stays valid until it expires or is revoked' : 'revoked by the post step';
}
