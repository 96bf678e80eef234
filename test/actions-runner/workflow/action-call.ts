import { ActionManifest, type Phase } from '../action-manifest.ts';
import { startPhase } from '../action-phase.ts';
import type { RunningStep, StepResult, StepRun } from '../step-run.ts';
import type { StandIn } from './actions.ts';
import type { JobState } from './job-state.ts';
import type { Step } from './model.ts';
import { printActionHeader } from './step-header.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * One `uses:` step of a job over both of its phases: they share the state, and each has the inputs evaluated
 * at its own time.
 */
export class ActionCall {
  readonly action: ActionManifest | StandIn;
  readonly #uses: string;
  readonly #step: Step;
  #state: Texts = {};

  constructor(uses: string, step: Step, action: ActionManifest | StandIn) {
    this.#uses = uses;
    this.#step = step;
    this.action = action;
  }

  start(phase: Phase, run: StepRun, job: JobState): RunningStep {
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

  #standIn(run: StepRun, work: StandIn, inputs: Texts, env: Texts, job: JobState): RunningStep {
    printActionHeader(run.log, this.#uses, inputs, env);
    const { workspace } = job.host;
    return run.call((print) => work({ inputs, env, workspace, print }));
  }

  #keepState(result: StepResult): StepResult {
    this.#state = { ...this.#state, ...result.state };
    return result;
  }
}
