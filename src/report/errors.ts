import { describeDefect, describeInputError, Failure, Failures, InvalidInputs } from '../base/errors.ts';
import { countOf } from '../base/text.ts';
import type { Line, Report } from '../runner/publish.ts';
import type { Problem } from '../runner/summary.ts';
import { clusterLine, type Where } from './context.ts';

/** GitHub shows ten annotations of each kind for a step: nine, and one that counts the rest. */
const MAX_ANNOTATED = 9;

/** reportError says why a step failed: in the log, as annotations, and in the summary. `where`: if the summary must show it. */
export function reportError(error: unknown, where?: Where): Report {
  const text = where === undefined ? [] : [clusterLine(where)];
  if (error instanceof InvalidInputs) {
    const failures = inputFailures(error);
    const count = countOf(failures.length, 'input error');
    return {
      lines: annotate(failures, 'input error'),
      sections: [
        {
          title: `InfluxDB step failed: ${count} (nothing was changed)`,
          text,
          problems: failures.map(problemOf),
        },
      ],
    };
  }
  const failures = (error instanceof Failures ? error.failures : [error]).map(explain);
  return {
    lines: [...stackOf(error), ...annotate(failures, 'error')],
    sections: [
      {
        title: `InfluxDB step failed: ${countOf(failures.length, 'error')}`,
        text,
        problems: failures.map(problemOf),
      },
    ],
  };
}

function inputFailures({ errors }: InvalidInputs): Failure[] {
  return errors.map((error) => new Failure('input', describeInputError(error), { detail: error.input }));
}

/** explain makes a Failure of any error, with a message that says what to do. Anything that is not a Failure is a defect of the action. */
export function explain(error: unknown): Failure {
  if (error instanceof Failure) {
    const { code, message, detail, remedy } = error;
    return remedy === '' ? error : new Failure(code, `${message} ${remedy}`, { cause: error, detail });
  }
  return new Failure(
    'unexpected-error',
    `${describeDefect(error)} If the step created a token for this job, the post step revokes the token or reports that it could not.`,
  );
}

/** problemOf is a failure as a summary shows it. */
export function problemOf({ code, detail, message }: Failure): Problem {
  return { code, detail, message };
}

/** stackOf is the stack of a defect, for the debug log. Empty for any other error. */
export function stackOf(error: unknown): Line[] {
  if (error instanceof Failure || error instanceof Failures) return [];
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [{ kind: 'debug', text: stack }];
}

function annotate(failures: readonly Failure[], noun: string): Line[] {
  const annotated = failures
    .slice(0, MAX_ANNOTATED)
    .map(({ code, message, detail }): Line => ({ kind: 'error', code, text: message, detail }));
  const rest = failures.slice(MAX_ANNOTATED);
  if (rest.length === 0) return annotated;
  return [
    ...annotated,
    {
      kind: 'error',
      code: 'more-errors',
      text: `The log shows ${countOf(rest.length, `more ${noun}`)}.`,
    },
    ...rest.map(
      ({ title, message, code }): Line => ({ kind: 'info', text: `${title}: ${message}`, seeAlso: code }),
    ),
  ];
}
