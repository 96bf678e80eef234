import { withContext } from '../base/errors.ts';
import { countOf, formatCount } from '../base/text.ts';
import type { RevokeRequest } from '../request/request.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { RevokeResult } from '../tokens/results.ts';
import type { RevocationPreview } from '../tokens/revocation-preview.ts';
import { plainDescription } from '../tokens/tag.ts';
import { clusterLine, type ReportContext } from './context.ts';
import { countOutcomes, describeOutcome, reportOutcomes, tokensNotFound } from './outcomes.ts';
import { endingOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';

/** reportRevoke reports what happened to each token. The step fails if a token might be alive. */
export function reportRevoke(
  { tokenIds, dryRun }: RevokeRequest,
  result: RevokeResult,
  context: ReportContext,
): Report {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: endingOutputs(),
        lines: [{ kind: 'info', text: 'There is no token to revoke, because `token-id` is empty.' }],
        sections: [
          {
            title: '0 tokens revoked: `token-id` is empty',
            text: [clusterLine(context)],
            items: [],
          },
        ],
      };
    case 'not-begun':
      return {
        outputs: endingOutputs({ failed: dryRun ? [] : tokenIds }),
        failure: withContext(result.error, 'No token was revoked.'),
      };
    case 'dry-run':
      return reportPreviews(result.previews, context);
    case 'done': {
      const { outcomes } = result;
      return {
        ...reportOutcomes(outcomes),
        sections: [
          {
            title: countOutcomes(outcomes),
            text: [clusterLine(context)],
            head: ['Token ID', 'Result'],
            rows: outcomes.map((outcome) => [outcome.id, { prose: describeOutcome(outcome) }]),
            more: 'The outputs contain the complete lists.',
          },
        ],
      };
    }
  }
}

function reportPreviews(previews: readonly RevocationPreview[], context: ReportContext): Report {
  const notFound = previews.filter(({ kind }) => kind === 'not-found').map(({ id }) => id);
  const toRevoke = previews.filter(({ kind }) => kind === 'to-revoke');
  return {
    outputs: endingOutputs(),
    lines: [...previews.flatMap(describePreview), ...tokensNotFound(notFound), DRY_RUN],
    sections: [
      {
        title: `Dry run: ${formatCount(toRevoke.length)} of ${countOf(previews.length, 'token')} would be revoked`,
        text: [clusterLine(context)],
        head: ['Description', 'Status', 'Result', 'Token ID'],
        rows: previews.map(previewCells),
        more: 'The log contains the complete list.',
      },
    ],
  };
}

/** A warning names the IDs that were not found. */
function describePreview(preview: RevocationPreview): Line[] {
  const { id } = preview;
  switch (preview.kind) {
    case 'not-found':
      return [];
    case 'already-revoked':
      return [{ kind: 'info', text: `Token ${id} is already revoked.` }];
    case 'to-revoke':
      return [{ kind: 'info', text: `Token ${id} would be revoked. It is ${preview.status}.` }];
  }
}

function previewCells(preview: RevocationPreview): string[] {
  const { id } = preview;
  switch (preview.kind) {
    case 'not-found':
      return ['', '', 'not found', id];
    case 'already-revoked':
      return [plainDescription(preview.token.description), 'revoked', 'already revoked', id];
    case 'to-revoke':
      return [plainDescription(preview.token.description), preview.status, 'would be revoked', id];
  }
}
