package org.folkmoot.portal.notice;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Notices.BallotMail;
import org.folkmoot.portal.service.Notices.Count;
import org.jspecify.annotations.Nullable;

/**
 * What became of the mails about a ballot.
 *
 * @param kinds how many of each kind
 * @param unreached the voters none of whose people can be told by mail, by name
 * @param next the address of the next page; null on the last
 * @param first the address of the first page; null on the first
 */
public record BallotMailsView(
        Ballot ballot,
        List<Kind> kinds,
        List<String> unreached,
        List<Row> rows,
        @Nullable String next,
        @Nullable String first) {

    /** How many mails of a kind there are. */
    public record Kind(String words, Count count) {}

    /**
     * A mail.
     *
     * @param voters for whom its receiver votes
     * @param at when it came to that; of one that waits, when it is tried next
     */
    public record Row(String kind, String voters, MailWords state, Instant at, int tries) {

        static Row of(BallotMail mail) {
            return new Row(
                    MailWords.kind(mail.kind()),
                    mail.voters().isEmpty() ? "Somebody who is remembered no more" : String.join(", ", mail.voters()),
                    MailWords.of(mail.state()),
                    mail.at(),
                    mail.tries());
        }
    }
}
