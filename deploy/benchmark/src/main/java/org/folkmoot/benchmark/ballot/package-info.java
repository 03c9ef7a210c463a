/** Figure P10: counting ballot files and checking them, beside reading and hashing the same bytes. */
@NullMarked
package org.folkmoot.benchmark.ballot;

import org.jspecify.annotations.NullMarked;
