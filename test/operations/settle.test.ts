import { describe, expect, test } from 'vitest';
import { settle } from '../../src/operations/settle.ts';
import type { Runner } from '../../src/runner/runner.ts';
import { FakeClock } from '../fake-clock.ts';
import { FakeApi } from './fake-api.ts';

const DAY = 24 * 3_600_000;

/** settleLost looks for the token of an answer that was lost so many milliseconds ago. */
async function settleLost(lostAgoMs: number, clock = new FakeClock()) {
  const api = new FakeApi(() => ({ kind: 'revoked' }));
  const runner: Partial<Runner> = { info: () => {}, summary: () => {} };
  await settle(
    { ids: [], nonces: ['0123456789abcdef'], lastPostAt: clock.elapsed() - lostAgoMs },
    {
      api: api.api,
      clock,
      runner: runner as Runner,
      pacing: { policy: { retries: 0 }, backOff: async () => false },
    },
  );
  return { sent: api.sent, sleeps: clock.sleeps };
}

describe('a token whose answer was lost', () => {
  test('is looked for when it has had five seconds to come to be', async () => {
    expect(await settleLost(1000)).toEqual({ sent: ['LIST'], sleeps: [4000] });
    expect((await settleLost(5000)).sleeps).toEqual([]);
    expect((await settleLost(DAY)).sleeps).toEqual([]);
  });

  test.each([-DAY, DAY])(
    'has them even if the clock of the machine is set by %i ms meanwhile',
    async (jump) => {
      const clock = new FakeClock();
      clock.advance(60_000);
      clock.set(clock.now() + jump);
      expect((await settleLost(1000, clock)).sleeps).toEqual([4000]);
    },
  );

  test('has no more of them on a machine that was started anew since', async () => {
    const clock = new FakeClock();
    expect((await settleLost(-DAY, clock)).sleeps).toEqual([5000]);
  });
});
