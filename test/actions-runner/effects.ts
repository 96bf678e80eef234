/** The effects of a step in addition to its output. They are collected from its output and its files. */
export class StepEffects {
  readonly env = new Map<string, string>();
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  readonly paths: string[] = [];
  summary = '';
  /** A command that cannot be run fails the step even if its process succeeds. */
  failed = false;
}
