import { systemClock } from './base/clock.ts';
import { asSentence, Failure } from './base/errors.ts';
import { clusterName } from './management-api/endpoint.ts';
import type { Where } from './report/context.ts';
import { reportError } from './report/errors.ts';
import { ignoredSettings } from './request/connection/setting.ts';
import { INPUTS, readInputs } from './request/inputs.ts';
import { parseRequest } from './request/parse-request.ts';
import { runVariables } from './request/run-context.ts';
import { publish } from './runner/publish.ts';
import { actionsRunner, type Runner, readInput } from './runner/runner.ts';
import { requireOutputs, summaryProblem } from './runner/runner-files.ts';
import { Secrets } from './runner/secrets.ts';
import { runStep } from './runner/step.ts';
import { prepareInputs } from './step-inputs.ts';

/** runMain is the main step. It ends the process. */
export function runMain(): Promise<void> {
  return runStep(main);
}

async function main(): Promise<boolean> {
  const secrets = new Secrets();
  const runner = actionsRunner(secrets);
  const step = { runner, secrets };
  let where: Where | undefined;
  try {
    prepareStep(runner);
    const { sources, errors } = await prepareInputs(readInputs(readInput), Object.keys(INPUTS), step);
    const request = parseRequest(
      sources,
      { variables: runVariables(process.env), now: systemClock.now() },
      errors,
    );
    for (const sentence of ignoredSettings(sources)) runner.warning('influxctl-profile', sentence);
    where = { cluster: clusterName(request.connection.endpoints[0]) };
    // Load the code for requests only after the inputs are valid.
    const { runOperation } = await import('./run-operation.ts');
    publish(await runOperation(request, runner, secrets), runner);
    return true;
  } catch (error) {
    // The section of a result already names the cluster.
    publish(reportError(error, runner.hasSummary() ? undefined : where), runner);
    return false;
  }
}

/** prepareStep checks what every step needs, and claims the state. Throws a Failure. */
export function prepareStep(runner: Runner): void {
  claimState(runner);
  requireNode(process.versions.node);
  requireOutputs();
  const problem = summaryProblem();
  if (problem !== undefined) runner.warning('the-runners-files-cannot-be-written', problem);
}

/** The first version that action.yml allows. */
const MIN_NODE = 24;

/**
 * Checks the version of Node. GitHub's runner contains the version in action.yml. Other runners use the Node.js in the image of
 * the job. Throws a Failure.
 */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= MIN_NODE) return;
  throw new Failure(
    'unsupported-nodejs',
    `The action needs Node.js ${MIN_NODE} or later, but this runner uses ${version}. Nothing was sent. Gitea, ` +
      `Forgejo, and act use the Node.js in the image of the job. Use an image that contains Node.js ${MIN_NODE}.`,
  );
}

/**
 * This runs before everything else. Saved state overrides environment variables, so no earlier step can set a variable that looks like
 * the ledger of this step. Throws a Failure.
 */
function claimState(runner: Runner): void {
  try {
    runner.saveState('');
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Failure(
      'state-not-saved',
      `The state of this step cannot be saved: ${asSentence(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
        'user of this step can write to. In a container that runs as another user, set `options: --user root`.',
    );
  }
}
