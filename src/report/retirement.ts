import { asSentence } from '../base/errors.ts';
import type { Line } from '../runner/publish.ts';
import type { Bar, SummarySection } from '../runner/summary.ts';
import { formatInstant, formatSecond } from '../tokens/dates.ts';
import type { LeftToken, RetirementResult } from '../tokens/rotation/outcome.ts';
import type { Token } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';

/** A chart shows this much of a token that never expires. */
const NEVER_SHOWN_AS_MS = 90 * 24 * 3_600_000;

/** describeRetirement writes the lines of the log about which replaced tokens were revoked, and what failed. */
export function describeRetirement(result: RetirementResult): readonly Line[] {
  if (result.kind === 'not-listed') {
    const text = `Which tokens were replaced long enough ago is not known: ${asSentence(result.error)} They stay valid; the next run looks again.`;
    return [{ kind: 'warning', code: 'nothing-retired', text }];
  }
  const { revoked, failed, error } = result;
  const lines = revoked.map(
    (id): Line => ({ kind: 'info', text: `Revoked token ${id}, which was replaced.` }),
  );
  if (failed.length === 0) return lines;
  const text = `Nobody needs ${failed.join(', ')} any more, and revoking failed: ${asSentence(error)} The next run tries again.`;
  return [...lines, { kind: 'warning', code: 'replaced-token-not-revoked', text }];
}

/** summarizeValidity shows until when the current token and the replaced ones are valid. */
export function summarizeValidity(current: Token, result: RetirementResult): SummarySection[] {
  if (result.kind === 'not-listed') return [];
  const { revoked, left } = result;
  const bars = [
    ...left.flatMap(({ token, until }) => barOf('old', { ...token, expiresAt: until })),
    ...barOf('new', current),
  ];
  return [
    validityTable([
      [current.id, 'current', describeExpiry(current.expiresAt)],
      ...left.map((one) => [one.token.id, 'replaced', describeEnd(one)]),
      ...revoked.map((id) => [id, 'replaced', 'revoked now']),
    ]),
    ...(bars.length > 1 ? [{ title: 'Old and new', bars }] : []),
  ];
}

/** summarizeUnretired shows until when the new token and the tokens that it replaces are valid while nothing is retired. */
export function summarizeUnretired(
  { id, expiresAt }: Token,
  replaced: readonly Token[],
  isPromoted: boolean,
): SummarySection {
  return validityTable([
    [id, 'new', describeExpiry(expiresAt)],
    ...replaced.map((token) => [
      token.id,
      isPromoted ? 'replaced' : 'to be replaced',
      isPromoted ? 'the first run that finds its grace over' : 'a rotation is committed, and its grace over',
    ]),
  ]);
}

function validityTable(rows: readonly (readonly string[])[]): SummarySection {
  return { title: 'What stays valid until when', head: ['Token', 'What', 'Valid until'], rows };
}

function barOf(label: string, { id, createdAt, expiresAt }: Token): Bar[] {
  if (typeof createdAt !== 'number') return [];
  const to = typeof expiresAt === 'number' ? expiresAt : createdAt + NEVER_SHOWN_AS_MS;
  return [{ label: `${label} ${id}`, from: createdAt, to }];
}

/** A token can expire before its grace period is over. */
function describeEnd({ token: { expiresAt }, until }: LeftToken): string {
  return typeof expiresAt === 'number' && expiresAt < until
    ? formatInstant(expiresAt)
    : `the first run after ${formatSecond(until)}`;
}
