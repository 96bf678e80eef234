import { GithubRefusal } from './github-refusal.ts';
import type { SealingKey } from './sealing-keys.ts';
import type { Visibility } from './secret-store.ts';

/** GitHub's limit for the value of one secret. */
const MAX_BYTES = 48 * 1024;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;

type Fields = Readonly<Record<string, unknown>>;

/** SharedFields are the fields that only an organization's secret has. */
export interface SharedFields {
  readonly visibility: Visibility;
  /** A write without IDs removes the whole selection. */
  readonly selectedRepositoryIds: readonly number[];
}

/** secretFields parses the body of a PUT. It refuses fields that this level does not know. */
export function secretFields(body: string, known: readonly string[]): Fields {
  const fields = jsonObject(body);
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid(`"${unknown[0]}" is not a permitted key.`);
  return fields;
}

/** openedValue decrypts the value that was sealed for a key. The request must contain the ID of the key. */
export function openedValue(fields: Fields, key: SealingKey): string {
  const sealed = text(fields, 'encrypted_value');
  const keyId = text(fields, 'key_id');
  if (!BASE64.test(sealed)) throw invalid(`encrypted_value does not match ${BASE64}.`);
  const value = keyId === key.id ? key.open(sealed) : undefined;
  if (value === undefined) throw new GithubRefusal(422, 'Bad request - the secret is improperly encrypted');
  if (Buffer.byteLength(value) > MAX_BYTES) throw new GithubRefusal(422, 'Secrets are limited to 48 KB.');
  return value;
}

/** sharedFields parses which repositories can use a secret. `selectable` are the IDs of the organization's repositories. */
export function sharedFields(fields: Fields, selectable: readonly number[]): SharedFields {
  const { visibility, selected_repository_ids: ids = [] } = fields;
  if (visibility !== 'all' && visibility !== 'private' && visibility !== 'selected') {
    throw invalid(
      visibility === undefined
        ? '"visibility" wasn\'t supplied.'
        : 'visibility is not a member of ["all", "private", "selected"].',
    );
  }
  if ('selected_repository_ids' in fields && visibility !== 'selected') {
    throw invalid('selected_repository_ids needs the visibility selected.');
  }
  return { visibility, selectedRepositoryIds: repositoryIds(ids, selectable) };
}

function repositoryIds(ids: unknown, selectable: readonly number[]): number[] {
  if (!Array.isArray(ids)) throw invalid('selected_repository_ids is not an array.');
  const foreign = ids.find((id) => !selectable.includes(id));
  if (foreign !== undefined)
    throw invalid(`${JSON.stringify(foreign)} is not a repository of the organization.`);
  return [...new Set<number>(ids)];
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined) throw invalid(`"${name}" wasn't supplied.`);
  if (typeof value !== 'string') throw invalid(`${name} is not a string.`);
  return value;
}

function jsonObject(body: string): Fields {
  const value = parsed(body);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new GithubRefusal(400, 'Body should be a JSON object');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new GithubRefusal(400, 'Problems parsing JSON');
  }
}

function invalid(message: string): GithubRefusal {
  return new GithubRefusal(422, `Invalid request.\n\n${message}`);
}
