import type { SecretStore } from './github/secret-store.ts';
import type { WorkflowRuns } from './github/workflow-run.ts';
import type { Deps } from './operations/deps.ts';
import type { Delivery } from './operations/ledger.ts';
import { type FinishDeps, finishRotation, rotate } from './operations/rotate.ts';
import type { ReportContext } from './report/context.ts';
import { reportPromotionAtEnd } from './report/promotion.ts';
import { reportRotation } from './report/rotate.ts';
import { describeRotationProgress } from './report/rotation-plan.ts';
import type { RotateRequest } from './request/rotate.ts';
import { publishLines, type Report } from './runner/publish.ts';
import type { Runner } from './runner/runner.ts';
import type { RotationProgress } from './tokens/rotation/outcome.ts';

/** runRotation runs a rotation and reports it. Loaded on demand, because it is large and rarely needed. Throws only defects. */
export async function runRotation(
  request: RotateRequest,
  deps: Deps & { readonly github: SecretStore & WorkflowRuns },
  context: () => ReportContext,
): Promise<Report> {
  const rotationProgress = progressIn(deps.runner);
  return reportRotation(request, await rotate(request, { ...deps, rotationProgress }), context());
}

/** finishAtEnd promotes and retires in the post step, and reports it. Throws only defects. */
export async function finishAtEnd(
  delivery: Delivery,
  deps: Omit<FinishDeps, 'rotationProgress'> & { readonly runner: Runner },
  context: () => ReportContext,
): Promise<Report> {
  const rotationProgress = progressIn(deps.runner);
  const promotion = await finishRotation(delivery, { ...deps, rotationProgress });
  return reportPromotionAtEnd(delivery, promotion, context());
}

function progressIn(runner: Runner): (progress: RotationProgress) => void {
  return (progress) => publishLines(describeRotationProgress(progress), runner);
}
