import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** @typedef {{ versions: string, time: (method: string, runs: number) => Promise<number>, stop: () => void }} Metafor */

/**
 * Starts R with metafor on some studies, to be timed round by round.
 * @param {{ yi: number[], vi: number[] }} studies
 * @returns {Promise<Metafor | null>} null where R or metafor is not there.
 */
export async function startMetafor({ yi, vi }) {
  const script = fileURLToPath(new URL("stats.R", import.meta.url));
  const child = spawn("Rscript", [script], { stdio: ["pipe", "pipe", "ignore"] });
  const gone = new Promise((resolve) => child.once("error", resolve).once("exit", resolve)).then(() => null);
  child.stdin.on("error", () => {}); // R is gone, and `gone` says so
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** @param {string} line */
  const ask = async (line) => {
    child.stdin.write(`${line}\n`);
    return Promise.race([lines.next().then(({ value }) => /** @type {string | undefined} */ (value) ?? null), gone]);
  };

  const versions = await ask(`${yi.join(",")}\n${vi.join(",")}`);
  if (versions === null) return null;
  const [r, metafor] = versions.split(" ");
  return {
    versions: `R ${r}, metafor ${metafor}`,
    async time(method, runs) {
      const answer = await ask(`${method} ${runs}`);
      if (answer === null) throw new Error("R stopped in the middle of the benchmark");
      return Number(answer);
    },
    stop: () => child.stdin.end(),
  };
}
