/** Tests of keeping up, against a server that plays recorded answers and faults. */
@NullMarked
package org.folkmoot.registry.keepup;

import org.jspecify.annotations.NullMarked;
