import { asSentence } from '../../base/errors.ts';
import { countOf, formatCount, markServerText } from '../../base/text.ts';
import type { Line } from '../../runner/publish.ts';
import { describeExpiring } from '../../tokens/token-spec.ts';
import type { ManagementProgress } from '../outcome.ts';
import type { ManagementRotation, NotDue } from '../plan.ts';

/** describeManagementProgress writes the lines of the log about one step forward. */
export function describeManagementProgress(progress: ManagementProgress): readonly Line[] {
  switch (progress.kind) {
    case 'outcome-unknown': {
      const text = `It is not known whether a management token was created. ${asSentence(progress.error)}`;
      return [{ kind: 'warning', code: 'response-lost', text }];
    }
    case 'lost-token-revoked':
      return [info(`Revoked management token ${progress.id}, whose value was lost.`)];
    case 'created':
      return [info(`Created management token ${progress.id}.`)];
    case 'accepted':
      return [info(`The Management API accepts management token ${progress.id}.`)];
    case 'stored':
      return [info(`Stored the new management token in \`${progress.target}\`.`)];
    case 'planned':
      return linesOf(progress.plan);
    case 'runs-unresolved': {
      const { count, asked, why } = progress.unresolved;
      const text =
        `The status of ${formatCount(count)} of ${countOf(asked, 'run')} with an undelivered token is not known. ` +
        why;
      return [{ kind: 'warning', code: 'run-status-unknown', text }];
    }
  }
}

function linesOf(plan: ManagementRotation | NotDue): readonly Line[] {
  const notices = plan.kind === 'rotate' ? plan.notices : [];
  return [
    ...plan.warnings.map((text) => ({ kind: 'warning', code: 'rotation', text }) as const),
    ...notices.map((text) => ({ kind: 'notice', code: 'rotation', text }) as const),
    info(describePlan(plan)),
  ].map((line) => ({ ...line, text: markServerText(line.text) }));
}

/** describePlan says whether a rotation is due, and why. */
export function describePlan(plan: ManagementRotation | NotDue): string {
  return plan.kind === 'rotate'
    ? `A rotation is due: ${markServerText(plan.reasons.join('; '))}.`
    : `No rotation is due: every secret contains management token ${plan.newest.id}, which ${describeExpiring(plan.newest.expiresAt)}.`;
}

/** info is a line of the log. */
export function info(text: string): Line {
  return { kind: 'info', text };
}
