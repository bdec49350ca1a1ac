import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };
import { CONTENT_SECURITY_POLICY, csp } from "./scripts/vite/csp.ts";
import { datasets } from "./scripts/vite/datasets.ts";
import { initialChunk } from "./scripts/vite/initialChunk.ts";
import { offline } from "./scripts/vite/offline.ts";
import { workerPreload } from "./scripts/vite/workerPreload.ts";

export default defineConfig({
  // Relative, so that the built folder works under any path of any static host.
  base: "./",
  plugins: [react(), datasets(), workerPreload(), csp(), offline()],
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  worker: { format: "es" },
  // The policy has no place for data: scripts and styles, so nothing is inlined.
  build: {
    target: "baseline-widely-available",
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: initialChunk }] } } },
  },
  preview: { headers: { "Content-Security-Policy": CONTENT_SECURITY_POLICY } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000, // a busy machine is no fault
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.tmp/unit.json" },
  },
});
