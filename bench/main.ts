/**
 * Measures the packed action: how long its steps take and what they load, and how many requests they send. `npm run bench`;
 * `-- --rounds 60` measures longer, `-- --write` also puts the tables into docs/performance.md, and `-- --beside PATH` compares
 * with another packed action.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casesBeside } from './beside.ts';
import { startCases } from './cases.ts';
import { countRequests } from './requests.ts';
import { measureRounds, SLOW_ROUNDS } from './rounds.ts';
import { simulatedActivation } from './simulated-activation.ts';
import { describeSizes } from './sizes.ts';
import { requestsTable, usageTable } from './tables.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/performance.md');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '21' },
    write: { type: 'boolean', default: false },
    beside: { type: 'string' },
    input: { type: 'string', multiple: true, default: [] },
  },
});
const rounds = Number(values.rounds);

if (values.beside === undefined) await measureAll();
else await compareWith(values.beside);

async function measureAll(): Promise<void> {
  await using cases = await startCases();
  const blocks = {
    times: `${conditions(cases.all.some(({ isSlow }) => isSlow))}\n\n${usageTable(await measureRounds(cases.all, rounds))}`,
    simulation: simulatedActivation(),
    requests: requestsTable(await countRequests()),
    sizes: describeSizes(),
  };
  console.log(Object.values(blocks).join('\n\n'));
  if (!values.write) return;
  const document = Object.entries(blocks).reduce(
    (text, [name, block]) => replaceBlock(text, name, block),
    readFileSync(DOCUMENT, 'utf8'),
  );
  writeFileSync(DOCUMENT, document);
}

async function compareWith(path: string): Promise<void> {
  await using cases = await casesBeside(path, values.input);
  console.log(`${conditions(false)}\n\n${usageTable(await measureRounds(cases.all, rounds))}`);
}

function conditions(hasSlowCases: boolean): string {
  const [cpu] = cpus();
  const slow = hasSlowCases ? ` (${SLOW_ROUNDS} for a step that takes seconds)` : '';
  return (
    `Medians of ${rounds} interleaved rounds${slow}. Parentheses contain the interquartile range over the rounds. ` +
    `${cpu?.model ?? 'Unknown processor'}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}.`
  );
}

/** Replaces what is between `<!-- NAME -->` and `<!-- /NAME -->`. */
function replaceBlock(text: string, name: string, block: string): string {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  if (from < start.length || to < from) throw new Error(`${DOCUMENT} has no block "${name}"`);
  return `${text.slice(0, from)}\n${block}\n\n${text.slice(to)}`;
}
