import type { FaultList } from '../faults.ts';
import type { Connection } from '../inputs/connection.ts';
import type { Inputs } from '../inputs/declared.ts';
import type { RunContext } from '../runner/context.ts';

/** CommonRequest is what every request has. */
export interface CommonRequest {
  readonly connection: Connection;
  readonly run: RunContext;
}

/** Asked is what the request of an operation is made of: its inputs, and what is read already. */
export interface Asked {
  readonly inputs: Inputs;
  readonly common: CommonRequest;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly faults: FaultList;
}
