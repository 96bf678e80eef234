/** Measurement and tags, fields, and an optional timestamp. A space inside one of these is escaped or in a string. */
const LINE = /^(?:[^ \\]|\\.)+ (?:[^ "\\]|\\.|"(?:[^"\\]|\\.)*")+(?: -?\d+)?$/;

/** splitLines returns the lines of a body, without empty lines and comments. */
export function splitLines(body: string): string[] {
  return body.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** invalidLine returns the first line that is not line protocol. */
export function invalidLine(lines: readonly string[]): string | undefined {
  return lines.find((line) => !LINE.test(line) || !line.includes('='));
}
