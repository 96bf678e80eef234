import { describe, expect, test } from 'vitest';
import { describeRefusal, describeUnreachable } from '../../src/report/activation.ts';
import type { ActivationRefusal } from '../../src/tokens/outcome.ts';

const EXPIRY = Date.UTC(2026, 10, 23);
const REFUSAL: ActivationRefusal = {
  kind: 'refused',
  why: 'it responded 401',
  timeoutMs: 90_000,
  expiresAt: EXPIRY,
  serverTime: EXPIRY - 1,
  runnerTime: EXPIRY - 1,
};
const NOT_ACCEPTED = 'The cluster has not accepted the token (it responded 401; waited at most 1m30s).';

describe('a token that the cluster has not accepted', () => {
  test.each<[string, Partial<ActivationRefusal>]>([
    ['has not expired', {}],
    ['never expires', { expiresAt: 'unset', serverTime: EXPIRY }],
    ['met a server without a clock', { serverTime: undefined, runnerTime: EXPIRY }],
  ])('%s: only that is said', (_, changes) => {
    expect(describeRefusal({ ...REFUSAL, ...changes })).toBe(NOT_ACCEPTED);
  });

  test('has expired by both clocks: a later expiry helps', () => {
    const text = describeRefusal({ ...REFUSAL, serverTime: EXPIRY, runnerTime: EXPIRY });
    expect(text).toBe(
      `${NOT_ACCEPTED} The token expired at 2026-11-23T00:00:00Z by the clock of the server, which shows 2026-11-23T00:00:00Z. ` +
        'Use a later `expires-at`.',
    );
  });

  test('has expired by the clock of the server alone: the clocks differ', () => {
    const text = describeRefusal({ ...REFUSAL, serverTime: EXPIRY });
    expect(text).toMatch(/The clocks differ: this runner shows 2026-11-23T00:00:00Z\. Set the clock/);
  });
});

test('a cluster that cannot be reached: says how to skip the probe', () => {
  expect(describeUnreachable({ kind: 'unreachable', why: 'no route to host' })).toMatch(
    /^Whether the cluster accepts the token is not known: no route to host\. .*`activation-timeout: 0`\.$/,
  );
});
