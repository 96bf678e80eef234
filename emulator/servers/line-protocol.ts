/** Measurement and tags, fields, and perhaps a timestamp; a blank within any of these is escaped or in a string. */
const LINE = /^(?:[^ \\]|\\.)+ (?:[^ "\\]|\\.|"(?:[^"\\]|\\.)*")+(?: -?\d+)?$/;

/** splitLines takes the lines of a body that say something. */
export function splitLines(body: string): string[] {
  return body.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** invalidLine finds the first line that is not line protocol. */
export function invalidLine(lines: readonly string[]): string | undefined {
  return lines.find((line) => !LINE.test(line) || !line.includes('='));
}
