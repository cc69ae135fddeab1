const hidden = '[hidden]';

/** What is secret by its shape, wherever it stands in a line. Each is linear in the line's length. */
const shapes: readonly (readonly [RegExp, string])[] = [
  // Tokens of interactions stand in the addresses of the requests that answer them.
  [/(\/(?:webhooks|interactions)\/\d{1,20}\/)[\w.%~+=-]{20,}/g, `$1${hidden}`],
  // A bot's token: its id in base 64, a time, a signature.
  [/\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/g, hidden],
  [/\b(https?:\/\/)[^\s/@"\\]{1,300}@/g, `$1${hidden}@`],
  [/([?&](?:[\w-]{0,40}(?:key|token|secret|signature|password|auth))=)[^\s&#"\\]+/gi, `$1${hidden}`],
  [/\b((?:Bot|Bearer) )[\w.-]{20,}/g, `$1${hidden}`],
];

/**
 * Makes a function that hides what nobody may read in a log: the secrets given, and tokens and addresses with keys by
 * their shape. It takes a whole line, so that nothing slips through in an error's text or deep inside a detail.
 */
export function redactor(secrets: readonly (string | undefined)[]): (line: string) => string {
  // As they stand in a line of JSON; one too short to be a secret would hide ordinary words.
  const known = secrets.flatMap((secret) =>
    secret === undefined || secret.length < 8 ? [] : [secret, JSON.stringify(secret).slice(1, -1)],
  );
  return (line) => {
    let shown = line;
    for (const secret of known) shown = shown.replaceAll(secret, hidden);
    for (const [shape, stand] of shapes) shown = shown.replace(shape, stand);
    return shown;
  };
}
