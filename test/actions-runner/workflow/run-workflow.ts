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
  /** What a person gives to a run that is started by hand. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly github?: Partial<GithubContext>;
  readonly debug?: boolean;
  /** Folders with the programs that its machines have besides those of this one, which they hide. */
  readonly paths?: readonly string[];
  /** Aborting it is pressing *Cancel workflow*. */
  readonly signal?: AbortSignal;
  /** What measures `timeout-minutes`. Default: the machine's clock. */
  readonly timer?: Timer;
  /** Takes the transcript line by line, as the run goes on. */
  readonly write?: (line: string) => void;
}

export interface WorkflowReport {
  readonly conclusion: Conclusion;
  /** By job id; the jobs of a matrix by id and values, as `test (1, 2)`. */
  readonly jobs: Readonly<Record<string, JobReport>>;
  /** The whole transcript. */
  readonly log: string;
}

/** Runs a workflow as GitHub would: one job after the other, and those of a matrix at the same time. */
export async function runWorkflow(yaml: string, options: WorkflowOptions = {}): Promise<WorkflowReport> {
  return new WorkflowRun(parseWorkflow(yaml), 'workflow.yml', options).run();
}

export async function runWorkflowFile(path: string, options: WorkflowOptions = {}): Promise<WorkflowReport> {
  return new WorkflowRun(parseWorkflow(readFileSync(path, 'utf8')), basename(path), options).run();
}
