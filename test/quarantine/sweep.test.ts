import { cpus } from 'node:os';
import { expect, test } from 'vitest';
import { inParallel } from '../../src/base/concurrency.ts';
import { chosenFrom } from '../sample.ts';
import { allDisturbances, describeDisturbance, runDisturbed } from './disturbances.ts';

const SAMPLE = 8;

/** If more steps ran at once, they would time out on a busy machine. */
const AT_ONCE = cpus().length;

test('after any failed request or kill, a later restore gives back exactly the same permissions', {
  timeout: 60 * 60_000,
}, async () => {
  const all = await allDisturbances();
  const { chosen, how } = chosenFrom(all, describeDisturbance, 'QUARANTINE', SAMPLE);
  const failures: string[] = [];
  await inParallel(
    chosen,
    async (disturbance) => {
      const wrong = await runDisturbed(disturbance).catch((error: unknown) => [String(error)]);
      if (wrong.length > 0) failures.push(`${describeDisturbance(disturbance)}\n  ${wrong.join('\n  ')}`);
    },
    { maxInFlight: () => AT_ONCE, shouldContinue: () => true },
  );
  console.log(
    `${chosen.length} of ${all.length} disturbances tried${how}, ${failures.length} lost something.`,
  );
  expect(chosen.length).toBeGreaterThan(0);
  expect(failures, 'run a single one with QUARANTINE_ONLY="its name"').toEqual([]);
});
