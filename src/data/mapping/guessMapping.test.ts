import { describe, expect, it } from "vitest";
import type { OpenedTable } from "../formats/format";
import { openText } from "../open/openText";
import { guessMapping } from "./guessMapping";

function table(...lines: string[]): OpenedTable {
  const opened = openText("mine.csv", new TextEncoder().encode(lines.join("\n")));
  if (!("kind" in opened) || opened.kind !== "table") throw new Error("no table");
  return opened;
}

const roles = (...lines: string[]) => guessMapping(table(...lines)).columns.map(({ role }) => role);

const MEANS = ["study", "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"];
const COUNTS = ["study", "ai", "n1i", "ci", "n2i"];
const SIX = "Lee 2019,3.1,1.2,50,4.0,1.4,51";
const FOUR = "Lee 2019,4,50,9,51";

describe("two arms side by side", () => {
  it.each([
    "Study,Mean1,SD1,N1,Mean2,SD2,N2",
    "Study,mean_e,sd_e,n_e,mean_c,sd_c,n_c",
    "Author,Intervention mean,Intervention SD,Intervention n,Control mean,Control SD,Control n",
    "First author,MeanT,SDT,NT,MeanC,SDC,NC",
    "Trial,meant,sdt,nt,meanc,sdc,nc",
    "Autor,Mittelwert Behandlung,Standardabweichung Behandlung,Anzahl Behandlung,Mittelwert Kontrolle,Standardabweichung Kontrolle,Anzahl Kontrolle",
    "Estudio,media intervención,desviación estándar intervención,n intervención,media control,desviación estándar control,n control",
    "Étude,Moyenne traitement,Écart-type traitement,Effectif traitement,Moyenne témoin,Écart-type témoin,Effectif témoin",
    "Study,Experimental mean,Experimental standard deviation,Experimental total,Placebo mean,Placebo standard deviation,Placebo total",
    "Study,ketamine_mean,ketamine_sd,ketamine_n,saline_mean,saline_sd,saline_n",
    "Study,Group 1 Mean,Group 1 SD,Group 1 N,Group 2 Mean,Group 2 SD,Group 2 N",
    "Study,mean treat,sd treat,participants treat,mean sham,sd sham,participants sham",
    "Study,mExp,sdExp,nExp,mCtrl,sdCtrl,nCtrl",
  ])("knows the means in %s", (header) => {
    expect(roles(header, SIX)).toEqual(MEANS);
  });

  it.each([
    "Study,Events_T,Total_T,Events_C,Total_C",
    "Study,Intervention events,Intervention N,Control events,Control N",
    "reference,n events drug,n drug,n events placebo,n placebo",
    "Study,r1,n1,r2,n2",
    "Studie,Ereignisse Verum,Patienten Verum,Ereignisse Placebo,Patienten Placebo",
    "Study,aspirin deaths,aspirin patients,placebo deaths,placebo patients",
    "Trial,Vaccinated TB,Vaccinated total,Control TB,Control total",
    "Study,Relapse drug,N drug,Relapse placebo,N placebo",
  ])("knows the events in %s", (header) => {
    expect(roles(header, FOUR)).toEqual(COUNTS);
  });

  it("puts the arm that is named as a control second, wherever it stands", () => {
    const { columns, constants } = guessMapping(
      table("Study,placebo_events,placebo_n,aspirin_events,aspirin_n", "Lee,4,50,9,51"),
    );
    expect(columns.map(({ role }) => role)).toEqual(["study", "ci", "n2i", "ai", "n1i"]);
    expect(constants.comparator).toBe("Placebo");
  });

  it("tells timepoints and outcomes apart by their headers", () => {
    const header = ["t", "c"].flatMap((arm) =>
      ["vas", "odi"].flatMap((scale) =>
        ["1w", "3mo"].flatMap((time) => ["mean", "sd"].map((stat) => `${scale}_${time}_${stat}_${arm}`)),
      ),
    );
    const cells = header.map((_, i) => String(i + 1));
    const { columns } = guessMapping(table(`study,n_t,n_c,${header.join(",")}`, `Lee,50,51,${cells.join(",")}`));
    expect(columns[3]).toEqual({
      ...{ header: "vas_1w_mean_t", role: "m1i" },
      ...{ outcome: "VAS", timepoint: "1 week", comparator: null },
    });
    expect(columns.at(-1)).toMatchObject({ role: "sd2i", outcome: "ODI", timepoint: "3 months" });
    expect(columns[1]).toMatchObject({ role: "n1i", outcome: null, timepoint: null });
    expect(new Set(columns.map((column) => JSON.stringify({ ...column, header: "" }))).size).toBe(columns.length);
  });

  it("says once what all columns are about", () => {
    const { columns, constants } = guessMapping(
      table("study,pain 12 weeks mean t,pain 12 weeks sd t,n t,pain 12 weeks mean c,pain 12 weeks sd c,n c", SIX),
    );
    expect(columns.map(({ role }) => role)).toEqual(MEANS);
    expect(constants).toMatchObject({ outcome: "Pain", timepoint: "12 weeks" });
  });

  it("leaves baseline values and ages out of the results", () => {
    const header = "study,age mean t,age mean c,baseline mean t,baseline mean c,mean t,sd t,n t,mean c,sd c,n c";
    const found = roles(header, "Lee,51,52,6,6,3.1,1.2,50,4.0,1.4,51");
    expect(found).toEqual(["study", ...Array(4).fill("further"), ...MEANS.slice(1)]);
  });
});

describe("a row per arm", () => {
  const ROWS = ["Lee 2019,Ketamine,3.1,1.2,50", "Lee 2019,Placebo,4.0,1.4,51", "Kim 2020,Ketamine,2.1,1.1,40"];

  it("is known by a column of arms and studies that recur", () => {
    const { columns, reference } = guessMapping(table("study,treatment,mean,sd,n", ...ROWS, "Kim 2020,Placebo,3,1,40"));
    expect(columns.map(({ role }) => role)).toEqual(["study", "arm", "mean", "sd", "n"]);
    expect(reference).toBe("Placebo");
  });

  it("is known though a study is named in the first of its rows only", () => {
    const found = roles("study,group,events,total", "Lee,Drug,4,50", ",Control,9,51", "Kim,Drug,1,40", ",Control,2,41");
    expect(found).toEqual(["study", "arm", "events", "n"]);
  });

  it("is not taken for one where each study stands once", () => {
    expect(roles("study,group,mean,sd,n", ...ROWS.slice(1))).not.toContain("arm");
  });
});

describe("ready-made effects", () => {
  it.each([
    ["Study,OR,95% CI lower,95% CI upper", "Lee,0.5,0.3,0.9", ["study", "yi", "ciLb", "ciUb"], "ratios"],
    ["Study,HR,LCL,UCL,p", "Lee,0.5,0.3,0.9,0.01", ["study", "yi", "ciLb", "ciUb", "pval"], "ratios"],
    ["Study,logOR,SE", "Lee,-0.5,0.3", ["study", "yi", "sei"], "analysis-scale"],
    ["Study,ln HR,SE ln HR", "Lee,0.5,0.3", ["study", "yi", "sei"], "analysis-scale"],
    ["Study,Hedges g,variance", "Lee,-0.5,0.3", ["study", "yi", "vi"], "analysis-scale"],
    ["Study,Mean difference,SE", "Lee,1.5,0.3", ["study", "yi", "sei"], "analysis-scale"],
    ["Study,estimate,low,high", "Lee,0.5,0.25,1.0\nKim,2,1,4", ["study", "yi", "ciLb", "ciUb"], "ratios"],
    ["Study,estimate,low,high", "Lee,5,4,6\nKim,7,5,9", ["study", "yi", "ciLb", "ciUb"], "analysis-scale"],
    ["Study,estimate,low,high", "Lee,-5,-6,-4", ["study", "yi", "ciLb", "ciUb"], "analysis-scale"],
  ] as const)("are known in %s of %s", (header, row, expected, givenAre) => {
    const mapping = guessMapping(table(header, row));
    expect(mapping.columns.map(({ role }) => role)).toEqual(expected);
    expect(mapping.givenAre).toBe(givenAre);
  });

  it("take the sizes of arms with them", () => {
    expect(roles("Study,HR,low,high,n drug,n placebo", "Lee,0.5,0.3,0.9,50,51")).toEqual([
      ...["study", "yi", "ciLb", "ciUb", "n1i", "n2i"],
    ]);
  });

  it("stay aside where the arms are there", () => {
    expect(roles("Study,Events_T,Total_T,Events_C,Total_C,RR", `${FOUR},0.5`)).toEqual([...COUNTS, "further"]);
  });
});

describe("columns of names", () => {
  it("are known by their names in several languages", () => {
    const header = "Autor,Jahr,Zielgröße,Zeitpunkt,Vergleich,Ereignisse t,n t,Ereignisse c,n c";
    expect(roles(header, "Lee,2019,Pain,1 week,Sham,4,50,9,51").slice(0, 5)).toEqual([
      ...["study", "year", "outcome", "timepoint", "comparator"],
    ]);
  });

  it("give the study to the text that differs most where none is named", () => {
    expect(roles("country,who,events t,n t,events c,n c", "UK,Lee,4,50,9,51", "UK,Kim,3,50,8,51").slice(0, 2)).toEqual([
      ...["further", "study"],
    ]);
  });

  it("are split where outcomes hold their timepoints", () => {
    const header = "study,outcome,ev t,n t,ev c,n c";
    expect(guessMapping(table(header, "Lee,Pain at 3 months,4,50,9,51")).splitOutcome).toBe(true);
    expect(guessMapping(table(header, "Lee,Pain,4,50,9,51")).splitOutcome).toBe(false);
  });
});

it("guesses something for names that are nothing", () => {
  const header = "__proto__,constructor,toString,hasOwnProperty";
  expect(roles(header, "a,1,2,3")).toHaveLength(4);
});
