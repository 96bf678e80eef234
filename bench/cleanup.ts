/**
 * How long a cleanup takes that revokes half of 10,000 tokens at 20 ms a request, beside the ideal with eight requests in
 * flight; and how much memory at its peak, beside a list of ten tokens. `npm exec -- node bench/cleanup.ts`; the number of
 * tokens may be given.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Emulator } from '../test/emulator/emulator.ts';
import { GithubEmulator } from '../test/emulator/github/github-emulator.ts';

const TOKENS = Number(process.argv[2] ?? 10_000);
const REQUEST_MS = 20;
const IN_FLIGHT = 8;
const RUNS = 50;
const MAIN = join(import.meta.dirname, '../dist/main/index.js');

const temp = mkdtempSync(join(tmpdir(), 'bench-'));
const peakFile = join(temp, 'peak.txt');
const hook = join(temp, 'peak.cjs');
writeFileSync(
  hook,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
);

const list = await measure('list', 10);
const cleanup = await measure('cleanup', TOKENS);
rmSync(temp, { recursive: true });

const idealMs = (Math.ceil(TOKENS / 2 / IN_FLIGHT) + 1 + Math.ceil(RUNS / IN_FLIGHT)) * REQUEST_MS;
console.log(`list of 10           ${report(list)}`);
console.log(`cleanup of ${TOKENS / 2}      ${report(cleanup)}`);
console.log(
  `ideal                ${(idealMs / 1000).toFixed(2)} s   ratio ${(cleanup.ms / idealMs).toFixed(3)}`,
);
console.log(`memory               ratio ${(cleanup.peakKib / list.peakKib).toFixed(2)}`);
console.log(`runs asked about     ${cleanup.runsAsked} of ${RUNS}`);

interface Measured {
  readonly ms: number;
  readonly peakKib: number;
  readonly runsAsked: number;
}

function report({ ms, peakKib }: Measured): string {
  return `${(ms / 1000).toFixed(2)} s   ${(peakKib / 1024).toFixed(0)} MiB at its peak`;
}

async function measure(operation: 'list' | 'cleanup', tokens: number): Promise<Measured> {
  await using cluster = await Emulator.start();
  await using github = await GithubEmulator.start();
  github.repository('acme/web');
  for (let run = 1; run <= RUNS; run++) github.run({ id: run, status: 'completed' });
  for (let index = 0; index < tokens; index++) {
    const kind = index % 2 === 0 ? 'job' : 'current';
    const run = 1 + (index % RUNS);
    const description = `load test ${index} [gha:acme/web#4711 ${run}.1 ${kind} ${String(index).padStart(16, '0')}]`;
    cluster.seed({ description, permissions: [{ action: 'read', resource: 'metrics' }] });
  }
  const slow = async (_: unknown, moment: string) => {
    if (moment === 'before') await sleep(REQUEST_MS);
    return undefined;
  };
  cluster.onRequest(slow);
  github.onRequest(slow);
  const began = performance.now();
  await run({
    PATH: process.env['PATH'] ?? '',
    NODE_OPTIONS: `--require ${hook}`,
    RUNNER_TEMP: temp,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_REPOSITORY: 'acme/web',
    GITHUB_REPOSITORY_ID: '4711',
    GITHUB_RUN_ID: '8812345678',
    GITHUB_RUN_ATTEMPT: '1',
    ...Object.fromEntries(
      ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => {
        writeFileSync(join(temp, name), '');
        return [`GITHUB_${name}`, join(temp, name)];
      }),
    ),
    INPUT_OPERATION: operation,
    'INPUT_MANAGEMENT-TOKEN': cluster.managementToken,
    'INPUT_ACCOUNT-ID': cluster.accountId,
    'INPUT_CLUSTER-ID': cluster.clusterId,
    'INPUT_API-URL': cluster.apiUrl,
    'INPUT_GITHUB-TOKEN': github.token({ kind: 'job', actions: 'read' }),
    ...(operation === 'cleanup' ? { 'INPUT_MAX-REVOCATIONS': String(tokens) } : {}),
  });
  const ms = performance.now() - began;
  return { ms, peakKib: Number(readFileSync(peakFile, 'utf8')), runsAsked: github.requests.length };
}

function run(env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let log = '';
    child.stdout.on('data', (chunk) => {
      log += chunk;
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`ended with ${code}:\n${log}`));
    });
  });
}
