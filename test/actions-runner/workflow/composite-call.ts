import type { Phase } from '../action-manifest.ts';
import type { RunningStep, StepResult, StepRun } from '../step-run.ts';
import { type Actions, CompositeAction, findAction } from './actions.ts';
import { CompositeScope } from './composite-scope.ts';
import type { JobStep, StepList } from './job-step.ts';
import type { Step } from './model.ts';
import type { StepContext } from './scope.ts';
import { printActionHeader } from './step-header.ts';
import { StepTurns, type Surroundings } from './step-turns.ts';

/** A step that calls a composite action. */
interface CallingStep {
  readonly uses: string;
  readonly step: Pick<Step, 'with' | 'env'>;
  readonly action: CompositeAction;
}

/** One call of a composite action over both of its phases. */
export class CompositeCall {
  /** Whether any action in it has a post step. */
  readonly hasPost: boolean;
  readonly #calling: CallingStep;
  readonly #steps: readonly JobStep[];
  readonly #contexts: Record<string, StepContext> = {};
  readonly #posts: JobStep[] = [];
  /** The call that this one is in. */
  readonly #outer: CompositeCall | undefined;
  /** The call that runs the post steps of the actions in this one. */
  readonly #cleaner: CompositeCall;

  /** `makeStep` makes the steps inside. */
  constructor(
    calling: CallingStep,
    { actions, composite }: StepList,
    makeStep: (step: Step, list: StepList) => JobStep,
  ) {
    const { uses, action } = calling;
    this.#calling = calling;
    const isNestedAndLocal = composite !== undefined && uses.startsWith('./');
    this.#outer = composite;
    this.#cleaner = isNestedAndLocal ? composite.#outermost : this;
    this.hasPost = !isNestedAndLocal && hasPost(action, actions);
    const list = { defaults: undefined, actions, composite: this };
    this.#steps = action.composite.steps.map((step) => makeStep(step, list));
  }

  /**
   * GitHub registers the post steps of a local composite action with the outermost call. There, their inputs are evaluated with
   * the inputs of the outermost action, and are empty if it has none of that name (actions/runner#2030 and #3514). The cause:
   * ActionRunner.cs passes ExecutionContext.Id as the parent's ID, which all steps inside share.
   */
  get #outermost(): CompositeCall {
    return this.#outer === undefined ? this : this.#outer.#outermost;
  }

  start(run: StepRun, surroundings: Surroundings): RunningStep {
    return this.#run(run, surroundings, 'main');
  }

  startPost(run: StepRun, surroundings: Surroundings): RunningStep {
    return this.#run(run, surroundings, 'post');
  }

  /** The inputs are evaluated in each phase. */
  #run(run: StepRun, { scope: outer, timer }: Surroundings, phase: Phase): RunningStep {
    const { uses, step, action } = this.#calling;
    const env = outer.envWith(step.env);
    const inputs = action.inputs.complete(outer.texts(step.with, env), outer.expressions(env), run.log);
    if (phase === 'main') printActionHeader(run.log, uses, inputs, env);
    else run.log.write('Post job cleanup.');
    const own = outer.texts(step.env);
    const settings = { directory: action.directory, inputs, env: own, phase, steps: this.#contexts };
    const scope = new CompositeScope(outer, settings);
    const turns = new StepTurns({ scope, page: SILENT, timer, newRun: () => run.part() });
    const ending = { isOver: false };
    return {
      finished: this.#finish(run, { scope, turns, phase, ending }),
      kill: () => {},
      cancel: () => {},
      inside: {
        cancelJob: () => {
          scope.conclusion = 'cancelled';
          turns.cancel();
        },
        timeOut: () => {
          ending.isOver = true;
          turns.timeOut('The action has timed out.');
        },
      },
    };
  }

  async #finish(run: StepRun, { scope, turns, phase, ending }: Running): Promise<StepResult> {
    const parts: StepResult[] = [];
    for (const step of phase === 'main' ? this.#steps : this.#posts) {
      if (ending.isOver) break;
      const { result, started } = await turns.take(step);
      if (result) parts.push(result);
      if (started && step.post) this.#cleaner.#posts.unshift(step.post);
    }
    const declared = phase === 'main' ? this.#calling.action.composite.outputs : {};
    const values = Object.entries(declared).map(([name, { value }]) => [name, value]);
    return run.together(parts, {
      conclusion: scope.conclusion,
      outputs: scope.texts(Object.fromEntries(values)),
    });
  }
}

/** A run of the steps of one phase. */
interface Running {
  readonly scope: CompositeScope;
  readonly turns: StepTurns;
  readonly phase: Phase;
  /** Whether the limit of the step is over, which all steps inside share. */
  readonly ending: { readonly isOver: boolean };
}

/** The page of a run shows a composite action as a single step. */
const SILENT = { step: () => {}, stepEnded: () => {}, stepSkipped: () => {} };

function hasPost({ composite }: CompositeAction, actions: Actions): boolean {
  return composite.steps.some(({ uses }) => {
    const action = uses === undefined ? undefined : findAction(uses, actions);
    if (action === undefined || typeof action === 'function') return false;
    if (action instanceof CompositeAction) return hasPost(action, actions);
    return action.manifest.script('post') !== undefined;
  });
}
