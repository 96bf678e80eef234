import type { ListedToken } from './listing.ts';
import type { Token, TokenStatus } from './token.ts';

/** GetResult is the result of `get`. */
export type GetResult =
  | { readonly kind: 'found'; readonly token: Token; readonly status: TokenStatus }
  | { readonly kind: 'not-found' };

/** ListResult is the result of `list`. */
export interface ListResult {
  /** The tokens that the filter selects, the newest first. */
  readonly listed: readonly ListedToken[];
  /** How many tokens the cluster has. */
  readonly total: number;
  /** How many tokens `expires-within` leaves out because their expiry cannot be read. */
  readonly unreadable: number;
  /** When the tokens were listed, in milliseconds since 1970. */
  readonly now: number;
}
