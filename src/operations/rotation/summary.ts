import { ACTIVATION_FACT } from '../../report/activation.ts';
import type { RotateRequest } from '../../request/rotate.ts';
import type { Bar, SummarySection } from '../../runner/summary.ts';
import { formatInstant, formatSecond } from '../../tokens/dates.ts';
import type { ActivationResult, RefusedActivation } from '../../tokens/outcome.ts';
import { describePermissions } from '../../tokens/permissions.ts';
import { type Rotation, type RotationPlan, replacedBy } from '../../tokens/rotation/plan.ts';
import type { Series } from '../../tokens/rotation/series.ts';
import type { Token } from '../../tokens/token.ts';
import { describeExpiry } from '../../tokens/token-spec.ts';
import type { Promotion } from './promote.ts';
import type { Retired } from './retire.ts';

/** What a token that never expires gets of a chart. */
const NEVER_SHOWN_AS_MS = 90 * 24 * 3_600_000;

/** describePlan says what a rotation will do, and why. */
export function describePlan(plan: Exclude<RotationPlan, { kind: 'refused' }>): string[] {
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

/** summarizeDryRun shows what a rotation would do. */
export function summarizeDryRun(plan: Rotation, { storeIn }: RotateRequest): SummarySection[] {
  const receivers = [
    ...storeIn.targets.map(({ label }) => label),
    ...(storeIn.laterSteps ? ['later steps of the job'] : []),
  ];
  return [
    {
      title: 'InfluxDB token: what a rotation would do',
      facts: [
        ['Line', plan.series.plainDescription],
        ['Because', plan.reasons.join('; ')],
        ...(plan.adopts ? [['Adopts', plan.adopts.id] as const] : []),
        ['Replaces', namesOf(plan)],
        ['Grants', describePermissions(plan.permissions)],
        ['Expires', describeExpiry(plan.expiresAt)],
        ['Stored in', receivers.join(', ')],
      ],
    },
  ];
}

/** Kept is what a rotation that is not due leaves as it is. */
export interface Kept {
  readonly series: Series;
  readonly current: Token;
  readonly renewBeforeMs: number | undefined;
}

/** summarizeNotDue shows what consumers hold, and when that will change. */
export function summarizeNotDue(
  { series, current, renewBeforeMs }: Kept,
  retired: Retired | undefined,
): SummarySection[] {
  return [
    {
      title: 'InfluxDB token: no rotation is due',
      facts: [
        ['Token', current.id],
        ['Line', series.plainDescription],
        ['Grants', describePermissions(current.permissions)],
        ['Expires', describeExpiry(current.expiresAt)],
        ['Next run', describeNext(current, renewBeforeMs)],
      ],
    },
    ...(retired ? validity(current, retired) : []),
  ];
}

/** Done is what a rotation has done. */
export interface Done {
  readonly plan: Rotation;
  readonly request: RotateRequest;
  readonly token: Token;
  readonly activation: Exclude<ActivationResult, RefusedActivation>;
}

/** summarizeRotation shows the delivery: what replaced what, who holds what, and what stays valid until when. */
export function summarizeRotation(
  { plan, request: { storeIn, renewBeforeMs }, token, activation }: Done,
  promotion: Promotion | undefined,
): SummarySection[] {
  const notPromoted = promotion?.promoted === false;
  const retired = promotion?.retired;
  return [
    {
      title: notPromoted ? 'InfluxDB token rotated, but not committed' : 'InfluxDB token rotated',
      facts: [
        ['Token', token.id],
        ['Line', plan.series.plainDescription],
        ['Because', plan.reasons.join('; ')],
        ['Replaces', namesOf(plan)],
        ['Grants', describePermissions(token.permissions)],
        ['Expires', describeExpiry(token.expiresAt)],
        ['Accepted by the cluster', ACTIVATION_FACT[activation.kind]],
        ['Next run', notPromoted ? 'rotates again and puts this right' : describeNext(token, renewBeforeMs)],
      ],
    },
    {
      title: 'Who holds the new token',
      head: ['Where', 'Since'],
      rows: [
        ...storeIn.targets.map(({ label }) => [label, 'stored by this step']),
        ...(storeIn.laterSteps
          ? [['later steps of this job', 'committed by the post step if the job succeeds']]
          : []),
      ],
    },
    ...(retired ? validity(token, retired) : [pending(token, plan, promotion?.promoted === true)]),
  ];
}

/** Nothing was retired yet. */
function pending({ id, expiresAt }: Token, plan: Rotation, promoted: boolean): SummarySection {
  return {
    title: 'What stays valid until when',
    head: ['Token', 'What', 'Valid until'],
    rows: [
      [id, 'new', describeExpiry(expiresAt)],
      ...replacedBy(plan).map((token) => [
        token.id,
        promoted ? 'replaced' : 'to be replaced',
        promoted ? 'the first run that finds its grace over' : 'a rotation is committed, and its grace over',
      ]),
    ],
  };
}

function validity(current: Token, { revoked, left }: Retired): SummarySection[] {
  const rows = [
    [current.id, 'current', describeExpiry(current.expiresAt)],
    ...left.map(({ token, until }) => [token.id, 'replaced', describeEnd(token, until)]),
    ...revoked.map((id) => [id, 'replaced', 'revoked now']),
  ];
  const bars = [
    ...left.flatMap(({ token, until }) => barOf('old', { ...token, expiresAt: until })),
    ...barOf('new', current),
  ];
  return [
    { title: 'What stays valid until when', head: ['Token', 'What', 'Valid until'], rows },
    ...(bars.length > 1 ? [{ title: 'Old and new', bars }] : []),
  ];
}

function barOf(label: string, { id, createdAt, expiresAt }: Token): Bar[] {
  if (typeof createdAt !== 'number') return [];
  const to = typeof expiresAt === 'number' ? expiresAt : createdAt + NEVER_SHOWN_AS_MS;
  return [{ label: `${label} ${id}`, from: createdAt, to }];
}

/** A token may expire before its grace is over. */
function describeEnd({ expiresAt }: Token, until: number): string {
  return typeof expiresAt === 'number' && expiresAt < until
    ? formatInstant(expiresAt)
    : `the first run after ${formatSecond(until)}`;
}

function namesOf(plan: Rotation): string {
  const ids = replacedBy(plan).map(({ id }) => id);
  return ids.length === 0 ? 'nothing: it is the first of its line' : ids.join(', ');
}

function describeNext({ expiresAt }: Token, renewBeforeMs: number | undefined): string {
  if (renewBeforeMs === undefined)
    return 'this step rotates whenever it runs, since it has no `renew-before`';
  if (typeof expiresAt !== 'number') {
    return 'rotates only when other permissions are asked for, or a token or secret is missing';
  }
  return `rotates from ${formatSecond(expiresAt - renewBeforeMs)} on; until then it only revokes what was replaced long enough ago`;
}
