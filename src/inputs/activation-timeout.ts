import type { InputErrors } from '../input-errors.ts';
import type { Inputs } from './declared.ts';
import { readDuration } from './scalars.ts';

/** readActivationTimeout reads how long to wait for a token to be accepted, in milliseconds; 0: do not probe. */
export function readActivationTimeout(inputs: Inputs, errors: InputErrors): number {
  const limits = { min: 0, max: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' };
  return readDuration(inputs, 'activation-timeout', limits, errors);
}
