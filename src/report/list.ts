import { Failure } from '../base/errors.ts';
import { formatCount } from '../base/text.ts';
import type { ListRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { Bar, SummarySection } from '../runner/summary.ts';
import { formatDuration } from '../tokens/duration.ts';
import { type ListedToken, nextToExpireFirst } from '../tokens/listing.ts';
import type { ListResult } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';

/** TABLE_CONTINUES says where the rest of a table is. */
export const TABLE_CONTINUES = 'The file in the output `tokens-file` holds all.';

/** A chart with more bars is hard to read. */
const MAX_BARS = 12;

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** reportList reports the selected tokens. The step fails if there are any and `fail-on-match` is set. */
export function reportList({ failOnMatch }: ListRequest, result: ListResult): Report {
  const { listed, total, unreadable, now } = result;
  const byExpiry = listed.toSorted(nextToExpireFirst);
  const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MAX_BARS);
  return {
    lines: [
      {
        kind: 'info',
        text: `${formatCount(listed.length)} of the cluster's ${formatCount(total)} tokens are listed.`,
      },
      ...(unreadable > 0 ? [expiryNotReadable(unreadable)] : []),
    ],
    sections: [table(byExpiry, now), ...(bars.length > 0 ? [{ title: 'What expires next', bars }] : [])],
    ...(failOnMatch && listed.length > 0 ? { failure: tokensFound(listed.length) } : {}),
  };
}

function expiryNotReadable(count: number): Line {
  return {
    kind: 'warning',
    code: 'expiry-not-readable',
    text: `When ${formatCount(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`,
  };
}

function tokensFound(count: number): Failure {
  return new Failure(
    'tokens-found',
    `${formatCount(count)} tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`,
  );
}

function table(tokens: readonly ListedToken[], now: number): SummarySection {
  return {
    title: tokens.length === 0 ? 'InfluxDB tokens: none' : `InfluxDB tokens: ${formatCount(tokens.length)}`,
    head: ['For', 'Kind', 'Databases', 'Expires in', 'Status', 'Token'],
    rows: tokens.map((token) => [
      token.plainDescription,
      token.tag?.kind ?? 'untagged',
      describePermissions(token.permissions),
      describeTimeLeft(token, now),
      token.status,
      token.id,
    ]),
    more: TABLE_CONTINUES,
  };
}

/** Seconds do not matter if the token expires in a day or later. */
function describeTimeLeft({ expiresAt }: ListedToken, now: number): string {
  if (expiresAt === 'unset') return 'never';
  if (expiresAt === 'unreadable') return 'cannot be read';
  if (expiresAt <= now) return 'expired';
  const seconds = (expiresAt - now) / 1000;
  const finest = seconds >= DAY_S ? HOUR_S : seconds >= HOUR_S ? MINUTE_S : 1;
  return formatDuration(seconds - (seconds % finest));
}

function barOf({ status, expiresAt, plainDescription }: ListedToken, now: number): Bar[] {
  return status === 'active' && typeof expiresAt === 'number'
    ? [{ label: plainDescription, from: now, to: expiresAt }]
    : [];
}
