import { describe, expect, test } from 'vitest';
import { Scene } from './scene.ts';

describe('inputs', () => {
  test('are all checked before anything is sent, and all input errors are reported together', async () => {
    await using scene = await Scene.start({
      inputs: {
        'account-id': 'acme',
        permissions: 'read: metrics',
        'expires-at': '2027-01-01',
        retries: 'many',
        'token-id': 'x',
      },
    });
    const main = await scene.main();
    expect(scene.cluster.requests).toEqual([]);
    expect(main.exitCode).toBe(1);
    expect(titles(main)).toEqual(
      ['account-id', 'retries', 'token-id', 'permissions', 'expires-at'].map((name) => `Input ${name}`),
    );
    expect(main.annotations.find(({ title }) => title === 'Input permissions')?.message).toContain(
      '`metrics: read`',
    );
    for (const name of ['token-id', 'account-id', 'retries', 'permissions', 'expires-at'])
      expect(main.summary).toContain(name);
    expect(main.outputs).toEqual({});
    expect(main.state).toEqual({ ledger: '' });
  });

  test('that are misspelled stop the step before anything is sent', async () => {
    await using scene = await Scene.start({ operation: 'revoke' });
    const token = scene.cluster.seed({ description: 'x' });
    await using step = new Scene(scene.cluster, {
      operation: 'revoke',
      inputs: { 'token-id': token.id },
      env: { INPUT_DRY_RUN: 'true' },
    });
    const main = await step.main();
    expect(main.conclusion).toBe('failure');
    expect(titles(main)).toEqual(['Input dry_run']);
    expect(main.annotations[0]?.message).toContain('`dry-run`');
    expect(scene.cluster.requests).toEqual([]);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('that are unknown get one warning each, and the step continues', async () => {
    await using scene = await Scene.start({ env: { INPUT_COLOR: 'red', INPUT_SHAPE: '' } });
    const main = await scene.main();
    expect(main.conclusion).toBe('success');
    expect(main.annotations).toMatchObject([
      { level: 'warning', title: 'Unknown input', message: expect.stringContaining('`color`') },
    ]);
  });

  test('with more than nine input errors have nine annotations, one that counts the rest, and all errors in the log', async () => {
    const databases = Array.from({ length: 12 }, (_, number) => `_bad${number}`);
    await using scene = await Scene.start({ inputs: { databases: databases.join(), permissions: 'read' } });
    const main = await scene.main();
    const errors = main.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(10);
    expect(errors[9]?.message).toContain('3 more');
    for (const name of databases) expect(main.log).toContain(name);
  });

  test('never show the management token in an error', async () => {
    await using scene = await Scene.start({ inputs: { 'management-token': 'Bearer M.V1.abcdefghij' } });
    const main = await scene.main();
    expect(titles(main)).toEqual(['Input management-token']);
    const lines = main.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(lines.join('\n')).not.toContain('abcdefghij');
    expect(main.summary).not.toContain('abcdefghij');
  });

  test('without a management token name possible causes', async () => {
    await using scene = await Scene.start({ inputs: { 'management-token': '' } });
    const main = await scene.main();
    expect(main.annotations[0]?.message).toMatch(/fork.*Dependabot/);
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('databases', () => {
  test('that the cluster does not have are refused with the most similar name', async () => {
    await using scene = await Scene.start({
      inputs: { databases: 'metrcs, Logs, zzz', permissions: 'read' },
    });
    const main = await scene.main();
    expect(main.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('Did you mean `metrics`?'),
      expect.stringContaining('Did you mean `logs`?'),
      expect.not.stringContaining('Did you mean'),
    ]);
    expect(titles(main)).toEqual(['Input databases', 'Input databases', 'Input databases']);
    expect(scene.cluster.trace).toEqual(['GET databases 200']);
  });

  test('that do not exist yet can be granted with `check-databases: false`', async () => {
    await using scene = await Scene.start({
      inputs: { permissions: 'future: read', 'check-databases': 'false' },
    });
    const main = await scene.main();
    expect(main.outputs['active']).toBe('true');
    expect(scene.cluster.trace[0]).toBe('POST tokens 200');
  });
});

describe('outside of GitHub Actions', () => {
  test('the step fails before it sends anything', async () => {
    await using scene = await Scene.start({ github: { repository_id: '' } });
    const main = await scene.main();
    expect(titles(main)).toEqual(['Input GITHUB_REPOSITORY_ID']);
    expect(scene.cluster.requests).toEqual([]);
  });
});

function titles({
  annotations,
}: {
  annotations: readonly { title?: string | undefined }[];
}): (string | undefined)[] {
  return annotations.map(({ title }) => title);
}
