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
 * runPost stops the emulator and shows which tokens are still valid. With `fail-on-live-tokens`, it fails if there are such tokens
 * or if their number is not known. It ends the process.
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
    const message = `The emulator did not respond, so it is not known which tokens are still valid: ${asSentence(error)}`;
    alert('emulator-not-responding', message);
    return !mustBeNone;
  }
  runner.summary(sectionOf(report));
  const { live } = report;
  runner.info(`The emulator has stopped. Tokens: ${report.created}. Still valid: ${live.length}.`);
  if (live.length === 0) return true;
  const message = `${live.length === 1 ? 'A token is' : `${live.length} tokens are`} still valid at the end of the job. See the job summary. Revoke all tokens in the workflow.`;
  alert('tokens-still-valid', message);
  return !mustBeNone;
}

function sectionOf({ created, live }: Report): SummarySection {
  if (live.length === 0) {
    return {
      title: 'InfluxDB emulator: no tokens are still valid',
      facts: [['Created tokens', String(created)]],
    };
  }
  return {
    title: `InfluxDB emulator: ${live.length} of ${created} tokens still valid`,
    head: ['Description', 'Permissions', 'Expires', 'Token ID'],
    rows: live.map(({ id, description, permissions, expiresAt }) => [
      description,
      describePermissions(permissions),
      expiresAt === null ? 'never' : formatInstant(expiresAt),
      id,
    ]),
  };
}
