import * as v from '@badrap/valita';
import type { FaultList } from '../faults.ts';
import { DATABASE_NAME_RULE, isDatabaseName } from '../tokens/databases.ts';
import { ACTIONS, type Action, grants, mergePermissions, type Permission } from '../tokens/permissions.ts';
import type { Inputs } from './declared.ts';
import { readBoolean } from './scalars.ts';
import { contentLines, parseList, quote } from './text.ts';

const FORMS =
  'Give `read`, `write` or both for every name in `databases`; or one line `NAME: read, write` for each database; or `none`';

const permissionsJson = v.array(
  v.object({ action: v.union(...ACTIONS.map((action) => v.literal(action))), resource: v.string() }),
);

/** TypedPermissions are permissions as somebody typed them: with names that may be wrong. */
export interface TypedPermissions {
  readonly permissions: readonly Permission[];
  /** Whether names that the cluster does not have are refused; and which input to name then. */
  readonly checkDatabases: boolean;
  readonly databasesTypedIn: 'databases' | 'permissions';
}

/** typesPermissions tells whether somebody has typed any, or databases for them. */
export function typesPermissions(inputs: Inputs): boolean {
  return inputs.permissions !== '' || inputs.databases !== '';
}

/** readTypedPermissions reads `databases`, `permissions` and `check-databases`. Notes every fault. */
export function readTypedPermissions(inputs: Inputs, faults: FaultList): TypedPermissions {
  return {
    permissions: readPermissions(inputs, faults),
    checkDatabases: readBoolean(inputs, 'check-databases', faults),
    databasesTypedIn: inputs.databases === '' ? 'permissions' : 'databases',
  };
}

/**
 * readPermissions reads `databases` and `permissions` together, in any of the forms: the bare one, the mapping,
 * `none`, and the JSON that the output `permissions` prints. Notes every fault; what it returns then is incomplete.
 */
export function readPermissions(inputs: Inputs, faults: FaultList): Permission[] {
  const databases = readDatabases(inputs, faults);
  const text = inputs.permissions;
  if (text === '') {
    faults.add('permissions', `is required. ${FORMS}.`);
    return [];
  }
  const lines = [...new Set(contentLines(text))];
  if (lines[0]?.startsWith('[')) {
    refuseDatabases(databases, 'the JSON in `permissions` names them itself', faults);
    return parseJson(contentLines(text).join('\n'), faults);
  }
  if (lines.length === 1 && lines[0] === 'none') {
    refuseDatabases(databases, '`permissions: none` grants nothing on any', faults);
    return [];
  }
  if (lines.some((line) => line.includes(':'))) {
    refuseDatabases(databases, '`permissions` names them itself', faults);
    return mergePermissions(lines.flatMap((line) => parseMappingLine(line, faults)));
  }
  if (lines.length === 0) {
    faults.add('permissions', `holds nothing but comments. ${FORMS}.`);
    return [];
  }
  if (inputs.databases === '') {
    faults.add('databases', 'is required with this form of `permissions`: which databases are they for?');
  }
  const actions = parseActions(parseList(text), faults, (item) => bareFormHint(item));
  return grants(actions, databases);
}

/** readDatabases reads the names in `databases`. Notes every fault. */
export function readDatabases(inputs: Inputs, faults: FaultList): string[] {
  const names = parseList(inputs.databases);
  if (inputs.databases !== '' && names.length === 0) faults.add('databases', 'holds nothing but comments.');
  for (const name of names) {
    if (!isDatabaseName(name))
      faults.add('databases', `${quote(name)} is not a valid name: ${DATABASE_NAME_RULE}.`);
  }
  return names;
}

function refuseDatabases(databases: readonly string[], why: string, faults: FaultList): void {
  if (databases.length > 0) faults.add('databases', `must be empty: ${why}.`);
}

function parseMappingLine(line: string, faults: FaultList): Permission[] {
  const colon = line.indexOf(':');
  if (line === 'none') {
    faults.add('permissions', '`none` stands alone: remove it, or the other lines.');
    return [];
  }
  if (colon < 0) {
    faults.add(
      'permissions',
      `${quote(line)} names no database. Write \`NAME: ${line}\` like the other lines.`,
    );
    return [];
  }
  const name = line.slice(0, colon).trim();
  const items = parseList(line.slice(colon + 1));
  if (isAction(name) && items.length > 0 && !items.some(isAction)) {
    const meant = items.filter(isDatabaseName).map((item) => `\`${item}: ${name}\``);
    faults.add(
      'permissions',
      `${quote(line)} is the wrong way round${meant.length > 0 ? `: did you mean ${meant.join(' and ')}?` : '.'}`,
    );
    return [];
  }
  if (!isDatabaseName(name)) {
    faults.add('permissions', `${quote(name)} in ${quote(line)} is not a valid name: ${DATABASE_NAME_RULE}.`);
  }
  if (items.length === 0) {
    faults.add(
      'permissions',
      `${quote(line)} says no action. Write \`${name}: read\`, or leave the line out.`,
    );
  }
  return grants(
    parseActions(items, faults, () => `in ${quote(line)}: one line a database, \`NAME: read, write\``),
    [name],
  );
}

function parseActions(items: readonly string[], faults: FaultList, hint: (item: string) => string): Action[] {
  for (const item of items) {
    if (!isAction(item))
      faults.add('permissions', `${quote(item)} is neither read nor write (${hint(item)}).`);
  }
  return items.filter(isAction);
}

function bareFormHint(item: string): string {
  if (isAction(item.toLowerCase())) return `did you mean \`${item.toLowerCase()}\`?`;
  return item === 'none' ? '`none` stands alone' : FORMS;
}

function parseJson(text: string, faults: FaultList): Permission[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    faults.add('permissions', `${quote(text)} begins like JSON but is none. ${FORMS}.`);
    return [];
  }
  const parsed = permissionsJson.try(value, { mode: 'strict' });
  if (!parsed.ok) {
    faults.add(
      'permissions',
      `the JSON is not a list like [{"action":"read","resource":"metrics"}] (${parsed.message}).`,
    );
    return [];
  }
  for (const { resource } of parsed.value) {
    if (!isDatabaseName(resource)) {
      faults.add('permissions', `${quote(resource)} is not a valid name: ${DATABASE_NAME_RULE}.`);
    }
  }
  return mergePermissions(parsed.value);
}

function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text);
}
