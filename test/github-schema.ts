import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ActionsMetadataProvider, type ValidationConfig, validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');

interface Action {
  readonly inputs: Record<string, { description: string }>;
  readonly outputs: Record<string, { description: string }>;
}
const ACTION = interfaceOf('action.yml');
const EMULATOR = interfaceOf('emulator/action.yml');
const MANAGEMENT_TOKEN = interfaceOf('management-token/action.yml');

/** The inputs of other actions that workflows here can set. They exist in the pinned versions. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  'attest-build-provenance': ['subject-path'],
  checkout: ['fetch-depth', 'persist-credentials'],
  'codeql-action/analyze': ['category'],
  'codeql-action/init': ['build-mode', 'languages', 'queries'],
  'codeql-action/upload-sarif': ['sarif_file'],
  'configure-aws-credentials': ['aws-region', 'role-to-assume'],
  // `app-id` is deprecated.
  'create-github-app-token': [
    'client-id',
    'owner',
    'permission-actions',
    'permission-dependabot-secrets',
    'permission-environments',
    'permission-organization-secrets',
    'permission-secrets',
    'private-key',
    'repositories',
  ],
  'dependency-review-action': ['allow-licenses', 'fail-on-scopes', 'fail-on-severity'],
  'download-artifact': ['path', 'pattern'],
  'scorecard-action': ['publish_results', 'results_file', 'results_format'],
  'setup-node': ['node-version', 'package-manager-cache'],
  'upload-artifact': ['if-no-files-found', 'name', 'path', 'retention-days'],
  'vault-action': ['exportEnv', 'method', 'role', 'secrets', 'url'],
};
/** The outputs of other actions that workflows here read. The outputs of vault-action have the names in its inputs. */
const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  'create-github-app-token': ['token'],
  'vault-action': ['management_token'],
};

/** Knows our own and other actions, so that it finds inputs in workflows that they do not have. */
const actionsMetadataProvider: ActionsMetadataProvider = {
  fetchActionMetadata: async ({ name, path }) => {
    const described = (names: readonly string[] = []) =>
      Object.fromEntries(names.map((one) => [one, { description: '' }]));
    const full = path ? `${name}/${path}` : name;
    if (full === 'influxdb-token-action') return { name, description: '', ...ACTION };
    if (full === 'influxdb-token-action/management-token')
      return { name, description: '', ...MANAGEMENT_TOKEN };
    if (full === 'influxdb-token-action/emulator') return { name, description: '', ...EMULATOR };
    const inputs = FOREIGN[full];
    return inputs && { name, description: '', inputs: described(inputs), outputs: described(OUTPUTS[full]) };
  },
};

/** Workflows can call only workflows of this repository, with any version. */
const fileProvider: NonNullable<ValidationConfig['fileProvider']> = {
  getFileContent: async ({ path }) => ({ name: path, content: read(`.github/workflows/${basename(path)}`) }),
};

/**
 * diagnostics are the problems that GitHub's own schema finds in an action.yml or a workflow. Each text has its own URI, because
 * the language service caches by URI.
 */
export async function diagnostics(name: string, text: string): Promise<unknown[]> {
  const folder = name === 'action.yml' ? 'action' : '.github/workflows';
  const uri = `file:///${++validations}/${folder}/${name}`;
  return validate(TextDocument.create(uri, 'yaml', 1, text), { actionsMetadataProvider, fileProvider });
}
let validations = 0;

function interfaceOf(actionYml: string): Action {
  const { inputs, outputs } = parse(read(actionYml));
  return { inputs, outputs };
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
