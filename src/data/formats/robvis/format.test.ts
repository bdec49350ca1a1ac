import { describe, expect, it } from "vitest";
import { opened } from "../fixtures";
import type { ReadJudgements } from "../format";
import rob1 from "./fixtures/rob1.csv?raw";
import rob2 from "./fixtures/rob2.csv?raw";
import { ROBVIS } from "./format";
import { judgementWord } from "./judgementWord";

function read(text: string): ReadJudgements {
  const files = [opened(text)];
  expect(ROBVIS.recognises(files)).toBe(true);
  const reading = ROBVIS.read(files);
  if (reading.kind !== "judgements") throw new Error(reading.kind);
  return reading;
}

describe("judgements of RoB 2", () => {
  const { format, domains, studies, notes } = read(rob2);

  it("have their domains by name, the overall one last", () => {
    expect(format).toBe("RoB 2 judgements");
    expect(domains.map(({ column }) => column)).toEqual(["D1", "D2", "D3", "D4", "D5", "Overall"]);
    expect(domains[0]?.riskOfBias).toBe("Randomisation process");
    expect(domains.at(-1)?.riskOfBias).toBe("overall");
  });

  it("are in Cochrane’s words, whatever their case and spelling", () => {
    expect(studies.map(({ judgements }) => Object.values(judgements))).toEqual([
      ["Low risk", "Low risk", "Low risk", "Low risk", "Low risk", "Low risk"],
      ["Some concerns", "Low risk", "Some concerns", "Low risk", "Low risk", "Some concerns"],
      ["High risk", "No information", "Low risk", "High risk", "Low risk", "High risk"],
      ["Low risk", "High risk", "Unclear risk", "Low risk", "", "Low risk"],
    ]);
  });

  it("say which words they do not know", () => {
    expect(notes.map(({ message }) => message)).toEqual([
      "“banana” (row 5) is no judgement of risk of bias and is left empty.",
    ]);
  });
});

it("knows RoB 1 by the names of its domains", () => {
  const { format, domains, studies } = read(rob1);
  expect(format).toBe("RoB 1 judgements");
  expect(domains).toHaveLength(8);
  expect(studies[1]?.judgements).toMatchObject({ "Selective reporting": "No information", Overall: "Unclear risk" });
});

const numbered = (count: number, words: readonly string[]) => {
  const header = ["Study", ...Array.from({ length: count }, (_, i) => `D${i + 1}`), "Overall"];
  const row = ["Lee 2019", ...Array.from({ length: count + 1 }, (_, i) => words[i % words.length]!)];
  return [header, row].map((cells) => cells.join(",")).join("\n");
};

it.each([
  { text: numbered(5, ["Low"]), tool: "RoB 2" },
  { text: numbered(7, ["Low", "Serious"]), tool: "ROBINS-I" },
  { text: numbered(7, ["Low", "Very high", "Some concerns"]), tool: "ROBINS-E" },
  { text: numbered(6, ["Low", "Moderate"]), tool: "QUIPS" },
  { text: numbered(6, ["Moderate", "Critical"]), tool: "ROBINS-I, second version" },
  { text: numbered(4, ["Low", "High"]), tool: "QUADAS-2" },
  { text: "Study,D1,D1b,D2,D3,D4,D5\nLee,Low,Low,Low,Low,Low,Low", tool: "RoB 2 for cluster-randomised trials" },
])("knows $tool", ({ text, tool }) => {
  expect(read(text).format).toBe(`${tool} judgements`);
});

it("says that QUADAS-2 is for diagnostic accuracy", () => {
  expect(read(numbered(4, ["Low"])).notes[0]?.message).toContain("diagnostic accuracy");
});

it("takes a study once, and says where it stands again", () => {
  const { studies, notes } = read(`${numbered(5, ["Low"])}\nLee 2019,High,High,High,High,High,High`);
  expect(studies.map(({ judgements }) => judgements["D1"])).toEqual(["Low risk"]);
  expect(notes[0]).toMatchObject({ code: "study-again", where: { row: 3 } });
});

it.each(["Study,D1,D2", "D1,D2,D3,D4", "Study,Allocation concealment", "Study,event.e,n.e,event.c,n.c,D1,D2,D3,D4,D5"])(
  "does not take %s for judgements",
  (header) => {
    expect(ROBVIS.recognises([opened(`${header}\n${header}`)])).toBe(false);
  },
);

it.each([
  ["LOW RISK OF BIAS", "Low risk"],
  ["hihh", "High risk"],
  ["Some  concerns", "Some concerns"],
  ["seriuos", null],
  ["", null],
  ["x".repeat(100_000), null],
])("reads %.20s", (text, word) => {
  expect(judgementWord(text)).toBe(word);
});
