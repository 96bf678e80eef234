import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { DURATION_EXAMPLES, parseDuration, suggestDurations } from '../../tokens/duration.ts';
import { givenOrDefault, type InputName, type Inputs } from '../inputs.ts';
import { lettersOf, nearestValue, orList, suggestion, unwrapped, type Vocabulary } from './nearest.ts';

/** readBoolean reads a switch. For any other value, it adds an input error and returns false. */
export function readBoolean(inputs: Inputs, name: InputName, errors: InputErrors): boolean {
  return parseBoolean(givenOrDefault(inputs, name), name, errors);
}

/** parseBoolean parses `true` or `false` in any case. For any other value, it adds an input error and returns false. */
export function parseBoolean(text: string, name: string, errors: InputErrors): boolean {
  const typed = text.toLowerCase();
  if (typed === 'true') return true;
  if (typed !== 'false') errors.add(name, notABoolean(text));
  return false;
}

/** The words of YAML 1.1, shells, and people for the two values. */
const SWITCHES: Vocabulary<'true' | 'false'> = {
  values: ['true', 'false'],
  synonyms: {
    yes: 'true',
    y: 'true',
    on: 'true',
    t: 'true',
    '1': 'true',
    enabled: 'true',
    always: 'true',
    no: 'false',
    n: 'false',
    off: 'false',
    f: 'false',
    '0': 'false',
    disabled: 'false',
    never: 'false',
  },
};

function notABoolean(text: string): string {
  return `${quote(text)} is not \`true\` or \`false\`.${suggestion(nearestValue(text, SWITCHES))}`;
}

/** CountRule names an input with a count, and its largest value. */
export interface CountRule {
  readonly input: InputName;
  readonly max: number;
}

/** readCount reads a whole number from 0 to `max`. For any other value, it adds an input error and returns 0. */
export function readCount(inputs: Inputs, { input, max }: CountRule, errors: InputErrors): number {
  const text = givenOrDefault(inputs, input);
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= max) return count;
  const meant = meantCount(text);
  const hint = meant !== undefined && meant <= max ? suggestion(String(meant)) : '';
  errors.add(input, `${quote(text)} is not a whole number from 0 to ${max}.${hint}`);
  return 0;
}

/** `1,000`, `1_000`, `"4"`, `4.0`, `4 times`, and `none`. */
function meantCount(text: string): number | undefined {
  const typed = unwrapped(text).toLowerCase();
  if (/^(?:none|no|never|false)$/.test(typed)) return 0;
  const [, digits] = /^\+?(\d{1,3}(?:[,._' ]\d{3})+|\d{1,9})(?:\.0+)?(?:\s*[a-z]+)?$/.exec(typed) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(/\D/g, ''));
}

/** DurationLimits are in seconds. `rule` is a sentence about them, without its period. */
export interface DurationLimits {
  readonly min: number;
  readonly max: number;
  readonly rule: string;
}

/** DurationRule names an input with a duration, and its limits. */
export interface DurationRule extends DurationLimits {
  readonly input: InputName;
  /** `0` switches something off, so words such as `none` probably mean `0`. */
  readonly zeroIsOff?: true;
}

/** UP_TO_TEN_YEARS includes every reasonable duration. */
export const UP_TO_TEN_YEARS: DurationLimits = {
  min: 0,
  max: 10 * 365 * 24 * 3600,
  rule: 'Use at most `3650d` (ten years)',
};

/** readDuration reads a duration within its limits. Returns milliseconds, or 0 after an input error. */
export function readDuration(
  inputs: Inputs,
  { input, min, max, rule, zeroIsOff }: DurationRule,
  errors: InputErrors,
): number {
  const text = givenOrDefault(inputs, input);
  const seconds = parseDuration(text);
  const isAllowed = (one: number) => one >= min && one <= max;
  if (seconds !== undefined && isAllowed(seconds)) return seconds * 1000;
  const isOff = zeroIsOff === true && OFF.includes(lettersOf(unwrapped(text)));
  const suggested = isOff ? ['0'] : suggestDurations(unwrapped(text));
  const meant = seconds === undefined ? suggested : [text];
  const allowed = meant.filter((one) => isAllowed(parseDuration(one) ?? Number.NaN));
  if (allowed.length > 0) errors.add(input, `${quote(text)} is not a duration.${suggestion(...allowed)}`);
  else if (meant.length > 0) errors.add(input, `${quote(text)} is out of range. ${rule}.`);
  else errors.add(input, `${quote(text)} is not a duration. ${DURATION_EXAMPLES}.`);
  return 0;
}

/** The words of people for a duration that switches something off. */
const OFF: readonly string[] = [
  ...['0days', '0hours', '0minutes', '0seconds', 'zero', 'none', 'no', 'off', 'false', 'disabled'],
  ...['immediate', 'immediately', 'now'],
];

/** Choice is an input that has one of a few values. */
export interface Choice<Value extends string> extends Vocabulary<Value> {
  readonly input: InputName;
}

/** readChoice reads one of a few values. For any other value, it adds an input error with the nearest one. */
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
function wrongChoice<Value extends string>(text: string, choice: Choice<Value>): string {
  const hint = suggestion(nearestValue(text, choice));
  return `${quote(text)} is not valid.${hint} ${oneOf(choice.values)}`;
}

/** oneOf returns a sentence with the values of a choice. */
export function oneOf(values: readonly string[]): string {
  return `Use ${orList(values.map((value) => `\`${value}\``))}.`;
}

/** readActivationTimeout reads how long to wait until the cluster accepts a token, in milliseconds. 0: send no probe. */
export function readActivationTimeout(inputs: Inputs, errors: InputErrors): number {
  const limits = { min: 0, max: 24 * 3600, rule: 'Use at most `24h`, or `0` for no probe' };
  return readDuration(inputs, { input: 'activation-timeout', ...limits, zeroIsOff: true }, errors);
}
