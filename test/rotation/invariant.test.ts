import { cpus } from 'node:os';
import { expect, test } from 'vitest';
import { inParallel } from '../../src/base/concurrency.ts';
import { chosenFrom } from '../sample.ts';
import { allInterleavings, describeInterleaving } from './interleavings.ts';
import { runInterleaving } from './run-interleaving.ts';

const SAMPLE = 12;

/** If more steps ran at once, they would time out on a busy machine. */
const AT_ONCE = cpus().length;

test('after any failed request or kill, no consumer is locked out, and the next run repairs the rotation', {
  timeout: 60 * 60_000,
}, async () => {
  const all = await allInterleavings();
  const { chosen, how } = chosenFrom(all, describeInterleaving, 'ROTATION', SAMPLE);
  const failures: string[] = [];
  await inParallel(
    chosen,
    async (interleaving) => {
      const wrong = await runInterleaving(interleaving).catch((error: unknown) => [String(error)]);
      if (wrong.length > 0) failures.push(`${describeInterleaving(interleaving)}\n  ${wrong.join('\n  ')}`);
    },
    { maxInFlight: () => AT_ONCE, shouldContinue: () => true },
  );
  console.log(
    `${chosen.length} of ${all.length} interleavings tried${how}, ${failures.length} broke the invariant.`,
  );
  expect(chosen.length).toBeGreaterThan(0);
  expect(failures, 'run a single one with ROTATION_ONLY="its name"').toEqual([]);
});
