import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { givenOrDefault, type InputName, type Inputs } from '../inputs.ts';
import type { Profile } from './influxctl-profile.ts';
import type { ProfileKey, UsedKey } from './profile-keys.ts';
import type { ReadFile } from './text-file.ts';

/** ConnectionSources are the sources of a connection. Inputs override the profile, and both override defaults. */
export interface ConnectionSources {
  readonly inputs: Inputs;
  /** If the profile is unreadable, which is already an input error, it is not known which values are missing. */
  readonly profile: Profile | 'unreadable' | undefined;
  readonly readFile: ReadFile;
}

/**
 * readSources reads the profile, if there is one. It loads the code for profiles only then, because most steps have none. Collects
 * every input error.
 */
export async function readSources(
  inputs: Inputs,
  readFile: ReadFile,
  errors: InputErrors,
): Promise<ConnectionSources> {
  const configuration = inputs['influxctl-config'];
  // There is already an error about the whole input, or its name is misspelled.
  if (errors.isExplained('influxctl-config')) return { inputs, readFile, profile: 'unreadable' };
  const name = givenOrDefault(inputs, 'influxctl-profile');
  if (configuration !== '') {
    const { readProfile } = await import('./influxctl-profile.ts');
    const profile = readProfile({ given: configuration, name }, readFile, errors);
    return { inputs, readFile, profile: profile ?? 'unreadable' };
  }
  if (name === 'default') return { inputs, readFile, profile: undefined };
  errors.add(
    'influxctl-profile',
    `${quote(name)} is the name of a profile, but \`influxctl-config\` is empty. Set \`influxctl-config\` to the text or the path ` +
      'of a `config.toml`.',
  );
  return { inputs, readFile, profile: 'unreadable' };
}

/** ignoredSettings returns one sentence per setting of the profile that the action ignores. */
export function ignoredSettings({ profile }: ConnectionSources): readonly string[] {
  return typeof profile === 'object' ? profile.ignored : [];
}

/** Setting is one value of a connection, and the place where a person can correct it. */
export interface Setting {
  /** Empty if neither the input nor the profile contains the value. */
  readonly text: string;
  readonly input: InputName;
  /** The key in the profile, if the value is from there. */
  readonly from?: { readonly profile: string; readonly key: UsedKey };
  /** The rest of a sentence that starts with the value, if it is already known to be wrong. */
  readonly problem?: string;
  /** A sentence that says that the profile does not contain the value. */
  readonly missingHint?: string;
  /** A sentence about a key of the profile that probably contains the value. */
  readonly misspelledKey?: string;
  /** Whether the profile could not be read, so that it is not known whether it contains the value. */
  readonly profileUnreadable?: boolean;
}

/** settingOf returns a value from its input, or from `key` in the profile. */
export function settingOf(
  { inputs, profile }: ConnectionSources,
  input: InputName,
  key?: ProfileKey,
): Setting {
  if (inputs[input] !== '' || key === undefined || profile === undefined)
    return { text: inputs[input], input };
  if (profile === 'unreadable') return { text: '', input, profileUnreadable: true };
  const { name, values, wrongPort, misspelled } = profile;
  if (key === 'host' && wrongPort !== undefined)
    return { input, ...wrongPort, from: { profile: name, key: 'port' } };
  const text = values[key];
  if (text !== undefined) return { text, input, from: { profile: name, key } };
  const misspelledKey = misspelled[key];
  return {
    text: '',
    input,
    missingHint: ` \`${key}\` is not set in profile ${quote(name)}.`,
    ...(misspelledKey === undefined ? {} : { misspelledKey }),
  };
}

/** refuse adds an input error. For a value from a profile, the error names the configuration, not the input. */
export function refuse({ input, from }: Setting, message: string, errors: InputErrors): void {
  if (from) errors.add('influxctl-config', `\`${from.key}\` of profile ${quote(from.profile)} ${message}`);
  else errors.add(input, message);
}

/**
 * refuseValue adds an input error that quotes the value. `problem` is the rest of a sentence that starts with it. A value from a
 * profile might be a credential in the wrong place, so it is not quoted, except that of `port`.
 */
export function refuseValue(setting: Setting, problem: string, errors: InputErrors): void {
  const { from, text } = setting;
  if (from?.key === 'port') refuse(setting, `has the value ${quote(text)}, which ${problem}`, errors);
  else refuse(setting, from ? problem : `${quote(text)} ${problem}`, errors);
}

/** missing adds an input error about a missing value, or about the key of the profile that probably contains it. */
export function missing(
  { input, missingHint = '', misspelledKey, profileUnreadable }: Setting,
  message: string,
  errors: InputErrors,
): void {
  if (profileUnreadable) return;
  if (misspelledKey === undefined) errors.add(input, `${message}${missingHint}`);
  else errors.add('influxctl-config', misspelledKey);
}

/** nameOf describes the source of a value for people. */
export function nameOf({ input, from }: Setting): string {
  return from
    ? `\`${from.key}\` of the profile ${quote(from.profile)} in \`influxctl-config\``
    : `the input \`${input}\``;
}
