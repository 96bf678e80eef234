import type { Conclusion, Contexts, Expressions, Status } from '../expressions.ts';
import type { GithubContext } from '../github-context.ts';
import type { RunnerHost } from '../runner-host.ts';
import type { StepResult } from '../step-run.ts';

export type Texts = Readonly<Record<string, string>>;

/** The entry of one step in the `steps` context. */
export interface StepContext {
  readonly outputs: Texts;
  /** The result of the step, and its result after `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
}

/** The contexts that a composite action shares with its job. */
export type SharedContexts = Contexts & { readonly job: { readonly status: Status } };

/** The shared state of the steps in one list, which belongs to a job or a composite action. */
export interface Scope {
  readonly host: RunnerHost;
  readonly github: GithubContext;
  readonly shared: SharedContexts;
  /** The variables of a step without an `env:` block. */
  readonly env: Texts;
  /** The variables of a step with this `env:` block. */
  envWith(block: Texts): Texts;
  expressions(env?: Texts): Expressions;
  /** Evaluates every value of a block. */
  texts(block: Texts, env?: Texts): Record<string, string>;
  /** Records how a step ended. Outputs count even if the step failed. */
  record(id: string | undefined, context: StepContext, result?: StepResult): void;
  /** Passes the variables and paths that a step wrote to `GITHUB_ENV` and `GITHUB_PATH` to all later steps of the job. */
  keepEnvironment(result: StepResult): void;
}
