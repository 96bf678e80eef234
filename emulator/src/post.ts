import { asSentence } from '../../src/failure.ts';
import { FaultList } from '../../src/faults.ts';
import { plainText } from '../../src/runner/plain-text.ts';
import { renderSection, type SummarySection } from '../../src/runner/summary.ts';
import { appendToFile, formatCommand, printLines } from '../../src/runner/workflow-command.ts';
import { formatInstant } from '../../src/tokens/instant.ts';
import { describePermissions } from '../../src/tokens/permissions.ts';
import { stopBy } from './control.ts';
import { readControlUrl, removeControlUrl } from './control-file.ts';
import { readFailOnLiveTokens } from './inputs.ts';
import type { Report } from './messages.ts';
import { readState } from './state.ts';

post().then((succeeded) => process.exit(succeeded ? 0 : 1));

/** Stops the emulator and shows which tokens are left alive. Fails on request where there are any, or nobody can tell. */
async function post(): Promise<boolean> {
  const key = readState(process.env);
  const folder = process.env['RUNNER_TEMP'] ?? '';
  const controlUrl = readControlUrl(folder, key);
  if (controlUrl === undefined) return true;
  removeControlUrl(folder, key);
  const mustBeNone = readFailOnLiveTokens(process.env, new FaultList());
  const level = mustBeNone ? 'error' : 'warning';
  let report: Report;
  try {
    report = await stopBy(controlUrl);
  } catch (error) {
    const message = `Which tokens are left alive is not known, since the emulator is gone: ${asSentence(error)}`;
    printLines([formatCommand(level, message, 'Emulator gone')]);
    return !mustBeNone;
  }
  appendToFile(process.env, 'GITHUB_STEP_SUMMARY', `${renderSection(sectionOf(report), plainText)}\n`);
  const { live } = report;
  printLines([`The emulator is stopped. Of ${report.created} tokens ${live.length} are left alive.`]);
  if (live.length === 0) return true;
  const message = `${live.length === 1 ? 'A token is' : `${live.length} tokens are`} left alive in the emulator: the job summary shows which.`;
  printLines([formatCommand(level, message, 'Tokens left alive')]);
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
