package org.folkmoot.mandate.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which mails a person wants.
 *
 * @param mail the address in their token; absent while that has none, and then there are no mails
 * @param opened whether to be told that a ballot has opened
 * @param closing whether to be told that one closes soon and a vote has not been cast
 * @param declared whether to be told results
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeWishes(@Nullable String mail, boolean opened, boolean closing, boolean declared) {}
