import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ActionStep } from '../actions-runner/action-step.ts';
import { ACTION, Scene } from './scene.ts';
import { pem, tlsFront } from './tls-front.ts';

/** The differences of a runner with Windows, as far as other systems can emulate them. */
const WINDOWS = {
  /** On Linux, this is the name of one folder. On Windows, it is a path with two folders. */
  temp: 'D_a\\_temp',
  env: { NODE_OPTIONS: `--require=${join(import.meta.dirname, 'windows-environment.cjs')}` },
};

describe('on a runner with Windows', () => {
  test('a token is created, and revoked by the post step', async () => {
    await using scene = await Scene.start(WINDOWS);
    const main = await scene.main();
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '', outputs: { active: 'true' } });
    expect(main.summary).toContain('metrics');
    expect(await scene.post()).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('the file of a list is in RUNNER_TEMP, whose backslashes the output keeps', async () => {
    await using scene = await Scene.start({ ...WINDOWS, operation: 'list' });
    scene.cluster.seed({ description: 'Telegraf' });
    const { outputs } = await scene.main();
    const file = outputs['tokens-file'] ?? '';
    expect(dirname(relative(scene.step.host.temp, file))).toBe('.');
    expect(file).toContain('D_a\\_temp');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ plainDescription: 'Telegraf' }]);
  });

  test('proxies are read from variables in any case', async () => {
    await using front = await tlsFront({ certificate: 'server', ...WINDOWS });
    const env = { ...WINDOWS.env, HTTPS_PROXY: front.proxyUrl };
    const inputs = { ...front.inputs('influxdb.example.com'), 'ca-certificate': pem('authority') };
    await front.scene.main({ inputs, env });
    expect(front.connects[0]).toBe(`influxdb.example.com:${front.apiPort}`);
  });

  test('every input with several lines can have CR and LF', async () => {
    await using front = await tlsFront({ certificate: 'server', ...WINDOWS });
    const { cluster, step } = front.scene;
    const lines = (...all: string[]) => all.join('\r\n');
    const path = 'certificates\\ca.pem';
    mkdirSync(dirname(join(step.host.workspace, path)), { recursive: true });
    writeFileSync(join(step.host.workspace, path), pem('authority').replaceAll('\n', '\r\n'));
    const inputs = {
      ...front.inputs('localhost'),
      'ca-certificate': path,
      permissions: lines('# what it needs', 'metrics: read, write', ''),
    };
    const main = await front.scene.main({ inputs });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(cluster.tokens[0]?.permissions.map(({ action }) => action).sort()).toEqual(['read', 'write']);
    await front.scene.post({ inputs });
    expect(cluster.liveTokens).toEqual([]);
  });

  test('the emulator starts and stops', async () => {
    using emulator = new ActionStep({ ...WINDOWS, action: join(ACTION, 'emulator') });
    expect(await emulator.main()).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    const stopped = await emulator.post();
    expect(stopped).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    expect(stopped.summary).toContain('no tokens are still valid');
  });
});
