import type { InputErrors } from '../../base/errors.ts';
import { contentLines, quote } from '../../base/text.ts';
import { isUuid, uuidsIn, withoutUuids } from '../../base/uuid.ts';
import type { Inputs } from '../inputs.ts';
import { readList } from './list.ts';
import { looksLikeToken, notAUuid } from './uuid.ts';

/** readTokenId reads the only ID in `token-id`. Any other text is an input error. */
export function readTokenId(inputs: Inputs, errors: InputErrors): string {
  const several = new Set(uuidsIn(inputs['token-id']).map((id) => id.toLowerCase())).size;
  // Count the IDs even in an invalid list, because the error is that there are several.
  if (several > 1 && !/[a-z0-9]/i.test(withoutUuids(inputs['token-id']).replaceAll(/\band\b/g, ''))) {
    errors.add('token-id', notOne(inputs, several));
    return '';
  }
  const ids = readIds(inputs, errors);
  // An invalid ID is already an input error.
  if (ids !== undefined && ids.length !== 1 && ids.every(isUuid)) {
    errors.add('token-id', notOne(inputs, ids.length));
  }
  return ids?.[0] ?? '';
}

function notOne(inputs: Inputs, count: number): string {
  const found = count === 0 ? 'does not contain an ID' : `contains ${count} IDs`;
  return `${quote(inputs['token-id'])} ${found}. This operation needs exactly one ID.`;
}

/**
 * readTokenIds reads the IDs in `token-id`: any list, including the JSON array of an output with IDs. `[]` means that there is nothing
 * to do. Duplicates count once.
 */
export function readTokenIds(inputs: Inputs, errors: InputErrors): string[] {
  const ids = readIds(inputs, errors);
  if (ids?.length === 0 && !isJsonArray(inputs['token-id'])) {
    errors.add(
      'token-id',
      `${quote(inputs['token-id'])} does not contain an ID. If there is nothing to do, write \`[]\`.`,
    );
  }
  return ids ?? [];
}

/** Undefined after an input error about the list as a whole. */
function readIds(inputs: Inputs, errors: InputErrors): string[] | undefined {
  if (inputs['token-id'] === '') {
    errors.add('token-id', 'is required. Set the ID of the token, which is a UUID.');
    return undefined;
  }
  // A text that looks like a token is never quoted, so check it before the list.
  if (looksLikeToken(inputs['token-id'])) {
    errors.add(
      'token-id',
      'looks like a token, not like the ID of a token, so its value is not shown. The ID is the UUID in the output ' +
        '`token-id` or from `operation: list`. If the token is visible in your workflow file, revoke it.',
    );
    return undefined;
  }
  const ids = readList(inputs, { input: 'token-id', separator: 'comma', isValid: isUuid }, errors);
  for (const id of ids ?? [])
    if (!isUuid(id)) errors.add('token-id', `${quote(id)} ${notAUuid(id, 'tokens')}`);
  return ids && withoutRepetitions(ids);
}

/** Such a list is from an output, so an empty one is not a mistake. */
function isJsonArray(text: string): boolean {
  return contentLines(text)[0]?.startsWith('[') ?? false;
}

function withoutRepetitions(ids: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const id of ids) {
    const key = id.toLowerCase();
    if (!first.has(key)) first.set(key, id);
  }
  return [...first.values()];
}
