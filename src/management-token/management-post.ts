import { systemClock } from '../base/clock.ts';
import { Failure, InputErrors } from '../base/errors.ts';
import { fingerprint } from '../http/trust.ts';
import { unsealLedger } from '../operations/sealed-ledger.ts';
import { explain, stackOf } from '../report/errors.ts';
import { type Credentials, credentialsIn, readCredentials } from '../request/connection/credentials.ts';
import { readSources } from '../request/connection/setting.ts';
import { readTextFile } from '../request/connection/text-file.ts';
import { publish, publishLines } from '../runner/publish.ts';
import { type Runner, readInput } from '../runner/runner.ts';
import { maskCredentials, type Secrets } from '../runner/secrets.ts';
import { removeTemporaryFolder } from '../runner/temporary-folder.ts';
import { readManagementInputs } from './inputs.ts';
import { type Attempt, type LedgerEntries, openAttempts, readLedger } from './ledger.ts';
import { hintFor, revokeOpen } from './leftovers.ts';
import { withInfluxctl } from './session.ts';
import { folderName, parseState } from './state.ts';

const MAX_CALL_MS = 10_000;

/** A server might still create the token of a call whose sender was killed, but no later than this. */
const LATEST_EFFECT_MS = 5_000;

/** Enough for a list, a revocation, and another list. */
const TIME_TO_REVOKE_MS = 20_000;

/** ManagementPostStep is what the step is given for the end of the job. */
interface ManagementPostStep {
  readonly runner: Runner;
  readonly secrets: Secrets;
  /** The end of the time for everything, as `Clock.elapsed` measures. */
  readonly deadline: number;
}

/**
 * runManagementPostStep removes the configuration of influxctl, if main could not, and revokes the management tokens that nobody has. It
 * acts on a ledger only if its seal is right. A failure is a warning: the result of the job matters more.
 */
export async function runManagementPostStep(text: string, step: ManagementPostStep): Promise<void> {
  const { folder, ledger } = parseState(text);
  await warnOnFailure(step, async () => {
    if (folder !== '') removeTemporaryFolder(folder);
  });
  if (ledger !== '') await warnOnFailure(step, () => revokeLeftovers(ledger, step));
}

async function revokeLeftovers(sealed: string, step: ManagementPostStep): Promise<void> {
  const { runner, secrets, deadline } = step;
  const { credentials, problems } = await rereadCredentials(secrets);
  const { secret } = credentials.credential;
  const text = unsealLedger(sealed, secret);
  if (text === undefined) throw secret.reveal() === '' ? tokenMissing() : ledgerNotValid();
  const entries = readLedger(text);
  const open = openAttempts(entries);
  if (problems !== '') {
    throw new Failure(
      'token-not-revoked',
      `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${hintFor(open)}`,
    );
  }
  await systemClock.sleep(waitFor(open, { entries, now: systemClock.elapsed(), deadline }));
  const trusted = credentials.trusted.filter((one) => entries.fingerprints.includes(fingerprint(one)));
  const session = {
    folder: folderName(process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex')),
    program: entries.program,
    profile: entries.profile,
    managementToken: secret,
    trusted,
    timeoutMs: Math.min(entries.timeoutMs, MAX_CALL_MS),
    timeLeftMs: () => deadline - systemClock.elapsed(),
    env: process.env,
    mask: (one: string) => secrets.mask(one),
    onVersion: () => {},
  };
  publish(await withInfluxctl(session, (influxctl) => revokeOpen(open, influxctl)), runner);
}

/** If the step was killed, influxctl can have gone on by itself until its own time limit. Pure. */
function waitFor(
  open: readonly Attempt[],
  {
    entries,
    now,
    deadline,
  }: { readonly entries: LedgerEntries; readonly now: number; readonly deadline: number },
): number {
  const lastEffect = Math.max(...open.map(({ at, endedAt = at + entries.timeoutMs }) => endedAt));
  const wait = lastEffect + LATEST_EFFECT_MS - now;
  return Math.max(
    0,
    Math.min(wait, entries.timeoutMs + LATEST_EFFECT_MS, deadline - TIME_TO_REVOKE_MS - now),
  );
}

function leftHint(): string {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
  return (
    `A management token whose description contains "${run}.${attempt} pending" can be left: look for it in ` +
    '`influxctl management list`. If no secret contains it, revoke it with `influxctl management revoke ID`.'
  );
}

function tokenMissing(): Failure {
  return new Failure(
    'management-token-missing',
    '`management-token` is empty in the post step, so the post step revoked nothing. Usually, the action is called by a composite ' +
      'action that is itself called by a composite action: GitHub loses the inputs there. Call the action from the workflow, or from ' +
      `one level of composite action. ${leftHint()}`,
  );
}

function ledgerNotValid(): Failure {
  return new Failure(
    'ledger-not-valid',
    'The ledger in the state of this step was not sealed by main with this management token, so the post step revoked nothing. Use ' +
      `the same \`management-token\` until the end of the job. ${leftHint()}`,
  );
}

async function rereadCredentials(
  secrets: Secrets,
): Promise<{ readonly credentials: Credentials; readonly problems: string }> {
  const { shared } = readManagementInputs(readInput);
  const errors = new InputErrors();
  const sources = await readSources(shared, readTextFile, new InputErrors());
  maskCredentials(secrets, credentialsIn(sources), process.env);
  return { credentials: readCredentials(sources, errors), problems: errors.describe() };
}

/** Reports a failure in the annotation and in the summary. */
async function warnOnFailure({ runner }: ManagementPostStep, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    publishLines(stackOf(error), runner);
    const explanation = explain(error);
    runner.warning(explanation.code, explanation.message, explanation.detail);
    runner.summary({
      title: 'InfluxDB management token: post step not finished',
      items: [`${explanation.title}: ${explanation.message}`],
    });
  }
}
