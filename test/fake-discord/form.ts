export interface FormError {
  readonly code: string;
  readonly message: string;
}

/** The `errors` of an "Invalid Form Body": nested by field, with the complaints about a field in its `_errors`. */
export interface ErrorTree {
  [field: string]: ErrorTree | FormError[];
}

export interface RefusalBody {
  readonly message: string;
  readonly code: number;
  readonly errors?: ErrorTree;
  readonly [field: string]: unknown;
}

/** A request that Discord turns down, with the status and the JSON it answers. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: RefusalBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: RefusalBody, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${body.code}: ${body.message}${body.errors ? ` ${JSON.stringify(body.errors)}` : ''}`);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const refusals = {
  unauthorised: () => new Refusal(401, { message: '401: Unauthorized', code: 0 }),
  notFound: () => new Refusal(404, { message: '404: Not Found', code: 0 }),
  methodNotAllowed: () => new Refusal(405, { message: '405: Method Not Allowed', code: 0 }),
  invalidJson: () => new Refusal(400, { message: 'The request body contains invalid JSON.', code: 50109 }),
  tooLarge: () => new Refusal(413, { message: 'Request entity too large', code: 40005 }),
  missingAccess: () => new Refusal(403, { message: 'Missing Access', code: 50001 }),
  unknownApplication: () => new Refusal(404, { message: 'Unknown Application', code: 10002 }),
  unknownMessage: () => new Refusal(404, { message: 'Unknown Message', code: 10008 }),
  unknownWebhook: () => new Refusal(404, { message: 'Unknown Webhook', code: 10015 }),
  unknownInteraction: () => new Refusal(404, { message: 'Unknown interaction', code: 10062 }),
  unknownCommand: () => new Refusal(404, { message: 'Unknown application command', code: 10063 }),
  tooManyCommands: (limit: number) =>
    new Refusal(400, { message: `Maximum number of application commands reached (${limit})`, code: 30032 }),
  tooManyCreates: (limit: number) =>
    new Refusal(400, {
      message: `Max number of daily application command creates has been reached (${limit})`,
      code: 30034,
    }),
  alreadyAcknowledged: () => new Refusal(400, { message: 'Interaction has already been acknowledged.', code: 40060 }),
  tooManyFollowUps: () =>
    new Refusal(400, { message: 'This interaction has hit the maximum number of follow-up messages', code: 40094 }),
  emptyMessage: () => new Refusal(400, { message: 'Cannot send an empty message', code: 50006 }),
  invalidWebhookToken: () => new Refusal(401, { message: 'Invalid Webhook Token', code: 50027 }),
  rateLimited: (retryAfter: number, global: boolean) =>
    new Refusal(
      429,
      { message: 'You are being rate limited.', retry_after: retryAfter, global, code: 0 },
      {
        'retry-after': String(retryAfter),
        'x-ratelimit-scope': global ? 'global' : 'user',
        via: '1.1 fake-discord',
        ...(global
          ? { 'x-ratelimit-global': 'true' }
          : {
              'x-ratelimit-limit': '1',
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset-after': String(retryAfter),
              'x-ratelimit-bucket': 'fake',
            }),
      },
    ),
} as const;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

/**
 * A place in a request's JSON, which checks itself and collects complaints at its own path.
 * Lengths are UTF-16 code units, the strictest reading of Discord's limits.
 */
export class Field {
  readonly value: unknown;
  readonly #path: readonly string[];
  readonly #root: ErrorTree;

  constructor(value: unknown, path: readonly string[] = [], root: ErrorTree = {}) {
    this.value = value;
    this.#path = path;
    this.#root = root;
  }

  /** The same place seen at another key; what is not there has the value `undefined`. */
  at(key: string | number): Field {
    const held = isRecord(this.value) || Array.isArray(this.value) ? Reflect.get(this.value, String(key)) : undefined;
    return new Field(held, [...this.#path, String(key)], this.#root);
  }

  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Throws "Invalid Form Body" with everything collected under the root, if there is anything. */
  settle(): void {
    if (Object.keys(this.#root).length > 0) {
      throw new Refusal(400, { message: 'Invalid Form Body', code: 50035, errors: this.#root });
    }
  }

  refuse(code: string, message: string): undefined {
    let node = this.#root;
    for (const key of this.#path) {
      const next = node[key];
      const child: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
      node[key] = child;
      node = child;
    }
    const said = node._errors;
    if (Array.isArray(said)) said.push({ code, message });
    else node._errors = [{ code, message }];
    return undefined;
  }

  missing(): undefined {
    return this.refuse('BASE_TYPE_REQUIRED', 'This field is required');
  }

  text({ min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds = {}): string | undefined {
    if (!this.present) return required ? this.missing() : undefined;
    if (typeof this.value !== 'string') {
      return this.refuse('STRING_TYPE_CONVERT', `Could not interpret "${String(this.value)}" as string.`);
    }
    return this.#length(this.value.length, min, max) ? this.value : undefined;
  }

  integer({ min = -(2 ** 53), max = 2 ** 53, required = false }: Bounds = {}): number | undefined {
    if (!this.present) return required ? this.missing() : undefined;
    if (typeof this.value !== 'number' || !Number.isInteger(this.value)) {
      return this.refuse('NUMBER_TYPE_COERCE', `Value "${String(this.value)}" is not int.`);
    }
    if (this.value < min) {
      return this.refuse('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    }
    if (this.value > max) return this.refuse('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return this.value;
  }

  number(): number | undefined {
    if (!this.present) return undefined;
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return this.value;
    return this.refuse('NUMBER_TYPE_COERCE', `Value "${String(this.value)}" is not float.`);
  }

  boolean(): boolean | undefined {
    if (!this.present) return undefined;
    if (typeof this.value === 'boolean') return this.value;
    return this.refuse('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  }

  oneOf(choices: readonly (number | string)[], { required = false }: Bounds = {}): number | string | undefined {
    if (!this.present) return required ? this.missing() : undefined;
    const chosen = choices.find((choice) => choice === this.value);
    if (chosen === undefined) return this.refuse('BASE_TYPE_CHOICES', `Value must be one of ${tuple(choices)}.`);
    return chosen;
  }

  /** The entries of a list, or none when the list itself was refused. */
  list({ min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds = {}): Field[] {
    if (!this.present) {
      if (required) this.missing();
      return [];
    }
    if (!Array.isArray(this.value)) {
      this.refuse('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return [];
    }
    if (!this.#length(this.value.length, min, max)) return [];
    return this.value.map((_, index) => this.at(index));
  }

  /** Whether this is a JSON object; complains when it is anything else. */
  object(): boolean {
    if (isRecord(this.value)) return true;
    this.refuse('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return false;
  }

  #length(length: number, min: number, max: number): boolean {
    if (length >= min && length <= max) return true;
    if (min === 0) this.refuse('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    else if (max === Number.POSITIVE_INFINITY) this.refuse('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
    else this.refuse('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    return false;
  }
}

/** Python's way of printing a tuple, in which Discord words its choices. */
export function tuple(values: readonly (number | string)[]): string {
  const words = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return words.length === 1 ? `(${words[0]},)` : `(${words.join(', ')})`;
}
