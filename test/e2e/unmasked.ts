/** unmasked is the output of a step that people see: everything except the commands that mask. */
export function unmasked(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}
