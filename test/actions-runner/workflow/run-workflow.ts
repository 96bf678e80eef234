import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Conclusion } from '../expressions.ts';
import type { GithubContext } from '../github-context.ts';
import type { Actions } from './actions.ts';
import type { Workflows } from './called-workflow.ts';
import type { JobReport } from './job-run.ts';
import { parseWorkflow } from './model.ts';
import type { Timer } from './step-turns.ts';
import { WorkflowRun } from './workflow-run.ts';

export interface WorkflowOptions {
  readonly actions?: Actions;
  readonly workflows?: Workflows;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** The inputs that a person sets when starting a run. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly github?: Partial<GithubContext>;
  readonly debug?: boolean;
  /** Folders with programs of the emulated machines. They hide programs of this machine with the same name. */
  readonly paths?: readonly string[];
  /** Aborting it cancels the run like *Cancel workflow*. */
  readonly signal?: AbortSignal;
  /** The clock for `timeout-minutes`. Default: the machine's clock. */
  readonly timer?: Timer;
  /** Receives each line of the transcript during the run. */
  readonly write?: (line: string) => void;
}

export interface WorkflowReport {
  readonly conclusion: Conclusion;
  /** The results by job ID. Jobs of a matrix also have their values in the key, such as `test (1, 2)`. */
  readonly jobs: Readonly<Record<string, JobReport>>;
  /** The whole transcript. */
  readonly log: string;
}

/** Runs a workflow like GitHub. Jobs run one after the other, but the jobs of a matrix run at the same time. */
export async function runWorkflow(yaml: string, options: WorkflowOptions = {}): Promise<WorkflowReport> {
  return new WorkflowRun(parseWorkflow(yaml), 'workflow.yml', options).run();
}

export async function runWorkflowFile(path: string, options: WorkflowOptions = {}): Promise<WorkflowReport> {
  return new WorkflowRun(parseWorkflow(readFileSync(path, 'utf8')), basename(path), options).run();
}
