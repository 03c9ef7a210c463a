/** Tests of budgets: no framework, no database. */
@NullMarked
package org.folkmoot.registry.budget;

import org.jspecify.annotations.NullMarked;
