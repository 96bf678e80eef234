import { appendFileSync, writeFileSync, writeSync } from 'node:fs';
import { EOL } from 'node:os';
import { join } from 'node:path';
import { asSentence, Failure } from '../failure.ts';

/**
 * The few commands of GitHub's runner that this action gives, written here and not taken from @actions/core: that would
 * be a third of the bundle, and loads node:crypto for random delimiters and node:fs/promises at its top, which together
 * take longer than everything else before the first request (`npm run bench`).
 * Formats: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

const STDOUT = 1;

export type CommandName = 'add-mask' | 'debug' | 'notice' | 'warning' | 'error';

/** formatCommand is one line that the runner carries out and does not show as it is. */
export function formatCommand(name: CommandName, message: string, title = ''): string {
  const properties = title === '' ? '' : ` title=${escapeProperty(title)}`;
  return `::${name}${properties}::${escapeData(message)}`;
}

/** formatFileCommand is an entry for the files of state and outputs, in the form for values of any content. */
export function formatFileCommand(name: string, value: string): string {
  let delimiter = 'ghadelimiter_end';
  while (value.includes(delimiter)) delimiter += '_';
  return `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`;
}

/**
 * printLines writes lines to stdout, and returns when they have left the process: a mask must not be overtaken by
 * whatever comes next, not even by a kill. (process.stdout does not promise that everywhere, and takes a millisecond to
 * set up.)
 */
export function printLines(lines: readonly string[]): void {
  let rest = Buffer.from(lines.map((line) => line + EOL).join(''));
  while (rest.length > 0) rest = rest.subarray(writeSome(rest));
}

/** A pipe that is full says EAGAIN when somebody has made it non-blocking. */
function writeSome(bytes: Buffer): number {
  try {
    return writeSync(STDOUT, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      return 0;
    }
    throw error;
  }
}

/**
 * appendToFile adds to one of the runner's files, in one write, so that a kill cannot leave half an entry. `file` is the
 * path that the runner gave. Throws a Failure.
 */
export function appendToFile(file: string | undefined, text: string): void {
  try {
    appendFileSync(file ?? '', text);
  } catch (error) {
    throw new Failure(
      "The runner's files cannot be written",
      `A file that the runner gave for state, outputs or summary cannot be written: ${asSentence(error)} If ` +
        'the step has created a token, the post step revokes it. Check the disk of the runner.',
      { cause: error },
    );
  }
}

/** writeTemporaryFile writes a file into the folder that the runner gave, and returns its path. Throws a Failure. */
export function writeTemporaryFile(folder: string | undefined, name: string, text: string): string {
  const path = join(folder ?? '', name);
  try {
    if (folder === undefined) throw new Error('RUNNER_TEMP is not set');
    writeFileSync(path, text);
    return path;
  } catch (error) {
    throw new Failure(
      'No file written',
      `A file in the runner's folder for temporary files cannot be written: ${asSentence(error)} Check the disk of the runner.`,
      { cause: error },
    );
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
