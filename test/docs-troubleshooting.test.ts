import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { anchorOf, TITLES } from '../src/base/error-codes.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const SOURCES = ['src', 'emulator/src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
const sections = [...PAGE.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);

test('docs/troubleshooting.md has one section for each code of an error, warning, or notice, and no others', () => {
  expect(sections.toSorted()).toEqual(Object.values<string>(TITLES).toSorted());
});

test('every code is used', () => {
  const sources = SOURCES.filter((path) => path !== 'src/base/error-codes.ts')
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  expect(Object.keys(TITLES).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test('a link leads to the section, as GitHub names its anchor', () => {
  expect(anchorOf('github-rate-limit-exceeded')).toBe('github-rate-limit-exceeded');
  expect(anchorOf('influxctl-profile')).toBe('influxctl-profile');
  expect(anchorOf('input')).toBe('input-');
});

test('docs/troubleshooting.md says for each code what is true now and what to do', () => {
  const texts = PAGE.split(/^### /m).slice(1);
  expect(texts.filter((text) => !/\*\*Now:\*\*/.test(text) || !/\*\*Do:\*\*/.test(text))).toEqual([]);
});

/** The quotes, without placeholders. */
const QUOTED = [...PAGE.replaceAll(/\s+/g, ' ').matchAll(/"([^"]{6,}?)"/g)].flatMap(([, text = '']) =>
  text.split('…').map((piece) => piece.trim()),
);

test('docs/troubleshooting.md quotes only texts of messages', () => {
  const messages = SOURCES.map(messagesIn).join(' ');
  expect(QUOTED.length).toBeGreaterThan(50);
  expect(QUOTED.filter((piece) => !messages.includes(piece))).toEqual([]);
});

test('docs/troubleshooting.md quotes a part of each input error', () => {
  const errors = SOURCES.flatMap(inputErrorsIn);
  expect(errors.length).toBeGreaterThan(40);
  expect(errors.filter((error) => !QUOTED.some((piece) => piece !== '' && error.includes(piece)))).toEqual(
    [],
  );
});

/** The text of a source file, with every message in one piece. */
function messagesIn(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
    .replaceAll(/['`] \+\s*['`]/g, '')
    .replaceAll(/\\([`'\\])/g, '$1')
    .replaceAll(/\$\{[^}]*\}/g, '…')
    .replaceAll(/\s+/g, ' ');
}

/** The functions that add an input error, and the position of the message in their arguments. */
const FAULTY: Readonly<Record<string, number>> = { add: 1, refuse: 1, missing: 1 };

/**
 * The messages of input errors that are literals in the source. They contain … for inserted values. Messages without other text
 * are omitted.
 */
function inputErrorsIn(path: string): string[] {
  const { program } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
  const errors: string[] = [];
  walk(program as unknown as Node, [], ({ type, callee, arguments: args }) => {
    const position = type === 'CallExpression' ? FAULTY[nameOf(callee as Node)] : undefined;
    const message = position === undefined ? undefined : (args as readonly Node[])[position];
    const text = message && messageOf(message);
    if (text !== undefined && /[a-z]{3}/.test(text)) errors.push(text);
  });
  return errors;
}

/** A text, which can consist of several pieces. Undefined for anything else. */
function messageOf({ type, left, right, value, quasis }: Node): string | undefined {
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type === 'TemplateLiteral') {
    return (quasis as readonly { readonly value: { readonly cooked: string } }[])
      .map((quasi) => quasi.value.cooked)
      .join('…');
  }
  if (type !== 'BinaryExpression') return undefined;
  return `${messageOf(left as Node) ?? '…'}${messageOf(right as Node) ?? '…'}`;
}

function nameOf(node: Node | undefined): string {
  if (node?.type === 'MemberExpression') return nameOf(node['property'] as Node);
  return String(node?.['name'] ?? '');
}

function walk(
  node: Node,
  ancestors: readonly Node[],
  visit: (node: Node, ancestors: readonly Node[]) => void,
): void {
  visit(node, ancestors);
  for (const value of Object.values(node).flat()) {
    if (typeof value === 'object' && value !== null && 'type' in value)
      walk(value as Node, [...ancestors, node], visit);
  }
}
