import type { Failure } from '../base/errors.ts';
import { NetworkError } from './network-error.ts';
import { isRetryable, RetryAfterTooLong } from './retry.ts';

/** WriteResult is the outcome of a write. `Done` is what a success shows. */
export type WriteResult<Done extends object, Rejection extends Failure> =
  | ({ readonly kind: 'done' } & Done)
  | FailedWrite<Rejection>;

/**
 * FailedWrite is a write that is not known to be done. `rejected`: the server refused the request with a definite 4xx.
 * `not-sent`: the server never received the request. In both cases the write had no effect. `unknown`: the server might have
 * carried out the request. `retryable`: the same request might succeed later.
 */
export type FailedWrite<Rejection extends Failure> =
  | { readonly kind: 'rejected'; readonly error: Rejection; readonly retryable: false }
  | { readonly kind: 'not-sent' | 'unknown'; readonly error: Failure; readonly retryable: boolean };

/** failedByStatus classifies a write by the status of a failed response. `error` describes the response. */
export function failedByStatus<Rejection extends Failure>(
  status: number,
  error: Rejection,
): FailedWrite<Rejection> {
  const retryable = isRetryable(status);
  // Only a 4xx proves that the server wrote nothing. A 303, for example, might follow a completed write.
  const isDefinite = status >= 400 && status < 500 && !retryable;
  return isDefinite ? { kind: 'rejected', error, retryable: false } : { kind: 'unknown', error, retryable };
}

/**
 * failedWithoutResponse classifies a write by the error of its request. Throws any error that does not show the outcome of a
 * request, such as a defect.
 */
export function failedWithoutResponse(error: unknown): FailedWrite<never> {
  if (error instanceof NetworkError) {
    return {
      kind: error.mightHaveReachedServer ? 'unknown' : 'not-sent',
      error,
      retryable: error.retryable,
    };
  }
  // The server did respond, but asked to retry later.
  if (error instanceof RetryAfterTooLong) return { kind: 'unknown', error, retryable: false };
  throw error;
}
