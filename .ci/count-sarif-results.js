// Reads the validator's report: node count-sarif-results.js REPORT FILE
// Prints the errors and warnings of FILE and a line of counts. 0 clean, 1 faults, 2 no verdict.
'use strict';
const fs = require('fs');

const [report, file] = process.argv.slice(2);
const counts = { error: 0, warning: 0, note: 0 };
const notes = {};
try {
  const log = JSON.parse(fs.readFileSync(report, 'utf8').replace(/^\uFEFF/, ''));
  if (!Array.isArray(log.runs) || log.runs.length === 0) {
    throw new Error('it has no runs');
  }
  for (const run of log.runs) {
    const rules = run.tool.driver.rules || [];
    for (const invocation of run.invocations || []) {
      const notices = [
        ...(invocation.toolExecutionNotifications || []),
        ...(invocation.toolConfigurationNotifications || []),
      ];
      for (const notice of notices) {
        // Our policy disables two rules.
        if (notice.descriptor && notice.descriptor.id === 'WRN999.RuleExplicitlyDisabled') {
          continue;
        }
        // A rule that threw, or a file that was passed over, is no pass.
        if ((notice.level || 'warning') !== 'note' && notice.level !== 'none') {
          throw new Error(notice.message.text);
        }
      }
      if (invocation.executionSuccessful === false) {
        throw new Error('the validator did not finish');
      }
    }
    for (const result of run.results || []) {
      const id = result.ruleId || rules[result.ruleIndex].id;
      const level = result.level || 'warning';
      counts[level] = (counts[level] || 0) + 1;
      if (level === 'error' || level === 'warning') {
        const { text, id: messageId, arguments: values = [] } = result.message;
        const rule = rules[result.ruleIndex] || rules.find((r) => r.id === id) || {};
        const template = text || ((rule.messageStrings || {})[messageId] || {}).text || messageId;
        const filled = template.replace(/\{(\d+)\}/g, (hole, n) => values[n] ?? hole);
        console.log(`${file}: ${level} ${id}: ${filled}`);
      } else {
        notes[id] = (notes[id] || 0) + 1;
      }
    }
  }
} catch (e) {
  console.log(`${file}: no verdict: ${e.message}`);
  process.exit(2);
}
const kinds = Object.entries(notes).sort().map(([id, n]) => `${id} ${n}`).join(', ');
console.log(
  `${file}: ${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes` +
    (kinds ? ` (${kinds})` : ''),
);
process.exit(counts.error + counts.warning > 0 ? 1 : 0);
