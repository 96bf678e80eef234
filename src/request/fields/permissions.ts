import type { InputErrors } from '../../base/errors.ts';
import { contentLines, quote } from '../../base/text.ts';
import { DATABASE_NAME_RULE, isDatabaseName } from '../../tokens/databases.ts';
import {
  type Action,
  ANY_DATABASE,
  grants,
  mergePermissions,
  type Permission,
} from '../../tokens/permissions.ts';
import type { Inputs } from '../inputs.ts';
import { isAction, isActionPhrase, meantActions, nearestActions } from './actions.ts';
import { readList } from './list.ts';
import { suggestion, unwrapped } from './nearest.ts';
import { parsePermissionsJson } from './permission-json.ts';
import {
  isLine,
  linesHint,
  meantLines,
  NONE_WITH_OTHERS,
  nestedLines,
  parseLine,
} from './permission-lines.ts';
import { readBoolean } from './scalars.ts';

const FORMS =
  'With `databases`, write `read`, `write`, or `read, write`. Without `databases`, write one line `NAME: read, write` per database. `none` grants no permission';

/** RequestedPermissions are permissions from inputs. The names in them might not exist. */
export interface RequestedPermissions {
  readonly permissions: readonly Permission[];
  /** Whether names that the cluster does not have are refused, and the input to name in the error. */
  readonly checkDatabases: boolean;
  readonly databasesInput: 'databases' | 'permissions';
}

/** requestsPermissions tells whether the inputs contain permissions, or databases for them. */
export function requestsPermissions(inputs: Inputs): boolean {
  return inputs.permissions !== '' || inputs.databases !== '';
}

/** readRequestedPermissions reads `databases`, `permissions` and `check-databases`. Collects every input error. */
export function readRequestedPermissions(inputs: Inputs, errors: InputErrors): RequestedPermissions {
  return {
    permissions: readPermissions(inputs, errors),
    checkDatabases: readBoolean(inputs, 'check-databases', errors),
    databasesInput: inputs.databases === '' ? 'permissions' : 'databases',
  };
}

/**
 * readPermissions reads `databases` and `permissions` together, in any of their forms: actions for every database, a line per
 * database, `none`, and the JSON of the output `permissions`. Collects every input error. After one, the result is incomplete.
 */
export function readPermissions(inputs: Inputs, errors: InputErrors): Permission[] {
  const databases = readDatabases(inputs, errors);
  const text = inputs.permissions;
  // There is already an error about the whole input. Its form is not known, so `databases` cannot be checked.
  if (errors.isExplained('permissions')) return [];
  if (text === '') {
    errors.add('permissions', `is required. ${FORMS}.`);
    return [];
  }
  const json = parsePermissionsJson(text);
  if (json !== undefined) {
    if ('problem' in json) {
      errors.add('permissions', json.problem);
      return [];
    }
    for (const { resource } of json.permissions) {
      if (!isDatabaseName(resource)) errors.add('permissions', notAName(resource));
    }
    refuseDatabases(inputs, 'the JSON in `permissions` names the databases', errors);
    return json.permissions;
  }
  const lines = contentLines(text);
  if (lines.length === 1 && lines[0] === 'none') {
    refuseDatabases(inputs, '`permissions: none` grants no access', errors);
    return [];
  }
  if (lines.length > 0 && lines.every((line) => SWITCH.test(line))) {
    const meant = lines.filter((line) => /true$/i.test(line)).map((line) => line.replace(/\s*:.*$/, ''));
    errors.add(
      'permissions',
      `${quote(text)} has the actions as keys.${suggestion(meant.join(', ') || 'none')}`,
    );
    return [];
  }
  if (lines.some((line) => meansLine(line, inputs))) {
    refuseDatabases(inputs, '`permissions` names the databases', errors);
    return readMapping(inputs, errors);
  }
  return grants(readActions(inputs, errors), databases);
}

/** readDatabases reads the names in `databases`. Collects every input error. */
export function readDatabases(inputs: Inputs, errors: InputErrors): string[] {
  const names = readList(inputs, { input: 'databases', separator: 'comma', isValid: isDatabaseName }, errors);
  if (names === undefined) return [];
  if (inputs.databases !== '' && names.length === 0)
    errors.add('databases', `${quote(inputs.databases)} does not contain a name.`);
  for (const name of names) if (!isDatabaseName(name)) errors.add('databases', notAName(name));
  return names;
}

function notAName(name: string): string {
  const problem = `${quote(name)} is not a valid database name.`;
  if (isLine(name)) return `${problem} Actions belong in \`permissions\`.`;
  const meant = unwrapped(name);
  return isDatabaseName(meant) ? `${problem}${suggestion(meant)}` : `${problem} ${DATABASE_NAME_RULE}.`;
}

const SWITCH = /^(?:read|write)\s*:\s*(?:true|false)$/i;

function refuseDatabases({ databases }: Inputs, why: string, errors: InputErrors): void {
  if (databases === '' || errors.of('databases').length > 0) return;
  errors.add('databases', `${quote(databases)} has no effect, because ${why}. Remove \`databases\`.`);
}

/** Without `databases`, a text with a database is a line, even if its colon is missing. */
function meansLine(text: string, { databases }: Inputs): boolean {
  if (text.includes(':')) return true;
  if (text.split(',').every(isActionPhrase)) return false;
  if (databases === '' && text.includes('=')) return true;
  const isMeant = meantLines(text).length > 0 && !isActionPhrase(text);
  return isMeant && (databases === '' || text.includes('='));
}

function readMapping(inputs: Inputs, errors: InputErrors): Permission[] {
  const nested = nestedLines(contentLines(inputs.permissions));
  if (nested.length > 0) {
    errors.add(
      'permissions',
      `${quote(inputs.permissions)} has the actions on separate lines, as in YAML.${linesHint(nested)}`,
    );
    return [];
  }
  const lines =
    readList(
      inputs,
      { input: 'permissions', separator: 'line', isValid: isLine, corrected: meantLines },
      errors,
    ) ?? [];
  const parsed = lines.map(parseLine);
  for (const line of parsed) if ('problem' in line) errors.add('permissions', line.problem);
  return mergePermissions(parsed.flatMap((line) => ('permissions' in line ? line.permissions : [])));
}

function readActions(inputs: Inputs, errors: InputErrors): Action[] {
  const items = readList(inputs, { input: 'permissions', separator: 'comma', isValid: isAction }, errors);
  if (items === undefined) return [];
  const wrong = items.filter((item) => !isAction(item));
  const together = items.length > 1 && wrong.length > 1 ? correctedItems(items, inputs) : '';
  if (together !== '') {
    errors.add('permissions', `${quote(inputs.permissions)} is not \`read\` or \`write\`.${together}`);
    return [];
  }
  for (const item of wrong) errors.add('permissions', notAnAction(item, inputs));
  if (items.length === 0)
    errors.add('permissions', `${quote(inputs.permissions)} does not contain an action. ${FORMS}.`);
  // A text without any action is probably a database.
  else if (
    inputs.databases === '' &&
    wrong.every((item) => item !== ANY_DATABASE && meantActions(item).length > 0)
  ) {
    errors.add(
      'databases',
      'is required with this form of `permissions`. Set the databases that the actions apply to.',
    );
  }
  return items.filter(isAction);
}

/** A sentence with the whole input to write, if all items have the same mistake. Empty if that is not clear. */
function correctedItems(items: readonly string[], { databases }: Inputs): string {
  const actions = items.map(meantActions);
  if (actions.every((one) => one.length > 0)) return suggestion([...new Set(actions.flat())].join(', '));
  const areNames =
    databases === '' && items.every((item, index) => actions[index]?.length === 0 && isDatabaseName(item));
  return areNames ? linesHint(items.map((item) => `${item}: read`)) : '';
}

function notAnAction(item: string, { databases }: Inputs): string {
  if (item === 'none') return NONE_WITH_OTHERS;
  const line = databases === '' && isDatabaseName(item) ? `${item}: read` : undefined;
  const hint = suggestion(
    item === ANY_DATABASE ? (line ?? nearestActions(item)) : (nearestActions(item) ?? line),
  );
  return `${quote(item)} is not \`read\` or \`write\`.${hint || ` ${FORMS}.`}`;
}
