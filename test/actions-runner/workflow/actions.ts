import { ActionInputs } from '../action-inputs.ts';
import { ActionManifest, readManifest } from '../action-manifest.ts';
import type { Print } from '../log.ts';
import { type Composite, parseComposite } from './model.ts';

type Texts = Readonly<Record<string, string>>;

/** The inputs of one step, and how the step prints. */
export interface StandInCall {
  readonly inputs: Texts;
  readonly env: Texts;
  readonly workspace: string;
  /** Prints one line, which can be a workflow command. */
  readonly print: Print;
}

/** A function that runs instead of an action. It returns the outputs of the step, or throws to fail the step. */
export type StandIn = (call: StandInCall) => Promise<Texts>;

/** An action on this machine, and the differences from how GitHub runs it. */
export interface LocalAction {
  /** The directory with `action.yml`. */
  readonly directory: string;
  /** Changes the inputs of each step, so that a workflow contains nothing that only a test needs. */
  readonly rewire?: (inputs: Texts) => Texts;
  /** Selects the inputs that the log shows. GitHub shows all of them. */
  readonly shown?: (inputs: Texts) => Texts;
}

/** What runs for each `uses:`, with or without its version. A text is the directory of an action. */
export type Actions = Readonly<Record<string, string | LocalAction | StandIn>>;

/** A local action with its manifest, ready to run. */
export interface FoundAction extends Required<Omit<LocalAction, 'directory'>> {
  readonly manifest: ActionManifest;
}

const unchanged = (inputs: Texts): Texts => inputs;

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

/** Finds the action for a `uses:`. Downloads nothing, and throws for an action that the caller did not map. */
export function findAction(uses: string, actions: Actions): FoundAction | CompositeAction | StandIn {
  const found = actions[uses] ?? actions[uses.replace(/@.*/, '')];
  if (found === undefined) {
    const example = `actions: { '${uses}': directory or function }`;
    throw new Error(`'uses: ${uses}' is not mapped. Say what runs in its place, as in ${example}`);
  }
  if (typeof found === 'function') return found;
  const {
    directory,
    rewire = unchanged,
    shown = unchanged,
  } = typeof found === 'string' ? { directory: found } : found;
  const file = readManifest(directory);
  if (file.runs.using === 'composite') return new CompositeAction(directory, file);
  return { manifest: new ActionManifest(directory, file), rewire, shown };
}
