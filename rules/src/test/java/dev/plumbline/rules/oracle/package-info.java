/**
 * Small Java programs made at random, with an interpreter that knows for each of them whether an
 * outsider's text can reach a statement: the measure of what the rules on flows find and miss.
 */
package dev.plumbline.rules.oracle;
