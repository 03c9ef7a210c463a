package org.folkmoot.executive.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which mails a person wants.
 *
 * @param mail the address in their token; absent while that has none, and then there are no mails
 * @param reminder whether to be reminded of single actions and whatever else there is to see to
 * @param digest whether to get a digest of their own each week
 * @param office whether to get one of everybody's, if they are an executive manager
 * @param bulletin whether to get bulletins to the practices and networks for which they act
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeWishes(@Nullable String mail, boolean reminder, boolean digest, boolean office, boolean bulletin) {}
