import { z } from 'zod';

/** The widths in pixels in which our server gives photos out, as `/photos/{id}/{width}.webp`. */
export const photoWidths = [320, 640, 1280] as const;

export const Photo = z
  .object({
    id: z.string().meta({ description: 'Shown by /photos/{id}/320.webp, 640.webp or 1280.webp on this server.' }),
    alt: z.string(),
    alt_cy: z.string().nullable(),
    width: z.number().int(),
    height: z.number().int(),
    of_door: z.boolean().meta({ description: 'Shows the door to look for.' }),
  })
  .meta({ id: 'Photo' });

export type PhotoWidth = (typeof photoWidths)[number];
export type Photo = z.infer<typeof Photo>;
