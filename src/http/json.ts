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

/** parseBody reads JSON as a schema has it, without what the schema does not name; undefined when it is anything else. */
export function parseBody<Output>(schema: v.Type<Output>, body: string): Output | undefined {
  const parsed = schema.try(parseJson(body), { mode: 'strip' });
  return parsed.ok ? parsed.value : undefined;
}
