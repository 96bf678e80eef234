import { systemClock } from './base/clock.ts';
import { Failure, resultOf } from './base/errors.ts';
import { randomNonce } from './base/nonce.ts';
import type { Credential } from './base/secret.ts';
import { clockWarning } from './clock-warning.ts';
import { githubRetryRule } from './github/rate-limit.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { describeAdditions, nodeTrust, trustOfMain } from './http/trust.ts';
import { ManagementApiClient } from './management-api/client.ts';
import { create } from './management-token/create.ts';
import type { ManagementDeps } from './management-token/deps.ts';
import type { Influxctl } from './management-token/influxctl.ts';
import { MANAGEMENT_INPUTS, readManagementInputs } from './management-token/inputs.ts';
import { list } from './management-token/list.ts';
import { findProgram } from './management-token/program.ts';
import { reportCreate } from './management-token/report/issuing.ts';
import { reportList } from './management-token/report/list.ts';
import { describeManagementProgress } from './management-token/report/progress.ts';
import { reportRevoke } from './management-token/report/revoke.ts';
import { reportRotate } from './management-token/report/rotate.ts';
import {
  type ManagementRequest,
  parseManagementRequest,
  type RotateRequest,
} from './management-token/request.ts';
import { revoke } from './management-token/revoke.ts';
import { rotate } from './management-token/rotate.ts';
import { withInfluxctl } from './management-token/session.ts';
import { folderName, formatState, type ManagementLedgerHeader } from './management-token/state.ts';
import { Ledger } from './operations/ledger.ts';
import { sealLedger } from './operations/sealed-ledger.ts';
import { describeProgress } from './report/progress.ts';
import { ignoredSettings } from './request/connection/setting.ts';
import { runVariables } from './request/run-context.ts';
import { publish, publishLines, type Report } from './runner/publish.ts';
import { type Runner, readInput } from './runner/runner.ts';
import { prepareInputs, type Step } from './step-inputs.ts';
import { type TwoClocks, twoClocks } from './tokens/clocks.ts';

/** One file of dist/ for both steps, because they share most of their code. */
export { runManagementPostStep } from './management-post.ts';

/** readManagementRequest reads the inputs of a step. Throws InvalidInputs. */
export async function readManagementRequest(step: Step): Promise<ManagementRequest> {
  const { shared } = readManagementInputs(readInput);
  const { sources, errors } = await prepareInputs(shared, Object.keys(MANAGEMENT_INPUTS), step);
  const variables = runVariables(process.env);
  const request = parseManagementRequest(sources, { variables, now: systemClock.now(), errors });
  for (const sentence of ignoredSettings(sources)) step.runner.warning('influxctl-profile', sentence);
  return request;
}

/** runManagementStep wires the real parts and runs one operation. Throws what the operation throws. */
export async function runManagementStep(
  request: ManagementRequest,
  { runner, secrets }: Step,
): Promise<void> {
  const program = findProgram(readManagementInputs(readInput).influxctl, process.env);
  const { connection, profile } = request;
  const { credential, trusted, retryPolicy } = connection;
  const { timeoutMs } = retryPolicy;
  const { fingerprints, anchors } = trustOfMain(trusted, nodeTrust(process));
  // Saved before the folder exists, so that the post step removes the configuration whatever happens.
  const state = { folder: folderName(randomNonce()), ledger: '' };
  const save = () => runner.saveState(formatState(state));
  save();
  const session = {
    folder: state.folder,
    program,
    profile,
    managementToken: credential.secret,
    trusted: trusted.length > 0 ? trusted : undefined,
    timeoutMs,
    env: process.env,
    mask: (secret: string) => secrets.mask(secret),
    onVersion: (version: string) => runner.info(`The version of influxctl is ${version} (${program.path}).`),
  };
  const header: ManagementLedgerHeader = {
    program,
    profile,
    timeoutMs,
    fingerprints: [...fingerprints],
    hasCertificates: trusted.length > 0,
  };
  const ledger = new Ledger((text) => {
    state.ledger = text === '' ? '' : sealLedger(text, credential.secret);
    save();
  }, header);
  const { report, createdNonce } = await withInfluxctl(session, async (influxctl) => {
    const transport = new HttpTransport(anchors);
    const deps = depsOf(request, transport, { influxctl, ledger, step: { runner, secrets } });
    return await run(request, transport, deps);
  });
  state.folder = '';
  save();
  publish(report, runner);
  // Only now has the step succeeded. From here on the post step does not revoke the token.
  if (createdNonce !== undefined) ledger.keep(createdNonce);
}

interface Finished {
  readonly report: Report;
  /** The nonce of the token that `create` leaves to the later steps. */
  readonly createdNonce?: string;
}

/** Runs the operation. Throws what reads throw. */
async function run(
  request: ManagementRequest,
  transport: HttpTransport,
  deps: ManagementDeps,
): Promise<Finished> {
  switch (request.operation) {
    case 'list':
      return { report: reportList(request, await list(request, deps)) };
    case 'create': {
      const result = await create(request, deps);
      const report = reportCreate(request, result);
      return result.kind === 'created' ? { report, createdNonce: result.nonce } : { report };
    }
    case 'revoke':
      return { report: reportRevoke(request, await revoke(request, deps)) };
    case 'rotate': {
      const result = await rotate(request, await withGithub(request, transport, deps));
      return { report: reportRotate(request, result) };
    }
  }
}

async function withGithub(request: RotateRequest, transport: HttpTransport, deps: ManagementDeps) {
  const { secretStore, workflowRuns } = await import('./github/github-api.ts');
  const { run, storeToken, githubToken, connection } = request;
  const policy = { ...connection.retryPolicy, retryRule: githubRetryRule };
  const requests = requestsOf(transport, policy, deps.runner);
  return {
    ...deps,
    github: {
      ...secretStore(run.githubApiUrl, storeToken, requests),
      ...workflowRuns(run, githubToken, requests),
    },
    longWork: (progress: Parameters<typeof describeProgress>[0]) =>
      publishLines(describeProgress(progress), deps.runner),
  };
}

function depsOf(
  { connection }: ManagementRequest,
  transport: HttpTransport,
  { influxctl, ledger, step }: { influxctl: Influxctl; ledger: Ledger; step: Step },
): ManagementDeps {
  const { credential, endpoints, retryPolicy } = connection;
  const { runner, secrets } = step;
  const { timeoutMs, retries } = retryPolicy;
  const additions = describeAdditions(nodeTrust(process));
  if (additions !== undefined) runner.info(additions);
  const warnOfClocks = clockWarning(runner);
  let lastClocks: TwoClocks | undefined;
  const readDatabases = (one: Credential, maxRetries: number): Promise<unknown> => {
    const requests = requestsOf(transport, { timeoutMs, retries: maxRetries }, runner);
    const observer = {
      secret: (secret: string) => secrets.mask(secret),
      clocks: (clocks: TwoClocks) => {
        lastClocks = clocks;
        warnOfClocks(clocks);
      },
    };
    const options = { credential: one, candidates: endpoints, observer };
    return new ManagementApiClient(requests, systemClock, options).databases();
  };
  return {
    influxctl,
    credential: credential.secret,
    check: async (secret) => {
      const result = await resultOf(readDatabases({ secret, source: 'influxctl' }, 0));
      return result instanceof Failure ? result : undefined;
    },
    clocks: async () => {
      await readDatabases(credential, retries);
      return lastClocks ?? twoClocks(undefined, systemClock.now());
    },
    runner,
    progress: (progress) => publishLines(describeManagementProgress(progress), runner),
    clock: systemClock,
    nonce: randomNonce,
    ledger,
    timeoutMs,
  };
}

function requestsOf(
  transport: HttpTransport,
  policy: ConstructorParameters<typeof Requests>[0]['policy'],
  { info }: Runner,
): Requests {
  return new Requests({ transport, clock: systemClock, random: Math.random, note: info, policy });
}
