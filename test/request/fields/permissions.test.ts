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
import { arbitraryEdit } from '../arbitrary-edit.ts';

function read(inputs: Partial<Pick<Inputs, 'databases' | 'permissions'>>) {
  return reading((errors) => readPermissions(given(inputs), errors));
}

/** granted is what sound inputs grant, in the way that people read it. */
function granted(inputs: Partial<Pick<Inputs, 'databases' | 'permissions'>>): string {
  const { result, errors } = read(inputs);
  expect(errors).toEqual([]);
  return describePermissions(result);
}

describe('the short form', () => {
  test('grants its actions on every database', () => {
    expect(granted({ databases: 'metrics, logs', permissions: 'read' })).toBe('metrics: read; logs: read');
  });

  test.each([
    'read, write',
    'write, read',
    'read\nwrite',
    'read,write,read',
    '# both\r\nread\r\n\r\nwrite\r\n',
  ])('can be written as %j', (permissions) => {
    expect(granted({ databases: 'metrics', permissions })).toBe('metrics: read, write');
  });

  test.each([
    'metrics\nlogs',
    'metrics\r\nlogs',
    '# of the web\nmetrics\n\n# and\nlogs,metrics',
    ' metrics ,, logs ',
  ])('can have its databases as %j', (databases) => {
    expect(granted({ databases, permissions: 'write' })).toBe('metrics: write; logs: write');
  });

  test.each([
    ['readwrite', 'read, write'],
    ['rw', 'read, write'],
    ['r', 'read'],
    ['read-write', 'read, write'],
    ['Write', 'write'],
  ])('suggests the meaning of %s', (permissions, meant) => {
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
    ['reed', 'read'],
    ['wirte', 'write'],
    ['None', 'none'],
    ['full', 'read, write'],
    ['select', 'read'],
    ['read\u200b', 'read'],
    ['"read"', 'read'],
    ['read # only', 'read'],
    ['- read\n- write', 'read, write'],
    ['read write', 'read, write'],
    ['[read, write]', 'read, write'],
  ])('has one input error for %j, with what to write', (permissions, meant) => {
    expect(read({ databases: 'metrics', permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringMatching(`(?:Did you mean|Write) \`${meant}\``) },
    ]);
  });

  test('suggests an action for every single edit of one', () => {
    fc.assert(
      fc.property(fc.constantFrom('read', 'write'), arbitraryEdit, (action, edit) => {
        const typed = edit(action);
        fc.pre(!['read', 'write'].includes(typed));
        expect(read({ databases: 'metrics', permissions: typed }).errors).toEqual([
          { input: 'permissions', message: expect.stringContaining(`Did you mean \`${action}\`?`) },
        ]);
      }),
    );
  });

  test('grants nothing by an empty text in JSON', () => {
    expect(read({ databases: 'metrics', permissions: '[""]' }).errors).toHaveLength(1);
  });

  test.each([
    ['Array', 'toJSON(…)'],
    ['metrics logs', '`|`'],
    ['"metrics"', 'in quotes'],
    ['- metrics', 'as in a YAML or Markdown list'],
    ['metrics: read', 'Actions belong in `permissions`'],
    ['metrics\u200b', 'Did you mean `metrics`?'],
  ])('has one input error for the databases %j', (databases, hint) => {
    expect(read({ databases, permissions: 'read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining(hint) },
    ]);
  });

  test('can be for all databases', () => {
    expect(granted({ databases: '*', permissions: 'read' })).toBe('*: read');
  });

  test('can be for a database that is called read', () => {
    expect(granted({ databases: 'read', permissions: 'write' })).toBe('read: write');
  });

  test('needs databases', () => {
    expect(read({ permissions: 'read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('required') },
    ]);
  });

  test('needs databases in addition to comments', () => {
    expect(read({ databases: '# metrics', permissions: 'read' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('does not contain a name') },
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

  test('cannot contain none next to an action', () => {
    expect(read({ databases: 'metrics', permissions: 'read, none' }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('must be the only item') },
    ]);
  });

  test('has an input error for each invalid name and for each wrong action', () => {
    const { errors } = read({ databases: '_a, ä, metrics', permissions: 'delete, execute' });
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
  ])('can be written as %j', (permissions) => {
    expect(granted({ permissions })).toBe('metrics: read; logs: write');
  });

  test('merges the lines of one database', () => {
    expect(granted({ permissions: 'metrics: read\nmetrics: write' })).toBe('metrics: read, write');
  });

  test('can be for all databases', () => {
    for (const permissions of ['*: read', '* : read', '*  :read']) {
      expect(granted({ permissions })).toBe('*: read');
    }
  });

  test.each([
    ['read: read', 'read: read'],
    ['read: write', 'read: write'],
    ['write: read, write', 'write: read, write'],
    ['none: read', 'none: read'],
  ])('can be for databases whose names are keywords: %s', (permissions, expected) => {
    expect(granted({ permissions })).toBe(expected);
  });

  test.each([
    ['read: metrics', 'Did you mean `metrics: read`?'],
    ['write: logs', 'Did you mean `logs: write`?'],
    ['read: metrics, logs', 'Did you mean `metrics: read` and `logs: read`?'],
  ])('in the wrong order causes a suggestion: %s', (permissions, hint) => {
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(hint) },
    ]);
  });

  test('cannot be combined with databases', () => {
    expect(read({ databases: 'logs', permissions: 'metrics: read' }).errors).toEqual([
      {
        input: 'databases',
        message: expect.stringContaining('"logs" has no effect, because `permissions` names the databases'),
      },
    ]);
  });

  test.each([
    ['a line of the bare form', 'metrics: read\nwrite', '"write"'],
    ['a line that says no action', 'metrics: read\nlogs:', '"logs:"'],
    ['a line without a database', 'metrics: read\n: read', '": read"'],
    ['a name that no database can have', 'metrics: read\n_internal: read', '"_internal"'],
    ['two names in one line', 'metrics, logs: read', '"metrics, logs"'],
    ['two databases in one line', 'metrics: read, logs', '"logs"'],
    ['an unknown action', 'metrics: admin', '"admin"'],
    ['a second colon', 'metrics: logs: read', 'Use `|` instead'],
    ['a folded list', 'metrics: read logs: write', 'Use `|` instead'],
    ['a second colon between actions', 'metrics: read: write', 'Write `metrics: read, write`.'],
    ['a line of a YAML list', '- metrics: read', 'Write `metrics: read`.'],
    ['an equals sign', 'metrics=read', 'Did you mean `metrics: read`?'],
    ['an equals sign and a synonym', 'metrics = rw', 'Did you mean `metrics: read, write`?'],
    ['a synonym', 'metrics: readwrite', 'Did you mean `metrics: read, write`?'],
    ['a typing error', 'metrics: reed, wirte', 'Did you mean `metrics: read, write`?'],
    ['an arrow', 'metrics -> read', 'Did you mean `metrics: read`?'],
    ['a pipe', 'metrics|rw', 'Did you mean `metrics: read, write`?'],
    ['a space', 'metrics read', 'Did you mean `metrics: read`?'],
    ['a space, and the action first', 'read metrics', 'Did you mean `metrics: read`?'],
    ['a colon of another width', 'metrics\uff1aread', 'Did you mean `metrics: read`?'],
    ['a name in quotes', '"metrics": read', 'Did you mean `metrics: read`?'],
    ['actions in brackets', 'metrics: [read, write]', 'Did you mean `metrics: read, write`?'],
    ['a flow mapping of YAML', '{metrics: read}', 'Did you mean `metrics: read`?'],
    ['all databases, and the action first', 'read: *', 'Did you mean `*: read`?'],
    [
      'several databases in one line',
      'metrics, logs: read',
      'Did you mean `metrics: read` and `logs: read`?',
    ],
    ['an invisible character', 'metrics\u200b: read', 'Did you mean `metrics: read`?'],
    [
      'a folded list without spaces behind its colons',
      'metrics:read logs:write',
      'Write these lines: `metrics:read`, `logs:write`.',
    ],
    ['several lines in one', 'metrics:read,logs:write', 'Write these lines: `metrics:read`, `logs:write`.'],
    ['equals signs', 'metrics=read logs=write', 'Write these lines: `metrics: read`, `logs: write`.'],
    ['a sentence', 'read access to metrics', 'Did you mean `metrics: read`?'],
    ['all databases alone', '*', 'Did you mean `*: read`?'],
    ['several databases alone', 'metrics, logs', 'Did you mean `metrics: read` and `logs: read`?'],
    ['none next to an action', 'none, read', 'Remove `none`, or remove the other items.'],
    ['a nested list of YAML', 'metrics:\n  - read\n  - write', 'Did you mean `metrics: read, write`?'],
    [
      'a nested mapping of YAML',
      'metrics:\n  read\nlogs:\n  write',
      'Did you mean `metrics: read` and `logs: write`?',
    ],
    ['a database alone', 'metrics', 'Did you mean `metrics: read`?'],
    ['a database alone beside a line', 'metrics: read\nlogs', 'Did you mean `logs: read`?'],
    ['an action and a synonym', 'metrics: read, W', 'Did you mean `metrics: read, write`?'],
  ])('has one input error for %s', (_, permissions, shown) => {
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(shown) },
    ]);
  });

  test('has all its input errors reported together', () => {
    expect(read({ permissions: 'read: metrics\n_x: read\nlogs: admin\nfine: read' }).errors).toHaveLength(3);
  });

  test('means the same as its JSON', () => {
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

describe('actions with the same mistake', () => {
  test.each([
    ['READ, WRITE', 'read, write'],
    ['Read, rw', 'read, write'],
    ['read: true\nwrite: true', 'read, write'],
    ['read: true\nwrite: false', 'read'],
    ['read: false', 'none'],
  ])('are one input error: %j', (permissions, meant) => {
    expect(read({ permissions, databases: 'metrics' }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });
});

describe('none', () => {
  test.each(['none', '# nothing yet\nnone\n'])('grants nothing: %j', (permissions) => {
    expect(read({ permissions })).toEqual({ result: [], errors: [] });
  });

  test('cannot be combined with databases', () => {
    expect(read({ databases: 'metrics', permissions: 'none' }).errors).toEqual([
      {
        input: 'databases',
        message: expect.stringContaining('"metrics" has no effect, because `permissions: none`'),
      },
    ]);
  });
});

describe('JSON with a mistake', () => {
  const METRICS = '[{"action":"read","resource":"metrics"}]';

  test.each(['[{"action":["read"],"resource":"metrics"}]', '[{"permission":"read","database":"metrics"}]'])(
    'suggests the right JSON: %s',
    (permissions) => {
      expect(read({ permissions }).errors).toEqual([
        { input: 'permissions', message: expect.stringContaining(`Did you mean \`${METRICS}\`?`) },
      ]);
    },
  );
});

describe('the JSON of the output permissions', () => {
  test('is parsed as it was formatted', () => {
    fc.assert(
      fc.property(arbitraryPermissions, (permissions) => {
        expect(read({ permissions: formatPermissions(permissions) })).toEqual({
          result: mergePermissions(permissions),
          errors: [],
        });
      }),
    );
  });

  test('can have several lines', () => {
    const permissions = '[\n  {\n    "action": "read",\r\n    "resource": "metrics"\n  }\n]';
    expect(granted({ permissions })).toBe('metrics: read');
  });

  test('can have the keys that influxctl adds, which are ignored', () => {
    expect(granted({ permissions: '[{"id":"0000","action":"read","resource":"metrics"}]' })).toBe(
      'metrics: read',
    );
  });

  test('that was encoded twice has its own error', () => {
    const permissions = JSON.stringify('[{"action":"read","resource":"metrics"}]');
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('encoded twice') },
    ]);
  });

  test('cannot be combined with databases', () => {
    expect(read({ databases: 'logs', permissions: '[]' }).errors).toEqual([
      { input: 'databases', message: expect.stringContaining('"logs" has no effect, because the JSON') },
    ]);
  });

  test.each([
    ['an object', '{"action":"read","resource":"metrics"}', '[{"action":"read","resource":"metrics"}]'],
    ['another key', '[{"action":"read","database":"metrics"}]', '[{"action":"read","resource":"metrics"}]'],
    ['another case', '[{"action":"READ","resource":"metrics"}]', '[{"action":"read","resource":"metrics"}]'],
    [
      'both actions in one',
      '[{"action":"rw","resource":"metrics"}]',
      '[{"action":"read","resource":"metrics"},{"action":"write","resource":"metrics"}]',
    ],
    ['a mapping', '{"metrics":"read"}', 'metrics: read'],
    ['a mapping to lists', '{"metrics":["read","write"]}', 'metrics: read, write'],
    ['a mapping from actions', '{"read":["metrics"]}', 'metrics: read'],
  ])('that is %s gets the right one suggested, which is valid', (_, permissions, meant) => {
    expect(read({ permissions }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
    expect(read({ permissions: meant }).errors).toEqual([]);
  });

  test('that is not valid does not say that databases have no effect', () => {
    expect(read({ databases: 'metrics', permissions: '{{ x }}' }).errors).toEqual([
      { input: 'permissions', message: expect.stringContaining('not valid JSON') },
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

  test('need more than comments', () => {
    for (const databases of ['', 'metrics']) {
      for (const permissions of ['# later', ',']) {
        expect(read({ databases, permissions }).errors).toEqual([
          { input: 'permissions', message: expect.stringContaining('does not contain an action') },
        ]);
      }
    }
  });

  test('without an input error contain only what the API knows', () => {
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
