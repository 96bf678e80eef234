import { readFileSync, statSync } from 'node:fs';
import { asSentence } from '../../base/errors.ts';

/** A configuration or a bundle of certificates is far smaller; a device or a disk image is not read. */
const MAX_BYTES = 1024 * 1024;

/** ReadFile returns the text of a file, or throws an Error that says why not and does not show any of it. */
export type ReadFile = (path: string) => string;

/** readTextFile reads a file of the runner. Relative paths begin where the step runs: in the workspace. */
export const readTextFile: ReadFile = (path) => {
  const found = statSync(path);
  if (!found.isFile()) throw new Error('The path is not a file');
  if (found.size > MAX_BYTES) throw new Error('The file is larger than 1 MiB');
  return readFileSync(path, 'utf8');
};

/** whyUnreadable says why a file could not be read, without repeating its path, which may be anything. */
export function whyUnreadable(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return path.startsWith('~')
      ? 'There is no such file. (Inputs do not expand `~`. Write the whole path.)'
      : 'There is no such file. (If an earlier step creates it, it must exist until the job ends.)';
  }
  if (code === 'EACCES' || code === 'EPERM') return 'This user cannot read the file.';
  if (code !== undefined) return `The file cannot be read (${String(code)}).`;
  return asSentence(error);
}

/**
 * decodesTo tells whether a text is base64 of what a pattern describes, also when it is wrapped, in quotes, or encoded twice. Other
 * texts decode to something as well, so the pattern must be one that chance does not meet.
 */
export function decodesTo(text: string, pattern: RegExp): boolean {
  const compact = text.replaceAll(/[\s"']/g, '');
  if (!/^[\w+/-]{16,}=*$/.test(compact)) return false;
  const decoded = Buffer.from(compact, 'base64').toString();
  return pattern.test(decoded) || decodesTo(decoded, pattern);
}
