import { encode } from 'uqr';

/** A longer address makes a drawing too fine for a camera, and in the end none. */
const mostLetters = 500;

export const fitsQrCode = (address: string): boolean => address.length <= mostLetters;

/** An address to point a camera at; black on white in every light. For eyes alone: the address stands beside it in words. Nothing for one that does not fit. */
export function QrCode({ address }: { address: string }) {
  if (!fitsQrCode(address)) return null;
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  return (
    <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={data.map(drawRow).join('')} />
    </svg>
  );
}

/** The dark runs of a row, each a bar of one unit's height. */
function drawRow(row: boolean[], y: number): string {
  const bars = row.map((dark) => (dark ? '#' : ' ')).join('');
  return [...bars.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('');
}
