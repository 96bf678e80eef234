/** Who may be holding a token, and so who may revoke it. */
export type TagKind = 'job' | 'kept' | 'handed' | 'current';

/**
 * Tag is what the action writes at the end of the description of each token that it creates: the API stores nothing
 * else for us. It is a claim by whoever wrote the description: it selects, it never authorizes. Numbers stay text.
 */
export interface Tag {
  /** OWNER/REPO, for people: a rename changes it. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly kind: TagKind;
  /** 16 random hex digits, new for each POST: how a token is found again whose answer was lost. */
  readonly nonce: string;
}

export interface TaggedDescription {
  readonly plain: string;
  readonly tag: Tag;
}

const TAG =
  /^ \[gha:([\w.-]+\/[\w.-]+)#(\d{1,20}) (\d{1,20})\.(\d{1,9}) (job|kept|handed|current) ([0-9a-f]{16})\]$/;

/** formatTagged appends a tag to a plain description. */
export function formatTagged(plain: string, tag: Tag): string {
  return `${plain} [gha:${tag.repository}#${tag.repositoryId} ${tag.runId}.${tag.runAttempt} ${tag.kind} ${tag.nonce}]`;
}

/** parseTagged splits a description into plain text and tag; undefined when it does not end in exactly a tag. */
export function parseTagged(description: string): TaggedDescription | undefined {
  // A tag holds no bracket but its own, so only the last one can begin it: reading stays linear in any text.
  const start = description.lastIndexOf(' [gha:');
  if (start < 1) return undefined;
  const match = TAG.exec(description.slice(start));
  if (!match) return undefined;
  const [, repository = '', repositoryId = '', runId = '', runAttempt = '', kind, nonce = ''] = match;
  return {
    plain: description.slice(0, start),
    tag: { repository, repositoryId, runId, runAttempt, kind: kind as TagKind, nonce },
  };
}

/** plainDescription is what people typed: the description without its tag, if it has one. */
export function plainDescription(description: string): string {
  return parseTagged(description)?.plain ?? description;
}

/** carrying picks the tokens whose tag has one of the nonces: more than one may, if a gateway repeated a POST. */
export function carrying<Described extends { readonly description: string }>(
  nonces: ReadonlySet<string>,
  tokens: readonly Described[],
): { readonly token: Described; readonly nonce: string }[] {
  return tokens.flatMap((token) => {
    const nonce = parseTagged(token.description)?.tag.nonce;
    return nonce !== undefined && nonces.has(nonce) ? [{ token, nonce }] : [];
  });
}
