import { asSentence, Failure, Failures, withContext } from '../base/errors.ts';
import { formatCount } from '../base/text.ts';
import type { RevokeRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import {
  mightBeAlive,
  type Outcome,
  type RevocationPreview,
  type RevokeResult,
  wasRevoked,
} from '../tokens/outcome.ts';
import { plainDescription } from '../tokens/tag.ts';
import { revocationOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';

/** GitHub cuts a message after 4096 characters, in the log too. */
const MAX_NAMED = 80;

/** reportRevoke reports what happened to each token. The step fails if a token might be alive. */
export function reportRevoke({ tokenIds }: RevokeRequest, result: RevokeResult): Report {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: revocationOutputs([], []),
        lines: [{ kind: 'info', text: 'There is no token to revoke.' }],
        sections: [{ title: 'InfluxDB tokens: none to revoke', items: [] }],
      };
    case 'not-begun':
      return {
        outputs: revocationOutputs([], tokenIds),
        failure: withContext(result.error, 'No token was revoked.'),
      };
    case 'dry-run':
      return reportPreviews(result.previews);
    case 'done': {
      const { outcomes } = result;
      return {
        ...reportOutcomes(outcomes),
        sections: [
          {
            title: `InfluxDB tokens: ${countOutcomes(outcomes)}`,
            head: ['Token', 'Outcome'],
            rows: outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
          },
        ],
      };
    }
  }
}

function reportPreviews(previews: readonly RevocationPreview[]): Report {
  const notFound = previews.filter(({ kind }) => kind === 'not-found').map(({ id }) => id);
  return {
    outputs: revocationOutputs([], []),
    lines: [
      ...previews.map(
        (preview): Line => ({
          kind: 'info',
          text: `Token ${preview.id} ${describePreview(preview)}.`,
        }),
      ),
      ...tokensNotFound(notFound),
      DRY_RUN,
    ],
    sections: [
      {
        title: 'InfluxDB tokens: what a revocation would do',
        head: ['Token', 'For', 'Outcome'],
        rows: previews.map((preview) => [
          preview.id,
          preview.kind === 'not-found' ? '' : plainDescription(preview.token.description),
          describePreview(preview),
        ]),
      },
    ],
  };
}

function describePreview(preview: RevocationPreview): string {
  switch (preview.kind) {
    case 'not-found':
      return 'is not found: check account-id and cluster-id';
    case 'already-revoked':
      return 'is revoked already';
    case 'to-revoke':
      return `would be revoked (it is ${preview.status})`;
  }
}

/** reportOutcomes reports what happened to many tokens, without a section. The step fails if a token might be alive. */
export function reportOutcomes(outcomes: readonly Outcome[]): Report {
  const failed = outcomes.filter(mightBeAlive);
  const notFound = outcomes.filter(({ kind }) => kind === 'not-found');
  return {
    outputs: revocationOutputs(idsOf(outcomes.filter(wasRevoked)), idsOf(failed)),
    lines: [
      { kind: 'info', text: `Tokens: ${countOutcomes(outcomes)}.` },
      ...tokensNotFound(idsOf(notFound)),
    ],
    ...(failed.length > 0 ? { failure: new Failures(failuresOf(failed)) } : {}),
  };
}

/** The step might have asked the wrong cluster. */
function tokensNotFound(ids: readonly string[]): Line[] {
  if (ids.length === 0) return [];
  return [
    {
      kind: 'warning',
      code: 'token-not-found',
      text: `This cluster does not know ${nameSome(ids)}: check account-id and cluster-id. Nothing was revoked for these IDs.`,
    },
  ];
}

/** Counts as in "2 of 3 revoked, 1 not found". */
function countOutcomes(outcomes: readonly Outcome[]): string {
  const revoked = outcomes.filter(wasRevoked).length;
  const notFound = outcomes.filter(({ kind }) => kind === 'not-found').length;
  const missing = notFound > 0 ? `, ${formatCount(notFound)} not found` : '';
  return `${formatCount(revoked)} of ${formatCount(outcomes.length)} revoked${missing}`;
}

/** describeOutcome says what happened to a token. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'revoked':
      return 'revoked';
    case 'already-revoked':
      return 'was revoked already';
    case 'not-found':
      return 'not found: check account-id and cluster-id';
    case 'skipped':
      return 'not tried';
    case 'failed':
      return `not revoked: ${asSentence(outcome.error)}`;
  }
}

/** One failure for each token that was tried, and one for all that were not. */
function failuresOf(failed: readonly Outcome[]): Failure[] {
  const skipped = idsOf(failed.filter(({ kind }) => kind === 'skipped'));
  const failures = failed.flatMap((outcome) =>
    outcome.kind === 'failed'
      ? [
          new Failure(
            'token-not-revoked',
            `Token ${outcome.id} may be alive: ${asSentence(outcome.error)} To revoke it again does no harm.`,
          ),
        ]
      : [],
  );
  if (skipped.length === 0) return failures;
  const notTried = new Failure(
    'tokens-not-tried',
    `These were not tried any more and may be alive: ${nameSome(skipped)}. Fix the cause and run the step again. ` +
      'The output `failed-token-ids` holds all.',
  );
  return [...failures, notTried];
}

/** nameSome names as many IDs as fit into a message. */
export function nameSome(ids: readonly string[]): string {
  const some = ids.slice(0, MAX_NAMED).join(', ');
  const rest = ids.length - MAX_NAMED;
  return rest > 0 ? `${some} and ${formatCount(rest)} more` : some;
}

function idsOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ id }) => id);
}
