/**
 * Stand-ins for the programs that examples call, as bodies for `Programs`. Each of them refuses every command that its example
 * does not need.
 */
import { ACTION } from '../scene.ts';

/** Calls the curl of this machine. Use it to record the arguments of curl. */
export const CURL = `
  const { spawnSync } = require('node:child_process');
  const PATH = env.PATH.split(':').slice(1).join(':');
  const { status, stdout, stderr } = spawnSync('curl', args, { input: stdin, env: { ...env, PATH }, encoding: 'utf8' });
  process.stdout.write(stdout);
  if (status !== 0) refuse(stderr);`;

export const STORE_TOKEN = 'ghp_store-token-of-a-person';

export const GH_SECRETS = `
  if (args.join(' ') !== 'secret set INFLUXDB_TOKEN --repo acme/ingest') refuse('unknown command');
  if (env.GH_TOKEN !== '${STORE_TOKEN}') refuse('HTTP 401');
  if (!/^apiv1_\\S+$/.test(stdin)) refuse('this is not a token');`;

/** Keeps the issues of the repository in a file in its folder. */
export const GH_ISSUES = `
  const { existsSync, writeFileSync } = require('node:fs');
  const file = require('node:path').join(__dirname, 'issues.json');
  const issues = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const save = () => writeFileSync(file, JSON.stringify(issues));
  if (!env.GH_TOKEN) refuse('gh: set the GH_TOKEN environment variable');
  if (env.GH_REPO !== 'acme/web') refuse('GraphQL: Could not resolve to a Repository');
  const [area, command, ...rest] = args;
  const flag = (name) => rest[rest.indexOf('--' + name) + 1] ?? refuse('no --' + name);
  if (area !== 'issue') refuse('unknown command: ' + args.join(' '));
  switch (command) {
    case 'list': {
      if (flag('json') !== 'number' || flag('jq') !== '.[0].number // empty') refuse('unknown fields');
      const [, title] = /^in:title "(.+)"$/.exec(flag('search')) ?? refuse('unknown search');
      return String(issues.find((issue) => issue.state === flag('state') && issue.title === title)?.number ?? '');
    }
    case 'create':
      issues.push({ number: issues.length + 1, state: 'open', title: flag('title'), bodies: [flag('body')] });
      save();
      return 'https://github.com/acme/web/issues/' + issues.length;
    case 'comment': {
      const issue = issues.find(({ number }) => String(number) === rest[0]) ?? refuse('no issue found');
      issue.bodies.push(flag('body'));
      return save();
    }
    default:
      refuse('unknown command: ' + args.join(' '));
  }`;

/** Reads only the configuration that the example writes, and sends one point with curl. */
export const TELEGRAF = `
  const { execFileSync } = require('node:child_process');
  if (args[0] !== '--config' || args[2] !== '--once') refuse('unknown flags');
  const config = readFileSync(args[1], 'utf8');
  const value = (key) => new RegExp('^  ' + key + ' = (.*)$', 'm').exec(config)?.[1] ?? refuse('no ' + key);
  if (!config.includes('[[inputs.cpu]]')) refuse('no inputs configured');
  if (!config.includes('[[outputs.influxdb_v2]]')) refuse('no outputs configured');
  if (config.includes('apiv1_')) refuse('the file contains a token');
  if (value('organization') !== '""') refuse('a cluster has no organizations');
  const expand = (text) => text.replaceAll(/\\$\\{(\\w+)\\}/g, (_, name) => env[name] ?? refuse('no ' + name));
  const [url] = JSON.parse(expand(value('urls')));
  const token = JSON.parse(expand(value('token')));
  const target = url + '/api/v2/write?org=' + JSON.parse(value('organization')) + '&bucket=' + JSON.parse(value('bucket'));
  try {
    execFileSync('curl', ['--silent', '--fail-with-body', '--header', '@-', '--data-binary', 'cpu usage_idle=98.5', target],
      { input: 'Authorization: Token ' + token });
  } catch {
    refuse('failed to write metrics');
  }`;

/** Unlike Terraform, it fails in an empty folder. */
export const TERRAFORM = `
  const { existsSync, writeFileSync } = require('node:fs');
  const command = args.join(' ');
  if (!existsSync('main.tf')) refuse('there is no configuration here');
  if (command === 'init -input=false') return writeFileSync('.terraform.lock.hcl', '');
  if (!existsSync('.terraform.lock.hcl')) refuse('run init first');
  if (command !== 'apply -input=false -auto-approve') refuse('unknown command: ' + command);
  if (!/^apiv1_/.test(env.TF_VAR_influxdb_token ?? '')) refuse('No value for required variable "influxdb_token"');
  if (!/^http/.test(env.TF_VAR_influxdb_url ?? '')) refuse('No value for required variable "influxdb_url"');`;

/** Downloads nothing: the client is already installed, in the version that the example uses. */
export const NPM = `
  const { symlinkSync } = require('node:fs');
  const [, version] = /^install --no-save @influxdata\\/influxdb3-client@(\\S+)$/.exec(args.join(' ')) ?? refuse('unknown command');
  const folder = ${JSON.stringify(`${ACTION}/node_modules`)};
  const installed = JSON.parse(readFileSync(folder + '/@influxdata/influxdb3-client/package.json', 'utf8'));
  if (installed.version !== version) refuse('version ' + installed.version + ' is installed here');
  symlinkSync(folder, 'node_modules');`;

/** Needs the session that the stand-in for configure-aws-credentials stores. */
export const AWS = `
  if (!require('node:fs').existsSync(require('node:path').join(__dirname, 'session'))) refuse('Unable to locate credentials');
  if (args.join(' ') !== 'secretsmanager put-secret-value --secret-id influxdb/applications --secret-string file:///dev/stdin')
    refuse('unknown command: ' + args.join(' '));
  if (stdin === '') refuse('Invalid length for parameter SecretString');
  return JSON.stringify({ Name: 'influxdb/applications', VersionStages: ['AWSCURRENT'] });`;

export const KUBECONFIG = 'apiVersion: v1\nkind: Config\nusers: [{user: {token: key-of-a-service-account}}]';

/** Unlike kubectl, it fails if anybody else can read the file with the key. */
export const KUBECTL = `
  const path = env.KUBECONFIG ?? refuse('no KUBECONFIG');
  if (!readFileSync(path, 'utf8').includes('kind: Config')) refuse('invalid configuration');
  if (require('node:fs').statSync(path).mode & 0o077) refuse('others can read the configuration');
  switch (args.join(' ')) {
    case 'create secret generic influxdb-token --namespace collector --from-file=token=/dev/stdin --dry-run=client --output yaml':
      return 'kind: Secret\\ndata:\\n  token: ' + Buffer.from(stdin).toString('base64');
    case 'apply --filename -':
      if (!stdin.startsWith('kind: Secret')) refuse('error: no objects passed to apply');
      return 'secret/influxdb-token configured';
    case 'rollout restart deployment/collector --namespace collector':
      return 'deployment.apps/collector restarted';
    case 'rollout status deployment/collector --namespace collector --timeout 5m':
      return 'deployment "collector" successfully rolled out';
    default:
      refuse('unknown command: ' + args.join(' '));
  }`;
