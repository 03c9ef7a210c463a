/** Where people begin: choosing an ICS, and the first page of an ICS with what somebody in each role looks for first. */
@NullMarked
package org.folkmoot.portal.home;

import org.jspecify.annotations.NullMarked;
