import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Case, Cases } from './cases.ts';
import type { Goal } from './goals.ts';
import { Stage } from './stage.ts';

const BARE = 'bare Node';

/**
 * casesBeside compares the start-up and the `create` of this action with another packed action. `path` is a folder with an
 * `action.yml`. `inputs` are of the form `NAME=VALUE`, where a value can contain `{api-url}`, `{cluster-url}`, `{github-api-url}`,
 * `{management-token}`, `{account-id}`, `{cluster-id}`, and `{github-token}` of the emulated servers.
 */
export async function casesBeside(path: string, inputs: readonly string[]): Promise<Cases> {
  const stage = await Stage.start();
  const script = mainScript(path);
  const peer = (given: Readonly<Record<string, string>>) => stage.runs(script, given);
  const given = readInputs(inputs, stage.values());
  const goals: Goal[] = [{ kind: 'ratio', of: 'wallMs', to: BARE }];
  const all: Case[] = [
    { name: BARE, ready: async () => ({ args: ['-e', '0'], env: {} }) },
    {
      name: 'this action without inputs',
      goals,
      ready: async () => ({ ...stage.runs(stage.script, {}), exitCode: 'any' }),
    },
    { name: `${path} without inputs`, goals, ready: async () => ({ ...peer({}), exitCode: 'any' }) },
    {
      name: '`create` of this action',
      goals,
      ready: async () =>
        stage.create({
          permissions: 'metrics: read',
          'check-databases': 'false',
          'activation-timeout': '0',
        }),
    },
    { name: `${path} with the inputs`, goals, ready: async () => peer(given) },
  ];
  return { all, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
}

/** The path of the script that the runner starts. */
function mainScript(path: string): string {
  const { runs } = parse(readFileSync(join(path, 'action.yml'), 'utf8')) as {
    readonly runs?: { readonly main?: string };
  };
  if (runs?.main === undefined)
    throw new Error(`${path} is not an action in JavaScript: it has no \`runs.main\``);
  return resolve(path, runs.main);
}

function readInputs(
  inputs: readonly string[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    inputs.map((input) => {
      const equals = input.indexOf('=');
      if (equals < 1) throw new Error(`--input ${input} is not of the form NAME=VALUE`);
      const value = input
        .slice(equals + 1)
        .replaceAll(/\{([a-z-]+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
      return [input.slice(0, equals), value];
    }),
  );
}
