import type { CleanupPlan, Decided } from './cleanup-plan.ts';
import type { UnknownDatabase } from './databases.ts';
import type { ServerDate } from './dates.ts';
import type { ListedToken } from './listing.ts';
import type { Outcome } from './outcome.ts';
import type { Restoration } from './restoring.ts';
import type { RevocationPreview } from './revocation-preview.ts';
import type { Token, TokenStatus } from './token.ts';
import type { PlannedChange, UpdateJudgment } from './update-plan.ts';

/** NotBegun: a read failed, so the operation has changed nothing. */
export interface NotBegun {
  readonly kind: 'not-begun';
  readonly error: Error;
}

/** GetResult is the result of `get`. */
export type GetResult =
  | { readonly kind: 'found'; readonly token: Token; readonly status: TokenStatus }
  | { readonly kind: 'not-found' };

/** CreateResult is the result of `create`. */
export type CreateResult =
  | NotBegun
  | UnknownDatabases
  | { readonly kind: 'dry-run' }
  | IssueFailure
  | { readonly kind: 'not-accepted'; readonly activation: RefusedActivation }
  | {
      readonly kind: 'not-kept';
      readonly token: Token;
      readonly activation: ActivationStatus;
      readonly retagging: FailedRetagging;
    }
  /** The response that confirmed the tag `kept` shows that the token is not as specified. */
  | (Omit<Deviating, 'kind'> & {
      readonly kind: 'not-kept-as-requested';
      readonly activation: ActivationStatus;
    })
  | { readonly kind: 'created'; readonly token: Token; readonly activation: ActivationStatus };

/**
 * IssueFailure is why there is no new token to use. `not-created`: no token exists, except one that can appear late with a nonce in
 * `openNonces`. `lost`: a token with such a nonce might exist. `deviates`: the new token is not as specified, and `notRevoked` is
 * why it could not be revoked.
 */
export type IssueFailure =
  | {
      readonly kind: 'not-created';
      readonly error: Error;
      /** How many POSTs had no usable response. */
      readonly lostResponses: number;
      readonly openNonces: readonly string[];
    }
  | { readonly kind: 'lost'; readonly error: Error; readonly openNonces: readonly string[] }
  | Deviating;

/** Deviating is a new token that is not as specified, after the attempt to revoke it. */
export interface Deviating {
  readonly kind: 'deviates';
  readonly token: Token;
  readonly status: TokenStatus;
  readonly deviations: readonly string[];
  readonly notRevoked: Error | undefined;
}

/** ActivationResult is what is known about the activation of a new token. */
export type ActivationResult = ActivationStatus | RefusedActivation;

/** ActivationStatus is what is known about a token that the cluster did not refuse. `why` is part of a sentence. */
export type ActivationStatus =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not-probed' }
  | UnreachableActivation;

/** UnreachableActivation means that no response showed whether the cluster accepts the token. */
export interface UnreachableActivation {
  readonly kind: 'unreachable';
  readonly why: string;
}

/** RefusedActivation means that the cluster did not accept the token in time. */
export interface RefusedActivation {
  readonly kind: 'refused';
  readonly why: string;
  /** The longest wait, in milliseconds. */
  readonly timeoutMs: number;
  readonly expiresAt: ServerDate;
  /** The time at the end of the wait by each clock, in milliseconds since 1970. Undefined if no response had a date. */
  readonly serverTime: number | undefined;
  readonly runnerTime: number;
}

/**
 * Retagging is the result of replacing the tag of a token. `revoked`: the token is revoked, or the API does not know it.
 * `unclear`: the token might have the new tag. Without an `error`, the server shows another description.
 */
export type Retagging =
  | { readonly kind: 'done'; readonly token: Token }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unclear'; readonly error: Error | undefined };

/** FailedRetagging is any Retagging that did not succeed. */
export type FailedRetagging = Exclude<Retagging, { kind: 'done' }>;

/** UpdateResult is the result of `update`. `now` is the time of the read, in milliseconds since 1970. */
export type UpdateResult =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly token: Token; readonly why: string; readonly canBeRestored: boolean }
  | { readonly kind: 'unchanged'; readonly token: Token }
  | (PlannedUpdate & (NotChanged | UnknownDatabases | { readonly kind: 'dry-run' }))
  | (PlannedUpdate & (UnknownOutcome | UpdateJudgment | PermissionsGivenBack));

/**
 * PermissionsGivenBack: a suspension changed the permissions between the read and the update of a description, so the action gave
 * the token the permissions back that it had read.
 */
export interface PermissionsGivenBack {
  readonly kind: 'given-back';
  readonly updated: Token;
}

/** PlannedUpdate is a token as it was read, and the planned change. */
export interface PlannedUpdate {
  readonly token: Token;
  readonly now: number;
  readonly plan: PlannedChange;
}

/** UnknownDatabases: the cluster does not have all databases in the permissions, so nothing was changed. */
export interface UnknownDatabases {
  readonly kind: 'unknown-databases';
  readonly databases: readonly UnknownDatabase[];
  /** The input that names the databases. */
  readonly input: string;
}

/** NotChanged: a read failed, or the server refused a write, so the token is as it was. */
export interface NotChanged {
  readonly kind: 'not-changed';
  readonly error: Error;
}

/** UnknownOutcome: a write failed, and it might have had an effect. */
export interface UnknownOutcome {
  readonly kind: 'unknown-outcome';
  readonly error: Error;
}

/** ListResult is the result of `list`. */
export interface ListResult {
  /** The tokens that the filter selects, the newest first. */
  readonly listed: readonly ListedToken[];
  /** How many tokens the cluster has. */
  readonly total: number;
  /** How many tokens `expires-within` omits because their expiry cannot be read. */
  readonly unreadable: number;
  /** When the tokens were listed, in milliseconds since 1970. */
  readonly now: number;
}

/** RevokeResult is the result of `revoke`. */
export type RevokeResult =
  | NotBegun
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'dry-run'; readonly previews: readonly RevocationPreview[] }
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] };

/** RestoreOutcome is the result of `restore` for one token. */
export type RestoreOutcome =
  | ({ readonly id: string } & Restoration)
  | { readonly id: string; readonly kind: 'skipped' };

/** RestoreResult is the result of `restore`. */
export type RestoreResult =
  | NotBegun
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'done'; readonly outcomes: readonly RestoreOutcome[] };

/** CleanupResult is the result of `cleanup`. `too-many`: too many live tokens would be revoked, so none was. */
export type CleanupResult =
  | NotBegun
  | { readonly kind: 'dry-run'; readonly plan: CleanupPlan }
  | { readonly kind: 'too-many'; readonly plan: CleanupPlan; readonly live: readonly Decided[] }
  | { readonly kind: 'done'; readonly plan: CleanupPlan; readonly outcomes: readonly Outcome[] };

/** LeftoversResult is the result of revoking leftover tokens. */
export interface LeftoversResult {
  readonly outcomes: readonly Outcome[];
  /** Why tokens whose responses were lost were not found. They might be alive. */
  readonly searchError: Error | undefined;
}
