import { readProps } from '../browser/read-props.ts';

interface ShrinkPhotoProps {
  smaller: string;
  ready: string;
  sending: string;
  failed: string;
  heic: string;
}

const longestSide = 1600;
const quality = 0.85;
/** Of the way, between two times that it is said. */
const steps = 25;

/**
 * Makes a photo smaller before it leaves the phone: quick on poor data, and without where it was taken. What this browser cannot open, or
 * where nothing was chosen, is sent by the form itself.
 */
export function shrinkPhoto(element: HTMLElement): void {
  const form = element.querySelector('form');
  const told = element.querySelector<HTMLElement>('[data-told]');
  const preview = element.querySelector<HTMLElement>('[data-preview]');
  const inputs = [...element.querySelectorAll<HTMLInputElement>('input[type=file]')];
  if (!form || !told || !preview) return;
  const words = readProps<ShrinkPhotoProps>(element);
  let small: Promise<Blob | null> = Promise.resolve(null);
  let isSending = false;

  const say = (text: string, isWrong = false) => {
    told.textContent = text;
    told.className = isWrong ? 'wrong' : '';
  };

  const choose = async (file: File) => {
    say(words.smaller);
    const drawn = await draw(file);
    preview.replaceChildren(...(drawn ? [drawn] : []));
    preview.hidden = drawn === null;
    const blob = drawn && (await toJpeg(drawn));
    if (!blob && isHeic(file)) say(words.heic, true);
    else say(blob ? words.ready.replace('{size}', sayKilobytes(blob.size)) : '');
    return blob;
  };
  for (const input of inputs)
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (!file) return;
      // The last one chosen is meant, whichever box it was.
      for (const other of inputs) if (other !== input) other.value = '';
      small = choose(file);
    });

  form.addEventListener('submit', async (event) => {
    if (isSending) return event.preventDefault();
    if (!inputs.some(({ files }) => files?.length)) return;
    event.preventDefault();
    isSending = true;
    const photo = await small;
    // Without asking again: this is the browser's own way.
    if (!photo) return form.submit();
    const answer = await send(form, photo, (percent) => say(words.sending.replace('{percent}', String(percent))));
    if (answer?.to) return location.assign(answer.to);
    isSending = false;
    say(answer?.errors?.map(({ text }) => text).join(' ') || words.failed, true);
    const field = answer?.errors?.[0]?.field;
    if (field) form.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus();
  });
}

/** Small enough to lie on the phone until it is sent, and without where it was taken. Null: this browser cannot open it. */
export async function smallerPhoto(file: File): Promise<Blob | null> {
  const drawn = await draw(file);
  return drawn && toJpeg(drawn);
}

/** Upright as it was held, on white. Null: this browser cannot open it. */
async function draw(file: File): Promise<HTMLCanvasElement | null> {
  const picture = await openPicture(file);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!picture || !pen) return null;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if ('close' in picture) picture.close();
  return canvas;
}

/** Older phones open pictures by an element alone; some open a HEIC by that alone. */
async function openPicture(file: File): Promise<ImageBitmap | HTMLImageElement | null> {
  const bitmap = 'createImageBitmap' in window ? await createImageBitmap(file).catch(() => null) : null;
  if (bitmap) return bitmap;
  const image = new Image();
  image.src = await asAddress(file);
  return image.decode().then(
    () => image,
    () => null,
  );
}

/** Our policy lets pictures through that stand in their address, and no others of the reader's own. */
const asAddress = (file: File) =>
  new Promise<string>((done) => {
    const reader = new FileReader();
    reader.addEventListener('loadend', () => done(String(reader.result ?? '')));
    reader.readAsDataURL(file);
  });

/** What the server cannot open either: said before it is sent for nothing. */
const isHeic = ({ name, type }: File) => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);

const toJpeg = (canvas: HTMLCanvasElement) => new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));

const sayKilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;

interface Answer {
  to?: string;
  errors?: { field: string | null; text: string }[];
}

/** By a request that tells how far it is. Null: it did not get through, or was not understood. */
function send(form: HTMLFormElement, photo: Blob, onWay: (percent: number) => void): Promise<Answer | null> {
  const body = new FormData(form);
  body.delete('camera');
  body.set('photo', photo, 'photo.jpg');
  const request = new XMLHttpRequest();
  let saidAt = -1;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((loaded / total) * (100 / steps)) * steps;
    if (percent > saidAt) onWay(percent);
    saidAt = Math.max(saidAt, percent);
  });
  return new Promise((done) => {
    request.addEventListener('load', () => done(readAnswer(request.responseText)));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => done(null));
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'application/json');
    request.send(body);
  });
}

function readAnswer(text: string): Answer | null {
  try {
    const { to, errors, detail } = JSON.parse(text);
    return { to, errors: errors ?? (detail ? [{ field: null, text: detail }] : undefined) };
  } catch {
    return null;
  }
}
