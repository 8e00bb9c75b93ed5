/**
 * The architecture of a backend as plain data: what {@code plumbline inventory} shows. It knows no
 * code; the engine fills it from the backend model, reports write it down.
 */
package dev.plumbline.analyzer.inventory;
