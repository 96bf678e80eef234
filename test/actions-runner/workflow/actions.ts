import { ActionManifest } from '../action-manifest.ts';
import type { Print } from '../log.ts';

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

/** Nothing is downloaded here: a workflow's actions are what the caller says they are. */
export function findAction(uses: string, actions: Actions): ActionManifest | StandIn {
  const found = actions[uses] ?? actions[uses.replace(/@.*/, '')];
  if (found === undefined) {
    const example = `actions: { '${uses}': directory or function }`;
    throw new Error(`'uses: ${uses}' is not mapped. Say what runs in its place, as in ${example}`);
  }
  return typeof found === 'string' ? new ActionManifest(found) : found;
}
