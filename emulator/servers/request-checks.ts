import type { Exchange } from './exchange.ts';
import { accepts, mediaType } from './media-type.ts';
import { Refusal } from './refusal.ts';

const JSON_TYPE = /^(?:\*\/\*|application\/(?:\*|json))$/;

/** checkAuthorization accepts the management token, and no database token. */
export function checkAuthorization({ headers }: Exchange, managementToken: string): void {
  if (headers.authorization !== `Bearer ${managementToken}`) throw new Refusal(401, 'unauthorized');
}

/** checkForm checks the form of a request before the body is parsed. */
export function checkForm({ method, path, headers, body }: Exchange): void {
  if (path.includes('?')) throw new Refusal(400, 'query parameters are not allowed');
  if (!accepts(headers.accept, JSON_TYPE))
    throw new Refusal(406, 'the only representation is application/json');
  const carriesJson = method === 'POST' || method === 'PATCH';
  if (carriesJson && mediaType(headers['content-type']) !== 'application/json') {
    throw new Refusal(415, 'the Content-Type must be application/json');
  }
  if (!carriesJson && body !== '') throw new Refusal(400, `a ${method} request has no body`);
}
