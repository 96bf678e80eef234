import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { editDistance } from '../../src/base/edit-distance.ts';
import { parseWorkflow } from '../../test/actions-runner/workflow/model.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

/** A workflow to run, and whether it is from examples/. There, everything that it needs has a stand-in. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly isExample: boolean;
}

/** The example that needs influxctl and a server for influxctl. The demo has neither. */
const NEEDS_INFLUXCTL = 'rotate-management-token';

/** exampleNames are the names of the examples that the demo runs, without `.yml`. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES)
    .map((name) => name.replace(/\.yml$/, ''))
    .filter((name) => name !== NEEDS_INFLUXCTL);
}

/** readExample reads the example with this name, without `.yml`. */
export function readExample(name: string): WorkflowFile {
  const path = join(EXAMPLES, `${name}.yml`);
  return { path, text: readFileSync(path, 'utf8'), isExample: true };
}

/**
 * findWorkflowFile finds an example by its name, or any workflow by its path. Throws if the workflow has a key that the demo does
 * not support. For an unknown name, the error contains the nearest example.
 */
export function findWorkflowFile(name: string): WorkflowFile {
  const example = name.replace(/^(?:\.\/)?examples\//, '').replace(/\.ya?ml$/, '');
  const names = exampleNames();
  if (names.includes(example)) return readExample(example);
  if (example === NEEDS_INFLUXCTL) {
    throw new Error(
      `The demo cannot run ${name}, which needs influxctl: the emulator does not replace influxctl.`,
    );
  }
  const path = resolve(name);
  if (/\.ya?ml$/.test(name) && existsSync(path)) return readForeign(path);
  throw new Error(
    `There is no example or workflow file "${name}". Did you mean ${nearest(example, names)}? \`npm run demo -- --list\` shows all examples.`,
  );
}

function nearest(name: string, names: readonly string[]): string | undefined {
  return names.toSorted((one, other) => editDistance(name, one) - editDistance(name, other))[0];
}

function readForeign(path: string): WorkflowFile {
  const text = readFileSync(path, 'utf8');
  try {
    parseWorkflow(text);
  } catch (error) {
    throw new Error(`The demo cannot run ${path}: ${error instanceof Error ? error.message : error}`);
  }
  return { path, text, isExample: false };
}

/** listExamples describes each example in one line: its name, and the first sentence of its comment. */
export function listExamples(): string {
  const names = exampleNames();
  const width = Math.max(...names.map((name) => name.length));
  return names.map((name) => `${name.padEnd(width)}  ${firstSentence(readExample(name).text)}`).join('\n');
}

function firstSentence(text: string): string {
  const comment = text
    .slice(0, text.search(/^(?!#)/m))
    .replaceAll(/^# ?/gm, '')
    .replaceAll('\n', ' ');
  return comment.slice(0, comment.search(/\.(?= |$)/) + 1);
}
