import type { IncomingMessage } from 'node:http';
import { decodeBody, type Limits, tooLarge } from './content-coding.ts';
import { NetworkError } from './network-error.ts';
import type { HttpResponse } from './transport.ts';

/** A list of 100,000 tokens is well below. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * readResponse reads a response to its end and decodes the body. `abandoned` fires when no caller waits for the
 * response. Throws NetworkError for a body that is too large or cannot be decoded, and for a switch to another protocol.
 */
export async function readResponse(message: IncomingMessage, abandoned: AbortSignal): Promise<HttpResponse> {
  const { statusCode: status = 0, headers } = message;
  if (status === 101) {
    message.destroy();
    throw switchedProtocols();
  }
  const limits: Limits = { maxBytes: MAX_BODY_BYTES, abandoned };
  const body = await readBody(message, limits.maxBytes);
  const coding = headers['content-encoding'];
  const decoded = coding === undefined ? body : await decodeBody(body, coding, limits);
  return { status, headers, body: decoded.toString('utf8') };
}

/**
 * The client's own `readBody` never settles when a body is cut off, and does not limit its size. Listeners load a millisecond
 * faster than an async iterator.
 */
function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) message.destroy(tooLarge(maxBytes));
    });
    message.on('end', () => resolve(Buffer.concat(chunks)));
    message.on('error', reject);
  });
}

/** What became of the request is not known: no HTTP response follows. */
function switchedProtocols(): NetworkError {
  return new NetworkError(
    'broken',
    'the connection was switched to another protocol (status 101), which the action did not ask for. Check the proxies and ' +
      'gateways between this runner and the server',
  );
}
