import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { givenOrDefault, type InputName, type Inputs } from '../inputs.ts';
import type { Profile, ProfileKey } from './influxctl-profile.ts';
import type { ReadFile } from './text-file.ts';

/** ConnectionSources is where a connection is read from: inputs win over the profile, and defaults come after both. */
export interface ConnectionSources {
  readonly inputs: Inputs;
  /** With an unreadable profile, which is an input error already, nobody can say what is missing. */
  readonly profile: Profile | 'unreadable' | undefined;
  readonly readFile: ReadFile;
}

/**
 * readSources reads the profile, if there is one. What that takes is loaded only then: most steps have none. Collects every
 * input error.
 */
export async function readSources(
  inputs: Inputs,
  readFile: ReadFile,
  errors: InputErrors,
): Promise<ConnectionSources> {
  const configuration = inputs['influxctl-config'];
  const name = givenOrDefault(inputs, 'influxctl-profile');
  if (configuration !== '') {
    const { readProfile } = await import('./influxctl-profile.ts');
    const profile = readProfile({ given: configuration, name }, readFile, errors);
    return { inputs, readFile, profile: profile ?? 'unreadable' };
  }
  if (name === 'default') return { inputs, readFile, profile: undefined };
  errors.add(
    'influxctl-profile',
    'names a profile, but `influxctl-config` is empty: give it the text or the path of a config.toml.',
  );
  return { inputs, readFile, profile: 'unreadable' };
}

/** ignoredSettings is a sentence on each setting of the profile that cannot be honoured. */
export function ignoredSettings({ profile }: ConnectionSources): readonly string[] {
  return typeof profile === 'object' ? profile.ignored : [];
}

/** Setting is one value of a connection, and where a person would mend it. */
export interface Setting {
  /** Empty where neither the input nor the profile has it. */
  readonly text: string;
  readonly input: InputName;
  /** The key in the profile, if the value is from there. */
  readonly from?: { readonly profile: string; readonly key: ProfileKey };
  /** That the profile lacks it too, as a sentence. */
  readonly missingHint?: string;
  /** The profile could not be read: whether it has the value nobody knows. */
  readonly profileUnreadable?: boolean;
}

/** settingOf finds a value: in its input, or under `key` in the profile. */
export function settingOf(
  { inputs, profile }: ConnectionSources,
  input: InputName,
  key?: ProfileKey,
): Setting {
  if (inputs[input] !== '' || key === undefined || profile === undefined)
    return { text: inputs[input], input };
  if (profile === 'unreadable') return { text: '', input, profileUnreadable: true };
  const text = profile.values[key];
  return text === undefined
    ? { text: '', input, missingHint: ` The profile ${quote(profile.name)} has no \`${key}\` either.` }
    : { text, input, from: { profile: profile.name, key } };
}

/** shown quotes a value that was typed. One from a profile may be a credential in the wrong place, so it is not shown. */
export function shown({ text, from }: Setting): string {
  return from ? 'its value' : quote(text);
}

/** refuse adds an input error about a value. One from a profile is corrected in the configuration, not in the input that it stands for. */
export function refuse({ input, from }: Setting, message: string, errors: InputErrors): void {
  if (from) errors.add('influxctl-config', `\`${from.key}\` of profile ${quote(from.profile)}: ${message}`);
  else errors.add(input, message);
}

/** missing notes that a required value is not there. */
export function missing(
  { input, missingHint = '', profileUnreadable }: Setting,
  message: string,
  errors: InputErrors,
): void {
  if (!profileUnreadable) errors.add(input, `${message}${missingHint}`);
}

/** nameOf says where a value comes from, for people. */
export function nameOf({ input, from }: Setting): string {
  return from
    ? `\`${from.key}\` of the profile ${quote(from.profile)} in \`influxctl-config\``
    : `the input \`${input}\``;
}
