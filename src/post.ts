import { systemClock } from './base/clock.ts';
import { describeDefect } from './base/errors.ts';
import { actionsRunner, STATE } from './runner/runner.ts';
import { readState } from './runner/runner-files.ts';
import { Secrets } from './runner/secrets.ts';
import { runStep } from './runner/step.ts';
import type { PostStep } from './step-inputs.ts';

/** All post steps of a job together have less than five minutes. This one takes at most one minute, including its start. */
const TIME_FOR_EVERYTHING_MS = 58_000;

/** runPost is the post step. It ends the process. */
export function runPost(): Promise<void> {
  return runStep(() =>
    post(async (state, step) => {
      const { runPostStep } = await import('./post-step.ts');
      return await runPostStep(state, step);
    }, 'The post step did not revoke any token, so tokens of this step might stay valid until they expire.'),
  );
}

/**
 * post loads the post step only if main left something to do. Returns whether the step succeeded. `consequence` says what is true after a
 * defect.
 */
export async function post(
  work: (state: string, step: PostStep) => Promise<boolean>,
  consequence: string,
): Promise<boolean> {
  const deadline = systemClock.elapsed() + TIME_FOR_EVERYTHING_MS;
  // A canceled job does not need its tokens, so go on until they are revoked. The runner kills the process after ten seconds.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  const state = readState(STATE);
  if (state === '') return true;
  const secrets = new Secrets();
  const runner = actionsRunner(secrets);
  try {
    return await work(state, { runner, secrets, deadline });
  } catch (error) {
    runner.error('unexpected-error', `${describeDefect(error)} ${consequence}`);
    return false;
  }
}
