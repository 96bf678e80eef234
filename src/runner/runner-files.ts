import { closeSync, openSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getState, saveState, setOutput } from '@actions/core';
import { asSentence, Failure } from '../base/errors.ts';

/** FileVariable is a variable with the path of a file that the runner creates for each step. */
type FileVariable = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

/** writeOutput sets an output completely or not at all. Throws a Failure, which never contains the value. */
export function writeOutput(name: string, value: string): void {
  write('GITHUB_OUTPUT', () => setOutput(name, value));
}

/** requireOutputs checks that outputs can be written, and writes nothing. Throws a Failure that says that nothing was sent. */
export function requireOutputs(): void {
  try {
    openToAppend('GITHUB_OUTPUT');
  } catch (error) {
    throw new Failure(
      'the-runners-files-cannot-be-written',
      notWritable('GITHUB_OUTPUT', error, 'Nothing was sent.'),
      {
        cause: error,
      },
    );
  }
}

/**
 * summaryProblem says in sentences why there will be no job summary. Undefined if a summary can be written, and for runners
 * without summaries.
 */
export function summaryProblem(): string | undefined {
  if (!process.env['GITHUB_STEP_SUMMARY']) return undefined;
  try {
    openToAppend('GITHUB_STEP_SUMMARY');
    return undefined;
  } catch (error) {
    return notWritable('GITHUB_STEP_SUMMARY', error, 'The step continues without a job summary.');
  }
}

/** Checks whether a file can be written before anything depends on it. */
function openToAppend(variable: FileVariable): void {
  closeSync(openSync(fileIn(variable), 'a'));
}

/** What happened, what is true now, and what to do. */
function notWritable(variable: FileVariable, error: unknown, now: string): string {
  return `The file in \`${variable}\` cannot be written: ${asSentence(error)} ${now} ${writeHint(error)}`;
}

/** writeState replaces a value that the post step reads, in the same way. Throws a Failure. */
export function writeState(name: string, value: string): void {
  write('GITHUB_STATE', () => saveState(name, value));
}

/** readState returns a value that main has saved. Empty if main saved nothing. */
export function readState(name: string): string {
  return getState(name);
}

let writing = Promise.resolve();

/**
 * appendToSummary calls `write`, which writes to the job summary, after all earlier calls. If there is no such file or the write
 * fails, it calls `failed` with the error.
 */
export function appendToSummary(write: () => Promise<void>, failed: (error: unknown) => void): void {
  writing = writing
    .then(async () => {
      fileIn('GITHUB_STEP_SUMMARY');
      await write();
    })
    .catch(failed);
}

/** summaryWritten resolves when everything that was added to the job summary is in its file. */
export async function summaryWritten(): Promise<void> {
  await writing;
}

class NotSet extends Error {}
class NoFile extends Error {}

/** pathIn returns the path in a variable of the runner. Throws an error that writeHint explains if the variable is not set. */
function pathIn(variable: FileVariable | 'RUNNER_TEMP'): string {
  const path = process.env[variable] ?? '';
  if (path === '') throw new NotSet(`the variable \`${variable}\` is not set`);
  return path;
}

/** writeHint says in sentences what to do about an error of a write. */
function writeHint(error: unknown): string {
  if (error instanceof NotSet) {
    return "GitHub's runner sets this variable for each step. Run the action as a step of a job, and do not change the variable.";
  }
  if (error instanceof NoFile) {
    return "The runner creates this file for each step. In a container, mount the folder of the runner's files at the same path.";
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') {
    const user = process.getuid === undefined ? '' : ` (ID ${process.getuid()})`;
    return (
      `The user of this step${user} cannot write this file. In a job container, use the user that owns the ` +
      "runner's files: `container: options: --user root`."
    );
  }
  if (code === 'EROFS') {
    return "The file system is read-only. Mount the folder of the runner's files so that this step can write there.";
  }
  if (code === 'EEXIST') return 'A file with this name already exists. Run the job again.';
  return "Check the runner's disk.";
}

/** If the variable is not set, the toolkit would print the value, so check the variable first. */
function write(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE', toolkit: () => void): void {
  try {
    appendWhole(fileIn(variable), toolkit);
  } catch (error) {
    throw new Failure(
      'the-runners-files-cannot-be-written',
      notWritable(
        variable,
        error,
        'If the step created a token but did not deliver it, the post step revokes the token.',
      ),
      { cause: error },
    );
  }
}

/** Accepts only regular files, because with a pipe the step would wait for a reader. */
function fileIn(variable: FileVariable): string {
  const path = pathIn(variable);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new NoFile(`there is no file at ${path}`);
  return path;
}

/**
 * If the disk is full, a part of an entry can remain, and the next entry would continue it. So truncate the file. A kill cannot
 * leave a part, because there is only one write.
 */
function appendWhole(path: string, append: () => void): void {
  const { size } = statSync(path);
  try {
    append();
  } catch (error) {
    truncateSync(path, size);
    throw error;
  }
}

/** The contents are only for the steps of this job. */
const OWNER_ONLY = 0o600;

/**
 * writeTemporaryFile writes a file that only its owner can read to the runner's folder for temporary files, and returns its
 * path. It does not change an existing file or link with that name. If it throws a Failure, no part of the file remains.
 */
export function writeTemporaryFile(name: string, text: string): string {
  try {
    const path = temporaryPath(name);
    writeNewFile(path, text);
    return path;
  } catch (error) {
    throw noFileWritten(error);
  }
}

/** temporaryPath is the path of a file or folder in the runner's folder for temporary files. Throws an error that noFileWritten explains. */
export function temporaryPath(name: string): string {
  return join(pathIn('RUNNER_TEMP'), name);
}

/** noFileWritten is the failure for a temporary file that cannot be written. */
export function noFileWritten(error: unknown): Failure {
  return new Failure(
    'no-file-written',
    `A file in \`RUNNER_TEMP\` cannot be written: ${asSentence(error)} ${writeHint(error)}`,
    { cause: error },
  );
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
