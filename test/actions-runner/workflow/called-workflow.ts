import { type Actions, CompositeAction, findAction } from './actions.ts';
import { parseWorkflow, type Step, type Workflow } from './model.ts';
import type { WorkflowOptions } from './run-workflow.ts';
import { type CallTrigger, callTrigger } from './triggers.ts';

/** The text of each workflow that a job calls, by its `uses:`, with or without the version. */
export type Workflows = Readonly<Record<string, string>>;

/** A workflow that a job calls, with its inputs, secrets, and outputs. */
export interface CalledWorkflow {
  readonly workflow: Workflow;
  readonly trigger: CallTrigger;
}

/** A workflow of this repository has no version. A workflow of another repository needs one. */
const REFERENCES = [
  /^\.\/\.github\/workflows\/[^/@]+\.ya?ml$/,
  /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[^/@]+\.ya?ml@.+$/,
];

/** Downloads nothing: the caller of the runner supplies the text of each called workflow. */
export function findWorkflow(uses: string, workflows: Workflows): CalledWorkflow {
  if (!REFERENCES.some((form) => form.test(uses))) throw new Error(`'uses: ${uses}' names no workflow`);
  const text = workflows[uses] ?? workflows[uses.replace(/@.*/, '')];
  if (text === undefined) throw new Error(`'uses: ${uses}' is not mapped. Say under 'workflows' what it is`);
  const workflow = parseWorkflow(text);
  const trigger = callTrigger(workflow.on);
  if (trigger === undefined)
    throw new Error(`'uses: ${uses}' cannot be called: it has no 'on: workflow_call'`);
  return { workflow, trigger };
}

/** Fails before anything runs if an action or workflow is missing, because GitHub fetches all of them before a job starts. */
export function findAllUsed({ jobs }: Workflow, options: WorkflowOptions): void {
  for (const job of Object.values(jobs)) {
    if ('uses' in job) findAllUsed(findWorkflow(job.uses, options.workflows ?? {}).workflow, options);
    else findAllActions(job.steps, options.actions ?? {});
  }
}

function findAllActions(steps: readonly Step[], actions: Actions): void {
  for (const { uses } of steps) {
    const action = uses === undefined ? undefined : findAction(uses, actions);
    if (action instanceof CompositeAction) findAllActions(action.composite.steps, actions);
  }
}
