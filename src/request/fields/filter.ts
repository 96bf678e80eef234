import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { parseGlob } from '../../tokens/glob.ts';
import { LISTED_KINDS, type ListedKind, type Scope, type TokenFilter } from '../../tokens/listing.ts';
import { givenOrDefault, type Inputs } from '../inputs.ts';
import type { RepositoryContext } from '../run-context.ts';
import { readList } from './list.ts';
import { readDatabases } from './permissions.ts';
import { oneOf, readChoice, readDuration } from './scalars.ts';

const STATUS = {
  input: 'status',
  synonyms: { any: 'all', live: 'active', alive: 'active', valid: 'active', deleted: 'revoked' },
} as const;

const STATUSES = ['active', 'suspended', 'expired', 'revoked', 'all'] as const;

const KIND = {
  input: 'kinds',
  values: LISTED_KINDS,
  synonyms: { none: 'untagged', keep: 'kept', manual: 'untagged' },
} as const;

/** readFilter reads which tokens to list. Collects every input error. */
export function readFilter(inputs: Inputs, context: RepositoryContext, errors: InputErrors): TokenFilter {
  const pattern = inputs['description-pattern'];
  return {
    ...readDateFilter(inputs, STATUSES, errors),
    scope: readScope(inputs.scope || 'cluster', context, errors),
    databases: readDatabases(inputs, errors),
    ...(inputs.kinds === '' ? {} : { kinds: readKinds(inputs, errors) }),
    ...(pattern === '' ? {} : { pattern: parseGlob(pattern) }),
  };
}

/** DateFilter is the part of a filter that management tokens have, too. */
export type DateFilter = Pick<TokenFilter, 'status' | 'expiresWithinMs'>;

/** readDateFilter reads the status, which is one of `values`, and the expiry. Collects every input error. */
export function readDateFilter(
  inputs: Inputs,
  values: readonly DateFilter['status'][],
  errors: InputErrors,
): DateFilter {
  const status = readChoice(givenOrDefault(inputs, 'status'), { ...STATUS, values }, errors) ?? 'all';
  const expiresWithinMs = readExpiresWithin(inputs, status, errors);
  return { status, ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }) };
}

function readKinds(inputs: Inputs, errors: InputErrors): readonly ListedKind[] {
  const rule = { ...KIND, separator: 'comma', isValid: isKind } as const;
  const kinds = readList(inputs, rule, errors);
  if (kinds?.length === 0) {
    errors.add('kinds', `${quote(inputs.kinds)} does not contain a kind. ${oneOf(LISTED_KINDS)}`);
  }
  return (kinds ?? []).flatMap((kind) => readChoice(kind, KIND, errors) ?? []);
}

function isKind(text: string): boolean {
  return LISTED_KINDS.some((kind) => kind === text);
}

/** In milliseconds. Undefined if the input is not set. It excludes `status: expired`. */
function readExpiresWithin(inputs: Inputs, status: string, errors: InputErrors): number | undefined {
  const text = inputs['expires-within'];
  if (text === '') return undefined;
  const limits = { min: 1, max: Number.POSITIVE_INFINITY, rule: 'Use at least `1s`' };
  const expiresWithinMs = readDuration(inputs, { input: 'expires-within', ...limits }, errors);
  if (status === 'expired') {
    errors.add(
      'expires-within',
      `${quote(text)} excludes expired tokens, and \`status: expired\` excludes all others. Remove one of the two inputs.`,
    );
  }
  return expiresWithinMs;
}

const SCOPE = {
  input: 'scope',
  values: ['repository', 'organization', 'cluster'],
  synonyms: {
    repo: 'repository',
    org: 'organization',
    orgs: 'organization',
    owner: 'organization',
    repositories: 'repository',
    account: 'cluster',
    all: 'cluster',
    global: 'cluster',
    everything: 'cluster',
  },
} as const;

/** readScope reads the scope. It uses only what the scope compares. After an input error, it returns the cluster. */
export function readScope(text: string, context: RepositoryContext, errors: InputErrors): Scope {
  if (text === 'repository') {
    const { server, repositoryId } = context;
    return { kind: 'repository', server, repositoryId };
  }
  if (text === 'organization') {
    const { server, repository } = context;
    return { kind: 'organization', server, owner: repository.split('/')[0] ?? '' };
  }
  readChoice(text, SCOPE, errors);
  return { kind: 'cluster' };
}
