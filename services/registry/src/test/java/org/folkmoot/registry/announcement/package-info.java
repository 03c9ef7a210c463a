/** Tests of announcements. */
@NullMarked
package org.folkmoot.registry.announcement;

import org.jspecify.annotations.NullMarked;
