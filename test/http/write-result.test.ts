import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { NetworkError, type NetworkErrorKind } from '../../src/http/network-error.ts';
import { RetryAfterTooLong } from '../../src/http/retry.ts';
import { failedByStatus, failedWithoutResponse } from '../../src/http/write-result.ts';

const ERROR = new Failure('request-refused', 'no');

/** Node accepts statuses that no standard defines. */
const STATUSES = Array.from({ length: 900 }, (_, index) => 100 + index);

/** Whether the server might have received the request, and whether the next attempt might have a different result. */
const NETWORK_ERRORS: Readonly<Record<NetworkErrorKind, readonly [sent: boolean, retryable: boolean]>> = {
  timeout: [true, true],
  'connect-timeout': [false, true],
  handshake: [false, true],
  dns: [false, true],
  refused: [false, true],
  certificate: [false, false],
  tls: [true, true],
  proxy: [false, true],
  'proxy-setting': [false, false],
  'no-time': [false, false],
  'too-large': [true, false],
  coding: [true, false],
  broken: [true, true],
};

describe('a write that failed by a status', () => {
  test('is rejected only after a final 4xx', () => {
    for (const status of STATUSES) {
      const isFinal4xx = status >= 400 && status <= 499 && status !== 408 && status !== 429;
      expect([status, failedByStatus(status, ERROR).kind]).toEqual([
        status,
        isFinal4xx ? 'rejected' : 'unknown',
      ]);
    }
  });

  test('is retryable after 408, 429, and 5xx, except for what the server will never support', () => {
    const retryable = STATUSES.filter((status) => failedByStatus(status, ERROR).retryable);
    const passing = STATUSES.filter(
      (status) => status >= 500 && status <= 599 && ![501, 505].includes(status),
    );
    expect(retryable).toEqual([408, 429, ...passing]);
  });

  test('keeps its error', () => {
    for (const status of STATUSES) expect(failedByStatus(status, ERROR).error).toBe(ERROR);
  });
});

describe('a write without a response', () => {
  test.each(Object.entries(NETWORK_ERRORS))(
    'has the outcome that the network error shows: %s',
    (kind, [sent, retryable]) => {
      const error = new NetworkError(kind as NetworkErrorKind, 'no response');
      expect(failedWithoutResponse(error)).toEqual({ kind: sent ? 'unknown' : 'not-sent', error, retryable });
    },
  );

  test('is unknown and final if the server asks for too long a pause', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.integer({ min: 60_001 }), (status, waitMs) => {
        const error = new RetryAfterTooLong(status, 'influx.example.com', waitMs);
        expect(failedWithoutResponse(error)).toEqual({ kind: 'unknown', error, retryable: false });
      }),
    );
  });

  test.each([
    ['a defect', new TypeError('x is not a function')],
    ['a system error that is not a network error', Object.assign(new Error('no'), { code: 'ENOENT' })],
    ['the reason why a request was not sent', new Failure('not-safe-to-send', 'Nothing is sent.')],
    ['a value that is not an error', undefined],
  ])('throws %s', (_, error) => {
    let thrown: unknown = 'nothing';
    try {
      failedWithoutResponse(error);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBe(error);
  });
});
