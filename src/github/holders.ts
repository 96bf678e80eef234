import type { Need } from './errors.ts';
import type { SecretHolder } from './secret-target.ts';

/** The permission that a token needs to replace secrets. */
const PERMISSIONS: Readonly<Record<SecretHolder['kind'], string>> = {
  repository: 'Secrets: write',
  environment: 'Environments: write',
  dependabot: 'Dependabot secrets: write',
  organization: 'Organization secrets: write',
};

/** holderKey is the same for all spellings of a holder. */
export function holderKey({ kind, ...names }: SecretHolder): string {
  return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}

/** needFor is what it takes to replace a holder's secrets. */
export function needFor(holder: SecretHolder): Need {
  const location = holder.kind === 'organization' ? holder.owner : `${holder.owner}/${holder.repo}`;
  return {
    input: 'store-token',
    thing: describe(holder),
    permission:
      `It takes \`${PERMISSIONS[holder.kind]}\` on ${location}, which a GitHub App or a fine-grained personal access ` +
      "token can be given, and the job's own GITHUB_TOKEN never.",
  };
}

function describe(holder: SecretHolder): string {
  if (holder.kind === 'organization') return `organization ${holder.owner}`;
  const repository = `repository ${holder.owner}/${holder.repo}`;
  return holder.kind === 'environment' ? `environment "${holder.environment}" in ${repository}` : repository;
}
