import { describe, expect, it } from "vitest";
import { datasetOf, opened, readTidy } from "../fixtures";
import dorn from "./fixtures/dat.dorn2007.csv?raw";
import hartmannBoyce from "./fixtures/dat.hartmannboyce2018.csv?raw";
import { META } from "./format";

const first = (text: string) => datasetOf(META, text).rows[0]!.data;

describe("two arms to a row", () => {
  it.each([
    ["event.e", "n.e", "event.c", "n.c"],
    ["Events_T", "Total_T", "Events_C", "Total_C"],
    ["ev.exp", "n.exp", "ev.cont", "n.cont"],
    ["d.asp", "n.asp", "d.plac", "n.plac"],
    ["event1", "n1", "event2", "n2"],
    ["x_arm1", "n_arm1", "x_arm2", "n_arm2"],
    ["Events 1", "Total 1", "Events 2", "Total 2"],
    ["event.trt", "n.trt", "event.ctrl", "n.ctrl"],
  ])("reads events as %s, %s, %s, %s", (...names) => {
    const events = { kind: "counts", ai: 3, n1i: 30, ci: 5, n2i: 31 };
    expect(first(`study,${names.join(",")}\nLee,3,30,5,31`)).toEqual(events);
    // The control first: its name tells, not its place.
    const turned = [names[2], names[3], names[0], names[1]].join(",");
    expect(first(`study,${turned}\nLee,5,31,3,30`)).toEqual(events);
  });

  it("reads means under the names of Fleiss’s data", () => {
    const header = "study,year,n.psyc,mean.psyc,sd.psyc,n.cont,mean.cont,sd.cont";
    expect(first(`${header}\nDavis,1973,13,5,4.7,13,6.5,3.8`)).toEqual({
      ...{ kind: "means", m1i: 5, sd1i: 4.7, n1i: 13, m2i: 6.5, sd2i: 3.8, n2i: 13 },
    });
  });

  it("says so where the names leave open which arm is which", () => {
    const { notes } = readTidy(META, "study,n.red,events.red,n.blue,events.blue\nLee,30,3,31,5");
    expect(notes.find(({ code }) => code === "arms-in-order")?.message).toContain("“red” is taken as the intervention");
    expect(readTidy(META, dorn).notes).toEqual([]);
  });

  it("opens files of metadat", () => {
    const { rows } = datasetOf(META, dorn);
    expect(rows[0]).toMatchObject({ studyId: "Bensoussan", year: 1998, data: { ai: 29, n1i: 38, ci: 11, n2i: 32 } });
    expect(rows[0]?.columns).toMatchObject({ "ibs.crit": "Rome I", jadad: 5 });
    expect(datasetOf(META, hartmannBoyce).rows).toHaveLength(6);
  });

  it("leaves three arms to others", () => {
    const header = "study,n1,event1,n2,event2,n3,event3";
    expect(META.recognises([opened(`${header}\nLee,9,1,9,2,9,3`)])).toBe(false);
  });
});

describe("effects and others", () => {
  it("reads TE and seTE as they are, and says that their scale is unknown", () => {
    const text = "studlab,TE,seTE\nLee,-0.5,0.2";
    expect(first(text)).toEqual({ kind: "given", yi: -0.5, vi: 0.2 ** 2, n1i: null, n2i: null });
    expect(readTidy(META, text).notes.map(({ code }) => code)).toContain("scale-unknown");
  });

  it.each([
    ["lnOR,selnOR", "OR", "log"],
    ["log_hr,se", "HR", "log"],
    ["SMD,SE", "SMD", "identity"],
    ["md,md_se", "MD", "identity"],
  ])("knows what %s are", (names, short, scale) => {
    const { rows, descriptor } = datasetOf(META, `studlab,${names}\nLee,-0.5,0.2`);
    expect(rows[0]?.data).toMatchObject({ yi: -0.5, vi: 0.2 ** 2 });
    expect(descriptor.outcomes[0]?.given).toMatchObject({ short, scale });
  });

  it("reads rates, correlations and single groups", () => {
    expect(first("studlab,event.e,time.e,event.c,time.c\nLee,4,100,8,110")).toMatchObject({
      yi: Math.log(4 / 100) - Math.log(8 / 110),
      vi: 1 / 4 + 1 / 8,
    });
    expect(first("studlab,cor,n\nLee,0.5,28")).toMatchObject({ yi: Math.atanh(0.5), vi: 1 / 25 });
    expect(first("studlab,event,n\nLee,10,40")).toMatchObject({ yi: Math.log(10 / 30), vi: 1 / 10 + 1 / 30 });
  });

  it("uses the arms where an effect stands beside them", () => {
    const text = "studlab,event.e,n.e,event.c,n.c,TE,seTE\nLee,3,30,5,31,-0.5,0.7\nKim,,,,,-0.1,0.3";
    const { rows } = datasetOf(META, text);
    expect(rows.map(({ data }) => data.kind)).toEqual(["counts", "given"]);
  });
});
