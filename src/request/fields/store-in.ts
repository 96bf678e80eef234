import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import type { Inputs } from '../inputs.ts';
import type { OtherRunner, RunContext } from '../run-context.ts';
import { readList } from './list.ts';
import type { SecretTarget } from './secret-target.ts';
import { isSecretName, type OwnRepository, parseHolder, SECRET_NAME_RULE } from './secret-target.ts';

/** StoreIn is who receives a series' tokens. */
export interface StoreIn {
  readonly targets: readonly SecretTarget[];
  /** This job's later steps deliver it. */
  readonly laterSteps: boolean;
}

const LATER_STEPS = 'later-steps';

const FORMS =
  '`repo = NAME`, `env:ENVIRONMENT = NAME`, `dependabot = NAME`, `repo:OWNER/REPO = NAME`, ' +
  '`env:OWNER/REPO/ENVIRONMENT = NAME`, `dependabot:OWNER/REPO = NAME`, `org:OWNER = NAME` or `later-steps`';

/** readStoreIn reads who receives the token. Collects every input error. */
export function readStoreIn(
  inputs: Inputs,
  { repository, otherRunner }: Pick<RunContext, 'repository' | 'otherRunner'>,
  errors: InputErrors,
): StoreIn {
  const [owner = '', repo = ''] = repository.split('/');
  const items = readList(inputs, 'store-in', errors);
  if (items === undefined) return { targets: [], laterSteps: false };
  if (items.length === 0) {
    errors.add('store-in', `is required: where to store the token, one target per line. Use ${FORMS}.`);
  }
  const secrets = items.filter((one) => one !== LATER_STEPS);
  const laterSteps = secrets.length < items.length;
  if (otherRunner !== undefined && secrets.length > 0) {
    errors.add('store-in', notOnGithub(secrets, otherRunner));
    return { targets: [], laterSteps };
  }
  const targets = new Map<string, SecretTarget>();
  for (const item of secrets) {
    const target = parseTarget(item, { owner, repo });
    if (typeof target === 'string') errors.add('store-in', `${quote(item)} ${target}`);
    else if (!targets.has(keyOf(target))) targets.set(keyOf(target), target);
  }
  return { targets: [...targets.values()], laterSteps };
}

/** None of these servers has GitHub's API for secrets, and a local run with act must not replace secrets on GitHub. */
function notOnGithub(secrets: readonly string[], otherRunner: OtherRunner): string {
  const why =
    otherRunner === 'act'
      ? 'act runs this job outside GitHub, and the action replaces secrets only from runs on GitHub'
      : `${otherRunner} does not have GitHub's API for secrets`;
  return (
    `${secrets.map(quote).join(', ')} cannot be stored: ${why}. Use \`${LATER_STEPS}\`, and store the token in a later ` +
    'step of this job.'
  );
}

/** Returns what is wrong with an item, as the rest of a sentence, where it names no secret. */
function parseTarget(item: string, own: OwnRepository): SecretTarget | string {
  const at = item.lastIndexOf('=');
  if (at < 0) return lackingName(item, own);
  const [location, name] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
  if (looksLikeLaterSteps(location))
    return `has a secret name, but \`${LATER_STEPS}\` writes no secret. Write \`${LATER_STEPS}\` on a line of its own.`;
  const holder = parseHolder(location, own);
  if (typeof holder === 'string') {
    return isLocation(name, own) && isSecretName(location)
      ? `is the wrong way around. Did you mean \`${name} = ${location}\`?`
      : holder;
  }
  if (!isSecretName(name)) return `does not end in a valid secret name. ${SECRET_NAME_RULE}.`;
  return { holder, name, label: item };
}

function lackingName(item: string, own: OwnRepository): string {
  if (looksLikeLaterSteps(item)) return `is not a target. Did you mean \`${LATER_STEPS}\`?`;
  if (isLocation(item, own)) return `has no secret name. Write \`${item} = NAME\`.`;
  if (isSecretName(item)) return `does not say where the secret is. Did you mean \`repo = ${item}\`?`;
  return `is not a target. Use ${FORMS}.`;
}

function isLocation(text: string, own: OwnRepository): boolean {
  return typeof parseHolder(text, own) === 'object';
}

function looksLikeLaterSteps(text: string): boolean {
  return /^later[\s_-]*steps?$/i.test(text);
}

/** The same for all spellings of a secret: no name of GitHub's depends on case. */
function keyOf({ holder, name }: SecretTarget): string {
  const { kind, owner } = holder;
  const repo = holder.kind === 'organization' ? '' : holder.repo;
  const environment = holder.kind === 'environment' ? holder.environment : '';
  return JSON.stringify([kind, owner, repo, environment, name]).toLowerCase();
}
