import { describe, expect, test } from 'vitest';
import { type Leftovers, revokeLeftovers } from '../../../src/operations/revoking/leftovers.ts';
import { FakeClock } from '../../fake-clock.ts';
import {
  apiError,
  FakeApi,
  listedToken,
  REVOKED,
  refusedBy,
  type Script,
  UNKNOWN_TOKEN,
} from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const DAY = 24 * 3_600_000;
const NONCE = '0123456789abcdef';
const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const OTHER = '2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const THIRD = '3a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

/** revoke revokes leftover tokens at a fake API, without retries. */
async function revoke(leftovers: Partial<Leftovers>, api: FakeApi, clock = new FakeClock()) {
  const log: string[] = [];
  const result = await revokeLeftovers(
    { ids: [], nonces: [], lastPostAt: 0, ...leftovers },
    {
      api,
      clock,
      progress: ({ kind }) => log.push(kind),
      retryControl: retryControl({ retries: 0 }),
    },
  );
  return { ...result, log };
}

/** apiWith is a fake API whose list contains these tokens, or fails. */
function apiWith(listed: FakeApi['listed'], script: Script = () => REVOKED): FakeApi {
  const api = new FakeApi(script);
  api.listed = listed;
  return api;
}

const tagged = (id: string, changes = {}) =>
  listedToken(id, { description: `x [gha:github.com/acme/web#1 2.1 job ${NONCE}]`, ...changes });

describe('a token whose response was lost', () => {
  /** sleepsAfter are the pauses before the list is read if the response was lost this long ago. */
  async function sleepsAfter(lostAgoMs: number, clock = new FakeClock()) {
    const api = apiWith([]);
    await revoke({ nonces: [NONCE], lastPostAt: clock.elapsed() - lostAgoMs }, api, clock);
    expect(api.sent).toEqual(['LIST']);
    return clock.sleeps;
  }

  test('is looked for when the server had five seconds to create it', async () => {
    expect(await sleepsAfter(1000)).toEqual([4000]);
    expect(await sleepsAfter(5000)).toEqual([]);
    expect(await sleepsAfter(DAY)).toEqual([]);
  });

  test.each([-DAY, DAY])('is looked for at that time even if the clock jumps by %i ms', async (jump) => {
    const clock = new FakeClock();
    clock.advance(60_000);
    clock.set(clock.now() + jump);
    expect(await sleepsAfter(1000, clock)).toEqual([4000]);
  });

  test('is looked for after five seconds if the machine was restarted since', async () => {
    expect(await sleepsAfter(-DAY)).toEqual([5000]);
  });

  test('is found by its nonce and revoked', async () => {
    const api = apiWith([tagged(ID), listedToken(OTHER)]);
    expect(await revoke({ nonces: [NONCE] }, api)).toEqual({
      outcomes: [{ id: ID, kind: 'revoked' }],
      searchError: undefined,
      log: [],
    });
    expect(api.sent).toEqual(['LIST', `DELETE ${ID}`]);
  });

  test('is not revoked again if the list shows that it is revoked', async () => {
    const api = apiWith([tagged(ID, { revokedAt: 1 })]);
    expect((await revoke({ nonces: [NONCE] }, api)).outcomes).toEqual([]);
    expect(api.sent).toEqual(['LIST']);
  });

  test('does not exist if the list does not contain its nonce, and the log says so', async () => {
    const { log } = await revoke({ nonces: [NONCE] }, apiWith([listedToken(OTHER)]));
    expect(log).toEqual(['no-lost-token']);
  });

  test('does not stop the revocation of known tokens if the list cannot be read', async () => {
    const error = apiError(500);
    const api = apiWith(error);
    expect(await revoke({ ids: [OTHER], nonces: [NONCE] }, api)).toEqual({
      outcomes: [{ id: OTHER, kind: 'revoked' }],
      searchError: error,
      log: [],
    });
  });

  test('stops everything if the management token is refused', async () => {
    const api = apiWith(apiError(401));
    const { outcomes } = await revoke({ ids: [OTHER], nonces: [NONCE] }, api);
    expect(outcomes).toEqual([{ id: OTHER, kind: 'skipped' }]);
    expect(api.sent).toEqual(['LIST']);
  });
});

describe('tokens whose IDs are in the ledger', () => {
  const IDS = [ID, OTHER, THIRD];

  test('are already revoked if the list does not contain them, which is read once for all', async () => {
    const api = apiWith([], () => UNKNOWN_TOKEN);
    const { searchError, outcomes } = await revoke({ ids: IDS }, api);
    expect(searchError).toBeUndefined();
    expect(api.sent.filter((line) => line === 'LIST')).toHaveLength(1);
    expect(outcomes).toEqual(IDS.map((id) => ({ id, kind: 'already-revoked' })));
  });

  test('are failed if the list shows that they are alive', async () => {
    const api = apiWith([listedToken(OTHER)], () => UNKNOWN_TOKEN);
    const { outcomes } = await revoke({ ids: IDS }, api);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['already-revoked', 'failed', 'already-revoked']);
  });

  test('are skipped after a 401', async () => {
    const api = apiWith([], () => refusedBy(401));
    const { outcomes } = await revoke({ ids: IDS }, api);
    expect(api.sent).toEqual([`DELETE ${ID}`]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'skipped', 'skipped']);
  });
});
