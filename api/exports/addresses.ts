/** Where pages are, for what is read far from them; whole, in the reader's language. */
export function addressesAt(publicUrl: string, language: 'en' | 'cy') {
  const root = `${publicUrl.replace(/\/$/, '')}${language === 'cy' ? '/cy' : ''}`;
  return {
    root,
    host: new URL(publicUrl).host,
    asset: (slug: string) => `${root}/around/${slug}`,
    coordinator: (slug: string) => `${root}/coordinators/${slug}`,
  };
}

export type Addresses = ReturnType<typeof addressesAt>;
