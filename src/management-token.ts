import { systemClock } from './base/clock.ts';
import { describeDefect } from './base/errors.ts';
import { claimState, requireNode } from './main.ts';
import { reportError } from './report/errors.ts';
import { publish } from './runner/publish.ts';
import { actionsRunner, STATE } from './runner/runner.ts';
import { readState, requireOutputs, summaryProblem } from './runner/runner-files.ts';
import { Secrets } from './runner/secrets.ts';
import { runStep } from './runner/step.ts';

/** All post steps of a job together have less than five minutes. This one takes at most one minute, including its start. */
const TIME_FOR_EVERYTHING_MS = 58_000;

/** runManagementMain is the main step of `management-token/`. It ends the process. */
export function runManagementMain(): Promise<void> {
  return runStep(async () => {
    const secrets = new Secrets();
    const runner = actionsRunner(secrets);
    try {
      claimState(runner);
      requireNode(process.versions.node);
      requireOutputs();
      const problem = summaryProblem();
      if (problem !== undefined) runner.warning('the-runners-files-cannot-be-written', problem);
      const { loadManagementSteps } = await import('./run-operation.ts');
      const { runManagementStep } = await loadManagementSteps();
      await runManagementStep(runner, secrets);
      return true;
    } catch (error) {
      publish(reportError(error), runner);
      return false;
    }
  });
}

/** runManagementPost is the post step of `management-token/`. It ends the process. */
export function runManagementPost(): Promise<void> {
  return runStep(async () => {
    const deadline = systemClock.elapsed() + TIME_FOR_EVERYTHING_MS;
    // A canceled job does not need its tokens, so go on until they are revoked.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
    const state = readState(STATE);
    if (state === '') return true;
    const secrets = new Secrets();
    const runner = actionsRunner(secrets);
    try {
      const { loadManagementSteps } = await import('./run-operation.ts');
      const { runManagementPostStep } = await loadManagementSteps();
      await runManagementPostStep(state, { runner, secrets, deadline });
    } catch (error) {
      runner.error(
        'unexpected-error',
        `${describeDefect(error)} The post step revoked nothing, so a management token of this step might be left.`,
      );
      return false;
    }
    return true;
  });
}
