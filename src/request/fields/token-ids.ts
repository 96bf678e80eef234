import type { InputErrors } from '../../base/errors.ts';
import { contentLines, quote } from '../../base/text.ts';
import { isUuid } from '../../tokens/token.ts';
import type { Inputs } from '../inputs.ts';
import { FOLDING_HINT, joinedByFolding, readList } from './list.ts';

const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** A database token, a management token, a JWT, or any other long text without a separator. */
const LIKE_A_TOKEN = /apiv\d|^m\.v\d|^eyj|[\w+/=.-]{40,}/i;

/** readTokenId reads the one ID in `token-id`. Anything else is an input error. */
export function readTokenId(inputs: Inputs, errors: InputErrors): string {
  const ids = readIds(inputs, errors);
  // An ID that is not valid is an input error already.
  if (ids !== undefined && ids.length !== 1 && ids.every(isUuid)) {
    errors.add('token-id', `contains ${ids.length} IDs. This operation needs exactly one.`);
  }
  return ids?.[0] ?? '';
}

/**
 * readTokenIds reads the IDs in `token-id`: any list, also the JSON array that the outputs with IDs contain. `[]` means that
 * there is nothing to do. An ID typed twice counts once.
 */
export function readTokenIds(inputs: Inputs, errors: InputErrors): string[] {
  const ids = readIds(inputs, errors);
  if (ids?.length === 0 && !isJsonArray(inputs['token-id'])) {
    errors.add('token-id', 'contains no ID. Write `[]` if there is nothing to do.');
  }
  return ids ?? [];
}

/** Undefined after an input error about the list as a whole. */
function readIds(inputs: Inputs, errors: InputErrors): string[] | undefined {
  if (inputs['token-id'] === '') {
    errors.add('token-id', 'is required: the ID of the token, a UUID.');
    return undefined;
  }
  // A text that looks like a token is never quoted, so it is judged before the list is.
  if (LIKE_A_TOKEN.test(inputs['token-id'].replaceAll(ANY_UUID, ' '))) {
    errors.add(
      'token-id',
      'looks like a token, not like the ID of one. The ID is the UUID in the output `token-id` or from `operation: list`. ' +
        'If the token is visible in your workflow file, revoke it.',
    );
    return undefined;
  }
  const ids = readList(inputs, 'token-id', errors);
  for (const id of ids ?? []) if (!isUuid(id)) errors.add('token-id', notAnId(id));
  return ids && withoutRepetitions(ids);
}

/** Another output wrote it, so that an empty one is no mistake. */
function isJsonArray(text: string): boolean {
  return contentLines(text)[0]?.startsWith('[') ?? false;
}

function withoutRepetitions(ids: readonly string[]): string[] {
  return [...new Map(ids.toReversed().map((id) => [id.toLowerCase(), id])).values()].reverse();
}

function notAnId(text: string): string {
  if (joinedByFolding(text, isUuid)) return `${quote(text)} is several IDs. ${FOLDING_HINT}`;
  const found = text.match(ANY_UUID) ?? [];
  const hint =
    found.length === 1
      ? `Did you mean \`${found[0]}\`?`
      : 'The ID of a token looks like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.';
  return `${quote(text)} is not a UUID. ${hint}`;
}
