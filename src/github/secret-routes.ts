import type {
  Audience,
  OrganizationHolder,
  RepositoryHolder,
  SecretHolder,
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
export function publicKeyRoute(holder: SecretHolder): Call {
  switch (holder.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.getRepoPublicKey(repositoryOf(holder));
    case 'dependabot':
      return ({ rest }) => rest.dependabot.getRepoPublicKey(repositoryOf(holder));
    case 'environment':
      return ({ rest }) => rest.actions.getEnvironmentPublicKey(environmentOf(holder));
    case 'organization':
      return ({ rest }) => rest.actions.getOrgPublicKey({ org: holder.owner });
  }
}

/** secretRoute reads the metadata of a secret. */
export function secretRoute(holder: SecretHolder, secret_name: string): Call {
  switch (holder.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.getRepoSecret({ ...repositoryOf(holder), secret_name });
    case 'dependabot':
      return ({ rest }) => rest.dependabot.getRepoSecret({ ...repositoryOf(holder), secret_name });
    case 'environment':
      return ({ rest }) => rest.actions.getEnvironmentSecret({ ...environmentOf(holder), secret_name });
    case 'organization':
      return ({ rest }) => rest.actions.getOrgSecret({ org: holder.owner, secret_name });
  }
}

/** writeRoute creates or replaces a secret of a repository. */
export function writeRoute(holder: RepositoryHolder, secret_name: string, value: SealedValue): Call {
  const secret = { secret_name, ...value };
  switch (holder.kind) {
    case 'repository':
      return ({ rest }) => rest.actions.createOrUpdateRepoSecret({ ...repositoryOf(holder), ...secret });
    case 'dependabot':
      return ({ rest }) => rest.dependabot.createOrUpdateRepoSecret({ ...repositoryOf(holder), ...secret });
    case 'environment':
      return ({ rest }) =>
        rest.actions.createOrUpdateEnvironmentSecret({ ...environmentOf(holder), ...secret });
  }
}

/** organizationWriteRoute replaces a secret of an organization, with its audience. */
export function organizationWriteRoute(
  { owner: org }: OrganizationHolder,
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

function repositoryOf({ owner, repo }: RepositoryHolder) {
  return { owner, repo };
}

function environmentOf(holder: Extract<RepositoryHolder, { kind: 'environment' }>) {
  return { ...repositoryOf(holder), environment_name: holder.environment };
}

/** The permission that a token needs to replace secrets. */
const PERMISSIONS: Readonly<Record<SecretHolder['kind'], string>> = {
  repository: 'Secrets: write',
  environment: 'Environments: write',
  dependabot: 'Dependabot secrets: write',
  organization: 'Organization secrets: write',
};

/** holderKey returns the same key for all spellings of a location. */
export function holderKey({ kind, ...names }: SecretHolder): string {
  return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}

/** needFor says which permission a token needs to replace the secrets of a location. */
export function needFor(holder: SecretHolder): Need {
  const location = holder.kind === 'organization' ? holder.owner : `${holder.owner}/${holder.repo}`;
  return {
    input: 'store-token',
    thing: describe(holder),
    permission:
      `The token needs \`${PERMISSIONS[holder.kind]}\` on ${location}. Use the token of a GitHub App or a fine-grained personal ` +
      "access token. The job's own GITHUB_TOKEN cannot have this permission.",
  };
}

function describe(holder: SecretHolder): string {
  if (holder.kind === 'organization') return `organization ${holder.owner}`;
  const repository = `repository ${holder.owner}/${holder.repo}`;
  return holder.kind === 'environment' ? `environment "${holder.environment}" in ${repository}` : repository;
}
