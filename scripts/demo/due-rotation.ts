import type { WorkflowReport } from '../../test/actions-runner/workflow/run-workflow.ts';
import type { WorkflowStage } from '../../test/e2e/stage/workflow-stage.ts';
import { readExample } from './workflow-file.ts';

/** The example of a rotation. */
export const ROTATION = 'scheduled-rotation';

/** prepareRotation runs the rotation once and lets 77 days pass: the token then expires in 13 days and is due. */
export async function prepareRotation(stage: WorkflowStage): Promise<WorkflowReport> {
  const first = await stage.run(readExample(ROTATION).text);
  stage.daysGoBy(77);
  return first;
}
