import { Child, type Exit, type ProgramCall } from './child.ts';
import { CommandInterpreter } from './commands/interpreter.ts';
import type { Command } from './commands/parse-command.ts';
import { StepEffects } from './effects.ts';
import { CommandFiles } from './files/command-files.ts';
import { type Annotation, type Print, StepLog } from './log.ts';
import type { RunnerHost } from './runner-host.ts';

/** StepResult contains everything that one run of one program left. */
export interface StepResult {
  /** `cancelled` is for composite actions, because each of their steps has its own condition. */
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** 128 plus the number of the signal if a signal ended the process. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  /** The output of the process: not masked, and with commands. */
  readonly stdout: string;
  readonly stderr: string;
  /** The log that a user sees, in the form of a downloaded log: after commands, and with secrets masked. */
  readonly log: string;
  readonly commands: readonly Command[];
  readonly annotations: readonly Annotation[];
  /** The values that the step itself masked, in order. */
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly summary: string;
  readonly durationMs: number;
}

/** A running step. */
export interface RunningStep {
  readonly finished: Promise<StepResult>;
  kill(signal: NodeJS.Signals): void;
  /** Cancels the step like *Cancel workflow*: SIGINT, SIGTERM after 7.5 s, and SIGKILL after another 2.5 s. */
  cancel(): void;
  /** Passes a cancellation on to the steps inside. Each of them has its own condition and limit. */
  readonly inside?: { cancelJob(): void; timeOut(): void };
}

/** Records what one step prints and writes, and creates its result. */
export class StepRun {
  readonly log: StepLog;
  readonly #effects = new StepEffects();
  readonly #commands: CommandInterpreter;
  readonly #files: CommandFiles;
  readonly #host: RunnerHost;
  readonly #unset: readonly string[];
  readonly #started = performance.now();

  /** `unset` are variables that a program does not have. */
  constructor(host: RunnerHost, print: Print, unset: readonly string[] = []) {
    this.log = new StepLog(host.masker, host.debug, print);
    this.#commands = new CommandInterpreter(this.log, host.masker, this.#effects, host.debug);
    this.#files = new CommandFiles(host.temp);
    this.#host = host;
    this.#unset = unset;
  }

  /** Starts a program. Its environment also contains the paths of this step's files. */
  start(call: ProgramCall, onExit: (exit: Exit) => void = () => {}): RunningStep {
    const env: Record<string, string> = { ...call.env, ...this.#files.environment() };
    for (const name of this.#unset) delete env[name];
    const child = new Child({ ...call, env }, (line) => this.#commands.receive(line));
    const finished = child.finished.then(
      (exit) => {
        onExit(exit);
        return this.#finish(exit);
      },
      (error: Error) => this.#finish(this.#failed(error)),
    );
    return { finished, kill: (signal) => child.kill(signal), cancel: () => child.cancel() };
  }

  /** Runs a function instead of a program. The function prints lines, returns outputs, and throws to fail the step. */
  call(work: (print: Print) => Promise<Readonly<Record<string, string>>>): RunningStep {
    let stdout = '';
    const print = (line: string): void => {
      stdout += `${line}\n`;
      this.#commands.receive(line);
    };
    const finished = work(print).then(
      (outputs) => {
        for (const [name, value] of Object.entries(outputs)) this.#effects.outputs.set(name, value);
        return this.#finish({ exitCode: 0, signal: null, stdout, stderr: '' });
      },
      (error: Error) => this.#finish({ ...this.#failed(error), stdout }),
    );
    return { finished, kill: () => {}, cancel: () => {} };
  }

  /** A part of this step that prints into its log: one step of a composite action. */
  part(): StepRun {
    return new StepRun(this.#host, (line) => this.log.repeat(line));
  }

  /** The result of a step that consists of parts. State, variables, and paths belong to the parts. */
  together(
    parts: readonly StepResult[],
    { conclusion, outputs }: Pick<StepResult, 'conclusion' | 'outputs'>,
  ): StepResult {
    for (const { level, message, title } of parts.flatMap((part) => part.annotations)) {
      this.log.keep({ level, message, title });
    }
    const own = this.#finish({ exitCode: 0, signal: null, stdout: '', stderr: '' });
    return {
      ...own,
      conclusion,
      exitCode: conclusion === 'success' ? 0 : 1,
      stdout: parts.map(({ stdout }) => stdout).join(''),
      stderr: parts.map(({ stderr }) => stderr).join(''),
      commands: parts.flatMap(({ commands }) => commands),
      masks: parts.flatMap(({ masks }) => masks),
      summary: parts.map(({ summary }) => summary).join(''),
      outputs,
    };
  }

  /** Adds to a result the lines that were logged since. */
  amended(result: StepResult): StepResult {
    return { ...result, log: this.#text() };
  }

  #failed(error: Error): Exit {
    this.log.annotate('error', error.message);
    return { exitCode: 1, signal: null, stdout: '', stderr: '' };
  }

  #finish(exit: Exit): StepResult {
    const effects = this.#effects;
    this.#files.read(effects, this.log, this.#host.masker);
    return {
      ...exit,
      conclusion: exit.exitCode === 0 && !effects.failed ? 'success' : 'failure',
      log: this.#text(),
      commands: this.#commands.obeyed,
      annotations: this.log.annotations,
      masks: this.#commands.masks,
      outputs: Object.fromEntries(effects.outputs),
      state: Object.fromEntries(effects.state),
      env: Object.fromEntries(effects.env),
      paths: effects.paths,
      summary: effects.summary,
      durationMs: performance.now() - this.#started,
    };
  }
  #text(): string {
    return this.log.lines.map((line) => `${line}\n`).join('');
  }
}
