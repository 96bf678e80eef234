import type * as v from '@badrap/valita';

/**
 * parseJson reads JSON; undefined when the text is none (which `undefined` in JSON cannot be). Some gateways put a byte order
 * mark in front, which JSON forbids to write and allows to ignore.
 */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
  } catch {
    return undefined;
  }
}

/** Only lists are longer. Deeply nested JSON of 60 MB takes 20 seconds to parse. */
const MAX_SHORT_LENGTH = 1024 * 1024;

/** parseShortJson reads JSON of up to 1 MiB; undefined for a longer text. */
export function parseShortJson(body: string): unknown {
  return body.length <= MAX_SHORT_LENGTH ? parseJson(body) : undefined;
}

/** parseBody reads JSON as a schema has it, without what the schema does not name; undefined when it is anything else. */
export function parseBody<Output>(schema: v.Type<Output>, body: string): Output | undefined {
  return readAs(schema, parseJson(body));
}

/** parseShortBody does the same for JSON of up to 1 MiB. */
export function parseShortBody<Output>(schema: v.Type<Output>, body: string): Output | undefined {
  return readAs(schema, parseShortJson(body));
}

function readAs<Output>(schema: v.Type<Output>, json: unknown): Output | undefined {
  const parsed = schema.try(json, { mode: 'strip' });
  return parsed.ok ? parsed.value : undefined;
}
