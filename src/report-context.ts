import { systemClock } from './base/clock.ts';
import { clusterName, type Endpoint } from './management-api/endpoint.ts';
import type { ReportContext } from './report/context.ts';
import { githubServer, readActionName } from './request/run-context.ts';

/** readReportContext reads the context of a report that is made now. */
export function readReportContext(endpoint: Endpoint): ReportContext {
  return {
    cluster: clusterName(endpoint),
    endpoint,
    action: readActionName(process.env),
    githubServer: githubServer(process.env),
    now: systemClock.now(),
  };
}
