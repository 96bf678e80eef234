import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = /^[0-9a-f]{32}$/;

/** As openControl makes it. */
const CONTROL_URL = /^http:\/\/127\.0\.0\.1:\d{1,5}\/[0-9a-f]{32}\/stop$/;

/**
 * writeControlUrl puts a control URL into a new file in `folder`, which only its owner can read, and returns the key that
 * leads to it. Only the key goes into the state, so that nothing there can name a server. Throws when it cannot be written.
 */
export function writeControlUrl(folder: string, controlUrl: string): string {
  const key = randomBytes(16).toString('hex');
  writeFileSync(pathOf(folder, key), controlUrl, { mode: 0o600, flag: 'wx' });
  return key;
}

/** readControlUrl is the URL behind a key; undefined for everything that main cannot have left. */
export function readControlUrl(folder: string, key: string): string | undefined {
  if (!KEY.test(key)) return undefined;
  try {
    const text = readFileSync(pathOf(folder, key), 'utf8');
    return CONTROL_URL.test(text) && URL.canParse(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** removeControlUrl deletes the file behind a key of writeControlUrl. */
export function removeControlUrl(folder: string, key: string): void {
  rmSync(pathOf(folder, key), { force: true });
}

function pathOf(folder: string, key: string): string {
  return join(folder, `influxdb-emulator-${key}`);
}
