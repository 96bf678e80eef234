import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asSentence, Failure } from '../failure.ts';
import { pathIn, writeHint } from './runner-files.ts';

/** Its contents are for the steps of this job alone. */
const OWNER_ONLY = 0o600;

/**
 * writeTemporaryFile writes a file that only its owner can read into the runner's folder for temporary files, and returns its
 * path. An existing file or link of that name stays as it is. Throws a Failure, and leaves no part of the file.
 */
export function writeTemporaryFile(name: string, text: string): string {
  try {
    const path = join(pathIn('RUNNER_TEMP'), name);
    writeNewFile(path, text);
    return path;
  } catch (error) {
    throw new Failure(
      'No file written',
      `A file in \`RUNNER_TEMP\` cannot be written: ${asSentence(error)} ${writeHint(error)}`,
      { cause: error },
    );
  }
}

function writeNewFile(path: string, text: string): void {
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
