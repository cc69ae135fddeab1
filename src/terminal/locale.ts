/**
 * The locale that a terminal's environment asks for, by the usual order of variables: `de-DE` of `LANG=de_DE.UTF-8`.
 * English where it asks for none.
 */
export function readLocale(environment: Readonly<Record<string, string | undefined>>): string {
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const [name = ''] = asked.split(/[.@]/);
  return /^[a-z]{2,3}(?:_[A-Z]{2}|_\d{3})?$/.test(name) ? name.replace('_', '-') : 'en-GB';
}
