import { asSentence, Failure, Failures, withContext } from '../base/errors.ts';
import { countOf, formatCount, markServerText } from '../base/text.ts';
import type { RestoreRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { Outputs } from '../runner/runner.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { RestoreOutcome, RestoreResult } from '../tokens/results.ts';
import { parseTagged, plainDescription } from '../tokens/tag.ts';
import type { Token } from '../tokens/token.ts';
import { recordedGrants } from '../tokens/token-content.ts';
import { clusterLine, describeEnd, type ReportContext } from './context.ts';
import { tokenNotFound } from './failures.ts';
import { nameSome } from './outcomes.ts';
import { tokenOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';

/** reportRestore reports what happened to each token. The step fails if a token was not restored that was to be. */
export function reportRestore(
  { dryRun }: RestoreRequest,
  result: RestoreResult,
  context: ReportContext,
): Report {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: restoredOutputs([]),
        lines: [{ kind: 'info', text: 'There is no token to restore, because `token-id` is empty.' }],
        sections: [
          {
            title: '0 tokens restored: `token-id` is empty',
            text: [clusterLine(context)],
            items: [],
          },
        ],
      };
    case 'not-begun':
      return {
        outputs: restoredOutputs([]),
        failure: withContext(result.error, 'No token was restored.'),
      };
    case 'done':
      return reportOutcomes(result, dryRun, context);
  }
}

function reportOutcomes(
  { outcomes }: Extract<RestoreResult, { kind: 'done' }>,
  dryRun: boolean,
  context: ReportContext,
): Report {
  const restored = outcomes.filter(({ kind }) => kind === 'restored').map(({ id }) => id);
  const failures = failuresOf(outcomes);
  const [only, ...others] = outcomes;
  const toRestore = outcomes.filter(({ kind }) => kind === 'to-restore');
  const count = formatCount(dryRun ? toRestore.length : restored.length);
  const total = countOf(outcomes.length, 'token');
  return {
    outputs: {
      ...(only && others.length === 0 ? outputsOf(only) : {}),
      ...restoredOutputs(restored),
    },
    lines: [
      ...outcomes.map(
        (outcome): Line => ({ kind: 'info', text: `Token ${outcome.id}: ${describe(outcome)}.` }),
      ),
      ...(dryRun ? [DRY_RUN] : []),
    ],
    sections: [
      {
        title: dryRun ? `Dry run: ${count} of ${total} would be restored` : `${count} of ${total} restored`,
        text: [clusterLine(context)],
        head: ['Description', 'Kind', 'Result', 'Expires', 'Token ID'],
        rows: outcomes.map((outcome) => {
          const token = shownIn(outcome)?.token;
          return [
            token ? plainDescription(token.description) : '',
            token ? (parseTagged(token.description)?.tag.kind ?? 'untagged') : '',
            { prose: describe(outcome) },
            token ? describeEnd(token.expiresAt, context) : '',
            outcome.id,
          ];
        }),
        more: 'The log contains the complete list.',
      },
    ],
    ...(failures.length > 0 ? { failure: new Failures(failures) } : {}),
  };
}

/** After a PATCH of unknown outcome, it is not known what the token grants. */
function outputsOf(outcome: RestoreOutcome): Outputs {
  const shown = shownIn(outcome);
  if (!shown) return {};
  const outputs = tokenOutputs(shown.token, shown.status);
  if (outcome.kind !== 'failed' || !outcome.mightBeRestored) return outputs;
  const { status: _, permissions: __, ...known } = outputs;
  return known;
}

function shownIn(outcome: RestoreOutcome) {
  if (outcome.kind === 'failed') return outcome.shown;
  return 'token' in outcome ? outcome : undefined;
}

function restoredOutputs(ids: readonly string[]) {
  return { 'restored-token-ids': JSON.stringify(ids) };
}

function describe(outcome: RestoreOutcome): string {
  switch (outcome.kind) {
    case 'restored': {
      const { token } = outcome;
      const grants = markServerText(`"${describePermissions(token.permissions)}"`);
      const leftSeries = parseTagged(token.description)
        ? '; its kind is `kept`, so the token does not belong to a series'
        : '';
      return `restored with ${grants}${leftSeries}`;
    }
    case 'to-restore':
      return `would be restored with ${markServerText(`"${describePermissions(recordedGrants(outcome.token))}"`)}`;
    case 'nothing-to-restore':
      return 'not restored, because it is not suspended';
    case 'not-shown':
      return 'restore not confirmed, because the server does not show the change';
    case 'revoked':
      return 'not restored, because it is revoked';
    case 'not-found':
      return 'not found';
    case 'skipped':
      return 'skipped';
    case 'failed': {
      const result = outcome.mightBeRestored ? 'restore not confirmed' : 'not restored';
      return `${result}: ${asSentence(outcome.error).slice(0, -1)}`;
    }
  }
}

/** One failure for each token that was tried, and one for all that were not. */
function failuresOf(outcomes: readonly RestoreOutcome[]): Failure[] {
  const skipped = outcomes.filter(({ kind }) => kind === 'skipped').map(({ id }) => id);
  const failures = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'not-found') return [tokenNotFound(outcome.id)];
    if (outcome.kind === 'revoked')
      return [
        notRestored(`Token ${outcome.id} was not restored. A revoked token cannot be restored. ${CREATE}`),
      ];
    if (outcome.kind === 'not-shown') return [notConfirmed(outcome.id, notShown(outcome.token))];
    if (outcome.kind === 'failed') return [failed(outcome)];
    return [];
  });
  if (skipped.length === 0) return failures;
  const text = `The step stopped early and did not restore ${nameSome(skipped)}. Fix the error that stopped the step. Then run the job again.`;
  return [...failures, new Failure('tokens-skipped', text)];
}

function notShown({ permissions }: Token): string {
  return `The server still shows that the token grants ${markServerText(`"${describePermissions(permissions)}"`)}.`;
}

const CREATE = 'Create a new token for its consumers (`operation: create`).';

function failed({ id, error, mightBeRestored }: Extract<RestoreOutcome, { kind: 'failed' }>): Failure {
  if (mightBeRestored) return notConfirmed(id, asSentence(error));
  return notRestored(
    `Token ${id} was not restored. ${asSentence(error)} Fix the cause, then run the job again.`,
  );
}

function notConfirmed(id: string, why: string): Failure {
  return notRestored(
    `The restore of token ${id} is not confirmed. ${why} The recorded permissions are not lost. Run the job again.`,
  );
}

function notRestored(message: string): Failure {
  return new Failure('token-not-restored', message);
}
