/** Here and not on top of a file: a program that shows no photo need not load it. One thread a picture, and nothing kept between two. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
