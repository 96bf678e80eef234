/** A folder of this name contains nothing but the configuration of influxctl, so anybody can ask for its removal. */
const FOLDER = /^influxctl-[0-9a-f]{16}$/;

/** StepState is what main leaves for the post step. */
export interface StepState {
  /** The name of the folder with the configuration; empty once it is removed. */
  readonly folder: string;
  /** The sealed ledger, empty if there is nothing to revoke. */
  readonly ledger: string;
}

/** folderName is the name of a new folder for the configuration. */
export function folderName(nonce: string): string {
  return `influxctl-${nonce}`;
}

/** formatState writes the state. Empty if the post step has nothing to do. */
export function formatState({ folder, ledger }: StepState): string {
  return folder === '' && ledger === '' ? '' : `${folder}\n${ledger}`;
}

/** parseState reads the state. A name that no folder of ours has is dropped. */
export function parseState(text: string): StepState {
  const [folder = '', ...ledger] = text.split('\n');
  return { folder: FOLDER.test(folder) ? folder : '', ledger: ledger.join('\n') };
}
