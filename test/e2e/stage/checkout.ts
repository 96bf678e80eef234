import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandIn } from '../../actions-runner/workflow/actions.ts';

/**
 * Replaces actions/checkout: writes these files to the workspace. Unlike the real action, it requires that the token of the job
 * is not stored on disk.
 */
export function checkoutOf(files: Readonly<Record<string, string>>): StandIn {
  return async ({ inputs, workspace }) => {
    if (inputs['persist-credentials'] !== 'false') throw new Error('set `persist-credentials: false`');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
    return {};
  };
}
