import { nearestValue, unwrapped } from './nearest.ts';
import type { OwnRepository } from './secret-target.ts';

/** Longer texts are not targets. */
const MAX_LENGTH = 300;

const KIND = {
  values: ['repo', 'env', 'dependabot', 'org'],
  synonyms: {
    repository: 'repo',
    actions: 'repo',
    secret: 'repo',
    secrets: 'repo',
    environment: 'env',
    organization: 'org',
    organisation: 'org',
    owner: 'org',
  },
} as const;

const LATER_STEPS = {
  values: ['later-steps'],
  synonyms: {
    output: 'later-steps',
    outputs: 'later-steps',
    steps: 'later-steps',
    nextstep: 'later-steps',
    nextsteps: 'later-steps',
  },
} as const;

/** The separators of people between the location of a secret and its name. */
const SEPARATOR = /\s*(?:[-=]>|:=|=+|\s)\s*(?=[^\s=>]*$)/;

/**
 * meantTargets are the targets that an item of `store-in` might mean: with another separator, another word for the kind, a URL
 * instead of OWNER/REPO, the expression that reads the secret, or the wrong order. Some of them might be invalid. Pure.
 */
export function meantTargets(item: string, own: OwnRepository): string[] {
  if (item.length > MAX_LENGTH) return [];
  const laterSteps = nearestValue(item, LATER_STEPS);
  if (laterSteps !== undefined) return [laterSteps];
  // Such as `repo = secrets.NAME`.
  const plain = unwrapped(item).replace(/(?:\$\{\{\s*)?\bsecrets\.(\w+).*$/, '$1');
  const separator = SEPARATOR.exec(plain);
  if (separator === null) return withoutSeparator(plain);
  const name = unwrapped(plain.slice(separator.index + separator[0].length));
  const location = plain.slice(0, separator.index);
  const meant = meantLocation(location, own);
  return [`${meant} = ${name}`, `${meant} = ${name.replaceAll(/[-.\s]+/g, '_')}`, `${name} = ${location}`];
}

/** `NAME` and `repo: NAME`. If there is only a kind, the name cannot be guessed. */
function withoutSeparator(plain: string): string[] {
  const [, repository, secret] = /^repo:([^/:\s]+\/[^/:\s]+)[/:](\w+)$/.exec(plain) ?? [];
  if (repository !== undefined) return [`repo:${repository} = ${secret}`];
  const [, typed, name] = /^(\w+)\s*:\s*(\w+)$/.exec(plain) ?? [];
  const kind = nearestValue(typed ?? plain, KIND);
  if (name !== undefined) return kind === 'repo' || kind === 'dependabot' ? [`${kind} = ${name}`] : [];
  return kind === undefined ? [`repo = ${plain}`] : [];
}

function meantLocation(location: string, own: OwnRepository): string {
  const [, typed = '', given = ''] = /^([^:\s]*)(?:\s*[:\s]\s*(.*))?$/.exec(location) ?? [];
  const place = unwrapped(given.replace(/^https?:\/\/[^/]*\//, '').replace(/\.git$/, ''));
  const kind = nearestValue(typed, KIND);
  if (kind === undefined) return /^[^/]+\/[^/]+$/.test(location) ? `repo:${location}` : location;
  if (kind === 'org') return `org:${place.split('/')[0] || own.owner}`;
  if (place === '') return kind;
  if (kind !== 'env' && place === own.owner) return `${kind}:${own.owner}/${own.repo}`;
  return kind === 'env' || place.includes('/') ? `${kind}:${place}` : `${kind}:${own.owner}/${place}`;
}
