import type { FaultList } from '../faults.ts';
import type { RunContext } from '../runner/context.ts';
import { parseGlob } from '../tokens/glob.ts';
import type { Scope, TokenFilter } from '../tokens/listing.ts';
import { givenOrDefault, type Inputs } from './declared.ts';
import { readDatabases } from './permissions.ts';
import { readDuration } from './scalars.ts';
import { quote } from './text.ts';

const STATUSES = ['active', 'expired', 'revoked', 'all'] as const;

/** readFilter reads which tokens to list. The run is read only for a scope that is compared with it. Notes every fault. */
export function readFilter(inputs: Inputs, readRun: () => RunContext, faults: FaultList): TokenFilter {
  const status = readStatus(inputs, faults);
  const pattern = inputs['description-pattern'];
  const expiresWithinMs = readExpiresWithin(inputs, faults);
  if (status === 'expired' && expiresWithinMs !== undefined) {
    faults.add(
      'expires-within',
      'looks ahead, and `status: expired` back: no token is both. Leave one of them out.',
    );
  }
  return {
    status,
    scope: readScope(inputs.scope || 'cluster', readRun, faults),
    databases: readDatabases(inputs, faults),
    ...(pattern === '' ? {} : { pattern: parseGlob(pattern) }),
    ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }),
  };
}

function readStatus(inputs: Inputs, faults: FaultList): TokenFilter['status'] {
  const text = givenOrDefault(inputs, 'status');
  const status = STATUSES.find((one) => one === text);
  if (status === undefined) {
    faults.add('status', `${quote(text)} is none of ${STATUSES.map((one) => `\`${one}\``).join(', ')}.`);
  }
  return status ?? 'all';
}

function readExpiresWithin(inputs: Inputs, faults: FaultList): number | undefined {
  if (inputs['expires-within'] === '') return undefined;
  const rule = 'at least 1s, since what expires within nothing has expired';
  return readDuration(inputs, 'expires-within', { least: 1, most: Number.POSITIVE_INFINITY, rule }, faults);
}

/** readScope reads whose tokens are meant. Notes a fault, and returns the cluster then. */
export function readScope(text: string, readRun: () => RunContext, faults: FaultList): Scope {
  if (text === 'repository') {
    const { server, repositoryId } = readRun();
    return { kind: 'repository', server, repositoryId };
  }
  if (text === 'organization') {
    const { server, repository } = readRun();
    return { kind: 'organization', server, owner: repository.split('/')[0] ?? '' };
  }
  if (text !== 'cluster') {
    faults.add('scope', `${quote(text)} is none of \`repository\`, \`organization\`, \`cluster\`.`);
  }
  return { kind: 'cluster' };
}
