import { randomBytes } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseReport, type Report } from './messages.ts';

/** Long enough, because the emulator is on the same machine. */
const MAX_RESPONSE_MS = 10_000;

/**
 * openControl listens on loopback, and returns the URL that stops the emulator. A POST to the URL returns a report and then calls
 * `stop`.
 */
export async function openControl(reportNow: () => Report, stop: () => void): Promise<string> {
  const path = `/${randomBytes(16).toString('hex')}/stop`;
  const server = createServer((asked, response) => {
    if (asked.method !== 'POST' || asked.url !== path) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify(reportNow()), stop);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

/** stopBy stops the emulator behind a control URL, and returns its report. Throws if the emulator does not respond. */
export async function stopBy(controlUrl: string): Promise<Report> {
  const response = await new Promise<string>((resolve, reject) => {
    const signal = AbortSignal.timeout(MAX_RESPONSE_MS);
    const asked = request(controlUrl, { method: 'POST', signal }, (message) => {
      if (message.statusCode === 200) text(message).then(resolve, reject);
      else reject(new Error(`another server responded with status ${message.statusCode}`));
    });
    asked.on('error', reject);
    asked.end();
  });
  return parseReport(response);
}
