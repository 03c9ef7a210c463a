/**
 * Practice budgets, what was spent, and by how much the two differ.
 *
 * <p>A budget is of a financial year, which begins on 1 April. It is set from the practice's past income, more or less an
 * adjustment that gives its reason, and is laid out by four heads: locums, substantive staff, premises, other. The heads
 * together are past income and adjustment, to the penny, or the budget is refused. Spending is recorded by month and head.
 *
 * <p>A month's part of a budget is a twelfth of each head; the pennies that twelve does not divide fall where the rounding of
 * the running total puts them, so twelve months are the year. The variance of a month is what was spent less that part: more
 * than nothing is overspent. It is known for months whose spending is recorded.
 *
 * <p>All amounts are whole pence. Budgets and records of spending are replaced, never altered: what was believed before stays.
 * A practice sees and writes its own, the administrator all of them; the local medical committee reads all of them.
 */
@NullMarked
package org.folkmoot.registry.budget;

import org.jspecify.annotations.NullMarked;
