import { useMemo, useState } from "react";
import { citedAs } from "../../words/cite";
import { methodsParagraph, methodsText } from "../../words/methods";
import { rCall } from "../../words/rCall";
import { SOURCES, type SourceKey } from "../../words/sources";
import { useApp } from "../appContext";
import hidden from "../hidden.module.css";
import { PublishedTable } from "../PublishedTable";
import { rowOf } from "../rowOf";
import styles from "./MethodsView.module.css";

/** What was computed for this answer, how, and from which sources. */
export default function MethodsView() {
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const published = useApp((s) => s.published);
  const told = useMemo(() => {
    if (!held || !answered) return null;
    const { descriptor } = held.dataset;
    return {
      sections: methodsText(answered.analysis, descriptor),
      paragraph: methodsParagraph(answered.analysis, descriptor, __APP_VERSION__),
      script: rCall(answered.analysis, descriptor, rowOf(held.dataset), __APP_VERSION__),
    };
  }, [held, answered]);
  if (!told) return null;
  const sources = [...new Set(told.sections.flatMap((section) => section.sources))];
  return (
    <div className={styles["methods"]}>
      <dl>
        {told.sections.map(({ heading, text, sources: keys }) => (
          <div key={heading + text}>
            <dt>{heading}</dt>
            <dd>
              {text} {keys.length > 0 && <span className={styles["cites"]}>({keys.map(citedAs).join("; ")})</span>}
            </dd>
          </div>
        ))}
      </dl>
      {published.length > 0 && (
        <section>
          <h2>Published figures, and ours from these data</h2>
          <PublishedTable results={published} />
        </section>
      )}
      <section>
        <h2>For a methods section</h2>
        <blockquote>{told.paragraph}</blockquote>
        <CopyButton text={told.paragraph} what="the paragraph" />
      </section>
      {told.script !== "" && (
        <section>
          <h2>The same in R</h2>
          <p className={styles["cites"]}>
            Complete, with the data in it: R’s metafor gives the numbers of this page, to more digits than are shown.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it */}
          <section className={styles["script"]} aria-label="Script for R" tabIndex={0}>
            <pre>
              <code>{told.script}</code>
            </pre>
          </section>
          <CopyButton text={told.script} what="the script for R" />
        </section>
      )}
      <section>
        <h2>Sources</h2>
        <ul>
          {sources.map((key) => (
            <Reference key={key} source={key} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Reference({ source }: { readonly source: SourceKey }) {
  const { authors, year, title, where, doi, url } = SOURCES[source];
  return (
    <li>
      {authors} ({year}). {title}. {where}.{" "}
      {url && (
        <a href={url} target="_blank" rel="noreferrer">
          {doi ? `doi:${doi}` : url}
        </a>
      )}
    </li>
  );
}

function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      setCopied(null); // the text can still be selected by hand
    }
  }
  const isCopied = copied === text;
  return (
    <button type="button" className={styles["copy"]} onClick={() => void copy()}>
      {isCopied ? "Copied" : "Copy"} <span className={hidden["hidden"]}>{what}</span>
    </button>
  );
}
