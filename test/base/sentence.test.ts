import { expect, test } from 'vitest';
import { asSentence } from '../../src/base/errors.ts';
import { markServerText } from '../../src/base/text.ts';

test.each([
  ['It failed', 'It failed.'],
  ['It failed.', 'It failed.'],
  ['Is it that?', 'Is it that?'],
  ['(It failed.)', '(It failed.)'],
  [' It failed ', 'It failed.'],
  [markServerText('It failed.'), markServerText('It failed.')],
  [markServerText('It failed'), `${markServerText('It failed')}.`],
])('a sentence has one period at its end, even after the text of a server: %j', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
  expect(asSentence(new Error(text))).toBe(sentence);
});
