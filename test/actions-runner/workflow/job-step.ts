import type { RunningStep, StepRun } from '../step-run.ts';
import { ActionCall } from './action-call.ts';
import { type Actions, findAction } from './actions.ts';
import type { JobState } from './job-state.ts';
import type { Step, StepsJob, Workflow } from './model.ts';
import { startScript } from './script-step.ts';
import { scriptTitle } from './step-header.ts';

/** A step of a job's list, ready to be started when its turn comes. */
export interface JobStep {
  readonly id: string | undefined;
  readonly condition: string;
  readonly continueOnError: string;
  /** Its `env:` block, which its condition and name may refer to. */
  readonly env: Readonly<Record<string, string>>;
  /** As a template. */
  readonly name: string;
  start(run: StepRun, job: JobState): RunningStep;
  /** The step that cleans up behind this one, for an action that has such a phase. */
  readonly post?: JobStep;
}

export function jobStep(step: Step, job: StepsJob, workflow: Workflow, actions: Actions): JobStep {
  const { id, env } = step;
  const common = { id, env, condition: step.if, continueOnError: step['continue-on-error'] };
  if (step.uses !== undefined) {
    const call = new ActionCall(step.uses, step, findAction(step.uses, actions));
    const name = step.name ?? `Run ${step.uses}`;
    return {
      ...common,
      name,
      start: (run, state) => call.start('main', run, state),
      ...post(call, name, step),
    };
  }
  const script = step.run;
  if (script === undefined) throw new Error('A step needs either `uses` or `run`');
  const defaults = { ...workflow.defaults?.run, ...job.defaults?.run };
  return {
    ...common,
    name: step.name ?? scriptTitle(script),
    start: (run, state) => {
      const variables = state.envWith(env);
      const expressions = state.expressions(variables);
      const call = {
        script: expressions.text(script),
        shell: step.shell ?? defaults.shell,
        directory: expressions.text(step['working-directory'] ?? defaults['working-directory'] ?? ''),
        env: variables,
      };
      return startScript(call, run, state);
    },
  };
}

function post(call: ActionCall, name: string, step: Step): { readonly post?: JobStep } {
  if (call.postIf === undefined) return {};
  return {
    post: {
      id: undefined,
      env: step.env,
      condition: call.postIf,
      continueOnError: 'false',
      name: `Post ${name}`,
      start: (run, state) => call.start('post', run, state),
    },
  };
}
