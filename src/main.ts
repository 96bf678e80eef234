import { systemClock } from './clock.ts';
import { DataPlane } from './data-plane/probe.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { readInputs } from './inputs/declared.ts';
import { ManagementApi } from './management-api/client.ts';
import { possiblePlaces } from './management-api/place.ts';
import { randomNonce } from './nonce.ts';
import { create } from './operations/create.ts';
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
    maskCredentials(secrets, inputs['management-token'], process.env);
    const request = parseRequest(inputs, readRunContext(process.env), systemClock.now());
    const { managementToken, clusterUrl, tries, ...address } = request.connection;
    const transport = new HttpTransport();
    // One for each plane: what one server's Retry-After holds back is not the other's business.
    const management = new Requests(transport, systemClock, Math.random, runner.info, tries);
    const data = new Requests(transport, systemClock, Math.random, runner.info, tries);
    await create(request, {
      api: new ManagementApi(management, managementToken, possiblePlaces(address), (secret) =>
        secrets.mask(secret),
      ),
      dataPlane: new DataPlane(data, clusterUrl),
      pacing: management,
      runner,
      clock: systemClock,
      nonce: randomNonce,
    });
    return true;
  } catch (error) {
    reportFailure(error, runner);
    return false;
  }
}
