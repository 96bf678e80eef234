import { editDistance } from '../base/edit-distance.ts';
import type { InputError, InputErrors } from '../base/errors.ts';
import { quote, visible } from '../base/text.ts';
import { isMisspelling, orList } from './fields/nearest.ts';
import { looksLikeToken } from './fields/token-ids.ts';
import { INPUTS, type InputName, type Inputs } from './inputs.ts';
import { isShownInput } from './misplaced.ts';

const PREFIX = 'INPUT_';

const DECLARED = (Object.keys(INPUTS) as InputName[]).map((name) => ({ name, key: normalized(name) }));

/** Misspelling is an input error about a name, with the declared inputs that it probably means. */
export interface Misspelling extends InputError {
  readonly meant: readonly InputName[];
}

/** UndeclaredInputs are inputs with a value that action.yml does not declare. */
export interface UndeclaredInputs {
  readonly misspelled: readonly Misspelling[];
  /** Similar to no declared input: perhaps a variable that is meant for another program. */
  readonly unknown: readonly string[];
}

/**
 * undeclaredInputs finds the inputs that GitHub only warns about. If `dry_run: true` were ignored, the step would revoke tokens.
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
    misspelled: judged.flatMap(({ name, meant }) =>
      meant.length > 0
        ? [{ input: visible(name), meant, message: misspellingMessage(name, meant, env) }]
        : [],
    ),
    unknown: judged.filter(({ meant }) => meant.length === 0).map(({ name }) => name),
  };
}

/** noteMisspelled adds an input error for each misspelled input, and none for the input that is therefore missing. */
export function noteMisspelled(
  misspelled: readonly Misspelling[],
  inputs: Inputs,
  errors: InputErrors,
): void {
  for (const { input, message, meant } of misspelled) {
    errors.add(input, message);
    for (const name of meant) if (inputs[name] === '') errors.explain(name);
  }
}

/** meantBy lists only the most likely declared inputs that an undeclared name means. Pure. */
export function meantBy(name: string): InputName[] {
  const typed = normalized(name);
  // Otherwise, a token instead of an ID would be shown.
  if (typed === 'token') return ['management-token'];
  const equal = DECLARED.filter(({ key }) => key === typed);
  if (equal.length > 0) return equal.map((declared) => declared.name);
  const near = DECLARED.filter(({ key }) => isMisspelling(typed, key))
    .map((declared) => ({ ...declared, away: editDistance(typed, declared.key) }))
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

/** misspellingMessage says which declared inputs an undeclared name probably means. It never quotes a credential. Pure. */
export function misspellingMessage(
  name: string,
  meant: readonly InputName[],
  env: NodeJS.ProcessEnv,
): string {
  const suggestion = orList(meant.map((one) => `\`${one}\``));
  const value = givenValue(name, env);
  const isShown = meant.every(isShownInput) && !looksLikeToken(value);
  return (
    `is not an input of this action${isShown ? ` (value: ${quote(value)})` : ''}. Did you mean ${suggestion}? ` +
    `If the step does not set \`${visible(name)}\`, look for \`${PREFIX}${visible(name.toUpperCase())}\` under \`env:\` of the job or workflow.`
  );
}

/** Another case of the name is another variable, except on Windows. */
function givenValue(name: string, env: NodeJS.ProcessEnv): string {
  const variable = Object.keys(env).find(
    (one) =>
      one.slice(0, PREFIX.length).toUpperCase() === PREFIX && one.slice(PREFIX.length).toLowerCase() === name,
  );
  return (variable === undefined ? undefined : env[variable])?.trim() ?? '';
}
