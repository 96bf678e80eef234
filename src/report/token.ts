import { Failure } from '../base/errors.ts';
import type { GetRequest } from '../request/get.ts';
import type { Report } from '../runner/publish.ts';
import type { GetResult } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import { describeDate, describeExpiry } from '../tokens/token-spec.ts';
import { tokenOutputs } from './outputs.ts';

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
