import { cancellationOf } from './cancellation.ts';
import { systemClock } from './clock.ts';
import { DataPlane } from './data-plane/probe.ts';
import type { Github } from './github/github.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { ManagementApi } from './management-api/client.ts';
import { possiblePlaces } from './management-api/place.ts';
import { randomNonce } from './nonce.ts';
import type { Deps } from './operations/deps.ts';
import type { CleanupRequest } from './request/cleanup.ts';
import type { RotateRequest } from './request/rotate.ts';
import type { Request } from './request.ts';
import type { Runner } from './runner/runner.ts';
import type { Secrets } from './runner/secrets.ts';
import { Secret } from './secret.ts';

/** carryOut wires the real parts and runs one operation. Throws what the operation throws. */
export async function carryOut(request: Request, runner: Runner, secrets: Secrets): Promise<void> {
  const { credential, trusted, clusterUrl, tries } = request.connection;
  const transport = new HttpTransport(trusted);
  // One for each server: what one server's Retry-After holds back is not the other's business.
  const management = new Requests(transport, systemClock, Math.random, runner.info, tries);
  const data = new Requests(transport, systemClock, Math.random, runner.info, tries);
  const github = new Requests(transport, systemClock, Math.random, runner.info, tries);
  await run(request, github, {
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
}

/** Each operation is loaded when it is asked for. */
async function run(request: Request, requests: Requests, deps: Deps): Promise<void> {
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
