import { ActionManifest, type Phase } from '../action-manifest.ts';
import { startPhase } from '../action-phase.ts';
import type { RunningStep, StepResult, StepRun } from '../step-run.ts';
import type { StandIn } from './actions.ts';

import type { Step } from './model.ts';
import type { Scope, Texts } from './scope.ts';
import { printActionHeader } from './step-header.ts';

/**
 * One `uses:` step of a job over both of its phases: they share the state, and each has the inputs evaluated
 * at its own time.
 */
export class ActionCall {
  readonly action: ActionManifest | StandIn;
  readonly #uses: string;
  readonly #step: Pick<Step, 'with' | 'env'>;
  #state: Texts = {};

  constructor(uses: string, step: Pick<Step, 'with' | 'env'>, action: ActionManifest | StandIn) {
    this.#uses = uses;
    this.#step = step;
    this.action = action;
  }

  start(phase: Phase, run: StepRun, job: Scope): RunningStep {
    const env = job.envWith(this.#step.env);
    const given = job.texts(this.#step.with, env);
    const { action } = this;
    if (!(action instanceof ActionManifest)) return this.#standIn(run, action, given, env, job);
    const inputs = action.inputs(given, job.expressions(env), run.log);
    if (phase === 'main') printActionHeader(run.log, this.#uses, inputs, env);
    else run.log.write('Post job cleanup.');
    const call = { manifest: action, phase, inputs, github: job.github, env, state: this.#state };
    const running = startPhase(call, run, job.host);
    return { ...running, finished: running.finished.then((result) => this.#keepState(result)) };
  }

  #standIn(run: StepRun, work: StandIn, inputs: Texts, env: Texts, job: Scope): RunningStep {
    printActionHeader(run.log, this.#uses, inputs, env);
    const { workspace } = job.host;
    return run.call((print) => work({ inputs, env, workspace, print }));
  }

  #keepState(result: StepResult): StepResult {
    this.#state = { ...this.#state, ...result.state };
    return result;
  }
}
