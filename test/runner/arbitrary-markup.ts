import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

const MARKUP = [
  '<',
  '>',
  '&',
  '&lt;',
  '&#60;',
  '|',
  '\\',
  '\\|',
  '`',
  '```',
  '*',
  '**',
  '_',
  '~~',
  '[x](y)',
  '![x](y)',
];
export const LINKS = [
  'http://evil.com',
  'https://evil.com',
  'HTTP://EVIL.COM',
  'www.evil.com',
  'WWW.evil.com',
  'a@evil.com',
  '@acme',
  '#1',
];

/** markup is text full of Markdown, HTML, links, and other hostile text. */
export const markup = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...MARKUP, ...LINKS, 'x', ' ', '\n')).map((pieces) => pieces.join('')),
);
