import { describe, expect, test } from 'vitest';
import type { StandIn } from '../runner/workflow/actions.ts';
import { type ProgramRun, Programs } from './stage/programs.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const ROLE = 'arn:aws:iam::123456789012:role/influxdb-rotation';

/** Takes the place of aws-actions/configure-aws-credentials: gives a session for the one role that trusts the repository. */
const awsCredentials: StandIn = async ({ inputs, print }) => {
  if (inputs['role-to-assume'] !== ROLE)
    throw new Error('Not authorized to perform sts:AssumeRoleWithWebIdentity');
  if (!inputs['aws-region']) throw new Error('Input required and not supplied: aws-region');
  print('::add-mask::session-of-a-role');
  return {};
};

/** A store that is delivered to: the example, what stands in for its program, and what that has been given. */
interface Store {
  readonly name: string;
  readonly program: string;
  readonly body: string;
  readonly line: string;
  /** The token that a run of the program has stored; undefined for a run that stores nothing. */
  stored(run: ProgramRun): string | undefined;
}

const STORES: readonly Store[] = [
  {
    name: 'rotate-to-aws.yml',
    program: 'aws',
    line: 'Programs on AWS',
    body: `
      if (args.join(' ') !== 'secretsmanager put-secret-value --secret-id influxdb/programs --secret-string file:///dev/stdin')
        refuse('unknown command: ' + args.join(' '));
      if (typeof JSON.parse(stdin).token !== 'string') refuse('ValidationException');
      return JSON.stringify({ Name: 'influxdb/programs', VersionStages: ['AWSCURRENT'] });`,
    stored: ({ stdin }) => JSON.parse(stdin).token,
  },
  {
    name: 'rotate-to-kubernetes.yml',
    program: 'kubectl',
    line: 'Collector',
    body: `
      if (!readFileSync(env.KUBECONFIG ?? refuse('no KUBECONFIG'), 'utf8').includes('kind: Config')) refuse('invalid configuration');
      switch (args.join(' ')) {
        case 'create secret generic influxdb-token --namespace collector --from-file=token=/dev/stdin --dry-run=client --output yaml':
          if (stdin === '') refuse('error: no data');
          return 'kind: Secret\\ndata:\\n  token: ' + Buffer.from(stdin).toString('base64');
        case 'apply --filename -':
          if (!stdin.startsWith('kind: Secret')) refuse('error: no objects passed to apply');
          return 'secret/influxdb-token configured';
        case 'rollout restart deployment/collector --namespace collector':
          return 'deployment.apps/collector restarted';
        case 'rollout status deployment/collector --namespace collector --timeout 5m':
          return 'deployment "collector" successfully rolled out';
        default:
          refuse('unknown command: ' + args.join(' '));
      }`,
    stored: ({ args, stdin }) => {
      const [, token] = /token: (\S+)/.exec(args[0] === 'apply' ? stdin : '') ?? [];
      return token && Buffer.from(token, 'base64').toString();
    },
  },
];

class Delivery implements AsyncDisposable {
  readonly stage: WorkflowStage;
  readonly store: Store;
  /** What was stored, in order. */
  readonly delivered: string[] = [];

  static async start(store: Store): Promise<Delivery> {
    return new Delivery(await WorkflowStage.start(), store);
  }

  private constructor(stage: WorkflowStage, store: Store) {
    this.stage = stage;
    this.store = store;
  }

  /** With `broken` the program refuses everything. */
  async run({ broken = false } = {}) {
    const { program, body, stored, name } = this.store;
    using programs = new Programs({ [program]: broken ? `refuse('service unavailable');` : body });
    const run = await this.stage.run(example(name), {
      paths: [programs.folder],
      actions: { 'aws-actions/configure-aws-credentials': awsCredentials },
      vars: { AWS_ROLE_ARN: ROLE, AWS_REGION: 'eu-central-1' },
      secrets: { KUBECONFIG: 'apiVersion: v1\nkind: Config' },
    });
    const runs = programs.runs(program);
    for (const { secret } of this.stage.cluster.tokens) {
      expect(run.log).not.toContain(secret);
      expect(run.log).not.toContain(Buffer.from(secret).toString('base64').slice(0, 40));
      expect(runs.flatMap(({ args }) => args).join(' ')).not.toContain(secret);
    }
    if (!broken) this.delivered.push(...runs.flatMap((one) => stored(one) ?? []));
    return { ...run, runs };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stage[Symbol.asyncDispose]();
  }
}

describe.for(STORES)('examples/$name', (store) => {
  test('delivers the token, and commits it when the job has succeeded', async () => {
    await using delivery = await Delivery.start(store);
    const run = await delivery.run();
    expect(run.conclusion, run.log).toBe('success');
    const [token] = delivery.stage.cluster.liveTokens;
    expect(delivery.delivered).toEqual([token?.secret]);
    expect(token?.description.startsWith(`${store.line} [gha:`)).toBe(true);
    expect(token?.description).toContain(' current ');
  });

  test('delivers nothing when nothing is due', async () => {
    await using delivery = await Delivery.start(store);
    await delivery.run();
    delivery.stage.daysGoBy(30);
    const run = await delivery.run();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.runs).toEqual([]);
    expect(delivery.stage.cluster.tokens).toHaveLength(1);
  });

  test('commits nothing when the delivery fails, and the next run puts it right', async () => {
    await using delivery = await Delivery.start(store);
    const { cluster } = delivery.stage;
    await delivery.run();
    delivery.stage.daysGoBy(77);

    const red = await delivery.run({ broken: true });
    expect(red.conclusion).toBe('failure');
    expect(red.log).toContain('is not committed');
    const [first, undelivered] = cluster.tokens;
    expect(undelivered?.description).toContain(' handed ');
    expect(cluster.accepts(first?.secret ?? '')).toBe(true);

    const green = await delivery.run();
    expect(green.conclusion, green.log).toBe('success');
    expect(delivery.delivered).toHaveLength(2);
    delivery.stage.daysGoBy(4);
    await delivery.run();
    expect(cluster.liveTokens.map(({ secret }) => secret)).toEqual(delivery.delivered.slice(1));
  });
});
