import { UserError } from "../../model/errors.ts";

/** Why something could not be fetched. */
export type Trouble =
  /** The address, or where it leads, is not one that is fetched. */
  | "forbidden"
  /** The host has no address, or no name server knows. */
  | "name"
  /** The connection failed or broke off. */
  | "connection"
  | "timeout"
  /** It came, but more of it than is taken. */
  | "size"
  /** It came, but not as anything that is read. */
  | "content"
  /** The server said no. */
  | "status"
  /** Its robots.txt says no. */
  | "robots"
  /** The host asked to be left alone for a time. */
  | "wait"
  | "stopped";

/** Something that could not be fetched: the message begins with its address. */
export class FetchError extends UserError {
  readonly trouble: Trouble;
  /** What the server answered, where it did. */
  readonly status: number | null;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfter: number | null;

  constructor(
    address: string,
    trouble: Trouble,
    reason: string,
    { status = null, retryAfter = null }: { status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(`${address}: ${reason}`);
    this.trouble = trouble;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Whether another try may do better. */
  get passing(): boolean {
    const { trouble, status } = this;
    if (trouble === "status") return status === 408 || status === 425 || status === 429 || (status ?? 0) >= 500;
    return (
      trouble === "name" ||
      trouble === "connection" ||
      trouble === "timeout" ||
      trouble === "wait" ||
      trouble === "stopped"
    );
  }
}
