import { describe, expect, test } from 'vitest';
import { describeUnreachable, describeWait, notAccepted } from '../../src/report/issuing.ts';
import type { RefusedActivation } from '../../src/tokens/results.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const REFUSED: RefusedActivation = {
  kind: 'refused',
  why: '`cluster-url` responded 401',
  timeoutMs: 90_000,
  expiresAt: NOON,
  serverTime: undefined,
  runnerTime: NOON,
};

test('the log says what the step waits for, and for how long', () => {
  expect(describeWait({ action: 'read', database: 'metrics' }, 90_000)).toBe(
    'Waiting up to 1m30s for the cluster to accept the token (read on metrics).',
  );
});

describe('a token that the cluster refused', () => {
  test('is reported with the reason, what happens to it, and a hint', () => {
    const { code, message } = notAccepted(REFUSED, 'The post step revokes the token.');
    expect(code).toBe('token-not-accepted');
    expect(message).toMatch(
      /^The cluster did not accept the token within 1m30s \(`cluster-url` responded 401\)\. The post step revokes the token\. Check that `cluster-url`/,
    );
    expect(message).toMatch(/`activation-timeout: 0`\.$/);
  });

  test('has no gap if nothing happens to it', () => {
    expect(notAccepted(REFUSED).message).toContain('responded 401). Check that');
  });

  test('is not called expired before its expiry, or when the token never expires', () => {
    expect(notAccepted({ ...REFUSED, serverTime: NOON - 1 }).message).not.toContain('expired');
    expect(notAccepted({ ...REFUSED, serverTime: NOON, expiresAt: 'unset' }).message).not.toContain(
      'expired',
    );
  });

  test('is called expired when the clock of the server has passed its expiry', () => {
    const { message } = notAccepted({ ...REFUSED, serverTime: NOON + 60_000 });
    expect(message).toContain(
      "The token expired at 2026-11-23T12:00:00Z. The server's clock shows 2026-11-23T12:01:00Z. Use a later `expires-at`. Check",
    );
  });

  test('is reported with both clocks when they differ', () => {
    const { message } = notAccepted({ ...REFUSED, serverTime: NOON, runnerTime: NOON - 3_600_000 });
    expect(message).toContain(
      "The clocks differ: this runner's clock shows 2026-11-23T11:00:00Z. Correct the runner's clock, or use a later `expires-at`.",
    );
  });
});

test('a data plane that does not respond is reported with the reason and a hint', () => {
  expect(describeUnreachable({ kind: 'unreachable', why: 'connection refused' })).toBe(
    'It is not known whether the cluster accepts the token: connection refused. Check that `cluster-url` is the URL of the data plane of ' +
      'this cluster. If this runner cannot reach the data plane, set `activation-timeout: 0` to skip the probe.',
  );
});
