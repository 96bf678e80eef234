import { systemClock } from './clock.ts';
import { Failure } from './failure.ts';
import { FaultList } from './faults.ts';
import { Requests } from './http/requests.ts';
import { HttpTransport } from './http/transport.ts';
import { readManagementToken } from './inputs/connection.ts';
import { ManagementApi } from './management-api/client.ts';
import { type LedgerEntries, readLedger } from './operations/ledger.ts';
import { isSettled, type OpenEnds, openEnds, remedy, settle } from './operations/settle.ts';
import { explain } from './report.ts';
import { actionsRunner, readInput, readState } from './runner/runner.ts';
import { maskCredentials, Secrets } from './runner/secrets.ts';
import type { Secret } from './secret.ts';

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
  const input = readInput(process.env, 'management-token');
  maskCredentials(secrets, input, process.env);
  const requests = new Requests(new HttpTransport(), systemClock, Math.random, runner.info, {
    timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
    retries: tries.retries,
    deadline: systemClock.now() + TIME_FOR_EVERYTHING_MS,
  });
  const managementToken = usableManagementToken(input, open);
  const api = new ManagementApi(requests, managementToken, [place], (secret) => secrets.mask(secret));
  await settle(open, { api, pacing: requests, runner, clock: systemClock });
}

/** Inputs are evaluated again for the post step, and may have become something else. */
function usableManagementToken(text: string, open: OpenEnds): Secret {
  const faults = new FaultList();
  const token = readManagementToken(text, faults);
  if (faults.none) return token;
  throw new Failure(
    'Token not revoked',
    `The input \`management-token\` is empty or unusable by the end of the job: was it taken from something that ` +
      `changed since? ${remedy(open)}`,
  );
}
