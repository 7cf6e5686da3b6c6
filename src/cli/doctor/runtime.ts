import { DatabaseSync } from "node:sqlite";
import { getHeapStatistics } from "node:v8";
import { type Finding, fault, ok, size, warning } from "./finding.ts";

const LEAST_NODE = 24;
const LEAST_HEAP = 512 * 1024 ** 2;
/** What one reading with the full reader takes at its peak, and a little for the machine. */
const LEAST_MEMORY = 700 * 1024 ** 2;

/** What is asked of the machine; a test hands in another. */
export interface Machine {
  readonly node: string;
  readonly heapLimit: number;
  readonly availableMemory: number;
}

export function thisMachine(): Machine {
  return {
    node: process.versions.node,
    heapLimit: getHeapStatistics().heap_size_limit,
    availableMemory: process.availableMemory(),
  };
}

/** The runtime and what it was started with. */
export function checkRuntime({ node, heapLimit, availableMemory }: Machine): Finding[] {
  const isNew = Number(node.split(".")[0]) >= LEAST_NODE;
  return [
    isNew
      ? ok("runtime", `Node ${node}`)
      : fault("runtime", `Node ${node} is too old`, `install Node ${LEAST_NODE} or later: https://nodejs.org`),
    checkSqlite(),
    ...(heapLimit < LEAST_HEAP
      ? [
          warning(
            "flags",
            `Node may use only ${size(heapLimit)} of memory for its objects`,
            "take --max-old-space-size out of NODE_OPTIONS, or set it to 2048",
          ),
        ]
      : []),
    availableMemory < LEAST_MEMORY
      ? warning(
          "memory",
          `${size(availableMemory)} are free`,
          "read with fewer workers (add --workers 1), or with the fast reader (--reader fast)",
        )
      : ok("memory", `${size(availableMemory)} free`),
  ];
}

function checkSqlite(): Finding {
  try {
    const db = new DatabaseSync(":memory:");
    db.exec("create virtual table words using fts5(text)");
    db.close();
    return ok("database", `SQLite ${process.versions.sqlite} with full-text search`);
  } catch (error) {
    return fault(
      "database",
      `Node's SQLite can't make a full-text index (${(error as Error).message})`,
      "use Node as nodejs.org or npm hand it out: some builds leave it out",
    );
  }
}
