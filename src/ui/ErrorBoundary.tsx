import { Component, type ReactNode } from "react";
import styles from "./ErrorBoundary.module.css";

interface Props {
  /** What this part of the page is, to begin the sentence with: "The forest plot". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a fault of ours in its own part of the page: the rest stays usable, and the reader can try again. */
export class ErrorBoundary extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    if (!this.state.fault) return this.props.children;
    return (
      <div className={styles["fault"]} role="alert">
        <p>
          {this.props.what} could not be drawn. This is a fault of Understory, not of the data; the rest of the page
          still works.
        </p>
        <button type="button" onClick={() => this.setState({ fault: null })}>
          Draw it again
        </button>
      </div>
    );
  }
}
