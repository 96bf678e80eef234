import { rewireTo } from '../../test/e2e/stage/rewire.ts';
import { WorkflowStage } from '../../test/e2e/stage/workflow-stage.ts';
import { prepareRotation, ROTATION } from './due-rotation.ts';
import { seedStage } from './seed-stage.ts';
import { ownAction } from './stand-ins.ts';
import { readExample } from './workflow-file.ts';

/** One act of the story: its preparation, its workflow, and the condition that must be true after it. */
interface Act {
  readonly title: string;
  readonly example: string;
  /** Prepares the stage. */
  before(stage: WorkflowStage): unknown;
  /** Whether the act ended as its title says. */
  succeeded(stage: WorkflowStage): boolean;
}

const ACTS: readonly Act[] = [
  {
    title: 'A job gets its own token. The token is revoked when the job ends.',
    example: 'ephemeral-token',
    before: () => {},
    succeeded: ({ cluster }) =>
      cluster.points.length === 1 && cluster.tokens.length === 1 && cluster.liveTokens.length === 0,
  },
  {
    title: 'A token expires in 13 days, so it is replaced. The old token stays valid for one more day.',
    example: ROTATION,
    before: prepareRotation,
    succeeded: ({ cluster, stored }) => {
      const [old, current] = cluster.liveTokens;
      return old !== undefined && stored.every((secret) => secret === current?.secret);
    },
  },
  {
    title:
      'Two runners died and left their tokens behind. A cleanup revokes these tokens and keeps all others.',
    example: 'scheduled-cleanup',
    before: seedStage,
    succeeded: ({ cluster }) => cluster.tokens.length - cluster.liveTokens.length === 2,
  },
];

/** tellStory runs three workflows on emulated clusters. Returns whether each of them did what its title says. */
export async function tellStory(write: (line: string) => void): Promise<boolean> {
  write(
    'The demo runs three workflows with the packed action. The demo sets `api-url` and `cluster-url` to an emulated cluster.',
  );
  const results: boolean[] = [];
  for (const [index, act] of ACTS.entries()) results.push(await play(act, index + 1, write));
  const all = results.every(Boolean);
  write('');
  write(
    all
      ? 'All three workflows worked as expected. `npm run demo -- --list` shows more workflows to run.'
      : 'At least one workflow did not work as expected.',
  );
  return all;
}

async function play(act: Act, number: number, write: (line: string) => void): Promise<boolean> {
  await using stage = await WorkflowStage.start({ activation: { afterProbes: 2 } });
  await act.before(stage);
  const heading = `${number}. ${act.title}`;
  for (const line of ['', heading, '='.repeat(heading.length), `examples/${act.example}.yml`, ''])
    write(line);
  const run = await stage.run(readExample(act.example).text, {
    actions: { 'OWNER/influxdb-token-action': ownAction(rewireTo(stage.cluster)) },
    write,
  });
  return run.conclusion === 'success' && act.succeeded(stage);
}
