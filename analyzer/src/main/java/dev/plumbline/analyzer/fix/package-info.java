/**
 * The fixes of a report put into files: which of them go together, what the files would hold, how
 * that is shown and how it is written.
 */
package dev.plumbline.analyzer.fix;
