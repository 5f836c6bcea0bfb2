/** A message to one person. Plain text; links stand on lines of their own. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same when a letter is sent again, so that mail programs can tell. */
  id?: string;
  /** YYYY-MM-DD: kept no longer, where letters are kept. */
  deleteOn?: string;
}

/** The port: SMTP where `SMTP_URL` is set, else a folder of .eml files. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Resolves when mail can be sent. */
  ping(): Promise<void>;
}
