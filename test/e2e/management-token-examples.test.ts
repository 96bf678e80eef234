import { describe, expect, test } from 'vitest';
import { MANAGEMENT_ACTION, ManagementScene } from '../influxctl/scene.ts';
import { Programs } from './stage/programs.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const EXAMPLE = example('rotate-management-token.yml');
const SECRET = 'INFLUXDB_MANAGEMENT_TOKEN';
const DAY = 24 * 3_600_000;
const FINGERPRINT = '24C975CBA61A024EE1B631787C3D57159FC2F927';

/** What installs influxctl. Each takes exactly what the example gives it. */
function installers(fingerprint: string): Record<string, string> {
  return {
    curl: `
      if (args.at(-1) !== 'https://repos.influxdata.com/influxdata-archive.key') refuse('unknown URL');
      require('node:fs').writeFileSync(args[args.indexOf('--output') + 1], 'KEY');`,
    gpg: `
      if (args[0] === '--dearmor') return stdin === 'KEY' ? 'BINARY KEY' : refuse('no key');
      if (args.join(' ') !== '--show-keys --with-colons influxdata.key') refuse('unknown arguments');
      return 'pub:-:4096:1:7C3D57159FC2F927:1\\nfpr:::::::::${fingerprint}:';`,
    sudo: `
      const allowed = [
        'tee /usr/share/keyrings/influxdata-archive.gpg',
        'tee /etc/apt/sources.list.d/influxdata.list',
        'apt-get update',
        'apt-get install --yes influxctl',
      ];
      if (!allowed.includes(args.join(' '))) refuse('unknown command: ' + args.join(' '));`,
  };
}

/** Runs of the example, each with what the secret contains when it starts. */
class Runs {
  readonly stage: WorkflowStage;
  readonly scene: ManagementScene;
  readonly programs: Programs;

  static async start(fingerprint = FINGERPRINT): Promise<Runs> {
    return new Runs(
      await WorkflowStage.start(),
      await ManagementScene.start(),
      new Programs(installers(fingerprint)),
    );
  }

  private constructor(stage: WorkflowStage, scene: ManagementScene, programs: Programs) {
    this.stage = stage;
    this.scene = scene;
    this.programs = programs;
    const storedAt = Date.now() - 30 * DAY;
    stage.github.seed('acme/web', SECRET, {
      value: scene.account.first.secret,
      createdAt: storedAt,
      updatedAt: storedAt,
    });
  }

  get stored(): string {
    return this.stage.github.secret('acme/web', SECRET)?.value ?? '';
  }

  run() {
    const { account, api } = this.scene;
    return this.stage.run(EXAMPLE, {
      actions: {
        'OWNER/influxdb-token-action/management-token': {
          directory: MANAGEMENT_ACTION,
          rewire: (inputs) => ({ ...inputs, 'api-url': api.url }),
        },
      },
      paths: [this.programs.folder, account.folder],
      secrets: { [SECRET]: this.stored },
      vars: {
        INFLUXDB_ACCOUNT_ID: account.state.accountId,
        INFLUXDB_CLUSTER_ID: account.state.clusterId,
      },
    });
  }

  daysGoBy(days: number): void {
    this.scene.account.timeGoesBy(days * DAY);
    this.stage.daysGoBy(days);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.programs[Symbol.dispose]();
    await this.scene[Symbol.asyncDispose]();
    await this.stage[Symbol.asyncDispose]();
  }
}

describe('examples/rotate-management-token.yml', () => {
  test('replaces the management token, and from then on only when it is due', async () => {
    await using runs = await Runs.start();
    const { account } = runs.scene;
    const first = await runs.run();
    expect(first.conclusion, first.log).toBe('success');
    const stored = runs.stored;
    expect(stored).not.toBe(account.first.secret);
    expect(account.live.map(({ secret }) => secret)).toContain(stored);
    expect(first.log).not.toContain(stored);
    expect(first.log).not.toContain(account.first.secret);

    runs.daysGoBy(30);
    const second = await runs.run();
    expect(second.conclusion, second.log).toBe('success');
    expect(runs.stored).toBe(stored);

    runs.daysGoBy(31);
    const third = await runs.run();
    expect(third.conclusion, third.log).toBe('success');
    expect(runs.stored).not.toBe(stored);
    runs.daysGoBy(2);
    await runs.run();
    const live = account.live.filter(({ id }) => id !== account.first.id);
    expect(live.map(({ secret }) => secret)).toEqual([runs.stored]);
  });

  test('installs nothing that somebody else has signed', async () => {
    await using runs = await Runs.start(FINGERPRINT.replace('24C9', '1234'));
    const run = await runs.run();
    expect(run.conclusion).toBe('failure');
    expect(runs.programs.runs('sudo')).toEqual([]);
    expect(runs.scene.account.calls).toEqual([]);
  });

  test('changes nothing where the server lets no management token create another', async () => {
    await using runs = await Runs.start();
    runs.scene.account.form({ allowed: ['list'] });
    const run = await runs.run();
    expect(run.conclusion).toBe('failure');
    expect(runs.stored).toBe(runs.scene.account.first.secret);
    expect(runs.scene.account.live).toHaveLength(1);
  });
});
