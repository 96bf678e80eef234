import { systemClock } from './base/clock.ts';
import { asSentence } from './base/errors.ts';
import { actionsRunner, STATE } from './runner/runner.ts';
import { readState } from './runner/runner-files.ts';
import { Secrets } from './runner/secrets.ts';
import { runStep } from './runner/step.ts';

/** All post steps of a job together have less than five minutes; ours takes at most one, its own start included. */
const TIME_FOR_EVERYTHING_MS = 58_000;

/** runPost is the post step. It ends the process. */
export function runPost(): Promise<void> {
  return runStep(post);
}

/** Does what main has left for the end of the job, and returns whether the step succeeded. */
async function post(): Promise<boolean> {
  const deadline = systemClock.elapsed() + TIME_FOR_EVERYTHING_MS;
  // Who cancels a job wants its tokens gone: go on until it is done, or until the runner kills, which is ten seconds later.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  const state = readState(STATE);
  if (state === '') return true;
  const secrets = new Secrets();
  const runner = actionsRunner(secrets);
  try {
    const { runPostStep } = await import('./post-step.ts');
    return await runPostStep(state, { runner, secrets, deadline });
  } catch (error) {
    runner.error(
      'unexpected-error',
      `This is a defect of the action, please report it: ${asSentence(error)} The post step revoked nothing, so tokens of this ` +
        'step might stay active until they expire.',
    );
    return false;
  }
}
