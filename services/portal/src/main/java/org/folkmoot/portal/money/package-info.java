/**
 * Money: where a fair share went and why, what practices may spend and spent, and what became of those that changed their
 * operating model; to be read and taken away. Amounts are divided, budgets set and spending recorded. To the registry an
 * amount is pence, to people pounds.
 */
@NullMarked
package org.folkmoot.portal.money;

import org.jspecify.annotations.NullMarked;
