import { type Conclusion, type Contexts, Expressions, type Status } from '../expressions.ts';
import type { GithubContext } from '../github-context.ts';
import type { RunnerHost } from '../runner-host.ts';
import type { StepResult } from '../step-run.ts';

type Texts = Readonly<Record<string, string>>;

interface StepContext {
  readonly outputs: Texts;
  /** What came of it, and what it counts as with `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
}

/** What the steps of a job know of each other: the contexts, as they are at the moment. */
export class JobState {
  status: Status = 'success';
  readonly host: RunnerHost;
  readonly github: GithubContext;
  readonly #fixed: Contexts;
  readonly #steps: Record<string, StepContext> = {};
  #env: Texts = {};

  /** `fixed` are the contexts that stay as they are during the job: `secrets`, `needs`, `matrix` and the like. */
  constructor(host: RunnerHost, github: GithubContext, fixed: Contexts) {
    this.host = host;
    this.github = github;
    this.#fixed = fixed;
  }

  /** The variables of the workflow and the job, and what the steps so far wrote to `GITHUB_ENV`. */
  get env(): Texts {
    return this.#env;
  }

  /** Adds an `env:` block. Its values may refer to the variables there are, not to each other. */
  declareEnv(block: Texts): void {
    this.#env = this.envWith(block);
  }

  /** The variables a step with this `env:` block has. */
  envWith(block: Texts): Texts {
    return { ...this.#env, ...this.texts(block) };
  }

  expressions(env: Texts = this.#env): Expressions {
    const job = { status: this.status };
    const contexts = { ...this.#fixed, github: this.github, runner: this.host.context(), env, job };
    return new Expressions({ ...contexts, steps: this.#steps }, this.status);
  }

  /** Evaluates every value of a block. */
  texts(block: Texts, env: Texts = this.#env): Record<string, string> {
    return this.expressions(env).texts(block);
  }

  /** Makes known how a step ended. Outputs count even if it failed. */
  record(id: string | undefined, outcome: Conclusion, conclusion: Conclusion, result?: StepResult): void {
    if (result !== undefined) {
      this.#env = { ...this.#env, ...result.env };
      this.host.prependPaths(result.paths);
    }
    if (id !== undefined) this.#steps[id] = { outputs: result?.outputs ?? {}, outcome, conclusion };
    if (conclusion === 'failure' && this.status === 'success') this.status = 'failure';
  }
}
