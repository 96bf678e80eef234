import { asSentence, Failure } from '../base/errors.ts';
import { countOf, formatCount, markServerText } from '../base/text.ts';
import { DEDICATED_API } from '../request/connection/connection.ts';
import type { Line } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describeMoment, followingMinute } from '../tokens/dates.ts';
import type { Outcome } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { Ending } from '../tokens/quarantine.ts';
import { parseRecord } from '../tokens/record.ts';
import type { RetirementResult } from '../tokens/rotation/outcome.ts';
import type { KeptBecause, SuspendedToken } from '../tokens/suspension.ts';
import { plainDescription } from '../tokens/tag.ts';
import { isWithoutAccess, recordedGrants, type TokenContent } from '../tokens/token-content.ts';
import type { ReportContext } from './context.ts';

/** KEPT says why a token was kept that was to be suspended or revoked, as part of a sentence. */
export const KEPT: Readonly<Record<KeptBecause, string>> = {
  'changed-meanwhile': 'it changed after the tokens were listed',
  'record-not-shown': 'the server did not store the record of its permissions correctly',
  'permissions-remain': 'the server did not remove its permissions',
};

/** WOULD_END is what a step that ends no token would do to a token. */
export const WOULD_END: Readonly<Record<Ending['decision'], string>> = {
  revoke: 'would be revoked',
  suspend: 'would be suspended',
  keep: 'kept',
};

/** reportKept warns about tokens that were kept although they were to be suspended or revoked. */
export function reportKept(outcomes: readonly Outcome[]): Line[] {
  return outcomes.flatMap((outcome): Line[] => {
    if (outcome.kind !== 'kept') return [];
    const { id, why } = outcome;
    return why === 'changed-meanwhile'
      ? [
          {
            kind: 'warning',
            code: 'token-was-changed',
            text: `Token ${id} was kept, because ${KEPT[why]}. The next run checks the token again.`,
          },
        ]
      : [
          {
            kind: 'warning',
            code: 'token-not-suspended',
            text:
              `Token ${id} was not suspended, because ${KEPT[why]}. The step restored the description and the ` +
              'permissions of the token, so the token stays valid. If no consumer uses the token, revoke it (`operation: revoke`).',
          },
        ];
  });
}

/** permissionsRestored warns that a suspension came between the read and the change of a token, and was undone. */
export function permissionsRestored(id: string): Line {
  return {
    kind: 'warning',
    code: 'permissions-restored',
    text:
      `While this step was changing the description of token ${id}, another run suspended the token or changed its permissions. ` +
      'This step restored the permissions, so the token is valid. To suspend the token, run the cleanup again.',
  };
}

/** describeNotSuspended says why a suspension failed, as a sentence. Undefined for any other outcome. */
export function describeNotSuspended(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'not-suspended':
    case 'not-confirmed':
      return asSentence(outcome.error);
    case 'not-completed':
      return 'The permissions of the token were recorded and removed, but the server does not show the token as suspended.';
    case 'not-undone':
      return (
        'The server did not store the suspension correctly, and the step could not undo it. ' +
        `${outcome.error ? `${asSentence(outcome.error)} ` : ''}The original permissions were ` +
        `${markServerText(`"${describePermissions(recordedGrants(outcome.original))}"`)}.`
      );
    default:
      return undefined;
  }
}

/** failedSuspension says in sentences that a suspension failed, and why. Undefined for any other outcome. */
export function failedSuspension(outcome: Outcome): string | undefined {
  const why = describeNotSuspended(outcome);
  if (why === undefined) return undefined;
  switch (outcome.kind) {
    case 'not-completed':
      return `The suspension of token ${outcome.id} is not complete. ${why}`;
    case 'not-confirmed':
      return `It is not known whether token ${outcome.id} was suspended. ${why}`;
    default:
      return `Token ${outcome.id} was not suspended. ${why}`;
  }
}

/** notSuspended is the failure for a token whose suspension failed. */
export function notSuspended(outcome: Outcome): Failure[] {
  const what = failedSuspension(outcome);
  if (what === undefined) return [];
  const next =
    outcome.kind === 'not-undone'
      ? 'Check the permissions of the token (`operation: get`). If necessary, set the quoted permissions again (`operation: update`).'
      : 'The permissions of the token are not lost. The next run tries again. To keep the token instead, check its status (`operation: get`). If the token is suspended, restore it (`operation: restore`).';
  return [new Failure('token-not-suspended', `${what} ${next}`)];
}

/** suspendedOnes are the tokens that a batch suspended. */
export function suspendedOnes(outcomes: readonly Outcome[]): Extract<Outcome, { kind: 'suspended' }>[] {
  return outcomes.filter((outcome) => outcome.kind === 'suspended');
}

/** describeSuspension says since when a token is suspended and what is recorded. Undefined: it is not suspended. */
export function describeSuspension(
  { description }: TokenContent,
  { now }: Pick<ReportContext, 'now'>,
): { readonly since: string; readonly grants: string } | undefined {
  const record = parseRecord(description);
  if (record === undefined || record.state === 'restored') return undefined;
  const { state, since, grants } = record;
  return {
    since: `${describeSince(since, now)}${state === 'suspending' ? ' (suspension not finished)' : ''}`,
    grants: describePermissions(grants),
  };
}

/** A record rounds its date up to whole seconds, so it can be later than now. */
function describeSince(since: number, now: number): string {
  return describeMoment(Math.min(since, now), now);
}

/** summarizeSuspended shows suspended tokens, until when they can be restored, and the step that restores them. */
export function summarizeSuspended(
  tokens: readonly SuspendedToken[],
  quarantineMs: number,
  context: ReportContext,
): SummarySection[] {
  if (tokens.length === 0) return [];
  const { now } = context;
  const rows = tokens.map(({ id, description }) => {
    const { since = 0, grants = [] } = parseRecord(description) ?? {};
    const end = followingMinute(since + quarantineMs);
    return [
      plainDescription(description),
      describePermissions(grants),
      describeSince(since, now),
      quarantineMs === 0
        ? 'only a workflow that sets `quarantine`'
        : `the first run after ${describeMoment(end, now)}`,
      id,
    ];
  });
  return [
    {
      title: countOf(tokens.length, 'suspended token'),
      head: ['Description', 'Recorded permissions', 'Suspended since', 'To be revoked by', 'Token ID'],
      rows,
      more: 'To see all suspended tokens, use `operation: list` with `status: suspended`.',
    },
    {
      title: 'Restore suspended tokens',
      text: ['To restore the permissions of these tokens, run this step:'],
      code: restoreStep(
        tokens.map(({ id }) => id),
        context,
      ),
    },
  ];
}

/** summarizeQuarantine shows which replaced tokens of a series are suspended, and how to restore them. */
export function summarizeQuarantine(
  result: RetirementResult,
  quarantineMs: number,
  context: ReportContext,
): SummarySection[] {
  if (result.kind === 'not-listed') return [];
  const earlier = result.kept.filter(isWithoutAccess);
  return summarizeSuspended([...result.suspended, ...earlier], quarantineMs, context);
}

/** A summary has no room for more. */
const MAX_PASTED = 1000;

function restoreStep(ids: readonly string[], { endpoint, action }: ReportContext): readonly string[] {
  const { apiUrl, form, accountId, clusterId } = endpoint;
  const cluster = [
    ...(form === 'bare' ? ['product: clustered'] : [`account-id: ${accountId}`, `cluster-id: ${clusterId}`]),
    ...(apiUrl === DEDICATED_API ? [] : [`api-url: ${apiUrl}`]),
  ];
  const rest = ids.length - MAX_PASTED;
  return [
    `- uses: ${action}`,
    '  with:',
    '    operation: restore',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    '    management-token: ${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}',
    ...cluster.map((line) => `    ${line}`),
    '    token-id: |',
    ...ids.slice(0, MAX_PASTED).map((id) => `      ${id}`),
    ...(rest > 0 ? [`      # And ${formatCount(rest)} more.`] : []),
  ];
}
