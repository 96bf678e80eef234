import { asSentence, Failure, withContext } from '../base/errors.ts';
import { markServerText } from '../base/text.ts';
import type { RotateRequest } from '../request/rotate.ts';
import type { Report } from '../runner/publish.ts';
import type { Outputs } from '../runner/runner.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { ActivationStatus, Retagging } from '../tokens/outcome.ts';
import { describePermissions } from '../tokens/permissions.ts';
import type { Adoption, Promotion } from '../tokens/rotation/outcome.ts';
import { type Rotation, replacedBy } from '../tokens/rotation/plan.ts';
import { plainDescription } from '../tokens/tag.ts';
import { type Token, tokenStatus } from '../tokens/token.ts';
import { describeExpiry } from '../tokens/token-spec.ts';
import { ACTIVATION_FACT } from './issuing.ts';
import { tokenOutputs } from './outputs.ts';
import { retirementOutputs, summarizeUnretired, summarizeValidity } from './retirement.ts';
import { describeNextRun, describeReplaced } from './rotation-plan.ts';

/** reportAdoption reports whether a token now belongs to a series. */
export function reportAdoption({ id, description }: Token, adoption: Adoption): Report {
  const failed = (message: string) => ({ failure: new Failure('token-not-adopted', message) });
  switch (adoption.kind) {
    case 'adopted': {
      const text = `Adopted token ${id}: it is the first of the series "${plainDescription(description)}".`;
      return { lines: [{ kind: 'info', text }] };
    }
    case 'revoked':
      return failed(
        `Token ${id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`,
      );
    case 'unclear':
      return failed(
        `Whether token ${id} has the tag of the series is not known: ${adoption.why} The token is as valid as ` +
          'before, and nothing else was changed. Run again.',
      );
    case 'not-shown':
      return failed(
        `The server confirmed the tag of token ${id}, but does not show it. The token is as valid as before, and nothing else was ` +
          'changed. Run again.',
      );
    case 'not-read-back': {
      const context = `Token ${id} got the tag of the series, but the tag could not be read back. The token is as valid as before. Run again.`;
      return { failure: withContext(adoption.error, context) };
    }
  }
}

/** withAdoption adds to the failure of a later step that the token was adopted. */
export function withAdoption(error: unknown, id: string): unknown {
  return withContext(error, `Token ${id} was adopted: it belongs to the series from now on.`);
}

/** reportCreated reports a new token. `now` is in milliseconds since 1970. */
export function reportCreated(token: Token, now: number): Report {
  const text = `Created token ${token.id} (${markServerText(describePermissions(token.permissions))}).`;
  return { outputs: tokenOutputs(token, tokenStatus(token, now)), lines: [{ kind: 'info', text }] };
}

/** withOwnRevoked adds to a failure that the new token was revoked. */
export function withOwnRevoked(error: unknown, id: string): unknown {
  return withContext(error, `The new token ${id} was revoked. What consumers hold was not touched.`);
}

/** withOwnNotRevoked adds to a failure that the new token could not be revoked, and why. */
export function withOwnNotRevoked(error: unknown, id: string, cause: Failure): unknown {
  return withContext(
    error,
    `The new token ${id}, which nobody holds, could not be revoked: ${asSentence(cause)} The post step tries again.`,
  );
}

/** revokedOutputs are the outputs after the new token was revoked. */
export function revokedOutputs(): Outputs {
  return { status: 'revoked', ...retirementOutputs() };
}

/** unretiredOutputs are the outputs as long as nothing is retired: every token that the new one replaces is still valid. */
export function unretiredOutputs(plan: Rotation): Outputs {
  const ids = replacedBy(plan).map(({ id }) => id);
  return { ...retirementOutputs(), 'previous-token-ids': JSON.stringify(ids) };
}

/** reportPromotion reports whether a delivered token is current now. */
export function reportPromotion(id: string, retagging: Retagging): Report {
  switch (retagging.kind) {
    case 'done':
      return { lines: [{ kind: 'info', text: `Committed token ${id}.` }] };
    case 'unclear': {
      const text =
        `Token ${id} was handed over, but not marked as current: ${retagging.why} All tokens stay valid; the next run ` +
        'rotates again and puts this right.';
      return { lines: [{ kind: 'warning', code: 'rotation-not-committed', text }] };
    }
    case 'revoked': {
      const message =
        `Token ${id} was handed over, and then somebody revoked it: its consumers are locked out. What it replaces is ` +
        'still valid and was not touched. Run again at once.';
      return { outputs: { status: 'revoked' }, failure: new Failure('new-token-revoked', message) };
    }
  }
}

/** promotionOutputs are the outputs after retiring. Empty where nothing was retired. */
export function promotionOutputs(promotion: Promotion): Outputs {
  const isRetired = promotion.kind === 'promoted' && promotion.retirement.kind === 'retired';
  return isRetired ? retirementOutputs(promotion.retirement) : {};
}

/** FinishedRotation is what a rotation did. */
export interface FinishedRotation {
  readonly plan: Rotation;
  readonly request: RotateRequest;
  readonly token: Token;
  readonly activation: ActivationStatus;
  /** Undefined: the post step promotes the token. */
  readonly promotion: Promotion | undefined;
}

/** summarizeRotation shows which token replaced which, who uses the new one, and until when each of them is valid. */
export function summarizeRotation(rotation: FinishedRotation): SummarySection[] {
  const { plan, token, promotion } = rotation;
  return [
    newToken(rotation),
    consumers(rotation.request),
    ...(promotion?.kind === 'promoted' && promotion.retirement.kind === 'retired'
      ? summarizeValidity(token, promotion.retirement)
      : [summarizeUnretired(token, replacedBy(plan), promotion?.kind === 'promoted')]),
  ];
}

function newToken({ plan, request, token, activation, promotion }: FinishedRotation): SummarySection {
  const isUnclear = promotion?.kind === 'unclear';
  return {
    title: isUnclear ? 'InfluxDB token rotated, but not committed' : 'InfluxDB token rotated',
    facts: [
      ['Token', token.id],
      ['Line', plan.series.plainDescription],
      ['Because', plan.reasons.join('; ')],
      ['Replaces', describeReplaced(plan)],
      ['Grants', describePermissions(token.permissions)],
      ['Expires', describeExpiry(token.expiresAt)],
      ['Accepted by the cluster', ACTIVATION_FACT[activation.kind]],
      [
        'Next run',
        isUnclear ? 'rotates again and puts this right' : describeNextRun(token, request.renewBeforeMs),
      ],
    ],
  };
}

function consumers({ storeIn }: RotateRequest): SummarySection {
  const laterSteps = ['later steps of this job', 'committed by the post step if the job succeeds'];
  return {
    title: 'Who holds the new token',
    head: ['Where', 'Since'],
    rows: [
      ...storeIn.targets.map(({ label }) => [label, 'stored by this step']),
      ...(storeIn.laterSteps ? [laterSteps] : []),
    ],
  };
}
