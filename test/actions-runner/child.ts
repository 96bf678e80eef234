import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';

export interface ProgramCall {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Exit {
  /** As a shell tells it: 128 and the signal's number for a process that a signal ended. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long a canceled process has after SIGINT, and then after SIGTERM (actions/runner, ProcessInvoker.cs). */
const patience = { interrupt: 7_500, terminate: 2_500 };

/** A program under way, its output delivered line by line. */
export class Child {
  readonly finished: Promise<Exit>;
  readonly #process: ChildProcess;

  constructor(call: ProgramCall, onLine: (line: string) => void) {
    const child = spawn(call.file, call.args, {
      cwd: call.cwd,
      env: call.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // With a group of its own, so that what it has started can be ended with it.
      detached: true,
    });
    const stdout = new LineReader(onLine);
    const stderr = new LineReader(onLine);
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    this.#process = child;
    this.finished = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        const exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
        resolve({ exitCode, signal, stdout: stdout.end(), stderr: stderr.end() });
      });
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /**
   * Ends the process as the runner does when someone presses *Cancel workflow*. The signals are for the process alone, and at
   * last everything is killed that it has started: a shell leaves behind what it was waiting for.
   */
  cancel(): void {
    this.kill('SIGINT');
    const terminate = setTimeout(() => this.kill('SIGTERM'), patience.interrupt);
    const kill = setTimeout(() => this.#killAll(), patience.interrupt + patience.terminate);
    this.#process.once('close', () => {
      clearTimeout(terminate);
      clearTimeout(kill);
    });
  }

  #killAll(): void {
    const { pid } = this.#process;
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch (error) {
      // They have all ended, and the news of it is still under way.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** Cuts a stream into lines as .NET's `StreamReader.ReadLine` does: a lone carriage return ends a line too. */
class LineReader {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new StringDecoder('utf8');
  #all = '';
  #pending = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    this.#take(this.#decoder.write(chunk));
  }

  /** Hands over what has no line end, and gives back everything as it came. */
  end(): string {
    this.#take(this.#decoder.end());
    const rest = this.#pending;
    this.#pending = '';
    if (rest !== '') this.#onLine(rest.replace(/\r$/, ''));
    return this.#all;
  }

  #take(text: string): void {
    this.#all += text;
    // A carriage return at the end waits for the line feed that may follow it in the next chunk.
    const lines = (this.#pending + text).split(/\r\n|\n|\r(?!$)/);
    this.#pending = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }
}
