import { describeDefect, Failure, Failures, InvalidInputs } from '../base/errors.ts';
import type { Line, Report } from '../runner/publish.ts';

/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MAX_ANNOTATED = 9;

/** reportError says why a step failed: in the log, as annotations, and in the summary. */
export function reportError(error: unknown): Report {
  if (error instanceof InvalidInputs) return reportInputErrors(error);
  const failures = error instanceof Failures ? error.failures : [explain(error)];
  return {
    lines: [...stackOf(error), ...annotations(failures, 'have failed')],
    sections: [
      {
        title: 'InfluxDB token: the step failed',
        items: failures.map(({ title, message }) => `${title}: ${message}`),
      },
    ],
  };
}

function reportInputErrors({ errors }: InvalidInputs): Report {
  const failures = errors.map(
    ({ input, message }) => new Failure('input', `\`${input}\`: ${message}`, { detail: input }),
  );
  return {
    lines: annotations(failures, 'of the inputs are wrong'),
    sections: [
      {
        title: 'InfluxDB token: nothing was done, the inputs need mending',
        items: errors.map(({ input, message }) => `${input}: ${message}`),
      },
    ],
  };
}

/** explain makes a Failure of any error. What is no Failure is a defect of the action. */
export function explain(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(
    'unexpected-error',
    `${describeDefect(error)} If the step has created a token that is not to be kept, it is revoked when the job ends, or expires.`,
  );
}

/** stackOf is the stack of a defect, for the debug log. Empty for any other error. */
export function stackOf(error: unknown): Line[] {
  if (error instanceof Failure || error instanceof Failures) return [];
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [{ kind: 'debug', text: stack }];
}

function annotations(failures: readonly Failure[], what: string): Line[] {
  const annotated = failures
    .slice(0, MAX_ANNOTATED)
    .map(({ code, message, detail }): Line => ({ kind: 'error', code, text: message, detail }));
  const rest = failures.slice(MAX_ANNOTATED);
  if (rest.length === 0) return annotated;
  return [
    ...annotated,
    { kind: 'error', code: 'more', text: `${rest.length} more ${what}: the log shows them below.` },
    ...rest.map(({ title, message }): Line => ({ kind: 'info', text: `${title}: ${message}` })),
  ];
}
