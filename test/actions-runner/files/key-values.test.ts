import { describe, expect, test } from 'vitest';
import { keyValues } from './key-values.ts';

test('a line with an equals sign is a name and a value', () => {
  expect([...keyValues('a=1\n\nb=x=y<<z\n')]).toEqual([
    ['a', '1'],
    ['b', 'x=y<<z'],
  ]);
});

test('a value can be empty', () => {
  expect([...keyValues('a=')]).toEqual([['a', '']]);
});

test('a carriage return is part of the value', () => {
  expect([...keyValues('a=1\r\n')]).toEqual([['a', '1\r']]);
});

test('a block ends at its delimiter', () => {
  expect([...keyValues('a<<END\none\ntwo=2\n\nEND\nb=3')]).toEqual([
    ['a', 'one\ntwo=2\n'],
    ['b', '3'],
  ]);
});

test('a block can be empty', () => {
  expect([...keyValues('a<<END\nEND')]).toEqual([['a', '']]);
});

test('a delimiter can contain an equals sign', () => {
  expect([...keyValues('a<<E=D\nx\nE=D\n')]).toEqual([['a', 'x']]);
});

test('a byte order mark is not part of a name', () => {
  expect([...keyValues('\ufeffa=1')]).toEqual([['a', '1']]);
});

describe('a line is invalid:', () => {
  test.each([
    ['nonsense', "Invalid format 'nonsense'"],
    ['<<END\nEND\n', "Invalid format '<<END'. Name must not be empty and delimiter must not be empty"],
    ['a<<\n', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
    ['a<<END\nx\n', "Invalid value. Matching delimiter not found 'END'"],
    ['a<<END\nx', 'Invalid value. EOF marker missing new line.'],
  ])('%j', (text, message) => {
    expect(() => [...keyValues(text)]).toThrow(message);
  });
});

test('lines before an error count', () => {
  const values = keyValues('a=1\nnonsense');
  expect(values.next().value).toEqual(['a', '1']);
});
