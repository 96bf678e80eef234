import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isDatabaseName,
  mustKnowDatabases,
  nearestName,
  refusedDatabases,
  unknownDatabases,
} from '../../src/tokens/databases.ts';
import { arbitraryName } from './arbitrary-permissions.ts';

describe('a database name', () => {
  test.each(['m', 'metrics', 'Metrics_2027', 'a/b-c', '0', '-x', '/', 'read', 'none', 'x'.repeat(64)])(
    'can be %s',
    (name) => {
      expect(isDatabaseName(name)).toBe(true);
    },
  );

  test.each([
    ['empty', ''],
    ['longer than 64 characters', 'x'.repeat(65)],
    ['with a leading underscore', '_internal'],
    ['with a space', 'my metrics'],
    ['with a dot', 'metrics.v1'],
    ['with two dots', '../databases'],
    ['with a colon', 'metrics:read'],
    ['with a percent sign', 'a%2Fb'],
    ['with a letter outside ASCII', 'métrics'],
    ['with a star inside', 'metrics*'],
    ['two stars', '**'],
    ['with a line break after it', 'metrics\n'],
    ['with a quote', 'metrics"'],
  ])('is never %s', (_, name) => {
    expect(isDatabaseName(name)).toBe(false);
  });

  test('can be a star, which means all databases', () => {
    expect(isDatabaseName('*')).toBe(true);
  });
});

describe('databases that a cluster does not have', () => {
  const read = (resource: string) => ({ action: 'read', resource });
  const write = (resource: string) => ({ action: 'write', resource });

  test('are listed once each, in the order of the permissions', () => {
    expect(
      unknownDatabases([read('new'), read('metrics'), write('new'), read('also-new')], ['metrics']),
    ).toEqual(['new', 'also-new']);
  });

  test('never include the star', () => {
    expect(unknownDatabases([read('*')], [])).toEqual([]);
  });

  test('are case-sensitive', () => {
    expect(unknownDatabases([read('Metrics')], ['metrics'])).toEqual(['Metrics']);
  });
});

describe('the most similar name', () => {
  test.each([
    ['a missing letter', 'metrcs'],
    ['an extra letter', 'mettrics'],
    ['two letters swapped', 'metircs'],
    ['another case', 'METRICS'],
    ['a plural', 'metric'],
  ])('is found for %s', (_, typed) => {
    expect(nearestName(typed, ['logs', 'metrics', 'traces'])).toBe('metrics');
  });

  test('is the closest of several names', () => {
    expect(nearestName('metrics-prd', ['metrics-dev', 'metrics-prod', 'metrics'])).toBe('metrics-prod');
  });

  test('differs in case rather than in letters', () => {
    expect(nearestName('Logs', ['dogs', 'logs'])).toBe('logs');
  });

  test.each([
    ['two different short words', 'ab', ['xy']],
    ['two different letters', 'a', ['b']],
    ['a word that shares a letter or two', 'metrics', ['traces', 'events', 'm']],
    ['a name hidden in a long one', 'db', ['production-database-of-everything']],
    ['an empty cluster', 'metrics', []],
  ])('is undefined for absurd ones: %s', (_, typed, existing) => {
    expect(nearestName(typed, existing)).toBeUndefined();
  });

  test('exists, has a similar length, and shares a letter', () => {
    fc.assert(
      fc.property(arbitraryName, fc.array(arbitraryName), (typed, existing) => {
        const meant = nearestName(typed, existing);
        fc.pre(meant !== undefined);
        expect(existing).toContain(meant);
        const letters = new Set(meant?.toLowerCase());
        expect([...typed.toLowerCase()].some((letter) => letters.has(letter))).toBe(true);
        expect(Math.abs((meant?.length ?? 0) - typed.length)).toBeLessThanOrEqual(
          Math.ceil(typed.length / 3),
        );
      }),
    );
  });

  test('is found if one letter of a longer name is wrong', () => {
    const mistyped = fc
      .stringMatching(/^[a-z]{4,30}$/)
      .chain((name) => fc.tuple(fc.constant(name), fc.nat({ max: name.length - 1 })))
      .map(([name, at]) => ({ name, typed: `${name.slice(0, at)}0${name.slice(at + 1)}` }));
    fc.assert(fc.property(mistyped, ({ name, typed }) => nearestName(typed, [name]) === name));
  });
});

describe('permissions from an input', () => {
  const permissions = [
    { action: 'read', resource: 'metrisc' },
    { action: 'read', resource: 'metrics' },
    { action: 'read', resource: 'x' },
    { action: 'read', resource: '*' },
  ];

  test('are refused for databases that the cluster does not have, with the most similar name', () => {
    expect(refusedDatabases({ permissions, checkDatabases: true }, ['metrics'])).toEqual([
      { name: 'metrisc', nearest: 'metrics' },
      { name: 'x', nearest: undefined },
    ]);
  });

  test('are not refused without `check-databases`', () => {
    expect(refusedDatabases({ permissions, checkDatabases: false }, [])).toEqual([]);
  });

  test('need the databases of the cluster only if they name one and are checked', () => {
    expect(mustKnowDatabases({ permissions, checkDatabases: true })).toBe(true);
    expect(mustKnowDatabases({ permissions, checkDatabases: false })).toBe(false);
    expect(mustKnowDatabases({ permissions: permissions.slice(3), checkDatabases: true })).toBe(false);
  });
});
