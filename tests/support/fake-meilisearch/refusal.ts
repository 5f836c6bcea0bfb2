/** An answer that is none: how the real server says what was wrong, and with which status. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  body() {
    return { message: this.message, code: this.code, type: this.type(), link: `https://docs.meilisearch.com/errors#${this.code}` };
  }

  private type(): string {
    if (this.status === 401 || this.status === 403) return 'auth';
    return this.status >= 500 || this.code === 'no_space_left_on_device' ? 'system' : 'invalid_request';
  }
}

export const badFilter = (message: string) => new Refusal(400, 'invalid_search_filter', message);
