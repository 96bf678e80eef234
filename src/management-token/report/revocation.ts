import { Failure, withContext } from '../../base/errors.ts';
import { DRY_RUN } from '../../report/progress.ts';
import { describeOutcome, reportOutcomes } from '../../report/revocation.ts';
import type { Line, Report } from '../../runner/publish.ts';
import type { Outputs } from '../../runner/runner.ts';
import { mightBeAlive, wasRevoked } from '../../tokens/outcome.ts';
import type { RevocationPreview, RevokeResult } from '../outcome.ts';
import { info } from './progress.ts';

/** reportRevoke reports what happened to each token. The step fails if a token might be alive. */
export function reportRevoke(tokenIds: readonly string[], result: RevokeResult): Report {
  switch (result.kind) {
    case 'nothing-to-do':
      return {
        outputs: revocationOutputs([], []),
        lines: [info('There is no management token to revoke.')],
        sections: [{ title: 'InfluxDB management tokens: none to revoke', items: [] }],
      };
    case 'not-begun':
      return {
        outputs: revocationOutputs([], tokenIds),
        failure: withContext(result.error, 'No management token was revoked.'),
      };
    case 'in-use':
      return {
        outputs: revocationOutputs([], tokenIds),
        failure: new Failure(
          'management-token-in-use',
          `This step uses management token ${result.ids.join(' and ')} itself. Without it, the outcome for the other tokens cannot be ` +
            'checked. No management token was revoked. Remove this ID from `token-id`. To revoke it too, use a step of its own after this one.',
        ),
      };
    case 'dry-run':
      return {
        outputs: revocationOutputs([], []),
        lines: [
          ...result.previews.map((one) => info(`Management token ${one.id} ${describePreview(one)}.`)),
          DRY_RUN,
        ],
        sections: [
          {
            title: 'InfluxDB management tokens: what a revocation would do',
            head: ['Token', 'Outcome'],
            rows: result.previews.map((one) => [one.id, describePreview(one)]),
          },
        ],
      };
    case 'done': {
      const { outcomes, endedOwnAccess } = result;
      const report = reportOutcomes(outcomes);
      const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
      const failed = outcomes.filter(mightBeAlive).map(({ id }) => id);
      return {
        ...report,
        outputs: revocationOutputs(revoked, failed),
        lines: [...(report.lines ?? []), ...(endedOwnAccess ? [OWN_ACCESS_ENDED] : [])],
        sections: [
          {
            title: `InfluxDB management tokens: ${outcomes.filter(wasRevoked).length} of ${outcomes.length} revoked`,
            head: ['Token', 'Outcome'],
            rows: outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
          },
        ],
      };
    }
  }
}

const OWN_ACCESS_ENDED: Line = {
  kind: 'warning',
  code: 'management-token-in-use',
  text:
    'This step revoked the management token that it used itself. Steps that use the same token fail from now on, and so do post steps: ' +
    'they cannot revoke database tokens. Store another management token in the secret.',
};

function describePreview(preview: RevocationPreview): string {
  switch (preview.kind) {
    case 'not-found':
      return 'is not found: check account-id';
    case 'already-revoked':
      return 'is revoked already';
    case 'to-revoke':
      return `would be revoked (it is ${preview.status}${preview.inUse ? ', and this step uses it' : ''})`;
  }
}

/** revocationOutputs are the outputs about revoked tokens. `failed` tokens might be alive. */
export function revocationOutputs(revoked: readonly string[], failed: readonly string[]): Outputs {
  return { 'revoked-token-ids': JSON.stringify(revoked), 'failed-token-ids': JSON.stringify(failed) };
}
