import type { Conclusion } from '../expressions.ts';
import type { RunningStep, StepResult, StepRun } from '../step-run.ts';
import type { JobStep } from './job-step.ts';
import type { Scope } from './scope.ts';
import type { Transcript } from './transcript.ts';

/** The result of one step. A skipped step left nothing. */
export interface StepReport extends Partial<Omit<StepResult, 'conclusion' | 'outputs' | 'log'>> {
  readonly name: string;
  readonly id: string | undefined;
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
}

/** Calls `over` after this many minutes. Returns a function that stops the timer. */
export type Timer = (minutes: number, over: () => void) => () => void;

/** The surroundings of the steps in a list. */
export interface Surroundings {
  readonly scope: Scope;
  /** Receives the events. */
  readonly page: Pick<Transcript, 'step' | 'stepEnded' | 'stepSkipped'>;
  readonly newRun: () => StepRun;
  readonly timer: Timer;
}

/** The result of a step's turn. */
export interface Turn {
  readonly report: StepReport;
  /** Undefined when the step was skipped. */
  readonly result: StepResult | undefined;
  /** Only a step that was started has a post step. */
  readonly started: boolean;
}

const IDLE = { cancel: () => {}, timeOut: () => {} };

/** Runs the steps of one list, one after the other. */
export class StepTurns {
  readonly #surroundings: Surroundings;
  /** Ends the running step, if there is one. */
  #end: { readonly cancel: () => void; readonly timeOut: (message: string) => void } = IDLE;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  async take(step: JobStep): Promise<Turn> {
    const { scope, page, newRun } = this.#surroundings;
    const { name, condition } = this.#look(step);
    if (condition === false) {
      page.stepSkipped(name);
      return this.#record(step, name, { outcome: 'skipped', conclusion: 'skipped' });
    }
    page.step(name);
    const run = newRun();
    const running = condition === true ? this.#start(step, run) : run.call(() => Promise.reject(condition));
    const { outcome, result } = await this.#finish(step, name, { run, running });
    const forgiven = outcome === 'failure' && scope.expressions().text(step.continueOnError) === 'true';
    const conclusion = forgiven ? 'success' : outcome;
    page.stepEnded(outcome, conclusion);
    return { ...this.#record(step, name, { outcome, conclusion }, result), started: condition === true };
  }

  /** Cancels the steps like *Cancel workflow*: only steps with `always()` or `cancelled()` continue. */
  cancel(): void {
    this.#end.cancel();
  }

  /** Fails the running step with a message. */
  timeOut(message: string): void {
    this.#end.timeOut(message);
  }

  /** A condition that cannot be evaluated fails the step. */
  #look(step: JobStep): { readonly name: string; readonly condition: boolean | Error } {
    const { scope } = this.#surroundings;
    try {
      const expressions = scope.expressions(scope.envWith(step.env));
      const name = scope.host.masker.mask(expressions.text(step.name));
      return { name, condition: expressions.condition(step.condition) };
    } catch (error) {
      return { name: step.name, condition: error as Error };
    }
  }

  #start(step: JobStep, run: StepRun): RunningStep {
    try {
      return step.start(run, this.#surroundings);
    } catch (error) {
      return run.call(() => Promise.reject(error));
    }
  }

  async #finish(
    step: JobStep,
    name: string,
    { run, running }: { readonly run: StepRun; readonly running: RunningStep },
  ): Promise<{ readonly outcome: Conclusion; readonly result: StepResult }> {
    const { inside } = running;
    let cancelled = false;
    const cancel = (): void => {
      if (inside) inside.cancelJob();
      else if (this.#look(step).condition !== true) {
        cancelled = true;
        running.cancel();
      }
    };
    let timedOut: string | undefined;
    const timeOut = (message: string): void => {
      if (inside) inside.timeOut();
      else {
        timedOut = message;
        running.cancel();
      }
    };
    this.#end = { cancel, timeOut };
    const minutes = this.#minutes(step, run);
    const over = () => timeOut(`The action '${name}' has timed out after ${minutes} minutes.`);
    const stop = minutes > 0 ? this.#surroundings.timer(minutes, over) : () => {};
    const result = await running.finished;
    stop();
    this.#end = IDLE;
    if (cancelled) return { outcome: 'cancelled', result };
    if (timedOut === undefined) return { outcome: result.conclusion, result };
    // In this case, the exit code does not count (actions/runner, src/Runner.Worker/StepsRunner.cs).
    run.log.annotate('error', timedOut);
    return { outcome: 'failure', result: run.amended(result) };
  }

  /** Fractions of a minute are ignored (PipelineTemplateConverter.cs). */
  #minutes({ timeoutMinutes, env }: JobStep, run: StepRun): number {
    const { scope } = this.#surroundings;
    try {
      const text = scope.expressions(scope.envWith(env)).text(timeoutMinutes);
      const minutes = Math.trunc(Number(text));
      if (Number.isNaN(minutes)) throw new Error(`Unexpected value '${text}'`);
      return minutes;
    } catch (error) {
      run.log.annotate('error', 'An error occurred when attempting to determine the step timeout.');
      run.log.annotate('error', (error as Error).message);
      return 0;
    }
  }

  #record(
    step: JobStep,
    name: string,
    ending: { readonly outcome: Conclusion; readonly conclusion: Conclusion },
    result?: StepResult,
  ): Turn {
    const { id } = step;
    this.#surroundings.scope.record(id, { outputs: result?.outputs ?? {}, ...ending }, result);
    return { report: { outputs: {}, log: '', ...result, name, id, ...ending }, result, started: false };
  }
}
