import { ActionManifest, type Phase } from './action-manifest.ts';
import { startPhase } from './action-phase.ts';
import { Expressions, type Status } from './expressions.ts';
import { type GithubContext, githubContext, githubContextOn } from './github-context.ts';
import type { Print } from './log.ts';
import { RunnerHost } from './runner-host.ts';
import type { RunnerKind } from './runner-kind.ts';
import { type RunningStep, type StepResult, StepRun } from './step-run.ts';

export interface ActionStepOptions {
  /** The directory with `action.yml`. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly github?: Partial<GithubContext>;
  /** Values that are masked before the step starts, like secrets of the repository. */
  readonly secrets?: readonly string[];
  /** Whether *Enable debug logging* is on. */
  readonly debug?: boolean;
  /** The name of the folder for temporary files. */
  readonly temp?: string;
  /** The kind of runner, which sets the variables. Default: GitHub's. */
  readonly runner?: RunnerKind;
  /** Variables that are missing, such as `GITHUB_STEP_SUMMARY`. */
  readonly unset?: readonly string[];
}

export interface PhaseOptions {
  /** The value of `${{ job.status }}` at that time. */
  readonly jobStatus?: Status;
  /** The inputs as evaluated in this phase, if they differ from the inputs of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Receives each line of the log while the step runs. */
  readonly print?: Print;
}

/**
 * One `uses:` step of a job without a workflow, for tests of only the packed action. `post` receives the state that `main` saves,
 * even if `main` is killed. With `using`, its directories are deleted at the end of the scope.
 */
export class ActionStep {
  readonly host: RunnerHost;
  readonly #options: ActionStepOptions;
  readonly #manifest: ActionManifest;
  readonly #github: GithubContext;
  #state: Readonly<Record<string, string>> = {};

  constructor(options: ActionStepOptions) {
    this.#options = options;
    this.#manifest = new ActionManifest(options.action);
    this.host = new RunnerHost(options.debug ?? false, options.temp);
    this.#github = githubContextOn(this.host, githubContext(options.github ?? {}));
    for (const secret of [this.#github.token, ...(options.secrets ?? [])]) this.host.masker.add(secret);
  }

  main(options: PhaseOptions = {}): Promise<StepResult> {
    return this.start('main', options).finished;
  }

  post(options: PhaseOptions = {}): Promise<StepResult> {
    return this.start('post', options).finished;
  }

  /** For tests that end the process at a moment that they choose. */
  start(phase: Phase, options: PhaseOptions = {}): RunningStep {
    const { runner, unset = [] } = this.#options;
    const run = new StepRun(this.host, options.print ?? (() => {}), unset);
    const running = startPhase(
      {
        manifest: this.#manifest,
        phase,
        inputs: this.#inputs(options, run),
        github: this.#github,
        env: { ...this.#options.env, ...options.env },
        state: this.#state,
        ...(runner ? { runner } : {}),
      },
      run,
      this.host,
    );
    const keepState = (result: StepResult): StepResult => {
      this.#state = { ...this.#state, ...result.state };
      return result;
    };
    return { ...running, finished: running.finished.then(keepState) };
  }

  /** The text as the log of this job shows it, with secrets masked. */
  mask(text: string): string {
    return this.host.masker.mask(text);
  }

  [Symbol.dispose](): void {
    this.host.dispose();
  }

  #inputs(options: PhaseOptions, run: StepRun): Record<string, string> {
    const status = options.jobStatus ?? 'success';
    const contexts = { github: this.#github, runner: this.host.context(), job: { status } };
    const given = options.inputs ?? this.#options.inputs ?? {};
    return this.#manifest.inputs(given, new Expressions(contexts, status), run.log);
  }
}
