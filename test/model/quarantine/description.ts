import { formatSecond, parseInstant } from '../../../src/tokens/dates.ts';
import { recordIn } from '../../../src/tokens/record.ts';
import { formatTagged, parseTagged, type Tag, type TagKind } from '../../../src/tokens/tag.ts';

/** Grants are the permissions of a token in the form of a record: `rw:metrics r:logs`, or `-`. Each set has exactly one text. */
export type Grants = string;

export const NO_GRANTS: Grants = '-';

export interface QuarantineRecord {
  readonly state: 'suspending' | 'suspended' | 'restored';
  /** In milliseconds since 1970. */
  readonly since: number;
  readonly grants: Grants;
}

/** Described contains the parts of a description. */
export interface Described {
  readonly plain: string;
  readonly tag: Tag | undefined;
  readonly record: QuarantineRecord | undefined;
}

/** The model parses the same few descriptions many times. */
const known = new Map<string, Described>();

/** describedBy splits a description into its parts: first the record, then the tag. */
export function describedBy(description: string): Described {
  const remembered = known.get(description);
  if (remembered) return remembered;
  const text = recordIn(description);
  const tagged = parseTagged(description);
  const plain = tagged?.plain ?? description.slice(0, description.length - text.length);
  const described = { plain, tag: tagged?.tag, record: parseRecord(text) };
  known.set(description, described);
  return described;
}

/** formatDescription joins the parts. The record comes last. */
export function formatDescription({ plain, tag, record }: Described): string {
  const text = tag ? formatTagged(plain, tag) : plain;
  // A date that is rounded down would end the quarantine early.
  return record ? `${text} [gha-${record.state}:${formatSecond(record.since)} ${record.grants}]` : text;
}

/** withRecord returns a description with this record instead of any existing one. */
export function withRecord(description: string, record: QuarantineRecord): string {
  return formatDescription({ ...describedBy(description), record });
}

/** kindIn is the kind in the tag of a description. Undefined without a tag. */
export function kindIn(description: string): TagKind | undefined {
  return describedBy(description).tag?.kind;
}

function parseRecord(text: string): QuarantineRecord | undefined {
  const [, state, date = '', grants = ''] =
    /^ \[gha-(suspending|suspended|restored):(\S+) (.+)\]$/.exec(text) ?? [];
  const since = parseInstant(date);
  return state === undefined || since === undefined
    ? undefined
    : { state: state as QuarantineRecord['state'], since, grants };
}
