import { nearestName } from '../../tokens/databases.ts';
import type { SecretHolder } from './secret-target.ts';
import { isEnvironmentName, isOwnerName, parseRepository } from './secret-target.ts';

/** OwnRepository is the repository of this run. */
export interface OwnRepository {
  readonly owner: string;
  readonly repo: string;
}

const KINDS = ['repo', 'env', 'dependabot', 'org'] as const;

/**
 * parseHolder reads what stands before the `=` of a line of `store-in`. Returns what is wrong with it, as the rest of a
 * sentence, where it names no holder of secrets.
 */
export function parseHolder(text: string, own: OwnRepository): SecretHolder | string {
  const [typed = '', ...rest] = text.split(':');
  const location = rest.length > 0 ? rest.join(':').trim() : undefined;
  switch (typed.trim()) {
    case 'repo':
      return inRepository('repository', location, own) ?? wrongRepository('repo', own);
    case 'dependabot':
      return inRepository('dependabot', location, own) ?? wrongRepository('dependabot', own);
    case 'env':
      return inEnvironment(location ?? '', own) ?? wrongEnvironment(own);
    case 'org':
      return location !== undefined && isOwnerName(location)
        ? { kind: 'organization', owner: location }
        : `does not name an organization. Write \`org:${own.owner} = NAME\`.`;
    default:
      return unknownKind(typed.trim(), location);
  }
}

function inRepository(
  kind: 'repository' | 'dependabot',
  location: string | undefined,
  own: OwnRepository,
): SecretHolder | undefined {
  const repository = location === undefined ? own : parseRepository(location);
  return repository && { kind, ...repository };
}

/** With two slashes or more an environment of another repository is meant: its own name may hold them as well. */
function inEnvironment(location: string, own: OwnRepository): SecretHolder | undefined {
  const [owner, repo, ...rest] = location.split('/');
  const elsewhere = rest.length > 0;
  const repository = elsewhere ? parseRepository(`${owner}/${repo}`) : own;
  const environment = elsewhere ? rest.join('/') : location;
  return repository && isEnvironmentName(environment)
    ? { kind: 'environment', ...repository, environment }
    : undefined;
}

function wrongRepository(kind: 'repo' | 'dependabot', { owner, repo }: OwnRepository): string {
  return (
    `does not name a repository. Write \`${kind} = NAME\` for this repository (${owner}/${repo}), or ` +
    `\`${kind}:OWNER/REPO = NAME\`.`
  );
}

function wrongEnvironment({ owner, repo }: OwnRepository): string {
  return (
    `does not name an environment. Write \`env:ENVIRONMENT = NAME\` for an environment of this repository ` +
    `(${owner}/${repo}), or \`env:OWNER/REPO/ENVIRONMENT = NAME\`. An \`env:\` with two or more slashes is always read as OWNER/REPO/ENVIRONMENT.`
  );
}

function unknownKind(typed: string, location: string | undefined): string {
  // Such as `environment:production` or `Repo`.
  const meant = KINDS.find((kind) => typed.toLowerCase().startsWith(kind)) ?? nearestName(typed, KINDS);
  const hint = meant && ` Did you mean \`${meant}${location === undefined ? '' : `:${location}`} = NAME\`?`;
  return `does not say where the secret is.${hint ?? ''} Use \`repo\`, \`env:ENVIRONMENT\`, \`dependabot\`, or \`org:OWNER\`.`;
}
