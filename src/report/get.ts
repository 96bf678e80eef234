import { markServerText } from '../base/text.ts';
import type { GetRequest } from '../request/request.ts';
import type { Report } from '../runner/publish.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { GetResult } from '../tokens/results.ts';
import { parseTagged, plainDescription } from '../tokens/tag.ts';
import { describeCreator, describeEnd, describeWhen, type ReportContext } from './context.ts';
import { tokenNotFound } from './failures.ts';
import { tokenOutputs } from './outputs.ts';
import { describeSuspension } from './suspension.ts';

/** reportGet reports what the server knows about one token. */
export function reportGet({ tokenId }: GetRequest, result: GetResult, context: ReportContext): Report {
  if (result.kind === 'not-found') return { failure: tokenNotFound(tokenId) };
  const { token, status } = result;
  const tag = parseTagged(token.description)?.tag;
  const suspension = status === 'suspended' ? describeSuspension(token, context) : undefined;
  const state = suspension
    ? `is suspended (since ${suspension.since}). Its recorded permissions are ${markServerText(`"${suspension.grants}"`)}`
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
