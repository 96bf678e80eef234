// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are GitHub's expressions, not JavaScript's.
import { describe, expect, test } from 'vitest';
import { type Conclusion, Expressions } from './expressions.ts';

const contexts = { env: { A: 'x', N: '}}' }, needs: { build: { outputs: { list: '[1,2]' } } }, flag: false };
const behind = (status: Conclusion): Expressions => new Expressions(contexts, status);

describe('text', () => {
  test('replaces expressions with their values', () => {
    expect(behind('success').text("a ${{ env.A }} ${{format('{0}-{1}', 1, true)}}")).toBe('a x 1-true');
  });

  test('omits missing values', () => {
    expect(behind('success').text('[${{ env.B.c }}]')).toBe('[]');
  });

  test('can have braces in a quoted string', () => {
    expect(behind('success').text("${{ env.N == '}}' }}")).toBe('true');
  });

  test('cannot use an unknown context', () => {
    expect(() => behind('success').text('${{ nowhere.a }}')).toThrow(/nowhere/);
  });
});

test('a value keeps the types of its parts', () => {
  expect(
    behind('success').value({ n: '${{ fromJSON(needs.build.outputs.list) }}', s: ['a ${{ env.A }}', 3] }),
  ).toEqual({ n: [1, 2], s: ['a x', 3] });
});

describe('a condition', () => {
  test.each([
    ['', 'success', true],
    ['', 'failure', false],
    ["env.A == 'x'", 'success', true],
    ["env.A == 'x'", 'failure', false],
    ["${{ env.A == 'x' }}", 'success', true],
    ["${{ env.A == 'y' }}", 'success', false],
    ['failure()', 'failure', true],
    ['failure()', 'success', false],
    ['failure()', 'cancelled', false],
    ['cancelled()', 'cancelled', true],
    ['always()', 'cancelled', true],
    ['always()', 'skipped', true],
    ['success()', 'skipped', false],
    ['!cancelled()', 'failure', true],
    ["always() && env.A == 'y'", 'failure', false],
    ["contains('failure()', env.A)", 'failure', false],
    ['flag', 'success', false],
    ["${{ env.A == 'y' }} == true", 'success', true],
    ['${{ always() }} ', 'failure', true],
  ] as const)('%s after %s: %s', (condition, status, result) => {
    expect(behind(status).condition(condition)).toBe(result);
  });
});
