/** A cookie of the desk. `__Host-` (https): set by this very host alone, for no other. Without https browsers refuse that name. */
export interface DeskCookie {
  read(header: string | undefined): string | null;
  write(value: string, maxAgeSeconds: number): string;
}

export function deskCookie(name: string, { https }: { https: boolean }): DeskCookie {
  const whole = https ? `__Host-${name}` : name;
  return {
    read(header) {
      const found = (header ?? '')
        .split(';')
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${whole}=`));
      const value = found?.slice(whole.length + 1) ?? '';
      // Ours are letters of base64url and nothing else.
      return /^[\w-]{1,100}$/.test(value) ? value : null;
    },
    write: (value, maxAgeSeconds) =>
      [`${whole}=${value}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Lax', ...(https ? ['Secure'] : [])].join('; '),
  };
}
