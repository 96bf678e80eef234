import type { Conclusion } from '../expressions.ts';
import { type Annotation, StepLog } from '../log.ts';
import { type RunningStep, type StepResult, StepRun } from '../step-run.ts';
import { jobOutputs } from './job-outputs.ts';
import type { JobState } from './job-state.ts';
import type { JobStep } from './job-step.ts';
import type { Transcript } from './transcript.ts';

/** How one step of a job went. A step that was skipped has left nothing behind. */
export interface StepReport extends Partial<Omit<StepResult, 'conclusion' | 'outputs' | 'log'>> {
  readonly name: string;
  readonly id: string | undefined;
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
}

export interface JobReport {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** In the order in which they ran, the post steps last. */
  readonly steps: readonly StepReport[];
  /** What the runner itself had to say at the job's end. */
  readonly annotations: readonly Annotation[];
  /** The summaries of all steps, in Markdown. */
  readonly summary: string;
  /** The text as this job's log shows it. */
  mask(text: string): string;
}

/** Runs the steps of one job and then, last in first out, what their actions do to clean up. */
export class JobRun {
  readonly #state: JobState;
  readonly #transcript: Transcript;
  readonly #reports: StepReport[] = [];
  #cancelRunning: () => void = () => {};

  constructor(state: JobState, transcript: Transcript) {
    this.#state = state;
    this.#transcript = transcript;
  }

  async run(steps: readonly JobStep[], outputs: Readonly<Record<string, string>>): Promise<JobReport> {
    const posts: JobStep[] = [];
    for (const step of steps) {
      const started = await this.#take(step);
      if (started && step.post !== undefined) posts.unshift(step.post);
    }
    for (const post of posts) await this.#take(post);
    return this.#report(outputs);
  }

  /** As *Cancel workflow* does: only what asks for it with `always()` or `cancelled()` goes on. */
  cancel(): void {
    this.#state.status = 'cancelled';
    this.#cancelRunning();
  }

  /** Whether the step was started: only then its action has something to clean up. */
  async #take(step: JobStep): Promise<boolean> {
    const { name, condition } = this.#look(step);
    if (condition === false) {
      this.#transcript.stepSkipped(name);
      this.#record(step, name, 'skipped', 'skipped');
      return false;
    }
    this.#transcript.step(name);
    const run = new StepRun(this.#state.host, (line) => this.#transcript.entry(line));
    const running = condition === true ? this.#start(step, run) : run.call(() => Promise.reject(condition));
    const { cancelled, result } = await this.#finish(step, running);
    const outcome = cancelled ? 'cancelled' : result.conclusion;
    const forgiven = outcome === 'failure' && this.#state.expressions().text(step.continueOnError) === 'true';
    const conclusion = forgiven ? 'success' : outcome;
    this.#transcript.stepEnded(outcome, conclusion);
    this.#record(step, name, outcome, conclusion, result);
    return condition === true;
  }

  /** A condition that cannot be evaluated fails the step. */
  #look(step: JobStep): { readonly name: string; readonly condition: boolean | Error } {
    try {
      const expressions = this.#state.expressions(this.#state.envWith(step.env));
      const name = this.#state.host.masker.mask(expressions.text(step.name));
      return { name, condition: expressions.condition(step.condition) };
    } catch (error) {
      return { name: step.name, condition: error as Error };
    }
  }

  #start(step: JobStep, run: StepRun): RunningStep {
    try {
      return step.start(run, this.#state);
    } catch (error) {
      return run.call(() => Promise.reject(error));
    }
  }

  async #finish(
    step: JobStep,
    running: RunningStep,
  ): Promise<{ readonly cancelled: boolean; readonly result: StepResult }> {
    let cancelled = false;
    this.#cancelRunning = () => {
      if (this.#look(step).condition === true) return;
      cancelled = true;
      running.cancel();
    };
    const result = await running.finished;
    this.#cancelRunning = () => {};
    return { cancelled, result };
  }

  #record(
    step: JobStep,
    name: string,
    outcome: Conclusion,
    conclusion: Conclusion,
    result?: StepResult,
  ): void {
    this.#state.record(step.id, outcome, conclusion, result);
    const { id } = step;
    this.#reports.push({ outputs: {}, log: '', ...result, name, id, outcome, conclusion });
  }

  #report(declared: Readonly<Record<string, string>>): JobReport {
    const { masker, debug } = this.#state.host;
    const log = new StepLog(masker, debug, (line) => this.#transcript.entry(line));
    if (Object.keys(declared).length > 0) this.#transcript.step('Complete job');
    const outputs = jobOutputs(this.#state.texts(declared), masker, log);
    const summaries = this.#reports.map(({ summary }) => summary ?? '').filter((summary) => summary !== '');
    return {
      conclusion: this.#state.status,
      outputs,
      steps: this.#reports,
      annotations: log.annotations,
      summary: summaries.join('\n'),
      mask: (text) => masker.mask(text),
    };
  }
}
