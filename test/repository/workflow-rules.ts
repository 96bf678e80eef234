import { parseDocument } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

/** Events that give secrets or write access to a run that anybody can start. */
const DANGEROUS = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** Commands that run code that npm has downloaded. */
const RUNS_DOWNLOADED_CODE = /\bnpm (?:ci|i|install|run|test|exec)\b|\bnpx\b|\.ci\/run/;

/** This action in a workflow that other repositories call: the newest release of the major version. */
const OWN_ACTION = /^OWNER\/influxdb-token-action@v\d+$/;

/** violationsOf returns the rules for workflows of this repository that a workflow breaks. */
export function violationsOf(workflow: string): string[] {
  const { on, permissions, jobs }: { on: unknown; permissions: unknown; jobs: Record<string, Job> } =
    parseDocument(workflow).toJS();
  return [
    ...eventsOf(on)
      .filter((event) => DANGEROUS.includes(event))
      .map((event) => `on: ${event}`),
    ...(JSON.stringify(permissions) === '{}' ? [] : ['permissions at the top are not {}']),
    ...Object.entries(jobs).flatMap(([id, job]) =>
      faultsOfJob(job, workflow).map((fault) => `${id}: ${fault}`),
    ),
  ];
}

function eventsOf(on: unknown): string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on : Object.keys(on ?? {});
}

function faultsOfJob({ permissions, steps, ...job }: Job, workflow: string): string[] {
  const granted = typeof permissions === 'object' ? permissions : undefined;
  const runsDownloadedCode = steps.some(({ run }) => RUNS_DOWNLOADED_CODE.test(run ?? ''));
  const writes = Object.entries(granted ?? {}).filter(([, access]) => access === 'write');
  return [
    ...(granted === undefined ? ['has no permissions'] : []),
    ...(job['timeout-minutes'] === undefined ? ['has no time limit'] : []),
    ...steps.flatMap((step) => faultsOfStep(step, workflow)),
    ...(runsDownloadedCode ? writes.map(([name]) => `runs downloaded code with ${name}: write`) : []),
    ...(runsDownloadedCode && JSON.stringify({ steps, ...job }).includes('secrets.')
      ? ['runs downloaded code with a secret']
      : []),
  ];
}

function faultsOfStep({ uses = './', run = '', with: inputs = {} }: Step, workflow: string): string[] {
  const faults: string[] = [];
  if (run.includes('${{')) faults.push('has an expression inside a script');
  if (uses.startsWith('./')) return faults;
  if (OWN_ACTION.test(uses)) return faults;
  if (!/@[0-9a-f]{40}$/.test(uses)) faults.push(`${uses} is not pinned`);
  else if (!new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`).test(workflow))
    faults.push(`${uses} names no version`);
  if (uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false)
    faults.push('leaves the credentials of the checkout on disk');
  return faults;
}
