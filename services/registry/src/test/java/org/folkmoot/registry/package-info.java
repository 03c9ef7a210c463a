/** Tests of the whole service on real servers. */
@NullMarked
package org.folkmoot.registry;

import org.jspecify.annotations.NullMarked;
