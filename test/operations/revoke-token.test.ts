import { describe, expect, test } from 'vitest';
import { NetworkError } from '../../src/http/network-error.ts';
import { RetryAfterTooLong } from '../../src/http/requests.ts';
import type { Deletion } from '../../src/management-api/outcomes.ts';
import { aliveAfterAll, revokeToken, tryToRevoke } from '../../src/operations/revoke-token.ts';
import type { Token } from '../../src/tokens/token.ts';
import { apiError, FakeApi, listedToken } from './fake-api.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const REVOKED_AT = Date.UTC(2026, 10, 22);

const REVOKED: Deletion = { kind: 'revoked' };
const UNKNOWN: Deletion = { kind: 'unknown-token' };
const LOST: Deletion = { kind: 'lost', error: new NetworkError('broken', 'it broke off') };
const UNSENT: Deletion = { kind: 'unsent', error: new NetworkError('refused', 'nobody listens') };
const DISTRUSTED: Deletion = { kind: 'unsent', error: new NetworkError('certificate', 'who is that?') };
const PASSING: Deletion = { kind: 'passing', error: apiError(503) };

/** setUp is an API whose answers come one after the other, the last for all the rest, and the pauses between tries. */
function setUp(answers: readonly (Deletion | Error)[], retries = 2) {
  const api = new FakeApi((_, attempt) => answers[Math.min(attempt, answers.length) - 1] ?? REVOKED);
  const pauses: number[] = [];
  const backOff = async (attempt: number) => {
    pauses.push(attempt);
    return true;
  };
  return { api, pauses, deps: { api: api.api, pacing: { policy: { retries }, backOff } } };
}

describe('a DELETE', () => {
  test('that is carried out is all there is to do', async () => {
    const { api, deps } = setUp([REVOKED]);
    expect(await revokeToken(ID, deps)).toBe('revoked');
    expect(api.sent).toEqual([`DELETE ${ID}`]);
  });

  test('is sent again after a passing error, with a pause', async () => {
    const { api, pauses, deps } = setUp([PASSING, PASSING, REVOKED]);
    expect(await revokeToken(ID, deps)).toBe('revoked');
    expect(api.sent).toEqual([`DELETE ${ID}`, `DELETE ${ID}`, `DELETE ${ID}`]);
    expect(pauses).toEqual([0, 1]);
  });

  test('is not sent more often than may be', async () => {
    const { api, deps } = setUp([PASSING]);
    await expect(revokeToken(ID, deps)).rejects.toBe(PASSING.error);
    expect(api.deleted).toHaveLength(3);
  });

  test('is not sent again when there is no time for it', async () => {
    const { api, deps } = setUp([PASSING]);
    const pacing = { ...deps.pacing, backOff: async () => false };
    await expect(revokeToken(ID, { ...deps, pacing })).rejects.toBe(PASSING.error);
    expect(api.deleted).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 409])('that is refused with %i is not sent again', async (status) => {
    const error = apiError(status);
    const { api, deps } = setUp([{ kind: 'refused', error }]);
    await expect(revokeToken(ID, deps)).rejects.toBe(error);
    expect(api.sent).toHaveLength(1);
  });

  test('is not sent again when the server wants to be left alone', async () => {
    const error = new RetryAfterTooLong(429, 'influx.example.com', 3_600_000);
    const { api, deps } = setUp([error]);
    await expect(revokeToken(ID, deps)).rejects.toBe(error);
    expect(api.sent).toHaveLength(1);
  });
});

describe('a DELETE that never left', () => {
  test('is sent again without a look at the token', async () => {
    const { api, deps } = setUp([UNSENT, REVOKED]);
    expect(await revokeToken(ID, deps)).toBe('revoked');
    expect(api.sent).toEqual([`DELETE ${ID}`, `DELETE ${ID}`]);
  });

  test('is not sent again when what kept it will not pass', async () => {
    const { api, deps } = setUp([DISTRUSTED]);
    await expect(revokeToken(ID, deps)).rejects.toBe(DISTRUSTED.error);
    expect(api.sent).toEqual([`DELETE ${ID}`]);
  });
});

test('a DELETE is not repeated once the caller has given up', async () => {
  const { api, deps } = setUp([PASSING, REVOKED]);
  await expect(tryToRevoke(ID, deps, () => false)).rejects.toBe(PASSING.error);
  expect(api.sent).toEqual([`DELETE ${ID}`]);
});

describe('a DELETE that hung up', () => {
  test('has revoked the token if that is seen', async () => {
    const { api, deps } = setUp([LOST]);
    api.found = () => listedToken(ID, { revokedAt: REVOKED_AT });
    expect(await revokeToken(ID, deps)).toBe('revoked');
    expect(api.sent).toEqual([`DELETE ${ID}`, `GET ${ID}`]);
  });

  test.each(['unset', 'unreadable'] as const)(
    'is sent again if the token’s revocation is %s',
    async (revokedAt) => {
      const { api, deps } = setUp([LOST, REVOKED]);
      api.found = () => listedToken(ID, { revokedAt });
      expect(await revokeToken(ID, deps)).toBe('revoked');
      expect(api.sent).toEqual([`DELETE ${ID}`, `GET ${ID}`, `DELETE ${ID}`]);
    },
  );

  test('every time is never taken for done, and what it left is looked at each time', async () => {
    const { api, deps } = setUp([LOST]);
    api.found = () => listedToken(ID);
    await expect(revokeToken(ID, deps)).rejects.toBe(LOST.error);
    expect(api.sent.filter((line) => line === `GET ${ID}`)).toHaveLength(3);
  });

  test('is not taken for done when nobody can look', async () => {
    const { api, deps } = setUp([LOST]);
    const error = apiError(503);
    api.found = () => error;
    await expect(revokeToken(ID, deps)).rejects.toBe(error);
  });

  test('and left no token that is known has to agree with a list', async () => {
    const { api, deps } = setUp([LOST]);
    expect(await tryToRevoke(ID, deps)).toBe('not-found');
    expect(await revokeToken(ID, deps)).toBe('gone');
    expect(api.sent.at(-1)).toBe('LIST');
  });
});

describe('a token that is not found', () => {
  test.each([
    ['nobody knows it', []],
    ['it is listed as revoked', [listedToken(ID, { revokedAt: REVOKED_AT })]],
    ['it is listed in capitals as revoked', [listedToken(ID.toUpperCase(), { revokedAt: REVOKED_AT })]],
    ['others are alive', [listedToken('2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d')]],
  ] as const)('is gone when the list agrees: %s', async (_, listed) => {
    const { api, deps } = setUp([UNKNOWN]);
    api.listed = listed;
    expect(await revokeToken(ID, deps)).toBe('gone');
    expect(api.sent).toEqual([`DELETE ${ID}`, 'LIST']);
  });

  test.each([
    ['it is listed', {}],
    ['it is listed in capitals', { id: ID.toUpperCase() }],
    ['its revocation cannot be read', { revokedAt: 'unreadable' }],
    ['it is listed as expired', { expiresAt: REVOKED_AT }],
  ] as const satisfies readonly (readonly [string, Partial<Token>])[])(
    'is alive after all: %s',
    async (_, changes) => {
      const { api, deps } = setUp([UNKNOWN]);
      api.listed = [listedToken(ID, changes)];
      await expect(revokeToken(ID, deps)).rejects.toThrow(/alive .*404/);
      expect(aliveAfterAll(api.listed[0])?.message).toContain(api.listed[0]?.id);
    },
  );

  test('is not taken for gone when the list cannot be read', async () => {
    const { api, deps } = setUp([UNKNOWN]);
    api.listed = apiError(503);
    await expect(revokeToken(ID, deps)).rejects.toBe(api.listed);
  });
});
