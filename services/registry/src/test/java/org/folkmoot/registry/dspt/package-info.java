/** Tests of reading the toolkit's list: no framework, no database. */
@NullMarked
package org.folkmoot.registry.dspt;

import org.jspecify.annotations.NullMarked;
