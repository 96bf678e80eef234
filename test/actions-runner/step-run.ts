import { Child, type Exit, type ProgramCall } from './child.ts';
import { CommandInterpreter } from './commands/interpreter.ts';
import type { Command } from './commands/parse-command.ts';
import { StepEffects } from './effects.ts';
import { CommandFiles } from './files/command-files.ts';
import { type Annotation, type Print, StepLog } from './log.ts';
import type { RunnerHost } from './runner-host.ts';

/** Everything that one run of one program left behind. */
export interface StepResult {
  /** `cancelled` is for composite actions: each of their steps has a condition of its own. */
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** 128 and the signal's number when a signal ended the process. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  /** As it came out of the process: not masked, commands included. */
  readonly stdout: string;
  readonly stderr: string;
  /** What a user sees, in the form of a downloaded log: commands obeyed, secrets masked. */
  readonly log: string;
  readonly commands: readonly Command[];
  readonly annotations: readonly Annotation[];
  /** The values the step itself masked, in order. */
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly summary: string;
  readonly durationMs: number;
}

/** A step under way. */
export interface RunningStep {
  readonly finished: Promise<StepResult>;
  kill(signal: NodeJS.Signals): void;
  /** As *Cancel workflow* does: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. */
  cancel(): void;
  /** What is told to the steps inside: each has a condition and a limit of its own. */
  readonly inside?: { cancelJob(): void; timeOut(): void };
}

/** Takes down what one step prints and writes, and makes a result of it. */
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

  /** Starts a program, with the places of this step's files added to its environment. */
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

  /** Runs a function in place of a program: it prints lines, gives outputs back, and fails by throwing. */
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

  /** A part of this step, which prints into its log: one step of a composite action. */
  part(): StepRun {
    return new StepRun(this.#host, (line) => this.log.repeat(line));
  }

  /** The result of a step that consists of parts. State, variables, and paths are the parts' own. */
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

  /** A result with what was added to the log since. */
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
