import {
  type Audience,
  type OrganizationLocation,
  type RepositoryLocation,
  SECRET_PERMISSIONS,
  type SecretLocation,
} from '../request/fields/secret-target.ts';
import type { Call, ListCall } from './client.ts';
import type { Need } from './errors.ts';

/** MAX_PAGE_SIZE is how many repositories GitHub lists at once. */
export const MAX_PAGE_SIZE = 100;

/** SealedValue is a new value of a secret. The names are GitHub's. */
export interface SealedValue {
  readonly encrypted_value: string;
  /** The key that the value is sealed for. */
  readonly key_id: string;
}

/** publicKeyRoute reads the key that the secrets of a location are sealed for. */
export function publicKeyRoute(location: SecretLocation): Call {
  switch (location.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.getRepoPublicKey(repositoryOf(location));
    case 'dependabot':
      return ({ rest }) => rest.dependabot.getRepoPublicKey(repositoryOf(location));
    case 'environment':
      return ({ rest }) => rest.actions.getEnvironmentPublicKey(environmentOf(location));
    case 'organization':
      return ({ rest }) => rest.actions.getOrgPublicKey({ org: location.owner });
  }
}

/** secretRoute reads the metadata of a secret. */
export function secretRoute(location: SecretLocation, secret_name: string): Call {
  switch (location.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.getRepoSecret({ ...repositoryOf(location), secret_name });
    case 'dependabot':
      return ({ rest }) => rest.dependabot.getRepoSecret({ ...repositoryOf(location), secret_name });
    case 'environment':
      return ({ rest }) => rest.actions.getEnvironmentSecret({ ...environmentOf(location), secret_name });
    case 'organization':
      return ({ rest }) => rest.actions.getOrgSecret({ org: location.owner, secret_name });
  }
}

/** writeRoute creates or replaces a secret of a repository. */
export function writeRoute(location: RepositoryLocation, secret_name: string, value: SealedValue): Call {
  const secret = { secret_name, ...value };
  switch (location.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.createOrUpdateRepoSecret({ ...repositoryOf(location), ...secret });
    case 'dependabot':
      return ({ rest }) => rest.dependabot.createOrUpdateRepoSecret({ ...repositoryOf(location), ...secret });
    case 'environment':
      return ({ rest }) =>
        rest.actions.createOrUpdateEnvironmentSecret({ ...environmentOf(location), ...secret });
  }
}

/** organizationWriteRoute replaces a secret of an organization, with its audience. */
export function organizationWriteRoute(
  { owner: org }: OrganizationLocation,
  secret_name: string,
  { value, audience }: { readonly value: SealedValue; readonly audience: Audience },
): Call {
  const { visibility } = audience;
  const selected =
    visibility === 'selected' ? { selected_repository_ids: [...audience.repositoryIds] } : undefined;
  return ({ rest }) =>
    rest.actions.createOrUpdateOrgSecret({ org, secret_name, ...value, visibility, ...selected });
}

/** selectedRepositoriesRoute lists the repositories that can use a secret of an organization. */
export function selectedRepositoriesRoute(org: string, secret_name: string): ListCall {
  return ({ paginate, rest }) =>
    paginate.iterator(rest.actions.listSelectedReposForOrgSecret, {
      org,
      secret_name,
      per_page: MAX_PAGE_SIZE,
    });
}

function repositoryOf({ owner, repo }: RepositoryLocation) {
  return { owner, repo };
}

function environmentOf(location: Extract<RepositoryLocation, { kind: 'environment' }>) {
  return { ...repositoryOf(location), environment_name: location.environment };
}

/** locationKey returns the same key for all spellings of a location. */
export function locationKey({ kind, ...names }: SecretLocation): string {
  return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}

/** needFor says which permission a token needs to replace the secrets of a location. */
export function needFor(location: SecretLocation): Need {
  const place = location.kind === 'organization' ? location.owner : `${location.owner}/${location.repo}`;
  return {
    input: 'store-token',
    thing: describe(location),
    permission:
      `The token needs \`${SECRET_PERMISSIONS[location.kind]}\` on ${place}. Use a GitHub App token or a fine-grained PAT. ` +
      "The job's own GITHUB_TOKEN cannot have this permission.",
  };
}

function describe(location: SecretLocation): string {
  if (location.kind === 'organization') return `organization ${location.owner}`;
  const repository = `repository ${location.owner}/${location.repo}`;
  return location.kind === 'environment'
    ? `environment "${location.environment}" in ${repository}`
    : repository;
}
