/**
 * The checks: a package for each item of the checklist, a class for each rule, its doc beside it
 * among the resources.
 */
package dev.plumbline.rules;
