/**
 * How long a create takes from start to end of its process, compared with bare scripts that send the same POST to the
 * same emulator: medians of interleaved runs. `npm run bench`; the number of rounds may be given.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Emulator } from '../test/emulator/emulator.ts';

const ROUNDS = Number(process.argv[2] ?? 60);
const ROOT = join(import.meta.dirname, '..');

await using cluster = await Emulator.start();
const temp = mkdtempSync(join(tmpdir(), 'bench-'));
const file = (name: string): string => {
  writeFileSync(join(temp, name), '');
  return join(temp, name);
};
const tomorrow = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}Z`;
const env = {
  PATH: process.env['PATH'],
  GITHUB_OUTPUT: file('output'),
  GITHUB_STATE: file('state'),
  GITHUB_STEP_SUMMARY: file('summary'),
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_REPOSITORY_ID: '4711',
  GITHUB_RUN_ID: '8812345678',
  GITHUB_RUN_ATTEMPT: '1',
  'INPUT_MANAGEMENT-TOKEN': cluster.managementToken,
  'INPUT_ACCOUNT-ID': cluster.accountId,
  'INPUT_CLUSTER-ID': cluster.clusterId,
  'INPUT_API-URL': cluster.apiUrl,
  INPUT_PERMISSIONS: 'metrics: read',
  'INPUT_CHECK-DATABASES': 'false',
  'INPUT_ACTIVATION-TIMEOUT': '0',
  MANAGEMENT_TOKEN: cluster.managementToken,
  TOKENS_URL: `${cluster.apiUrl}${cluster.apiPrefix}/tokens`,
  TOKENS_BODY: JSON.stringify({
    description: 'bench [gha:acme/web#4711 8812345678.1 job 7f3a9c2e5b1d8046]',
    permissions: [{ action: 'read', resource: 'metrics' }],
    expirationType: 'datetime',
    expiresAt: tomorrow,
  }),
};

const scripts = ['bench/bare-http.cjs', 'bench/bare-http-and-https.cjs', 'dist/main/index.js'];
const times = new Map(scripts.map((script) => [script, [] as number[]]));
for (let round = -3; round < ROUNDS; round++) {
  for (const script of scripts) {
    const ms = await timed(join(ROOT, script));
    if (round >= 0) times.get(script)?.push(ms);
  }
}
rmSync(temp, { recursive: true });

const medians = scripts.map((script) => median(times.get(script) ?? []));
const [bareHttp = 0, bareBoth = 0] = medians;
for (const [index, script] of scripts.entries()) {
  const ms = medians[index] ?? 0;
  console.log(
    `${script.padEnd(32)} ${ms.toFixed(1).padStart(6)} ms   ` +
      `${(ms / bareHttp).toFixed(2)} of http   ${(ms / bareBoth).toFixed(2)} of http and https`,
  );
}

function timed(script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = process.hrtime.bigint();
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.resume();
    child.on('close', (code) => {
      if (code === 0) resolve(Number(process.hrtime.bigint() - begin) / 1e6);
      else reject(new Error(`${script} ended with ${code}`));
    });
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
