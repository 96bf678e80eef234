/** Prints the notes of a release, given its tag: the section of CHANGELOG.md about it. Fails when there is none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * releaseNotes are what a changelog says of the version that a tag names. Throws when the tag is none of a release, when
 * package.json has another version, and when the changelog has no section of it or nothing in that.
 */
export function releaseNotes(tag: string, changelog: string, packageVersion: string): string {
  const [, version] = /^v(\d+\.\d+\.\d+)$/.exec(tag) ?? [];
  if (version === undefined) throw new Error(`${tag} is no tag of a release: these look like v1.2.3.`);
  if (packageVersion !== version)
    throw new Error(`package.json has version ${packageVersion}, not ${version}.`);
  const section = changelog.split(/^## /m).find((text) => text.split(/\s/, 1)[0] === version);
  const [, ...lines] = section?.split('\n') ?? [];
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  try {
    console.log(
      releaseNotes(process.argv[2] ?? '', read('CHANGELOG.md'), JSON.parse(read('package.json')).version),
    );
  } catch (error) {
    console.error(`::error::${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
