import { systemClock } from '../base/clock.ts';
import { Failure, InputErrors, resultOf } from '../base/errors.ts';
import type { Credential } from '../base/secret.ts';
import { githubRetryRule } from '../github/rate-limit.ts';
import { Requests } from '../http/requests.ts';
import { HttpTransport } from '../http/transport.ts';
import { describeAdditions, nodeTrust, trustOfMain } from '../http/trust.ts';
import { ManagementApiClient } from '../management-api/client.ts';
import { sealLedger } from '../operations/sealed-ledger.ts';
import { describeProgress } from '../report/progress.ts';
import { credentialsIn } from '../request/connection/credentials.ts';
import { ignoredSettings, readSources } from '../request/connection/setting.ts';
import { readTextFile } from '../request/connection/text-file.ts';
import { noteMisplacedTexts } from '../request/misplaced.ts';
import { readRunContext } from '../request/run-context.ts';
import { publish, publishLines, type Report } from '../runner/publish.ts';
import { type Runner, readInput } from '../runner/runner.ts';
import { maskCredentials, type Secrets } from '../runner/secrets.ts';
import { type TwoClocks, twoClocks } from '../tokens/clocks.ts';
import { create } from './create.ts';
import type { ManagementDeps } from './deps.ts';
import type { Influxctl } from './influxctl.ts';
import { readManagementInputs, undeclaredManagementInputs } from './inputs.ts';
import { Ledger } from './ledger.ts';
import { list } from './list.ts';
import { findProgram, type Program } from './program.ts';
import { reportCreate } from './report/issuing.ts';
import { reportList } from './report/list.ts';
import { describeManagementProgress } from './report/progress.ts';
import { reportRevoke } from './report/revocation.ts';
import { reportRotate } from './report/rotation.ts';
import { type ManagementRequest, parseManagementRequest, type RotateRequest } from './request.ts';
import { revoke } from './revoke.ts';
import { rotate } from './rotate.ts';
import { withInfluxctl } from './session.ts';
import { folderName, formatState } from './state.ts';

/** One file of dist/ for both steps, because they share most of their code. */
export { runManagementPostStep } from './management-post.ts';

/** As the default of the main action. */
const RETRIES = 4;

/** runManagementStep is the main step. Throws what the operation throws. */
export async function runManagementStep(runner: Runner, secrets: Secrets): Promise<void> {
  const { shared, influxctl: programName } = readManagementInputs(readInput);
  const errors = new InputErrors();
  const undeclared = undeclaredManagementInputs(process.env);
  for (const { input, message, meant } of undeclared.errors) {
    errors.add(input, message);
    // That the right one is missing follows from the wrong one.
    for (const name of meant) errors.explain(name);
  }
  noteMisplacedTexts(shared, errors);
  const sources = await readSources(shared, readTextFile, errors);
  maskCredentials(secrets, credentialsIn(sources), process.env);
  for (const name of undeclared.unknown) {
    runner.warning(
      'unknown-input',
      `\`${name}\` is not an input of this action, so it was ignored. Remove the input.`,
    );
  }
  const readRun = () => readRunContext(process.env, errors);
  const request = parseManagementRequest(sources, { readRun, now: systemClock.now(), errors });
  for (const sentence of ignoredSettings(sources)) runner.warning('influxctl-profile', sentence);
  const program = findProgram(programName, process.env);
  await runWithInfluxctl(request, program, { runner, secrets });
}

interface Step {
  readonly runner: Runner;
  readonly secrets: Secrets;
}

/** Saves the name of the folder before it exists, so that the post step removes the configuration whatever happens. */
async function runWithInfluxctl(
  request: ManagementRequest,
  program: Program,
  { runner, secrets }: Step,
): Promise<void> {
  const { credential, trusted, retryPolicy } = request.connection;
  const { timeoutMs } = retryPolicy;
  const { fingerprints, anchors } = trustOfMain(trusted, nodeTrust(process));
  const state = { folder: folderName(randomNonce()), ledger: '' };
  const save = () => runner.saveState(formatState(state));
  save();
  const session = {
    folder: state.folder,
    program,
    profile: request.profile,
    managementToken: credential.secret,
    trusted,
    timeoutMs,
    env: process.env,
    mask: (secret: string) => secrets.mask(secret),
    onVersion: (version: string) => runner.info(`The version of influxctl is ${version} (${program.path}).`),
  };
  const newLedger = () =>
    new Ledger(
      (text) => {
        state.ledger = text === '' ? '' : sealLedger(text, credential.secret);
        save();
      },
      { program, profile: request.profile, timeoutMs, fingerprints: [...fingerprints] },
    );
  const report = await withInfluxctl(session, async (influxctl) => {
    const transport = new HttpTransport(anchors);
    const deps = depsOf(request, transport, { influxctl, newLedger, step: { runner, secrets } });
    return await run(request, transport, deps);
  });
  state.folder = '';
  save();
  publish(report, runner);
}

/** Runs the operation. Throws what reads throw. */
async function run(
  request: ManagementRequest,
  transport: HttpTransport,
  deps: ManagementDeps,
): Promise<Report> {
  switch (request.operation) {
    case 'list':
      return reportList(request, await list(request, deps));
    case 'create':
      return reportCreate(request, await create(request, deps));
    case 'revoke':
      return reportRevoke(request.tokenIds, await revoke(request, deps));
    case 'rotate':
      return reportRotate(request, await rotate(request, await withGithub(request, transport, deps)));
  }
}

async function withGithub(request: RotateRequest, transport: HttpTransport, deps: ManagementDeps) {
  const { secretStore, workflowRuns } = await import('../github/github-api.ts');
  const { run, storeToken, githubToken } = request;
  const policy = { timeoutMs: deps.timeoutMs, retries: RETRIES, retryRule: githubRetryRule };
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
  { influxctl, newLedger, step }: { influxctl: Influxctl; newLedger: () => Ledger; step: Step },
): ManagementDeps {
  const { credential, endpoints, retryPolicy } = connection;
  const { runner, secrets } = step;
  const { timeoutMs } = retryPolicy;
  const additions = describeAdditions(nodeTrust(process));
  if (additions !== undefined) runner.info(additions);
  let lastClocks: TwoClocks | undefined;
  const readDatabases = (one: Credential, retries: number): Promise<unknown> => {
    const requests = requestsOf(transport, { timeoutMs, retries }, runner);
    const observer = {
      secret: (secret: string) => secrets.mask(secret),
      clocks: (clocks: TwoClocks) => {
        lastClocks = clocks;
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
      await readDatabases(credential, RETRIES);
      return lastClocks ?? twoClocks(undefined, systemClock.now());
    },
    runner,
    progress: (progress) => publishLines(describeManagementProgress(progress), runner),
    clock: systemClock,
    nonce: randomNonce,
    newLedger,
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

function randomNonce(): string {
  return process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex');
}
