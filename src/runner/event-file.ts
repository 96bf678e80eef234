import { readFileSync, statSync } from 'node:fs';

/** GitHub's largest event payload is 25 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/** EventRepositoryId is the ID in the event file, or why there is none, as a part of a sentence. */
export type EventRepositoryId =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'missing'; readonly why: string };

/** readEventRepositoryId reads `repository.id` of the event file. Whatever the file contains, it does not throw. */
export function readEventRepositoryId(path: string | undefined): EventRepositoryId {
  if (!path) return missing('`GITHUB_EVENT_PATH` is not set');
  let event: unknown;
  try {
    const file = statSync(path);
    if (!file.isFile()) return missing('`GITHUB_EVENT_PATH` is not a file');
    if (file.size > MAX_BYTES) return missing('it is larger than 32 MiB');
    event = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return missing('it cannot be read as JSON');
  }
  const id = asDigits(property(property(event, 'repository'), 'id'));
  return id === undefined ? missing('it has no `repository.id`') : { kind: 'found', id };
}

/** A number beyond 2^53 has lost digits, so it could be another repository's. */
function asDigits(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function missing(why: string): EventRepositoryId {
  return { kind: 'missing', why };
}
