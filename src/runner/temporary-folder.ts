import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asSentence, Failure } from '../base/errors.ts';
import { noFileWritten, temporaryPath } from './runner-files.ts';

/** Only the owner can use the folder and its files. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * createTemporaryFolder makes a new folder in the runner's folder for temporary files, with new files in it that only their owner can
 * read. Returns its path. Throws a Failure, and leaves nothing behind.
 */
export function createTemporaryFolder(
  name: string,
  filesIn: (folder: string) => Readonly<Record<string, string>>,
): string {
  const folder = newFolder(name);
  try {
    for (const [file, text] of Object.entries(filesIn(folder))) {
      writeFileSync(join(folder, file), text, { mode: FILE_MODE, flag: 'wx' });
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw noFileWritten(error);
  }
  return folder;
}

function newFolder(name: string): string {
  try {
    const folder = temporaryPath(name);
    mkdirSync(folder, { mode: FOLDER_MODE });
    return folder;
  } catch (error) {
    throw noFileWritten(error);
  }
}

/** removeTemporaryFolder removes such a folder, if it is there. Throws a Failure when it is still there after that. */
export function removeTemporaryFolder(name: string): void {
  try {
    rmSync(temporaryPath(name), { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    throw new Failure(
      'folder-not-removed',
      `The folder ${name} in \`RUNNER_TEMP\` cannot be removed: ${asSentence(error)} The folder contains the management token. Remove the folder.`,
      { cause: error },
    );
  }
}
