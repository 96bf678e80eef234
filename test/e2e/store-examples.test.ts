import { describe, expect, test } from 'vitest';
import { AWS_ROLE, AWS_SESSION, awsCredentials } from './stage/aws-credentials.ts';
import { AWS as AWS_PROGRAM, KUBECONFIG, KUBECTL } from './stage/program-bodies.ts';
import { type ProgramRun, Programs } from './stage/programs.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

/** A failure of a delivery. */
interface Trouble {
  readonly what: string;
  /** The start of the command that the program refuses. */
  readonly refused?: string;
  readonly vars?: Readonly<Record<string, string>>;
}

/** A store that receives tokens: the example, the stand-in for its program, and the tokens that it received. */
interface Store {
  readonly name: string;
  readonly program: string;
  readonly body: string;
  readonly line: string;
  readonly troubles: readonly Trouble[];
  /** The tokens that consumers received from these successful runs of the program. */
  received(runs: readonly ProgramRun[]): string[];
}

const AWS: Store = {
  name: 'rotate-to-aws.yml',
  program: 'aws',
  line: 'Applications on AWS',
  body: AWS_PROGRAM,
  troubles: [
    {
      what: 'the role does not trust the repository',
      vars: { AWS_ROLE_ARN: AWS_ROLE.replace('influxdb', 'other') },
    },
    { what: 'the store refuses the token', refused: 'secretsmanager put-secret-value' },
  ],
  received: (runs) => runs.map(({ stdin }) => JSON.parse(stdin).token),
};

const KUBERNETES: Store = {
  name: 'rotate-to-kubernetes.yml',
  program: 'kubectl',
  line: 'Collector',
  body: KUBECTL,
  troubles: [
    { what: 'the secret cannot be written', refused: 'apply' },
    { what: 'the pods cannot be restarted', refused: 'rollout restart' },
    { what: 'the pods do not come up', refused: 'rollout status' },
  ],
  received: podTokens,
};

/** Pods read the secret when they restart, and use it once the rollout is complete. */
function podTokens(runs: readonly ProgramRun[]): string[] {
  let [applied, restarted] = ['', ''];
  return runs.flatMap(({ args: [command, what], stdin }) => {
    if (command === 'apply')
      applied = Buffer.from(/token: (\S+)/.exec(stdin)?.[1] ?? '', 'base64').toString();
    if (what === 'restart') restarted = applied;
    return what === 'status' ? [restarted] : [];
  });
}

class Delivery implements AsyncDisposable {
  readonly stage: WorkflowStage;
  readonly #store: Store;
  readonly #received: string[] = [];

  static async start(store: Store): Promise<Delivery> {
    return new Delivery(await WorkflowStage.start(), store);
  }

  private constructor(stage: WorkflowStage, store: Store) {
    this.stage = stage;
    this.#store = store;
  }

  /** Checks after every run that no secret is visible. `more` are steps after the steps of the example. */
  async run({ refused, vars }: Partial<Trouble> = {}, more = '') {
    const { program, body, received, name } = this.#store;
    const workflow = `${example(name)}${more}`;
    const refuses = `if (args.join(' ').startsWith(${JSON.stringify(refused)})) refuse('service unavailable');`;
    using programs = new Programs({ [program]: refused === undefined ? body : refuses + body });
    const run = await this.stage.run(workflow, {
      paths: [programs.folder],
      actions: { 'aws-actions/configure-aws-credentials': awsCredentials(workflow, programs) },
      vars: { AWS_ROLE_ARN: AWS_ROLE, AWS_REGION: 'eu-central-1', ...vars },
      secrets: { KUBECONFIG },
    });
    const runs = programs.runs(program);
    this.#expectNoSecretIn(`${run.log}\n${runs.flatMap(({ args }) => args).join(' ')}`);
    const taken = runs.filter(({ args }) => refused === undefined || !args.join(' ').startsWith(refused));
    this.#received.push(...received(taken));
    return { ...run, runs };
  }

  /** Consumers have a token that expires soon, so the next rotation is due. */
  deliverDue(): void {
    const { secret } = this.stage.seedDue(this.#store.line, [{ action: 'write', resource: 'metrics' }]);
    this.#received.push(secret);
  }

  /** The tokens that consumers received, in order. */
  get received(): readonly string[] {
    return this.#received;
  }

  /** The kind of each live token, in order of creation. */
  get live(): string[] {
    const { line } = this.#store;
    return this.stage.cluster.liveTokens.map(({ description }) => {
      const [, described, state] = /^(.*) \[gha:\S+ \S+ (\S+) /.exec(description) ?? [];
      expect(described).toBe(line);
      return state ?? description;
    });
  }

  #expectNoSecretIn(text: string): void {
    const { tokens, managementToken } = this.stage.cluster;
    for (const secret of [...tokens.map((token) => token.secret), managementToken]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 40));
    }
    expect(text).not.toContain(AWS_SESSION);
    expect(text).not.toContain('key-of-a-service-account');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stage[Symbol.asyncDispose]();
  }
}

describe.for([AWS, KUBERNETES])('examples/$name', (store) => {
  test('delivers the token, and promotes it after the job has succeeded', async () => {
    await using delivery = await Delivery.start(store);
    const { cluster } = delivery.stage;
    const run = await delivery.run();
    expect(run.conclusion, run.log).toBe('success');
    expect(delivery.received).toEqual([cluster.tokens[0]?.secret]);
    expect(delivery.live).toEqual(['current']);
    expect(cluster.accepts(delivery.received[0] ?? '', 'metrics', 'write')).toBe(true);
  });

  test('delivers nothing if no rotation is due', async () => {
    await using delivery = await Delivery.start(store);
    await delivery.run();
    delivery.stage.daysGoBy(30);
    const run = await delivery.run();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.runs).toEqual([]);
    expect(delivery.live).toEqual(['current']);
  });

  test('replaces a token that expires soon, and revokes it in a run after its grace period', async () => {
    await using delivery = await Delivery.start(store);
    const { stage } = delivery;
    delivery.deliverDue();
    await delivery.run();
    expect(delivery.received).toEqual(stage.cluster.liveTokens.map(({ secret }) => secret));
    expect(delivery.received).toHaveLength(2);
    stage.daysGoBy(4);
    await delivery.run();
    expect(stage.cluster.liveTokens.map(({ secret }) => secret)).toEqual(delivery.received.slice(1));
    expect(delivery.live).toEqual(['current']);
  });

  test.for(store.troubles)(
    'promotes nothing if $what, and the next run repairs the rotation',
    async (trouble) => {
      await using delivery = await Delivery.start(store);
      const { stage } = delivery;
      delivery.deliverDue();
      const failed = await delivery.run(trouble);
      expect(failed.conclusion).toBe('failure');
      expect(failed.log).toContain('was not promoted');
      expect(delivery.received).toHaveLength(1);
      expect(stage.cluster.accepts(delivery.received[0] ?? '')).toBe(true);
      expect(delivery.live).toEqual(['current', 'pending']);

      const run = await delivery.run();
      expect(run.conclusion, run.log).toBe('success');
      expect(delivery.received).toEqual([0, 2].map((index) => stage.cluster.tokens[index]?.secret));
      stage.daysGoBy(4);
      await delivery.run();
      expect(stage.cluster.liveTokens.map(({ secret }) => secret)).toEqual(delivery.received.slice(1));
      expect(delivery.live).toEqual(['current']);
    },
  );
});

test.for<[when: string, trouble: Trouble | undefined]>([
  ['the token was delivered', undefined],
  ['the pods do not come up', KUBERNETES.troubles.at(-1)],
])('examples/rotate-to-kubernetes.yml leaves no key to later steps if %s', async ([, trouble]) => {
  await using delivery = await Delivery.start(KUBERNETES);
  const later = `
      - id: later
        if: always()
        run: test ! -e "$RUNNER_TEMP/kubeconfig"
`;
  const { jobs, log } = await delivery.run(trouble, later);
  const step = jobs['rotate']?.steps.find(({ id }) => id === 'later');
  expect(step?.conclusion, log).toBe('success');
  expect(delivery.live).toEqual([trouble === undefined ? 'current' : 'pending']);
});
