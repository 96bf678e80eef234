import { expect, test } from 'vitest';
import { withoutComments } from '../../scripts/comments.ts';

test('comments are removed with their lines, and nothing else changes', () => {
  const code = [
    '/**',
    ' * About one.',
    ' */',
    'export const one = 1; // one',
    '  // a line',
    "const text = '// no comment';",
    'const pattern = /\\/\\*/;',
    'export const two = /* two */ 2;',
    '// the last line',
  ].join('\n');
  expect(withoutComments(code)).toBe(
    [
      'export const one = 1; ',
      "const text = '// no comment';",
      'const pattern = /\\/\\*/;',
      'export const two =  2;',
      '',
    ].join('\n'),
  );
});

test('comments that tools or lawyers read stay', () => {
  const code = '/*! MIT */\n/* @license MIT */\nexport const made = /* @__PURE__ */ make();\n';
  expect(withoutComments(code)).toBe(code);
});
