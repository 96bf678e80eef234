/**
 * parseJson parses JSON. Undefined if the text is not JSON. Some gateways start a body with a byte order mark, which a parser
 * is allowed to ignore.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
