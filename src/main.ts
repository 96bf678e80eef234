import { cancellationOf } from './cancellation.ts';
import { systemClock } from './clock.ts';
import { DataPlane } from './data-plane/probe.ts';
import { FaultList } from './faults.ts';
import type { Github } from './github/github.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { credentialsIn } from './inputs/access.ts';
import { readInputs } from './inputs/declared.ts';
import { ignoredSettings, readSources } from './inputs/setting.ts';
import { readTextFile } from './inputs/text-file.ts';
import { ManagementApi } from './management-api/client.ts';
import { possiblePlaces } from './management-api/place.ts';
import { randomNonce } from './nonce.ts';
import type { Deps } from './operations/deps.ts';
import { reportFailure } from './report.ts';
import type { CleanupRequest } from './request/cleanup.ts';
import type { RotateRequest } from './request/rotate.ts';
import { parseRequest, type Request } from './request.ts';
import { readRunContext } from './runner/context.ts';
import { actionsRunner, readInput } from './runner/runner.ts';
import { maskCredentials, Secrets } from './runner/secrets.ts';
import { Secret } from './secret.ts';

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
    const request = parseRequest(sources, readRunContext(process.env), systemClock.now(), faults);
    for (const sentence of ignoredSettings(sources)) runner.warning('influxctl profile', sentence);
    const { credential, trusted, clusterUrl, tries } = request.connection;
    const transport = new HttpTransport(trusted);
    // One for each server: what one server's Retry-After holds back is not the other's business.
    const management = new Requests(transport, systemClock, Math.random, runner.info, tries);
    const data = new Requests(transport, systemClock, Math.random, runner.info, tries);
    const github = new Requests(transport, systemClock, Math.random, runner.info, tries);
    await carryOut(request, github, {
      api: new ManagementApi(
        management,
        systemClock,
        credential,
        possiblePlaces(request.connection),
        (secret) => secrets.mask(secret),
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

/** Each operation is loaded when it is asked for. */
async function carryOut(request: Request, requests: Requests, deps: Deps): Promise<void> {
  switch (request.operation) {
    case 'create':
      return (await import('./operations/create.ts')).create(request, deps);
    case 'get':
      return (await import('./operations/get.ts')).get(request, deps);
    case 'list':
      return (await import('./operations/list.ts')).list(request, deps);
    case 'update':
      return (await import('./operations/update.ts')).update(request, deps);
    case 'revoke':
      return (await import('./operations/revoke.ts')).revoke(request, deps);
    case 'rotate': {
      const { rotate } = await import('./operations/rotate.ts');
      return rotate(request, { ...deps, github: await connectGithub(request, requests) });
    }
    case 'cleanup': {
      const { cleanup } = await import('./operations/cleanup.ts');
      const github = await connectGithub(request, requests);
      return cleanup(request, { ...deps, github, cancelled: cancellationOf(process) });
    }
    default:
      throw new Error(`nobody carries out ${request satisfies never}`);
  }
}

async function connectGithub(
  { run, githubToken, ...others }: RotateRequest | CleanupRequest,
  requests: Requests,
): Promise<Github> {
  const { githubApi } = await import('./github/github-api.ts');
  const storeToken = 'storeToken' in others ? others.storeToken : new Secret('');
  return githubApi({ apiUrl: run.githubApiUrl, storeToken, githubToken }, requests);
}
