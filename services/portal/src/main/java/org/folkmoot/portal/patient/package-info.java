/**
 * The people who are referred: finding one by NHS number, what is known of them, who has read it, and breaking the glass. The
 * number is typed into a form and sent in its body; no address ever holds it.
 */
@NullMarked
package org.folkmoot.portal.patient;

import org.jspecify.annotations.NullMarked;
