import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Vault is a key-value store on loopback. It stores secrets like HashiCorp Vault, and refuses the same requests. */
export class Vault {
  /** The stored data of each path, as it was received. */
  readonly secrets: Record<string, unknown> = {};
  readonly token = 'hvs.CAESIJlU02LQZq';
  /** A sealed store refuses everything. */
  isSealed = false;
  readonly #server: Server;

  static async start(): Promise<Vault> {
    const vault = new Vault();
    await new Promise<void>((resolve) => vault.#server.listen(0, '127.0.0.1', resolve));
    return vault;
  }

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const [status, content] = this.#respond(request, await bodyOf(request));
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #respond(request: IncomingMessage, body: string): [status: number, content: unknown] {
    const { method, url = '', headers } = request;
    const [, path] = /^\/v1\/secret\/data\/([\w/-]+)$/.exec(url) ?? [];
    if (this.isSealed) return [503, { errors: ['Vault is sealed'] }];
    if (headers['x-vault-token'] !== this.token) return [403, { errors: ['permission denied'] }];
    if (path === undefined) return [404, { errors: [] }];
    if (method !== 'POST' && method !== 'PUT') return [405, { errors: ['unsupported operation'] }];
    if (headers['content-type'] !== 'application/json') return [400, { errors: ['not JSON'] }];
    const { data } = JSON.parse(body) as { data?: unknown };
    if (data === undefined) return [400, { errors: ['no data provided'] }];
    this.secrets[path] = data;
    return [200, { data: { version: 1 } }];
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
