import type { Github } from './github/ports.ts';
import type { Deps } from './operations/deps.ts';
import type { Delivery } from './operations/ledger.ts';
import { type FinishDeps, finishRotation, rotate } from './operations/rotate.ts';
import { reportPromotionAtEnd, reportRotation } from './report/rotation.ts';
import { describeRotationProgress } from './report/rotation-plan.ts';
import type { RotateRequest } from './request/rotate.ts';
import { publishLines, type Report } from './runner/publish.ts';
import type { Runner } from './runner/runner.ts';
import type { RotationProgress } from './tokens/rotation/outcome.ts';

/** runRotation runs a rotation and reports it. Loaded on demand, because it is large and rarely needed. Throws only defects. */
export async function runRotation(request: RotateRequest, github: Github, deps: Deps): Promise<Report> {
  const rotationProgress = progressIn(deps.runner);
  return reportRotation(request, await rotate(request, { ...deps, github, rotationProgress }));
}

/** finishAtEnd promotes and retires in the post step, and reports it. Throws only defects. */
export async function finishAtEnd(
  delivery: Delivery,
  deps: Omit<FinishDeps, 'rotationProgress'> & { readonly runner: Runner },
): Promise<Report> {
  const rotationProgress = progressIn(deps.runner);
  return reportPromotionAtEnd(delivery, await finishRotation(delivery, { ...deps, rotationProgress }));
}

function progressIn(runner: Runner): (progress: RotationProgress) => void {
  return (progress) => publishLines(describeRotationProgress(progress), runner);
}
