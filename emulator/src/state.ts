import { appendToFile, formatFileCommand } from '../../src/runner/workflow-command.ts';

const NAME = 'control';

/** saveState replaces what the post step will read. Throws a Failure. */
export function saveState(env: NodeJS.ProcessEnv, text: string): void {
  appendToFile(env, 'GITHUB_STATE', formatFileCommand(NAME, text));
}

/** readState is what main has saved; empty when it saved nothing. */
export function readState(env: NodeJS.ProcessEnv): string {
  return env[`STATE_${NAME}`] ?? '';
}
