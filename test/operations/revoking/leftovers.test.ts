import { describe, expect, test } from 'vitest';
import { revokeLeftovers } from '../../../src/operations/revoking/leftovers.ts';
import { FakeClock } from '../../fake-clock.ts';
import { fakeRunner } from '../../fake-runner.ts';
import { FakeApi, listedToken, REVOKED, refusedBy, type Script, UNKNOWN_TOKEN } from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const DAY = 24 * 3_600_000;

/** revokeLost looks for the token of a response that was lost so many milliseconds ago. */
async function revokeLost(lostAgoMs: number, clock = new FakeClock()) {
  const api = new FakeApi(() => REVOKED);
  await revokeLeftovers(
    { ids: [], nonces: ['0123456789abcdef'], lastPostAt: clock.elapsed() - lostAgoMs },
    {
      api,
      clock,
      runner: fakeRunner(),
      progress: () => {},
      retryControl: retryControl({ retries: 0 }),
    },
  );
  return { sent: api.sent, sleeps: clock.sleeps };
}

describe('a token whose response was lost', () => {
  test('is looked for when it has had five seconds to come to be', async () => {
    expect(await revokeLost(1000)).toEqual({ sent: ['LIST'], sleeps: [4000] });
    expect((await revokeLost(5000)).sleeps).toEqual([]);
    expect((await revokeLost(DAY)).sleeps).toEqual([]);
  });

  test.each([-DAY, DAY])(
    'has them even if the clock of the machine is set by %i ms meanwhile',
    async (jump) => {
      const clock = new FakeClock();
      clock.advance(60_000);
      clock.set(clock.now() + jump);
      expect((await revokeLost(1000, clock)).sleeps).toEqual([4000]);
    },
  );

  test('has no more of them on a machine that was started anew since', async () => {
    const clock = new FakeClock();
    expect((await revokeLost(-DAY, clock)).sleeps).toEqual([5000]);
  });
});

describe('tokens that the ledger names', () => {
  const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
  const OTHER = '2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
  const THIRD = '3a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

  /** revokeIds revokes these tokens, and tells what was sent, what was logged, and how it failed. */
  async function revokeIds(script: Script, change: (api: FakeApi) => void = () => {}) {
    const api = new FakeApi(script);
    change(api);
    const log: string[] = [];
    const failure = await revokeLeftovers(
      { ids: [ID, OTHER, THIRD], nonces: [], lastPostAt: 0 },
      {
        api,
        clock: new FakeClock(),
        runner: fakeRunner({ info: (line) => log.push(line) }),
        progress: () => {},
        retryControl: retryControl({ retries: 0 }),
      },
    ).catch((error: Error) => error);
    return { sent: api.sent, log, failure };
  }

  test('and nobody lists have ended: the list is read once for all', async () => {
    const { sent, log, failure } = await revokeIds(() => UNKNOWN_TOKEN);
    expect(failure).toBeUndefined();
    expect(sent.filter((line) => line === 'LIST')).toHaveLength(1);
    expect(log).toContain(`Token ${OTHER} was already revoked.`);
  });

  test('and the list shows alive are named, and they alone', async () => {
    const { failure } = await revokeIds(
      () => UNKNOWN_TOKEN,
      (api) => {
        api.listed = [listedToken(OTHER)];
      },
    );
    expect(failure?.message).toContain(`Token ${OTHER} could not be revoked`);
    expect(failure?.message).not.toContain(ID);
  });

  test('are not tried after a 401, and all are named', async () => {
    const { sent, failure } = await revokeIds(() => refusedBy(401));
    expect(sent).toEqual([`DELETE ${ID}`]);
    expect(failure?.message).toContain(`Token ${ID} could not be revoked`);
    expect(failure?.message).toContain(`Token ${OTHER} was not tried. Token ${THIRD} was not tried.`);
  });
});
