import { editDistance } from '../base/edit-distance.ts';
import type { InputError, InputErrors } from '../base/errors.ts';
import { quote, visible } from '../base/text.ts';
import { isMisspelling, orList } from './fields/nearest.ts';
import { looksLikeToken } from './fields/uuid.ts';
import { INPUTS } from './inputs.ts';
import { isShownInput } from './misplaced.ts';

const PREFIX = 'INPUT_';

const DECLARED = Object.keys(INPUTS);

/** Misspelling is an input error about a name, with the declared inputs that it probably means. */
export interface Misspelling extends InputError {
  readonly meant: readonly string[];
}

/** UndeclaredInputs are inputs with a value that action.yml does not declare. */
export interface UndeclaredInputs {
  readonly misspelled: readonly Misspelling[];
  /** Similar to no declared input: perhaps a variable that is meant for another program. */
  readonly unknown: readonly string[];
}

/**
 * undeclaredInputs finds the inputs that GitHub only warns about. If `dry_run: true` were ignored, the step would revoke tokens.
 * `env` is the environment of the step, and `declared` names the inputs in action.yml. Pure.
 */
export function undeclaredInputs(
  env: NodeJS.ProcessEnv,
  declared: readonly string[] = DECLARED,
): UndeclaredInputs {
  const undeclared = Object.keys(env)
    .filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? '').trim() !== '')
    .filter((variable) => !isRead(variable, declared, env))
    .map((variable) => ({ name: nameOf(variable), value: env[variable]?.trim() ?? '' }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const judged = undeclared.map((one) => ({ ...one, error: errorAbout(one, declared) }));
  return {
    misspelled: judged.flatMap(({ error }) => error ?? []),
    unknown: judged.filter(({ error }) => error === undefined).map(({ name }) => name),
  };
}

/** The action reads a declared name in upper case. Another case is another variable, except on Windows. */
function isRead(variable: string, declared: readonly string[], env: NodeJS.ProcessEnv): boolean {
  return declared.includes(nameOf(variable)) && env[variable.toUpperCase()] === env[variable];
}

function nameOf(variable: string): string {
  return variable.slice(PREFIX.length).toLowerCase();
}

/** Undeclared is a name that action.yml does not declare, and its value. */
interface Undeclared {
  readonly name: string;
  readonly value: string;
}

function errorAbout({ name, value }: Undeclared, declared: readonly string[]): Misspelling | undefined {
  if (DECLARED.includes(name) && !declared.includes(name)) {
    return { input: name, message: 'is an input of the main action only. Remove the input.', meant: [] };
  }
  const meant = meantBy(name, declared);
  return meant.length > 0 ? misspelling({ name, value }, meant) : undefined;
}

/** noteMisspelled adds an input error for each misspelled input, and none for the input that is therefore missing. */
export function noteMisspelled(
  misspelled: readonly Misspelling[],
  inputs: Readonly<Record<string, string>>,
  errors: InputErrors,
): void {
  for (const { input, message, meant } of misspelled) {
    errors.add(input, message);
    for (const name of meant) if ((inputs[name] ?? '') === '') errors.explain(name);
  }
}

/** meantBy lists only the most likely declared inputs that an undeclared name means. Pure. */
export function meantBy(name: string, names: readonly string[] = DECLARED): string[] {
  const typed = normalized(name);
  const declared = names.map((one) => ({ name: one, key: normalized(one) }));
  // Otherwise, a token instead of an ID would be shown.
  if (typed === 'token') return ['management-token'];
  const equal = declared.filter(({ key }) => key === typed);
  if (equal.length > 0) return equal.map((one) => one.name);
  const near = declared
    .filter(({ key }) => isMisspelling(typed, key))
    .map((one) => ({ ...one, away: editDistance(typed, one.key) }))
    .sort((one, other) => one.away - other.away);
  const nearest = near.filter(({ away }) => away === near[0]?.away).map((one) => one.name);
  const begun = declared.filter((one) => firstWords(one.name).includes(typed));
  return [...new Set([...nearest, ...begun.map((one) => one.name)])];
}

/** `fail` and `failon` of `fail-on-match`. */
function firstWords(name: string): string[] {
  const words = name.split('-');
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join(''));
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** Says which declared inputs an undeclared name probably means. It never quotes a credential. */
function misspelling({ name, value }: Undeclared, meant: readonly string[]): Misspelling {
  const suggestion = orList(meant.map((one) => `\`${one}\``));
  const isShown = meant.every(isShownInput) && !looksLikeToken(value);
  return {
    input: visible(name),
    meant,
    message:
      `is not an input of this action${isShown ? ` (value: ${quote(value)})` : ''}. Did you mean ${suggestion}? ` +
      originOf(name),
  };
}

/** describeUnknown warns about an input that is similar to no declared one. */
export function describeUnknown(name: string): string {
  return `\`${visible(name)}\` is not an input of this action, so it was ignored. Remove the input. ${originOf(name)}`;
}

/** The runner passes inputs as variables, so the environment can contain one as well. */
function originOf(name: string): string {
  const shown = visible(name);
  return `If the step does not set \`${shown}\`, look for \`${PREFIX}${visible(name.toUpperCase())}\` under \`env:\` of the job or workflow.`;
}
