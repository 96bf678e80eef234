import { expect, test } from 'vitest';
import { withoutComments } from '../../scripts/comments.ts';

test('comments are removed with their lines, and nothing else changes', () => {
  const code = [
    '/**',
    ' * About one.',
    ' */',
    'const one = 1; // one',
    '  // a line',
    "const text = '// no comment';",
    'const pattern = /\\/\\*/;',
    'const two = /* two */ 2;',
    '// the last line',
  ].join('\n');
  expect(withoutComments(code)).toBe(
    [
      'const one = 1; ',
      "const text = '// no comment';",
      'const pattern = /\\/\\*/;',
      'const two =  2;',
      '',
    ].join('\n'),
  );
});

test('comments that name a license or the file of the code stay', () => {
  const code = '/*! MIT */\n/* @license MIT */\n;// CONCATENATED MODULE: ./build/src/main.js\nmake();\n';
  expect(withoutComments(code)).toBe(code);
});
