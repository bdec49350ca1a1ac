// One of the two threads of statsGosh.mjs: counts the part that it is asked for.
import { parentPort, workerData } from "node:worker_threads";

/** @type {import("./statsBundle.mjs").Stats} */
const { goshExhaustive } = await import(workerData);

parentPort?.on("message", ({ request, part }) => {
  const steps = goshExhaustive(request, part);
  let step = steps.next();
  while (!step.done) step = steps.next();
  parentPort?.postMessage(step.value);
});
