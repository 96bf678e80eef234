import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './fault-point.ts';

/** send brings an exchange to its end and notes in it how it went. */
export function send(
  response: ServerResponse,
  outcome: Outcome,
  exchange: Exchange<string>,
  date: Date,
): void {
  if (typeof outcome === 'object') {
    exchange.status = outcome.status;
    if (outcome.truncated) exchange.fault = 'truncated';
    sendAnswer(response, outcome, date);
    return;
  }
  exchange.fault = outcome;
  if (outcome === 'reset') response.socket?.resetAndDestroy();
  if (outcome === 'dropped') response.destroy();
}

function sendAnswer(
  response: ServerResponse,
  { status, headers, body, truncated }: Answer,
  date: Date,
): void {
  const bytes = Buffer.from(body);
  const length = bytes.length > 0 ? { 'Content-Length': String(bytes.length) } : {};
  response.writeHead(status, { Date: date.toUTCString(), ...length, ...headers });
  if (truncated) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  else response.end(bytes);
}
