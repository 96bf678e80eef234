import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPermissions } from '../../../src/request/fields/permissions.ts';
import type { Inputs } from '../../../src/request/inputs.ts';
import {
  describePermissions,
  formatPermissions,
  mergePermissions,
  samePermissions,
} from '../../../src/tokens/permissions.ts';
import { given, reading } from '../../inputs/given.ts';
import { arbitraryName, arbitraryPermissions } from '../../tokens/arbitrary-permissions.ts';

function read(inputs: Partial<Pick<Inputs, 'databases' | 'permissions'>>) {
  return reading((errors) => readPermissions(given(inputs), errors));
}

/** granted is what sound inputs grant, in the way that people read it. */
function granted(inputs: Partial<Pick<Inputs, 'databases' | 'permissions'>>): string {
  const { result, errors } = read(inputs);
  expect(errors).toEqual([]);
  return describePermissions(result);
}

describe('the bare form', () => {
  test('grants its actions on every database', () => {
    expect(granted({ databases: 'metrics, logs', permissions: 'read' })).toBe('metrics: read; logs: read');
  });

  test.each([
    'read, write',
    'write, read',
    'read\nwrite',
    'read,write,read',
    '# both\r\nread\r\n\r\nwrite\r\n',
  ])('may be written %j', (permissions) => {
    expect(granted({ databases: 'metrics', permissions })).toBe('metrics: read, write');
  });

  test.each([
    'metrics\nlogs',
    'metrics\r\nlogs',
    '# of the web\nmetrics\n\n# and\nlogs,metrics',
    ' metrics ,, logs ',
  ])('may name its databases as %j', (databases) => {
    expect(granted({ databases, permissions: 'write' })).toBe('metrics: write; logs: write');
  });

  test.each([
    ['readwrite', 'read, write'],
    ['rw', 'read, write'],
    ['r', 'read'],
    ['read-write', 'read, write'],
    ['Write', 'write'],
  ])('suggests what %s stands for', (permissions, meant) => {
    expect(read({ databases: 'metrics', permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });

  test('can be a JSON array', () => {
    expect(granted({ databases: '["metrics","logs"]', permissions: '["read","write"]' })).toBe(
      'metrics: read, write; logs: read, write',
    );
  });

  test.each([
    ['Array', 'toJSON(…)'],
    ['metrics logs', '`|`'],
    ['"metrics"', 'in quotes'],
    ['- metrics', 'as in a YAML list'],
  ])('has one input error for the databases %j', (databases, hint) => {
    expect(read({ databases, permissions: 'read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining(hint) },
    ]);
  });

  test('may be for all databases', () => {
    expect(granted({ databases: '*', permissions: 'read' })).toBe('*: read');
  });

  test('may be for a database that is called read', () => {
    expect(granted({ databases: 'read', permissions: 'write' })).toBe('read: write');
  });

  test('needs databases', () => {
    expect(read({ permissions: 'read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('required') },
    ]);
  });

  test('needs databases that are more than comments', () => {
    expect(read({ databases: '# metrics', permissions: 'read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('comments') },
    ]);
  });

  test('suggests the spelling of an action', () => {
    expect(read({ databases: 'metrics', permissions: 'Read' }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('Did you mean `read`?') },
    ]);
  });

  test.each(['admin', 'rw', 'read write', 'read;write', '*'])('has no action %s', (permissions) => {
    expect(read({ databases: 'metrics', permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(`"${permissions}"`) },
    ]);
  });

  test('has no place for none beside an action', () => {
    expect(read({ databases: 'metrics', permissions: 'read, none' }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('must be the only line') },
    ]);
  });

  test('has an input error for each name that no database can have, and for each wrong action', () => {
    const { errors } = read({ databases: '_a, b c, metrics', permissions: 'admin, owner' });
    expect(errors.map(({ input }) => input)).toEqual([
      'databases',
      'databases',
      'permissions',
      'permissions',
    ]);
  });
});

describe('the form with a line for each database', () => {
  test('grants what each line says', () => {
    expect(granted({ permissions: 'metrics: read, write\nlogs: read' })).toBe(
      'metrics: read, write; logs: read',
    );
  });

  test.each([
    'metrics: read\r\nlogs: write\r\n',
    '# web\nmetrics: read\n\n  # all\n logs : write ',
    'metrics:read,read,\nlogs:write',
    'metrics: read\nmetrics: read\nlogs: write',
  ])('may be written %j', (permissions) => {
    expect(granted({ permissions })).toBe('metrics: read; logs: write');
  });

  test('merges the lines of one database', () => {
    expect(granted({ permissions: 'metrics: read\nmetrics: write' })).toBe('metrics: read, write');
  });

  test('may be for all databases', () => {
    expect(granted({ permissions: '*: read' })).toBe('*: read');
  });

  test.each([
    ['read: read', 'read: read'],
    ['read: write', 'read: write'],
    ['write: read, write', 'write: read, write'],
    ['none: read', 'none: read'],
  ])('may be for databases that are called like words of ours: %s', (permissions, expected) => {
    expect(granted({ permissions })).toBe(expected);
  });

  test.each([
    ['read: metrics', 'Did you mean `metrics: read`?'],
    ['write: logs', 'Did you mean `logs: write`?'],
    ['read: metrics, logs', 'Did you mean `metrics: read` and `logs: read`?'],
  ])('that is the wrong way around gets the right one suggested: %s', (permissions, hint) => {
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(hint) },
    ]);
  });

  test('leaves no room for databases', () => {
    expect(read({ databases: 'logs', permissions: 'metrics: read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('must be empty') },
    ]);
  });

  test.each([
    ['a line of the bare form', 'metrics: read\nwrite', '"write"'],
    ['a line that says no action', 'metrics: read\nlogs:', '"logs:"'],
    ['a line that names no database', 'metrics: read\n: read', '": read"'],
    ['a name that no database can have', 'metrics: read\n_internal: read', '"_internal"'],
    ['two names in one line', 'metrics, logs: read', '"metrics, logs"'],
    ['two databases in one line', 'metrics: read, logs', '"logs"'],
    ['an unknown action', 'metrics: admin', '"admin"'],
    ['a second colon', 'metrics: logs: read', 'Use `|` instead'],
    ['a folded list', 'metrics: read logs: write', 'Use `|` instead'],
    ['a line of a YAML list', '- metrics: read', 'write "metrics: read"'],
    ['an equals sign', 'metrics=read', 'Did you mean `metrics: read`?'],
    ['an equals sign and a synonym', 'metrics = rw', 'Did you mean `metrics: read, write`?'],
    ['a synonym', 'metrics: readwrite', 'Did you mean `metrics: read, write`?'],
    ['an action and a synonym', 'metrics: read, W', 'Did you mean `metrics: read, write`?'],
  ])('has one input error for %s', (_, permissions, shown) => {
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(shown) },
    ]);
  });

  test('has all its input errors told at once', () => {
    expect(read({ permissions: 'read: metrics\n_x: read\nlogs: admin\nfine: read' }).errors).toHaveLength(3);
  });

  test('means the same as the JSON of what it grants', () => {
    const line = fc.record({
      name: arbitraryName,
      actions: fc.subarray(['read', 'write'], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const written = lines.map(({ name, actions }) => `${name}: ${actions.join(', ')}`).join('\n');
        const { result, errors } = read({ permissions: written });
        expect(errors).toEqual([]);
        const expected = lines.flatMap(({ name, actions }) =>
          actions.map((action) => ({ action, resource: name })),
        );
        expect(samePermissions(result, expected)).toBe(true);
      }),
    );
  });
});

describe('none', () => {
  test.each(['none', '# nothing yet\nnone\n'])('grants nothing: %j', (permissions) => {
    expect(read({ permissions })).toEqual({ result: [], errors: [] });
  });

  test('leaves no room for databases', () => {
    expect(read({ databases: 'metrics', permissions: 'none' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('must be empty') },
    ]);
  });
});

describe('the JSON of the output permissions', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(arbitraryPermissions, (permissions) => {
        expect(read({ permissions: formatPermissions(permissions) })).toEqual({
          result: mergePermissions(permissions),
          errors: [],
        });
      }),
    );
  });

  test('may be spread over lines', () => {
    const permissions = '[\n  {\n    "action": "read",\r\n    "resource": "metrics"\n  }\n]';
    expect(granted({ permissions })).toBe('metrics: read');
  });

  test('is read with the keys that influxctl adds, which are ignored', () => {
    expect(granted({ permissions: '[{"id":"0000","action":"read","resource":"metrics"}]' })).toBe(
      'metrics: read',
    );
  });

  test('that was encoded twice is named as such', () => {
    const permissions = JSON.stringify('[{"action":"read","resource":"metrics"}]');
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('encoded twice') },
    ]);
  });

  test('leaves no room for databases', () => {
    expect(read({ databases: 'logs', permissions: '[]' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('must be empty') },
    ]);
  });

  test.each([
    ['that breaks off', '[{"action":"read"'],
    ['with a trailing comma', '[{"action":"read","resource":"metrics"},]'],
    ['with an unknown action', '[{"action":"admin","resource":"metrics"}]'],
    ['without a database', '[{"action":"read"}]'],
    ['with a database that cannot be', '[{"action":"read","resource":"../tokens"}]'],
    ['with an empty database', '[{"action":"read","resource":""}]'],
  ])('is not one %s', (_, permissions) => {
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.not.stringContaining('undefined') },
    ]);
  });
});

describe('permissions', () => {
  test('are required', () => {
    expect(read({}).errors).toEqual([{ input: 'permissions', message: expect.stringContaining('required') }]);
  });

  test('are more than comments', () => {
    expect(read({ permissions: '# later' }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('comments') },
    ]);
  });

  test('without an input error hold only what the API knows', () => {
    const databases = fc.constantFrom('', 'm', 'm, n', '*', '_x', '# m');
    const line = fc.constantFrom(
      'read',
      'write',
      'none',
      'm: read',
      '*: write',
      'read: m',
      '_x: read',
      '# m',
      '[]',
    );
    const permissions = fc.array(line).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(databases, permissions, (names, lines) => {
        const { result, errors } = read({ databases: names, permissions: lines });
        fc.pre(errors.length === 0);
        for (const { action, resource } of result) {
          expect(action).toMatch(/^(?:read|write)$/);
          expect(resource).toMatch(/^(?:\*|(?!_)[\w/-]{1,64})$/);
        }
      }),
    );
  });
});
