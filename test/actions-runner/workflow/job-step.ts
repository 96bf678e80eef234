import type { RunningStep, StepRun } from '../step-run.ts';
import { ActionCall } from './action-call.ts';
import { type Actions, CompositeAction, findAction } from './actions.ts';
import { CompositeCall } from './composite-call.ts';
import type { RunDefaults, Step } from './model.ts';
import { startScript } from './script-step.ts';
import { scriptTitle } from './step-header.ts';
import type { Surroundings } from './step-turns.ts';

/** A step of a job or of a composite action, ready to start. */
export interface JobStep {
  readonly id: string | undefined;
  readonly condition: string;
  readonly continueOnError: string;
  /** The limit of the step, as a template. 0 means no limit. */
  readonly timeoutMinutes: string;
  /** The `env:` block of the step. Its condition and name can refer to these variables. */
  readonly env: Readonly<Record<string, string>>;
  /** The name, as a template. */
  readonly name: string;
  start(run: StepRun, surroundings: Surroundings): RunningStep;
  /** The post step, if the action has one. */
  readonly post?: JobStep;
}

/** The properties that all steps of one list share. */
export interface StepList {
  readonly defaults: NonNullable<RunDefaults>['run'] | undefined;
  readonly actions: Actions;
  /** Whether the list belongs to a composite action. */
  readonly composite?: CompositeCall;
}

export function jobStep(step: Step, list: StepList): JobStep {
  const { id, env, 'timeout-minutes': timeoutMinutes } = step;
  const common = { id, env, timeoutMinutes, condition: step.if, continueOnError: step['continue-on-error'] };
  if (step.uses !== undefined) return { ...common, ...actionStep(step, step.uses, list) };
  const script = step.run;
  if (script === undefined) throw new Error('A step needs either `uses` or `run`');
  const { defaults } = list;
  return {
    ...common,
    name: step.name ?? scriptTitle(script),
    start: (run, { scope }) => {
      const variables = scope.envWith(env);
      const expressions = scope.expressions(variables);
      const call = {
        script: expressions.text(script),
        shell: step.shell ?? defaults?.shell,
        directory: expressions.text(step['working-directory'] ?? defaults?.['working-directory'] ?? ''),
        env: variables,
      };
      return startScript(call, run, scope);
    },
  };
}

function actionStep(step: Step, uses: string, list: StepList): Pick<JobStep, 'name' | 'start' | 'post'> {
  const name = step.name ?? `Run ${uses}`;
  const action = findAction(uses, list.actions);
  if (action instanceof CompositeAction) {
    const call = new CompositeCall({ uses, step, action }, list, jobStep);
    return {
      name,
      start: (run, surroundings) => call.start(run, surroundings),
      ...(call.hasPost
        ? {
            post: postStep(step, {
              name,
              condition: 'always()',
              start: (run, surroundings) => call.startPost(run, surroundings),
            }),
          }
        : {}),
    };
  }
  const call = new ActionCall(uses, step, action);
  return {
    name,
    start: (run, { scope }) => call.start('main', run, scope),
    ...(call.postIf !== undefined
      ? {
          post: postStep(step, {
            name,
            condition: call.postIf,
            start: (run, { scope }) => call.start('post', run, scope),
          }),
        }
      : {}),
  };
}

function postStep(
  { env }: Step,
  { name, condition, start }: Pick<JobStep, 'name' | 'condition' | 'start'>,
): JobStep {
  return {
    id: undefined,
    env,
    condition,
    continueOnError: 'false',
    timeoutMinutes: '0',
    name: `Post ${name}`,
    start,
  };
}
