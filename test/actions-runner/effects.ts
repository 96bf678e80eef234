/** What a step did besides printing: filled while its output is read and when its files are. */
export class StepEffects {
  readonly env = new Map<string, string>();
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  readonly paths: string[] = [];
  summary = '';
  /** A command that cannot be obeyed fails the step even when its process ends well. */
  failed = false;
}
