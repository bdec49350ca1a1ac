/** What a number in a column is, of an arm or of an effect. */
export type Statistic = "mean" | "sd" | "n" | "events" | "se" | "lower" | "upper" | "effect" | "variance" | "pval";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words for statistics in English, German, Spanish and French, without accents; those of one letter come last. */
export const STATISTICS: readonly (readonly [Statistic, ReadonlySet<string>])[] = [
  ["mean", words("mean means avg average mittelwert mw mittel media promedio moyenne moy")],
  ["sd", words("sd sds std stdev stddev standardabweichung stabw desviacion dt deviation ecarttype")],
  ["se", words("se sem stderr standardfehler ee sei")],
  ["events", words("event events ev cases responders ereignisse eventos evenements deaths died dead successes")],
  ["lower", words("lower low lo lb ll lcl lci cilow cilower cilb untere inferior inf")],
  ["upper", words("upper high hi up ub ul ucl uci cihigh ciupper ciub obere superior sup")],
  ["variance", words("variance var varianz varianza")],
  ["pval", words("pval pvalue pwert")],
  ["effect", words("yi effect es estimate est te smd md wmd or rr hr rd irr aor ahr logor lnor logrr lnrr loghr lnhr")],
  ["effect", words("hedges cohen cohens beta coef coefficient ratio effektstarke efecto")],
  [
    "n",
    words("n total totals ntotal totaln size sample participants patients randomised randomized analysed analyzed"),
  ],
  ["n", words("anzahl patienten teilnehmer pacientes participantes effectif effectifs nobs num")],
  ["mean", words("m")],
  ["events", words("r x")],
];

/** Words that are a statistic only where the header has no other. */
export const ALONE: ReadonlyMap<string, Statistic> = new Map([
  ["p", "pval"],
  ["g", "effect"],
  ["d", "effect"],
  ["v", "variance"],
]);

/** Two words that are one. */
export const JOINED: ReadonlyMap<string, string> = new Map([
  ["standard deviation", "sd"],
  ["st dev", "sd"],
  ["std dev", "sd"],
  ["ecart type", "sd"],
  ["desviacion estandar", "sd"],
  ["desviacion tipica", "sd"],
  ["standard error", "se"],
  ["std error", "se"],
  ["std err", "se"],
  ["p value", "pval"],
  ["p val", "pval"],
  ["p wert", "pval"],
  ["sample size", "n"],
  ["effect size", "effect"],
  ["odds ratio", "or"],
  ["risk ratio", "rr"],
  ["relative risk", "rr"],
  ["hazard ratio", "hr"],
  ["rate ratio", "irr"],
  ["mean difference", "md"],
  ["mean diff", "md"],
  ["risk difference", "rd"],
  ["usual care", "usual"],
]);

/** What first and second arms are called; one that is named as a control is the second. */
export const FIRST_ARM = words(
  "1 e exp expt experimental t trt treat treatment treated tx int interv intervention i active drug verum a ig eg tg exposed behandlung behandelt intervencion tratamiento experimentell traitement asp",
);
export const SECOND_ARM = words(
  "2 c ctrl ctl ctr con cont contr control controls p pbo pla plac placebo sham comp comparator comparison usual uc tau wl waitlist standard b cg unexposed kontrolle kontrollgruppe kontroll vergleich controle controles temoin saline vehicle",
);

/** Words of a header that say nothing about what is measured. */
export const FILLERS = words(
  "of in the at for and group grp groups arm arms score scores value values final post no number nr num der die das im in de la el los del les du des gruppe grupo groupe mit with ci kl ic 95 percent",
);

/** Values before treatment, and what describes the participants, are no results. */
export const BASELINES = words("baseline bl pre t0 basal ausgangswert inicial age alter edad");

/** Columns of text by their whole name, without spaces and signs. */
export const NAMES = {
  study: words(
    "study studyid studyname studylabel studlab slab author authors authoryear authorsyear firstauthor trial trialname trialid reference ref citation citationname publication paper autor autores auteur auteurs estudio studie studien etude artikel articulo article erstautor",
  ),
  year: words("year pubyear publicationyear yearofpublication yr jahr ano annee erscheinungsjahr publishedyear"),
  outcome: words(
    "outcome outcomes outcomename outcomemeasure endpoint endpoints zielgrosse endpunkt desenlace resultado variable critere criteredejugement",
  ),
  timepoint: words(
    "timepoint timepoints time followup fup fu timing visit week weeks month months day days zeitpunkt tiempo seguimiento suivi followupweeks followupmonths weekspostbaseline",
  ),
  comparator: words(
    "comparator comparators comparison controltype controlgroup controlintervention controlcondition versus vs vergleich kontrollgruppe comparador comparateur",
  ),
  arm: words(
    "arm armname group groupname treatment treatmentarm treatmentgroup intervention trt condition gruppe behandlung grupo tratamiento brazo groupe bras traitement",
  ),
  better: words("better direction betterdirection"),
} as const;
export type NamedRole = keyof typeof NAMES;
