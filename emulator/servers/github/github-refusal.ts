import { type EmulatedResponse, jsonResponse, textResponse } from '../response.ts';

/** RefusalDetails are the rarely used properties of a refusal. */
export interface RefusalDetails {
  readonly headers?: Readonly<Record<string, string>>;
  /** The page that explains the refusal. Default: that of the REST API. */
  readonly documentation?: string;
}

/** GithubRefusal is thrown if GitHub refuses a request. */
export class GithubRefusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly documentation: string;

  constructor(
    status: number,
    message: string,
    { headers = {}, documentation = 'https://docs.github.com/rest' }: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'GithubRefusal';
    this.status = status;
    this.headers = headers;
    this.documentation = documentation;
  }
}

/** notFound is also GitHub's response for things that the token cannot see. */
export function notFound(): GithubRefusal {
  return new GithubRefusal(404, 'Not Found');
}

/** refusalResponse is the response to a refused request. The status in the body is text. */
export function refusalResponse({
  status,
  message,
  headers,
  documentation,
}: GithubRefusal): EmulatedResponse {
  const body = { message, documentation_url: documentation, status: String(status) };
  const response = jsonResponse(status, body);
  return { ...response, headers: { ...response.headers, ...headers } };
}

/** namelessResponse is the response to a request without a User-Agent. It is a page of the front end, not JSON. */
export function namelessResponse(): EmulatedResponse {
  return textResponse(403, '<html><body>Request forbidden: please send a User-Agent header.</body></html>\n');
}
