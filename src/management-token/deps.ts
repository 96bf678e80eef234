import type { Clock } from '../base/clock.ts';
import type { Failure } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import type { Ledger } from '../operations/ledger.ts';
import type { Runner } from '../runner/runner.ts';
import type { TwoClocks } from '../tokens/clocks.ts';
import type { Influxctl } from './influxctl.ts';
import type { ManagementProgress } from './outcome.ts';

/** ManagementDeps are the parts of the world that the operations speak to. */
export interface ManagementDeps {
  readonly influxctl: Influxctl;
  /** The management token that this step uses. */
  readonly credential: Secret;
  /** Reads the databases with a management token. Returns why the Management API did not show them. Throws only defects. */
  readonly check: (managementToken: Secret) => Promise<Failure | undefined>;
  /** Reads both clocks, through the Management API: influxctl shows none. Throws a Failure. */
  readonly clocks: () => Promise<TwoClocks>;
  readonly runner: Runner;
  /** Reports to people what the operation is doing. */
  readonly progress: (progress: ManagementProgress) => void;
  readonly clock: Clock;
  /** 16 random hex digits, new each time. */
  readonly nonce: () => string;
  readonly ledger: Ledger;
  /** The limit for one call of influxctl or one request, in milliseconds. */
  readonly timeoutMs: number;
}
