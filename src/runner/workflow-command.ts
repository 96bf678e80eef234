import { appendFileSync, closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
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

/** FileVariable names a file that the runner gives to each step. */
type FileVariable = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

/** Outputs and state can contain credentials. */
const OWNER_ONLY = 0o600;

/**
 * appendToFile adds to one of the runner's files, in one write, so that a kill cannot leave half an entry. Throws a
 * Failure, which never shows the text.
 */
export function appendToFile(env: NodeJS.ProcessEnv, variable: FileVariable, text: string): void {
  try {
    appendFileSync(pathIn(env, variable), text, { mode: OWNER_ONLY });
  } catch (error) {
    throw new Failure(
      "The runner's files cannot be written",
      `The file in \`${variable}\` cannot be written: ${asSentence(error)} If the step has created a token and not ` +
        `delivered it, the post step revokes it. ${writeHint(error)}`,
      { cause: error },
    );
  }
}

/**
 * writeTemporaryFile writes a file that only its owner can read into the runner's folder for temporary files, and
 * returns its path. A file or link that has the name already is left as it is. Throws a Failure, and leaves no part of
 * the file.
 */
export function writeTemporaryFile(env: NodeJS.ProcessEnv, name: string, text: string): string {
  try {
    const path = join(pathIn(env, 'RUNNER_TEMP'), name);
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

class NotSet extends Error {}

function pathIn(env: NodeJS.ProcessEnv, variable: FileVariable | 'RUNNER_TEMP'): string {
  const path = env[variable] ?? '';
  if (path === '') throw new NotSet(`the variable \`${variable}\` is not set`);
  return path;
}

function writeHint(error: unknown): string {
  if (error instanceof NotSet) {
    return "GitHub's runner sets it for each step. Run the action as a step of a job, and do not change the variable.";
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') {
    const user = process.getuid === undefined ? '' : ` (ID ${process.getuid()})`;
    return (
      `The user of this step${user} is not allowed to write there. In a job container, use the user that owns the ` +
      "runner's files: `container: options: --user root`."
    );
  }
  if (code === 'EEXIST') return 'A file of this name exists already. Run the job again.';
  return 'Check the disk of the runner.';
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
