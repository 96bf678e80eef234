import { GithubRefusal } from './github-refusal.ts';

/** checkSecretName refuses names that GitHub does not allow. */
export function checkSecretName(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new GithubRefusal(
      422,
      'Secret names can contain only letters, digits, and underscores, and must not start with a digit.',
    );
  }
  if (/^github_/i.test(name)) throw new GithubRefusal(422, 'Secret names must not start with GITHUB_.');
}
