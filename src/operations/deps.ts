import type { Clock } from '../base/clock.ts';
import type { DataPlane } from '../data-plane/probe.ts';
import type { RetryPolicy } from '../http/requests.ts';
import type { ManagementApi } from '../management-api/client.ts';
import type { Runner } from '../runner/runner.ts';
import type { Progress } from '../tokens/progress.ts';
import type { Ledger } from './ledger.ts';

/** RetryControl is how often and with what pauses something is tried again. */
export interface RetryControl {
  readonly policy: Pick<RetryPolicy, 'retries'>;
  /** backOff waits before the try that follows attempt number `attempt`, counted from 0; false: no time is left. */
  backOff(attempt: number): Promise<boolean>;
}

/** Deps are the parts of the world that operations speak to. */
export interface Deps {
  readonly api: ManagementApi;
  readonly dataPlane: DataPlane;
  readonly retryControl: RetryControl;
  readonly runner: Runner;
  /** Tells people what the operation does now. */
  readonly progress: (progress: Progress) => void;
  readonly clock: Clock;
  /** 16 random hex digits, new each time. */
  readonly nonce: () => string;
  /** A ledger in the step's state, once the API is located: for what creates a token. */
  readonly newLedger: (failOnRevokeError: boolean) => Ledger;
}
