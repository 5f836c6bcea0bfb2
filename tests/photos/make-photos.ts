import sharp from 'sharp';

interface Made {
  format?: 'jpeg' | 'png' | 'webp' | 'avif';
  width?: number;
  height?: number;
  background?: string;
  /** So that it fills some bytes. */
  noisy?: boolean;
  /** What a phone writes into it: held upright, by whom, and where. */
  exif?: boolean;
}

/** A photo as somebody might send it. */
export function aPhoto({ format = 'jpeg', width = 400, height = 300, background = '#0e5f57', noisy, exif }: Made): Promise<Buffer> {
  const plain = sharp({
    create: { width, height, channels: 3, background, ...(noisy ? { noise: { type: 'gaussian', mean: 128, sigma: 60 } } : {}) },
  });
  const held = exif
    ? plain
        .withExif({ IFD0: { Copyright: 'Someone at home' }, IFD3: { GPSLatitude: '52/1 15/1 0/1', GPSLatitudeRef: 'N' } })
        .withXmp('<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">Someone at home</x:xmpmeta>')
        .withIccProfile('p3')
        .withMetadata({ orientation: 6 })
    : plain;
  return (format === 'avif' ? held.avif({ effort: 0 }) : held.toFormat(format)).toBuffer();
}
