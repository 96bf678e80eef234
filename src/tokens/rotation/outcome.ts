import type { Outcome, Retagging } from '../outcome.ts';
import type { SuspendedToken } from '../suspension.ts';
import type { RetiredToken } from './retirement.ts';
import type { SeriesToken } from './series.ts';

/**
 * Adoption is the result of giving a token the tag of a series. `unclear`: the server did not confirm the tag, and `why` is a
 * sentence. `not-read-back`: the server confirmed the tag, and reading the token failed. `not-shown`: the server confirmed the
 * tag, and the token does not show it. `adopted-and-given-back`: a suspension came between, so the token was given its permissions
 * back. `suspended`: a suspension came between, and somebody has changed the token once more.
 */
export type Adoption =
  | { readonly kind: 'adopted' | 'adopted-and-given-back' | 'suspended' | 'revoked' | 'not-shown' }
  | { readonly kind: 'unclear'; readonly why: string }
  | { readonly kind: 'not-read-back'; readonly error: Error };

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
  /** The index of the secret that was not stored. */
  readonly failedAt: number;
  /** Whether that secret might contain the new token. */
  readonly mightBeStored: boolean;
  readonly error: Error;
}

/** PromotedTag is the result of marking a token as current. `suspended`: another run has suspended the token. */
export type PromotedTag = Retagging | { readonly kind: 'suspended' };

/** Promotion is the result of promoting and retiring. `unclear`: the token might be current, and nothing was retired. */
export type Promotion =
  | { readonly kind: 'promoted'; readonly retirement: RetirementResult }
  | { readonly kind: 'unclear' };

/** RetirementResult is the result of retiring. `not-listed`: the list could not be read, so nothing was retired. */
export type RetirementResult = Retired | { readonly kind: 'not-listed'; readonly error: Error };

/** Retired is what happened to the replaced tokens of a series. */
export interface Retired {
  readonly kind: 'retired';
  readonly revoked: readonly string[];
  readonly suspended: readonly SuspendedToken[];
  /** Not ended, because of what a read or a response showed. */
  readonly spared: readonly Outcome[];
  /** Not to be ended: in quarantine, or not possible to suspend. */
  readonly kept: readonly RetiredToken[];
  readonly failed: readonly string[];
  /** Why the first of the failed ones failed. */
  readonly error: unknown;
  readonly left: readonly LeftToken[];
}

/** LeftToken is a token that was replaced and is still valid. The first run after `until` revokes the token. */
export interface LeftToken {
  readonly token: SeriesToken;
  /** In milliseconds since 1970. */
  readonly until: number;
}
