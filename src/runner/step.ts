import { error as printError } from '@actions/core';
import { titleOf } from '../base/error-codes.ts';
import { describeDefect } from '../base/errors.ts';
import { summaryWritten } from './runner-files.ts';
import { plainText } from './sanitize.ts';
import { blockOnStdout, stdoutWritten } from './stdout.ts';

/**
 * runStep runs a step to its end and then ends the process, which does not wait for connections that are still open. `step`
 * returns whether it succeeded, and reports its own errors.
 */
export async function runStep(step: () => Promise<boolean>): Promise<void> {
  blockOnStdout();
  let succeeded = await step().catch(reportDefect);
  await summaryWritten();
  await stdoutWritten().catch(() => {
    // The runner is gone, so nobody can read about it.
    succeeded = false;
  });
  process.exit(succeeded ? 0 : 1);
}

function reportDefect(error: unknown): false {
  printError(plainText(describeDefect(error)), { title: titleOf('unexpected-error') });
  return false;
}
