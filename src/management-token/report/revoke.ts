import { Failure, withContext } from '../../base/errors.ts';
import { countOf, formatCount } from '../../base/text.ts';
import { clusterLine, type Where } from '../../report/context.ts';
import { describeOutcome, reportOutcomes, tokensNotFound } from '../../report/outcomes.ts';
import { revocationOutputs } from '../../report/outputs.ts';
import { DRY_RUN } from '../../report/progress.ts';
import type { Line, Report } from '../../runner/publish.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { RevocationPreview, RevokeResult } from '../outcome.ts';
import { info } from './progress.ts';

interface RevokedFor {
  readonly tokenIds: readonly string[];
  readonly dryRun: boolean;
  readonly where: Where;
}

/** reportRevoke reports what happened to each token. The step fails if a token might be alive. */
export function reportRevoke({ tokenIds, dryRun, where }: RevokedFor, result: RevokeResult): Report {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: revocationOutputs(),
        lines: [info('There is no management token to revoke, because `token-id` is empty.')],
        sections: [
          {
            title: '0 management tokens revoked: `token-id` is empty',
            text: [clusterLine(where)],
            items: [],
          },
        ],
      };
    case 'not-begun':
      return {
        outputs: revocationOutputs({ failed: dryRun ? [] : tokenIds }),
        failure: withContext(result.error, 'No management token was revoked.'),
      };
    case 'in-use': {
      const { revoked, valid } = result;
      return {
        outputs: dryRun ? revocationOutputs() : revocationOutputs({ revoked, failed: valid }),
        failure: new Failure('management-token-in-use', describeInUse(result.ids)),
      };
    }
    case 'dry-run': {
      const toRevoke = result.previews.filter(({ kind }) => kind === 'to-revoke');
      const notFound = result.previews.filter(({ kind }) => kind === 'not-found').map(({ id }) => id);
      return {
        outputs: revocationOutputs(),
        lines: [
          ...result.previews
            .filter(({ kind }) => kind !== 'not-found')
            .map((one) => info(`Management token ${one.id}: ${describePreview(one)}.`)),
          ...tokensNotFound(notFound, 'management token'),
          DRY_RUN,
        ],
        sections: [
          {
            title: `Dry run: ${formatCount(toRevoke.length)} of ${countOf(result.previews.length, 'management token')} would be revoked`,
            text: [clusterLine(where)],
            head: ['Token ID', 'Result'],
            rows: result.previews.map((one) => [one.id, describePreview(one)]),
            more: 'The log shows all tokens.',
          },
        ],
      };
    }
    case 'done': {
      const { outcomes, endedOwnAccess } = result;
      const report = reportOutcomes(outcomes, 'management token');
      const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
      const failed = outcomes.filter(mightBeAlive).map(({ id }) => id);
      return {
        ...report,
        outputs: revocationOutputs({ revoked, failed }),
        lines: [...(report.lines ?? []), ...(endedOwnAccess ? [OWN_ACCESS_ENDED] : [])],
        sections: [
          {
            title: `${formatCount(revoked.length)} of ${countOf(outcomes.length, 'management token')} revoked`,
            text: [clusterLine(where)],
            head: ['Token ID', 'Result'],
            rows: outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
            more: 'The outputs contain the complete lists.',
          },
        ],
      };
    }
  }
}

function describeInUse(ids: readonly string[]): string {
  const [these, which, only] =
    ids.length === 1 ? ['this ID', 'this token', 'this ID'] : ['these IDs', 'one of these tokens', 'its ID'];
  // The step uses one token. Several IDs mean that their prefixes all fit.
  return (
    `${ids.length === 1 ? `This step uses management token ${ids[0]}` : `This step uses one of these management tokens: ${ids.join(', ')}`}. A step cannot revoke its ` +
    `own token together with others or in a dry run. No management token was revoked. Remove ${these} from \`token-id\`. To revoke ${which}, use a separate step after this ` +
    `one, with only ${only} and without \`dry-run\`.`
  );
}

const OWN_ACCESS_ENDED: Line = {
  kind: 'warning',
  code: 'management-token-in-use',
  text:
    'This step revoked the management token that it uses, so it no longer has access. From now on, all steps and post steps that use the ' +
    'same token fail. Post steps cannot revoke their database tokens. Store another management token in the secret.',
};

function describePreview(preview: RevocationPreview): string {
  switch (preview.kind) {
    case 'not-found':
      return 'not found';
    case 'already-revoked':
      return 'already revoked';
    case 'to-revoke':
      return `would be revoked (status: ${preview.status})`;
  }
}
