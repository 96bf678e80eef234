import { recordIn, unfinishedRecordIn } from './record.ts';

/** Who might use a token, and so who can end it. */
export type TagKind = 'job' | 'kept' | 'pending' | 'current';

/**
 * Tag is what the action writes at the end of the description of each token that it creates: the API stores nothing
 * else for us. It is a claim by whoever wrote the description: it selects, it never authorizes. Numbers stay text.
 */
export interface Tag {
  /** Host and port of the GitHub server, lower case. IDs of repositories and runs are unique only within it. */
  readonly server: string;
  /** OWNER/REPO, for people: a rename changes it. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly kind: TagKind;
  /** 16 random hex digits, new for each POST: how a token is found again after a lost response. */
  readonly nonce: string;
}

/** RepositoryKey is what makes two repositories the same one. It survives a rename. */
export type RepositoryKey = Pick<Tag, 'server' | 'repositoryId'>;

/** TaggedDescription is a description in its parts. Together they are the whole text. */
export interface TaggedDescription {
  readonly plain: string;
  readonly tag: Tag;
  /** What follows the tag, verbatim: a record of quarantine, or nothing. */
  readonly record: string;
}

/** TAG_GRAMMAR is what each part of a tag that comes from the runner must be, as the source of a regular expression. */
export const TAG_GRAMMAR = {
  server: String.raw`[a-z0-9._-]{1,253}(?::\d{1,5})?`,
  repository: String.raw`[\w.-]+\/[\w.-]+`,
  repositoryId: String.raw`\d{1,20}`,
  runId: String.raw`\d{1,20}`,
  runAttempt: String.raw`\d{1,9}`,
} as const;

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
 * parseTagged splits a description into plain text, tag, and what follows the tag; undefined when it has no tag. Takes
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

/** plainDescription is what people typed: the description without tag and record. */
export function plainDescription(description: string): string {
  return parseTagged(description)?.plain ?? withoutEnd(description, recordIn(description));
}

/** withPlainDescription replaces what people typed, and keeps tag and record verbatim. */
export function withPlainDescription(description: string, plain: string): string {
  return plain + description.slice(plainDescription(description).length);
}

/** withTag replaces the tag of a description, or gives it one, and keeps the plain description and the record verbatim. */
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

/** findByNonce picks the tokens whose tag has one of the nonces: more than one may, if a gateway repeated a POST. */
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
