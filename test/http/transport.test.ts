import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { HttpTransport } from '../../src/http/transport.ts';

const MIB = Buffer.alloc(1024 * 1024, ' ');

describe('an answer', () => {
  test('that never ends is cut off', async () => {
    const server = createServer((_, answer) => {
      const go = (): void => {
        while (!answer.destroyed && answer.write(MIB));
      };
      answer.on('drain', go);
      go();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const sent = new HttpTransport({ kind: 'default' }).send({ method: 'GET', url, headers: {} }, 20_000);
    await expect(sent).rejects.toMatchObject({ fault: 'too-large', title: 'Answer too large' });
    server.closeAllConnections();
    server.close();
  });
});
