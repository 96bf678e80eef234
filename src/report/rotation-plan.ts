import { Failure } from '../base/errors.ts';
import { countOf, formatCount, markServerText } from '../base/text.ts';
import type { RotateRequest } from '../request/rotate.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { describeMoment, followingMinute } from '../tokens/dates.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { RetirementResult, RotationProgress, Unrotated } from '../tokens/rotation/outcome.ts';
import { type NotDue, type Rotation, replacedBy } from '../tokens/rotation/plan.ts';
import type { UnresolvedRuns } from '../tokens/run-end.ts';
import { plainDescription } from '../tokens/tag.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeExpiring } from '../tokens/token-spec.ts';
import { describeEnd, type ReportContext } from './context.ts';
import { endingOutputs, tokenOutputs } from './outputs.ts';
import { warningsAbout } from './permission-warnings.ts';
import { DRY_RUN } from './progress.ts';
import {
  describeReplacedTokens,
  describeRetirement,
  previewRetirement,
  summarizeValidity,
} from './retirement.ts';
import { previousOutputs, retirementOutputs } from './rotation-outputs.ts';
import { permissionsRestored, summarizeQuarantine } from './suspension.ts';

/** describeRotationProgress writes the lines of the log about one step forward of a rotation. */
export function describeRotationProgress(progress: RotationProgress): readonly Line[] {
  switch (progress.kind) {
    case 'runs-unresolved':
      return [unresolvedRuns(progress.unresolved)];
    case 'planned':
      return describePlan(progress.plan);
    case 'new-token-planned':
      return describeRisks(progress.plan);
    case 'adopted': {
      const { id, description } = progress.token;
      const adopted = info(
        `Adopted token ${id} as the first token of the series "${plainDescription(description)}".`,
      );
      return progress.isGivenBack ? [permissionsRestored(id), adopted] : [adopted];
    }
    case 'stored':
      return [info(`Stored the new token in \`${progress.target}\`.`)];
    case 'promoted':
      return [info(`Promoted token ${progress.id}.`)];
  }
}

function unresolvedRuns({ count, asked, why }: UnresolvedRuns): Line {
  const text = `The status of ${formatCount(count)} of ${countOf(asked, 'run')} with a pending token is not known. ${why}`;
  return { kind: 'warning', code: 'run-status-unknown', text };
}

/** What a rotation will do, and why. */
function describePlan(plan: Rotation | NotDue): Line[] {
  const notices = plan.kind === 'rotate' ? plan.notices : [];
  const lines: readonly Line[] = [
    ...plan.warnings.map((text) => ({ kind: 'warning', code: 'rotation', text }) as const),
    ...notices.map((text) => ({ kind: 'notice', code: 'rotation', text }) as const),
    ...stepsOf(plan).map(info),
  ];
  return lines.map((line) => ({ ...line, text: markServerText(line.text) }));
}

function stepsOf(plan: Rotation | NotDue): string[] {
  const name = plan.series.plainDescription;
  if (plan.kind === 'not-due') {
    return [
      `No rotation of "${name}" is due: token ${plan.current.id} ${describeExpiring(plan.current.expiresAt)}.`,
    ];
  }
  return [
    `Rotation of "${name}":`,
    ...plan.reasons.map((reason) => `- Reason: ${reason}.`),
    ...(plan.adopts ? [`- Token ${plan.adopts.id} becomes the first token of the series.`] : []),
    `- The new token grants "${describePermissions(plan.permissions)}" and ${describeExpiring(plan.expiresAt)}.`,
  ];
}

/** Warnings about what the new token will be. */
function describeRisks({ permissions, expiresAt, missingDatabases }: Rotation): Line[] {
  const lines: Line[] = warningsAbout(permissions);
  if (expiresAt === 'never') {
    const text = 'The new token never expires. Only a later rotation or a person can revoke it.';
    lines.push({ kind: 'warning', code: 'no-expiry', text });
  }
  if (missingDatabases.length > 0) {
    const names = missingDatabases.map((name) => `"${name}"`).join(', ');
    const text =
      `The new token inherits permissions on databases that the cluster no longer has: ${names}. To change its permissions, set ` +
      '`permissions`.';
    lines.push({ kind: 'warning', code: 'unknown-databases', text });
  }
  return lines;
}

/** newTokenCannotBeProbed is the failure for a new token that cannot be probed before the old one ends. */
export function newTokenCannotBeProbed(): Failure {
  return new Failure(
    'new-token-cannot-be-probed',
    'The step cannot probe the new token, because the cluster has no database. `grace-period: 0` retires the ' +
      'old token at once, so the new token must be probed first. Nothing was changed. Create a database, or set a longer ' +
      '`grace-period`.',
  );
}

/** reportUnrotated reports the end of a run that creates no token: no rotation is due, or it is a dry run. */
export function reportUnrotated(
  request: RotateRequest,
  { plan, retirement, before }: Unrotated,
  context: ReportContext,
): Report {
  const token = plan.kind === 'not-due' ? plan.current : plan.predecessor;
  const isDryRun = plan.kind === 'rotate' || request.dryRun;
  const preview = previewRetirement(retirement);
  return {
    outputs: {
      ...(token ? tokenOutputs(token, tokenStatus(token, before.now)) : {}),
      active: '',
      rotated: 'false',
      ...(retirement.kind === 'retired'
        ? retirementOutputs(retirement)
        : { ...previousOutputs(before.replaced), ...endingOutputs() }),
    },
    lines: [...describeRetirement(retirement), ...preview.lines, ...(isDryRun ? [DRY_RUN] : [])],
    sections: [
      ...(plan.kind === 'rotate'
        ? [dryRun(plan, request, context)]
        : [
            notDue(plan, { request, retirement }, context),
            ...summarizeValidity(plan.current, retirement, context),
          ]),
      ...preview.sections,
      ...summarizeQuarantine(retirement, request.quarantineMs, context),
    ],
  };
}

function dryRun(plan: Rotation, { storeIn }: RotateRequest, context: ReportContext): SummarySection {
  const consumers = [
    ...storeIn.targets.map(({ label }) => label),
    ...(storeIn.laterSteps ? ['later steps of this job'] : []),
  ];
  return {
    title: 'Dry run: 1 token would be rotated',
    facts: [
      ['Series', plan.series.plainDescription],
      ['Cluster', context.cluster],
      ['Reason', { prose: plan.reasons.join('; ') }],
      ...(plan.adopts ? [['Adopts', plan.adopts.id] as const] : []),
      ['Replaces', describeReplaced(plan)],
      ['Permissions', describePermissions(plan.permissions)],
      ['Expires', describeEnd(plan.expiresAt, context)],
      ['Delivered to', consumers.join(', ')],
    ],
  };
}

function notDue(
  { series, current }: NotDue,
  { request, retirement }: { readonly request: RotateRequest; readonly retirement: RetirementResult },
  context: ReportContext,
): SummarySection {
  const { dryRun, renewBeforeMs } = request;
  return {
    title: `${dryRun ? 'Dry run: 0 tokens would be' : '0 tokens'} rotated, because no rotation is due`,
    text: [
      ...describeReplacedTokens(retirement, context),
      describeNextRotation(current, renewBeforeMs, context),
    ],
    facts: [
      ['Series', series.plainDescription],
      ['Cluster', context.cluster],
      ['Current token', current.id],
      ['Permissions', describePermissions(current.permissions)],
      ['Expires', describeEnd(current.expiresAt, context)],
    ],
  };
}

/** describeReplaced names the tokens that a rotation replaces. */
export function describeReplaced(plan: Rotation): string {
  const ids = replacedBy(plan).map(({ id }) => id);
  return ids.length === 0 ? 'no token, because the series has no valid token' : ids.join(', ');
}

/** describeNextRotation says when the current token is replaced next. */
export function describeNextRotation(
  { expiresAt }: Token,
  renewBeforeMs: number | undefined,
  { now }: ReportContext,
): string {
  const next = 'Next rotation:';
  if (renewBeforeMs === undefined) return `${next} the next run, because \`renew-before\` is not set.`;
  if (expiresAt === 'unset') {
    return `${next} only after a change, because the token never expires. A rotation is due if permissions change, or if a token or a secret is missing.`;
  }
  if (expiresAt === 'unreadable')
    return `${next} the next run, because the expiry of the token cannot be read.`;
  return `${next} the first run after ${describeMoment(followingMinute(expiresAt - renewBeforeMs), now)}.`;
}

function info(text: string): Line {
  return { kind: 'info', text };
}
