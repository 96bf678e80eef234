import type { WorkflowStage } from '../../test/e2e/stage/workflow-stage.ts';

const DAY_MS = 24 * 3_600_000;
const ended = (name: string, nonce: string): string => tagged(name, 100, nonce);

/** The token that the web application uses before any rotation. */
const IN_USE = {
  description: 'Web application',
  permissions: [
    { action: 'read', resource: 'metrics' },
    { action: 'write', resource: 'metrics' },
  ],
} as const;

/** IDs of tokens that a person would choose. */
export interface Chosen {
  /** The token that the web application uses. */
  readonly inUse: string;
  readonly suspended: string;
}

/**
 * seedStage adds to a stage what a cluster contains after some months: leftover tokens of an ended run, a token of a run
 * in progress, a suspended token, and tokens that people created.
 */
export function seedStage({ cluster, github }: WorkflowStage): Chosen {
  github.run({ id: 100, status: 'completed' });
  github.run({ id: 101 });
  const now = Date.now();
  cluster.seed({
    description: ended('Load test', '1f3a9c2e5b1d8046'),
    createdAt: now - DAY_MS / 2,
    expiresAt: now + DAY_MS / 2,
  });
  cluster.seed({
    description: ended('CI / test', '2f3a9c2e5b1d8046'),
    createdAt: now - DAY_MS / 2,
    expiresAt: now + DAY_MS / 2,
  });
  cluster.seed({ description: tagged('CI / build', 101, '3f3a9c2e5b1d8046'), expiresAt: now + DAY_MS });
  cluster.seed({ description: 'load test of last year', createdAt: now - 200 * DAY_MS });
  cluster.seed({ description: 'load test of this week', createdAt: now - 5 * DAY_MS });
  cluster.seed({
    description: 'telegraf in Hamburg',
    createdAt: now - 80 * DAY_MS,
    expiresAt: now + 3 * DAY_MS,
  });
  const since = new Date(now - 2 * DAY_MS).toISOString().replace(/\.\d+/, '');
  const suspended = cluster.seed({
    description: `dashboard of last year [gha-suspended:${since} r:metrics]`,
    createdAt: now - 300 * DAY_MS,
  });
  const inUse = cluster.seed({ ...IN_USE, createdAt: now - 200 * DAY_MS });
  return { inUse: inUse.id, suspended: suspended.id };
}

function tagged(name: string, run: number, nonce: string): string {
  return `${name} [gha:github.com/acme/web#4711 ${run}.1 job ${nonce}]`;
}
