import * as v from '@badrap/valita';
import type { FaultList } from '../faults.ts';
import { isUuid } from '../tokens/uuid.ts';
import type { Inputs } from './declared.ts';
import { contentLines, parseList, quote } from './text.ts';

const jsonArray = v.array(v.string());

/** readTokenId reads the one id in `token-id`. Notes a fault otherwise. */
export function readTokenId(inputs: Inputs, faults: FaultList): string {
  const text = inputs['token-id'];
  if (text === '') faults.add('token-id', 'is required: the id of the token, a UUID.');
  else if (!isUuid(text)) faults.add('token-id', notAnId(text));
  return text;
}

/**
 * readTokenIds reads the ids in `token-id`: a list, or a JSON array as the outputs with ids print it, of which `[]` means
 * that there is nothing to do. An id given twice is one. Notes every fault.
 */
export function readTokenIds(inputs: Inputs, faults: FaultList): string[] {
  const text = inputs['token-id'];
  const isJson = contentLines(text)[0]?.startsWith('[') ?? false;
  const ids = isJson ? parseJson(contentLines(text).join('\n'), faults) : parseList(text);
  if (!isJson && ids.length === 0) {
    faults.add(
      'token-id',
      'is required: ids of tokens, one a line, separated by commas, or as a JSON array.',
    );
  }
  for (const id of ids.filter((one) => !isUuid(one))) faults.add('token-id', notAnId(id));
  return withoutRepetitions(ids);
}

function parseJson(text: string, faults: FaultList): string[] {
  try {
    const parsed = jsonArray.try(JSON.parse(text));
    if (parsed.ok) return parsed.value;
    faults.add('token-id', 'is JSON, but not an array of ids like ["1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d"].');
  } catch {
    faults.add('token-id', 'begins like a JSON array but is none.');
  }
  return [];
}

function withoutRepetitions(ids: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const id of ids) if (!first.has(id.toLowerCase())) first.set(id.toLowerCase(), id);
  return [...first.values()];
}

function notAnId(text: string): string {
  return `${quote(text)} is not the id of a token, a UUID like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.`;
}
