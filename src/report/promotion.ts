import { asSentence, Failure } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { Report } from '../runner/publish.ts';
import { describePermissions, formatPermissions } from '../tokens/permissions.ts';
import type { Promotion } from '../tokens/rotation/outcome.ts';
import type { ReportContext } from './context.ts';
import { describeUnclear } from './issuing.ts';
import { nameSome } from './outcomes.ts';
import type { UnpromotedToken } from './post-step.ts';
import { describeReplacedTokens, describeRetirement } from './retirement.ts';
import { previousOutputs, retirementOutputs } from './rotation-outputs.ts';
import { summarizeQuarantine } from './suspension.ts';

/** reportPromotion reports whether a delivered token is current now, and which tokens were retired. */
export function reportPromotion(id: string, promotion: Promotion): Report {
  switch (promotion.kind) {
    case 'promoted': {
      const { retirement } = promotion;
      // Where nothing could be retired, the outputs say already that every replaced token is valid.
      const outputs = retirement.kind === 'retired' ? retirementOutputs(retirement) : {};
      return { outputs, lines: describeRetirement(retirement) };
    }
    case 'unclear': {
      const text =
        `Token ${id} was delivered. It is not known whether the token was promoted. ${describeUnclear(promotion)} All tokens stay ` +
        'valid. If the token was not promoted, the next run rotates again.';
      return { lines: [{ kind: 'warning', code: 'token-not-promoted', text }] };
    }
    case 'not-changed': {
      const text =
        `Token ${id} was delivered, but not promoted. ${asSentence(promotion.error)} All tokens stay valid. The next run rotates ` +
        'again.';
      return { lines: [{ kind: 'warning', code: 'token-not-promoted', text }] };
    }
    case 'restored': {
      const text =
        `Another run suspended and restored token ${id} after it was delivered. The token is valid, but was not promoted. All ` +
        'tokens stay valid. To rotate again, run the job once without `renew-before`.';
      return { lines: [{ kind: 'warning', code: 'token-not-promoted', text }] };
    }
    case 'other-permissions': {
      const { permissions } = promotion.token;
      const granted = markServerText(`"${describePermissions(permissions)}"`);
      const message =
        `Someone changed the permissions of token ${id} after it was delivered. The token grants ${granted} now, so its consumers ` +
        'might not have the access that they need. All tokens stay valid. Later runs can revoke the tokens that it replaces, so ' +
        'correct its permissions before that (`operation: update`).';
      return {
        outputs: { permissions: formatPermissions(permissions) },
        failure: new Failure('token-not-promoted', message),
      };
    }
    case 'suspended':
    case 'revoked':
      return reportEnded(id, promotion.kind, 'This step did not change the tokens that it replaces.');
    case 'ended': {
      const ids = promotion.stillValid.map((token) => token.id);
      const others =
        ids.length > 0
          ? `These tokens of the series are still valid and were not changed: ${nameSome(ids)}.`
          : 'No other token of the series is valid.';
      const report = reportEnded(id, promotion.how, others);
      return { ...report, outputs: { ...report.outputs, ...previousOutputs(promotion.stillValid) } };
    }
  }
}

/** `others`: what is true of the tokens that the ended one replaces. */
function reportEnded(id: string, status: 'revoked' | 'suspended', others: string): Report {
  const failure =
    status === 'revoked'
      ? new Failure(
          'new-token-revoked',
          `Someone revoked token ${id} after it was delivered, so its consumers have no valid token. ${others} Run the job ` +
            'again at once.',
        )
      : new Failure(
          'new-token-suspended',
          `Another run suspended token ${id} after it was delivered, so its consumers lose their access. ${others} Run the job ` +
            'again at once, or restore the token (`operation: restore`).',
        );
  return { outputs: { status }, failure };
}

const NOT_PROMOTED = '0 tokens promoted at the end of the job';
const UNCONFIRMED = 'Promotion at the end of the job not confirmed';

/** reportPromotionAtEnd reports how the post step finished a rotation. */
export function reportPromotionAtEnd(
  { tokenId, series, quarantineMs }: UnpromotedToken & { readonly quarantineMs: number },
  promotion: Promotion,
  context: ReportContext,
): Report {
  // A post step has no outputs.
  const { outputs: _, ...report } = reportPromotion(tokenId, promotion);
  const facts = [
    ['Series', series.plainDescription],
    ['Cluster', context.cluster],
    ['New token', tokenId],
  ] as const;
  switch (promotion.kind) {
    case 'revoked':
    case 'suspended':
    case 'ended':
    case 'other-permissions':
      return report;
    case 'not-changed':
    case 'unclear':
    case 'restored': {
      const text = (report.lines ?? []).map((line) => line.text);
      return {
        ...report,
        sections: [{ title: promotion.kind === 'unclear' ? UNCONFIRMED : NOT_PROMOTED, text, facts }],
      };
    }
    case 'promoted': {
      const { retirement } = promotion;
      const warnings = (report.lines ?? []).filter(({ kind }) => kind === 'warning').map(({ text }) => text);
      // If nothing could be listed, the warning is all there is to say.
      const text = [...new Set([...describeReplacedTokens(retirement, context), ...warnings])];
      return {
        ...report,
        sections: [
          { title: '1 token promoted at the end of the job', text, facts },
          ...summarizeQuarantine(retirement, quarantineMs, context),
        ],
      };
    }
  }
}
