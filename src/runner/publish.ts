import type { ErrorCode } from '../base/error-codes.ts';
import type { Outputs, Runner } from './runner.ts';
import type { SummarySection } from './summary.ts';

/** Line is one line of the log. A line with a code is an annotation. */
export type Line =
  | { readonly kind: 'info'; readonly text: string }
  | { readonly kind: 'notice' | 'warning'; readonly code: ErrorCode; readonly text: string };

/** Report is what a step tells once its work is done. */
export interface Report {
  readonly outputs?: Outputs;
  readonly lines?: readonly Line[];
  readonly sections?: readonly SummarySection[];
  /** Why the step fails although the rest of the report is true. */
  readonly failure?: Error;
}

/** publish writes a report to the outputs, the log, and the job summary, in this order. Throws the report's failure. */
export function publish({ outputs, lines = [], sections = [], failure }: Report, runner: Runner): void {
  if (outputs) runner.outputs(outputs);
  for (const line of lines) publishLine(line, runner);
  for (const section of sections) runner.summary(section);
  if (failure) throw failure;
}

function publishLine(line: Line, runner: Pick<Runner, 'info' | 'notice' | 'warning'>): void {
  if (line.kind === 'info') runner.info(line.text);
  else runner[line.kind](line.code, line.text);
}
