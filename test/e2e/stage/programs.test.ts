import { expect, test } from 'vitest';
import { runWorkflow } from '../../actions-runner/workflow/run-workflow.ts';
import { Programs } from './programs.ts';

const WORKFLOW = `
on: push
jobs:
  deliver:
    runs-on: ubuntu-latest
    steps:
      - env: { TOKEN: abc }
        run: printf '%s' "$TOKEN" | store put --name "a b"
`;

test('a program on the path of a workflow receives the environment of the step', async () => {
  using programs = new Programs({
    store: `if (args[0] !== 'put') refuse('unknown'); return 'stored ' + stdin.length;`,
  });
  const { conclusion, log } = await runWorkflow(WORKFLOW, { paths: [programs.folder] });
  expect(conclusion).toBe('success');
  expect(log).toContain('stored 3');
  expect(programs.runs('store')).toMatchObject([
    { args: ['put', '--name', 'a b'], stdin: 'abc', env: { TOKEN: 'abc' } },
  ]);
});

test('a program that refuses fails the step', async () => {
  using programs = new Programs({ store: `refuse('no such name: ' + args[2]);` });
  const { conclusion, log } = await runWorkflow(WORKFLOW, { paths: [programs.folder] });
  expect(conclusion).toBe('failure');
  expect(log).toContain('no such name: a b');
});
