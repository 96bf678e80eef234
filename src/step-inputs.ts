import { InputErrors } from './base/errors.ts';
import { credentialsIn } from './request/connection/credentials.ts';
import { type ConnectionSources, readSources } from './request/connection/setting.ts';
import { readTextFile } from './request/connection/text-file.ts';
import type { Inputs } from './request/inputs.ts';
import { noteMisplacedTexts } from './request/misplaced.ts';
import { describeUnknown, noteMisspelled, undeclaredInputs } from './request/misspelled.ts';
import type { Runner } from './runner/runner.ts';
import { maskCredentials, type Secrets } from './runner/secrets.ts';

/** Step is what the main step is given. */
export interface Step {
  readonly runner: Runner;
  readonly secrets: Secrets;
}

/** PostStep is what the post step is given. */
export interface PostStep extends Step {
  /** The end of the time for everything, as `Clock.elapsed` measures. */
  readonly deadline: number;
}

/** StepInputs are the inputs and the profile, before they are parsed, and the errors that are certain already. */
export interface StepInputs {
  readonly sources: ConnectionSources;
  readonly errors: InputErrors;
}

/** prepareInputs masks all credentials, and reads what parsing needs. `declared` names the inputs in action.yml. */
export async function prepareInputs(
  inputs: Inputs,
  declared: readonly string[],
  { runner, secrets }: Step,
): Promise<StepInputs> {
  const errors = new InputErrors();
  const { misspelled, unknown } = undeclaredInputs(process.env, declared);
  noteMisspelled(misspelled, inputs, errors);
  noteMisplacedTexts(inputs, errors);
  const sources = await readSources(inputs, readTextFile, errors);
  maskCredentials(secrets, credentialsIn(sources), process.env);
  for (const name of unknown) runner.warning('unknown-input', describeUnknown(name));
  return { sources, errors };
}
