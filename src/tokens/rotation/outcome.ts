import type { Outcome } from '../outcome.ts';
import type {
  ActivationStatus,
  FailedRetagging,
  IssueFailure,
  NotBegun,
  NotChanged,
  RefusedActivation,
  Retagging,
  UnknownDatabases,
  UnreachableActivation,
} from '../results.ts';
import type { UnresolvedRuns } from '../run-end.ts';
import type { SuspendedToken } from '../suspension.ts';
import type { Token } from '../token.ts';
import type { NotDue, Rotation, SeriesBefore } from './plan.ts';
import type { Refusal } from './refusals.ts';
import type { RetiredToken } from './retirement.ts';
import type { SeriesToken } from './series.ts';
import type { Target } from './spec.ts';

/** RotateResult is the result of `rotate`. */
export type RotateResult = Unrotated | Rotated | FailedRotation;

/** FailedRotation is why the consumers have no new token, or not all of them. `before`: undefined if the tokens could not be listed. */
export type FailedRotation = { readonly before: SeriesBefore | undefined } & (
  | NotBegun
  | Refusal
  | UnknownDatabases
  /** The new token could not be probed before the old one ends. */
  | { readonly kind: 'cannot-be-probed' }
  | { readonly kind: 'not-adopted'; readonly token: Token; readonly adoption: FailedAdoption }
  | { readonly kind: 'not-replaced'; readonly plan: Rotation; readonly failure: ReplacementFailure }
);

/** Unrotated is a run that creates no token: no rotation is due, or it is a dry run. */
export interface Unrotated {
  readonly kind: 'unrotated';
  readonly plan: Rotation | NotDue;
  readonly retirement: RetirementResult;
  readonly before: SeriesBefore;
}

/** Rotated is a new token that its consumers have received. */
export interface Rotated {
  readonly kind: 'rotated';
  readonly plan: Rotation;
  readonly token: Token;
  readonly activation: ActivationStatus;
  /** Undefined: the post step promotes the token. */
  readonly promotion: Promotion | undefined;
}

/** ReplacementFailure is why the consumers have no new token, or not all of them. */
export type ReplacementFailure =
  | IssueFailure
  | Withdrawn
  | { readonly kind: 'not-delivered'; readonly token: Token; readonly delivery: IncompleteDelivery };

/** Withdrawn is a new token that no consumer has. It was revoked, unless `notRevoked` says why not. */
export interface Withdrawn {
  readonly kind: 'withdrawn';
  readonly token: Token;
  readonly why: WithdrawalReason;
  readonly notRevoked: Error | undefined;
}

/** WithdrawalReason is why a new token is not delivered. `not-listed`: whether another rotation runs could not be read. */
export type WithdrawalReason =
  | { readonly kind: 'concurrent'; readonly refusal: Refusal }
  | { readonly kind: 'not-accepted'; readonly activation: RefusedActivation }
  | { readonly kind: 'unreachable'; readonly activation: UnreachableActivation }
  | { readonly kind: 'not-listed' | 'not-stored'; readonly error: Error };

/** RotationProgress is what a rotation reports while it runs, in addition to Progress. */
export type RotationProgress =
  | { readonly kind: 'runs-unresolved'; readonly unresolved: UnresolvedRuns }
  | { readonly kind: 'planned'; readonly plan: Rotation | NotDue }
  /** What the new token will be. */
  | { readonly kind: 'new-token-planned'; readonly plan: Rotation }
  | { readonly kind: 'adopted'; readonly token: Token; readonly isGivenBack: boolean }
  | { readonly kind: 'stored'; readonly target: string }
  | { readonly kind: 'promoted'; readonly id: string };

/** FailedAdoption is any Adoption that did not succeed. */
export type FailedAdoption = Exclude<Adoption, { kind: 'adopted' }>;

/**
 * Adoption is the result of giving a token the tag of a series. `unclear`: the server did not confirm the tag.
 * `not-read-back`: the server confirmed the tag, and reading the token failed. `not-shown`: the server confirmed the
 * tag, and the token does not show it. `isGivenBack`: a concurrent suspension changed the permissions, and the action gave them
 * back. `not-given-back`: giving them back failed. `suspended`: a concurrent suspension changed the permissions, and somebody has changed the token once more.
 */
export type Adoption =
  | { readonly kind: 'adopted'; readonly isGivenBack: boolean }
  | FailedRetagging
  | NotChanged
  | { readonly kind: 'not-shown' | 'suspended' | 'changed-meanwhile' }
  | { readonly kind: 'not-read-back' | 'not-given-back'; readonly error: Error };

/**
 * DeliveryResult is the result of giving the new token to its consumers. `refused`: the first write was refused, so no consumer
 * has the token. `incomplete`: some consumers might have the token, and others do not.
 */
export type DeliveryResult =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly error: Error }
  | IncompleteDelivery;

/** IncompleteDelivery is a delivery that failed after a consumer might have received the token. */
export interface IncompleteDelivery {
  readonly kind: 'incomplete';
  readonly secrets: readonly StoredSecret[];
  /** The index of the secret that was not stored. */
  readonly failedAt: number;
  /** Whether that secret might contain the new token. */
  readonly mightBeStored: boolean;
  readonly error: Error;
}

/** PromotedTag is the result of marking a token as current. */
export type PromotedTag = Retagging | NotChanged | Unpromotable;

/**
 * Unpromotable is a token that is not as this run delivered it. `suspended`, `restored`: another run suspended the token, or
 * suspended and restored it. `other-permissions`: somebody changed its permissions at the same time. The response shows this
 * `token`, which is current if the response shows the tag.
 */
export type Unpromotable =
  | { readonly kind: 'suspended' | 'restored' }
  | { readonly kind: 'other-permissions'; readonly token: Token };

/** StoredSecret is a secret that a rotation stores the token in, as it was before the rotation. */
export interface StoredSecret {
  readonly target: { readonly label: string };
  readonly storedAt: Target['storedAt'];
}

/**
 * Promotion is the result of promoting and retiring. `unclear`: the token might be current. `revoked`:
 * somebody revoked the delivered token. In all but `promoted` nothing was retired.
 */
export type Promotion =
  | { readonly kind: 'promoted'; readonly retirement: RetirementResult }
  | EndedAfterPromotion
  | FailedRetagging
  | NotChanged
  | Unpromotable;

/**
 * EndedAfterPromotion: somebody ended the access of the token after its promotion, so its consumers need another token of the
 * series. `stillValid`: the other tokens of the series that the same list shows as valid, the newest first.
 */
export interface EndedAfterPromotion {
  readonly kind: 'ended';
  readonly how: 'revoked' | 'suspended';
  readonly stillValid: readonly Token[];
}

/** RetirementResult is the result of retiring. `not-listed`: the list could not be read, or is too old, so nothing was retired. */
export type RetirementResult = Retired | { readonly kind: 'not-listed'; readonly error: Error };

/** Retired is what happened to the replaced tokens of a series. */
export interface Retired {
  readonly kind: 'retired';
  readonly revoked: readonly string[];
  readonly suspended: readonly SuspendedToken[];
  /** Not ended, because a read or a response showed a different token. */
  readonly spared: readonly Outcome[];
  /** Not ended by decision: in quarantine, not suspendable, or restored by a person. */
  readonly kept: readonly RetiredToken[];
  /** To be ended, but this run ends no token. */
  readonly postponed: readonly RetiredToken[];
  /** To be ended, but they might be alive. */
  readonly failed: readonly Outcome[];
  /** Those that a later run ends. */
  readonly left: readonly LeftToken[];
}

/** LeftToken is a token that was replaced and is still valid. The first run after `until` revokes the token. */
export interface LeftToken {
  readonly token: SeriesToken;
  /** In milliseconds since 1970. */
  readonly until: number;
}
