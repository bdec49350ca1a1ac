import { expect, it } from "vitest";
import { embedCode } from "./embedCode";

it("frames the compact page of a link, with names as text", () => {
  expect(embedCode("https://example.org/?outcome=Pain&exclude=A+%22B%22", { title: 'BCG "x" <b> & co' })).toBe(
    '<iframe src="https://example.org/?outcome=Pain&amp;exclude=A+%22B%22&amp;embed=1"' +
      ' title="Understory: BCG &quot;x&quot; &lt;b&gt; &amp; co" width="100%" height="720" loading="lazy"' +
      ' style="border:0"></iframe>',
  );
});
