import { getCACertificates } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anchorsOfPostStep,
  describeAdditions,
  describeIgnored,
  fingerprint,
  type NodeTrust,
  nodeTrust,
  trustOfMain,
} from '../../src/http/trust.ts';
import { pem } from '../e2e/tls-front.ts';

/** Certificates are only compared here, so any text can represent one. */
const certificate = fc.stringMatching(/^[A-Za-z0-9+/]{4,8}$/);
const certificates = fc.uniqueArray(certificate, { maxLength: 6 });
const node: fc.Arbitrary<NodeTrust | undefined> = fc.option(
  fc.record({
    bundled: certificates,
    trustsBundled: fc.boolean(),
    additions: fc.array(fc.record({ source: fc.string(), certificates }), { maxLength: 3 }),
  }),
  { nil: undefined },
);

function addedBy(trust: NodeTrust | undefined): readonly string[] {
  return (trust?.additions ?? []).flatMap((addition) => addition.certificates);
}

describe('what main trusts', () => {
  test('with given certificates includes everything that it trusts without them', () => {
    fc.assert(
      fc.property(certificates, node, (given, trust) => {
        fc.pre(given.length > 0 && trust !== undefined);
        const { anchors } = trustOfMain(given, trust);
        const before = [...(trust?.trustsBundled ? trust.bundled : []), ...addedBy(trust)];
        expect(anchors).toMatchObject({ kind: 'listed' });
        const listed = anchors.kind === 'listed' ? new Set(anchors.certificates) : new Set();
        expect(listed).toEqual(new Set([...before, ...given]));
      }),
    );
  });

  test('is Node’s default if nothing is given and nothing is added', () => {
    expect(trustOfMain([], undefined)).toEqual({ anchors: { kind: 'default' }, fingerprints: [] });
  });

  test('is recorded as the fingerprint of each certificate that is not bundled', () => {
    fc.assert(
      fc.property(certificates, node, (given, trust) => {
        fc.pre(trust !== undefined);
        const known = new Set((trust?.bundled ?? []).map(fingerprint));
        const added = [...given, ...addedBy(trust)].map(fingerprint).filter((one) => !known.has(one));
        expect(new Set(trustOfMain(given, trust).fingerprints)).toEqual(new Set(added));
      }),
    );
  });

  test('is recorded in less space than an environment variable of Windows has', () => {
    const many = Array.from({ length: 5000 }, (_, index) => String(10_000 + index));
    const { fingerprints } = trustOfMain(many, { bundled: [], trustsBundled: true, additions: [] });
    expect(JSON.stringify(fingerprints).length).toBeLessThan(30_000);
    expect(fingerprints[0]).toBe(fingerprint(many[0] ?? ''));
  });
});

describe('what the post step trusts', () => {
  test('includes only bundled certificates and what main trusted', () => {
    fc.assert(
      fc.property(certificates, node, certificates, node, (given, main, later, post) => {
        fc.pre(post !== undefined && main !== undefined);
        const trusted = new Set([...given, ...addedBy(main)].map(fingerprint));
        const bundled = new Set(post?.bundled);
        const anchors = anchorsOfPostStep(later, post, trustOfMain(given, main).fingerprints);
        expect(anchors.kind).toBe('listed');
        for (const one of anchors.kind === 'listed' ? anchors.certificates : [])
          expect(bundled.has(one) || trusted.has(fingerprint(one)), one).toBe(true);
      }),
    );
  });

  test('is everything that main trusted and that is still present', () => {
    fc.assert(
      fc.property(certificates, node, (given, trust) => {
        fc.pre(trust !== undefined);
        const anchors = anchorsOfPostStep(given, trust, trustOfMain(given, trust).fingerprints);
        const listed = new Set(anchors.kind === 'listed' ? anchors.certificates : []);
        for (const one of [...given, ...addedBy(trust)]) {
          const isBundled = trust?.bundled.some((known) => fingerprint(known) === fingerprint(one));
          expect(listed.has(one) || isBundled, one).toBe(true);
        }
      }),
    );
  });

  test('is Node’s default if nothing was recorded and nothing is added', () => {
    expect(anchorsOfPostStep(['given later'], undefined, [])).toEqual({ kind: 'default' });
  });

  test('is a list if there are certificates that were not recorded', () => {
    const added = { bundled: ['b'], trustsBundled: true, additions: [{ source: 'x', certificates: ['c'] }] };
    expect(anchorsOfPostStep(['g'], added, [])).toEqual({ kind: 'listed', certificates: ['b'] });
  });
});

describe('certificates that the post step does not trust', () => {
  const bundled = { bundled: ['bbbb'], trustsBundled: true };

  test('are counted in one line', () => {
    const node = { ...bundled, additions: [{ source: 'x', certificates: ['bbbb', 'cccc', 'dddd'] }] };
    expect(describeIgnored(['dddd', 'eeee'], node, [fingerprint('cccc')])).toBe(
      'The post step ignores 2 certificates that the main step did not trust.',
    );
  });

  test('are not mentioned if main trusted all of them', () => {
    const node = { ...bundled, additions: [{ source: 'x', certificates: ['bbbb', 'cccc'] }] };
    expect(describeIgnored(['dddd'], node, ['cccc', 'dddd'].map(fingerprint))).toBeUndefined();
    expect(describeIgnored([], undefined, [])).toBeUndefined();
  });
});

describe('a fingerprint', () => {
  test('is the SHA-256 hash of the certificate, with any line endings', () => {
    const hex = Buffer.from(fingerprint(pem('authority')), 'base64url').toString('hex');
    expect(hex).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(pem('authority').replaceAll('\n', '\r\n'))).toBe(fingerprint(pem('authority')));
    expect(fingerprint(pem('server'))).not.toBe(fingerprint(pem('authority')));
  });
});

describe('what Node trusts', () => {
  test('is not read if no variable and no option can have changed it', () => {
    expect(nodeTrust({ env: { PATH: '/bin', NODE_EXTRA_CA_CERTS: '' }, execArgv: [] })).toBeUndefined();
  });

  test('is read if a variable can have changed it, with its source and number', () => {
    const trust = nodeTrust({ env: { NODE_OPTIONS: '--max-old-space-size=100' }, execArgv: [] });
    expect(trust?.bundled).toEqual(getCACertificates('bundled'));
    expect(trust?.trustsBundled).toBe(true);
  });

  test('is described by its sources, without any certificate', () => {
    const additions = [
      { source: 'NODE_EXTRA_CA_CERTS', certificates: ['c', 'd'] },
      { source: 'the system store (NODE_USE_SYSTEM_CA)', certificates: ['b'] },
    ];
    expect(describeAdditions({ bundled: ['b'], trustsBundled: true, additions })).toBe(
      'This step trusts 2 certificates from NODE_EXTRA_CA_CERTS, in addition to the certificates of Node.js.',
    );
    expect(describeAdditions({ bundled: ['b', 'c', 'd'], trustsBundled: true, additions })).toBeUndefined();
    expect(describeAdditions(undefined)).toBeUndefined();
  });
});
