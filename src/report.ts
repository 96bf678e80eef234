import { asSentence, Failure } from './failure.ts';
import { Failures } from './failures.ts';
import { Faults } from './input-errors.ts';
import type { Runner } from './runner/runner.ts';

/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MOST_ANNOTATED = 9;

/** Told is a failure as a person is told of it. */
interface Told {
  readonly title: string;
  readonly message: string;
}

/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
export function reportFailure(error: unknown, runner: Runner): void {
  if (error instanceof Faults) {
    const told = error.faults.map(({ input, message }) => ({
      title: `Input ${input}`,
      message: `\`${input}\`: ${message}`,
    }));
    annotate(told, 'of the inputs are wrong', runner);
    runner.summary({
      title: 'InfluxDB token: nothing was done, the inputs need mending',
      items: error.faults.map(({ input, message }) => `${input}: ${message}`),
    });
    return;
  }
  const told = error instanceof Failures ? error.failures : [explain(error, runner)];
  annotate(told, 'have failed', runner);
  runner.summary({
    title: 'InfluxDB token: the step failed',
    items: told.map(({ title, message }) => `${title}: ${message}`),
  });
}

/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
export function explain(error: unknown, runner: Runner): Told {
  if (error instanceof Failure) return { title: error.title, message: error.message };
  const text = error instanceof Error ? error.message : String(error);
  runner.debug(error instanceof Error ? (error.stack ?? text) : text);
  return {
    title: 'Unexpected error',
    message: `This is a defect of the action, please report it: ${asSentence(text)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`,
  };
}

function annotate(told: readonly Told[], what: string, runner: Runner): void {
  for (const { title, message } of told.slice(0, MOST_ANNOTATED)) runner.error(title, message);
  const rest = told.slice(MOST_ANNOTATED);
  if (rest.length === 0) return;
  runner.error('More', `${rest.length} more ${what}: the log shows them below.`);
  for (const { title, message } of rest) runner.info(`${title}: ${message}`);
}
