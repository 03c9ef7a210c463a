/** Amounts of money: whole pence in everything that is kept and computed, pounds only where people read them. */
@NullMarked
package org.folkmoot.registry.money;

import org.jspecify.annotations.NullMarked;
