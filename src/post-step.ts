import { annotatePostError } from './annotate-post-error.ts';
import { systemClock } from './base/clock.ts';
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
import { notPromoted, reportLeftovers, withUnreadableInput } from './report/post-step.ts';
import { describeProgress } from './report/progress.ts';
import { readReportContext } from './report-context.ts';
import { readInputs } from './request/inputs.ts';
import { type Reread, rereadCredentials, sealFailure } from './reread-credentials.ts';
import { publish, publishLines } from './runner/publish.ts';
import { readInput } from './runner/runner.ts';
import type { PostStep } from './step-inputs.ts';
import { planPromotion } from './tokens/rotation/promotion.ts';

const MAX_ATTEMPT_MS = 15_000;

type TrustedStep = PostStep & Pick<Reread, 'credentials' | 'problems'>;

/** ConnectedStep is a post step whose two parts share one connection, so that they warn of different clocks only once. */
interface ConnectedStep extends TrustedStep {
  /** The first call connects. */
  readonly connection: () => PostDeps;
}

/**
 * runPostStep does what main left in the state: it promotes a delivered token, and then revokes leftover tokens. It acts on a
 * ledger only if its seal is right. Returns whether the step succeeded. A failure is a warning, unless consumers are locked out
 * or `fail-on-revoke-error` is set.
 */
export async function runPostStep(state: string, step: PostStep): Promise<boolean> {
  try {
    const reread = await rereadCredentials(readInputs(readInput), step.secrets);
    const { credentials, problems } = reread;
    const text = unsealLedger(state, credentials.credential.secret);
    if (text === undefined) {
      // It is not known whether main wrote this ledger, so the post step sends no request.
      const failsJob = /^true$/i.test(readInput('fail-on-revoke-error'));
      return annotateError(sealFailure(reread, { claimedIds: claimedTokenIds(state) }), failsJob, step);
    }
    const ledger = readLedger(text);
    const trusted = { ...step, credentials, problems };
    let deps: PostDeps | undefined;
    const connected = { ...trusted, connection: () => (deps ??= connect(ledger, trusted)) };
    const hasFinished = await finishDelivery(ledger, connected);
    return (await revokeLeftTokens(ledger, connected)) && hasFinished;
  } catch (error) {
    return annotateError(error, false, step);
  }
}

/** With `later-steps`, the post step promotes and retires. It fails the job only if the consumers are locked out. */
async function finishDelivery(ledger: LedgerEntries, step: ConnectedStep): Promise<boolean> {
  const { delivery } = ledger;
  const jobStatus = readInput('job-status');
  const plan = delivery ? planPromotion(delivery.phase, jobStatus) : 'done';
  if (!delivery || plan === 'done') return true;
  if (plan !== 'promote') {
    return annotateError(notPromoted(delivery, plan, jobStatus), false, { ...step, ledger });
  }
  const { finishAtEnd } = await import('./run-rotation.ts');
  let deps: PostDeps;
  try {
    deps = step.connection();
  } catch (error) {
    return annotateError(error, false, { ...step, ledger });
  }
  try {
    const context = () => readReportContext(ledger.endpoint);
    const report = await finishAtEnd(delivery, deps, context);
    publish(withUnreadableInput(report, step.problems), step.runner);
    return true;
  } catch (error) {
    return annotateError(error, true, { ...step, ledger });
  }
}

/** Fails the job only if `fail-on-revoke-error` is set: the result of the job matters more than the last hours of a token. */
async function revokeLeftTokens(ledger: LedgerEntries, step: ConnectedStep): Promise<boolean> {
  const leftovers = selectLeftovers(ledger.attempts);
  if (hasNoLeftovers(leftovers)) return true;
  try {
    const deps = step.connection();
    const cluster = clusterName(ledger.endpoint);
    const report = reportLeftovers(await revokeLeftovers(leftovers, deps), leftovers, { cluster });
    publish(withUnreadableInput(report, step.problems), step.runner);
    return true;
  } catch (error) {
    return annotateError(error, ledger.failOnRevokeError, { ...step, ledger });
  }
}

type PostDeps = Pick<Deps, 'api' | 'retryControl' | 'runner' | 'progress' | 'clock'>;

/** Connects to the endpoint in the ledger, and trusts only what main trusted. */
function connect(
  { endpoint, retryPolicy, fingerprints }: LedgerEntries,
  { runner, secrets, deadline, credentials }: TrustedStep,
): PostDeps {
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

/** VerifiedStep is a post step, with its ledger where the seal is right. */
type VerifiedStep = PostStep & { readonly ledger?: LedgerEntries };

/** Returns whether the post step counts as a success. */
function annotateError(error: unknown, failsJob: boolean, { runner, ledger }: VerifiedStep): boolean {
  const where = ledger && { cluster: clusterName(ledger.endpoint) };
  annotatePostError(error, { failsJob, where }, runner);
  return !failsJob;
}
