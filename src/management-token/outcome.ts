import type { Failure } from '../base/errors.ts';
import type { NotBegun } from '../tokens/results.ts';
import type { IncompleteDelivery } from '../tokens/rotation/outcome.ts';
import type { Refusal } from '../tokens/rotation/refusals.ts';
import type { UnresolvedRuns } from '../tokens/run-end.ts';
import type { DateStatus } from '../tokens/token.ts';
import type { ManagementRotation, NotDue } from './plan.ts';
import type { LeftToken, Retirement } from './retirement.ts';
import type { ManagementToken, ShownToken } from './token.ts';

/** ManagementProgress is what an operation reports while it runs. */
export type ManagementProgress =
  | { readonly kind: 'outcome-unknown'; readonly error: Failure }
  | { readonly kind: 'lost-token-revoked' | 'created' | 'accepted'; readonly id: string }
  | { readonly kind: 'stored'; readonly target: string }
  | { readonly kind: 'planned'; readonly plan: ManagementRotation | NotDue }
  | { readonly kind: 'runs-unresolved'; readonly unresolved: UnresolvedRuns };

/**
 * Outcome is the result of a revocation for one token. `not-found`: the account does not know the token. `isListed`: a list that was read
 * afterwards does not show the revocation.
 */
export type Outcome =
  | { readonly id: string; readonly kind: 'revoked' | 'already-revoked' | 'not-found' }
  | { readonly id: string; readonly kind: 'failed'; readonly error: Failure; readonly isListed: boolean };

/** ListResult is the result of `list`. `now` is when the tokens were listed, in milliseconds since 1970. */
export interface ListResult {
  readonly shown: readonly ShownToken[];
  readonly total: number;
  /** How many tokens `expires-within` leaves out only because their expiry cannot be read. */
  readonly unreadable: number;
  readonly now: number;
}

/**
 * IssueFailure is why there is no new token to use. `not-created`: no token exists, except one that can appear late with a nonce in
 * `openNonces`. `lost`: a token with one of the nonces might exist.
 * `deviates`: the new token is not as specified. `notRevoked` is why it could not be revoked. `suspects`: the IDs of tokens that might be
 * the new one, although the list does not show our nonce.
 */
export type IssueFailure =
  | { readonly kind: 'not-created'; readonly error: Failure; readonly openNonces: readonly string[] }
  | { readonly kind: 'lost'; readonly error: Failure; readonly openNonces: readonly string[] }
  | {
      readonly kind: 'deviates';
      readonly nonce: string;
      readonly deviations: readonly string[];
      readonly suspects: readonly string[];
      readonly notRevoked: Failure | undefined;
    };

/** Withdrawn is a new token that no consumer has. It was revoked, unless `notRevoked` says why not. */
export interface Withdrawn {
  readonly kind: 'withdrawn';
  readonly token: ManagementToken;
  readonly why: { readonly kind: 'not-accepted'; readonly error: Failure } | Refusal;
  readonly notRevoked: Failure | undefined;
}

/** CreateResult is the result of `create`. */
export type CreateResult =
  | NotBegun
  | { readonly kind: 'dry-run' }
  | IssueFailure
  | Withdrawn
  /** The ledger must mark the nonce as kept once the step has succeeded. */
  | { readonly kind: 'created'; readonly token: ManagementToken; readonly nonce: string };

/** RevocationPreview is what a revocation would do to one token. */
export type RevocationPreview = { readonly id: string } & (
  | { readonly kind: 'not-found' | 'already-revoked' }
  | { readonly kind: 'to-revoke'; readonly status: DateStatus }
);

/**
 * RevokeResult is the result of `revoke`. `in-use`: the step uses one of the tokens itself, and that is not the only request. Of the
 * IDs in the request, the list shows some as `revoked` and some as `valid`.
 */
export type RevokeResult =
  | NotBegun
  | { readonly kind: 'nothing-to-do' }
  | {
      readonly kind: 'in-use';
      readonly ids: readonly string[];
      readonly revoked: readonly string[];
      readonly valid: readonly string[];
    }
  | { readonly kind: 'dry-run'; readonly previews: readonly RevocationPreview[] }
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[]; readonly endedOwnAccess: boolean };

/** RetirementResult is what happened to the replaced tokens of a series. */
export type RetirementResult =
  | { readonly kind: 'not-listed'; readonly error: Failure }
  /** Somebody revoked the new token after it was delivered. `stillValid`: the IDs of the tokens that it replaces and that are valid. */
  | { readonly kind: 'own-revoked'; readonly id: string; readonly stillValid: readonly string[] }
  | {
      readonly kind: 'retired';
      readonly outcomes: readonly Outcome[];
      readonly left: readonly LeftToken[];
    };

/** Retiring is what every run does that leaves a delivered token. */
export interface Retiring {
  readonly retirement: RetirementResult;
  /** When the tokens were listed, in milliseconds since 1970. */
  readonly now: number;
}

/** RotateResult is the result of `rotate`. */
export type RotateResult =
  | NotBegun
  | Refusal
  | IssueFailure
  | Withdrawn
  | {
      readonly kind: 'dry-run';
      readonly plan: ManagementRotation | NotDue;
      /** The token that consumers use. */
      readonly inUse: ManagementToken | undefined;
      readonly preview: Retirement;
      readonly now: number;
    }
  | ({ readonly kind: 'not-due'; readonly plan: NotDue } & Retiring)
  | { readonly kind: 'not-delivered'; readonly token: ManagementToken; readonly delivery: IncompleteDelivery }
  | ({
      readonly kind: 'rotated';
      readonly plan: ManagementRotation;
      readonly token: ManagementToken;
    } & Retiring);
