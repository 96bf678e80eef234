import { asSentence, Failure, withContext } from '../base/errors.ts';
import { formatCount, markServerText } from '../base/text.ts';
import { reportIncompleteDelivery } from '../report/delivery.ts';
import { TABLE_CONTINUES } from '../report/list.ts';
import { DRY_RUN } from '../report/progress.ts';
import { describeOutcome, nameSome, reportOutcomes } from '../report/revocation.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { Outputs } from '../runner/runner.ts';
import type { SummarySection } from '../runner/summary.ts';
import { formatSecond } from '../tokens/dates.ts';
import { formatDuration } from '../tokens/duration.ts';
import { mightBeAlive, wasRevoked } from '../tokens/outcome.ts';
import { plainDescription } from '../tokens/tag.ts';
import { describeDate, describeExpiry } from '../tokens/token-spec.ts';
import type {
  CreateResult,
  IssueFailure,
  ListResult,
  ManagementProgress,
  RetirementResult,
  RevocationPreview,
  RevokeResult,
  RotateResult,
  Withdrawn,
} from './outcome.ts';
import type { LeftToken, ManagementRotation, NotDue } from './plan.ts';
import type { CreateRequest, ListRequest, RotateRequest } from './request.ts';
import type { ManagementToken, ShownToken } from './token.ts';

/** describeManagementProgress writes the lines of the log about one step forward. */
export function describeManagementProgress(progress: ManagementProgress): readonly Line[] {
  switch (progress.kind) {
    case 'outcome-unknown': {
      const text = `Whether a management token was created is not known: ${asSentence(progress.error)}`;
      return [{ kind: 'warning', code: 'response-lost', text }];
    }
    case 'lost-token-revoked':
      return [info(`Revoked management token ${progress.id}, whose secret is lost.`)];
    case 'created':
      return [info(`Created management token ${progress.id}.`)];
    case 'proven':
      return [info(`The Management API accepts management token ${progress.id}.`)];
    case 'stored':
      return [info(`Stored the new management token in \`${progress.target}\`.`)];
    case 'planned':
      return [info(describePlan(progress.plan))];
    case 'runs-unresolved': {
      const { count, asked, why } = progress.unresolved;
      const text = `Whether ${formatCount(count)} of ${formatCount(asked)} runs have ended is not known: ${why}`;
      return [{ kind: 'warning', code: 'run-status-unknown', text }];
    }
  }
}

function describePlan(plan: ManagementRotation | NotDue): string {
  return plan.kind === 'rotate'
    ? `A rotation is due: ${markServerText(plan.reasons.join('; '))}.`
    : `No rotation is due: every secret has management token ${plan.newest.id}, which expires ${describeExpiry(plan.newest.expiresAt)}.`;
}

/** reportList reports the selected tokens. The step fails if there are any and `fail-on-match` is set. */
export function reportList(
  { failOnMatch }: ListRequest,
  { shown, total, unreadable, now }: ListResult,
): Report {
  const count = formatCount(shown.length);
  const warnings: Line[] =
    unreadable === 0
      ? []
      : [
          {
            kind: 'warning',
            code: 'expiry-not-readable',
            text: `The expiry of ${formatCount(unreadable)} management tokens cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`,
          },
        ];
  return {
    lines: [
      info(`${count} of the account's ${formatCount(total)} management tokens are listed.`),
      ...warnings,
    ],
    sections: [
      {
        title: `InfluxDB management tokens: ${shown.length === 0 ? 'none' : count}`,
        head: ['For', 'Prefix', 'Created by', 'Created', 'Expires', 'Status', 'Token'],
        rows: shown.map((token) => rowOf(token, now)),
        more: TABLE_CONTINUES,
      },
    ],
    ...(failOnMatch && shown.length > 0
      ? {
          failure: new Failure(
            'tokens-found',
            `${count} management tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`,
          ),
        }
      : {}),
  };
}

function rowOf(token: ShownToken, now: number): string[] {
  const { expiresAt } = token;
  const left =
    token.status === 'active' && typeof expiresAt === 'number'
      ? ` (in ${formatDuration(wholeHours(expiresAt - now))})`
      : '';
  return [
    plainDescription(token.description),
    token.prefix,
    token.createdBy,
    describeDate(token.createdAt),
    `${describeExpiry(expiresAt)}${left}`,
    token.inUse ? `${token.status}, used by this step` : token.status,
    token.id,
  ];
}

/** Minutes do not matter if the token expires in a day or later. */
function wholeHours(ms: number): number {
  const seconds = Math.floor(ms / 1000);
  return seconds < 24 * 3600 ? seconds : seconds - (seconds % 3600);
}

/** reportCreate reports the new token. */
export function reportCreate({ description, expiresAt }: CreateRequest, result: CreateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'No management token was created.') };
    case 'dry-run':
      return {
        lines: [DRY_RUN],
        sections: [
          {
            title: 'InfluxDB management token: what `create` would do',
            facts: [
              ['For', description],
              ['Expires', describeExpiry(expiresAt)],
            ],
          },
        ],
      };
    case 'withdrawn':
      return { failure: describeWithdrawn(result) };
    case 'created':
      return {
        lines: expiresAt === 'never' ? [neverExpires(result.token)] : [],
        sections: [{ title: 'InfluxDB management token created', facts: factsOf(result.token) }],
      };
    default:
      return { failure: describeIssueFailure(result) };
  }
}

function neverExpires({ id }: ManagementToken): Line {
  const text = `Management token ${id} never expires: only a person or a rotation can end it.`;
  return { kind: 'warning', code: 'no-expiry', text };
}

function factsOf({ id, description, expiresAt }: ManagementToken): (readonly [string, string])[] {
  return [
    ['Token', id],
    ['For', plainDescription(description)],
    ['Expires', describeExpiry(expiresAt)],
  ];
}

function describeIssueFailure(failure: IssueFailure): Failure {
  switch (failure.kind) {
    case 'not-created':
      return withContext(failure.error, 'No management token was created.') as Failure;
    case 'lost': {
      const nonces = failure.openNonces.join(' or ');
      return new Failure(
        'a-token-might-exist',
        `${asSentence(failure.error)} A management token whose description contains ${nonces} might exist, and nobody has it. The post ` +
          `step looks for it and revokes it. ${revokeByHand(nonces)}`,
      );
    }
    case 'deviates': {
      const found = markServerText(failure.deviations.join('; '));
      const now = failure.notRevoked
        ? `It could not be revoked: ${asSentence(failure.notRevoked)} The post step tries again. ${revokeByHand(failure.nonce)}`
        : 'Every management token with this nonce that the list shows was revoked.';
      return new Failure(
        'token-not-as-requested',
        `The new management token is not as specified: ${found}. ${now} The version of influxctl might print tokens in an unknown form.`,
      );
    }
  }
}

function revokeByHand(nonce: string): string {
  return `To revoke it yourself, look for ${nonce} in \`influxctl management list\`, and run \`influxctl management revoke ID\`.`;
}

function describeWithdrawn({ token: { id }, why, notRevoked }: Withdrawn): Failure {
  const now = notRevoked
    ? `Nobody has it, and it could not be revoked: ${asSentence(notRevoked)} The post step tries again. To revoke it yourself, run \`influxctl management revoke ${id}\`.`
    : 'It was revoked. The secrets were not changed.';
  if (why.kind === 'refused')
    return new Failure(why.code, `${markServerText(why.why)} The new management token is ${id}. ${now}`);
  return new Failure(
    'token-not-accepted',
    `The Management API does not accept the new management token ${id}: ${asSentence(why.error)} ${now}`,
  );
}

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

/** reportRotate reports which token the secrets contain now, and which tokens were revoked. */
export function reportRotate(request: RotateRequest, result: RotateResult): Report {
  switch (result.kind) {
    case 'not-begun':
      return { failure: withContext(result.error, 'Nothing was changed.') };
    case 'refused':
      return { failure: new Failure(result.code, `${markServerText(result.why)} Nothing was changed.`) };
    case 'withdrawn':
      return { failure: describeWithdrawn(result) };
    case 'not-delivered':
      return reportIncompleteDelivery(result.delivery, result.token.id);
    case 'dry-run':
      return {
        outputs: { rotated: 'false' },
        lines: [DRY_RUN],
        sections: [
          { title: 'InfluxDB management token: what `rotate` would do', items: [describePlan(result.plan)] },
        ],
      };
    case 'not-due':
      return withRetirement(result.retirement, [
        {
          title: 'InfluxDB management token: no rotation is due',
          facts: [...factsOf(result.plan.newest), ...storedIn(request)],
        },
      ]);
    case 'rotated':
      return withRetirement(
        result.retirement,
        [
          {
            title: 'InfluxDB management token rotated',
            facts: [
              ...factsOf(result.token),
              ['Because', result.plan.reasons.join('; ')],
              ...storedIn(request),
            ],
          },
        ],
        result.token.expiresAt === 'unset' ? [neverExpires(result.token)] : [],
      );
    default:
      return { failure: describeIssueFailure(result) };
  }
}

function storedIn({ targets }: RotateRequest): (readonly [string, string])[] {
  return [['Stored in', targets.map(({ label }) => label).join(', ')]];
}

/** A failed revocation is a warning: the next run finds the token again. */
function withRetirement(
  retirement: RetirementResult,
  sections: readonly SummarySection[],
  lines: readonly Line[] = [],
): Report {
  if (retirement.kind === 'not-listed') {
    const text = `Replaced management tokens were not revoked, because the list could not be read: ${asSentence(retirement.error)} The next run revokes them.`;
    return { lines: [...lines, { kind: 'warning', code: 'nothing-retired', text }], sections };
  }
  const { outcomes, left } = retirement;
  const revoked = outcomes.filter(wasRevoked).map(({ id }) => id);
  const alive = outcomes.filter(mightBeAlive);
  const [first] = alive;
  const warnings: Line[] =
    first?.kind !== 'failed'
      ? []
      : [
          {
            kind: 'warning',
            code: 'replaced-token-not-revoked',
            text: `Replaced management tokens were not revoked: ${nameSome(alive.map(({ id }) => id))}. ${asSentence(first.error)} The next run tries again.`,
          },
        ];
  const failed = alive.map(({ id }) => id);
  const table: SummarySection = {
    title: 'Replaced management tokens',
    head: ['Token', 'Outcome'],
    rows: [
      ...outcomes.map((outcome) => [outcome.id, describeOutcome(outcome)]),
      ...left.map((one) => [one.token.id, describeLeft(one)]),
    ],
  };
  return {
    outputs: {
      ...revocationOutputs(revoked, failed),
      'previous-token-ids': JSON.stringify([...failed, ...left.map(({ token }) => token.id)]),
    },
    lines: [...lines, ...revoked.map((id) => info(`Revoked replaced management token ${id}.`)), ...warnings],
    sections: table.rows.length > 0 ? [...sections, table] : sections,
  };
}

function describeLeft({ until, inUse }: LeftToken): string {
  const when = `the first run after ${formatSecond(until)} revokes it`;
  return inUse ? `valid: this step uses it; ${when}, if it uses another token` : `valid: ${when}`;
}

/** `failed` tokens might be alive. */
function revocationOutputs(revoked: readonly string[], failed: readonly string[]): Outputs {
  return { 'revoked-token-ids': JSON.stringify(revoked), 'failed-token-ids': JSON.stringify(failed) };
}

function info(text: string): Line {
  return { kind: 'info', text };
}
