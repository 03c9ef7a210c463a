/** The ICSs of the platform, for its operators: who is on it, taking one onto it, suspending and resuming one. */
@NullMarked
package org.folkmoot.portal.ics;

import org.jspecify.annotations.NullMarked;
