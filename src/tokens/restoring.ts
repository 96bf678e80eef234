import type { Failure } from '../base/errors.ts';
import { parseRecord } from './record.ts';
import { parseTagged, withTag } from './tag.ts';
import type { Token, TokenStatus } from './token.ts';
import {
  type PlannedPatch,
  patchOf,
  recordedGrants,
  type TokenContent,
  withGrantsRecorded,
} from './token-content.ts';

/**
 * restoringPatch gives a suspended token its permissions back, or keeps the ones that a person has given it. Undefined if there is
 * nothing to restore. A restored token never returns to a series or to a job, so it becomes `kept`. `since` is in milliseconds since
 * 1970. Pure.
 */
export function restoringPatch(token: TokenContent, since: number): PlannedPatch | undefined {
  const record = parseRecord(token.description);
  if (!record) return undefined;
  const { state, grants } = record;
  // An earlier restore has written the description, but not the permissions.
  const isIncomplete = token.permissions.length === 0 && grants.length > 0;
  if (state === 'restored' && !isIncomplete) return undefined;
  const description = withGrantsRecorded(asKept(token), { state: 'restored', since, grants });
  if (description === undefined) throw new Error('what a record contains can be recorded');
  return patchOf(token, { description, permissions: recordedGrants(token) });
}

function asKept(token: TokenContent): TokenContent {
  const tag = parseTagged(token.description)?.tag;
  return tag ? { ...token, description: withTag(token.description, { ...tag, kind: 'kept' }) } : token;
}

type RestoredKind = 'restored' | 'nothing-to-restore' | 'to-restore' | 'not-shown' | 'revoked';

/**
 * Restoration is the outcome of one restore. `nothing-to-restore`: there was no suspension, or an earlier restore is complete.
 * `to-restore`: a dry run has found a token to restore. `not-shown`: the server never showed the content that was sent.
 */
export type Restoration =
  | ({ readonly kind: RestoredKind } & ShownToken)
  | { readonly kind: 'not-found' }
  | FailedRestore;

/** ShownToken is a token in a response. `status`: by the server's clock. */
export interface ShownToken {
  readonly token: Token;
  readonly status: TokenStatus;
}

/** FailedRestore is a read or a PATCH that failed. `shown`: the token before the failure, if it was read. */
export interface FailedRestore {
  readonly kind: 'failed';
  readonly error: Failure;
  /** False: no PATCH had an effect. */
  readonly mightBeRestored: boolean;
  readonly shown: ShownToken | undefined;
}
