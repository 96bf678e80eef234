import { annotatePostError } from './annotate-post-error.ts';
import { systemClock } from './base/clock.ts';
import { randomNonce } from './base/nonce.ts';
import { fingerprint } from './http/trust.ts';
import { whereOf } from './management-token/configuration.ts';
import { readManagementInputs } from './management-token/inputs.ts';
import { revokeLeftovers } from './management-token/revoke-tokens.ts';
import { withInfluxctl } from './management-token/session.ts';
import {
  folderName,
  type ManagementLedgerEntries,
  parseState,
  readManagementLedger,
  waitBeforeListing,
} from './management-token/state.ts';
import { hasLeftover } from './operations/ledger.ts';
import { unsealLedger } from './operations/sealed-ledger.ts';
import type { Where } from './report/context.ts';
import { reportLeftovers, withUnreadableInput } from './report/post-step.ts';
import { rereadCredentials, sealFailure } from './reread-credentials.ts';
import { publish } from './runner/publish.ts';
import { readInput } from './runner/runner.ts';
import { removeTemporaryFolder } from './runner/temporary-folder.ts';
import type { PostStep } from './step-inputs.ts';

const MAX_CALL_MS = 10_000;

/** Enough for a list, a revocation, and another list. */
const TIME_TO_REVOKE_MS = 20_000;

const NOUN = 'management token';

/**
 * runManagementPostStep removes the configuration of influxctl, if main could not, and revokes leftover management tokens. It acts on a
 * ledger only if its seal is right. A failure is a warning: the result of the job matters more.
 */
export async function runManagementPostStep(text: string, step: PostStep): Promise<void> {
  const { folder, ledger } = parseState(text);
  try {
    if (folder !== '') removeTemporaryFolder(folder);
  } catch (error) {
    annotatePostError(error, { failsJob: false }, step.runner);
  }
  if (ledger !== '') await revokeLeftTokens(ledger, step);
}

async function revokeLeftTokens(sealed: string, step: PostStep): Promise<void> {
  let where: Where | undefined;
  try {
    const reread = await rereadCredentials(readManagementInputs(readInput).shared, step.secrets);
    const { credentials, problems } = reread;
    const text = unsealLedger(sealed, credentials.credential.secret);
    if (text === undefined) throw sealFailure(reread, { claimedIds: [], noun: NOUN });
    const ledger = readManagementLedger(text);
    where = whereOf(ledger.profile);
    const open = ledger.attempts.filter(hasLeftover);
    const nonces = open.map(({ nonce }) => nonce);
    const latestStart = step.deadline - TIME_TO_REVOKE_MS;
    await systemClock.sleep(waitBeforeListing(open, ledger, { now: systemClock.elapsed(), latestStart }));
    const session = sessionOf(ledger, credentials, step);
    const result = await withInfluxctl(session, (influxctl) => revokeLeftovers(new Set(nonces), influxctl));
    const report = reportLeftovers(result, { nonces }, { ...where, noun: NOUN });
    publish(withUnreadableInput(report, problems), step.runner);
  } catch (error) {
    annotatePostError(error, { failsJob: false, where }, step.runner);
  }
}

/** Runs the same influxctl as main, and trusts only what main trusted. */
function sessionOf(
  { program, profile, timeoutMs, fingerprints, hasCertificates }: ManagementLedgerEntries,
  { credential, trusted }: Awaited<ReturnType<typeof rereadCredentials>>['credentials'],
  { secrets, deadline }: PostStep,
): Parameters<typeof withInfluxctl>[0] {
  return {
    folder: folderName(randomNonce()),
    program,
    profile,
    managementToken: credential.secret,
    trusted: hasCertificates ? trusted.filter((one) => fingerprints.includes(fingerprint(one))) : undefined,
    timeoutMs: Math.min(timeoutMs, MAX_CALL_MS),
    timeLeftMs: () => deadline - systemClock.elapsed(),
    env: process.env,
    mask: (secret: string) => secrets.mask(secret),
    onVersion: () => {},
  };
}
