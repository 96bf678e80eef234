import { systemClock } from './clock.ts';
import { asSentence, Failure } from './failure.ts';
import { InputErrors } from './input-errors.ts';
import { credentialsIn } from './inputs/credentials.ts';
import { readInputs } from './inputs/declared.ts';
import { undeclaredInputs } from './inputs/misspelled.ts';
import { ignoredSettings, readSources } from './inputs/setting.ts';
import { readTextFile } from './inputs/text-file.ts';
import { reportFailure } from './report.ts';
import { parseRequest } from './request.ts';
import { readRunContext } from './runner/context.ts';
import { actionsRunner, type Runner, readInput } from './runner/runner.ts';
import { maskCredentials, Secrets } from './runner/secrets.ts';
import { runStep } from './runner/step.ts';

/** runMain is the main step. It ends the process. */
export function runMain(): Promise<void> {
  return runStep(main);
}

async function main(): Promise<boolean> {
  const secrets = new Secrets();
  const runner = actionsRunner(secrets);
  try {
    claimState(runner);
    const inputs = readInputs(readInput);
    const errors = new InputErrors();
    const sources = await readSources(inputs, readTextFile, errors);
    maskCredentials(secrets, credentialsIn(sources), process.env);
    const { misspelled, unknown } = undeclaredInputs(process.env);
    for (const { input, message } of misspelled) errors.add(input, message);
    for (const name of unknown) runner.warning('Unknown input', unknownInput(name));
    const readRun = () => readRunContext(process.env, errors);
    const request = parseRequest(sources, readRun, systemClock.now(), errors);
    for (const sentence of ignoredSettings(sources)) runner.warning('influxctl profile', sentence);
    // What speaks to servers is loaded once there is something to say.
    const { runOperation } = await import('./run-operation.ts');
    await runOperation(request, runner, secrets);
    return true;
  } catch (error) {
    reportFailure(error, runner);
    return false;
  }
}

function unknownInput(name: string): string {
  return (
    `\`${name}\` is not an input of this action, and was ignored. Remove it. If the step does not set it, look for ` +
    `\`INPUT_${name.toUpperCase()}\` under \`env:\` of the job or workflow.`
  );
}

/**
 * Comes first of all: the runner puts saved state over the environment, so that nothing a step has set there passes for a
 * ledger of this one. Throws a Failure.
 */
function claimState(runner: Runner): void {
  try {
    runner.saveState('');
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Failure(
      'State not saved',
      `The state of this step cannot be saved: ${asSentence(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
        'user of this step can write. In a container that runs as another user, set `options: --user root`.',
    );
  }
}
