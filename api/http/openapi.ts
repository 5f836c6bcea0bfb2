import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { docsPage } from './docs-page.ts';

/** `/api/openapi.json`, made from the contract, and `/api/docs`, the same for people. Register before the routes it describes. */
export async function describeApi(app: FastifyInstance, { publicUrl }: { publicUrl: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Open Door',
        version: '1',
        description: 'What is good around here, and the Local Area Coordinator whose door is open. Free to read, no key, no account.',
      },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'assets', description: 'Groups, places, people’s gifts, exchanges, institutions and stories' },
        { name: 'areas', description: 'Coordinators’ areas' },
        { name: 'dates', description: 'What is on, day by day' },
        { name: 'coordinators', description: 'Local Area Coordinators and their open doors' },
        { name: 'map', description: 'Pins and bundles of pins' },
        { name: 'topics', description: 'The words used here' },
        { name: 'signposts', description: 'Services of last resort' },
        { name: 'quality', description: 'How true it all is' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.send(app.swagger()));
  app.get('/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(app.swagger())),
  );
}
