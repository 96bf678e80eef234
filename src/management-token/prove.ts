import type { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import type { ManagementDeps } from './deps.ts';

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;

/** A new token might be accepted only after a while: so many times the limit for one request. */
const PATIENCE = 4;

/**
 * proveToken reads the databases with a new management token until the Management API accepts it. Returns why it did not, once four times
 * the limit for one request is over. Throws only defects.
 */
export async function proveToken(
  secret: Secret,
  { check, clock, timeoutMs }: Pick<ManagementDeps, 'check' | 'clock' | 'timeoutMs'>,
): Promise<Failure | undefined> {
  const deadline = clock.elapsed() + PATIENCE * timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    const error = await check(secret);
    if (error === undefined || clock.elapsed() + pauseMs > deadline) return error;
    await clock.sleep(pauseMs);
  }
}
