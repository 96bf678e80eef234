import { summaryWritten } from './runner-files.ts';
import { blockOnStdout, stdoutWritten } from './stdout.ts';

/**
 * runStep runs a step to its end and then ends the process, which does not wait for connections that are still open. `step`
 * returns whether it succeeded.
 */
export async function runStep(step: () => Promise<boolean>): Promise<void> {
  blockOnStdout();
  let succeeded = false;
  try {
    succeeded = await step();
    await summaryWritten();
    await stdoutWritten();
  } catch {
    // A step reports its own errors. This one is a closed standard output, so nobody can read about it.
    succeeded = false;
  }
  process.exit(succeeded ? 0 : 1);
}
