import { encode } from 'uqr';

interface QrCodeProps {
  /** What a phone's camera reads: an address. */
  text: string;
  /** Said to those who do not see it. */
  label: string;
}

/** Drawn on the server, as one path: dark on light whatever the page's colours, with the light margin that cameras ask for. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={data.map(darkRuns).join('')} />
    </svg>
  );
}

/** "M4 2h7v1h-7z": one run of dark squares after another. */
function darkRuns(row: boolean[], y: number): string {
  const bits = row.map((dark) => (dark ? '1' : '0')).join('');
  return [...bits.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('');
}
