/**
 * Measures the packed action: how long its steps take and what they load, how many requests they send, and how large dist/
 * is. `npm run bench`; `-- --rounds 60` measures longer, `-- --write` also puts the tables into docs/performance.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, startCases } from './cases.ts';
import { measure } from './measured-process.ts';
import { countRequests } from './requests.ts';
import { fileSizes } from './sizes.ts';
import { type Measured, requestsTable, sizesTable, timesTable } from './tables.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/performance.md');
const TABLES = /(?<=<!-- bench -->\n).*(?=<!-- \/bench -->)/s;
/** The first runs read files that are not in memory yet, so they do not count. */
const WARM_UPS = 2;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '21' }, write: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);

await using cases = await startCases();
const measured = await interleaved(cases.all);
const [cpu] = cpus();
const report = [
  `Medians of ${rounds} interleaved rounds. Brackets contain the interquartile range over the rounds. ` +
    `${cpu?.model ?? 'Unknown processor'}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}.`,
  timesTable(measured),
  requestsTable(await countRequests()),
  sizesTable(fileSizes()),
].join('\n\n');
console.log(report);
if (values.write) {
  writeFileSync(
    DOCUMENT,
    readFileSync(DOCUMENT, 'utf8').replace(TABLES, () => `\n${report}\n\n`),
  );
}

/** Every round runs each case once, so that a temporary slowdown of the machine affects all cases. */
async function interleaved(all: readonly Case[]): Promise<Measured[]> {
  const measured = all.map((one) => ({ ...one, usages: [] as Awaited<ReturnType<typeof measure>>[] }));
  for (let round = -WARM_UPS; round < rounds; round++) {
    for (const { ready, over, usages } of measured) {
      const usage = await measure(await ready());
      await over?.();
      if (round >= 0) usages.push(usage);
    }
    if (process.stderr.isTTY) process.stderr.write(`round ${round + 1} of ${rounds}\r`);
  }
  return measured;
}
