import type { Phase } from '../action-manifest.ts';
import { Expressions, type Status } from '../expressions.ts';
import type { GithubContext } from '../github-context.ts';
import type { RunnerHost } from '../runner-host.ts';
import type { StepResult } from '../step-run.ts';
import type { Scope, SharedContexts, StepContext, Texts } from './scope.ts';

/** The data that the steps of a composite action receive. */
export interface CompositeSettings {
  readonly directory: string;
  readonly inputs: Texts;
  /** The evaluated `env:` block of the step that calls the action. */
  readonly env: Texts;
  readonly phase: Phase;
  /** The contexts of the main steps. Post steps see the same contexts. */
  readonly steps: Record<string, StepContext>;
}

/** The shared state of the steps in a composite action (actions/runner, Handlers/CompositeActionHandler.cs). */
export class CompositeScope implements Scope {
  /** The results of the steps so far in this phase. */
  conclusion: Status = 'success';
  readonly host: RunnerHost;
  readonly github: GithubContext;
  readonly #outer: Scope;
  readonly #settings: CompositeSettings;

  constructor(outer: Scope, settings: CompositeSettings) {
    this.host = outer.host;
    this.github = { ...outer.github, action_path: settings.directory };
    this.#outer = outer;
    this.#settings = settings;
  }

  /** The variables of the calling step override those that the inner steps write to `GITHUB_ENV`. */
  get env(): Texts {
    return { ...this.#outer.env, ...this.#settings.env };
  }

  get shared(): SharedContexts {
    return this.#outer.shared;
  }

  envWith(block: Texts): Texts {
    return { ...this.env, ...this.texts(block) };
  }

  expressions(env: Texts = this.env): Expressions {
    const { inputs, steps, phase } = this.#settings;
    const { shared, github } = this;
    // In main steps, `success()` and similar functions report on this action. In post steps, they report on the job
    // (SuccessFunction.cs).
    const status = phase === 'main' ? this.conclusion : shared.job.status;
    return new Expressions({ ...shared, github, env, inputs, steps }, status);
  }

  texts(block: Texts, env: Texts = this.env): Record<string, string> {
    return this.expressions(env).texts(block);
  }

  record(id: string | undefined, context: StepContext, result?: StepResult): void {
    if (result !== undefined) this.keepEnvironment(result);
    if (id !== undefined) this.#settings.steps[id] = context;
    const { conclusion } = context;
    if (conclusion === 'cancelled') this.conclusion = 'cancelled';
    if (conclusion === 'failure' && this.conclusion === 'success') this.conclusion = 'failure';
  }

  keepEnvironment(result: StepResult): void {
    this.#outer.keepEnvironment(result);
  }
}
