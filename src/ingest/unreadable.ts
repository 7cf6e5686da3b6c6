import { UserError } from "../model/errors.ts";

/** What a system error on an input means for the user and what to do about it. `name` is fit for messages. */
export function unreadable(name: string, error: Error): UserError {
  switch ("code" in error && error.code) {
    case "ENOENT":
      return new UserError(`${name} is not there: check the name and the folder you are in`);
    case "ENOTDIR":
      return new UserError(`${name} is not there: part of its path is a file, not a folder`);
    case "EISDIR":
      return new UserError(`${name} is a folder: name a file in it`);
    case "EACCES":
    case "EPERM":
      return new UserError(`${name} may not be read: change its permissions or run as its owner`);
    case "ENAMETOOLONG":
      return new UserError(`${name} is longer than a file's name can be`);
    default:
      return new UserError(`${name} could not be read: ${error.message}`);
  }
}
