/**
 * Actions: what one person does by a day, with its steps, what it waits for, and the evidence that it is done. Whether an
 * action is overdue or may be done is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.action;

import org.jspecify.annotations.NullMarked;
