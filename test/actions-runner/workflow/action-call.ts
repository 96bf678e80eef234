import type { Phase } from '../action-manifest.ts';
import { startPhase } from '../action-phase.ts';
import type { RunningStep, StepResult, StepRun } from '../step-run.ts';
import type { FoundAction, StandIn } from './actions.ts';

import type { Step } from './model.ts';
import type { Scope, Texts } from './scope.ts';
import { printActionHeader } from './step-header.ts';

/**
 * One `uses:` step of a job over both of its phases. The phases share the state. Each phase evaluates the inputs at its
 * own time.
 */
export class ActionCall {
  readonly #action: FoundAction | StandIn;
  readonly #uses: string;
  readonly #step: Pick<Step, 'with' | 'env'>;
  #state: Texts = {};

  constructor(uses: string, step: Pick<Step, 'with' | 'env'>, action: FoundAction | StandIn) {
    this.#uses = uses;
    this.#step = step;
    this.#action = action;
  }

  /** The condition of the post step, for an action that has one. */
  get postIf(): string | undefined {
    if (typeof this.#action === 'function') return undefined;
    const { manifest } = this.#action;
    return manifest.script('post') === undefined ? undefined : manifest.postIf;
  }

  start(phase: Phase, run: StepRun, job: Scope): RunningStep {
    const env = job.envWith(this.#step.env);
    const given = job.texts(this.#step.with, env);
    if (typeof this.#action === 'function') return this.#standIn(this.#action, run, { given, env, job });
    const { manifest, rewire, shown } = this.#action;
    const inputs = manifest.inputs(rewire(given), job.expressions(env), run.log);
    if (phase === 'main') printActionHeader(run.log, this.#uses, shown(inputs), env);
    else run.log.write('Post job cleanup.');
    const call = { manifest, phase, inputs, github: job.github, env, state: this.#state };
    const running = startPhase(call, run, job.host);
    return { ...running, finished: running.finished.then((result) => this.#keepState(result)) };
  }

  #standIn(
    work: StandIn,
    run: StepRun,
    { given, env, job }: { readonly given: Texts; readonly env: Texts; readonly job: Scope },
  ): RunningStep {
    printActionHeader(run.log, this.#uses, given, env);
    const { workspace } = job.host;
    return run.call((print) => work({ inputs: given, env, workspace, print }));
  }

  #keepState(result: StepResult): StepResult {
    this.#state = { ...this.#state, ...result.state };
    return result;
  }
}
