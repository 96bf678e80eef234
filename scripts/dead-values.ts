import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * withoutDeadValues shortens each `null && (…)` to `null`. Webpack writes this in place of the value of a constant that no code uses, and
 * leaves the value in the bundle. The result of the expression is the same.
 */
export function withoutDeadValues(code: string): string {
  let text = '';
  let end = 0;
  for (const { from, to } of deadValues(parseSync('file.cjs', code).program)) {
    if (from < end) continue;
    text += code.slice(end, from);
    end = to;
  }
  return text + code.slice(end);
}

/** The parts of the code after each `null`, in the order of the code. */
function deadValues(root: unknown): { readonly from: number; readonly to: number }[] {
  const found: { readonly from: number; readonly to: number }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isNullAnd(value)) found.push({ from: value.left.end, to: value.end });
    else for (const child of Object.values(value)) visit(child);
  };
  visit(root);
  return found.sort((one, other) => one.from - other.from);
}

function isNullAnd(value: object): value is Node & { readonly left: Node } {
  const { type, operator, left } = value as {
    type?: string;
    operator?: string;
    left?: { type?: string; raw?: unknown };
  };
  return type === 'LogicalExpression' && operator === '&&' && left?.type === 'Literal' && left.raw === 'null';
}
