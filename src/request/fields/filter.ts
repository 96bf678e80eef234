import type { InputErrors } from '../../base/errors.ts';
import { parseGlob } from '../../tokens/glob.ts';
import { LISTED_KINDS, type ListedKind, type Scope, type TokenFilter } from '../../tokens/listing.ts';
import { givenOrDefault, type Inputs } from '../inputs.ts';
import type { RunContext } from '../run-context.ts';
import { readList } from './list.ts';
import { readDatabases } from './permissions.ts';
import { readChoice, readDuration } from './scalars.ts';

const STATUSES = ['active', 'expired', 'revoked', 'all'] as const;

/** readFilter reads which tokens to list. The run is read only for a scope that is compared with it. Collects every input error. */
export function readFilter(inputs: Inputs, readRun: () => RunContext, errors: InputErrors): TokenFilter {
  const status = readStatus(inputs, errors);
  const pattern = inputs['description-pattern'];
  const expiresWithinMs = readExpiresWithin(inputs, errors);
  if (status === 'expired' && expiresWithinMs !== undefined) {
    errors.add(
      'expires-within',
      'looks ahead, and `status: expired` back: no token is both. Leave one of them out.',
    );
  }
  return {
    status,
    scope: readScope(inputs.scope || 'cluster', readRun, errors),
    databases: readDatabases(inputs, errors),
    ...(inputs.kinds === '' ? {} : { kinds: readKinds(inputs, errors) }),
    ...(pattern === '' ? {} : { pattern: parseGlob(pattern) }),
    ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }),
  };
}

function readStatus(inputs: Inputs, errors: InputErrors): TokenFilter['status'] {
  const choice = { input: 'status', values: STATUSES, synonyms: { any: 'all', live: 'active' } } as const;
  return readChoice(givenOrDefault(inputs, 'status'), choice, errors) ?? 'all';
}

function readKinds(inputs: Inputs, errors: InputErrors): readonly ListedKind[] {
  const choice = { input: 'kinds', values: LISTED_KINDS, synonyms: { none: 'untagged' } } as const;
  const kinds = readList(inputs, 'kinds', errors) ?? [];
  if (inputs.kinds !== '' && kinds.length === 0) errors.add('kinds', 'contains only comments.');
  return kinds.flatMap((kind) => readChoice(kind, choice, errors) ?? []);
}

function readExpiresWithin(inputs: Inputs, errors: InputErrors): number | undefined {
  if (inputs['expires-within'] === '') return undefined;
  const rule = 'at least 1s, since what expires within nothing has expired';
  const limits = { min: 1, max: Number.POSITIVE_INFINITY, rule };
  return readDuration(inputs, { input: 'expires-within', ...limits }, errors);
}

const SCOPE = {
  input: 'scope',
  values: ['repository', 'organization', 'cluster'],
  synonyms: {
    repo: 'repository',
    org: 'organization',
    owner: 'organization',
    account: 'cluster',
    all: 'cluster',
  },
} as const;

/** readScope reads whose tokens are meant. Adds an input error, and returns the cluster then. */
export function readScope(text: string, readRun: () => RunContext, errors: InputErrors): Scope {
  if (text === 'repository') {
    const { server, repositoryId } = readRun();
    return { kind: 'repository', server, repositoryId };
  }
  if (text === 'organization') {
    const { server, repository } = readRun();
    return { kind: 'organization', server, owner: repository.split('/')[0] ?? '' };
  }
  readChoice(text, SCOPE, errors);
  return { kind: 'cluster' };
}
