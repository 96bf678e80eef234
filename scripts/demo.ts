/**
 * Runs workflows with the packed action on emulated clusters, and prints their logs and summaries.
 *
 *     npm run demo                               three examples: a job token, a rotation, a cleanup
 *     npm run demo -- EXAMPLE [INPUT=VALUE ...]  any example
 *     npm run demo -- FILE [INPUT=VALUE ...]     any workflow file: its scripts run on this machine
 *     npm run demo -- --list                     the names of the examples
 */
import { parseArgs } from 'node:util';
import { tellStory } from './demo/story.ts';
import { findWorkflowFile, listExamples } from './demo/workflow-file.ts';
import { World } from './demo/world.ts';

const write = (line: string): void => console.log(line);

/** Returns whether everything succeeded. */
async function main(args: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args,
    options: { list: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name, ...inputs] = positionals;
  if (values.list) write(listExamples());
  if (values.list) return true;
  if (name === undefined) return tellStory(write);
  const file = findWorkflowFile(name);
  await using world = await World.start();
  const { conclusion } = await world.run(file, inputs, write);
  return conclusion === 'success';
}

try {
  if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
