/** What rules on flows share: how a flow becomes a finding, and where in a text a part stands. */
package dev.plumbline.rules.flow;
