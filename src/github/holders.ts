import type { Need } from './errors.ts';
import type { SecretHolder } from './secret-target.ts';

const HOLDERS = {
  repository: { secrets: '/repos/{owner}/{repo}/actions/secrets', permission: 'Secrets: write' },
  environment: {
    secrets: '/repos/{owner}/{repo}/environments/{environment}/secrets',
    permission: 'Environments: write',
  },
  dependabot: {
    secrets: '/repos/{owner}/{repo}/dependabot/secrets',
    permission: 'Dependabot secrets: write',
  },
  organization: { secrets: '/orgs/{owner}/actions/secrets', permission: 'Organization secrets: write' },
} as const satisfies Record<SecretHolder['kind'], { secrets: `/${string}`; permission: string }>;

/** routeTo is the route to a holder's secrets, and the names that fill it. */
export function routeTo({ kind, ...names }: SecretHolder) {
  return { secrets: HOLDERS[kind].secrets, names };
}

/** holderKey is the same for all spellings of a holder. */
export function holderKey({ kind, ...names }: SecretHolder): string {
  return JSON.stringify([kind, ...Object.values(names)]).toLowerCase();
}

/** needFor is what it takes to replace a holder's secrets. */
export function needFor(holder: SecretHolder): Need {
  const place = holder.kind === 'organization' ? holder.owner : `${holder.owner}/${holder.repo}`;
  return {
    input: 'store-token',
    thing: describe(holder),
    permission:
      `It takes \`${HOLDERS[holder.kind].permission}\` on ${place}, which a GitHub App or a fine-grained personal access ` +
      "token can be given, and the job's own GITHUB_TOKEN never.",
  };
}

function describe(holder: SecretHolder): string {
  if (holder.kind === 'organization') return `organization ${holder.owner}`;
  const repository = `repository ${holder.owner}/${holder.repo}`;
  return holder.kind === 'environment' ? `environment "${holder.environment}" in ${repository}` : repository;
}
