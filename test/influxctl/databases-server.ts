import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManagementAccount } from './account.ts';
import { isLive } from './state.ts';

/** DatabasesServer is the part of the Management API that `management-token/` speaks to: it lists databases, to live tokens. */
export class DatabasesServer {
  readonly #server: Server;
  /** The answers so far, as statuses. */
  readonly statuses: number[] = [];
  /** Called before each answer. */
  beforeAnswer: () => void = () => {};
  /** The Date header is off by so many milliseconds. */
  dateOffsetMs = 0;

  #refusal: number | undefined;

  /** refuses answers every request with this status from now on. */
  refuses(status: number): void {
    this.#refusal = status;
  }

  static async start(account: ManagementAccount): Promise<DatabasesServer> {
    const server = new DatabasesServer(account);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  private constructor(account: ManagementAccount) {
    this.#server = createServer(({ url, method, headers }, response) => {
      const { accountId, clusterId, tokens, forms } = account.state;
      const path = `/api/v0/accounts/${accountId}/clusters/${clusterId}/databases`;
      const token = tokens.find(({ secret }) => headers.authorization === `Bearer ${secret}`);
      const isKnown =
        token !== undefined &&
        isLive(token) &&
        (forms.accepted === 'at once' || token.id === account.first.id);
      const status = method !== 'GET' || url !== path ? 404 : (this.#refusal ?? (isKnown ? 200 : 401));
      this.beforeAnswer();
      this.statuses.push(status);
      response.setHeader('Date', new Date(Date.now() + this.dateOffsetMs).toUTCString());
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify(status === 200 ? [{ name: 'metrics' }] : { code: status, message: 'no such thing' }),
      );
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
