import { summary } from '@actions/core';

/** writeSummary appends Markdown to the job summary. Rejects if the write fails. */
export async function writeSummary(markdown: string): Promise<void> {
  // After a failed write, the toolkit keeps the text for the next one.
  await summary.emptyBuffer().addRaw(markdown).write();
}
