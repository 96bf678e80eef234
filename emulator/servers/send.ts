import type { ServerResponse } from 'node:http';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './fault-point.ts';
import type { EmulatedResponse, Flaw } from './response.ts';

/** send sends the response of an exchange and records how the exchange ended. */
export function send(
  response: ServerResponse,
  outcome: Outcome,
  exchange: Exchange<string>,
  date: Date,
): void {
  if (typeof outcome === 'object') {
    exchange.status = outcome.status;
    if (outcome.flaw) exchange.fault = outcome.flaw;
    sendResponse(response, outcome, date);
    return;
  }
  exchange.fault = outcome;
  if (outcome === 'reset') response.socket?.resetAndDestroy();
  if (outcome === 'dropped') response.destroy();
}

/** Slow, but fast enough that the connection is not silent. */
const DRIP_MS = 100;

function sendResponse(
  response: ServerResponse,
  { status, headers, body, encoding, flaw, dateShiftMs = 0, closes }: EmulatedResponse,
  date: Date,
): void {
  const bytes = Buffer.from(body, encoding);
  const length = bytes.length > 0 ? { 'Content-Length': String(announced(bytes.length, flaw)) } : {};
  const shownDate = new Date(date.getTime() + dateShiftMs).toUTCString();
  const { socket } = response;
  if (closes) response.on('finish', () => socket?.end());
  response.writeHead(status, { Date: shownDate, ...length, ...headers });
  switch (flaw) {
    case undefined:
    case 'understated':
      response.end(bytes);
      break;
    case 'truncated':
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      break;
    case 'overstated':
      response.write(bytes);
      break;
    case 'dripping':
      drip(response, bytes);
  }
}

function announced(length: number, flaw: Flaw | undefined): number {
  if (flaw === 'overstated') return length + 100;
  return flaw === 'understated' ? Math.floor(length / 2) : length;
}

function drip(response: ServerResponse, bytes: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, ++sent));
    if (sent === bytes.length) response.end();
  }, DRIP_MS);
  response.on('close', () => clearInterval(timer));
}
