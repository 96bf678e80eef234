import { Failure } from '../base/errors.ts';
import { formatCount, markServerText } from '../base/text.ts';
import type { RotateRequest } from '../request/rotate.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { formatSecond } from '../tokens/dates.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { RetirementResult, RotationProgress, Unrotated } from '../tokens/rotation/outcome.ts';
import { type NotDue, type Rotation, replacedBy } from '../tokens/rotation/plan.ts';
import type { Refusal } from '../tokens/rotation/refusals.ts';
import type { UnresolvedRuns } from '../tokens/run-end.ts';
import { plainDescription } from '../tokens/tag.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';
import { retirementOutputs, tokenOutputs } from './outputs.ts';
import { DRY_RUN } from './progress.ts';
import { describeRetirement, summarizeValidity } from './retirement.ts';
import { warningsAbout } from './token.ts';

/** NOTHING_CHANGED is what is true after a failure that came before the first change. */
export const NOTHING_CHANGED = 'Nothing was changed.';

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
      return [info(`Adopted token ${id}: it is the first of the series "${plainDescription(description)}".`)];
    }
    case 'stored':
      return [info(`Stored in ${progress.target}.`)];
    case 'promoted':
      return [info(`Committed token ${progress.id}.`)];
  }
}

function unresolvedRuns({ count, asked, why }: UnresolvedRuns): Line {
  const text = `Whether ${formatCount(count)} of ${formatCount(asked)} runs with a pending token have ended is not known: ${why}`;
  return { kind: 'warning', code: 'github-did-not-tell', text };
}

/** rotationRefused is the failure for a rotation that was refused before it changed anything. */
export function rotationRefused({ code, why }: Refusal): Failure {
  return new Failure(code, `${markServerText(why)} ${NOTHING_CHANGED}`);
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
  if (plan.kind === 'not-due') {
    return [
      `Not due: token ${plan.current.id} of "${plan.series.plainDescription}" expires ${describeExpiry(plan.current.expiresAt)}.`,
    ];
  }
  return [
    `To rotate "${plan.series.plainDescription}":`,
    ...plan.reasons.map((reason) => `- because ${reason}.`),
    ...(plan.adopts ? [`- Token ${plan.adopts.id} is adopted: it becomes the first of the line.`] : []),
    `- The new token grants "${describePermissions(plan.permissions)}" and expires ${describeExpiry(plan.expiresAt)}.`,
  ];
}

/** Warnings about what the new token will be. */
function describeRisks({ permissions, expiresAt, missingDatabases }: Rotation): Line[] {
  const lines: Line[] = warningsAbout(permissions);
  if (expiresAt === 'never') {
    const text = 'The new token never expires: only a later rotation or a person can end it.';
    lines.push({ kind: 'warning', code: 'no-expiry', text });
  }
  if (missingDatabases.length > 0) {
    const names = missingDatabases.map((name) => `"${name}"`).join(', ');
    const text = `What the old token grants is taken over, also on what the cluster does not have any more: ${names}. Give \`permissions\` to change that.`;
    lines.push({ kind: 'warning', code: 'unknown-databases', text });
  }
  return lines;
}

/** newTokenCannotBeProven is the failure for a new token that cannot be probed before the old one ends. */
export function newTokenCannotBeProven(): Failure {
  return new Failure(
    'new-token-cannot-be-proven',
    'The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. ' +
      'Nothing was changed. Create a database, or give the old token a grace.',
  );
}

/** reportUnrotated reports the end of a run that creates no token: no rotation is due, or it is a dry run. */
export function reportUnrotated(request: RotateRequest, { plan, retirement, now }: Unrotated): Report {
  const token = plan.kind === 'not-due' ? plan.current : plan.predecessor;
  const isDryRun = plan.kind === 'rotate' || request.dryRun;
  return {
    outputs: {
      ...(token ? tokenOutputs(token, tokenStatus(token, now)) : {}),
      active: '',
      rotated: 'false',
      ...retirementOutputs(retirement),
    },
    lines: [...describeRetirement(retirement), ...(isDryRun ? [DRY_RUN] : [])],
    sections: plan.kind === 'rotate' ? [dryRun(plan, request)] : notDue(plan, request, retirement),
  };
}

function dryRun(plan: Rotation, { storeIn }: RotateRequest): SummarySection {
  const consumers = [
    ...storeIn.targets.map(({ label }) => label),
    ...(storeIn.laterSteps ? ['later steps of the job'] : []),
  ];
  return {
    title: 'InfluxDB token: what a rotation would do',
    facts: [
      ['Line', plan.series.plainDescription],
      ['Because', plan.reasons.join('; ')],
      ...(plan.adopts ? [['Adopts', plan.adopts.id] as const] : []),
      ['Replaces', describeReplaced(plan)],
      ['Grants', describePermissions(plan.permissions)],
      ['Expires', describeExpiry(plan.expiresAt)],
      ['Stored in', consumers.join(', ')],
    ],
  };
}

function notDue(
  { series, current }: NotDue,
  { renewBeforeMs }: RotateRequest,
  retirement: RetirementResult,
): SummarySection[] {
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Token', current.id],
    ['Line', series.plainDescription],
    ['Grants', describePermissions(current.permissions)],
    ['Expires', describeExpiry(current.expiresAt)],
    ['Next run', describeNextRun(current, renewBeforeMs)],
  ];
  return [{ title: 'InfluxDB token: no rotation is due', facts }, ...summarizeValidity(current, retirement)];
}

/** describeReplaced names the tokens that a rotation replaces. */
export function describeReplaced(plan: Rotation): string {
  const ids = replacedBy(plan).map(({ id }) => id);
  return ids.length === 0 ? 'nothing: it is the first of its line' : ids.join(', ');
}

/** describeNextRun says what the next run will do with a current token. */
export function describeNextRun({ expiresAt }: Token, renewBeforeMs: number | undefined): string {
  if (renewBeforeMs === undefined)
    return 'this step rotates whenever it runs, since it has no `renew-before`';
  if (typeof expiresAt !== 'number') {
    return 'rotates only when other permissions are asked for, or a token or secret is missing';
  }
  return `rotates from ${formatSecond(expiresAt - renewBeforeMs)} on; until then it only revokes what was replaced long enough ago`;
}

function info(text: string): Line {
  return { kind: 'info', text };
}
