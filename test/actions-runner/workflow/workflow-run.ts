import { type Conclusion, type Contexts, Expressions } from '../expressions.ts';
import { type GithubContext, githubContext, githubContextOn } from '../github-context.ts';
import { RunnerHost } from '../runner-host.ts';
import { findAllUsed, findWorkflow } from './called-workflow.ts';
import { type JobReport, JobRun } from './job-run.ts';
import { JobState } from './job-state.ts';
import { jobStep } from './job-step.ts';
import { type Combination, combinations } from './matrix.ts';
import type { CallJob, Job, StepsJob, Workflow } from './model.ts';
import { ancestors, jobOrder, type Need, together } from './needs.ts';
import type { WorkflowOptions, WorkflowReport } from './run-workflow.ts';
import type { Timer } from './step-turns.ts';
import { Transcript } from './transcript.ts';
import { type CallTrigger, completeInputs, dispatchInputs, firstEvent, passedSecrets } from './triggers.ts';

const skipped: JobReport = {
  conclusion: 'skipped',
  outputs: {},
  steps: [],
  annotations: [],
  summary: '',
  mask: (text) => text,
};

/** The caller of a workflow, if another workflow calls it. */
interface Caller {
  /** The name of the calling job. */
  readonly name: string;
  readonly trigger: CallTrigger;
  readonly transcript: Transcript;
}

/** The jobs of one entry under `jobs:`, or of one combination of its matrix. */
interface Ran extends Need {
  readonly reports: Readonly<Record<string, JobReport>>;
}

/** One job of an entry. */
interface Leg {
  readonly name: string;
  /** The contexts of only this job. */
  readonly contexts: Contexts;
  readonly transcript: Transcript;
  /** Cancels the job. */
  readonly signal: AbortSignal | undefined;
}

/** One run of a workflow. Its jobs run one after the other, each on its own host. */
export class WorkflowRun {
  readonly #workflow: Workflow;
  readonly #options: WorkflowOptions;
  readonly #github: GithubContext;
  /** The contexts that are the same in all jobs. */
  readonly #contexts: Contexts;
  readonly #caller: Caller | undefined;
  readonly #transcript: Transcript;
  readonly #reports: Record<string, JobReport> = {};
  readonly #needs: Record<string, Need> = {};

  constructor(workflow: Workflow, file: string, options: WorkflowOptions, caller?: Caller) {
    this.#workflow = workflow;
    this.#options = options;
    this.#caller = caller;
    this.#transcript = caller?.transcript ?? new Transcript(options.write ?? (() => {}));
    const repository = options.github?.repository ?? 'acme/web';
    this.#github = githubContext({
      workflow: workflow.name ?? file,
      workflow_ref: `${repository}/.github/workflows/${file}@${options.github?.ref ?? 'refs/heads/main'}`,
      event_name: firstEvent(workflow.on),
      ...options.github,
    });
    const { token, event_name } = this.#github;
    const declared = caller?.trigger.inputs ?? dispatchInputs(workflow.on, event_name);
    this.#contexts = {
      vars: options.vars ?? {},
      inputs: completeInputs(declared, options.inputs ?? {}, file),
      secrets: { GITHUB_TOKEN: token, ...options.secrets },
    };
  }

  async run(): Promise<WorkflowReport> {
    findAllUsed(this.#workflow, this.#options);
    this.#transcript.run(this.#github.workflow, this.#github.event_name);
    await this.#runJobs();
    for (const [job, { summary }] of Object.entries(this.#reports)) {
      if (summary !== '') this.#transcript.summary(job, summary);
    }
    return { conclusion: this.#conclusion(), jobs: this.#reports, log: this.#transcript.lines.join('\n') };
  }

  /** A skipped job does not count if other jobs ran. */
  #conclusion(): Conclusion {
    const results = Object.values(this.#reports).map(({ conclusion }) => conclusion);
    const ran = results.filter((result) => result !== 'skipped');
    return ran.length === 0 ? 'skipped' : together(ran);
  }

  async #runJobs(): Promise<void> {
    const { jobs } = this.#workflow;
    for (const id of jobOrder(jobs)) await this.#runJob(id, jobs[id] as Job);
  }

  async #runJob(id: string, job: Job): Promise<void> {
    const needs = Object.fromEntries(job.needs.map((need) => [need, this.#needs[need]]));
    const before = ancestors(id, this.#workflow.jobs).flatMap((need) => this.#needs[need]?.result ?? []);
    const status = this.#options.signal?.aborted ? 'cancelled' : together(before);
    const expressions = new Expressions({ ...this.#contexts, github: this.#github, needs }, status);
    const wanted = expressions.condition(job.if);
    const name = this.#nameOf(id);
    if (!wanted) this.#transcript.jobSkipped(name);
    const all = wanted
      ? await this.#runAll(id, job, needs, expressions)
      : [{ reports: { [name]: skipped }, result: skipped.conclusion, outputs: {} }];
    Object.assign(this.#reports, ...all.map(({ reports }) => reports));
    this.#needs[id] = {
      result: together(all.map(({ result }) => result)),
      outputs: Object.assign({}, ...all.map(({ outputs }) => outputs)),
    };
  }

  /** The jobs of a matrix. Without a matrix, only the job itself. */
  async #runAll(id: string, job: Job, needs: Contexts, expressions: Expressions): Promise<Ran[]> {
    const name = this.#nameOf(id);
    const { signal } = this.#options;
    const { strategy } = job;
    if (strategy === undefined) {
      return [
        await this.#runOne(id, job, {
          name,
          contexts: { needs, matrix: null },
          transcript: this.#transcript,
          signal,
        }),
      ];
    }
    const matrix = combinations(expressions.value(strategy.matrix) as Combination);
    const failFast = expressions.text(strategy['fail-fast']) === 'true';
    const stop = new AbortController();
    const legs = matrix.map((values, index) => async (): Promise<Ran> => {
      const transcript = new Transcript(() => {});
      const context = {
        'fail-fast': failFast,
        'job-index': index,
        'job-total': matrix.length,
      };
      const ran = await this.#runOne(id, job, {
        name: `${name} (${Object.values(values).join(', ')})`,
        contexts: { needs, matrix: values, strategy: context },
        transcript,
        signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
      });
      this.#transcript.append(transcript);
      if (failFast && ran.result === 'failure') stop.abort();
      return ran;
    });
    const atOnce = Number(expressions.text(strategy['max-parallel'])) || legs.length;
    return sideBySide(legs, atOnce);
  }

  async #runOne(id: string, job: Job, leg: Leg): Promise<Ran> {
    if ('uses' in job) return this.#call(job, leg);
    const report = await this.#runSteps(id, job, leg);
    return { reports: { [leg.name]: report }, result: report.conclusion, outputs: report.outputs };
  }

  /** The called workflow sees `github` and `vars` of this run, and only the inputs and secrets that it receives. */
  async #call(job: CallJob, { name, contexts, transcript, signal }: Leg): Promise<Ran> {
    const { secrets = {}, workflows = {} } = this.#options;
    const { workflow, trigger } = findWorkflow(job.uses, workflows);
    const expressions = new Expressions({ ...this.#contexts, ...contexts, github: this.#github }, 'success');
    const given = job.secrets === 'inherit' ? secrets : expressions.texts(job.secrets);
    const options: WorkflowOptions = {
      ...this.#options,
      github: this.#github,
      inputs: expressions.value(job.with) as Record<string, unknown>,
      secrets: passedSecrets(trigger, given, job),
      ...(signal ? { signal } : {}),
    };
    const run = new WorkflowRun(workflow, job.uses, options, { name, trigger, transcript });
    await run.#runJobs();
    return { reports: run.#reports, result: run.#conclusion(), outputs: run.#outputs() };
  }

  /** The outputs of a called workflow. */
  #outputs(): Record<string, string> {
    const declared = this.#caller?.trigger.outputs ?? {};
    const values = Object.entries(declared).map(([name, { value }]) => [name, value]);
    return new Expressions({ ...this.#contexts, github: this.#github, jobs: this.#needs }, 'success').texts(
      Object.fromEntries(values),
    );
  }

  /** The names of the jobs in a called workflow start with the name of the calling job. */
  #nameOf(id: string): string {
    return this.#caller === undefined ? id : `${this.#caller.name} / ${id}`;
  }

  async #runSteps(
    id: string,
    job: StepsJob,
    { name, contexts, transcript, signal }: Leg,
  ): Promise<JobReport> {
    const { secrets = {}, debug = false, actions = {}, paths = [], timer = realTimer } = this.#options;
    // A job of the matrix that has not started yet.
    if (signal?.aborted) return { ...skipped, conclusion: 'cancelled' };
    const host = new RunnerHost(debug);
    host.prependPaths(paths);
    for (const secret of [this.#github.token, ...Object.values(secrets)]) host.masker.add(secret);
    const github = githubContextOn(host, { ...this.#github, job: id });
    const state = new JobState(host, github, { ...this.#contexts, ...contexts });
    const run = new JobRun(state, transcript, timer);
    const cancel = (): void => run.cancel();
    signal?.addEventListener('abort', cancel);
    const minutes = Math.trunc(Number(state.expressions().text(job['timeout-minutes'])));
    const stop = minutes > 0 ? timer(minutes, () => run.timeOut(minutes)) : () => {};
    try {
      state.declareEnv(this.#workflow.env);
      state.declareEnv(job.env);
      transcript.job(job.name === undefined ? name : state.expressions().text(job.name));
      const defaults = { ...this.#workflow.defaults?.run, ...job.defaults?.run };
      const steps = job.steps.map((step) => jobStep(step, { defaults, actions }));
      const report = await run.run(steps, job.outputs);
      transcript.jobEnded(name, report.conclusion);
      return report;
    } finally {
      stop();
      signal?.removeEventListener('abort', cancel);
      host.dispose();
    }
  }
}

const MINUTE_MS = 60_000;

const realTimer: Timer = (minutes, over) => {
  const timer = setTimeout(over, minutes * MINUTE_MS);
  return () => clearTimeout(timer);
};

/** Does all tasks, up to this many at once. The results are in the order of the tasks. */
async function sideBySide<Result>(
  work: readonly (() => Promise<Result>)[],
  atOnce: number,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...work.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, begin] = next;
      results[index] = await begin();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
