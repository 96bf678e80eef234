import { parseJson } from '../../base/json.ts';
import { asCode, contentLines, quote } from '../../base/text.ts';
import { isDatabaseName } from '../../tokens/databases.ts';
import { mergePermissions, type Permission } from '../../tokens/permissions.ts';
import { isAction, meantActions } from './actions.ts';
import { encodedTwice } from './list.ts';
import { linesHint, meantLines } from './permission-lines.ts';

/** ParsedJson contains the permissions of the JSON form, or a sentence about its problem. */
export type ParsedJson = { readonly permissions: Permission[] } | { readonly problem: string };

const EXAMPLE = '`[{"action":"read","resource":"metrics"}]`';

/** parsePermissionsJson parses the JSON form. Undefined if the text is not JSON with objects. Pure. */
export function parsePermissionsJson(text: string): ParsedJson | undefined {
  const json = contentLines(text).join('\n');
  if (!/^\[\s*(?:\{|\]|$)/.test(json) && !json.startsWith('{')) {
    const problem = encodedTwice(json);
    return problem === undefined ? undefined : { problem };
  }
  const value = parseJson(json);
  if (value === undefined) {
    const hint =
      linesHint(meantLines(json)) || ` Write JSON such as ${EXAMPLE}, or lines such as \`metrics: read\`.`;
    return { problem: `${quote(json)} starts like JSON but is not valid JSON.${hint}` };
  }
  if (!Array.isArray(value)) return { problem: notAList(json, value) };
  const wrong = value.filter((entry) => !isPermission(entry)).map((entry) => quote(JSON.stringify(entry)));
  if (wrong.length > 0) {
    const are = wrong.length === 1 ? 'is not a permission' : 'are not permissions';
    return {
      problem: `${wrong.join(', ')} ${are} such as \`{"action":"read","resource":"metrics"}\`.${correctedHint(value)}`,
    };
  }
  return { permissions: mergePermissions(value.map(({ action, resource }) => ({ action, resource }))) };
}

/** A single permission, or a mapping from databases to actions. */
function notAList(json: string, value: unknown): string {
  const mapped = Object.entries(value ?? {}).flatMap(([name, actions]) => meantLines(`${name}: ${actions}`));
  const hint = correctedHint([value]) || linesHint(mapped);
  return `${quote(json)} is JSON, but not a list such as ${EXAMPLE}.${hint}`;
}

/** Other keys are ignored: `influxctl token list` prints an `id` for each permission. */
function isPermission(value: unknown): value is Permission {
  if (typeof value !== 'object' || value === null) return false;
  const { action, resource } = { action: undefined, resource: undefined, ...value };
  return isAction(action) && typeof resource === 'string';
}

/** More permissions are too long for a message. */
const MAX_CORRECTED = 4;

function correctedHint(entries: readonly unknown[]): string {
  if (entries.length > MAX_CORRECTED) return '';
  const corrected = entries.map(correct);
  if (corrected.some((permissions) => permissions.length === 0)) return '';
  return ` Did you mean ${asCode(JSON.stringify(corrected.flat()))}?`;
}

/** The permissions that an entry probably means. Empty if that is not clear. */
function correct(entry: unknown): Permission[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { action, actions, permission, resource, database, name }: Readonly<Record<string, unknown>> = {
    ...entry,
  };
  const named = [resource, database, name].find((one) => typeof one === 'string') ?? '';
  const typed = [action, actions, permission].find((one) => one !== undefined);
  const meant = (Array.isArray(typed) ? typed : [typed]).flatMap((one) =>
    typeof one === 'string' ? meantActions(one) : [],
  );
  return isDatabaseName(String(named)) ? meant.map((one) => ({ action: one, resource: String(named) })) : [];
}
