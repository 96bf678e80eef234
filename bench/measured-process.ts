import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const HOOK = join(import.meta.dirname, 'report-usage.cjs');

/** Call is one run of Node. */
export interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly exitCode?: number;
}

/** Usage is what one process took. */
export interface Usage {
  /** From its start to its end, as the parent sees it. */
  readonly wallMs: number;
  /** Of all its threads, user and system. */
  readonly cpuMs: number;
  readonly peakMib: number;
  /** All scripts that it has loaded. */
  readonly loadedBytes: number;
}

/** measure runs Node once, with nothing of this process's environment. Throws when it ends otherwise than it should. */
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
  if (ended !== exitCode) throw new Error(`ended with ${ended}:\n${log?.join('')}${errors?.join('')}`);
  const { cpuMs, peakKib, loaded } = JSON.parse(report?.join('') ?? '');
  return {
    wallMs,
    cpuMs,
    peakMib: peakKib / 1024,
    loadedBytes: loaded.reduce((sum: number, file: string) => sum + statSync(file).size, 0),
  };
}
