import type { IncomingMessage } from 'node:http';
import { markServerText } from '../base/text.ts';
import type { HttpResponse } from './messages.ts';
import { NetworkError } from './network-error.ts';

/** A list of 100,000 tokens is much smaller. */
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
 * The client's own `readBody` never settles if a body is cut off, and does not limit the size. Listeners load a millisecond
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

/** No HTTP response follows a 101, so the outcome of the request is not known. */
function switchedProtocols(): NetworkError {
  return new NetworkError(
    'broken',
    'The server switched to another protocol (status 101), which the action did not request.',
  );
}

/** Limits limit the time and memory for decoding a body. */
export interface Limits {
  /** The largest decoded body, in bytes. */
  readonly maxBytes: number;
  /** Fires when no caller waits for the body. */
  readonly abandoned: AbortSignal;
}

/**
 * decodeBody decodes a body by its Content-Encoding header. Requests ask for no coding, but some gateways compress anyway.
 * Throws NetworkError for an unknown coding, for a body that does not match the header, and for a body above the limit.
 */
export async function decodeBody(body: Buffer, header: string, limits: Limits): Promise<Buffer> {
  const codings = header
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  // The last coding was applied last. A response without a body, such as a 204, can also name a coding.
  let decoded = body;
  for (const coding of codings.reverse())
    if (decoded.length > 0) decoded = await undo(coding, decoded, limits);
  return decoded;
}

/** tooLarge is the error for a body above the limit. */
function tooLarge(maxBytes: number): NetworkError {
  return new NetworkError('too-large', `The response is larger than ${maxBytes / 1024 / 1024} MiB.`);
}

function undo(coding: string, body: Buffer, { maxBytes, abandoned }: Limits): Promise<Buffer> {
  abandoned.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  decoderFor(coding, body)(body, { maxOutputLength: maxBytes }, (error, decoded) => {
    if (error) reject(decodingError(error, coding, maxBytes));
    else resolve(decoded);
  });
  return promise;
}

type Decoder = (
  body: Buffer,
  options: { readonly maxOutputLength: number },
  done: (error: Error | null, decoded: Buffer) => void,
) => void;

/** Loads the decoders only when a response needs one. */
function decoderFor(coding: string, body: Buffer): Decoder {
  const { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } =
    process.getBuiltinModule('node:zlib');
  if (coding === 'gzip' || coding === 'x-gzip') return gunzip;
  if (coding === 'br') return brotliDecompress;
  if (coding === 'zstd') return zstdDecompress;
  // Some servers omit the header of zlib. If it is present, these bits contain the method, which is 8.
  if (coding === 'deflate') return ((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw;
  throw new NetworkError(
    'coding',
    `The response is compressed with ${markServerText(`"${coding.slice(0, 40)}"`)}, which the action cannot decode. Check the ` +
      'proxies and gateways between this runner and the server.',
  );
}

/** Only an error that the data causes is a network error. */
function decodingError(error: Error & { readonly code?: unknown }, coding: string, maxBytes: number): Error {
  const { code } = error;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBytes);
  // Node puts ERR_ in front of Brotli's names for damaged data, such as _ERROR_FORMAT_PADDING_1, and nothing in front of zstd's.
  if (
    typeof code !== 'string' ||
    !/^(?:Z_(?:DATA|BUF)_ERROR|Z_NEED_DICT|ERR_+ERROR_FORMAT_\w+|ZSTD_error_\w+)$/.test(code)
  ) {
    return error;
  }
  return new NetworkError('broken', `The response is damaged: it cannot be decoded as ${coding} (${code}).`, {
    cause: error,
  });
}
