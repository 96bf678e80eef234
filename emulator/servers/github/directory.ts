/** GithubRepository is one that exists. All are private: what a token does not see is not there for it. */
export interface GithubRepository {
  readonly id: number;
  /** `OWNER/REPO` */
  readonly fullName: string;
  /** Environments have to exist before they can hold secrets. */
  readonly environments: readonly string[];
  /** Whether it is read-only. */
  readonly archived: boolean;
}

/** GithubOrganization is an owner of repositories that can hold secrets itself. */
export interface GithubOrganization {
  readonly id: number;
  readonly name: string;
}

/** Directory knows what exists. Names are found however they are capitalized. */
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

  /** By its name or its number. */
  organization(organization: string | number): GithubOrganization | undefined {
    return this.organizations.find(({ id, name }) =>
      typeof organization === 'number' ? id === organization : sameName(name, organization),
    );
  }

  /** repositoriesOf an owner, in order of creation. */
  repositoriesOf(owner: string): GithubRepository[] {
    return this.repositories.filter(({ fullName }) => sameName(fullName.split('/')[0] ?? '', owner));
  }
}

/** hasEnvironment finds it however it is capitalized. */
export function hasEnvironment({ environments }: GithubRepository, name: string): boolean {
  return environments.some((environment) => sameName(environment, name));
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
