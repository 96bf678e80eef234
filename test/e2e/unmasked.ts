/** unmasked is what a step prints for people to see: all but the commands that mask. */
export function unmasked(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}
