/**
 * Money: where a fair share went and why, what practices may spend and spent, and what became of those that changed their
 * operating model. To be read and taken away; amounts come as pence and are shown as pounds.
 */
@NullMarked
package org.folkmoot.portal.money;

import org.jspecify.annotations.NullMarked;
