/** Being built. */
export default function BubbleView() {
  return null;
}
