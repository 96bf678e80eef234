import { systemClock } from './clock.ts';
import { FaultList } from './faults.ts';
import { credentialsIn } from './inputs/access.ts';
import { readInputs } from './inputs/declared.ts';
import { ignoredSettings, readSources } from './inputs/setting.ts';
import { readTextFile } from './inputs/text-file.ts';
import { reportFailure } from './report.ts';
import { parseRequest } from './request.ts';
import { readRunContext } from './runner/context.ts';
import { actionsRunner, readInput } from './runner/runner.ts';
import { maskCredentials, Secrets } from './runner/secrets.ts';

main().then((succeeded) => process.exit(succeeded ? 0 : 1));

/** All that is printed and written by then has left the process, so that nothing left open needs to be waited for. */
async function main(): Promise<boolean> {
  const secrets = new Secrets();
  const runner = actionsRunner(secrets, process.env);
  try {
    const inputs = readInputs((name) => readInput(process.env, name));
    const faults = new FaultList();
    const sources = await readSources(inputs, readTextFile, faults);
    maskCredentials(secrets, credentialsIn(sources), process.env);
    const readRun = () => readRunContext(process.env, faults);
    const request = parseRequest(sources, readRun, systemClock.now(), faults);
    for (const sentence of ignoredSettings(sources)) runner.warning('influxctl profile', sentence);
    // What speaks to servers is loaded once there is something to say.
    const { carryOut } = await import('./carry-out.ts');
    await carryOut(request, runner, secrets);
    return true;
  } catch (error) {
    reportFailure(error, runner);
    return false;
  }
}
