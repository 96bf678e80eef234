import { Failure } from '../base/errors.ts';
import { countOf, formatCount } from '../base/text.ts';
import type { ListRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { Rows, SummarySection, SummaryText } from '../runner/summary.ts';
import { type ListedToken, nextToExpireFirst } from '../tokens/listing.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { ListResult } from '../tokens/results.ts';
import { clusterLine, describeCreator, describeEnd, describeWhen, type ReportContext } from './context.ts';
import { describeSuspension } from './suspension.ts';

/** TABLE_CONTINUES says where the rest of a table is. */
export const TABLE_CONTINUES = 'The file in the output `tokens-file` contains the complete list.';

/** reportList reports the selected tokens. The step fails if there are any and `fail-on-match` is set. */
export function reportList(request: ListRequest, result: ListResult, context: ReportContext): Report {
  const { listed, total, unreadable } = result;
  return {
    lines: [
      { kind: 'info', text: `${countListed(listed.length, total)}.` },
      ...(unreadable > 0 ? [expiryNotReadable(unreadable)] : []),
    ],
    sections: [table(request, result, context)],
    ...(request.failOnMatch && listed.length > 0 ? { failure: tokensFound(listed.length) } : {}),
  };
}

function countListed(listed: number, total: number): string {
  return `${formatCount(listed)} of ${countOf(total, 'token')} listed`;
}

function expiryNotReadable(count: number): Line {
  return {
    kind: 'warning',
    code: 'expiry-not-readable',
    text:
      `The expiry of ${countOf(count, 'token')} cannot be read, so \`expires-within\` excludes ${count === 1 ? 'it' : 'them'}. ` +
      'To list all tokens, leave `expires-within` empty.',
  };
}

function tokensFound(count: number): Failure {
  return new Failure(
    'tokens-found',
    `${countOf(count, 'token')} ${count === 1 ? 'matches' : 'match'}, and \`fail-on-match\` is \`true\`. Nothing was changed. ` +
      'Check the list in the job summary.',
  );
}

/** The tokens that expire next come first. Where all have the same status, it has no column. */
function table(
  { filter }: ListRequest,
  { listed, total, now }: ListResult,
  context: ReportContext,
): SummarySection {
  const heading = { title: countListed(listed.length, total), text: [clusterLine(context)] };
  if (listed.length === 0) return { ...heading, items: [] };
  const isActive = filter.status === 'active';
  const isOwn = filter.scope.kind === 'repository';
  return {
    ...heading,
    head: [
      'Description',
      'Kind',
      'Permissions',
      'Created',
      'Expires',
      ...(isActive ? [] : ['Status']),
      ...(isOwn ? [] : ['Created by']),
      'Token ID',
    ],
    rows: rowsFor(listed.toSorted(nextToExpireFirst), (token) => [
      token.plainDescription,
      token.tag?.kind ?? 'untagged',
      describePermissions(token.permissions),
      describeWhen(token.createdAt, { now }),
      describeEnd(token.expiresAt, { now }),
      ...(isActive ? [] : [describeStatus(token, now)]),
      ...(isOwn ? [] : [describeCreator(token, context)]),
      token.id,
    ]),
    more: TABLE_CONTINUES,
  };
}

function describeStatus(token: ListedToken, now: number): string {
  const suspension = token.status === 'suspended' ? describeSuspension(token, { now }) : undefined;
  return suspension
    ? `suspended since ${suspension.since}; recorded permissions: ${suspension.grants}`
    : token.status;
}

/** rowsFor are rows that are made one by one, because a long table is cut before most of its rows are needed. */
export function rowsFor<Item>(items: readonly Item[], rowOf: (item: Item) => readonly SummaryText[]): Rows {
  return {
    length: items.length,
    *[Symbol.iterator]() {
      for (const item of items) yield rowOf(item);
    },
  };
}
