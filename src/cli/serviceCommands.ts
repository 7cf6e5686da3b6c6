import { type Command, Option } from "commander";
import { LOG_LEVELS } from "../http/logLevels.ts";
import type { DoctorOptions } from "./commands/doctor.ts";
import type { ServeOptions } from "./commands/serve.ts";
import type { Console } from "./console.ts";
import { archiveOption, oneMore, outletName, port } from "./options.ts";

/** The commands that keep Hearsay running: its reading room, and a look at what it needs. */
export function serviceCommands(hearsay: Command, console: Console, failed: (faults: number) => void): void {
  archiveOption(hearsay.command("serve").description("open the reading room: an archive in a browser, and its API"))
    .option("--host <HOST>", "where to listen; any but this machine's own needs users (default: 127.0.0.1)")
    .option("--port <PORT>", "0 for any that is free (default: 4747, or the next free one)", port)
    .option(
      "--name <NAME>",
      "who decides, where nobody has to log in (default: HEARSAY_USER, or your name on this machine)",
      outletName,
    )
    .option(
      "--proxy <ADDRESS>",
      "a proxy with TLS in front, whose word on who asks is taken: 127.0.0.1, 10.0.0.0/8; may be repeated",
      oneMore,
    )
    .option(
      "--allow <HOST>",
      "a host the API may fetch reports from although it is not public: HOST or HOST:PORT; may be repeated",
      oneMore,
    )
    .addOption(
      new Option(
        "--log <LEVEL>",
        "what to tell on standard error (default: warn in a terminal, else info, as JSON)",
      ).choices(LOG_LEVELS),
    )
    .option(
      "--metrics [PORT]",
      "count requests: /metrics for admins, and with a port there, for this machine (or HEARSAY_METRICS)",
      port,
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import("./commands/serve.ts");
      await serve(options, console);
    });

  archiveOption(
    hearsay.command("doctor").description("check what Hearsay needs here: runtime, models, packs, archive, disk"),
  )
    .option("--pack <DIR>", "check this pack as well; may be repeated", oneMore)
    .option("--json", "print one JSON object")
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import("./commands/doctor.ts");
      failed(await doctor(options, console));
    });
}
