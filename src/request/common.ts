import type { InputErrors } from '../base/input-errors.ts';
import type { Connection } from './connection/connection.ts';
import type { Inputs } from './inputs.ts';
import type { RunContext } from './run-context.ts';

/** CommonRequest is what every request has. */
export interface CommonRequest {
  readonly connection: Connection;
}

/** RunRequest is a request of an operation that writes a tag or compares tags. */
export interface RunRequest extends CommonRequest {
  readonly run: RunContext;
}

/** ParseContext is what the request of an operation is made of: its inputs, and what is read already. */
export interface ParseContext {
  readonly inputs: Inputs;
  readonly common: CommonRequest;
  /** Reads the run that the step belongs to, once at most. Notes what is wrong with it. */
  readonly readRun: () => RunContext;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly errors: InputErrors;
}
