import { summary } from '@actions/core';
import { MAX_SUMMARY_BYTES, type Rendering, renderSection, type SummarySection } from './summary.ts';

/** SummaryRendering is a Rendering for several sections. `used`: how many bytes the summary of this step has already. */
export type SummaryRendering = Omit<Rendering, 'level' | 'room'> & { readonly used: number };

/** writeSections appends a section and its parts to the job summary. Returns the number of bytes. Rejects if the write fails. */
export async function writeSections(
  sections: readonly SummarySection[],
  { used, ...rendering }: SummaryRendering,
): Promise<number> {
  let markdown = '';
  for (const section of sections) {
    const level = section === sections[0] ? 'headline' : 'part';
    const room = MAX_SUMMARY_BYTES - used - Buffer.byteLength(markdown);
    // It redacts first and then escapes, because no mask would match a secret that contains an escape.
    markdown += `${renderSection(section, { ...rendering, level, room })}\n`;
  }
  // After a failed write, the toolkit keeps the text for the next one.
  await summary.emptyBuffer().addRaw(markdown).write();
  return Buffer.byteLength(markdown);
}
