import { Failure } from '../base/errors.ts';
import { formatCount } from '../base/text.ts';
import type { ListRequest } from '../request/list.ts';
import type { Runner } from '../runner/runner.ts';
import type { Bar, SummarySection } from '../runner/summary.ts';
import { formatDuration } from '../tokens/duration.ts';
import {
  formatTokens,
  type ListedToken,
  listTokens,
  nextToExpireFirst,
  unreadableExpiries,
} from '../tokens/listing.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { Deps } from './deps.ts';
import { outputTokens } from './listing-outputs.ts';

/** As many bars as a chart can hold that is looked at and not searched. */
const MAX_BARS = 12;

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** list shows which tokens there are, of those that are asked for. */
export async function list({ filter, failOnMatch }: ListRequest, deps: Deps): Promise<void> {
  const { api, runner } = deps;
  const { tokens, clocks } = await api.tokens();
  const now = clocks.forRenewing;
  const listed = listTokens(tokens, filter, now);
  const json = formatTokens(listed);
  outputTokens(json, listed.length, deps);
  runner.info(
    `${formatCount(listed.length)} of the cluster's ${formatCount(tokens.length)} tokens are listed.`,
  );
  warnOfUnreadable(unreadableExpiries(tokens, filter, now).length, runner);
  const byExpiry = listed.toSorted(nextToExpireFirst);
  runner.summary(table(byExpiry, now));
  const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MAX_BARS);
  if (bars.length > 0) runner.summary({ title: 'What expires next', bars });
  if (failOnMatch && listed.length > 0) {
    throw new Failure(
      'tokens-found',
      `${formatCount(listed.length)} tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`,
    );
  }
}

function warnOfUnreadable(count: number, runner: Runner): void {
  if (count === 0) return;
  runner.warning(
    'expiry-not-readable',
    `When ${formatCount(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`,
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
    more: 'The file in the output `tokens-file` holds all.',
  };
}

/** Not to the second where that is a day off. */
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
