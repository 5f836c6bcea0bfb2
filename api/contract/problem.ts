import { z } from 'zod';

/** RFC 9457 problem details: the one shape of every error, as `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Stable address that names the problem, e.g. /problems/bad-request.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What happened and what to do, in one or two sentences.' }),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    location: z.string().optional().meta({ description: 'Of what was found to be another thing: the address of that one.' }),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string().meta({ description: 'What is wrong with the field, and the fix.' }) }))
      .optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof Problem>;
