import type { Failure } from '../base/errors.ts';
import { NetworkError } from './network-error.ts';
import { isRetryable, RetryAfterTooLong } from './retry.ts';

/** WriteResult is what became of a request that writes. `Done` is what its success shows. */
export type WriteResult<Done extends object, Rejection extends Failure> =
  | ({ readonly kind: 'done' } & Done)
  | FailedWrite<Rejection>;

/**
 * FailedWrite is a write that is not known to be done. `rejected`: the server refused it with a definite 4xx. `not-sent`: the
 * server never saw it. In both the write had no effect. `unknown`: the server might have done it. `retryable`: the same
 * request might succeed later.
 */
export type FailedWrite<Rejection extends Failure> =
  | { readonly kind: 'rejected'; readonly error: Rejection; readonly retryable: false }
  | { readonly kind: 'not-sent' | 'unknown'; readonly error: Failure; readonly retryable: boolean };

/** failedByStatus classifies a write by a status other than its success; `error` describes the response. */
export function failedByStatus<Rejection extends Failure>(
  status: number,
  error: Rejection,
): FailedWrite<Rejection> {
  const retryable = isRetryable(status);
  // Only a plain 4xx is sure to have written nothing: a 303, say, might follow what was done.
  const isDefinite = status >= 400 && status < 500 && !retryable;
  return isDefinite ? { kind: 'rejected', error, retryable: false } : { kind: 'unknown', error, retryable };
}

/**
 * failedWithoutResponse classifies a write by the error that sending it ended in. Throws any other error: it is a defect, or
 * what kept the request from being sent.
 */
export function failedWithoutResponse(error: unknown): FailedWrite<never> {
  if (error instanceof NetworkError) {
    return {
      kind: error.mayHaveReachedServer ? 'unknown' : 'not-sent',
      error,
      retryable: error.retryable,
    };
  }
  // The server did respond, but with "not now".
  if (error instanceof RetryAfterTooLong) return { kind: 'unknown', error, retryable: false };
  throw error;
}
