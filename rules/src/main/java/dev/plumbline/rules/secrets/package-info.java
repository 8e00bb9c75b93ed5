/** C9: no secrets or sensitive data in code. */
package dev.plumbline.rules.secrets;
