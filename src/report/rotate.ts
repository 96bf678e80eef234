import { countOf } from '../base/text.ts';
import type { RotateRequest } from '../request/rotate.ts';
import type { Report } from '../runner/publish.ts';
import type { Outputs } from '../runner/runner.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { Promotion, Rotated, RotateResult } from '../tokens/rotation/outcome.ts';
import { replacedBy } from '../tokens/rotation/plan.ts';
import { describeEnd, type ReportContext } from './context.ts';
import { reportFailedRotation, withAdoption } from './failed-rotation.ts';
import { ACTIVATION_FACT } from './issuing.ts';
import { reportPromotion } from './promotion.ts';
import {
  describeReplacedTokens,
  summarizeUnretired,
  summarizeValidity,
  type UnretiredState,
} from './retirement.ts';
import { describeNextRotation, describeReplaced, reportUnrotated } from './rotation-plan.ts';
import { summarizeQuarantine } from './suspension.ts';

/** reportRotation reports a rotation: which token replaced which, or why not, and what is true now. */
export function reportRotation(request: RotateRequest, result: RotateResult, context: ReportContext): Report {
  switch (result.kind) {
    case 'unrotated':
      return reportUnrotated(request, result, context);
    case 'rotated':
      return withAdoption(reportRotated(request, result, context), result.plan.adopts);
    default:
      return reportFailedRotation(result, context);
  }
}

function reportRotated(request: RotateRequest, rotation: Rotated, context: ReportContext): Report {
  const { token, promotion } = rotation;
  const promoted = promotion ? reportPromotion(token.id, promotion) : {};
  if (promoted.failure) return promoted;
  // A step that fails does not set `rotated`. With `later-steps`, the delivery has set it.
  const outputs: Outputs = { ...promoted.outputs, ...(promotion ? { rotated: 'true' } : {}) };
  return { ...promoted, outputs, sections: summarizeRotation(request, rotation, context) };
}

/** Shows which token replaced which, who uses the new one, and until when each of them is valid. */
function summarizeRotation(
  request: RotateRequest,
  rotation: Rotated,
  context: ReportContext,
): SummarySection[] {
  const { plan, token, promotion } = rotation;
  const isPromoted = promotion?.kind === 'promoted';
  return [
    newToken(request, rotation, context),
    delivery(request),
    ...(isPromoted && promotion.retirement.kind === 'retired'
      ? [
          ...summarizeValidity(token, promotion.retirement, context),
          ...summarizeQuarantine(promotion.retirement, request.quarantineMs, context),
        ]
      : [summarizeUnretired(token, { replaced: replacedBy(plan), state: stateOf(promotion) }, context)]),
  ];
}

function stateOf(promotion: Promotion | undefined): UnretiredState {
  if (promotion?.kind === 'promoted') return 'current';
  return promotion?.kind === 'unclear' || promotion?.kind === 'restored' ? promotion.kind : 'pending';
}

function newToken(request: RotateRequest, rotation: Rotated, context: ReportContext): SummarySection {
  const { plan, token, activation, promotion } = rotation;
  return {
    title: headlineOf(request, promotion),
    text: sentencesOf(request, rotation, context),
    facts: [
      ['Series', plan.series.plainDescription],
      ['Cluster', context.cluster],
      ['Reason', { prose: plan.reasons.join('; ') }],
      ['New token', token.id],
      ['Replaces', describeReplaced(plan)],
      ['Permissions', describePermissions(token.permissions)],
      ['Expires', describeEnd(token.expiresAt, context)],
      ['Activation', ACTIVATION_FACT[activation.kind]],
    ],
  };
}

function headlineOf({ storeIn }: RotateRequest, promotion: Promotion | undefined): string {
  const secrets = countOf(storeIn.targets.length, 'secret');
  switch (promotion?.kind) {
    case 'promoted':
      return `1 token rotated and stored in ${secrets}`;
    case undefined:
      return '1 token delivered to later steps, to be promoted at the end of the job';
    case 'unclear':
      return `1 token stored in ${secrets}, promotion not confirmed`;
    default:
      return `1 token stored in ${secrets}, but not promoted`;
  }
}

/** What matters most: until when the replaced tokens are valid, and when the new one is replaced. */
function sentencesOf(
  { renewBeforeMs }: RotateRequest,
  { token, promotion }: Rotated,
  context: ReportContext,
): string[] {
  if (promotion === undefined) {
    return [
      'The post step promotes the new token if the job succeeds. Until then, all tokens of the series stay valid.',
    ];
  }
  if (promotion.kind !== 'promoted') {
    const valid = 'All tokens of the series stay valid.';
    if (promotion.kind === 'unclear')
      return [`${valid} If the token was not promoted, the next run rotates again.`];
    // A restored token is `kept`, and what it replaces might not be due.
    return [promotion.kind === 'restored' ? valid : `${valid} The next run rotates again.`];
  }
  return [
    ...describeReplacedTokens(promotion.retirement, context),
    describeNextRotation(token, renewBeforeMs, context),
  ];
}

function delivery({ storeIn }: RotateRequest): SummarySection {
  return {
    title: 'Delivery',
    head: ['Target', 'State'],
    rows: [
      ...storeIn.targets.map(({ label }) => [label, 'stored']),
      ...(storeIn.laterSteps ? [['later steps of this job', { prose: 'set as output `token`' }]] : []),
    ],
  };
}
