import { cpus } from 'node:os';
import { expect, test } from 'vitest';
import { inParallel } from '../../src/base/concurrency.ts';
import { chosenFrom } from '../sample.ts';
import { allCells, type Cell, nameOf } from './cells.ts';
import { runCell } from './run-cell.ts';
import { chosenStages } from './stages.ts';

const SAMPLE = 10;

/** If more steps ran at once, they would time out on a busy machine. */
const AT_ONCE = cpus().length;

test('after any fault at any request, the step ends in time, says so, leaks nothing, and leaves no unknown token', {
  timeout: 120 * 60_000,
}, async () => {
  const stages = chosenStages();
  const all = await allCells(stages.chosen);
  const { chosen, how } = chosenFrom(all, nameOf, 'FAULTS', SAMPLE);
  const failures: string[] = [];
  let checked = 0;
  const tryOut = async (cell: Cell) => {
    const findings = await runCell(cell).catch((error: unknown) => [[String(error)]]);
    checked += findings.length;
    const wrong = findings.flat();
    if (wrong.length > 0) failures.push(`${nameOf(cell)}\n  ${wrong.join('\n  ')}`);
  };
  await inParallel(chosen, tryOut, { maxInFlight: () => AT_ONCE, shouldContinue: () => true });
  console.log(
    `${chosen.length} of ${all.length} cells run${stages.how}${how}, ${checked} invariants checked, failures ${failures.length}.`,
  );
  expect(chosen.length).toBeGreaterThan(0);
  expect(failures, 'run a single one with STAGES=all FAULTS_ONLY="its name"').toEqual([]);
});
