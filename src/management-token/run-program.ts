import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** ProgramCall is one run of a program. */
export interface ProgramCall {
  /** An absolute path. */
  readonly path: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** ProgramOutput is all that a program printed. */
export interface ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * ProgramResult is how a program ended. `stopped`: a signal ended it, or it took too long or printed too much. `why` is the rest of
 * a sentence about the program.
 */
export type ProgramResult =
  | { readonly kind: 'not-started'; readonly why: string }
  | ({ readonly kind: 'exited'; readonly code: number } & ProgramOutput)
  | ({ readonly kind: 'stopped'; readonly why: string } & ProgramOutput);

/** RunProgram runs a program to its end. It never throws for what happens to the program. */
export type RunProgram = (call: ProgramCall) => Promise<ProgramResult>;

/** A list of 100,000 tokens is smaller. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * runProgram starts a program without a shell and with nothing to read. It kills a program that takes too long, because a prompt or a
 * login would wait forever.
 */
export const runProgram: RunProgram = ({ path, args, env, timeoutMs }) =>
  new Promise((resolve) => {
    const child = start({ path, args, env });
    if (child instanceof Error) {
      resolve(notStarted(child));
      return;
    }
    let stopped: string | undefined;
    const stop = (why: string): void => {
      stopped ??= why;
      kill(child);
      // What the program has started can keep its output open.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const tooMuch = () => stop('printed more than 64 MiB and was killed');
    const stdout = collect(child.stdout, tooMuch);
    const stderr = collect(child.stderr, tooMuch);
    const timer = setTimeout(
      () => stop(`did not end within ${Math.ceil(timeoutMs / 1000)} s and was killed`),
      timeoutMs,
    );
    child.on('error', (error) => {
      if (child.pid !== undefined) return;
      clearTimeout(timer);
      resolve(notStarted(error));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const output = { stdout: stdout(), stderr: stderr() };
      const why = stopped ?? (code === null ? `was killed (${signal})` : undefined);
      resolve(
        why === undefined
          ? { kind: 'exited', code: code ?? 1, ...output }
          : { kind: 'stopped', why, ...output },
      );
    });
  });

const isWindows = process.platform === 'win32';

/** For some errors of the system, Node throws instead of reporting them. */
function start({ path, args, env }: Omit<ProgramCall, 'timeoutMs'>) {
  // Loaded here, because webpack would put an import into the bundle, which every step of the main action loads.
  const { spawn } = process.getBuiltinModule('node:child_process');
  try {
    return spawn(path, [...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // influxctl can be a script that starts the real program. In a process group of their own, all of them can be killed.
      detached: !isWindows,
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function notStarted(error: Error): ProgramResult {
  return { kind: 'not-started', why: `could not be started (${error.message})` };
}

/** Kills a program and everything in its process group. Windows has no process groups. */
function kill(child: ChildProcess): void {
  try {
    if (isWindows || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // All of them have ended.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Returns a function that returns the text so far. */
function collect(stream: Readable, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_OUTPUT_BYTES) tooMuch();
  });
  stream.on('error', () => {});
  return () => Buffer.concat(chunks).toString('utf8');
}
