import { after } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

let started: Promise<Browser> | null = null;

// Here and not where it is started: inside a suite it would be closed with that suite.
after(async () => (await started)?.close());

/** The real Chromium, started once for a test file and closed when its tests have ended. */
export function browser(): Promise<Browser> {
  return (started ??= start());
}

async function start(): Promise<Browser> {
  // Its own list of arguments turns the web's security off and puts all into one process, which ends with its first window.
  const args = ["--no-sandbox", "--disable-gpu"];
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

/** What a page has that is serious or worse for those who see or hear otherwise: the rule, and the elements that break it. */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  // The room has no frames: nothing is gathered from them, in a second window, after each look.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
