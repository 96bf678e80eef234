import { error as printError } from '@actions/core';
import { titleOf } from '../base/error-codes.ts';
import { describeDefect } from '../base/errors.ts';
import { summaryWritten } from './runner-files.ts';
import { plainText } from './sanitize.ts';
import { blockOnStdout, stdoutWritten } from './stdout.ts';

/**
 * runStep runs a step and then ends the process without waiting for open connections. `step` returns whether it succeeded, and
 * reports its own errors.
 */
export async function runStep(step: () => Promise<boolean>): Promise<void> {
  blockOnStdout();
  let succeeded = await step().catch(reportDefect);
  await summaryWritten();
  await stdoutWritten().catch(() => {
    // The runner no longer reads the output, so there is nobody to report this to.
    succeeded = false;
  });
  process.exit(succeeded ? 0 : 1);
}

function reportDefect(error: unknown): false {
  printError(plainText(describeDefect(error)), { title: titleOf('unexpected-error') });
  return false;
}
