/**
 * The single point of access: what system partners ask general practice, with its clock of working days; what practices are
 * asked because of that, and what they answer. When something is due, and what may be done with it, is the executive service's
 * to say.
 */
@NullMarked
package org.folkmoot.portal.enquiry;

import org.jspecify.annotations.NullMarked;
