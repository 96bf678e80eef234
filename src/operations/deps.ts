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
  /** A ledger in the step's state, once the API is located: for what creates a token. */
  readonly newLedger: (failOnRevokeError: boolean) => Ledger;
}
