import type { OpenAPIHono } from "@hono/zod-openapi";
import { metrics } from "@opentelemetry/api";
import { matchedRoutes } from "hono/route";
import { PACKAGE } from "../home.ts";
import { UserError } from "../model/errors.ts";
import type { Store } from "../store/store.ts";
import { type Env, type Metrics, type Room, mayAdminister } from "./room.ts";

/** In seconds: what the reading room is made for is between the second and the seventh. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

const METER = "hearsay";

/**
 * Begins to count, with OpenTelemetry's SDK; without it the calls below count nothing and cost nothing. For one reading room in a
 * process. Throws UserError where the SDK, an optional part, is not installed.
 */
export async function openMetrics(store: Store): Promise<Metrics> {
  const { MeterProvider, PrometheusExporter, PrometheusSerializer } = await sdk();
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  observe(store);
  const serializer = new PrometheusSerializer("", false, undefined, true, true);
  return {
    async text() {
      const { resourceMetrics, errors } = await exporter.collect();
      if (errors.length > 0) throw new AggregateError(errors, "some of what is counted could not be read");
      return serializer.serialize(resourceMetrics);
    },
    async close() {
      metrics.disable();
      await provider.shutdown();
    },
  };
}

async function sdk(): Promise<
  typeof import("@opentelemetry/sdk-metrics") & typeof import("@opentelemetry/exporter-prometheus")
> {
  try {
    return {
      ...(await import("@opentelemetry/sdk-metrics")),
      ...(await import("@opentelemetry/exporter-prometheus")),
    };
  } catch (error) {
    throw new UserError(
      "metrics need two optional packages that are not installed: npm install @opentelemetry/sdk-metrics " +
        `@opentelemetry/exporter-prometheus (${(error as Error).message.split("\n")[0]})`,
      2,
    );
  }
}

/** The state of the process and of the archive, looked at when somebody asks. */
function observe(store: Store): void {
  const meter = metrics.getMeter(METER, PACKAGE.version);
  meter
    .createObservableGauge("process.memory.usage", { unit: "By", description: "memory in use, resident" })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  let before = performance.eventLoopUtilization();
  meter
    .createObservableGauge("nodejs.eventloop.utilization", { unit: "1", description: "since it was last asked for" })
    .addCallback((result) => {
      const now = performance.eventLoopUtilization();
      result.observe(performance.eventLoopUtilization(now, before).utilization);
      before = now;
    });
  meter
    .createObservableGauge("hearsay.ledger.entries", {
      unit: "{entry}",
      description: "entries in the archive's ledger",
    })
    .addCallback(async (result) => result.observe((await store.head()).seq));
}

/** Counts requests by method, route (never by address, of which there are too many) and status, and how long they took. */
export function useMetrics(app: OpenAPIHono<Env>, room: Room): void {
  if (!room.metrics) return;
  const meter = metrics.getMeter(METER, room.version);
  const duration = meter.createHistogram("http.server.request.duration", {
    unit: "s",
    description: "until the answer begins",
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  const active = meter.createUpDownCounter("http.server.active_requests", { unit: "{request}" });
  app.use("*", async (c, next) => {
    const begun = performance.now();
    active.add(1);
    try {
      await next();
    } finally {
      active.add(-1);
      const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"));
      duration.record((performance.now() - begun) / 1000, {
        "http.request.method": c.req.method,
        "http.route": route?.path ?? "none",
        "http.response.status_code": c.res.status,
      });
    }
  });
}

/** `/metrics`, for admins, and on loopback without users for anybody at the machine. */
export function serveMetrics(app: OpenAPIHono<Env>, { metrics: counted }: Room): void {
  app.get("/metrics", async (c) => {
    if (!mayAdminister(c.get("who"))) return c.text("/metrics needs the role admin\n", 403);
    if (!counted) return c.text("nothing is counted: start hearsay serve with --metrics\n", 404);
    return c.body(await counted.text(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
}
