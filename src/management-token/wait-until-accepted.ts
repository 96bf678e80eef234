import type { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import type { ManagementDeps } from './deps.ts';

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;

/** The server might need some time for a new token. The wait ends after this many times the limit for one request. */
const MAX_REQUEST_TIMEOUTS = 4;

/**
 * waitUntilAccepted reads the databases with a new management token until the Management API accepts it. Returns why the API did not, if
 * the time is over. Throws only defects.
 */
export async function waitUntilAccepted(
  secret: Secret,
  { check, clock, timeoutMs }: Pick<ManagementDeps, 'check' | 'clock' | 'timeoutMs'>,
): Promise<Failure | undefined> {
  const deadline = clock.elapsed() + MAX_REQUEST_TIMEOUTS * timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    const error = await check(secret);
    if (error === undefined || clock.elapsed() + pauseMs > deadline) return error;
    await clock.sleep(pauseMs);
  }
}
