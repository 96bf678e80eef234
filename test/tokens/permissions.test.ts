import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describePermissions,
  formatPermissions,
  grants,
  grantsAnyDatabase,
  mergePermissions,
  type Permission,
  permissionChange,
  samePermissions,
} from '../../src/tokens/permissions.ts';
import { arbitraryPermissions } from './arbitrary-permissions.ts';

const READ_METRICS: Permission = { action: 'read', resource: 'metrics' };
const WRITE_METRICS: Permission = { action: 'write', resource: 'metrics' };
const READ_LOGS: Permission = { action: 'read', resource: 'logs' };

describe('two sets of permissions', () => {
  test('are the same in any order and with duplicates', () => {
    const shuffled = arbitraryPermissions.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray([...one, ...one], { minLength: one.length }).map((part) => [...part, ...one]),
      ),
    );
    fc.assert(fc.property(shuffled, ([one, other]) => samePermissions(one, other)));
  });

  test('differ if one of them contains a grant that the other does not', () => {
    fc.assert(
      fc.property(arbitraryPermissions, (granted) => {
        const more = [...granted, { action: 'read', resource: 'one-more_' }];
        fc.pre(!granted.some(({ resource }) => resource === 'one-more_'));
        return !samePermissions(granted, more) && !samePermissions(more, granted);
      }),
    );
  });

  test('of the same size differ by action, database, and case', () => {
    expect(samePermissions([READ_METRICS], [WRITE_METRICS])).toBe(false);
    expect(samePermissions([READ_METRICS], [READ_LOGS])).toBe(false);
    expect(samePermissions([READ_METRICS], [{ action: 'read', resource: 'Metrics' }])).toBe(false);
  });

  test('differ if only the boundary between action and database is different', () => {
    expect(samePermissions([{ action: 'a', resource: 'b,c' }], [{ action: 'a,b', resource: 'c' }])).toBe(
      false,
    );
  });

  test('differ between all databases and each existing one', () => {
    expect(samePermissions([{ action: 'read', resource: '*' }], [READ_METRICS])).toBe(false);
  });
});

describe('merged permissions', () => {
  test('contain each grant once, in its first position', () => {
    expect(mergePermissions([READ_METRICS, READ_LOGS, READ_METRICS, WRITE_METRICS])).toEqual([
      READ_METRICS,
      READ_LOGS,
      WRITE_METRICS,
    ]);
  });

  test('are the same set without duplicates', () => {
    fc.assert(
      fc.property(arbitraryPermissions, (granted) => {
        const merged = mergePermissions(granted);
        expect(samePermissions(merged, granted)).toBe(true);
        expect(new Set(merged.map(({ action, resource }) => `${action} ${resource}`)).size).toBe(
          merged.length,
        );
      }),
    );
  });
});

describe('permissions for some actions on some databases', () => {
  test('are all pairs, database by database', () => {
    expect(grants(['write', 'read'], ['metrics', 'logs'])).toEqual([
      READ_METRICS,
      WRITE_METRICS,
      READ_LOGS,
      { action: 'write', resource: 'logs' },
    ]);
  });

  test('are empty without a database or an action', () => {
    expect(grants(['read'], [])).toEqual([]);
    expect(grants([], ['metrics'])).toEqual([]);
  });
});

describe('permissions as text', () => {
  test('are JSON in the form of the API', () => {
    expect(formatPermissions([READ_METRICS])).toBe('[{"action":"read","resource":"metrics"}]');
    expect(formatPermissions([])).toBe('[]');
  });

  test('contain no fields that the API added', () => {
    const shown = { ...READ_METRICS, grantedBy: 'somebody' };
    expect(formatPermissions([shown])).toBe('[{"action":"read","resource":"metrics"}]');
  });

  test('are described database by database', () => {
    expect(describePermissions([READ_METRICS, READ_LOGS, WRITE_METRICS])).toBe(
      'metrics: read, write; logs: read',
    );
  });

  test('are described as none if there are none', () => {
    expect(describePermissions([])).toBe('none');
  });
});

describe('the change from one set of permissions to another', () => {
  test('lists added and removed permissions', () => {
    expect(permissionChange([READ_METRICS, WRITE_METRICS], [READ_LOGS, READ_METRICS])).toEqual({
      added: [READ_LOGS],
      removed: [WRITE_METRICS],
    });
  });

  test('to none removes all, and from none adds all, each once', () => {
    const granted = [READ_METRICS, READ_LOGS, READ_METRICS];
    expect(permissionChange(granted, [])).toEqual({ added: [], removed: [READ_METRICS, READ_LOGS] });
    expect(permissionChange([], granted)).toEqual({ added: [READ_METRICS, READ_LOGS], removed: [] });
  });

  test('is empty for another order or duplicates', () => {
    fc.assert(
      fc.property(arbitraryPermissions, (granted) => {
        expect(permissionChange(granted, [...granted, ...granted].reverse())).toEqual({
          added: [],
          removed: [],
        });
      }),
    );
  });

  test('is the complete difference without duplicates', () => {
    fc.assert(
      fc.property(arbitraryPermissions, arbitraryPermissions, (from, to) => {
        const { added, removed } = permissionChange(from, to);
        const names = [...added, ...removed].map(({ action, resource }) => `${action} ${resource}`);
        expect(new Set(names).size).toBe(names.length);
        const kept = from.filter((granted) => !removed.some((gone) => samePermissions([granted], [gone])));
        expect(samePermissions([...kept, ...added], to)).toBe(true);
        for (const gone of removed) expect(from).toContainEqual(gone);
        for (const come of added) expect(from).not.toContainEqual(come);
      }),
    );
  });

  test('is the opposite in the other direction', () => {
    fc.assert(
      fc.property(arbitraryPermissions, arbitraryPermissions, (from, to) => {
        const { added, removed } = permissionChange(from, to);
        expect(permissionChange(to, from)).toEqual({ added: removed, removed: added });
      }),
    );
  });
});

test('a grant on all databases is found among others', () => {
  const any: Permission = { action: 'read', resource: '*' };
  expect(grantsAnyDatabase([])).toBe(false);
  expect(grantsAnyDatabase([READ_METRICS, READ_LOGS])).toBe(false);
  expect(grantsAnyDatabase([READ_METRICS, any])).toBe(true);
});
