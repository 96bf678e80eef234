import type { ReportContext } from '../../src/report/context.ts';
import type { Line, Report } from '../../src/runner/publish.ts';
import type { Link, SummaryText } from '../../src/runner/summary.ts';
import { type ListedToken, listTokens } from '../../src/tokens/listing.ts';
import type { Token } from '../../src/tokens/token.ts';

export const NOW = Date.UTC(2026, 10, 23);

/** CONTEXT is the context of a step on github.com. */
export const CONTEXT: ReportContext = {
  cluster: 'a-cluster',
  endpoint: {
    apiUrl: 'https://console.influxdata.com',
    form: 'prefixed',
    accountId: 'an-account',
    clusterId: 'a-cluster',
  },
  action: 'acme/influxdb-token-action@v1',
  githubServer: 'github.com',
  now: NOW,
};

/** aToken is a live token that reads one database and never expires, by default. */
export function aToken(changes: Partial<Token> = {}): Token {
  return {
    id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    description: 'nightly',
    permissions: [{ action: 'read', resource: 'metrics' }],
    createdAt: NOW - 1000,
    expiresAt: 'unset',
    revokedAt: 'unset',
    ...changes,
  };
}

/** listed is a list of all given tokens, the newest first. */
export function listed(...tokens: readonly Token[]): ListedToken[] {
  return listTokens(tokens, { status: 'all', scope: { kind: 'cluster' }, databases: [] }, NOW);
}

/** textsOf are the lines of a report for the log, with the codes of annotations. */
export function textsOf({ lines = [] }: { readonly lines?: readonly Line[] }): string[] {
  return lines.map((line) => ('code' in line ? `${line.code}: ${line.text}` : line.text));
}

/** factsOf are the facts in the first section of a report. */
export function factsOf({ sections = [] }: Report): Record<string, SummaryText> {
  const [section] = sections;
  return section && 'facts' in section ? Object.fromEntries(section.facts) : {};
}

/** rowsOf are the rows of the table in the first section of a report, with prose as plain text. */
export function rowsOf({ sections = [] }: Report): readonly (readonly (string | Link)[])[] {
  const [section] = sections;
  const rows = section && 'rows' in section ? section.rows : [];
  return [...rows].map((row) => row.map(textOf));
}

function textOf(cell: SummaryText): string | Link {
  return typeof cell !== 'string' && 'prose' in cell ? cell.prose : cell;
}
