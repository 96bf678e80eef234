/** The stream of a pipe has this property, but its types do not say so. */
interface PipeStream {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => void };
}

/**
 * blockOnStdout makes every write to a pipe wait for the reader. Call it before anything is printed. Otherwise, Node would buffer
 * some output, so a mask could be lost in a kill, or arrive after the next write to a file.
 */
export function blockOnStdout(): void {
  (process.stdout as PipeStream)._handle?.setBlocking?.(true);
  // The next caller checks `errored`. Without a listener, Node would print a stack trace first.
  process.stdout.on('error', () => {});
}

/** requireStdout throws if standard output is closed, because masks then have no effect. */
export function requireStdout(): void {
  if (process.stdout.errored) throw process.stdout.errored;
}

/** stdoutWritten resolves when the process has written all output. Rejects if standard output is closed. */
export function stdoutWritten(): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write('', (error) => (error ? reject(error) : resolve()));
  });
}
