import { Failure } from '../../base/errors.ts';
import { countOf, formatCount } from '../../base/text.ts';
import { clusterLine, describeEnd, describeWhen, type Where } from '../../report/context.ts';
import { TABLE_CONTINUES } from '../../report/list.ts';
import type { Report } from '../../runner/publish.ts';
import { plainDescription } from '../../tokens/tag.ts';
import type { ListResult } from '../outcome.ts';
import type { ShownToken } from '../token.ts';
import { info } from './progress.ts';

interface ListedFor {
  readonly failOnMatch: boolean;
  readonly where: Where;
}

/** reportList reports the selected tokens. The step fails if there are any and `fail-on-match` is set. */
export function reportList(
  { failOnMatch, where }: ListedFor,
  { shown, total, unreadable, now }: ListResult,
): Report {
  const listed = `${formatCount(shown.length)} of ${countOf(total, 'management token')} listed`;
  return {
    lines: [
      info(`${listed}.`),
      ...(unreadable > 0
        ? [{ kind: 'warning', code: 'expiry-not-readable', text: expiryNotReadable(unreadable) } as const]
        : []),
    ],
    sections: [
      {
        title: listed,
        text: [clusterLine(where)],
        ...(shown.length === 0
          ? { items: [] }
          : {
              head: ['Description', 'Prefix', 'Created by', 'Created', 'Expires', 'Status', 'Token ID'],
              rows: shown.map((token) => rowOf(token, now)),
              more: TABLE_CONTINUES,
            }),
      },
    ],
    ...(failOnMatch && shown.length > 0 ? { failure: tokensFound(shown.length) } : {}),
  };
}

function expiryNotReadable(count: number): string {
  return (
    `The expiry of ${countOf(count, 'management token')} cannot be read, so \`expires-within\` excludes ${count === 1 ? 'it' : 'them'}. ` +
    'To list all tokens, leave `expires-within` empty.'
  );
}

function tokensFound(count: number): Failure {
  return new Failure(
    'tokens-found',
    `${countOf(count, 'management token')} ${count === 1 ? 'matches' : 'match'}, and \`fail-on-match\` is \`true\`. Nothing was changed. ` +
      'Check the list in the job summary.',
  );
}

function rowOf(token: ShownToken, now: number): string[] {
  return [
    plainDescription(token.description),
    token.prefix,
    token.createdBy,
    describeWhen(token.createdAt, { now }),
    describeEnd(token.expiresAt, { now }),
    token.inUse ? `${token.status}, used by this step` : token.status,
    token.id,
  ];
}
