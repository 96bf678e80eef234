import { systemClock } from './base/clock.ts';
import type { ErrorCode } from './base/error-codes.ts';
import { Failure } from './base/errors.ts';
import { InputErrors } from './base/input-errors.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { anchorsOfPostStep, describeIgnored, nodeTrust } from './http/trust.ts';
import { ManagementApiClient } from './management-api/client.ts';
import { clockWarning } from './operations/clock-warning.ts';
import type { Deps } from './operations/deps.ts';
import { type Delivery, type LedgerEntries, readLedger } from './operations/ledger.ts';
import { hasNoLeftovers, remedy, revokeLeftovers, selectLeftovers } from './operations/revoking/leftovers.ts';
import { claimedTokenIds, unsealLedger } from './operations/sealed-ledger.ts';
import { explain, stackOf } from './report/errors.ts';
import { describeProgress } from './report/progress.ts';
import { type Credentials, credentialsIn, readCredentials } from './request/connection/credentials.ts';
import { readSources, settingOf } from './request/connection/setting.ts';
import { readTextFile } from './request/connection/text-file.ts';
import { readInputs } from './request/inputs.ts';
import { publishLines } from './runner/publish.ts';
import { type Runner, readInput } from './runner/runner.ts';
import { maskCredentials, type Secrets } from './runner/secrets.ts';

const MAX_TRY_MS = 15_000;

/** What the step is given for the end of the job. */
interface PostStep {
  readonly runner: Runner;
  readonly secrets: Secrets;
  /** When everything must be over, as `Clock.elapsed` measures. */
  readonly deadline: number;
}

/** What the inputs and the profile evaluate to in the post step. */
interface Reread {
  readonly credentials: Credentials;
  /** Sentences on what main could read and the post step cannot; empty without such. */
  readonly problems: string;
  /** The same about a profile that the management token is in, if there is one. */
  readonly profile: string | undefined;
}

type TrustedStep = PostStep & Pick<Reread, 'credentials' | 'problems'>;

/** runPostStep does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
export async function runPostStep(state: string, step: PostStep): Promise<boolean> {
  try {
    const { credentials, problems, profile } = await readCredentialsAgain(step.secrets);
    const text = unsealLedger(state, credentials.credential.secret);
    if (text === undefined) {
      const unusable =
        credentials.credential.secret.reveal() === ''
          ? withoutManagementToken(state, profile)
          : wronglySealed(state);
      return annotateError(unusable, /^true$/i.test(readInput('fail-on-revoke-error')), step);
    }
    const ledger = readLedger(text);
    const trusted = { ...step, credentials, problems };
    const ended = ledger.delivery === undefined || (await endDelivery(ledger.delivery, ledger, trusted));
    return (await revokeLeftoversOf(ledger, trusted)) && ended;
  } catch (error) {
    return annotateError(error, false, step);
  }
}

/** Promotes what a rotation has delivered. Fails the job only where its consumers are locked out. */
async function endDelivery(delivery: Delivery, ledger: LedgerEntries, step: TrustedStep): Promise<boolean> {
  const { endRotation, isToBePromoted, describeUnpromoted } = await import('./operations/rotate.ts');
  const jobStatus = readInput('job-status');
  const open = describeUnpromoted(delivery, jobStatus);
  if (open === undefined) return true;
  if (!isToBePromoted(delivery, jobStatus)) {
    return annotateError(new Failure('rotation-not-committed', open), false, step);
  }
  let deps: PostDeps;
  try {
    deps = connect(ledger, step, { code: 'rotation-not-committed', otherwise: open });
  } catch (error) {
    return annotateError(error, false, step);
  }
  try {
    await endRotation(delivery, deps);
    return true;
  } catch (error) {
    return annotateError(error, true, step);
  }
}

/**
 * Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
 * token's last hours.
 */
async function revokeLeftoversOf(ledger: LedgerEntries, step: TrustedStep): Promise<boolean> {
  const open = selectLeftovers(ledger.attempts);
  if (hasNoLeftovers(open)) return true;
  try {
    await revokeLeftovers(
      open,
      connect(ledger, step, { code: 'token-not-revoked', otherwise: remedy(open) }),
    );
    return true;
  } catch (error) {
    return annotateError(error, ledger.failOnRevokeError, step);
  }
}

type PostDeps = Pick<Deps, 'api' | 'retryControl' | 'runner' | 'progress' | 'clock'>;

/**
 * The ledger says where the cluster is, and whom to trust. Throws a Failure when that cannot be read any longer: `code` and
 * `otherwise` say what is true then.
 */
function connect(
  { endpoint, retryPolicy, fingerprints }: LedgerEntries,
  { runner, secrets, deadline, credentials, problems }: TrustedStep,
  { code, otherwise }: { readonly code: ErrorCode; readonly otherwise: string },
): PostDeps {
  if (problems !== '') {
    throw new Failure(
      code,
      `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${otherwise}`,
    );
  }
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
      timeoutMs: Math.min(retryPolicy.timeoutMs, MAX_TRY_MS),
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

/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readCredentialsAgain(secrets: Secrets): Promise<Reread> {
  const lost = new InputErrors();
  const errors = new InputErrors();
  const inputs = readInputs(readInput);
  const sources = await readSources(inputs, readTextFile, lost);
  maskCredentials(secrets, credentialsIn(sources), process.env);
  const { missingHint = '' } = settingOf(sources, 'management-token', 'mgmt_token');
  return {
    credentials: readCredentials(sources, errors),
    // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
    problems: errors.describe(),
    profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
  };
}

/** Without the management token nobody can tell whether the ledger is main's. */
function withoutManagementToken(state: string, profile: string | undefined): Failure {
  const reason =
    profile === undefined
      ? 'This mostly means that the action is called by a composite action that is itself called by a composite action: ' +
        'GitHub loses the inputs there. Call the action from the workflow, or from one level of composite action. ' +
        'Otherwise, the secret or the variable that the input reads is no longer there.'
      : `${profile} Did a step in between change or remove the file?`;
  return new Failure(
    'management-token-missing-at-the-end',
    `\`management-token\` is empty in the post step, so the post step sent no request. ${reason} ${leftoverHint(state)}`,
  );
}

function wronglySealed(state: string): Failure {
  return new Failure(
    'ledger-not-valid',
    'The ledger in the state of this step was not sealed by main with this management token, so the post step sent no ' +
      'request. Usually, the management token differs from the one that main used. Use the same `management-token` until the ' +
      `end of the job. Otherwise, a step of this job has set the state: check the steps before this one. ${leftoverHint(state)}`,
  );
}

/** Says how to find what can be left. Nothing here is verified, so a person must look before revoking anything. */
function leftoverHint(state: string): string {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
  const ids = claimedTokenIds(state);
  const left =
    ids.length === 0 ? 'Tokens of this step can be left.' : `These tokens can be left: ${ids.join(', ')}.`;
  const revoke =
    ids.length === 0 ? 'revoke them' : `revoke them: \`influxctl token revoke ${ids.join(' ')}\``;
  return (
    `${left} If their description contains "${run}.${attempt} job", ${revoke}. A rotated token can be in use and stays valid: ` +
    'the next run rotates again.'
  );
}

/** Says in the annotation and in the summary what has failed, and returns whether the post step counts as a success. */
function annotateError(error: unknown, failsJob: boolean, { runner }: PostStep): boolean {
  publishLines(stackOf(error), runner);
  const { code, detail, title, message } = explain(error);
  if (failsJob) runner.error(code, message, detail);
  else runner.warning(code, message, detail);
  runner.summary({
    title: 'InfluxDB token: not finished at the end of the job',
    items: [`${title}: ${message}`],
  });
  return !failsJob;
}
