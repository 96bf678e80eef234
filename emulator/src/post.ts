import { asSentence, InputErrors } from '../../src/base/errors.ts';
import { actionsRunner, readInput } from '../../src/runner/runner.ts';
import { readState } from '../../src/runner/runner-files.ts';
import { Secrets } from '../../src/runner/secrets.ts';
import { runStep } from '../../src/runner/step.ts';
import type { SummarySection } from '../../src/runner/summary.ts';
import { formatInstant } from '../../src/tokens/dates.ts';
import { describePermissions } from '../../src/tokens/permissions.ts';
import { stopBy } from './control.ts';
import { readControlUrl, removeControlUrl } from './control-file.ts';
import { readFailOnLiveTokens } from './inputs.ts';
import { type Report, STATE } from './messages.ts';

/**
 * runPost stops the emulator and shows which tokens are left alive. On request, it fails where there are any, or nobody can
 * tell. It ends the process.
 */
export function runPost(): Promise<void> {
  return runStep(post);
}

async function post(): Promise<boolean> {
  const runner = actionsRunner(new Secrets());
  const key = readState(STATE);
  const folder = process.env['RUNNER_TEMP'] ?? '';
  const controlUrl = readControlUrl(folder, key);
  if (controlUrl === undefined) return true;
  removeControlUrl(folder, key);
  const mustBeNone = readFailOnLiveTokens(readInput, new InputErrors());
  const alert = mustBeNone ? runner.error : runner.warning;
  let report: Report;
  try {
    report = await stopBy(controlUrl);
  } catch (error) {
    const message = `Which tokens are left alive is not known, since the emulator is gone: ${asSentence(error)}`;
    alert('emulator-gone', message);
    return !mustBeNone;
  }
  runner.summary(sectionOf(report));
  const { live } = report;
  runner.info(`The emulator is stopped. Of ${report.created} tokens ${live.length} are left alive.`);
  if (live.length === 0) return true;
  const message = `${live.length === 1 ? 'A token is' : `${live.length} tokens are`} left alive in the emulator: the job summary shows which.`;
  alert('tokens-left-alive', message);
  return !mustBeNone;
}

function sectionOf({ created, live }: Report): SummarySection {
  if (live.length === 0) {
    return {
      title: 'InfluxDB emulator: no token is left alive',
      facts: [['Tokens that there were', String(created)]],
    };
  }
  return {
    title: `InfluxDB emulator: tokens left alive: ${live.length} of ${created}`,
    head: ['For', 'Grants', 'Expires', 'Token'],
    rows: live.map(({ id, description, permissions, expiresAt }) => [
      description,
      describePermissions(permissions),
      expiresAt === null ? 'never' : formatInstant(expiresAt),
      id,
    ]),
  };
}
