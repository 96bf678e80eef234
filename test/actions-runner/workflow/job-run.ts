import type { Conclusion } from '../expressions.ts';
import { type Annotation, StepLog } from '../log.ts';
import { StepRun } from '../step-run.ts';
import { jobOutputs } from './job-outputs.ts';
import type { JobState } from './job-state.ts';
import type { JobStep } from './job-step.ts';
import { type StepReport, StepTurns, type Timer } from './step-turns.ts';
import type { Transcript } from './transcript.ts';

export interface JobReport {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** In the order in which they ran. Post steps are last. */
  readonly steps: readonly StepReport[];
  /** The messages of the runner itself at the end of the job. */
  readonly annotations: readonly Annotation[];
  /** The summaries of all steps, in Markdown. */
  readonly summary: string;
  /** The text as the log of this job shows it, with secrets masked. */
  mask(text: string): string;
}

/** Runs the steps of one job, and then the post steps of their actions in reverse order. */
export class JobRun {
  readonly #state: JobState;
  readonly #transcript: Transcript;
  readonly #turns: StepTurns;
  /** The messages of the runner itself. */
  readonly #log: StepLog;
  readonly #reports: StepReport[] = [];

  constructor(state: JobState, transcript: Transcript, timer: Timer) {
    const { host } = state;
    const print = (line: string) => transcript.entry(line);
    this.#state = state;
    this.#transcript = transcript;
    this.#log = new StepLog(host.masker, host.debug, print);
    this.#turns = new StepTurns({
      scope: state,
      page: transcript,
      newRun: () => new StepRun(host, print),
      timer,
    });
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

  /** Cancels the job like *Cancel workflow*: only steps with `always()` or `cancelled()` continue. */
  cancel(): void {
    this.#state.status = 'cancelled';
    this.#turns.cancel();
  }

  /** GitHub cancels a job whose `timeout-minutes` are over. */
  timeOut(minutes: number): void {
    this.#log.annotate('error', `The job has exceeded the maximum execution time of ${minutes} minutes.`);
    this.cancel();
  }

  async #take(step: JobStep): Promise<boolean> {
    const { report, started } = await this.#turns.take(step);
    this.#reports.push(report);
    return started;
  }

  #report(declared: Readonly<Record<string, string>>): JobReport {
    const { masker } = this.#state.host;
    if (Object.keys(declared).length > 0) this.#transcript.step('Complete job');
    const outputs = jobOutputs(this.#state.texts(declared), masker, this.#log);
    const summaries = this.#reports.map(({ summary }) => summary ?? '').filter((summary) => summary !== '');
    return {
      conclusion: this.#state.status,
      outputs,
      steps: this.#reports,
      annotations: this.#log.annotations,
      summary: summaries.join('\n'),
      mask: (text) => masker.mask(text),
    };
  }
}
