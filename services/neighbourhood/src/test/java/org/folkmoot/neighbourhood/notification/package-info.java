/** Tests of what follows from a notification where nobody can be asked what holds. */
@NullMarked
package org.folkmoot.neighbourhood.notification;

import org.jspecify.annotations.NullMarked;
