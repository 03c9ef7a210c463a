/** What is looked at once all other tests of the suite have run: packages come by the alphabet, and this one is the last. */
@NullMarked
package org.folkmoot.neighbourhood.zero;

import org.jspecify.annotations.NullMarked;
