import { systemClock } from './base/clock.ts';
import { clusterName } from './management-api/endpoint.ts';
import { prepareStep } from './prepare-step.ts';
import type { Where } from './report/context.ts';
import { reportError } from './report/errors.ts';
import { ignoredSettings } from './request/connection/setting.ts';
import { INPUTS, readInputs } from './request/inputs.ts';
import { parseRequest } from './request/parse-request.ts';
import { runVariables } from './request/run-context.ts';
import { publish } from './runner/publish.ts';
import { actionsRunner, readInput } from './runner/runner.ts';
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
