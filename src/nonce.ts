import * as crypto from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';

const DEVICE = '/dev/urandom';
const BYTES = 8;

/**
 * randomNonce is 16 random hex digits: unique, but no secret. Read from the system's own device where there is one,
 * because loading node:crypto takes longer than the rest of the start (`npm run bench`).
 */
export function randomNonce(): string {
  return (existsSync(DEVICE) ? readDevice() : crypto.randomBytes(BYTES)).toString('hex');
}

function readDevice(): Buffer {
  const device = openSync(DEVICE, 'r');
  try {
    const bytes = Buffer.alloc(BYTES);
    if (readSync(device, bytes) !== BYTES) throw new Error(`${DEVICE} gave too few bytes`);
    return bytes;
  } finally {
    closeSync(device);
  }
}
