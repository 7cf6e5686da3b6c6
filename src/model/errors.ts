/**
 * Something the user can mend: what is wrong, where, and what to do about it, in `message`.
 * Only the command line and the HTTP face turn it into an exit code or a status.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  /** 1 for bad input among others, 2 for a call that was wrong as a whole. */
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
