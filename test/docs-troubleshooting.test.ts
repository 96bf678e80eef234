import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');

/** What prints an annotation, or makes what becomes one: the title is its argument of this number. */
const TITLED: Readonly<Record<string, number>> = {
  Failure: 0,
  refused: 0,
  warning: 0,
  error: 0,
  notice: 0,
  alert: 0,
};

/** Whose title is no text at the place itself: there, what it can be; empty where it is one that stands elsewhere. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // Handed to `connect` beside it.
  'src/post-step.ts title': ['Rotation not committed', 'Token not revoked'],
  // Made of input errors, and of errors that nobody foresaw.
  'src/report/errors.ts title': ['Input …', 'Unexpected error'],
  'src/base/errors.ts error.title': [],
  'src/operations/cleanup.ts tooMany.title': [],
  'src/operations/rotate.ts plan.title': [],
  'src/operations/rotation/replace.ts refusal.title': [],
  'src/tokens/rotation/refusals.ts title': [],
  'emulator/src/server.ts error': [],
};

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const SOURCES = ['src', 'emulator/src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
const inSources = SOURCES.flatMap(titlesIn);
const onPage = [...PAGE.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);

test('docs/troubleshooting.md has a section for each title that the action prints', () => {
  expect(inSources.length).toBeGreaterThan(60);
  expect([...new Set(inSources)].filter((title) => !onPage.includes(title))).toEqual([]);
});

test('docs/troubleshooting.md has none for a title that nothing prints, and each once', () => {
  expect(onPage.filter((title) => !inSources.includes(title))).toEqual([]);
  expect(onPage).toEqual([...new Set(onPage)]);
});

test('docs/troubleshooting.md says of each what is true now, and what to do', () => {
  const sections = PAGE.split(/^### /m).slice(1);
  expect(sections.filter((text) => !/\*\*Now:\*\*/.test(text) || !/\*\*Do:\*\*/.test(text))).toEqual([]);
});

/** Without what stands for something else in them. */
const QUOTED = [...PAGE.replaceAll(/\s+/g, ' ').matchAll(/"([^"]{6,}?)"/g)].flatMap(([, text = '']) =>
  text.split('…').map((piece) => piece.trim()),
);

test('docs/troubleshooting.md quotes of messages only what is in them', () => {
  const messages = SOURCES.map(messagesIn).join(' ');
  expect(QUOTED.length).toBeGreaterThan(100);
  expect(QUOTED.filter((piece) => !messages.includes(piece))).toEqual([]);
});

test('docs/troubleshooting.md quotes something of each input error that an input can have', () => {
  const errors = SOURCES.flatMap(inputErrorsIn);
  expect(errors.length).toBeGreaterThan(50);
  expect(errors.filter((error) => !QUOTED.some((piece) => piece !== '' && error.includes(piece)))).toEqual(
    [],
  );
});

/** The text of a source, with every message in one piece. */
function messagesIn(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
    .replaceAll(/['`] \+\s*['`]/g, '')
    .replaceAll(/\\([`'\\])/g, '$1')
    .replaceAll(/\$\{[^}]*\}/g, '…')
    .replaceAll(/\s+/g, ' ');
}

/** What adds an input error: the message is its argument of this number. */
const FAULTY: Readonly<Record<string, number>> = { add: 1, refuse: 1, missing: 1 };

/** The messages of input errors that stand at the place itself, with … for what is put in; without those that say nothing else. */
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

/** A text, also of several pieces; undefined for anything else. */
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

function titlesIn(path: string): string[] {
  const { program } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
  const root = program as unknown as Node;
  const titles: string[] = [];
  walk(root, [], (node, ancestors) => {
    const title = titleArgument(node, ancestors);
    if (title) titles.push(...(textsOf(title, root) ?? otherwise(path, title)));
  });
  return titles;
}

function otherwise(path: string, title: Node): readonly string[] {
  const place = `${path} ${sourceOf(title)}`;
  const titles = OTHERWISE[place];
  if (!titles) throw new Error(`${place}: a title that this test does not understand`);
  return titles;
}

/** Also of a class that extends Failure and says its title itself. */
function titleArgument(node: Node, ancestors: readonly Node[]): Node | undefined {
  const args = node['arguments'] as readonly Node[] | undefined;
  if (!args) return undefined;
  const callee = node['callee'] as Node;
  if (callee.type === 'Super') {
    const extended = ancestors.findLast(({ type }) => /^Class(?:Declaration|Expression)$/.test(type));
    return nameOf(extended?.['superClass'] as Node | undefined) === 'Failure' ? args[0] : undefined;
  }
  const position = TITLED[nameOf(callee)];
  return position === undefined ? undefined : args[position];
}

/** The texts that an expression can be; undefined when it is no text, nor a call of a function in the same file that gives one. */
function textsOf(node: Node, root: Node): string[] | undefined {
  if (node.type === 'Literal') return [String(node['value'])];
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    return [quasis.map(({ value }) => value.cooked).join('…')];
  }
  if (node.type === 'ConditionalExpression') {
    return [node['consequent'], node['alternate']].flatMap((one) => textsOf(one as Node, root) ?? []);
  }
  if (node.type !== 'CallExpression') return undefined;
  const called = (root['body'] as readonly Node[]).find(
    ({ type, id }) => type === 'FunctionDeclaration' && nameOf(id as Node) === nameOf(node['callee'] as Node),
  );
  if (!called) return undefined;
  const texts: string[] = [];
  walk(called, [], ({ type, argument }) => {
    if (type === 'ReturnStatement') texts.push(...(textsOf(argument as Node, root) ?? []));
  });
  return texts;
}

function nameOf(node: Node | undefined): string {
  if (node?.type === 'MemberExpression') return nameOf(node['property'] as Node);
  return String(node?.['name'] ?? '');
}

function sourceOf(node: Node): string {
  if (node.type === 'MemberExpression') return `${sourceOf(node['object'] as Node)}.${nameOf(node)}`;
  return node.type === 'CallExpression' ? `${sourceOf(node['callee'] as Node)}(…)` : nameOf(node);
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
