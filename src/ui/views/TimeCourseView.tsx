/** Being built. */
export default function TimeCourseView() {
  return null;
}
