import type { FastifyInstance } from 'fastify';
import { areaRoutes } from './areas/routes.ts';
import { assetRoutes } from './assets/routes.ts';
import { coordinatorRoutes } from './coordinators/routes.ts';
import type { Deps } from './deps.ts';
import { hintRoutes } from './hints/routes.ts';
import { serialiseWithContract, validateWithContract } from './http/contract-compilers.ts';
import type { Reading } from './http/contract-routes.ts';
import { answerWithProblems } from './http/error-handler.ts';
import { keepAll } from './http/keep-answers.ts';
import { letOthersRead } from './http/let-others-read.ts';
import { describeApi } from './http/openapi.ts';
import { mapRoutes } from './map/routes.ts';
import { qualityRoutes } from './quality/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { signpostRoutes } from './signposts/routes.ts';
import { vocabularyRoutes } from './vocabularies/routes.ts';

/** The API, under `/api`: every slice in order. The table of contents. */
export async function apiPlugin(
  app: FastifyInstance,
  { deps, reading, publicUrl }: { deps: Deps; reading: Reading; publicUrl: string },
): Promise<void> {
  app.setValidatorCompiler(validateWithContract);
  app.setSerializerCompiler(serialiseWithContract);
  answerWithProblems(app);
  letOthersRead(app);
  await describeApi(app, { publicUrl });
  await app.register(
    async (v1) => {
      keepAll(v1);
      await v1.register(assetRoutes, { reading });
      await v1.register(hintRoutes, { reading });
      await v1.register(areaRoutes, { reading });
      await v1.register(sessionRoutes, { reading });
      await v1.register(coordinatorRoutes, { reading });
      await v1.register(mapRoutes, { deps });
      await v1.register(vocabularyRoutes, { reading });
      await v1.register(signpostRoutes, { reading });
      await v1.register(qualityRoutes, { reading });
    },
    { prefix: '/v1' },
  );
}
