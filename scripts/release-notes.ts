/**
 * Prints the notes of a release: its section of CHANGELOG.md, and how to verify the release. The arguments are the tag and the
 * repository. Fails if the section does not exist.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release: its tag, and the repository (OWNER/REPO) that publishes it. */
export interface Release {
  readonly tag: string;
  readonly repository: string;
}

/**
 * releaseNotes are the section of a changelog about a release, and the command that verifies the release. Throws if the tag does
 * not name a release, if package.json has another version, or if the section is missing or empty.
 */
export function releaseNotes(release: Release, changelog: string, packageVersion: string): string {
  const [, version] = /^v(\d+\.\d+\.\d+)$/.exec(release.tag) ?? [];
  if (version === undefined) throw new Error(`${release.tag} is not the tag of a release, such as v1.2.3.`);
  if (packageVersion !== version)
    throw new Error(`package.json has version ${packageVersion}, not ${version}.`);
  const section = changelog.split(/^## /m).find((text) => text.split(/\s/, 1)[0] === version);
  const [, ...lines] = section?.split('\n') ?? [];
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md has no section about ${version}.`);
  return `${notes}\n\n${verification(release)}`;
}

/** Names the workflow and the tag. Otherwise, any workflow of the repository could have signed the file. */
function verification({ tag, repository }: Release): string {
  return `## Verify this release

The attestation says which workflow built a file, and from which tag. Download the file, or check out the tag, and run:

\`\`\`sh
gh attestation verify influxdb-token-action-${tag}.tar.gz --repo ${repository} \\
  --signer-workflow ${repository}/.github/workflows/release.yml --source-ref refs/tags/${tag}
\`\`\`

The same command verifies \`action.yml\`, each JavaScript file of \`dist\`, and \`sbom.cdx.json\`, which lists all packages
and marks those that only the build uses.`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const [, , tag = '', repository = ''] = process.argv;
  try {
    const { version } = JSON.parse(read('package.json'));
    console.log(releaseNotes({ tag, repository }, read('CHANGELOG.md'), version));
  } catch (error) {
    console.error(`::error::${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
