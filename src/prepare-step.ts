import { asSentence, Failure } from './base/errors.ts';
import type { Runner } from './runner/runner.ts';
import { requireOutputs, summaryProblem } from './runner/runner-files.ts';

/** prepareStep checks what every step needs, and claims the state. Throws a Failure. */
export function prepareStep(runner: Runner): void {
  claimState(runner);
  requireNode(process.versions.node);
  requireOutputs();
  const problem = summaryProblem();
  if (problem !== undefined) runner.warning('the-runners-files-cannot-be-written', problem);
}

/** The first version that action.yml allows. */
const MIN_NODE = 24;

/**
 * Checks the version of Node. GitHub's runner contains the version in action.yml. Other runners use the Node.js in the image of
 * the job. Throws a Failure.
 */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= MIN_NODE) return;
  throw new Failure(
    'unsupported-nodejs',
    `The action needs Node.js ${MIN_NODE} or later, but this runner uses ${version}. Nothing was sent. Gitea, ` +
      `Forgejo, and act use the Node.js in the image of the job. Use an image that contains Node.js ${MIN_NODE}.`,
  );
}

/**
 * This runs before everything else. Saved state overrides environment variables, so no earlier step can set a variable that looks like
 * the ledger of this step. Throws a Failure.
 */
function claimState(runner: Runner): void {
  try {
    runner.saveState('');
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Failure(
      'state-not-saved',
      `The state of this step cannot be saved: ${asSentence(cause)} Nothing was sent. GITHUB_STATE must name a file that the ` +
        'user of this step can write to. In a container that runs as another user, set `options: --user root`.',
    );
  }
}
