import type { Conclusion, Contexts, Expressions, Status } from '../expressions.ts';
import type { GithubContext } from '../github-context.ts';
import type { RunnerHost } from '../runner-host.ts';
import type { StepResult } from '../step-run.ts';

export type Texts = Readonly<Record<string, string>>;

/** What the `steps` context says about one step. */
export interface StepContext {
  readonly outputs: Texts;
  /** What came of it, and what it counts as with `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
}

/** The contexts that a composite action has of the job that it runs in. */
export type SharedContexts = Contexts & { readonly job: { readonly status: Status } };

/** What the steps of one list know of each other: the list of a job, or that of a composite action. */
export interface Scope {
  readonly host: RunnerHost;
  readonly github: GithubContext;
  readonly shared: SharedContexts;
  /** The variables a step without an `env:` block has. */
  readonly env: Texts;
  /** The variables a step with this `env:` block has. */
  envWith(block: Texts): Texts;
  expressions(env?: Texts): Expressions;
  /** Evaluates every value of a block. */
  texts(block: Texts, env?: Texts): Record<string, string>;
  /** Makes known how a step ended. Outputs count even if it failed. */
  record(id: string | undefined, context: StepContext, result?: StepResult): void;
  /** Makes known to all steps of the job that follow what a step wrote to `GITHUB_ENV` and `GITHUB_PATH`. */
  keepEnvironment(result: StepResult): void;
}
