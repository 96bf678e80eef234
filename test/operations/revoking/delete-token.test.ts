import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkError } from '../../../src/http/network-error.ts';
import { RetryAfterTooLong } from '../../../src/http/retry.ts';
import { failedWithoutResponse } from '../../../src/http/write-result.ts';
import type { Deletion } from '../../../src/management-api/outcomes.ts';
import { deleteToken, judgeNotFound, revokeToken } from '../../../src/operations/revoking/delete-token.ts';
import type { Token } from '../../../src/tokens/token.ts';
import { FakeClock } from '../../fake-clock.ts';
import { apiError, FakeApi, listedToken, lost, REVOKED, refusedBy, UNKNOWN_TOKEN } from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const REVOKED_AT = Date.UTC(2026, 10, 22);

const UNKNOWN = UNKNOWN_TOKEN;
const LOST = lost();
const UNSENT = failedWithoutResponse(new NetworkError('refused', 'no process listens'));
const DISTRUSTED = failedWithoutResponse(new NetworkError('certificate', 'who is that?'));
const RETRYABLE = refusedBy(503);

/** setUp is an API with these responses in order, and the pauses between attempts. The last response is repeated. */
function setUp(responses: readonly (Deletion | Error)[], retries = 2) {
  const api = new FakeApi((_, attempt) => responses[Math.min(attempt, responses.length) - 1] ?? REVOKED);
  const clock = new FakeClock();
  return { api, clock, deps: { api, retryControl: retryControl({ retries, clock }) } };
}

describe('a DELETE', () => {
  test('that succeeds needs no other request', async () => {
    const { api, deps } = setUp([REVOKED]);
    expect(await revokeToken(ID, deps)).toBeUndefined();
    expect(api.sent).toEqual([`DELETE ${ID}`]);
  });

  test('is sent again after a retryable error, with a pause', async () => {
    const { api, clock, deps } = setUp([RETRYABLE, RETRYABLE, REVOKED]);
    expect(await revokeToken(ID, deps)).toBeUndefined();
    expect(api.sent).toEqual([`DELETE ${ID}`, `DELETE ${ID}`, `DELETE ${ID}`]);
    expect(clock.sleeps).toEqual([250, 500]);
  });

  test('is not sent more often than the limit', async () => {
    const { api, deps } = setUp([RETRYABLE]);
    await expect(revokeToken(ID, deps)).rejects.toBe(RETRYABLE.error);
    expect(api.deleted).toHaveLength(3);
  });

  test('is not sent again if no time is left', async () => {
    const { api, deps } = setUp([RETRYABLE]);
    const noTimeLeft = retryControl({ retries: 2, timeLeftMs: 0 });
    await expect(revokeToken(ID, { ...deps, retryControl: noTimeLeft })).rejects.toBe(RETRYABLE.error);
    expect(api.deleted).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 409])('that is refused with %i is not sent again', async (status) => {
    const refused = refusedBy(status);
    const { api, deps } = setUp([refused]);
    await expect(revokeToken(ID, deps)).rejects.toBe(refused.error);
    expect(api.deleted).toHaveLength(1);
  });

  test('is not sent again if the server asks for a long pause', async () => {
    const error = new RetryAfterTooLong(429, 'influx.example.com', 3_600_000);
    const { api, deps } = setUp([failedWithoutResponse(error)]);
    await expect(revokeToken(ID, deps)).rejects.toBe(error);
    expect(api.sent).toEqual([`DELETE ${ID}`]);
  });

  test.each([302, 307])('with a redirect is not repeated, and the token is not read: %i', async (status) => {
    const redirected = refusedBy(status);
    const { api, deps } = setUp([redirected]);
    await expect(revokeToken(ID, deps)).rejects.toBe(redirected.error);
    expect(api.sent).toEqual([`DELETE ${ID}`]);
  });
});

describe('a DELETE that was not sent', () => {
  test('is sent again without a read of the token', async () => {
    const { api, deps } = setUp([UNSENT, REVOKED]);
    expect(await revokeToken(ID, deps)).toBeUndefined();
    expect(api.sent).toEqual([`DELETE ${ID}`, `DELETE ${ID}`]);
  });

  test('is not sent again if the error is not retryable', async () => {
    const { api, deps } = setUp([DISTRUSTED]);
    await expect(revokeToken(ID, deps)).rejects.toBe(DISTRUSTED.error);
    expect(api.sent).toEqual([`DELETE ${ID}`]);
  });
});

test('a DELETE is not repeated after the caller stops', async () => {
  const { api, deps } = setUp([RETRYABLE, REVOKED]);
  await expect(deleteToken(ID, deps, { shouldContinue: () => false })).rejects.toBe(RETRYABLE.error);
  expect(api.sent).toEqual([`DELETE ${ID}`]);
});

describe('a DELETE without a response', () => {
  test.each(['too-large', 'coding'] as const)(
    'is sent again even if its response can never be read: %s',
    async (kind) => {
      const { api, deps } = setUp([failedWithoutResponse(new NetworkError(kind, 'unreadable')), REVOKED]);
      api.found = () => listedToken(ID);
      expect(await revokeToken(ID, deps)).toBeUndefined();
      expect(api.sent).toEqual([`DELETE ${ID}`, `GET ${ID}`, `DELETE ${ID}`]);
    },
  );

  test('has revoked the token if a read shows this', async () => {
    const { api, deps } = setUp([LOST]);
    api.found = () => listedToken(ID, { revokedAt: REVOKED_AT });
    expect(await revokeToken(ID, deps)).toBeUndefined();
    expect(api.sent).toEqual([`DELETE ${ID}`, `GET ${ID}`]);
  });

  test.each(['unset', 'unreadable'] as const)(
    'is sent again if the token’s revocation is %s',
    async (revokedAt) => {
      const { api, deps } = setUp([LOST, REVOKED]);
      api.found = () => listedToken(ID, { revokedAt });
      expect(await revokeToken(ID, deps)).toBeUndefined();
      expect(api.sent).toEqual([`DELETE ${ID}`, `GET ${ID}`, `DELETE ${ID}`]);
    },
  );

  test('every time never counts as done, and the token is read each time', async () => {
    const { api, deps } = setUp([LOST]);
    api.found = () => listedToken(ID);
    await expect(revokeToken(ID, deps)).rejects.toBe(LOST.error);
    expect(api.sent.filter((line) => line === `GET ${ID}`)).toHaveLength(3);
  });

  test('does not count as done if the token cannot be read', async () => {
    const { api, deps } = setUp([LOST]);
    const error = apiError(503);
    api.found = () => error;
    await expect(revokeToken(ID, deps)).rejects.toBe(error);
  });

  test('counts like a 404 to the DELETE if the token is not found afterwards', async () => {
    const { api, deps } = setUp([LOST]);
    expect(await deleteToken(ID, deps)).toEqual({ kind: 'not-found', wasShown: false });
    expect(await revokeToken(ID, deps)).toBeUndefined();
    expect(api.sent.at(-1)).toBe('LIST');
  });

  test('has shown that the token existed if a read shows it and a repetition does not find it', async () => {
    const { api, deps } = setUp([LOST, UNKNOWN]);
    api.found = () => listedToken(ID);
    expect(await deleteToken(ID, deps)).toEqual({ kind: 'not-found', wasShown: true });
  });

  test('stops at a 401 to the read', async () => {
    const { api, deps } = setUp([LOST]);
    const error = apiError(401);
    api.found = () => error;
    await expect(deleteToken(ID, deps)).rejects.toBe(error);
    expect(api.sent).toEqual([`DELETE ${ID}`, `GET ${ID}`]);
  });
});

describe('a token that is not found', () => {
  const judge = (listed: Token | undefined, known: boolean) => judgeNotFound({ id: ID, listed, known });

  test.each([true, false])(
    'was already revoked if the list says so, whether it was known (%s) or not',
    (known) => {
      expect(judge(listedToken(ID, { revokedAt: REVOKED_AT }), known)).toBe('already-revoked');
    },
  );

  test('is revoked if it was known and is not in the list', () => {
    expect(judge(undefined, true)).toBe('already-revoked');
  });

  test('is not found if it was not known and is not in the list', () => {
    expect(judge(undefined, false)).toBe('not-found');
  });

  test('never counts as revoked if the list shows it without a date of revocation', () => {
    const listed = fc.record({
      revokedAt: fc.constantFrom('unset' as const, 'unreadable' as const),
      expiresAt: fc.oneof(fc.constant('unset' as const), fc.nat()),
    });
    fc.assert(
      fc.property(listed, fc.boolean(), (changes, known) => {
        expect(judge(listedToken(ID, changes), known)).toMatchObject({
          title: 'Token not revoked',
          message: expect.stringContaining(ID),
        });
      }),
    );
  });

  test.each([
    ['the list does not contain it', []],
    ['the list shows it in capitals as revoked', [listedToken(ID.toUpperCase(), { revokedAt: REVOKED_AT })]],
    ['only other tokens are alive', [listedToken('2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d')]],
  ] as const)('is searched in a list that is read afterwards: %s', async (_, listed) => {
    const { api, deps } = setUp([UNKNOWN]);
    api.listed = listed;
    expect(await revokeToken(ID, deps)).toBeUndefined();
    expect(api.sent).toEqual([`DELETE ${ID}`, 'LIST']);
  });

  test('is valid if the list shows it, also in capitals', async () => {
    for (const id of [ID, ID.toUpperCase()]) {
      const { api, deps } = setUp([UNKNOWN]);
      api.listed = [listedToken(id)];
      await expect(revokeToken(ID, deps)).rejects.toThrow(/as valid.*404/);
    }
  });

  test('might be alive if the list cannot be read', async () => {
    const { api, deps } = setUp([UNKNOWN]);
    api.listed = apiError(503);
    await expect(revokeToken(ID, deps)).rejects.toBe(api.listed);
  });
});
