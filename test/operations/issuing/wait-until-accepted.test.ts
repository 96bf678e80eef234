import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/base/secret.ts';
import type { ProbeResult } from '../../../src/data-plane/probe.ts';
import { waitUntilAccepted } from '../../../src/operations/issuing/wait-until-accepted.ts';
import { describeProgress } from '../../../src/report/progress.ts';
import { FakeClock } from '../../fake-clock.ts';

const READ = [{ action: 'read', resource: 'metrics' }];
const SERVER_TIME = Date.UTC(2026, 10, 23);

/** wait waits at most 5 seconds for a token with these permissions. Each probe has the same result. */
async function wait(result: ProbeResult, permissions = READ, timeoutMs = 5000) {
  const clock = new FakeClock();
  const log: string[] = [];
  let probes = 0;
  const probe = async () => {
    probes++;
    return result;
  };
  const activation = await waitUntilAccepted(
    { token: { permissions, expiresAt: SERVER_TIME + 1 }, secret: new Secret('apiv1_secret') },
    { databases: [], timeoutMs },
    {
      dataPlane: { probe },
      progress: (progress) => log.push(...describeProgress(progress).map(({ text }) => text)),
      clock,
    },
  );
  return { activation, log, probes, now: clock.now() };
}

describe('waiting for activation', () => {
  test('ends when the cluster accepts the token', async () => {
    const { activation, log } = await wait({ kind: 'accepted' });
    expect(activation).toEqual({ kind: 'accepted' });
    expect(log).toEqual([
      'Waiting up to 5s for the cluster to accept the token (read on metrics).',
      'The cluster accepts the token.',
    ]);
  });

  test('returns both clocks and the expiry when the cluster refuses the token', async () => {
    const why = '`cluster-url` responded 401';
    const { activation, log, now } = await wait({ kind: 'refused', why, serverTime: SERVER_TIME });
    expect(activation).toEqual({
      kind: 'refused',
      why,
      timeoutMs: 5000,
      expiresAt: SERVER_TIME + 1,
      serverTime: SERVER_TIME,
      runnerTime: now,
    });
    expect(log).toHaveLength(1);
  });

  test('returns the reason when no response is clear', async () => {
    const { activation } = await wait({ kind: 'unclear', why: 'a login page', holdMs: 0 });
    expect(activation).toEqual({ kind: 'unreachable', why: 'a login page' });
  });

  test('sends no probe with a timeout of 0', async () => {
    const { activation, log, probes } = await wait({ kind: 'accepted' }, READ, 0);
    expect(activation).toEqual({ kind: 'not-probed' });
    expect({ log, probes }).toEqual({ log: [], probes: 0 });
  });

  test('sends no probe if no database can be probed, and says so', async () => {
    const { activation, log, probes } = await wait({ kind: 'accepted' }, [{ action: 'read', resource: '*' }]);
    expect(activation).toEqual({ kind: 'not-probed' });
    expect(probes).toBe(0);
    expect(log).toEqual([
      'The step did not probe the token, because the token grants no access to an existing database.',
    ]);
  });
});
