/** What the executive service promises, shown on real servers. */
@NullMarked
package org.folkmoot.executive;

import org.jspecify.annotations.NullMarked;
