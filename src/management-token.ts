import { post } from './post.ts';
import { prepareStep } from './prepare-step.ts';
import type { Where } from './report/context.ts';
import { reportError } from './report/errors.ts';
import { publish } from './runner/publish.ts';
import { actionsRunner } from './runner/runner.ts';
import { Secrets } from './runner/secrets.ts';
import { runStep } from './runner/step.ts';

/** runManagementMain is the main step of `management-token/`. It ends the process. */
export function runManagementMain(): Promise<void> {
  return runStep(async () => {
    const secrets = new Secrets();
    const runner = actionsRunner(secrets);
    let where: Where | undefined;
    try {
      prepareStep(runner);
      const { readManagementRequest, runManagementStep } = await load();
      const request = await readManagementRequest({ runner, secrets });
      where = request.where;
      await runManagementStep(request, { runner, secrets });
      return true;
    } catch (error) {
      publish(reportError(error, runner.hasSummary() ? undefined : where), runner);
      return false;
    }
  });
}

/** runManagementPost is the post step of `management-token/`. It ends the process. A failure is a warning. */
export function runManagementPost(): Promise<void> {
  return runStep(() =>
    post(async (state, step) => {
      const { runManagementPostStep } = await load();
      await runManagementPostStep(state, step);
      return true;
    }, 'A management token of this step might remain.'),
  );
}

async function load(): ReturnType<typeof import('./run-operation.ts').loadManagementSteps> {
  const { loadManagementSteps } = await import('./run-operation.ts');
  return await loadManagementSteps();
}
