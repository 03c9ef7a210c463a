/**
 * What comes of a referral: assessments, the care plan that is agreed with the person, what practices are told, and what is
 * shared with whom.
 */
@NullMarked
package org.folkmoot.portal.care;

import org.jspecify.annotations.NullMarked;
