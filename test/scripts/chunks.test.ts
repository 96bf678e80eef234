import { describe, expect, test } from 'vitest';
import { type Chunk, fileNames, packagesIn, withFileNames } from '../../scripts/chunks.ts';

const chunk = (imports: readonly string[], modules: readonly string[], file = '7.index.js'): Chunk => ({
  file,
  imports,
  modules,
});

describe('a file of the bundle is named for its contents:', () => {
  test.for<[string, Chunk]>([
    ['rotate.js', chunk(['./operations/rotate.js'], ['./build/src/operations/rotate.js'])],
    [
      'shared-by-carry-out-and-end-of-job.js',
      chunk(
        ['./end-of-job.js', './carry-out.js'],
        ['./build/src/http/requests.js', './node_modules/tunnel/index.js'],
      ),
    ],
    ['smol-toml.js', chunk(['./influxctl-profile.js'], ['./build/node_modules/smol-toml/dist/index.js'])],
    [
      'noble-ciphers-and-noble-hashes.js',
      chunk(
        ['./sealed-box.js'],
        ['./node_modules/@noble/hashes/blake2.js', './node_modules/@noble/ciphers/salsa.js'],
      ),
    ],
    [
      'packages-of-actions-github.js',
      chunk(
        ['@actions/github'],
        ['a', 'b', 'c'].map((name) => `./node_modules/@octokit/${name}/index.js`),
      ),
    ],
  ])('%s', ([name, one]) => {
    expect([...fileNames([chunk([], [], 'index.js'), one])]).toEqual([['7.index.js', name]]);
  });

  test('two files with the same name fail the build', () => {
    const one = chunk(['./a/get.js'], ['./build/src/a/get.js'], '1.index.js');
    const other = chunk(['./b/get.js'], ['./build/src/b/get.js'], '2.index.js');
    expect(() => fileNames([one, other])).toThrow('two chunks have the same name');
  });
});

test('the packages of a bundle are listed once, wherever they were resolved', () => {
  const modules = [
    './node_modules/@octokit/core/a.js',
    './build/node_modules/@actions/core/lib/core.js',
    './build/src/x.js',
  ];
  expect(packagesIn([chunk([], modules), chunk([], modules)])).toEqual(['@actions/core', '@octokit/core']);
});

test('a package inside another one fails the build, because its license would be missing', () => {
  expect(() => packagesIn([chunk([], ['./node_modules/a/node_modules/@b/c/index.js'])])).toThrow(
    'nested package',
  );
});

test('a bundle that loads its files in another way fails the build', () => {
  const expected = 'u = (chunkId) => { return "" + chunkId + ".index.js"; }';
  const names = new Map([['7.index.js', 'rotate.js']]);
  const code = withFileNames(expected, names);
  expect(new Function(`let u; ${code}; return u(7)`)()).toBe('rotate.js');
  for (const other of ['', expected + expected]) {
    expect(() => withFileNames(other, names)).toThrow('does not load its chunks as expected');
  }
});
