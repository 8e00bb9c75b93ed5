/**
 * How queries that are put together from values become queries with parameters: the changes of text
 * behind {@code sql-injection}, {@code jpql-injection} and {@code sql-string-concat}.
 */
package dev.plumbline.rules.binding;
