import { type Contexts, Expressions } from '../expressions.ts';
import { type GithubContext, githubContext, githubContextOn } from '../github-context.ts';
import { RunnerHost } from '../runner-host.ts';
import { findAction } from './actions.ts';
import { type JobReport, JobRun } from './job-run.ts';
import { JobState } from './job-state.ts';
import { jobStep } from './job-step.ts';
import { type Combination, combinations } from './matrix.ts';
import { defaultInputs, firstEvent, type Job, type Workflow } from './model.ts';
import { ancestors, jobOrder, type Need, together } from './needs.ts';
import type { WorkflowOptions, WorkflowReport } from './run-workflow.ts';
import { Transcript } from './transcript.ts';

const skipped: JobReport = {
  conclusion: 'skipped',
  outputs: {},
  steps: [],
  annotations: [],
  summary: '',
  mask: (text) => text,
};

/** One run of a workflow: its jobs one after the other, each on a host of its own. */
export class WorkflowRun {
  readonly #workflow: Workflow;
  readonly #options: WorkflowOptions;
  readonly #github: GithubContext;
  /** The contexts that are the same in all jobs. */
  readonly #contexts: Contexts;
  readonly #transcript: Transcript;
  readonly #reports: Record<string, JobReport> = {};
  readonly #needs: Record<string, Need> = {};

  constructor(workflow: Workflow, file: string, options: WorkflowOptions) {
    this.#workflow = workflow;
    this.#options = options;
    this.#transcript = new Transcript(options.write ?? (() => {}));
    const repository = options.github?.repository ?? 'acme/web';
    this.#github = githubContext({
      workflow: workflow.name ?? file,
      workflow_ref: `${repository}/.github/workflows/${file}@${options.github?.ref ?? 'refs/heads/main'}`,
      event_name: firstEvent(workflow.on),
      ...options.github,
    });
    const { token } = this.#github;
    this.#contexts = {
      vars: options.vars ?? {},
      inputs: { ...defaultInputs(workflow.on), ...options.inputs },
      secrets: { GITHUB_TOKEN: token, ...options.secrets },
    };
  }

  async run(): Promise<WorkflowReport> {
    const { jobs } = this.#workflow;
    this.#findActions();
    this.#transcript.run(this.#github.workflow, this.#github.event_name);
    for (const id of jobOrder(jobs)) await this.#runJob(id, jobs[id] as Job);
    for (const [job, { summary }] of Object.entries(this.#reports)) {
      if (summary !== '') this.#transcript.summary(job, summary);
    }
    const results = Object.values(this.#reports).map(({ conclusion }) => conclusion);
    const ran = results.filter((result) => result !== 'skipped');
    const conclusion = ran.length === 0 ? 'skipped' : together(ran);
    return { conclusion, jobs: this.#reports, log: this.#transcript.lines.join('\n') };
  }

  /** As GitHub downloads all actions before a job begins, one that is missing is found before anything runs. */
  #findActions(): void {
    for (const { steps } of Object.values(this.#workflow.jobs)) {
      for (const { uses } of steps) if (uses !== undefined) findAction(uses, this.#options.actions ?? {});
    }
  }

  async #runJob(id: string, job: Job): Promise<void> {
    const needs = Object.fromEntries(job.needs.map((need) => [need, this.#needs[need]]));
    const before = ancestors(id, this.#workflow.jobs).flatMap((need) => this.#needs[need]?.result ?? []);
    const status = this.#options.signal?.aborted ? 'cancelled' : together(before);
    const expressions = new Expressions({ ...this.#contexts, github: this.#github, needs }, status);
    const wanted = expressions.condition(job.if);
    if (!wanted) this.#transcript.jobSkipped(id);
    const reports = wanted ? await this.#runAll(id, job, needs, expressions) : { [id]: skipped };
    Object.assign(this.#reports, reports);
    const all = Object.values(reports);
    this.#needs[id] = {
      result: together(all.map(({ conclusion }) => conclusion)),
      outputs: Object.assign({}, ...all.map(({ outputs }) => outputs)),
    };
  }

  /** The jobs of a matrix; of a job without one, only itself. */
  async #runAll(
    id: string,
    job: Job,
    needs: Contexts,
    expressions: Expressions,
  ): Promise<Record<string, JobReport>> {
    if (job.strategy === undefined) return { [id]: await this.#runOne(id, id, job, { needs, matrix: null }) };
    const reports: Record<string, JobReport> = {};
    for (const matrix of combinations(expressions.value(job.strategy.matrix) as Combination)) {
      const name = `${id} (${Object.values(matrix).join(', ')})`;
      reports[name] = await this.#runOne(id, name, job, { needs, matrix });
    }
    return reports;
  }

  async #runOne(id: string, name: string, job: Job, own: Contexts): Promise<JobReport> {
    const { secrets = {}, debug = false, actions = {}, signal } = this.#options;
    const host = new RunnerHost(debug);
    for (const secret of [this.#github.token, ...Object.values(secrets)]) host.masker.add(secret);
    const github = githubContextOn(host, { ...this.#github, job: id });
    const state = new JobState(host, github, { ...this.#contexts, ...own });
    const run = new JobRun(state, this.#transcript);
    const cancel = (): void => run.cancel();
    signal?.addEventListener('abort', cancel);
    try {
      state.declareEnv(this.#workflow.env);
      state.declareEnv(job.env);
      this.#transcript.job(job.name === undefined ? name : state.expressions().text(job.name));
      const steps = job.steps.map((step) => jobStep(step, job, this.#workflow, actions));
      const report = await run.run(steps, job.outputs);
      this.#transcript.jobEnded(name, report.conclusion);
      return report;
    } finally {
      signal?.removeEventListener('abort', cancel);
      host.dispose();
    }
  }
}
