import { describe, expect, test } from 'vitest';
import { ManagementScene } from '../influxctl/scene.ts';

const REVOKE = { operation: 'revoke' };

describe.concurrent('revoke', () => {
  test('revokes by ID in one call, and reads the list to see what is true', async () => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const [one, two] = [account.seed(), account.seed()];
    const gone = account.seed({ revokedAt: Date.now() - 1000 });
    const unknown = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
    const ids = [one.id, two.id, gone.id, unknown];
    const main = await scene.main({ ...REVOKE, 'token-id': ids.join('\n') });
    expect(main.exitCode, main.log).toBe(0);
    expect(JSON.parse(main.outputs['revoked-token-ids'] ?? '')).toEqual([one.id, two.id, gone.id]);
    expect(main.outputs['failed-token-ids']).toBe('[]');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Token not found' }]);
    expect(account.live).toEqual([account.first]);
    expect(account.trace).toEqual(['management list', 'management revoke', 'management list']);
    expect(account.calls.find(({ command }) => command === 'management revoke')?.args.slice(-3)).toEqual([
      '--force',
      one.id,
      two.id,
    ]);
  });

  test.for([
    [{ kind: 'exit', moment: 'before' }, 1],
    [{ kind: 'exit', moment: 'after' }, 0],
    [{ kind: 'dies', moment: 'before' }, 1],
    [{ kind: 'dies', moment: 'after' }, 0],
    [{ kind: 'hangs', moment: 'before' }, 1],
    [{ kind: 'hangs', moment: 'after' }, 0],
    [{ kind: 'silent' }, 0],
  ] as const)('believes the list and not the exit code: %o', async ([fault, exitCode]) => {
    await using scene = await ManagementScene.start();
    const token = scene.account.seed();
    scene.account.fail('management revoke', fault);
    const limit = fault.kind === 'hangs' ? '3s' : '30s';
    const main = await scene.main({ ...REVOKE, 'token-id': token.id, 'request-timeout': limit });
    expect(main.exitCode, main.log).toBe(exitCode);
    const isRevoked = !scene.account.live.some(({ id }) => id === token.id);
    expect(isRevoked).toBe(exitCode === 0);
    expect(main.outputs[isRevoked ? 'revoked-token-ids' : 'failed-token-ids']).toBe(
      JSON.stringify([token.id]),
    );
  });

  test('fails for the one of two tokens that the list shows as not revoked', async () => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const [one, two] = [account.seed(), account.seed()];
    account.form({ unrevokable: one.id });
    const main = await scene.main({ ...REVOKE, 'token-id': `${one.id}, ${two.id}` });
    expect(main.exitCode).toBe(1);
    expect(main.outputs).toMatchObject({
      'revoked-token-ids': JSON.stringify([two.id]),
      'failed-token-ids': JSON.stringify([one.id]),
    });
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Token not revoked' }]);
    expect(main.annotations[0]?.message).toContain(one.id);
    expect(main.summary).toContain('1 of 2 management tokens revoked');
    expect(main.summary).toContain(
      `Account: ${account.state.accountId}, cluster: ${account.state.clusterId}`,
    );
  });

  test('fails where the list cannot be read afterwards', async () => {
    await using scene = await ManagementScene.start();
    const token = scene.account.seed();
    scene.account.fail('management list', { kind: 'exit', moment: 'before' }, 1);
    const main = await scene.main({ ...REVOKE, 'token-id': token.id });
    expect(main.exitCode).toBe(1);
    expect(main.outputs['failed-token-ids']).toBe(JSON.stringify([token.id]));
  });

  test('changes nothing where the server refuses management tokens', async () => {
    await using scene = await ManagementScene.start({ forms: { allowed: ['list'] } });
    const token = scene.account.seed();
    const main = await scene.main({ ...REVOKE, 'token-id': token.id });
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toContain('The server refused the management token.');
    expect(scene.account.live).toHaveLength(2);
  });

  test('with dry-run shows what it would do', async () => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const [live, gone] = [account.seed(), account.seed({ revokedAt: Date.now() - 1000 })];
    const main = await scene.main({ ...REVOKE, 'token-id': `${live.id}, ${gone.id}`, 'dry-run': 'true' });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.summary).toContain('Dry run: 1 of 2 management tokens would be revoked');
    expect(main.log).toContain(`Management token ${gone.id}: already revoked.`);
    expect(account.live).toHaveLength(2);
    expect(account.trace).toEqual(['management list']);
  });

  test('with dry-run warns about an unknown ID', async () => {
    await using scene = await ManagementScene.start();
    const unknown = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
    const main = await scene.main({ ...REVOKE, 'token-id': unknown, 'dry-run': 'true' });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Token not found' }]);
    expect(main.annotations[0]?.message).toContain(unknown);
    expect(main.outputs).toMatchObject({ 'revoked-token-ids': '[]', 'failed-token-ids': '[]' });
  });

  test('an empty list does nothing', async () => {
    await using scene = await ManagementScene.start();
    const main = await scene.main({ ...REVOKE, 'token-id': '[]' });
    expect(main.exitCode, main.log).toBe(0);
    expect(scene.account.calls).toEqual([]);
  });

  test('never accepts anything but UUIDs', async () => {
    await using scene = await ManagementScene.start();
    const main = await scene.main({ ...REVOKE, 'token-id': '--help' });
    expect(main.annotations).toMatchObject([{ title: 'Input token-id' }]);
    expect(scene.account.calls).toEqual([]);
  });
});

describe.concurrent('revoke of the token that the step uses', () => {
  test.for([
    ['together with others', true, 'false'],
    ['together with others in a dry run', true, 'true'],
    ['alone in a dry run', false, 'true'],
  ] as const)('is refused %s', async ([, others, dryRun]) => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const token = account.seed();
    const ids = [...(others ? [token.id] : []), account.first.id];
    const main = await scene.main({ ...REVOKE, 'token-id': ids.join(', '), 'dry-run': dryRun });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ title: 'Management token in use' }]);
    expect(main.outputs['failed-token-ids']).toBe(dryRun === 'true' ? '[]' : JSON.stringify(ids));
    expect(account.live).toHaveLength(2);
    expect(account.trace).toEqual(['management list']);
  });

  test('is refused with a token that is already revoked, which does not count as failed', async () => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const gone = account.seed({ revokedAt: Date.now() - 1000 });
    const main = await scene.main({ ...REVOKE, 'token-id': `${gone.id}, ${account.first.id}` });
    expect(main.exitCode).toBe(1);
    expect(main.outputs).toMatchObject({
      'revoked-token-ids': JSON.stringify([gone.id]),
      'failed-token-ids': JSON.stringify([account.first.id]),
    });
    expect(account.live).toHaveLength(1);
  });

  test('alone ends the own access, which the step says and has confirmed', async () => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const main = await scene.main({
      ...REVOKE,
      'token-id': account.first.id,
      'request-timeout': '3s',
    });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Management token in use' }]);
    expect(main.outputs['revoked-token-ids']).toBe(JSON.stringify([account.first.id]));
    expect(account.live).toEqual([]);
    expect(scene.api.statuses).toEqual([401]);
  });

  test.for([
    ['the list shows it as valid', { kind: 'exit', moment: 'before' }, 200],
    ['the list shows it as valid, although a gateway refuses it', { kind: 'silent' }, 403],
    ['the list shows it as valid, although the API refuses it', { kind: 'silent' }, 401],
  ] as const)('alone fails if %s', async ([, fault, status]) => {
    await using scene = await ManagementScene.start();
    const { account, api } = scene;
    account.form({ unrevokable: account.first.id });
    account.fail('management revoke', fault);
    if (status !== 200) api.refuses(status);
    const main = await scene.main({ ...REVOKE, 'token-id': account.first.id });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error', title: /not revoked|influxctl failed/ }]);
    expect(main.outputs['failed-token-ids']).toBe(JSON.stringify([account.first.id]));
    expect(main.log).not.toContain('no longer has access');
    expect(account.live).toHaveLength(1);
  });

  test('alone fails if neither the list nor the Management API itself shows the revocation', async () => {
    await using scene = await ManagementScene.start();
    const { account, api } = scene;
    account.fail('management revoke', { kind: 'exit', moment: 'before' });
    account.fail('management list', { kind: 'exit', moment: 'before' }, 1);
    api.refuses(403);
    const main = await scene.main({ ...REVOKE, 'token-id': account.first.id });
    expect(main.exitCode).toBe(1);
    expect(main.outputs['failed-token-ids']).toBe(JSON.stringify([account.first.id]));
    expect(account.live).toHaveLength(1);
  });

  test('passes the ID on as the list writes it', async () => {
    await using scene = await ManagementScene.start();
    const { id } = scene.account.seed();
    const main = await scene.main({ ...REVOKE, 'token-id': id.toUpperCase() });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs['revoked-token-ids']).toBe(JSON.stringify([id]));
    expect(scene.account.live).toEqual([scene.account.first]);
  });
});
