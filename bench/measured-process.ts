import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const HOOK = join(import.meta.dirname, 'report-usage.cjs');

/** Call is one run of Node. */
export interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Default: 0. */
  readonly exitCode?: number | 'any';
}

/** Usage is the time and memory of one process. */
export interface Usage {
  /** The time from start to end, measured by the parent. */
  readonly wallMs: number;
  /** The time of all threads, user and system. */
  readonly cpuMs: number;
  readonly peakMib: number;
  /** The size of all loaded scripts. */
  readonly loadedBytes: number;
}

/** measure runs Node once, without the environment of this process. Throws if the exit code is not the expected one. */
export async function measure({ args, env, exitCode = 0 }: Call): Promise<Usage> {
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--require', HOOK, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [log, errors, report] = child.stdio.slice(1).map((stream) => {
    const chunks: Buffer[] = [];
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  const ended = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const wallMs = Number(process.hrtime.bigint() - began) / 1e6;
  if (exitCode !== 'any' && ended !== exitCode)
    throw new Error(`ended with ${ended}:\n${log?.join('')}${errors?.join('')}`);
  const { cpuMs, peakKib, loaded } = JSON.parse(report?.join('') ?? '');
  return {
    wallMs,
    cpuMs,
    peakMib: peakKib / 1024,
    loadedBytes: loaded.reduce((sum: number, file: string) => sum + statSync(file).size, 0),
  };
}
