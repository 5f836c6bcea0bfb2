import { z } from 'zod';
import { saysSomething, typedText } from './typed-text.ts';

export const Uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** YYYY-MM-DD, and a day that there is. */
export const isDay = z.iso.date();

/** HH:MM. */
export const isTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A text, or null when it says nothing. */
export const optionalText = (longest: number) =>
  typedText()
    .max(longest)
    .nullable()
    .transform((text) => (text !== null && saysSomething(text) ? text : null));
