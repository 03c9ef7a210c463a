/**
 * What only the whole project can show: that its documents say what its code does, and, with servers and services
 * running, that a person's way through all of it works.
 */
@NullMarked
package org.folkmoot.journeys;

import org.jspecify.annotations.NullMarked;
