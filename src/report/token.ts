import { Failure, InvalidInputs, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { CreateRequest, GetRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { ActivationStatus, CreateResult, GetResult, UnknownDatabases } from '../tokens/outcome.ts';
import { describePermissions, grantsAnyDatabase, type Permission } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import type { Token } from '../tokens/token.ts';
import { describeDate, describeExpiry } from '../tokens/token-spec.ts';
import {
  ACTIVATION_FACT,
  describeUnclear,
  notAccepted,
  reportIssueFailure,
  reportUnreachable,
} from './issuing.ts';
import { tokenOutputs } from './outputs.ts';

/** announceCreate warns about a token that grants access to all databases or never expires. */
export function announceCreate({ grants, expiresAt, keep }: CreateRequest): Report {
  const neverExpires: Line = {
    kind: 'warning',
    code: 'no-expiry',
    text: keep
      ? 'The token never expires: only a person can end it.'
      : 'The token never expires: should the post step not revoke it, only a person can end it.',
  };
  return {
    lines: [...warningsAbout(grants.permissions), ...(expiresAt === 'never' ? [neverExpires] : [])],
  };
}

/** reportCreate reports the new token. The step fails unless the cluster accepts the token, or cannot be reached. */
export function reportCreate(request: CreateRequest, result: CreateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'No token was created.') };
    case 'unknown-databases':
      return { failure: unknownDatabasesError(result) };
    case 'dry-run':
      return reportDryRun(request);
    case 'not-created':
    case 'lost':
    case 'deviates':
      return reportIssueFailure(result);
    case 'not-accepted':
      return { failure: notAccepted(result.activation, 'The post step revokes it.') };
    case 'not-kept':
      return { ...reportUnreachable(result.activation), failure: notKept(result) };
    case 'created':
      return {
        ...reportUnreachable(result.activation),
        sections: [created(request, result.token, result.activation)],
      };
  }
}

function reportDryRun({ description, grants, expiresAt, keep }: CreateRequest): Report {
  return {
    lines: [{ kind: 'info', text: 'This was a dry run: nothing was created.' }],
    sections: [
      {
        title: 'InfluxDB token: what `create` would do',
        facts: [
          ['For', description],
          ['Grants', describePermissions(grants.permissions)],
          ['Expires', describeExpiry(expiresAt)],
          ['Revoked', keep ? 'by a person' : 'when the job ends'],
        ],
      },
    ],
  };
}

function notKept({ token, retagging }: Extract<CreateResult, { kind: 'not-kept' }>): Failure {
  const why = retagging.kind === 'revoked' ? 'The server shows it as revoked.' : describeUnclear(retagging);
  return new Failure('token-not-kept', `${why} Token ${token.id} is not kept: the post step revokes it.`);
}

function created(
  { description, keep }: CreateRequest,
  { id, permissions, expiresAt }: Token,
  { kind }: ActivationStatus,
): SummarySection {
  return {
    title: 'InfluxDB token created',
    facts: [
      ['Token', id],
      ['For', description],
      ['Grants', describePermissions(permissions)],
      ['Expires', describeExpiry(expiresAt)],
      ['Accepted by the cluster', ACTIVATION_FACT[kind]],
      ['Revoked', keep ? 'by a person' : 'when this job ends'],
    ],
  };
}

/** reportGet reports what the server knows about one token. */
export function reportGet({ tokenId }: GetRequest, result: GetResult): Report {
  if (result.kind === 'not-found') return { failure: tokenNotFound(tokenId) };
  const { token, status } = result;
  return {
    outputs: tokenOutputs(token, status),
    lines: [{ kind: 'info', text: `Token ${token.id} is ${status}.` }],
    sections: [
      {
        title: 'InfluxDB token',
        facts: [
          ['Token', token.id],
          ['For', plainDescription(token.description)],
          ['Grants', describePermissions(token.permissions)],
          ['Created', describeDate(token.createdAt)],
          ['Expires', describeExpiry(token.expiresAt)],
          ['Status', status],
        ],
      },
    ],
  };
}

/** tokenNotFound says that the cluster does not know an ID. */
export function tokenNotFound(id: string): Failure {
  return new Failure(
    'token-not-found',
    `Token ${id} is not known to this cluster: check \`token-id\`, and \`account-id\` and \`cluster-id\`.`,
  );
}

/** warningsAbout warns about permissions on all databases, because nobody knows yet which ones will be created. */
export function warningsAbout(permissions: readonly Permission[]): Line[] {
  if (!grantsAnyDatabase(permissions)) return [];
  return [
    {
      kind: 'warning',
      code: 'all-databases',
      text: 'The token is for `*`: all databases of the cluster, those to come included.',
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
        message: `The cluster has no database "${name}".${hint} To grant it before it exists: \`check-databases: false\`.`,
      };
    }),
  );
}
