import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Actions, LocalAction, StandIn } from '../../test/actions-runner/workflow/actions.ts';
import { parseWorkflow, type Workflow } from '../../test/actions-runner/workflow/model.ts';
import { ACTION } from '../../test/e2e/scene.ts';
import { rewireTo } from '../../test/e2e/stage/rewire.ts';
import type { WorkflowStage } from '../../test/e2e/stage/workflow-stage.ts';
import { shownInputs } from './shown-inputs.ts';
import type { WorkflowFile } from './workflow-file.ts';

type Texts = Readonly<Record<string, string>>;

const OWN = 'influxdb-token-action';

/** An action that needs GitHub or another service. */
const NOT_RUN: StandIn = async ({ print }) => {
  print('The demo does not run this action.');
  return {};
};

/** Programs that would change something outside of this machine. */
const CHANGE_OTHERS = ['aws', 'gh', 'helm', 'kubectl', 'npm', 'telegraf', 'terraform', 'vault'];

/** standInPrograms are stand-ins for programs that your own workflow can call. They do nothing and succeed. */
export function standInPrograms(): Record<string, string> {
  return Object.fromEntries(
    CHANGE_OTHERS.map((name) => [name, `return 'The demo does not run ${name} ' + args.join(' ');`]),
  );
}

/** calledWorkflows are the texts of the workflows that a file calls, from its own folder or from this repository. */
export function calledWorkflows({ path, text }: WorkflowFile): Record<string, string> {
  const called = Object.values(parseWorkflow(text).jobs).flatMap((job) => ('uses' in job ? [job.uses] : []));
  return Object.fromEntries(
    called.flatMap((uses) => {
      const folder = uses.startsWith('./') ? dirname(path) : join(ACTION, '.github/workflows');
      const file = join(folder, basename(uses.replace(/@.*/, '')));
      return existsSync(file) ? [[uses, readFileSync(file, 'utf8')]] : [];
    }),
  );
}

/**
 * ownAction is this action. `rewire` sends its requests to an emulated cluster. The log shows only the inputs that the operation
 * uses.
 */
export function ownAction(rewire: (inputs: Texts) => Texts): LocalAction {
  return { directory: ACTION, shown: shownInputs, rewire };
}

/** standInActions map each `uses:` of your own workflow, and of the workflows that it calls, to what runs in its place. */
export function standInActions(texts: readonly string[], stage: WorkflowStage): Actions {
  const all = texts.flatMap((text) => usesOf(parseWorkflow(text)));
  return Object.fromEntries(all.map((uses) => [uses, standInAction(uses.replace(/@.*/, ''), stage)]));
}

function standInAction(name: string, stage: WorkflowStage): Actions[string] {
  if (name.endsWith(`/${OWN}/emulator`) || name === './emulator') return join(ACTION, 'emulator');
  if (name.endsWith(`/${OWN}`) || name === './')
    return { directory: ACTION, rewire: toEmulatorsOnly(stage), shown: masked };
  return NOT_RUN;
}

/** Your own workflow never reaches a real cluster. With any inputs, its steps call the emulators. */
function toEmulatorsOnly({ cluster, github }: WorkflowStage): (inputs: Texts) => Texts {
  const rewire = rewireTo(cluster);
  const storeToken = github.token({ secrets: 'write', environments: 'write', dependabotSecrets: 'write' });
  return (inputs) => {
    if (isLoopback(inputs['api-url'])) return inputs;
    const { 'api-url': _, 'influxctl-config': __, 'influxctl-profile': ___, product: ____, ...rest } = inputs;
    return rewire({
      ...rest,
      'management-token': cluster.managementToken,
      'account-id': cluster.accountId,
      'cluster-id': cluster.clusterId,
      ...(inputs['store-in']?.includes('=') && { 'store-token': storeToken }),
    });
  };
}

/** GitHub would mask the secrets that the workflow uses. The demo uses others. */
function masked(inputs: Texts): Texts {
  const secret = Object.keys(inputs).filter((name) => ['management-token', 'store-token'].includes(name));
  return shownInputs({ ...inputs, ...Object.fromEntries(secret.map((name) => [name, '***'])) });
}

function isLoopback(url = ''): boolean {
  return /^http:\/\/127\.0\.0\.1:\d+$/.test(url);
}

function usesOf({ jobs }: Workflow): string[] {
  return Object.values(jobs).flatMap((job) =>
    'steps' in job ? job.steps.flatMap(({ uses = [] }) => uses) : [],
  );
}
