import { systemClock } from './clock.ts';
import { DataPlane } from './data-plane/probe.ts';
import { type RequestPolicy, Requests } from './http/requests.ts';
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

const secrets = new Secrets();
const runner = actionsRunner(secrets, process.env);
const transport = new HttpTransport();
// One for each plane: what one server's Retry-After holds back is not the other's business.
const requests = (tries: RequestPolicy) =>
  new Requests(transport, systemClock, Math.random, runner.info, tries);
try {
  const inputs = readInputs((name) => readInput(process.env, name));
  maskCredentials(secrets, inputs['management-token'], process.env);
  const request = parseRequest(inputs, readRunContext(process.env), systemClock.now());
  const { managementToken, clusterUrl, tries, ...address } = request.connection;
  const management = requests(tries);
  await create(request, {
    api: new ManagementApi(management, managementToken, possiblePlaces(address), (secret) =>
      secrets.mask(secret),
    ),
    dataPlane: new DataPlane(requests(tries), clusterUrl),
    pacing: management,
    runner,
    clock: systemClock,
    nonce: randomNonce,
  });
} catch (error) {
  reportFailure(error, runner);
  process.exitCode = 1;
} finally {
  transport.close();
}
