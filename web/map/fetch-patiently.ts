/** A line that drops for a moment, or a server that is busy for one, costs no hole in the map. Milliseconds before each new try. */
const pauses = [500, 1_500];

/** Like `fetch`; asks again where that may help. */
export async function fetchPatiently(address: string, signal?: AbortSignal): Promise<Response> {
  for (const pause of pauses) {
    const response = await fetch(address, { signal }).catch(() => null);
    if (signal?.aborted || (response && response.status !== 503)) return response ?? Response.error();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fetch(address, { signal });
}
