import * as v from '@badrap/valita';
import { parse } from 'yaml';

const scalar = v.union(v.string(), v.number(), v.boolean(), v.null()).map((value) => String(value ?? ''));
const scalars = v.record(scalar);
const oneOrMore = v.union(
  v.string().map((name) => [name]),
  v.array(v.string()),
);
const runDefaults = v
  .object({ run: v.object({ shell: v.string().optional(), 'working-directory': v.string().optional() }) })
  .optional();

const step = v.object({
  id: v.string().optional(),
  name: v.string().optional(),
  if: scalar.optional(() => ''),
  uses: v.string().optional(),
  run: v.string().optional(),
  with: scalars.optional(() => ({})),
  env: scalars.optional(() => ({})),
  shell: v.string().optional(),
  'working-directory': v.string().optional(),
  'continue-on-error': scalar.optional(() => 'false'),
  'timeout-minutes': v.unknown().optional(),
});

/** What a job may say whatever it does. */
const anyJob = {
  name: v.string().optional(),
  needs: oneOrMore.optional(() => []),
  if: scalar.optional(() => ''),
  strategy: v
    .object({
      matrix: v.unknown(),
      'fail-fast': v.unknown().optional(),
      'max-parallel': v.unknown().optional(),
    })
    .optional(),
  concurrency: v.unknown().optional(),
  permissions: v.unknown().optional(),
};

const stepsJob = v.object({
  ...anyJob,
  env: scalars.optional(() => ({})),
  defaults: runDefaults,
  outputs: scalars.optional(() => ({})),
  steps: v.array(step),
  'runs-on': v.unknown(),
  environment: v.unknown().optional(),
  'timeout-minutes': v.unknown().optional(),
});

/** A job that calls another workflow. It has neither steps nor variables of its own. */
const callJob = v.object({
  ...anyJob,
  uses: v.string(),
  with: v.record(v.unknown()).optional(() => ({})),
  secrets: v.union(v.literal('inherit'), scalars).optional(() => ({})),
});

/** Chosen by its `uses`, so that what is wrong with the one is said, and not that it is neither. */
const job = v
  .record()
  .chain((entry): v.ValitaResult<Job> => ('uses' in entry ? callJob.try(entry) : stepsJob.try(entry)));

const workflow = v.object({
  name: v.string().optional(),
  on: v.unknown(),
  env: scalars.optional(() => ({})),
  defaults: runDefaults,
  jobs: v.record(job),
  concurrency: v.unknown().optional(),
  permissions: v.unknown().optional(),
  'run-name': v.unknown().optional(),
});

export type Workflow = v.Infer<typeof workflow>;
export type StepsJob = v.Infer<typeof stepsJob>;
export type CallJob = v.Infer<typeof callJob>;
export type Job = StepsJob | CallJob;
export type Step = v.Infer<typeof step>;

/**
 * Reads a workflow. What has no meaning on one machine (`runs-on`, `permissions`, `concurrency`, time-outs) is
 * accepted and ignored. Any other key that is not supported is an error, so that no test passes by being ignored.
 */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}
