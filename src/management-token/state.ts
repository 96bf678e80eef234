import * as v from '@badrap/valita';
import { type Attempt, attemptSchema, LATEST_EFFECT_MS } from '../operations/ledger.ts';

/** A folder of this name contains only the configuration of influxctl, so anybody can remove it safely. */
const FOLDER = /^influxctl-[0-9a-f]{16}$/;

/** StepState is what main leaves for the post step. */
export interface StepState {
  /** The name of the folder with the configuration. Empty after it was removed. */
  readonly folder: string;
  /** The sealed ledger. Empty if there is nothing to revoke. */
  readonly ledger: string;
}

/** folderName returns the name of a new folder for the configuration. */
export function folderName(nonce: string): string {
  return `influxctl-${nonce}`;
}

/** formatState writes the state. Empty if the post step has nothing to do. */
export function formatState({ folder, ledger }: StepState): string {
  return folder === '' && ledger === '' ? '' : `${folder}\n${ledger}`;
}

/** parseState reads the state. It drops a name that no folder of this action has. */
export function parseState(text: string): StepState {
  const [folder = '', ...ledger] = text.split('\n');
  return { folder: FOLDER.test(folder) ? folder : '', ledger: ledger.join('\n') };
}

/** What the ledger contains in addition to the attempts. */
const header = {
  program: v.object({ path: v.string(), environment: v.record(v.string()) }),
  profile: v.object({
    product: v.union(v.literal('dedicated'), v.literal('clustered')),
    accountId: v.string(),
    clusterId: v.string(),
    host: v.string(),
    port: v.string(),
    tls: v.boolean(),
  }),
  timeoutMs: v.number(),
  /** The certificates that main trusted in addition to the ones bundled with Node. */
  fingerprints: v.array(v.string()),
  /** Whether main gave influxctl a file with certificates. Without it, influxctl trusted those of the system. */
  hasCertificates: v.boolean(),
};

const entries = v.object({ ...header, attempts: v.array(attemptSchema) });

/** ManagementLedgerEntries is everything that the post step needs, except the management token. */
export type ManagementLedgerEntries = v.Infer<typeof entries>;

/** ManagementLedgerHeader is the part of the ledger that does not depend on the tokens. */
export type ManagementLedgerHeader = Omit<ManagementLedgerEntries, 'attempts'>;

/** readManagementLedger reads what main wrote. Throws if the text is not from a Ledger with a ManagementLedgerHeader. */
export function readManagementLedger(text: string): ManagementLedgerEntries {
  return entries.parse(JSON.parse(text), { mode: 'strip' });
}

/** When a post step waits, on the clock of `Clock.elapsed`. */
export interface WaitTimes {
  readonly now: number;
  /** The wait ends by then, so that enough time is left to revoke. */
  readonly latestStart: number;
}

/**
 * waitBeforeListing is how long to wait until a list shows all tokens of the attempts. If the step was killed, influxctl can have
 * continued by itself until its own time limit. In milliseconds. Pure.
 */
export function waitBeforeListing(
  open: readonly Attempt[],
  { timeoutMs }: Pick<ManagementLedgerEntries, 'timeoutMs'>,
  { now, latestStart }: WaitTimes,
): number {
  const lastEffect = Math.max(...open.map(({ at, endedAt = at + timeoutMs }) => endedAt)) + LATEST_EFFECT_MS;
  return Math.max(0, Math.min(lastEffect - now, timeoutMs + LATEST_EFFECT_MS, latestStart - now));
}
