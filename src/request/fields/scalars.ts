import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { nearestName } from '../../tokens/databases.ts';
import { DURATION_EXAMPLES, parseDuration, suggestDurations } from '../../tokens/duration.ts';
import { givenOrDefault, type InputName, type Inputs } from '../inputs.ts';

/** readBoolean reads a switch. Adds an input error and returns false for anything else. */
export function readBoolean(inputs: Inputs, name: InputName, errors: InputErrors): boolean {
  return parseBoolean(givenOrDefault(inputs, name), name, errors);
}

/** parseBoolean reads `true` or `false` in any case. Anything else is an input error, and false. */
export function parseBoolean(text: string, name: string, errors: InputErrors): boolean {
  const typed = text.toLowerCase();
  if (typed === 'true') return true;
  if (typed !== 'false') errors.add(name, notABoolean(text));
  return false;
}

/** The words that YAML 1.1, shells, and people have for the two. */
const SWITCHES: Readonly<Record<string, 'true' | 'false'>> = {
  yes: 'true',
  y: 'true',
  on: 'true',
  t: 'true',
  '1': 'true',
  enabled: 'true',
  no: 'false',
  n: 'false',
  off: 'false',
  f: 'false',
  '0': 'false',
  disabled: 'false',
};

function notABoolean(text: string): string {
  const typed = text.toLowerCase();
  const meant = Object.hasOwn(SWITCHES, typed) ? SWITCHES[typed] : nearestName(text, ['true', 'false']);
  return `${quote(text)} is not \`true\` or \`false\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
}

/** CountRule is which input has a count, and how large it can be. */
export interface CountRule {
  readonly input: InputName;
  readonly max: number;
}

/** readCount reads a whole number from 0 to `max`. Adds an input error and returns 0 otherwise. */
export function readCount(inputs: Inputs, { input, max }: CountRule, errors: InputErrors): number {
  const text = givenOrDefault(inputs, input);
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= max) return count;
  errors.add(input, `${quote(text)} is not a whole number from 0 to ${max}.`);
  return 0;
}

/** DurationLimits are in seconds; `rule` says them to a person. */
export interface DurationLimits {
  readonly min: number;
  readonly max: number;
  readonly rule: string;
}

/** DurationRule is which input has a duration, and its limits. */
export interface DurationRule extends DurationLimits {
  readonly input: InputName;
}

/** UP_TO_TEN_YEARS is any duration that somebody can mean. */
export const UP_TO_TEN_YEARS: DurationLimits = {
  min: 0,
  max: 10 * 365 * 24 * 3600,
  rule: 'at most ten years',
};

/** readDuration reads a duration of at least and at most so many seconds. Returns milliseconds; 0 with an input error. */
export function readDuration(
  inputs: Inputs,
  { input, min, max, rule }: DurationRule,
  errors: InputErrors,
): number {
  const text = givenOrDefault(inputs, input);
  const seconds = parseDuration(text);
  if (seconds === undefined) {
    errors.add(input, `${quote(text)} is not a duration. ${durationHint(text)}`);
    return 0;
  }
  if (seconds < min || seconds > max) {
    errors.add(input, `${quote(text)} is out of range: ${rule}.`);
    return 0;
  }
  return seconds * 1000;
}

/** durationHint is what to write instead of a text that is not a duration: a sentence. */
function durationHint(text: string): string {
  const meant = suggestDurations(text).map((suggestion) => `\`${suggestion}\``);
  return meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `${DURATION_EXAMPLES}.`;
}

/** Choice is an input that has one of a few values. */
export interface Choice<Value extends string> {
  readonly input: InputName;
  readonly values: readonly Value[];
  /** Words that people write for a value, in lower case. */
  readonly synonyms?: Readonly<Record<string, Value>>;
}

/** readChoice reads one of a few values. Anything else is an input error that suggests the nearest one. */
export function readChoice<Value extends string>(
  text: string,
  choice: Choice<Value>,
  errors: InputErrors,
): Value | undefined {
  const value = choice.values.find((one) => one === text);
  if (value === undefined) errors.add(choice.input, wrongChoice(text, choice));
  return value;
}

/** wrongChoice says what is wrong with a value, and which one was probably meant. Pure. */
function wrongChoice<Value extends string>(text: string, { values, synonyms }: Choice<Value>): string {
  const typed = text.toLowerCase();
  const isSynonym = synonyms !== undefined && Object.hasOwn(synonyms, typed);
  const meant = isSynonym ? synonyms[typed] : nearestName(typed, values);
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  return `${quote(text)} is not valid.${hint} Use ${values.map((one) => `\`${one}\``).join(', ')}.`;
}

/** readActivationTimeout reads how long to wait for a token to be accepted, in milliseconds; 0: do not probe. */
export function readActivationTimeout(inputs: Inputs, errors: InputErrors): number {
  const limits = { min: 0, max: 24 * 3600, rule: 'waiting takes at most 24h, and 0 does not probe' };
  return readDuration(inputs, { input: 'activation-timeout', ...limits }, errors);
}
