/** GithubRepository is a repository. All repositories are private, so for a token that cannot see one, it does not exist. */
export interface GithubRepository {
  readonly id: number;
  /** `OWNER/REPO` */
  readonly fullName: string;
  /** An environment must exist before it can have secrets. */
  readonly environments: readonly string[];
  /** Whether the repository is read-only. */
  readonly archived: boolean;
}

/** GithubOrganization is an owner of repositories that can itself have secrets. */
export interface GithubOrganization {
  readonly id: number;
  readonly name: string;
}

/** Directory contains all repositories and organizations. Names are case-insensitive. */
export class Directory {
  readonly repositories: GithubRepository[] = [];
  readonly organizations: GithubOrganization[] = [];
  #lastId = 4710;

  addRepository(
    fullName: string,
    { environments, archived }: Pick<GithubRepository, 'environments' | 'archived'>,
  ): GithubRepository {
    if (!/^[\w.-]+\/[\w.-]+$/.test(fullName)) throw new Error(`${fullName} is not OWNER/REPO`);
    if (this.repository(fullName)) throw new Error(`${fullName} exists`);
    const repository = { id: ++this.#lastId, fullName, environments, archived };
    this.repositories.push(repository);
    return repository;
  }

  addOrganization(name: string): GithubOrganization {
    if (this.organization(name)) throw new Error(`${name} exists`);
    const organization = { id: ++this.#lastId, name };
    this.organizations.push(organization);
    return organization;
  }

  repository(fullName: string): GithubRepository | undefined {
    return this.repositories.find((repository) => sameName(repository.fullName, fullName));
  }

  /** Finds an organization by its name or its number. */
  organization(organization: string | number): GithubOrganization | undefined {
    return this.organizations.find(({ id, name }) =>
      typeof organization === 'number' ? id === organization : sameName(name, organization),
    );
  }

  /** repositoriesOf returns the repositories of an owner, in order of creation. */
  repositoriesOf(owner: string): GithubRepository[] {
    return this.repositories.filter(({ fullName }) => sameName(fullName.split('/')[0] ?? '', owner));
  }
}

/** hasEnvironment tells whether a repository has an environment. The name is case-insensitive. */
export function hasEnvironment({ environments }: GithubRepository, name: string): boolean {
  return environments.some((environment) => sameName(environment, name));
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
