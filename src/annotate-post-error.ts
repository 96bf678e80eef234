import type { Where } from './report/context.ts';
import { explain, stackOf } from './report/errors.ts';
import { summarizeFailure } from './report/post-step.ts';
import { publishLines } from './runner/publish.ts';
import type { Runner } from './runner/runner.ts';

/** annotatePostError reports a failure in the annotation and in the summary. `where`: undefined if it is not known. */
export function annotatePostError(
  error: unknown,
  { failsJob, where }: { readonly failsJob: boolean; readonly where?: Where | undefined },
  runner: Runner,
): void {
  publishLines(stackOf(error), runner);
  const explanation = explain(error);
  const { code, detail, message } = explanation;
  if (failsJob) runner.error(code, message, detail);
  else runner.warning(code, message, detail);
  // The section of a result already names the cluster.
  runner.summary(summarizeFailure(explanation, { failsJob, where: runner.hasSummary() ? undefined : where }));
}
