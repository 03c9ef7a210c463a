package org.folkmoot.mandate.notice;

import java.util.List;
import java.util.Map;

/**
 * What became of a ballot's notices.
 *
 * @param kinds how many, for {@code opened}, {@code closing} and {@code declared} as far as they were due
 * @param unreached the electors none of whose people can be told by mail: nobody of them has signed in, or their accounts
 *     have no address
 */
record NoticesSent(Map<String, Count> kinds, List<String> unreached) {

    /**
     * How many of a kind.
     *
     * @param sent taken over by the mail server
     * @param waiting not sent yet
     * @param refused by the mail server, for good
     * @param uncertain under way, or the mail server broke off: they are not sent again
     */
    record Count(long sent, long waiting, long refused, long uncertain) {}
}
