import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = /^[0-9a-f]{32}$/;

/** The form of the URLs that openControl returns. */
const CONTROL_URL = /^http:\/\/127\.0\.0\.1:\d{1,5}\/[0-9a-f]{32}\/stop$/;

/**
 * writeControlUrl writes a control URL to a new file in `folder` that only its owner can read, and returns the key of the file. The
 * state contains only the key, so a forged state cannot name a server. Throws if the file cannot be written.
 */
export function writeControlUrl(folder: string, controlUrl: string): string {
  const key = randomBytes(16).toString('hex');
  writeFileSync(pathOf(folder, key), controlUrl, { mode: 0o600, flag: 'wx' });
  return key;
}

/** readControlUrl returns the URL for a key. Undefined for any text that main cannot have written. */
export function readControlUrl(folder: string, key: string): string | undefined {
  if (!KEY.test(key)) return undefined;
  try {
    const text = readFileSync(pathOf(folder, key), 'utf8');
    return CONTROL_URL.test(text) && URL.canParse(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** removeControlUrl deletes the file of a key. */
export function removeControlUrl(folder: string, key: string): void {
  rmSync(pathOf(folder, key), { force: true });
}

function pathOf(folder: string, key: string): string {
  return join(folder, `influxdb-emulator-${key}`);
}
