/**
 * Shows which parts of a case need how much time, with V8's profiler and averaged over several runs. Run `npm run bench:profile --
 * NAME` with a part of the name of a case. The profiler itself needs time, so compare shares, not sums.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startCases } from './cases.ts';
import { measure } from './measured-process.ts';
import { table } from './tables.ts';

const RUNS = 15;
const MAX_FUNCTIONS = 12;

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
}

/** The file that `--cpu-prof` writes. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
    readonly children?: number[];
  }[];
  /** One entry per sample: the node, and the duration in microseconds. */
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const [name = '`create`'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'));
await using cases = await startCases();
const found = cases.all.find((one) => one.name.includes(name));
if (!found)
  throw new Error(`there is no case "${name}". Use one of: ${cases.all.map((one) => one.name).join(', ')}`);
const flags = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder];
for (let run = 0; run < RUNS; run++) {
  const call = await found.ready();
  await measure({ ...call, args: [...flags, ...call.args] });
  await found.over?.();
}
const kinds = new Map<string, number>();
const functions = new Map<string, number>();
for (const file of readdirSync(folder)) add(JSON.parse(readFileSync(join(folder, file), 'utf8')));
rmSync(folder, { recursive: true });
console.log(`${found.name}, average of ${RUNS} runs\n`);
console.log(table(['activity', 'ms'], averages(kinds)));
console.log();
console.log(
  table(['function of the action, including its calls', 'ms'], averages(functions).slice(0, MAX_FUNCTIONS)),
);

function add({ nodes, samples, timeDeltas }: Profile): void {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  samples.forEach((sample, index) => {
    const ms = (timeDeltas[index] ?? 0) / 1000;
    const stack: CallFrame[] = [];
    for (let id: number | undefined = sample; id !== undefined; id = callers.get(id)) {
      const frame = frames.get(id);
      if (frame) stack.push(frame);
    }
    count(kinds, kindOf(stack), ms);
    const ours = stack
      .filter(isOurs)
      .map(({ functionName, url }) => `\`${functionName}\` in ${basename(url)}`);
    for (const label of new Set(ours)) count(functions, label, ms);
  });
}

function kindOf(stack: readonly CallFrame[]): string {
  const [top] = stack;
  const calls = (functionName: string): boolean => stack.some((frame) => frame.functionName === functionName);
  if (!top || top.functionName === '(program)') return 'Node itself: its start, and native code';
  if (top.functionName === '(idle)') return 'waiting for servers';
  if (top.functionName === '(garbage collector)') return 'collecting garbage';
  if (top.functionName === 'wrapSafe') return 'compiling our files';
  if (calls('compileForInternalLoader')) return 'loading modules of Node';
  return isOurs(top) ? 'running our code, including its compilation' : 'running code of Node';
}

function isOurs({ functionName, url }: CallFrame): boolean {
  return functionName !== '' && url.includes('/dist/') && !url.includes('node_modules');
}

function count(sums: Map<string, number>, key: string, ms: number): void {
  sums.set(key, (sums.get(key) ?? 0) + ms);
}

function averages(sums: ReadonlyMap<string, number>): string[][] {
  return [...sums]
    .sort(([, one], [, other]) => other - one)
    .map(([key, ms]) => [key, (ms / RUNS).toFixed(1)]);
}
