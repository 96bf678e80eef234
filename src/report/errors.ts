import { asSentence, Failure, Failures } from '../base/errors.ts';
import { InvalidInputs } from '../base/input-errors.ts';
import type { Runner } from '../runner/runner.ts';

/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MAX_ANNOTATED = 9;

/** Explanation is what an annotation shows of a failure. */
type Explanation = Pick<Failure, 'code' | 'detail' | 'title' | 'message'>;

/** reportFailure tells a person why a step failed, in the log, as annotations and in the summary. */
export function reportFailure(error: unknown, runner: Runner): void {
  if (error instanceof InvalidInputs) {
    const explanations = error.errors.map(
      ({ input, message }) => new Failure('input', `\`${input}\`: ${message}`, { detail: input }),
    );
    annotate(explanations, 'of the inputs are wrong', runner);
    runner.summary({
      title: 'InfluxDB token: nothing was done, the inputs need mending',
      items: error.errors.map(({ input, message }) => `${input}: ${message}`),
    });
    return;
  }
  const explanations = error instanceof Failures ? error.failures : [explain(error, runner)];
  annotate(explanations, 'have failed', runner);
  runner.summary({
    title: 'InfluxDB token: the step failed',
    items: explanations.map(({ title, message }) => `${title}: ${message}`),
  });
}

/** explain gives any error a title and a message; of one that nobody foresaw the stack goes to the debug log. */
export function explain(error: unknown, runner: Runner): Explanation {
  if (error instanceof Failure) return error;
  const text = error instanceof Error ? error.message : String(error);
  runner.debug(error instanceof Error ? (error.stack ?? text) : text);
  return new Failure(
    'unexpected-error',
    `This is a defect of the action, please report it: ${asSentence(text)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`,
  );
}

function annotate(explanations: readonly Explanation[], what: string, runner: Runner): void {
  for (const { code, message, detail } of explanations.slice(0, MAX_ANNOTATED)) {
    runner.error(code, message, detail);
  }
  const rest = explanations.slice(MAX_ANNOTATED);
  if (rest.length === 0) return;
  runner.error('more', `${rest.length} more ${what}: the log shows them below.`);
  for (const { title, message } of rest) runner.info(`${title}: ${message}`);
}
