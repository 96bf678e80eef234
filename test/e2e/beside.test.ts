import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Runs the comparison once, with this action as the other action. */
function beside(...args: readonly string[]) {
  const bench = join(ROOT, 'bench/main.ts');
  return spawnSync(process.execPath, [bench, '--rounds', '1', '--beside', ROOT, ...args], {
    encoding: 'utf8',
    env: {},
  });
}

/** The cells of the table, by the first one. */
function rowsIn(output: string): Record<string, string[]> {
  const rows = output.split('\n').filter((line) => line.startsWith('| '));
  return Object.fromEntries(
    rows.map((row) => {
      const [name = '', ...cells] = row.slice(2, -2).split(' | ');
      return [name, cells];
    }),
  );
}

describe('the comparison with another packed action', () => {
  test('starts its main script with the inputs, in which the names of the servers are replaced', () => {
    const inputs = ['management-token', 'account-id', 'cluster-id', 'api-url', 'cluster-url'];
    const { stdout, stderr } = beside(
      ...inputs.flatMap((name) => ['--input', `${name}={${name}}`]),
      ...['--input', 'permissions=metrics: read', '--input', 'activation-timeout=0'],
    );
    expect(stderr).toBe('');
    const rows = rowsIn(stdout);
    expect(Object.keys(rows)).toEqual([
      'step',
      '---',
      'bare Node',
      'this action without inputs',
      `${ROOT} without inputs`,
      '`create` of this action',
      `${ROOT} with the inputs`,
    ]);
    // The same script loads the same files.
    expect(rows[`${ROOT} with the inputs`]?.[3]).toBe(rows['`create` of this action']?.[3]);
    expect(rows[`${ROOT} without inputs`]?.[3]).toBe(rows['this action without inputs']?.[3]);
  });

  test('fails if the other action fails, and shows its log', () => {
    const { status, stderr } = beside('--input', 'permissions=none');
    expect(status).toBe(1);
    expect(stderr).toContain('management-token');
  });
});
