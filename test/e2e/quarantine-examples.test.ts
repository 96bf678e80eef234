import { describe, expect, test } from 'vitest';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { formatTagged } from '../../src/tokens/tag.ts';
import { withOlderRecord } from '../rotation/world.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

const DAY_MS = 24 * 3_600_000;
const GRANTS = [{ action: 'read', resource: 'metrics' }] as const;
const CLEANUP = example('cleanup-with-quarantine.yml');
const RESTORE = example('restore-token.yml');

/** Two old tokens of the owner's repositories, the current token of a rotation, and a token of another owner. */
async function staged() {
  const stage = await WorkflowStage.start();
  stage.github.repository('acme/api');
  const seed = (plain: string, kind: 'kept' | 'current', repository: string) =>
    stage.cluster.seed({
      description: formatTagged(plain, {
        server: 'github.com',
        repository,
        repositoryId: '4712',
        runId: '100',
        runAttempt: '1',
        kind,
        nonce: '0123456789abcdef',
      }),
      permissions: GRANTS,
      createdAt: Date.now() - 200 * DAY_MS,
    });
  return {
    stage,
    missed: seed('still in use', 'kept', 'acme/api'),
    forgotten: seed('forgotten', 'kept', 'acme/web'),
    others: [seed('service', 'current', 'acme/api'), seed('stranger', 'kept', 'evil/web')],
  };
}

/** Lets a month pass. */
function wait({ cluster }: WorkflowStage): void {
  for (const token of cluster.tokens) token.description = withOlderRecord(token.description, 31 * DAY_MS);
}

const isSuspended = ({ permissions, revokedAt }: StoredToken) =>
  permissions.length === 0 && revokedAt === undefined;

describe('examples/cleanup-with-quarantine.yml and examples/restore-token.yml', () => {
  test('suspend old tokens, restore the one that is missed, and revoke the other one a month later', async () => {
    const { stage, missed, forgotten, others } = await staged();
    await using _ = stage;
    const suspending = await stage.run(CLEANUP);
    expect(suspending.conclusion, suspending.log).toBe('success');
    expect([missed, forgotten].map(isSuspended)).toEqual([true, true]);

    const restoring = await stage.run(RESTORE, { inputs: { 'token-id': missed.id } });
    expect(restoring.conclusion, restoring.log).toBe('success');
    expect(missed.permissions).toEqual(GRANTS);

    wait(stage);
    const revoking = await stage.run(CLEANUP);
    expect(revoking.conclusion, revoking.log).toBe('success');
    expect(forgotten.revokedAt).toBeDefined();
    expect(missed).toMatchObject({ permissions: GRANTS });
    expect(missed.revokedAt).toBeUndefined();
    for (const token of others) expect(token).toMatchObject({ permissions: GRANTS });
  });

  test('restore several tokens, whose IDs are separated by commas', async () => {
    const { stage, missed, forgotten } = await staged();
    await using _ = stage;
    await stage.run(CLEANUP);
    const run = await stage.run(RESTORE, { inputs: { 'token-id': `${missed.id}, ${forgotten.id}` } });
    expect(run.conclusion, run.log).toBe('success');
    expect([missed, forgotten].map(isSuspended)).toEqual([false, false]);
  });

  test('fail for a token that is revoked', async () => {
    const { stage, missed } = await staged();
    await using _ = stage;
    missed.revokedAt = Date.now();
    const run = await stage.run(RESTORE, { inputs: { 'token-id': missed.id } });
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('A revoked token cannot be restored');
  });
});
