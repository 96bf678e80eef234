import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/runner/sanitize.ts';
import { parseCommand } from '../actions-runner/commands/parse-command.ts';
import { hostileText } from './hostile-text.ts';

/** White space of all relevant standards, and characters without a width. */
const BLANK_AND_COLONS = /^[\s\p{White_Space}\u0085\u180e\u200b-\u200d\u2060\ufeff]*::/u;

/** Enough to cover rare combinations of pieces. */
const MANY = { numRuns: 3000 };

describe('plain text', () => {
  test('contains no control character and no line break', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
      MANY,
    );
  });

  test('contains no command of the runner inside a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainText(text)).not.toContain('##[');
      }),
      MANY,
    );
  });

  test('never starts with two colons, with or without white space', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainText(text)).not.toMatch(BLANK_AND_COLONS);
      }),
      MANY,
    );
  });

  test('is never executed by the runner, even if it knows every command', () => {
    const everyCommand = { has: () => true } as unknown as ReadonlySet<string>;
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(parseCommand(plainText(text), everyCommand)).toBeUndefined();
      }),
      MANY,
    );
  });

  test('stays the same if it is converted again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
      MANY,
    );
  });

  test('is the text itself if that is harmless', () => {
    const harmless = fc.string({
      unit: fc.constantFrom(...'abcXYZ 019.,;:()[]{}<>/|&%$§"\'äöüßéñ日本語🎉→—…'),
    });
    fc.assert(
      fc.property(harmless, (text) => {
        fc.pre(!text.trimStart().startsWith('::'));
        expect(plainText(text)).toBe(text);
      }),
    );
  });

  test.each([
    ['::error::x', ': :error::x'],
    [' \u00a0\u3000::error::x', ' \u00a0\u3000: :error::x'],
    ['\u0085::error::x', ' : :error::x'],
    ['\ufeff\u180e\u200b::error::x', ': :error::x'],
    [':\u200b:error::x', ': :error::x'],
    ['\u001b[31m::error::x', '[31m::error::x'],
    ['##[error]x', '# #[error]x'],
    ['a ###[error]x', 'a ## #[error]x'],
    ['#\0#[error]x', '# #[error]x'],
    ['one\r\ntwo', 'one two'],
    ['one\n::set-output::two', 'one ::set-output::two'],
    ['a::b ## [c]', 'a::b ## [c]'],
    ['half a pair: \ud800', 'half a pair: \ufffd'],
    ['\u0085\u2003::error::x', ' \u2003: :error::x'],
    ['\u200b::warning::x', ': :warning::x'],
    ['one\r::error::two', 'one ::error::two'],
    ['half ##[error]x', 'half # #[error]x'],
    ['#\u200b#[error]x', '# #[error]x'],
    ['\u001b[31m##[add-mask]a', '[31m# #[add-mask]a'],
    ['%0A::error::x', '%0A::error::x'],
    ['', ''],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test.each([
    ['white space', ' '.repeat(1_000_000)],
    ['colons', ':'.repeat(1_000_000)],
    ['number signs', '#'.repeat(1_000_000)],
    ['brackets', '##['.repeat(300_000)],
    ['line breaks', '\r\n'.repeat(500_000)],
  ])('can be created from a megabyte of %s', (_, text) => {
    expect(parseCommand(plainText(text))).toBeUndefined();
  });
});
