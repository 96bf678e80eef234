import { type Contexts, Expressions, type Status } from '../expressions.ts';
import type { GithubContext } from '../github-context.ts';
import type { RunnerHost } from '../runner-host.ts';
import type { StepResult } from '../step-run.ts';
import type { Scope, SharedContexts, StepContext, Texts } from './scope.ts';

/** The shared state of the steps in a job: the current contexts. */
export class JobState implements Scope {
  status: Status = 'success';
  readonly host: RunnerHost;
  readonly github: GithubContext;
  readonly #fixed: Contexts;
  readonly #steps: Record<string, StepContext> = {};
  #env: Texts = {};

  /** `fixed` are the contexts that do not change during the job, such as `secrets`, `needs`, and `matrix`. */
  constructor(host: RunnerHost, github: GithubContext, fixed: Contexts) {
    this.host = host;
    this.github = github;
    this.#fixed = fixed;
  }

  /** The variables of the workflow and the job, and those that earlier steps wrote to `GITHUB_ENV`. */
  get env(): Texts {
    return this.#env;
  }

  /** A composite action sees neither secrets nor needs (actions/runner, src/Runner.Worker/action_yaml.json). */
  get shared(): SharedContexts {
    const { matrix = null, strategy = null } = this.#fixed;
    return { matrix, strategy, runner: this.host.context(), job: { status: this.status } };
  }

  /** Adds an `env:` block. Its values can refer to the existing variables but not to each other. */
  declareEnv(block: Texts): void {
    this.#env = this.envWith(block);
  }

  envWith(block: Texts): Texts {
    return { ...this.#env, ...this.texts(block) };
  }

  expressions(env: Texts = this.#env): Expressions {
    const contexts = { ...this.#fixed, ...this.shared, github: this.github, env };
    return new Expressions({ ...contexts, steps: this.#steps }, this.status);
  }

  texts(block: Texts, env: Texts = this.#env): Record<string, string> {
    return this.expressions(env).texts(block);
  }

  record(id: string | undefined, context: StepContext, result?: StepResult): void {
    if (result !== undefined) this.keepEnvironment(result);
    if (id !== undefined) this.#steps[id] = context;
    if (context.conclusion === 'failure' && this.status === 'success') this.status = 'failure';
  }

  keepEnvironment({ env, paths }: StepResult): void {
    this.#env = { ...this.#env, ...env };
    this.host.prependPaths(paths);
  }
}
