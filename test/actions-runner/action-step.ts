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
  /** Values that are masked before the step starts, as secrets of the repository are. */
  readonly secrets?: readonly string[];
  /** As with *Enable debug logging*. */
  readonly debug?: boolean;
  /** The name of the folder for temporary files. */
  readonly temp?: string;
  /** What sets the variables. Default: GitHub's runner. */
  readonly runner?: RunnerKind;
  /** Variables that are missing, such as `GITHUB_STEP_SUMMARY`. */
  readonly unset?: readonly string[];
}

export interface PhaseOptions {
  /** What `${{ job.status }}` says at that time. */
  readonly jobStatus?: Status;
  /** The inputs as they evaluate in this phase, when they differ from the step's. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Takes the log line by line, while the step runs. */
  readonly print?: Print;
}

/**
 * One `uses:` step of a job, without a workflow around it: for tests of the packed action alone. What `main`
 * saves as state, even when it is killed, `post` is given. Deletes its directories at the end of its scope
 * when it is declared with `using`.
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

  /** For tests that end the process at a moment of their choosing. */
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

  /** The text as the log of this job shows it. */
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
