/**
 * The command line: turns arguments into typed settings, runs the engine, delivers the reports and
 * answers with an exit code. Nothing here knows how code is analysed.
 */
package dev.plumbline.cli;
