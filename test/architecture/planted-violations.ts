/** One file that breaks one rule; what it imports is made as an empty module. */
export interface PlantedViolation {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
  /** The file that the import leads to, unless it is a package. */
  readonly target?: string;
}

const slices = [
  'accounts',
  'policy',
  'fleet',
  'compliance',
  'deliveries',
  'alerts',
  'tracking',
  'durations',
  'dispatch',
  'supervision',
  'credit',
  'audit',
  'oversight',
  'intake',
];

/** Each slice but the last imports its right neighbour. */
const againstTheOrder = slices.slice(0, -1).map((slice, place) => ({
  rule: `${slice}-imports-leftwards`,
  file: `libs/${slice}/src/order.ts`,
  imports: `@tongyun/${slices[place + 1]}`,
  target: `libs/${slices[place + 1]}/src/index.ts`,
}));

export const PLANTED: readonly PlantedViolation[] = [
  {
    rule: 'kernel-knows-nobody',
    file: 'libs/kernel/src/knows.ts',
    imports: '@tongyun/geo',
    target: 'libs/geo/src/index.ts',
  },
  { rule: 'engines-are-pure', file: 'libs/geo/src/framed.ts', imports: '@nestjs/common' },
  { rule: 'engines-need-no-node', file: 'libs/permission/src/on-node.ts', imports: 'node:fs' },
  {
    rule: 'rules-know-only-rules',
    file: 'libs/fleet/src/rules/reaching.ts',
    imports: '../reached.service.js',
    target: 'libs/fleet/src/reached.service.ts',
  },
  {
    rule: 'enter-by-the-door',
    file: 'libs/fleet/src/intruder.ts',
    imports: '../../accounts/src/inner.js',
    target: 'libs/accounts/src/inner.ts',
  },
  {
    rule: 'tables-belong-to-their-slice',
    file: 'libs/fleet/src/borrower.ts',
    imports: '@tongyun/accounts/data',
    target: 'libs/accounts/src/data/index.ts',
  },
  {
    rule: 'http-is-for-the-api',
    file: 'libs/fleet/src/caller.ts',
    imports: '@tongyun/accounts/http',
    target: 'libs/accounts/src/http/index.ts',
  },
  {
    rule: 'base-serves-every-slice',
    file: 'libs/platform/src/partial.ts',
    imports: '@tongyun/fleet',
    target: 'libs/fleet/src/index.ts',
  },
  ...againstTheOrder,
  {
    rule: 'web-takes-browser-safe-libs',
    file: 'apps/web/src/map/heavy.ts',
    imports: '../../../../libs/fleet/src/index.js',
    target: 'libs/fleet/src/index.ts',
  },
  {
    rule: 'audiences-never-import-each-other',
    file: 'apps/web/src/driver/peek.ts',
    imports: '../police/page.js',
    target: 'apps/web/src/police/page.ts',
  },
  {
    rule: 'libs-never-import-apps',
    file: 'libs/fleet/src/upward.ts',
    imports: '../../../apps/api/src/index.js',
    target: 'apps/api/src/index.ts',
  },
  {
    rule: 'apps-never-import-apps',
    file: 'apps/gateway/src/sideways.ts',
    imports: '../../api/src/index.js',
    target: 'apps/api/src/index.ts',
  },
  {
    rule: 'server-mounts-by-index',
    file: 'apps/server/src/inside.ts',
    imports: '../../api/src/inner.js',
    target: 'apps/api/src/inner.ts',
  },
  {
    rule: 'test-support-is-for-specs',
    file: 'libs/fleet/src/supported.ts',
    imports: '../../../test/support/builder.js',
    target: 'test/support/builder.ts',
  },
  {
    rule: 'schema-is-opened-by-the-server',
    file: 'apps/api/src/migrating.ts',
    imports: '../../../database/data-source.js',
    target: 'database/data-source.ts',
  },
  {
    rule: 'no-cycles',
    file: 'libs/fleet/src/round.ts',
    imports: './round.js',
    target: 'libs/fleet/src/round.ts',
  },
  { rule: 'no-dev-dependency-in-product', file: 'libs/fleet/src/tested.ts', imports: 'supertest' },
];
