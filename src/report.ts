import { asSentence, Failure } from './failure.ts';
import { Faults } from './faults.ts';
import type { Runner } from './runner/runner.ts';

/** GitHub shows ten annotations of each kind for a step: nine faults, and one that counts the rest. */
const MOST_ANNOTATED_FAULTS = 9;

/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
export function reportFailure(error: unknown, runner: Runner): void {
  if (error instanceof Faults) {
    reportFaults(error, runner);
    return;
  }
  const { title, message } = explain(error, runner);
  runner.error(title, message);
  runner.summary({ title: 'InfluxDB token: the step failed', items: [`${title}: ${message}`] });
}

/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
export function explain(
  error: unknown,
  runner: Runner,
): { readonly title: string; readonly message: string } {
  if (error instanceof Failure) return { title: error.title, message: error.message };
  const text = error instanceof Error ? error.message : String(error);
  runner.debug(error instanceof Error ? (error.stack ?? text) : text);
  return {
    title: 'Unexpected error',
    message: `This is a defect of the action, please report it: ${asSentence(text)} Whatever token was created is revoked by the post step.`,
  };
}

function reportFaults({ faults }: Faults, runner: Runner): void {
  for (const { input, message } of faults.slice(0, MOST_ANNOTATED_FAULTS)) {
    runner.error(`Input ${input}`, `\`${input}\`: ${message}`);
  }
  const rest = faults.slice(MOST_ANNOTATED_FAULTS);
  if (rest.length > 0) {
    runner.error('More inputs', `${rest.length} more of the inputs are wrong: the log shows them below.`);
    for (const { input, message } of rest) runner.info(`${input}: ${message}`);
  }
  runner.summary({
    title: 'InfluxDB token: nothing was done, the inputs need mending',
    items: faults.map(({ input, message }) => `${input}: ${message}`),
  });
}
