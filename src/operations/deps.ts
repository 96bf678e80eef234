import type { Clock } from '../base/clock.ts';
import type { DataPlane } from '../data-plane/probe.ts';
import type { RetryControl } from '../http/retry.ts';
import type { ManagementApi } from '../management-api/client.ts';
import type { Runner } from '../runner/runner.ts';
import type { Ledger } from './ledger.ts';

/** Deps are the parts of the world that operations speak to. */
export interface Deps {
  readonly api: ManagementApi;
  readonly dataPlane: DataPlane;
  readonly retryControl: RetryControl;
  readonly runner: Runner;
  readonly clock: Clock;
  /** 16 random hex digits, new each time. */
  readonly nonce: () => string;
  /** Makes a ledger in the step's state, for what creates a token. Throws like `ManagementApi.endpoint`. */
  readonly newLedger: (failOnRevokeError: boolean) => Promise<Ledger>;
}
