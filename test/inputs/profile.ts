import { type InputError, InputErrors } from '../../src/base/errors.ts';
import { readConnection } from '../../src/request/connection/connection.ts';
import { type ConnectionSources, readSources } from '../../src/request/connection/setting.ts';
import { readTextFile } from '../../src/request/connection/text-file.ts';
import type { Inputs } from '../../src/request/inputs.ts';
import { errorsThrownBy, flattened, given } from './given.ts';

export const ACCOUNT = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
export const CLUSTER = '2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

/** The lines of a profile for Cloud Dedicated. */
export const DEDICATED: readonly string[] = [
  'product = "dedicated"',
  `account_id = "${ACCOUNT}"`,
  `cluster_id = "${CLUSTER}"`,
  'mgmt_token = "profiled"',
];

/** The lines of a profile for Clustered. */
export const CLUSTERED: readonly string[] = [
  'product = "clustered"',
  'host = "influx.example.com"',
  'mgmt_token = "profiled"',
];

/** configuration is the text of a `config.toml` whose only profile has these lines. */
export function configuration(lines: readonly string[]): string {
  return `[[profile]]\nname = "default"\n${lines.join('\n')}\n`;
}

export interface Connected {
  readonly sources: ConnectionSources;
  /** After an input error, it is not usable. */
  readonly connection: ReturnType<typeof flattened>;
  readonly errors: readonly InputError[];
}

/** connectWith reads a connection from inputs as both steps do, with all input errors. */
export async function connectWith(inputs: Partial<Inputs>): Promise<Connected> {
  const list = new InputErrors();
  const sources = await readSources(given(inputs), readTextFile, list);
  const connection = flattened(readConnection(sources, list));
  return { sources, connection, errors: errorsThrownBy(() => list.throwIfAny()) };
}

/** connect is connectWith for a profile with these lines, and other inputs. */
export async function connect(lines: readonly string[], inputs: Partial<Inputs> = {}): Promise<Connected> {
  return connectWith({ 'influxctl-config': configuration(lines), ...inputs });
}
