import type { Storing } from '../course.ts';
import type { Exchange } from '../exchange.ts';
import { type EmulatedResponse, emptyResponse, jsonResponse } from '../response.ts';
import type { Match, Site } from '../server.ts';
import type { GithubToken } from './access.ts';
import {
  type Directory,
  type GithubOrganization,
  type GithubRepository,
  hasEnvironment,
} from './directory.ts';
import { bearerOf, checkGithubForm, checkVersion, queryOf } from './github-checks.ts';
import { type GithubPath, type GithubRoute, locationOf, parseGithubPath } from './github-path.ts';
import { GithubRefusal, namelessResponse, notFound, refusalResponse } from './github-refusal.ts';
import { repositoryView, runView, secretView } from './github-views.ts';
import type { Location } from './location.ts';
import type { GithubSettings } from './options.ts';
import { pageOf } from './pages.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RunStore } from './run-store.ts';
import type { SealingKeys } from './sealing-keys.ts';
import { openedValue, secretFields, sharedFields } from './secret-fields.ts';
import { checkSecretName } from './secret-name.ts';
import type { SecretStore, StoredSecret } from './secret-store.ts';

/** GithubApiParts are the parts of the API of one emulator. */
export interface GithubApiParts {
  readonly settings: GithubSettings;
  readonly directory: Directory;
  readonly tokens: readonly GithubToken[];
  readonly keys: SealingKeys;
  readonly secrets: SecretStore;
  readonly runs: RunStore;
  readonly limits: RateLimits;
}

type GithubExchange = Exchange<GithubRoute>;

const SECRET_FIELDS = ['encrypted_value', 'key_id'];
const SHARED_FIELDS = [...SECRET_FIELDS, 'visibility', 'selected_repository_ids'];

/** GithubApi emulates GitHub's REST API, and refuses everything that is not documented. */
export class GithubApi implements Site<GithubRoute, StoredSecret> {
  readonly #parts: GithubApiParts;

  constructor(parts: GithubApiParts) {
    this.#parts = parts;
  }

  match(method: string, path: string): Match<GithubRoute, StoredSecret> | undefined {
    const parsed = parseGithubPath(method, path, this.#parts.settings.basePath);
    return (
      parsed && {
        route: parsed.route,
        respond: (exchange, storing) => this.#respond(exchange, parsed, storing),
      }
    );
  }

  #respond(exchange: GithubExchange, path: GithubPath, storing: Storing<StoredSecret>): EmulatedResponse {
    if (!exchange.headers['user-agent']) return namelessResponse();
    const response = this.#respondOrRefuse(exchange, path, storing);
    return { ...response, headers: { ...this.#parts.limits.headers(), ...response.headers } };
  }

  #respondOrRefuse(
    exchange: GithubExchange,
    path: GithubPath,
    storing: Storing<StoredSecret>,
  ): EmulatedResponse {
    try {
      this.#parts.limits.admit(path.route);
      this.#check(exchange, path);
      return this.#handle(exchange, path, storing);
    } catch (error) {
      if (!(error instanceof GithubRefusal)) throw error;
      return refusalResponse(error);
    }
  }

  /** Checks first what the token can see, and then its permissions. The other order would show that something exists. */
  #check(exchange: GithubExchange, path: GithubPath): void {
    checkVersion(exchange, this.#parts.settings.basePath);
    const token = this.#tokenOf(exchange);
    if (path.route === 'unknown') throw notFound();
    const visible =
      path.repository === undefined
        ? token.seesOrganization(this.#organization(path).name)
        : token.seesRepository(this.#repository(path).fullName);
    if (!visible) throw notFound();
    token.checkPolicies(this.#ownerOf(path));
    token.checkPermission(path.route);
    this.#checkArchive(path);
    checkGithubForm(exchange);
    this.#checkEnvironment(path);
  }

  #tokenOf(exchange: GithubExchange): GithubToken {
    const secret = bearerOf(exchange);
    const token = this.#parts.tokens.find((known) => known.secret === secret);
    if (token) return token;
    throw new GithubRefusal(401, secret === undefined ? 'Requires authentication' : 'Bad credentials');
  }

  #ownerOf(path: GithubPath): string {
    return path.repository?.split('/')[0] ?? this.#organization(path).name;
  }

  /** An archived repository can still be read. */
  #checkArchive(path: GithubPath): void {
    if (path.repository === undefined || !path.route.startsWith('PUT ')) return;
    if (this.#repository(path).archived) {
      throw new GithubRefusal(403, 'Repository was archived so is read-only.');
    }
  }

  #checkEnvironment(path: GithubPath): void {
    if (path.environment === undefined) return;
    if (!hasEnvironment(this.#repository(path), path.environment)) throw notFound();
  }

  #handle(exchange: GithubExchange, path: GithubPath, storing: Storing<StoredSecret>): EmulatedResponse {
    if (path.route === 'GET run') return this.#showRun(path);
    if (path.route === 'GET selected repositories') return this.#listSelected(exchange, path);
    if (path.route.endsWith(' key')) return this.#showKey(this.#location(path));
    if (path.route.startsWith('PUT ')) return this.#write(exchange, path, storing);
    return jsonResponse(200, secretView(this.#secret(path), this.#urlOf(exchange)));
  }

  #showKey(location: Location): EmulatedResponse {
    const { id, publicKey } = this.#parts.keys.of(location);
    return jsonResponse(200, { key_id: id, key: publicKey });
  }

  #write({ body }: GithubExchange, path: GithubPath, storing: Storing<StoredSecret>): EmulatedResponse {
    const { keys, secrets } = this.#parts;
    const { secret: name = '' } = path;
    const location = this.#location(path);
    const shared = path.organization !== undefined;
    checkSecretName(name);
    const fields = secretFields(body, shared ? SHARED_FIELDS : SECRET_FIELDS);
    const value = openedValue(fields, keys.of(location));
    const sharing = shared ? sharedFields(fields, this.#selectable(path)) : {};
    const present = secrets.find(location, name);
    const written = secrets.draft(location, name, { value, ...sharing });
    if (present) written.createdAt = present.createdAt;
    storing(written);
    secrets.write(written);
    return present ? emptyResponse(204) : jsonResponse(201, {});
  }

  /** GitHub's links to other pages contain the number of the organization. */
  #listSelected(exchange: GithubExchange, path: GithubPath): EmulatedResponse {
    const { visibility, selectedRepositoryIds, name } = this.#secret(path);
    if (visibility !== 'selected')
      throw new GithubRefusal(409, 'the visibility of the secret is not selected');
    const organization = this.#organization(path);
    const selected = this.#parts.directory
      .repositoriesOf(organization.name)
      .filter(({ id }) => selectedRepositoryIds.includes(id));
    const url = `${this.#root(exchange)}/organizations/${organization.id}/actions/secrets/${name}/repositories`;
    const { items, headers } = pageOf(selected, queryOf(exchange.path), url);
    const response = jsonResponse(200, {
      total_count: selected.length,
      repositories: items.map(repositoryView),
    });
    return { ...response, headers: { ...response.headers, ...headers } };
  }

  #showRun(path: GithubPath): EmulatedResponse {
    const run = this.#parts.runs.find(path.run ?? 0, this.#repository(path));
    if (run === undefined) throw notFound();
    return jsonResponse(200, runView(run));
  }

  #secret(path: GithubPath): StoredSecret {
    const secret = this.#parts.secrets.find(this.#location(path), path.secret ?? '');
    if (secret === undefined) throw notFound();
    return secret;
  }

  /** Replaces the number of an organization with its name. */
  #location(path: GithubPath): Location {
    const organization = path.organization === undefined ? undefined : this.#organization(path).name;
    const location = locationOf({ ...path, organization });
    if (location === undefined) throw notFound();
    return location;
  }

  #repository({ repository = '' }: GithubPath): GithubRepository {
    const found = this.#parts.directory.repository(repository);
    if (found === undefined) throw notFound();
    return found;
  }

  #organization({ organization = '' }: GithubPath): GithubOrganization {
    const found = this.#parts.directory.organization(organization);
    if (found === undefined) throw notFound();
    return found;
  }

  #selectable(path: GithubPath): number[] {
    return this.#parts.directory.repositoriesOf(this.#organization(path).name).map(({ id }) => id);
  }

  #urlOf(exchange: GithubExchange): string {
    return `http://${exchange.headers.host}${exchange.path.split('?', 1)[0]}`;
  }

  #root({ headers }: GithubExchange): string {
    return `http://${headers.host}${this.#parts.settings.basePath}`;
  }
}
