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

const job = v.object({
  name: v.string().optional(),
  needs: oneOrMore.optional(() => []),
  if: scalar.optional(() => ''),
  env: scalars.optional(() => ({})),
  defaults: runDefaults,
  outputs: scalars.optional(() => ({})),
  strategy: v
    .object({
      matrix: v.unknown(),
      'fail-fast': v.unknown().optional(),
      'max-parallel': v.unknown().optional(),
    })
    .optional(),
  steps: v.array(step),
  'runs-on': v.unknown(),
  concurrency: v.unknown().optional(),
  environment: v.unknown().optional(),
  permissions: v.unknown().optional(),
  'timeout-minutes': v.unknown().optional(),
});

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
export type Job = v.Infer<typeof job>;
export type Step = v.Infer<typeof step>;

/**
 * Reads a workflow. What has no meaning on one machine (`runs-on`, `permissions`, `concurrency`, time-outs) is
 * accepted and ignored. Any other key that is not supported is an error, so that no test passes by being ignored.
 */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}

/** Inputs as `workflow_dispatch` declares them, at their defaults. */
export function defaultInputs(on: unknown): Record<string, unknown> {
  const declared = dispatchTrigger.try(on);
  const inputs = declared.ok ? (declared.value.workflow_dispatch?.inputs ?? {}) : {};
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input?.default ?? '']));
}

const dispatchInput = v.object({ default: v.unknown().optional() }).rest(v.unknown());
const dispatchTrigger = v
  .object({
    workflow_dispatch: v.union(v.object({ inputs: v.record(dispatchInput).optional() }), v.null()).optional(),
  })
  .rest(v.unknown());

/** The event that a run is for, unless the caller says: the first one that `on:` names. */
export function firstEvent(on: unknown): string {
  if (typeof on === 'string') return on;
  const names = Array.isArray(on) ? on : Object.keys(on ?? {});
  return String(names[0] ?? 'push');
}
