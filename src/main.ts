import { systemClock } from './base/clock.ts';
import { asSentence, Failure, InputErrors } from './base/errors.ts';
import { reportError } from './report/errors.ts';
import { credentialsIn } from './request/connection/credentials.ts';
import { ignoredSettings, readSources } from './request/connection/setting.ts';
import { readTextFile } from './request/connection/text-file.ts';
import { readInputs } from './request/inputs.ts';
import { undeclaredInputs } from './request/misspelled.ts';
import { parseRequest } from './request/parse-request.ts';
import { readRunContext } from './request/run-context.ts';
import { publish } from './runner/publish.ts';
import { actionsRunner, type Runner, readInput } from './runner/runner.ts';
import { requireOutputs, summaryProblem } from './runner/runner-files.ts';
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
    requireNode(process.versions.node);
    requireOutputs();
    const problem = summaryProblem();
    if (problem !== undefined) runner.warning('the-runners-files-cannot-be-written', problem);
    const inputs = readInputs(readInput);
    const errors = new InputErrors();
    const sources = await readSources(inputs, readTextFile, errors);
    maskCredentials(secrets, credentialsIn(sources), process.env);
    const { misspelled, unknown } = undeclaredInputs(process.env);
    for (const { input, message } of misspelled) errors.add(input, message);
    for (const name of unknown) runner.warning('unknown-input', unknownInput(name));
    const readRun = () => readRunContext(process.env, errors);
    const request = parseRequest(sources, { readRun, now: systemClock.now() }, errors);
    for (const sentence of ignoredSettings(sources)) runner.warning('influxctl-profile', sentence);
    // What speaks to servers is loaded once there is something to say.
    const { runOperation } = await import('./run-operation.ts');
    await runOperation(request, runner, secrets);
    return true;
  } catch (error) {
    publish(reportError(error), runner);
    return false;
  }
}

/** The first that action.yml allows. */
const MIN_NODE = 24;

/** GitHub's runner brings the Node.js that action.yml names. Others use that of the job's image. Throws a Failure. */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= MIN_NODE) return;
  throw new Failure(
    'unsupported-nodejs',
    `The action needs Node.js ${MIN_NODE} or newer, and this runner has started it with ${version}. Nothing was sent. act, ` +
      `Gitea, and Forgejo use the Node.js of the job's image: use an image that contains Node.js ${MIN_NODE}.`,
  );
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
      'state-not-saved',
      `The state of this step cannot be saved: ${asSentence(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
        'user of this step can write. In a container that runs as another user, set `options: --user root`.',
    );
  }
}
