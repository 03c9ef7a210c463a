/** A service as small as can be: one consumer, one table. It stands for every service in the tests of events. */
@NullMarked
package org.folkmoot.events.trial;

import org.jspecify.annotations.NullMarked;
