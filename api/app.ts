import type { FastifyInstance } from 'fastify';
import { areaRoutes } from './areas/routes.ts';
import { assetRoutes } from './assets/routes.ts';
import { coordinatorRoutes } from './coordinators/routes.ts';
import type { Deps } from './deps.ts';
import { hintRoutes } from './hints/routes.ts';
import { serialiseWithContract, validateWithContract } from './http/contract-compilers.ts';
import { answerWithProblems } from './http/error-handler.ts';
import { letOthersRead } from './http/let-others-read.ts';
import { describeApi } from './http/openapi.ts';
import { mapRoutes } from './map/routes.ts';
import { qualityRoutes } from './quality/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { signpostRoutes } from './signposts/routes.ts';
import { vocabularyRoutes } from './vocabularies/routes.ts';

/** The API, under `/api`: every slice in order. The table of contents. */
export async function apiPlugin(app: FastifyInstance, { deps, publicUrl }: { deps: Deps; publicUrl: string }): Promise<void> {
  app.setValidatorCompiler(validateWithContract);
  app.setSerializerCompiler(serialiseWithContract);
  answerWithProblems(app);
  letOthersRead(app);
  await describeApi(app, { publicUrl });
  await app.register(
    async (v1) => {
      await v1.register(assetRoutes, { deps });
      await v1.register(hintRoutes, { deps });
      await v1.register(areaRoutes, { deps });
      await v1.register(sessionRoutes, { deps });
      await v1.register(coordinatorRoutes, { deps });
      await v1.register(mapRoutes, { deps });
      await v1.register(vocabularyRoutes, { deps });
      await v1.register(signpostRoutes, { deps });
      await v1.register(qualityRoutes, { deps });
    },
    { prefix: '/v1' },
  );
}
