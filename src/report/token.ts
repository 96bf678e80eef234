import { Failure, InvalidInputs, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { CreateRequest, GetRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { CreateResult, GetResult, UnknownDatabases } from '../tokens/outcome.ts';
import { describePermissions, grantsAnyDatabase, type Permission } from '../tokens/permissions.ts';
import { parseTagged, plainDescription } from '../tokens/tag.ts';
import { describeCreator, describeEnd, describeWhen, type ReportContext } from './context.ts';
import {
  ACTIVATION_FACT,
  describeUnclear,
  notAccepted,
  reportDeviating,
  reportIssueFailure,
  reportUnreachable,
} from './issuing.ts';
import { tokenOutputs } from './outputs.ts';
import { describeSuspension } from './suspension.ts';

/** announceCreate warns about a token that grants access to all databases or never expires. */
export function announceCreate({ grants, expiresAt, keep }: CreateRequest): Report {
  const neverExpires: Line = {
    kind: 'warning',
    code: 'no-expiry',
    text: keep
      ? 'The token never expires. Only a person can revoke it.'
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
    case 'not-kept':
      return { ...reportUnreachable(result.activation), failure: notKept(result) };
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
  const why = retagging.kind === 'revoked' ? 'The server shows it as revoked.' : describeUnclear(retagging);
  return new Failure(
    'token-not-kept',
    `Token ${token.id} could not be marked as kept: ${why} The post step revokes the token if it is still valid.`,
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

/** reportGet reports what the server knows about one token. */
export function reportGet({ tokenId }: GetRequest, result: GetResult, context: ReportContext): Report {
  if (result.kind === 'not-found') return { failure: tokenNotFound(tokenId) };
  const { token, status } = result;
  const tag = parseTagged(token.description)?.tag;
  const suspension = status === 'suspended' ? describeSuspension(token, context) : undefined;
  const state = suspension
    ? `has been suspended since ${suspension.since}. Its recorded permissions are ${markServerText(`"${suspension.grants}"`)}`
    : `is ${status}`;
  return {
    outputs: tokenOutputs(token, status),
    lines: [{ kind: 'info', text: `Token ${token.id} ${state}.` }],
    sections: [
      {
        title: `1 token found: its status is ${status}`,
        facts: [
          ['Token ID', token.id],
          ['Cluster', context.cluster],
          ['Description', plainDescription(token.description)],
          ['Kind', tag?.kind ?? 'untagged'],
          ['Permissions', describePermissions(token.permissions)],
          ['Created', describeWhen(token.createdAt, context)],
          ['Created by', describeCreator({ tag }, context)],
          ['Expires', describeEnd(token.expiresAt, context)],
          ['Status', status],
          ...(suspension
            ? [
                ['Suspended since', suspension.since] as const,
                ['Recorded permissions', suspension.grants] as const,
              ]
            : []),
        ],
      },
    ],
  };
}

/** tokenNotFound says that the cluster does not know an ID. */
export function tokenNotFound(id: string): Failure {
  return new Failure(
    'token-not-found',
    `The cluster does not know token ${id}. Check \`token-id\`, \`account-id\`, and \`cluster-id\`.`,
  );
}

/** warningsAbout warns about permissions on all databases, because nobody knows yet which ones will be created. */
export function warningsAbout(permissions: readonly Permission[]): Line[] {
  if (!grantsAnyDatabase(permissions)) return [];
  return [
    {
      kind: 'warning',
      code: 'all-databases',
      text: 'The token grants access to `*`: all databases of the cluster, including future ones.',
    },
  ];
}

/** unknownDatabasesError is one input error for each database that the cluster does not have. */
export function unknownDatabasesError({ databases, input }: Omit<UnknownDatabases, 'kind'>): InvalidInputs {
  return new InvalidInputs(
    databases.map(({ name, nearest }) => {
      const hint = nearest === undefined ? '' : ` Did you mean ${markServerText(`\`${nearest}\``)}?`;
      return {
        input,
        message:
          `The cluster has no database "${name}".${hint} To grant access to a database before it exists, set ` +
          '`check-databases: false`.',
      };
    }),
  );
}
