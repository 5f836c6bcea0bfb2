/** Of pages whose bytes are kept until the directory changes. */
export interface KeptAnswers<Request> {
  /** Does it now, and again for whoever is sent the same bytes. */
  eachTime(request: Request, work: (request: Request) => void): void;
}
