import type { FaultList } from '../input-errors.ts';
import type { Inputs } from './declared.ts';
import { readDuration } from './scalars.ts';

/** readActivationTimeout reads how long to wait for a token to be accepted, in milliseconds; 0: do not probe. */
export function readActivationTimeout(inputs: Inputs, faults: FaultList): number {
  const limits = { least: 0, most: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' };
  return readDuration(inputs, 'activation-timeout', limits, faults);
}
