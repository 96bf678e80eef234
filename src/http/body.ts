import type * as v from '@badrap/valita';
import { markServerText, shorten } from '../base/text.ts';
import type { HttpResponse } from './messages.ts';

const MAX_EXCERPT_LENGTH = 300;

/** How much of a text is read: bodies can have 64 MiB, and an excerpt needs only their beginning. */
const MAX_READ_LENGTH = 4096;

/**
 * excerpt is what a server says in a response, cut to what a message can contain, and marked as a server's text; empty
 * when it says nothing. It knows every kind of error body seen: an API's own, `{"error": …}`, plain text, a proxy's HTML.
 */
export function excerpt(response: HttpResponse): string {
  // A success that is refused here, say an unexpected 202, might contain a token.
  if (response.status < 300) return describeBody(response);
  const own = messageIn(parseShortJson(response.body));
  if (own !== undefined) return markServerText(cut(own));
  return isHtml(response) ? describeBody(response) : markServerText(cut(response.body));
}

/** describeBody says what kind of body a response has. It never shows a body that was expected to contain a token. */
export function describeBody(response: HttpResponse): string {
  if (beginning(response.body).text === '') return 'an empty body';
  if (!isHtml(response)) {
    return parseShortJson(response.body) === undefined ? 'text that is not JSON' : 'other JSON than expected';
  }
  const heading = /<title[^>]*>([^<]{1,200})/i.exec(beginning(response.body).text)?.[1]?.trim();
  return heading ? `an HTML page titled ${markServerText(`"${cut(heading)}"`)}` : 'an HTML page';
}

/** Some servers put an object with the message into `error`; deeper than that nobody nests. */
function messageIn(json: unknown, depth = 1): string | undefined {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return undefined;
  for (const key of ['message', 'error', 'detail', 'error_description']) {
    const value: unknown = (json as Record<string, unknown>)[key];
    if (typeof value === 'string' && value !== '') return value;
    if (key === 'error' && depth > 0 && typeof value === 'object' && value) {
      return messageIn(value, depth - 1);
    }
  }
  return undefined;
}

/** isHtml recognizes a page of a proxy, console, or login service by how its body begins. */
export function isHtml(response: HttpResponse): boolean {
  return /^<(?:!doctype|html|head|body|\?xml)/i.test(beginning(response.body).text);
}

/** Cut first and normalized then: a regular expression over a whole body takes too long, or too much memory. */
function cut(body: string): string {
  const { text, isWhole } = beginning(body);
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (isWhole) return shorten(line, MAX_EXCERPT_LENGTH);
  // The cut can be in the middle of a word, and a part of a credential is in no mask.
  const words = line.slice(0, MAX_EXCERPT_LENGTH + 1).replace(/(?:^|\s)\S*$/, '');
  return words === '' ? `… (${body.length} characters)` : `${words} …`;
}

function beginning(body: string): { readonly text: string; readonly isWhole: boolean } {
  const text = body.trimStart();
  return { text: text.slice(0, MAX_READ_LENGTH), isWhole: text.length <= MAX_READ_LENGTH };
}

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
