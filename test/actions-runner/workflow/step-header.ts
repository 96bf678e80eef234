import type { StepLog } from '../log.ts';

type Texts = Readonly<Record<string, string>>;

/** The folded group at the start of a step's log (actions/runner, Handlers/Handler.cs and ScriptHandler.cs). */
export function printActionHeader(log: StepLog, uses: string, inputs: Texts, env: Texts): void {
  log.write(`##[group]Run ${uses}`);
  const given = Object.entries(inputs).filter(([, value]) => value !== '');
  if (given.length > 0) log.write('with:');
  for (const [name, value] of given) log.write(`  ${name}: ${value}`);
  printEnv(log, env);
  log.write('##[endgroup]');
}

export function printScriptHeader(log: StepLog, script: string, shell: string, env: Texts): void {
  log.write(`##[group]${scriptTitle(script)}`);
  for (const line of script.replace(/\n+$/, '').split('\n')) log.write(line);
  log.write(`shell: ${shell}`);
  printEnv(log, env);
  log.write('##[endgroup]');
}

/** A script without a name is named for its first line. */
export function scriptTitle(script: string): string {
  return `Run ${script.trimStart().split(/[\r\n]/, 1)[0]}`;
}

function printEnv(log: StepLog, env: Texts): void {
  const variables = Object.entries(env);
  if (variables.length > 0) log.write('env:');
  for (const [name, value] of variables) log.write(`  ${name}: ${value}`);
}
