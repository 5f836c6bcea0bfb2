import type { FastifyInstance } from 'fastify';
import { photoWidths } from '../contract/photo.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { answerWithProblems } from '../http/error-handler.ts';
import { findPhoto } from './find-photo.ts';
import { createPhotoSizer, photoFolder } from './size-photo.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Registered under `/photos`: each photo in three widths. A photo may be withdrawn: for a day in the reader's own browser, and in no cache that others share. */
export async function photoRoutes(app: FastifyInstance, { deps, dataDir }: { deps: Deps; dataDir: string }): Promise<void> {
  const sizer = createPhotoSizer(photoFolder(dataDir));
  answerWithProblems(app);
  app.get<{ Params: { id: string; file: string } }>('/:id/:file', { schema: { hide: true } }, async ({ params: { id, file } }, reply) => {
    const width = photoWidths.find((each) => file === `${each}.webp`);
    if (!width || !uuid.test(id)) throw notFound('Photos are there in the widths 320, 640 and 1280: /photos/{id}/640.webp.');
    const photo = await findPhoto({ ...deps, sizer }, { id, width });
    return reply.type('image/webp').header('cache-control', 'private, max-age=86400').send(photo);
  });
}
