import { systemClock } from './base/clock.ts';
import { asSentence, Failure, InputErrors } from './base/errors.ts';
import { clusterName } from './management-api/endpoint.ts';
import { reportError } from './report/errors.ts';
import { credentialsIn } from './request/connection/credentials.ts';
import { ignoredSettings, readSources } from './request/connection/setting.ts';
import { readTextFile } from './request/connection/text-file.ts';
import { readInputs } from './request/inputs.ts';
import { noteMisplacedTexts } from './request/misplaced.ts';
import { noteMisspelled, undeclaredInputs } from './request/misspelled.ts';
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
  let cluster: string | undefined;
  try {
    claimState(runner);
    requireNode(process.versions.node);
    requireOutputs();
    const problem = summaryProblem();
    if (problem !== undefined) runner.warning('the-runners-files-cannot-be-written', problem);
    const inputs = readInputs(readInput);
    const errors = new InputErrors();
    const { misspelled, unknown } = undeclaredInputs(process.env);
    noteMisspelled(misspelled, inputs, errors);
    noteMisplacedTexts(inputs, errors);
    const sources = await readSources(inputs, readTextFile, errors);
    maskCredentials(secrets, credentialsIn(sources), process.env);
    for (const name of unknown) runner.warning('unknown-input', unknownInput(name));
    const readRun = (noted: InputErrors) => readRunContext(process.env, noted);
    const request = parseRequest(sources, { readRun, now: systemClock.now() }, errors);
    for (const sentence of ignoredSettings(sources)) runner.warning('influxctl-profile', sentence);
    cluster = clusterName(request.connection.endpoints[0]);
    // Load the code for requests only after the inputs are valid.
    const { runOperation } = await import('./run-operation.ts');
    await runOperation(request, runner, secrets);
    return true;
  } catch (error) {
    // The section of a result already names the cluster.
    publish(reportError(error, runner.hasSummary() ? undefined : cluster), runner);
    return false;
  }
}

/** The first version that action.yml allows. */
const MIN_NODE = 24;

/**
 * requireNode checks the version of Node. GitHub's runner contains the version in action.yml. Other runners use the Node.js in the image of
 * the job. Throws a Failure.
 */
export function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= MIN_NODE) return;
  throw new Failure(
    'unsupported-nodejs',
    `The action needs Node.js ${MIN_NODE} or newer, but this runner has started it with ${version}. Nothing was sent. act, ` +
      `Gitea, and Forgejo use the Node.js in the image of the job. Use an image that contains Node.js ${MIN_NODE}.`,
  );
}

function unknownInput(name: string): string {
  return (
    `\`${name}\` is not an input of this action. It was ignored. Remove it. If the step does not set it, look for ` +
    `\`INPUT_${name.toUpperCase()}\` under \`env:\` of the job or workflow.`
  );
}

/**
 * claimState runs before everything else. Saved state overrides environment variables, so no earlier step can set a variable that looks like
 * the ledger of this step. Throws a Failure.
 */
export function claimState(runner: Runner): void {
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
