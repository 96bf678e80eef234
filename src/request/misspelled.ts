import { distance } from 'fastest-levenshtein';
import type { InputError } from '../base/errors.ts';
import { INPUTS, type InputName } from './inputs.ts';

const PREFIX = 'INPUT_';

/** From so many letters on, a typed name can be two letters off: short names would match by chance. */
const LONG_NAME = 9;

const DECLARED = (Object.keys(INPUTS) as InputName[]).map((name) => ({ name, key: normalized(name) }));

/** UndeclaredInputs are inputs with a value that action.yml does not declare. */
export interface UndeclaredInputs {
  readonly misspelled: readonly InputError[];
  /** Similar to no declared input: perhaps a variable that is meant for another program. */
  readonly unknown: readonly string[];
}

/**
 * undeclaredInputs finds the inputs that GitHub only warns about: a `dry_run: true` that is ignored would revoke tokens.
 * `env` is the environment of the step. Pure.
 */
export function undeclaredInputs(env: NodeJS.ProcessEnv): UndeclaredInputs {
  const names = Object.keys(env)
    .filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? '').trim() !== '')
    .map((variable) => variable.slice(PREFIX.length).toLowerCase())
    .filter((name) => !Object.hasOwn(INPUTS, name))
    .sort();
  const judged = names.map((name) => ({ name, meant: meantBy(name) }));
  return {
    misspelled: judged.flatMap(({ name, meant }) => (meant.length > 0 ? [misspelling(name, meant)] : [])),
    unknown: judged.filter(({ meant }) => meant.length === 0).map(({ name }) => name),
  };
}

/** meantBy lists the declared inputs that an undeclared name probably stands for, the most likely ones only. Pure. */
export function meantBy(name: string): InputName[] {
  const typed = normalized(name);
  // A token in place of its ID would be shown.
  if (typed === 'token') return ['management-token'];
  const equal = DECLARED.filter(({ key }) => key === typed);
  if (equal.length > 0) return equal.map((declared) => declared.name);
  const near = DECLARED.map((declared) => ({ ...declared, away: distance(typed, declared.key) }))
    .filter(({ key, away }) => away <= (Math.max(key.length, typed.length) >= LONG_NAME ? 2 : 1))
    .sort((one, other) => one.away - other.away);
  const nearest = near.filter(({ away }) => away === near[0]?.away).map((declared) => declared.name);
  const begun = DECLARED.filter((declared) => firstWords(declared.name).includes(typed));
  return [...new Set([...nearest, ...begun.map((declared) => declared.name)])];
}

/** `fail` and `failon` of `fail-on-match`. */
function firstWords(name: InputName): string[] {
  const words = name.split('-');
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join(''));
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

function misspelling(name: string, meant: readonly InputName[]): InputError {
  const suggestion = meant.map((one) => `\`${one}\``).join(' or ');
  return {
    input: name,
    message:
      `is not an input of this action. Did you mean ${suggestion}? ` +
      `(If the step does not set it, look for \`${PREFIX}${name.toUpperCase()}\` under \`env:\` of the job or workflow.)`,
  };
}
