import { asSentence } from '../base/errors.ts';
import { countOf } from '../base/text.ts';
import type { Line } from '../runner/publish.ts';
import type { SummarySection, SummaryText } from '../runner/summary.ts';
import { describeMoment, followingMinute } from '../tokens/dates.ts';
import type { Outcome } from '../tokens/outcome.ts';
import type { LeftToken, Retired, RetirementResult } from '../tokens/rotation/outcome.ts';
import type { RetiredToken } from '../tokens/rotation/retirement.ts';
import type { Token } from '../tokens/token.ts';
import { isWithoutAccess } from '../tokens/token-content.ts';
import { describeEnd, type ReportContext } from './context.ts';
import { failedSuspension, reportKept, WOULD_END } from './suspension.ts';

/** describeRetirement writes the lines of the log about which replaced tokens were revoked or suspended, and what failed. */
export function describeRetirement(result: RetirementResult): readonly Line[] {
  if (result.kind === 'not-listed') {
    return [{ kind: 'warning', code: 'nothing-retired', text: notListed(result.error) }];
  }
  const { revoked, suspended, spared, kept, failed } = result;
  const lines: Line[] = [
    ...revoked.map((id): Line => ({ kind: 'info', text: `Revoked replaced token ${id}.` })),
    ...suspended.map(({ id }): Line => ({ kind: 'info', text: `Suspended replaced token ${id}.` })),
    ...reportKept(spared),
    ...kept.map(({ id, reason }): Line => ({ kind: 'info', text: `Token ${id} is kept: ${reason}.` })),
  ];
  // A token is skipped because of another one.
  const first = failed.find(({ kind }) => kind !== 'skipped') ?? failed[0];
  if (!first) return lines;
  const text =
    `The step could not revoke or suspend ${countOf(failed.length, 'replaced token')} ` +
    `(${failed.map(({ id }) => id).join(', ')}). ${describeFailed(first)} The next run tries again.`;
  return [...lines, { kind: 'warning', code: 'replaced-token-not-revoked', text }];
}

function describeFailed(outcome: Outcome): string {
  const { id } = outcome;
  if (outcome.kind === 'failed') return `Token ${id} was not revoked. ${asSentence(outcome.error)}`;
  return failedSuspension(outcome) ?? `Token ${id} was skipped.`;
}

function notListed(error: Error): string {
  return `The step could not retire the replaced tokens. ${asSentence(error)} These tokens stay valid. The next run tries again.`;
}

/** previewRetirement shows in a dry run which replaced tokens would be revoked or suspended. */
export function previewRetirement(result: RetirementResult): {
  readonly lines: readonly Line[];
  readonly sections: readonly SummarySection[];
} {
  const postponed = result.kind === 'retired' ? result.postponed : [];
  if (postponed.length === 0) return { lines: [], sections: [] };
  return {
    lines: postponed.map(({ id, decision, reason }) => ({
      kind: 'info',
      text: `Replaced token ${id} ${WOULD_END[decision]}: ${reason}.`,
    })),
    sections: [
      {
        title: 'Replaced tokens to revoke or suspend',
        head: ['Token ID', 'Result', 'Reason'],
        rows: postponed.map(({ id, decision, reason }) => [id, WOULD_END[decision], { prose: reason }]),
      },
    ],
  };
}

/** describeReplacedTokens says in sentences what became of the tokens that the current one replaces, and until when they are valid. */
export function describeReplacedTokens(result: RetirementResult, { now }: ReportContext): string[] {
  if (result.kind === 'not-listed') return [notListed(result.error)];
  const { revoked, suspended, left } = result;
  const kept = keptWithAccess(result);
  const last = left.toSorted((one, other) => lastInstant(other) - lastInstant(one))[0];
  const valid =
    left.length === 1
      ? 'The replaced token stays valid until'
      : `${countOf(left.length, 'replaced token')} stay valid, at most until`;
  return [
    ...(last ? [`${valid} ${describeLastInstant(last, now)}.`] : []),
    ...countEnded(kept.length, 'kept'),
    ...countEnded(suspended.length, 'suspended'),
    ...countEnded(revoked.length, 'revoked'),
  ];
}

/** Tokens that no later run ends either, until a person or another workflow changes them. */
function keptWithAccess({ kept }: Retired): readonly RetiredToken[] {
  return kept.filter((token) => !isWithoutAccess(token));
}

function countEnded(count: number, how: 'kept' | 'suspended' | 'revoked'): string[] {
  return count === 0 ? [] : [`${countOf(count, 'replaced token')} ${count === 1 ? 'was' : 'were'} ${how}.`];
}

/** summarizeValidity shows until when the current token and the replaced ones are valid. */
export function summarizeValidity(
  current: Token,
  result: RetirementResult,
  context: ReportContext,
): SummarySection[] {
  if (result.kind === 'not-listed') return [];
  const { revoked, suspended, left } = result;
  return [
    validityTable([
      [current.id, 'current', describeLimit(current.expiresAt, context)],
      ...left.map((one) => [one.token.id, 'replaced', describeLastInstant(one, context.now)]),
      ...keptWithAccess(result).map(({ id, expiresAt, reason }) => [
        id,
        { prose: `kept: ${reason}` },
        describeLimit(expiresAt, context),
      ]),
      ...suspended.map(({ id }) => [id, 'replaced', 'no longer valid (suspended by this run)']),
      ...revoked.map((id) => [id, 'replaced', 'no longer valid (revoked by this run)']),
    ]),
  ];
}

/** UnretiredState is how a rotation left its new token, if nothing is retired. `unclear`: it is not known whether it was promoted. */
export type UnretiredState = 'current' | 'pending' | 'unclear' | 'restored';

/** The state of the new token, and that of the tokens that it replaces. */
const STATES: Readonly<Record<UnretiredState, readonly [own: string, others: string]>> = {
  current: ['current', 'replaced'],
  pending: ['pending', 'in use'],
  unclear: ['current or pending (not known)', 'in use or replaced (not known)'],
  restored: ['kept', 'in use'],
};

/** summarizeUnretired shows until when the new token and the tokens that it replaces are valid while nothing is retired. */
export function summarizeUnretired(
  { id, expiresAt }: Token,
  { replaced, state }: { readonly replaced: readonly Token[]; readonly state: UnretiredState },
  context: ReportContext,
): SummarySection {
  const [own, others] = STATES[state];
  return validityTable([
    [id, own, describeLimit(expiresAt, context)],
    ...replaced.map((token) => [
      token.id,
      others,
      state === 'current'
        ? 'the first run after the grace period'
        : 'the end of the grace period, if the new token is promoted',
    ]),
  ]);
}

/** In the column "Valid until", "never" would be read as the opposite. */
function describeLimit(expiry: Token['expiresAt'], context: ReportContext): string {
  return expiry === 'unset' ? 'no expiry' : describeEnd(expiry, context);
}

function validityTable(rows: readonly (readonly SummaryText[])[]): SummarySection {
  return { title: 'Token validity', head: ['Token ID', 'State', 'Valid until'], rows };
}

/** A token can expire before its grace period is over. */
function lastInstant({ token: { expiresAt }, until }: LeftToken): number {
  return typeof expiresAt === 'number' ? Math.min(expiresAt, until) : until;
}

function describeLastInstant(one: LeftToken, now: number): string {
  const instant = lastInstant(one);
  if (one.until > instant) return describeMoment(instant, now);
  return one.until <= now
    ? 'the next run'
    : `the first run after ${describeMoment(followingMinute(instant), now)}`;
}
