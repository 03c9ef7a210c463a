/**
 * Mails to members of teams: where they are reached, and what they are told.
 *
 * <p>Who answers for a team is told that another offers it a person's care, and who offered it, and who owned the care then, what
 * the answer is. A member is told that a colleague would hand a person over to them, and that somebody named them as a person's
 * case manager. Nobody is told of what they did themselves. These mails come in any case: somebody waits for an answer, or for care.
 * All of it stands on the first page and in lists as well, so a mail goes out once or not at all, and is left out once it is overtaken
 * or where no address is known.
 *
 * <p>A mail names teams and colleagues, and never whom it is about: that stands behind its link, for those who may see it.
 */
@NullMarked
package org.folkmoot.neighbourhood.notice;

import org.jspecify.annotations.NullMarked;
