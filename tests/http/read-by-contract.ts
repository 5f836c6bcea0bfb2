import { expect } from 'vitest';
import type { z } from 'zod';
import type { TestApp } from '../support/test-app.ts';

/** What leaves, read back by the contract: the compiled serialiser and zod must agree, with nothing added. */
export const readerOf =
  (test: () => TestApp) =>
  async <Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.output<Schema>> => {
    const answer = await test().app.inject(url);
    expect(answer.statusCode, `${url} answered ${answer.body.slice(0, 300)}`).toBe(200);
    const parsed = schema.parse(answer.json());
    expect(parsed).toEqual(answer.json());
    return parsed;
  };
