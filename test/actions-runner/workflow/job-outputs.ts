import type { StepLog } from '../log.ts';
import type { SecretMasker } from '../masks/secret-masker.ts';

/**
 * The outputs that a job can pass on. Empty values, and values that contain a masked text, are dropped (actions/runner,
 * src/Runner.Worker/JobExtension.cs, with its messages).
 */
export function jobOutputs(
  values: Readonly<Record<string, string>>,
  masker: SecretMasker,
  log: StepLog,
): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === '') {
      log.debug(`Skip output '${name}' since it's empty`);
    } else if (value !== masker.mask(value)) {
      log.annotate('warning', `Skip output '${name}' since it may contain secret.`);
    } else {
      log.write(`Set output '${name}'`);
      outputs[name] = value;
    }
  }
  return outputs;
}
