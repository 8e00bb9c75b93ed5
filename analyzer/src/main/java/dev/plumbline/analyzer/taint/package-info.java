/**
 * What outsiders' data, and the constants that decide on security, reach: values followed through
 * the whole program by summaries of methods.
 */
package dev.plumbline.analyzer.taint;
