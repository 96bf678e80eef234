import { inputEnvironment } from './action-inputs.ts';
import type { ActionManifest, Phase } from './action-manifest.ts';
import type { GithubContext } from './github-context.ts';
import type { RunnerHost } from './runner-host.ts';
import { type RunnerKind, runVariables } from './runner-kind.ts';
import type { RunningStep, StepRun } from './step-run.ts';

export interface PhaseCall {
  readonly manifest: ActionManifest;
  readonly phase: Phase;
  /** All inputs, as `ActionManifest.inputs` returns them for this phase. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly github: GithubContext;
  /** The variables of the workflow, the job, and the step. */
  readonly env: Readonly<Record<string, string>>;
  /** What the action saved in earlier phases. */
  readonly state: Readonly<Record<string, string>>;
  /** Default: GitHub's. */
  readonly runner?: RunnerKind;
}

/**
 * Starts one phase of a JavaScript action. The environment has the order of actions/runner, src/Runner.Worker/ActionRunner.cs and
 * Handlers/NodeScriptActionHandler.cs: a later entry overrides an earlier one.
 */
export function startPhase(call: PhaseCall, run: StepRun, host: RunnerHost): RunningStep {
  const script = call.manifest.script(call.phase);
  if (script === undefined) throw new Error(`${call.manifest.directory}: action.yml has no '${call.phase}'`);
  return run.start({
    file: process.execPath,
    args: [script],
    cwd: host.workspace,
    env: host.environment({
      ...call.env,
      ...stateEnvironment(call.state),
      ...inputEnvironment(call.inputs),
      ...runVariables(call.runner ?? 'github', call.github),
    }),
  });
}

function stateEnvironment(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}
