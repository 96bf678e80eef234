import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';

export interface ProgramCall {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment. The process inherits nothing else. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Exit {
  /** The exit code as a shell reports it: 128 plus the number of the signal if a signal ended the process. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long the runner waits after SIGINT, and then after SIGTERM, when a job is canceled (actions/runner, ProcessInvoker.cs). */
const patience = { interrupt: 7_500, terminate: 2_500 };

/** A running program, whose output arrives line by line. */
export class Child {
  readonly finished: Promise<Exit>;
  readonly #process: ChildProcess;

  constructor(call: ProgramCall, onLine: (line: string) => void) {
    const child = spawn(call.file, call.args, {
      cwd: call.cwd,
      env: call.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // The process has its own group, so that its child processes can be ended with it.
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
   * Ends the process as the runner does after *Cancel workflow*. Only the process itself receives the signals. At the end, all of
   * its child processes are killed, because a shell does not end the program that it waits for.
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
      // They have all ended, but their exit events have not arrived yet.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** Splits a stream into lines as .NET's `StreamReader.ReadLine` does: a lone carriage return also ends a line. */
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

  /** Passes on the last line, which has no line end, and returns the whole text unchanged. */
  end(): string {
    this.#take(this.#decoder.end());
    const rest = this.#pending;
    this.#pending = '';
    if (rest !== '') this.#onLine(rest.replace(/\r$/, ''));
    return this.#all;
  }

  #take(text: string): void {
    this.#all += text;
    // A carriage return at the end waits for the next chunk, which might start with the line feed.
    const lines = (this.#pending + text).split(/\r\n|\n|\r(?!$)/);
    this.#pending = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }
}
