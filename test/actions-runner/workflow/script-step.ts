import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubEnvironment } from '../github-context.ts';
import type { RunningStep, StepRun } from '../step-run.ts';
import type { Scope } from './scope.ts';
import { printScriptHeader } from './step-header.ts';

export interface ScriptCall {
  readonly script: string;
  readonly shell: string | undefined;
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A step without `shell:` does not stop at a failure inside a pipe (actions/runner, ScriptHandlerHelpers.cs). */
const shells: Readonly<Record<string, readonly string[]>> = {
  default: ['-e'],
  bash: ['--noprofile', '--norc', '-e', '-o', 'pipefail'],
};

/** Starts a `run:` step. */
export function startScript(call: ScriptCall, run: StepRun, state: Scope): RunningStep {
  const options = shells[call.shell ?? 'default'];
  if (options === undefined) throw new Error(`'shell: ${call.shell}' is not supported here, only bash`);
  printScriptHeader(run.log, call.script, `bash ${options.join(' ')} {0}`, call.env);
  const path = join(state.host.temp, `${randomUUID()}.sh`);
  writeFileSync(path, call.script);
  const program = {
    file: 'bash',
    args: [...options, path],
    cwd: join(state.host.workspace, call.directory),
    env: state.host.environment({ ...call.env, ...githubEnvironment(state.github) }),
  };
  return run.start(program, ({ exitCode }) => {
    if (exitCode !== 0) run.log.annotate('error', `Process completed with exit code ${exitCode}.`);
  });
}
