/**
 * parseJson parses JSON. Undefined if the text is not JSON. Some gateways start a body with a byte order mark, which a parser
 * is allowed to ignore.
 */
export function parseJson(text: string): unknown {
  return parse(text, undefined);
}

/**
 * parseExactJson is parseJson, except that an ID that is too large for a number becomes a bigint with exactly its digits. It is
 * slower, so use it only where IDs are compared.
 */
export function parseExactJson(text: string): unknown {
  return parse(text, exactId);
}

/** An ID has at most 20 digits, like in a tag. */
const LARGE_ID = /^\d{16,20}$/;

function exactId(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const digits = typeof value === 'number' && !Number.isSafeInteger(value) ? context?.source : undefined;
  return digits !== undefined && LARGE_ID.test(digits) ? BigInt(digits) : value;
}

function parse(text: string, reviver: typeof exactId | undefined): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text, reviver);
  } catch {
    return undefined;
  }
}
