/** What a pipe's stream has and its types do not say. */
interface PipeStream {
  readonly _handle?: { readonly setBlocking?: (blocking: boolean) => void };
}

/**
 * blockOnStdout makes every write to a pipe wait until its reader has room. Call it before anything is printed. Node would
 * otherwise keep what does not fit, and a kill, or what is written to a file next, would overtake a mask.
 */
export function blockOnStdout(): void {
  (process.stdout as PipeStream)._handle?.setBlocking?.(true);
  // Whoever prints next looks at `errored`: without a listener, Node would print a stack trace first.
  process.stdout.on('error', () => {});
}

/** requireStdout throws the error of a standard output that was closed: nothing is masked then. */
export function requireStdout(): void {
  if (process.stdout.errored) throw process.stdout.errored;
}

/** stdoutWritten resolves when everything that was printed has left the process. Rejects when standard output is closed. */
export function stdoutWritten(): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write('', (error) => (error ? reject(error) : resolve()));
  });
}
