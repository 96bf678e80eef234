import { expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { Secret } from '../../src/base/secret.ts';
import { waitUntilAccepted } from '../../src/management-token/wait-until-accepted.ts';
import { FakeClock } from '../fake-clock.ts';

const REFUSED = new Failure('management-token-refused', 'no');

/** prove proves a token that the Management API accepts at the given request, each of which takes a second. */
async function prove(acceptedAt: number) {
  const clock = new FakeClock();
  const begun = clock.elapsed();
  let requests = 0;
  const check = async () => {
    clock.advance(1_000);
    return ++requests >= acceptedAt ? undefined : REFUSED;
  };
  const error = await waitUntilAccepted(new Secret('new'), { check, clock, timeoutMs: 5_000 });
  return { error, requests, tookMs: clock.elapsed() - begun, sleeps: clock.sleeps };
}

test.for([1, 2, 5])('a token is proven by the first 200, here to request %s', async (acceptedAt) => {
  expect(await prove(acceptedAt)).toMatchObject({ error: undefined, requests: acceptedAt });
});

test('a token is not accepted once four times the request time-out is over', async () => {
  const { error, tookMs, sleeps } = await prove(Number.POSITIVE_INFINITY);
  expect(error).toBe(REFUSED);
  expect(tookMs).toBeGreaterThan(15_000);
  expect(tookMs).toBeLessThanOrEqual(21_000);
  expect(sleeps).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000]);
});
