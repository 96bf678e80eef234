import { recordIn, unfinishedRecordIn } from './record.ts';

/** TagKind says who might use a token, and therefore who can end it. */
export type TagKind = 'job' | 'kept' | 'pending' | 'current';

/**
 * Tag is the text that the action writes at the end of the description of each token that it creates, because the API stores no
 * other text. Anyone can write a description, so a tag selects tokens but never authorizes anything. Numbers stay text.
 */
export interface Tag {
  /** Host and port of the GitHub server, lower case. IDs of repositories and runs are unique only within it. */
  readonly server: string;
  /** OWNER/REPO, for people. A rename changes it. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly kind: TagKind;
  /** 16 random hex digits, new for each POST. After a lost response, the action finds the token by its nonce. */
  readonly nonce: string;
}

/** RepositoryKey identifies a repository. It survives a rename. */
export type RepositoryKey = Pick<Tag, 'server' | 'repositoryId'>;

/** TaggedDescription is a description split into its parts. Together, the parts are the whole text. */
export interface TaggedDescription {
  readonly plain: string;
  readonly tag: Tag;
  /** What follows the tag, verbatim: a record of quarantine, or nothing. */
  readonly record: string;
}

/** TAG_GRAMMAR contains the regular expressions for the parts of a tag that come from the runner. */
export const TAG_GRAMMAR = {
  server: String.raw`[a-z0-9._-]{1,253}(?::\d{1,5})?`,
  repository: String.raw`[\w.-]+\/[\w.-]+`,
  repositoryId: String.raw`\d{1,20}`,
  runId: String.raw`\d{1,20}`,
  runAttempt: String.raw`\d{1,9}`,
} as const;

/** tagOfRun is the tag of a token that a run creates. */
export function tagOfRun(
  { server, repository, repositoryId, runId, runAttempt }: Omit<Tag, 'kind' | 'nonce'>,
  kind: TagKind,
  nonce: string,
): Tag {
  return { server, repository, repositoryId, runId, runAttempt, kind, nonce };
}

const TAG_START = ' [gha:';

const { server, repository, repositoryId, runId, runAttempt } = TAG_GRAMMAR;
const TAG = new RegExp(
  String.raw`^ \[gha:(${server})\/(${repository})#(${repositoryId}) (${runId})\.(${runAttempt}) (job|kept|pending|current) ([0-9a-f]{16})\]$`,
);

/** formatTagged appends a tag to a plain description. */
export function formatTagged(plain: string, tag: Tag): string {
  const { server, repository, repositoryId, runId, runAttempt, kind, nonce } = tag;
  return `${plain}${TAG_START}${server}/${repository}#${repositoryId} ${runId}.${runAttempt} ${kind} ${nonce}]`;
}

/**
 * parseTagged splits a description into its plain text, its tag, and the text after the tag. Undefined if there is no tag. Needs
 * time linear in the text.
 */
export function parseTagged(description: string): TaggedDescription | undefined {
  const record = recordIn(description);
  const unfinished = unfinishedRecordIn(withoutEnd(description, record));
  const text = withoutEnd(description, unfinished + record);
  // A tag contains no bracket but its own, so only the last one can be the tag.
  const start = text.lastIndexOf(TAG_START);
  if (start < 1) return undefined;
  const match = TAG.exec(text.slice(start));
  if (!match) return undefined;
  const [, server = '', repository = '', repositoryId = '', runId = '', runAttempt = '', kind, nonce = ''] =
    match;
  const tag = { server, repository, repositoryId, runId, runAttempt, kind: kind as TagKind, nonce };
  return { plain: text.slice(0, start), tag, record: unfinished + record };
}

/** plainDescription is the text that people typed, which is the description without tag and record. */
export function plainDescription(description: string): string {
  return parseTagged(description)?.plain ?? withoutEnd(description, recordIn(description));
}

/** withPlainDescription replaces the text that people typed, and keeps tag and record verbatim. */
export function withPlainDescription(description: string, plain: string): string {
  return plain + description.slice(plainDescription(description).length);
}

/** withTag replaces or adds the tag of a description, and keeps the plain description and the record verbatim. */
export function withTag(description: string, tag: Tag): string {
  const record = parseTagged(description)?.record ?? recordIn(description);
  return formatTagged(plainDescription(description), tag) + record;
}

/** withRecord replaces the record of a description, or gives it one, and keeps the plain description and the tag verbatim. */
export function withRecord(description: string, record: string): string {
  const replaced = parseTagged(description)?.record ?? recordIn(description);
  return withoutEnd(description, replaced) + record;
}

/** isSameRepository compares by server and ID, because IDs are unique only within one server. */
export function isSameRepository(one: RepositoryKey, other: RepositoryKey): boolean {
  return one.server === other.server && one.repositoryId === other.repositoryId;
}

/** findByNonce returns the tokens whose tag has one of the nonces. Several tokens can have the same one, if a gateway repeated a POST. */
export function findByNonce<Described extends { readonly description: string }>(
  nonces: ReadonlySet<string>,
  tokens: readonly Described[],
): { readonly token: Described; readonly nonce: string }[] {
  return tokens.flatMap((token) => {
    const nonce = parseTagged(token.description)?.tag.nonce;
    return nonce !== undefined && nonces.has(nonce) ? [{ token, nonce }] : [];
  });
}

function withoutEnd(text: string, end: string): string {
  return text.slice(0, text.length - end.length);
}
