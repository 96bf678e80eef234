import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { actionsRunner } from '../../src/runner/runner.ts';
import { Secrets } from '../../src/runner/secrets.ts';
import { Secret } from '../../src/secret.ts';

const NOWHERE = '/no/such/folder/file';

describe('a runner whose files cannot be written', () => {
  const env = { GITHUB_OUTPUT: NOWHERE, GITHUB_STATE: NOWHERE, GITHUB_STEP_SUMMARY: NOWHERE };
  const runner = actionsRunner(new Secrets(), env);

  test('goes without a summary, which is for show', () => {
    expect(() => runner.summary({ title: 'x', items: [] })).not.toThrow();
  });

  test('says so where it matters', () => {
    expect(() => runner.saveState('x')).toThrow(Failure);
    expect(() => runner.outputs({ active: 'true' })).toThrow(Failure);
    expect(() => runner.token(new Secret('x'))).toThrow(Failure);
  });
});
