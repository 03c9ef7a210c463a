package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Receipt;

/**
 * The receipt of a vote.
 *
 * @param name what people call the voter
 * @param choice in words; empty in a secret ballot
 * @param waiting the voters for whom the person may vote and has not
 * @param cast whether the vote has just been cast
 */
public record ReceiptView(
        Ballot ballot, Receipt receipt, String name, List<String> choice, List<Speaking> waiting, boolean cast) {}
