import type { Endpoint } from '../management-api/endpoint.ts';
import type { Link, SummaryText } from '../runner/summary.ts';
import { describeMoment, type ServerDate } from '../tokens/dates.ts';
import type { ListedToken } from '../tokens/listing.ts';
import type { Tag } from '../tokens/tag.ts';
import type { Expiry } from '../tokens/token-spec.ts';

/** Where says which cluster a result is about, and which account if the result is not about that cluster alone. */
export interface Where {
  /** The ID of the account. */
  readonly account?: string;
  /** What people know the cluster by: its ID, or its host. */
  readonly cluster: string;
}

/** ReportContext is what a summary says about the world around a result. */
export interface ReportContext extends Where {
  readonly endpoint: Endpoint;
  /** What a workflow calls this action by: `OWNER/REPO@REF`. */
  readonly action: string;
  /** Host and port of the GitHub server of this step. A summary links to no other server. */
  readonly githubServer: string;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** clusterLine is the paragraph that names the cluster, and the account if there is one to name. */
export function clusterLine({ account, cluster }: Where): string {
  return account === undefined ? `Cluster: ${cluster}` : `Account: ${account}, cluster: ${cluster}`;
}

/** describeWhen writes a date of the server and how far it is away. */
export function describeWhen(date: ServerDate, { now }: Pick<ReportContext, 'now'>): string {
  if (typeof date === 'number') return describeMoment(date, now);
  return date === 'unset' ? 'not known' : 'unreadable';
}

/** describeEnd writes when a token expires, and how far that is away. */
export function describeEnd(expiry: Expiry | ServerDate, context: Pick<ReportContext, 'now'>): string {
  return expiry === 'never' || expiry === 'unset' ? 'never' : describeWhen(expiry, context);
}

/** describeCreator names the repository and the run that a token claims to be created by, with a link to the run. */
export function describeCreator({ tag }: Pick<ListedToken, 'tag'>, context: ReportContext): SummaryText {
  return tag ? linkToRun(tag, context) : 'not known';
}

/** Anyone can write a tag, so only a tag of this server becomes a link. */
function linkToRun({ server, repository, runId }: Tag, { githubServer }: ReportContext): Link | string {
  // An adopted token has no run.
  const run = runId === '0' ? '' : `, run ${runId}`;
  if (server !== githubServer) return `${server}/${repository}${run}`;
  const page = runId === '0' ? '' : `/actions/runs/${runId}`;
  return { text: `${repository}${run}`, url: `https://${server}/${repository}${page}` };
}
