import { systemClock } from './clock.ts';
import { Failure } from './failure.ts';
import { FaultList } from './faults.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { type Access, managementTokensIn, readAccess } from './inputs/access.ts';
import { readInputs } from './inputs/declared.ts';
import { readSources } from './inputs/setting.ts';
import { readTextFile } from './inputs/text-file.ts';
import { ManagementApi } from './management-api/client.ts';
import { type LedgerEntries, readLedger } from './operations/ledger.ts';
import { isSettled, type OpenEnds, openEnds, remedy, settle } from './operations/settle.ts';
import { explain } from './report.ts';
import { actionsRunner, readInput, readState } from './runner/runner.ts';
import { maskCredentials, Secrets } from './runner/secrets.ts';

/** All post steps of a job together have less than five minutes; ours takes at most one, its own start included. */
const TIME_FOR_EVERYTHING_MS = 58_000;
const LONGEST_TRY_MS = 15_000;

const secrets = new Secrets();
const runner = actionsRunner(secrets, process.env);
post().then((succeeded) => process.exit(succeeded ? 0 : 1));

async function post(): Promise<boolean> {
  const state = readState(process.env);
  if (state === '') return true;
  // Revoking never fails a job unless it was asked to: the job's own result is worth more than a token's last hours.
  let failsJob = false;
  try {
    const ledger = readLedger(state);
    failsJob = ledger.failOnRevokeError;
    await settleLedger(ledger);
    return true;
  } catch (error) {
    const { title, message } = explain(error, runner);
    (failsJob ? runner.error : runner.warning)(title, message);
    return !failsJob;
  }
}

async function settleLedger({ place, tries, attempts }: LedgerEntries): Promise<void> {
  const open = openEnds(attempts);
  if (isSettled(open)) return;
  const { credential, trusted } = await readAccessAgain(open);
  const requests = new Requests(new HttpTransport(trusted), systemClock, Math.random, runner.info, {
    timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
    retries: tries.retries,
    deadline: systemClock.now() + TIME_FOR_EVERYTHING_MS,
  });
  const onSecret = (secret: string) => secrets.mask(secret);
  const api = new ManagementApi(requests, systemClock, credential, [place], onSecret);
  await settle(open, { api, pacing: requests, runner, clock: systemClock });
}

/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(open: OpenEnds): Promise<Access> {
  const lost = new FaultList();
  const faults = new FaultList();
  const inputs = readInputs((name) => readInput(process.env, name));
  const sources = await readSources(inputs, readTextFile, lost);
  maskCredentials(secrets, managementTokensIn(sources), process.env);
  const access = readAccess(sources, faults);
  // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
  if (faults.none && access.credential.secret.reveal() !== '') return access;
  throw new Failure(
    'Token not revoked',
    `What was used to create the token is not there any more by the end of the job: ${lost.describe()} ${faults.describe()}`.trimEnd() +
      ` Was it changed or removed by a step in between? ${remedy(open)}`,
  );
}
