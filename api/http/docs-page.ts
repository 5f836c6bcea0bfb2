import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inProject } from '../project-root.ts';

/** The parts of an OpenAPI document that the reference page reads. */
interface ApiDescription {
  info: { title: string; description?: string };
  tags?: { name: string; description?: string }[];
  paths?: Record<string, { get?: Operation } | undefined>;
}

interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  responses?: Record<string, unknown>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: ValueSchema;
}

interface ValueSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  items?: ValueSchema;
  format?: string;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  description?: string;
  examples?: unknown[];
}

const style = readFileSync(inProject('api', 'http', 'docs-page.css'), 'utf8');

/** For the content security policy. */
export const docsStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** The whole API on one page that reads well, prints well and needs no script. */
export function docsPage(description: object): string {
  const { info, tags = [], paths = {} } = description as ApiDescription;
  const operations = Object.entries(paths).flatMap(([path, methods]) => (methods?.get ? [{ path, operation: methods.get }] : []));
  const sections = tags.map((tag) => {
    const inside = operations.filter(({ operation }) => operation.tags?.includes(tag.name));
    return inside.length === 0
      ? ''
      : `<section><h2 id="${text(tag.name)}">${text(tag.description ?? tag.name)}</h2>${inside.map(renderOperation).join('')}</section>`;
  });
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text(info.title)} API</title><style>${style}</style></head><body><main>
<p><a href="/">${text(info.title)}</a></p><h1>Reading ${text(info.title)} by program</h1><p class="lead">${text(info.description ?? '')}</p>
<p>Everything is <code>GET</code> and answers in JSON. Parameters may be repeated or parted by commas; values in one are ORed, parameters are ANDed.
An unknown parameter or a bad value answers 400 with <code>application/problem+json</code> that names the field and the fix.
The machine’s copy is <a href="/api/openapi.json">openapi.json</a>.</p>
<p>Try <a href="/api/v1/assets?q=choir&amp;near=QX3%202AB">/api/v1/assets?q=choir&amp;near=QX3 2AB</a>.</p>
${sections.join('\n')}</main></body></html>`;
}

function renderOperation({ path, operation }: { path: string; operation: Operation }): string {
  const parameters = operation.parameters ?? [];
  const table =
    parameters.length === 0
      ? '<p class="soft">Takes no parameters.</p>'
      : `<div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${text(path)}"><table><thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">What it does</th></tr></thead><tbody>${parameters
          .map(
            (parameter) =>
              `<tr><th scope="row"><code>${text(parameter.name)}</code>${parameter.required ? ' <b>needed</b>' : ''}</th><td>${renderValue(parameter.schema)}</td><td>${text(parameter.description ?? parameter.schema?.description ?? '')}</td></tr>`,
          )
          .join('')}</tbody></table></div>`;
  return `<article><h3><code>GET ${text(path)}</code></h3><p>${text(operation.summary ?? '')}.</p>${table}</article>`;
}

function renderValue(schema: ValueSchema | undefined): string {
  if (!schema) return '';
  if (schema.items) return `any of ${renderValue(schema.items)}`;
  if (schema.enum) return schema.enum.map((value) => `<code>${text(String(value))}</code>`).join(' ');
  if (schema.const !== undefined) return `<code>${text(String(schema.const))}</code>`;
  const range = schema.minimum !== undefined && schema.maximum !== undefined ? `, ${schema.minimum} to ${schema.maximum}` : '';
  const usual = schema.default !== undefined ? `, usually ${text(String(schema.default))}` : '';
  return `${text(schema.format ?? String(schema.type ?? 'text'))}${range}${usual}`;
}

const text = (value: string): string => value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
