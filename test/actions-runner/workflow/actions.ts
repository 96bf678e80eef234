import { ActionInputs } from '../action-inputs.ts';
import { ActionManifest, readManifest } from '../action-manifest.ts';
import type { Print } from '../log.ts';
import { type Composite, parseComposite } from './model.ts';

/** What a function that stands in for an action is given. */
export interface StandInCall {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** Prints one line, which may be a workflow command. */
  readonly print: Print;
}

/** A function in place of an action. It gives the step's outputs back, or throws to fail the step. */
export type StandIn = (call: StandInCall) => Promise<Readonly<Record<string, string>>>;

/** What runs for each `uses:`, with or without its version: an action's directory or a stand-in. */
export type Actions = Readonly<Record<string, string | StandIn>>;

/** An action that consists of steps. */
export class CompositeAction {
  readonly directory: string;
  readonly inputs: ActionInputs;
  readonly composite: Composite;

  constructor(directory: string, file = readManifest(directory)) {
    this.directory = directory;
    this.inputs = new ActionInputs(file.inputs);
    this.composite = parseComposite(file);
  }
}

/** Nothing is downloaded here: a workflow's actions are what the caller says they are. */
export function findAction(uses: string, actions: Actions): ActionManifest | CompositeAction | StandIn {
  const found = actions[uses] ?? actions[uses.replace(/@.*/, '')];
  if (found === undefined) {
    const example = `actions: { '${uses}': directory or function }`;
    throw new Error(`'uses: ${uses}' is not mapped. Say what runs in its place, as in ${example}`);
  }
  if (typeof found !== 'string') return found;
  const file = readManifest(found);
  return file.runs.using === 'composite' ? new CompositeAction(found, file) : new ActionManifest(found, file);
}
