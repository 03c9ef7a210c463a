/** Tests of dividing an amount: no framework, no database. */
@NullMarked
package org.folkmoot.registry.share;

import org.jspecify.annotations.NullMarked;
