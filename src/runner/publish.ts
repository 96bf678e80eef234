import type { ErrorCode } from '../base/error-codes.ts';
import type { Outputs, Runner } from './runner.ts';
import type { SummarySection } from './summary.ts';

/** Line is one line of the log. A line with a code is an annotation. `seeAlso` adds a link to the section about a code. */
export type Line =
  | { readonly kind: 'info'; readonly text: string; readonly seeAlso?: ErrorCode }
  | { readonly kind: 'debug'; readonly text: string }
  | Annotation;

/** Annotation is shown on the page of the run. `detail` replaces the `…` in the title. */
export interface Annotation {
  readonly kind: 'notice' | 'warning' | 'error';
  readonly code: ErrorCode;
  readonly text: string;
  readonly detail?: string;
}

/** Report is what a step publishes when its work is done. */
export interface Report {
  readonly outputs?: Outputs;
  readonly lines?: readonly Line[];
  /** The first one is the headline of the job summary. */
  readonly sections?: readonly SummarySection[];
  /** The reason why the step fails. The rest of the report is still true. */
  readonly failure?: Error;
}

/**
 * publish writes a report to the outputs, the log, and the job summary, in this order. If the outputs cannot be written, the log
 * and the summary still say what was done. Throws the report's failure, or why the outputs cannot be written.
 */
export function publish({ outputs, lines = [], sections = [], failure }: Report, runner: Runner): void {
  try {
    if (outputs) runner.outputs(outputs);
  } finally {
    publishLines(lines, runner);
    const [headline, ...parts] = sections;
    if (headline) runner.summary(headline, ...parts);
  }
  if (failure) throw failure;
}

/** publishLines writes lines to the log. */
export function publishLines(lines: readonly Line[], runner: Runner): void {
  for (const line of lines) {
    if ('code' in line) runner[line.kind](line.code, line.text, line.detail);
    else if (line.kind === 'info') runner.info(line.text, line.seeAlso);
    else runner.debug(line.text);
  }
}
