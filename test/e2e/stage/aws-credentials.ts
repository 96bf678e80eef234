import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { StandIn } from '../../actions-runner/workflow/actions.ts';

/** The only role that trusts the repository. */
export const AWS_ROLE = 'arn:aws:iam::123456789012:role/influxdb-rotation';
/** The credentials of a session with the role. No log shows them. */
export const AWS_SESSION = 'session-of-a-role';

/**
 * Replaces aws-actions/configure-aws-credentials. It stores a session next to the stand-in for `aws`, in the folder of the
 * programs. The real action exports the session to the environment.
 */
export function awsCredentials(workflow: string, programs: { readonly folder: string }): StandIn {
  return async ({ inputs, print }) => {
    const unknown = Object.keys(inputs).find((name) => !['role-to-assume', 'aws-region'].includes(name));
    if (unknown !== undefined) throw new Error(`unexpected input: ${unknown}`);
    if (parse(workflow).permissions?.['id-token'] !== 'write')
      throw new Error(
        'It looks like you might be trying to authenticate with OIDC without `id-token: write`',
      );
    if (inputs['role-to-assume'] !== AWS_ROLE)
      throw new Error('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    if (!inputs['aws-region']) throw new Error('Input required and not supplied: aws-region');
    print(`::add-mask::${AWS_SESSION}`);
    writeFileSync(join(programs.folder, 'session'), AWS_SESSION);
    return {};
  };
}
