import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** How hard scrypt works: 2 to the power of `ln` steps, each over `r` blocks of 128 bytes, `p` times. */
export interface Work {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MB and about half a second for each try: what OWASP asks of scrypt at least. */
export const WORK: Work = { ln: 17, r: 8, p: 1 };

export const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 1_000;
const HASH_BYTES = 32;
/** Hashed at once; more would take the threads that read files and the memory of the machine. */
const AT_ONCE = 2;
const MOST_WAITING = 50;

/** Thrown when more passwords wait to be hashed than would be done in a reasonable time. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

/** What is wrong with a password for this user, in words for them; null where nothing is. */
export function faultOfPassword(password: string, name: string): string | null {
  const given = oneSpelling(password);
  const characters = Array.from(given).length;
  if (characters < FEWEST_CHARACTERS)
    return `a password needs at least ${FEWEST_CHARACTERS} characters; several words are good`;
  if (characters > MOST_CHARACTERS) return `a password may have at most ${MOST_CHARACTERS} characters`;
  if (given.toLowerCase().trim() === oneSpelling(name).toLowerCase().trim()) return "a password must not be the name";
  return null;
}

/** A password as it is kept: `$scrypt$ln=17,r=8,p=1$SALT$HASH`, the last two in base64. */
export async function hashPassword(password: string, work: Work = WORK): Promise<string> {
  const salt = randomBytes(16);
  const hash = await scrypted(password, salt, work);
  return `$scrypt$ln=${work.ln},r=${work.r},p=${work.p}$${salt.toString("base64")}$${hash.toString("base64")}`;
}

/** Whether this is the password that was hashed. Takes as long where there is no hash to compare with (null). */
export async function isPassword(password: string, kept: string | null, work: Work = WORK): Promise<boolean> {
  const parts = kept === null ? null : partsOf(kept);
  const { salt, hash } = parts ?? { salt: Buffer.alloc(16), hash: Buffer.alloc(HASH_BYTES) };
  const given = await scrypted(password.slice(0, 4 * MOST_CHARACTERS), salt, parts?.work ?? work);
  return timingSafeEqual(given, hash) && parts !== null;
}

/** Whether a hash was made with less work than is asked for now. */
export function isDated(kept: string, work: Work = WORK): boolean {
  const made = partsOf(kept)?.work;
  return made !== undefined && (made.ln !== work.ln || made.r !== work.r || made.p !== work.p);
}

function partsOf(kept: string): { readonly work: Work; readonly salt: Buffer; readonly hash: Buffer } | null {
  const [, ln, r, p, salt, hash] =
    /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)$/.exec(kept) ?? [];
  if (salt === undefined || hash === undefined) return null;
  const bytes = Buffer.from(hash, "base64");
  if (bytes.length !== HASH_BYTES) return null;
  return { work: { ln: Number(ln), r: Number(r), p: Number(p) }, salt: Buffer.from(salt, "base64"), hash: bytes };
}

/** The same letters, whichever keyboard they were typed on. */
function oneSpelling(password: string): string {
  return password.normalize("NFKC");
}

let running = 0;
const waiting: (() => void)[] = [];

async function scrypted(password: string, salt: Buffer, { ln, r, p }: Work): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING)
    throw new TooBusy("too many people are logging in at once; try again in a minute");
  // Whoever ends hands its turn on, so that nobody who comes between gets a third.
  if (running >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else running++;
  try {
    const options = { N: 2 ** ln, r, p, maxmem: 2 * 128 * r * 2 ** ln };
    return await new Promise<Buffer>((done, failed) => {
      scrypt(oneSpelling(password), salt, HASH_BYTES, options, (error, key) => (error ? failed(error) : done(key)));
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
