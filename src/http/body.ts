import type * as v from '@badrap/valita';
import { parseExactJson, parseJson } from '../base/json.ts';
import { markServerText, shorten } from '../base/text.ts';
import type { HttpResponse } from './messages.ts';

const MAX_EXCERPT_LENGTH = 300;

/** Only this much of a text is read. Bodies can have 64 MiB, and an excerpt needs only their beginning. */
const MAX_READ_LENGTH = 4096;

/**
 * excerpt returns the error text in a response, shortened for a message and marked as the text of a server. Empty if there is
 * none. It reads the API's own errors, `{"error": …}`, plain text, and the HTML of a proxy.
 */
export function excerpt(response: HttpResponse): string {
  // An unexpected success, such as a 202, might contain a token.
  if (response.status < 300) return describeBody(response);
  const own = messageIn(parseShortJson(response.body));
  if (own !== undefined) return markServerText(cut(own));
  return isHtml(response) ? describeBody(response) : markServerText(cut(response.body));
}

/** describeBody describes the kind of a body. It never shows a body, because the body might contain a token. */
export function describeBody(response: HttpResponse): string {
  if (beginning(response.body).text === '') return 'an empty body';
  if (!isHtml(response)) {
    return parseShortJson(response.body) === undefined ? 'text that is not JSON' : 'unexpected JSON';
  }
  const heading = /<title[^>]*>([^<]{1,200})/i.exec(beginning(response.body).text)?.[1]?.trim();
  return heading ? `an HTML page titled ${markServerText(`"${cut(heading)}"`)}` : 'an HTML page';
}

/** Some servers put an object with the message into `error`. No server nests more deeply. */
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

/** isHtml recognizes the page of a proxy, console, or login service by the beginning of its body. */
export function isHtml({ headers, body }: HttpResponse): boolean {
  const start = beginning(body).text;
  return /^<(?:!doctype|!--|html|head|body|\?xml)/i.test(start) || (start !== '' && isHtmlType(headers));
}

function isHtmlType(headers: HttpResponse['headers']): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(String(headers['content-type'] ?? ''));
}

/** Cuts first and then normalizes, because a regular expression over a whole body needs too much time or memory. */
function cut(body: string): string {
  const { text, isWhole } = beginning(body);
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (isWhole) return shorten(line, MAX_EXCERPT_LENGTH);
  // The cut can be in the middle of a word, and masks do not hide a part of a credential.
  const words = line.slice(0, MAX_EXCERPT_LENGTH + 1).replace(/(?:^|\s)\S*$/, '');
  return words === '' ? `… (${body.length} characters)` : `${words} …`;
}

function beginning(body: string): { readonly text: string; readonly isWhole: boolean } {
  const text = body.trimStart();
  return { text: text.slice(0, MAX_READ_LENGTH), isWhole: text.length <= MAX_READ_LENGTH };
}

/** Only lists are longer. Deeply nested JSON of 60 MB needs 20 seconds to parse. */
const MAX_SHORT_LENGTH = 1024 * 1024;

/** parseShortJson parses JSON of up to 1 MiB. Undefined for a longer text. */
export function parseShortJson(body: string): unknown {
  return body.length <= MAX_SHORT_LENGTH ? parseJson(body) : undefined;
}

/** parseBody parses JSON that matches a schema, and drops fields that the schema does not name. Undefined for any other text. */
export function parseBody<Output>(schema: v.Type<Output>, body: string): Output | undefined {
  return readAs(schema, parseJson(body));
}

/** parseExactBody is parseBody with all digits of large IDs, as `parseExactJson` returns them. */
export function parseExactBody<Output>(schema: v.Type<Output>, body: string): Output | undefined {
  return readAs(schema, parseExactJson(body));
}

/** parseShortBody is parseBody for JSON of up to 1 MiB. */
export function parseShortBody<Output>(schema: v.Type<Output>, body: string): Output | undefined {
  return readAs(schema, parseShortJson(body));
}

function readAs<Output>(schema: v.Type<Output>, json: unknown): Output | undefined {
  const parsed = schema.try(json, { mode: 'strip' });
  return parsed.ok ? parsed.value : undefined;
}
