import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../src/http/read-response.ts';

const LIMITS = { maxBytes: 1024 * 1024, abandoned: new AbortController().signal };
const CODINGS: [string, (body: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['GZIP', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
];

describe('a compressed body', () => {
  test.each(CODINGS)('is decoded: %s', async (coding, compress) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async (bytes) => {
        const body = Buffer.from(bytes);
        expect(await decodeBody(compress(body), coding, LIMITS)).toEqual(body);
      }),
    );
  });

  test('is decoded in the reverse order of several codings', async () => {
    const body = Buffer.from('[]');
    const sent = brotliCompressSync(gzipSync(body));
    expect(await decodeBody(sent, 'gzip, identity, br', LIMITS)).toEqual(body);
  });

  test.each(CODINGS)('is cut off at the limit of the decoded size: %s', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(LIMITS.maxBytes + 1));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(decodeBody(bomb, coding, LIMITS)).rejects.toMatchObject({ kind: 'too-large' });
  });

  test.each(CODINGS)('that does not match its coding is a broken response: %s', async (coding) => {
    const page = Buffer.from('<html>this is not compressed</html>');
    await expect(decodeBody(page, coding, LIMITS)).rejects.toMatchObject({
      kind: 'broken',
      retryable: true,
      mightHaveReachedServer: true,
      message: expect.stringContaining(coding.toLowerCase()),
    });
  });

  test.each(CODINGS)('that is incomplete is a broken response: %s', async (coding, compress) => {
    const body = compress(Buffer.from('[{"id": 1}, {"id": 2}, {"id": 3}]'));
    await expect(decodeBody(body.subarray(0, -3), coding, LIMITS)).rejects.toMatchObject({ kind: 'broken' });
  });

  test('is not decoded if no caller waits for it', async () => {
    const abandoned = AbortSignal.abort(new Error('over'));
    const decoding = decodeBody(gzipSync('x'), 'gzip', { ...LIMITS, abandoned });
    await expect(decoding).rejects.toThrow('over');
  });
});

describe('a coding', () => {
  test.each(['compress', 'dcb', 'aws-chunked'])(
    'that is unknown is an error that names it: %s',
    async (coding) => {
      await expect(decodeBody(Buffer.from('x'), coding, LIMITS)).rejects.toMatchObject({
        title: 'Unreadable response',
        retryable: false,
        mightHaveReachedServer: true,
        message: expect.stringContaining(`"${coding}"`),
      });
    },
  );

  test.each(['identity', '', ' , '])('without an effect leaves the body unchanged: %j', async (coding) => {
    const body = Buffer.from('[]');
    expect(await decodeBody(body, coding, LIMITS)).toBe(body);
  });

  test('of an empty body is ignored', async () => {
    expect(await decodeBody(Buffer.alloc(0), 'gzip, zstd', LIMITS)).toHaveLength(0);
  });
});
