import { systemClock } from './base/clock.ts';
import { cancellationOf } from './base/concurrency.ts';
import { randomNonce } from './base/nonce.ts';
import { clockWarning } from './clock-warning.ts';
import { DataPlaneClient } from './data-plane/probe.ts';
import { githubRetryRule } from './github/rate-limit.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { describeAdditions, nodeTrust, trustOfMain } from './http/trust.ts';
import { ManagementApiClient } from './management-api/client.ts';
import { cleanup } from './operations/cleanup.ts';
import { create } from './operations/create.ts';
import type { Deps } from './operations/deps.ts';
import { get } from './operations/get.ts';
import { Ledger, type LedgerHeader } from './operations/ledger.ts';
import { list } from './operations/list.ts';
import { restore } from './operations/restore.ts';
import { revoke } from './operations/revoke.ts';
import { sealLedger } from './operations/sealed-ledger.ts';
import { update } from './operations/update.ts';
import { reportCleanup } from './report/cleanup.ts';
import { announceCreate, reportCreate } from './report/create.ts';
import { reportGet } from './report/get.ts';
import { reportList } from './report/list.ts';
import { describeProgress } from './report/progress.ts';
import { reportRestore } from './report/restore.ts';
import { reportRevoke } from './report/revoke.ts';
import { reportUpdate } from './report/update.ts';
import { readReportContext } from './report-context.ts';
import type { Request } from './request/parse-request.ts';
import { publish, publishLines, type Report } from './runner/publish.ts';
import type { Runner } from './runner/runner.ts';
import type { Secrets } from './runner/secrets.ts';

/** runOperation wires the real parts and runs one operation. Returns what to publish. Throws what the operation throws. */
export async function runOperation(request: Request, runner: Runner, secrets: Secrets): Promise<Report> {
  const { credential, trusted, endpoints, clusterUrl, retryPolicy } = request.connection;
  const node = nodeTrust(process);
  const additions = describeAdditions(node);
  if (additions !== undefined) runner.info(additions);
  const { anchors, fingerprints } = trustOfMain(trusted, node);
  const transport = new HttpTransport(anchors);
  // One per server, because the `Retry-After` of one server must not delay requests to another.
  const common = { clock: systemClock, random: Math.random, note: runner.info };
  const management = new Requests({ ...common, transport, policy: retryPolicy });
  // A separate transport, because on Clustered a probe must not use an open connection of the API to one replica.
  const data = new Requests({ ...common, transport: new HttpTransport(anchors), policy: retryPolicy });
  const github = new Requests({
    ...common,
    transport,
    policy: { ...retryPolicy, retryRule: githubRetryRule },
  });
  const api = new ManagementApiClient(management, systemClock, {
    credential,
    candidates: endpoints,
    observer: { secret: (secret) => secrets.mask(secret), clocks: clockWarning(runner) },
  });
  const save = (text: string) => runner.saveState(text === '' ? '' : sealLedger(text, credential.secret));
  return await run(request, github, {
    api,
    dataPlane: new DataPlaneClient(data, clusterUrl),
    retryControl: management.gate,
    runner,
    progress: (progress) => publishLines(describeProgress(progress), runner),
    clock: systemClock,
    nonce: randomNonce,
    newLedger: async (failOnRevokeError) => {
      const endpoint = await api.endpoint();
      const header: LedgerHeader = {
        endpoint,
        retryPolicy,
        fingerprints: [...fingerprints],
        failOnRevokeError,
      };
      return new Ledger(save, header);
    },
  });
}

/** loadManagementSteps loads `management-token/`, from here, so that dist/ contains what both actions need only once. */
export function loadManagementSteps(): Promise<typeof import('./management-steps.ts')> {
  return import('./management-steps.ts');
}

/** Runs the operation. The rotation and the client for GitHub are large and rarely needed, so they are loaded on demand. */
async function run(request: Request, requests: Requests, deps: Deps): Promise<Report> {
  const context = () => readReportContext(request.connection.endpoints[0]);
  switch (request.operation) {
    case 'create':
      publish(announceCreate(request), deps.runner);
      return reportCreate(request, await create(request, deps), context());
    case 'get':
      return reportGet(request, await get(request, deps), context());
    case 'list':
      return reportList(request, await list(request, deps), context());
    case 'update':
      return reportUpdate(request, await update(request, deps), context());
    case 'revoke':
      return reportRevoke(request, await revoke(request, deps), context());
    case 'restore':
      return reportRestore(request, await restore(request, deps), context());
    case 'rotate': {
      const { runRotation } = await import('./run-rotation.ts');
      const { secretStore, workflowRuns } = await import('./github/github-api.ts');
      const secrets = secretStore(request.run.githubApiUrl, request.storeToken, requests);
      const runs = workflowRuns(request.run, request.githubToken, requests);
      return await runRotation(request, { ...deps, github: { ...secrets, ...runs } }, context);
    }
    case 'cleanup': {
      const { workflowRuns } = await import('./github/github-api.ts');
      const github = workflowRuns(request.run, request.githubToken, requests);
      const cleanupDeps = { ...deps, github, canceled: cancellationOf(process) };
      return reportCleanup(request, await cleanup(request, cleanupDeps), context());
    }
    default:
      throw new Error(`no case for ${request satisfies never}`);
  }
}
