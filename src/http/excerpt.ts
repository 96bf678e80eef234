import { shorten } from '../shorten.ts';
import { parseJson } from './json.ts';
import type { HttpAnswer } from './transport.ts';

const LONGEST_EXCERPT = 300;

/** As far as a page is searched for its title. */
const HEAD_OF_PAGE = 4096;

/**
 * excerpt is what a server says in an answer, cut to what a message may hold; empty when it says nothing. Every kind of
 * error body seen: an API's own, `{"error": …}`, plain text, a proxy's HTML.
 */
export function excerpt(answer: HttpAnswer): string {
  // A success that is refused here, say an unexpected 202, may hold a token.
  if (answer.status < 300) return describeBody(answer);
  const own = messageIn(parseJson(answer.body));
  if (own !== undefined) return cut(own);
  if (answer.body.trim() === '') return '';
  if (isHtml(answer)) return describeBody(answer);
  return cut(answer.body);
}

/** describeBody says what kind of body an answer has. Never shows one, since it was perhaps expected to hold a token. */
export function describeBody(answer: HttpAnswer): string {
  if (answer.body.trim() === '') return 'an empty body';
  if (!isHtml(answer)) {
    return parseJson(answer.body) === undefined ? 'text that is not JSON' : 'other JSON than expected';
  }
  const heading = /<title[^>]*>([^<]{1,200})/i.exec(answer.body.slice(0, HEAD_OF_PAGE))?.[1]?.trim();
  return heading ? `an HTML page titled "${cut(heading)}"` : 'an HTML page';
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
export function isHtml(answer: HttpAnswer): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(answer.body);
}

function cut(text: string): string {
  return shorten(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_EXCERPT);
}
