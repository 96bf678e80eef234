import { systemClock } from './clock.ts';
import { Failure } from './failure.ts';
import { FaultList } from './faults.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { type Access, credentialsIn, readAccess } from './inputs/access.ts';
import { readInputs } from './inputs/declared.ts';
import { readSources } from './inputs/setting.ts';
import { readTextFile } from './inputs/text-file.ts';
import { ManagementApi } from './management-api/client.ts';
import { clockWarning } from './operations/clock-warning.ts';
import type { Deps } from './operations/deps.ts';
import { type HandOver, type LedgerEntries, readLedger } from './operations/ledger.ts';
import { isSettled, openEnds, remedy, settle } from './operations/settle.ts';
import { explain } from './report.ts';
import { type Runner, readInput } from './runner/runner.ts';
import { maskCredentials, type Secrets } from './runner/secrets.ts';

const LONGEST_TRY_MS = 15_000;

/** What the step is given for the end of the job. */
interface PostStep {
  readonly runner: Runner;
  readonly secrets: Secrets;
  /** When everything must be over, as `Clock.elapsed` measures. */
  readonly deadline: number;
}

/** endJob does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
export async function endJob(state: string, step: PostStep): Promise<boolean> {
  try {
    const ledger = readLedger(state);
    const ended = ledger.handOver === undefined || (await endHandOver(ledger.handOver, ledger, step));
    return (await settleLedger(ledger, step)) && ended;
  } catch (error) {
    return told(error, 'warning', step);
  }
}

/** Commits what a rotation has handed over. Fails the job only where its consumers are locked out. */
async function endHandOver(handOver: HandOver, ledger: LedgerEntries, step: PostStep): Promise<boolean> {
  const { endRotation, isToBeCommitted, openHandOver } = await import('./operations/rotation/end.ts');
  const open = openHandOver(handOver);
  if (open === undefined) return true;
  if (!isToBeCommitted(handOver, readInput(process.env, 'job-status'))) {
    step.runner.warning('Rotation not committed', open);
    return true;
  }
  let deps: PostDeps;
  try {
    deps = await connect(ledger, step, 'Rotation not committed', open);
  } catch (error) {
    return told(error, 'warning', step);
  }
  try {
    await endRotation(handOver, deps);
    return true;
  } catch (error) {
    return told(error, 'error', step);
  }
}

/**
 * Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
 * token's last hours.
 */
async function settleLedger(ledger: LedgerEntries, step: PostStep): Promise<boolean> {
  const open = openEnds(ledger.attempts);
  if (isSettled(open)) return true;
  try {
    await settle(open, await connect(ledger, step, 'Token not revoked', remedy(open)));
    return true;
  } catch (error) {
    return told(error, ledger.failOnRevokeError ? 'error' : 'warning', step);
  }
}

type PostDeps = Pick<Deps, 'api' | 'pacing' | 'runner' | 'clock'>;

/** The ledger says where the cluster is. `title` and `otherwise` say what is true when nobody can be asked. */
async function connect(
  { place, tries }: LedgerEntries,
  { runner, secrets, deadline }: PostStep,
  title: string,
  otherwise: string,
): Promise<PostDeps> {
  const { credential, trusted } = await readAccessAgain(secrets, title, otherwise);
  const requests = new Requests(new HttpTransport(trusted), systemClock, Math.random, runner.info, {
    timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
    retries: tries.retries,
    deadline,
  });
  const observer = { secret: (secret: string) => secrets.mask(secret), clocks: clockWarning(runner) };
  const api = new ManagementApi(requests, systemClock, credential, [place], observer);
  return { api, pacing: requests, runner, clock: systemClock };
}

/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(secrets: Secrets, title: string, otherwise: string): Promise<Access> {
  const lost = new FaultList();
  const faults = new FaultList();
  const inputs = readInputs((name) => readInput(process.env, name));
  const sources = await readSources(inputs, readTextFile, lost);
  maskCredentials(secrets, credentialsIn(sources), process.env);
  const access = readAccess(sources, faults);
  // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
  if (faults.none && access.credential.secret.reveal() !== '') return access;
  const gone = [lost, faults].map((list) => list.describe()).filter((text) => text !== '');
  throw new Failure(
    title,
    `What was used to create the token is not there any more by the end of the job: ${gone.join(' ')} Was it changed or ` +
      `removed by a step in between? ${otherwise}`,
  );
}

/** Returns whether the post step may count as a success all the same. */
function told(error: unknown, level: 'warning' | 'error', { runner }: PostStep): boolean {
  const { title, message } = explain(error, runner);
  runner[level](title, message);
  return level === 'warning';
}
