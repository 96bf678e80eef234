import type { InputErrors } from '../../base/errors.ts';
import { contentLines, quote } from '../../base/text.ts';
import { DATABASE_NAME_RULE, isDatabaseName } from '../../tokens/databases.ts';
import {
  ACTIONS,
  type Action,
  grants,
  isAction,
  mergePermissions,
  type Permission,
} from '../../tokens/permissions.ts';
import type { Inputs } from '../inputs.ts';
import { FOLDING_HINT, isEncodedTwice, joinedByFolding, parseList, readLines, readList } from './list.ts';
import { readBoolean } from './scalars.ts';

const FORMS =
  'Write `read`, `write`, or both for every name in `databases`; or one line `NAME: read, write` per database; or `none`';

/** RequestedPermissions are permissions as somebody typed them: with names that may be wrong. */
export interface RequestedPermissions {
  readonly permissions: readonly Permission[];
  /** Whether names that the cluster does not have are refused; and which input to name then. */
  readonly checkDatabases: boolean;
  readonly databasesInput: 'databases' | 'permissions';
}

/** requestsPermissions tells whether somebody has typed any, or databases for them. */
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
 * database, `none`, and the JSON of the output `permissions`. Collects every input error; the result is incomplete then.
 */
export function readPermissions(inputs: Inputs, errors: InputErrors): Permission[] {
  const databases = readDatabases(inputs, errors);
  const text = inputs.permissions;
  if (text === '') {
    errors.add('permissions', `is required. ${FORMS}.`);
    return [];
  }
  const json = parseObjects(text, errors);
  if (json !== undefined) {
    refuseDatabases(databases, 'the JSON in `permissions` names them itself', errors);
    return json;
  }
  const lines = readLines(inputs, 'permissions', errors);
  if (lines === undefined) return [];
  if (lines.length === 1 && lines[0] === 'none') {
    refuseDatabases(databases, '`permissions: none` grants nothing', errors);
    return [];
  }
  if (lines.some((line) => line.includes(':') || isAssignment(line))) {
    refuseDatabases(databases, '`permissions` names them itself', errors);
    return mergePermissions(lines.flatMap((line) => parseMappingLine(line, errors)));
  }
  if (lines.length === 0) {
    errors.add('permissions', `contains only comments. ${FORMS}.`);
    return [];
  }
  if (inputs.databases === '') {
    errors.add('databases', 'is required with this form of `permissions`: the databases that it applies to.');
  }
  return grants(parseActions(lines.flatMap(itemsOf), errors, shortFormHint), databases);
}

/** readDatabases reads the names in `databases`. Collects every input error. */
export function readDatabases(inputs: Inputs, errors: InputErrors): string[] {
  const names = readList(inputs, 'databases', errors);
  if (names === undefined) return [];
  if (inputs.databases !== '' && names.length === 0) errors.add('databases', 'contains only comments.');
  for (const name of names) if (!isDatabaseName(name)) errors.add('databases', notAName(name));
  return names;
}

function notAName(name: string): string {
  const rule = joinedByFolding(name, isDatabaseName) ? FOLDING_HINT : `${DATABASE_NAME_RULE}.`;
  return `${quote(name)} is not a valid database name. ${rule}`;
}

function refuseDatabases(databases: readonly string[], why: string, errors: InputErrors): void {
  if (databases.length > 0) errors.add('databases', `must be empty, because ${why}.`);
}

/** `metrics=read` is how other tools write a line. */
function isAssignment(line: string): boolean {
  const [, actions] = line.split('=');
  return actions !== undefined && itemsOf(actions).some((item) => meantActions(item).length > 0);
}

function parseMappingLine(line: string, errors: InputErrors): Permission[] {
  const refuse = (message: string): Permission[] => {
    errors.add('permissions', message);
    return [];
  };
  if (line === 'none') return refuse('`none` must be the only line. Remove it, or the other lines.');
  const separator = /[:=]/.exec(line);
  if (separator === null) return refuse(`${quote(line)} names no database. Did you mean \`NAME: ${line}\`?`);
  const name = line.slice(0, separator.index).trim();
  const items = itemsOf(line.slice(separator.index + 1));
  const meant = items.flatMap(meantActions);
  if (isAction(name) && items.length > 0 && meant.length === 0) {
    const turned = items.filter(isDatabaseName).map((item) => `\`${item}: ${name}\``);
    const hint = turned.length > 0 ? ` Did you mean ${turned.join(' and ')}?` : '';
    return refuse(`${quote(line)} is the wrong way around.${hint}`);
  }
  if (!isDatabaseName(name)) {
    return refuse(`${quote(name)} in ${quote(line)} is not a valid database name. ${DATABASE_NAME_RULE}.`);
  }
  if (items.length === 0) return refuse(`${quote(line)} has no action. Did you mean \`${name}: read\`?`);
  if (separator[0] === '=') {
    return refuse(
      `${quote(line)} has a "=" instead of a colon. Did you mean \`${mappingLine(name, meant)}\`?`,
    );
  }
  const wrong = items.filter((item) => !isAction(item));
  if (wrong.length === 0) return grants(items.filter(isAction), [name]);
  const hint =
    meant.length > 0 && wrong.every((item) => meantActions(item).length > 0)
      ? `Did you mean \`${mappingLine(name, meant)}\`?`
      : 'Write one line `NAME: read, write` per database.';
  return refuse(`${wrong.map(quote).join(', ')} in ${quote(line)} is not \`read\` or \`write\`. ${hint}`);
}

function mappingLine(name: string, actions: readonly Action[]): string {
  return `${name}: ${ACTIONS.filter((action) => actions.includes(action)).join(', ')}`;
}

function parseActions(
  items: readonly string[],
  errors: InputErrors,
  hint: (item: string) => string,
): Action[] {
  for (const item of items) {
    if (!isAction(item))
      errors.add('permissions', `${quote(item)} is not \`read\` or \`write\`. ${hint(item)}`);
  }
  return items.filter(isAction);
}

function shortFormHint(item: string): string {
  if (item === 'none') return '`none` must be the only line.';
  const meant = meantActions(item);
  return meant.length > 0 ? `Did you mean \`${meant.join(', ')}\`?` : `${FORMS}.`;
}

/** What people and other products write for an action, in lower case and with letters only. */
const SYNONYMS: Readonly<Record<string, readonly Action[]>> = {
  r: ['read'],
  ro: ['read'],
  reads: ['read'],
  reader: ['read'],
  readonly: ['read'],
  w: ['write'],
  wo: ['write'],
  writes: ['write'],
  writer: ['write'],
  writeonly: ['write'],
  rw: ['read', 'write'],
  wr: ['read', 'write'],
  readwrite: ['read', 'write'],
  writeread: ['read', 'write'],
  readandwrite: ['read', 'write'],
  both: ['read', 'write'],
  all: ['read', 'write'],
  admin: ['read', 'write'],
};

/** meantActions are the actions that a text probably stands for; none where nobody can tell. */
function meantActions(text: string): readonly Action[] {
  const typed = text.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (isAction(typed)) return [typed];
  return Object.hasOwn(SYNONYMS, typed) ? (SYNONYMS[typed] ?? []) : [];
}

/** What commas separate in a line that is known to be sound as a line. */
function itemsOf(line: string): string[] {
  const list = parseList(line);
  return 'items' in list ? list.items : [line];
}

/** parseObjects reads the JSON form; undefined where the text is not JSON with objects. */
function parseObjects(text: string, errors: InputErrors): Permission[] | undefined {
  const json = contentLines(text).join('\n');
  if (!/^\[\s*(?:\{|\]|$)/.test(json) && !json.startsWith('{')) {
    if (!isEncodedTwice(json)) return undefined;
    errors.add('permissions', 'is JSON that was encoded twice. Remove one `toJSON(…)`.');
    return [];
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    errors.add('permissions', `${quote(json)} starts like JSON but is not valid JSON. ${FORMS}.`);
    return [];
  }
  if (!Array.isArray(value) || !value.every(isPermission)) {
    errors.add(
      'permissions',
      'is JSON, but not a list such as `[{"action":"read","resource":"metrics"}]` with the actions `read` and `write`.',
    );
    return [];
  }
  for (const { resource } of value) {
    if (!isDatabaseName(resource)) errors.add('permissions', notAName(resource));
  }
  return mergePermissions(value.map(({ action, resource }) => ({ action, resource })));
}

/** Other keys are ignored: `influxctl token list` prints an `id` for each permission. */
function isPermission(value: unknown): value is Permission & { readonly action: Action } {
  if (typeof value !== 'object' || value === null) return false;
  const { action, resource } = { action: undefined, resource: undefined, ...value };
  return isAction(action) && typeof resource === 'string';
}
