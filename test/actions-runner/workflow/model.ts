import * as v from '@badrap/valita';
import { parse } from 'yaml';
import type { ManifestFile } from '../action-manifest.ts';

const scalar = v.union(v.string(), v.number(), v.boolean(), v.null()).map((value) => String(value ?? ''));
const scalars = v.record(scalar);
const oneOrMore = v.union(
  v.string().map((name) => [name]),
  v.array(v.string()),
);
const runDefaults = v
  .object({ run: v.object({ shell: v.string().optional(), 'working-directory': v.string().optional() }) })
  .optional();

/** The keys of every step. */
const common = {
  id: v.string().optional(),
  name: v.string().optional(),
  if: scalar.optional(() => ''),
  env: scalars.optional(() => ({})),
  'continue-on-error': scalar.optional(() => 'false'),
};

const step = v.object({
  ...common,
  uses: v.string().optional(),
  run: v.string().optional(),
  with: scalars.optional(() => ({})),
  shell: v.string().optional(),
  'working-directory': v.string().optional(),
  'timeout-minutes': scalar.optional(() => '0'),
});

/** The keys of every job. */
const anyJob = {
  name: v.string().optional(),
  needs: oneOrMore.optional(() => []),
  if: scalar.optional(() => ''),
  strategy: v
    .object({
      matrix: v.unknown(),
      'fail-fast': scalar.optional(() => 'true'),
      'max-parallel': scalar.optional(() => '0'),
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
  'timeout-minutes': scalar.optional(() => '0'),
});

/** A job that calls another workflow. It has no steps and no variables. */
const callJob = v.object({
  ...anyJob,
  uses: v.string(),
  with: v.record(v.unknown()).optional(() => ({})),
  secrets: v.union(v.literal('inherit'), scalars).optional(() => ({})),
});

/** The kind depends on `uses`, so that an error is about this kind only. */
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
export type RunDefaults = v.Infer<typeof runDefaults>;

/** A step of a composite action has no limit, and its `run:` needs a `shell:` (action_yaml.json). */
const compositeStep = v
  .union(
    v.object({ ...common, run: v.string(), shell: v.string(), 'working-directory': v.string().optional() }),
    v.object({ ...common, uses: v.string(), with: scalars.optional(() => ({})) }),
  )
  .map((entry): Step => ({ with: {}, 'timeout-minutes': '0', ...entry }));
const composite = v.object({
  outputs: v.record(v.object({ description: v.string().optional(), value: scalar })).optional(() => ({})),
  steps: v.array(compositeStep),
});

export type Composite = v.Infer<typeof composite>;

/** Parses the steps and properties of a composite action. */
export function parseComposite({ outputs, runs: { steps } }: ManifestFile): Composite {
  return composite.parse({ outputs, steps });
}

/**
 * Parses a workflow. Keys without a meaning on one machine (`runs-on`, `permissions`, `concurrency`) are accepted and ignored.
 * Any other unsupported key is an error, so that no test passes because a key was ignored.
 */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}
