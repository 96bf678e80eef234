import type { InputErrors } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { quote } from '../base/text.ts';
import type { CleanupSpec } from '../tokens/cleanup-plan.ts';
import { type Glob, parseGlob } from '../tokens/glob.ts';
import { readGithubToken } from './connection/credentials.ts';
import { readScope } from './fields/filter.ts';
import { readBoolean, readCount, readDuration, UP_TO_TEN_YEARS } from './fields/scalars.ts';
import type { Inputs } from './inputs.ts';
import type { ParseContext, RunRequest } from './request.ts';

/** CleanupRequest asks to revoke tokens that are no longer in use. */
export interface CleanupRequest extends RunRequest {
  readonly operation: 'cleanup';
  readonly spec: CleanupSpec;
  /** If more live tokens than this would be revoked, none is. */
  readonly maxRevocations: number;
  /** Can read workflow runs. */
  readonly githubToken: Secret;
  readonly dryRun: boolean;
}

/** A pattern with fewer literal characters would match nearly everything. */
const MIN_LITERALS = 3;

/** readCleanupRequest reads the inputs of `cleanup`. Collects every input error. */
export function readCleanupRequest({ inputs, common, variables, errors }: ParseContext): CleanupRequest {
  const run = variables.run(errors);
  const scope = readScope(inputs.scope || 'repository', run, errors);
  const pattern = readPattern(inputs, inputs.scope === 'cluster', errors);
  const maxAgeMs = readMaxAge(inputs, errors);
  return {
    operation: 'cleanup',
    ...common,
    run,
    spec: {
      scope,
      ...(pattern ? { pattern } : {}),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
      quarantineMs: readDuration(
        inputs,
        { input: 'quarantine', ...UP_TO_TEN_YEARS, zeroIsOff: true },
        errors,
      ),
    },
    maxRevocations: readCount(inputs, { input: 'max-revocations', max: 1_000_000 }, errors),
    githubToken: readGithubToken(inputs, 'github-token', errors),
    dryRun: readBoolean(inputs, 'dry-run', errors),
  };
}

/** A cleanup of the tokens of all people needs a pattern. */
function readPattern(inputs: Inputs, required: boolean, errors: InputErrors): Glob | undefined {
  const text = inputs['description-pattern'];
  if (text === '') {
    if (required) {
      errors.add(
        'description-pattern',
        'is required with `scope: cluster`, because a cleanup without a pattern would revoke tokens of other people. Write a ' +
          'pattern such as `load test*`.',
      );
    }
    return undefined;
  }
  const pattern = parseGlob(text);
  if (required && pattern.literals < MIN_LITERALS) {
    errors.add(
      'description-pattern',
      `${quote(text)} is too short for \`scope: cluster\`, because it would match tokens of other people. Write at least ` +
        `${MIN_LITERALS} characters in addition to \`*\` and \`?\`, such as \`load test*\`.`,
    );
  }
  return pattern;
}

function readMaxAge(inputs: Inputs, errors: InputErrors): number | undefined {
  if (inputs['max-age'] === '') return undefined;
  return readDuration(inputs, { input: 'max-age', ...UP_TO_TEN_YEARS }, errors);
}
