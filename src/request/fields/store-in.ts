import type { InputErrors } from '../../base/errors.ts';
import { asCode, quote } from '../../base/text.ts';
import type { Inputs } from '../inputs.ts';
import type { OtherRunner, RunContext } from '../run-context.ts';
import { readList } from './list.ts';
import { meantTargets } from './meant-target.ts';
import { suggestion } from './nearest.ts';
import type { Flaw, SecretTarget } from './secret-target.ts';
import { isSecretName, type OwnRepository, parseLocation, SECRET_NAME_RULE } from './secret-target.ts';

/** StoreIn lists the consumers that receive the tokens of a series. */
export interface StoreIn {
  readonly targets: readonly SecretTarget[];
  /** Later steps of this job deliver the token. */
  readonly laterSteps: boolean;
}

const LATER_STEPS = 'later-steps';

const FORMS =
  '`repo = NAME`, `env:ENVIRONMENT = NAME`, `dependabot = NAME`, `repo:OWNER/REPO = NAME`, ' +
  '`env:OWNER/REPO/ENVIRONMENT = NAME`, `dependabot:OWNER/REPO = NAME`, or `org:OWNER = NAME`';

/** StoreInRule is where the step runs, and whether later steps can deliver its token. */
export interface StoreInRule extends Pick<RunContext, 'repository' | 'otherRunner'> {
  readonly allowsLaterSteps: boolean;
}

/** readStoreIn reads the targets of the token. Collects every input error. */
export function readStoreIn(
  inputs: Inputs,
  { repository, otherRunner, allowsLaterSteps }: StoreInRule,
  errors: InputErrors,
): StoreIn {
  const [owner = '', repo = ''] = repository.split('/');
  const own = { owner, repo };
  const isValid = (item: string) => item === LATER_STEPS || 'location' in parseTarget(item, own);
  const items = readList(inputs, { input: 'store-in', separator: 'comma', isValid }, errors);
  if (items === undefined) return { targets: [], laterSteps: false };
  if (items.length === 0) {
    const problem =
      inputs['store-in'] === '' ? 'is required' : `${quote(inputs['store-in'])} does not contain a target`;
    const also = allowsLaterSteps ? ' Or write `later-steps`.' : '';
    errors.add('store-in', `${problem}. Write one target per line: ${FORMS}.${also}`);
  }
  const secrets = items.filter((one) => one !== LATER_STEPS);
  const laterSteps = secrets.length < items.length;
  if (otherRunner !== undefined && secrets.length > 0) {
    errors.add('store-in', notOnGithub(secrets, otherRunner, allowsLaterSteps));
    return { targets: [], laterSteps };
  }
  const targets = new Map<string, SecretTarget>();
  for (const item of secrets) {
    const target = parseTarget(item, own);
    if ('location' in target) {
      if (!targets.has(keyOf(target))) targets.set(keyOf(target), target);
    } else {
      const hint = suggestion(meantTargets(item, own).find(isValid)) || ` ${target.rule}`;
      errors.add('store-in', `${quote(item)} ${target.problem}.${hint}`);
    }
  }
  return { targets: [...targets.values()], laterSteps };
}

/** None of these servers has GitHub's API for secrets, and a local run with act must not replace secrets on GitHub. */
function notOnGithub(
  secrets: readonly string[],
  otherRunner: OtherRunner,
  allowsLaterSteps: boolean,
): string {
  const why =
    otherRunner === 'act'
      ? 'the action cannot write secrets when act runs the job'
      : `${otherRunner} does not have GitHub's API for secrets`;
  const instead = allowsLaterSteps
    ? `Use \`${LATER_STEPS}\`, and store the token in a later step of this job.`
    : 'Run the operation on GitHub.';
  return `${secrets.map(quote).join(', ')} cannot be used here, because ${why}. ${instead}`;
}

function parseTarget(item: string, own: OwnRepository): SecretTarget | Flaw {
  const at = item.lastIndexOf('=');
  if (at < 0) return withoutName(item, own);
  const [text, name] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
  const location = parseLocation(text, own);
  if ('problem' in location) {
    if (/^later[\s_-]*steps?$/i.test(text)) {
      return {
        problem: `contains a secret name, but \`${LATER_STEPS}\` does not write secrets`,
        rule: `Write \`${LATER_STEPS}\`.`,
      };
    }
    const isTurned = isSecretName(text) && !('problem' in parseLocation(name, own));
    return isTurned ? { ...location, problem: 'has the secret name before the location' } : location;
  }
  if (!isSecretName(name))
    return { problem: 'does not end in a valid secret name', rule: `${SECRET_NAME_RULE}.` };
  return { location, name, label: item };
}

function withoutName(item: string, own: OwnRepository): Flaw {
  if (!('problem' in parseLocation(item, own))) {
    return { problem: 'does not contain a secret name', rule: `Write ${asCode(`${item} = NAME`)}.` };
  }
  const problem = isSecretName(item) ? 'does not say where the secret is' : 'is not a target';
  return { problem, rule: `Use ${FORMS}.` };
}

/** Returns the same text for all spellings of a secret, because GitHub's names are case-insensitive. */
function keyOf({ location, name }: SecretTarget): string {
  const { kind, owner } = location;
  const repo = location.kind === 'organization' ? '' : location.repo;
  const environment = location.kind === 'environment' ? location.environment : '';
  return JSON.stringify([kind, owner, repo, environment, name]).toLowerCase();
}
