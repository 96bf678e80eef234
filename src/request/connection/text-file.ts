import { readFileSync, statSync } from 'node:fs';
import { asSentence } from '../../base/errors.ts';

/** A configuration or a bundle of certificates is much smaller. A device or a disk image is not read. */
const MAX_BYTES = 1024 * 1024;

/** ReadFile returns the text of a file. If it throws, the error gives the reason and shows no part of the file. */
export type ReadFile = (path: string) => string;

/** readTextFile reads a file of the runner. Relative paths start in the workspace, where the step runs. */
export const readTextFile: ReadFile = (path) => {
  const found = statSync(path);
  if (!found.isFile()) throw new Error('The path is not a file');
  if (found.size > MAX_BYTES) throw new Error('The file is larger than 1 MiB');
  return readFileSync(path, 'utf8');
};

/** whyUnreadable says why a file could not be read. It does not show the path, which might be a secret. */
export function whyUnreadable(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return path.startsWith('~')
      ? 'There is no such file. (Inputs do not expand `~`. Write the whole path.)'
      : 'There is no such file. (If an earlier step creates the file, keep the file until the job ends.)';
  }
  if (code === 'EACCES' || code === 'EPERM') return 'The user of this step cannot read the file.';
  if (code !== undefined) return `The file cannot be read (${String(code)}).`;
  return asSentence(error);
}

/**
 * decodesTo tells whether a text is the base64 of a text that matches a pattern. It can be wrapped, in quotes, or encoded twice.
 * Other texts can also be decoded, so the pattern must not match by chance.
 */
export function decodesTo(text: string, pattern: RegExp): boolean {
  const compact = text.replaceAll(/[\s"']/g, '');
  if (!/^[\w+/-]{16,}=*$/.test(compact)) return false;
  const decoded = Buffer.from(compact, 'base64').toString();
  return pattern.test(decoded) || decodesTo(decoded, pattern);
}
