import { expect, test } from 'vitest';
import { withoutDeadValues } from '../../scripts/dead-values.ts';

test('a value that no code uses is removed, and nothing else changes', () => {
  const code = [
    'const unused = ( null && ([1, [2]]));',
    'const other = null && (() => { return null && 1; });',
    "const text = 'null && (1)';",
    'const pattern = /null && 1/ && true;',
    'const used = value !== null && value.one;',
    'const both = value || (null && 2);',
  ].join('\n');
  expect(withoutDeadValues(code)).toBe(
    [
      'const unused = ( null);',
      'const other = null;',
      "const text = 'null && (1)';",
      'const pattern = /null && 1/ && true;',
      'const used = value !== null && value.one;',
      'const both = value || (null);',
    ].join('\n'),
  );
});
