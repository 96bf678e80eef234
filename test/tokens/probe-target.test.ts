import { describe, expect, test } from 'vitest';
import { needsDatabaseToProbe, probeTarget } from '../../src/tokens/permissions.ts';

const read = (resource: string) => ({ action: 'read', resource });
const write = (resource: string) => ({ action: 'write', resource });

describe('the probed grant', () => {
  test.each([
    ['the only grant', [write('metrics')], [], { action: 'write', database: 'metrics' }],
    ['a read before a write', [write('metrics'), read('logs')], [], { action: 'read', database: 'logs' }],
    [
      'a named database before all databases',
      [read('*'), read('logs')],
      ['metrics'],
      { action: 'read', database: 'logs' },
    ],
    ['any database if all are granted', [read('*')], ['metrics'], { action: 'read', database: 'metrics' }],
    [
      'a write by name if there is no database to read',
      [read('*'), write('logs')],
      [],
      { action: 'write', database: 'logs' },
    ],
  ] as const)('is %s', (_, permissions, existing, target) => {
    expect(probeTarget(permissions, existing)).toEqual(target);
  });

  test.each([
    ['no grant', [], ['metrics']],
    ['all databases of a cluster without any', [read('*'), write('*')], []],
    ['an unknown kind of grant', [{ action: 'admin', resource: 'metrics' }], ['metrics']],
  ] as const)('is undefined for %s', (_, permissions, existing) => {
    expect(probeTarget(permissions, existing)).toBeUndefined();
  });
});

test.each([
  ['named databases', [write('metrics')], false],
  ['all databases and a named one', [read('*'), write('metrics')], false],
  ['all databases', [read('*')], true],
  ['nothing', [], false],
] as const)('permissions on %s: does a probe need a database of the cluster?', (_, permissions, needed) => {
  expect(needsDatabaseToProbe(permissions)).toBe(needed);
});
