import { systemClock } from './base/clock.ts';
import type { ErrorCode } from './base/error-codes.ts';
import { Failure, InputErrors } from './base/errors.ts';
import { clockWarning } from './clock-warning.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { anchorsOfPostStep, describeIgnored, nodeTrust } from './http/trust.ts';
import { ManagementApiClient } from './management-api/client.ts';
import { clusterName } from './management-api/endpoint.ts';
import type { Deps } from './operations/deps.ts';
import { type LedgerEntries, readLedger } from './operations/ledger.ts';
import { hasNoLeftovers, revokeLeftovers, selectLeftovers } from './operations/revoking/leftovers.ts';
import { claimedTokenIds, unsealLedger } from './operations/sealed-ledger.ts';
import { explain, stackOf } from './report/errors.ts';
import {
  describeUnpromoted,
  inputNotReadable,
  ledgerNotValid,
  managementTokenMissing,
  reportLeftovers,
  revokeHint,
  summarizeFailure,
} from './report/post-step.ts';
import { describeProgress } from './report/progress.ts';
import { readReportContext } from './report-context.ts';
import { type Credentials, credentialsIn, readCredentials } from './request/connection/credentials.ts';
import { readSources, settingOf } from './request/connection/setting.ts';
import { readTextFile } from './request/connection/text-file.ts';
import { readInputs } from './request/inputs.ts';
import { publish, publishLines } from './runner/publish.ts';
import { type Runner, readInput } from './runner/runner.ts';
import { maskCredentials, type Secrets } from './runner/secrets.ts';
import { planPromotion } from './tokens/rotation/promotion.ts';

const MAX_ATTEMPT_MS = 15_000;

/** PostStep contains the dependencies of the post step. */
interface PostStep {
  readonly runner: Runner;
  readonly secrets: Secrets;
  /** The end of the time for everything, as `Clock.elapsed` measures. */
  readonly deadline: number;
}

/** Reread is what the post step reads again. Everything else comes from the ledger. */
interface Reread {
  readonly credentials: Credentials;
  /** What main could read and the post step cannot. Empty, or sentences. */
  readonly problems: string;
  /** The same about the influxctl profile that contains the management token, if there is one. */
  readonly profile: string | undefined;
}

type TrustedStep = PostStep & Pick<Reread, 'credentials' | 'problems'>;

/**
 * runPostStep does what main left in the state: it promotes a delivered token, and then revokes leftover tokens. It acts on a
 * ledger only if its seal is right. Returns whether the step succeeded. A failure is a warning, unless consumers are locked out
 * or `fail-on-revoke-error` is set.
 */
export async function runPostStep(state: string, step: PostStep): Promise<boolean> {
  try {
    const reread = await rereadCredentials(step.secrets);
    const { credentials, problems } = reread;
    const text = unsealLedger(state, credentials.credential.secret);
    if (text === undefined) return refuseState(state, reread, step);
    const ledger = readLedger(text);
    const trusted = { ...step, credentials, problems };
    const hasFinished = await finishDelivery(ledger, trusted);
    return (await revokeLeftTokens(ledger, trusted)) && hasFinished;
  } catch (error) {
    return annotateError(error, false, step);
  }
}

/** Without a valid seal, it is not known whether main wrote this ledger, so the post step sends no request. */
function refuseState(
  state: string,
  { credentials: { credential }, profile }: Reread,
  step: PostStep,
): boolean {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const unverified = { run: `${run}.${attempt || '1'}`, claimedIds: claimedTokenIds(state) };
  const failure =
    credential.secret.reveal() === ''
      ? managementTokenMissing(profile, unverified)
      : ledgerNotValid(unverified);
  return annotateError(failure, /^true$/i.test(readInput('fail-on-revoke-error')), step);
}

/** With `later-steps`, the post step promotes and retires. It fails the job only if the consumers are locked out. */
async function finishDelivery(ledger: LedgerEntries, step: TrustedStep): Promise<boolean> {
  const { delivery } = ledger;
  const jobStatus = readInput('job-status');
  const plan = delivery ? planPromotion(delivery.phase, jobStatus) : 'done';
  if (!delivery || plan === 'done') return true;
  const unpromoted = describeUnpromoted(delivery, plan, jobStatus);
  if (plan !== 'promote') {
    return annotateError(new Failure('token-not-promoted', unpromoted), false, { ...step, ledger });
  }
  const { finishAtEnd } = await import('./run-rotation.ts');
  let deps: PostDeps;
  try {
    deps = connect(ledger, step, { code: 'token-not-promoted', consequence: unpromoted });
  } catch (error) {
    return annotateError(error, false, { ...step, ledger });
  }
  try {
    const context = () => readReportContext(ledger.endpoint);
    publish(await finishAtEnd(delivery, deps, context), step.runner);
    return true;
  } catch (error) {
    return annotateError(error, true, { ...step, ledger });
  }
}

/** Fails the job only if `fail-on-revoke-error` is set: the result of the job matters more than the last hours of a token. */
async function revokeLeftTokens(ledger: LedgerEntries, step: TrustedStep): Promise<boolean> {
  const leftovers = selectLeftovers(ledger.attempts);
  if (hasNoLeftovers(leftovers)) return true;
  try {
    const deps = connect(ledger, step, { code: 'token-not-revoked', consequence: revokeHint(leftovers) });
    const cluster = clusterName(ledger.endpoint);
    publish(reportLeftovers(await revokeLeftovers(leftovers, deps), leftovers, { cluster }), step.runner);
    return true;
  } catch (error) {
    return annotateError(error, ledger.failOnRevokeError, { ...step, ledger });
  }
}

type PostDeps = Pick<Deps, 'api' | 'retryControl' | 'runner' | 'progress' | 'clock'>;

/**
 * Connects to the endpoint in the ledger, and trusts only what main trusted. Throws a Failure with `code` and `consequence` when an
 * input can no longer be read.
 */
function connect(
  { endpoint, retryPolicy, fingerprints }: LedgerEntries,
  { runner, secrets, deadline, credentials, problems }: TrustedStep,
  { code, consequence }: { readonly code: ErrorCode; readonly consequence: string },
): PostDeps {
  if (problems !== '') throw inputNotReadable(code, problems, consequence);
  const node = nodeTrust(process);
  const ignored = describeIgnored(credentials.trusted, node, fingerprints);
  if (ignored !== undefined) runner.info(ignored);
  const anchors = anchorsOfPostStep(credentials.trusted, node, fingerprints);
  const requests = new Requests({
    transport: new HttpTransport(anchors),
    clock: systemClock,
    random: Math.random,
    note: runner.info,
    policy: {
      timeoutMs: Math.min(retryPolicy.timeoutMs, MAX_ATTEMPT_MS),
      retries: retryPolicy.retries,
      deadline,
    },
  });
  const api = new ManagementApiClient(requests, systemClock, {
    credential: credentials.credential,
    candidates: [endpoint],
    observer: { secret: (secret) => secrets.mask(secret), clocks: clockWarning(runner) },
  });
  return {
    api,
    retryControl: requests.gate,
    runner,
    progress: (progress) => publishLines(describeProgress(progress), runner),
    clock: systemClock,
  };
}

/** The ledger contains no secrets, so the post step evaluates inputs and reads files again. Either might be gone. */
async function rereadCredentials(secrets: Secrets): Promise<Reread> {
  const lost = new InputErrors();
  const errors = new InputErrors();
  const inputs = readInputs(readInput);
  const sources = await readSources(inputs, readTextFile, lost);
  maskCredentials(secrets, credentialsIn(sources), process.env);
  const { missingHint = '' } = settingOf(sources, 'management-token', 'mgmt_token');
  return {
    credentials: readCredentials(sources, errors),
    // If an input contains the token, a missing profile does no harm: the ledger contains the endpoint.
    problems: errors.describe(),
    profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
  };
}

/** VerifiedStep is a post step, with its ledger where the seal is right. */
type VerifiedStep = PostStep & { readonly ledger?: LedgerEntries };

/** Reports a failure in the annotation and in the summary. Returns whether the post step counts as a success. */
function annotateError(error: unknown, failsJob: boolean, { runner, ledger }: VerifiedStep): boolean {
  publishLines(stackOf(error), runner);
  const explanation = explain(error);
  const { code, detail, message } = explanation;
  if (failsJob) runner.error(code, message, detail);
  else runner.warning(code, message, detail);
  const cluster = ledger && !runner.hasSummary() ? clusterName(ledger.endpoint) : undefined;
  runner.summary(summarizeFailure(explanation, { failsJob, cluster }));
  return !failsJob;
}
