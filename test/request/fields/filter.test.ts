import { describe, expect, test } from 'vitest';
import { readFilter } from '../../../src/request/fields/filter.ts';
import type { Inputs } from '../../../src/request/inputs.ts';
import { given, reading } from '../../inputs/given.ts';

const RUN = {
  repository: 'acme/web',
  server: 'github.com',
  repositoryId: '4711',
  runId: '1',
  runAttempt: '1',
  workflow: 'w',
  job: 'j',
  githubApiUrl: 'https://api.github.com',
  action: 'acme/influxdb-token-action@v1',
};

const read = (inputs: Partial<Inputs>) => reading((errors) => readFilter(given(inputs), RUN, errors));

describe('a filter', () => {
  test('selects all active tokens of the cluster by default', () => {
    expect(read({})).toEqual({
      result: { status: 'active', scope: { kind: 'cluster' }, databases: [] },
      errors: [],
    });
  });

  test.each([
    ['cluster', { kind: 'cluster' }],
    ['repository', { kind: 'repository', server: 'github.com', repositoryId: '4711' }],
    ['organization', { kind: 'organization', server: 'github.com', owner: 'acme' }],
  ])('has the scope %s of the run', (scope, expected) => {
    expect(read({ scope }).result.scope).toEqual(expected);
  });

  test('uses the given inputs', () => {
    const { result, errors } = read({
      status: 'all',
      databases: 'metrics, logs',
      'description-pattern': 'night*',
      'expires-within': '2w',
    });
    expect(errors).toEqual([]);
    expect(result).toMatchObject({
      status: 'all',
      databases: ['metrics', 'logs'],
      expiresWithinMs: 14 * 86_400_000,
    });
    expect(result.pattern?.matches('nightly')).toBe(true);
  });

  test.each([
    ['kept', ['kept']],
    ['kept, untagged', ['kept', 'untagged']],
    ['["kept"]', ['kept']],
  ])('has the kinds in %j', (kinds, expected) => {
    expect(read({ kinds })).toMatchObject({ result: { kinds: expected }, errors: [] });
  });

  test('can have databases on several lines with comments', () => {
    expect(read({ databases: 'logs\n# and\nmetrics' })).toMatchObject({
      result: { databases: ['logs', 'metrics'] },
      errors: [],
    });
  });

  test.each<[Partial<Inputs>, string]>([
    [{ status: 'live' }, 'status'],
    [{ status: 'alive' }, 'status'],
    [{ status: 'Active' }, 'status'],
    [{ scope: 'org' }, 'scope'],
    [{ databases: '_internal' }, 'databases'],
    [{ databases: '# none' }, 'databases'],
    [{ 'expires-within': '0' }, 'expires-within'],
    [{ 'expires-within': 'soon' }, 'expires-within'],
    [{ 'expires-within': '1d', status: 'expired' }, 'expires-within'],
  ])('is an input error: %o', (inputs, input) => {
    expect(read(inputs).errors).toEqual([{ input, message: expect.stringMatching(/[.]$/) }]);
  });
});
