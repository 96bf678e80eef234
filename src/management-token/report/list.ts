import { Failure } from '../../base/errors.ts';
import { formatCount } from '../../base/text.ts';
import { TABLE_CONTINUES } from '../../report/list.ts';
import type { Line, Report } from '../../runner/publish.ts';
import { formatDuration } from '../../tokens/duration.ts';
import { plainDescription } from '../../tokens/tag.ts';
import { describeDate, describeExpiry } from '../../tokens/token-spec.ts';
import type { ListResult } from '../outcome.ts';
import type { ListRequest } from '../request.ts';
import type { ShownToken } from '../token.ts';
import { info } from './progress.ts';

/** reportList reports the selected tokens. The step fails if there are any and `fail-on-match` is set. */
export function reportList(
  { failOnMatch }: ListRequest,
  { shown, total, unreadable, now }: ListResult,
): Report {
  const count = formatCount(shown.length);
  const warnings: Line[] =
    unreadable === 0
      ? []
      : [
          {
            kind: 'warning',
            code: 'expiry-not-readable',
            text: `The expiry of ${formatCount(unreadable)} management tokens cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`,
          },
        ];
  return {
    lines: [
      info(`${count} of the account's ${formatCount(total)} management tokens are listed.`),
      ...warnings,
    ],
    sections: [
      {
        title: `InfluxDB management tokens: ${shown.length === 0 ? 'none' : count}`,
        head: ['For', 'Prefix', 'Created by', 'Created', 'Expires', 'Status', 'Token'],
        rows: shown.map((token) => rowOf(token, now)),
        more: TABLE_CONTINUES,
      },
    ],
    ...(failOnMatch && shown.length > 0
      ? {
          failure: new Failure(
            'tokens-found',
            `${count} management tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`,
          ),
        }
      : {}),
  };
}

function rowOf(token: ShownToken, now: number): string[] {
  const { expiresAt } = token;
  const left =
    token.status === 'active' && typeof expiresAt === 'number'
      ? ` (in ${formatDuration(wholeHours(expiresAt - now))})`
      : '';
  return [
    plainDescription(token.description),
    token.prefix,
    token.createdBy,
    describeDate(token.createdAt),
    `${describeExpiry(expiresAt)}${left}`,
    token.inUse ? `${token.status}, used by this step` : token.status,
    token.id,
  ];
}

/** Minutes do not matter if the token expires in a day or later. */
function wholeHours(ms: number): number {
  const seconds = Math.floor(ms / 1000);
  return seconds < 24 * 3600 ? seconds : seconds - (seconds % 3600);
}
