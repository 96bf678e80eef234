import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asSentence, InvalidInputs } from '../../src/base/errors.ts';
import { actionsRunner, type Runner, readInput } from '../../src/runner/runner.ts';
import { writeOutput, writeState } from '../../src/runner/runner-files.ts';
import { Secrets } from '../../src/runner/secrets.ts';
import { runStep } from '../../src/runner/step.ts';
import { stopBy } from './control.ts';
import { removeControlUrl, writeControlUrl } from './control-file.ts';
import { readOrder } from './inputs.ts';
import { type Location, type Order, parseLocation, STATE } from './messages.ts';

/** In the same folder as the file that the runner has started. */
const SERVER = join(dirname(process.argv[1] ?? ''), 'serve.js');
const MAX_START_MS = 30_000;

/** The environment variables of the background process. With the last one, the runner finds the processes that a job leaves. */
const PASSED_ON = ['PATH', 'SystemRoot', 'RUNNER_TRACKING_ID'];

/** runMain starts the emulator in a background process, and then ends the process of the step. */
export function runMain(): Promise<void> {
  return runStep(async () => {
    const secrets = new Secrets();
    const runner = actionsRunner(secrets);
    try {
      await main(runner, secrets);
      return true;
    } catch (error) {
      reportError(error, runner);
      return false;
    }
  });
}

async function main(runner: Runner, secrets: Secrets): Promise<void> {
  // Saved state overrides environment variables that another step has set, so this is the first action.
  writeState(STATE, '');
  const order = readOrder(readInput);
  // Process 1 is the first process of a container and does not belong to the runner.
  const worker = process.ppid > 1 ? { worker: process.ppid } : {};
  const { controlUrl, ...location } = await start({ ...order, ...worker });
  const folder = process.env['RUNNER_TEMP'] ?? '';
  let key: string | undefined;
  try {
    // Anybody who reads the control URL in a debug log could stop the emulator.
    for (const secret of [location.managementToken, controlUrl]) secrets.mask(secret);
    key = writeControlUrl(folder, controlUrl);
    tell(key, location);
  } catch (error) {
    // Without the state, the post step would not stop the emulator.
    await stopBy(controlUrl);
    if (key !== undefined) removeControlUrl(folder, key);
    throw error;
  }
  const lines = [
    `The ${order.product === 'clustered' ? 'Clustered' : 'Cloud Dedicated'} emulator has started. Databases: ${order.databases.join(', ')}.`,
    `Management API: ${location.apiUrl}`,
    `Cluster: ${location.clusterUrl}`,
  ];
  for (const line of lines) runner.info(line);
}

/** Saves for the post step how to stop the emulator, and sets outputs for the later steps. Throws a Failure. */
function tell(key: string, location: Omit<Location, 'controlUrl'>): void {
  writeState(STATE, key);
  const outputs = {
    'api-url': location.apiUrl,
    'cluster-url': location.clusterUrl,
    'account-id': location.accountId,
    'cluster-id': location.clusterId,
    'management-token': location.managementToken,
  };
  for (const [name, value] of Object.entries(outputs)) writeOutput(name, value);
}

/** The background process continues after this one ends. */
function start(order: Order): Promise<Location> {
  const env = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  // A separate file, because the runner would wait until the background process closes the output of the step.
  const log = openSync(join(process.env['RUNNER_TEMP'] ?? '', 'influxdb-emulator.log'), 'a');
  const child = spawn(process.execPath, [SERVER, JSON.stringify(order)], {
    detached: true,
    env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill();
      reject(
        new Error(
          `The emulator did not start within ${MAX_START_MS / 1000} s. Read influxdb-emulator.log in RUNNER_TEMP.`,
        ),
      );
    }, MAX_START_MS);
    child.once('error', reject);
    child.once('exit', () =>
      reject(new Error('The emulator ended before it was ready. Read influxdb-emulator.log in RUNNER_TEMP.')),
    );
    child.once('message', (message) => {
      clearTimeout(late);
      child.disconnect();
      child.unref();
      resolve(parseLocation(message));
    });
  });
}

function reportError(error: unknown, runner: Runner): void {
  if (error instanceof InvalidInputs) {
    for (const { input, message } of error.errors) runner.error('input', `\`${input}\`: ${message}`, input);
  } else {
    runner.error('emulator-not-started', asSentence(error));
  }
}
