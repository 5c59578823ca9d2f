// Playwright reporter: closes the run with one plain line, which CI reads.
export default class ClosingLine {
  counts = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(test, { status, retry }) {
    if (status === 'passed') this.counts.passed += 1;
    else if (status === 'skipped') this.counts.skipped += 1;
    else if (retry === test.retries) this.counts.failed += 1;
  }

  onEnd() {
    const { passed, failed, skipped } = this.counts;
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}
