import type { FaultList } from '../faults.ts';
import { DURATION_EXAMPLES, parseDuration } from '../tokens/duration.ts';
import { givenOrDefault, type InputName, type Inputs } from './declared.ts';
import { quote } from './text.ts';

/** readBoolean reads a switch. Notes a fault and returns false for anything else. */
export function readBoolean(inputs: Inputs, name: InputName, faults: FaultList): boolean {
  return parseBoolean(givenOrDefault(inputs, name), name, faults);
}

/** parseBoolean reads a switch as YAML's core schema writes it. Notes a fault and returns false for anything else. */
export function parseBoolean(text: string, name: string, faults: FaultList): boolean {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (!/^(?:false|False|FALSE)$/.test(text)) faults.add(name, `${quote(text)} is neither true nor false.`);
  return false;
}

/** readCount reads a whole number from 0 to `most`. Notes a fault and returns 0 otherwise. */
export function readCount(inputs: Inputs, name: InputName, most: number, faults: FaultList): number {
  const text = givenOrDefault(inputs, name);
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= most) return count;
  faults.add(name, `${quote(text)} is not a whole number from 0 to ${most}.`);
  return 0;
}

/** DurationLimits are in seconds; `rule` says them to a person. */
export interface DurationLimits {
  readonly least: number;
  readonly most: number;
  readonly rule: string;
}

/** UP_TO_TEN_YEARS is any duration that somebody can mean. */
export const UP_TO_TEN_YEARS: DurationLimits = {
  least: 0,
  most: 10 * 365 * 24 * 3600,
  rule: 'at most ten years',
};

/** readDuration reads a duration of at least and at most so many seconds. Returns milliseconds; 0 with a fault. */
export function readDuration(
  inputs: Inputs,
  name: InputName,
  limits: DurationLimits,
  faults: FaultList,
): number {
  const text = givenOrDefault(inputs, name);
  const seconds = parseDuration(text);
  if (seconds === undefined) {
    faults.add(name, `${quote(text)} is not a duration: ${DURATION_EXAMPLES}.`);
    return 0;
  }
  if (seconds < limits.least || seconds > limits.most) {
    faults.add(name, `${quote(text)} is out of range: ${limits.rule}.`);
    return 0;
  }
  return seconds * 1000;
}
